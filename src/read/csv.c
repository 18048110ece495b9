/* SPDX-License-Identifier: MIT */
#include "read/csv.h"

#include <string.h>

#include "read/csv_parts.h"

const size_t csv_cell_limit = (size_t)16 << 20;
const size_t csv_row_limit = (size_t)1 << 16;

/*
 * Where a certain byte occurs next. Each byte of the text is looked at once by each scout, however
 * many rows ask, so that a text without quotes (or without LF) costs one pass of memchr for them.
 */
struct scout {
	char byte;
	size_t next; /* the text's length if nowhere */
};

struct reader {
	struct csv_text text;
	struct csv_cells cells;
	struct csv_quoted *quoted; /* made when first needed */
	struct arena *scratch;
	struct scout line_feed;
	struct scout carriage_return;
	struct scout quote;
	struct scout nul;
	size_t next_malformed;
	size_t row_number;
};

static size_t find_byte(struct str text, size_t from, char byte)
{
	const char *found =
	    from < text.length ? memchr(text.at + from, byte, text.length - from) : NULL;

	return found ? (size_t)(found - text.at) : text.length;
}

static struct scout scout_start(struct str text, size_t from, char byte)
{
	return (struct scout){byte, find_byte(text, from, byte)};
}

static size_t scout_next(struct scout *scout, struct str text, size_t from)
{
	if (scout->next < from)
		scout->next = find_byte(text, from, scout->byte);
	return scout->next;
}

static size_t find_malformed(struct str text, size_t from)
{
	return from + utf8_check(str_part(text, from, text.length));
}

static struct place place_at(const struct reader *reader, size_t offset, size_t length)
{
	return (struct place){reader->text.source, offset, length};
}

void csv_cells_add(struct csv_cells *cells, struct csv_cell cell)
{
	if (cells->count == cells->capacity)
		cells->items = arena_extend(cells->arena, cells->items, cells->count,
					    &cells->capacity, sizeof *cells->items);
	cells->items[cells->count++] = cell;
}

void csv_report_too_large(const struct csv_text *text, size_t offset, size_t length)
{
	DIAG_REPORT(text->sink, TOO_LARGE, ((struct place){text->source, offset, length}), "cell",
		    length, csv_cell_limit);
	diag_hint(text->sink, "the whole row is left out");
}

void csv_report_too_wide(const struct csv_text *text, size_t offset)
{
	DIAG_REPORT(text->sink, CSV_TOO_WIDE, ((struct place){text->source, offset, 0}),
		    csv_row_limit);
}

size_t csv_pass_line_end(const struct csv_text *text, size_t i)
{
	if (i >= text->text.length)
		return text->text.length;
	if (text->text.at[i] == '\n')
		return i + 1;
	if (i + 1 < text->text.length && text->text.at[i + 1] == '\n')
		return i + 2;
	DIAG_REPORT(text->sink, CSV_STRAY_CR, ((struct place){text->source, i, 1}));
	return i + 1;
}

static bool is_utf16(struct str text)
{
	return str_starts(text, "\xFF\xFE") || str_starts(text, "\xFE\xFF");
}

/* Reports the first byte of the row that cannot be used, if any. */
static bool row_is_clean(struct reader *reader, size_t start, size_t end)
{
	const struct str text = reader->text.text;
	const size_t nul = scout_next(&reader->nul, text, start);
	const size_t malformed = reader->next_malformed;

	if (malformed < end) {
		DIAG_REPORT(reader->text.sink, ENCODING, place_at(reader, malformed, 1),
			    (unsigned)(unsigned char)text.at[malformed]);
		if (malformed == 0 && is_utf16(text))
			diag_hint(reader->text.sink, "the file is UTF-16; save it as UTF-8");
		reader->next_malformed = find_malformed(text, end);
		return false;
	}
	if (nul < end) {
		DIAG_REPORT(reader->text.sink, NUL_BYTE, place_at(reader, nul, 1));
		return false;
	}
	return true;
}

/* The row from start to end, which holds no quote. */
static enum csv_row_fate split_plain(struct reader *reader, size_t start, size_t end)
{
	const char *const base = reader->text.text.at;
	const char separator = reader->text.separator;
	struct csv_cells *cells = &reader->cells;
	const bool may_be_large = end - start > csv_cell_limit;
	const char *found;

