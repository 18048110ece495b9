/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "failing_memory.h"
#include "read/json.h"

struct world {
	struct arena arena;
	struct diag_sink sink;
};

static int setup(void **state)
{
	struct world *world = calloc(1, sizeof *world);

	if (!world)
		return -1;
	arena_init(&world->arena, NULL);
	diag_sink_init(&world->sink, &world->arena);
	*state = world;
	return 0;
}

static int teardown(void **state)
{
	struct world *world = *state;

	arena_release(&world->arena);
	free(world);
	return 0;
}

/* In a block of its own size, so that AddressSanitizer sees any look beyond the end. */
static struct source *exact_source(struct world *world, struct str text)
{
	struct source *source = ARENA_NEW(&world->arena, 1, struct source);

	*source = source_from_text("t.json", str_copy(&world->arena, text));
	return source;
}

static const struct json *read(struct world *world, struct str text)
{
	diag_sink_init(&world->sink, &world->arena);
	return json_read(exact_source(world, text), &world->arena, &world->sink);
}

/* "line:column message" of each complaint. */
static struct str complaints(struct world *world)
{
	const struct diag *sorted = diag_sorted(&world->sink, &world->arena);
	struct text text;

	text_init(&text, &world->arena);
	for (size_t i = 0; i < world->sink.count; i++) {
		const struct line_column at =
		    source_locate(sorted[i].place.source, sorted[i].place.offset);

		text_addf(&text, "%s%zu:%zu %s", i > 0 ? "; " : "", at.line, at.column,
			  sorted[i].message);
	}
	return text_str(&text);
}

/* The tree as text, each value and key with offset and length. */
static void write_down(struct text *text, const struct json *node)
{
	static const char letters[] = "0ft#$[{";

	if (node->key_place.length > 0)
		text_addf(text, STR_FORMAT "@%zu+%zu:", STR_ARGS(node->key), node->key_place.offset,
			  node->key_place.length);
	text_addf(text, "%c" STR_FORMAT "@%zu+%zu", letters[node->type], STR_ARGS(node->string),
		  node->place.offset, node->place.length);
	if (node->count > 0)
		text_addf(text, "(%zu ", node->count);
	for (const struct json *child = node->child; child; child = child->next)
		write_down(text, child);
	if (node->count > 0)
		text_add_char(text, ')');
	if (node->next)
		text_add_char(text, ' ');
}

#define TEXT(literal)                                                                              \
	{                                                                                          \
		(literal), sizeof(literal) - 1                                                     \
	}

static const struct {
	struct str text;
	const char *tree;
} good[] = {
    {TEXT("null"), "0@0+4"},
    {TEXT(" true "), "t@1+4"},
    {TEXT("[false,\n1.50,\"a\"]"), "[@0+17(3 f@1+5 #1.50@8+4 $a@13+3)"},
    {TEXT("{}"), "{@0+2"},
    {TEXT("[]"), "[@0+2"},
    {TEXT("[[],{},[[]]]"), "[@0+12(3 [@1+2 {@4+2 [@7+4(1 [@8+2))"},
    {TEXT("{\"a\" : 1, \"b\":{\"c\":[2]}}"),
     "{@0+24(2 a@1+3:#1@7+1 b@10+3:{@14+9(1 c@15+3:[@19+3(1 #2@20+1)))"},
    {TEXT("\"\\u00fc\\uD83D\\uDE00\\n\\/\\\"\""), "$\xC3\xBC\xF0\x9F\x98\x80\n/\"@0+26"},
    {TEXT("{\"\":0,\"\\u0061\":1}"), "{@0+17(2 @1+2:#0@4+1 a@6+8:#1@15+1)"},
    {TEXT("-0"), "#-0@0+2"},
    {TEXT("1E+2"), "#1E+2@0+4"},
    {TEXT("9007199254740993"), "#9007199254740993@0+16"},
    {TEXT("\"\xC3\xBC\x7F\""), "$\xC3\xBC\x7F@0+5"},
    {TEXT("{\"A\":1,\"a\":2}"), "{@0+13(2 A@1+3:#1@5+1 a@7+3:#2@11+1)"},
};

