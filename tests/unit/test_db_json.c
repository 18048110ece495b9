/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "db_json.h"
#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static const struct db *round_trip(const struct db *db)
{
	struct source *source = ARENA_NEW(&fixture.arena, 1, struct source);
	struct text text;

	text_init(&text, &fixture.arena);
	db_write_json(db, &fixture.arena, &fixture.sink, &text);
	*source = source_from_text("db.json", text_str(&text));
	return db_load(source, 1, NULL, &fixture.arena, &fixture.scratch, &fixture.sink);
}

static void json_loads_to_the_same_database(void **state)
{
	const struct db *db = small();

	(void)state;
	load_fixture_compare(db, round_trip(db));
	assert_string_equal(load_fixture_said(&fixture), "");
}

static void so_does_the_shipped_one(void **state)
{
	(void)state;
	load_fixture_compare(db_builtin(), round_trip(db_builtin()));
	assert_string_equal(load_fixture_said(&fixture), "");
}

static void intervals_of_a_users_columns_survive(void **state)
{
	const struct db *db = load_fixture_text(&fixture, NULL, "own.csv",
						"id,donor_number,donor_number_low,flash_point\n"
						"\"a;\"\"b\",10,8,none\n",
						NULL);
	const struct db *again = round_trip(db);

	(void)state;
	load_fixture_compare(db, again);
	check_double(load_fixture_num(again, TABLE_SOLVENTS, "a;\"b", "donor_number").low, 8, 0);
}

static const struct db *json(const char *text)
{
	return load_fixture_text(&fixture, NULL, "db.json", text, NULL);
}

static void json_cells_are_those_of_csv(void **state)
{
	const struct db *db = json("{\"format\": \"slurryscreen-data/1\",\n"
				   "\"solvents\": [{\"id\": \"x\", \"boiling_point[K]\": 383.75,"
				   " \"protic\": false, \"ghs\": [\"H225\", \"H304\"]},\n"
				   "{\"logp\": 1e0, \"id\": \"y\", \"protic\": null}]}");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_double(load_fixture_cell(db, TABLE_SOLVENTS, "x", "boiling_point"), 110.6, 1e-9);
	check_double(load_fixture_cell(db, TABLE_SOLVENTS, "x", "protic"), 0, 0);
	check_double(load_fixture_cell(db, TABLE_SOLVENTS, "y", "logp"), 1, 0);
	check_true(isnan(load_fixture_cell(db, TABLE_SOLVENTS, "y", "protic")));
	check_size(
	    db_codes(db, TABLE_SOLVENTS, 0, load_fixture_property(db, TABLE_SOLVENTS, "ghs")).count,
	    2);
}

static void a_bare_list_is_recognised(void **state)
{
	const struct db *db = json("[{\"name\": \"My binder\", \"hansen_r0\": 8}]");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_double(load_fixture_cell(db, TABLE_BINDERS, "my-binder", "hansen_r0"), 8, 0);
}

static void json_mistakes_have_places(void **state)
{
	(void)state;
	(void)json("{\"solvents\": []}");
	assert_string_equal(load_fixture_said(&fixture), "db.json:1:1: json-format\n");
	(void)json("{\"format\": \"slurryscreen-data/1\",\n\"solvent\": [],\n\"binders\": 3,\n"
		   "\"salts\": [3, {\"id\": \"x\", \"molar_mass\": {}}]}");
	assert_string_equal(load_fixture_said(&fixture), "db.json:2:1: json-member\n"
							 "db.json:3:12: json-shape\n"
							 "db.json:4:11: json-shape\n"
							 "db.json:4:40: json-shape\n");
	assert_string_equal(load_fixture_hint(&fixture, 0), "did you mean solvents?");
	(void)json("{\"format\": \"slurryscreen-data/1\", \"solvents\": [{\"id\": \"x\","
		   " \"logp\": \"high\"},\n {\"id\": \"x\"}]}");
	assert_string_equal(load_fixture_said(&fixture), "db.json:1:68: number-syntax\n"
							 "db.json:2:9: duplicate-id\n");
	(void)json("[{\"colour\": 3}]");
	assert_string_equal(load_fixture_said(&fixture), "db.json:1:1: unknown-table\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(json_loads_to_the_same_database),
	    TEST(so_does_the_shipped_one),
	    TEST(intervals_of_a_users_columns_survive),
	    TEST(json_cells_are_those_of_csv),
	    TEST(a_bare_list_is_recognised),
	    TEST(json_mistakes_have_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
