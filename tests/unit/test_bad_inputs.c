/* SPDX-License-Identifier: MIT */
/* A bad input for every diagnostic, found at its place. Cases: bad_inputs.txt. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "check/check.h"

enum { FILES_MAX = 4 };

struct bad_input {
	struct str slug;
	size_t line;
	size_t column;
	struct str table;
	struct source files[FILES_MAX];
	size_t file_count;
};

struct reader {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct str rest;
};

static bool next_line(struct str *rest, struct str *line)
{
	size_t length = 0;

	while (length < rest->length && rest->at[length] != '\n')
		length++;
	*line = str_part(*rest, 0, length);
	*rest = str_part(*rest, length + 1, rest->length);
	return line->at != NULL && (line->length > 0 || rest->length > 0);
}

static unsigned hex(char c)
{
	return ascii_is_digit(c) ? (unsigned)(c - '0') : (unsigned)(ascii_to_lower(c) - 'a') + 10U;
}

static void add_unescaped(struct text *out, struct str line)
{
	for (size_t i = 0; i < line.length; i++) {
		const char next = i + 1 < line.length ? line.at[i + 1] : '\0';

		if (line.at[i] != '\\') {
			text_add_char(out, line.at[i]);
		} else if (next == 'x') {
			text_add_char(out, (char)(hex(line.at[i + 2]) * 16 + hex(line.at[i + 3])));
			i += 3;
		} else {
			text_add_char(out, next == 'r' ? '\r' : next == 't' ? '\t' : next);
			i++;
		}
	}
	text_add_char(out, '\n');
}

static bool starts_case(struct str line)
{
	return str_starts(line, "=== ");
}

/* "=== slug line:column [table KEY]" */
static void read_title(struct bad_input *input, struct str line)
{
	struct str item;

	check_true(str_next(&line, ' ', &item) && str_next(&line, ' ', &input->slug));
	check_true(str_next(&line, ' ', &item));
	input->line = strtoul(item.at, NULL, 10);
	check_true(str_next(&item, ':', &input->table));
	input->column = strtoul(item.at, NULL, 10);
	input->table = (struct str){NULL, 0};
	if (str_next(&line, ' ', &item))
		input->table = line;
}

static void add_file(struct reader *reader, struct bad_input *input, const char *name,
		     struct text *text)
{
	check_true(input->file_count < FILES_MAX);
	input->files[input->file_count++] =
	    source_from_text(name, str_copy(&reader->arena, text_str(text)));
}

static bool next_input(struct reader *reader, struct bad_input *input)
{
	const char *name = "case";
	struct text text;
	struct str line;

	*input = (struct bad_input){0};
	do {
		if (!next_line(&reader->rest, &line))
			return false;
	} while (!starts_case(line));
	read_title(input, line);
	text_init(&text, &reader->arena);
	for (;;) {
		const struct str before = reader->rest;

		if (!next_line(&reader->rest, &line) || starts_case(line)) {
			reader->rest = before;
			break;
		}
		if (str_starts(line, "--- ")) {
			add_file(reader, input, name, &text);
			name = str_copy(&reader->arena, str_part(line, 4, line.length)).at;
			text_init(&text, &reader->arena);
			continue;
		}
		add_unescaped(&text, line);
	}
	add_file(reader, input, name, &text);
	return true;
}

static void reader_open(struct reader *reader)
{
	struct source source;

	arena_init(&reader->arena, NULL);
	arena_init(&reader->scratch, NULL);
	arena_init(&reader->row, NULL);
	check_int(source_read_file(&reader->arena,
				   SLURRYSCREEN_SOURCE_DIR "/tests/unit/bad_inputs.txt", &source),
		  SOURCE_OK);
	reader->rest = source.text;
}

static void reader_close(struct reader *reader)
{
	arena_release(&reader->row);
	arena_release(&reader->scratch);
	arena_release(&reader->arena);
}

static void validate(struct reader *reader, const struct bad_input *input, struct diag_sink *sink)
{
	const struct check_options options = {
	    .table = input->table.length > 0 ? str_copy(&reader->arena, input->table).at : NULL,
	    .known = db_builtin(),
	    .base = db_builtin(),
	};
	const struct check_arenas arenas = {&reader->arena, &reader->scratch, &reader->row};

	diag_sink_init(sink, &reader->arena);
	(void)check_run(input->files, input->file_count, &options, &arenas, sink);
}

static bool is_found(const struct bad_input *input, const struct diag_sink *sink)
{
	for (size_t i = 0; i < sink->count; i++) {
		const struct diag *const diag = &sink->items[i];
		struct line_column at;

		if (!str_is(input->slug, diag_rules[diag->id].slug) || !diag->place.source)
			continue;
		at = source_locate(diag->place.source, diag->place.offset);
		if (at.line == input->line && at.column == input->column)
			return true;
	}
	return false;
}

static void print_said(const struct bad_input *input, const struct diag_sink *sink)
{
	print_error(STR_FORMAT " is not found at %zu:%zu, but\n", STR_ARGS(input->slug),
		    input->line, input->column);
	for (size_t i = 0; i < sink->count; i++) {
		const struct diag *const diag = &sink->items[i];
		const struct line_column at =
		    diag->place.source ? source_locate(diag->place.source, diag->place.offset)
				       : (struct line_column){0, 0};

		print_error("  %zu:%zu %s [%s]\n", at.line, at.column, diag->message,
			    diag_rules[diag->id].slug);
	}
}

static void each_is_found_at_its_place(void **state)
{
	struct reader reader;
	struct bad_input input;
	size_t missed = 0;

	(void)state;
	reader_open(&reader);
	while (next_input(&reader, &input)) {
		struct diag_sink sink;

		validate(&reader, &input, &sink);
		if (is_found(&input, &sink))
			continue;
		print_said(&input, &sink);
		missed++;
	}
	reader_close(&reader);
	check_size(missed, 0);
}

/* These need files of many megabytes, or a broken library; tests of the readers have them. */
static const char *const elsewhere[] = {"too-large", "csv-too-wide", "json-depth", "json-library"};

static bool is_elsewhere(const char *slug)
{
	for (size_t i = 0; i < COUNT_OF(elsewhere); i++)
		if (strcmp(elsewhere[i], slug) == 0)
			return true;
	return str_starts(str_from(slug), "model-");
}

static void every_diagnostic_has_one(void **state)
{
	bool there[DIAG_COUNT] = {false};
	struct reader reader;
	struct bad_input input;
	size_t missing = 0;

	(void)state;
	reader_open(&reader);
	while (next_input(&reader, &input)) {
		const enum diag_id id = diag_find(input.slug);

		if (id == DIAG_COUNT)
			fail_msg("no diagnostic is called " STR_FORMAT, STR_ARGS(input.slug));
		there[id] = true;
	}
	reader_close(&reader);
	for (int id = 0; id < DIAG_COUNT; id++)
		if (!there[id] && !is_elsewhere(diag_rules[id].slug)) {
			print_error("%s has no bad input\n", diag_rules[id].slug);
			missing++;
		}
	check_size(missing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_diagnostic_has_one),
	    cmocka_unit_test(each_is_found_at_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
