/* SPDX-License-Identifier: MIT */
/*
 * What a person reads in one cell: rounded numbers, marks, texts without control characters.
 * Shared by the formats for people; knows no widths of columns and no colours.
 */
#ifndef SLURRYSCREEN_REPORT_CELL_H
#define SLURRYSCREEN_REPORT_CELL_H

#include "base/arena.h"
#include "base/record.h"

struct cell {
	struct str text; /* empty: nothing to show; SHOW_BAR: the share as a number */
	struct str low;  /* SHOW_SCORE: the interval, empty if there is none */
	struct str high;
	double share; /* SHOW_BAR: 0 to 1; no bar without a text */
	char mark;    /* '~' inferred, '?' missing, '\0' none */
};

struct cell cell_of(const struct field *field, struct value value, struct arena *arena);
bool cell_is_empty(const struct cell *cell);

/* Columns of cell->text before the decimal point of a number; all of it if it has none. */
size_t cell_point(const struct cell *cell);

/* The longest front of s that takes at most width columns. */
struct str cell_front(struct str s, size_t width);

/* Units and signs as printers write them: degC as °C, MPa^0.5 as MPa½, +- as ±. For UTF-8 only. */
struct str cell_typeset(struct str s, struct arena *arena);

/* s with control characters made visible, line ends and tabs as blanks. */
struct str cell_visible(struct str s, struct arena *arena);

#endif
