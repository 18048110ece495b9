/* SPDX-License-Identifier: MIT */
/* All series in one web, each with its name beside it; a key says their scores. */
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
static const double tag_height = 1.2;   /* in sizes of its letters */
static const double tag_overhang = 1.0; /* how far beyond the web it may reach */

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

/* ---- names beside the lines ---- */

/* As long as the web is wide from its centre, at most. */
static struct str tag_text(const struct svg_spider *spider, size_t i, const struct svg_web *web,
			   struct arena *arena)
{
	return svg_fit(series_at(spider, i)->tag, SVG_SMALL_SIZE, web->radius, arena);
}

static struct svg_tag *new_tags(const struct svg_spider *spider, const struct svg_web *web,
				struct arena *arena)
{
	struct svg_tag *tags = ARENA_NEW(arena, rows_of(spider), struct svg_tag);

	for (size_t i = 0; i < rows_of(spider); i++)
		tags[i] = (struct svg_tag){
		    .width = svg_text_width(tag_text(spider, i, web, arena), SVG_SMALL_SIZE),
		    .height = SVG_SMALL_SIZE * tag_height};
	return tags;
}

/* The lines of all series, the labels of the axes as what is written already. */
static struct svg_tag_scene tag_scene(const struct svg_spider *spider, const struct svg_web *web,
				      const struct svg_lines *labels, struct arena *arena)
{
	const size_t rows = rows_of(spider);
	struct svg_tag_piece *pieces = ARENA_NEW(arena, rows * web->axes, struct svg_tag_piece);
	struct svg_box *taken = ARENA_NEW(arena, web->axes, struct svg_box);
	struct svg_tag_scene scene = {
	    .pieces = pieces,
	    .taken = taken,
	    .taken_count = web->axes,
	    .room = {SVG_MARGIN, web->centre.y - web->radius - tag_overhang,
		     2 * web->centre.x - SVG_MARGIN, web->centre.y + web->radius + tag_overhang}};

	for (size_t i = 0; i < rows; i++)
		scene.piece_count += svg_web_pieces(web, series_at(spider, i)->values, i,
						    pieces + scene.piece_count, arena);
	for (size_t i = 0; i < web->axes; i++)
		taken[i] = svg_web_label_box(web, i, &labels[i], label_font.size);
	return scene;
}

/* Underlined in the colour of its line, and tied to it. */
static void draw_tag(struct svg *svg, const struct svg_tag *tag, const char *colour,
		     struct str name)
{
	const struct svg_style paper = {.fill = "#fff", .fill_opacity = 0.7};
	const struct svg_style pen = {.stroke = colour, .width = 0.3};
	const struct svg_font font = {.size = SVG_SMALL_SIZE, .fill = svg_ink};
	const struct svg_box *box = &tag->box;

	svg_rect(svg, &paper, (struct svg_point){box->left, box->top}, tag->width, tag->height);
	svg_line(svg, &pen, tag->at, svg_tag_tie(box, tag->at));
	svg_line(svg, &pen, (struct svg_point){box->left, box->bottom},
		 (struct svg_point){box->right, box->bottom});
	svg_label(svg, &font, (struct svg_point){box->left, box->bottom - SVG_SMALL_SIZE * 0.3},
		  name);
}

static void draw_tags(struct svg *svg, const struct svg_spider *spider, const struct svg_web *web,
		      const struct svg_lines *labels, struct arena *arena)
{
	const struct svg_tag_scene scene = tag_scene(spider, web, labels, arena);
	struct svg_tag *tags = new_tags(spider, web, arena);

	svg_tags_place(&scene, tags, rows_of(spider));
	for (size_t i = 0; i < rows_of(spider); i++)
		if (tags[i].placed)
			draw_tag(svg, &tags[i], style_of(spider, i)->colour,
				 tag_text(spider, i, web, arena));
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

/* "n-Heptane" says "heptane". */
static bool says(struct str name, struct str tag)
{
	for (size_t i = 0; i + tag.length <= name.length; i++)
		if (str_equal_fold(str_part(name, i, i + tag.length), tag))
			return true;
	return false;
}

/* With the name beside the line, where that is another. */
static struct svg_lines key_name(const struct svg_spider *spider, size_t i,
				 const struct key_columns *columns, struct arena *arena)
{
	const struct svg_spider_series *series = series_at(spider, i);
	struct text text;

	text_init(&text, arena);
	text_add(&text, series->name);
	if (!says(series->name, series->tag))
		text_addf(&text, " (" STR_FORMAT ")", STR_ARGS(series->tag));
	return svg_wrap(text_str(&text), SVG_TEXT_SIZE, columns->score - 5 - columns->name);
}

/* Returns its height. */
static double draw_key_row(struct svg *svg, const struct svg_spider *spider, size_t i,
			   const struct key_columns *columns, double y, struct arena *arena)
{
	const struct svg_spider_series *series = series_at(spider, i);
	const struct svg_lines name = key_name(spider, i, columns, arena);
	const struct svg_font ink = {.size = SVG_TEXT_SIZE, .fill = svg_ink};
	const struct svg_font dim = {.size = SVG_TEXT_SIZE, .fill = svg_dim};
	const struct svg_font bold = {
	    .size = SVG_TEXT_SIZE, .fill = svg_ink, .anchor = SVG_END, .bold = true};

	(void)svg_put_lines(svg, &ink, (struct svg_point){columns->name, y}, &name);
	svg_label(svg, &bold, (struct svg_point){columns->score, y}, series->score);
	svg_label(svg, &dim, (struct svg_point){columns->range, y}, series->range);
	svg_label(svg, &ink, (struct svg_point){columns->verdict, y}, series->verdict);
	return row + fmax((double)name.count - 1, 0) * SVG_TEXT_SIZE * SVG_LEADING;
}

/* Returns its lower end. */
static double draw_key(struct svg *svg, const struct svg_spider *spider, struct svg_point at,
		       double width, struct arena *arena)
{
	const struct key_columns columns = key_columns(spider, at.x, at.x + width);

	for (size_t i = 0; i < rows_of(spider); i++) {
		const double middle = at.y + row / 2; /* of the first line */

		draw_sample(svg, spider, i, (struct svg_point){at.x, middle}, arena);
		at.y +=
		    draw_key_row(svg, spider, i, &columns, middle + SVG_TEXT_SIZE * 0.35, arena);
	}
	return at.y;
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
	draw_tags(svg, spider, &web, labels, arena);
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
