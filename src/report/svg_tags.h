/* SPDX-License-Identifier: MIT */
/*
 * Names beside lines: where each stands so that a reader need not look into a key. A name touches
 * its own line where no other runs, and keeps off the other lines, their marks, the other names
 * and what is written already. Geometry alone; lengths are millimetres. Small: tens of lines.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_TAGS_H
#define SLURRYSCREEN_REPORT_SVG_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/svg.h"

struct svg_box {
	double left;
	double top; /* y grows downwards */
	double right;
	double bottom;
};

/* A straight piece of the line of series `owner`, or one point; a mark stands at a. */
struct svg_tag_piece {
	struct svg_point a;
	struct svg_point b;
	size_t owner;
};

struct svg_tag_scene {
	const struct svg_tag_piece *pieces;
	size_t piece_count;
	const struct svg_box *taken; /* what is written already */
	size_t taken_count;
	struct svg_box room; /* names stay inside */
};

struct svg_tag {
	double width; /* of the name */
	double height;
	/* Found: */
	bool placed;         /* false: its series has no line */
	struct svg_point at; /* the point of the line that it belongs to */
	struct svg_box box;  /* where the name stands */
};

/* tags[i] names the series with owner i. The same scene gives the same places. */
void svg_tags_place(const struct svg_tag_scene *scene, struct svg_tag *tags, size_t count);

/* Where the leader from its point meets the name: on the lower edge, which is underlined. */
struct svg_point svg_tag_tie(const struct svg_box *box, struct svg_point at);

/* Millimetres of a line from a to b that lie inside the box. */
double svg_box_covers(const struct svg_box *box, struct svg_point a, struct svg_point b);

#endif
