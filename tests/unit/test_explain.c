/* SPDX-License-Identifier: MIT */
/* Explanations: losses add up, changes do what they promise, every number has its cell. */
#include "check.h"

#include "base/random.h"
#include "engine/eval_term.h"
#include "engine/explain.h"
#include "engine/explain_inputs.h"
#include "engine/explain_record.h"
#include "engine_fixture.h"

enum { COMBINATIONS = 300 };

static const double tolerance = 1e-6;

static size_t pick(struct random *random, size_t count)
{
	return (size_t)(random_unit(random) * (double)count);
}

static const struct evaluation *random_evaluation(struct engine_fixture *fixture,
						  struct random *random)
{
	const struct table *tables = fixture->evaluator.db->tables;
	struct part *part = ARENA_NEW(&fixture->arena, 1, struct part);
	const struct combo combo = {
	    .se = (uint32_t)pick(random, tables[TABLE_ELECTROLYTES].count),
	    .binder = (uint32_t)pick(random, tables[TABLE_BINDERS].count),
	    .salt = random_unit(random) < 0.7 ? DB_NO_ROW
					      : (uint32_t)pick(random, tables[TABLE_SALTS].count),
	    .solvent = {part, 1},
	};

	*part = (struct part){(uint32_t)pick(random, tables[TABLE_SOLVENTS].count), 1.0};
	return engine_evaluate(fixture, &combo);
}

static void test_losses_add_up(void **state)
{
	struct random random = random_stream(21, 0);
	struct engine_fixture fixture;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int i = 0; i < COMBINATIONS; i++) {
		const struct evaluation *evaluation = random_evaluation(&fixture, &random);
		const struct loss *losses;
		const size_t count =
		    explain_losses(fixture.evaluator.model, evaluation, &losses, &fixture.arena);
		double shares = 0.0;
		double points = 0.0;

		for (size_t k = 0; k < count; k++) {
			shares += losses[k].share;
			points += losses[k].points;
			check_true(losses[k].share > 0.0);
			check_true(k == 0 || losses[k].share <= losses[k - 1].share);
		}
		if (count > 0) {
			check_double(shares, 1.0, tolerance);
			check_double(points, 100.0 - evaluation->score.value, tolerance);
		}
	}
	engine_fixture_close(&fixture);
}

static void test_narrowings_narrow(void **state)
{
	struct random random = random_stream(22, 0);
	struct engine_fixture fixture;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int i = 0; i < COMBINATIONS; i++) {
		const struct evaluation *evaluation = random_evaluation(&fixture, &random);
		const struct narrowing *list;
		const size_t count =
		    explain_narrowings(&fixture.evaluator, evaluation, &list, &fixture.arena);
		const double width = evaluation->score.high - evaluation->score.low;

		for (size_t k = 0; k < count; k++) {
			check_true(list[k].width > 0.0 && list[k].width <= width + tolerance);
			check_true(k == 0 || list[k].width <= list[k - 1].width);
			check_double(list[k].score.high - list[k].score.low, width - list[k].width,
				     tolerance);
		}
	}
	engine_fixture_close(&fixture);
}

/* The evaluation again with one term known. */
static size_t verdict_with(struct engine_fixture *fixture, const struct evaluation *evaluation,
			   size_t term, double desirability)
{
	struct evaluation *again = evaluation_new(fixture->evaluator.model, &fixture->arena);

	evaluate(&fixture->evaluator, &evaluation->combo, again);
	again->terms[term].desirability = num_exact(desirability, NUM_MEASURED);
	evaluation_total(&fixture->evaluator, again);
	return again->verdict;
}

static void test_turns_turn(void **state)
{
	struct random random = random_stream(23, 0);
	struct engine_fixture fixture;
	size_t seen = 0;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int i = 0; i < COMBINATIONS; i++) {
		const struct evaluation *evaluation = random_evaluation(&fixture, &random);
		const struct turn *turns;
		const size_t count =
		    explain_turns(&fixture.evaluator, evaluation, &turns, &fixture.arena);

		for (size_t k = 0; k < count; k++) {
			const double step = turns[k].change > 0.0 ? -2e-4 : 2e-4;

			check_true(turns[k].verdict != evaluation->verdict);
			check_size(verdict_with(&fixture, evaluation, turns[k].term,
						turns[k].desirability),
				   turns[k].verdict);
			if (fabs(turns[k].change) > 1e-3)
				check_size(verdict_with(&fixture, evaluation, turns[k].term,
							turns[k].desirability + step),
					   evaluation->verdict);
			check_true(k == 0 || fabs(turns[k].change) >= fabs(turns[k - 1].change));
			seen++;
		}
	}
	check_true(seen > COMBINATIONS);
	engine_fixture_close(&fixture);
}

