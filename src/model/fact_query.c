/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/number.h"
#include "model/measure.h"
#include "model/measure_leaf.h"

/* Fractions of a published blend and of the one asked for may differ by so much (by volume). */
static const double blend_tolerance = 0.05;

static bool same_liquid(const struct fact *fact, const struct mixture *mixture)
{
	if (fact->part_count != mixture->count)
		return false;
	for (size_t i = 0; i < fact->part_count; i++) {
		bool found = false;

		for (size_t k = 0; k < mixture->count && !found; k++)
			found = fact->parts[i].row == mixture->parts[k].row &&
				!(fabs(fact->parts[i].fraction - mixture->parts[k].volume) >
				  blend_tolerance);
		if (!found)
			return false;
	}
	return true;
}

static bool too_hot(const struct fact_query *query, const struct fact *fact)
{
	return fact->temperature > query->until; /* unknown on either side: heard */
}

static bool heard(const struct fact_query *query, const struct fact *fact,
		  const struct mixture *mixture)
{
	return (query->grades >> fact->grade & 1u) != 0 && !too_hot(query, fact) &&
	       same_liquid(fact, mixture);
}

struct fact_range {
	const struct fact *facts;
	size_t count;
};

/* The lab's own rows override the literature. */
static bool any_own(const struct fact_query *query, struct fact_range range,
		    const struct mixture *mixture)
{
	for (size_t i = 0; i < range.count; i++)
		if (range.facts[i].own && heard(query, &range.facts[i], mixture))
			return true;
	return false;
}

static bool visit_range(const struct fact_query *query, struct fact_range range,
			const struct mixture *mixture,
			bool (*visit)(void *state, const struct fact *fact), void *state)
{
	bool own_only = any_own(query, range, mixture);

	for (size_t i = 0; i < range.count; i++) {
		const struct fact *fact = &range.facts[i];

		if (heard(query, fact, mixture) && (fact->own || !own_only) && !visit(state, fact))
			return false;
	}
	return true;
}

/* Nobody wrote anything about this solvent: the answer for most rows of a large table. */
static bool unheard_of(const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;

	return context->mentioned && mixture->count == 1 &&
	       !context->mentioned[mixture->parts[0].row];
}

void fact_query_visit(const struct fact_query *query, const struct measure_context *context,
		      bool (*visit)(void *state, const struct fact *fact), void *state)
{
	enum table_id table = role_table(query->subject);
	uint32_t subject = combo_row(context->combo, query->subject);
	const struct mixture *mixture = &context->combo->solvent;
	struct fact_range range;

	if (!context->use_measured || subject == DB_NO_ROW || unheard_of(context))
		return;
	if (!query->others) {
		range.facts = db_facts(context->db, query->kind, table, subject, &range.count);
		visit_range(query, range, mixture, visit, state);
		return;
	}
	for (uint32_t row = 0; row < context->db->tables[table].count; row++) {
		if (row == subject)
			continue;
		range.facts = db_facts(context->db, query->kind, table, row, &range.count);
		if (!visit_range(query, range, mixture, visit, state))
			return;
	}
}

struct answer {
	const struct fact_query *query;
	const struct fact *witness;
	size_t rows;
	bool all;
	bool once;
	bool against;
};

static bool note_answer(void *state, const struct fact *fact)
{
	struct answer *answer = state;
	bool yes = (answer->query->outcomes >> fact->outcome & 1u) != 0;

	answer->rows++;
	answer->all = answer->all && yes;
	if (yes && !answer->witness)
		answer->witness = fact;
	if (yes && (answer->query->grades_once >> fact->grade & 1u) != 0) {
		answer->once = true;
		answer->witness = fact;
	}
	if ((answer->query->against >> fact->outcome & 1u) != 0)
		answer->against = true;
	return true;
}

enum truth fact_query_holds(const struct fact_query *query, const struct measure_context *context,
			    const struct fact **witness)
{
	struct answer answer = {.query = query, .all = true};
	bool holds;

	if (!context->use_measured)
		return TRUTH_UNKNOWN;
	fact_query_visit(query, context, note_answer, &answer);
	holds = answer.witness && !answer.against && (!query->every || answer.all) &&
		(query->grades_once == 0 || answer.once);
	if (holds && witness)
		*witness = answer.witness;
	return holds ? TRUTH_YES : TRUTH_NO;
}

struct fact_numbers {
	const struct fact_query *query;
	struct num sum;
	size_t count;
};

static bool add_number(void *state, const struct fact *fact)
{
	struct fact_numbers *numbers = state;
	double value;

	if ((numbers->query->outcomes >> fact->outcome & 1u) == 0)
		return true;
	if (number_read(str_trim(fact->cells[numbers->query->number]), &value, NULL) != NUMBER_OK ||
	    (numbers->query->geometric && !(value > 0.0)))
		return true;
	numbers->sum.value += numbers->query->geometric ? log(value) : value;
	numbers->sum.low = numbers->count ? fmin(numbers->sum.low, value) : value;
	numbers->sum.high = numbers->count ? fmax(numbers->sum.high, value) : value;
	numbers->count++;
	return true;
}

struct num measure_fact(const struct fact_query *query, const struct measure_context *context)
{
	struct fact_numbers numbers = {.query = query};
	double mean;

	if (query->number == SIZE_MAX)
		return num_missing();
	fact_query_visit(query, context, add_number, &numbers);
	if (numbers.count == 0)
		return num_missing();
	mean = numbers.sum.value / (double)numbers.count;
	return num_between(query->geometric ? exp(mean) : mean, numbers.sum.low, numbers.sum.high,
			   NUM_MEASURED);
}