static void nodes_have_their_places(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(good); i++) {
		const struct json *root = read(world, good[i].text);
		struct text text;

		print_message("  " STR_FORMAT "\n", STR_ARGS(good[i].text));
		check_text(complaints(world), "");
		assert_non_null(root);
		text_init(&text, &world->arena);
		write_down(&text, root);
		check_text(text_str(&text), good[i].tree);
	}
}

static const struct {
	struct str text;
	const char *complaint; /* less the fixed ", file not used" */
} bad[] = {
    {TEXT(""), "1:1 expected a value, but the text is empty"},
    {TEXT("  \n "), "2:2 expected a value, but the text is empty"},
    {TEXT("[1,2"), "1:1 this '[' is never closed"},
    {TEXT("{\"a\":[1,\n{\"b\":"), "2:1 this '{' is never closed"},
    {TEXT("{\"a\":1\n \"b\":2}"), "1:7 expected ',' or '}' after this value"},
    {TEXT("[1 2]"), "1:3 expected ',' or ']' after this value"},
    {TEXT("[1}"), "1:3 expected ',' or ']' after this value"},
    {TEXT("{\"a\" 1}"), "1:5 expected ':' after this key"},
    {TEXT("{\"a\"}"), "1:5 expected ':' after this key"},
    {TEXT("{\"a\""), "1:5 expected ':' after this key"},
    {TEXT("[1,]"), "1:4 expected a value after ','"},
    {TEXT("{\"a\":1,}"), "1:8 expected a key in double quotes after ','"},
    {TEXT("{,}"), "1:2 expected a key in double quotes or '}'"},
    {TEXT("{a:1}"), "1:2 expected a key in double quotes or '}'"},
    {TEXT("[,1]"), "1:2 expected a value"},
    {TEXT("]"), "1:1 expected a value"},
    {TEXT("1 2"), "1:3 expected the end of the text"},
    {TEXT("{} // done"), "1:4 expected the end of the text"},
    {TEXT("[1]]"), "1:4 expected the end of the text"},
    {TEXT("{\"a\":}"), "1:6 expected a value"},
    {TEXT("[tru]"), "1:2 expected a value"},
    {TEXT("[truex]"), "1:2 expected a value"},
    {TEXT("[True]"), "1:2 expected a value"},
    {TEXT("[NaN]"), "1:2 expected a value"},
    {TEXT("['a']"), "1:2 expected a value"},
    {TEXT("[+1]"), "1:2 expected a value"},
    {TEXT("[.5]"), "1:2 expected a value"},
    {TEXT("[01]"), "1:2 number with a leading zero"},
    {TEXT("[-012]"), "1:3 number with a leading zero"},
    {TEXT("[-]"), "1:3 expected a digit after '-'"},
    {TEXT("-"), "1:2 expected a digit after '-'"},
    {TEXT("[1.]"), "1:4 expected a digit after the decimal point"},
    {TEXT("[1.e3]"), "1:4 expected a digit after the decimal point"},
    {TEXT("[1e]"), "1:4 expected a digit in the exponent"},
    {TEXT("[1e+]"), "1:5 expected a digit in the exponent"},
    {TEXT("[1,\n 1e999]"), "2:2 number beyond the range of a double"},
    {TEXT("[0x10]"), "1:3 expected ',' or ']' after this value"},
    {TEXT("[\"a]"), "1:2 this string is never closed"},
    {TEXT("[\"a\\"), "1:4 unknown escape in a string"},
    {TEXT("[\"a\nb\"]"), "1:4 control character 0x0a in a string"},
    {TEXT("[\"a\tb\"]"), "1:4 control character 0x09 in a string"},
    {TEXT("[\"a\0b\"]"), "1:4 control character 0x00 in a string"},
    {TEXT("[\"\\x\"]"), "1:3 unknown escape in a string"},
    {TEXT("[\"\\u12G4\"]"), "1:3 expected four hexadecimal digits after \\u"},
    {TEXT("[\"\\u12"), "1:3 expected four hexadecimal digits after \\u"},
    {TEXT("[\"\\u0000\"]"), "1:3 NUL in a string"},
    {TEXT("[\"ab\\uD800\"]"), "1:5 first half of a surrogate pair without the second"},
    {TEXT("[\"\\uD800\\n\"]"), "1:3 first half of a surrogate pair without the second"},
    {TEXT("[\"\\uD800\\uD800\"]"), "1:3 first half of a surrogate pair without the second"},
    {TEXT("[\"\\uDC00\"]"), "1:3 second half of a surrogate pair without the first"},
    {TEXT("[\"\xC3\xBC\xFC\"]"), "1:4 byte 0xfc is not UTF-8"},
    {TEXT("[\"\xED\xA0\x80\"]"), "1:3 byte 0xed is not UTF-8"},
    {TEXT("[1,\0 2]"), "1:4 expected a value"},
    {TEXT("[1\0]"), "1:3 expected ',' or ']' after this value"},
    {TEXT("1\0"), "1:2 expected the end of the text"},
    {TEXT("[\f1]"), "1:2 expected a value"},
    {TEXT("[\xC2\xA0"
	  "1]"),
     "1:2 expected a value"},
    {TEXT("{\"a\":1,\"\\u0061\":2}"), "1:8 key \"a\" stands twice in this object"},
    {TEXT("[{\"a\":{\"b\":1,\n\"b\":2,\n\"b\":3}}]"),
     "2:1 key \"b\" stands twice in this object, file not used; "
     "3:1 key \"b\" stands twice in this object"},
};

