/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>

#include "arena_tests.h"
#include "sample_report.h"

/* ---- A type of two columns, for cells ---------------------------------------------------- */

struct pair {
	const char *text;
	double number;
};

static struct value get_text(const struct field *field, const void *row, struct arena *scratch)
{
	(void)field;
	(void)scratch;
	return value_word(((const struct pair *)row)->text);
}

static struct value get_number(const struct field *field, const void *row, struct arena *scratch)
{
	(void)field;
	(void)scratch;
	return value_number(((const struct pair *)row)->number);
}

static const struct field pair_fields[] = {
    {.key = "text", .kind = VALUE_TEXT, .where = FIELD_MACHINE, .get = get_text},
    {.key = "=1+1", .kind = VALUE_NUMBER, .where = FIELD_MACHINE, .get = get_number},
};
static const struct record_type pair_type = {"pair", "", pair_fields, 2};
static const struct record_type text_type = {"text", "", pair_fields, 1};

static struct report report_of(const struct record_type *type, const struct pair *pair)
{
	const void **rows = ARENA_NEW(&arena, 1, const void *);

	rows[0] = pair;
	return (struct report){.format = "pairs/1",
			       .rows_key = "rows",
			       .type = type,
			       .rows = rows,
			       .row_count = 1,
			       .rule_before = SIZE_MAX};
}

/* The second line: the row, with a number of 0.5. */
static void check_cell_as(const char *format, struct format_options options, const char *text,
			  const char *expected)
{
	const struct pair pair = {text, 0.5};
	const struct report report = report_of(&pair_type, &pair);
	struct str all = format_to_text(format, &report, &options, &arena);
	size_t head = 0;

	while (head < all.length && all.at[head] != '\n')
		head++;
	check_text(str_part(all, head + 1, all.length), expected);
}

static void check_cell(const char *text, const char *expected)
{
	check_cell_as("csv", format_options_default(), text, expected);
}

static void test_quotes_only_where_needed(void **state)
{
	(void)state;
	check_cell("plain text", "plain text,0.5\n");
	check_cell("a,b", "\"a,b\",0.5\n");
	check_cell("a;b", "a;b,0.5\n");
	check_cell("say \"x\"", "\"say \"\"x\"\"\",0.5\n");
	check_cell("two\nlines", "\"two\nlines\",0.5\n");
	check_cell("two\r\nlines", "\"two\r\nlines\",0.5\n");
	check_cell(" blank ", "\" blank \",0.5\n");
	check_cell("", ",0.5\n");
	check_cell(NULL, ",0.5\n");
}

static void test_formulas_are_texts(void **state)
{
	(void)state;
	check_cell("=cmd()", "'=cmd(),0.5\n");
	check_cell("+1", "'+1,0.5\n");
	check_cell("-1", "'-1,0.5\n");
	check_cell("@SUM(A1)", "'@SUM(A1),0.5\n");
	check_cell("\t=1", "\"'\t=1\",0.5\n");
	check_cell("\r=1", "\"'\r=1\",0.5\n");
	check_cell("=\"a\",b", "\"'=\"\"a\"\",b\",0.5\n");
	check_cell("a=b", "a=b,0.5\n");
}

static void test_heads_are_neutralised(void **state)
{
	const struct pair pair = {"x", -1.5};
	const struct report report = report_of(&pair_type, &pair);
	const struct format_options options = format_options_default();

	(void)state;
	check_text(format_to_text("csv", &report, &options, &arena), "text,'=1+1\nx,-1.5\n");
}

static void check_number(double number, const char *expected)
{
	const struct pair pair = {"x", number};
	const struct report report = report_of(&pair_type, &pair);
	struct format_options options = format_options_default();
	struct str all = format_to_text("csv", &report, &options, &arena);

	check_text(str_part(all, sizeof "text,'=1+1\nx," - 1, all.length), expected);
}

static void test_numbers_are_never_touched(void **state)
{
	(void)state;
	check_number(-1.5, "-1.5\n");
	check_number(0.1 + 0.2, "0.30000000000000004\n");
	check_number(1e-300, "1e-300\n");
	check_number((double)NAN, "\n");
	check_number((double)INFINITY, "\n");
}

static void test_decimal_comma(void **state)
{
	struct format_options options = format_options_default();

	(void)state;
	options.decimal_comma = true;
	check_cell_as("csv", options, "a,b", "a,b;0,5\n");
	check_cell_as("csv", options, "a;b", "\"a;b\";0,5\n");
	check_cell_as("tsv", options, "a;b", "a;b\t0,5\n");
}

