/* SPDX-License-Identifier: MIT */
/*
 * What the review describes works: every recipe of its Table 1 through the model of its route, by
 * the rules alone; and what a reader of the review expects of the other routes.
 */
#include "check.h"

#include "engine/backtest.h"
#include "engine_fixture.h"
#include "model/gate_text.h"

static const char *const routes[] = {"dry", "precursor", "slurry", "solution"};

struct world {
	struct engine_fixture fixtures[COUNT_OF(routes)];
	const struct model *models[COUNT_OF(routes)];
	const struct backtest_systems *systems;
};

enum { DRY, PRECURSOR, SLURRY, SOLUTION };

static int open_world(void **state)
{
	static struct world world; /* a test program's own; cmocka hands out pointers */

	for (size_t i = 0; i < COUNT_OF(routes); i++) {
		engine_fixture_open(&world.fixtures[i], routes[i]);
		world.models[i] = world.fixtures[i].evaluator.model;
	}
	world.systems = backtest_systems_run(&world.fixtures[SLURRY].evaluator, world.models,
					     COUNT_OF(routes), &world.fixtures[SLURRY].arena);
	*state = &world;
	return 0;
}

static int close_world(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(routes); i++)
		engine_fixture_close(&world->fixtures[i]);
	return 0;
}

static bool in_table(const struct backtest_system *row)
{
	return row->fact->cells[fact_column_find(FACT_SYSTEM, STR_LITERAL("table1"))].length > 0;
}

/* 35 recipes when the table's cells are spelled out. */
static void test_the_table_is_complete(void **state)
{
	const struct world *world = *state;
	size_t count = 0;

	for (size_t i = 0; i < world->systems->count; i++)
		count += in_table(&world->systems->rows[i]) ? 1 : 0;
	check_size(count, 35);
}

static void test_no_recipe_of_the_table_is_rejected(void **state)
{
	const struct world *world = *state;

	for (size_t i = 0; i < world->systems->count; i++) {
		const struct backtest_system *row = &world->systems->rows[i];

		if (!in_table(row))
			continue;
		if (!row->evaluation)
			fail_msg(STR_FORMAT " was not scored", STR_ARGS(row->fact->id));
		else if (row->evaluation->rejected)
			fail_msg(STR_FORMAT " is rejected", STR_ARGS(row->fact->id));
	}
	check_size(world->systems->table_rejected, 0);
}

/* The prototype of the method had them at 60 or above; dibromomethane with NBR is the lowest. */
static void test_slurries_of_the_table_are_usable(void **state)
{
	const struct world *world = *state;

	check_size(world->systems->table_slurries, 26);
	check_true(world->systems->lowest_slurry->evaluation->score.value >= 59.5);
}

static void test_incompatible_recipes_are_not_recommended(void **state)
{
	const struct world *world = *state;

	for (size_t i = 0; i < world->systems->count; i++) {
		const struct backtest_system *row = &world->systems->rows[i];

		if (row->evaluation &&
		    str_is(str_from(fact_outcome_word(row->fact)), "incompatible") &&
		    str_is(evaluation_verdict(world->models[row->route], row->evaluation),
			   "recommended"))
			fail_msg(STR_FORMAT " is recommended", STR_ARGS(row->fact->id));
	}
}

/* ---- what fires ---- */

static size_t gate_at(struct engine_fixture *fixture, const char *id)
{
	const struct model *model = fixture->evaluator.model;

	for (size_t i = 0; i < model->gate_count; i++)
		if (str_is(model->gates[i].id, id))
			return i;
	fail_msg("no gate %s", id);
	return SIZE_MAX;
}

static bool fires(struct engine_fixture *fixture, const char *id,
		  const struct evaluation *evaluation)
{
	return evaluation->gates[gate_at(fixture, id)].status == GATE_FIRED;
}

static void test_solution_refuses_what_does_not_dissolve(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SOLUTION];

	check_true(
	    fires(fixture, "not-a-solvent", engine_named(fixture, "Li6PS5Cl", "PVdF", "toluene")));
	check_false(engine_named(fixture, "Li6PS5Cl", "PVdF", "ethanol")->rejected);
	check_true(engine_named(fixture, "Li3PS4", "PVdF", "methanol")->rejected);
	check_false(engine_named(fixture, "LISnS", "PVdF", "methanol")->rejected);
}

static void test_solution_says_infiltrated_or_cast(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SOLUTION];
	const struct evaluation *pvdf = engine_named(fixture, "Li6PS5Cl", "PVdF", "ethanol");
	const struct evaluation *ec = engine_named(fixture, "Li6PS5Cl", "EC", "ethanol");

	check_true(fires(fixture, "infiltrate", pvdf) && !fires(fixture, "cast-together", pvdf));
	check_true(fires(fixture, "cast-together", ec) && !fires(fixture, "infiltrate", ec));
}

static void test_precursor_needs_a_known_medium(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[PRECURSOR];

	check_false(engine_named(fixture, "Li3PS4", "NBR", "THF")->rejected);
	check_true(
	    fires(fixture, "not-a-medium", engine_named(fixture, "Li3PS4", "NBR", "toluene")));
	check_true(
	    fires(fixture, "hot-reaction", engine_named(fixture, "Li3PS4", "NBR", "anisole")));
	check_true(
	    fires(fixture, "conversion-heat", engine_named(fixture, "Li3PS4", "PVC", "THF")));
}

