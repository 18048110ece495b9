/* SPDX-License-Identifier: MIT */
/*
 * The lines for people around a ranking: what was screened above the table; under it what was
 * rejected and why, what the marks mean, and how to get the same again.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/lines.h"
#include "base/sha256.h"
#include "base/shell.h"
#include "engine/rank_parts.h"
#include "model/gate_text.h"

enum {
	NAMES_SPELLED_OUT = 3, /* more are counted */
	TOLD_MAX = 5,          /* warnings spelled out under the table */
	HASH_SHOWN = 12,       /* digits; JSON has all */
};

/* ---- Title ------------------------------------------------------------------------------- */

/* "NBR", "NBR, SEBS" or "44 binders". */
static void add_names(struct text *text, const struct db *db, enum role role, const uint32_t *rows,
		      size_t count, const char *plural)
{
	if (count > NAMES_SPELLED_OUT) {
		text_addf(text, "%zu %s", count, plural);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct material *material = &db->tables[role_table(role)].materials[rows[i]];

		text_addf(text, "%s" STR_FORMAT, i > 0 ? ", " : "",
			  STR_ARGS(rank_short_name(material)));
	}
}

static const char *screened_noun(const struct rank_request *request, size_t count)
{
	if (request->se_count == 1 && request->binder_count == 1 && request->solvent_count > 0)
		return count == 1 ? "solvent" : "solvents";
	return count == 1 ? "combination" : "combinations";
}

static void add_title(struct lines *lines, const struct ranking *ranking)
{
	const struct rank_request *request = ranking->request;
	const struct db *db = request->evaluator->db;
	struct text text;

	text_init(&text, lines->arena);
	add_names(&text, db, ROLE_SE, request->ses, request->se_count, "electrolytes");
	if (request->binder_count > 0) {
		text_add(&text, STR_LITERAL(" with "));
		add_names(&text, db, ROLE_BINDER, request->binders, request->binder_count,
			  "binders");
	}
	if (request->salt != DB_NO_ROW) {
		text_add(&text, STR_LITERAL(" and "));
		add_names(&text, db, ROLE_SALT, &request->salt, 1, "salts");
	}
	text_addf(&text, ", " STR_FORMAT " route: %zu %s screened, %zu ranked, %zu rejected",
		  STR_ARGS(request->evaluator->model->route), ranking->screened,
		  screened_noun(request, ranking->screened), ranking->ranked, ranking->rejected);
	lines_add(lines, &text);
}

/* ---- Rejected ---------------------------------------------------------------------------- */

struct gate_count {
	const struct gate *gate;
	size_t count;
	size_t place; /* in the model */
};

static int most_first(const void *a, const void *b)
{
	const struct gate_count *x = a;
	const struct gate_count *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

/* The gates that rejected something, most first. */
static size_t rejecting_gates(const struct ranking *ranking, struct gate_count *counts)
{
	const struct model *model = ranking->request->evaluator->model;
	size_t count = 0;

	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_REJECT && ranking->gate_counts[i] > 0)
			counts[count++] =
			    (struct gate_count){&model->gates[i], ranking->gate_counts[i], i};
	qsort(counts, count, sizeof counts[0], most_first);
	return count;
}

static void add_rejected(struct lines *lines, const struct ranking *ranking)
{
	const struct model *model = ranking->request->evaluator->model;
	struct gate_count *counts = ARENA_NEW(lines->arena, model->gate_count, struct gate_count);
	const size_t count = rejecting_gates(ranking, counts);
	int id_width = 0;

	if (ranking->rejected == 0)
		return;
	lines_addf(lines, "%zu rejected%s", ranking->rejected,
		   count > 1 ? " (one may fail several gates):" : ":");
	for (size_t i = 0; i < count; i++)
		if ((int)counts[i].gate->id.length > id_width)
			id_width = (int)counts[i].gate->id.length;
	for (size_t i = 0; i < count; i++)
		lines_addf(lines, "  %5zu  %-*.*s  " STR_FORMAT, counts[i].count, id_width,
			   STR_ARGS(counts[i].gate->id), STR_ARGS(gate_text_short(counts[i].gate)));
}

static void add_left_out(struct lines *lines, const struct ranking *ranking)
{
	if (ranking->filtered > 0)
		lines_addf(lines, "%zu left out by --where.", ranking->filtered);
	if (ranking->unknown > 0)
		lines_addf(lines,
			   "%zu left out because a property that --where asks for is unknown.",
			   ranking->unknown);
}

/* ---- How to read it ---------------------------------------------------------------------- */

