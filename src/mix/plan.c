/* SPDX-License-Identifier: MIT */
#include "mix/plan.h"

#include <math.h>
#include <stdlib.h>

#include "mix/plan_parts.h"

/* ---- Criteria ---------------------------------------------------------------------------- */

static bool gate_matters(const struct gate *gate)
{
	return gate->verdict == GATE_REJECT || gate->factor < 1.0;
}

/* The gates on what the criterion comes to. */
static void add_gates(struct planner *planner, struct criterion_plan *made)
{
	const struct model *model = planner->plan->evaluator->model;
	const struct gate **gates =
	    ARENA_NEW(planner->arena, model->gate_count, const struct gate *);
	const size_t index = (size_t)(made->criterion - model->criteria);

	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].criterion == index && gate_matters(&model->gates[i]))
			gates[made->gate_count++] = &model->gates[i];
	made->gates = gates;
}

static bool is_fixed(const struct criterion_plan *made)
{
	for (size_t i = 0; i < made->term_count; i++) {
		const struct term_plan *term = &made->terms[i];

		if (term->parts || term->cap || !term->readings[0].fixed ||
		    isnan(term->readings[0].value))
			return false;
	}
	return !made->witness && made->gate_count == 0;
}

/* False: no term of it counts. */
static bool plan_criterion(struct planner *planner, const struct criterion *criterion,
			   struct criterion_plan *made)
{
	struct term_plan *terms =
	    ARENA_NEW(planner->arena, criterion->term_count, struct term_plan);

	*made = (struct criterion_plan){.criterion = criterion, .terms = terms};
	for (size_t i = 0; i < criterion->term_count; i++)
		made->term_count +=
		    plan_term(planner, criterion->first_term + i, &terms[made->term_count]);
	if (criterion->measured && !isnan(criterion->measured->part_value))
		made->witness = ARENA_NEW(planner->arena, planner->plan->count, double);
	add_gates(planner, made);
	made->fixed = is_fixed(made);
	return made->term_count > 0;
}

/* What is the same for all blends first, then the heaviest: the bound gets tight early. */
static int by_use(const void *a, const void *b)
{
	const struct criterion_plan *x = a;
	const struct criterion_plan *y = b;

	if (x->fixed != y->fixed)
		return x->fixed ? -1 : 1;
	if (x->criterion->weight != y->criterion->weight)
		return x->criterion->weight > y->criterion->weight ? -1 : 1;
	return x->criterion < y->criterion ? -1 : x->criterion > y->criterion;
}

static void plan_criteria(struct planner *planner)
{
	struct plan *plan = planner->plan;
	const struct model *model = plan->evaluator->model;
	const struct part any = {0, 1.0};
	struct combo combo = plan->combo;

	/* A blend is a solvent, whichever. */
	combo.solvent = (struct mixture){&any, 1};
	plan->criteria = ARENA_NEW(planner->arena, model->criterion_count, struct criterion_plan);
	for (size_t i = 0; i < model->criterion_count; i++)
		if (criterion_counts(&model->criteria[i], &combo))
			plan->criterion_count += plan_criterion(
			    planner, &model->criteria[i], &plan->criteria[plan->criterion_count]);
	for (size_t i = 0; i < plan->criterion_count; i++)
		plan->term_count += plan->criteria[i].term_count;
	qsort(plan->criteria, plan->criterion_count, sizeof plan->criteria[0], by_use);
}

/* ---- Gates ------------------------------------------------------------------------------- */

static void plan_mixture_gates(struct planner *planner)
{
	struct plan *plan = planner->plan;
	const struct model *model = plan->evaluator->model;

	plan->gates = ARENA_NEW(planner->arena, model->gate_count, struct gate_plan);
	for (size_t i = 0; i < model->gate_count; i++)
		if (!model->gates[i].each_part && model->gates[i].criterion == SIZE_MAX &&
		    gate_matters(&model->gates[i]))
			plan->gates[plan->gate_count++] = plan_gate(planner, &model->gates[i]);
}

static int by_size(const void *a, const void *b)
{
	const double x = *(const double *)a;
	const double y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void collect_thresholds(struct planner *planner)
{
	struct plan *plan = planner->plan;
	const struct model *model = plan->evaluator->model;
	double *from = ARENA_NEW(planner->arena, model->gate_count, double);
	size_t count = 0;

	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].each_part && gate_matters(&model->gates[i]))
			from[count++] = model->gates[i].from;
	qsort(from, count, sizeof from[0], by_size);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || from[i] > from[i - 1])
			from[plan->threshold_count++] = from[i];
	plan->thresholds = from;
}

/* What the gates that count from this fraction on, or from less, say of one solvent. */
static struct part_gates part_gates_at(const struct plan *plan, const struct evaluation *alone,
				       double threshold)
{
	const struct model *model = plan->evaluator->model;
	const bool possible = plan->evaluator->options.missing == MISSING_WORST;
	struct part_gates made = {.factor = 1.0};

	for (size_t i = 0; i < model->gate_count; i++) {
		const struct gate *gate = &model->gates[i];
		const enum gate_status status = alone->gates[i].status;

		if (!gate->each_part || gate->from > threshold)
			continue;
		if (gate->verdict == GATE_REJECT)
			made.rejects = made.rejects || status == GATE_FIRED;
		else if (status == GATE_FIRED || (possible && status == GATE_UNCHECKED))
			made.factor = fmin(made.factor, gate->factor);
	}
	return made;
}

