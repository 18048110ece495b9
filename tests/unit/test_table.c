/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "arena_tests.h"
#include "sample_report.h"

static struct format_options options_of(int width, bool unicode)
{
	struct format_options options = format_options_default();

	options.width = width;
	options.unicode = unicode;
	return options;
}

static struct str table_of(const struct sample_row *rows, size_t count, int width, bool unicode)
{
	const struct report report = sample_report(rows, count, &arena);
	const struct format_options options = options_of(width, unicode);

	return format_to_text("table", &report, &options, &arena);
}

/* clang-format off */
#define RULE_10 "──────────"
#define RULE_40 RULE_10 RULE_10 RULE_10 RULE_10

static const char golden_140[] =
	"Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
	"\n"
	"#   solvent                                 score       verdict      comp   solu      "
	" Tb  remarks\n"
	"                                                                                     "
	"degC\n"
	RULE_40 RULE_40 RULE_40 "──\n"
	"1   p-Xylene                                78  61–85   recommended  █████  ████▋   "
	"138.4\n"
	"2   Di-n-butyl ether of a rather long name  55   8–71   usable       ██▌··~ ▍····   "
	"142.0  peroxide-former; takes-up-water\n"
	"3   Novel éther                             30   0–100  marginal     █▌···? ███▌·\n"
	RULE_40 RULE_40 RULE_40 "──\n"
	"  * N-Methyl-2-pyrrolidone                   5   3–5    rejected     ·····  ████▎   "
	"-24.4  strong-donor\n"
	"\n"
	"    1  strong-donor  decomposes the electrolyte, and this line is too long for 80\n"
	"Same again:  screen\n";

static const char golden_80[] =
	"Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
	"\n"
	"#   solvent                        score       verdict      comp   solu       Tb\n"
	"                                                                            degC\n"
	RULE_40 RULE_40 "\n"
	"1   p-Xylene                       78  61–85   recommended  █████  ████▋   138.4\n"
	"2   Di-n-butyl ether of a rather…  55   8–71   usable       ██▌··~ ▍····   142.0\n"
	"3   Novel éther                    30   0–100  marginal     █▌···? ███▌·\n"
	RULE_40 RULE_40 "\n"
	"  * N-Methyl-2-pyrrolidone          5   3–5    rejected     ·····  ████▎   -24.4\n"
	"\n"
	"    1  strong-donor  decomposes the electrolyte, and this line is too long for\n"
	"                     80\n"
	"Same again:  screen\n";

static const char golden_80_ascii[] =
	"Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
	"\n"
	"#   solvent                        score       verdict      comp   solu       Tb\n"
	"                                                                            degC\n"
	"--------------------------------------------------------------------------------\n"
	"1   p-Xylene                       78  61-85   recommended  #####  ####+   138.4\n"
	"2   Di-n-butyl ether of a rath...  55   8-71   usable       ##+..~ +....   142.0\n"
	"3   Novel éther                    30   0-100  marginal     #+...? ###+.\n"
	"--------------------------------------------------------------------------------\n"
	"  * N-Methyl-2-pyrrolidone          5   3-5    rejected     .....  ####+   -24.4\n"
	"\n"
	"    1  strong-donor  decomposes the electrolyte, and this line is too long for\n"
	"                     80\n"
	"Same again:  screen\n";

static const char golden_40_ascii[] =
	"Li6PS5Cl with NBR: 4 screened, 1\n"
	"rejected\n"
	"\n"
	"#   solvent                   score\n"
	"----------------------------------------\n"
	"1   p-Xylene                  78  61-85\n"
	"2   Di-n-butyl ether of a...  55   8-71\n"
	"3   Novel éther               30   0-100\n"
	"----------------------------------------\n"
	"  * N-Methyl-2-pyrrolidone     5   3-5\n"
	"\n"
	"    1  strong-donor  decomposes the\n"
	"     electrolyte, and this line is too\n"
	"     long for 80\n"
	"Same again:  screen\n";

/* clang-format on */

static void test_140_columns_unicode(void **state)
{
	(void)state;
	check_text(table_of(sample_rows, sample_row_count, 140, true), golden_140);
}

static void test_80_columns_unicode(void **state)
{
	(void)state;
	check_text(table_of(sample_rows, sample_row_count, 80, true), golden_80);
}

static void test_80_columns_ascii(void **state)
{
	(void)state;
	check_text(table_of(sample_rows, sample_row_count, 80, false), golden_80_ascii);
}

static void test_narrow(void **state)
{
	(void)state;
	check_text(table_of(sample_rows, sample_row_count, 40, false), golden_40_ascii);
}

/* Whatever the width: no line is wider, and none ends in a blank. */
static void check_lines(struct str text, size_t width)
{
	while (text.length > 0) {
		size_t end = 0;

		while (text.at[end] != '\n')
			end++;
		check_true(utf8_width(str_part(text, 0, end)) <= width);
		check_true(end == 0 || text.at[end - 1] != ' ');
		text = str_part(text, end + 1, text.length);
	}
}

static void test_no_line_is_wider_than_the_width(void **state)
{
	(void)state;
	for (int width = 1; width <= 160; width++) {
		check_lines(table_of(sample_rows, sample_row_count, width, true), (size_t)width);
		check_lines(table_of(sample_rows, sample_row_count, width, false), (size_t)width);
	}
}

