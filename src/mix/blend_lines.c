/* SPDX-License-Identifier: MIT */
/* The report of a search for blends: rows, and the lines for people around them. */
#include <math.h>

#include "base/lines.h"
#include "base/number.h"
#include "base/shell.h"
#include "engine/rank_parts.h"
#include "mix/blend_record.h"

static struct str name_of(const struct db *db, enum role role, uint32_t row)
{
	return rank_short_name(&db->tables[role_table(role)].materials[row]);
}

void blend_add_combination(struct text *text, const struct evaluator *evaluator,
			   const struct combo *combo)
{
	const struct db *db = evaluator->db;

	text_add(text, name_of(db, ROLE_SE, combo->se));
	if (combo->binder != DB_NO_ROW)
		text_addf(text, " with " STR_FORMAT,
			  STR_ARGS(name_of(db, ROLE_BINDER, combo->binder)));
	if (combo->salt != DB_NO_ROW)
		text_addf(text, " and " STR_FORMAT, STR_ARGS(name_of(db, ROLE_SALT, combo->salt)));
	text_addf(text, ", " STR_FORMAT " route", STR_ARGS(evaluator->model->route));
}

static void add_percent(struct text *text, double share)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, number_write(buffer, round(share * 1e6) / 1e4));
}

static void add_title(struct lines *lines, const struct blend_search *search)
{
	const struct blend_request *request = search->request;
	const struct combo combo = {request->se, request->binder, request->salt, {NULL, 0}};
	struct text text;

	text_init(&text, lines->arena);
	blend_add_combination(&text, request->evaluator, &combo);
	text_addf(&text, ": %zu %s%s of %zu solvent%s in steps of ", search->sets,
		  request->parts == 2 ? "pair" : "triple", search->sets == 1 ? "" : "s",
		  search->candidates, search->candidates == 1 ? "" : "s");
	add_percent(&text, 1.0 / (double)request->steps);
	text_addf(&text, " vol%%, %zu blends", search->blends);
	lines_add(lines, &text);
}

/* ---- Notes ------------------------------------------------------------------------------- */

static void add_count(struct lines *lines, size_t count, const char *why)
{
	if (count > 0)
		lines_addf(lines, "%zu solvent%s left out%s", count, count == 1 ? "" : "s", why);
}

static void add_left_out(struct lines *lines, const struct blend_search *search)
{
	const size_t before = lines->count;

	add_count(lines, search->rejected,
		  ", rejected by a gate in every blend (screen rank --all says why)");
	add_count(lines, search->filtered, " by --where");
	add_count(lines, search->unknown, " because a property that --where asks for is unknown");
	if (search->layered > 0)
		lines_addf(lines,
			   "%zu %s%s left out by --miscible: may part into layers, or nobody knows",
			   search->layered, search->request->parts == 2 ? "pair" : "triple",
			   search->layered == 1 ? "" : "s");
	if (lines->count > before)
		lines_addf(lines, "%s", "");
}

static size_t gainers(const struct blend_search *search)
{
	size_t count = 0;

	for (size_t i = 0; i < search->row_count; i++)
		count += search->rows[i].gain_part > 0.0;
	return count;
}

static void add_gain(struct lines *lines, const struct blend_search *search)
{
	const struct db *db = search->request->evaluator->db;
	char buffer[NUMBER_TEXT_MAX];

	lines_addf(
	    lines,
	    "Gain    of the best composition over the better part by itself, rejected or not: "
	    "%zu of the %zu shown gain",
	    gainers(search), search->row_count);
	if (search->best_single == DB_NO_ROW)
		return;
	lines_addf(lines, "Best    single solvent: " STR_FORMAT ", " STR_FORMAT,
		   STR_ARGS(name_of(db, ROLE_SOLVENT, search->best_single)),
		   STR_ARGS(number_write_fixed(buffer, search->best_single_score, 0)));
}

static void add_reading(struct lines *lines, const struct blend_search *search)
{
	add_gain(lines, search);
	if (search->request->parts == 2)
		lines_addf(lines,
			   "RED     dissolves: vol%% of the second part between which the binder "
			   "stays dissolved (RED at most 1); turbid: vol%% of the poorer part at "
			   "which it falls out, and what the radius of the sphere allows");
	lines_addf(lines,
		   "Gap     between the boiling points, K; miscible: doubtful where regular "
		   "solutions part into layers, a judgement%s",
		   search->request->miscible ? "" : "; --miscible leaves those out");
}

static void add_commands(struct report *report, const struct blend_search *search,
			 const struct run_head *head, struct arena *arena)
{
	struct report_command *commands = ARENA_NEW(arena, 2, struct report_command);

	report->commands = commands;
	if (search->row_count > 0) {
		const struct str film =
		    rank_row_command(head, &search->rows[0].ranking.evaluation->combo, arena);

		commands[report->command_count++] = (struct report_command){"Film    ", film};
	}
	if (head->command.length > 0)
		commands[report->command_count++] =
		    (struct report_command){"Again   ", head->command};
}

static void add_notes(struct lines *lines, const struct blend_search *search,
		      const struct run_head *head)
{
	const size_t sets = search->sets - search->layered;

	add_left_out(lines, search);
	if (search->row_count > 0)
		add_reading(lines, search);
	if (sets > search->row_count && search->row_count > 0)
		lines_addf(lines,
			   search->request->sort == BLEND_BY_GAIN
			       ? "Shown   the %zu of %zu that gain most; --top N shows more"
			       : "Shown   the best %zu of %zu; --top N shows more, --sort gain "
				 "those that gain most",
			   search->row_count, sets);
	rank_add_data_line(lines, head);
}

struct report blend_report(const struct blend_search *search, const struct run_head *head,
			   struct arena *arena)
{
	const void **rows = ARENA_NEW(arena, search->row_count, const void *);
	struct lines title = {.arena = arena};
	struct lines notes = {.arena = arena};
	struct report report = {
	    .format = "slurryscreen-blends/1",
	    .rows_key = "results",
	    .type = blend_record_type(search->request->evaluator, arena),
	    .rows = rows,
	    .row_count = search->row_count,
	    .head = run_head_value(head, arena),
	    .rule_before = SIZE_MAX,
	};

	for (size_t i = 0; i < search->row_count; i++)
		rows[i] = &search->rows[i];
	add_title(&title, search);
	add_notes(&notes, search, head);
	report.title = title.at;
	report.title_count = title.count;
	report.notes = notes.at;
	report.note_count = notes.count;
	add_commands(&report, search, head, arena);
	return report;
}
