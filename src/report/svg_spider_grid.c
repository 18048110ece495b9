/* SPDX-License-Identifier: MIT */
/* Small multiples: each series in a web of its own, beside the reference. */
#include <math.h>

#include "base/number.h"
#include "report/svg_spider.h"
#include "report/svg_web.h"

/* Millimetres. */
static const double panel_least = 38; /* width of a panel */
static const double panel_spare = 3;  /* between panels */
static const double long_labels = 62; /* panels this wide have the axes written out */
static const double label_width = 16;
static const double mark_size = 1.2;

struct grid {
	const struct svg_spider *spider;
	size_t columns;
	double panel; /* width */
	double height;
	struct svg_font font;
	struct svg_lines *labels;
	struct svg_web_room room;
	double radius;
};

static double heading_height(void)
{
	return 2 * SVG_TEXT_SIZE * SVG_LEADING + 1;
}

struct panels {
	size_t columns;
	double width; /* of one */
};

static struct panels panels_of(const struct svg_spider *spider)
{
	const double width = spider->frame.width - 2 * SVG_MARGIN;
	const size_t columns = svg_columns(spider->series_count, width, panel_least, panel_spare);

	return (struct panels){columns,
			       (width - panel_spare * (double)(columns - 1)) / (double)columns};
}

bool svg_spider_grid_is_short(const struct svg_spider *spider)
{
	return panels_of(spider).width < long_labels;
}

static struct grid layout(const struct svg_spider *spider, struct arena *arena)
{
	const struct panels panels = panels_of(spider);
	const struct str *axes =
	    svg_spider_grid_is_short(spider) ? spider->short_axes : spider->axes;
	struct grid grid = {.spider = spider,
			    .columns = panels.columns,
			    .panel = panels.width,
			    .font = {.size = SVG_SMALL_SIZE, .fill = svg_ink},
			    .labels = ARENA_NEW(arena, spider->axis_count, struct svg_lines)};

	for (size_t i = 0; i < spider->axis_count; i++)
		grid.labels[i] = svg_wrap(axes[i], grid.font.size, label_width);
	grid.room = svg_web_room(grid.labels, spider->axis_count, grid.font.size);
	grid.radius = fmax(grid.panel / 2 - fmax(grid.room.left, grid.room.right) + 1, 6);
	grid.radius = fmin(grid.radius, 30);
	grid.height = heading_height() + grid.room.top + 2 * grid.radius + grid.room.bottom;
	return grid;
}

/* The name with its mark, the score under it. */
static void draw_heading(struct svg *svg, const struct grid *grid,
			 const struct svg_spider_series *series, struct svg_point at,
			 struct arena *arena)
{
	const struct svg_font name = {.size = SVG_TEXT_SIZE, .fill = svg_ink, .bold = true};
	const struct svg_font score = {.size = SVG_SMALL_SIZE, .fill = svg_dim};
	struct text line;

	at.y += name.size;
	svg_label(svg, &name, at, svg_fit(series->name, name.size * 1.06, grid->panel, arena));
	text_init(&line, arena);
	text_add(&line, series->score);
	if (series->range.length > 0)
		text_addf(&line, " (" STR_FORMAT ")", STR_ARGS(series->range));
	text_addf(&line, " " STR_FORMAT, STR_ARGS(series->verdict));
	at.y += name.size * SVG_LEADING;
	svg_label(svg, &score, at, svg_fit(text_str(&line), score.size, grid->panel, arena));
}

static void draw_panel(struct svg *svg, const struct grid *grid, size_t i, struct svg_point at,
		       struct arena *arena)
{
	const struct svg_spider_series *series = &grid->spider->series[i];
	const struct svg_web web = {
	    .centre = {at.x + grid->panel / 2,
		       at.y + heading_height() + grid->room.top + grid->radius},
	    .radius = grid->radius,
	    .axes = grid->spider->axis_count};
	const struct svg_web_look look = {
	    .style = &svg_series_styles[0], .width = 0.45, .band_opacity = 0.18, .mark = mark_size};
	const struct svg_web_look line = {.style = &svg_reference_style, .width = 0.5};

	svg_group(svg, series->name);
	draw_heading(svg, grid, series, at, arena);
	svg_web_draw(svg, &web, arena);
	svg_web_band(svg, &web, &look, series->values, arena);
	if (series->reference)
		svg_web_series(svg, &web, &line, series->reference, arena);
	svg_web_series(svg, &web, &look, series->values, arena);
	svg_web_labels(svg, &web, &grid->font, grid->labels);
	svg_group_end(svg);
}

struct str svg_spider_grid(const struct svg_spider *spider, struct arena *arena)
{
	const struct grid grid = layout(spider, arena);
	const size_t rows = (spider->series_count + grid.columns - 1) / grid.columns;
	struct svg svg;
	const double top = svg_frame_begin(&svg, &spider->frame, arena) + 1.5;
	const double step = grid.height + panel_spare + 1;

	for (size_t i = 0; i < spider->series_count; i++) {
		const size_t row = i / grid.columns;
		const size_t column = i % grid.columns;
		const struct svg_point at = {SVG_MARGIN +
						 (double)column * (grid.panel + panel_spare),
					     top + (double)row * step};

		draw_panel(&svg, &grid, i, at, arena);
	}
	return svg_frame_end(&svg, &spider->frame, top + (double)rows * step - 2);
}
