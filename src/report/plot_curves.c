/* SPDX-License-Identifier: MIT */
/* The curves of a model as small multiples, with the values of the database as ticks. */
#include <assert.h>
#include <math.h>

#include "report/cell.h"
#include "report/plot_parts.h"
#include "report/svg_chart.h"
#include "report/svg_palette.h"

/* Millimetres. */
static const double panel_least = 37; /* width: two in the column of a journal */
static const double spare = 4;        /* between panels */
static const double field_least = 19; /* height of the field */
static const double mark_size = 0.9;  /* of the knots */
static const double rug = 1.6;        /* length of the ticks */
static const double rug_step = 0.25;  /* values nearer than this share a tick */

/* Where a curve is looked at under a note. */
enum { BEYOND_STEPS = 16 };

/* Of the span of the knots, beyond the first and the last. */
static const double overhang = 0.12;

struct panel {
	const struct curve_view *view;
	const struct model *model;
	struct svg_chart chart;
	struct svg_point corner;
	double width;
	double height;
};

static struct str criterion_id(const struct model *model, const struct curve_view *view)
{
	return model->criteria[view->criterion].id;
}

struct str plot_curve_id(const struct model *model, const struct curve_view *view,
			 struct arena *arena)
{
	struct text id;

	text_init(&id, arena);
	text_add(&id, criterion_id(model, view));
	if (view->term != SIZE_MAX)
		text_addf(&id, "-" STR_FORMAT, STR_ARGS(model->terms[view->term].id));
	if (view->use == CURVE_INSTEAD)
		text_addf(&id, "-instead-%zu", view->place);
	if (view->use == CURVE_MEASURED)
		text_add(&id, STR_LITERAL("-measured"));
	if (view->use == CURVE_LIMIT)
		text_add(&id, STR_LITERAL("-limit"));
	return text_str(&id);
}

static struct str panel_title(const struct panel *panel, struct arena *arena)
{
	const struct curve_view *view = panel->view;
	struct text title;

	text_init(&title, arena);
	text_add(&title, criterion_id(panel->model, view));
	if (view->term != SIZE_MAX)
		text_addf(&title, ": " STR_FORMAT, STR_ARGS(panel->model->terms[view->term].id));
	if (view->use == CURVE_INSTEAD)
		text_add(&title, STR_LITERAL(", else"));
	if (view->use == CURVE_MEASURED)
		text_add(&title, STR_LITERAL(": measured"));
	if (view->use == CURVE_LIMIT)
		text_add(&title, STR_LITERAL(": limit"));
	return text_str(&title);
}

static struct str axis_label(const struct curve_view *view, struct arena *arena)
{
	struct text label;

	text_init(&label, arena);
	text_add(&label, view->label);
	if (view->unit.length > 0)
		text_addf(&label, " [" STR_FORMAT "]", STR_ARGS(view->unit));
	return cell_typeset(text_str(&label), arena);
}

static void set_ranges(struct panel *panel, struct arena *arena)
{
	const struct curve *curve = panel->view->curve;
	const double first = curve->points[0].x;
	const double last = curve->points[curve->count - 1].x;
	const double span = last > first ? last - first : 1;
	const bool limit = panel->view->use == CURVE_LIMIT;
	struct svg_chart *chart = &panel->chart;

	chart->x.low = limit ? 0 : first - overhang * span;
	chart->x.high = limit ? 1 : last + overhang * span;
	chart->y.low = 0;
	chart->y.high = limit ? 100 : 1;
	chart->x_ticks = svg_ticks(chart->x.low, chart->x.high, 6);
	chart->y_ticks = svg_ticks(chart->y.low, chart->y.high, 3);
	chart->x_label = axis_label(panel->view, arena);
}

static double title_height(void)
{
	return SVG_TEXT_SIZE * SVG_LEADING + 1.6;
}

/* Places the field in the panel, whose upper left corner and width are known. */
static void set_place(struct panel *panel)
{
	struct svg_chart *chart = &panel->chart;
	const double height = fmax(field_least, panel->width * 0.45);

	chart->x.from = panel->corner.x + svg_chart_left(chart);
	chart->x.to = panel->corner.x + panel->width - 1;
	chart->y.to = panel->corner.y + title_height();
	chart->y.from = chart->y.to + height;
	panel->height = title_height() + height + svg_chart_below(chart);
}

