/* SPDX-License-Identifier: MIT */
/* All series in one web, with a key that says their scores as well. */
#include "report/svg_spider.h"

#include <assert.h>
#include <math.h>

#include "report/svg_web.h"

/* Millimetres. */
static const double label_width = 19; /* labels of axes break into lines of this */
static const double sample = 9;       /* the piece of line in the key */
static const double row = 3.7;        /* of the key */
static const double key_width = 79;   /* beside the web only where it has this much */
static const double web_least = 75;   /* and the web this */
static const double radius_most = 60;
static const double mark_size = 1.5;

static const struct svg_font label_font = {.size = SVG_TEXT_SIZE, .fill = svg_ink};

static const struct svg_series_style *style_of(const struct svg_spider *spider, size_t i)
{
	return i < spider->series_count ? &svg_series_styles[i] : &svg_reference_style;
}

static const struct svg_spider_series *series_at(const struct svg_spider *spider, size_t i)
{
	return i < spider->series_count ? &spider->series[i] : spider->reference;
}

/* Series and reference, the reference last. */
static size_t rows_of(const struct svg_spider *spider)
{
	return spider->series_count + (spider->reference ? 1 : 0);
}

static void draw_series(struct svg *svg, const struct svg_spider *spider, const struct svg_web *web,
			struct arena *arena)
{
	/* Many bands over each other would hide the lines. */
	const double opacity = spider->series_count > 2 ? 0.07 : 0.16;
	struct svg_web_look look = {.width = 0.5, .band_opacity = opacity, .mark = mark_size};

	for (size_t i = 0; i < spider->series_count; i++) {
		look.style = style_of(spider, i);
		svg_web_band(svg, web, &look, spider->series[i].values, arena);
	}
	if (spider->reference) {
		const struct svg_web_look line = {.style = &svg_reference_style, .width = 0.6};

		svg_group(svg, spider->reference->name);
		svg_web_series(svg, web, &line, spider->reference->values, arena);
		svg_group_end(svg);
	}
	for (size_t i = spider->series_count; i-- > 0;) {
		look.style = style_of(spider, i);
		svg_group(svg, spider->series[i].name);
		svg_web_series(svg, web, &look, spider->series[i].values, arena);
		svg_group_end(svg);
	}
}

/* ---- key ---- */

struct key_columns {
	double name;    /* left end */
	double score;   /* right end */
	double range;   /* left end */
	double verdict; /* left end */
	double right;
};

static struct key_columns key_columns(const struct svg_spider *spider, double left, double right)
{
	double verdict = 0;
	double range = 0;
	struct key_columns columns = {.name = left + sample + 1.5, .right = right};

	for (size_t i = 0; i < rows_of(spider); i++) {
		const struct svg_spider_series *series = series_at(spider, i);

		verdict = fmax(verdict, svg_text_width(series->verdict, SVG_TEXT_SIZE));
		range = fmax(range, svg_text_width(series->range, SVG_TEXT_SIZE));
	}
	columns.verdict = right - verdict;
	columns.range = columns.verdict - range - 2.5;
	columns.score = columns.range - 1.2;
	return columns;
}

static void draw_sample(struct svg *svg, const struct svg_spider *spider, size_t i,
			struct svg_point at, struct arena *arena)
{
	const struct svg_series_style *style = style_of(spider, i);
	const bool reference = i >= spider->series_count;
	const struct svg_style pen = {
	    .stroke = style->colour, .width = reference ? 0.6 : 0.5, .dash = style->dash};
	const struct svg_point end = {at.x + sample, at.y};
	const struct svg_point middle = {at.x + sample / 2, at.y};

	svg_line(svg, &pen, at, end);
	if (!reference)
		svg_draw_mark(svg, style, middle, mark_size, false, arena);
}

