/* SPDX-License-Identifier: MIT */
/*
 * The search for blends against evaluate() asked blend by blend: the same scores, and nothing lost.
 */
#include "check.h"

#include "engine_fixture.h"
#include "mix/blend.h"
#include "mix/lanes.h"
#include "shake.h"

static const double tolerance = 1e-9;

enum { WORLDS = 24, SETS_PER_WORLD = 40 };

static const char *const routes[] = {"slurry", "solution", "precursor", "dry"};

/* What evaluate() says of one composition; -1: rejected. */
static double slow_score(const struct lanes *lanes, const uint32_t *parts, size_t lane,
			 struct evaluation *work)
{
	struct part mixture[BLEND_PARTS_MAX];
	struct combo combo = lanes->plan->combo;

	assert_true(lanes->grid.parts <= BLEND_PARTS_MAX);
	for (size_t i = 0; i < lanes->grid.parts; i++)
		mixture[i] =
		    (struct part){lanes->plan->rows[parts[i]], lanes->grid.volumes[i][lane]};
	combo.solvent = (struct mixture){mixture, lanes->grid.parts};
	evaluate(lanes->plan->evaluator, &combo, work);
	return work->rejected ? -1.0 : work->score.value;
}

static void compare_set(struct lanes *lanes, const uint32_t *parts, struct evaluation *work)
{
	const bool any = lanes_run(lanes, parts, -1.0);
	const struct material *solvents =
	    lanes->plan->evaluator->db->tables[TABLE_SOLVENTS].materials;

	for (size_t k = 0; k < lanes->grid.count; k++) {
		const double slow = slow_score(lanes, parts, k, work);
		const double fast = any ? lanes->scores[k] : -1.0;

		if (!(fabs(slow - fast) <= tolerance))
			fail_msg(STR_FORMAT " %g, " STR_FORMAT " %g: %.12f by evaluate(), %.12f",
				 STR_ARGS(solvents[lanes->plan->rows[parts[0]]].id),
				 lanes->grid.volumes[0][k],
				 STR_ARGS(solvents[lanes->plan->rows[parts[1]]].id),
				 lanes->grid.volumes[1][k], slow, fast);
	}
}

static const uint32_t *all_rows(size_t count, struct arena *arena)
{
	uint32_t *rows = ARENA_NEW(arena, count, uint32_t);

	for (size_t i = 0; i < count; i++)
		rows[i] = (uint32_t)i;
	return rows;
}

/* Half of the worlds have a database and a model of their own, all have options of their own. */
static void compare_world(struct engine_fixture *fixture, uint64_t seed, uint64_t world)
{
	struct random random = random_stream(seed, world);
	struct evaluator evaluator = fixture->evaluator;
	const size_t parts = 2 + world % 2;
	struct combo combo = {.salt = DB_NO_ROW};
	struct db_copy copy;
	const struct plan *plan;
	struct lanes *lanes;

	db_copy_make(&copy, fixture->evaluator.db, &fixture->arena);
	evaluator.db = &copy.db;
	if (world % 4 > 1) {
		shake_cells(&copy, &random);
		evaluator.model = shake_model(evaluator.model, &random, &fixture->arena);
	}
	evaluator.options.missing = (enum missing_policy)shake_pick(&random, MISSING_POLICY_COUNT);
	evaluator.options.use_measured = random_unit(&random) < 0.7;
	evaluator.options.use_in_sample = random_unit(&random) < 0.7;
	combo.se = (uint32_t)shake_pick(&random, copy.db.tables[TABLE_ELECTROLYTES].count);
	combo.binder = (uint32_t)shake_pick(&random, copy.db.tables[TABLE_BINDERS].count);
	if (random_unit(&random) < 0.5)
		combo.salt = (uint32_t)shake_pick(&random, copy.db.tables[TABLE_SALTS].count);
	plan = plan_new(&evaluator, &combo,
			all_rows(copy.db.tables[TABLE_SOLVENTS].count, &fixture->arena),
			copy.db.tables[TABLE_SOLVENTS].count, &fixture->arena);
	/* Steps of 1 vol% reach below the thresholds of flash and boiling points. */
	lanes = lanes_new(plan, grid_new(parts, parts == 2 ? 100 : 12, &fixture->arena),
			  &fixture->arena);
	for (int i = 0; i < SETS_PER_WORLD; i++) {
		uint32_t set[BLEND_PARTS_MAX] = {0};

		for (size_t k = 0; k < parts; k++)
			set[k] = (uint32_t)((shake_pick(&random, plan->count / parts)) * parts + k);
		compare_set(lanes, set, lanes->work);
	}
}

