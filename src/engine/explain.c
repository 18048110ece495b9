/* SPDX-License-Identifier: MIT */
#include "engine/explain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points below which a narrowing is not worth a line. */
static const double worth_a_line = 0.05;
/* Desirabilities are looked for to this resolution. */
static const double turn_resolution = 1e-4;
/* A term at 0 takes a score to 0; its loss is infinite. Held at this, the shares stay readable. */
static const double lowest_desirability = 1e-6;

/* Of a criterion that one measurement can decide; more terms are not tried. */
enum { SETTLED_TERMS_MAX = 8 };

struct loss_list {
	struct loss *items;
	size_t count;
	size_t capacity;
	struct arena *arena;
};

static double log_loss(double d)
{
	return -log(fmax(d, lowest_desirability));
}

static void add_loss(struct loss_list *list, struct loss loss)
{
	if (!(loss.share > 0.0))
		return;
	list->items = arena_extend(list->arena, list->items, list->count, &list->capacity,
				   sizeof(*list->items));
	list->items[list->count++] = loss;
}

/* How a criterion's loss falls on its terms: by weighted logarithms, or weighted shortfalls. */
static double term_part(const struct criterion *criterion, const struct term *term,
			const struct term_result *result)
{
	double d = result->desirability.value;

	if (!result->active)
		return 0.0;
	return term->weight *
	       (criterion->combine == COMBINE_GEOMETRIC ? log_loss(d) : fmax(0.0, 1.0 - d));
}

static void split_over_terms(struct loss_list *list, const struct model *model,
			     const struct evaluation *evaluation, size_t c, double loss)
{
	const struct criterion *criterion = &model->criteria[c];
	double parts = 0.0;

	for (size_t i = 0; i < criterion->term_count; i++)
		parts += term_part(criterion, &model->terms[criterion->first_term + i],
				   &evaluation->terms[criterion->first_term + i]);
	for (size_t i = 0; i < criterion->term_count && parts > 0.0; i++) {
		size_t t = criterion->first_term + i;

		add_loss(list, (struct loss){.kind = LOSS_TERM,
					     .criterion = c,
					     .term = t,
					     .share = loss *
						      term_part(criterion, &model->terms[t],
								&evaluation->terms[t]) /
						      parts});
	}
}

static void split_criterion(struct loss_list *list, const struct model *model,
			    const struct evaluation *evaluation, size_t c, double weight)
{
	const struct criterion_result *result = &evaluation->criteria[c];
	double loss = -weight * log(fmax(result->value.value, model->floor));
	double by_rows = result->measured_weight * log_loss(result->measured.value);
	double by_rule = (1.0 - result->measured_weight) * log_loss(result->rule.value);
	double rows_share = 0.0;

	if (result->measured_weight > 0.0 && by_rows + by_rule > 0.0)
		rows_share = by_rows / (by_rows + by_rule);
	add_loss(list, (struct loss){.kind = LOSS_MEASURED,
				     .criterion = c,
				     .term = SIZE_MAX,
				     .share = loss * rows_share});
	split_over_terms(list, model, evaluation, c, loss * (1.0 - rows_share));
}

static double active_weights(const struct model *model, const struct evaluation *evaluation)
{
	double weights = 0.0;

	for (size_t i = 0; i < model->criterion_count; i++)
		if (evaluation->criteria[i].active)
			weights += model->criteria[i].weight;
	return weights;
}

static int larger_loss_first(const void *a, const void *b)
{
	const struct loss *x = a;
	const struct loss *y = b;

	if (x->share != y->share)
		return x->share > y->share ? -1 : 1;
	if (x->criterion != y->criterion)
		return x->criterion < y->criterion ? -1 : 1;
	return x->term < y->term ? -1 : x->term > y->term;
}

