/* SPDX-License-Identifier: MIT */
#include "engine/eval.h"

#include <math.h>

#include "engine/eval_term.h"
#include "model/measure_leaf.h"

const char *const missing_policy_words[MISSING_POLICY_COUNT] = {
    [MISSING_WORST] = "worst",
    [MISSING_ASSUME] = "assume",
    [MISSING_BEST] = "best",
};

struct eval_options eval_options_default(void)
{
	struct eval_options options = {
	    .missing = MISSING_ASSUME, .use_measured = true, .use_in_sample = true};

	for (size_t i = 0; i < SETTING_COUNT; i++)
		options.settings[i] = DB_UNKNOWN;
	return options;
}

const unsigned char *evaluator_mentioned(const struct db *db, struct arena *arena)
{
	unsigned char *mentioned =
	    ARENA_NEW(arena, db->tables[TABLE_SOLVENTS].count + 1, unsigned char);

	for (size_t i = 0; i < db->fact_count; i++)
		for (size_t k = 0; k < db->facts[i].part_count; k++)
			mentioned[db->facts[i].parts[k].row] = 1;
	return mentioned;
}

struct evaluation *evaluation_new(const struct model *model, struct arena *arena)
{
	struct evaluation *evaluation = ARENA_NEW(arena, 1, struct evaluation);

	evaluation->gates = ARENA_NEW(arena, model->gate_count + 1, struct gate_result);
	evaluation->terms = ARENA_NEW(arena, model->term_count + 1, struct term_result);
	evaluation->criteria =
	    ARENA_NEW(arena, model->criterion_count + 1, struct criterion_result);
	return evaluation;
}

static void test_lists(const struct gate *gate, const struct measure_context *context,
		       uint32_t part, struct gate_result *result)
{
	for (size_t i = 0; i < gate->any_count; i++) {
		const struct fact *witness = NULL;

		switch (conditions_hold(gate->any[i].at, gate->any[i].count, context, &witness)) {
		case TRUTH_YES:
			result->status = GATE_FIRED;
			result->witness = witness;
			result->by_measurement = witness != NULL;
			result->part = part;
			return;
		case TRUTH_UNKNOWN:
			result->status = GATE_UNCHECKED;
			break;
		case TRUTH_NO:
			break;
		}
	}
}

void gate_evaluate(const struct evaluator *evaluator, const struct gate *gate,
		   const struct combo *combo, struct gate_result *result)
{
	struct measure_context context = evaluator_context(evaluator, combo);
	const struct mixture *mixture = &combo->solvent;

	*result = (struct gate_result){GATE_PASSED, false, DB_NO_ROW, NULL};
	if (gate->criterion != SIZE_MAX)
		return;
	if (!gate->each_part || mixture->count < 2) {
		test_lists(gate, &context, combo_row(combo, ROLE_SOLVENT), result);
		return;
	}
	for (size_t i = 0; i < mixture->count && result->status != GATE_FIRED; i++) {
		struct one_part one;

		if (mixture->parts[i].volume >= gate->from)
			test_lists(gate, one_part_context(&one, &context, i), mixture->parts[i].row,
				   result);
	}
}

void criterion_gate_evaluate(const struct gate *gate, const struct criterion_result *criterion,
			     struct gate_result *result)
{
	bool low = criterion->active && criterion->value.value < gate->below;

	*result = (struct gate_result){low ? GATE_FIRED : GATE_PASSED, false, DB_NO_ROW, NULL};
}

double smallest_factor(const struct model *model, const struct gate_result *gates, bool possible)
{
	double factor = 1.0;

	for (size_t i = 0; i < model->gate_count; i++) {
		bool counts = gates[i].status == GATE_FIRED ||
			      (possible && gates[i].status == GATE_UNCHECKED);

		if (counts && model->gates[i].verdict == GATE_WARN)
			factor = fmin(factor, model->gates[i].factor);
	}
	return factor;
}

enum end { END_VALUE, END_LOW, END_HIGH };

static double end_of(struct num n, enum end end)
{
	if (end == END_VALUE)
		return n.value;
	return end == END_LOW ? n.low : n.high;
}

enum collapse_group collapse_group(role_set roles)
{
	bool binder = (roles >> ROLE_BINDER & 1u) != 0;
	bool solvent = (roles >> ROLE_SOLVENT & 1u) != 0;

