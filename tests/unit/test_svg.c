/* SPDX-License-Identifier: MIT */
/* The SVG writer, the geometry of webs and charts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"
#include "report/svg.h"
#include "report/svg_chart.h"
#include "report/svg_frame.h"
#include "report/svg_spider.h"
#include "report/svg_web.h"
#include "sample_report.h"
#include "xml_check.h"

static const double tolerance = 1e-9;

static struct arena arena;

static int clear(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static int begin(void **state)
{
	(void)state;
	arena_init(&arena, NULL);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void check_escaped(struct str plain, const char *expected)
{
	struct text out;

	text_init(&out, &arena);
	svg_add_escaped(&out, plain);
	assert_string_equal(out.at, expected);
}

static void test_escaping(void **state)
{
	(void)state;
	check_escaped(STR_LITERAL("<script>\"a\" & 'b'"),
		      "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;");
	check_escaped(STR_LITERAL("]]>"), "]]&gt;");
	check_escaped(STR_LITERAL("\x1b[31m\n\t"), "\\x1B[31m\\x0A\\x09");
	check_escaped(STR_LITERAL("a\0b"), "a\\x00b");
	check_escaped(str_from(sample_override), "\\u{202E}gnp");
	check_escaped(STR_LITERAL("\xff\xc3"), "\\xFF\\xC3");
	check_escaped(STR_LITERAL("\xef\xbf\xbe\xef\xbf\xbf"), "\\u{FFFE}\\u{FFFE}");
	check_escaped(STR_LITERAL("Li₆PS₅Cl 漢字 😀"), "Li₆PS₅Cl 漢字 😀");
}

static void test_page(void **state)
{
	const struct svg_page page = {.width = 85, .height = 40.5, .title = STR_LITERAL("<b>")};
	const struct svg_style style = {.stroke = "#000", .width = 0.25};
	struct svg svg;
	struct str text;

	(void)state;
	svg_begin(&svg, &arena);
	svg_line(&svg, &style, (struct svg_point){1.0 / 3, -0.001},
		 (struct svg_point){(double)NAN, 10.10});
	text = svg_end(&svg, &page);
	assert_true(str_contains(text, STR_LITERAL("width=\"85mm\" height=\"40.5mm\"")));
	assert_true(str_contains(text, STR_LITERAL("viewBox=\"0 0 85 40.5\"")));
	assert_true(str_contains(text, STR_LITERAL("<title>&lt;b&gt;</title>")));
	assert_true(str_contains(text, STR_LITERAL("x1=\"0.33\" y1=\"0\" x2=\"0\" y2=\"10.1\"")));
	assert_int_equal(xml_check(text), text.length);
}

static void test_xml_check_itself(void **state)
{
	static const char *const bad[] = {
	    "<a>",      "<a></b>",       "<a>&</a>",    "<a b=\"<\"/>",
	    "<a b=c/>", "<a/><b/>",      "<a>\x01</a>", "<a b=\"1\"c=\"2\"/>",
	    "x<a/>",    "<a>&nbsp;</a>", "<a>\xff</a>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_true(xml_check(str_from(bad[i])) < str_from(bad[i]).length);
}

static void test_wrap(void **state)
{
	const struct str text = STR_LITERAL("compatibility with the electrolyte");
	struct svg_lines lines = svg_wrap(text, 2, 20);

	(void)state;
	assert_true(lines.count > 1);
	for (size_t i = 0; i < lines.count; i++)
		assert_true(svg_text_width(lines.at[i], 2) <= 20);
	assert_int_equal(svg_wrap(text, 2, 1000).count, 1);
	assert_int_equal(svg_wrap(STR_LITERAL(""), 2, 10).count, 0);
	lines = svg_wrap(STR_LITERAL("a b c d e f g h i j k l"), 2, 0.1);
	assert_int_equal(lines.count, SVG_LINES_MAX);
	assert_true(str_is(lines.at[SVG_LINES_MAX - 1], "h i j k l"));
}

/* No word may stick out of the picture, however long; short ones are not torn. */
static void test_wrap_long_word(void **state)
{
	const struct str word = STR_LITERAL("Dihydroxyethylenediaminetetramethylnaphthalene");
	const struct svg_lines lines = svg_wrap(word, 2, 20);
	size_t length = 0;

	(void)state;
	assert_true(lines.count > 1);
	for (size_t i = 0; i < lines.count; i++) {
		assert_true(svg_text_width(lines.at[i], 2) <= 20);
		length += lines.at[i].length;
	}
	assert_int_equal(length, word.length);
	assert_int_equal(svg_wrap(STR_LITERAL("dispersion of"), 2, 6).count, 2);
}

