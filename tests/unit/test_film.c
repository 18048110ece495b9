/* SPDX-License-Identifier: MIT */
/* Drying films: the path, vapour pressures, and the cosolvent recipe of the review. */
#include "check.h"

#include "db_copy.h"
#include "engine_fixture.h"
#include "mix/drying.h"
#include "mix/evaporate.h"

static const double atmosphere = 101.325; /* kPa */

/* ---- The path ---------------------------------------------------------------------------- */

/* dn_i/ds = -x_i p_i / sum(x p): moles leave by their partial pressures; small steps of volume. */
static void integrate(const struct evaporate_part *parts, size_t count, double left,
		      double volumes[EVAPORATE_PARTS_MAX])
{
	enum { STEPS = 200000 };
	double moles[EVAPORATE_PARTS_MAX];

	for (size_t i = 0; i < count; i++)
		moles[i] = parts[i].volume / parts[i].molar_volume;
	for (int s = 0; s < STEPS; s++) {
		double flux = 0.0;

		/* One step takes the same volume away each time. */
		for (size_t i = 0; i < count; i++)
			flux += moles[i] * parts[i].vapor_pressure * parts[i].molar_volume;
		for (size_t i = 0; i < count; i++)
			moles[i] -=
			    (1.0 - left) / STEPS / flux * moles[i] * parts[i].vapor_pressure;
	}
	for (size_t i = 0; i < count; i++)
		volumes[i] = moles[i] * parts[i].molar_volume / left;
}

static void test_the_closed_form_is_the_integral(void **state)
{
	static const struct evaporate_part films[][3] = {
	    {{0.5, 147.0, 6.1}, {0.5, 166.0, 0.2}, {0.0, 100.0, 1.0}},
	    {{0.8, 70.0, 6.0}, {0.2, 199.0, 0.07}, {0.0, 100.0, 1.0}},
	    {{0.3, 90.0, 3.8}, {0.3, 107.0, 1.2}, {0.4, 109.0, 0.47}},
	};

	(void)state;
	for (size_t f = 0; f < COUNT_OF(films); f++)
		for (int k = 2; k <= 9; k++) {
			double exact[EVAPORATE_PARTS_MAX];
			double steps[EVAPORATE_PARTS_MAX];

			evaporate_at(films[f], 3, k / 10.0, exact);
			integrate(films[f], 3, k / 10.0, steps);
			for (size_t i = 0; i < 3; i++)
				check_double(exact[i], steps[i], 1e-4);
		}
}

static void test_equal_pressures_change_nothing(void **state)
{
	static const struct evaporate_part film[2] = {{0.3, 80.0, 2.0}, {0.7, 150.0, 2.0}};
	double volumes[EVAPORATE_PARTS_MAX];

	(void)state;
	evaporate_at(film, 2, 0.01, volumes);
	check_double(volumes[0], 0.3, 1e-12);
	check_size(evaporate_last(film, 2), 0);
}

/* ---- Vapour pressures -------------------------------------------------------------------- */

static void test_101_kpa_at_the_boiling_point(void **state)
{
	struct engine_fixture fixture;
	const struct db *db;
	size_t boiling;
	size_t checked = 0;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	db = fixture.evaluator.db;
	boiling = prop_find(&db->properties, TABLE_SOLVENTS, STR_LITERAL("boiling_point"));
	for (uint32_t row = 0; row < db->tables[TABLE_SOLVENTS].count; row++) {
		const double at = db_cell(db, TABLE_SOLVENTS, row, boiling);
		const struct num n = drying_vapor_pressure(db, row, at);

		if (!isfinite(at) || !num_has_value(n))
			continue;
		check_double(n.value, atmosphere, 1e-6 * atmosphere);
		check_true(n.kind >= NUM_ESTIMATED);
		checked++;
	}
	check_true(checked > 220);
	engine_fixture_close(&fixture);
}

struct literature {
	const char *solvent;
	double temperature;
	double kpa; /* NIST WebBook Antoine; CRC Handbook, 95th ed., section 6 */
};

/* The enthalpy of vaporisation falls as it gets hotter: the straight line is up to 15 % too low. */
static const struct literature vapors[] = {
    {"toluene", 60.0, 18.5},  {"heptane", 60.0, 28.1},  {"n-decane", 100.0, 9.6},
    {"p-xylene", 80.0, 15.5}, {"anisole", 100.0, 18.6},
};

static void test_vapour_pressures_of_the_literature(void **state)
{
	struct engine_fixture fixture;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (size_t i = 0; i < COUNT_OF(vapors); i++) {
		const uint32_t row = engine_row(&fixture, TABLE_SOLVENTS, vapors[i].solvent);
		const struct num n =
		    drying_vapor_pressure(fixture.evaluator.db, row, vapors[i].temperature);

		check_true(n.low <= vapors[i].kpa && vapors[i].kpa <= n.high);
		if (fabs(n.value / vapors[i].kpa - 1.0) > 0.15)
			fail_msg("%s at %g degC: %.2f kPa, not %.2f", vapors[i].solvent,
				 vapors[i].temperature, n.value, vapors[i].kpa);
	}
	engine_fixture_close(&fixture);
}