static void test_scores_are_those_of_evaluate(void **state)
{
	(void)state;
	for (size_t route = 0; route < COUNT_OF(routes); route++) {
		struct engine_fixture fixture;

		engine_fixture_open(&fixture, routes[route]);
		for (uint64_t world = 0; world < (route ? WORLDS / 4 : WORLDS); world++)
			compare_world(&fixture, route, world);
		engine_fixture_close(&fixture);
	}
}

/* A word's value that exp(log(x)) does not give back: is the word good enough for a blend? */
static void test_a_word_as_good_as_it_must_be(void **state)
{
	enum { WORDS_MAX = 32 }; /* outcomes of a fact fit in the bits of an unsigned */
	static const double value = 0.35;
	struct engine_fixture fixture;
	struct model model;
	struct criterion *criteria;
	struct measured *measured;
	double *outcomes;
	uint32_t rows[2];
	const uint32_t set[2] = {0, 1};
	const struct plan *plan;
	struct lanes *lanes;
	struct combo combo;
	size_t c;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	model = *fixture.evaluator.model;
	c = model_find_criterion(&model, STR_LITERAL("solubility"));
	criteria = ARENA_NEW(&fixture.arena, model.criterion_count, struct criterion);
	memcpy(criteria, model.criteria, model.criterion_count * sizeof *criteria);
	measured = ARENA_NEW(&fixture.arena, 1, struct measured);
	*measured = *criteria[c].measured;
	outcomes = ARENA_NEW(&fixture.arena, WORDS_MAX, double);
	for (size_t i = 0; i < WORDS_MAX; i++)
		outcomes[i] = value;
	measured->outcome_values = outcomes;
	measured->part_value = value;
	measured->part_from = 0.2;
	criteria[c].measured = measured;
	model.criteria = criteria;
	fixture.evaluator.model = &model;
	combo = engine_combo(&fixture, "Li6PS5Cl", "NBR", NULL, NULL);
	rows[0] = engine_row(&fixture, TABLE_SOLVENTS, "anisole");
	rows[1] = engine_row(&fixture, TABLE_SOLVENTS, "toluene");
	plan = plan_new(&fixture.evaluator, &combo, rows, 2, &fixture.arena);
	check_false(plan->slow);
	lanes = lanes_new(plan, grid_new(2, 20, &fixture.arena), &fixture.arena);
	compare_set(lanes, set, lanes->work);
	engine_fixture_close(&fixture);
}

/* The shipped models must not need the slow way: a search would take minutes. */
static void test_the_shipped_models_are_prepared_whole(void **state)
{
	static const char *const whole[] = {"slurry", "dry"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(whole); i++) {
		struct engine_fixture fixture;
		struct combo combo;
		const struct plan *plan;
		const uint32_t row = 0;

		engine_fixture_open(&fixture, whole[i]);
		combo = engine_combo(&fixture, "Li6PS5Cl", "NBR", NULL, "LiTFSI");
		plan = plan_new(&fixture.evaluator, &combo, &row, 1, &fixture.arena);
		check_false(plan->slow);
		engine_fixture_close(&fixture);
	}
}

/* ---- The search -------------------------------------------------------------------------- */

static const char *const some[] = {"dibromomethane",
				   "hexyl-butyrate",
				   "butyl-butyrate",
				   "p-xylene",
				   "toluene",
				   "anisole",
				   "heptane",
				   "decane",
				   "NMP",
				   "ethanol",
				   "THF",
				   "benzyl acetate",
				   "phenetole",
				   "DIBK",
				   "cyclohexane",
				   "mesitylene"};

struct found {
	struct engine_fixture fixture;
	struct arena scratch;
	uint32_t rows[COUNT_OF(some)];
	struct blend_request request;
};

static void found_open(struct found *found, size_t parts, size_t rows)
{
	engine_fixture_open(&found->fixture, "slurry");
	arena_init(&found->scratch, NULL);
	for (size_t i = 0; i < rows; i++)
		found->rows[i] = engine_row(&found->fixture, TABLE_SOLVENTS, some[i]);
	found->request = (struct blend_request){
	    .evaluator = &found->fixture.evaluator,
	    .se = engine_row(&found->fixture, TABLE_ELECTROLYTES, "Li6PS5Cl"),
	    .binder = engine_row(&found->fixture, TABLE_BINDERS, "NBR"),
	    .salt = engine_row(&found->fixture, TABLE_SALTS, "LiTFSI"),
	    .solvents = found->rows,
	    .solvent_count = rows,
	    .parts = parts,
	    .steps = 20,
	    .top = 5,
	};
}

