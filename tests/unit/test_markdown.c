/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "arena_tests.h"
#include "sample_report.h"

static struct str written(const struct sample_row *rows, size_t count, bool unicode)
{
	const struct report report = sample_report(rows, count, &arena);
	struct format_options options = format_options_default();

	options.unicode = unicode;
	return format_to_text("markdown", &report, &options, &arena);
}

static void test_golden(void **state)
{
	(void)state;
	check_text(
	    written(sample_rows, sample_row_count, true),
	    "Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
	    "\n"
	    "| \\# |  | solvent | score | verdict | compatibility | solubility | boiling point, "
	    "degC "
	    "| remarks |\n"
	    "|---:|:---|:---|---:|:---|---:|---:|---:|:---|\n"
	    "| 1 |  | p-Xylene | 78 (61–85) | recommended | 1.00 | 0.93 | 138.4 |  |\n"
	    "| 2 |  | Di-n-butyl ether of a rather long name | 55 (8–71) | usable | 0.50\\~ | 0.06 "
	    "| 142.0 | peroxide-former; takes-up-water |\n"
	    "| 3 |  | Novel éther | 30 (0–100) | marginal | 0.30? | 0.70 |  |  |\n"
	    "|  | \\* | N-Methyl-2-pyrrolidone | 5 (3–5) | rejected | 0.00 | 0.85 | -24.4 "
	    "| strong-donor |\n"
	    "\n"
	    "- 1  strong-donor  decomposes the electrolyte, and this line is too long for 80\n"
	    "- Same again:  screen\n");
}

static void check_name(const char *name, const char *expected)
{
	struct sample_row row = sample_rows[0];

	row.name = name;
	check_true(str_contains(written(&row, 1, false), str_from(expected)));
}

static void test_hostile_names(void **state)
{
	(void)state;
	check_name("<script>alert(1)</script>", "| &lt;script&gt;alert(1)&lt;/script&gt; |");
	check_name("a|b", "| a\\|b |");
	check_name("[x](http://y) ![z]", "| \\[x\\](http://y) \\!\\[z\\] |");
	check_name("`a` *b* _c_ &amp; \\", "| \\`a\\` \\*b\\* \\_c\\_ &amp;amp; \\\\ |");
	check_name("two\nlines", "| two lines |");
	check_name("\033[31m", "| \\\\x1B\\[31m |");
	check_name(sample_override, "| \\\\u{202E}gnp |");
}

static void test_no_rows(void **state)
{
	(void)state;
	check_text(
	    written(NULL, 0, false),
	    "Li6PS5Cl with NBR: 4 screened, 1 rejected\n"
	    "\n"
	    "- 1  strong-donor  decomposes the electrolyte, and this line is too long for 80\n"
	    "- Same again:  screen\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_golden, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_hostile_names, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_rows, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
