/* SPDX-License-Identifier: MIT */
#include "mix/lanes.h"

#include <math.h>

#include "engine/eval_term.h"

/* Sums in another order differ in their last bits: a bound must not be that close. */
static const double bound_slack = 1e-6;

enum { NODE_VECS = 5 }; /* vectors that one node takes at most: RED's axes, its own, one to spare */

/* ---- Terms ------------------------------------------------------------------------------- */

static double word_value(const struct reading *reading, double cell)
{
	for (size_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].cell == cell)
			return reading->words[i].value;
	return DB_UNKNOWN;
}

/* A desirability; NaN: missing. */
static double read_at(const struct reading *reading, double measure, size_t *near)
{
	double d = measure;

	if (isnan(measure))
		return DB_UNKNOWN;
	if (isinf(measure))
		return reading->none;
	if (reading->word_count)
		d = word_value(reading, measure);
	else if (reading->curve)
		d = curve_at_near(reading->curve, measure, near);
	return d > 1.0 ? 1.0 : d < 0.0 ? 0.0 : d; /* a NaN stays one */
}

static bool any_missing(const struct lanes *lanes, struct vec d)
{
	for (size_t k = 0; k < vec_count(lanes, d); k++)
		if (isnan(d.at[k]))
			return true;
	return false;
}

/* The first reading: everything is missing yet. */
static void read_first(struct lanes *lanes, const struct reading_plan *plan, struct vec *d)
{
	const size_t before = lanes->used;
	struct vec measure = {NULL, true};
	size_t near = 0;

	if (!plan->fixed)
		measure = lanes_node(lanes, plan->node);
	d->uniform = measure.uniform;
	for (size_t k = 0; k < vec_count(lanes, *d); k++)
		d->at[k] = plan->fixed ? plan->value : read_at(plan->reading, measure.at[k], &near);
	lanes->used = before;
}

/* Fills in what is missing in d. */
static void read_more(struct lanes *lanes, const struct reading_plan *plan, struct vec *d)
{
	struct vec more = lanes_vec(lanes);

	read_first(lanes, plan, &more);
	if (!more.uniform)
		vec_spread(lanes, d);
	for (size_t k = 0; k < vec_count(lanes, *d); k++)
		if (isnan(d->at[k]))
			d->at[k] = vec_at(more, k);
	lanes->used -= lanes->grid.count;
}

static double mixed_at(const struct lanes *lanes, const struct term_plan *term, size_t lane)
{
	const bool worst = term->mix == TERM_MIX_WORST;
	double all = worst ? 1.0 : 0.0;
	double share = 0.0;

	for (size_t i = 0; i < lanes->grid.parts; i++) {
		double volume = lanes->grid.volumes[i][lane];
		double d = term->parts[lanes->parts[i]];

		if (volume < term->mix_from)
			continue;
		if (isnan(d))
			return DB_UNKNOWN;
		all = worst ? (d < all ? d : all) : all + d * volume;
		share += volume;
	}
	if (share <= 0.0)
		return DB_UNKNOWN;
	return worst ? all : all / share;
}

static struct vec mixed_parts(struct lanes *lanes, const struct term_plan *term)
{
	struct vec d;

	/* All parts count: the mean is over volumes as they are. */
	if (term->mix == TERM_MIX_MEAN && lanes->grid.smallest >= term->mix_from)
		return lanes_mean(lanes, term->parts);
	d = lanes_vec(lanes);
	d.uniform = term->mix == TERM_MIX_WORST && lanes->grid.smallest >= term->mix_from;
	for (size_t k = 0; k < vec_count(lanes, d); k++)
		d.at[k] = mixed_at(lanes, term, k);
	return d;
}

static struct vec read_term(struct lanes *lanes, const struct term_plan *term)
{
	struct vec d = lanes_vec(lanes);

	read_first(lanes, &term->readings[0], &d);
	for (size_t i = 1; i < term->reading_count && any_missing(lanes, d); i++)
		read_more(lanes, &term->readings[i], &d);
	return d;
}

