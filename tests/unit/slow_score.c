/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "slow_view.h"

/* ---- terms, criteria, total ---- */

static double within(double d)
{
	return d < 0.0 ? 0.0 : d > 1.0 ? 1.0 : d;
}

static double desirability(struct view view, const struct reading *reading)
{
	double x;

	view.reading = view.evaluator->options.missing == MISSING_WORST ? NULL : reading;
	for (size_t i = 0; i < reading->case_count; i++) {
		enum truth one = slow_all_hold(&view, &reading->cases[i].when);

		if (one == TRUTH_YES)
			return reading->cases[i].value;
		if (one == TRUTH_UNKNOWN)
			return slow_nothing();
	}
	if (reading->case_count)
		return slow_nothing();
	x = slow_measure(&view, reading->measure);
	if (x == slow_absent)
		return reading->none;
	if (isnan(x))
		return x;
	for (size_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].cell == x)
			return reading->words[i].value;
	if (reading->word_count)
		return slow_nothing();
	return within(reading->curve ? slow_draw_line(reading->curve, x) : x);
}

static double read_all(const struct view *view, const struct term *term)
{
	double d = desirability(*view, &term->reading);

	for (size_t i = 0; isnan(d) && i < term->instead_count &&
			   view->evaluator->options.missing != MISSING_WORST;
	     i++)
		d = desirability(*view, &term->instead[i]);
	return d;
}

static double term_value(const struct view *view, const struct term *term)
{
	double d;
	double cap;

	if (term->mix == TERM_MIX_MEASURE || view->combo->solvent.count < 2)
		d = read_all(view, term);
	else {
		double share = 0.0;

		d = term->mix == TERM_MIX_WORST ? 1.0 : 0.0;
		for (size_t i = 0; i < view->combo->solvent.count; i++) {
			double volume = view->combo->solvent.parts[i].volume;
			struct alone a;
			double one;

			if (volume < term->mix_from)
				continue;
			one = read_all(slow_alone(&a, view, i), term);
			share += volume;
			if (isnan(one) || isnan(d))
				d = slow_nothing();
			else
				d = term->mix == TERM_MIX_WORST ? fmin(d, one) : d + volume * one;
		}
		d = term->mix == TERM_MIX_WORST ? d : d / share;
	}
	if (isnan(d))
		d = view->evaluator->options.missing == MISSING_WORST  ? 0.0
		    : view->evaluator->options.missing == MISSING_BEST ? 1.0
								       : term->missing;
	if (!term->cap)
		return d;
	cap = slow_measure(view, term->cap);
	if (slow_has(cap))
		return fmin(d, cap);
	if (view->evaluator->options.missing != MISSING_WORST)
		return d;
	cap = 0.0;
	for (size_t i = 0; term->cap->curve && i < term->cap->curve->count; i++)
		cap = i == 0 ? term->cap->curve->points[0].y
			     : fmin(cap, term->cap->curve->points[i].y);
	return fmin(d, cap);
}

static double rule_value(const struct view *view, const struct criterion *c)
{
	const struct model *model = view->evaluator->model;
	double product = 1.0;
	double sum = 0.0;
	double lowest = slow_absent;
	double weights = 0.0;

	for (size_t i = 0; i < c->term_count; i++) {
		const struct term *term = &model->terms[c->first_term + i];

		if (term->weight > 0.0 && slow_all_hold(view, &term->when) != TRUTH_NO)
			weights += term->weight;
	}
	for (size_t i = 0; i < c->term_count; i++) {
		const struct term *term = &model->terms[c->first_term + i];
		double d;

		if (term->weight <= 0.0 || slow_all_hold(view, &term->when) == TRUTH_NO)
			continue;
		d = term_value(view, term);
		product *= pow(d, term->weight / weights);
		sum += d * term->weight / weights;
		lowest = fmin(lowest, d);
	}
	if (weights <= 0.0)
		return slow_nothing();
	return c->combine == COMBINE_GEOMETRIC    ? product
	       : c->combine == COMBINE_ARITHMETIC ? sum
						  : lowest;
}

struct rows {
	double product;
	double weight;
	size_t count;
};

