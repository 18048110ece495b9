/* SPDX-License-Identifier: MIT */
#include "engine/backtest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "engine/backtest_parts.h"
#include "engine/rank.h"

const double backtest_band_low = 0.85;
const double backtest_band_high = 1.05;

/* RED at the surface of the sphere. */
static const double sphere_surface = 1.0;
/* Where a model gives no limit: the middle of the scale. */
static const double threshold_without_limit = 0.5;

struct evaluator backtest_rules_only(const struct evaluator *evaluator)
{
	struct evaluator rules = *evaluator;

	rules.options.use_measured = false;
	rules.options.use_in_sample = false;
	return rules;
}

size_t backtest_rejecting_gate(const struct model *model, const struct evaluation *evaluation)
{
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_REJECT &&
		    evaluation->gates[i].status == GATE_FIRED)
			return i;
	return SIZE_MAX;
}

/* sign -1: the term that loses most, weight * -ln d; sign 1: the one with the highest d. */
static size_t extreme_term(const struct model *model, const struct evaluation *evaluation,
			   size_t criterion, int sign)
{
	const struct criterion *c = &model->criteria[criterion];
	size_t found = SIZE_MAX;
	double most = 0.0;

	for (size_t t = c->first_term; t < c->first_term + c->term_count; t++) {
		const double d = evaluation->terms[t].desirability.value;
		const double share = sign < 0 ? -model->terms[t].weight * log(fmax(d, model->floor))
					      : model->terms[t].weight * d;

		if (evaluation->terms[t].active && (found == SIZE_MAX || share > most)) {
			found = t;
			most = share;
		}
	}
	return found;
}

size_t backtest_worst_term(const struct model *model, const struct evaluation *evaluation,
			   size_t criterion)
{
	return extreme_term(model, evaluation, criterion, -1);
}

size_t backtest_best_term(const struct model *model, const struct evaluation *evaluation,
			  size_t criterion)
{
	return extreme_term(model, evaluation, criterion, 1);
}

/* The criterion that observations of this kind about this role override. */
static size_t criterion_about(const struct model *model, enum fact_kind kind, enum role subject)
{
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct measured *measured = model->criteria[i].measured;

		if (measured && measured->query.kind == kind && measured->query.subject == subject)
			return i;
	}
	return SIZE_MAX;
}

static size_t red_term(const struct model *model, size_t criterion)
{
	const struct criterion *c;

	if (criterion == SIZE_MAX)
		return SIZE_MAX;
	c = &model->criteria[criterion];
	for (size_t t = c->first_term; t < c->first_term + c->term_count; t++)
		if (model->terms[t].reading.measure &&
		    model->terms[t].reading.measure->op == MEASURE_RED)
			return t;
	return SIZE_MAX;
}

/* Where the limit first reaches the score of the second best verdict. */
static double threshold_of(const struct model *model, size_t criterion)
{
	const struct curve *limit = model->criteria[criterion].limit;
	const double at = model->verdicts[model->verdict_count > 1 ? 1 : 0].at;

	if (!limit)
		return threshold_without_limit;
	for (size_t i = 0; i < limit->count; i++) {
		const struct curve_point *b = &limit->points[i];
		const struct curve_point *a = i > 0 ? b - 1 : b;

		if (b->y < at)
			continue;
		return b->y > a->y ? a->x + (b->x - a->x) * (at - a->y) / (b->y - a->y) : b->x;
	}
	return HUGE_VAL;
}

/* ---- exposure ---- */

static void judge_electrolyte(const struct backtest *test, struct backtest_unit *unit, uint32_t se,
			      struct arena *arena)
{
	const struct model *model = test->evaluator->model;
	struct evaluation *evaluation = evaluation_new(model, arena);
	struct part *part = ARENA_NEW(arena, 1, struct part);
	const struct combo combo = {se, DB_NO_ROW, DB_NO_ROW, {part, 1}};
	double score;

