/* SPDX-License-Identifier: MIT */
#include "engine/explain_inputs.h"

#include <math.h>

#include "engine/eval_term.h"
#include "model/measure_leaf.h"

/* Where the walk stands. */
struct walk {
	struct explain_inputs *inputs;
	const struct measure_context *context;
	size_t term;
	bool stand_in;
	size_t instead_of;
};

static void add_cell(const struct walk *walk, enum table_id table, uint32_t row, size_t property)
{
	struct explain_inputs *inputs = walk->inputs;
	const double cell = db_cell(walk->context->db, table, row, property);

	for (size_t i = 0; i < inputs->count; i++) {
		const struct explain_input *known = &inputs->items[i];

		if (known->table == table && known->row == row && known->property == property &&
		    known->term == walk->term)
			return;
	}
	inputs->items = arena_extend(inputs->arena, inputs->items, inputs->count, &inputs->capacity,
				     sizeof *inputs->items);
	inputs->items[inputs->count++] = (struct explain_input){
	    .table = table,
	    .row = row,
	    .property = property,
	    .unknown = isnan(cell),
	    .stand_in = walk->stand_in,
	    .instead_of = walk->instead_of,
	    .term = walk->term,
	};
}

static void walk_measure(const struct walk *walk, const struct measure *measure);

/* The stand-in that gave the value, if one did. */
static void walk_stand_in(const struct walk *walk, struct operand operand)
{
	const struct measure_context *context = walk->context;
	struct walk inner = *walk;

	inner.stand_in = true;
	inner.instead_of = operand.property;
	for (size_t i = 0; context->use_stand_ins && i < context->stand_in_count; i++) {
		const struct stand_in *candidate = &context->stand_ins[i];

		if (candidate->missing.role != operand.role ||
		    candidate->missing.property != operand.property ||
		    !num_has_value(measure_num(candidate->instead, context)))
			continue;
		walk_measure(&inner, candidate->instead);
		return;
	}
}

static void walk_operand(const struct walk *walk, struct operand operand)
{
	const struct mixture *mixture = &walk->context->combo->solvent;
	const enum table_id table = role_table(operand.role);
	uint32_t row;

	if (operand.role == ROLE_SOLVENT && mixture->count > 1) {
		for (size_t i = 0; i < mixture->count; i++) {
			struct one_part one;
			struct walk part = *walk;

			part.context = one_part_context(&one, walk->context, i);
			walk_operand(&part, operand);
		}
		return;
	}
	row = combo_row(walk->context->combo, operand.role);
	if (row == DB_NO_ROW)
		return;
	add_cell(walk, table, row, operand.property);
	if (isnan(db_cell(walk->context->db, table, row, operand.property)))
		walk_stand_in(walk, operand);
}

/* The functional class, and what is typical of it. */
static void walk_class(const struct walk *walk, size_t property)
{
	const struct db *db = walk->context->db;
	const struct mixture *mixture = &walk->context->combo->solvent;

	for (size_t i = 0; i < mixture->count; i++)
		for (size_t p = 0; p < db->properties.count; p++) {
			const uint32_t row = mixture->parts[i].row;
			const double cell = db_cell(db, TABLE_SOLVENTS, row, p);

			if (db->properties.rows[p].kind != PROP_CLASS)
				continue;
			add_cell(walk, TABLE_SOLVENTS, row, p);
			if (isfinite(cell))
				add_cell(walk, TABLE_CLASSES, (uint32_t)cell, property);
		}
}

static void walk_sphere(const struct walk *walk, const struct measure *measure, uint32_t binder)
{
	struct combo combo = *walk->context->combo;
	struct measure_context context = *walk->context;
	struct walk inner = *walk;

	combo.binder = binder;
	context.combo = &combo;
	inner.context = &context;
	for (int axis = 0; axis < 3; axis++)
		walk_operand(&inner, (struct operand){ROLE_BINDER, measure->red->binder[axis]});
	walk_measure(&inner, measure->args[0]);
	walk_operand(&inner, (struct operand){ROLE_BINDER, measure->red->trust});
}

