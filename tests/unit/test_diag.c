/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/diag.h"

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

/* What diag_print prints, in the world's arena. */
static struct str printed(struct world *world, bool colour)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	struct str copy;

	assert_non_null(stream);
	diag_print(&world->sink, &world->arena, stream, colour);
	check_int(fclose(stream), 0);
	copy = str_copy(&world->arena, (struct str){bytes, length});
	free(bytes);
	return copy;
}

static bool is_lower_slug(const char *slug)
{
	for (const char *c = slug; *c; c++)
		if (!(ascii_is_digit(*c) || *c == '-' || (*c >= 'a' && *c <= 'z')))
			return false;
	return *slug != '\0';
}

static void the_list_is_sound(void **state)
{
	(void)state;
	for (int i = 0; i < DIAG_COUNT; i++) {
		const struct diag_rule *rule = &diag_rules[i];
		const size_t length = strlen(rule->doc);

		print_message("  %s\n", rule->slug);
		check_true(is_lower_slug(rule->slug));
		check_int(diag_find(str_from(rule->slug)), i); /* unique, too */
		check_true(*rule->text != '\0');
		check_true(rule->text[strlen(rule->text) - 1] != '.');
		check_true(length > 0 && rule->doc[length - 1] == '.');
		check_true(rule->doc[0] >= 'A' && rule->doc[0] <= 'Z');
	}
	check_int(diag_find(STR_LITERAL("no-such-rule")), DIAG_COUNT);
}

static void a_message_is_printed_as_by_a_compiler(void **state)
{
	struct world *world = *state;
	const struct source source = source_from_text(
	    "data/solvents.csv", STR_LITERAL("id,name\nPVA,Polyvinyl alcohol,-300,1.19\nx\n"));

	DIAG_REPORT(&world->sink, TOO_LARGE, ((struct place){&source, 30, 4}), "cell", (size_t)4,
		    (size_t)3);
	diag_hint(&world->sink, "did you mean %d?", 30);
	check_text(
	    printed(world, false),
	    "data/solvents.csv:2:23: error: cell of 4 bytes is over the limit of 3, not used "
	    "[too-large]\n"
	    "    2 | PVA,Polyvinyl alcohol,-300,1.19\n"
	    "      |                       ^~~~\n"
	    "        hint: did you mean 30?\n");
}

static void without_a_place_there_is_one_line(void **state)
{
	struct world *world = *state;

	DIAG_REPORT(&world->sink, BOM, ((struct place){NULL, 0, 0}));
	check_text(printed(world, false),
		   "screen: note: byte order mark skipped [byte-order-mark]\n");
}

static void colours_stand_for_meaning(void **state)
{
	struct world *world = *state;

	DIAG_REPORT(&world->sink, NUL_BYTE, ((struct place){NULL, 0, 0}));
	check_text(printed(world, true),
		   "\x1b[1mscreen\x1b[0m: \x1b[1;31merror\x1b[0m: NUL byte in "
		   "the text, row not used [nul-byte]\n");
}

static void input_cannot_reach_the_terminal(void **state)
{
	struct world *world = *state;
	const struct source source = source_from_text(
	    "a\x1b[2J.csv", STR_LITERAL("\xC3\xBC\x1b[31m,\xE4\xBD\xA0\tb,\"c\"x\n"));

	DIAG_REPORT(&world->sink, JSON_SYNTAX, ((struct place){&source, 15, 1}), "\x1b[2J");
	diag_hint(&world->sink, "\r%s", "two");
	diag_hint(&world->sink, "lines");
	check_text(printed(world, false), "a\\x1B[2J.csv:1:13: error: \\x1B[2J, file not used "
					  "[json-syntax]\n"
					  "    1 | \xC3\xBC\\x1B[31m,\xE4\xBD\xA0 b,\"c\"x\n"
					  "      |                 ^\n"
					  "        hint: \\x0Dtwo\n"
					  "        hint: lines\n");
}

static void a_long_line_is_shown_in_part(void **state)
{
	struct world *world = *state;
	char text[1001];
	struct source source;
	struct str out;
	struct str line;

	memset(text, 'a', 1000);
	text[1000] = '\0';
	memcpy(text + 500, "HERE", 4);
	source = source_from_text("t", str_from(text));
	DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, 500, 4}));
	DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, 0, 900}));
	DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, 998, 2}));
	out = printed(world, false);
	for (int i = 0; str_next(&out, '\n', &line); i++) {
		check_true(utf8_width(line) <= 100 - (i % 3 == 0 ? 0 : 4)); /* trimmed */
		if (i == 1)
			check_text(str_part(line, line.length - 6, 6), "aaa...");
		if (i == 4)
			check_true(str_contains(line, STR_LITERAL(" | ...a")) &&
				   str_contains(line, STR_LITERAL("HERE")));
		if (i == 5)
			check_text(str_part(line, line.length - 5, 5), " ^~~~");
		if (i == 7)
			check_text(str_part(line, line.length - 3, 3), "aaa");
	}
}

