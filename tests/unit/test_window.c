/* SPDX-License-Identifier: MIT */
/* Where along a pair the binder stays dissolved: the closed form against the measure itself. */
#include "check.h"

#include "base/random.h"
#include "db_copy.h"
#include "engine/eval_term.h"
#include "engine_fixture.h"
#include "mix/pair.h"
#include "mix/window.h"
#include "model/red.h"

struct pair {
	struct engine_fixture fixture;
	struct part parts[2];
	struct combo combo;
	struct measure_context context;
	const struct measure *red;
};

static void pair_open(struct pair *pair, const char *binder)
{
	engine_fixture_open(&pair->fixture, "slurry");
	pair->combo = engine_combo(&pair->fixture, "Li6PS5Cl0.5Br0.5", binder, NULL, NULL);
	pair->combo.solvent = (struct mixture){pair->parts, 2};
	pair->red = window_measure(pair->fixture.evaluator.model);
	pair->context = evaluator_context(&pair->fixture.evaluator, &pair->combo);
}

static struct window window_between(struct pair *pair, uint32_t a, uint32_t b)
{
	pair->parts[0] = (struct part){a, 0.5};
	pair->parts[1] = (struct part){b, 0.5};
	return window_of(pair->red, &pair->context);
}

static struct window window_named(struct pair *pair, const char *a, const char *b)
{
	return window_between(pair, engine_row(&pair->fixture, TABLE_SOLVENTS, a),
			      engine_row(&pair->fixture, TABLE_SOLVENTS, b));
}

/* RED by the model's own measure, x of the second part. */
static double red_at(struct pair *pair, double x)
{
	pair->parts[0].volume = 1.0 - x;
	pair->parts[1].volume = x;
	return measure_num(pair->red, &pair->context).value;
}

static void check_window(struct pair *pair, const struct window *window)
{
	static const double step = 1e-6;

	for (int i = 1; i < 40; i++) {
		double x = i / 40.0;
		bool inside = window->from <= x && x <= window->to;

		if (fabs(x - window->from) > step && fabs(x - window->to) > step)
			check_true((red_at(pair, x) <= 1.0) == inside);
	}
	if (window->from > step)
		check_double(red_at(pair, window->from), 1.0, 1e-9);
	if (window->to < 1.0 - step)
		check_double(red_at(pair, window->to), 1.0, 1e-9);
}

/*
 * Two good solvents far out on opposite sides of the sphere: anchored at its ends, the middle would
 * come out at a distance below 0.
 */
static void test_red_is_not_below_zero(void **state)
{
	struct pair pair;
	struct db_copy copy;
	struct num red;
	size_t axis;

	(void)state;
	pair_open(&pair, "NBR");
	axis = prop_find(&pair.fixture.evaluator.db->properties, TABLE_SOLVENTS,
			 STR_LITERAL("hansen_d"));
	(void)window_named(&pair, "toluene",
			   "dibromomethane"); /* NBR was seen to dissolve in both */
	db_copy_make(&copy, pair.fixture.evaluator.db, &pair.fixture.arena);
	db_copy_set(&copy, TABLE_SOLVENTS, pair.parts[0].row, axis, 6.0);
	db_copy_set(&copy, TABLE_SOLVENTS, pair.parts[1].row, axis, 30.0);
	pair.context.db = &copy.db;
	check_true(red_shift(pair.red, &pair.context, 0) < -1.0);
	red = measure_num(pair.red, &pair.context);
	check_double(red.value, 0.0, 0.0);
	check_true(red.low <= red.value && red.value <= red.high);
	engine_fixture_close(&pair.fixture);
}

/* Binders with a sphere, with parts, measured at ends or not; solvents at random. */
static void test_roots_are_where_the_measure_is_one(void **state)
{
	static const char *const binders[] = {"NBR", "SEBS", "nbr-pba", "PVdF", "polystyrene"};
	size_t inside = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(binders); i++) {
		struct random random = random_stream(11, i);
		struct pair pair;
		size_t count;

		pair_open(&pair, binders[i]);
		count = pair.fixture.evaluator.db->tables[TABLE_SOLVENTS].count;
		for (int k = 0; k < 300; k++) {
			uint32_t a = (uint32_t)(random_unit(&random) * (double)count);
			uint32_t b = (uint32_t)(random_unit(&random) * (double)count);
			struct window window;

			if (a == b)
				continue;
			window = window_between(&pair, a, b);
			check_true(window.known == !isnan(red_at(&pair, 0.5)));
			if (!window.known)
				continue;
			check_window(&pair, &window);
			check_true(window.turbid_low <= window.turbid);
			check_true(window.turbid <= window.turbid_high);
			inside += window.from > 0.0 || window.to < 1.0;
		}
		engine_fixture_close(&pair.fixture);
	}
	check_true(inside > 100);
}

