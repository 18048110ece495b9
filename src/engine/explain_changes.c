/* SPDX-License-Identifier: MIT */
/* What would change this: what to measure, and what would have to be different. */
#include <math.h>
#include <string.h>

#include "engine/eval_term.h"
#include "engine/explain.h"
#include "engine/explain_step.h"

enum { CHANGES_SHOWN = 3 }; /* of each sort */

/* "the polarity index of anisole (uncited)": the weakest cell behind a term. */
static struct str weakest_cell(const struct explain_build *build, size_t term)
{
	const struct db *db = build->evaluator->db;
	struct explain_inputs inputs = {.arena = build->arena};
	const struct explain_input *weakest = NULL;
	int worst = -1;

	explain_add_term(&inputs, build->evaluator, build->evaluation, term);
	for (size_t i = 0; i < inputs.count; i++) {
		const struct explain_input *input = &inputs.items[i];
		const int weakness =
		    input->unknown ? NUM_KIND_COUNT
				   : (int)db_kind(db, input->table, input->row, input->property);

		if (input->stand_in || input->table == TABLE_CLASSES || weakness <= worst)
			continue;
		worst = weakness;
		weakest = input;
	}
	if (!weakest)
		return STR_LITERAL("what the term reads");
	return explain_text(
	    build, "the " STR_FORMAT " of " STR_FORMAT " (%s)",
	    STR_ARGS(explain_property_label(build, weakest->property)),
	    STR_ARGS(explain_material_name(build, weakest->table, weakest->row)),
	    weakest->unknown
		? "unknown"
		: num_kind_word(db_kind(db, weakest->table, weakest->row, weakest->property)));
}

static struct str score_range(const struct explain_build *build, struct num score)
{
	return explain_text(build, "%.0f to %.0f", score.low, score.high);
}

static void fill_path(const struct explain_build *build, struct explain_step *step, size_t term)
{
	const struct model *model = build->evaluator->model;

	step->criterion = model->criteria[model->terms[term].criterion].id;
	step->term = model->terms[term].id;
}

static struct str role_name(const struct explain_build *build, enum role role)
{
	const struct combo *combo = &build->evaluation->combo;
	const uint32_t rows[ROLE_COUNT] = {
	    [ROLE_SE] = combo->se,
	    [ROLE_BINDER] = combo->binder,
	    [ROLE_SOLVENT] = combo->solvent.count > 0 ? combo->solvent.parts[0].row : DB_NO_ROW,
	    [ROLE_SALT] = combo->salt,
	};

	if (role == ROLE_SOLVENT && combo->solvent.count > 1)
		return STR_LITERAL("the blend");
	return rows[role] == DB_NO_ROW ? (struct str){NULL, 0}
				       : explain_material_name(build, role_table(role), rows[role]);
}

/* What somebody would measure, and where the score would lie then. */
static struct explain_step *add_measurement(struct explain_build *build,
					    const struct narrowing *narrowing)
{
	struct explain_step *step = explain_step_add(build, STEP_CHANGE);

	step->by = STR_LITERAL("measure");
	step->points = narrowing->width;
	step->low = narrowing->score.low;
	step->high = narrowing->score.high;
	return step;
}

/* "measure solubility: nbr in anisole; if it turns out well ..." */
static void add_test(struct explain_build *build, const struct narrowing *narrowing)
{
	const struct criterion *criterion =
	    &build->evaluator->model->criteria[narrowing->criterion];
	const struct fact_query *query = &criterion->measured->query;
	struct explain_step *step = add_measurement(build, narrowing);

	step->criterion = criterion->id;
	step->what =
	    explain_text(build,
			 "Test %s of " STR_FORMAT " in " STR_FORMAT
			 ": one row of primary grade decides; if it turns out well, the score lies "
			 "in " STR_FORMAT,
			 fact_files[query->kind].key, STR_ARGS(role_name(build, query->subject)),
			 STR_ARGS(role_name(build, ROLE_SOLVENT)),
			 STR_ARGS(score_range(build, narrowing->score)));
}

static void add_narrowing(struct explain_build *build, const struct narrowing *narrowing)
{
	struct explain_step *step;

	if (narrowing->term == SIZE_MAX) {
		add_test(build, narrowing);
		return;
	}
	step = add_measurement(build, narrowing);
	fill_path(build, step, narrowing->term);
	step->what =
	    explain_text(build,
			 "Measure " STR_FORMAT ": known exactly, the score would lie in " STR_FORMAT
			 ", %.1f points narrower",
			 STR_ARGS(weakest_cell(build, narrowing->term)),
			 STR_ARGS(score_range(build, narrowing->score)), narrowing->width);
}

