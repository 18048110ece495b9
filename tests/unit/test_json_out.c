/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>

#include "arena_tests.h"
#include "failing_memory.h"
#include "read/json.h"
#include "sample_report.h"

static struct str written(const char *format, const struct sample_row *rows, size_t count)
{
	const struct report report = sample_report(rows, count, &arena);
	const struct format_options options = format_options_default();

	return format_to_text(format, &report, &options, &arena);
}

static const struct json *parsed(struct str text)
{
	struct source *source = ARENA_NEW(&arena, 1, struct source);
	struct diag_sink sink;
	const struct json *json;

	diag_sink_init(&sink, &arena);
	*source = source_from_text("out.json", str_copy(&arena, text));
	json = json_read(source, &arena, &sink);
	assert_non_null(json);
	return json;
}

static void test_golden(void **state)
{
	(void)state;
	check_text(written("json", &sample_rows[1], 1),
		   "{\n"
		   "  \"format\": \"sample/1\",\n"
		   "  \"program\": \"slurryscreen 0\",\n"
		   "  \"model\": {\"name\": \"slurry\", \"weight\": 0.1},\n"
		   "  \"results\": [\n"
		   "    {\n"
		   "      \"rank\": 2,\n"
		   "      \"solvent\": {\n"
		   "        \"id\": \"dibutyl-ether\",\n"
		   "        \"name\": \"Di-n-butyl ether of a rather long name\",\n"
		   "        \"cas\": \"142-96-1\"\n"
		   "      },\n"
		   "      \"salt\": null,\n"
		   "      \"score\": 54.5,\n"
		   "      \"verdict\": \"usable\",\n"
		   "      \"criteria\": {\n"
		   "        \"comp\": {\"value\": 0.5, \"low\": 0.25, \"high\": 0.75, "
		   "\"state\": \"inferred\"},\n"
		   "        \"salt\": {\"value\": 0.0625, \"low\": 0, \"high\": 0.2, "
		   "\"state\": \"measured\"}\n"
		   "      },\n"
		   "      \"boiling_point\": 142,\n"
		   "      \"remarks\": [\"peroxide-former\", \"takes-up-water\"],\n"
		   "      \"reference\": false\n"
		   "    }\n"
		   "  ]\n"
		   "}\n");
}

static void test_lines_golden(void **state)
{
	(void)state;
	check_text(written("jsonl", &sample_rows[3], 1),
		   "{\"format\":\"sample/1\",\"program\":\"slurryscreen 0\","
		   "\"model\":{\"name\":\"slurry\",\"weight\":0.1}}\n"
		   "{\"rank\":null,\"solvent\":{\"id\":\"nmp\",\"name\":\"N-Methyl-2-pyrrolidone\","
		   "\"cas\":\"872-50-4\"},\"salt\":null,\"score\":4.5,\"verdict\":\"rejected\","
		   "\"criteria\":{\"comp\":{\"value\":0,\"low\":0,\"high\":0,"
		   "\"state\":\"measured\"},\"salt\":{\"value\":0.85,\"low\":0.8,\"high\":0.9,"
		   "\"state\":\"measured\"}},\"boiling_point\":-24.4,"
		   "\"remarks\":[\"strong-donor\"],\"reference\":true}\n");
}

static void test_no_rows(void **state)
{
	(void)state;
	check_text(written("json", NULL, 0),
		   "{\n"
		   "  \"format\": \"sample/1\",\n"
		   "  \"program\": \"slurryscreen 0\",\n"
		   "  \"model\": {\"name\": \"slurry\", \"weight\": 0.1},\n"
		   "  \"results\": []\n"
		   "}\n");
	check_text(written("jsonl", NULL, 0),
		   "{\"format\":\"sample/1\",\"program\":\"slurryscreen 0\","
		   "\"model\":{\"name\":\"slurry\",\"weight\":0.1}}\n");
}