	if (binder && solvent)
		return COLLAPSE_PAIR;
	return binder ? COLLAPSE_BINDER : COLLAPSE_SOLVENT;
}

void partial_add(struct partial *partial, const struct model *model, size_t criterion, double value)
{
	const struct criterion *c = &model->criteria[criterion];

	partial->sum += c->weight * log(fmax(value, model->floor));
	partial->weights += c->weight;
	if (c->limit)
		partial->limit = fmin(partial->limit, curve_at(c->limit, value));
}

double partial_score(const struct partial parts[COLLAPSE_GROUPS], double factor)
{
	double sum = parts[0].sum + parts[1].sum + parts[2].sum;
	double weights = parts[0].weights + parts[1].weights + parts[2].weights;
	double limit = fmin(fmin(parts[0].limit, parts[1].limit), parts[2].limit);

	return weights > 0.0 ? fmin(factor * 100.0 * exp(sum / weights), limit) : 0.0;
}

/* All criteria at one end of their intervals, in the groups in which a ranking collapses them. */
static double score_at(const struct model *model, const struct criterion_result *criteria,
		       enum end end, double factor)
{
	struct partial parts[COLLAPSE_GROUPS] = {PARTIAL_EMPTY, PARTIAL_EMPTY, PARTIAL_EMPTY};

	for (size_t i = 0; i < model->criterion_count; i++)
		if (criteria[i].active)
			partial_add(&parts[collapse_group(model->criteria[i].roles)], model, i,
				    end_of(criteria[i].value, end));
	return partial_score(parts, factor);
}

/* The criterion whose limit is the score; SIZE_MAX if the mean is below every limit. */
static size_t limiting_criterion(const struct model *model, const struct criterion_result *criteria,
				 double score)
{
	for (size_t i = 0; i < model->criterion_count; i++)
		if (criteria[i].active && model->criteria[i].limit && criteria[i].limit <= score)
			return i;
	return SIZE_MAX;
}

static double mean_of_criteria(const struct model *model, const struct criterion_result *criteria)
{
	double sum = 0.0;
	double weights = 0.0;

	for (size_t i = 0; i < model->criterion_count; i++) {
		if (!criteria[i].active)
			continue;
		sum += model->criteria[i].weight * log(fmax(criteria[i].value.value, model->floor));
		weights += model->criteria[i].weight;
	}
	return weights > 0.0 ? 100.0 * exp(sum / weights) : 0.0;
}

static void score(const struct evaluator *evaluator, struct evaluation *evaluation)
{
	const struct model *model = evaluator->model;
	const struct criterion_result *criteria = evaluation->criteria;
	double fired = smallest_factor(model, evaluation->gates, false);
	double possible = smallest_factor(model, evaluation->gates, true);
	double value;
	double low;
	double high;

	evaluation->factor = evaluator->options.missing == MISSING_WORST ? possible : fired;
	value = score_at(model, criteria, END_VALUE, evaluation->factor);
	low = score_at(model, criteria, END_LOW, possible);
	high = score_at(model, criteria, END_HIGH, fired);
	evaluation->mean = mean_of_criteria(model, criteria);
	evaluation->limited_by = limiting_criterion(model, criteria, value);
	evaluation->score = num_between(eval_round(value), fmin(eval_round(low), eval_round(value)),
					fmax(eval_round(high), eval_round(value)), NUM_CALCULATED);
}

/* A term counts as missing where the outcome rests on it. */
static bool term_is_missing(const struct model *model, const struct evaluation *evaluation,
			    size_t term)
{
	const struct criterion_result *criterion =
	    &evaluation->criteria[model->terms[term].criterion];

	return criterion->active && criterion->measured_weight < 1.0 &&
	       evaluation->terms[term].active && model->terms[term].weight > 0.0 &&
	       evaluation->terms[term].desirability.state == NUM_MISSING;
}

static bool cap_applies(const struct model *model, const struct evaluation *evaluation,
			const struct missing_cap *cap)
{
	for (size_t i = 0; i < cap->term_count; i++)
		if (term_is_missing(model, evaluation, cap->terms[i]))
			return true;
	for (size_t i = 0; i < cap->criterion_count; i++) {
		const struct criterion *criterion = &model->criteria[cap->criteria[i]];

		for (size_t t = 0; t < criterion->term_count; t++)
			if (term_is_missing(model, evaluation, criterion->first_term + t))
				return true;
	}
	return false;
}

