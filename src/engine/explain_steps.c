/* SPDX-License-Identifier: MIT */
/* Criteria and terms: what was read, what it is worth, what it costs. */
#include "engine/explain.h"

#include <math.h>

#include "base/number.h"
#include "engine/eval_term.h"
#include "engine/explain_step.h"

static const char *const step_words[STEP_KIND_COUNT] = {
    [STEP_CRITERION] = "criterion",
    [STEP_TERM] = "term",
    [STEP_MEASURED] = "measured",
    [STEP_FACTOR] = "factor",
    [STEP_LIMIT] = "limit",
    [STEP_INPUT] = "input",
    [STEP_ROW] = "row",
    [STEP_GATE] = "gate",
    [STEP_PRECEDENT] = "precedent",
    [STEP_CHANGE] = "change",
    [STEP_SOURCE] = "source",
};

struct explain_step *explain_step_add(struct explain_build *build, enum step_kind kind)
{
	const double none = (double)NAN;

	build->steps = arena_extend(build->arena, build->steps, build->count, &build->capacity,
				    sizeof *build->steps);
	build->steps[build->count] = (struct explain_step){
	    .kind = kind,
	    .step = step_words[kind],
	    .value = value_null(),
	    .low = none,
	    .high = none,
	    .desirability = {none, none, none, NUM_KNOWN, NUM_MEASURED},
	    .weight = none,
	    .share = none,
	    .points = none,
	};
	return &build->steps[build->count++];
}

void explain_step_cite(const struct explain_build *build, struct explain_step *step,
		       struct str source)
{
	step->source = source;
	step->citation = source.length > 0 ? citation_find(build->citations, source) : NULL;
}

struct str explain_text(const struct explain_build *build, const char *format, ...)
{
	struct text text;
	va_list args;

	text_init(&text, build->arena);
	va_start(args, format);
	text_addv(&text, format, args);
	va_end(args);
	return text_str(&text);
}

struct str explain_number(const struct explain_build *build, double number, int digits,
			  const char *unit)
{
	char buffer[NUMBER_TEXT_MAX];
	const struct str rounded =
	    digits < 0 ? number_write(buffer, number) : number_write_fixed(buffer, number, digits);

	if (!isfinite(number))
		return (struct str){NULL, 0};
	return explain_text(build, STR_FORMAT "%s%s", STR_ARGS(rounded), unit[0] ? " " : "", unit);
}

struct str explain_range(const struct explain_build *build, double low, double high, int digits)
{
	if (!isfinite(low) || !isfinite(high) || !(low < high))
		return (struct str){NULL, 0};
	return explain_text(build, STR_FORMAT " to " STR_FORMAT,
			    STR_ARGS(explain_number(build, low, digits, "")),
			    STR_ARGS(explain_number(build, high, digits, "")));
}

/* What the total loses, by its parts. */
struct losses {
	const struct loss *at;
	size_t count;
};

static void add_loss(struct explain_step *step, const struct loss *loss)
{
	step->share = (isnan(step->share) ? 0.0 : step->share) + loss->share;
	step->points = (isnan(step->points) ? 0.0 : step->points) + loss->points;
}

/* The sum of the losses of a kind; every kind but the limit where kind is STEP_CRITERION. */
static void charge(struct explain_step *step, struct losses losses, enum loss_kind kind,
		   size_t criterion, size_t term)
{
	step->share = 0.0;
	step->points = 0.0;
	step->weight = eval_round(step->weight);
	for (size_t i = 0; i < losses.count; i++) {
		const struct loss *loss = &losses.at[i];
		const bool whole = step->kind == STEP_CRITERION && loss->kind != LOSS_LIMIT;

		if (loss->criterion == criterion &&
		    (whole || (loss->kind == kind && loss->term == term)))
			add_loss(step, loss);
	}
	step->share = eval_round(step->share);
	step->points = eval_round(step->points);
}

static double criteria_weights(const struct explain_build *build)
{
	const struct model *model = build->evaluator->model;
	double weights = 0.0;

	for (size_t i = 0; i < model->criterion_count; i++)
		if (build->evaluation->criteria[i].active)
			weights += model->criteria[i].weight;
	return weights;
}

