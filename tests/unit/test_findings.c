/* SPDX-License-Identifier: MIT */
/* Findings as reports: the same ones in every format, and each format well formed. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "check/check.h"
#include "read/json.h"
#include "report/findings.h"

/* Twelve wrong densities, a date, and characters that formats must escape. */
static const char bad_text[] = "id,name,cas,density\n"
			       "a,\"x <y> & \"\"z\"\", 100%\",1975-09-02,0.8\n"
			       "b0,,,-1\nb1,,,-1\nb2,,,-1\nb3,,,-1\nb4,,,-1\nb5,,,-1\n"
			       "b6,,,-1\nb7,,,-1\nb8,,,-1\nb9,,,-1\nb10,,,-1\nb11,,,-1\n"
			       "c,,,<&>\n";

struct world {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct source source;
	struct findings findings;
	enum finding_level levels[DIAG_COUNT];
};

static struct findings collect(struct world *world, size_t max)
{
	const struct check_options options = {.known = db_builtin(), .base = db_builtin()};
	const struct check_arenas arenas = {&world->arena, &world->scratch, &world->row};
	struct diag_sink sink;
	struct findings findings;
	struct finding_file *file = ARENA_NEW(&world->arena, 1, struct finding_file);

	diag_sink_init(&sink, &world->arena);
	sink.limit_per_rule = 100;
	(void)check_run(&world->source, 1, &options, &arenas, &sink);
	findings = findings_collect(&sink, world->levels, max, &world->arena);
	*file = (struct finding_file){.name = world->source.name, .kind = "solvents", .rows = 14};
	findings.files = file;
	findings.file_count = 1;
	findings.program = STR_LITERAL("slurryscreen");
	findings.version = STR_LITERAL("9.9.9");
	findings.home = STR_LITERAL("https://example.org/x");
	return findings;
}

static int set_up(void **state)
{
	struct world *world = calloc(1, sizeof *world);

	arena_init(&world->arena, NULL);
	arena_init(&world->scratch, NULL);
	arena_init(&world->row, NULL);
	world->source = source_from_text("my list, \"new\".csv", str_from(bad_text));
	world->findings = collect(world, SIZE_MAX);
	*state = world;
	return 0;
}

static int tear_down(void **state)
{
	struct world *world = *state;

	arena_release(&world->arena);
	arena_release(&world->scratch);
	arena_release(&world->row);
	free(world);
	return 0;
}

static struct str render(struct world *world, const struct findings *findings, const char *name)
{
	const struct findings_options options = {false, false};
	struct str made = {NULL, 0};
	char *buffer = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&buffer, &length);

	for (size_t i = 0; i < findings_format_count; i++)
		if (strcmp(findings_formats[i].name, name) == 0)
			check_true(
			    findings_formats[i].write(findings, &options, &world->scratch, out));
	(void)fclose(out);
	made = str_copy(&world->arena, (struct str){buffer, length});
	free(buffer);
	arena_clear(&world->scratch);
	return made;
}

static size_t count(struct str text, const char *what)
{
	const size_t length = strlen(what);
	size_t found = 0;

	for (size_t i = 0; i + length <= text.length; i++)
		found += memcmp(text.at + i, what, length) == 0;
	return found;
}

static const struct json *parse(struct world *world, struct str text)
{
	struct source *source = ARENA_NEW(&world->arena, 1, struct source);
	struct diag_sink sink;
	const struct json *json;

	*source = source_from_text("made", text);
	diag_sink_init(&sink, &world->arena);
	json = json_read(source, &world->arena, &sink);
	if (!json)
		fail_msg("%s", sink.items[0].message);
	return json;
}

static void every_format_has_the_same_findings(void **state)
{
	struct world *world = *state;
	const size_t all = world->findings.count;

	check_true(all > 14);
	check_size(
	    json_member(parse(world, render(world, &world->findings, "json")), "findings")->count,
	    all);
	check_size(count(render(world, &world->findings, "sarif"), "\"ruleId\""), all);
	check_size(count(render(world, &world->findings, "junit"), "<testcase "), all);
}

