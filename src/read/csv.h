/* SPDX-License-Identifier: MIT */
/*
 * CSV (RFC 4180) to rows of cells, each with its place. Knows nothing of what the columns mean.
 *
 * Lines without a quote are split here; a row with a quote goes through libcsv (strict), fed up to
 * and including each separator so that the place of every cell is known. Blank lines are skipped.
 * A line of blanks only counts as blank, too, and so does a comment: a line that starts with "# ",
 * as in the templates of `screen template`. Cells keep their blanks: trimming is the caller's,
 * who can warn about it.
 */
#ifndef SLURRYSCREEN_READ_CSV_H
#define SLURRYSCREEN_READ_CSV_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

struct csv_cell {
	struct str text; /* unquoted, not terminated; valid until the callback returns */
	size_t offset;   /* of the first byte, the quote included */
	size_t length;   /* in the source, quotes included */
	bool quoted;
};

struct csv_row {
	const struct csv_cell *cells;
	size_t count;
	size_t offset; /* of the first byte of the row */
	size_t number; /* 0 for the first row that is not blank (the header); unused rows count */
};

/* false stops the reading. */
typedef bool csv_row_function(void *context, const struct csv_row *row);

/* 16 MiB, quotes included: a cell longer than that is a mistake, reported as such. */
extern const size_t csv_cell_limit;
/* 65536 cells a row. */
extern const size_t csv_row_limit;

/*
 * Calls on_row for each row of source, in order. A row that cannot be used is reported into sink
 * and left out. If that is the first row, the header, reading stops: what the columns mean is not
 * known then. A text without any row is reported. separator is ',' (or ';' for tables with decimal
 * commas, '\t'). Memory from scratch: bounded by the longest row.
 */
void csv_read(const struct source *source, char separator, struct arena *scratch,
	      struct diag_sink *sink, csv_row_function *on_row, void *context);

#endif
