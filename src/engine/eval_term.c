/* SPDX-License-Identifier: MIT */
#include "engine/eval_term.h"

#include <math.h>

#include "model/measure_leaf.h"

struct measure_context evaluator_context(const struct evaluator *evaluator,
					 const struct combo *combo)
{
	return (struct measure_context){
	    .db = evaluator->db,
	    .combo = combo,
	    .use_measured = evaluator->options.use_measured,
	    .use_in_sample = evaluator->options.use_in_sample,
	    /* With "worst", what is unknown counts 0: a stand-in might be better than the truth. */
	    .use_stand_ins = evaluator->options.missing != MISSING_WORST,
	    .settings = evaluator->options.settings,
	    .mentioned = evaluator->mentioned,
	};
}

static struct num clamped(struct num d)
{
	d.value = fmin(fmax(d.value, 0.0), 1.0);
	d.low = fmin(fmax(d.low, 0.0), d.value);
	d.high = fmax(fmin(d.high, 1.0), d.value);
	return d;
}

static struct num word_desirability(const struct reading *reading, struct num word)
{
	for (size_t i = 0; num_has_value(word) && i < reading->word_count; i++) {
		const struct word_value *w = &reading->words[i];
		struct num d = num_exact(w->value, word.kind);

		if (w->cell != word.value)
			continue;
		d.state = word.state;
		if (reading->step && i > 0)
			d = num_between(d.value, fmin(d.low, w[-1].value),
					fmax(d.high, w[-1].value), d.kind);
		if (reading->step && i + 1 < reading->word_count)
			d = num_between(d.value, fmin(d.low, w[1].value), fmax(d.high, w[1].value),
					d.kind);
		return d;
	}
	return num_missing();
}

/* How far to believe what a condition looked at; facts and what is given are known as such. */
static enum num_kind condition_kind(const struct condition *condition,
				    const struct measure_context *context)
{
	const struct operand *operand = &condition->operand;
	const uint32_t row = combo_row(context->combo, operand->role);

	switch (condition->op) {
	case CONDITION_IS:
	case CONDITION_HAS:
		return row == DB_NO_ROW ? NUM_MEASURED
					: db_kind(context->db, role_table(operand->role), row,
						  operand->property);
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		return measure_num(condition->measure, context).kind;
	case CONDITION_NOT:
		return condition_kind(condition->inner, context);
	case CONDITION_FACT:
	case CONDITION_KNOWN:
	case CONDITION_GIVEN:
	case CONDITION_OP_COUNT:
		break;
	}
	return NUM_MEASURED;
}

/* As conditions_hold(); *kind gets weaker by what decides: up to the first that says no. */
static enum truth case_holds(const struct condition_list *list,
			     const struct measure_context *context, enum num_kind *kind)
{
	enum truth all = TRUTH_YES;

	for (size_t i = 0; i < list->count && all != TRUTH_NO; i++) {
		const enum truth one = condition_holds(&list->at[i], context, NULL);

		*kind = num_weaker_kind(*kind, condition_kind(&list->at[i], context));
		if (one != TRUTH_YES)
			all = one;
	}
	return all;
}

/* The first case that holds; missing if an earlier one cannot be decided. */
static struct num case_desirability(const struct reading *reading,
				    const struct measure_context *context)
{
	struct measure_context strict = *context;
	enum num_kind kind = NUM_MEASURED;

	strict.use_stand_ins = false; /* conditions hear none */
	for (size_t i = 0; i < reading->case_count; i++) {
		switch (case_holds(&reading->cases[i].when, &strict, &kind)) {
		case TRUTH_YES:
			return num_exact(reading->cases[i].value, kind);
		case TRUTH_UNKNOWN:
			return num_missing();
		case TRUTH_NO:
			break;
		}
	}
	return num_missing();
}

static struct num read_desirability(const struct reading *reading, struct measure_context context,
				    struct num *measure)
{
	struct num d;

	context.stand_ins = reading->stand_ins;
	context.stand_in_count = reading->stand_in_count;
	if (reading->case_count) {
		d = case_desirability(reading, &context);
		*measure = d;
		return d;
	}
	*measure = measure_num(reading->measure, &context);
	if (measure->state == NUM_NONE)
		return isnan(reading->none) ? num_missing()
					    : num_exact(reading->none, measure->kind);
	if (reading->word_count)
		d = word_desirability(reading, *measure);
	else if (reading->curve)
		d = curve_num(reading->curve, *measure);
	else
		d = *measure;
	if (!num_has_value(d))
		return d;
	d.low -= reading->spread;
	d.high += reading->spread;
	return clamped(d);
}

