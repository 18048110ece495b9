/* SPDX-License-Identifier: MIT */
/* What somebody observed: measured rows that count, gates with their witnesses, precedents. */
#include <math.h>

#include "base/number.h"
#include "engine/eval_term.h"
#include "engine/explain_step.h"
#include "engine/rank.h"
#include "model/gate_text.h"

/* Rows that one criterion hears; more are not written down. */

/* Does the column say something that has no place of its own? */
static bool is_detail(const struct fact_column *column)
{
	switch (column->kind) {
	case FACT_VALUE:
	case FACT_TEMPERATURE:
	case FACT_NUMBER:
		return true;
	case FACT_TEXT:
		return str_is(str_from(column->key), "note");
	case FACT_ID:
	case FACT_SUBJECT:
	case FACT_SOLVENTS:
	case FACT_BINDER:
	case FACT_SALT:
	case FACT_OUTCOME:
	case FACT_GRADE:
	case FACT_CHOICE:
	case FACT_SOURCE:
		break;
	}
	return false;
}

/* "retention 0.95; temperature 25 degC; the note". */
static struct str fact_details(const struct explain_build *build, const struct fact *fact)
{
	const struct fact_file *file = &fact_files[fact->kind];
	struct text text;

	text_init(&text, build->arena);
	for (size_t i = 0; i < file->column_count; i++) {
		const struct fact_column *column = &file->columns[i];

		if (!is_detail(column) || fact->cells[i].length == 0)
			continue;
		if (text.length > 0)
			text_add(&text, STR_LITERAL("; "));
		if (column->kind != FACT_TEXT)
			text_addf(&text, "%s ", column->label);
		text_add(&text, fact->cells[i]);
		if (column->unit[0] && column->kind != FACT_TEXT)
			text_addf(&text, " %s", column->unit);
	}
	return text_str(&text);
}

static struct str row_id(const struct explain_build *build, enum table_id table, uint32_t row)
{
	if (row == FACT_ANY)
		return STR_LITERAL("sulfides at large");
	if (row == FACT_NOBODY)
		return (struct str){NULL, 0};
	return explain_material_name(build, table, row);
}

/* "li6ps5cl in anisole", "recipe: li6ps5cl with nbr from anisole". */
static struct str fact_title(const struct explain_build *build, const struct fact *fact)
{
	const struct str subject = row_id(build, fact->subject_table, fact->subject);
	struct text text;

	text_init(&text, build->arena);
	text_add(&text, subject);
	if (fact->binder != FACT_NOBODY)
		text_addf(&text, " with " STR_FORMAT,
			  STR_ARGS(row_id(build, TABLE_BINDERS, fact->binder)));
	for (size_t i = 0; i < fact->part_count; i++)
		text_addf(&text, "%s" STR_FORMAT,
			  i > 0                       ? " + "
			  : fact->kind == FACT_SYSTEM ? " from "
						      : " in ",
			  STR_ARGS(row_id(build, TABLE_SOLVENTS, fact->parts[i].row)));
	return text_str(&text);
}

static void fill_fact(const struct explain_build *build, struct explain_step *step,
		      const struct fact *fact)
{
	step->id = fact->id;
	step->what = fact_title(build, fact);
	step->of = row_id(build, fact->subject_table, fact->subject);
	step->status = str_from(fact_outcome_word(fact));
	step->by = str_from(fact_grade_word(fact));
	step->known = str_from(fact_files[fact->kind].singular);
	step->why = fact_details(build, fact);
	if (fact->own)
		step->why = explain_text(build, "your own row%s" STR_FORMAT,
					 step->why.length > 0 ? ": " : "", STR_ARGS(step->why));
	explain_step_cite(build, step, fact_cell(fact, FACT_SOURCE));
}

static void add_heard(struct explain_build *build, const struct criterion *criterion)
{
	struct heard_row rows[HEARD_ROWS_MAX];
	const size_t count = criterion_heard(build->evaluator, criterion, &build->evaluation->combo,
					     rows, HEARD_ROWS_MAX);

	for (size_t i = 0; i < count; i++) {
		struct explain_step *step = explain_step_add(build, STEP_ROW);

		fill_fact(build, step, rows[i].fact);
		step->criterion = criterion->id;
		step->desirability = rows[i].desirability;
		step->weight = rows[i].weight;
		if (rows[i].fact->own)
			step->why = explain_text(
			    build, STR_FORMAT "; it overrides what the literature says",
			    STR_ARGS(step->why));
	}
}

/* A number that a term reads off facts. */
struct number_rows {
	struct explain_build *build;
	const struct term *term;
	size_t column;
};

static bool add_number_row(void *state, const struct fact *fact)
{
	const struct number_rows *rows = state;
	struct explain_build *build = rows->build;
	struct explain_step *step;
	double number;

	if (number_read(str_trim(fact->cells[rows->column]), &number, NULL) != NUMBER_OK)
		return true;
	step = explain_step_add(build, STEP_ROW);
	fill_fact(build, step, fact);
	step->criterion = build->evaluator->model->criteria[rows->term->criterion].id;
	step->term = rows->term->id;
	step->value = value_number(number);
	return true;
}

