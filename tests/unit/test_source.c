/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/source.h"
#include "failing_memory.h"

struct locating_case {
	const char *text;
	size_t offset, line, column;
};

static const struct locating_case locatings[] = {
    {"", 0, 1, 1},
    {"a,b\nc,d\n", 0, 1, 1},
    {"a,b\nc,d\n", 2, 1, 3},
    {"a,b\nc,d\n", 3, 1, 4}, /* the line end belongs to its line */
    {"a,b\nc,d\n", 4, 2, 1},
    {"a,b\nc,d\n", 8, 3, 1},
    {"a\r\nb", 1, 1, 2},
    {"a\r\nb", 2, 1, 3},
    {"a\r\nb", 3, 2, 1},
    {"a\rb\rc", 2, 2, 1},
    {"a\rb\rc", 4, 3, 1},
    {"\n\n\nx", 3, 4, 1},
    {"\xC3\xBC\xE2\x82\x86x", 5, 1, 3},
    {"\xC3\xBC\xE2\x82\x86x", 3, 1, 2}, /* within a code point */
    {"\xFC\xA0x", 2, 1, 3},             /* malformed bytes count one each */
    {"\xEF\xBB\xBFid\nb", 3, 1, 1},     /* the byte order mark counts none */
    {"\xEF\xBB\xBFid\nb", 0, 1, 1},
    {"\xEF\xBB\xBFid\nb", 6, 2, 1},
    {"abc", 100, 1, 4},
};

static void offsets_become_lines_and_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(locatings); i++) {
		const struct locating_case *row = &locatings[i];
		const struct source source = source_from_text("t", str_from(row->text));
		const struct line_column at = source_locate(&source, row->offset);

		print_message("  case %zu\n", i);
		check_size(at.line, row->line);
		check_size(at.column, row->column);
	}
}

static void a_cursor_says_the_same_in_any_order(void **state)
{
	static const char text[] = "\xEF\xBB\xBF"
				   "a,\xC3\xBC\r\nb\rc\n\n\xE2\x82\x86,\xFF"
				   "d";
	const struct source source = source_from_text("t", STR_LITERAL(text));
	struct source_cursor cursor;

	(void)state;
	source_cursor_init(&cursor, &source);
	for (size_t i = 0; i < 4 * sizeof text; i++) {
		const size_t offset = i < sizeof text ? i : i * 7 % sizeof text;
		const struct line_column a = source_cursor_move(&cursor, offset);
		const struct line_column b = source_locate(&source, offset);

		check_size(a.line, b.line);
		check_size(a.column, b.column);
	}
}

static void write_file(char *path, const char *bytes, size_t length)
{
	const int file = mkstemp(path);
	FILE *stream;

	check_true(file >= 0);
	stream = fdopen(file, "wb");
	assert_non_null(stream);
	check_size(fwrite(bytes, 1, length, stream), length);
	check_int(fclose(stream), 0);
}

static void files_are_read_whole(void **state)
{
	static char bytes[300000];
	struct arena arena;

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 31 >> 3);
	for (size_t length = 0; length <= sizeof bytes; length = 3 * length + 1) {
		char path[] = "test_source.XXXXXX";
		struct source source;
		struct source piped;
		FILE *stream;

		write_file(path, bytes, length);
		arena_init(&arena, NULL);
		check_int(source_read_file(&arena, path, &source), SOURCE_OK);
		check_text(str_from(source.name), path);
		check_str(source.text, ((struct str){bytes, length}));
		check_int(source.text.at[length], '\0');
		stream = fopen(path, "rb");
		assert_non_null(stream);
		check_int(source_read_stream(&arena, "<stdin>", stream, &piped), SOURCE_OK);
		check_str(piped.text, source.text);
		check_int(piped.text.at[length], '\0');
		check_int(fclose(stream), 0);
		arena_release(&arena);
		check_int(unlink(path), 0);
	}
}

static void files_without_a_size_are_read(void **state)
{
	struct arena arena;
	struct source source;

	(void)state;
	arena_init(&arena, NULL);
	if (source_read_file(&arena, "/proc/self/status", &source) == SOURCE_OK)
		check_true(source.text.length > 0);
	arena_release(&arena);
}

static void what_cannot_be_read_is_told(void **state)
{
	struct arena arena;
	struct source source;

	(void)state;
	arena_init(&arena, NULL);
	errno = 0;
	check_int(source_read_file(&arena, "/nowhere/at/all.csv", &source), SOURCE_CANNOT_OPEN);
	check_int(errno, ENOENT);
	check_int(source_read_file(&arena, ".", &source), SOURCE_CANNOT_READ);
	check_int(errno, EISDIR);
	arena_release(&arena);
}

static void files_over_the_limit_are_refused(void **state)
{
	char path[] = "test_source.XXXXXX";
	struct arena arena;
	struct source source;

	(void)state;
	write_file(path, "", 0);
	/* A hole of 2 GiB takes no room on the disk; it must be refused before it is read. */
	if (truncate(path, (off_t)source_size_limit + 1) == 0) {
		arena_init(&arena, NULL);
		check_int(source_read_file(&arena, path, &source), SOURCE_TOO_LARGE);
		check_int(errno, EFBIG);
		arena_release(&arena);
	}
	check_int(unlink(path), 0);
}

static int reading_runs_out(struct arena *arena, const char *path)
{
	struct source source;
	jmp_buf recovery;

	if (setjmp(recovery) != 0)
		return 1;
	arena_recover_at(arena, &recovery);
	(void)source_read_file(arena, path, &source);
	return 0;
}

static void files_are_closed_when_memory_runs_out(void **state)
{
	char path[] = "test_source.XXXXXX";
	static char bytes[100000];

	(void)state;
	write_file(path, bytes, sizeof bytes);
	for (size_t growths = 0;; growths++) {
		struct failing_memory memory = {.left = growths};
		const struct arena_system system = failing_system(&memory);
		struct arena arena;
		int out;

		arena_init(&arena, &system);
		out = reading_runs_out(&arena, path);
		arena_release(&arena); /* LeakSanitizer would see an open FILE */
		check_size(memory.live, 0);
		if (!out)
			break;
	}
	check_int(unlink(path), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(offsets_become_lines_and_columns),
	    cmocka_unit_test(a_cursor_says_the_same_in_any_order),
	    cmocka_unit_test(files_are_read_whole),
	    cmocka_unit_test(files_without_a_size_are_read),
	    cmocka_unit_test(what_cannot_be_read_is_told),
	    cmocka_unit_test(files_over_the_limit_are_refused),
	    cmocka_unit_test(files_are_closed_when_memory_runs_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