/* The term's own reading, else what stands in for it as a whole. */
static struct num read_term(const struct term *term, const struct measure_context *context,
			    struct term_result *result)
{
	struct num d = read_desirability(&term->reading, *context, &result->measure);

	result->reading = 0;
	for (size_t i = 0; context->use_stand_ins && !num_has_value(d) && i < term->instead_count;
	     i++) {
		struct num measure;

		d = num_as_inferred(read_desirability(&term->instead[i], *context, &measure));
		if (num_has_value(d)) {
			result->measure = measure;
			result->reading = i + 1;
		}
	}
	if (!num_has_value(d))
		result->reading = SIZE_MAX;
	return d;
}

/* Desirabilities of the parts, each alone, as a mean or the worst of them. */
static struct num read_by_parts(const struct term *term, const struct measure_context *context,
				struct term_result *result)
{
	const struct mixture *mixture = &context->combo->solvent;
	bool worst = term->mix == TERM_MIX_WORST;
	struct num all = num_exact(worst ? 1.0 : 0.0, NUM_MEASURED);
	double share = 0.0;

	for (size_t i = 0; i < mixture->count; i++) {
		struct one_part one;
		double volume = mixture->parts[i].volume;
		struct num d;

		if (volume < term->mix_from)
			continue;
		d = read_term(term, one_part_context(&one, context, i), result);
		if (!num_has_value(d))
			return num_missing();
		all = worst ? num_minimum(all, d) : num_add(all, num_scale(d, volume));
		share += volume;
	}
	if (share <= 0.0)
		return num_missing();
	result->measure = num_missing();
	return worst ? all : num_scale(all, 1.0 / share);
}

static struct num missing_desirability(const struct evaluator *evaluator, const struct term *term)
{
	struct num d = num_missing();

	d.low = 0.0;
	d.high = 1.0;
	switch (evaluator->options.missing) {
	case MISSING_WORST:
		d.value = 0.0;
		break;
	case MISSING_BEST:
		d.value = 1.0;
		break;
	case MISSING_ASSUME:
	case MISSING_POLICY_COUNT:
		d.value = term->missing;
		break;
	}
	return d;
}

/*
 * The term counts at most its cap. Where that decides, the term is known as the cap is. An unknown
 * cap may be the lowest there is; that it is none is a guess.
 */
static struct num capped(const struct evaluator *evaluator, const struct term *term,
			 const struct measure_context *context, struct num d)
{
	struct num cap = measure_num(term->cap, context);

	if (!num_has_value(cap)) {
		double lowest = term->cap->curve ? curve_lowest(term->cap->curve) : 0.0;

		d.low = fmin(d.low, lowest);
		if (evaluator->options.missing == MISSING_WORST)
			d.value = fmin(d.value, lowest);
		return num_as_inferred(d);
	}
	if (cap.value < d.value) {
		d.state = num_worse_state(d.state, cap.state);
		d.kind = num_weaker_kind(d.kind, cap.kind);
	}
	d.value = fmin(d.value, cap.value);
	d.low = fmin(d.low, cap.low);
	d.high = fmin(d.high, cap.high);
	return d;
}

void term_evaluate(const struct evaluator *evaluator, const struct term *term,
		   const struct combo *combo, struct term_result *result)
{
	struct measure_context context = evaluator_context(evaluator, combo);
	struct num d;

	result->active =
	    conditions_hold(term->when.at, term->when.count, &context, NULL) != TRUTH_NO;
	if (!result->active) {
		result->reading = SIZE_MAX;
		result->measure = num_missing();
		result->desirability = num_missing();
		return;
	}
	if (term->mix != TERM_MIX_MEASURE && combo->solvent.count > 1)
		d = read_by_parts(term, &context, result);
	else
		d = read_term(term, &context, result);
	if (!num_has_value(d))
		d = missing_desirability(evaluator, term);
	else if (term->inferred)
		d = num_as_inferred(d);
	result->desirability = term->cap ? capped(evaluator, term, &context, d) : d;
}
