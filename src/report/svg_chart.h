/* SPDX-License-Identifier: MIT */
/* Charts with two axes: scales, round ticks, the frame around the field. */
#ifndef SLURRYSCREEN_REPORT_SVG_CHART_H
#define SLURRYSCREEN_REPORT_SVG_CHART_H

#include "report/svg.h"
#include "report/svg_type.h"

/* From values to millimetres; low may be the greater one. */
struct svg_scale {
	double low;
	double high;
	double from; /* mm, at low */
	double to;
};

/* What is outside stands at the nearer end. */
double svg_scale_at(const struct svg_scale *scale, double value);

/* Whole multiples of 1, 2 or 5 times a power of ten between low and high. */
struct svg_ticks {
	double step; /* above 0 */
	double first;
	size_t count;
	int digits; /* decimals that their numbers need */
};

/* As many as there are room for, but not more than `most`; at least one if low <= high. */
struct svg_ticks svg_ticks(double low, double high, size_t most);

struct svg_chart {
	struct svg_scale x;
	struct svg_scale y; /* from: the lower edge */
	struct svg_ticks x_ticks;
	struct svg_ticks y_ticks;
	struct str x_label; /* under the field; broken into lines */
	struct str y_label; /* left of it, turned; may be empty */
};

/* Millimetres that the labels of the axes take outside the field. */
double svg_chart_left(const struct svg_chart *chart);
double svg_chart_below(const struct svg_chart *chart);

/* Grid, frame, numbers and labels. */
void svg_chart_draw(struct svg *svg, const struct svg_chart *chart, struct arena *arena);

struct svg_point svg_chart_at(const struct svg_chart *chart, double x, double y);

#endif
