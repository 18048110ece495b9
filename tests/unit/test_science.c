/* SPDX-License-Identifier: MIT */
/*
 * The method's chemistry: orders that any sound ranking must keep, and the recipes of the review
 * (Kim, Kwon, Jung, Curr. Opin. Electrochem. 34 (2022) 101026).
 */
#include "check.h"

#include "engine_fixture.h"

static int open_slurry(void **state)
{
	static struct engine_fixture fixture; /* a test program's own; cmocka hands out pointers */

	engine_fixture_open(&fixture, "slurry");
	*state = &fixture;
	return 0;
}

static int close_slurry(void **state)
{
	engine_fixture_close(*state);
	return 0;
}

static double compatibility(struct engine_fixture *fixture, const char *solvent)
{
	return engine_criterion(fixture, engine_named(fixture, "Li6PS5Cl", "NBR", solvent),
				"compatibility");
}

static double total(struct engine_fixture *fixture, const char *binder, const char *solvent)
{
	return engine_named(fixture, "Li6PS5Cl", binder, solvent)->score.value;
}

struct order {
	const char *better;
	const char *worse;
};

/* docs/method.md, "The laws": order of compatibility with Li6PS5Cl, rules alone. */
static const struct order compatibility_orders[] = {
    {"benzyl acetate", "ethyl butyrate"},
    {"hexyl butyrate", "ethyl butyrate"},
    {"butyl butyrate", "ethyl butyrate"},
    {"ethyl butyrate", "ethyl acetate"},
    {"anisole", "THF"},
    {"anisole", "DME"},
    {"phenetole", "THF"},
    {"phenetole", "DME"},
    {"dibutyl ether", "diethyl ether"},
    {"dipentyl ether", "eucalyptol"},
    {"diisobutyl ketone", "MIBK"},
    {"MIBK", "acetone"},
    {"dibutyl carbonate", "dimethyl carbonate"},
    {"toluene", "tributyl phosphate"},
};

static void test_compatibility_orders(void **state)
{
	struct engine_fixture *fixture = *state;

	fixture->evaluator.options.use_measured = false;
	for (size_t i = 0; i < sizeof(compatibility_orders) / sizeof(*compatibility_orders); i++) {
		double better = compatibility(fixture, compatibility_orders[i].better);
		double worse = compatibility(fixture, compatibility_orders[i].worse);

		if (!(better > worse))
			fail_msg("%s (%.3f) should be more compatible than %s (%.3f)",
				 compatibility_orders[i].better, better,
				 compatibility_orders[i].worse, worse);
	}
}

static void test_alkylbenzenes_stand_together(void **state)
{
	static const char *const arenes[] = {"o-xylene", "m-xylene",   "p-xylene",
					     "xylene",   "mesitylene", "toluene"};
	struct engine_fixture *fixture = *state;
	double low = 1.0;
	double high = 0.0;

	fixture->evaluator.options.use_measured = false;
	for (size_t i = 0; i < sizeof(arenes) / sizeof(*arenes); i++) {
		low = fmin(low, compatibility(fixture, arenes[i]));
		high = fmax(high, compatibility(fixture, arenes[i]));
	}
	check_true(high - low <= 0.05);
}

static void test_totals(void **state)
{
	struct engine_fixture *fixture = *state;

	check_true(total(fixture, "NBR", "p-xylene") > total(fixture, "NBR", "toluene"));
	check_true(total(fixture, "NBR", "toluene") > total(fixture, "NBR", "benzene"));
	check_true(total(fixture, "SEBS", "n-decane") > total(fixture, "SEBS", "n-heptane"));
	check_true(total(fixture, "SEBS", "n-heptane") > total(fixture, "SEBS", "n-pentane"));
	check_true(total(fixture, "SEBS", "n-heptane") >=
		   total(fixture, "NBR", "n-heptane") + 20.0);
}

static void test_lgps_is_not_less_tolerant(void **state)
{
	struct engine_fixture *fixture = *state;
	size_t solvents = fixture->evaluator.db->tables[TABLE_SOLVENTS].count;

	fixture->evaluator.options.use_measured = false;
	for (uint32_t row = 0; row < solvents; row++) {
		struct part part = {row, 1.0};
		struct combo combo = engine_combo(fixture, "LGPS", "NBR", NULL, NULL);
		double tolerant;

		combo.solvent = (struct mixture){&part, 1};
		tolerant =
		    engine_criterion(fixture, engine_evaluate(fixture, &combo), "compatibility");
		combo.se = engine_row(fixture, TABLE_ELECTROLYTES, "Li6PS5Cl");
		check_true(tolerant >= engine_criterion(fixture, engine_evaluate(fixture, &combo),
							"compatibility"));
	}
}

/* What a reader of the review expects of Li6PS5Cl with NBR. */
static void test_known_good_and_bad(void **state)
{
	static const char *const good[] = {"p-xylene", "anisole", "butyl butyrate",
					   "benzyl acetate", "dibromomethane"};
	static const char *const bad[] = {"NMP",          "DMF",     "DMSO",
					  "water",        "ethanol", "acetone",
					  "acetonitrile", "THF",     "ethyl acetate"};
	struct engine_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		const struct evaluation *e = engine_named(fixture, "Li6PS5Cl", "NBR", good[i]);

		if (e->rejected || e->score.value < 50.0)
			fail_msg("%s: %.1f%s", good[i], e->score.value,
				 e->rejected ? ", rejected" : "");
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		const struct evaluation *e = engine_named(fixture, "Li6PS5Cl", "NBR", bad[i]);

		if (!e->rejected && e->score.value >= 50.0)
			fail_msg("%s: %.1f and not rejected", bad[i], e->score.value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_compatibility_orders, open_slurry, close_slurry),
	    cmocka_unit_test_setup_teardown(test_alkylbenzenes_stand_together, open_slurry,
					    close_slurry),
	    cmocka_unit_test_setup_teardown(test_totals, open_slurry, close_slurry),
	    cmocka_unit_test_setup_teardown(test_lgps_is_not_less_tolerant, open_slurry,
					    close_slurry),
	    cmocka_unit_test_setup_teardown(test_known_good_and_bad, open_slurry, close_slurry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