static void test_dry_takes_no_solvent_or_a_harmless_one(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[DRY];
	const struct evaluation *dry = engine_named(fixture, "Li6PS5Cl", "PTFE", NULL);
	const struct evaluation *xylene = engine_named(fixture, "Li6PS5Cl", "PTFE", "xylene");

	check_false(dry->rejected);
	check_text(evaluation_verdict(fixture->evaluator.model, dry), "recommended");
	check_false(xylene->rejected);
	check_true(fires(fixture, "process-aid",
			 engine_named(fixture, "Li6PS5Cl", "PTFE", "ethyl acetate")));
	check_true(engine_named(fixture, "Li6PS5Cl", "PTFE", "ethanol")->rejected);
	check_true(fires(fixture, "no-film", engine_named(fixture, "Li6PS5Cl", "PMMA", NULL)));
	check_true(fires(fixture, "reacts-with-electrolyte",
			 engine_named(fixture, "Li6PS5Cl", "PEO", NULL)));
}

/* Without a liquid nothing about the liquid is left unchecked. */
static void test_dry_asks_nothing_about_a_solvent_that_is_not_there(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[DRY];
	const struct evaluation *dry = engine_named(fixture, "Li6PS5Cl", "PTFE", NULL);

	for (size_t i = 0; i < fixture->evaluator.model->gate_count; i++)
		check_true(dry->gates[i].status != GATE_UNCHECKED);
}

/* ---- heat ---- */

static void test_heat_steps_are_told(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SLURRY];
	const struct evaluation *ppc = engine_named(fixture, "Li3PS4", "PPC", "anisole");
	const struct gate *gate = &fixture->evaluator.model->gates[gate_at(fixture, "heat-step")];
	struct str text =
	    gate_text(gate, fixture->evaluator.db, &ppc->combo, DB_NO_ROW, &fixture->arena);

	check_true(fires(fixture, "heat-step", ppc));
	check_true(str_contains(text, STR_LITERAL("225 degC")));
	check_true(str_contains(text, STR_LITERAL("under vacuum")));
	check_text(gate_text_short(gate), "the binder does its job only after a heat step");
	check_false(fires(fixture, "heat-step", engine_named(fixture, "Li3PS4", "NBR", "anisole")));
}

static void test_heat_can_be_limited(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SLURRY];
	double *limit = &fixture->evaluator.options.settings[SETTING_MAX_TEMPERATURE];

	*limit = 150.0;
	check_true(engine_named(fixture, "Li3PS4", "PPC", "anisole")->rejected);
	check_true(engine_named(fixture, "Li3PS4", "PtBA", "anisole")->rejected);
	check_true(engine_named(fixture, "Li3PS4", "v-BR", "anisole")->rejected);
	check_false(engine_named(fixture, "Li3PS4", "NBR", "anisole")->rejected);
	*limit = 225.0;
	check_false(engine_named(fixture, "Li3PS4", "PPC", "anisole")->rejected);
	*limit = (double)NAN;
	check_false(engine_named(fixture, "Li3PS4", "PPC", "anisole")->rejected);
}

/* ---- salts ---- */

/* What dissolves the salt pulls against what spares the electrolyte. */
static void test_salts_pull_the_other_way(void **state)
{
	static const char *const salts[] = {"LiTFSI", "LiFSI", "LiClO4", "LiPF6",
					    "LiBF4",  "LiI",   "LiBOB"};
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SLURRY];

	for (size_t i = 0; i < COUNT_OF(salts); i++) {
		struct combo xylene =
		    engine_combo(fixture, "Li6PS5Cl", "NBR", "p-xylene", salts[i]);
		const struct evaluation *poor = engine_evaluate(fixture, &xylene);
		struct combo ester =
		    engine_combo(fixture, "Li6PS5Cl", "NBR", "hexyl butyrate", salts[i]);
		const struct evaluation *good = engine_evaluate(fixture, &ester);

		check_true(engine_criterion(fixture, good, "salt") >
			   engine_criterion(fixture, poor, "salt") + 0.5);
		check_true(engine_criterion(fixture, good, "compatibility") <
			   engine_criterion(fixture, poor, "compatibility"));
	}
}

/* A solvate ionic liquid dissolves by polarity, not by donors: dibromomethane takes it. */
static void test_ionic_liquid_dissolves_in_dibromomethane(void **state)
{
	struct engine_fixture *fixture = &((struct world *)*state)->fixtures[SLURRY];
	struct combo combo =
	    engine_combo(fixture, "Li6PS5Cl", "NBR", "dibromomethane", "Li(G3)TFSI");

	fixture->evaluator.options.use_measured = false;
	check_true(engine_criterion(fixture, engine_evaluate(fixture, &combo), "salt") > 0.5);
	combo = engine_combo(fixture, "Li6PS5Cl", "NBR", "toluene", "Li(G3)TFSI");
	check_true(engine_criterion(fixture, engine_evaluate(fixture, &combo), "salt") < 0.2);
	fixture->evaluator.options.use_measured = true;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_table_is_complete),
	    cmocka_unit_test(test_no_recipe_of_the_table_is_rejected),
	    cmocka_unit_test(test_slurries_of_the_table_are_usable),
	    cmocka_unit_test(test_incompatible_recipes_are_not_recommended),
	    cmocka_unit_test(test_solution_refuses_what_does_not_dissolve),
	    cmocka_unit_test(test_solution_says_infiltrated_or_cast),
	    cmocka_unit_test(test_precursor_needs_a_known_medium),
	    cmocka_unit_test(test_dry_takes_no_solvent_or_a_harmless_one),
	    cmocka_unit_test(test_dry_asks_nothing_about_a_solvent_that_is_not_there),
	    cmocka_unit_test(test_heat_steps_are_told),
	    cmocka_unit_test(test_heat_can_be_limited),
	    cmocka_unit_test(test_salts_pull_the_other_way),
	    cmocka_unit_test(test_ionic_liquid_dissolves_in_dibromomethane),
	};

	return cmocka_run_group_tests(tests, open_world, close_world) != 0;
}