	*part = (struct part){unit->solvent, 1.0};
	evaluate(test->evaluator, &combo, evaluation);
	score = evaluation->rejected ? 0.0 : evaluation->criteria[test->compatibility].value.value;
	if (unit->evaluation &&
	    (unit->label == BACKTEST_GOOD ? score >= unit->score : score <= unit->score))
		return;
	unit->evaluation = evaluation;
	unit->score = score;
	unit->judged = se;
	unit->gate = backtest_rejecting_gate(model, evaluation);
}

static void judge_exposure(const struct backtest *test, struct backtest_unit *unit,
			   struct arena *arena)
{
	const struct model *model = test->evaluator->model;
	const size_t electrolytes = test->evaluator->db->tables[TABLE_ELECTROLYTES].count;

	if (unit->subject != FACT_ANY)
		judge_electrolyte(test, unit, unit->subject, arena);
	for (uint32_t se = 0; unit->subject == FACT_ANY && se < electrolytes; se++)
		judge_electrolyte(test, unit, se, arena);
	if (!unit->evaluation)
		return;
	unit->judgeable = unit->label == BACKTEST_GOOD || unit->label == BACKTEST_BAD;
	unit->right = (unit->label == BACKTEST_GOOD) == (unit->score >= test->threshold);
	if (!unit->judgeable || unit->right || unit->gate != SIZE_MAX)
		return;
	unit->cause = unit->label == BACKTEST_GOOD
			  ? backtest_worst_term(model, unit->evaluation, test->compatibility)
			  : backtest_best_term(model, unit->evaluation, test->compatibility);
}

/* ---- solubility ---- */

/* Was a number of the binder's sphere fitted to observations like these? */
static bool sphere_is_fitted(const struct db *db, const struct measure *measure, uint32_t binder,
			     bool use_in_sample)
{
	if (measure->in_sample && !use_in_sample)
		return false;
	if (measure->op == MEASURE_VALUE && measure->operand.role == ROLE_BINDER &&
	    !isnan(db_cell(db, TABLE_BINDERS, binder, measure->operand.property)))
		return db_kind(db, TABLE_BINDERS, binder, measure->operand.property) == NUM_FITTED;
	if (measure->op == MEASURE_RED)
		for (size_t i = 0; i < sizeof measure->red->binder / sizeof *measure->red->binder;
		     i++)
			if (!isnan(db_cell(db, TABLE_BINDERS, binder, measure->red->binder[i])) &&
			    db_kind(db, TABLE_BINDERS, binder, measure->red->binder[i]) ==
				NUM_FITTED)
				return true;
	for (size_t i = 0; i < measure->arg_count; i++)
		if (sphere_is_fitted(db, measure->args[i], binder, use_in_sample))
			return true;
	return false;
}

static void judge_solubility(const struct backtest *test, struct backtest_unit *unit,
			     struct arena *arena)
{
	const struct evaluator *evaluator = test->evaluator;
	const struct measure *red = evaluator->model->terms[test->red].reading.measure;
	struct evaluation *evaluation = evaluation_new(evaluator->model, arena);
	struct part *part = ARENA_NEW(arena, 1, struct part);
	const struct combo combo = {DB_NO_ROW, unit->subject, DB_NO_ROW, {part, 1}};
	const struct num *measure = &evaluation->terms[test->red].measure;

	*part = (struct part){unit->solvent, 1.0};
	evaluate(evaluator, &combo, evaluation);
	unit->evaluation = evaluation;
	unit->judged = unit->subject;
	unit->score = num_has_value(*measure) ? measure->value : DB_UNKNOWN;
	unit->in_sample = unit->in_sample || sphere_is_fitted(evaluator->db, red, unit->subject,
							      evaluator->options.use_in_sample);
	unit->judgeable = (unit->label == BACKTEST_GOOD || unit->label == BACKTEST_BAD) &&
			  (unit->score < backtest_band_low || unit->score > backtest_band_high);
	unit->right = (unit->label == BACKTEST_GOOD) == (unit->score < sphere_surface);
	unit->cause = test->red;
}

/* ---- figures ---- */

struct two_sides {
	double *good;
	double *bad;
	size_t good_count;
	size_t bad_count;
};

