/* SPDX-License-Identifier: MIT */
/*
 * Comma- and tab-separated values. RFC 4180, but lines end in LF, which every reader takes and
 * Unix tools expect; quotes only where they are needed.
 *
 * Spreadsheets run a text that begins with = + - @ TAB CR or LF as a formula: it gets an apostrophe
 * in front. Numbers never do. With options.excel, a text that looks like a number or a date is
 * written as ="75-09-2", the only form in which a spreadsheet leaves a CAS number alone; without
 * it, all texts stay as they are. Control characters other than tab and line ends are made visible,
 * because a terminal may be reading.
 */
#include "report/formats.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/flat.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct dialect {
	char separator;
	bool quotes; /* a text may hold anything, in quotes; false: separators become blanks */
	bool decimal_comma;
	bool guard_dates;
};

static bool is_formula(struct str text)
{
	return text.length > 0 && memchr("=+-@\t\r\n", text.at[0], 7) != NULL;
}

/* Digits and the signs between them: 75-09-2, 1/2, 12:30, 1.5, 1e5. */
static bool is_number_or_date(struct str text)
{
	double number;

	if (text.length == 0 || !ascii_is_digit(text.at[0]))
		return false;
	if (number_read(text, &number, NULL) == NUMBER_OK)
		return true;
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_digit(text.at[i]) && !memchr("-/.:, ", text.at[i], 6))
			return false;
	return true;
}

/* Everything visible but tabs and line ends, which the dialect deals with. */
static void add_clean(struct text *clean, const struct dialect *dialect, struct str text)
{
	while (text.length > 0) {
		size_t plain = 0;

		while (plain < text.length && !memchr("\t\r\n", text.at[plain], 3))
			plain++;
		text_add_visible(clean, str_part(text, 0, plain));
		if (plain < text.length)
			text_add_char(clean, dialect->quotes ? text.at[plain] : ' ');
		text = str_part(text, plain + 1, text.length);
	}
}

static bool needs_quotes(const struct dialect *dialect, struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] == dialect->separator || memchr("\"\t\r\n", text.at[i], 4))
			return true;
	return text.length > 0 &&
	       (ascii_is_space(text.at[0]) || ascii_is_space(text.at[text.length - 1]));
}

static void add_quoted(struct text *line, struct str text)
{
	text_add_char(line, '"');
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			text_add_char(line, '"');
		text_add_char(line, text.at[i]);
	}
	text_add_char(line, '"');
}

static void add_text_cell(struct text *line, const struct dialect *dialect, struct str text)
{
	struct text cell;

	text_init(&cell, line->arena);
	if (is_formula(text))
		text_add_char(&cell, '\'');
	if (dialect->guard_dates && is_number_or_date(text))
		text_addf(&cell, "=\"" STR_FORMAT "\"", STR_ARGS(text));
	else
		add_clean(&cell, dialect, text);
	if (dialect->quotes && needs_quotes(dialect, text_str(&cell)))
		add_quoted(line, text_str(&cell));
	else
		text_add(line, text_str(&cell));
}

static void add_number_cell(struct text *line, const struct dialect *dialect, double number)
{
	char buffer[NUMBER_TEXT_MAX];
	struct str text;

	if (!isfinite(number))
		return;
	text = number_write(buffer, number);
	for (size_t i = 0; i < text.length; i++)
		text_add_char(line, dialect->decimal_comma && text.at[i] == '.' ? ',' : text.at[i]);
}

static void add_cell(struct text *line, const struct dialect *dialect, struct value value)
{
	struct text joined;

	if (value.kind == VALUE_NUMBER) {
		add_number_cell(line, dialect, value.number);
		return;
	}
	text_init(&joined, line->arena);
	flat_add_text(&joined, value);
	add_text_cell(line, dialect, text_str(&joined));
}

/* A line with nothing on it is no row to most readers: a single empty cell is written as "". */
static void end_line(struct text *line, const struct dialect *dialect)
{
	if (line->length == 0 && dialect->quotes)
		text_add(line, STR_LITERAL("\"\""));
	text_add_char(line, '\n');
}

static void put_head(const struct flat_columns *columns, const struct dialect *dialect,
		     struct arena *arena, FILE *out)
{
	struct text line;

	text_init(&line, arena);
	for (size_t i = 0; i < columns->count; i++) {
		if (i > 0)
			text_add_char(&line, dialect->separator);
		add_text_cell(&line, dialect, columns->at[i].key);
	}
	end_line(&line, dialect);
	stream_put(out, text_str(&line));
}

static void put_row(const struct flat_columns *columns, const struct dialect *dialect,
		    const void *row, struct arena *arena, FILE *out)
{
	struct text line;

	text_init(&line, arena);
	for (size_t i = 0; i < columns->count; i++) {
		if (i > 0)
			text_add_char(&line, dialect->separator);
		add_cell(&line, dialect, flat_get(&columns->at[i], row, arena));
	}
	end_line(&line, dialect);
	stream_put(out, text_str(&line));
}

static bool separated_write(const struct report *report, const struct format_options *options,
			    const struct dialect *dialect, struct arena *scratch, FILE *out)
{
	const struct flat_columns columns = flat_columns_of(report->type, FIELD_MACHINE, scratch);
	struct arena *row_arena = row_arena_new(scratch);

	if (options->excel)
		stream_put(out, str_from(byte_order_mark));
	put_head(&columns, dialect, scratch, out);
	for (size_t i = 0; i < report->row_count; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		put_row(&columns, dialect, report->rows[i], row_arena, out);
		arena_clear(row_arena);
	}
	return stream_end(out);
}

bool format_csv(const struct report *report, const struct format_options *options,
		struct arena *scratch, FILE *out)
{
	const struct dialect dialect = {
	    .separator = options->decimal_comma ? ';' : ',',
	    .quotes = true,
	    .decimal_comma = options->decimal_comma,
	    .guard_dates = options->excel,
	};

	return separated_write(report, options, &dialect, scratch, out);
}

bool format_tsv(const struct report *report, const struct format_options *options,
		struct arena *scratch, FILE *out)
{
	const struct dialect dialect = {
	    .separator = '\t',
	    .decimal_comma = options->decimal_comma,
	    .guard_dates = options->excel,
	};

	return separated_write(report, options, &dialect, scratch, out);
}