static void errors_have_their_places(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct text expected;

		print_message("  " STR_FORMAT "\n", STR_ARGS(bad[i].text));
		assert_null(read(world, bad[i].text));
		text_init(&expected, &world->arena);
		text_addf(&expected, "%s, file not used", bad[i].complaint);
		check_str(complaints(world), text_str(&expected));
	}
}

static void hints_say_what_to_write(void **state)
{
	static const struct {
		const char *text, *hint;
	} rows[] = {
	    {"[True]", "write true"},
	    {"[NULL]", "write null"},
	    {"[nan]", "JSON has neither NaN nor infinity; null stands for no value"},
	    {"['a']", "strings take double quotes"},
	    {"[+1]", "a number starts with a digit or '-'"},
	    {"[# x\n1]", "JSON has no comments"},
	};
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_null(read(world, str_from(rows[i].text)));
		assert_non_null(world->sink.items[0].hint);
		check_text(str_from(world->sink.items[0].hint), rows[i].hint);
	}
}

static void numbers_are_doubles(void **state)
{
	struct world *world = *state;

	check_double(read(world, STR_LITERAL("0.1"))->number, 0.1, 0);
	check_double(read(world, STR_LITERAL("-12e-1"))->number, -1.2, 0);
	check_double(read(world, STR_LITERAL("9007199254740993"))->number, 9007199254740992.0, 0);
	check_double(read(world, STR_LITERAL("1e-999"))->number, 0, 0);
}

static void a_byte_order_mark_is_skipped(void **state)
{
	struct world *world = *state;
	const struct json *root = read(world, STR_LITERAL("\xEF\xBB\xBF[1]"));

	assert_non_null(root);
	check_size(root->place.offset, 3);
	check_text(complaints(world), "1:1 byte order mark skipped");
}

static void members_are_found(void **state)
{
	struct world *world = *state;
	const struct json *root = read(world, STR_LITERAL("{\"a\":1,\"A\":{\"b\":\"x\"}}"));

	assert_non_null(root);
	check_double(json_member(root, "a")->number, 1, 0);
	check_text(json_member(json_member(root, "A"), "b")->string, "x");
	assert_null(json_member(root, "c"));
	assert_null(json_member(json_member(root, "a"), "c"));
	assert_null(json_member(NULL, "c"));
	assert_string_equal(json_type_phrase(root->type), "an object");
}

static void strings_are_written_as_json(void **state)
{
	struct world *world = *state;
	struct text text;

	text_init(&text, &world->arena);
	json_write_string(&text, (struct str){"a\"\\\n\x01\x7F\xC3\xBC/\xFF\0", 11});
	check_text(text_str(&text), "\"a\\\"\\\\\\n\\u0001\\u007f\xC3\xBC/\\ufffd\\u0000\"");
}

static struct str repeated(struct world *world, const char *part, size_t count, const char *end)
{
	struct text text;

	text_init(&text, &world->arena);
	for (size_t i = 0; i < count; i++)
		text_add(&text, str_from(part));
	text_add(&text, str_from(end));
	return text_str(&text);
}

