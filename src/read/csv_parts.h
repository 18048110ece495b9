/* SPDX-License-Identifier: MIT */
/*
 * What the two ways of splitting a CSV row share: csv.c splits rows without a quote, csv_quoted.c
 * has libcsv split those with one. For these two files only.
 */
#ifndef SLURRYSCREEN_READ_CSV_PARTS_H
#define SLURRYSCREEN_READ_CSV_PARTS_H

#include "read/csv.h"

/* The cells of the row at hand; the array is used again for each row. */
struct csv_cells {
	struct arena *arena;
	struct csv_cell *items;
	size_t count;
	size_t capacity;
};

void csv_cells_add(struct csv_cells *cells, struct csv_cell cell);

enum csv_row_fate {
	CSV_ROW_READ,
	CSV_ROW_DROPPED, /* reported */
	CSV_ROW_HOPELESS /* reported, and where the next row starts cannot be known */
};

/* The text being read, and where the complaints go. */
struct csv_text {
	const struct source *source;
	struct str text; /* of source */
	char separator;
	struct diag_sink *sink;
};

struct csv_quoted;

/* A splitter for rows with quotes; lives in scratch, its parser is freed with scratch. */
struct csv_quoted *csv_quoted_new(struct arena *scratch, const struct csv_text *text);

/*
 * Splits the row that starts at `at` into cells. *end: after its line end, or of the text.
 * Unquoted cells point into the text, quoted ones too if no quote is doubled in them.
 */
enum csv_row_fate csv_quoted_split(struct csv_quoted *quoted, struct csv_cells *cells, size_t at,
				   size_t *end);

void csv_report_too_large(const struct csv_text *text, size_t offset, size_t length);
void csv_report_too_wide(const struct csv_text *text, size_t offset);

/* After the line end at i (CR, LF or CRLF); a CR alone is reported. i may be the text's end. */
size_t csv_pass_line_end(const struct csv_text *text, size_t i);

#endif