static void found_close(struct found *found)
{
	arena_release(&found->scratch);
	engine_fixture_close(&found->fixture);
}

static void check_same_rows(const struct blend_search *a, const struct blend_search *b)
{
	check_true(a->row_count <= b->row_count);
	for (size_t i = 0; i < a->row_count; i++) {
		const struct evaluation *x = a->rows[i].ranking.evaluation;
		const struct evaluation *y = b->rows[i].ranking.evaluation;

		check_double(x->score.value, y->score.value, 0.0);
		check_size(x->combo.solvent.count, y->combo.solvent.count);
		for (size_t k = 0; k < x->combo.solvent.count; k++) {
			check_size(x->combo.solvent.parts[k].row, y->combo.solvent.parts[k].row);
			check_double(x->combo.solvent.parts[k].volume,
				     y->combo.solvent.parts[k].volume, 0.0);
		}
	}
}

/* The best score of two solvents over the grid, and how many compositions are not rejected. */
static double best_of_pair(const struct blend_request *request, uint32_t a, uint32_t b,
			   struct evaluation *work)
{
	double best = -1.0;

	for (size_t k = 1; k < request->steps; k++) {
		const double x = (double)k / (double)request->steps;
		const struct part parts[2] = {
		    {a, x}, {b, (double)(request->steps - k) / (double)request->steps}};
		const struct combo combo = {
		    request->se, request->binder, request->salt, {parts, 2}};

		evaluate(request->evaluator, &combo, work);
		if (!work->rejected)
			best = fmax(best, work->score.value);
	}
	return best;
}

/* Every pair of the full grid, one by one: each is in the list, with its best score. */
static void test_nothing_is_lost(void **state)
{
	struct found found;
	const struct blend_search *search;
	struct evaluation *work;
	size_t pairs = 0;

	(void)state;
	found_open(&found, 2, COUNT_OF(some));
	work = evaluation_new(found.fixture.evaluator.model, &found.fixture.arena);
	found.request.top = 1000;
	search = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	for (size_t i = 0; i < COUNT_OF(some); i++)
		for (size_t k = i + 1; k < COUNT_OF(some); k++) {
			double best =
			    best_of_pair(&found.request, found.rows[i], found.rows[k], work);
			bool seen = false;

			pairs += best >= 0.0;
			for (size_t r = 0; r < search->row_count; r++) {
				const struct evaluation *e = search->rows[r].ranking.evaluation;
				uint32_t a = e->combo.solvent.parts[0].row;
				uint32_t b = e->combo.solvent.parts[1].row;

				if ((a == found.rows[i] && b == found.rows[k]) ||
				    (b == found.rows[i] && a == found.rows[k])) {
					check_double(e->score.value, best, 0.0);
					seen = true;
				}
			}
			check_true(seen == (best >= 0.0));
		}
	check_size(search->row_count, pairs);
	found_close(&found);
}

static void test_the_bound_changes_nothing(void **state)
{
	(void)state;
	for (size_t parts = 2; parts <= 3; parts++) {
		struct found found;
		const struct blend_search *bounded;
		const struct blend_search *all;

		found_open(&found, parts, parts == 2 ? COUNT_OF(some) : 9);
		bounded = blend_run(&found.request, &found.fixture.arena, &found.scratch);
		found.request.top = 1000;
		found.request.exhaustive = true;
		all = blend_run(&found.request, &found.fixture.arena, &found.scratch);
		check_size(bounded->row_count, 5);
		check_true(bounded->evaluated < all->evaluated);
		check_same_rows(bounded, all);
		found_close(&found);
	}
}

static void test_all_pairs_of_the_database_with_and_without_bound(void **state)
{
	struct found found;
	const struct blend_search *bounded;
	const struct blend_search *all;

	(void)state;
	found_open(&found, 2, COUNT_OF(some));
	found.request.solvent_count = 0;
	found.request.top = 40;
	bounded = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	found.request.exhaustive = true;
	all = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	check_size(bounded->row_count, 40);
	check_size(all->row_count, 40);
	check_same_rows(bounded, all);
	found_close(&found);
}

