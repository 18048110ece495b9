/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "slow_view.h"

/* ---- measures ---- */

static double vapor(double boiling)
{
	const double r = 8.314462618;
	double tb = boiling + 273.15;
	double hb = tb * (36.61 + r * log(tb));
	double h25 = hb * pow((1.0 - 298.15 / (1.5 * tb)) / (1.0 - 1.0 / 1.5), 0.38);

	return slow_has(boiling) ? 101.325 * exp(-(hb + h25) / 2.0 / r * (1.0 / 298.15 - 1.0 / tb))
				 : slow_nothing();
}

static double no_absent(double x)
{
	return slow_has(x) ? x : slow_nothing();
}

static double by_op(const struct view *view, const struct measure *m)
{
	double a = slow_nothing();
	double b = slow_nothing();

	if (m->op == MEASURE_VALUE)
		return slow_value(view, &m->operand);
	if (m->arg_count > 0 && m->op != MEASURE_RED && m->op != MEASURE_FIRST)
		a = no_absent(slow_measure(view, m->args[0]));
	if (m->arg_count > 1 && m->op != MEASURE_FIRST)
		b = no_absent(slow_measure(view, m->args[1]));
	switch (m->op) {
	case MEASURE_NUMBER:
		return m->number;
	case MEASURE_PRODUCT:
		for (size_t i = 1; i < m->arg_count; i++)
			a *= no_absent(slow_measure(view, m->args[i]));
		return a;
	case MEASURE_RATIO:
		return b != 0.0 ? a / b : slow_nothing();
	case MEASURE_DIFFERENCE:
		return a - b;
	case MEASURE_LOG10:
		return a > 0.0 ? log10(a) : slow_nothing();
	case MEASURE_HYPOT:
		return sqrt(a * a + b * b);
	case MEASURE_COUNT:
		return slow_count_codes(view, &m->operand);
	case MEASURE_CURVE:
		return isnan(a) ? a : slow_draw_line(m->curve, a);
	case MEASURE_LINEAR:
		return a * m->factor + m->offset;
	case MEASURE_FIRST:
		for (size_t i = 0; i < m->arg_count; i++)
			if (!m->args[i]->in_sample || view->evaluator->options.use_in_sample) {
				a = slow_measure(view, m->args[i]);
				if (slow_has(a))
					return a;
			}
		return slow_nothing();
	case MEASURE_RED:
		return slow_red(view, m);
	case MEASURE_WORST:
		return slow_worst_code(view, m);
	case MEASURE_RANGES:
		return slow_middle_of_range(view, m);
	case MEASURE_CLASS:
		return slow_of_class(view, m->operand.property);
	case MEASURE_VAPOR:
		return vapor(a);
	case MEASURE_FACT:
		return slow_mean_fact_number(view, m->fact);
	case MEASURE_VALUE:
	case MEASURE_OP_COUNT:
		break;
	}
	return slow_nothing();
}

double slow_measure(const struct view *view, const struct measure *m)
{
	double values[MIXTURE_PARTS_MAX];

	if (m->mix != MEASURE_MIX_POWER || view->combo->solvent.count < 2)
		return by_op(view, m);
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		struct alone a;

		values[i] = by_op(slow_alone(&a, view, i), m);
		if (!slow_has(values[i]))
			return slow_nothing();
	}
	return slow_mix_power(view, values, 4.0);
}

/* ---- conditions ---- */

static enum truth cell_says(const struct view *view, const struct condition *c, uint32_t row)
{
	enum table_id table = role_table(c->operand.role);
	double cell;
	struct str_list codes;

	if (row == DB_NO_ROW)
		return TRUTH_UNKNOWN;
	cell = db_cell(view->evaluator->db, table, row, c->operand.property);
	if (isnan(cell))
		return TRUTH_UNKNOWN;
	for (size_t i = 0; c->op == CONDITION_IS && i < c->word_count; i++)
		if (cell == c->values[i] ||
		    (slow_property_of(view, c->operand.property)->kind == PROP_TEXT &&
		     str_equal(c->words[i],
			       db_word(view->evaluator->db, table, row, c->operand.property))))
			return TRUTH_YES;
	codes = db_codes(view->evaluator->db, table, row, c->operand.property);
	for (size_t i = 0; c->op == CONDITION_HAS && i < codes.count; i++)
		for (size_t k = 0; k < c->word_count; k++)
			if (slow_starts(codes.at[i], c->words[k]))
				return TRUTH_YES;
	return TRUTH_NO;
}

