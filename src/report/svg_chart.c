/* SPDX-License-Identifier: MIT */
#include "report/svg_chart.h"

#include <math.h>

#include "base/number.h"
#include "report/svg_palette.h"

static const double number_gap = 0.9; /* mm, from the field to the numbers */
static const double line_height = SVG_SMALL_SIZE * SVG_LEADING;

double svg_scale_at(const struct svg_scale *scale, double value)
{
	const double span = scale->high - scale->low;
	const double share = span != 0 ? (value - scale->low) / span : 0.5;

	return scale->from + fmin(fmax(share, 0), 1) * (scale->to - scale->from);
}

struct svg_point svg_chart_at(const struct svg_chart *chart, double x, double y)
{
	return (struct svg_point){svg_scale_at(&chart->x, x), svg_scale_at(&chart->y, y)};
}

struct svg_ticks svg_ticks(double low, double high, size_t most)
{
	static const double factors[] = {1, 2, 5, 10};
	const double rough = fmax(high - low, 1e-9) / (double)(most > 1 ? most - 1 : 1);
	const double decade = pow(10, floor(log10(rough)));
	struct svg_ticks ticks = {.step = 10 * decade};

	for (size_t i = 4; i-- > 0;)
		if (factors[i] * decade >= rough * 0.999)
			ticks.step = factors[i] * decade;
	/* A hair of tolerance, so that 0.3 is found to be 3 times 0.1. */
	ticks.first = ceil(low / ticks.step - 1e-6) * ticks.step;
	ticks.count = (size_t)fmax(0, floor((high - ticks.first) / ticks.step + 1e-6) + 1);
	ticks.digits = (int)fmin(fmax(0, -floor(log10(ticks.step) + 1e-6)), 6);
	return ticks;
}

static struct str tick_text(const struct svg_ticks *ticks, size_t i, struct arena *arena)
{
	const double value = ticks->first + (double)i * ticks->step;
	char buffer[NUMBER_TEXT_MAX];
	const struct str number = number_write_fixed(buffer, fabs(value), ticks->digits);
	struct text text;

	text_init(&text, arena);
	/* A minus sign, not a hyphen; a tick that is zero but for rounding has none. */
	if (value < -ticks->step / 2)
		text_add(&text, STR_LITERAL("−"));
	text_add(&text, number);
	return text_str(&text);
}

/* Of the widest number; a digit is 0.6 of the size. */
static double numbers_width(const struct svg_ticks *ticks)
{
	const double last = ticks->first + (double)ticks->count * ticks->step;
	const double largest = fmax(fabs(ticks->first), fabs(last));
	const double before = 1 + fmax(0, floor(log10(fmax(largest, 1))));
	const double after = ticks->digits > 0 ? ticks->digits + 0.5 : 0;

	return (before + after) * 0.6 * SVG_SMALL_SIZE;
}

double svg_chart_left(const struct svg_chart *chart)
{
	const double label = chart->y_label.length > 0 ? line_height + 0.6 : 0;

	return numbers_width(&chart->y_ticks) + number_gap + label;
}

static struct svg_lines x_label_lines(const struct svg_chart *chart)
{
	return svg_wrap(chart->x_label, SVG_SMALL_SIZE, fabs(chart->x.to - chart->x.from) + 6);
}

double svg_chart_below(const struct svg_chart *chart)
{
	const struct svg_lines lines = x_label_lines(chart);

	return number_gap + line_height * (double)(1 + lines.count);
}

static void draw_grid(struct svg *svg, const struct svg_chart *chart, struct arena *arena)
{
	const struct svg_style thin = {.stroke = svg_grid, .width = 0.15};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < chart->y_ticks.count; i++) {
		const double value = chart->y_ticks.first + (double)i * chart->y_ticks.step;
		const double y = svg_scale_at(&chart->y, value);

		svg_path_move(&path, (struct svg_point){chart->x.from, y});
		svg_path_go(&path, (struct svg_point){chart->x.to, y});
	}
	svg_path_draw(svg, &thin, &path);
}

static void draw_frame(struct svg *svg, const struct svg_chart *chart, struct arena *arena)
{
	const struct svg_style line = {.stroke = svg_faint, .width = 0.2};
	struct svg_path path;

	svg_path_begin(&path, arena);
	svg_path_move(&path, (struct svg_point){chart->x.from, chart->y.to});
	svg_path_go(&path, (struct svg_point){chart->x.from, chart->y.from});
	svg_path_go(&path, (struct svg_point){chart->x.to, chart->y.from});
	for (size_t i = 0; i < chart->x_ticks.count; i++) {
		const double value = chart->x_ticks.first + (double)i * chart->x_ticks.step;
		const double x = svg_scale_at(&chart->x, value);

		svg_path_move(&path, (struct svg_point){x, chart->y.from});
		svg_path_go(&path, (struct svg_point){x, chart->y.from + 0.7});
	}
	svg_path_draw(svg, &line, &path);
}

static void draw_numbers(struct svg *svg, const struct svg_chart *chart, struct arena *arena)
{
	struct svg_font font = {.size = SVG_SMALL_SIZE, .fill = svg_dim, .anchor = SVG_MIDDLE};

	for (size_t i = 0; i < chart->x_ticks.count; i++) {
		const double value = chart->x_ticks.first + (double)i * chart->x_ticks.step;

		svg_label(svg, &font,
			  (struct svg_point){svg_scale_at(&chart->x, value),
					     chart->y.from + number_gap + font.size * 0.9},
			  tick_text(&chart->x_ticks, i, arena));
	}
	font.anchor = SVG_END;
	for (size_t i = 0; i < chart->y_ticks.count; i++) {
		const double value = chart->y_ticks.first + (double)i * chart->y_ticks.step;

		svg_label(svg, &font,
			  (struct svg_point){chart->x.from - number_gap,
					     svg_scale_at(&chart->y, value) + font.size * 0.35},
			  tick_text(&chart->y_ticks, i, arena));
	}
}

void svg_chart_draw(struct svg *svg, const struct svg_chart *chart, struct arena *arena)
{
	const struct svg_font font = {
	    .size = SVG_SMALL_SIZE, .fill = svg_ink, .anchor = SVG_MIDDLE};
	const struct svg_lines lines = x_label_lines(chart);
	const struct svg_point under = {(chart->x.from + chart->x.to) / 2,
					chart->y.from + number_gap + line_height + font.size};
	const struct svg_point beside = {chart->x.from - svg_chart_left(chart) + font.size,
					 (chart->y.from + chart->y.to) / 2};

	draw_grid(svg, chart, arena);
	draw_frame(svg, chart, arena);
	draw_numbers(svg, chart, arena);
	(void)svg_put_lines(svg, &font, under, &lines);
	svg_label_up(svg, &font, beside, chart->y_label);
}
