/* SPDX-License-Identifier: MIT */
#include "engine/explain_record.h"

#include <math.h>
#include <string.h>

#include "base/lines.h"
#include "engine/explain_fields.h"
#include "engine/rank_parts.h"

/* The tables of the explanation, in order. */
enum section {
	PART_RESULT,
	PART_CRITERIA,
	PART_CELLS,
	PART_ROWS,
	PART_GATES,
	PART_PRECEDENTS,
	PART_CHANGES,
	PART_SOURCES,
	PART_COUNT
};

struct part_info {
	const char *key;
	const char *title;
	const struct record_type *type; /* NULL: not of steps */
	unsigned kinds;                 /* bits of enum step_kind */
};

#define KIND(kind) (1U << (kind))

static const struct part_info parts[PART_COUNT] = {
    [PART_RESULT] = {"result", NULL, NULL, 0},
    [PART_CRITERIA] = {"criteria", "What the score is made of", &explain_criteria_type,
		       KIND(STEP_CRITERION) | KIND(STEP_TERM) | KIND(STEP_MEASURED) |
			   KIND(STEP_FACTOR) | KIND(STEP_LIMIT)},
    [PART_CELLS] = {"inputs", "Which numbers it rests on", &explain_cell_type, KIND(STEP_INPUT)},
    [PART_ROWS] = {"measured", "Measured rows that count", &explain_row_type, KIND(STEP_ROW)},
    [PART_GATES] = {"gates", "Gates", &explain_gate_type, KIND(STEP_GATE)},
    [PART_PRECEDENTS] = {"precedents", "What others have done", &explain_precedent_type,
			 KIND(STEP_PRECEDENT)},
    [PART_CHANGES] = {"changes", "What would change this", &explain_change_type, KIND(STEP_CHANGE)},
    [PART_SOURCES] = {"sources", "Sources", &explain_source_type, KIND(STEP_SOURCE)},
};

/* ---- lines of the parts ---- */

/* "100 x mean 0.79 = 78.9, times 0.75 = 59.2". */
static void add_total_line(const struct explain_build *build, struct lines *lines)
{
	const struct evaluation *evaluation = build->evaluation;
	struct text text;

	text_init(&text, build->arena);
	text_addf(&text, "Total   weighted geometric mean of the criteria: %.1f", evaluation->mean);
	if (evaluation->factor < 1.0)
		text_addf(&text, "; times %.2f: %.1f", evaluation->factor,
			  evaluation->factor * evaluation->mean);
	if (evaluation->limited_by != SIZE_MAX &&
	    evaluation->factor * evaluation->mean > evaluation->score.value)
		text_addf(&text, "; held down by " STR_FORMAT " to %.1f",
			  STR_ARGS(build->evaluator->model->criteria[evaluation->limited_by].id),
			  evaluation->score.value);
	lines_add(lines, &text);
}

static void add_criteria_lines(const struct explain_build *build, struct lines *lines)
{
	add_total_line(build, lines);
	lines_addf(lines, "Marks   d is the desirability, 0 to 1: ~ inferred from a stand-in, ? "
			  "nothing known; costs are points of 100");
}

/* "fired      reject  strong-donor (by inference): why; because [source]". */
static void add_gate_line(struct lines *lines, const struct explain_step *step)
{
	struct text text;

	text_init(&text, lines->arena);
	text_addf(&text, "%-9s  " STR_FORMAT " " STR_FORMAT,
		  str_is(step->status, "fired") ? "FIRED" : "unchecked", STR_ARGS(step->known),
		  STR_ARGS(step->id));
	if (step->by.length > 0)
		text_addf(&text, ", by " STR_FORMAT, STR_ARGS(step->by));
	if (isfinite(step->weight))
		text_addf(&text, ", factor %.2f", step->weight);
	text_addf(&text, ": " STR_FORMAT, STR_ARGS(step->why));
	if (step->shown.length > 0)
		text_addf(&text, " - " STR_FORMAT, STR_ARGS(step->shown));
	if (step->source.length > 0)
		text_addf(&text, " [" STR_FORMAT "]", STR_ARGS(step->source));
	lines_add(lines, &text);
}

