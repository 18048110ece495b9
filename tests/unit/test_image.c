/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/ledger.h"
#include "data/lookup.h"
#include "load_tests.h"

static void the_image_is_a_fresh_load(void **state)
{
	const struct db *image = db_builtin();
	const struct db *fresh = load_fixture_folder(&fixture, DATA_SHIPPED);
	char a[SHA256_HEX_SIZE];
	char b[SHA256_HEX_SIZE];

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(image->properties.count, property_count);
	load_fixture_compare(image, fresh);
	db_hash(image, a);
	db_hash(fresh, b);
	assert_string_equal(a, b);
}

static void its_ledger_is_that_of_the_folder(void **state)
{
	const struct db *fresh = load_fixture_folder(&fixture, DATA_SHIPPED);
	const struct ledger *a = ledger_read(db_builtin(), &fixture.arena, &fixture.sink);
	const struct ledger *b = ledger_read(fresh, &fixture.arena, &fixture.sink);

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		check_str(a->lines[i].material, b->lines[i].material);
		check_str(a->lines[i].value_text, b->lines[i].value_text);
		check_double(a->lines[i].value, b->lines[i].value, 0);
	}
	check_size(citations_read(db_builtin(), &fixture.arena, &fixture.sink)->count,
		   citations_read(fresh, &fixture.arena, &fixture.sink)->count);
}

/* A number of the tables that the ledger has no preferred line for has no source. */
static void every_number_has_a_line(void **state)
{
	const struct db *db = db_builtin();
	const struct ledger *ledger = ledger_read(db, &fixture.arena, &fixture.sink);
	size_t without = 0;

	(void)state;
	for (int t = 0; t < TABLE_CLASSES; t++)
		for (size_t i = 0; i < db->properties.count; i++)
			for (size_t row = 0; row < db->tables[t].count; row++) {
				const struct property *rule = &db->properties.rows[i];
				const struct str id = db->tables[t].materials[row].id;
				size_t count;
				bool preferred = false;

				if (rule->kind != PROP_NUMBER ||
				    isnan(db_cell(db, (enum table_id)t, row, i)))
					continue;
				const struct ledger_line *lines =
				    ledger_find(ledger, id, str_from(rule->key), &count);

				for (size_t k = 0; k < count; k++)
					preferred |= lines[k].status == LEDGER_PREFERRED;
				if (!preferred)
					print_error("%.*s %s\n", STR_ARGS(id), rule->key);
				without += !preferred;
			}
	check_size(without, 0);
}

static void every_source_is_cited(void **state)
{
	const struct db *db = db_builtin();
	const struct ledger *ledger = ledger_read(db, &fixture.arena, &fixture.sink);
	const struct citations *citations = citations_read(db, &fixture.arena, &fixture.sink);

	(void)state;
	for (size_t i = 0; i < ledger->count; i++)
		if (!citation_find(citations, ledger->lines[i].source))
			fail_msg("no source %.*s", STR_ARGS(ledger->lines[i].source));
	for (size_t i = 0; i < db->fact_count; i++) {
		const struct str source = fact_cell(&db->facts[i], FACT_SOURCE);

		if (!citation_find(citations, source))
			fail_msg("no source %.*s", STR_ARGS(source));
	}
	for (size_t i = 1; i < citations->count; i++)
		check_true(str_compare(citations->rows[i - 1].key, citations->rows[i].key) < 0);
}

static void what_people_type_is_found(void **state)
{
	static const struct {
		const char *name;
		enum table_id table;
	} cases[] = {
	    {"xylene", TABLE_SOLVENTS},
	    {"1330-20-7", TABLE_SOLVENTS},
	    {"DBM", TABLE_SOLVENTS},
	    {"NMP", TABLE_SOLVENTS},
	    {"THF", TABLE_SOLVENTS},
	    {"DME", TABLE_SOLVENTS},
	    {"EtOAc", TABLE_SOLVENTS},
	    {"NBR", TABLE_BINDERS},
	    {"PVdF", TABLE_BINDERS},
	    {"PVDF", TABLE_BINDERS},
	    {"Oppanol", TABLE_BINDERS},
	    {"LPSCl", TABLE_ELECTROLYTES},
	    {"LPS", TABLE_ELECTROLYTES},
	    {"LGPS", TABLE_ELECTROLYTES},
	    {"Li\xE2\x82\x86PS\xE2\x82\x85"
	     "Cl",
	     TABLE_ELECTROLYTES},
	};
	const struct lookup *lookup = lookup_build(db_builtin(), 15u, &fixture.arena);
	struct lookup_result result;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		result = lookup_one(lookup, 15u, str_from(cases[i].name), &fixture.arena);
		if (result.status != LOOKUP_OK || result.found[0].table != cases[i].table)
			fail_msg("%s: %d", cases[i].name, (int)result.status);
	}
	result = lookup_one(lookup, 15u, STR_LITERAL("EC"), &fixture.arena);
	check_int(result.status, LOOKUP_AMBIGUOUS);
	check_size(result.count, 2);
}

static void ids_are_unique_over_the_tables(void **state)
{
	const struct db *db = db_builtin();

	(void)state;
	for (int a = 0; a < TABLE_CLASSES; a++)
		for (int b = 0; b < a; b++)
			for (size_t i = 0; i < db->tables[a].count; i++)
				for (size_t k = 0; k < db->tables[b].count; k++)
					check_false(str_equal(db->tables[a].materials[i].id,
							      db->tables[b].materials[k].id));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(the_image_is_a_fresh_load), TEST(its_ledger_is_that_of_the_folder),
	    TEST(every_number_has_a_line),   TEST(every_source_is_cited),
	    TEST(what_people_type_is_found), TEST(ids_are_unique_over_the_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