static bool has_sphere(const struct db *db, uint32_t binder, const struct red_rule *red)
{
	return !isnan(db_cell(db, TABLE_BINDERS, binder, red->binder[0]));
}

/* A binder without a sphere of its own is judged by those of its parts. */
static void walk_red(const struct walk *walk, const struct measure *measure)
{
	const struct db *db = walk->context->db;
	const struct red_rule *red = measure->red;
	const uint32_t binder = walk->context->combo->binder;
	struct str_list parts = {NULL, 0};

	for (int axis = 0; axis < 3; axis++)
		walk_operand(walk, (struct operand){ROLE_SOLVENT, red->solvent[axis]});
	if (binder == DB_NO_ROW)
		return;
	if (!has_sphere(db, binder, red) && red->parts != SIZE_MAX)
		parts = db_codes(db, TABLE_BINDERS, binder, red->parts);
	if (parts.count == 0)
		walk_sphere(walk, measure, binder);
	else
		walk_operand(walk, (struct operand){ROLE_BINDER, red->parts});
	for (size_t i = 0; i < parts.count; i++)
		for (uint32_t row = 0; row < db->tables[TABLE_BINDERS].count; row++)
			if (str_equal(db->tables[TABLE_BINDERS].materials[row].id, parts.at[i]))
				walk_sphere(walk, measure, row);
}

/* Only the first that has a value was used; without one, all were looked at. */
static void walk_first(const struct walk *walk, const struct measure *measure)
{
	for (size_t i = 0; i < measure->arg_count; i++) {
		if (measure->args[i]->in_sample && !walk->context->use_in_sample)
			continue;
		if (num_has_value(measure_num(measure->args[i], walk->context))) {
			walk_measure(walk, measure->args[i]);
			return;
		}
	}
	for (size_t i = 0; i < measure->arg_count; i++)
		walk_measure(walk, measure->args[i]);
}

static void walk_measure(const struct walk *walk, const struct measure *measure)
{
	switch (measure->op) {
	case MEASURE_VALUE:
	case MEASURE_COUNT:
	case MEASURE_RANGES:
	case MEASURE_WORST:
		walk_operand(walk, measure->operand);
		if (measure->op == MEASURE_WORST && measure->codes->worse_of)
			walk_measure(walk, measure->codes->worse_of);
		return;
	case MEASURE_CLASS:
		walk_class(walk, measure->operand.property);
		return;
	case MEASURE_RED:
		walk_red(walk, measure);
		return;
	case MEASURE_FIRST:
		walk_first(walk, measure);
		return;
	case MEASURE_NUMBER:
	case MEASURE_PRODUCT:
	case MEASURE_RATIO:
	case MEASURE_DIFFERENCE:
	case MEASURE_LOG10:
	case MEASURE_HYPOT:
	case MEASURE_CURVE:
	case MEASURE_LINEAR:
	case MEASURE_VAPOR:
	case MEASURE_FACT:
	case MEASURE_OP_COUNT:
		break;
	}
	for (size_t i = 0; i < measure->arg_count; i++)
		walk_measure(walk, measure->args[i]);
}

static void walk_condition(const struct walk *walk, const struct condition *condition)
{
	switch (condition->op) {
	case CONDITION_IS:
	case CONDITION_HAS:
	case CONDITION_KNOWN:
		walk_operand(walk, condition->operand);
		return;
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		walk_measure(walk, condition->measure);
		return;
	case CONDITION_NOT:
		walk_condition(walk, condition->inner);
		return;
	case CONDITION_FACT:
	case CONDITION_GIVEN:
	case CONDITION_OP_COUNT:
		return;
	}
}

static void walk_reading(const struct walk *outer, const struct reading *reading,
			 struct measure_context context)
{
	struct walk inner = *outer;
	const struct walk *walk = &inner;