static enum truth words_say(const struct view *view, const struct condition *c)
{
	enum truth all = TRUTH_NO;

	if (c->operand.role != ROLE_SOLVENT)
		return cell_says(view, c, slow_row_of(view, c->operand.role));
	if (view->combo->solvent.count == 0)
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		enum truth one = cell_says(view, c, view->combo->solvent.parts[i].row);

		if (one == TRUTH_YES)
			return TRUTH_YES;
		all = one == TRUTH_UNKNOWN ? one : all;
	}
	return all;
}

static enum truth compare(const struct view *view, const struct condition *c)
{
	struct view strict = *view;
	double x;
	double limit =
	    c->setting == SETTING_NONE ? c->limit : view->evaluator->options.settings[c->setting];
	bool yes;

	if (isnan(limit))
		return TRUTH_NO;
	strict.reading = NULL;
	x = slow_measure(&strict, c->measure);
	if (isnan(x))
		return TRUTH_UNKNOWN;
	if (x == slow_absent)
		return TRUTH_NO;
	yes = (c->op == CONDITION_AT_LEAST && x >= limit) ||
	      (c->op == CONDITION_ABOVE && x > limit) ||
	      (c->op == CONDITION_AT_MOST && x <= limit) || (c->op == CONDITION_BELOW && x < limit);
	return yes ? TRUTH_YES : TRUTH_NO;
}

enum truth slow_holds(const struct view *view, const struct condition *c)
{
	struct view strict = *view;
	enum truth truth = TRUTH_UNKNOWN;

	strict.reading = NULL;
	if (c->op == CONDITION_NOT) {
		enum truth inner = slow_holds(view, c->inner);

		truth = inner == TRUTH_UNKNOWN ? inner : inner == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
	} else if (c->op == CONDITION_GIVEN)
		truth = (c->operand.role == ROLE_SOLVENT
			     ? view->combo->solvent.count > 0
			     : slow_row_of(view, c->operand.role) != DB_NO_ROW)
			    ? TRUTH_YES
			    : TRUTH_NO;
	else if (c->op == CONDITION_KNOWN)
		truth = slow_has(slow_value(&strict, &c->operand)) ? TRUTH_YES : TRUTH_NO;
	else if (c->op == CONDITION_FACT)
		truth = slow_fact_says(view, c->fact);
	else if (c->op == CONDITION_IS || c->op == CONDITION_HAS)
		truth = words_say(view, c);
	else
		truth = compare(view, c);
	return truth == TRUTH_UNKNOWN && c->closed ? TRUTH_NO : truth;
}

enum truth slow_all_hold(const struct view *view, const struct condition_list *list)
{
	enum truth all = TRUTH_YES;

	for (size_t i = 0; i < list->count; i++) {
		enum truth one = slow_holds(view, &list->at[i]);

		if (one == TRUTH_NO)
			return one;
		all = one == TRUTH_UNKNOWN ? one : all;
	}
	return all;
}

static enum truth any_list(const struct view *view, const struct gate *gate)
{
	enum truth any = TRUTH_NO;

	for (size_t i = 0; i < gate->any_count; i++) {
		enum truth one = slow_all_hold(view, &gate->any[i]);

		if (one == TRUTH_YES)
			return one;
		any = one == TRUTH_UNKNOWN ? one : any;
	}
	return any;
}

enum truth slow_gate_says(const struct view *view, const struct gate *gate)
{
	enum truth any = TRUTH_NO;

	if (!gate->each_part || view->combo->solvent.count < 2)
		return any_list(view, gate);
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		struct alone a;
		enum truth one;

		if (view->combo->solvent.parts[i].volume < gate->from)
			continue;
		one = any_list(slow_alone(&a, view, i), gate);
		if (one == TRUTH_YES)
			return one;
		any = one == TRUTH_UNKNOWN ? one : any;
	}
	return any;
}
