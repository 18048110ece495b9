/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/number.h"
#include "engine/eval_term.h"
#include "model/measure_leaf.h"

/*
 * Criteria are compared and shown in steps of 1e-9, so that no sum's last bit decides a rank. A
 * quotient of whole numbers is the double nearest to the decimal, and so has the shortest text.
 */
static const double steps_per_unit = 1e9;

double eval_round(double x)
{
	return round(x * steps_per_unit) / steps_per_unit;
}

struct mean {
	enum combine combine;
	double sum;
	double weights;
};

static void mean_add(struct mean *mean, double weight, double d)
{
	if (weight <= 0.0)
		return;
	switch (mean->combine) {
	case COMBINE_GEOMETRIC:
		mean->sum += weight * log(d);
		break;
	case COMBINE_ARITHMETIC:
		mean->sum += weight * d;
		break;
	case COMBINE_MINIMUM:
		mean->sum = mean->weights > 0.0 ? fmin(mean->sum, d) : d;
		break;
	}
	mean->weights += weight;
}

/* NaN if nothing was added. */
static double mean_value(const struct mean *mean)
{
	if (mean->weights <= 0.0)
		return DB_UNKNOWN;
	if (mean->combine == COMBINE_MINIMUM)
		return mean->sum;
	if (mean->combine == COMBINE_ARITHMETIC)
		return mean->sum / mean->weights;
	return exp(mean->sum / mean->weights);
}

static struct num mean_of_terms(const struct evaluator *evaluator,
				const struct criterion *criterion, const struct term_result *terms)
{
	struct mean value = {criterion->combine, 0.0, 0.0};
	struct mean low = value;
	struct mean high = value;
	struct num mean = num_exact(0.0, NUM_MEASURED);

	for (size_t i = 0; i < criterion->term_count; i++) {
		size_t t = criterion->first_term + i;
		const struct num *d = &terms[t].desirability;
		double weight = evaluator->model->terms[t].weight;

		if (!terms[t].active || weight <= 0.0)
			continue;
		mean_add(&value, weight, d->value);
		mean_add(&low, weight, d->low);
		mean_add(&high, weight, d->high);
		mean.state = num_worse_state(mean.state, d->state);
		mean.kind = num_weaker_kind(mean.kind, d->kind);
	}
	mean.value = mean_value(&value);
	mean.low = fmin(mean_value(&low), mean.value);
	mean.high = fmax(mean_value(&high), mean.value);
	return mean;
}

/* What the measured rows say: geometric mean, hull, and the weight of the best grade. */
struct testimony {
	const struct measured *rule;
	unsigned grades; /* heard */
	double log_sum;
	double low;
	double high;
	double weight;
	size_t rows;
	size_t part; /* that spoke for a blend nobody measured; SIZE_MAX: none */
};

static struct num row_desirability(const struct measured *rule, const struct fact *fact)
{
	double number;
	struct num n;

	if (rule->curve && rule->number != SIZE_MAX &&
	    number_read(str_trim(fact->cells[rule->number]), &number, NULL) == NUMBER_OK) {
		n = num_between(number, number - rule->number_spread, number + rule->number_spread,
				NUM_MEASURED);
		return curve_num(rule->curve, n);
	}
	if (isnan(rule->outcome_values[fact->outcome]))
		return num_missing();
	return num_exact(rule->outcome_values[fact->outcome], NUM_MEASURED);
}

static bool hear(void *state, const struct fact *fact)
{
	struct testimony *testimony = state;
	struct num d;

	if ((testimony->grades >> fact->grade & 1u) == 0)
		return true;
	d = row_desirability(testimony->rule, fact);
	if (!num_has_value(d))
		return true;
	testimony->log_sum += log(d.value);
	testimony->low = testimony->rows ? fmin(testimony->low, d.low) : d.low;
	testimony->high = testimony->rows ? fmax(testimony->high, d.high) : d.high;
	testimony->weight = fmax(testimony->weight, testimony->rule->grade_weights[fact->grade]);
	testimony->rows++;
	return true;
}

/* Rows about exactly this combination; of the first tier of grades that has any. */
static struct testimony hear_rows(const struct evaluator *evaluator, const struct measured *rule,
				  const struct combo *combo)
{
	struct measure_context context = evaluator_context(evaluator, combo);
	struct testimony testimony = {.rule = rule, .grades = ~0u, .part = SIZE_MAX};

	for (size_t i = 0; i < rule->tier_count && testimony.rows == 0; i++) {
		testimony.grades = rule->tiers[i];
		fact_query_visit(&rule->query, &context, hear, &testimony);
	}
	if (rule->tier_count == 0)
		fact_query_visit(&rule->query, &context, hear, &testimony);
	return testimony;
}