/* From parts of -ln s to shares and points. */
static void share_out(struct loss_list *list, double score)
{
	double sum = 0.0;

	for (size_t i = 0; i < list->count; i++)
		sum += list->items[i].share;
	for (size_t i = 0; i < list->count; i++) {
		list->items[i].share /= sum;
		list->items[i].points = list->items[i].share * (100.0 - score);
	}
}

size_t explain_losses(const struct model *model, const struct evaluation *evaluation,
		      const struct loss **losses, struct arena *arena)
{
	struct loss_list list = {.arena = arena};
	double weights = active_weights(model, evaluation);
	double score = evaluation->score.value;
	double before_limit = evaluation->factor * evaluation->mean;

	for (size_t i = 0; i < model->criterion_count; i++)
		if (evaluation->criteria[i].active && weights > 0.0)
			split_criterion(&list, model, evaluation, i,
					model->criteria[i].weight / weights);
	add_loss(&list, (struct loss){.kind = LOSS_FACTOR,
				      .criterion = SIZE_MAX,
				      .term = SIZE_MAX,
				      .share = -log(evaluation->factor)});
	if (evaluation->limited_by != SIZE_MAX && before_limit > 0.0)
		add_loss(&list, (struct loss){.kind = LOSS_LIMIT,
					      .criterion = evaluation->limited_by,
					      .term = SIZE_MAX,
					      .share = log_loss(score / before_limit)});
	share_out(&list, score);
	if (list.count)
		qsort(list.items, list.count, sizeof(*list.items), larger_loss_first);
	*losses = list.items;
	return list.count;
}

/* A copy whose terms may be changed. */
static struct evaluation *changeable(const struct evaluator *evaluator,
				     const struct evaluation *evaluation, struct arena *arena)
{
	const struct model *model = evaluator->model;
	struct evaluation *copy = evaluation_new(model, arena);
	struct evaluation arrays = *copy;

	*copy = *evaluation;
	copy->gates = arrays.gates;
	copy->terms = arrays.terms;
	copy->criteria = arrays.criteria;
	memcpy(copy->gates, evaluation->gates, model->gate_count * sizeof(*copy->gates));
	memcpy(copy->terms, evaluation->terms, model->term_count * sizeof(*copy->terms));
	memcpy(copy->criteria, evaluation->criteria,
	       model->criterion_count * sizeof(*copy->criteria));
	return copy;
}

static double width(const struct evaluation *evaluation)
{
	return evaluation->score.high - evaluation->score.low;
}

static int larger_narrowing_first(const void *a, const void *b)
{
	const struct narrowing *x = a;
	const struct narrowing *y = b;

	if (x->width != y->width)
		return x->width > y->width ? -1 : 1;
	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	return x->criterion < y->criterion ? -1 : x->criterion > y->criterion;
}

/* Of the weights that a criterion gives to measured rows: does the best one rule alone? */
static double heaviest_grade(const struct measured *measured)
{
	double heaviest = 0.0;

	for (size_t i = 0; fact_grades[i]; i++)
		heaviest = fmax(heaviest, measured->grade_weights[i]);
	return heaviest;
}

/*
 * The total, had a measurement that rules alone turned out well. false where no measurement does,
 * or where one has been made. The terms are as before afterwards.
 */
static bool settle(const struct evaluator *evaluator, struct evaluation *changed, size_t c)
{
	const struct criterion *criterion = &evaluator->model->criteria[c];
	struct num keep[SETTLED_TERMS_MAX];

	if (!criterion->measured || !evaluator->options.use_measured ||
	    changed->criteria[c].measured_weight > 0.0 || !changed->criteria[c].active ||
	    heaviest_grade(criterion->measured) < 1.0 || criterion->term_count > SETTLED_TERMS_MAX)
		return false;
	for (size_t i = 0; i < criterion->term_count; i++) {
		struct num *d = &changed->terms[criterion->first_term + i].desirability;

		keep[i] = *d;
		*d = num_exact(1.0, NUM_MEASURED);
	}
	evaluation_total(evaluator, changed);
	for (size_t i = 0; i < criterion->term_count; i++)
		changed->terms[criterion->first_term + i].desirability = keep[i];
	return true;
}

