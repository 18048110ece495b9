/* SPDX-License-Identifier: MIT */
/* Published recipes, each through the model of its route, rules only. */
#include <math.h>
#include <stdlib.h>

#include "engine/backtest_parts.h"

/* Criteria at or above this are no reason for anything. */
static const double good_enough = 0.8;

static size_t model_of_route(const struct model *const *models, size_t count, struct str route)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(models[i]->route, route))
			return i;
	return SIZE_MAX;
}

static bool in_table(const struct fact *fact)
{
	const size_t column = fact_column_find(FACT_SYSTEM, STR_LITERAL("table1"));

	return column != SIZE_MAX && fact->cells[column].length > 0;
}

/* The liquid as published; equal parts where the fractions are not. */
static struct mixture liquid_of(const struct fact *fact, bool *equal_parts, struct arena *arena)
{
	struct part *parts = ARENA_NEW(arena, fact->part_count, struct part);

	*equal_parts = false;
	for (size_t i = 0; i < fact->part_count; i++) {
		const bool known = !isnan(fact->parts[i].fraction);

		parts[i].row = fact->parts[i].row;
		parts[i].volume = known ? fact->parts[i].fraction : 1.0 / (double)fact->part_count;
		*equal_parts = *equal_parts || (!known && fact->part_count > 1);
	}
	return (struct mixture){parts, fact->part_count};
}

static uint32_t row_or_none(uint32_t row)
{
	return row == FACT_NOBODY ? DB_NO_ROW : row;
}

/* A rejection counts below every score. */
static bool is_lower(const struct evaluation *a, const struct evaluation *b)
{
	if (!b || a->rejected != b->rejected)
		return !b || a->rejected;
	return a->score.value < b->score.value;
}

static void try_electrolyte(const struct evaluator *evaluator, struct backtest_system *row,
			    const struct combo *combo, struct arena *arena)
{
	struct evaluation *evaluation = evaluation_new(evaluator->model, arena);

	evaluate(evaluator, combo, evaluation);
	if (!is_lower(evaluation, row->evaluation))
		return;
	row->evaluation = evaluation;
	row->judged = combo->se;
}

/* A recipe for "sulfide" should do for each: the lowest score counts. */
static void try_recipe(const struct evaluator *evaluator, struct backtest_system *row,
		       struct arena *arena)
{
	const struct fact *fact = row->fact;
	const size_t electrolytes = evaluator->db->tables[TABLE_ELECTROLYTES].count;
	struct combo combo = {fact->subject, row_or_none(fact->binder), row_or_none(fact->salt),
			      liquid_of(fact, &row->equal_parts, arena)};

	if (combo.binder == DB_NO_ROW ||
	    (fact->part_count == 0 && evaluator->model->solvent == SOLVENT_NEEDED))
		return;
	if (fact->subject != FACT_ANY) {
		try_electrolyte(evaluator, row, &combo, arena);
		return;
	}
	for (combo.se = 0; combo.se < electrolytes; combo.se++)
		try_electrolyte(evaluator, row, &combo, arena);
}

static int table_first(const void *a, const void *b)
{
	const struct backtest_system *x = a;
	const struct backtest_system *y = b;
	const bool first = in_table(x->fact);

	if (first != in_table(y->fact))
		return first ? -1 : 1;
	if (x->route != y->route)
		return x->route < y->route ? -1 : 1;
	return str_compare(x->fact->id, y->fact->id);
}

static void count_table(struct backtest_systems *systems, const struct model *const *models)
{
	for (size_t i = 0; i < systems->count; i++) {
		const struct backtest_system *row = &systems->rows[i];

		if (!row->evaluation || !in_table(row->fact))
			continue;
		systems->table_rejected += row->evaluation->rejected;
		if (!str_is(models[row->route]->route, "slurry") || row->fact->part_count != 1)
			continue;
		systems->table_slurries++;
		if (!systems->lowest_slurry ||
		    is_lower(row->evaluation, systems->lowest_slurry->evaluation))
			systems->lowest_slurry = row;
	}
}

const struct backtest_systems *backtest_systems_run(const struct evaluator *evaluator,
						    const struct model *const *models,
						    size_t model_count, struct arena *arena)
{
	struct backtest_systems *systems = ARENA_NEW(arena, 1, struct backtest_systems);
	struct evaluator *evaluators = ARENA_NEW(arena, model_count, struct evaluator);
	const struct db *db = evaluator->db;

	for (size_t i = 0; i < model_count; i++) {
		evaluators[i] = backtest_rules_only(evaluator);
		evaluators[i].model = models[i];
	}
	systems->evaluators = evaluators;
	systems->evaluator_count = model_count;
	systems->rows = ARENA_NEW(arena, db->fact_count, struct backtest_system);
	for (size_t i = 0; i < db->fact_count; i++) {
		struct backtest_system *row = &systems->rows[systems->count];

		if (db->facts[i].kind != FACT_SYSTEM)
			continue;
		systems->count++;
		row->fact = &db->facts[i];
		row->judged = DB_NO_ROW;
		row->route = model_of_route(models, model_count, backtest_route(row->fact));
		if (row->route != SIZE_MAX)
			try_recipe(&evaluators[row->route], row, arena);
	}
	qsort(systems->rows, systems->count, sizeof *systems->rows, table_first);
	count_table(systems, models);
	return systems;
}

/* The criterion that takes most off the total, by weight or by its limit. */
static size_t heaviest_criterion(const struct model *model, const struct evaluation *evaluation)
{
	size_t found = SIZE_MAX;
	double most = 0.0;

	if (evaluation->limited_by != SIZE_MAX)
		return evaluation->limited_by;
	for (size_t i = 0; i < model->criterion_count; i++) {
		const double value = evaluation->criteria[i].value.value;
		const double loss = -model->criteria[i].weight * log(fmax(value, model->floor));

		if (evaluation->criteria[i].active && value < good_enough && loss > most) {
			found = i;
			most = loss;
		}
	}
	return found;
}

static void add_measure(struct text *text, const struct model *model,
			const struct evaluation *evaluation, size_t term)
{
	const struct term_result *result = &evaluation->terms[term];

	text_addf(text, ", " STR_FORMAT, STR_ARGS(model->terms[term].label));
	if (result->desirability.state == NUM_MISSING)
		text_add(text, STR_LITERAL(" not known"));
	else if (!isnan(result->measure.value) && model->terms[term].reading.case_count == 0 &&
		 model->terms[term].reading.word_count == 0)
		text_addf(text, " %.2f", result->measure.value);
}

struct str backtest_reason(const struct evaluator *evaluator, const struct evaluation *evaluation,
			   struct arena *arena)
{
	const struct model *model = evaluator->model;
	const size_t criterion = heaviest_criterion(model, evaluation);
	struct text text;
	size_t term;

	text_init(&text, arena);
	if (evaluation->rejected)
		for (size_t i = 0; i < model->gate_count; i++)
			if (model->gates[i].verdict == GATE_REJECT &&
			    evaluation->gates[i].status == GATE_FIRED)
				text_addf(&text, "%s" STR_FORMAT, text.length ? "; " : "",
					  STR_ARGS(model->gates[i].id));
	if (evaluation->rejected || criterion == SIZE_MAX)
		return text_str(&text);
	term = backtest_worst_term(model, evaluation, criterion);
	text_addf(&text, STR_FORMAT " %.2f", STR_ARGS(model->criteria[criterion].id),
		  evaluation->criteria[criterion].value.value);
	if (term != SIZE_MAX)
		add_measure(&text, model, evaluation, term);
	return text_str(&text);
}
