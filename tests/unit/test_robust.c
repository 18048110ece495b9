/* SPDX-License-Identifier: MIT */
/* Seeded draws: the same seed gives the same, shares add up, what is certain is certain. */
#include "check.h"

#include "engine/robust.h"
#include "engine_fixture.h"

enum { ROWS = 4, DRAWS = 500 };

struct rows {
	struct engine_fixture fixture;
	struct arena scratch;
	const struct evaluation *at[ROWS];
};

static void open_rows(struct rows *rows)
{
	static const char *const solvents[ROWS] = {"anisole", "p-xylene", "n-decane", "acetone"};

	engine_fixture_open(&rows->fixture, "slurry");
	arena_init(&rows->scratch, NULL);
	for (int i = 0; i < ROWS; i++)
		rows->at[i] = engine_named(&rows->fixture, "Li6PS5Cl", "NBR", solvents[i]);
}

static void close_rows(struct rows *rows)
{
	arena_release(&rows->scratch);
	engine_fixture_close(&rows->fixture);
}

static const struct robust_row *draw(struct rows *rows, uint64_t seed)
{
	const struct robust_draws draws = {.count = DRAWS, .seed = seed};

	return robust_run(rows->fixture.evaluator.model, rows->at, ROWS, &draws,
			  &rows->fixture.arena, &rows->scratch);
}

static void test_same_seed_same_result(void **state)
{
	const struct robust_row *a;
	const struct robust_row *b;
	const struct robust_row *other;
	struct rows rows;
	bool differs = false;

	(void)state;
	open_rows(&rows);
	a = draw(&rows, 7);
	b = draw(&rows, 7);
	other = draw(&rows, 8);
	for (int i = 0; i < ROWS; i++) {
		check_double(a[i].first, b[i].first, 0.0);
		check_double(a[i].score_mean, b[i].score_mean, 0.0);
		check_size(a[i].rank_high, b[i].rank_high);
		differs = differs || a[i].score_mean != other[i].score_mean;
	}
	check_true(differs);
	close_rows(&rows);
}

static void test_shares_add_up(void **state)
{
	const struct robust_row *results;
	double first = 0.0;
	double top_three = 0.0;
	struct rows rows;

	(void)state;
	open_rows(&rows);
	results = draw(&rows, 1);
	for (int i = 0; i < ROWS; i++) {
		first += results[i].first;
		top_three += results[i].top_three;
		check_true(results[i].first <= results[i].top_three);
		check_true(results[i].rank_low >= 1 && results[i].rank_low <= results[i].rank_high);
		check_true(results[i].rank_high <= ROWS);
		check_true(results[i].score_mean >= 0.0 && results[i].score_mean <= 100.0);
	}
	check_double(first, 1.0, 1e-12);
	check_double(top_three, 3.0, 1e-12);
	close_rows(&rows);
}

/* Anisole beats acetone whatever is drawn; nothing beats itself. */
static void test_certain_is_certain(void **state)
{
	const struct robust_draws draws = {.count = DRAWS, .seed = 1};
	struct rows rows;

	(void)state;
	open_rows(&rows);
	check_true(rows.at[0]->score.low > rows.at[3]->score.high);
	check_double(robust_share(rows.fixture.evaluator.model, rows.at[0], rows.at[3], &draws),
		     1.0, 0.0);
	check_double(robust_share(rows.fixture.evaluator.model, rows.at[3], rows.at[0], &draws),
		     0.0, 0.0);
	close_rows(&rows);
}

/* A row without doubt keeps its rank when the others' draws are far below. */
static void test_draws_lie_in_the_interval(void **state)
{
	const struct robust_row *results;
	struct rows rows;

	(void)state;
	open_rows(&rows);
	results = draw(&rows, 3);
	for (int i = 0; i < ROWS; i++) {
		/* weights move as well, so the mean may leave the interval a little */
		check_true(results[i].score_mean > rows.at[i]->score.low - 10.0);
		check_true(results[i].score_mean < rows.at[i]->score.high + 10.0);
	}
	close_rows(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same_seed_same_result),
	    cmocka_unit_test(test_shares_add_up),
	    cmocka_unit_test(test_certain_is_certain),
	    cmocka_unit_test(test_draws_lie_in_the_interval),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
