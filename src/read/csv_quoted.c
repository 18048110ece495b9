/* SPDX-License-Identifier: MIT */
/*
 * Rows with quotes, through libcsv. It knows no places, so it is fed up to and including each
 * separator: a cell that it then delivers can only be the one before that separator. It is lax
 * unless both strict options are set, and after an error it must not be asked anything any more.
 */
#include <csv.h>
#include <string.h>

#include "read/csv_parts.h"

/* Longest piece fed at once, so that a cell over the limit is noticed soon after the limit. */
enum { PIECE_MAX = 1 << 16 };
/* libcsv lengthens its buffer by a fixed block: the default of 128 bytes makes long cells slow. */
enum { PARSER_BLOCK = 4096 };

struct csv_quoted {
	struct csv_parser parser;
	bool parser_made;
	const struct csv_text *text;
	struct csv_cells *cells;
	struct text unescaped;       /* cells with doubled quotes, one after the other */
	struct source_cursor cursor; /* for line numbers in hints */
	size_t cell_start;
	size_t cell_end; /* where the cell ends that libcsv may deliver now */
	bool row_ended;
};

static void parser_free(void *what)
{
	struct csv_quoted *quoted = what;

	if (quoted->parser_made)
		csv_free(&quoted->parser);
	quoted->parser_made = false;
}

/* No character is a blank: RFC 4180 has blanks belong to the cell. */
static int is_no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

/* A fresh parser; needs no memory as yet. */
static void parser_make(struct csv_quoted *quoted)
{
	parser_free(quoted);
	/* Fails for a null pointer only. */
	(void)csv_init(&quoted->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&quoted->parser, (unsigned char)quoted->text->separator);
	csv_set_space_func(&quoted->parser, is_no_blank);
	quoted->parser_made = true;
}

struct csv_quoted *csv_quoted_new(struct arena *scratch, const struct csv_text *text)
{
	struct csv_quoted *quoted = ARENA_NEW(scratch, 1, struct csv_quoted);

	quoted->text = text;
	text_init(&quoted->unescaped, scratch);
	source_cursor_init(&quoted->cursor, text->source);
	arena_defer(scratch, parser_free, quoted);
	return quoted;
}

/* A quoted cell in which a quote is doubled: its text is no part of the source. */
static bool is_unescaped(const struct csv_cell *cell)
{
	return cell->quoted && cell->text.length + 2 != cell->length;
}

static void on_cell(void *content, size_t length, void *context)
{
	struct csv_quoted *quoted = context;
	const char *const start = quoted->text->text.at + quoted->cell_start;
	struct csv_cell cell = {
	    .offset = quoted->cell_start,
	    .length = quoted->cell_end - quoted->cell_start,
	    .quoted = quoted->cell_end > quoted->cell_start && *start == '"',
	};

	cell.text = (struct str){start + cell.quoted, length};
	if (is_unescaped(&cell))
		text_add(&quoted->unescaped, (struct str){content, length});
	csv_cells_add(quoted->cells, cell);
}

static void on_row(int line_end, void *context)
{
	struct csv_quoted *quoted = context;

	(void)line_end;
	quoted->row_ended = true;
}

