/* SPDX-License-Identifier: MIT */
/*
 * A pen that draws lines for people: styles only where colour is wanted, no blanks at the end of a
 * line. Knows nothing of tables.
 */
#ifndef SLURRYSCREEN_REPORT_PEN_H
#define SLURRYSCREEN_REPORT_PEN_H

#include <stdio.h>

#include "base/str.h"

enum pen_style { PEN_PLAIN, PEN_BOLD, PEN_DIM, PEN_GOOD, PEN_FAIR, PEN_BAD };

/* By the meaning of a word, such as a verdict; PEN_PLAIN for most. */
enum pen_style pen_style_of_word(struct str word);

struct pen {
	FILE *out;
	bool colour;
	bool unicode;
	size_t blanks; /* owed before the next text of this line */
};

struct pen pen_new(FILE *out, bool colour, bool unicode);
void pen_blanks(struct pen *pen, size_t count);
void pen_put(struct pen *pen, enum pen_style style, struct str text);
/* The same sign, a terminated string of one column, so many times. */
void pen_repeat(struct pen *pen, enum pen_style style, const char *sign, size_t count);
void pen_end_line(struct pen *pen);
/* A thin line. */
void pen_rule(struct pen *pen, size_t width);
/*
 * A bar over so many cells, always as wide: eighths of a cell, or '#' and '+' for whole and half
 * ones, on a track of dots. share is in [0, 1].
 */
void pen_bar(struct pen *pen, double share, size_t cells);
/*
 * Text in lines of at most width columns, broken at blanks where there are any. Lines after the
 * first are indented to where the text begins after its last run of two or more blanks.
 */
void pen_wrap(struct pen *pen, enum pen_style style, struct str text, size_t width);
/*
 * A label and a command line after it, in lines of at most width columns that end in a backslash
 * and break at blanks outside quotes, so that it can be pasted. A word that is too long stays.
 */
void pen_command(struct pen *pen, struct str label, struct str line, size_t width);

#endif