static double row_value(const struct measured *rule, const struct fact *fact)
{
	char text[64] = "";
	struct str cell = {NULL, 0};

	if (rule->curve && rule->number != SIZE_MAX)
		cell = fact->cells[rule->number];
	if (cell.length && cell.length < sizeof(text)) {
		memcpy(text, cell.at, cell.length);
		return slow_draw_line(rule->curve, strtod(text, NULL));
	}
	return rule->outcome_values[fact->outcome];
}

static struct rows rows_of(const struct view *view, const struct measured *rule)
{
	const struct fact **heard = slow_fact_room(view);
	size_t count = slow_hear(view, &rule->query, heard);
	struct rows rows = {1.0, 0.0, 0};

	for (size_t tier = 0; rows.count == 0 && tier < (rule->tier_count ? rule->tier_count : 1);
	     tier++)
		for (size_t i = 0; i < count; i++) {
			double d = row_value(rule, heard[i]);

			if (rule->tier_count && (rule->tiers[tier] & (1u << heard[i]->grade)) == 0)
				continue;
			if (isnan(d))
				continue;
			rows.product *= d;
			rows.weight = fmax(rows.weight, rule->grade_weights[heard[i]->grade]);
			rows.count++;
		}
	free(heard);
	return rows;
}

static double with_rows(const struct view *view, const struct criterion *c, double rule)
{
	const struct measured *measured = c->measured;
	struct rows rows = {1.0, 0.0, 0};

	if (measured)
		rows = rows_of(view, measured);
	for (size_t i = 0; measured && rows.count == 0 && view->combo->solvent.count > 1 &&
			   !isnan(measured->part_value) && i < view->combo->solvent.count;
	     i++) {
		struct alone a;
		struct rows part;

		if (view->combo->solvent.parts[i].volume < measured->part_from)
			continue;
		part = rows_of(slow_alone(&a, view, i), measured);
		if (part.count && part.product >= pow(measured->part_value, (double)part.count)) {
			rows = part;
			rows.product = pow(measured->part_value, (double)part.count);
		}
	}
	if (rows.count == 0 || rows.weight <= 0.0)
		return rule;
	return pow(rule, 1.0 - rows.weight) *
	       pow(pow(rows.product, 1.0 / (double)rows.count), rows.weight);
}

static double billionth(double x)
{
	return round(x * 1e9) / 1e9;
}

static bool has_needed_role(const struct combo *combo, enum role needs)
{
	if (needs == ROLE_SALT)
		return combo->salt != DB_NO_ROW;
	return needs != ROLE_SOLVENT || combo->solvent.count > 0;
}

struct slow_result slow_score(const struct evaluator *evaluator, const struct combo *combo)
{
	const struct model *model = evaluator->model;
	struct view view = {evaluator, combo, NULL};
	struct slow_result result = {.rejected = false};
	double weights = 0.0;
	double product = 1.0;
	double limit = 100.0;
	double factor = 1.0;

	for (size_t i = 0; i < model->gate_count; i++) {
		enum truth truth = model->gates[i].criterion == SIZE_MAX
				       ? slow_gate_says(&view, &model->gates[i])
				       : TRUTH_NO;
		bool counts = truth == TRUTH_YES || (truth == TRUTH_UNKNOWN &&
						     evaluator->options.missing == MISSING_WORST);

		if (model->gates[i].verdict == GATE_REJECT)
			result.rejected = result.rejected || truth == TRUTH_YES;
		else if (counts)
			factor = fmin(factor, model->gates[i].factor);
	}
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *c = &model->criteria[i];
		double rule = rule_value(&view, c);

		result.criteria[i] = slow_nothing();
		if (isnan(rule) || c->weight <= 0.0 || !has_needed_role(combo, c->needs))
			continue;
		result.criteria[i] = billionth(with_rows(&view, c, rule));
		weights += c->weight;
	}
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *c = &model->criteria[i];

		if (isnan(result.criteria[i]))
			continue;
		product *= pow(fmax(result.criteria[i], model->floor), c->weight / weights);
		if (c->limit)
			limit = fmin(limit, slow_draw_line(c->limit, result.criteria[i]));
	}
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].criterion != SIZE_MAX &&
		    result.criteria[model->gates[i].criterion] < model->gates[i].below)
			result.rejected = true;
	result.score = weights > 0.0 ? billionth(fmin(factor * 100.0 * product, limit)) : 0.0;
	return result;
}