static void add_numbers(struct explain_build *build, const struct term *term,
			const struct measure *measure)
{
	const struct measure_context context =
	    evaluator_context(build->evaluator, &build->evaluation->combo);
	struct number_rows rows = {build, term, SIZE_MAX};

	if (measure->op == MEASURE_FACT && measure->fact->number != SIZE_MAX) {
		rows.column = measure->fact->number;
		fact_query_visit(measure->fact, &context, add_number_row, &rows);
	}
	for (size_t i = 0; i < measure->arg_count; i++)
		add_numbers(build, term, measure->args[i]);
}

static void add_term_numbers(struct explain_build *build, size_t t)
{
	const struct term *term = &build->evaluator->model->terms[t];
	const struct term_result *result = &build->evaluation->terms[t];

	if (result->active && result->reading != SIZE_MAX && explain_reading(term, result)->measure)
		add_numbers(build, term, explain_reading(term, result)->measure);
}

void explain_add_rows(struct explain_build *build)
{
	const struct model *model = build->evaluator->model;

	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *criterion = &model->criteria[i];

		if (!build->evaluation->criteria[i].active)
			continue;
		for (size_t t = 0; t < criterion->term_count; t++)
			add_term_numbers(build, criterion->first_term + t);
		add_heard(build, criterion);
	}
}

/* ---- gates ---- */

/* "donor number of nmp 27.3 kcal/mol; class of nmp lactam". */
static struct str cells_text(const struct explain_build *build, const struct explain_inputs *inputs)
{
	struct text text;

	text_init(&text, build->arena);
	for (size_t i = 0; i < inputs->count; i++) {
		const struct explain_input *input = &inputs->items[i];

		text_addf(&text, "%s" STR_FORMAT " of " STR_FORMAT ": " STR_FORMAT,
			  i > 0 ? "; " : "",
			  STR_ARGS(explain_property_label(build, input->property)),
			  STR_ARGS(explain_material_name(build, input->table, input->row)),
			  STR_ARGS(explain_cell(build, input)));
	}
	return text_str(&text);
}

/* What a fired gate rests on, and what an unchecked one lacks. */
static struct str gate_cells(const struct explain_build *build, size_t gate)
{
	const struct gate_result *result = &build->evaluation->gates[gate];
	struct explain_inputs inputs = {.arena = build->arena};

	if (result->status == GATE_FIRED && result->witness)
		return explain_text(build, STR_FORMAT ": %s (" STR_FORMAT ")%s",
				    STR_ARGS(fact_title(build, result->witness)),
				    fact_outcome_word(result->witness),
				    STR_ARGS(result->witness->id),
				    result->witness->own ? ", your own row" : "");
	explain_add_gate(&inputs, build->evaluator, build->evaluation, gate);
	if (result->status == GATE_UNCHECKED && inputs.count == 0)
		return STR_LITERAL("measured rows are switched off");
	return cells_text(build, &inputs);
}

static const char *gate_status_word(enum gate_status status)
{
	switch (status) {
	case GATE_FIRED:
		return "fired";
	case GATE_UNCHECKED:
		return "unchecked";
	case GATE_PASSED:
		break;
	}
	return "passed";
}

static void add_gate(struct explain_build *build, size_t gate)
{
	const struct gate *g = &build->evaluator->model->gates[gate];
	const struct gate_result *result = &build->evaluation->gates[gate];
	struct explain_step *step = explain_step_add(build, STEP_GATE);

	step->id = g->id;
	step->status = str_from(gate_status_word(result->status));
	step->known = str_from(g->verdict == GATE_REJECT ? "reject" : "warn");
	step->why = result->status == GATE_FIRED
			? gate_text(g, build->evaluator->db, &build->evaluation->combo,
				    result->part, build->arena)
			: gate_text_short(g);
	if (g->factor < 1.0)
		step->weight = g->factor;
	if (result->status != GATE_PASSED)
		step->shown = gate_cells(build, gate);
	if (result->status == GATE_FIRED) {
		step->by = str_from(result->by_measurement ? "measurement" : "inference");
		if (g->each_part && result->part != DB_NO_ROW)
			step->of = explain_material_name(build, TABLE_SOLVENTS, result->part);
	}
	explain_step_cite(build, step,
			  result->witness ? fact_cell(result->witness, FACT_SOURCE) : g->source);
}

/* Those that say something first: fired, then unchecked, then passed; reject before warn. */
void explain_add_gates(struct explain_build *build)
{
	static const enum gate_status order[] = {GATE_FIRED, GATE_UNCHECKED, GATE_PASSED};
	const struct model *model = build->evaluator->model;

	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; i < model->gate_count; i++)
			if (build->evaluation->gates[i].status == order[k])
				add_gate(build, i);
}

/* ---- precedents ---- */

static const char *scope_of(const struct explain_build *build, const struct fact *fact)
{
	if (fact->subject == build->evaluation->combo.se)
		return "this electrolyte";
	return fact->subject == FACT_ANY ? "sulfides" : "its family";
}

void explain_add_precedents(struct explain_build *build)
{
	const struct fact *const *facts;
	const size_t count =
	    rank_precedents(build->evaluator, &build->evaluation->combo, &facts, build->arena);

	for (size_t i = 0; i < count; i++) {
		struct explain_step *step = explain_step_add(build, STEP_PRECEDENT);

		fill_fact(build, step, facts[i]);
		step->shown = str_from(scope_of(build, facts[i]));
	}
}