	context.stand_ins = reading->stand_ins;
	context.stand_in_count = reading->stand_in_count;
	inner.context = &context;
	for (size_t i = 0; i < reading->case_count; i++)
		for (size_t k = 0; k < reading->cases[i].when.count; k++)
			walk_condition(walk, &reading->cases[i].when.at[k]);
	if (reading->measure)
		walk_measure(walk, reading->measure);
}

/* What the own reading says the term is about: the property that a stand-in replaces as a whole. */
static size_t subject_of(const struct measure *measure)
{
	while (measure && measure->op != MEASURE_VALUE && measure->arg_count > 0)
		measure = measure->args[0];
	return measure && measure->op == MEASURE_VALUE ? measure->operand.property : SIZE_MAX;
}

static void walk_result(struct walk *walk, const struct term *term,
			const struct term_result *result, const struct measure_context *context)
{
	walk_reading(walk, &term->reading, *context);
	if (result->reading == 0 || result->reading == SIZE_MAX)
		return;
	walk->stand_in = true;
	walk->instead_of = subject_of(term->reading.measure);
	walk_reading(walk, &term->instead[result->reading - 1], *context);
	walk->stand_in = false;
	walk->instead_of = SIZE_MAX;
}

void explain_add_term(struct explain_inputs *inputs, const struct evaluator *evaluator,
		      const struct evaluation *evaluation, size_t term)
{
	const struct term *t = &evaluator->model->terms[term];
	const struct measure_context context = evaluator_context(evaluator, &evaluation->combo);
	const struct mixture *mixture = &evaluation->combo.solvent;
	struct walk walk = {.inputs = inputs, .term = term, .instead_of = SIZE_MAX};

	if (!evaluation->terms[term].active)
		return;
	if (t->mix == TERM_MIX_MEASURE || mixture->count < 2)
		walk_result(&walk, t, &evaluation->terms[term], &context);
	for (size_t i = 0; t->mix != TERM_MIX_MEASURE && mixture->count > 1 && i < mixture->count;
	     i++) {
		struct one_part one;
		struct term_result result;
		const struct measure_context *part = one_part_context(&one, &context, i);

		term_evaluate(evaluator, t, &one.combo, &result);
		walk_result(&walk, t, &result, part);
	}
	if (t->cap) {
		walk.context = &context;
		walk_measure(&walk, t->cap);
	}
}

/* The list that decided: the first that holds, or of an unchecked gate every one not decided. */
static void walk_lists(struct walk *walk, const struct gate *gate, enum gate_status status)
{
	for (size_t i = 0; i < gate->any_count; i++) {
		const struct condition_list *list = &gate->any[i];
		const enum truth truth =
		    conditions_hold(list->at, list->count, walk->context, NULL);

		if (truth != (status == GATE_FIRED ? TRUTH_YES : TRUTH_UNKNOWN))
			continue;
		for (size_t k = 0; k < list->count; k++)
			if (condition_holds(&list->at[k], walk->context, NULL) == truth)
				walk_condition(walk, &list->at[k]);
		if (status == GATE_FIRED)
			return;
	}
}

void explain_add_gate(struct explain_inputs *inputs, const struct evaluator *evaluator,
		      const struct evaluation *evaluation, size_t gate)
{
	const struct gate *g = &evaluator->model->gates[gate];
	const struct gate_result *result = &evaluation->gates[gate];
	const struct measure_context context = evaluator_context(evaluator, &evaluation->combo);
	const struct mixture *mixture = &evaluation->combo.solvent;
	struct walk walk = {
	    .inputs = inputs, .context = &context, .term = SIZE_MAX, .instead_of = SIZE_MAX};

	if (result->status == GATE_PASSED)
		return;
	if (!g->each_part || mixture->count < 2) {
		walk_lists(&walk, g, result->status);
		return;
	}
	for (size_t i = 0; i < mixture->count; i++) {
		struct one_part one;

		if (mixture->parts[i].volume < g->from ||
		    (result->status == GATE_FIRED && mixture->parts[i].row != result->part))
			continue;
		walk.context = one_part_context(&one, &context, i);
		walk_lists(&walk, g, result->status);
	}
}
