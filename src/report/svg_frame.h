/* SPDX-License-Identifier: MIT */
/* What all pictures share: margins, the heading at the top, the caption at the bottom. */
#ifndef SLURRYSCREEN_REPORT_SVG_FRAME_H
#define SLURRYSCREEN_REPORT_SVG_FRAME_H

#include "report/svg.h"

#define SVG_MARGIN 3.0 /* mm, on all sides */

/* Millimetres that one may ask for: a thumbnail to a poster; a journal's column by default. */
#define SVG_WIDTH_DEFAULT 85.0
#define SVG_WIDTH_MIN 60.0
#define SVG_WIDTH_MAX 1000.0

struct svg_frame {
	double width;
	struct str title;
	struct str subtitle;     /* may be empty */
	const struct str *notes; /* lines under the picture, each wrapped */
	size_t note_count;
	struct str desc; /* what the picture shows, for those who cannot see it */
};

/* Draws the heading; returns where the picture may begin. */
double svg_frame_begin(struct svg *svg, const struct svg_frame *frame, struct arena *arena);

/* Draws the caption from y on and ends the picture. */
struct str svg_frame_end(struct svg *svg, const struct svg_frame *frame, double y);

/*
 * Columns of `count` (1 or more) panels in a room: as many as fit at the least width with a space
 * between, then as few as take no more rows.
 */
size_t svg_columns(size_t count, double room, double least, double space);

#endif
