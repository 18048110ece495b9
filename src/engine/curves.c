/* SPDX-License-Identifier: MIT */
#include "engine/curves.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "engine/eval_term.h"

struct gathering {
	const struct rank_request *named;
	struct arena *arena;
	struct curve_view *views;
	size_t count;
	size_t capacity;
};

struct values {
	struct arena *arena;
	double *at;
	size_t count;
	size_t capacity;
};

static void add_value(struct values *values, double value)
{
	if (!isfinite(value))
		return;
	values->at = arena_extend(values->arena, values->at, values->count, &values->capacity,
				  sizeof *values->at);
	values->at[values->count++] = value;
}

static int compare_doubles(const void *a, const void *b)
{
	const double x = *(const double *)a;
	const double y = *(const double *)b;

	return (x > y) - (x < y);
}

static void keep_values(struct curve_view *view, struct values *values)
{
	if (values->count > 0)
		qsort(values->at, values->count, sizeof *values->at, compare_doubles);
	view->values = values->at;
	view->value_count = values->count;
}

/* ---- the combinations that a measure tells apart ---- */

/* How many materials of a role are meant, if the measure asks for the role. */
static size_t choices(const struct gathering *gathering, role_set roles, enum role role)
{
	const struct rank_request *named = gathering->named;
	const size_t all = named->evaluator->db->tables[role_table(role)].count;
	size_t count = 0;

	if ((roles >> role & 1u) == 0)
		return 1;
	if (role == ROLE_SE)
		count = named->se_count;
	else if (role == ROLE_BINDER)
		count = named->binder_count;
	else if (role == ROLE_SOLVENT)
		count = named->solvent_count;
	else if (named->salt != DB_NO_ROW)
		count = 1;
	return count > 0 ? count : all;
}

/* The n-th material of a role, or none if the measure does not ask for it. */
static uint32_t row_at(const struct gathering *gathering, role_set roles, enum role role, size_t n)
{
	const struct rank_request *named = gathering->named;

	if ((roles >> role & 1u) == 0)
		return DB_NO_ROW;
	if (role == ROLE_SE && named->se_count > 0)
		return named->ses[n];
	if (role == ROLE_BINDER && named->binder_count > 0)
		return named->binders[n];
	if (role == ROLE_SALT && named->salt != DB_NO_ROW)
		return named->salt;
	return (uint32_t)n;
}

static double measure_of(const struct gathering *gathering, const struct measure *measure, size_t n)
{
	const struct rank_request *named = gathering->named;
	const role_set roles = measure->roles;
	size_t at[ROLE_COUNT];
	struct part part;
	struct combo combo;
	struct measure_context context;

	for (int role = 0; role < ROLE_COUNT; role++) {
		const size_t count = choices(gathering, roles, (enum role)role);

		at[role] = n % count;
		n /= count;
	}
	part = (struct part){row_at(gathering, roles, ROLE_SOLVENT, at[ROLE_SOLVENT]), 1.0};
	combo = (struct combo){row_at(gathering, roles, ROLE_SE, at[ROLE_SE]),
			       row_at(gathering, roles, ROLE_BINDER, at[ROLE_BINDER]),
			       row_at(gathering, roles, ROLE_SALT, at[ROLE_SALT]),
			       {&part, (roles >> ROLE_SOLVENT & 1u) != 0}};
	if (combo.solvent.count > 0 && named->solvent_count > 0)
		combo.solvent = named->solvents[at[ROLE_SOLVENT]];
	context = evaluator_context(named->evaluator, &combo);
	return measure_num(measure, &context).value;
}

static void measure_all(const struct gathering *gathering, const struct measure *measure,
			struct curve_view *view)
{
	struct values values = {.arena = gathering->arena};
	size_t count = 1;

	for (int role = 0; role < ROLE_COUNT; role++)
		count *= choices(gathering, measure->roles, (enum role)role);
	for (size_t n = 0; n < count && n < CURVES_COMBINATIONS_MAX; n++)
		add_value(&values, measure_of(gathering, measure, n));
	keep_values(view, &values);
}

/* ---- what the axis is called ---- */

static const struct property *property_of(const struct gathering *gathering,
					  const struct measure *measure)
{
	return &gathering->named->evaluator->db->properties.rows[measure->operand.property];
}

