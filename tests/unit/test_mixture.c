/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/mixture.h"
#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static struct num mix(const struct db *db, const char *key, const char *a, double volume,
		      const char *b)
{
	const struct part parts[2] = {
	    {(uint32_t)load_fixture_row(db, TABLE_SOLVENTS, a), volume},
	    {(uint32_t)load_fixture_row(db, TABLE_SOLVENTS, b), 1 - volume},
	};
	const struct mixture mixture = {parts, 2};

	return mixture_num(db, &mixture, load_fixture_property(db, TABLE_SOLVENTS, key));
}

static void means_go_by_volume(void **state)
{
	const struct db *db = small();
	struct num n = mix(db, "permittivity", "toluene", 0.25, "ethanol");

	(void)state;
	check_double(n.value, 0.25 * 2.379 + 0.75 * 24.3, 1e-12);
	check_double(n.low, 0.25 * 2.379 * 0.95 + 0.75 * 24.3 * 0.95, 1e-12);
	check_double(mix(db, "logp", "toluene", 0.5, "ethanol").value, 1.21, 1e-12);
}

static void the_strongest_donor_counts_most(void **state)
{
	const struct num n = mix(small(), "donor_number", "toluene", 0.9, "ethanol");

	(void)state;
	check_double(n.value, pow(0.9 * pow(0.1, 4) + 0.1 * pow(31.5, 4), 0.25), 1e-12);
	check_double(n.low, pow(0.1 * pow(29, 4), 0.25), 1e-9); /* below zero counts as zero */
	check_int(n.kind, NUM_UNCITED);
}

static void vapour_pressure_goes_by_moles(void **state)
{
	const struct db *db = small();
	const struct num n = mix(db, "vapor_pressure", "toluene", 0.5, "ethanol");
	const double toluene = 0.5 / 106.85;
	const double ethanol = 0.5 / 58.7;
	const double value = (toluene * 3.79 + ethanol * 7.87) / (toluene + ethanol);

	(void)state;
	check_double(n.value, value, 1e-12);
	check_double(log10(n.high), log10(1.1 * value) + 0.12, 1e-9);
	check_double(log10(n.low), log10(0.9 * value) - 0.12, 1e-9);
}

static void the_lowest_flash_point_holds(void **state)
{
	const struct db *db = small();

	(void)state;
	check_double(mix(db, "flash_point", "butyl-butyrate", 0.5, "toluene").value, 4, 0);
	check_double(mix(db, "flash_point", "butyl-butyrate", 0.96, "toluene").value, 49, 0);
	/* What does not burn never raises it. */
	check_double(mix(db, "flash_point", "dibromomethane", 0.9, "butyl-butyrate").value, 49, 0);
	check_int(mix(db, "flash_point", "dibromomethane", 0.97, "toluene").state, NUM_NONE);
}

static void hazards_unite(void **state)
{
	const struct db *db = small();

	(void)state;
	check_double(mix(db, "protic", "toluene", 0.98, "ethanol").value, 1, 0);
	check_double(mix(db, "protic", "toluene", 0.995, "ethanol").value, 0, 0);
	check_double(mix(db, "halogens", "toluene", 0.5, "dibromomethane").value, 2, 0);
	check_double(mix(db, "carbons_per_donor", "toluene", 0.5, "butyl-butyrate").value, 4, 0);
}

static void an_unknown_part_makes_it_unknown(void **state)
{
	const struct db *db = small();

	(void)state;
	check_int(mix(db, "donor_number", "toluene", 0.5, "butyl-butyrate").state, NUM_MISSING);
	check_int(mix(db, "dipole_moment", "toluene", 0.5, "ethanol").state, NUM_MISSING);
}

static void a_blend_with_itself_is_itself(void **state)
{
	const struct db *db = small();

	(void)state;
	for (size_t i = 0; i < property_count; i++) {
		const struct property *p = &properties[i];
		struct num blend;
		struct num alone;

		if (!prop_in_table(p, TABLE_SOLVENTS))
			continue;
		blend = mix(db, p->key, "toluene", 0.3, "toluene");
		alone = load_fixture_num(db, TABLE_SOLVENTS, "toluene", p->key);
		check_int(blend.state, alone.state);
		check_double(blend.value, alone.value, 0);
		check_double(blend.low, alone.low, 0);
		check_double(blend.high, alone.high, 0);
	}
}

static void no_part_is_no_liquid(void **state)
{
	const struct mixture none = {NULL, 0};

	(void)state;
	check_int(mixture_num(small(), &none, 0).state, NUM_MISSING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(means_go_by_volume),
	    TEST(the_strongest_donor_counts_most),
	    TEST(vapour_pressure_goes_by_moles),
	    TEST(the_lowest_flash_point_holds),
	    TEST(hazards_unite),
	    TEST(an_unknown_part_makes_it_unknown),
	    TEST(a_blend_with_itself_is_itself),
	    TEST(no_part_is_no_liquid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