bool plan_part_rejected(const struct plan *plan, size_t solvent, double fraction)
{
	const struct part_gates *gates = &plan->part_gates[solvent * plan->threshold_count];
	bool rejected = false;

	for (size_t i = 0; i < plan->threshold_count && plan->thresholds[i] <= fraction; i++)
		rejected = gates[i].rejects;
	return rejected;
}

/* ---- Solvents by themselves -------------------------------------------------------------- */

/* The weight of a good word on the solvent alone, as a blend hears it. */
static double witness_weight(const struct criterion_plan *plan, const struct evaluation *alone,
			     const struct model *model)
{
	const struct criterion_result *result = &alone->criteria[plan->criterion - model->criteria];
	const bool good = result->active && result->measured_weight > 0.0 &&
			  result->measured.low >= plan->criterion->measured->part_value;

	return good ? result->measured_weight : 0.0;
}

static void read_alone(struct planner *planner)
{
	struct plan *plan = planner->plan;
	const struct model *model = plan->evaluator->model;
	struct evaluation *work = evaluation_new(model, planner->arena);
	struct num *scores = ARENA_NEW(planner->arena, plan->count, struct num);
	bool *rejected = ARENA_NEW(planner->arena, plan->count, bool);
	struct part_gates *gates =
	    ARENA_NEW(planner->arena, plan->count * plan->threshold_count + 1, struct part_gates);

	for (size_t i = 0; i < plan->count; i++) {
		struct alone alone;

		planner_alone(&alone, planner, i);
		evaluate(plan->evaluator, &alone.combo, work);
		scores[i] = work->score;
		rejected[i] = work->rejected;
		for (size_t k = 0; k < plan->threshold_count; k++)
			gates[i * plan->threshold_count + k] =
			    part_gates_at(plan, work, plan->thresholds[k]);
		for (size_t k = 0; k < plan->criterion_count; k++)
			if (plan->criteria[k].witness)
				plan->criteria[k].witness[i] =
				    witness_weight(&plan->criteria[k], work, model);
	}
	plan->alone = scores;
	plan->alone_rejected = rejected;
	plan->part_gates = gates;
}

/* ---- Blends that somebody observed ------------------------------------------------------- */

/* About a blend, and about these materials or any electrolyte ("other" ones may be asked for). */
static bool may_be_heard(const struct plan *plan, const struct fact *fact)
{
	if (fact->part_count < 2)
		return false;
	return fact->subject_table == TABLE_ELECTROLYTES ||
	       (fact->subject_table == TABLE_BINDERS && fact->subject == plan->combo.binder) ||
	       (fact->subject_table == TABLE_SALTS && fact->subject == plan->combo.salt);
}

static void collect_named(struct planner *planner)
{
	struct plan *plan = planner->plan;
	const struct db *db = plan->evaluator->db;
	const struct fact **named = NULL;
	size_t capacity = 0;

	for (size_t i = 0; i < db->fact_count; i++) {
		if (!may_be_heard(plan, &db->facts[i]))
			continue;
		named = arena_extend(planner->arena, named, plan->named_count, &capacity,
				     sizeof named[0]);
		named[plan->named_count++] = &db->facts[i];
	}
	plan->named = named;
}

static bool names(const struct plan *plan, const struct fact *fact, const uint32_t *parts,
		  size_t count)
{
	if (fact->part_count != count)
		return false;
	for (size_t i = 0; i < count; i++) {
		bool found = false;

		for (size_t k = 0; k < count; k++)
			found = found || fact->parts[i].row == plan->rows[parts[k]];
		if (!found)
			return false;
	}
	return true;
}

bool plan_is_named(const struct plan *plan, const uint32_t *parts, size_t count)
{
	if (!plan->evaluator->options.use_measured)
		return false;
	for (size_t i = 0; i < plan->named_count; i++)
		if (names(plan, plan->named[i], parts, count))
			return true;
	return false;
}

const struct plan *plan_new(const struct evaluator *evaluator, const struct combo *combo,
			    const uint32_t *rows, size_t count, struct arena *arena)
{
	struct plan *plan = ARENA_NEW(arena, 1, struct plan);
	struct planner planner = {.plan = plan, .arena = arena};

	*plan =
	    (struct plan){.evaluator = evaluator, .combo = *combo, .rows = rows, .count = count};
	plan->combo.solvent = (struct mixture){NULL, 0};
	planner.use_stand_ins = evaluator->options.missing != MISSING_WORST;
	plan_criteria(&planner);
	plan_mixture_gates(&planner);
	collect_thresholds(&planner);
	read_alone(&planner);
	collect_named(&planner);
	plan->slow = planner.failed;
	return plan;
}
