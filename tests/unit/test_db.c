/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static struct num num(const struct db *db, const char *id, const char *key)
{
	return load_fixture_num(db, TABLE_SOLVENTS, id, key);
}

static void numbers_have_state_and_interval(void **state)
{
	const struct db *db = small();
	struct num n = num(db, "ethanol", "donor_number");

	(void)state;
	check_int(n.state, NUM_KNOWN);
	check_int(n.kind, NUM_UNCITED);
	check_double(n.low, 29, 1e-12);
	check_int(num(db, "dibromomethane", "flash_point").state, NUM_NONE);
	check_int(num(db, "butyl-butyrate", "donor_number").state, NUM_MISSING);
	n = num(db, "ethanol", "protic");
	check_double(n.value, 1, 0);
	check_double(n.low, 1, 0);
	check_int(num(db, "ethanol", "ghs").state, NUM_MISSING);
	check_int(num(db, "ethanol", "class").state, NUM_MISSING);
}

static void words_and_codes_are_found(void **state)
{
	const struct db *db = small();
	const size_t toluene = load_fixture_row(db, TABLE_SOLVENTS, "toluene");
	const size_t ghs = load_fixture_property(db, TABLE_SOLVENTS, "ghs");
	const size_t groups = load_fixture_property(db, TABLE_SOLVENTS, "donor_groups");

	(void)state;
	check_text(db_word(db, TABLE_SOLVENTS, toluene,
			   load_fixture_property(db, TABLE_SOLVENTS, "class")),
		   "aromatic");
	check_text(db_word(db, TABLE_SOLVENTS, toluene,
			   load_fixture_property(db, TABLE_SOLVENTS, "protic")),
		   "no");
	check_text(db_word(db, TABLE_SOLVENTS, toluene,
			   load_fixture_property(db, TABLE_SOLVENTS, "smiles")),
		   "Cc1ccccc1");
	check_text(db_word(db, TABLE_SOLVENTS, toluene,
			   load_fixture_property(db, TABLE_SOLVENTS, "chem21")),
		   "problematic");
	check_size(db_codes(db, TABLE_SOLVENTS, toluene, ghs).count, 6);
	check_size(db_codes(db, TABLE_SOLVENTS, toluene, groups).count, 0);
	check_true(isinf(db_cell(db, TABLE_SOLVENTS, toluene, groups)));
	check_size(db_word(db, TABLE_SOLVENTS, toluene, ghs).length, 0);
}

static void classes_are_judgements_with_intervals(void **state)
{
	const struct db *db = small();
	const struct num n = load_fixture_num(db, TABLE_CLASSES, "ester", "donor_number");

	(void)state;
	check_int(n.kind, NUM_JUDGEMENT);
	check_double(n.low, 15, 0);
	check_double(n.high, 18, 0);
	check_int(load_fixture_num(db, TABLE_CLASSES, "alcohol", "permittivity").state,
		  NUM_MISSING);
}

static void competing_vectors_belong_to_their_row(void **state)
{
	const struct db *db = small();
	size_t count;
	const struct vector_note *vectors =
	    db_vectors(db, TABLE_SOLVENTS, load_fixture_row(db, TABLE_SOLVENTS, "toluene"), &count);

	(void)state;
	check_size(count, 1);
	check_double(vectors[0].at[0], 17.6, 0);
	check_double(vectors[0].at[1], 1, 0);
	check_double(vectors[0].at[2], 2.4, 0);
	check_int(vectors[0].kind, NUM_ESTIMATED);
	check_true(db_vectors(db, TABLE_SOLVENTS, 1, &count) == NULL);
	check_size(count, 0);
}

static void an_empty_database_answers(void **state)
{
	const struct db *db =
	    db_load(NULL, 0, NULL, &fixture.arena, &fixture.scratch, &fixture.sink);
	size_t count;

	(void)state;
	for (int t = 0; t < TABLE_COUNT; t++)
		check_size(db->tables[t].count, 0);
	check_true(isnan(db_cell(db, TABLE_SOLVENTS, 0, 0)));
	check_true(db_facts(db, FACT_SYSTEM, TABLE_ELECTROLYTES, 0, &count) == NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(numbers_have_state_and_interval),
	    TEST(words_and_codes_are_found),
	    TEST(classes_are_judgements_with_intervals),
	    TEST(competing_vectors_belong_to_their_row),
	    TEST(an_empty_database_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