/* The database's own value at 25 degC; inferred where there is only a boiling point. */
static void test_room_temperature(void **state)
{
	struct engine_fixture fixture;
	struct num n;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	n = drying_vapor_pressure(fixture.evaluator.db,
				  engine_row(&fixture, TABLE_SOLVENTS, "dibromomethane"), 25.0);
	check_true(n.state == NUM_KNOWN && n.kind == NUM_CALCULATED);
	check_double(n.value, 6.03, 0.01);
	n = drying_vapor_pressure(fixture.evaluator.db,
				  engine_row(&fixture, TABLE_SOLVENTS, "hexyl-butyrate"), 25.0);
	check_true(n.state == NUM_INFERRED && n.kind == NUM_ESTIMATED);
	check_true(n.low < n.value && n.value < n.high);
	engine_fixture_close(&fixture);
}

/* ---- Films ------------------------------------------------------------------------------- */

static const struct drying *film(struct engine_fixture *fixture, const char *se, const char *binder,
				 const char *liquid, double temperature)
{
	const struct drying_request request = {
	    &fixture->evaluator, engine_combo(fixture, se, binder, liquid, NULL), temperature};

	return drying_run(&request, &fixture->arena);
}

static double share(const struct drying_step *step, uint32_t row)
{
	for (size_t i = 0; i < step->liquid.count; i++)
		if (step->liquid.parts[i].row == row)
			return step->liquid.parts[i].volume;
	return 0.0;
}

static void test_heptane_butyl_butyrate_ends_as_butyl_butyrate(void **state)
{
	static const double temperatures[] = {25.0, 60.0, 80.0, 120.0};

	(void)state;
	for (size_t t = 0; t < COUNT_OF(temperatures); t++) {
		struct engine_fixture fixture;
		const struct drying *drying;
		uint32_t ester;

		engine_fixture_open(&fixture, "slurry");
		drying = film(&fixture, "Li6PS5Cl", "SEBS", "heptane:butyl-butyrate=50:50",
			      temperatures[t]);
		ester = engine_row(&fixture, TABLE_SOLVENTS, "butyl-butyrate");
		check_true(drying->known);
		check_size(drying->parts[drying->last].row, ester);
		for (size_t i = 1; i < drying->step_count; i++)
			check_true(share(&drying->steps[i], ester) >=
				   share(&drying->steps[i - 1], ester));
		check_true(share(&drying->steps[drying->step_count - 2], ester) > 0.999);
		check_double(share(&drying->steps[drying->step_count - 1], ester), 1.0, 0.0);
		/* Half is ester: it is nearly alone soon after the heptane's half has gone. */
		check_true(drying->alone > 0.3 && drying->alone < 0.5);
		engine_fixture_close(&fixture);
	}
}

/* The good solvent leaves first: what makes the binder's aggregates of Fig. 1e. */
static void test_nbr_falls_out_of_dibromomethane_hexyl_butyrate(void **state)
{
	struct engine_fixture fixture;
	const struct drying *drying;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	drying =
	    film(&fixture, "Li6PS5Cl0.5Br0.5", "NBR", "dibromomethane:hexyl-butyrate=80:20", 25);
	check_true(drying->dissolved);
	check_true(drying->falls_out > 0.2 && drying->falls_out < 0.4);
	check_size(drying->parts[drying->last].row,
		   engine_row(&fixture, TABLE_SOLVENTS, "hexyl-butyrate"));
	check_false(drying->harsher_stays);
	for (size_t i = 0; i < drying->step_count; i++)
		check_true((drying->steps[i].red.value <= 1.0) ==
			   (drying->steps[i].left > drying->falls_out));
	drying = film(&fixture, "Li6PS5Cl0.5Br0.5", "NBR", "anisole:dibromomethane=50:50", 25);
	check_true(drying->dissolved && isnan(drying->falls_out));
	engine_fixture_close(&fixture);
}

/* A part that left long ago does not make the rest a blend: measured rows of the rest count. */
static void test_what_is_gone_is_no_part(void **state)
{
	struct engine_fixture fixture;
	const struct drying *drying;
	const struct evaluation *pure;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	drying = film(&fixture, "Li6PS5Cl", "NBR", "dibromomethane:hexyl-butyrate=80:20", 25);
	pure = engine_named(&fixture, "Li6PS5Cl", "NBR", "hexyl-butyrate");
	for (size_t i = drying->step_count - 2; i < drying->step_count; i++)
		check_double(drying->steps[i].evaluation->score.value, pure->score.value, 0.0);
	engine_fixture_close(&fixture);
}