static struct two_sides sides_of(const struct backtest_units *units, struct arena *scratch)
{
	struct two_sides sides = {.good = ARENA_NEW(scratch, units->count, double),
				  .bad = ARENA_NEW(scratch, units->count, double)};

	for (size_t i = 0; i < units->count; i++) {
		const struct backtest_unit *unit = &units->at[i];

		if (!unit->judgeable)
			continue;
		if (unit->label == BACKTEST_GOOD)
			sides.good[sides.good_count++] = unit->score;
		else
			sides.bad[sides.bad_count++] = unit->score;
	}
	return sides;
}

static int rising(const void *a, const void *b)
{
	const double x = *(const double *)a;
	const double y = *(const double *)b;

	return (x > y) - (x < y);
}

static void draw(struct random *random, const double *from, double *to, size_t count)
{
	for (size_t i = 0; i < count; i++)
		to[i] = from[(size_t)(random_unit(random) * (double)count)];
}

/* Sorts the bad ones. */
static double auc_with(const double *good, size_t good_count, double *bad, size_t bad_count)
{
	qsort(bad, bad_count, sizeof *bad, rising);
	return backtest_auc(good, good_count, bad, bad_count);
}

/* Good and bad units are drawn again, each side by itself. */
static struct backtest_interval auc_of(const struct backtest_units *units,
				       const struct watcher *watcher, struct arena *scratch)
{
	const struct two_sides sides = sides_of(units, scratch);
	struct backtest_interval auc = {DB_UNKNOWN, DB_UNKNOWN, DB_UNKNOWN,
					sides.good_count + sides.bad_count};
	double *draws = ARENA_NEW(scratch, BACKTEST_DRAWS, double);
	double *good = ARENA_NEW(scratch, sides.good_count, double);
	double *bad = ARENA_NEW(scratch, sides.bad_count, double);

	if (sides.good_count == 0 || sides.bad_count == 0)
		return auc;
	memcpy(bad, sides.bad, sides.bad_count * sizeof *bad);
	auc.value = auc_with(sides.good, sides.good_count, bad, sides.bad_count);
	for (size_t i = 0; i < BACKTEST_DRAWS; i++) {
		struct random random = random_stream(BACKTEST_SEED, i);

		watcher_tell(watcher, i, BACKTEST_DRAWS);
		draw(&random, sides.good, good, sides.good_count);
		draw(&random, sides.bad, bad, sides.bad_count);
		draws[i] = auc_with(good, sides.good_count, bad, sides.bad_count);
	}
	qsort(draws, BACKTEST_DRAWS, sizeof *draws, rising);
	auc.low = draws[BACKTEST_DRAWS / 40];
	auc.high = draws[BACKTEST_DRAWS - 1 - BACKTEST_DRAWS / 40];
	return auc;
}

static struct backtest_interval spearman_of(const struct backtest_units *units,
					    struct arena *scratch)
{
	double *scores = ARENA_NEW(scratch, units->count, double);
	double *retentions = ARENA_NEW(scratch, units->count, double);
	struct backtest_interval spearman = {DB_UNKNOWN, DB_UNKNOWN, DB_UNKNOWN, 0};

	for (size_t i = 0; i < units->count; i++)
		if (units->at[i].evaluation && !isnan(units->at[i].retention)) {
			scores[spearman.count] = units->at[i].score;
			retentions[spearman.count++] = units->at[i].retention;
		}
	spearman.value = backtest_spearman(scores, retentions, spearman.count, scratch);
	return spearman;
}

static void widen_gap(struct backtest_extremes *extremes, const struct backtest_unit *unit)
{
	if (unit->label == BACKTEST_GOOD &&
	    (!extremes->worst_good || unit->score < extremes->worst_good->score))
		extremes->worst_good = unit;
	if (unit->label == BACKTEST_BAD &&
	    (!extremes->best_bad || unit->score > extremes->best_bad->score))
		extremes->best_bad = unit;
}