static void judge(const struct model *model, struct evaluation *evaluation)
{
	size_t by_score = 0;
	size_t verdict;

	while (by_score + 1 < model->verdict_count &&
	       evaluation->score.value < model->verdicts[by_score].at)
		by_score++;
	verdict = by_score;
	while (verdict + 1 < model->verdict_count &&
	       evaluation->score.low < model->verdicts[verdict].low_at)
		verdict++;
	for (size_t i = 0; i < model->missing_cap_count; i++)
		if (verdict < model->missing_caps[i].at_most &&
		    cap_applies(model, evaluation, &model->missing_caps[i]))
			verdict = model->missing_caps[i].at_most;
	evaluation->verdict = verdict;
	evaluation->capped = verdict != by_score;
	evaluation->rejected = false;
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_REJECT &&
		    evaluation->gates[i].status == GATE_FIRED)
			evaluation->rejected = true;
}

/* Numbers that a reviewer may rely on. */
static bool counts_as_covered(enum num_kind kind)
{
	return kind == NUM_MEASURED || kind == NUM_COMPILED || kind == NUM_CALCULATED;
}

static void cover_term(struct evaluation *evaluation, const struct num *d, double share)
{
	if (d->state == NUM_MISSING)
		evaluation->coverage_missing += share;
	else if (d->state == NUM_INFERRED)
		evaluation->coverage_inferred += share;
	else {
		evaluation->coverage_kinds[d->kind] += share;
		if (counts_as_covered(d->kind))
			evaluation->coverage += share;
	}
}

/* A criterion that measured rows decide alone rests on them, not on its terms. */
static const struct num *term_basis(const struct criterion_result *criterion,
				    const struct term_result *term)
{
	return criterion->measured_weight >= 1.0 ? &criterion->measured : &term->desirability;
}

static void cover(const struct model *model, struct evaluation *evaluation)
{
	double weights = 0.0;

	evaluation->coverage = 0.0;
	evaluation->coverage_inferred = 0.0;
	evaluation->coverage_missing = 0.0;
	for (size_t k = 0; k < NUM_KIND_COUNT; k++)
		evaluation->coverage_kinds[k] = 0.0;
	for (size_t i = 0; i < model->criterion_count; i++)
		if (evaluation->criteria[i].active)
			weights += model->criteria[i].weight;
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *criterion = &model->criteria[i];
		double terms = 0.0;

		for (size_t t = 0; t < criterion->term_count; t++)
			if (evaluation->terms[criterion->first_term + t].active)
				terms += model->terms[criterion->first_term + t].weight;
		for (size_t t = 0; t < criterion->term_count; t++) {
			const struct term_result *term =
			    &evaluation->terms[criterion->first_term + t];

			if (evaluation->criteria[i].active && term->active && terms > 0.0)
				cover_term(evaluation, term_basis(&evaluation->criteria[i], term),
					   criterion->weight / weights *
					       model->terms[criterion->first_term + t].weight /
					       terms);
		}
	}
}

void evaluate(const struct evaluator *evaluator, const struct combo *combo,
	      struct evaluation *evaluation)
{
	const struct model *model = evaluator->model;

	evaluation->combo = *combo;
	for (size_t i = 0; i < model->gate_count; i++)
		gate_evaluate(evaluator, &model->gates[i], combo, &evaluation->gates[i]);
	for (size_t i = 0; i < model->term_count; i++)
		term_evaluate(evaluator, &model->terms[i], combo, &evaluation->terms[i]);
	evaluation_total(evaluator, evaluation);
}

void evaluation_total(const struct evaluator *evaluator, struct evaluation *evaluation)
{
	const struct model *model = evaluator->model;

	for (size_t i = 0; i < model->criterion_count; i++)
		criterion_evaluate(evaluator, &model->criteria[i], &evaluation->combo,
				   evaluation->terms, &evaluation->criteria[i]);
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].criterion != SIZE_MAX)
			criterion_gate_evaluate(&model->gates[i],
						&evaluation->criteria[model->gates[i].criterion],
						&evaluation->gates[i]);
	score(evaluator, evaluation);
	judge(model, evaluation);
	cover(model, evaluation);
}

struct str evaluation_verdict(const struct model *model, const struct evaluation *evaluation)
{
	if (evaluation->rejected)
		return STR_LITERAL("rejected");
	return model->verdicts[evaluation->verdict].word;
}