static void places_at_the_edges_are_shown(void **state)
{
	struct world *world = *state;
	const struct source source = source_from_text("t", STR_LITERAL("\xEF\xBB\xBF"
								       "ab\r\ncd\n"));

	DIAG_REPORT(&world->sink, BOM, ((struct place){&source, 0, 3}));
	DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, 5, 1}));
	DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, 6, 1}));
	DIAG_REPORT(&world->sink, CSV_OPEN_QUOTE, ((struct place){&source, 10, 0}));
	check_text(printed(world, false),
		   "t:1:1: note: byte order mark skipped [byte-order-mark]\n"
		   "    1 | ab\n"
		   "      | ^\n"
		   "t:1:3: warning: carriage return without line feed ends the row [csv-stray-cr]\n"
		   "    1 | ab\n"
		   "      |   ^\n"
		   "t:1:4: warning: carriage return without line feed ends the row [csv-stray-cr]\n"
		   "    1 | ab\n"
		   "      |   ^\n"
		   "t:3:1: error: quote opened here is never closed, rest of the file not used "
		   "[csv-open-quote]\n"
		   "    3 | \n"
		   "      | ^\n");
}

static void order_is_by_file_place_and_discovery(void **state)
{
	struct world *world = *state;
	const struct source a = source_from_text("a", STR_LITERAL("aaaa"));
	const struct source b = source_from_text("b", STR_LITERAL("bbbb"));
	const struct place places[] = {
	    {&b, 1, 1}, {&a, 3, 1}, {&a, 1, 1}, {&b, 1, 1}, {NULL, 0, 0}};
	const size_t order[] = {4, 2, 1, 0, 3};
	const struct diag *sorted;

	for (size_t i = 0; i < COUNT_OF(places); i++)
		DIAG_REPORT(&world->sink, BOM, places[i]);
	sorted = diag_sorted(&world->sink, &world->arena);
	for (size_t i = 0; i < COUNT_OF(order); i++)
		check_size(sorted[i].order, order[i]);
	check_false(diag_has_errors(&world->sink));
	DIAG_REPORT(&world->sink, NUL_BYTE, places[0]);
	check_true(diag_has_errors(&world->sink));
}

static void what_is_over_the_limit_is_counted(void **state)
{
	struct world *world = *state;

	world->sink.limit_per_rule = 2;
	for (int i = 0; i < 5; i++) {
		DIAG_REPORT(&world->sink, JSON_SYNTAX, ((struct place){NULL, 0, 0}), "bad");
		diag_hint(&world->sink, "%d", i);
	}
	DIAG_REPORT(&world->sink, BOM, ((struct place){NULL, 0, 0}));
	check_size(world->sink.count, 3);
	check_size(world->sink.total[DIAG_JSON_SYNTAX], 5);
	check_size(world->sink.severities[DIAG_ERROR], 5);
	assert_string_equal(world->sink.items[1].hint, "1"); /* not that of a later one */
	check_text(printed(world, false),
		   "screen: error: bad, file not used [json-syntax]\n        hint: 0\n"
		   "screen: error: bad, file not used [json-syntax]\n        hint: 1\n"
		   "screen: note: byte order mark skipped [byte-order-mark]\n"
		   "screen: note: 3 more of the same kind, not shown [json-syntax]\n");
}

static void long_messages_are_cut_between_code_points(void **state)
{
	struct world *world = *state;
	char text[3001];

	for (size_t i = 0; i < 3000; i += 2)
		memcpy(text + i, "\xC3\xBC", 2);
	text[3000] = '\0';
	for (size_t skip = 0; skip < 4; skip++) {
		const char *message;

		DIAG_REPORT(&world->sink, JSON_SYNTAX, ((struct place){NULL, 0, 0}),
			    text + 2 * skip);
		message = world->sink.items[skip].message;
		check_true(strlen(message) <= DIAG_TEXT_MAX + 3);
		check_size(utf8_check(str_from(message)), strlen(message));
	}
}

/* A thousand messages of a long text: the text is passed once, not a thousand times. */
static void many_messages_of_a_long_text_are_quick(void **state)
{
	enum { LENGTH = 50 << 20 };
	struct world *world = *state;
	char *text = arena_alloc(&world->arena, LENGTH + 1, 1);
	const struct source source = source_from_text("t", (struct str){text, LENGTH});
	const clock_t start = clock();

	memset(text, 'x', LENGTH);
	for (size_t i = 0; i < 1000; i++)
		DIAG_REPORT(&world->sink, CSV_STRAY_CR, ((struct place){&source, LENGTH - i, 1}));
	check_true(printed(world, false).length > 1000);
	check_true((double)(clock() - start) / CLOCKS_PER_SEC < 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_list_is_sound),
	    cmocka_unit_test_setup_teardown(a_message_is_printed_as_by_a_compiler, setup, teardown),
	    cmocka_unit_test_setup_teardown(without_a_place_there_is_one_line, setup, teardown),
	    cmocka_unit_test_setup_teardown(colours_stand_for_meaning, setup, teardown),
	    cmocka_unit_test_setup_teardown(input_cannot_reach_the_terminal, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_long_line_is_shown_in_part, setup, teardown),
	    cmocka_unit_test_setup_teardown(places_at_the_edges_are_shown, setup, teardown),
	    cmocka_unit_test_setup_teardown(order_is_by_file_place_and_discovery, setup, teardown),
	    cmocka_unit_test_setup_teardown(what_is_over_the_limit_is_counted, setup, teardown),
	    cmocka_unit_test_setup_teardown(long_messages_are_cut_between_code_points, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(many_messages_of_a_long_text_are_quick, setup,
					    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