/* ---- turns ---- */

/* "a donor number of anisole below 16.2 kcal/mol"; empty if the curve cannot be undone. */
static struct str turn_quantity(const struct explain_build *build, const struct turn *turn,
				struct explain_step *step)
{
	const struct db *db = build->evaluator->db;
	const struct term *term = &build->evaluator->model->terms[turn->term];
	const struct term_result *result = &build->evaluation->terms[turn->term];
	const struct reading *reading = &term->reading;
	struct measure_context context =
	    evaluator_context(build->evaluator, &build->evaluation->combo);
	struct explain_wanted wanted;
	struct explain_unit unit;
	double x;
	bool above;

	if (!reading->curve || !reading->measure)
		return (struct str){NULL, 0};
	context.stand_ins = reading->stand_ins;
	context.stand_in_count = reading->stand_in_count;
	x = explain_curve_argument(reading->curve, turn->desirability,
				   result->reading == 0 ? result->measure.value : (double)NAN);
	if (isnan(x))
		return (struct str){NULL, 0};
	/* Past the edge, on the side where the desirability goes on changing in this direction. */
	above = (curve_at(reading->curve, x + 1e-6) > curve_at(reading->curve, x - 1e-6)) ==
		(turn->change > 0.0);
	unit = explain_unit_of(reading->measure, db);
	if (explain_invert(reading->measure, &context, x, &wanted)) {
		const struct property *property = &db->properties.rows[wanted.operand.property];

		step->value = value_number(wanted.value);
		step->unit = str_from(property->unit);
		return explain_text(build, "a %s of " STR_FORMAT " %s " STR_FORMAT, property->label,
				    STR_ARGS(role_name(build, wanted.operand.role)),
				    above == wanted.rising ? "above" : "below",
				    STR_ARGS(explain_number(build, wanted.value, property->digits,
							    property->unit)));
	}
	step->value = value_number(x);
	return explain_text(build, STR_FORMAT " %s %s" STR_FORMAT, STR_ARGS(term->label),
			    above ? "above" : "below", unit.before,
			    STR_ARGS(explain_number(build, x, unit.digits, unit.unit)));
}

/* "adhesion of nbr: high": the nearest word that is good, or bad, enough. */
static struct str turn_word(const struct explain_build *build, const struct turn *turn)
{
	const struct term *term = &build->evaluator->model->terms[turn->term];
	const struct word_value *best = NULL;

	for (size_t i = 0; i < term->reading.word_count; i++) {
		const struct word_value *word = &term->reading.words[i];
		const bool enough = turn->change > 0.0 ? word->value >= turn->desirability
						       : word->value <= turn->desirability;

		if (enough && (!best || fabs(word->value - turn->desirability) <
					    fabs(best->value - turn->desirability)))
			best = word;
	}
	if (!best)
		return (struct str){NULL, 0};
	return explain_text(build, STR_FORMAT ": " STR_FORMAT, STR_ARGS(term->label),
			    STR_ARGS(best->word));
}

static void add_turn(struct explain_build *build, const struct turn *turn)
{
	const struct model *model = build->evaluator->model;
	const struct term *term = &model->terms[turn->term];
	const struct str verdict = model->verdicts[turn->verdict].word;
	struct explain_step *step = explain_step_add(build, STEP_CHANGE);
	struct str how;

	fill_path(build, step, turn->term);
	step->by = verdict;
	step->desirability = num_exact(turn->desirability, NUM_CALCULATED);
	how = term->reading.word_count > 0 ? turn_word(build, turn)
					   : turn_quantity(build, turn, step);
	if (fabs(turn->change) <= 0.0)
		step->what = explain_text(
		    build, "To know " STR_FORMAT " at its present value would make it " STR_FORMAT,
		    STR_ARGS(term->label), STR_ARGS(verdict));
	else if (how.length > 0)
		step->what = explain_text(build, STR_FORMAT " would make it " STR_FORMAT,
					  STR_ARGS(how), STR_ARGS(verdict));
	else
		step->what = explain_text(
		    build, STR_FORMAT " at %.2f instead of %.2f would make it " STR_FORMAT,
		    STR_ARGS(term->label), turn->desirability, turn->desirability - turn->change,
		    STR_ARGS(verdict));
	if (step->what.length > 0 && step->what.at[0] >= 'a' && step->what.at[0] <= 'z') {
		struct str copy = str_copy(build->arena, step->what);

		step->what = explain_text(build, "%c" STR_FORMAT, copy.at[0] - 'a' + 'A',
					  STR_ARGS(str_part(copy, 1, copy.length)));
	}
}