static void test_excel_keeps_cas_numbers(void **state)
{
	struct format_options options = format_options_default();

	(void)state;
	check_cell("75-09-2", "75-09-2,0.5\n");
	options.excel = true;
	check_cell_as("csv", options, "75-09-2", "\"=\"\"75-09-2\"\"\",0.5\n");
	check_cell_as("csv", options, "1e5", "\"=\"\"1e5\"\"\",0.5\n");
	check_cell_as("csv", options, "1,4-dioxane", "\"1,4-dioxane\",0.5\n");
	check_cell_as("csv", options, "=75-09-2", "'=75-09-2,0.5\n");
}

static void test_excel_has_a_byte_order_mark(void **state)
{
	const struct pair pair = {"x", 1};
	const struct report report = report_of(&text_type, &pair);
	struct format_options options = format_options_default();

	(void)state;
	options.excel = true;
	check_text(format_to_text("csv", &report, &options, &arena), "\xEF\xBB\xBFtext\nx\n");
}

static void test_tabs_in_tsv_become_blanks(void **state)
{
	const struct format_options options = format_options_default();

	(void)state;
	check_cell_as("tsv", options, "a\tb\nc\r\nd", "a b c  d\t0.5\n");
	check_cell_as("tsv", options, "say \"x\", y", "say \"x\", y\t0.5\n");
	check_cell_as("tsv", options, "=cmd()", "'=cmd()\t0.5\n");
}

static void test_control_characters_are_visible(void **state)
{
	(void)state;
	check_cell("\033[31mred", "\\x1B[31mred,0.5\n");
	check_cell(sample_override, "\\u{202E}gnp,0.5\n");
	check_cell("\xFF", "\\xFF,0.5\n");
	check_cell("Li\xE2\x82\x86", "Li\xE2\x82\x86,0.5\n");
}

/* A line with nothing on it is no row. */
static void test_single_empty_cell(void **state)
{
	const struct pair pair = {NULL, 1};
	const struct report report = report_of(&text_type, &pair);
	const struct format_options options = format_options_default();

	(void)state;
	check_text(format_to_text("csv", &report, &options, &arena), "text\n\"\"\n");
}

static void test_nested_records_flat(void **state)
{
	const struct report report = sample_report(sample_rows, sample_row_count, &arena);
	const struct format_options options = format_options_default();

	(void)state;
	check_text(
	    format_to_text("csv", &report, &options, &arena),
	    "rank,solvent,solvent_name,solvent_cas,salt,score,verdict,comp,comp_low,comp_high,"
	    "comp_state,criteria_salt,criteria_salt_low,criteria_salt_high,criteria_salt_state,"
	    "boiling_point,remarks,reference\n"
	    "1,p-xylene,p-Xylene,106-42-3,,78.4,recommended,1,0.9,1,measured,0.93,0.5,1,measured,"
	    "138.35,,false\n"
	    "2,dibutyl-ether,Di-n-butyl ether of a rather long name,142-96-1,,54.5,usable,"
	    "0.5,0.25,0.75,inferred,0.0625,0,0.2,measured,142,peroxide-former; takes-up-water,"
	    "false\n"
	    "3,novel,Novel éther,75-09-2,,30,marginal,0.3,0,1,missing,0.701,0.6,0.8,measured,,,"
	    "false\n"
	    ",nmp,N-Methyl-2-pyrrolidone,872-50-4,,4.5,rejected,0,0,0,measured,0.85,0.8,0.9,"
	    "measured,-24.4,strong-donor,true\n");
}

/* A device that is always full: every format says so. */
static void test_failing_stream(void **state)
{
	const struct report report = sample_report(sample_rows, sample_row_count, &arena);
	const struct format_options options = format_options_default();

	(void)state;
	for (size_t i = 0; i < format_count; i++) {
		FILE *full = fopen("/dev/full", "w");

		if (!full)
			skip();
		check_false(formats[i].write(&report, &options, &arena, full));
		(void)fclose(full);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_quotes_only_where_needed, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_formulas_are_texts, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_heads_are_neutralised, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_numbers_are_never_touched, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_decimal_comma, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_excel_keeps_cas_numbers, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_excel_has_a_byte_order_mark, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_tabs_in_tsv_become_blanks, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_control_characters_are_visible, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_single_empty_cell, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_nested_records_flat, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_failing_stream, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
