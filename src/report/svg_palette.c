/* SPDX-License-Identifier: MIT */
#include "report/svg_palette.h"

#include <math.h>

const struct svg_series_style svg_series_styles[SVG_SERIES_MAX] = {
    {"#0072B2", NULL, SVG_MARK_CIRCLE},  {"#D55E00", "3 0.8", SVG_MARK_SQUARE},
    {"#CC79A7", "0.1 0.9", SVG_MARK_UP}, {"#E69F00", "2 0.8 0.1 0.8", SVG_MARK_DIAMOND},
    {"#56B4E9", NULL, SVG_MARK_DOWN},    {"#000000", "0.9 0.9", SVG_MARK_STAR},
};

const struct svg_series_style svg_reference_style = {"#009E73", "1.8 1.2", SVG_MARK_CIRCLE};

const char svg_ink[] = "#222";
const char svg_dim[] = "#666";
const char svg_faint[] = "#aaa";
const char svg_grid[] = "#ddd";

/* Corners on a circle, by eighths of a turn from the top; a star's inner ones are nearer. */
struct shape {
	size_t count;
	double turn;  /* of the first corner, in turns */
	double inner; /* radius of every second one */
	double scale; /* so that all look as heavy */
};

static const struct shape shapes[] = {
    [SVG_MARK_CIRCLE] = {0, 0, 1, 1},   [SVG_MARK_SQUARE] = {4, 0.125, 1, 1.25},
    [SVG_MARK_UP] = {3, 0, 1, 1.4},     [SVG_MARK_DIAMOND] = {4, 0, 1, 1.35},
    [SVG_MARK_DOWN] = {3, 0.5, 1, 1.4}, [SVG_MARK_STAR] = {10, 0, 0.45, 1.5},
};

static const double outline = 0.3; /* mm */
static const double full_turn = 6.283185307179586;

void svg_draw_mark(struct svg *svg, const struct svg_series_style *style, struct svg_point at,
		   double size, bool hollow, struct arena *arena)
{
	const struct shape *shape = &shapes[style->mark];
	const struct svg_style pen = {
	    .fill = hollow ? "#fff" : style->colour, .stroke = style->colour, .width = outline};
	struct svg_path path;

	if (shape->count == 0) {
		svg_circle(svg, &pen, at, size / 2);
		return;
	}
	svg_path_begin(&path, arena);
	for (size_t i = 0; i < shape->count; i++) {
		const double turn = shape->turn + (double)i / (double)shape->count;
		const double radius = size / 2 * shape->scale * (i % 2 ? shape->inner : 1);
		const struct svg_point corner = {at.x + radius * sin(turn * full_turn),
						 at.y - radius * cos(turn * full_turn)};

		(i == 0 ? svg_path_move : svg_path_go)(&path, corner);
	}
	svg_path_close(&path);
	svg_path_draw(svg, &pen, &path);
}
