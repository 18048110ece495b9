/* SPDX-License-Identifier: MIT */
#include "report/svg_frame.h"

#include "report/svg_palette.h"
#include "report/svg_type.h"

static const double gap = 1.2; /* mm, between blocks of text */

double svg_frame_begin(struct svg *svg, const struct svg_frame *frame, struct arena *arena)
{
	const struct svg_font head = {.size = SVG_TITLE_SIZE, .fill = svg_ink, .bold = true};
	const struct svg_font under = {.size = SVG_SMALL_SIZE, .fill = svg_dim};
	const double room = frame->width - 2 * SVG_MARGIN;
	/* Bold letters are a little wider. */
	const struct svg_lines title = svg_wrap(frame->title, head.size * 1.06, room);
	const struct svg_lines subtitle = svg_wrap(frame->subtitle, under.size, room);
	struct svg_point at = {SVG_MARGIN, SVG_MARGIN + head.size};

	svg_begin(svg, arena);
	at.y = svg_put_lines(svg, &head, at, &title);
	at.y = svg_put_lines(svg, &under, at, &subtitle);
	return at.y - under.size * SVG_LEADING + gap;
}

struct str svg_frame_end(struct svg *svg, const struct svg_frame *frame, double y)
{
	const struct svg_font font = {.size = SVG_SMALL_SIZE, .fill = svg_dim};
	struct svg_page page = {.width = frame->width, .title = frame->title, .desc = frame->desc};
	struct svg_point at = {SVG_MARGIN, y + font.size};

	for (size_t i = 0; i < frame->note_count; i++) {
		const struct svg_lines lines =
		    svg_wrap(frame->notes[i], font.size, frame->width - 2 * SVG_MARGIN);

		at.y = svg_put_lines(svg, &font, at, &lines);
	}
	page.height = (frame->note_count > 0 ? at.y - font.size * SVG_LEADING : y) + SVG_MARGIN;
	return svg_end(svg, &page);
}