/* The unescaped texts may have moved while they grew; now they stay where they are. */
static void settle_unescaped(struct csv_quoted *quoted)
{
	const char *at = quoted->unescaped.at;

	for (size_t i = 0; i < quoted->cells->count; i++) {
		struct csv_cell *cell = &quoted->cells->items[i];

		if (is_unescaped(cell)) {
			cell->text.at = at;
			at += cell->text.length;
		}
	}
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* The first separator or line end from i on, or the text's end. */
static size_t find_stop(const struct csv_text *text, size_t i, size_t limit)
{
	const char separator = text->separator;

	while (i < limit && text->text.at[i] != separator && !is_line_end(text->text.at[i]))
		i++;
	return i;
}

static size_t find_line_end(const struct csv_text *text, size_t i)
{
	while (i < text->text.length && !is_line_end(text->text.at[i]))
		i++;
	return i;
}

/* After the quote that closes the one at i; false if there is none. */
static bool pass_quoted(struct str text, size_t *i)
{
	size_t at = *i + 1;

	while (at < text.length) {
		const char *quote = memchr(text.at + at, '"', text.length - at);

		if (!quote)
			return false;
		at = (size_t)(quote - text.at) + 1;
		if (at == text.length || text.at[at] != '"') {
			*i = at;
			return true;
		}
		at++;
	}
	return false;
}

static enum csv_row_fate report_open_quote(const struct csv_text *text, size_t at, size_t *end)
{
	DIAG_REPORT(text->sink, CSV_OPEN_QUOTE, ((struct place){text->source, at, 1}));
	*end = text->text.length;
	return CSV_ROW_HOPELESS;
}

/* Passes the rest of a row, from the start of a cell, without libcsv. large: the cell is too. */
static enum csv_row_fate pass_row(const struct csv_text *text, size_t cell_start, bool large,
				  size_t *end)
{
	const struct str whole = text->text;

	for (;;) {
		size_t at = cell_start;

		if (at < whole.length && whole.at[at] == '"' && !pass_quoted(whole, &at))
			return report_open_quote(text, cell_start, end);
		at = find_stop(text, at, whole.length);
		if (large)
			csv_report_too_large(text, cell_start, at - cell_start);
		large = false;
		if (at == whole.length || is_line_end(whole.at[at])) {
			*end = csv_pass_line_end(text, at);
			return CSV_ROW_DROPPED;
		}
		cell_start = at + 1;
	}
}

/* A cell over several lines is often one whose closing quote was forgotten: say where it began. */
static void hint_where_opened(struct csv_quoted *quoted, size_t bad)
{
	if (find_line_end(quoted->text, quoted->cell_start) < bad)
		diag_hint(quoted->text->sink, "the cell was opened in line %zu",
			  source_cursor_move(&quoted->cursor, quoted->cell_start).line);
}

/* libcsv refused the byte at `bad`. Goes on after the line; what led here is beyond repair. */
static enum csv_row_fate recover(struct csv_quoted *quoted, size_t bad, size_t *end)
{
	const struct csv_text *text = quoted->text;

	*end = csv_pass_line_end(text, find_line_end(text, bad));
	if (text->text.at[bad] == '"') {
		DIAG_REPORT(text->sink, CSV_STRAY_QUOTE, ((struct place){text->source, bad, 1}));
	} else {
		/* The byte after a closing quote: the quote is what to look at. */
		DIAG_REPORT(text->sink, CSV_AFTER_QUOTE,
			    ((struct place){text->source, bad - 1, 1}));
		hint_where_opened(quoted, bad);
	}
	return CSV_ROW_DROPPED;
}

/* The text ends without a line end: libcsv delivers what it has, unless a quote is open. */
static enum csv_row_fate finish(struct csv_quoted *quoted, size_t *end)
{
	*end = quoted->cell_end = quoted->text->text.length;
	if (csv_fini(&quoted->parser, on_cell, on_row, quoted) == 0)
		return CSV_ROW_READ;
	if (csv_error(&quoted->parser) == CSV_ENOMEM)
		arena_fail(quoted->cells->arena);
	return report_open_quote(quoted->text, quoted->cell_start, end);
}

enum step { STEP_ON, STEP_REFUSED, STEP_ROW_ENDED };

/* Feeds libcsv from *at to the next stop, or a piece. *at: where it stands then. */
static enum step feed(struct csv_quoted *quoted, size_t *at)
{
	const struct str whole = quoted->text->text;
	const size_t left = whole.length - *at;
	const size_t limit = *at + (left < PIECE_MAX ? left : PIECE_MAX);
	const size_t stop = find_stop(quoted->text, *at, limit);
	const size_t length = stop - *at + (stop < limit);
	size_t fed;

	quoted->cell_end = stop;
	/* The longer the cell so far, the larger the block: the buffer about doubles. */
	csv_set_blk_size(&quoted->parser, PARSER_BLOCK + (*at - quoted->cell_start));
	fed = csv_parse(&quoted->parser, whole.at + *at, length, on_cell, on_row, quoted);
	*at += fed;
	if (fed == length)
		return quoted->row_ended ? STEP_ROW_ENDED : STEP_ON;
	if (csv_error(&quoted->parser) == CSV_ENOMEM)
		arena_fail(quoted->cells->arena);
	return STEP_REFUSED;
}

/* One row; *end is set to after its line end. */
static enum csv_row_fate split(struct csv_quoted *quoted, size_t at, size_t *end)
{
	const struct csv_text *text = quoted->text;

	for (;;) {
		const size_t cells = quoted->cells->count;
		enum step step;

		if (at - quoted->cell_start > csv_cell_limit)
			return pass_row(text, quoted->cell_start, true, end);
		if (cells == csv_row_limit) {
			csv_report_too_wide(text, quoted->cell_start);
			return pass_row(text, quoted->cell_start, false, end);
		}
		if (at == text->text.length)
			return finish(quoted, end);
		step = feed(quoted, &at);
		if (step == STEP_REFUSED)
			return recover(quoted, at, end);
		if (quoted->cells->count == cells)
			continue; /* a separator within quotes */
		if (quoted->cell_end - quoted->cell_start > csv_cell_limit)
			return pass_row(text, quoted->cell_start, true, end);
		if (step == STEP_ROW_ENDED) {
			*end = csv_pass_line_end(text, at - 1);
			return CSV_ROW_READ;
		}
		quoted->cell_start = at;
	}
}

enum csv_row_fate csv_quoted_split(struct csv_quoted *quoted, struct csv_cells *cells, size_t at,
				   size_t *end)
{
	enum csv_row_fate fate;

	quoted->cells = cells;
	quoted->cell_start = at;
	quoted->row_ended = false;
	quoted->unescaped.length = 0;
	cells->count = 0;
	if (!quoted->parser_made)
		parser_make(quoted);
	fate = split(quoted, at, end);
	if (fate == CSV_ROW_READ)
		settle_unescaped(quoted);
	else
		parser_free(quoted);
	return fate;
}
