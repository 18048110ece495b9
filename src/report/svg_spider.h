/* SPDX-License-Identifier: MIT */
/*
 * Spider plots, as in Fig. 1f of Kim et al. 2022 (doi:10.1016/j.coelec.2022.101026): one axis a
 * criterion, one line a series, the reference dashed and green. All series in one web, or each in a
 * web of its own beside the reference.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_SPIDER_H
#define SLURRYSCREEN_REPORT_SVG_SPIDER_H

#include "base/num.h"
#include "report/svg_frame.h"
#include "report/svg_palette.h"

struct svg_spider_series {
	struct str name;
	struct str tag;   /* the name beside the line of an overlay: short */
	struct str score; /* "78" */
	struct str range; /* "61–85" */
	struct str verdict;
	const struct num *values; /* one an axis; missing: a gap */
	/* In a grid: the reference under the same conditions; NULL: none. */
	const struct num *reference;
};

struct svg_spider {
	struct svg_frame frame;
	const struct str *axes;
	const struct str *short_axes; /* a few letters each */
	size_t axis_count;            /* at least 1 */
	const struct svg_spider_series *series;
	size_t series_count;                       /* an overlay: at most SVG_SERIES_MAX */
	const struct svg_spider_series *reference; /* of an overlay; name in a grid; NULL: none */
};

struct str svg_spider_overlay(const struct svg_spider *spider, struct arena *arena);
struct str svg_spider_grid(const struct svg_spider *spider, struct arena *arena);
/* Whether a grid of this has the short axes, which want a word of explanation. */
bool svg_spider_grid_is_short(const struct svg_spider *spider);

#endif