static bool has_reference(const struct ranking *ranking)
{
	for (size_t i = 0; i < ranking->row_count; i++)
		if (ranking->rows[i].reference)
			return true;
	return false;
}

static size_t like_best_count(const struct ranking *ranking)
{
	size_t count = 0;

	for (size_t i = 0; i < ranking->ranked_rows; i++)
		count += ranking->rows[i].like_best;
	return count;
}

/* "Score   0 to 100 ...": the rest of a line hangs under the text after the blanks. */
static void add_score(struct lines *lines, const struct ranking *ranking)
{
	const size_t alike = like_best_count(ranking);

	if (alike > 1)
		lines_addf(
		    lines,
		    "Score   0 to 100, and the interval in which it may lie; that of %zu of the "
		    "%zu ranked rows shown overlaps the best one's (=)",
		    alike, ranking->ranked_rows);
	else
		lines_addf(lines, "Score   0 to 100, and the interval in which it may lie");
}

/* Which column is which, and how much it weighs. */
static void add_bars(struct lines *lines, const struct model *model, role_set given)
{
	struct text text;
	const char *before = "Bars    0 to 1, and weights: ";

	text_init(&text, lines->arena);
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *criterion = &model->criteria[i];

		if (!rank_criterion_counts(criterion, given))
			continue;
		text_addf(&text, "%s" STR_FORMAT " " STR_FORMAT " %.0f%%", before,
			  STR_ARGS(criterion->short_label), STR_ARGS(criterion->label),
			  100 * rank_weight(model, i, given));
		before = ", ";
	}
	lines_add(lines, &text);
}

void rank_add_data_line(struct lines *lines, const struct run_head *head)
{
	const struct db *db = head->db;
	const char *before = " with ";
	char hex[SHA256_HEX_SIZE];
	struct text text;

	text_init(&text, lines->arena);
	db_hash(db, hex);
	text_addf(&text, "Data    " STR_FORMAT "%s%sdatabase %.*s", STR_ARGS(head->program),
		  head->program.length > 0 ? ", " : "", db->version ? "" : "your own ", HASH_SHOWN,
		  hex);
	for (size_t i = 0; i < db->overlay_count; i++) {
		overlay_hash(&db->overlays[i], hex);
		text_addf(&text, "%s%s (%.*s)", before, db->overlays[i].file, HASH_SHOWN, hex);
		before = ", ";
	}
	text_addf(&text, "; model " STR_FORMAT, STR_ARGS(head->model->name));
	lines_add(lines, &text);
}

/* Has another row above told the same? */
static bool told_before(const struct ranking *ranking, size_t row, size_t gate, struct str text,
			struct arena *arena)
{
	const struct evaluator *evaluator = ranking->request->evaluator;

	for (size_t i = 0; i < row; i++) {
		const struct evaluation *evaluation = ranking->rows[i].evaluation;

		if (evaluation->gates[gate].status == GATE_FIRED &&
		    str_equal(text,
			      gate_text(&evaluator->model->gates[gate], evaluator->db,
					&evaluation->combo, evaluation->gates[gate].part, arena)))
			return true;
	}
	return false;
}

/* Warnings that tell values, such as heat steps with their temperature: each once. */
static void add_told(struct lines *lines, const struct ranking *ranking)
{
	const struct evaluator *evaluator = ranking->request->evaluator;
	size_t told = 0;

	for (size_t row = 0; row < ranking->row_count; row++)
		for (size_t i = 0; i < evaluator->model->gate_count; i++) {
			const struct evaluation *evaluation = ranking->rows[row].evaluation;
			const struct gate *gate = &evaluator->model->gates[i];
			struct str text;

			if (gate->verdict != GATE_WARN || told >= TOLD_MAX ||
			    evaluation->gates[i].status != GATE_FIRED ||
			    !str_contains(gate->why, STR_LITERAL("{")))
				continue;
			text = gate_text(gate, evaluator->db, &evaluation->combo,
					 evaluation->gates[i].part, lines->arena);
			if (told_before(ranking, row, i, text, lines->arena))
				continue;
			told++;
			lines_addf(lines, "Mind    " STR_FORMAT ": " STR_FORMAT, STR_ARGS(gate->id),
				   STR_ARGS(text));
		}
}