static void test_curves_are_undone(void **state)
{
	static const struct curve_point points[] = {{-2, 0.2}, {0, 1}, {3, 1}, {5, 0}};
	const struct curve curve = {points, 4};

	(void)state;
	for (int i = 0; i <= 20; i++) {
		const double y = 0.05 * i;
		const double rising = explain_curve_argument(&curve, y, -5.0);
		const double falling = explain_curve_argument(&curve, y, 9.0);

		if (y >= 0.2)
			check_double(curve_at(&curve, rising), y, 1e-12);
		check_double(curve_at(&curve, falling), y, 1e-12);
		check_true(falling >= 3.0);
	}
	check_true(isnan(explain_curve_argument(&curve, 1.2, 0.0)));
}

/* What the property would have to be gives the measure that was wanted. */
static void test_measures_are_undone(void **state)
{
	struct engine_fixture fixture;
	struct explain_wanted wanted;
	const struct model *model;
	const struct evaluation *evaluation;
	struct measure_context context;
	size_t term;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	model = fixture.evaluator.model;
	evaluation = engine_named(&fixture, "Li6PS5Cl", "NBR", "benzyl acetate");
	context = evaluator_context(&fixture.evaluator, &evaluation->combo);
	term = model_find_term(model, model_find_criterion(model, STR_LITERAL("drying")),
			       STR_LITERAL("vapor-pressure"));
	check_true(explain_invert(model->terms[term].reading.measure, &context, -1.0, &wanted));
	check_double(wanted.value, 0.1, 1e-12);
	check_true(wanted.rising);

	evaluation = engine_named(&fixture, "Li6PS5Cl", "NBR", "anisole"); /* no shielding */
	context = evaluator_context(&fixture.evaluator, &evaluation->combo);
	term = model_find_term(model, model_find_criterion(model, STR_LITERAL("compatibility")),
			       STR_LITERAL("donor"));
	check_true(explain_invert(model->terms[term].reading.measure, &context, 0.0, &wanted));
	check_double(wanted.value, 12.0, 1e-12); /* the tolerance of Li6PS5Cl */

	term = model_find_term(model, model_find_criterion(model, STR_LITERAL("solubility")),
			       STR_LITERAL("red"));
	check_true(!explain_invert(model->terms[term].reading.measure, &context, 1.0, &wanted));
	engine_fixture_close(&fixture);
}

/* Known terms read known cells; what stands in says for what. */
static void test_every_term_has_its_cells(void **state)
{
	struct random random = random_stream(24, 0);
	struct engine_fixture fixture;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int i = 0; i < COMBINATIONS; i++) {
		const struct evaluation *evaluation = random_evaluation(&fixture, &random);

		for (size_t t = 0; t < fixture.evaluator.model->term_count; t++) {
			struct explain_inputs inputs = {.arena = &fixture.arena};
			bool stand_in = false;
			bool unknown = false;

			explain_add_term(&inputs, &fixture.evaluator, evaluation, t);
			if (!evaluation->terms[t].active)
				continue;
			check_true(inputs.count > 0);
			for (size_t k = 0; k < inputs.count; k++) {
				unknown = unknown || inputs.items[k].unknown;
				stand_in = stand_in || inputs.items[k].stand_in;
			}
			if (stand_in)
				check_true(unknown);
			if (evaluation->terms[t].reading == SIZE_MAX &&
			    !fixture.evaluator.model->terms[t].reading.case_count)
				check_true(unknown);
		}
	}
	engine_fixture_close(&fixture);
}

/* Every source that a step names is listed with its citation. */
static void test_every_source_is_cited(void **state)
{
	struct random random = random_stream(25, 0);
	struct engine_fixture fixture;
	const struct run_head head = {.program = STR_LITERAL("p"), .command = STR_LITERAL("c")};

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int i = 0; i < 20; i++) {
		const struct evaluation *evaluation = random_evaluation(&fixture, &random);
		struct run_head full = head;
		struct report report;
		const struct field *source = NULL;
		const struct field *citation = NULL;

		full.model = fixture.evaluator.model;
		full.db = fixture.evaluator.db;
		report = explain_report(&fixture.evaluator, evaluation, &full, &fixture.arena,
					&fixture.sink);
		for (size_t k = 0; k < report.type->count; k++) {
			if (strcmp(report.type->fields[k].key, "source") == 0)
				source = &report.type->fields[k];
			if (strcmp(report.type->fields[k].key, "citation") == 0)
				citation = &report.type->fields[k];
		}
		check_true(source && citation);
		for (size_t k = 0; k < report.row_count; k++)
			if (field_get(source, report.rows[k], &fixture.arena).kind == VALUE_TEXT)
				check_int(field_get(citation, report.rows[k], &fixture.arena).kind,
					  VALUE_TEXT);
	}
	engine_fixture_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_losses_add_up),
	    cmocka_unit_test(test_narrowings_narrow),
	    cmocka_unit_test(test_turns_turn),
	    cmocka_unit_test(test_curves_are_undone),
	    cmocka_unit_test(test_measures_are_undone),
	    cmocka_unit_test(test_every_term_has_its_cells),
	    cmocka_unit_test(test_every_source_is_cited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
