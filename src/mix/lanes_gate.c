/* SPDX-License-Identifier: MIT */
/* Gates over compositions: what rejects, and the factor of the warnings. */
#include <math.h>

#include "mix/lanes.h"

/* "Known to be absent" compares as no; so do conditions. */
static enum truth compared(const struct test *test, double x)
{
	if (!isfinite(x))
		return isnan(x) ? TRUTH_UNKNOWN : TRUTH_NO;
	return condition_compares(test->compare, x, test->limit) ? TRUTH_YES : TRUTH_NO;
}

static enum truth spoken(const struct lanes *lanes, const double *column)
{
	enum truth answer = TRUTH_NO;

	for (size_t i = 0; i < lanes->grid.parts; i++) {
		double x = column[lanes->parts[i]];

		if (x > 0.0)
			return TRUTH_YES;
		if (isnan(x))
			answer = TRUTH_UNKNOWN;
	}
	return answer;
}

/* answers: one a composition; true if they are all the first one. */
static bool run_test(struct lanes *lanes, const struct test *test, enum truth *answers)
{
	const size_t before = lanes->used;
	bool same = true;
	struct vec v;

	switch (test->op) {
	case TEST_FIXED:
		answers[0] = test->fixed;
		break;
	case TEST_WORDS:
		answers[0] = spoken(lanes, test->column);
		break;
	case TEST_COMPARE:
	case TEST_KNOWN:
		v = lanes_node(lanes, test->node);
		same = v.uniform;
		for (size_t k = 0; k < (same ? 1 : lanes->grid.count); k++)
			answers[k] = test->op == TEST_COMPARE ? compared(test, v.at[k])
				     : isfinite(v.at[k])      ? TRUTH_YES
							      : TRUTH_NO;
		break;
	case TEST_NOT:
		same = run_test(lanes, test->inner, answers);
		for (size_t k = 0; k < (same ? 1 : lanes->grid.count); k++)
			answers[k] = truth_not(answers[k]);
		break;
	}
	lanes->used = before;
	for (size_t k = 0; test->closed && k < (same ? 1 : lanes->grid.count); k++)
		answers[k] = answers[k] == TRUTH_UNKNOWN ? TRUTH_NO : answers[k];
	return same;
}

static void spread_answers(enum truth *answers, size_t count)
{
	for (size_t k = 1; k < count; k++)
		answers[k] = answers[0];
}

/* All of a list: no if one is no, else unknown if one is unknown. */
static bool run_list(struct lanes *lanes, const struct test_list *list, enum truth *answers)
{
	const size_t count = lanes->grid.count;
	bool same = true;

	answers[0] = TRUTH_YES;
	for (size_t i = 0; i < list->count; i++) {
		enum truth *more = lanes->answers + count;
		bool also = run_test(lanes, &list->at[i], more);

		if (same && !also)
			spread_answers(answers, count);
		else if (!same && also)
			spread_answers(more, count);
		same = same && also;
		for (size_t k = 0; k < (same ? 1 : count); k++)
			if (answers[k] != TRUTH_NO && more[k] != TRUTH_YES)
				answers[k] = more[k];
		if (same && answers[0] == TRUTH_NO)
			break;
	}
	return same;
}

static void apply(struct lanes *lanes, size_t lane, const struct gate *gate, enum truth answer)
{
	const bool possible =
	    lanes->plan->evaluator->options.missing == MISSING_WORST && answer == TRUTH_UNKNOWN;

	if (gate->verdict == GATE_REJECT && answer == TRUTH_YES)
		lanes->scores[lane] = -1.0;
	if (gate->verdict == GATE_WARN && (answer == TRUTH_YES || possible))
		lanes->factors[lane] = fmin(lanes->factors[lane], gate->factor);
}

static void mixture_gates(struct lanes *lanes)
{
	for (size_t i = 0; i < lanes->plan->gate_count; i++) {
		const struct gate_plan *gate = &lanes->plan->gates[i];

		for (size_t l = 0; l < gate->any_count; l++) {
			bool same = run_list(lanes, &gate->any[l], lanes->answers);

			if (same && lanes->answers[0] == TRUTH_NO)
				continue;
			for (size_t k = 0; k < lanes->grid.count; k++)
				apply(lanes, k, gate->gate, lanes->answers[same ? 0 : k]);
		}
	}
}

/* The last threshold that a fraction reaches; SIZE_MAX none. */
static size_t reached(const struct plan *plan, double fraction)
{
	size_t i = plan->threshold_count;

	while (i > 0 && plan->thresholds[i - 1] > fraction)
		i--;
	return i == 0 ? SIZE_MAX : i - 1;
}

/* One composition at a time: some fractions are below a threshold. */
static void part_gates(struct lanes *lanes, size_t part)
{
	const struct plan *plan = lanes->plan;
	const struct part_gates *gates =
	    &plan->part_gates[lanes->parts[part] * plan->threshold_count];
	const double *volumes = lanes->grid.volumes[part];

	for (size_t k = 0; k < lanes->grid.count; k++) {
		size_t at = reached(plan, volumes[k]);

		if (at == SIZE_MAX)
			continue;
		if (gates[at].rejects)
			lanes->scores[k] = -1.0;
		if (gates[at].factor < lanes->factors[k])
			lanes->factors[k] = gates[at].factor;
	}
}

/* What the parts' gates say of every composition, where all thresholds are passed. */
static void fill(struct lanes *lanes, struct part_gates gates)
{
	for (size_t k = 0; k < lanes->grid.count; k++) {
		lanes->scores[k] = gates.rejects ? -1.0 : 0.0;
		lanes->factors[k] = gates.factor;
	}
}

struct part_gates lanes_part_gates(const struct lanes *lanes)
{
	const struct plan *plan = lanes->plan;
	const size_t at = reached(plan, lanes->grid.smallest);
	struct part_gates all = {.factor = 1.0};

	for (size_t i = 0; at != SIZE_MAX && i < lanes->grid.parts; i++) {
		const struct part_gates *gates =
		    &plan->part_gates[lanes->parts[i] * plan->threshold_count + at];

		all.rejects = all.rejects || gates->rejects;
		if (gates->factor < all.factor)
			all.factor = gates->factor;
	}
	return all;
}

size_t lanes_gates(struct lanes *lanes)
{
	const size_t thresholds = lanes->plan->threshold_count;
	const size_t at = reached(lanes->plan, lanes->grid.smallest);
	size_t left = 0;

	fill(lanes, lanes_part_gates(lanes));
	for (size_t i = 0; thresholds > 0 && at != thresholds - 1 && i < lanes->grid.parts; i++)
		part_gates(lanes, i);
	mixture_gates(lanes);
	for (size_t k = 0; k < lanes->grid.count; k++)
		left += lanes->scores[k] >= 0.0;
	return left;
}
