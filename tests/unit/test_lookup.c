/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/lookup.h"
#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

enum {
	SOLVENTS = 1u << TABLE_SOLVENTS,
	BINDERS = 1u << TABLE_BINDERS,
	ELECTROLYTES = 1u << TABLE_ELECTROLYTES,
	SALTS = 1u << TABLE_SALTS,
	ALL = SOLVENTS | BINDERS | ELECTROLYTES | SALTS,
};

static const struct lookup *names(const struct db *db)
{
	return lookup_build(db, ALL, &fixture.arena);
}

/* "id,id" of what was found, or "?word" or "!word" with the candidates. */
static const char *ask(const struct lookup *lookup, unsigned tables, const char *text, bool list)
{
	const struct lookup_result result =
	    list ? lookup_list(lookup, tables, str_from(text), &fixture.arena)
		 : lookup_one(lookup, tables, str_from(text), &fixture.arena);
	struct text said;

	text_init(&said, &fixture.arena);
	if (result.status == LOOKUP_UNKNOWN)
		text_addf(&said, "?%.*s (%.*s)", STR_ARGS(result.word),
			  STR_ARGS(result.suggestion));
	if (result.status == LOOKUP_AMBIGUOUS)
		text_addf(&said, "!%.*s ", STR_ARGS(result.word));
	for (size_t i = 0; i < result.count; i++) {
		const struct str id = lookup_id(lookup, result.found[i]);

		text_addf(&said, "%s%.*s", i > 0 ? "," : "", STR_ARGS(id));
	}
	return said.at;
}

static void all_names_of_a_material_work(void **state)
{
	static const char *const cases[][2] = {
	    {"toluene", "toluene"},
	    {"TOLUENE", "toluene"},
	    {" PhMe ", "toluene"},
	    {"108-88-3", "toluene"},
	    {"1,4-Dimethylbenzene", "p-xylene"},
	    {"butyl_butyrate", "butyl-butyrate"},
	    {"Butyl butyrate", "butyl-butyrate"},
	    {"DBM", "dibromomethane"},
	    {"NBR", "nbr"},
	    {"Li6PS5Cl", "li6ps5cl"},
	    {"Li\xE2\x82\x86PS\xE2\x82\x85"
	     "Cl",
	     "li6ps5cl"},
	    {"LPSCl", "li6ps5cl"},
	    {"Li3PS4", "li3ps4"},
	    {"LiC2F6NO4S2", "litfsi"},
	    {"C7H8", "?C7H8 ()"}, /* solvents have no unique formula */
	    {"tolune", "?tolune (toluene)"},
	    {"", "? ()"},
	};
	const struct lookup *lookup = names(small());

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(ask(lookup, ALL, cases[i][0], false), cases[i][1]);
}

static void ec_is_two_things(void **state)
{
	const struct lookup *lookup = names(small());

	(void)state;
	assert_string_equal(ask(lookup, SOLVENTS | BINDERS, "EC", false),
			    "!EC ethylene-carbonate,ec");
	assert_string_equal(ask(lookup, SOLVENTS, "EC", false), "ethylene-carbonate");
	assert_string_equal(ask(lookup, BINDERS, "EC", false), "ec");
	/* An id as it stands in the table is no question. */
	assert_string_equal(ask(lookup, SOLVENTS | BINDERS, "ec", false), "ec");
	assert_string_equal(ask(lookup, SOLVENTS | BINDERS, "toluene,EC", true),
			    "!EC ethylene-carbonate,ec");
}

static void lists_keep_names_with_commas(void **state)
{
	static const char *const cases[][2] = {
	    {"1,4-dimethylbenzene", "p-xylene"},
	    {"toluene,1,4-dimethylbenzene,ethanol", "toluene,p-xylene,ethanol"},
	    {"toluene; 1,4-dimethylbenzene", "toluene,p-xylene"},
	    {"Nitrile butadiene rubber, about 33 wt% acrylonitrile", "nbr"},
	    {"toluene,,toluene, PhMe,", "toluene"},
	    {"1,4-dimethylbenzen,toluene", "?1,4-dimethylbenzen (1,4-dimethylbenzene)"},
	    {"toluene,watr", "?watr ()"},
	    {",;", "?,; ()"},
	};
	const struct lookup *lookup = names(small());

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(ask(lookup, ALL, cases[i][0], true), cases[i][1]);
}

static void formulas_stand_back_behind_names(void **state)
{
	const struct db *db = load_fixture_text(&fixture, small(), "own.csv",
						"id,formula,conductivity\nmine,Li6PS5Cl,3\n", NULL);

	(void)state;
	assert_string_equal(ask(names(db), ALL, "Li6PS5Cl", false), "li6ps5cl");
	assert_string_equal(ask(names(db), ALL, "mine", false), "mine");
}

static struct blend_text blend(const struct lookup *lookup, const char *text)
{
	return lookup_blend(lookup, str_from(text), &fixture.arena);
}

static void blends_are_taken_apart(void **state)
{
	const struct lookup *lookup = names(small());
	struct blend_text b = blend(lookup, "DBM:butyl butyrate=20:80");

	(void)state;
	check_size(b.names.count, 2);
	check_text(lookup_id(lookup, b.names.found[0]), "dibromomethane");
	check_double(b.fractions[0], 0.2, 1e-15);
	check_false(b.by_mass);
	b = blend(lookup, "toluene:p-xylene:ethanol = 1:1:2 wt%");
	check_size(b.names.count, 3);
	check_double(b.fractions[2], 0.5, 1e-15);
	check_true(b.by_mass);
	b = blend(lookup, "toluene:ethanol");
	check_size(b.names.count, 2);
	check_true(isnan(b.fractions[1]));
	b = blend(lookup, "1,4-dimethylbenzene");
	check_size(b.names.count, 1);
	check_double(b.fractions[0], 1, 0);
	b = blend(lookup, "toluene:PhMe=30:70"); /* one and the same */
	check_size(b.names.count, 1);
	check_double(b.fractions[0], 1, 0);
}

static void malformed_blends_are_refused(void **state)
{
	static const char *const cases[] = {"toluene:ethanol=1",
					    "toluene:ethanol=1:2:3",
					    "toluene:ethanol=a:b",
					    "toluene:ethanol=-1:2",
					    "toluene:ethanol=0:0",
					    "toluene::ethanol=1:2:3",
					    "toluene:ethanol=1e308:1e308",
					    "=",
					    ":"};
	const struct lookup *lookup = names(small());
	struct blend_text b;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		b = blend(lookup, cases[i]);
		check_int(b.names.status, LOOKUP_UNKNOWN);
		check_size(b.names.word.length, 0);
	}
	b = blend(lookup, "tolune:ethanol=1:2");
	check_int(b.names.status, LOOKUP_UNKNOWN);
	check_text(b.names.word, "tolune");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(all_names_of_a_material_work), TEST(ec_is_two_things),
	    TEST(lists_keep_names_with_commas), TEST(formulas_stand_back_behind_names),
	    TEST(blends_are_taken_apart),       TEST(malformed_blends_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
