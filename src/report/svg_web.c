/* SPDX-License-Identifier: MIT */
#include "report/svg_web.h"

#include <math.h>

static const double full_turn = 6.283185307179586;
static const double label_gap = 1.7; /* mm, from the rim */
static const double tick_room = 9.0; /* mm of radius from which the rings bear numbers */
static const double upright = 0.05;  /* an axis less aside than that counts as vertical */
static const double steep = 0.7;     /* from here on its label reaches beyond the rim */
static const double ascent = 0.85;   /* of the size of letters, above the base line */

enum { RINGS = 4 };

struct direction {
	double x;
	double y;
};

static struct direction direction_of(size_t axis, size_t axes)
{
	const double angle = full_turn * (double)axis / (double)axes;

	return (struct direction){sin(angle), -cos(angle)};
}

struct svg_point svg_web_point(const struct svg_web *web, size_t axis, double value)
{
	const struct direction d = direction_of(axis, web->axes);
	const double r = web->radius * fmin(fmax(value, 0), 1);

	return (struct svg_point){web->centre.x + r * d.x, web->centre.y + r * d.y};
}

size_t svg_web_runs(const struct num *values, size_t axes, struct svg_web_run *runs)
{
	size_t count = 0;
	size_t start = 0;

	/* A run that crosses the top begins after the last gap. */
	while (start < axes && num_has_value(values[start]))
		start++;
	if (start == axes) {
		runs[0] = (struct svg_web_run){0, axes, true};
		return 1;
	}
	for (size_t i = 1; i <= axes; i++) {
		const size_t axis = (start + i) % axes;

		if (!num_has_value(values[axis]))
			continue;
		if (!num_has_value(values[(axis + axes - 1) % axes]))
			runs[count++] = (struct svg_web_run){.first = axis};
		runs[count - 1].count++;
	}
	return count;
}

static void add_ring(struct svg_path *path, const struct svg_web *web, double value)
{
	for (size_t i = 0; i < web->axes; i++)
		(i == 0 ? svg_path_move : svg_path_go)(path, svg_web_point(web, i, value));
	svg_path_close(path);
}

static void draw_ring_numbers(struct svg *svg, const struct svg_web *web)
{
	static const struct {
		double at;
		const char *text;
	} numbers[] = {{0.5, "0.5"}, {1.0, "1"}};
	const struct svg_font font = {.size = SVG_SMALL_SIZE * 0.85, .fill = svg_dim};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		/* Amid a side of the ring: marks stand at its corners. */
		const struct svg_point a = svg_web_point(web, 0, numbers[i].at);
		const struct svg_point b = svg_web_point(web, web->axes - 1, numbers[i].at);
		const struct svg_point at = {(a.x + b.x) / 2 + 0.4,
					     (a.y + b.y) / 2 + font.size * 0.9};

		svg_label(svg, &font, at, str_from(numbers[i].text));
	}
}

void svg_web_draw(struct svg *svg, const struct svg_web *web, struct arena *arena)
{
	const struct svg_style thin = {.stroke = svg_grid, .width = 0.15};
	const struct svg_style rim = {.stroke = svg_faint, .width = 0.2};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (int ring = 1; ring < RINGS; ring++)
		add_ring(&path, web, (double)ring / RINGS);
	for (size_t i = 0; i < web->axes; i++) {
		svg_path_move(&path, web->centre);
		svg_path_go(&path, svg_web_point(web, i, 1));
	}
	svg_path_draw(svg, &thin, &path);
	svg_path_begin(&path, arena);
	add_ring(&path, web, 1);
	svg_path_draw(svg, &rim, &path);
	if (web->radius >= tick_room)
		draw_ring_numbers(svg, web);
}

/* Of a block of lines, from the rim outwards. */
static double block_height(const struct svg_lines *lines, double size)
{
	return size * (1 + SVG_LEADING * (double)(lines->count > 0 ? lines->count - 1 : 0));
}

struct svg_web_room svg_web_room(const struct svg_lines *labels, size_t axes, double size)
{
	struct svg_web_room room = {0, 0, 0, 0};

	for (size_t i = 0; i < axes; i++) {
		const struct direction d = direction_of(i, axes);
		const double width = svg_lines_width(&labels[i], size);
		const double height = block_height(&labels[i], size) + label_gap;

		if (d.y < -steep)
			room.top = fmax(room.top, height);
		if (d.y > steep)
			room.bottom = fmax(room.bottom, height);
		if (fabs(d.x) < upright)
			continue;
		if (d.x > 0)
			room.right = fmax(room.right, width + label_gap);
		else
			room.left = fmax(room.left, width + label_gap);
	}
	return room;
}

/* One end of the interval, or the value. */
enum end { END_LOW, END_VALUE, END_HIGH };

static struct svg_point point_of(const struct svg_web *web, const struct num *values, size_t axis,
				 enum end end)
{
	const struct num *n = &values[axis % web->axes];
	double value = n->value;

	if (end == END_LOW)
		value = n->low;
	if (end == END_HIGH)
		value = n->high;
	return svg_web_point(web, axis % web->axes, value);
}

