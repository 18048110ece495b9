/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/ledger.h"
#include "load_tests.h"

static const struct db *small(void)
{
	return load_fixture_folder(&fixture, DATA_SMALL);
}

static struct num num(const struct db *db, const char *id, const char *key)
{
	return load_fixture_num(db, TABLE_SOLVENTS, id, key);
}

static void the_preferred_line_tells_the_kind(void **state)
{
	const struct db *db = small();
	struct num n = num(db, "toluene", "boiling_point");

	(void)state;
	check_int(n.kind, NUM_MEASURED); /* 110.63 rounds to the table's 110.6 */
	check_double(n.value, 110.6, 0);
	check_int(num(db, "toluene", "logp").kind, NUM_UNCITED);
	n = num(db, "butyl-butyrate", "vapor_pressure"); /* its own interval */
	check_int(n.kind, NUM_ESTIMATED);
	check_double(n.low, 0.2, 0);
	check_double(n.high, 0.3, 0);
	n = num(db, "butyl-butyrate", "hansen_p");
	check_double(n.low, 1.4, 1e-12);
	check_double(num(db, "p-xylene", "donor_number").high, 7.5, 0);
	check_int(db_kind(db, TABLE_SOLVENTS,
			  load_fixture_row(db, TABLE_SOLVENTS, "dibromomethane"),
			  load_fixture_property(db, TABLE_SOLVENTS, "flash_point")),
		  NUM_COMPILED);
}

static void alternatives_widen_and_rejected_ones_do_not(void **state)
{
	const struct db *db = small();
	struct num n = num(db, "toluene", "donor_number");

	(void)state;
	check_double(n.low, -1.4, 1e-12);
	check_double(n.high, 4, 0);
	n = num(db, "toluene", "vapor_pressure"); /* 28.4 mmHg is inside 3.79 kPa +- 10 % */
	check_double(n.low, 3.411, 1e-12);
	check_double(n.high, 4.169, 1e-12);
	n = num(db, "toluene", "hansen_d"); /* vectors count as wholes */
	check_double(n.low, 17.6, 1e-12);
	check_double(n.high, 18.4, 1e-12);
}

static const struct db *fold(const struct db *base, const char *lines)
{
	struct text text;

	text_init(&text, &fixture.arena);
	text_addf(&text, "material,property,value,low,high,unit,kind,status,source\n%s", lines);
	return load_fixture_text(&fixture, base, "own.csv", text.at, NULL);
}

static void lines_that_cannot_be_used_are_explained(void **state)
{
	const struct db *db =
	    fold(small(), "toluen,logp,1,,,,measured,preferred,x\n"
			  "toluene,logq,1,,,,measured,preferred,x\n"
			  "toluene,logp,2.8,,,,measured,preferred,x\n"
			  "ethanol,logp,-0.31,,,,measured,preferred,x\n"
			  "ethanol,logp,-0.31,,,,compiled,preferred,x\n"
			  "ethanol,logp,-0.5,,,,guessed,alternative,x\n"
			  "ethanol,logp,-0.5,,,,measured,perhaps,x\n"
			  "ethanol,boiling_point,78.3,,,kPa,measured,preferred,x\n"
			  "ethanol,iarc,2A,,,,compiled,preferred,x\n"
			  "ethanol,ghs,H225,,,,compiled,preferred,x\n"
			  "ethanol,hansen_d,16,,,,compiled,alternative,x\n"
			  "ethanol,viscosity,1.1,,,,measured,preferred,x\n"
			  "butyl-butyrate,donor_number,16,,,,measured,preferred,x\n");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "own.csv:2:1: ledger-material\n"
							 "own.csv:3:1: ledger-property\n"
							 "own.csv:4:1: ledger-value\n"
							 "own.csv:6:1: ledger-twice\n"
							 "own.csv:7:22: unknown-word\n"
							 "own.csv:8:31: unknown-word\n"
							 "own.csv:9:30: unit-mismatch\n"
							 "own.csv:10:1: ledger-value\n"
							 "own.csv:11:1: ledger-value\n"
							 "own.csv:12:1: ledger-vector\n"
							 "own.csv:13:1: ledger-value\n"
							 "own.csv:14:1: ledger-value\n");
	check_int(num(db, "ethanol", "logp").kind, NUM_MEASURED);
}

static void rounding_goes_by_the_digits_written(void **state)
{
	const struct db *db;
	static struct source sources[2];

	(void)state;
	sources[0] = source_from_text("t.csv", STR_LITERAL("id,logp,density,boiling_point\n"
							   "a,1.0,0.862,110\nb,1.0,0.9,1.1e2\n"));
	sources[1] =
	    source_from_text("l.csv", STR_LITERAL("material,property,value,kind,status\n"
						  "a,logp,1.04,measured,preferred\n"
						  "a,density,0.8625,measured,preferred\n"
						  "a,boiling_point,110.4,measured,preferred\n"
						  "b,logp,1.4,measured,preferred\n"
						  "b,density,0.94999,measured,preferred\n"
						  "b,boiling_point,114,measured,preferred\n"));
	db = db_load(sources, 2, NULL, &fixture.arena, &fixture.scratch, &fixture.sink);
	assert_string_equal(load_fixture_said(&fixture), "l.csv:5:1: ledger-value\n");
	check_int(num(db, "b", "boiling_point").kind, NUM_MEASURED);
	check_int(num(db, "b", "logp").kind, NUM_UNCITED);
}

static void an_overlay_widens_what_is_there(void **state)
{
	const struct db *db =
	    fold(small(), "toluene,donor_number,6,,,kcal/mol,measured,alternative,x\n");
	const struct num n = num(db, "toluene", "donor_number");

	(void)state;
	assert_string_equal(load_fixture_said(&fixture), "");
	check_int(n.kind, NUM_COMPILED);
	check_double(n.low, -1.4, 1e-12);
	check_double(n.high, 6, 0);
}

static void lines_are_found_by_cell(void **state)
{
	const struct db *db =
	    fold(small(), "toluene,donor_number,6,,,kJ/mol,measured,alternative,x\n");
	const struct ledger *ledger = ledger_read(db, &fixture.arena, &fixture.sink);
	size_t count;
	const struct ledger_line *lines =
	    ledger_find(ledger, STR_LITERAL("toluene"), STR_LITERAL("donor_number"), &count);

	(void)state;
	check_size(ledger->count, 16);
	check_size(count, 4);
	check_text(lines[1].value_text, "4");
	check_int(lines[2].status, LEDGER_REJECTED);
	check_double(lines[3].value, 6 / 4.184, 1e-12); /* a loaded line comes last */
	check_text(lines[3].unit, "kcal/mol");
	check_true(ledger_find(ledger, STR_LITERAL("toluene"), STR_LITERAL("et30"), &count) ==
		   NULL);
}

static void sources_are_found_by_key(void **state)
{
	const struct citations *citations = citations_read(small(), &fixture.arena, &fixture.sink);

	(void)state;
	check_size(citations->count, 5);
	check_text(citation_find(citations, STR_LITERAL("gutmann"))->doi,
		   "10.1016/S0010-8545(00)82045-7");
	check_true(citation_find(citations, STR_LITERAL("nobody")) == NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	    TEST(the_preferred_line_tells_the_kind),
	    TEST(alternatives_widen_and_rejected_ones_do_not),
	    TEST(lines_that_cannot_be_used_are_explained),
	    TEST(rounding_goes_by_the_digits_written),
	    TEST(an_overlay_widens_what_is_there),
	    TEST(lines_are_found_by_cell),
	    TEST(sources_are_found_by_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