static void draw_key_row(struct svg *svg, const struct svg_spider *spider, size_t i,
			 const struct key_columns *columns, double y, struct arena *arena)
{
	const struct svg_spider_series *series = series_at(spider, i);
	const struct svg_font ink = {.size = SVG_TEXT_SIZE, .fill = svg_ink};
	const struct svg_font dim = {.size = SVG_TEXT_SIZE, .fill = svg_dim};
	const struct svg_font bold = {
	    .size = SVG_TEXT_SIZE, .fill = svg_ink, .anchor = SVG_END, .bold = true};
	const double room = columns->score - 5 - columns->name;

	svg_label(svg, &ink, (struct svg_point){columns->name, y},
		  svg_fit(series->name, SVG_TEXT_SIZE, room, arena));
	svg_label(svg, &bold, (struct svg_point){columns->score, y}, series->score);
	svg_label(svg, &dim, (struct svg_point){columns->range, y}, series->range);
	svg_label(svg, &ink, (struct svg_point){columns->verdict, y}, series->verdict);
}

/* Returns its lower end. */
static double draw_key(struct svg *svg, const struct svg_spider *spider, struct svg_point at,
		       double width, struct arena *arena)
{
	const struct key_columns columns = key_columns(spider, at.x, at.x + width);
	const size_t rows = rows_of(spider);

	for (size_t i = 0; i < rows; i++) {
		const double y = at.y + row * ((double)i + 0.5);

		draw_sample(svg, spider, i, (struct svg_point){at.x, y}, arena);
		draw_key_row(svg, spider, i, &columns, y + SVG_TEXT_SIZE * 0.35, arena);
	}
	return at.y + row * (double)rows;
}

/* ---- layout ---- */

static struct svg_lines *axis_labels(const struct svg_spider *spider, struct arena *arena)
{
	struct svg_lines *labels = ARENA_NEW(arena, spider->axis_count, struct svg_lines);

	for (size_t i = 0; i < spider->axis_count; i++) {
		/* Above and below there is more room than beside. */
		const bool upright = i == 0 || 2 * i == spider->axis_count;

		labels[i] = svg_wrap(spider->axes[i], SVG_TEXT_SIZE,
				     upright ? 3 * label_width : label_width);
	}
	return labels;
}

/* The web and its labels in a column of this width from the top on; returns the lower end. */
static double draw_web(struct svg *svg, const struct svg_spider *spider, double width, double top,
		       struct arena *arena)
{
	const struct svg_lines *labels = axis_labels(spider, arena);
	const struct svg_web_room room = svg_web_room(labels, spider->axis_count, SVG_TEXT_SIZE);
	const double sides = fmax(room.left, room.right);
	/* The outermost corners of a hexagon are nearer than its radius; a little is left over. */
	struct svg_web web = {.axes = spider->axis_count,
			      .radius = fmin(width / 2 - SVG_MARGIN - sides + 3, radius_most)};

	web.radius = fmax(web.radius, 8);
	web.centre = (struct svg_point){width / 2, top + room.top + web.radius};
	svg_web_draw(svg, &web, arena);
	draw_series(svg, spider, &web, arena);
	svg_web_labels(svg, &web, &label_font, labels);
	return web.centre.y + web.radius + room.bottom;
}

struct str svg_spider_overlay(const struct svg_spider *spider, struct arena *arena)
{
	const struct svg_frame *frame = &spider->frame;
	const bool beside = frame->width >= key_width + web_least;
	const double web_width = beside ? frame->width - key_width : frame->width;
	struct svg svg;
	double y = svg_frame_begin(&svg, frame, arena) + 2;
	double end;

	assert(spider->series_count <= SVG_SERIES_MAX && spider->axis_count > 0);
	end = draw_web(&svg, spider, web_width, y, arena);
	if (beside) {
		const double height = row * (double)rows_of(spider);
		const double top = fmax((y + end - height) / 2, y);

		end = fmax(end, draw_key(&svg, spider, (struct svg_point){web_width, top},
					 key_width - SVG_MARGIN, arena));
	} else {
		end = draw_key(&svg, spider, (struct svg_point){SVG_MARGIN, end + 2},
			       frame->width - 2 * SVG_MARGIN, arena);
	}
	return svg_frame_end(&svg, frame, end + 1.5);
}