static void the_same_findings_give_the_same_bytes(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < findings_format_count; i++)
		check_str(render(world, &world->findings, findings_formats[i].name),
			  render(world, &world->findings, findings_formats[i].name));
}

static void findings_are_in_order(void **state)
{
	const struct findings *const findings = &((struct world *)*state)->findings;

	for (size_t i = 1; i < findings->count; i++) {
		const struct line_column a = findings->items[i - 1].from;
		const struct line_column b = findings->items[i].from;

		check_true(a.line < b.line || (a.line == b.line && a.column <= b.column));
	}
}

static const struct json *member(const struct json *object, const char *key, enum json_type type)
{
	const struct json *const found = json_member(object, key);

	if (!found) {
		fail_msg("no member %s", key);
		return NULL; /* never: fail_msg jumps */
	}
	check_int(found->type, type);
	return found;
}

/* No member that the schema does not have: it forbids others. */
static void only(const struct json *object, const char *keys)
{
	for (const struct json *item = object->child; item; item = item->next) {
		struct str rest = str_from(keys);
		struct str key;
		bool known = false;

		while (str_next(&rest, ' ', &key))
			known |= str_equal(key, item->key);
		if (!known)
			fail_msg("%s is not in the schema", item->key.at);
	}
}

static void check_rule(const struct json *rule, size_t index)
{
	only(rule, "id shortDescription fullDescription help helpUri defaultConfiguration name");
	check_text(member(rule, "id", JSON_STRING)->string, diag_rules[index].slug);
	check_true(member(member(rule, "shortDescription", JSON_OBJECT), "text", JSON_STRING)
		       ->string.length > 0);
	check_true(member(member(rule, "help", JSON_OBJECT), "text", JSON_STRING)->string.length >
		   0);
	(void)member(member(rule, "defaultConfiguration", JSON_OBJECT), "level", JSON_STRING);
}

static void check_region(const struct json *region)
{
	only(region, "startLine startColumn endLine endColumn");
	check_true(member(region, "startLine", JSON_NUMBER)->number >= 1);
	check_true(member(region, "startColumn", JSON_NUMBER)->number >= 1);
	check_true(member(region, "endLine", JSON_NUMBER)->number >= 1);
	check_true(member(region, "endColumn", JSON_NUMBER)->number >= 1);
}

static void check_result(const struct json *result)
{
	const struct json *const level = member(result, "level", JSON_STRING);
	const struct json *location;

	only(result, "ruleId ruleIndex level message locations suppressions");
	check_true(str_is(level->string, "note") || str_is(level->string, "warning") ||
		   str_is(level->string, "error"));
	check_text(member(result, "ruleId", JSON_STRING)->string,
		   diag_rules[(size_t)member(result, "ruleIndex", JSON_NUMBER)->number].slug);
	(void)member(member(result, "message", JSON_OBJECT), "text", JSON_STRING);
	location = member(result, "locations", JSON_ARRAY)->child;
	only(location, "physicalLocation");
	location = member(location, "physicalLocation", JSON_OBJECT);
	only(location, "artifactLocation region");
	check_text(
	    member(member(location, "artifactLocation", JSON_OBJECT), "uri", JSON_STRING)->string,
	    "my%20list%2C%20%22new%22.csv");
	check_region(member(location, "region", JSON_OBJECT));
}