/* What is written as an escape takes the room of the escape. */
static void test_width_of_escapes(void **state)
{
	struct text text;
	struct str hostile;

	(void)state;
	text_init(&text, &arena);
	text_add(&text, str_part(str_from(sample_override), 0, 3));
	text_add(&text, STR_LITERAL("\033\xff"));
	hostile = text_str(&text);
	check_double(svg_text_width(hostile, 1), svg_text_width(STR_LITERAL("漢漢漢漢漢漢漢漢"), 1),
		     1e-9);
	assert_int_equal(text_visible_width(hostile), 8 + 4 + 4);
}

/* As many as fit, but no lonely panel in the last row where fewer columns take no more rows. */
static void test_columns(void **state)
{
	(void)state;
	assert_int_equal(svg_columns(6, 170, 38, 3), 3);
	assert_int_equal(svg_columns(8, 170, 38, 3), 4);
	assert_int_equal(svg_columns(16, 244, 38, 4), 4);
	assert_int_equal(svg_columns(2, 1000, 38, 3), 2);
	assert_int_equal(svg_columns(5, 10, 38, 3), 1);
	assert_int_equal(svg_columns(1, 1000, 38, 3), 1);
}

static void test_fit(void **state)
{
	const struct str name = STR_LITERAL("Nitrile butadiene rubber");
	const struct str cut = svg_fit(name, 2, 15, &arena);

	(void)state;
	assert_true(str_equal(svg_fit(name, 2, 1000, &arena), name));
	assert_true(svg_text_width(cut, 2) <= 15);
	assert_true(str_contains(cut, STR_LITERAL("…")));
	assert_true(str_is(svg_fit(STR_LITERAL("漢字漢字"), 2, 0, &arena), "…"));
}

static void test_ticks(void **state)
{
	struct svg_ticks ticks = svg_ticks(0, 1, 6);

	(void)state;
	check_double(ticks.step, 0.2, tolerance);
	assert_int_equal(ticks.count, 6);
	assert_int_equal(ticks.digits, 1);
	ticks = svg_ticks(-7.68, 9.68, 6);
	check_double(ticks.first, -5, tolerance);
	check_double(ticks.step, 5, tolerance);
	assert_int_equal(ticks.count, 3);
	ticks = svg_ticks(3, 3, 5);
	assert_true(ticks.step > 0 && ticks.count <= 5);
}

static void test_scale(void **state)
{
	const struct svg_scale down = {1, 0, 10, 20};

	(void)state;
	check_double(svg_scale_at(&down, 1), 10, tolerance);
	check_double(svg_scale_at(&down, 0.25), 17.5, tolerance);
	check_double(svg_scale_at(&down, -5), 20, tolerance);
}

static void test_web_points(void **state)
{
	const struct svg_web web = {.centre = {10, 20}, .radius = 8, .axes = 4};
	struct svg_point at = svg_web_point(&web, 0, 1);

	(void)state;
	check_double(at.x, 10, tolerance);
	check_double(at.y, 12, tolerance);
	at = svg_web_point(&web, 1, 0.5);
	check_double(at.x, 14, tolerance);
	check_double(at.y, 20, tolerance);
	at = svg_web_point(&web, 2, 7); /* held at the rim */
	check_double(at.y, 28, tolerance);
}

/* pattern: 'x' a value, '.' a gap. */
static size_t runs_of(const char *pattern, struct svg_web_run *runs)
{
	struct num values[16];
	size_t count = 0;

	for (; pattern[count]; count++)
		values[count] =
		    pattern[count] == 'x' ? num_exact(0.5, NUM_MEASURED) : num_missing();
	return svg_web_runs(values, count, runs);
}