/* ---- rejections ---- */

/*
 * The limit that a comparison sets of the only list that holds, or NULL: where several hold, to be
 * on the other side of one limit lifts nothing.
 */
static const struct condition *fired_limit(const struct explain_build *build,
					   const struct gate *gate)
{
	const struct measure_context context =
	    evaluator_context(build->evaluator, &build->evaluation->combo);
	const struct condition *limit = NULL;
	size_t holding = 0;

	for (size_t i = 0; i < gate->any_count; i++) {
		const struct condition_list *list = &gate->any[i];

		if (conditions_hold(list->at, list->count, &context, NULL) != TRUTH_YES)
			continue;
		holding++;
		for (size_t k = 0; k < list->count; k++)
			if (list->at[k].measure && list->at[k].measure->op == MEASURE_VALUE)
				limit = &list->at[k];
	}
	return holding == 1 ? limit : NULL;
}

static struct str rejection_text(const struct explain_build *build, const struct gate *gate,
				 const struct gate_result *result)
{
	const struct condition *limit = fired_limit(build, gate);

	if (result->by_measurement)
		return explain_text(build,
				    "Rejected by measurement (" STR_FORMAT
				    "): a row of your own about the same materials overrides it",
				    STR_ARGS(gate->id));
	if (limit) {
		const struct operand operand = limit->measure->operand;
		const struct property *property =
		    &build->evaluator->db->properties.rows[operand.property];
		const bool low = limit->op == CONDITION_AT_LEAST || limit->op == CONDITION_ABOVE;

		return explain_text(build,
				    "Rejected by inference (" STR_FORMAT "): a %s %s " STR_FORMAT
				    " would lift it",
				    STR_ARGS(gate->id), property->label, low ? "below" : "above",
				    STR_ARGS(explain_number(build, limit->limit, property->digits,
							    property->unit)));
	}
	return explain_text(
	    build, "Rejected by inference (" STR_FORMAT "): it follows from what the material is",
	    STR_ARGS(gate->id));
}

/* Nothing else changes a rejection: what the gates rest on would have to. */
static void add_rejections(struct explain_build *build)
{
	const struct model *model = build->evaluator->model;
	const struct evaluation *evaluation = build->evaluation;
	struct explain_step *step;

	for (size_t i = 0; i < model->gate_count; i++) {
		if (model->gates[i].verdict != GATE_REJECT ||
		    evaluation->gates[i].status != GATE_FIRED)
			continue;
		step = explain_step_add(build, STEP_CHANGE);
		step->id = model->gates[i].id;
		step->by = STR_LITERAL("gate");
		step->what = rejection_text(build, &model->gates[i], &evaluation->gates[i]);
	}
	step = explain_step_add(build, STEP_CHANGE);
	step->by = model->verdicts[evaluation->verdict].word;
	step->low = evaluation->score.low;
	step->high = evaluation->score.high;
	step->what =
	    explain_text(build, "Were it not rejected: %.0f of 100, in " STR_FORMAT ", " STR_FORMAT,
			 evaluation->score.value, STR_ARGS(score_range(build, evaluation->score)),
			 STR_ARGS(model->verdicts[evaluation->verdict].word));
}

void explain_add_changes(struct explain_build *build)
{
	const struct narrowing *narrowings;
	const struct turn *turns;
	size_t count =
	    explain_narrowings(build->evaluator, build->evaluation, &narrowings, build->arena);

	if (build->evaluation->rejected) {
		add_rejections(build);
		return;
	}
	for (size_t i = 0; i < count && i < CHANGES_SHOWN; i++)
		add_narrowing(build, &narrowings[i]);
	count = explain_turns(build->evaluator, build->evaluation, &turns, build->arena);
	for (size_t i = 0; i < count && i < CHANGES_SHOWN; i++)
		add_turn(build, &turns[i]);
}
