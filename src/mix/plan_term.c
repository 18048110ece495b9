/* SPDX-License-Identifier: MIT */
/* Terms to what is left of them for blends. */
#include <math.h>

#include "engine/eval_term.h"
#include "mix/plan_parts.h"

static bool lists_ask_liquid(const struct condition_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if ((list->at[i].roles >> ROLE_SOLVENT & 1u) != 0)
			return true;
	return false;
}

static bool reading_asks_liquid(const struct reading *reading)
{
	bool asks = reading->measure && (reading->measure->roles >> ROLE_SOLVENT & 1u) != 0;

	for (size_t i = 0; i < reading->case_count; i++)
		asks = asks || lists_ask_liquid(&reading->cases[i].when);
	for (size_t i = 0; i < reading->stand_in_count; i++)
		asks = asks || (reading->stand_ins[i].instead->roles >> ROLE_SOLVENT & 1u) != 0;
	return asks;
}

/* The term reduced to one reading, for evaluation on one solvent or none. */
static struct term only_reading(const struct term *term, const struct reading *reading)
{
	struct term only = *term;

	only.reading = *reading;
	only.instead_count = 0;
	only.cap = NULL;
	only.when = (struct condition_list){NULL, 0};
	only.mix = TERM_MIX_MEASURE;
	return only;
}

static double desirability(const struct planner *planner, const struct term *term,
			   const struct combo *combo)
{
	struct term_result result;

	term_evaluate(planner->plan->evaluator, term, combo, &result);
	return result.desirability.state == NUM_MISSING ? DB_UNKNOWN : result.desirability.value;
}

static struct reading_plan plan_reading(struct planner *planner, const struct term *term,
					const struct reading *reading)
{
	struct reading_plan made = {.reading = reading};

	if (!reading_asks_liquid(reading)) {
		const struct term only = only_reading(term, reading);

		made.fixed = true;
		made.value = desirability(planner, &only, &planner->plan->combo);
		return made;
	}
	if (reading->case_count > 0) {
		planner->failed = true;
		return made;
	}
	planner->stand_ins = reading->stand_ins;
	planner->stand_in_count = reading->stand_in_count;
	made.node = plan_node(planner, reading->measure);
	planner->stand_ins = NULL;
	planner->stand_in_count = 0;
	return made;
}

static void plan_readings(struct planner *planner, const struct term *term, struct term_plan *made)
{
	size_t count = 1 + (planner->use_stand_ins ? term->instead_count : 0);
	struct reading_plan *readings = ARENA_NEW(planner->arena, count, struct reading_plan);

	for (size_t i = 0; i < count; i++)
		readings[i] =
		    plan_reading(planner, term, i == 0 ? &term->reading : &term->instead[i - 1]);
	made->readings = readings;
	made->reading_count = count;
}

/* The term's desirability of each solvent by itself; missing ones stay so. */
static const double *part_desirabilities(struct planner *planner, const struct term *term)
{
	double *column = ARENA_NEW(planner->arena, planner->plan->count, double);
	struct term bare = *term;

	bare.cap = NULL;
	bare.when = (struct condition_list){NULL, 0};
	for (size_t i = 0; i < planner->plan->count; i++) {
		struct alone alone;

		planner_alone(&alone, planner, i);
		column[i] = desirability(planner, &bare, &alone.combo);
	}
	return column;
}

static double missing_value(const struct planner *planner, const struct term *term)
{
	switch (planner->plan->evaluator->options.missing) {
	case MISSING_WORST:
		return 0.0;
	case MISSING_BEST:
		return 1.0;
	case MISSING_ASSUME:
	case MISSING_POLICY_COUNT:
		break;
	}
	return term->missing;
}

static void plan_cap(struct planner *planner, const struct term *term, struct term_plan *made)
{
	made->cap_unknown = 1.0;
	if (!term->cap)
		return;
	made->cap = plan_node(planner, term->cap);
	if (planner->plan->evaluator->options.missing == MISSING_WORST)
		made->cap_unknown = term->cap->curve ? curve_lowest(term->cap->curve) : 0.0;
}

bool plan_term(struct planner *planner, size_t index, struct term_plan *made)
{
	const struct term *term = &planner->plan->evaluator->model->terms[index];
	const struct measure_context no_liquid = planner_no_liquid(planner);

	if (lists_ask_liquid(&term->when))
		planner->failed = true;
	if (!(term->weight > 0.0) ||
	    conditions_hold(term->when.at, term->when.count, &no_liquid, NULL) == TRUTH_NO)
		return false;
	*made = (struct term_plan){.term = index,
				   .weight = term->weight,
				   .mix = term->mix,
				   .mix_from = term->mix_from,
				   .missing = missing_value(planner, term)};
	if (term->mix == TERM_MIX_MEASURE)
		plan_readings(planner, term, made);
	else
		made->parts = part_desirabilities(planner, term);
	plan_cap(planner, term, made);
	return true;
}
