/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "base/arena.h"
#include "base/str.h"

static void slices_compare_as_bytes(void **state)
{
	const struct str empty = {NULL, 0};

	(void)state;
	check_true(str_equal(empty, STR_LITERAL("")));
	check_true(str_is(STR_LITERAL("NBR"), "NBR"));
	check_false(str_is(STR_LITERAL("NBR"), "NBRx"));
	check_false(str_is(STR_LITERAL("NBRx"), "NBR"));
	check_true(str_equal_fold(STR_LITERAL("Li6PS5Cl"), STR_LITERAL("li6ps5CL")));
	check_false(str_equal_fold(STR_LITERAL("\xC3\x84"), STR_LITERAL("\xC3\xA4")));
	check_true(str_compare(STR_LITERAL("a"), STR_LITERAL("ab")) < 0);
	check_true(str_compare(STR_LITERAL("\xFF"), STR_LITERAL("a")) > 0);
	check_int(str_compare(empty, empty), 0);
	check_true(str_contains(STR_LITERAL("toluene"), STR_LITERAL("uene")));
	check_true(str_contains(empty, empty));
	check_false(str_contains(STR_LITERAL("tol"), STR_LITERAL("toluene")));
	check_true(str_starts(STR_LITERAL("toluene"), "tol"));
	check_false(str_starts(STR_LITERAL("to"), "tol"));
	check_text(str_trim(STR_LITERAL(" \ta b\t ")), "a b");
	check_text(str_trim(STR_LITERAL(" \t ")), "");
	check_text(str_part(STR_LITERAL("toluene"), 3, 2), "ue");
	check_text(str_part(STR_LITERAL("toluene"), 5, SIZE_MAX), "ne");
	check_text(str_part(STR_LITERAL("toluene"), 50, 1), "");
}

static void items_come_one_by_one(void **state)
{
	struct str rest = STR_LITERAL("H225; H304 ;;H315");
	struct str item;

	(void)state;
	check_true(str_next(&rest, ';', &item));
	check_text(item, "H225");
	check_true(str_next(&rest, ';', &item));
	check_text(item, "H304");
	check_true(str_next(&rest, ';', &item));
	check_text(item, "");
	check_true(str_next(&rest, ';', &item));
	check_text(item, "H315");
	check_false(str_next(&rest, ';', &item));
	rest = STR_LITERAL("");
	check_false(str_next(&rest, ';', &item));
}

