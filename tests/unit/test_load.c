/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "failing_memory.h"
#include "load_tests.h"

static const struct db *load(const char *text)
{
	return load_fixture_text(&fixture, NULL, "own.csv", text, NULL);
}

static const struct db *overlay(const struct db *base, const char *text)
{
	return load_fixture_text(&fixture, base, "own.csv", text, NULL);
}

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static double cell(const struct db *db, const char *id, const char *key)
{
	return load_fixture_cell(db, TABLE_SOLVENTS, id, key);
}

static void a_table_of_solvents_is_read(void **state)
{
	const struct db *db = load("id,name,boiling_point,flash_point,ghs,protic\n"
				   "tol,Toluene,110.6,4,H225;H304,no\n"
				   "\n"
				   "dcm,,39.6,none,,\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(db->tables[TABLE_SOLVENTS].count, 2);
	check_double(cell(db, "tol", "boiling_point"), 110.6, 0);
	check_double(cell(db, "tol", "protic"), 0, 0);
	check_true(isinf(cell(db, "dcm", "flash_point")));
	check_true(isnan(cell(db, "dcm", "ghs")));
	check_true(isnan(cell(db, "dcm", "logp")));
	check_text(db->tables[TABLE_SOLVENTS].materials[1].name, "dcm");
	check_size(
	    db_codes(db, TABLE_SOLVENTS, 0, load_fixture_property(db, TABLE_SOLVENTS, "ghs")).count,
	    2);
	check_int(load_fixture_num(db, TABLE_SOLVENTS, "tol", "boiling_point").kind, NUM_UNCITED);
}

static void units_in_the_header_convert(void **state)
{
	const struct db *db = load("name,boiling_point[K],vapor_pressure [mmHg],density[g/cm3]\n"
				   "My Oil_2,383.75,760,0.9\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_double(cell(db, "my-oil-2", "boiling_point"), 110.6, 1e-9);
	check_double(cell(db, "my-oil-2", "vapor_pressure"), 101.325, 1e-9);
	check_text(db->tables[TABLE_SOLVENTS].materials[0].name, "My Oil_2");
}

static void columns_are_explained(void **state)
{
	const struct db *db = load("id,Boiling Point,boiling_pint,logp,logp,density[furlong],"
				   "viscosity[K]\nx,100,1,2,3,4,5\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:1:4: column-spelling\n"
							 "own.csv:1:18: unknown-column\n"
							 "own.csv:1:36: duplicate-column\n"
							 "own.csv:1:41: unknown-unit\n"
							 "own.csv:1:58: unit-mismatch\n");
	assert_string_equal(load_fixture_hint(&fixture, 1), "did you mean boiling_point?");
	check_double(cell(db, "x", "boiling_point"), 100, 0);
	check_double(cell(db, "x", "logp"), 2, 0);
	check_true(isnan(cell(db, "x", "density")));
	check_true(isnan(cell(db, "x", "viscosity")));
}

static void numbers_that_are_none_are_explained(void **state)
{
	static const struct {
		const char *text;
		const char *slug;
		const char *hint;
	} cases[] = {
	    {"\"110,6\"", "decimal-comma", "did you mean 110.6?"},
	    {"110.6 C", "number-unit",
	     "did you mean 110.6? A unit goes into the header, in brackets."},
	    {"<0.1", "number-limit", "did you mean 0.1?"},
	    {"~7", "number-limit", "did you mean 7?"},
	    {"n/a", "number-placeholder",
	     "leave the cell empty if the value is unknown, write none if there is known to be "
	     "none"},
	    {"nan", "number-placeholder",
	     "leave the cell empty if the value is unknown, write none if there is known to be "
	     "none"},
	    {"1e999", "number-huge", ""},
	    {"hot", "number-syntax", ""},
	    {"0x10", "number-unit", "write it as a plain decimal, such as 110.6 or 1.2e-5"},
	    {"1/2", "number-unit", "write it as a plain decimal, such as 110.6 or 1.2e-5"},
	    {"110 600", "number-unit", "did you mean 110600? Digits are not grouped."},
	    {"1\xC2\xA0"
	     "110 600",
	     "number-unit", "did you mean 1110600? Digits are not grouped."},
	    {"110 60", "number-unit", "write it as a plain decimal, such as 110.6 or 1.2e-5"},
	    {"110-112", "number-unit",
	     "a range goes into the low and high columns, and one number from it here"},
	    {"110 \xC2\xB1 2", "number-unit",
	     "a range goes into the low and high columns, and one number from it here"},
	    {"\xE2\x88\x92"
	     "5.5",
	     "number-syntax", "did you mean -5.5? A minus sign is a hyphen here."},
	    {"\xE2\x80\x93", "number-placeholder",
	     "leave the cell empty if the value is unknown, write none if there is known to be "
	     "none"},
	    {"\xD9\xA1\xD9\xA2", "number-syntax",
	     "numbers are written in ASCII: digits from 0 to 9, a point, a hyphen"},
	    {"-300", "value-range", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct text text;
		struct text said;
		const struct db *db;

		fixture.count = 0;
		text_init(&text, &fixture.arena);
		text_addf(&text, "id,boiling_point,logp\nx,%s,1\n", cases[i].text);
		db = load(text.at);
		text_init(&said, &fixture.arena);
		text_addf(&said, "own.csv:2:3: %s\n", cases[i].slug);
		assert_string_equal(load_fixture_said(&fixture), said.at);
		assert_string_equal(load_fixture_hint(&fixture, 0), cases[i].hint);
		check_true(isnan(cell(db, "x", "boiling_point")));
		check_double(cell(db, "x", "logp"), 1, 0);
	}
}

static void unusual_values_are_used_with_a_warning(void **state)
{
	const struct db *db = load("id,boiling_point,density\nx, 900,0.9 \n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:3: cell-blanks\n"
							 "own.csv:2:3: value-usual\n"
							 "own.csv:2:8: cell-blanks\n");
	assert_string_equal(fixture.sink.items[1].message,
			    "boiling_point 900 degC is unusual: outside -50 to 450 degC");
	check_double(cell(db, "x", "boiling_point"), 900, 0);
	check_double(cell(db, "x", "density"), 0.9, 0);
}

static void words_are_checked(void **state)
{
	const struct db *db = overlay(small(), "id,class,protic,chem21,restriction,iarc\n"
					       "x,aromatc,maybe,problematik,svhcc,2C\n"
					       "y,ester,yes,recommended,svhc,none\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:3: unknown-class\n"
							 "own.csv:2:11: unknown-word\n"
							 "own.csv:2:17: unknown-word\n"
							 "own.csv:2:29: unknown-code\n"
							 "own.csv:2:35: unknown-word\n");
	assert_string_equal(load_fixture_hint(&fixture, 0), "did you mean aromatic?");
	assert_string_equal(load_fixture_hint(&fixture, 1), "one of: no, yes");
	assert_string_equal(load_fixture_hint(&fixture, 2), "did you mean problematic?");
	assert_string_equal(load_fixture_hint(&fixture, 3), "did you mean svhc?");
	check_true(isnan(cell(db, "x", "class")));
	check_double(cell(db, "y", "class"), 1, 0);
	check_true(isinf(cell(db, "y", "iarc")));
}

static void none_is_a_word_where_it_is_one(void **state)
{
	const struct db *db = load("id,reactivity,polar_groups,tg\nx,none,none,none\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_double(load_fixture_cell(db, TABLE_BINDERS, "x", "reactivity"), 0, 0);
	check_true(isinf(load_fixture_cell(db, TABLE_BINDERS, "x", "polar_groups")));
	check_true(isinf(load_fixture_cell(db, TABLE_BINDERS, "x", "tg")));
}

static void rows_that_cannot_be_used_are_explained(void **state)
{
	const struct db *db = load("id,name,boiling_point\n"
				   "a,A,100,7\n"
				   "b,B\n"
				   ",C,100\n"
				   "d\x1b[31m,D,100\n"
				   "e,E,100\n"
				   "e,E,200\n"
				   ",,\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:9: ragged-row\n"
							 "own.csv:3:3: ragged-row\n"
							 "own.csv:4:1: missing-id\n"
							 "own.csv:5:1: id-characters\n"
							 "own.csv:7:1: duplicate-id\n");
	assert_string_equal(fixture.sink.items[0].message,
			    "4 cells where the header has 3, row not used");
	assert_string_equal(load_fixture_hint(&fixture, 4), "it stands in line 6 already");
	check_size(db->tables[TABLE_SOLVENTS].count, 1);
	check_double(cell(db, "e", "boiling_point"), 100, 0);
}

static void a_name_may_be_no_id(void **state)
{
	const struct db *db =
	    load("name,logp\n\xE2\x80\x8B,1\nMy Oil,2\n"); /* a blank of no width */

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:1: missing-id\n");
	check_size(db->tables[TABLE_SOLVENTS].count, 1);
}

static void files_that_are_no_table_are_refused(void **state)
{
	(void)state;
	(void)load("colour,size\nred,3\n");
	assert_string_equal(load_fixture_said(&fixture), "own.csv:1:1: unknown-table\n");
	(void)load("boiling_point\n3\n");
	assert_string_equal(load_fixture_said(&fixture), "own.csv:1:1: unknown-table\n");
	(void)load("");
	assert_string_equal(load_fixture_said(&fixture), "own.csv:1:1: csv-empty\n");
}

static void intervals_come_in_columns(void **state)
{
	const struct db *db = load("id,donor_number,donor_number_low,donor_number_high\n"
				   "a,10,8,14\nb,10,,11\nc,10,12,14\nd,,1,2\ne,10,,\n");
	struct num n;

	(void)state;
	assert_string_equal(load_fixture_said(&fixture),
			    "own.csv:4:6: interval\nown.csv:5:4: interval\n");
	n = load_fixture_num(db, TABLE_SOLVENTS, "a", "donor_number");
	check_double(n.low, 8, 0);
	check_double(n.high, 14, 0);
	n = load_fixture_num(db, TABLE_SOLVENTS, "b", "donor_number");
	check_double(n.low, 7.5, 0);
	check_double(n.high, 11, 0);
	n = load_fixture_num(db, TABLE_SOLVENTS, "e", "donor_number");
	check_double(n.high, 12.5, 0);
}

static void an_overlay_replaces_field_by_field(void **state)
{
	const struct db *base = small();
	const struct db *db = overlay(base, "id,name,donor_number,hansen_d,logp\n"
					    "toluene,,1.5,,\n"
					    "my-oil,My oil,3,17,4\n"
					    "butyl-butyrate,,,16,\n");
	struct num n;

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_size(db->tables[TABLE_SOLVENTS].count, 7);
	check_double(cell(db, "toluene", "donor_number"), 1.5, 0);
	check_double(cell(db, "toluene", "boiling_point"), 110.6, 0);
	check_double(cell(base, "toluene", "donor_number"), 0.1, 0);
	check_text(db->tables[TABLE_SOLVENTS].materials[0].name, "Toluene");
	n = load_fixture_num(db, TABLE_SOLVENTS, "toluene", "donor_number");
	check_int(n.kind, NUM_UNCITED);
	check_double(n.high, 4, 0);
	check_int(load_fixture_num(db, TABLE_SOLVENTS, "toluene", "boiling_point").kind,
		  NUM_MEASURED);
	check_size(db->tables[TABLE_SOLVENTS].materials[6].origin, 1);
	check_true(isnan(cell(db, "my-oil", "boiling_point")));
	check_size(db->overlay_count, 1);
	check_size(db->tables[TABLE_SOLVENTS].vector_count, 1);
	check_true(db->tables[TABLE_BINDERS].columns == base->tables[TABLE_BINDERS].columns);
}

static void a_replaced_vector_has_no_competitors(void **state)
{
	const struct db *base = small();
	const struct db *db = overlay(base, "id,hansen_d,hansen_p,hansen_h\ntoluene,18,1,2\n");

	(void)state;
	check_size(base->tables[TABLE_SOLVENTS].vector_count, 1);
	check_size(db->tables[TABLE_SOLVENTS].vector_count, 0);
}

static void names_of_others_are_reported(void **state)
{
	(void)state;
	(void)overlay(small(), "id,name,cas,logp\n"
			       "x,TOLUENE,,1\n"
			       "y,Y,109-21-7,1\n"
			       "etoh,,,1\n");
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:3: name-taken\n"
							 "own.csv:3:5: name-taken\n"
							 "own.csv:4:1: name-taken\n");
	assert_string_equal(load_fixture_hint(&fixture, 1),
			    "to replace its values, use the id butyl-butyrate");
}

static void declared_properties_get_a_column(void **state)
{
	const struct db *base = small();
	struct property *rows = ARENA_NEW(&fixture.arena, property_count + 1, struct property);
	struct prop_set more = {rows, property_count + 1};
	const struct load_options options = {.separator = ',', .properties = &more};
	const struct db *db;

	(void)state;
	memcpy(rows, properties, property_count * sizeof *rows);
	rows[property_count] = (struct property){
	    .key = "price",
	    .label = "price",
	    .unit = "EUR/kg",
	    .kind = PROP_NUMBER,
	    .tables = 1u << TABLE_SOLVENTS,
	    .hard_low = 0,
	    .hard_high = HUGE_VAL,
	};
	db =
	    load_fixture_text(&fixture, base, "own.csv", "id,price\ntoluene,2.5\nx,-1\n", &options);
	assert_string_equal(load_fixture_said(&fixture), "own.csv:3:3: value-range\n");
	check_double(cell(db, "toluene", "price"), 2.5, 0);
	check_true(isnan(cell(db, "ethanol", "price")));
	check_double(cell(db, "toluene", "boiling_point"), 110.6, 0);
	check_true(isnan(db_cell(db, TABLE_BINDERS, 0, property_count)));
}

static void decimal_commas_are_read_when_asked(void **state)
{
	const struct load_options options = {.decimal_comma = true};
	const struct db *db = load_fixture_text(
	    &fixture, NULL, "own.csv",
	    "id;boiling_point;donor_number;donor_number_low\nx;110,6;1,5;1\n", &options);

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_double(cell(db, "x", "boiling_point"), 110.6, 0);
	check_double(cell(db, "x", "donor_number"), 1.5, 0);
}

static void the_table_can_be_told(void **state)
{
	const struct load_options options = {.separator = ',', .table = "electrolytes"};
	const struct db *db =
	    load_fixture_text(&fixture, NULL, "own.csv", "id,density\nx,1.9\n", &options);

	(void)state;
	check_size(db->tables[TABLE_ELECTROLYTES].count, 1);
	check_size(db->tables[TABLE_SOLVENTS].count, 0);
}

static struct file_type recognise(const char *header)
{
	const struct prop_set built_in = {properties, property_count};
	struct str rest = str_from(header);
	struct str columns[64];
	size_t count = 0;

	while (str_next(&rest, ',', &columns[count]))
		count++;
	return file_recognise(&built_in, columns, count);
}

static void tables_are_recognised_by_their_columns(void **state)
{
	static const struct {
		const char *header;
		enum file_kind kind;
		unsigned which;
	} cases[] = {
	    {"id,name,boiling_point", FILE_MATERIALS, TABLE_SOLVENTS},
	    {"name,Donor Number", FILE_MATERIALS, TABLE_SOLVENTS},
	    {"id,hansen_d,hansen_p,hansen_h", FILE_MATERIALS, TABLE_SOLVENTS},
	    {"id,hansen_d,hansen_r0", FILE_MATERIALS, TABLE_BINDERS},
	    {"id,conductivity[S/cm]", FILE_MATERIALS, TABLE_ELECTROLYTES},
	    {"id,name,aliases,cas,formula,class,molar_mass", FILE_MATERIALS, TABLE_SALTS},
	    {"class,donor_number", FILE_MATERIALS, TABLE_CLASSES},
	    {"material,property,value,kind,status", FILE_LEDGER, 0},
	    {"key,citation", FILE_SOURCES, 0},
	    {"solute,solvent,outcome", FILE_FACTS, FACT_SOLUBILITY},
	    {"electrolyte,solvent,outcome,grade", FILE_FACTS, FACT_EXPOSURE},
	    {"electrolyte,solvent,binder,route,outcome", FILE_FACTS, FACT_SYSTEM},
	    {"id,name", FILE_UNKNOWN, 0},
	    {"boiling_point", FILE_UNKNOWN, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct file_type type = recognise(cases[i].header);

		if (type.kind != cases[i].kind || type.which != cases[i].which)
			fail_msg("%s: %d %u", cases[i].header, (int)type.kind, type.which);
	}
}

static void hashes_are_of_the_files(void **state)
{
	const struct db *db = small();
	const struct db *laid = overlay(db, "id,logp\nx,1\n");
	char hex[SHA256_HEX_SIZE];

	(void)state;
	db_hash(db, hex);
	check_size(strlen(hex), SHA256_HEX_SIZE - 1);
	overlay_hash(&laid->overlays[0], hex);
	assert_string_equal(hex,
			    "1f56b0283fe498882f26bf64df5f10e343ca30a1bbc8cf8e39a83bcaa00fbdb1");
}

/* 1 if memory ran out. */
static int loading_runs_out(struct load_fixture *world)
{
	jmp_buf recovery;
	const struct db *db;

	arena_recover_at(&world->arena, &recovery);
	arena_recover_at(&world->scratch, &recovery);
	if (setjmp(recovery) != 0)
		return 1;
	db = load_fixture_folder(world, DATA_SMALL);
	db = load_fixture_text(world, db, "own.csv",
			       "id,logp,ghs,name,cas\na, 1,H225,\"b\"\"c\",108-88-3\na,<2,,,\n",
			       NULL);
	(void)load_fixture_text(world, db, "own.json",
				"[{\"material\": \"a\", \"property\": \"logp\", \"value\": 1,"
				" \"kind\": \"measured\", \"status\": \"preferred\"}]",
				NULL);
	return 0;
}

static void memory_may_run_out_anywhere(void **state)
{
	size_t growths = 0;
	int out = 1;

	(void)state;
	for (; out; growths++) {
		struct failing_memory memory = {.left = growths};
		const struct arena_system system = failing_system(&memory);
		struct load_fixture world;

		load_fixture_open(&world);
		arena_init(&world.arena, &system);
		arena_init(&world.scratch, &system);
		out = loading_runs_out(&world);
		load_fixture_close(&world);
		check_size(memory.live, 0);
	}
	check_true(growths > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(a_table_of_solvents_is_read),
	    TEST(units_in_the_header_convert),
	    TEST(columns_are_explained),
	    TEST(numbers_that_are_none_are_explained),
	    TEST(unusual_values_are_used_with_a_warning),
	    TEST(words_are_checked),
	    TEST(none_is_a_word_where_it_is_one),
	    TEST(rows_that_cannot_be_used_are_explained),
	    TEST(a_name_may_be_no_id),
	    TEST(files_that_are_no_table_are_refused),
	    TEST(intervals_come_in_columns),
	    TEST(an_overlay_replaces_field_by_field),
	    TEST(a_replaced_vector_has_no_competitors),
	    TEST(names_of_others_are_reported),
	    TEST(declared_properties_get_a_column),
	    TEST(decimal_commas_are_read_when_asked),
	    TEST(the_table_can_be_told),
	    TEST(tables_are_recognised_by_their_columns),
	    TEST(hashes_are_of_the_files),
	    TEST(memory_may_run_out_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