/* The best row of this electrolyte and solvent over all binders; NULL if all are rejected. */
static const struct evaluation *best_total(const struct backtest *test, uint32_t se,
					   uint32_t solvent, struct arena *arena,
					   struct arena *scratch)
{
	struct part *part = ARENA_NEW(arena, 1, struct part);
	struct mixture *liquid = ARENA_NEW(arena, 1, struct mixture);
	const struct rank_request request = {.evaluator = test->evaluator,
					     .ses = &se,
					     .se_count = 1,
					     .solvents = liquid,
					     .solvent_count = 1,
					     .salt = DB_NO_ROW,
					     .top = 1,
					     .reference = DB_NO_ROW};
	const struct ranking *ranking;

	*part = (struct part){solvent, 1.0};
	*liquid = (struct mixture){part, 1};
	ranking = rank_run(&request, arena, scratch);
	return ranking->row_count > 0 ? ranking->rows[0].evaluation : NULL;
}

static void raise_top(struct backtest_extremes *extremes, const struct backtest_unit *unit,
		      const struct evaluation *total)
{
	if (extremes->top_bad_total && total->score.value <= extremes->top_bad_total->score.value)
		return;
	extremes->top_bad_total = total;
	extremes->top_bad = unit;
}

/* Over all binders; of "sulfides" over all electrolytes, too. */
static void find_top_bad(struct backtest *test, const struct backtest_unit *unit,
			 struct arena *arena, struct arena *scratch)
{
	const size_t electrolytes = test->evaluator->db->tables[TABLE_ELECTROLYTES].count;
	const bool any = unit->subject == FACT_ANY;

	for (uint32_t se = 0; se < (any ? electrolytes : 1); se++) {
		const struct evaluation *total =
		    best_total(test, any ? se : unit->subject, unit->solvent, arena, scratch);

		if (!total)
			continue;
		raise_top(&test->all, unit, total);
		if (unit->right)
			raise_top(&test->but_misses, unit, total);
	}
}

static void find_extremes(struct backtest *test, const struct watcher *watcher, struct arena *arena,
			  struct arena *scratch)
{
	for (size_t i = 0; i < test->exposure.count; i++) {
		const struct backtest_unit *unit = &test->exposure.at[i];

		watcher_tell(watcher, i, test->exposure.count);
		if (!unit->judgeable)
			continue;
		widen_gap(&test->all, unit);
		if (unit->right)
			widen_gap(&test->but_misses, unit);
		if (unit->label == BACKTEST_BAD)
			find_top_bad(test, unit, arena, scratch);
	}
}

const struct backtest *backtest_run(const struct evaluator *evaluator,
				    const struct watcher *watcher, struct arena *arena,
				    struct arena *scratch)
{
	struct backtest *test = ARENA_NEW(arena, 1, struct backtest);
	struct evaluator *rules = ARENA_NEW(arena, 1, struct evaluator);
	const struct model *model = evaluator->model;

	*rules = backtest_rules_only(evaluator);
	test->evaluator = rules;
	test->compatibility = criterion_about(model, FACT_EXPOSURE, ROLE_SE);
	test->solubility = criterion_about(model, FACT_SOLUBILITY, ROLE_BINDER);
	test->red = red_term(model, test->solubility);
	if (test->compatibility != SIZE_MAX) {
		test->threshold = threshold_of(model, test->compatibility);
		test->exposure = backtest_collect(rules->db, &model->criteria[test->compatibility],
						  FACT_EXPOSURE, arena, scratch);
		for (size_t i = 0; i < test->exposure.count; i++)
			judge_exposure(test, &test->exposure.at[i], arena);
		find_extremes(test, watcher, arena, scratch);
		test->auc = auc_of(&test->exposure, watcher, scratch);
		test->spearman = spearman_of(&test->exposure, scratch);
	}
	if (test->red != SIZE_MAX) {
		test->binders = backtest_collect(rules->db, &model->criteria[test->solubility],
						 FACT_SOLUBILITY, arena, scratch);
		for (size_t i = 0; i < test->binders.count; i++)
			judge_solubility(test, &test->binders.at[i], arena);
	}
	return test;
}
