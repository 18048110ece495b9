/* SPDX-License-Identifier: MIT */
/* The engine against the method's slow and plain second writing, over random worlds. */
#include "check.h"

#include "base/random.h"
#include "db_copy.h"
#include "engine/rank.h"
#include "engine_fixture.h"
#include "shake.h"
#include "slow_score.h"

static const char *const routes[] = {"slurry", "solution", "precursor", "dry"};
enum { WORLDS_PER_ROUTE = 40, COMBINATIONS_PER_WORLD = 60 };

static struct combo random_combo(const struct evaluator *evaluator, struct random *random,
				 struct part parts[3])
{
	const struct table *tables = evaluator->db->tables;
	struct combo combo = {
	    .se = (uint32_t)shake_pick(random, tables[TABLE_ELECTROLYTES].count),
	    .binder = (uint32_t)shake_pick(random, tables[TABLE_BINDERS].count),
	    .salt = random_unit(random) < 0.5
			? DB_NO_ROW
			: (uint32_t)shake_pick(random, tables[TABLE_SALTS].count),
	};
	size_t count = 1 + shake_pick(random, 3);
	double sum = 0.0;

	if (evaluator->model->solvent == SOLVENT_NONE ||
	    (evaluator->model->solvent == SOLVENT_OPTIONAL && random_unit(random) < 0.5))
		count = 0;
	for (size_t i = 0; i < count; i++) {
		parts[i].row = (uint32_t)shake_pick(random, tables[TABLE_SOLVENTS].count);
		parts[i].volume = 0.005 + random_unit(random);
		sum += parts[i].volume;
	}
	for (size_t i = 0; i < count; i++)
		parts[i].volume = count == 1 ? 1.0 : parts[i].volume / sum;
	combo.solvent = (struct mixture){parts, count};
	return combo;
}

/* Which criterion of which combination differs, for whoever has to find out why. */
static void tell(const struct evaluator *evaluator, const struct combo *combo,
		 const struct evaluation *evaluation, const struct slow_result *slow, size_t i)
{
	const struct table *tables = evaluator->db->tables;

	for (size_t k = 0; k < combo->solvent.count; k++)
		print_error(
		    "%g " STR_FORMAT "\n", combo->solvent.parts[k].volume,
		    STR_ARGS(tables[TABLE_SOLVENTS].materials[combo->solvent.parts[k].row].id));
	fail_msg(STR_FORMAT " with " STR_FORMAT ": " STR_FORMAT " is %.12f, not %.12f",
		 STR_ARGS(tables[TABLE_ELECTROLYTES].materials[combo->se].id),
		 STR_ARGS(tables[TABLE_BINDERS].materials[combo->binder].id),
		 STR_ARGS(evaluator->model->criteria[i].id), evaluation->criteria[i].value.value,
		 slow->criteria[i]);
}

static void compare(const struct evaluator *evaluator, const struct combo *combo,
		    struct evaluation *evaluation)
{
	struct slow_result slow = slow_score(evaluator, combo);

	evaluate(evaluator, combo, evaluation);
	for (size_t i = 0; i < evaluator->model->criterion_count; i++) {
		const struct criterion_result *criterion = &evaluation->criteria[i];

		if (criterion->active ? !(fabs(criterion->value.value - slow.criteria[i]) <= 1.5e-9)
				      : !isnan(slow.criteria[i]))
			tell(evaluator, combo, evaluation, &slow, i);
	}
	check_true(evaluation->rejected == slow.rejected);
	check_double(evaluation->score.value, slow.score, 2e-9);
	check_true(evaluation->score.low <= evaluation->score.value);
	check_true(evaluation->score.value <= evaluation->score.high);
}

static void test_engine_agrees_with_the_slow_scorer(void **state)
{
	(void)state;
	for (size_t route = 0; route < sizeof(routes) / sizeof(*routes); route++) {
		struct engine_fixture fixture;

		engine_fixture_open(&fixture, routes[route]);
		for (uint64_t world = 0; world < WORLDS_PER_ROUTE; world++) {
			struct random random = random_stream(route, world);
			struct evaluator evaluator = fixture.evaluator;
			struct db_copy copy;

			db_copy_make(&copy, fixture.evaluator.db, &fixture.arena);
			if (world > 0)
				shake_cells(&copy, &random);
			evaluator.db = &copy.db;
			if (world > 0)
				evaluator.model =
				    shake_model(fixture.evaluator.model, &random, &fixture.arena);
			evaluator.options.missing =
			    (enum missing_policy)shake_pick(&random, MISSING_POLICY_COUNT);
			evaluator.options.use_measured = random_unit(&random) < 0.7;
			evaluator.options.use_in_sample = random_unit(&random) < 0.7;
			evaluator.options.settings[SETTING_MAX_TEMPERATURE] =
			    random_unit(&random) < 0.5 ? (double)NAN : 170.0;
			for (int i = 0; i < COMBINATIONS_PER_WORLD; i++) {
				struct part parts[3];
				struct combo combo = random_combo(&evaluator, &random, parts);

				compare(&evaluator, &combo,
					evaluation_new(evaluator.model, &fixture.arena));
			}
		}
		engine_fixture_close(&fixture);
	}
}

/* A ranking's collapsed halves give the very bits of the whole evaluation, and the right order. */
static void test_ranking_agrees_with_single_evaluations(void **state)
{
	static const enum missing_policy policies[] = {MISSING_ASSUME, MISSING_WORST, MISSING_BEST};

	(void)state;
	for (size_t p = 0; p < 3; p++) {
		struct engine_fixture fixture;
		struct arena scratch;
		struct rank_request request = {.salt = DB_NO_ROW, .reference = DB_NO_ROW};
		uint32_t se;
		const struct ranking *all;
		const struct ranking *top;

		engine_fixture_open(&fixture, "slurry");
		arena_init(&scratch, NULL);
		fixture.evaluator.options.missing = policies[p];
		se = engine_row(&fixture, TABLE_ELECTROLYTES, "Li6PS5Cl");
		request.evaluator = &fixture.evaluator;
		request.ses = &se;
		request.se_count = 1;
		request.top = SIZE_MAX;
		request.keep_rejected = true;
		all = rank_run(&request, &fixture.arena, &scratch);
		check_size(all->ranked + all->rejected, all->screened);
		check_size(all->row_count, all->screened);
		for (size_t i = 0; i < all->ranked_rows; i++) {
			check_false(all->rows[i].evaluation->rejected);
			check_size(all->rows[i].rank, i + 1);
			if (i > 0)
				check_true(all->rows[i - 1].evaluation->score.value >=
					   all->rows[i].evaluation->score.value);
		}
		for (size_t i = all->ranked_rows; i < all->row_count; i++)
			check_true(all->rows[i].evaluation->rejected);
		request.top = 25;
		request.keep_rejected = false;
		top = rank_run(&request, &fixture.arena, &scratch);
		check_size(top->row_count, 25);
		for (size_t i = 0; i < top->row_count; i++) {
			const struct combo *a = &top->rows[i].evaluation->combo;
			const struct combo *b = &all->rows[i].evaluation->combo;

			check_true(a->binder == b->binder &&
				   a->solvent.parts[0].row == b->solvent.parts[0].row);
		}
		arena_release(&scratch);
		engine_fixture_close(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_engine_agrees_with_the_slow_scorer),
	    cmocka_unit_test(test_ranking_agrees_with_single_evaluations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
