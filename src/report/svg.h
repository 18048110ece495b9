/* SPDX-License-Identifier: MIT */
/*
 * A small writer of SVG pictures. Lengths are millimetres: the viewBox is the natural size, so
 * that a picture of 85 mm fits a column of a journal as it is. Text stays text, in fonts that every
 * system has; no script, no style sheet, nothing is fetched. Coordinates have two decimals and
 * never depend on the locale: the same calls give the same bytes.
 *
 * Whatever stands in a name comes out as well-formed XML: markup is escaped; controls,
 * bidirectional overrides and what XML has no room for are made visible.
 *
 * Knows nothing of charts.
 */
#ifndef SLURRYSCREEN_REPORT_SVG_H
#define SLURRYSCREEN_REPORT_SVG_H

#include "base/str.h"

/* Letters in mm: 8, 7 and 6 points, what journals ask for. */
#define SVG_TITLE_SIZE 2.8
#define SVG_TEXT_SIZE 2.45
#define SVG_SMALL_SIZE 2.1

struct svg_point {
	double x;
	double y;
};

struct svg {
	struct text out; /* what has been drawn */
};

struct svg_page {
	double width;
	double height;
	struct str title; /* what screen readers say */
	struct str desc;
};

/* NULL colours: none. Zero width: no stroke. */
struct svg_style {
	const char *fill;
	double fill_opacity; /* 0: opaque, as nobody draws what cannot be seen */
	const char *stroke;
	double width;
	const char *dash;      /* "2 1"; NULL: solid */
	double stroke_opacity; /* 0: opaque */
};

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

struct svg_font {
	double size;
	const char *fill;
	enum svg_anchor anchor;
	bool bold;
};

/* A picture grows from the top down; how high it is need only be known at its end. */
void svg_begin(struct svg *svg, struct arena *arena);
/* What was drawn, on white paper; in the arena of the beginning. */
struct str svg_end(struct svg *svg, const struct svg_page *page);

/* What belongs together, with a name for those who edit or hear the picture; empty: none. */
void svg_group(struct svg *svg, struct str label);
void svg_group_end(struct svg *svg);

/* at: the base line. Nothing is drawn for an empty text. */
void svg_label(struct svg *svg, const struct svg_font *font, struct svg_point at, struct str text);
/* The same, turned a quarter counter-clockwise about `at`. */
void svg_label_up(struct svg *svg, const struct svg_font *font, struct svg_point at,
		  struct str text);

void svg_line(struct svg *svg, const struct svg_style *style, struct svg_point a,
	      struct svg_point b);
void svg_rect(struct svg *svg, const struct svg_style *style, struct svg_point corner, double width,
	      double height);
void svg_circle(struct svg *svg, const struct svg_style *style, struct svg_point centre,
		double radius);

/* ---- paths: move, go on, maybe close, draw ---- */

struct svg_path {
	struct text data;
};

void svg_path_begin(struct svg_path *path, struct arena *arena);
void svg_path_move(struct svg_path *path, struct svg_point to);
void svg_path_go(struct svg_path *path, struct svg_point to);
/* A quadratic curve. */
void svg_path_bend(struct svg_path *path, struct svg_point control, struct svg_point to);
void svg_path_close(struct svg_path *path);
/* Holes by the even-odd rule. Nothing is drawn for an empty path. */
void svg_path_draw(struct svg *svg, const struct svg_style *style, const struct svg_path *path);

/* One piece of XML text, escaped, for attributes as well. */
void svg_add_escaped(struct text *out, struct str text);

#endif