static void apply_cap(struct lanes *lanes, const struct term_plan *term, struct vec *d)
{
	const size_t before = lanes->used;
	const struct vec cap = lanes_node(lanes, term->cap);

	if (!cap.uniform)
		vec_spread(lanes, d);
	for (size_t k = 0; k < vec_count(lanes, *d); k++) {
		double x = vec_at(cap, k);

		x = isfinite(x) ? x : term->cap_unknown;
		d->at[k] = x < d->at[k] ? x : d->at[k];
	}
	lanes->used = before;
}

static struct vec run_term(struct lanes *lanes, const struct term_plan *term)
{
	struct vec d = term->parts ? mixed_parts(lanes, term) : read_term(lanes, term);

	for (size_t k = 0; k < vec_count(lanes, d); k++)
		if (isnan(d.at[k]))
			d.at[k] = term->missing;
	if (term->cap)
		apply_cap(lanes, term, &d);
	return d;
}

static double greatest(const struct lanes *lanes, struct vec d)
{
	double most = d.at[0];

	for (size_t k = 1; k < vec_count(lanes, d); k++)
		most = d.at[k] > most ? d.at[k] : most;
	return most;
}

/* ---- Criteria ---------------------------------------------------------------------------- */

static double combined(const struct criterion_plan *plan, const double *d)
{
	double sum = 0.0;
	double weights = 0.0;
	double least = d[0];

	if (plan->term_count == 1)
		return d[0];
	for (size_t i = 0; i < plan->term_count; i++) {
		const double weight = plan->terms[i].weight;

		sum += weight * (plan->criterion->combine == COMBINE_GEOMETRIC ? log(d[i]) : d[i]);
		weights += weight;
		least = d[i] < least ? d[i] : least;
	}
	switch (plan->criterion->combine) {
	case COMBINE_GEOMETRIC:
		return exp(sum / weights);
	case COMBINE_ARITHMETIC:
		return sum / weights;
	case COMBINE_MINIMUM:
		break;
	}
	return least;
}

/* The weight of the best witness among the parts that are heard. */
static double witness_at(const struct lanes *lanes, const struct criterion_plan *plan, size_t lane)
{
	double weight = 0.0;

	for (size_t i = 0; plan->witness && i < lanes->grid.parts; i++)
		if (!(lanes->grid.volumes[i][lane] < plan->criterion->measured->part_from))
			weight = fmax(weight, plan->witness[lanes->parts[i]]);
	return weight;
}

static double weighed_in(const struct criterion_plan *plan, double rule, double weight)
{
	const double measured = plan->witness ? plan->criterion->measured->part_value : 0.0;

	if (weight <= 0.0)
		return rule;
	if (weight >= 1.0)
		return measured;
	return pow(rule, 1.0 - weight) * pow(measured, weight);
}

static bool has_witness(const struct lanes *lanes, const struct criterion_plan *plan)
{
	for (size_t i = 0; plan->witness && i < lanes->grid.parts; i++)
		if (plan->witness[lanes->parts[i]] > 0.0)
			return true;
	return false;
}

/* What the criterion comes to at most: every term at its best, wherever that is. */
static double criterion_bound(const struct lanes *lanes, const struct criterion_plan *plan,
			      const struct term_vecs *terms)
{
	double most;

	for (size_t i = 0; i < plan->term_count; i++)
		lanes->d[i] = greatest(lanes, terms->at[i]);
	most = combined(plan, lanes->d);
	return has_witness(lanes, plan) ? fmax(most, plan->criterion->measured->part_value) : most;
}

static double highest_limit(const struct criterion_plan *plan, double most)
{
	const struct curve *limit = plan->criterion->limit;
	double highest;

	if (!limit)
		return 100.0;
	highest = curve_at(limit, most);
	for (size_t i = 0; i < limit->count && limit->points[i].x < most; i++)
		highest = fmax(highest, limit->points[i].y);
	return highest;
}

static double criterion_at(const struct lanes *lanes, const struct criterion_plan *plan,
			   const struct term_vecs *terms, size_t lane)
{
	for (size_t i = 0; i < plan->term_count; i++)
		lanes->d[i] = vec_at(terms->at[i], lane);
	return eval_round(
	    weighed_in(plan, combined(plan, lanes->d), witness_at(lanes, plan, lane)));
}