	cells->count = 0;
	do {
		found = end > start ? memchr(base + start, separator, end - start) : NULL;
		const size_t stop = found ? (size_t)(found - base) : end;
		const size_t length = stop - start;

		if (may_be_large && length > csv_cell_limit) {
			csv_report_too_large(&reader->text, start, length);
			return CSV_ROW_DROPPED;
		}
		if (cells->count == csv_row_limit) {
			csv_report_too_wide(&reader->text, start);
			return CSV_ROW_DROPPED;
		}
		csv_cells_add(cells, (struct csv_cell){
					 .text = {base + start, length},
					 .offset = start,
					 .length = length,
				     });
		start = stop + 1;
	} while (found);
	return CSV_ROW_READ;
}

static bool is_blank(struct str line, char separator)
{
	for (size_t i = 0; i < line.length; i++)
		if (line.at[i] == separator || (line.at[i] != ' ' && line.at[i] != '\t'))
			return false;
	return true;
}

/* '#' and a blank: a bare '#' may be the name of a column. */
static bool is_comment(struct str line)
{
	return str_starts(line, "# ");
}

enum row_kind { ROW_BLANK, ROW_PLAIN, ROW_QUOTED };

/*
 * What kind of row starts at start; *line_end: its CR or LF, or the text's end, if not quoted. A
 * comment is as good as a blank line.
 */
static enum row_kind look_ahead(struct reader *reader, size_t start, size_t *line_end)
{
	const struct str text = reader->text.text;
	const size_t line_feed = scout_next(&reader->line_feed, text, start);
	const size_t carriage_return = scout_next(&reader->carriage_return, text, start);
	const size_t end = line_feed < carriage_return ? line_feed : carriage_return;

	*line_end = end;
	if (is_comment(str_part(text, start, end - start)))
		return ROW_BLANK;
	if (scout_next(&reader->quote, text, start) < end)
		return ROW_QUOTED;
	return is_blank(str_part(text, start, end - start), reader->text.separator) ? ROW_BLANK
										    : ROW_PLAIN;
}

/* Reads the row at start, which is not blank; *end is where the next one starts. */
static enum csv_row_fate read_row(struct reader *reader, enum row_kind kind, size_t start,
				  size_t line_end, size_t *end)
{
	enum csv_row_fate fate;

	if (kind == ROW_QUOTED) {
		if (!reader->quoted)
			reader->quoted = csv_quoted_new(reader->scratch, &reader->text);
		fate = csv_quoted_split(reader->quoted, &reader->cells, start, end);
	} else {
		*end = csv_pass_line_end(&reader->text, line_end);
		fate = split_plain(reader, start, line_end);
	}
	/* Complaints about bytes come second: one a row is enough. */
	if (fate == CSV_ROW_READ && !row_is_clean(reader, start, *end))
		return CSV_ROW_DROPPED;
	if (reader->next_malformed < *end)
		reader->next_malformed = find_malformed(reader->text.text, *end);
	return fate;
}

static void read_rows(struct reader *reader, size_t at, csv_row_function *on_row, void *context)
{
	while (at < reader->text.text.length) {
		const size_t start = at;
		size_t line_end = at;
		const enum row_kind kind = look_ahead(reader, start, &line_end);
		struct csv_row row;
		enum csv_row_fate fate;

		if (kind == ROW_BLANK) {
			at = csv_pass_line_end(&reader->text, line_end);
			if (reader->next_malformed < at) /* in a comment */
				reader->next_malformed = find_malformed(reader->text.text, at);
			continue;
		}
		fate = read_row(reader, kind, start, line_end, &at);
		row = (struct csv_row){reader->cells.items, reader->cells.count, start,
				       reader->row_number++};
		if (fate == CSV_ROW_READ) {
			if (!on_row(context, &row))
				return;
		} else if (row.number == 0) {
			diag_hint(reader->text.sink, "this is the header row: file not used");
			return;
		} else if (fate == CSV_ROW_HOPELESS) {
			return;
		}
	}
	if (reader->row_number == 0)
		DIAG_REPORT(reader->text.sink, CSV_EMPTY_FILE, place_at(reader, 0, 0));
}

void csv_read(const struct source *source, char separator, struct arena *scratch,
	      struct diag_sink *sink, csv_row_function *on_row, void *context)
{
	const struct str text = source->text;
	const size_t start = source_bom_length(text);
	struct reader *reader = ARENA_NEW(scratch, 1, struct reader);

	*reader = (struct reader){
	    .text = {source, text, separator, sink},
	    .cells = {.arena = scratch},
	    .scratch = scratch,
	    .line_feed = scout_start(text, start, '\n'),
	    .carriage_return = scout_start(text, start, '\r'),
	    .quote = scout_start(text, start, '"'),
	    .nul = scout_start(text, start, '\0'),
	    .next_malformed = find_malformed(text, start),
	};
	if (start > 0)
		DIAG_REPORT(sink, BOM, place_at(reader, 0, start));
	read_rows(reader, start, on_row, context);
}