static void add_reading(struct lines *lines, const struct ranking *ranking,
			const struct run_head *head)
{
	add_score(lines, ranking);
	add_bars(lines, head->model, run_head_given(head));
	add_told(lines, ranking);
	lines_addf(lines, "Marks   ~ inferred from a stand-in, ? nothing known%s%s",
		   like_best_count(ranking) > 1 ? ", = cannot be told from the best row" : "",
		   has_reference(ranking) ? ", * the reference solvent" : "");
	if (ranking->draws > 0)
		lines_addf(
		    lines,
		    "Order   first, top 3: share of %zu draws (seed %llu) in which each weight "
		    "moves by up to half and each criterion within its interval; ranks: 5 to "
		    "95 %% of them",
		    ranking->draws, (unsigned long long)ranking->seed);
	if (ranking->ranked > ranking->ranked_rows)
		lines_addf(lines, "Shown   the best %zu of %zu; --top N shows more",
			   ranking->ranked_rows, ranking->ranked);
}

/* ---- What next --------------------------------------------------------------------------- */

struct str rank_row_command(const struct run_head *head, const struct combo *combo,
			    struct arena *arena)
{
	static const struct {
		enum role role;
		const char *option;
	} options[] = {
	    {ROLE_SE, " --se "},
	    {ROLE_BINDER, " --binder "},
	    {ROLE_SOLVENT, " --solvent "},
	    {ROLE_SALT, " --salt "},
	};
	struct text text;

	text_init(&text, arena);
	text_add(&text, head->row_command);
	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
		const struct material *material =
		    rank_material(head->db, combo, options[i].role, arena);

		if (!material)
			continue;
		text_add(&text, str_from(options[i].option));
		shell_add_word(&text, material->id);
	}
	return text_str(&text);
}

static void add_commands(struct report *report, const struct ranking *ranking,
			 const struct run_head *head, struct arena *arena)
{
	struct report_command *commands = ARENA_NEW(arena, 2, struct report_command);
	size_t count = 0;

	if (head->row_command.length > 0 && ranking->row_count > 0)
		commands[count++] = (struct report_command){
		    "Why     ", rank_row_command(head, &ranking->rows[0].evaluation->combo, arena)};
	if (head->command.length > 0)
		commands[count++] = (struct report_command){"Again   ", head->command};
	report->commands = commands;
	report->command_count = count;
}

/* "Weight  compatibility 30%, ...": what the bars of a ranking say. */
static void add_weights(struct lines *lines, const struct run_head *head)
{
	const char *before = "Weight  ";
	struct text text;

	text_init(&text, lines->arena);
	for (size_t i = 0; i < head->model->criterion_count; i++) {
		const double weight = rank_weight(head->model, i, run_head_given(head));

		if (weight <= 0.0)
			continue;
		text_addf(&text, "%s" STR_FORMAT " %.0f%%", before,
			  STR_ARGS(head->model->criteria[i].id), 100 * weight);
		before = ", ";
	}
	lines_add(lines, &text);
}

void rank_add_data(struct report *report, const struct run_head *head, struct arena *arena)
{
	struct report_command *again = ARENA_NEW(arena, 1, struct report_command);
	struct lines lines = {.arena = arena};

	add_weights(&lines, head);
	rank_add_data_line(&lines, head);
	report->notes = lines.at;
	report->note_count = lines.count;
	*again = (struct report_command){"Again   ", head->command};
	report->commands = again;
	report->command_count = head->command.length > 0;
}

const struct pivot *rank_pivot(const struct ranking *ranking, const struct run_head *head,
			       struct arena *arena)
{
	struct pivot *pivot = ARENA_NEW(arena, 1, struct pivot);
	struct lines notes = {.arena = arena};

	add_rejected(&notes, ranking);
	add_left_out(&notes, ranking);
	if (notes.count > 0)
		lines_addf(&notes, "%s", "");
	lines_addf(&notes,
		   "Cells   scores, 0 to 100; x: rejected; best solvents and binders first");
	add_weights(&notes, head);
	rank_add_data_line(&notes, head);
	*pivot = (struct pivot){.line = "solvent",
				.line_shown = "solvent_name",
				.column = "binder",
				.cell = "score",
				.counts = "rank",
				.mark = "x",
				.notes = notes.at,
				.note_count = notes.count};
	return pivot;
}

void rank_add_lines(struct report *report, const struct ranking *ranking,
		    const struct run_head *head, struct arena *arena)
{
	struct lines title = {.arena = arena};
	struct lines notes = {.arena = arena};

	add_title(&title, ranking);
	add_rejected(&notes, ranking);
	add_left_out(&notes, ranking);
	if (notes.count > 0)
		lines_addf(&notes, "%s", "");
	if (ranking->row_count > 0)
		add_reading(&notes, ranking, head);
	rank_add_data_line(&notes, head);
	report->title = title.at;
	report->title_count = title.count;
	report->notes = notes.at;
	report->note_count = notes.count;
	add_commands(report, ranking, head, arena);
}