size_t explain_narrowings(const struct evaluator *evaluator, const struct evaluation *evaluation,
			  const struct narrowing **narrowings, struct arena *arena)
{
	const struct model *model = evaluator->model;
	struct evaluation *changed = changeable(evaluator, evaluation, arena);
	struct narrowing *list =
	    ARENA_NEW(arena, model->term_count + model->criterion_count + 1, struct narrowing);
	size_t count = 0;

	for (size_t t = 0; t < model->term_count; t++) {
		struct term_result keep = changed->terms[t];
		struct num *d = &changed->terms[t].desirability;

		if (!keep.active)
			continue;
		d->low = d->high = d->value;
		d->state = NUM_KNOWN;
		evaluation_total(evaluator, changed);
		if (width(evaluation) - width(changed) >= worth_a_line)
			list[count++] = (struct narrowing){
			    t, SIZE_MAX, width(evaluation) - width(changed), changed->score};
		changed->terms[t] = keep;
	}
	for (size_t c = 0; c < model->criterion_count; c++)
		if (settle(evaluator, changed, c) &&
		    width(evaluation) - width(changed) >= worth_a_line)
			list[count++] = (struct narrowing){
			    SIZE_MAX, c, width(evaluation) - width(changed), changed->score};
	qsort(list, count, sizeof(*list), larger_narrowing_first);
	*narrowings = list;
	return count;
}

/* The verdict, were term t's desirability d, known. */
static size_t verdict_at(const struct evaluator *evaluator, struct evaluation *changed, size_t t,
			 double d)
{
	struct term_result keep = changed->terms[t];
	size_t verdict;

	changed->terms[t].desirability = num_exact(d, NUM_MEASURED);
	evaluation_total(evaluator, changed);
	verdict = changed->verdict;
	changed->terms[t] = keep;
	return verdict;
}

/*
 * The nearest desirability towards `end` at which the verdict differs from `now`; NaN if none. The
 * verdict is monotone in a term, so halving finds the edge.
 */
static double edge(const struct evaluator *evaluator, struct evaluation *changed, size_t t,
		   size_t now, double end)
{
	double same = changed->terms[t].desirability.value;
	double other = end;

	if (verdict_at(evaluator, changed, t, end) == now)
		return (double)NAN;
	if (verdict_at(evaluator, changed, t, same) != now)
		return same;
	while (fabs(other - same) > turn_resolution) {
		double middle = 0.5 * (same + other);

		if (verdict_at(evaluator, changed, t, middle) == now)
			same = middle;
		else
			other = middle;
	}
	return other;
}

static int smaller_change_first(const void *a, const void *b)
{
	const struct turn *x = a;
	const struct turn *y = b;

	if (fabs(x->change) != fabs(y->change))
		return fabs(x->change) < fabs(y->change) ? -1 : 1;
	return x->term < y->term ? -1 : x->term > y->term;
}

size_t explain_turns(const struct evaluator *evaluator, const struct evaluation *evaluation,
		     const struct turn **turns, struct arena *arena)
{
	const struct model *model = evaluator->model;
	struct evaluation *changed = changeable(evaluator, evaluation, arena);
	struct turn *list = ARENA_NEW(arena, 2 * model->term_count + 1, struct turn);
	size_t count = 0;

	for (size_t t = 0; t < model->term_count; t++) {
		for (int end = 0; end <= 1 && changed->terms[t].active; end++) {
			double now = changed->terms[t].desirability.value;
			double at = edge(evaluator, changed, t, evaluation->verdict, end);

			if (isnan(at))
				continue;
			list[count++] =
			    (struct turn){t, at, at - now, verdict_at(evaluator, changed, t, at)};
		}
	}
	qsort(list, count, sizeof(*list), smaller_change_first);
	*turns = list;
	return count;
}