/* The structural rules of sarif-schema-2.1.0 for what is written. */
static void sarif_is_as_its_schema_has_it(void **state)
{
	struct world *world = *state;
	const struct json *const log = parse(world, render(world, &world->findings, "sarif"));
	const struct json *run;
	const struct json *driver;
	size_t index = 0;

	only(log, "$schema version runs");
	check_text(member(log, "version", JSON_STRING)->string, "2.1.0");
	check_size(member(log, "runs", JSON_ARRAY)->count, 1);
	run = json_member(log, "runs")->child;
	only(run, "tool columnKind invocations artifacts results");
	check_text(member(run, "columnKind", JSON_STRING)->string, "unicodeCodePoints");
	(void)member(member(run, "invocations", JSON_ARRAY)->child, "executionSuccessful",
		     JSON_TRUE);
	driver = member(member(run, "tool", JSON_OBJECT), "driver", JSON_OBJECT);
	only(driver, "name version informationUri rules");
	check_size(member(driver, "rules", JSON_ARRAY)->count, DIAG_COUNT);
	for (const struct json *rule = json_member(driver, "rules")->child; rule; rule = rule->next)
		check_rule(rule, index++);
	for (const struct json *result = member(run, "results", JSON_ARRAY)->child; result;
	     result = result->next)
		check_result(result);
}

static void annotations_are_ten_of_a_kind(void **state)
{
	struct world *world = *state;
	const struct str text = render(world, &world->findings, "github");

	check_size(count(text, "::error "), 10);
	check_size(count(text, "screen: 4 more errors not shown"), 1);
	/* A property escapes commas, data per cent signs. */
	check_true(count(text, "file=my list%2C \"new\".csv,line=") > 0);
	check_size(count(text, "\n\n"), 0);
}

/* Every element that is opened is closed, and nothing else looks like one. */
static void junit_is_well_formed(void **state)
{
	static const char *const elements[] = {"testsuites", "testsuite", "failure", "system-out"};
	struct world *world = *state;
	const struct str text = render(world, &world->findings, "junit");
	char totals[64];

	for (size_t i = 0; i < COUNT_OF(elements); i++) {
		char open[32];
		char close[32];

		(void)snprintf(open, sizeof open, "<%s", elements[i]);
		(void)snprintf(close, sizeof close, "</%s>", elements[i]);
		check_size(count(text, open) - (i == 1 ? count(text, "<testsuites") : 0),
			   count(text, close));
	}
	check_size(count(text, "<&>"), 0);
	check_true(count(text, "&lt;&amp;&gt;") > 0);
	(void)snprintf(totals, sizeof totals, "tests=\"%zu\" failures=\"%zu\"",
		       world->findings.count, world->findings.severities[DIAG_ERROR]);
	check_size(count(text, totals), 1);
}

static void text_groups_what_repeats(void **state)
{
	struct world *world = *state;
	const struct str text = render(world, &world->findings, "text");

	check_size(count(text, "[value-range]"), 1);
	check_size(count(text, "and 11 more like this"), 1);
}

static void levels_change_severities(void **state)
{
	struct world *world = *state;
	struct findings findings;

	world->levels[DIAG_VALUE_RANGE] = FINDING_OFF;
	world->levels[DIAG_SAME_MATERIAL] = FINDING_ON;
	world->levels[DIAG_LEDGER_NONE] = FINDING_ERROR;
	findings = collect(world, SIZE_MAX);
	memset(world->levels, 0, sizeof world->levels);
	check_size(findings.severities[DIAG_ERROR], 3);
	check_size(findings.found[DIAG_VALUE_RANGE], 0);
	for (size_t i = 0; i < findings.count; i++)
		check_true(findings.items[i].id != DIAG_VALUE_RANGE);
}

static void what_is_not_shown_is_counted(void **state)
{
	struct world *world = *state;
	const struct findings few = collect(world, 3);

	check_size(few.count, 3);
	check_size(few.not_shown, world->findings.count - 3);
	check_size(few.severities[DIAG_ERROR], world->findings.severities[DIAG_ERROR]);
	check_true(findings_fail(&few));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_format_has_the_same_findings),
	    cmocka_unit_test(the_same_findings_give_the_same_bytes),
	    cmocka_unit_test(findings_are_in_order),
	    cmocka_unit_test(sarif_is_as_its_schema_has_it),
	    cmocka_unit_test(annotations_are_ten_of_a_kind),
	    cmocka_unit_test(junit_is_well_formed),
	    cmocka_unit_test(text_groups_what_repeats),
	    cmocka_unit_test(levels_change_severities),
	    cmocka_unit_test(what_is_not_shown_is_counted),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