/* The unit of the first property down the tree that keeps it; empty where units go. */
static struct str unit_of(const struct gathering *gathering, const struct measure *measure)
{
	switch (measure->op) {
	case MEASURE_VALUE:
	case MEASURE_CLASS:
		return str_from(property_of(gathering, measure)->unit);
	case MEASURE_PRODUCT:
	case MEASURE_DIFFERENCE:
	case MEASURE_LOG10:
	case MEASURE_HYPOT:
	case MEASURE_FIRST:
	case MEASURE_LINEAR:
		return measure->arg_count > 0 ? unit_of(gathering, measure->args[0])
					      : STR_LITERAL("");
	case MEASURE_VAPOR:
	case MEASURE_NUMBER:
	case MEASURE_RATIO:
	case MEASURE_COUNT:
	case MEASURE_CURVE:
	case MEASURE_RED:
	case MEASURE_WORST:
	case MEASURE_RANGES:
	case MEASURE_FACT:
	case MEASURE_OP_COUNT:
		break;
	}
	return STR_LITERAL("");
}

static struct str label_of(const struct gathering *gathering, const struct measure *measure,
			   struct str otherwise)
{
	return measure->op == MEASURE_VALUE ? str_from(property_of(gathering, measure)->label)
					    : otherwise;
}

/* ---- the curves ---- */

static struct curve_view *add_view(struct gathering *gathering, enum curve_use use,
				   const struct curve *curve)
{
	struct curve_view *view;

	gathering->views = arena_extend(gathering->arena, gathering->views, gathering->count,
					&gathering->capacity, sizeof *gathering->views);
	view = &gathering->views[gathering->count++];
	*view = (struct curve_view){.use = use, .term = SIZE_MAX, .curve = curve};
	return view;
}

static void add_reading(struct gathering *gathering, size_t t, size_t place)
{
	const struct term *term = &gathering->named->evaluator->model->terms[t];
	const struct reading *reading = place == 0 ? &term->reading : &term->instead[place - 1];
	struct curve_view *view;

	if (!reading->curve || !reading->measure)
		return;
	view = add_view(gathering, place == 0 ? CURVE_TERM : CURVE_INSTEAD, reading->curve);
	view->criterion = term->criterion;
	view->term = t;
	view->place = place;
	view->label = place == 0 ? term->label
				 : label_of(gathering, reading->measure, STR_LITERAL("stand-in"));
	view->unit = unit_of(gathering, reading->measure);
	measure_all(gathering, reading->measure, view);
}

/* Numbers in the facts that the rule would hear. */
static void add_measured(struct gathering *gathering, size_t c)
{
	const struct evaluator *evaluator = gathering->named->evaluator;
	const struct measured *measured = evaluator->model->criteria[c].measured;
	struct values values = {.arena = gathering->arena};
	const struct fact_column *column;
	struct curve_view *view;

	if (!measured || !measured->curve || measured->number == SIZE_MAX)
		return;
	column = &fact_files[measured->query.kind].columns[measured->number];
	view = add_view(gathering, CURVE_MEASURED, measured->curve);
	view->criterion = c;
	view->label = str_from(column->label);
	view->unit = str_from(column->unit);
	for (size_t i = 0; i < evaluator->db->fact_count; i++) {
		const struct fact *fact = &evaluator->db->facts[i];
		double number;

		if (fact->kind == measured->query.kind &&
		    number_read(str_trim(fact->cells[measured->number]), &number, NULL) ==
			NUMBER_OK)
			add_value(&values, number);
	}
	keep_values(view, &values);
}

static void add_limit(struct gathering *gathering, size_t c)
{
	const struct criterion *criterion = &gathering->named->evaluator->model->criteria[c];
	struct curve_view *view;

	if (!criterion->limit)
		return;
	view = add_view(gathering, CURVE_LIMIT, criterion->limit);
	view->criterion = c;
	view->label = criterion->label;
}

size_t curves_of(const struct rank_request *named, const struct curve_view **views,
		 struct arena *arena)
{
	const struct model *model = named->evaluator->model;
	struct gathering gathering = {.named = named, .arena = arena};

	for (size_t c = 0; c < model->criterion_count; c++) {
		const struct criterion *criterion = &model->criteria[c];

		for (size_t i = 0; i < criterion->term_count; i++) {
			const size_t t = criterion->first_term + i;

			for (size_t place = 0; place <= model->terms[t].instead_count; place++)
				add_reading(&gathering, t, place);
		}
		add_measured(&gathering, c);
		add_limit(&gathering, c);
	}
	*views = gathering.views;
	return gathering.count;
}