static void add_gate_lines(const struct explain_build *build, struct lines *lines)
{
	struct text passed;
	size_t count = 0;

	text_init(&passed, build->arena);
	text_add(&passed, STR_LITERAL("passed     "));
	for (size_t i = 0; i < build->count; i++) {
		const struct explain_step *step = &build->steps[i];

		if (step->kind != STEP_GATE)
			continue;
		if (!str_is(step->status, "passed")) {
			add_gate_line(lines, step);
			continue;
		}
		text_addf(&passed, "%s" STR_FORMAT, count++ > 0 ? ", " : "", STR_ARGS(step->id));
	}
	if (count > 0)
		lines_add(lines, &passed);
}

static void add_change_lines(const struct explain_build *build, struct lines *lines)
{
	for (size_t i = 0; i < build->count; i++)
		if (build->steps[i].kind == STEP_CHANGE)
			lines_addf(lines, "*  " STR_FORMAT, STR_ARGS(build->steps[i].what));
	if (lines->count == 0)
		lines_addf(lines, "Nothing: no single term moves the verdict or the interval.");
}

static void add_precedent_lines(struct lines *lines, size_t rows)
{
	if (rows == 0)
		lines_addf(lines, "Nothing published about this liquid and this electrolyte, its "
				  "family, or sulfides at large.");
}

/* "hansen2011  Hansen, ...; doi:10.1016/..." */
static void add_source_lines(const struct explain_build *build, struct lines *lines)
{
	int width = 0;

	for (size_t i = 0; i < build->count; i++)
		if (build->steps[i].kind == STEP_SOURCE && (int)build->steps[i].id.length > width)
			width = (int)build->steps[i].id.length;
	for (size_t i = 0; i < build->count; i++) {
		const struct explain_step *step = &build->steps[i];
		const struct citation *citation = step->citation;

		if (step->kind != STEP_SOURCE)
			continue;
		lines_addf(lines, "%-*.*s  " STR_FORMAT "%s" STR_FORMAT, width, STR_ARGS(step->id),
			   STR_ARGS(step->what),
			   citation->doi.length > 0   ? ", doi:"
			   : citation->url.length > 0 ? ", "
						      : "",
			   STR_ARGS(citation->doi.length > 0 ? citation->doi : citation->url));
	}
}

/* ---- parts ---- */

static void take_steps(const struct explain_build *build, const struct part_info *info,
		       struct report *report)
{
	const void **rows = ARENA_NEW(build->arena, build->count + 1, const void *);

	for (size_t i = 0; i < build->count; i++)
		if (info->kinds >> build->steps[i].kind & 1U)
			rows[report->row_count++] = &build->steps[i];
	report->rows = rows;
}

