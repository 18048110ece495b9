/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static void the_files_are_sound(void **state)
{
	(void)state;
	for (int kind = 0; kind < FACT_KIND_COUNT; kind++) {
		const struct fact_file *file = &fact_files[kind];
		size_t outcomes = 0;

		while (file->outcomes[outcomes])
			outcomes++;
		check_true(outcomes > 1 && outcomes <= 32); /* they become bits */
		for (size_t i = 0; i < file->column_count; i++) {
			const struct str doc = str_from(file->columns[i].doc);

			check_size(
			    fact_column_find((enum fact_kind)kind, str_from(file->columns[i].key)),
			    i);
			check_true(doc.at[doc.length - 1] == '.');
			check_true((file->columns[i].kind == FACT_CHOICE) ==
				   (file->columns[i].words != NULL));
		}
	}
	check_size(fact_word(fact_grades, STR_LITERAL("primary")), 0);
	check_size(fact_word(fact_grades, STR_LITERAL("hearsay")), SIZE_MAX);
}

static const struct fact *find(const struct db *db, const char *id)
{
	for (size_t i = 0; i < db->fact_count; i++)
		if (str_is(db->facts[i].id, id))
			return &db->facts[i];
	fail_msg("no fact %s", id);
	return NULL;
}

static void facts_are_read(void **state)
{
	const struct db *db = small();
	const struct fact *fact = find(db, "exp-li6ps5cl-toluene-1");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(db->fact_count, 9);
	check_double(fact->value, 0.91, 0);
	check_true(isnan(fact->temperature));
	assert_string_equal(fact_outcome_word(fact), "compatible");
	assert_string_equal(fact_grade_word(fact), "primary");
	check_text(fact_cell(fact, FACT_SOURCE), "other");
	check_false(fact->own);
	fact = find(db, "exp-li6ps5cl-ethanol-1"); /* by aliases */
	check_size(fact->subject, load_fixture_row(db, TABLE_ELECTROLYTES, "li6ps5cl"));
	check_size(fact->parts[0].row, load_fixture_row(db, TABLE_SOLVENTS, "ethanol"));
	check_double(fact->temperature, 25, 0);
}

static void blends_and_blanks_are_read(void **state)
{
	const struct db *db = small();
	const struct fact *fact = find(db, "sol-litfsi-blend");

	(void)state;
	check_int(fact->subject_table, TABLE_SALTS);
	check_size(fact->part_count, 2);
	check_true(fact->parts[0].row < fact->parts[1].row);
	check_double(fact->parts[0].fraction, 0.8, 1e-15); /* butyl butyrate stands first */
	check_double(fact->parts[1].fraction, 0.2, 1e-15);
	fact = find(db, "sys-1");
	check_size(fact->part_count, 2);
	check_true(isnan(fact->parts[0].fraction));
	fact = find(db, "sys-2");
	check_size(fact->subject, FACT_ANY);
	check_size(fact->salt, FACT_NOBODY);
	fact = find(db, "sys-3");
	check_size(fact->part_count, 0);
	check_size(fact->binder, FACT_NOBODY);
}

static void a_subject_has_its_range(void **state)
{
	const struct db *db = small();
	const uint32_t nbr = (uint32_t)load_fixture_row(db, TABLE_BINDERS, "nbr");
	size_t count;
	const struct fact *facts = db_facts(db, FACT_SOLUBILITY, TABLE_BINDERS, nbr, &count);

	(void)state;
	check_size(count, 2);
	check_text(facts[0].id, "sol-nbr-toluene-1");
	check_text(facts[1].id, "sol-nbr-toluene-2");
	(void)db_facts(db, FACT_SYSTEM, TABLE_ELECTROLYTES, FACT_ANY, &count);
	check_size(count, 1);
	check_true(db_facts(db, FACT_EXPOSURE, TABLE_ELECTROLYTES, 99, &count) == NULL);
	check_size(count, 0);
}

static void rows_that_cannot_be_used_are_explained(void **state)
{
	const struct db *db = load_fixture_text(&fixture, small(), "own.csv",
						"id,solute,solvent,outcome,grade\n"
						"1,nbrr,toluene,yes,web\n"
						"2,nbr,tolune,yes,web\n"
						"3,nbr,toluene,maybe,web\n"
						"4,nbr,toluene,yes,hearsay\n"
						"5,nbr,toluene:p-xylene=1:2:3,yes,web\n"
						"6,,toluene,yes,web\n"
						"7,nbr,p-xylene,yes,web\n"
						"7,nbr,p-xylene,no,web\n",
						NULL);

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:3: fact-name\n"
							 "own.csv:3:7: fact-name\n"
							 "own.csv:4:15: unknown-word\n"
							 "own.csv:5:19: unknown-word\n"
							 "own.csv:6:7: fact-blend\n"
							 "own.csv:7:3: fact-empty\n"
							 "own.csv:9:1: fact-id\n");
	assert_string_equal(load_fixture_hint(&fixture, 1), "did you mean toluene?");
	check_size(db->fact_count, 10);
	check_true(find(db, "7")->own);
	assert_string_equal(fact_outcome_word(find(db, "7")), "yes");
}

static void own_facts_replace_those_with_their_id(void **state)
{
	const struct db *db = load_fixture_text(&fixture, small(), "own.csv",
						"id,solute,solvent,outcome,grade,temperature[K]\n"
						"sol-nbr-toluene-1,nbr,toluene,no,primary,298.15\n"
						",nbr,ethanol,no,primary,\n",
						NULL);

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(db->fact_count, 10);
	assert_string_equal(fact_outcome_word(find(db, "sol-nbr-toluene-1")), "no");
	check_double(find(db, "sol-nbr-toluene-1")->temperature, 25, 1e-9);
	check_true(find(db, "solubility-2")->own);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(the_files_are_sound),
	    TEST(facts_are_read),
	    TEST(blends_and_blanks_are_read),
	    TEST(a_subject_has_its_range),
	    TEST(rows_that_cannot_be_used_are_explained),
	    TEST(own_facts_replace_those_with_their_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