static void test_web_runs(void **state)
{
	struct svg_web_run runs[16];

	(void)state;
	assert_int_equal(runs_of("xxxxxx", runs), 1);
	assert_true(runs[0].closed);
	assert_int_equal(runs_of("......", runs), 0);
	assert_int_equal(runs_of("xx.xxx", runs), 1); /* across the top */
	assert_false(runs[0].closed);
	assert_int_equal(runs[0].first, 3);
	assert_int_equal(runs[0].count, 5);
	assert_int_equal(runs_of(".x.x..", runs), 2);
	assert_int_equal(runs[0].first, 1);
	assert_int_equal(runs[1].first, 3);
	assert_int_equal(runs[1].count, 1);
	assert_int_equal(runs_of("x", runs), 1);
	assert_int_equal(runs_of("x.", runs), 1);
	assert_int_equal(runs[0].first, 0);
}

/* A spider of so many axes with names nobody should have; every third value is missing. */
static struct svg_spider hostile_spider(size_t axes, size_t count)
{
	const char *const words[] = {
	    "</text><script>alert(1)</script>",
	    "a & b < c > \"d\" 'e'",
	    "\x1b[31mred\x07",
	    sample_override,
	    "]]><!--",
	    "\xff\xfe",
	};
	struct str names[6];
	struct svg_spider_series *series = ARENA_NEW(&arena, count, struct svg_spider_series);
	struct str *labels = ARENA_NEW(&arena, axes, struct str);

	for (size_t i = 0; i < 6; i++)
		names[i] = str_from(words[i]);
	for (size_t i = 0; i < axes; i++)
		labels[i] = names[i % 6];
	for (size_t i = 0; i < count; i++) {
		struct num *values = ARENA_NEW(&arena, axes, struct num);

		for (size_t k = 0; k < axes; k++)
			values[k] = (i + k) % 3 == 0 ? num_missing()
						     : num_between(0.5, 0.2, 0.8, NUM_MEASURED);
		series[i] = (struct svg_spider_series){.name = names[i % 6],
						       .tag = names[(i + 2) % 6],
						       .score = STR_LITERAL("50"),
						       .range = STR_LITERAL("20–80"),
						       .verdict = names[(i + 1) % 6],
						       .values = values,
						       .reference = values};
	}
	return (struct svg_spider){.frame = {.width = 85, .title = names[0], .desc = names[1]},
				   .axes = labels,
				   .short_axes = labels,
				   .axis_count = axes,
				   .series = series,
				   .series_count = count,
				   .reference = &series[0]};
}

static void check_xml(struct str text)
{
	assert_int_equal(xml_check(text), text.length);
	assert_false(str_contains(text, STR_LITERAL("<script")));
	assert_false(str_contains(text, STR_LITERAL("\x1b")));
	assert_false(str_contains(text, str_part(str_from(sample_override), 0, 3)));
	assert_false(str_contains(text, STR_LITERAL("nan")));
}

static void test_hostile_spiders(void **state)
{
	(void)state;
	for (size_t axes = 1; axes <= 9; axes++)
		for (size_t count = 1; count <= SVG_SERIES_MAX; count++) {
			struct svg_spider spider = hostile_spider(axes, count);

			check_xml(svg_spider_overlay(&spider, &arena));
			check_xml(svg_spider_grid(&spider, &arena));
			spider.frame.width = 200;
			spider.reference = NULL;
			check_xml(svg_spider_overlay(&spider, &arena));
			check_xml(svg_spider_grid(&spider, &arena));
		}
}

static void test_same_bytes(void **state)
{
	const struct svg_spider spider = hostile_spider(6, 3);

	(void)state;
	assert_true(
	    str_equal(svg_spider_overlay(&spider, &arena), svg_spider_overlay(&spider, &arena)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_teardown(test_escaping, clear),
	    cmocka_unit_test_teardown(test_page, clear),
	    cmocka_unit_test_teardown(test_xml_check_itself, clear),
	    cmocka_unit_test_teardown(test_wrap, clear),
	    cmocka_unit_test_teardown(test_wrap_long_word, clear),
	    cmocka_unit_test_teardown(test_width_of_escapes, clear),
	    cmocka_unit_test_teardown(test_columns, clear),
	    cmocka_unit_test_teardown(test_fit, clear),
	    cmocka_unit_test_teardown(test_ticks, clear),
	    cmocka_unit_test_teardown(test_scale, clear),
	    cmocka_unit_test_teardown(test_web_points, clear),
	    cmocka_unit_test_teardown(test_web_runs, clear),
	    cmocka_unit_test_teardown(test_hostile_spiders, clear),
	    cmocka_unit_test_teardown(test_same_bytes, clear),
	};

	return cmocka_run_group_tests(tests, begin, end) != 0;
}