/* The whole record of the ranking, for machines; people have read it in the title. */
static void take_result(const struct explain_build *build, struct report *report)
{
	const struct record_type *whole = rank_record_type(build->evaluator, build->arena);
	struct record_type *type = ARENA_NEW(build->arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(build->arena, whole->count, struct field);
	struct ranking_row *row = ARENA_NEW(build->arena, 1, struct ranking_row);
	const void **rows = ARENA_NEW(build->arena, 1, const void *);

	*type = *whole;
	memcpy(fields, whole->fields, whole->count * sizeof *fields);
	for (size_t i = 0; i < whole->count; i++)
		fields[i].where &= ~(unsigned)FIELD_PEOPLE;
	type->fields = fields;
	*row = (struct ranking_row){.evaluation = build->evaluation};
	row->precedent_count = rank_precedents(build->evaluator, &build->evaluation->combo,
					       &row->precedents, build->arena);
	rows[0] = row;
	report->type = type;
	report->rows = rows;
	report->row_count = 1;
}

static void make_part(const struct explain_build *build, enum section part, struct report *report)
{
	const struct part_info *info = &parts[part];
	struct lines lines = {.arena = build->arena};

	*report =
	    (struct report){.rows_key = info->key, .type = info->type, .rule_before = SIZE_MAX};
	if (part == PART_RESULT)
		take_result(build, report);
	else
		take_steps(build, info, report);
	if (part == PART_CRITERIA)
		add_criteria_lines(build, &lines);
	if (part == PART_GATES)
		add_gate_lines(build, &lines);
	if (part == PART_CHANGES)
		add_change_lines(build, &lines);
	if (part == PART_SOURCES)
		add_source_lines(build, &lines);
	if (part == PART_PRECEDENTS)
		add_precedent_lines(&lines, report->row_count);
	report->notes = lines.at;
	report->note_count = lines.count;
	if (info->title && (report->row_count > 0 || lines.count > 0)) {
		struct str *title = ARENA_NEW(build->arena, 1, struct str);

		*title = str_from(info->title);
		report->title = title;
		report->title_count = 1;
	}
}

/* ---- the whole ---- */

static struct str title_line(const struct explain_build *build)
{
	const struct db *db = build->evaluator->db;
	const struct combo *combo = &build->evaluation->combo;
	const struct material *liquid = rank_material(db, combo, ROLE_SOLVENT, build->arena);
	const struct material *binder = rank_material(db, combo, ROLE_BINDER, build->arena);
	const struct material *salt = rank_material(db, combo, ROLE_SALT, build->arena);
	const struct material *se = rank_material(db, combo, ROLE_SE, build->arena);
	struct text text;

	text_init(&text, build->arena);
	if (liquid)
		text_addf(&text, STR_FORMAT " with ", STR_ARGS(liquid->name));
	if (binder)
		text_addf(&text, STR_FORMAT, STR_ARGS(rank_short_name(binder)));
	if (salt)
		text_addf(&text, " and " STR_FORMAT, STR_ARGS(rank_short_name(salt)));
	text_addf(&text, " for " STR_FORMAT ", " STR_FORMAT " route", STR_ARGS(rank_short_name(se)),
		  STR_ARGS(build->evaluator->model->route));
	return text_str(&text);
}

static struct str score_line(const struct explain_build *build)
{
	const struct evaluation *evaluation = build->evaluation;
	struct text text;

	text_init(&text, build->arena);
	text_addf(&text, "%.0f of 100, between %.0f and %.0f: " STR_FORMAT, evaluation->score.value,
		  evaluation->score.low, evaluation->score.high,
		  STR_ARGS(evaluation_verdict(build->evaluator->model, evaluation)));
	if (evaluation->capped && !evaluation->rejected)
		text_addf(&text, " (held down by what is unknown)");
	return text_str(&text);
}

/* "Rests on   measured 12%, compiled 40%, ...": the coverage and its shares. */
static struct str coverage_line(const struct explain_build *build)
{
	const struct evaluation *evaluation = build->evaluation;
	struct text text;

	text_init(&text, build->arena);
	text_addf(&text, "Weights rest on numbers that are");
	for (size_t i = 0; i < NUM_KIND_COUNT; i++)
		if (evaluation->coverage_kinds[i] >= 0.005)
			text_addf(&text, " %s %.0f%%,", num_kind_word((enum num_kind)i),
				  100.0 * evaluation->coverage_kinds[i]);
	text_addf(&text, " inferred %.0f%%, missing %.0f%%", 100.0 * evaluation->coverage_inferred,
		  100.0 * evaluation->coverage_missing);
	return text_str(&text);
}

static void add_title(const struct explain_build *build, struct report *report)
{
	struct str *title = ARENA_NEW(build->arena, 3, struct str);

	title[0] = title_line(build);
	title[1] = score_line(build);
	title[2] = coverage_line(build);
	report->title = title;
	report->title_count = 3;
}

struct report explain_report(const struct evaluator *evaluator, const struct evaluation *evaluation,
			     const struct run_head *head, struct arena *arena,
			     struct diag_sink *sink)
{
	struct explain_build build = {.evaluator = evaluator,
				      .evaluation = evaluation,
				      .ledger = ledger_read(evaluator->db, arena, sink),
				      .citations = citations_read(evaluator->db, arena, sink),
				      .arena = arena};
	struct report *made = ARENA_NEW(arena, PART_COUNT, struct report);
	const struct part_info all = {.kinds = ~0U};
	struct report report = {.format = "slurryscreen-explanation/1",
				.rows_key = "steps",
				.type = &explain_step_type,
				.parts = made,
				.part_count = PART_COUNT,
				.rule_before = SIZE_MAX};
	struct run_head full = *head;

	explain_add_criteria(&build);
	explain_add_cells(&build);
	explain_add_rows(&build);
	explain_add_gates(&build);
	explain_add_precedents(&build);
	explain_add_changes(&build);
	explain_add_sources(&build);
	for (int i = 0; i < PART_COUNT; i++)
		make_part(&build, (enum section)i, &made[i]);
	take_steps(&build, &all, &report);
	full.salt = evaluation->combo.salt != DB_NO_ROW;
	full.dry = evaluation->combo.solvent.count == 0;
	report.head = run_head_value(&full, arena);
	add_title(&build, &report);
	rank_add_data(&report, &full, arena);
	return report;
}