static double term_weights(const struct explain_build *build, size_t c)
{
	const struct criterion *criterion = &build->evaluator->model->criteria[c];
	double weights = 0.0;

	for (size_t i = 0; i < criterion->term_count; i++)
		if (build->evaluation->terms[criterion->first_term + i].active)
			weights += build->evaluator->model->terms[criterion->first_term + i].weight;
	return weights;
}

static double criterion_share(const struct explain_build *build, size_t c)
{
	return build->evaluator->model->criteria[c].weight / criteria_weights(build);
}

/* A word of a choice, a case, or a number: what the curve was given. */
static void fill_measure(const struct explain_build *build, struct explain_step *step,
			 const struct term *term, const struct term_result *result)
{
	const struct reading *reading = explain_reading(term, result);
	const struct explain_unit unit = explain_unit_of(reading->measure, build->evaluator->db);
	const struct num n = result->measure;

	if (reading->case_count > 0 || result->reading == SIZE_MAX)
		return;
	if (n.state == NUM_NONE) {
		step->value = value_word("none");
		step->shown = STR_LITERAL("none");
		return;
	}
	if (!num_has_value(n))
		return;
	for (size_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].cell == n.value) {
			step->value = value_text(reading->words[i].word);
			step->shown = reading->words[i].word;
			return;
		}
	step->value = value_number(n.value);
	step->low = n.low;
	step->high = n.high;
	step->unit = unit.before[0] ? explain_text(build, "%s%s", unit.before, unit.unit)
				    : str_from(unit.unit);
	step->shown = explain_number(build, n.value, unit.digits, unit.before[0] ? "" : unit.unit);
	step->range = explain_range(build, n.low, n.high, unit.digits);
}

static struct str term_why(const struct explain_build *build, const struct term *term,
			   const struct term_result *result)
{
	const char *basis = term->basis.length > 0 ? "; curve: " : "";

	switch (result->desirability.state) {
	case NUM_MISSING:
		return explain_text(
		    build, "nothing known: %g assumed, anything from 0 to 1 possible%s" STR_FORMAT,
		    result->desirability.value, basis, STR_ARGS(term->basis));
	case NUM_INFERRED:
		return explain_text(build, "%s%s" STR_FORMAT,
				    term->inferred && result->measure.state == NUM_KNOWN
					? "an inference by nature"
					: "a stand-in was read",
				    basis, STR_ARGS(term->basis));
	case NUM_KNOWN:
	case NUM_NONE:
		break;
	}
	return term->basis.length > 0
		   ? explain_text(build, "curve: " STR_FORMAT, STR_ARGS(term->basis))
		   : (struct str){NULL, 0};
}

/* "polarity index, read from relative permittivity": where another reading stands in. */
static struct str term_label(const struct explain_build *build, const struct term *term,
			     const struct term_result *result)
{
	const struct measure *measure = explain_reading(term, result)->measure;

	if (result->reading == 0 || result->reading == SIZE_MAX || !measure ||
	    measure->op != MEASURE_VALUE)
		return term->label;
	return explain_text(build, STR_FORMAT ", read from " STR_FORMAT, STR_ARGS(term->label),
			    STR_ARGS(explain_property_label(build, measure->operand.property)));
}

static void add_term(struct explain_build *build, struct losses losses, size_t t, double weight)
{
	const struct model *model = build->evaluator->model;
	const struct term *term = &model->terms[t];
	const struct term_result *result = &build->evaluation->terms[t];
	struct explain_step *step = explain_step_add(build, STEP_TERM);

	step->criterion = model->criteria[term->criterion].id;
	step->term = term->id;
	step->what = term_label(build, term, result);
	step->status = str_from(num_state_word(result->desirability.state));
	step->desirability = result->desirability;
	step->weight = weight;
	if (num_has_value(result->desirability))
		step->known = str_from(num_kind_word(result->desirability.kind));
	step->why = term_why(build, term, result);
	fill_measure(build, step, term, result);
	charge(step, losses, LOSS_TERM, term->criterion, t);
	explain_step_cite(build, step, term->source);
}