static void draw_curve(struct svg *svg, const struct panel *panel, struct arena *arena)
{
	const struct curve *curve = panel->view->curve;
	const struct svg_chart *chart = &panel->chart;
	const struct svg_series_style *style = &svg_series_styles[0];
	const struct svg_style pen = {.stroke = style->colour, .width = 0.5};
	struct svg_path path;

	svg_path_begin(&path, arena);
	svg_path_move(&path, svg_chart_at(chart, chart->x.low, curve->points[0].y));
	for (size_t i = 0; i < curve->count; i++)
		svg_path_go(&path, svg_chart_at(chart, curve->points[i].x, curve->points[i].y));
	svg_path_go(&path, svg_chart_at(chart, chart->x.high, curve->points[curve->count - 1].y));
	svg_path_draw(svg, &pen, &path);
	for (size_t i = 0; i < curve->count; i++)
		svg_draw_mark(svg, style,
			      svg_chart_at(chart, curve->points[i].x, curve->points[i].y),
			      mark_size, true, arena);
}

/* How dark a tick is, by the values that share it. */
enum { DENSITIES = 3 };
static const struct {
	size_t from;
	double opacity;
} densities[DENSITIES] = {{1, 0.35}, {3, 0.65}, {9, 1}};

static size_t density_of(size_t values)
{
	size_t density = 0;

	while (density + 1 < DENSITIES && values >= densities[density + 1].from)
		density++;
	return density;
}

/* Ticks on the x axis, one path a density; values outside are counted, not drawn. */
static void draw_rug(struct svg *svg, const struct panel *panel, size_t below, size_t above,
		     struct arena *arena)
{
	const struct curve_view *view = panel->view;
	const struct svg_scale *x = &panel->chart.x;
	const double y = panel->chart.y.from;
	struct svg_path paths[DENSITIES];

	for (size_t d = 0; d < DENSITIES; d++)
		svg_path_begin(&paths[d], arena);
	for (size_t i = below; i < view->value_count - above;) {
		const double step = floor(svg_scale_at(x, view->values[i]) / rug_step);
		const double at = step * rug_step + rug_step / 2;
		size_t same = 0;
		struct svg_path *path;

		while (i < view->value_count - above &&
		       floor(svg_scale_at(x, view->values[i]) / rug_step) == step) {
			same++;
			i++;
		}
		path = &paths[density_of(same)];
		svg_path_move(path, (struct svg_point){at, y});
		svg_path_go(path, (struct svg_point){at, y - rug});
	}
	for (size_t d = 0; d < DENSITIES; d++) {
		const struct svg_style pen = {.stroke = svg_series_styles[1].colour,
					      .width = 0.22,
					      .stroke_opacity = densities[d].opacity};

		svg_path_draw(svg, &pen, &paths[d]);
	}
}

/* Whether the curve runs through the rectangle between two points of the field. */
static bool is_crossed(const struct panel *panel, struct svg_point upper, struct svg_point lower)
{
	const struct svg_chart *chart = &panel->chart;

	for (int i = 0; i <= BEYOND_STEPS; i++) {
		const double x = upper.x + (lower.x - upper.x) * i / BEYOND_STEPS;
		const double share = (x - chart->x.from) / (chart->x.to - chart->x.from);
		const double value = chart->x.low + share * (chart->x.high - chart->x.low);
		const double y = svg_scale_at(&chart->y, curve_at(panel->view->curve, value));

		if (y > upper.y - mark_size && y < lower.y + mark_size)
			return true;
	}
	return false;
}

/* The base line of a note at an end of the field: above the ticks, and clear of the curve. */
static double beyond_base(const struct panel *panel, bool above, double width, double size)
{
	const struct svg_scale *x = &panel->chart.x;
	const double from = above ? x->to - width : x->from;
	const double low = panel->chart.y.from - rug - 0.6;

	const double step = size / 4;
	const double steps = (low - size - panel->chart.y.to) / step;

	for (int i = 0; i < steps; i++) {
		const double base = low - i * step;

		if (!is_crossed(panel, (struct svg_point){from, base - size * 0.75},
				(struct svg_point){from + width + 0.5, base}))
			return base;
	}
	return low;
}

/* "‹ 12" at an end of the field: so many values lie beyond it. */
static void draw_beyond(struct svg *svg, const struct panel *panel, size_t count, bool above,
			struct arena *arena)
{
	const struct svg_font font = {
	    .size = SVG_SMALL_SIZE * 0.85, .fill = svg_dim, .anchor = above ? SVG_END : SVG_START};
	const struct svg_scale *x = &panel->chart.x;
	struct text text;
	double base;