/* A blend that nobody measured counts the best known of its good parts, from a certain share. */
static struct testimony hear_parts(const struct evaluator *evaluator, const struct measured *rule,
				   const struct combo *combo)
{
	struct testimony best = {.rule = rule};

	for (size_t i = 0; i < combo->solvent.count; i++) {
		struct measure_context context = evaluator_context(evaluator, combo);
		struct one_part one;
		struct testimony alone;

		if (combo->solvent.parts[i].volume < rule->part_from)
			continue;
		one_part_context(&one, &context, i);
		alone = hear_rows(evaluator, rule, &one.combo);
		if (alone.rows && alone.low >= rule->part_value && alone.weight > best.weight) {
			best = alone;
			best.part = i;
		}
	}
	if (best.rows) {
		best.log_sum = (double)best.rows * log(rule->part_value);
		best.low = best.high = rule->part_value;
	}
	return best;
}

static struct testimony hear_all(const struct evaluator *evaluator, const struct measured *rule,
				 const struct combo *combo)
{
	struct testimony testimony = hear_rows(evaluator, rule, combo);

	if (testimony.rows == 0 && combo->solvent.count > 1 && !isnan(rule->part_value))
		testimony = hear_parts(evaluator, rule, combo);
	return testimony;
}

struct hearing {
	const struct testimony *testimony;
	struct heard_row *rows;
	size_t count;
	size_t room;
};

static bool note_row(void *state, const struct fact *fact)
{
	struct hearing *hearing = state;
	const struct measured *rule = hearing->testimony->rule;
	struct num d;

	if ((hearing->testimony->grades >> fact->grade & 1u) == 0 ||
	    hearing->count == hearing->room)
		return true;
	d = row_desirability(rule, fact);
	if (num_has_value(d))
		hearing->rows[hearing->count++] =
		    (struct heard_row){fact, d, rule->grade_weights[fact->grade]};
	return true;
}

size_t criterion_heard(const struct evaluator *evaluator, const struct criterion *criterion,
		       const struct combo *combo, struct heard_row *rows, size_t room)
{
	struct measure_context context = evaluator_context(evaluator, combo);
	struct testimony testimony;
	struct hearing hearing = {&testimony, rows, 0, room};
	struct one_part one;

	if (!criterion->measured)
		return 0;
	testimony = hear_all(evaluator, criterion->measured, combo);
	if (testimony.rows == 0)
		return 0;
	fact_query_visit(&criterion->measured->query,
			 testimony.part == SIZE_MAX
			     ? &context
			     : one_part_context(&one, &context, testimony.part),
			 note_row, &hearing);
	return hearing.count;
}

/* d = rule^(1-w) * measured^w; the interval spans the rows, and the rule where it has weight. */
static void weigh_in(const struct testimony *testimony, struct criterion_result *result)
{
	double w = testimony->weight;
	struct num value = result->rule;
	/* Rounding must not carry the mean out of its rows: blends compare low with a word. */
	double measured =
	    fmin(fmax(exp(testimony->log_sum / (double)testimony->rows), testimony->low),
		 testimony->high);

	result->measured = num_between(measured, testimony->low, testimony->high, NUM_MEASURED);
	result->measured_weight = w;
	if (w >= 1.0)
		value = result->measured;
	else {
		value.value = pow(value.value, 1.0 - w) * pow(measured, w);
		value.low = fmin(value.low, testimony->low);
		value.high = fmax(value.high, testimony->high);
	}
	value.state = NUM_KNOWN;
	result->value = value;
}

bool criterion_counts(const struct criterion *criterion, const struct combo *combo)
{
	if (criterion->weight <= 0.0)
		return false;
	if (criterion->needs == ROLE_COUNT)
		return true;
	if (criterion->needs == ROLE_SOLVENT)
		return combo->solvent.count > 0;
	return combo_row(combo, criterion->needs) != DB_NO_ROW;
}

void criterion_evaluate(const struct evaluator *evaluator, const struct criterion *criterion,
			const struct combo *combo, const struct term_result *terms,
			struct criterion_result *result)
{
	result->rule = mean_of_terms(evaluator, criterion, terms);
	result->value = result->rule;
	result->measured = num_missing();
	result->measured_weight = 0.0;
	result->limit = 100.0;
	result->active = !isnan(result->rule.value) && criterion_counts(criterion, combo);
	if (!result->active)
		return;
	if (criterion->measured) {
		struct testimony testimony = hear_all(evaluator, criterion->measured, combo);

		if (testimony.rows && testimony.weight > 0.0)
			weigh_in(&testimony, result);
	}
	result->value.value = eval_round(result->value.value);
	result->value.low = fmin(eval_round(result->value.low), result->value.value);
	result->value.high = fmax(eval_round(result->value.high), result->value.value);
	if (criterion->limit)
		result->limit = curve_at(criterion->limit, result->value.value);
}
