/* SPDX-License-Identifier: MIT */
/*
 * Solvent, antisolvent and binder, as in Fig. 1e of Kim et al. 2022
 * (doi:10.1016/j.coelec.2022.101026). Computed is the base: where along the pair RED is 1. How the
 * boundary goes on towards the binder, Hansen parameters do not tell; the picture says so.
 */
#include <assert.h>
#include <math.h>

#include "engine/eval_term.h"
#include "mix/window.h"
#include "report/plot_parts.h"
#include "report/svg_palette.h"
#include "report/svg_type.h"

/* Millimetres. */
static const double side_least = 40;
static const double side_most = 150;
static const double corner_gap = 1.5;
static const double corner_reach = 10; /* names beyond the base */

/* Where the boundary meets the side of binder and antisolvent: close to the binder. */
static const double far_end = 0.86;
/* How far the boundary bulges: the control point's place between base and binder. */
static const double bulge = 0.45;

struct triangle {
	struct svg_point solvent; /* lower left: the part that dissolves better */
	struct svg_point antisolvent;
	struct svg_point binder;
};

struct ternary {
	const struct evaluator *evaluator;
	const struct combo *combo;
	const struct plot_page *page;
	struct arena *arena;
	struct window window;
	struct triangle triangle;
	struct str names[2]; /* solvent, antisolvent */
	double blend;        /* fraction of the antisolvent as asked */
	double left;         /* turbid up to this fraction; 0: not */
	double at;           /* turbid from these on; 1: not */
	double low;
	double high;
};