/* What the rows do, after the terms that they correct. */
static void add_measured(struct explain_build *build, struct losses losses, size_t c)
{
	const struct model *model = build->evaluator->model;
	const struct criterion_result *result = &build->evaluation->criteria[c];
	struct explain_step *step;

	if (!(result->measured_weight > 0.0))
		return;
	step = explain_step_add(build, STEP_MEASURED);
	step->criterion = model->criteria[c].id;
	step->what = STR_LITERAL("measured rows");
	step->status = str_from(num_state_word(NUM_KNOWN));
	step->desirability = result->measured;
	step->weight = criterion_share(build, c) * result->measured_weight;
	step->known = str_from(num_kind_word(NUM_MEASURED));
	step->why = explain_text(build, "criterion = rule^%.2g x measured^%.2g; the rule says %.2f",
				 1.0 - result->measured_weight, result->measured_weight,
				 result->rule.value);
	charge(step, losses, LOSS_MEASURED, c, SIZE_MAX);
}

static void add_criterion(struct explain_build *build, struct losses losses, size_t c)
{
	const struct criterion *criterion = &build->evaluator->model->criteria[c];
	const struct criterion_result *result = &build->evaluation->criteria[c];
	const double weights = term_weights(build, c);
	const double share = criterion_share(build, c);
	struct explain_step *step = explain_step_add(build, STEP_CRITERION);

	step->criterion = criterion->id;
	step->what = criterion->label;
	step->status = str_from(num_state_word(result->value.state));
	step->desirability = result->value;
	step->weight = share;
	charge(step, losses, LOSS_TERM, c, SIZE_MAX);
	for (size_t i = 0; i < criterion->term_count; i++) {
		const size_t t = criterion->first_term + i;

		if (build->evaluation->terms[t].active && weights > 0.0)
			add_term(build, losses, t,
				 share * (1.0 - result->measured_weight) *
				     build->evaluator->model->terms[t].weight / weights);
	}
	add_measured(build, losses, c);
}

/* The gate whose factor holds. */
static size_t factor_gate(const struct explain_build *build)
{
	const struct model *model = build->evaluator->model;

	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_WARN &&
		    build->evaluation->gates[i].status != GATE_PASSED &&
		    model->gates[i].factor <= build->evaluation->factor)
			return i;
	return SIZE_MAX;
}

static void add_factor(struct explain_build *build, struct losses losses)
{
	const size_t gate = factor_gate(build);
	struct explain_step *step;

	if (build->evaluation->factor >= 1.0 || gate == SIZE_MAX)
		return;
	step = explain_step_add(build, STEP_FACTOR);
	step->id = build->evaluator->model->gates[gate].id;
	step->what = explain_text(build, "factor of the warning " STR_FORMAT, STR_ARGS(step->id));
	step->value = value_number(build->evaluation->factor);
	step->shown = explain_number(build, build->evaluation->factor, 2, "");
	charge(step, losses, LOSS_FACTOR, SIZE_MAX, SIZE_MAX);
}

static void add_limit(struct explain_build *build, struct losses losses)
{
	const struct evaluation *evaluation = build->evaluation;
	const size_t c = evaluation->limited_by;
	struct explain_step *step;

	if (c == SIZE_MAX || !(evaluation->factor * evaluation->mean > evaluation->score.value))
		return;
	step = explain_step_add(build, STEP_LIMIT);
	step->criterion = build->evaluator->model->criteria[c].id;
	step->what = explain_text(build, "limit that " STR_FORMAT " sets on the total",
				  STR_ARGS(step->criterion));
	step->value = value_number(evaluation->criteria[c].limit);
	step->shown = explain_number(build, evaluation->criteria[c].limit, 1, "");
	charge(step, losses, LOSS_LIMIT, c, SIZE_MAX);
}

void explain_add_criteria(struct explain_build *build)
{
	const struct model *model = build->evaluator->model;
	struct losses losses;

	losses.count = explain_losses(model, build->evaluation, &losses.at, build->arena);
	for (size_t i = 0; i < model->criterion_count; i++)
		if (build->evaluation->criteria[i].active)
			add_criterion(build, losses, i);
	add_factor(build, losses);
	add_limit(build, losses);
}