static void depth_has_a_limit(void **state)
{
	struct world *world = *state;
	const struct str ends = repeated(world, "]", JSON_DEPTH_LIMIT, "");

	assert_non_null(read(world, repeated(world, "[", JSON_DEPTH_LIMIT, ends.at)));
	assert_null(read(world, repeated(world, "[", JSON_DEPTH_LIMIT + 1, ends.at)));
	check_text(complaints(world), "1:65 nested deeper than 64 levels, file not used");
	assert_null(read(world, repeated(world, "[", 50000, "")));
	check_text(complaints(world), "1:65 nested deeper than 64 levels, file not used");
	assert_null(read(world, repeated(world, "{\"a\":\n", 50000, "")));
	check_text(complaints(world), "65:1 nested deeper than 64 levels, file not used");
}

static void big_objects_take_no_quadratic_time(void **state)
{
	enum { MEMBERS = 100000 };
	struct world *world = *state;
	const clock_t start = clock();
	struct text text;

	text_init(&text, &world->arena);
	text_add_char(&text, '{');
	for (int i = 0; i < MEMBERS; i++)
		text_addf(&text, "\"key %d\":%d,\n", i, i);
	text_add(&text, STR_LITERAL("\"last\":0}"));
	assert_non_null(read(world, text_str(&text)));
	text.length--;
	text_add(&text, STR_LITERAL(",\"key 77\":1}"));
	assert_null(read(world, text_str(&text)));
	check_text(complaints(world),
		   "100001:10 key \"key 77\" stands twice in this object, file not used");
	assert_null(read(world, repeated(world, "\"a\":1,", MEMBERS, "\"a\":1}")));
	check_true((double)(clock() - start) / CLOCKS_PER_SEC < 20);
}

static void too_large_a_text_is_refused(void **state)
{
	struct world *world = *state;
	char *text = arena_alloc(&world->arena, json_size_limit + 2, 1);
	struct source source;

	memset(text, ' ', json_size_limit + 1);
	text[0] = '1';
	source = source_from_text("t.json", (struct str){text, json_size_limit + 1});
	assert_null(json_read(&source, &world->arena, &world->sink));
	check_int(world->sink.items[0].id, DIAG_TOO_LARGE);
	text[json_size_limit] = '\0';
	source.text.length--;
	assert_non_null(json_read(&source, &world->arena, &world->sink));
}

static int reading_runs_out(struct arena *arena, const struct source *source)
{
	struct diag_sink sink;
	jmp_buf recovery;

	if (setjmp(recovery) != 0)
		return 1;
	arena_recover_at(arena, &recovery);
	diag_sink_init(&sink, arena);
	(void)json_read(source, arena, &sink);
	return 0;
}

static void memory_may_run_out_anywhere(void **state)
{
	static const char *const ends[] = {"\"z\":0}", "\"a\":0}", "\"z\":+}"};
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		struct text text;
		size_t growths = 0;
		int out = 1;

		text_init(&text, &world->arena);
		text_add(&text, STR_LITERAL("{\"a\":[true,\"b\"],"));
		for (int k = 0; k < 1000; k++)
			text_addf(&text, "\"%d\":{\"x\":\"some text\"},", k);
		text_add(&text, str_from(ends[i]));
		for (; out; growths++) {
			struct failing_memory memory = {.left = growths};
			const struct arena_system system = failing_system(&memory);
			struct arena arena;

			arena_init(&arena, &system);
			out = reading_runs_out(&arena, exact_source(world, text_str(&text)));
			arena_release(&arena);
			check_size(memory.live, 0);
		}
		check_true(growths > 4);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(nodes_have_their_places, setup, teardown),
	    cmocka_unit_test_setup_teardown(errors_have_their_places, setup, teardown),
	    cmocka_unit_test_setup_teardown(hints_say_what_to_write, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_are_doubles, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_byte_order_mark_is_skipped, setup, teardown),
	    cmocka_unit_test_setup_teardown(members_are_found, setup, teardown),
	    cmocka_unit_test_setup_teardown(strings_are_written_as_json, setup, teardown),
	    cmocka_unit_test_setup_teardown(depth_has_a_limit, setup, teardown),
	    cmocka_unit_test_setup_teardown(big_objects_take_no_quadratic_time, setup, teardown),
	    cmocka_unit_test_setup_teardown(too_large_a_text_is_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(memory_may_run_out_anywhere, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