	if (count == 0)
		return;
	text_init(&text, arena);
	text_addf(&text, above ? "%zu ›" : "‹ %zu", count);
	base = beyond_base(panel, above, svg_text_width(text_str(&text), font.size), font.size);
	svg_label(svg, &font, (struct svg_point){above ? x->to : x->from + 0.5, base},
		  text_str(&text));
}

static void draw_values(struct svg *svg, const struct panel *panel, struct arena *arena)
{
	const struct curve_view *view = panel->view;
	size_t below = 0;
	size_t above = 0;

	while (below < view->value_count && view->values[below] < panel->chart.x.low)
		below++;
	while (above < view->value_count - below &&
	       view->values[view->value_count - 1 - above] > panel->chart.x.high)
		above++;
	draw_rug(svg, panel, below, above, arena);
	draw_beyond(svg, panel, below, false, arena);
	draw_beyond(svg, panel, above, true, arena);
}

static void draw_panel(struct svg *svg, const struct panel *panel, struct arena *arena)
{
	const struct svg_font font = {.size = SVG_TEXT_SIZE, .fill = svg_ink, .bold = true};
	const struct str title = panel_title(panel, arena);
	const struct svg_point at = {panel->corner.x, panel->corner.y + font.size};

	svg_group(svg, title);
	svg_label(svg, &font, at, svg_fit(title, font.size * 1.06, panel->width, arena));
	svg_chart_draw(svg, &panel->chart, arena);
	draw_values(svg, panel, arena);
	draw_curve(svg, panel, arena);
	svg_group_end(svg);
}

/* ---- all of them ---- */

/* Rows of panels from y on; a row is as high as its highest panel. Returns the lower end. */
static double draw_panels(struct svg *svg, const struct plot_curves_request *request,
			  const struct plot_page *page, double y, struct arena *arena)
{
	const double room = page->width - 2 * SVG_MARGIN;
	const size_t columns = svg_columns(request->count, room, panel_least, spare);
	const double width = (room - spare * (double)(columns - 1)) / (double)columns;
	double height = 0;

	for (size_t i = 0; i < request->count; i++) {
		struct panel panel = {
		    .view = &request->views[i], .model = request->model, .width = width};

		if (i > 0 && i % columns == 0) {
			y += height + spare;
			height = 0;
		}
		panel.corner =
		    (struct svg_point){SVG_MARGIN + (double)(i % columns) * (width + spare), y};
		set_ranges(&panel, arena);
		set_place(&panel);
		draw_panel(svg, &panel, arena);
		height = fmax(height, panel.height);
	}
	return y + height;
}

static struct str describe(const struct plot_curves_request *request, const struct plot_page *page,
			   struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	text_add(&text, STR_LITERAL("Piecewise linear curves, constant beyond their ends."));
	for (size_t i = 0; i < request->count; i++) {
		const struct curve_view *view = &request->views[i];

		text_addf(&text, " " STR_FORMAT ", over " STR_FORMAT ":",
			  STR_ARGS(plot_curve_id(request->model, view, arena)),
			  STR_ARGS(axis_label(view, arena)));
		for (size_t k = 0; k < view->curve->count; k++) {
			text_add(&text, k > 0 ? STR_LITERAL(", ") : STR_LITERAL(" "));
			plot_add_number(&text, view->curve->points[k].x, 2);
			text_add(&text, STR_LITERAL(" gives "));
			plot_add_number(&text, view->curve->points[k].y, 2);
		}
		text_add_char(&text, '.');
	}
	return plot_desc(page, &text);
}

struct str plot_curves(const struct plot_curves_request *request, const struct plot_page *page,
		       struct arena *arena)
{
	struct svg_frame frame = {.width = page->width, .title = request->title};
	struct lines notes = {.arena = arena};
	struct svg svg;
	double y;

	assert(request->count > 0);
	frame.subtitle =
	    STR_LITERAL("Desirability (limits: highest score); ticks: values in the database");
	frame.desc = describe(request, page, arena);
	plot_note_origin(&notes, page);
	frame.notes = notes.at;
	frame.note_count = notes.count;
	y = svg_frame_begin(&svg, &frame, arena) + 1.5;
	y = draw_panels(&svg, request, page, y, arena);
	return svg_frame_end(&svg, &frame, y + 2);
}
