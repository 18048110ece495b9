/* SPDX-License-Identifier: MIT */
/*
 * CSV: cells lie in the text and say what stands there, and no byte is lost silently: what is not
 * in a cell is a separator, a line end, a blank line, or in a row that was complained about.
 */
#include "fuzz.h"

#include <string.h>

#include "read/csv.h"

struct reading {
	struct str text;
	char separator;
	size_t rows;
	size_t next_number;
	size_t end; /* of the last row delivered */
	bool gap;   /* a row was left out since */
};

static void check_cell(const struct reading *reading, const struct csv_cell *cell)
{
	const struct str source = str_part(reading->text, cell->offset, cell->length);
	size_t from = cell->quoted;

	FUZZ_CHECK(source.length == cell->length);
	if (!cell->quoted) {
		FUZZ_CHECK(str_equal(source, cell->text));
		FUZZ_CHECK(cell->length == 0 || !memchr(source.at, '"', source.length));
		return;
	}
	FUZZ_CHECK(source.length >= 2 && source.at[0] == '"');
	for (size_t i = 0; i < cell->text.length; i++) {
		FUZZ_CHECK(from < source.length && source.at[from] == cell->text.at[i]);
		from += cell->text.at[i] == '"' ? 2 : 1; /* doubled */
	}
	FUZZ_CHECK(from + 1 == source.length && source.at[from] == '"');
}

static bool is_blank(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_space(text.at[i]))
			return false;
	return true;
}

static bool check_row(void *context, const struct csv_row *row)
{
	struct reading *reading = context;
	size_t at = row->offset;

	FUZZ_CHECK(row->count > 0 && row->offset >= reading->end);
	FUZZ_CHECK(row->number >= reading->next_number);
	reading->gap = row->number > reading->next_number;
	FUZZ_CHECK(reading->gap ||
		   is_blank(str_part(reading->text, reading->end, at - reading->end)));
	for (size_t i = 0; i < row->count; i++) {
		FUZZ_CHECK(row->cells[i].offset == at);
		check_cell(reading, &row->cells[i]);
		at += row->cells[i].length;
		if (i + 1 < row->count)
			FUZZ_CHECK(reading->text.at[at++] == reading->separator);
	}
	FUZZ_CHECK(at == reading->text.length || reading->text.at[at] == '\n' ||
		   reading->text.at[at] == '\r');
	reading->end = at;
	reading->rows++;
	reading->next_number = row->number + 1;
	return true;
}

static void read_with(const struct source *source, char separator, struct arena *scratch)
{
	struct diag_sink sink;
	struct reading reading = {
	    .text = source->text,
	    .separator = separator,
	    .end = source_bom_length(source->text),
	};

	diag_sink_init(&sink, scratch);
	csv_read(source, separator, scratch, &sink, check_row, &reading);
	FUZZ_CHECK(reading.rows + sink.severities[DIAG_ERROR] >= reading.next_number);
	FUZZ_CHECK(reading.rows > 0 || sink.severities[DIAG_ERROR] > 0);
	if (sink.severities[DIAG_ERROR] == 0)
		FUZZ_CHECK(is_blank(str_part(source->text, reading.end, SIZE_MAX)));
	fuzz_print(&sink, scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char separators[] = {',', ';', '\t'};
	struct arena arena;
	struct arena scratch;
	struct source source;

	arena_init(&arena, NULL);
	arena_init(&scratch, NULL);
	source = fuzz_source(&arena, data, size);
	for (size_t i = 0; i < sizeof separators; i++) {
		read_with(&source, separators[i], &scratch);
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	arena_release(&arena);
	return 0;
}