static void test_no_head(void **state)
{
	struct report report = sample_report(NULL, 0, &arena);
	const struct format_options options = format_options_default();

	(void)state;
	report.head = value_null();
	check_text(format_to_text("json", &report, &options, &arena),
		   "{\n"
		   "  \"format\": \"sample/1\",\n"
		   "  \"results\": []\n"
		   "}\n");
	check_text(format_to_text("jsonl", &report, &options, &arena),
		   "{\"format\":\"sample/1\"}\n");
}

static const struct json *first_result(const struct json *json)
{
	const struct json *results = json_member(json, "results");

	assert_non_null(results);
	assert_non_null(results->child);
	return results->child;
}

/* Any text comes back as it was; what is not UTF-8 comes back visible. */
static void test_hostile_names_read_back(void **state)
{
	static const char *const names[] = {
	    "<script>alert(1)</script>",
	    "say \"x\" \\ /",
	    "a\nb\tc\r",
	    "\033[2J\007\177",
	    "=cmd()",
	    sample_override,
	    "Li\xE2\x82\x86",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct sample_row row = sample_rows[0];
		const struct json *solvent;

		row.name = names[i];
		solvent = json_member(first_result(parsed(written("json", &row, 1))), "solvent");
		check_text(json_member(solvent, "name")->string, names[i]);
	}
}

static void test_malformed_text_is_still_json(void **state)
{
	struct sample_row row = sample_rows[0];
	const struct json *solvent;

	(void)state;
	row.name = "caf\xE9";
	solvent = json_member(first_result(parsed(written("json", &row, 1))), "solvent");
	check_text(json_member(solvent, "name")->string, "caf\\xE9");
}

static void test_numbers_read_back(void **state)
{
	static const double numbers[] = {0.1 + 0.2, 1e-320, -0.0, 1.7976931348623157e308,
					 1e21,      1.0 / 3};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		struct sample_row row = sample_rows[0];

		row.boiling_point = numbers[i];
		check_double(
		    json_member(first_result(parsed(written("json", &row, 1))), "boiling_point")
			->number,
		    numbers[i], 0);
	}
}

static void test_what_is_not_finite_is_null(void **state)
{
	struct sample_row row = sample_rows[0];
	const struct json *result;
	const struct json *comp;

	(void)state;
	row.boiling_point = (double)INFINITY;
	row.comp = num_missing();
	result = first_result(parsed(written("json", &row, 1)));
	check_int(json_member(result, "boiling_point")->type, JSON_NULL);
	comp = json_member(json_member(result, "criteria"), "comp");
	check_int(json_member(comp, "value")->type, JSON_NULL);
	check_int(json_member(comp, "low")->type, JSON_NULL);
	check_text(json_member(comp, "state")->string, "missing");
}

/* ---- Memory ------------------------------------------------------------------------------ */

/* False if memory ran out. */
static bool write_with(const struct format *format, struct arena *scratch, FILE *out)
{
	const struct report report = sample_report(sample_rows, sample_row_count, &arena);
	const struct format_options options = format_options_default();
	jmp_buf recovery;

	if (setjmp(recovery) != 0) {
		arena_recover_at(scratch, NULL);
		return false;
	}
	arena_recover_at(scratch, &recovery);
	check_true(format->write(&report, &options, scratch, out));
	arena_recover_at(scratch, NULL);
	return true;
}

/* Each growth fails once, in every format: nothing leaks, not even the rows' own memory. */
static void test_memory_that_runs_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < format_count; i++) {
		bool done = false;

		for (size_t n = 0; !done; n++) {
			struct failing_memory memory = {.left = n};
			const struct arena_system system = failing_system(&memory);
			struct arena scratch;
			FILE *out = tmpfile();

			assert_non_null(out);
			arena_init(&scratch, &system);
			done = write_with(&formats[i], &scratch, out);
			arena_release(&scratch);
			check_size(memory.live, 0);
			(void)fclose(out);
			check_true(n < 1000);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_golden, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_lines_golden, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_rows, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_head, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_hostile_names_read_back, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_malformed_text_is_still_json, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_numbers_read_back, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_what_is_not_finite_is_null, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_memory_that_runs_out, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
