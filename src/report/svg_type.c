/* SPDX-License-Identifier: MIT */
#include "report/svg_type.h"

#include <math.h>

/* Thousandths of the size, from the blank to '~'. */
static const short widths[] = {
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, /* to / */
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, /* to ? */
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, /* to O */
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, /* to _ */
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, /* to o */
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,      /* to ~ */
};

static const double thousandth = 0.001;
static const double other = 0.6;      /* of the size, a column */
static const double allowance = 1.08; /* for wider fonts */

/* Bytes of a word before it may be broken. */
enum { BREAK_LEAST = 8 };

/* A malformed byte counts as one. */
static size_t next_sequence(struct str text)
{
	const size_t length = utf8_sequence(text);

	return length > 0 ? length : 1;
}

double svg_text_width(struct str text, double size)
{
	double width = 0;

	while (text.length > 0) {
		const unsigned char byte = (unsigned char)text.at[0];
		const size_t length = next_sequence(text);

		if (byte >= ' ' && byte <= '~')
			width += widths[byte - ' '] * thousandth;
		else
			width += other * (double)text_visible_width(str_part(text, 0, length));
		text = str_part(text, length, text.length);
	}
	return width * size * allowance;
}

/* Bytes of the longest front that fits. */
static size_t front_length(struct str text, double size, double width)
{
	size_t fits = 0;

	while (fits < text.length) {
		const size_t next = fits + next_sequence(str_part(text, fits, text.length));

		if (svg_text_width(str_part(text, 0, next), size) > width)
			break;
		fits = next;
	}
	return fits;
}

/* Bytes of the longest front that ends before a blank and fits; at least one word. */
static size_t words_length(struct str text, double size, double width)
{
	size_t fits = 0;

	for (size_t i = 0; i <= text.length; i++) {
		if (i < text.length && text.at[i] != ' ')
			continue;
		if (fits > 0 && svg_text_width(str_part(text, 0, i), size) > width)
			break;
		fits = i;
	}
	return fits;
}

/* A word wider than a line is broken, if the line has room for a few letters at all. */
static size_t line_length(struct str text, double size, double width)
{
	const size_t words = words_length(text, size, width);
	size_t front;

	if (svg_text_width(str_part(text, 0, words), size) <= width)
		return words;
	front = front_length(text, size, width);
	return front >= BREAK_LEAST ? front : words;
}

struct svg_lines svg_wrap(struct str text, double size, double width)
{
	struct svg_lines lines = {.count = 0};

	text = str_trim(text);
	while (text.length > 0 && lines.count + 1 < SVG_LINES_MAX) {
		const size_t length = line_length(text, size, width);

		lines.at[lines.count++] = str_part(text, 0, length);
		text = str_trim(str_part(text, length, text.length));
	}
	if (text.length > 0)
		lines.at[lines.count++] = text;
	return lines;
}

double svg_lines_width(const struct svg_lines *lines, double size)
{
	double width = 0;

	for (size_t i = 0; i < lines->count; i++)
		width = fmax(width, svg_text_width(lines->at[i], size));
	return width;
}

double svg_put_lines(struct svg *svg, const struct svg_font *font, struct svg_point at,
		     const struct svg_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		svg_label(svg, font, at, lines->at[i]);
		at.y += font->size * SVG_LEADING;
	}
	return at.y;
}

struct str svg_fit(struct str text, double size, double width, struct arena *arena)
{
	const struct str ellipsis = STR_LITERAL("…");
	const double room = width - svg_text_width(ellipsis, size);
	struct text cut;

	if (svg_text_width(text, size) <= width)
		return text;
	text_init(&cut, arena);
	text_add(&cut, str_trim(str_part(text, 0, front_length(text, size, room))));
	text_add(&cut, ellipsis);
	return text_str(&cut);
}