static void test_by_gain_those_that_gain_most_come_first(void **state)
{
	struct found found;
	const struct blend_search *bounded;
	const struct blend_search *all;
	double most = -100.0;

	(void)state;
	found_open(&found, 2, COUNT_OF(some));
	found.request.solvent_count = 0;
	found.request.top = 40;
	found.request.sort = BLEND_BY_GAIN;
	bounded = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	found.request.exhaustive = true;
	all = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	check_size(bounded->row_count, 40);
	check_true(bounded->evaluated < all->evaluated);
	check_same_rows(bounded, all);
	for (size_t i = 1; i < all->row_count; i++)
		check_true(all->rows[i].gain_part <= all->rows[i - 1].gain_part);
	/* None is missed: the largest gain of all, looked up in the list by score. */
	found.request.sort = BLEND_BY_SCORE;
	found.request.top = SIZE_MAX;
	all = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	for (size_t i = 0; i < all->row_count; i++)
		most = all->rows[i].gain_part > most ? all->rows[i].gain_part : most;
	check_double(bounded->rows[0].gain_part, most, 0.0);
	found_close(&found);
}

/* Names in another order, or twice, are the same question. */
static void test_the_order_of_names_does_not_matter(void **state)
{
	struct found found;
	const struct blend_search *one;
	const struct blend_search *other;
	uint32_t again[COUNT_OF(some) + 1];

	(void)state;
	found_open(&found, 2, COUNT_OF(some));
	one = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	for (size_t i = 0; i < COUNT_OF(some); i++)
		again[i] = found.rows[COUNT_OF(some) - 1 - i];
	again[COUNT_OF(some)] = again[0];
	found.request.solvents = again;
	found.request.solvent_count = COUNT_OF(again);
	other = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	check_size(one->sets, other->sets);
	check_same_rows(one, other);
	found_close(&found);
}

/* What is left is what the whole list has without its doubtful and unknown rows. */
static void test_miscible_leaves_out_doubtful_sets_alone(void **state)
{
	(void)state;
	for (size_t parts = 2; parts <= 3; parts++) {
		struct found found;
		const struct blend_search *all;
		const struct blend_search *miscible;
		size_t kept = 0;

		found_open(&found, parts, 9);
		/* Not to be mixed with heptane. */
		found.rows[0] = engine_row(&found.fixture, TABLE_SOLVENTS, "propylene-carbonate");
		found.request.top = 1000;
		all = blend_run(&found.request, &found.fixture.arena, &found.scratch);
		found.request.miscible = true;
		miscible = blend_run(&found.request, &found.fixture.arena, &found.scratch);
		for (size_t i = 0; i < all->row_count; i++) {
			const struct blend_row *row = &all->rows[i];

			if (!(row->facts.distance <= row->facts.distance_max))
				continue;
			check_true(kept < miscible->row_count);
			check_double(miscible->rows[kept].ranking.evaluation->score.value,
				     row->ranking.evaluation->score.value, 0);
			kept++;
		}
		check_size(miscible->row_count, kept);
		check_true(miscible->layered > 0 && kept > 0);
		check_size(miscible->sets, all->sets);
		found_close(&found);
	}
}

static void test_too_many_for_triples(void **state)
{
	struct found found;
	const struct blend_search *search;

	(void)state;
	found_open(&found, 3, 9);
	found.request.solvent_count = 0;
	search = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	check_true(search->too_many);
	check_size(search->row_count, 0);
	check_true(search->candidates > BLEND_TRIPLE_CANDIDATES_MAX);
	found_close(&found);
}

static void test_gains(void **state)
{
	struct found found;
	const struct blend_search *search;

	(void)state;
	found_open(&found, 2, COUNT_OF(some));
	search = blend_run(&found.request, &found.fixture.arena, &found.scratch);
	for (size_t i = 0; i < search->row_count; i++) {
		const struct blend_row *row = &search->rows[i];
		const double score = row->ranking.evaluation->score.value;

		check_double(row->gain_part, score - fmax(row->alone[0].value, row->alone[1].value),
			     2e-9);
		check_double(row->gain_best, score - search->best_single_score, 2e-9);
	}
	found_close(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_scores_are_those_of_evaluate),
	    cmocka_unit_test(test_a_word_as_good_as_it_must_be),
	    cmocka_unit_test(test_the_shipped_models_are_prepared_whole),
	    cmocka_unit_test(test_nothing_is_lost),
	    cmocka_unit_test(test_the_bound_changes_nothing),
	    cmocka_unit_test(test_all_pairs_of_the_database_with_and_without_bound),
	    cmocka_unit_test(test_by_gain_those_that_gain_most_come_first),
	    cmocka_unit_test(test_the_order_of_names_does_not_matter),
	    cmocka_unit_test(test_miscible_leaves_out_doubtful_sets_alone),
	    cmocka_unit_test(test_too_many_for_triples),
	    cmocka_unit_test(test_gains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