/* Vapour pressures at the ends of what a file may hold. */
static void test_extreme_vapours(void **state)
{
	static const double pressures[][2] = {{1e-320, 1e5}, {1e-320, 1e-310}, {1e5, 1e-300}};
	struct engine_fixture fixture;
	struct db_copy copy;
	size_t property;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	property = prop_find(&fixture.evaluator.db->properties, TABLE_SOLVENTS,
			     STR_LITERAL("vapor_pressure"));
	db_copy_make(&copy, fixture.evaluator.db, &fixture.arena);
	fixture.evaluator.db = &copy.db;
	for (size_t p = 0; p < COUNT_OF(pressures); p++) {
		const struct drying *drying;

		db_copy_set(&copy, TABLE_SOLVENTS, engine_row(&fixture, TABLE_SOLVENTS, "anisole"),
			    property, pressures[p][0]);
		db_copy_set(&copy, TABLE_SOLVENTS, engine_row(&fixture, TABLE_SOLVENTS, "toluene"),
			    property, pressures[p][1]);
		drying = film(&fixture, "Li6PS5Cl", "NBR", "anisole:toluene=50:50", 25);
		for (size_t i = 0; i < drying->step_count; i++) {
			const struct mixture *liquid = &drying->steps[i].liquid;
			double sum = 0.0;

			for (size_t k = 0; k < liquid->count; k++)
				sum += liquid->parts[k].volume;
			check_double(sum, 1.0, 1e-9);
		}
	}
	engine_fixture_close(&fixture);
}

static void test_the_harsher_part_stays(void **state)
{
	struct engine_fixture fixture;
	const struct drying *drying;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	drying = film(&fixture, "Li6PS5Cl", "SEBS", "heptane:DIBK=80:20", 25);
	check_size(drying->harsher, drying->last);
	check_true(drying->harsher_stays);
	drying = film(&fixture, "Li6PS5Cl", "SEBS", "decane:ethyl acetate=80:20", 25);
	check_false(drying->harsher_stays);
	engine_fixture_close(&fixture);
}

/* ---- The recipe -------------------------------------------------------------------------- */

static double total(struct engine_fixture *fixture, const char *liquid)
{
	const struct combo combo =
	    engine_combo(fixture, "Li6PS5Cl0.5Br0.5", "NBR", liquid, "LiTFSI");

	return engine_evaluate(fixture, &combo)->score.value;
}

/*
 * NBR and LiTFSI on Li6PS5Cl0.5Br0.5 (Kim et al. 2021, the review's Fig. 1e): the pair is above
 * either part, because one dissolves the binder and the other the salt.
 */
static void test_the_pair_is_above_its_parts(void **state)
{
	struct engine_fixture fixture;
	struct combo combo;
	const struct evaluation *pair;
	double binder;
	double salt;

	(void)state;
	engine_fixture_open(&fixture, "slurry");
	for (int k = 4; k <= 16; k++) {
		struct text text;

		text_init(&text, &fixture.arena);
		text_addf(&text, "dibromomethane:hexyl-butyrate=%d:%d", k, 20 - k);
		check_true(total(&fixture, text.at) > total(&fixture, "dibromomethane") + 5.0);
		check_true(total(&fixture, text.at) > total(&fixture, "hexyl-butyrate") + 5.0);
	}
	combo = engine_combo(&fixture, "Li6PS5Cl0.5Br0.5", "NBR",
			     "dibromomethane:hexyl-butyrate=80:20", "LiTFSI");
	pair = engine_evaluate(&fixture, &combo);
	check_false(pair->rejected);
	binder = engine_criterion(&fixture, pair, "solubility");
	salt = engine_criterion(&fixture, pair, "salt");
	check_true(binder > 0.8 && salt > 0.8);
	combo = engine_combo(&fixture, "Li6PS5Cl0.5Br0.5", "NBR", "dibromomethane", "LiTFSI");
	check_true(engine_criterion(&fixture, engine_evaluate(&fixture, &combo), "salt") < 0.3);
	combo = engine_combo(&fixture, "Li6PS5Cl0.5Br0.5", "NBR", "hexyl-butyrate", "LiTFSI");
	check_true(engine_criterion(&fixture, engine_evaluate(&fixture, &combo), "solubility") <
		   0.3);
	engine_fixture_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_closed_form_is_the_integral),
	    cmocka_unit_test(test_equal_pressures_change_nothing),
	    cmocka_unit_test(test_101_kpa_at_the_boiling_point),
	    cmocka_unit_test(test_vapour_pressures_of_the_literature),
	    cmocka_unit_test(test_room_temperature),
	    cmocka_unit_test(test_heptane_butyl_butyrate_ends_as_butyl_butyrate),
	    cmocka_unit_test(test_nbr_falls_out_of_dibromomethane_hexyl_butyrate),
	    cmocka_unit_test(test_what_is_gone_is_no_part),
	    cmocka_unit_test(test_extreme_vapours),
	    cmocka_unit_test(test_the_harsher_part_stays),
	    cmocka_unit_test(test_the_pair_is_above_its_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
