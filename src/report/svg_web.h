/* SPDX-License-Identifier: MIT */
/*
 * The web of a spider plot: values from 0 (centre) to 1 (rim) on axes that start at the top and go
 * clockwise. Geometry and drawing of one web; layouts are the caller's.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_WEB_H
#define SLURRYSCREEN_REPORT_SVG_WEB_H

#include "base/num.h"
#include "report/svg.h"
#include "report/svg_palette.h"
#include "report/svg_tags.h"
#include "report/svg_type.h"

struct svg_web {
	struct svg_point centre;
	double radius;
	size_t axes; /* at least 1 */
};

/* Where a value stands on an axis. */
struct svg_point svg_web_point(const struct svg_web *web, size_t axis, double value);

/* Neighbouring axes that have a value, clockwise; all around: closed. */
struct svg_web_run {
	size_t first;
	size_t count;
	bool closed;
};

/* values, and room for runs: one an axis. A missing value is a gap. Returns how many runs. */
size_t svg_web_runs(const struct num *values, size_t axes, struct svg_web_run *runs);

/* Rings at quarters, spokes, and the numbers of the rings where there is room. */
void svg_web_draw(struct svg *svg, const struct svg_web *web, struct arena *arena);

/* What the labels of the axes need outside the rim. */
struct svg_web_room {
	double left;
	double right;
	double top;
	double bottom;
};
struct svg_web_room svg_web_room(const struct svg_lines *labels, size_t axes, double size);

void svg_web_labels(struct svg *svg, const struct svg_web *web, const struct svg_font *font,
		    const struct svg_lines *labels);

/* What the label of an axis covers. */
struct svg_box svg_web_label_box(const struct svg_web *web, size_t axis,
				 const struct svg_lines *label, double size);

/* The line of a series, for svg_tags_place(); room for one piece an axis. Returns how many. */
size_t svg_web_pieces(const struct svg_web *web, const struct num *values, size_t owner,
		      struct svg_tag_piece *pieces, struct arena *arena);

/* How a series is drawn. */
struct svg_web_look {
	const struct svg_series_style *style;
	double width;        /* of the line */
	double band_opacity; /* 0: no band */
	double mark;         /* size; 0: no marks */
};

/* The band from low to high, then the line. Inferred values have hollow marks. */
void svg_web_band(struct svg *svg, const struct svg_web *web, const struct svg_web_look *look,
		  const struct num *values, struct arena *arena);
void svg_web_series(struct svg *svg, const struct svg_web *web, const struct svg_web_look *look,
		    const struct num *values, struct arena *arena);

#endif