/*
 * Fig. 1e of the review: NBR dissolved in dibromomethane turns turbid as hexyl butyrate grows, near
 * 0.89; the sphere allows anything from 0.81, and "never".
 */
static void test_turbid_as_hexyl_butyrate_grows(void **state)
{
	struct pair pair;
	struct window window;

	(void)state;
	pair_open(&pair, "NBR");
	window = window_named(&pair, "dibromomethane", "hexyl-butyrate");
	check_true(window.known);
	check_size(window.cloudy, 1);
	check_double(window.from, 0.0, 0.0);
	check_double(window.turbid, window.to, 0.0);
	check_double(window.turbid, 0.89, 0.01);
	check_double(window.turbid_low, 0.81, 0.01);
	check_true(isinf(window.turbid_high));
	window = window_named(&pair, "hexyl-butyrate", "dibromomethane");
	check_size(window.cloudy, 0);
	check_double(window.turbid, 0.89, 0.01);
	check_double(window.from, 1.0 - window.turbid, 1e-12);
	check_double(window.to, 1.0, 0.0);
	engine_fixture_close(&pair.fixture);
}

static void test_two_good_solvents_stay_clear(void **state)
{
	struct pair pair;
	struct window window;

	(void)state;
	pair_open(&pair, "NBR");
	window = window_named(&pair, "anisole", "dibromomethane");
	check_double(window.from, 0.0, 0.0);
	check_double(window.to, 1.0, 0.0);
	check_true(isinf(window.turbid));
	window = window_named(&pair, "heptane", "decane");
	check_true(window.known);
	check_true(isnan(window.from));
	check_double(window.turbid, 0.0, 0.0);
	engine_fixture_close(&pair.fixture);
}

/* ---- Parts ------------------------------------------------------------------------------- */

struct mixing {
	const char *a;
	const char *b;
	bool doubt;
};

/* What chemists know; water, methanol and acetonitrile do not mix with alkanes. */
static const struct mixing mixings[] = {
    {"water", "heptane", true},
    {"water", "toluene", true},
    {"methanol", "heptane", true},
    {"acetonitrile", "heptane", true},
    {"DMSO", "heptane", true},
    {"NMP", "heptane", true},
    {"DMF", "heptane", true},
    {"heptane", "butyl-butyrate", false},
    {"toluene", "heptane", false},
    {"dibromomethane", "hexyl-butyrate", false},
    {"anisole", "p-xylene", false},
    {"acetone", "heptane", false},
    {"ethyl acetate", "heptane", false},
    {"acetone", "toluene", false},
};

static void test_miscibility(void **state)
{
	struct pair pair;

	(void)state;
	pair_open(&pair, "NBR");
	for (size_t i = 0; i < COUNT_OF(mixings); i++) {
		struct pair_facts facts;

		pair.parts[0].row = engine_row(&pair.fixture, TABLE_SOLVENTS, mixings[i].a);
		pair.parts[1].row = engine_row(&pair.fixture, TABLE_SOLVENTS, mixings[i].b);
		facts = pair_facts_of(pair.fixture.evaluator.db, &pair.combo.solvent);
		if (facts.doubt != mixings[i].doubt)
			fail_msg("%s and %s: Ra %.1f, at most %.1f", mixings[i].a, mixings[i].b,
				 facts.distance, facts.distance_max);
	}
	engine_fixture_close(&pair.fixture);
}

static void test_boiling_gap(void **state)
{
	struct pair pair;

	(void)state;
	pair_open(&pair, "NBR");
	pair.parts[0].row = engine_row(&pair.fixture, TABLE_SOLVENTS, "dibromomethane");
	pair.parts[1].row = engine_row(&pair.fixture, TABLE_SOLVENTS, "hexyl-butyrate");
	check_double(pair_facts_of(pair.fixture.evaluator.db, &pair.combo.solvent).boiling_gap,
		     207.0 - 97.0, 1.0);
	engine_fixture_close(&pair.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_roots_are_where_the_measure_is_one),
	    cmocka_unit_test(test_red_is_not_below_zero),
	    cmocka_unit_test(test_turbid_as_hexyl_butyrate_grows),
	    cmocka_unit_test(test_two_good_solvents_stay_clear),
	    cmocka_unit_test(test_miscibility),
	    cmocka_unit_test(test_boiling_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
