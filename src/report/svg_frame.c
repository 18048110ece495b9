/* SPDX-License-Identifier: MIT */
#include "report/svg_frame.h"

#include <math.h>

#include "report/svg_palette.h"
#include "report/svg_type.h"

static const double gap = 1.2; /* mm, between blocks of text */

/* As many lines as it takes: what svg_wrap() leaves in its last line is broken again. */
static double put_text(struct svg *svg, const struct svg_font *font, struct svg_point at,
		       struct str text, double room)
{
	/* Bold letters are a little wider. */
	const double size = font->bold ? font->size * 1.06 : font->size;
	struct svg_lines lines = svg_wrap(text, size, room);

	while (lines.count == SVG_LINES_MAX &&
	       svg_text_width(lines.at[SVG_LINES_MAX - 1], size) > room) {
		text = lines.at[SVG_LINES_MAX - 1];
		lines.count--;
		at.y = svg_put_lines(svg, font, at, &lines);
		lines = svg_wrap(text, size, room);
	}
	return svg_put_lines(svg, font, at, &lines);
}

double svg_frame_begin(struct svg *svg, const struct svg_frame *frame, struct arena *arena)
{
	const struct svg_font head = {.size = SVG_TITLE_SIZE, .fill = svg_ink, .bold = true};
	const struct svg_font under = {.size = SVG_SMALL_SIZE, .fill = svg_dim};
	const double room = frame->width - 2 * SVG_MARGIN;
	struct svg_point at = {SVG_MARGIN, SVG_MARGIN + head.size};

	svg_begin(svg, arena);
	at.y = put_text(svg, &head, at, frame->title, room);
	at.y = put_text(svg, &under, at, frame->subtitle, room);
	return at.y - under.size * SVG_LEADING + gap;
}

struct str svg_frame_end(struct svg *svg, const struct svg_frame *frame, double y)
{
	const struct svg_font font = {.size = SVG_SMALL_SIZE, .fill = svg_dim};
	struct svg_page page = {.width = frame->width, .title = frame->title, .desc = frame->desc};
	struct svg_point at = {SVG_MARGIN, y + font.size};

	for (size_t i = 0; i < frame->note_count; i++)
		at.y = put_text(svg, &font, at, frame->notes[i], frame->width - 2 * SVG_MARGIN);
	page.height = (frame->note_count > 0 ? at.y - font.size * SVG_LEADING : y) + SVG_MARGIN;
	return svg_end(svg, &page);
}

size_t svg_columns(size_t count, double room, double least, double space)
{
	const double fit = floor((room + space) / (least + space));
	const size_t most = (size_t)fmax(1, fmin(fit, (double)count));
	const size_t rows = (count + most - 1) / most;

	return (count + rows - 1) / rows;
}
