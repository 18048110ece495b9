/* SPDX-License-Identifier: MIT */
/*
 * Colours, dashes and marks of series. Colours by Okabe & Ito 2008 (jfly.uni-koeln.de/color), which
 * people with any colour vision tell apart; dash and mark say the same again in grey.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_PALETTE_H
#define SLURRYSCREEN_REPORT_SVG_PALETTE_H

#include "report/svg.h"

enum svg_mark {
	SVG_MARK_CIRCLE,
	SVG_MARK_SQUARE,
	SVG_MARK_UP,
	SVG_MARK_DIAMOND,
	SVG_MARK_DOWN,
	SVG_MARK_STAR,
};

struct svg_series_style {
	const char *colour;
	const char *dash;
	enum svg_mark mark;
};

enum { SVG_SERIES_MAX = 6 };

extern const struct svg_series_style svg_series_styles[SVG_SERIES_MAX];
/* The dashed green line of the conventional solvent. */
extern const struct svg_series_style svg_reference_style;

extern const char svg_ink[];   /* text and lines that matter */
extern const char svg_dim[];   /* text beside the point; still 4.5:1 on white */
extern const char svg_faint[]; /* axes */
extern const char svg_grid[];  /* grid lines */

/* Filled, or a white heart in an outline. */
void svg_draw_mark(struct svg *svg, const struct svg_series_style *style, struct svg_point at,
		   double size, bool hollow, struct arena *arena);

#endif
