/* SPDX-License-Identifier: MIT */
/* The page without its script: the plain table, and the data block; tests/program/page.sh has a
 * browser. */
#include "check.h"

#include "arena_tests.h"
#include "base/diag.h"
#include "base/source.h"
#include "read/json.h"
#include "report/pack.h"
#include "sample_report.h"

static struct str written(const struct sample_row *rows, size_t count)
{
	const struct report report = sample_report(rows, count, &arena);
	const struct format_options options = format_options_default();

	return format_to_text("html", &report, &options, &arena);
}

static void test_template_is_filled(void **state)
{
	const struct str page = written(sample_rows, sample_row_count);

	(void)state;
	check_true(str_starts(page, "<!doctype html>"));
	check_true(str_contains(
	    page, STR_LITERAL("<title>Li6PS5Cl with NBR: 4 screened, 1 rejected</title>")));
	check_true(str_contains(page, STR_LITERAL("<td><bdi>p-Xylene</bdi></td>")));
	check_true(str_contains(page, STR_LITERAL("function scoreAt(")));
	check_true(str_contains(page, STR_LITERAL("prefers-color-scheme: dark")));
	check_false(str_contains(page, STR_LITERAL("{{")));
	/* Nothing to compute with: the script leaves the plain table alone. */
	check_true(str_contains(page, STR_LITERAL("id=\"data\">null</script>")));
}

static void check_name(const char *name, const char *expected)
{
	struct sample_row row = sample_rows[0];

	row.name = name;
	check_true(str_contains(written(&row, 1), str_from(expected)));
}

static void test_hostile_names(void **state)
{
	(void)state;
	check_name("<script>alert(1)</script>", "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
	check_name("a & \"b\" &amp;", "<bdi>a &amp; &quot;b&quot; &amp;amp;</bdi>");
	check_name("\033[31m", "<bdi>\\x1B[31m</bdi>");
	check_name(sample_override, "<bdi>\\u{202E}gnp</bdi>");
	check_name("{{data}}", "<bdi>{{data}}</bdi>");
}

static struct str packed(const struct sample_row *rows, size_t count)
{
	const struct report report = sample_report(rows, count, &arena);
	FILE *file = tmpfile();
	char *bytes;
	long size;

	assert_non_null(file);
	pack_put(&report, &arena, file);
	size = ftell(file);
	assert_true(size > 0);
	rewind(file);
	bytes = ARENA_NEW(&arena, (size_t)size + 1, char);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	assert_int_equal(fclose(file), 0);
	return (struct str){bytes, (size_t)size};
}

static const struct json *read_back(struct str text)
{
	struct source *source = ARENA_NEW(&arena, 1, struct source);
	struct diag_sink sink;
	const struct json *json;

	*source = source_from_text("packed", text);
	diag_sink_init(&sink, &arena);
	json = json_read(source, &arena, &sink);
	assert_non_null(json);
	return json;
}

/* References go back only, types are there, and no array is empty. */
static void check_packed(const struct json *node, double pool, double types)
{
	const struct json *first = node->child;

	if (node->type == JSON_NUMBER)
		check_true(node->number < pool);
	if (node->type != JSON_ARRAY)
		return;
	assert_non_null(first);
	assert_int_equal(first->type, JSON_NUMBER);
	check_true(first->number < types + 3);
	for (const struct json *item = first->next; item; item = item->next)
		if (first->number < 1 || first->number > 2) /* those hold numbers proper */
			check_packed(item, pool, types);
}

static void test_pack_is_sound(void **state)
{
	const struct json *json = read_back(packed(sample_rows, sample_row_count));
	const struct json *pool = json_member(json, "pool");
	const double types = (double)json_member(json, "types")->count;
	double before = 0;

	(void)state;
	check_size(json_member(json, "rows")->count, sample_row_count);
	for (const struct json *entry = pool->child; entry; entry = entry->next)
		check_packed(entry, before++, types);
	for (const struct json *row = json_member(json, "rows")->child; row; row = row->next)
		check_packed(row, (double)pool->count, types);
	check_packed(json_member(json, "head"), (double)pool->count, types);
}

static void test_pack_says_things_once(void **state)
{
	const struct sample_row twice[] = {sample_rows[0], sample_rows[0]};
	const struct str one = packed(twice, 1);
	const struct str two = packed(twice, 2);

	(void)state;
	check_true(two.length < one.length + 100);
	check_false(str_contains(one, STR_LITERAL("\x01")));
}

static void test_pack_is_safe_in_a_script(void **state)
{
	struct sample_row row = sample_rows[0];
	struct str text;

	(void)state;
	row.name = "</script><!-- \xE2\x80\xA8 \xE2\x80\xA9";
	text = packed(&row, 1);
	check_false(str_contains(text, STR_LITERAL("<")));
	check_false(str_contains(text, STR_LITERAL("\xE2\x80\xA8")));
	check_true(
	    str_contains(text, STR_LITERAL("\"\\u003c/script>\\u003c!-- \\u2028 \\u2029\"")));
	(void)read_back(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_template_is_filled, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_hostile_names, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_pack_is_sound, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_pack_says_things_once, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_pack_is_safe_in_a_script, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