static struct svg_point between(struct svg_point a, struct svg_point b, double share)
{
	return (struct svg_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

static struct svg_point on_base(const struct ternary *t, double antisolvent)
{
	return between(t->triangle.solvent, t->triangle.antisolvent, antisolvent);
}

/* WINDOW_NEVER lies at the corner. */
static double fraction(double turbid)
{
	return fmin(turbid, 1);
}

static struct ternary make_ternary(const struct evaluator *evaluator, const struct combo *combo,
				   const struct plot_page *page, struct arena *arena)
{
	const struct measure *measure = window_measure(evaluator->model);
	const struct measure_context context = evaluator_context(evaluator, combo);
	const struct part *parts = combo->solvent.parts;
	struct ternary t = {evaluator, combo, page, arena, .window = {.known = false}};
	size_t cloudy;

	if (measure)
		t.window = window_of(measure, &context);
	cloudy = t.window.known ? t.window.cloudy : 1;
	t.names[0] = plot_solvent_name(evaluator->db, parts[1 - cloudy].row);
	t.names[1] = plot_solvent_name(evaluator->db, parts[cloudy].row);
	t.blend = parts[cloudy].volume;
	t.at = fraction(t.window.turbid);
	t.low = fmin(fraction(t.window.turbid_low), fraction(t.window.turbid_high));
	t.high = fmax(fraction(t.window.turbid_low), fraction(t.window.turbid_high));
	if (t.window.known && !isnan(t.window.from))
		t.left = cloudy == 1 ? t.window.from : 1 - t.window.to;
	return t;
}

/* ---- regions ---- */

/* From a point of the base to the side that leads to the binder. right: of the antisolvent. */
static void bend_to_side(struct svg_path *path, const struct ternary *t, double from, bool right)
{
	const struct svg_point corner = right ? t->triangle.antisolvent : t->triangle.solvent;
	const struct svg_point start = on_base(t, from);
	const struct svg_point end = between(corner, t->triangle.binder, far_end);
	const struct svg_point control = between(start, t->triangle.binder, bulge);

	svg_path_bend(path, control, end);
}

/* The turbid region on one side of a boundary. */
static void fill_side(struct svg *svg, const struct ternary *t, double from, bool right,
		      const struct svg_style *style)
{
	struct svg_path path;

	svg_path_begin(&path, t->arena);
	svg_path_move(&path, on_base(t, from));
	bend_to_side(&path, t, from, right);
	svg_path_go(&path, right ? t->triangle.antisolvent : t->triangle.solvent);
	svg_path_close(&path);
	svg_path_draw(svg, style, &path);
}

static void draw_boundary(struct svg *svg, const struct ternary *t, double from, bool right)
{
	const struct svg_style pen = {
	    .stroke = svg_series_styles[1].colour, .width = 0.5, .dash = "1.6 1"};
	struct svg_path path;

	svg_path_begin(&path, t->arena);
	svg_path_move(&path, on_base(t, from));
	bend_to_side(&path, t, from, right);
	svg_path_draw(svg, &pen, &path);
}

static void draw_triangle(struct svg *svg, const struct ternary *t, const struct svg_style *style)
{
	struct svg_path path;

	svg_path_begin(&path, t->arena);
	svg_path_move(&path, t->triangle.solvent);
	svg_path_go(&path, t->triangle.antisolvent);
	svg_path_go(&path, t->triangle.binder);
	svg_path_close(&path);
	svg_path_draw(svg, style, &path);
}

static void draw_regions(struct svg *svg, const struct ternary *t)
{
	const char *turbid = svg_series_styles[1].colour;
	const struct svg_style clear = {.fill = svg_series_styles[0].colour, .fill_opacity = 0.08};
	const struct svg_style perhaps = {.fill = turbid, .fill_opacity = 0.13};
	const struct svg_style surely = {.fill = turbid, .fill_opacity = 0.3};
	const struct svg_style rim = {.stroke = svg_ink, .width = 0.3};

	if (t->window.known) {
		draw_triangle(svg, t, &clear);
		if (t->low < 1)
			fill_side(svg, t, t->low, true, &perhaps);
		if (t->high < 1)
			fill_side(svg, t, t->high, true, &surely);
		if (t->at < 1)
			draw_boundary(svg, t, t->at, true);
		if (t->left > 0) {
			fill_side(svg, t, t->left, false, &surely);
			draw_boundary(svg, t, t->left, false);
		}
	}
	draw_triangle(svg, t, &rim);
}

/* ---- labels ---- */

static void draw_base_ticks(struct svg *svg, const struct ternary *t)
{
	enum { TICKS = 5 };
	const struct svg_style line = {.stroke = svg_ink, .width = 0.2};
	const struct svg_font font = {
	    .size = SVG_SMALL_SIZE, .fill = svg_dim, .anchor = SVG_MIDDLE};

	for (int i = 0; i <= TICKS; i++) {
		const struct svg_point at = on_base(t, (double)i / TICKS);

		svg_line(svg, &line, at, (struct svg_point){at.x, at.y + 0.8});
		svg_label(svg, &font, (struct svg_point){at.x, at.y + 1 + font.size},
			  plot_number((double)i / TICKS, i % TICKS == 0 ? 0 : 1, t->arena));
	}
}

static void draw_corner_names(struct svg *svg, const struct ternary *t)
{
	struct svg_font font = {.size = SVG_TEXT_SIZE, .fill = svg_ink, .bold = true};
	/* Under the ends of the base, as far out as the page allows. */
	const double out = fmax(t->triangle.solvent.x - corner_reach, SVG_MARGIN);
	const double half = t->page->width / 2 - out - 1;
	const double y = t->triangle.solvent.y + 2 + 2.2 * SVG_TEXT_SIZE;
	const struct str binder = plot_name(t->evaluator->db, ROLE_BINDER, t->combo->binder);

	svg_label(svg, &font, (struct svg_point){out, y},
		  svg_fit(t->names[0], font.size * 1.06, half, t->arena));
	font.anchor = SVG_END;
	svg_label(svg, &font, (struct svg_point){t->page->width - out, y},
		  svg_fit(t->names[1], font.size * 1.06, half, t->arena));
	font.anchor = SVG_MIDDLE;
	svg_label(svg, &font,
		  (struct svg_point){t->triangle.binder.x, t->triangle.binder.y - corner_gap},
		  svg_fit(binder, font.size * 1.06, 2 * half, t->arena));
}

/* The blend that was asked for, on the base. */
static void draw_blend(struct svg *svg, const struct ternary *t)
{
	const struct svg_style white = {.fill = "#fff", .fill_opacity = 0.8};
	const struct svg_font font = {
	    .size = SVG_SMALL_SIZE, .fill = svg_ink, .anchor = SVG_MIDDLE};
	const struct svg_point at = on_base(t, t->blend);
	const struct str text = STR_LITERAL("this blend");
	const double width = svg_text_width(text, font.size) + 0.6;
	const struct svg_point label = {at.x, at.y - 2};

	svg_rect(svg, &white, (struct svg_point){at.x - width / 2, label.y - font.size * 0.85},
		 width, font.size * 1.1);
	svg_label(svg, &font, label, text);
	svg_draw_mark(svg, &svg_series_styles[0], at, 1.8, false, t->arena);
}

/* "turbid" beside the side that bounds it, with a line into it. */
static void draw_turbid_label(struct svg *svg, const struct ternary *t)
{
	const struct svg_style thin = {.stroke = svg_dim, .width = 0.15};
	const struct svg_font font = {.size = SVG_TEXT_SIZE, .fill = svg_ink};
	const struct svg_point side = between(t->triangle.antisolvent, t->triangle.binder, 0.4);
	const double tip = t->at < 1 ? -2.5 : -1;

	svg_line(svg, &thin, (struct svg_point){side.x + tip, side.y},
		 (struct svg_point){side.x + 3, side.y});
	svg_label(svg, &font, (struct svg_point){side.x + 3.6, side.y + font.size * 0.35},
		  t->at < 1 ? STR_LITERAL("turbid") : STR_LITERAL("perhaps turbid"));
}

static void draw_labels(struct svg *svg, const struct ternary *t)
{
	const struct svg_font font = {.size = SVG_TEXT_SIZE, .fill = svg_ink, .anchor = SVG_MIDDLE};
	const double middle = (t->left + t->at) / 2;
	const struct svg_point inside = between(on_base(t, middle), t->triangle.binder, 0.3);

	draw_base_ticks(svg, t);
	draw_corner_names(svg, t);
	if (t->window.known) {
		if (t->at - t->left > 0.2)
			svg_label(svg, &font, inside, STR_LITERAL("clear solution"));
		if (t->low < 1)
			draw_turbid_label(svg, t);
	}
	draw_blend(svg, t);
}

/* ---- texts ---- */

/* What the uncertainty allows: "turbid from 0.81 on, or never". */
static void add_range(struct text *text, const struct ternary *t)
{
	const double low = fmin(t->window.turbid_low, t->window.turbid_high);
	const double high = fmax(t->window.turbid_low, t->window.turbid_high);

	text_add(text, STR_LITERAL("; with the uncertainty of the binder's sphere, turbid "));
	if (low > 1) {
		text_add(text, STR_LITERAL("never."));
		return;
	}
	text_add(text, high > 1 ? STR_LITERAL("from ") : STR_LITERAL("from between "));
	plot_add_number(text, low, 2);
	if (high > 1)
		text_add(text, STR_LITERAL(" on, or never."));
	else
		text_addf(text, " and " STR_FORMAT " on.",
			  STR_ARGS(plot_number(high, 2, t->arena)));
}

static struct str boundary_text(const struct ternary *t)
{
	struct text text;

	text_init(&text, t->arena);
	if (!t->window.known) {
		text_add(&text, STR_LITERAL("No boundary: Hansen parameters of a solvent or the "
					    "sphere of the binder are unknown."));
		return text_str(&text);
	}
	if (t->window.turbid > 1)
		text_addf(&text, "The binder stays dissolved in every ratio (RED below 1)");
	else if (t->window.turbid <= 0)
		text_addf(&text, "Turbid in every ratio (RED above 1)");
	else {
		text_addf(&text, "RED = 1 at a volume fraction of ");
		plot_add_number(&text, t->window.turbid, 2);
		text_addf(&text, " " STR_FORMAT, STR_ARGS(t->names[1]));
	}
	add_range(&text, t);
	return text_str(&text);
}

static struct str title(const struct ternary *t)
{
	struct text text;

	text_init(&text, t->arena);
	text_addf(&text, STR_FORMAT " in " STR_FORMAT " and " STR_FORMAT,
		  STR_ARGS(plot_name(t->evaluator->db, ROLE_BINDER, t->combo->binder)),
		  STR_ARGS(t->names[0]), STR_ARGS(t->names[1]));
	return text_str(&text);
}

static struct svg_frame make_frame(const struct ternary *t)
{
	struct lines notes = {.arena = t->arena};
	struct text shown;

	lines_addf(&notes, STR_FORMAT, STR_ARGS(boundary_text(t)));
	lines_addf(&notes, "The corner of the binder is schematic: Hansen parameters tell the "
			   "boundary along the axis of the solvents only, for dilute binder.");
	text_init(&shown, t->arena);
	text_addf(&shown, "Triangle of two solvents and a binder. " STR_FORMAT " " STR_FORMAT,
		  STR_ARGS(notes.at[0]), STR_ARGS(notes.at[1]));
	plot_note_origin(&notes, t->page);
	return (struct svg_frame){
	    .width = t->page->width,
	    .title = title(t),
	    .subtitle = STR_LITERAL("Base: volume fraction between the two solvents"),
	    .notes = notes.at,
	    .note_count = notes.count,
	    .desc = plot_desc(t->page, &shown),
	};
}

struct str plot_ternary(const struct evaluator *evaluator, const struct combo *combo,
			const struct plot_page *page, struct arena *arena)
{
	struct ternary t = make_ternary(evaluator, combo, page, arena);
	const struct svg_frame frame = make_frame(&t);
	const double side = fmin(fmax(page->width - 2 * SVG_MARGIN - 12, side_least), side_most);
	const double height = side * sqrt(3.0) / 2;
	struct svg svg;
	double y;

	assert(combo->solvent.count == 2);
	y = svg_frame_begin(&svg, &frame, arena) + 2 + SVG_TEXT_SIZE + corner_gap;
	t.triangle.binder = (struct svg_point){page->width / 2, y};
	t.triangle.solvent = (struct svg_point){page->width / 2 - side / 2, y + height};
	t.triangle.antisolvent = (struct svg_point){page->width / 2 + side / 2, y + height};
	draw_regions(&svg, &t);
	draw_labels(&svg, &t);
	return svg_frame_end(&svg, &frame, y + height + 4 + 2.2 * SVG_TEXT_SIZE);
}
