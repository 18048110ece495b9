/* SPDX-License-Identifier: MIT */
/* Gates on the mixture to tests over compositions. */
#include <math.h>

#include "mix/plan_parts.h"

static struct test fixed_test(enum truth truth)
{
	return (struct test){.op = TEST_FIXED, .fixed = truth};
}

/* Words of the liquid are the parts' words: yes if one says yes. */
static struct test words_test(struct planner *planner, const struct condition *condition)
{
	double *column = ARENA_NEW(planner->arena, planner->plan->count, double);
	struct condition open = *condition;

	open.closed = false;
	for (size_t i = 0; i < planner->plan->count; i++) {
		struct alone alone;

		switch (condition_holds(&open, planner_alone(&alone, planner, i), NULL)) {
		case TRUTH_YES:
			column[i] = 1.0;
			break;
		case TRUTH_NO:
			column[i] = 0.0;
			break;
		case TRUTH_UNKNOWN:
			column[i] = DB_UNKNOWN;
			break;
		}
	}
	return (struct test){.op = TEST_WORDS, .column = column};
}

/* Comparisons hear no stand-ins: an inference never fires a gate. */
static const struct node *strict_node(struct planner *planner, const struct measure *measure)
{
	const bool before = planner->use_stand_ins;
	const struct node *node;

	planner->use_stand_ins = false;
	node = plan_node(planner, measure);
	planner->use_stand_ins = before;
	return node;
}

static struct test known_test(struct planner *planner, const struct condition *condition)
{
	const struct measure value = {
	    .op = MEASURE_VALUE, .operand = condition->operand, .roles = condition->roles};

	return (struct test){.op = TEST_KNOWN, .node = strict_node(planner, &value)};
}

static struct test plan_test(struct planner *planner, const struct condition *condition);

static struct test not_test(struct planner *planner, const struct condition *condition)
{
	struct test *inner = ARENA_NEW(planner->arena, 1, struct test);

	*inner = plan_test(planner, condition->inner);
	return (struct test){.op = TEST_NOT, .inner = inner};
}

/* With a setting that is not set there is nothing to compare with: no. */
static struct test compare_test(struct planner *planner, const struct condition *condition)
{
	const double limit = condition->setting == SETTING_NONE
				 ? condition->limit
				 : planner->plan->evaluator->options.settings[condition->setting];

	if (isnan(limit))
		return fixed_test(TRUTH_NO);
	return (struct test){.op = TEST_COMPARE,
			     .compare = condition->op,
			     .limit = limit,
			     .node = strict_node(planner, condition->measure)};
}

static struct test open_test(struct planner *planner, const struct condition *condition)
{
	switch (condition->op) {
	case CONDITION_IS:
	case CONDITION_HAS:
		return words_test(planner, condition);
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		return compare_test(planner, condition);
	case CONDITION_FACT: /* of a blend that no fact names */
		return fixed_test(planner->plan->evaluator->options.use_measured ? TRUTH_NO
										 : TRUTH_UNKNOWN);
	case CONDITION_KNOWN:
		return known_test(planner, condition);
	case CONDITION_GIVEN:
		return fixed_test(TRUTH_YES);
	case CONDITION_NOT:
		return not_test(planner, condition);
	case CONDITION_OP_COUNT:
		break;
	}
	return fixed_test(TRUTH_UNKNOWN);
}

static struct test plan_test(struct planner *planner, const struct condition *condition)
{
	struct test test;

	if ((condition->roles >> ROLE_SOLVENT & 1u) == 0) {
		const struct measure_context context = planner_no_liquid(planner);

		return fixed_test(condition_holds(condition, &context, NULL));
	}
	test = open_test(planner, condition);
	test.closed = condition->closed;
	return test;
}

struct gate_plan plan_gate(struct planner *planner, const struct gate *gate)
{
	struct test_list *lists = ARENA_NEW(planner->arena, gate->any_count, struct test_list);

	for (size_t i = 0; i < gate->any_count; i++) {
		struct test *tests = ARENA_NEW(planner->arena, gate->any[i].count, struct test);

		for (size_t k = 0; k < gate->any[i].count; k++)
			tests[k] = plan_test(planner, &gate->any[i].at[k]);
		lists[i] = (struct test_list){tests, gate->any[i].count};
	}
	return (struct gate_plan){gate, lists, gate->any_count};
}
