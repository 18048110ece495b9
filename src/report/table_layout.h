/* SPDX-License-Identifier: MIT */
/*
 * The layout of a table for people: which columns, how wide, which heads. Pure arithmetic on the
 * widths of the cells; draws nothing.
 *
 * What gives way when the width is short, in this order: long heads and texts that wrap; texts of
 * extra columns (PRIORITY_EXTRA); bars of five cells become bars of three; extra columns; texts
 * of the others; columns by priority, the highest number first and of these the last; and where
 * even that is too wide, columns from the right.
 */
#ifndef SLURRYSCREEN_REPORT_TABLE_LAYOUT_H
#define SLURRYSCREEN_REPORT_TABLE_LAYOUT_H

#include "base/record.h"
#include "report/cell.h"

enum table_align {
	ALIGN_TEXT,   /* left; may be cut */
	ALIGN_NUMBER, /* on the decimal point */
	ALIGN_SCORE,  /* value, low and high each in a column of their own */
	ALIGN_BAR,
};

struct table_column {
	const struct field *field;
	enum table_align align;
	struct cell *cells; /* one a row */
	struct str head;
	struct str short_head;
	struct str unit;
	size_t before;   /* NUMBER: columns before the decimal point; SCORE: of the value */
	size_t after;    /* NUMBER: from the decimal point on; SCORE: of the low end */
	size_t contents; /* widest cell but for bars */
	size_t width;    /* as laid out */
	bool shown;
	struct str rest; /* of a text that wraps, while a row is drawn */
};

struct table_layout {
	struct table_column *columns;
	size_t count;
	size_t rows;
	bool long_heads;
	bool units; /* a line of units under the heads */
	size_t bar_cells;
	size_t width; /* of the whole table */
};

/* All in arena. width is at least 1; the result is never wider. */
struct table_layout table_layout_of(const struct report *report, size_t width, struct arena *arena);

/* Blanks between a shown column and the one before it (NULL: the first). */
size_t table_gap(const struct table_column *before, const struct table_column *column);

/* The head as laid out, before it is cut to the width. */
struct str table_head(const struct table_layout *layout, const struct table_column *column);

#endif