/* text without "ESC [ digits m" */
static struct str without_colour(struct str text)
{
	struct text plain;

	text_init(&plain, &arena);
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\033')
			while (text.at[i] != 'm')
				i++;
		else
			text_add_char(&plain, text.at[i]);
	}
	return text_str(&plain);
}

static void test_colour_adds_nothing_but_colour(void **state)
{
	const struct report report = sample_report(sample_rows, sample_row_count, &arena);
	struct format_options options = options_of(80, true);
	struct str coloured;

	(void)state;
	options.colour = true;
	coloured = format_to_text("table", &report, &options, &arena);
	check_true(str_contains(coloured, STR_LITERAL("\033[32mrecommended\033[0m")));
	check_true(str_contains(coloured, STR_LITERAL("\033[33mmarginal\033[0m")));
	check_true(str_contains(coloured, STR_LITERAL("\033[31mrejected\033[0m")));
	check_true(str_contains(coloured, STR_LITERAL("\033[1m78\033[0m  \033[2m61\033[0m")));
	check_str(without_colour(coloured), table_of(sample_rows, sample_row_count, 80, true));
}

static void test_same_bytes_again(void **state)
{
	const struct str once = table_of(sample_rows, sample_row_count, 100, true);

	(void)state;
	check_str(table_of(sample_rows, sample_row_count, 100, true), once);
}

static struct sample_row row_named(const char *name)
{
	struct sample_row row = sample_rows[0];

	row.name = name;
	return row;
}

static bool has_control_bytes(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] != '\n' && ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F))
			return true;
	return false;
}

static void test_hostile_names(void **state)
{
	static const char *const names[] = {
	    "\033[2J\033]0;title\007", "a\nb\r\nc",       "tab\there",    "\x7F\x9B",
	    sample_override,           "\xFF\xFE broken", "bell\a\b\v\f",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const struct sample_row row = row_named(names[i]);
		const struct str text = table_of(&row, 1, 100, true);

		check_false(has_control_bytes(text));
		check_size(utf8_check(text), text.length);
		check_false(str_contains(text, str_part(str_from(sample_override), 0, 3)));
		check_lines(text, 100);
	}
}

/* Two columns each: the columns after it still stand in line. */
static void test_wide_and_combining_characters(void **state)
{
	const struct sample_row rows[] = {row_named("二甲苯"), row_named("e\xCC\x81ther"),
					  row_named("abcdef")};
	struct str text = table_of(rows, COUNT_OF(rows), 60, true);

	(void)state;
	check_true(str_contains(text, STR_LITERAL("二甲苯   78")));
	check_true(str_contains(text, STR_LITERAL("e\xCC\x81ther    78")));
	check_true(str_contains(text, STR_LITERAL("abcdef   78")));
	for (int width = 1; width < 40; width++)
		check_lines(table_of(rows, COUNT_OF(rows), width, true), (size_t)width);
}

static void test_columns_without_contents_go(void **state)
{
	struct sample_row row = row_named("x");
	struct str text;

	(void)state;
	row.boiling_point = (double)NAN;
	text = table_of(&row, 1, 200, true);
	check_false(str_contains(text, STR_LITERAL("boiling")));
	check_false(str_contains(text, STR_LITERAL("degC")));
	check_false(str_contains(text, STR_LITERAL("remarks")));
	check_true(str_contains(text, STR_LITERAL("compatibility")));
}

static void test_no_rows(void **state)
{
	(void)state;
	check_text(table_of(NULL, 0, 60, true),
		   "Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
		   "\n"
		   "    1  strong-donor  decomposes the electrolyte, and this\n"
		   "                     line is too long for 80\n"
		   "Same again:  screen\n");
}

static struct str command_of(const char *line, int width)
{
	const struct report_command command = {"Again   ", str_from(line)};
	const struct report report = {
	    .type = &sample_type, .commands = &command, .command_count = 1};
	const struct format_options options = options_of(width, false);

	return format_to_text("table", &report, &options, &arena);
}

/* A shell that reads the lines sees the same words. */
static void test_commands_can_be_pasted(void **state)
{
	(void)state;
	check_text(command_of("screen --se LPSCl --binder NBR", 40),
		   "Again   screen --se LPSCl --binder NBR\n");
	check_text(command_of("screen --se LPSCl --binder NBR", 30),
		   "Again   screen --se LPSCl \\\n"
		   "        --binder NBR\n");
	check_text(command_of("screen --solvent 'butyl butyrate, anisole' --top 3", 40),
		   "Again   screen --solvent \\\n"
		   "        'butyl butyrate, anisole' \\\n"
		   "        --top 3\n");
	check_text(command_of("screen 'it'\\''s odd' x", 20), "Again   screen \\\n"
							      "        'it'\\''s odd' \\\n"
							      "        x\n");
	check_text(command_of("a-word-that-is-too-long", 10), "Again   a-word-that-is-too-long\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_140_columns_unicode, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_80_columns_unicode, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_80_columns_ascii, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_narrow, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_line_is_wider_than_the_width, set_up,
					    tear_down),
	    cmocka_unit_test_setup_teardown(test_colour_adds_nothing_but_colour, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_same_bytes_again, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_hostile_names, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_wide_and_combining_characters, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_columns_without_contents_go, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_commands_can_be_pasted, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_rows, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