static void distances_count_edits(void **state)
{
	static const struct {
		const char *a, *b;
		size_t edits;
	} rows[] = {
	    {"", "", 0},
	    {"toluene", "toluene", 0},
	    {"toluene", "tolune", 1},
	    {"toluene", "tolueen", 1}, /* neighbours swapped */
	    {"anisole", "anisol", 1},
	    {"xylene", "hexane", 4},
	    {"kitten", "sitting", 3},
	    {"ab", "ba", 1},
	    {"abcd", "badc", 2},
	    {"", "abc", 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct str a = str_from(rows[i].a);
		const struct str b = str_from(rows[i].b);

		check_size(str_distance(a, b, 10), rows[i].edits);
		check_size(str_distance(b, a, 10), rows[i].edits);
		for (size_t limit = 0; limit < 6; limit++)
			check_size(str_distance(a, b, limit),
				   rows[i].edits <= limit ? rows[i].edits : limit + 1);
	}
}

static void distances_of_long_texts_are_cut_off(void **state)
{
	char a[1000];
	char b[1000];

	(void)state;
	memset(a, 'a', sizeof a);
	memset(b, 'a', sizeof b);
	b[500] = 'b';
	check_size(str_distance((struct str){a, sizeof a}, (struct str){b, sizeof b}, 300), 1);
	memset(b, 'b', sizeof b);
	check_size(str_distance((struct str){a, sizeof a}, (struct str){b, sizeof b}, 3), 4);
}

static void the_nearest_word_is_suggested(void **state)
{
	const struct str words[] = {
	    STR_LITERAL("toluene"),
	    STR_LITERAL("p-xylene"),
	    STR_LITERAL("anisole"),
	    STR_LITERAL("m-xylene"),
	};

	(void)state;
	check_size(str_nearest(STR_LITERAL("Tolune"), words, COUNT_OF(words)), 0);
	check_size(str_nearest(STR_LITERAL("q-xylene"), words, COUNT_OF(words)), 1);
	check_size(str_nearest(STR_LITERAL("ANISOL"), words, COUNT_OF(words)), 2);
	check_size(str_nearest(STR_LITERAL("water"), words, COUNT_OF(words)), SIZE_MAX);
	check_size(str_nearest(STR_LITERAL(""), words, COUNT_OF(words)), SIZE_MAX);
	check_size(str_nearest(STR_LITERAL("a"), words, 0), SIZE_MAX);
}

static void names_fold_to_one_form(void **state)
{
	static const struct {
		const char *name, *folded;
	} rows[] = {
	    {"Toluene", "toluene"},
	    {"Li\xE2\x82\x86PS\xE2\x82\x85"
	     "Cl",
	     "li6ps5cl"},
	    {"10 \xC2\xB5m\xC2\xB2", "10-\xC2\xB5m2"},
	    {"cm\xE2\x81\xB4", "cm4"},
	    {"n\xE2\x80\x91"
	     "butyl__acetate ",
	     "n-butyl-acetate"},
	    {" a\xC2\xA0 b", "a-b"},
	    {"\xCE\xB3-valerolactone", "gamma-valerolactone"},
	    {"\xCE\x91-pinene", "alpha-pinene"},
	    {"\xC3\xBC\xFF", "\xC3\xBC\xFF"},
	    {"", ""},
	    {"   ", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena, NULL);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_text(str_fold_name(&arena, str_from(rows[i].name)), rows[i].folded);
	arena_release(&arena);
}

static void malformed_utf8_is_found(void **state)
{
	static const struct {
		const char *text;
		size_t bad;
	} rows[] = {
	    {"plain ascii, more than eight bytes", 34},
	    {"\xC3\xBC\xE2\x82\x86\xF0\x9F\x98\x80", 9},
	    {"abc\xFC"
	     "def",
	     3},
	    {"eight by\xC3", 8}, /* cut off */
	    {"\xC0\x80", 0},     /* overlong */
	    {"\xE0\x80\xAF", 0},
	    {"\xF0\x80\x80\x80", 0},
	    {"a\xED\xA0\x80", 1},    /* surrogate */
	    {"\xF4\x90\x80\x80", 0}, /* beyond U+10FFFF */
	    {"\xF5\x80\x80\x80", 0},
	    {"\x80", 0},
	    {"\xE2\x82(", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_size(utf8_check(str_from(rows[i].text)), rows[i].bad);
	check_size(utf8_check((struct str){NULL, 0}), 0);
	check_size(utf8_sequence((struct str){NULL, 0}), 0);
}

static void widths_are_terminal_columns(void **state)
{
	(void)state;
	check_size(utf8_width(STR_LITERAL("abc")), 3);
	check_size(utf8_width(STR_LITERAL("\xC3\xBC")), 1);
	check_size(utf8_width(STR_LITERAL("u\xCC\x88")), 1);    /* combining */
	check_size(utf8_width(STR_LITERAL("\xE4\xBD\xA0")), 2); /* wide */
	check_size(utf8_width(STR_LITERAL("\xFF\xFE")), 2);     /* malformed */
}

static void text_grows(void **state)
{
	struct arena arena;
	struct text text;

	(void)state;
	arena_init(&arena, NULL);
	text_init(&text, &arena);
	assert_string_equal(text.at, "");
	for (int i = 0; i < 1000; i++)
		text_addf(&text, "%d,", i);
	text_add_char(&text, '!');
	text_add(&text, (struct str){NULL, 0});
	check_size(text.length, 10 * 2 + 90 * 3 + 900 * 4 + 1);
	check_size(strlen(text.at), text.length);
	check_int(text.at[text.length - 1], '!');
	arena_release(&arena);
}

static void controls_are_made_visible(void **state)
{
	/* ESC [31m LF NUL DEL, u with two dots, a malformed byte, CSI, right-to-left override. */
	static const unsigned char hostile[] = {0x1B, '[',  '3',  '1',  'm',  '\n', 0,    0x7F,
						0xC3, 0xBC, 0xFC, 0xC2, 0x9B, 0xE2, 0x80, 0xAE};
	struct arena arena;
	struct text text;

	(void)state;
	arena_init(&arena, NULL);
	text_init(&text, &arena);
	text_add_visible(&text, (struct str){(const char *)hostile, sizeof hostile});
	check_text(text_str(&text), "\\x1B[31m\\x0A\\x00\\x7F\xC3\xBC\\xFC\\u{9B}\\u{202E}");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(slices_compare_as_bytes),
	    cmocka_unit_test(items_come_one_by_one),
	    cmocka_unit_test(distances_count_edits),
	    cmocka_unit_test(distances_of_long_texts_are_cut_off),
	    cmocka_unit_test(the_nearest_word_is_suggested),
	    cmocka_unit_test(names_fold_to_one_form),
	    cmocka_unit_test(malformed_utf8_is_found),
	    cmocka_unit_test(widths_are_terminal_columns),
	    cmocka_unit_test(text_grows),
	    cmocka_unit_test(controls_are_made_visible),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