/* What the criterion comes to may reject, or warn. */
static void apply_gates(struct lanes *lanes, const struct criterion_plan *plan, size_t lane,
			double value)
{
	for (size_t i = 0; i < plan->gate_count; i++) {
		const struct gate *gate = plan->gates[i];

		if (!(value < gate->below))
			continue;
		if (gate->verdict == GATE_REJECT)
			lanes->scores[lane] = -1.0;
		else
			lanes->factors[lane] = fmin(lanes->factors[lane], gate->factor);
	}
}

/* Adds a criterion to the sums and limits of all compositions. */
static void add_criterion(struct lanes *lanes, const struct criterion_plan *plan,
			  const struct term_vecs *terms)
{
	const double floor = lanes->plan->evaluator->model->floor;
	const bool same = terms->uniform && !has_witness(lanes, plan);
	const size_t count = same ? 1 : lanes->grid.count;
	double sum = 0.0;
	double limit = 100.0;
	double value = 0.0;
	size_t near = 0;

	for (size_t k = 0; k < lanes->grid.count; k++) {
		if (k < count) {
			value = criterion_at(lanes, plan, terms, k);
			sum = plan->criterion->weight * log(value > floor ? value : floor);
			limit = plan->criterion->limit
				    ? curve_at_near(plan->criterion->limit, value, &near)
				    : 100.0;
		}
		lanes->sums[k] += sum;
		lanes->limits[k] = limit < lanes->limits[k] ? limit : lanes->limits[k];
		apply_gates(lanes, plan, k, value);
	}
}

/* ---- Totals ------------------------------------------------------------------------------ */

static double total_weight(const struct plan *plan)
{
	double weight = 0.0;

	for (size_t i = 0; i < plan->criterion_count; i++)
		weight += plan->criteria[i].criterion->weight;
	return weight;
}

static double highest_factor(const struct lanes *lanes)
{
	double factor = 0.0;

	for (size_t k = 0; k < lanes->grid.count; k++)
		if (lanes->scores[k] >= 0.0)
			factor = fmax(factor, lanes->factors[k]);
	return factor;
}

/*
 * Terms of all criteria, as long as the bound allows it: the rest of the criteria is taken as 1,
 * each term of those known at its best composition.
 */
static bool run_terms(struct lanes *lanes, struct term_vecs *terms, double at_least)
{
	const struct plan *plan = lanes->plan;
	const double floor = plan->evaluator->model->floor;
	const double weight = total_weight(plan);
	const double factor = highest_factor(lanes);
	double sum = 0.0;
	double limit = 100.0;

	for (size_t i = 0; i < plan->criterion_count; i++) {
		const struct criterion_plan *criterion = &plan->criteria[i];
		double most;

		terms[i].uniform = true;
		for (size_t t = 0; t < criterion->term_count; t++) {
			terms[i].at[t] = run_term(lanes, &criterion->terms[t]);
			terms[i].uniform = terms[i].uniform && terms[i].at[t].uniform;
		}
		most = criterion_bound(lanes, criterion, &terms[i]);
		sum += criterion->criterion->weight * log(fmax(most, floor));
		limit = fmin(limit, highest_limit(criterion, most));
		if (fmin(factor * 100.0 * exp(sum / weight), limit) + bound_slack < at_least)
			return false;
	}
	return true;
}

static void run_totals(struct lanes *lanes, const struct term_vecs *terms)
{
	const struct plan *plan = lanes->plan;
	const double weight = total_weight(plan);

	for (size_t k = 0; k < lanes->grid.count; k++) {
		lanes->sums[k] = 0.0;
		lanes->limits[k] = 100.0;
	}
	for (size_t i = 0; i < plan->criterion_count; i++)
		add_criterion(lanes, &plan->criteria[i], &terms[i]);
	for (size_t k = 0; k < lanes->grid.count; k++) {
		double mean = lanes->factors[k] * 100.0 * exp(lanes->sums[k] / weight);

		if (lanes->scores[k] >= 0.0)
			lanes->scores[k] =
			    weight > 0.0 ? eval_round(fmin(mean, lanes->limits[k])) : 0.0;
	}
}