/* Where a block of lines beside an axis stands; `at` is its first base line. */
struct label_place {
	struct svg_point at;
	enum svg_anchor anchor;
	double height;
};

static struct label_place label_place(const struct svg_web *web, size_t axis,
				      const struct svg_lines *lines, double size)
{
	const struct direction d = direction_of(axis, web->axes);
	const double down = 0.5 * (1 + d.y); /* 0: above the point, 1: below it */
	struct label_place place = {.at = svg_web_point(web, axis, 1),
				    .anchor = SVG_MIDDLE,
				    .height = block_height(lines, size)};

	place.at.x += label_gap * d.x;
	place.at.y += label_gap * d.y - place.height * (1 - down) + size * ascent;
	if (fabs(d.x) >= upright)
		place.anchor = d.x > 0 ? SVG_START : SVG_END;
	return place;
}

void svg_web_labels(struct svg *svg, const struct svg_web *web, const struct svg_font *font,
		    const struct svg_lines *labels)
{
	for (size_t i = 0; i < web->axes; i++) {
		const struct label_place place = label_place(web, i, &labels[i], font->size);
		struct svg_font here = *font;

		here.anchor = place.anchor;
		(void)svg_put_lines(svg, &here, place.at, &labels[i]);
	}
}

struct svg_box svg_web_label_box(const struct svg_web *web, size_t axis,
				 const struct svg_lines *label, double size)
{
	const struct label_place place = label_place(web, axis, label, size);
	const double width = svg_lines_width(label, size);
	const double top = place.at.y - size * ascent;
	double left = place.at.x;

	if (place.anchor == SVG_MIDDLE)
		left -= width / 2;
	if (place.anchor == SVG_END)
		left -= width;
	return (struct svg_box){left, top, left + width, top + place.height};
}

size_t svg_web_pieces(const struct svg_web *web, const struct num *values, size_t owner,
		      struct svg_tag_piece *pieces, struct arena *arena)
{
	struct svg_web_run *runs = ARENA_NEW(arena, web->axes, struct svg_web_run);
	const size_t run_count = svg_web_runs(values, web->axes, runs);
	size_t count = 0;

	for (size_t r = 0; r < run_count; r++)
		for (size_t i = 0; i < runs[r].count; i++) {
			const bool last = i + 1 == runs[r].count && !runs[r].closed;
			const size_t axis = runs[r].first + i;

			pieces[count++] = (struct svg_tag_piece){
			    .a = point_of(web, values, axis, END_VALUE),
			    .b = point_of(web, values, last ? axis : axis + 1, END_VALUE),
			    .owner = owner};
		}
	return count;
}

/* Adds the points of a run in either direction; go on: without lifting the pen. */
static void add_run(struct svg_path *path, const struct svg_web *web, const struct num *values,
		    const struct svg_web_run *run, enum end end, bool back, bool go_on)
{
	for (size_t i = 0; i < run->count; i++) {
		const size_t step = back ? run->count - 1 - i : i;
		const struct svg_point at = point_of(web, values, run->first + step, end);

		(i == 0 && !go_on ? svg_path_move : svg_path_go)(path, at);
	}
}

void svg_web_band(struct svg *svg, const struct svg_web *web, const struct svg_web_look *look,
		  const struct num *values, struct arena *arena)
{
	struct svg_web_run *runs = ARENA_NEW(arena, web->axes, struct svg_web_run);
	const size_t count = svg_web_runs(values, web->axes, runs);
	/* A run of one axis has no area: its outline is the interval on the axis. */
	const struct svg_style pen = {.fill = look->style->colour,
				      .fill_opacity = look->band_opacity,
				      .stroke = look->style->colour,
				      .width = 0.12,
				      .stroke_opacity = 2 * look->band_opacity};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < count; i++) {
		add_run(&path, web, values, &runs[i], END_HIGH, false, false);
		if (runs[i].closed)
			svg_path_close(&path);
		add_run(&path, web, values, &runs[i], END_LOW, true, !runs[i].closed);
		svg_path_close(&path);
	}
	svg_path_draw(svg, &pen, &path);
}

static void draw_marks(struct svg *svg, const struct svg_web *web, const struct svg_web_look *look,
		       const struct num *values, struct arena *arena)
{
	for (size_t i = 0; i < web->axes; i++)
		if (num_has_value(values[i]))
			svg_draw_mark(svg, look->style, svg_web_point(web, i, values[i].value),
				      look->mark, values[i].state == NUM_INFERRED, arena);
}

void svg_web_series(struct svg *svg, const struct svg_web *web, const struct svg_web_look *look,
		    const struct num *values, struct arena *arena)
{
	struct svg_web_run *runs = ARENA_NEW(arena, web->axes, struct svg_web_run);
	const size_t count = svg_web_runs(values, web->axes, runs);
	const struct svg_style pen = {
	    .stroke = look->style->colour, .width = look->width, .dash = look->style->dash};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < count; i++) {
		add_run(&path, web, values, &runs[i], END_VALUE, false, false);
		if (runs[i].closed)
			svg_path_close(&path);
	}
	svg_path_draw(svg, &pen, &path);
	if (look->mark > 0)
		draw_marks(svg, web, look, values, arena);
}
