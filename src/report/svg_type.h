/* SPDX-License-Identifier: MIT */
/*
 * How much room text takes, and how it is broken into lines. Widths are those of Helvetica (Adobe
 * Font Metrics), a little widened, because nobody knows which font a reader has.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_TYPE_H
#define SLURRYSCREEN_REPORT_SVG_TYPE_H

#include "base/str.h"
#include "report/svg.h"

/* Of the line spacing to the size of the letters. */
#define SVG_LEADING 1.25

/* In the unit of size. */
double svg_text_width(struct str text, double size);

enum { SVG_LINES_MAX = 8 };

struct svg_lines {
	struct str at[SVG_LINES_MAX];
	size_t count;
};

/*
 * Broken at blanks into as few lines as fit; what is left over stays in the last one. A word that
 * is wider than width is broken where the line ends, if width has room for some letters.
 */
struct svg_lines svg_wrap(struct str text, double size, double width);

/* The widest of them. */
double svg_lines_width(const struct svg_lines *lines, double size);

/* One under the other; at: the first base line. Returns the base line after the last. */
double svg_put_lines(struct svg *svg, const struct svg_font *font, struct svg_point at,
		     const struct svg_lines *lines);

/* Cut to the width, with an ellipsis, if it is longer; in arena. */
struct str svg_fit(struct str text, double size, double width, struct arena *arena);

#endif