/* Every composition by evaluate(). */
static void ask_evaluator(struct lanes *lanes)
{
	const struct plan *plan = lanes->plan;
	const size_t count = lanes->grid.parts;
	struct combo combo = plan->combo;

	combo.solvent = (struct mixture){lanes->mixture, count};
	for (size_t k = 0; k < lanes->grid.count; k++) {
		for (size_t i = 0; i < count; i++)
			lanes->mixture[i] =
			    (struct part){plan->rows[lanes->parts[i]], lanes->grid.volumes[i][k]};
		evaluate(plan->evaluator, &combo, lanes->work);
		lanes->scores[k] = lanes->work->rejected ? -1.0 : lanes->work->score.value;
	}
}

static bool any_left(const struct lanes *lanes)
{
	for (size_t k = 0; k < lanes->grid.count; k++)
		if (lanes->scores[k] >= 0.0)
			return true;
	return false;
}

/* What gates on the parts and the criteria that are the same for all blends leave at most. */
static bool hopeless(const struct lanes *lanes, double at_least)
{
	const struct part_gates gates = lanes_part_gates(lanes);

	return gates.rejects ||
	       fmin(gates.factor * lanes->ceiling, lanes->ceiling_limit) + bound_slack < at_least;
}

/* The bound that the fixed criteria set, the others taken as 1. */
static void set_ceiling(struct lanes *lanes)
{
	const struct plan *plan = lanes->plan;
	const double floor = plan->evaluator->model->floor;
	const double weight = total_weight(plan);
	double sum = 0.0;

	lanes->ceiling_limit = 100.0;
	for (size_t i = 0; i < plan->criterion_count && plan->criteria[i].fixed; i++) {
		const struct criterion_plan *criterion = &plan->criteria[i];
		double value;

		for (size_t t = 0; t < criterion->term_count; t++)
			lanes->d[t] = criterion->terms[t].readings[0].value;
		value = combined(criterion, lanes->d);
		sum += criterion->criterion->weight * log(fmax(value, floor));
		lanes->ceiling_limit = fmin(lanes->ceiling_limit, highest_limit(criterion, value));
	}
	lanes->ceiling = weight > 0.0 ? 100.0 * exp(sum / weight) : 0.0;
}

bool lanes_run(struct lanes *lanes, const uint32_t *parts, double at_least)
{
	const bool named = plan_is_named(lanes->plan, parts, lanes->grid.parts);

	for (size_t i = 0; i < lanes->grid.parts; i++)
		lanes->parts[i] = parts[i];
	lanes->used = 0;
	if (!named && hopeless(lanes, at_least)) {
		lanes->skipped++;
		return false;
	}
	if (!named && lanes_gates(lanes) == 0)
		return false;
	if (named || lanes->plan->slow) {
		ask_evaluator(lanes);
		lanes->evaluated += lanes->grid.count;
		return any_left(lanes);
	}
	if (!run_terms(lanes, lanes->terms, at_least)) {
		lanes->skipped++;
		return false;
	}
	run_totals(lanes, lanes->terms);
	lanes->evaluated += lanes->grid.count;
	return any_left(lanes);
}

struct lanes *lanes_new(const struct plan *plan, struct grid grid, struct arena *arena)
{
	struct lanes *lanes = ARENA_NEW(arena, 1, struct lanes);
	struct vec *vecs = ARENA_NEW(arena, plan->term_count, struct vec);

	*lanes = (struct lanes){.plan = plan, .grid = grid};
	lanes->terms = ARENA_NEW(arena, plan->criterion_count, struct term_vecs);
	for (size_t i = 0; i < plan->criterion_count; i++) {
		lanes->terms[i].at = vecs;
		vecs += plan->criteria[i].term_count;
	}
	lanes->d = ARENA_NEW(arena, plan->term_count, double);
	lanes->room_count = (plan->node_count * NODE_VECS + plan->term_count) * grid.count;
	lanes->room = ARENA_NEW(arena, lanes->room_count, double);
	lanes->scores = ARENA_NEW(arena, grid.count, double);
	lanes->sums = ARENA_NEW(arena, grid.count, double);
	lanes->limits = ARENA_NEW(arena, grid.count, double);
	lanes->factors = ARENA_NEW(arena, grid.count, double);
	lanes->answers = ARENA_NEW(arena, grid.count * 2, enum truth);
	set_ceiling(lanes);
	lanes->work = evaluation_new(plan->evaluator->model, arena);
	return lanes;
}
