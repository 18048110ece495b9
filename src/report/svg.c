/* SPDX-License-Identifier: MIT */
#include "report/svg.h"

#include <math.h>

#include "base/number.h"

enum { DECIMALS = 2 };

/* Helvetica and what is as wide, then what the system has. */
static const char fonts[] = "Helvetica, Arial, Liberation Sans, sans-serif";

static const struct {
	char sign;
	const char *entity;
} entities[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
};

static void add_sign(struct text *out, char sign)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (entities[i].sign == sign) {
			text_add(out, str_from(entities[i].entity));
			return;
		}
	text_add_char(out, sign);
}

/* UTF-8 that XML 1.0 forbids nevertheless: U+FFFE and U+FFFF. */
static bool is_forbidden(struct str sequence)
{
	uint32_t code = 0;

	return utf8_decode(sequence, &code) > 0 && (code == 0xFFFE || code == 0xFFFF);
}

void svg_add_escaped(struct text *out, struct str text)
{
	struct text visible;
	struct str rest;

	text_init(&visible, out->arena);
	text_add_visible(&visible, text);
	rest = text_str(&visible);
	while (rest.length > 0) {
		const size_t length = utf8_sequence(rest);
		const struct str sequence = str_part(rest, 0, length);

		if (length == 1)
			add_sign(out, rest.at[0]);
		else
			text_add(out, is_forbidden(sequence) ? STR_LITERAL("\\u{FFFE}") : sequence);
		rest = str_part(rest, length, rest.length);
	}
}

/* Two decimals without the zeros that say nothing. */
static void add_number(struct text *out, double value)
{
	char buffer[NUMBER_TEXT_MAX];
	struct str number = number_write_fixed(buffer, isfinite(value) ? value : 0.0, DECIMALS);

	while (str_contains(number, STR_LITERAL(".")) &&
	       (number.at[number.length - 1] == '0' || number.at[number.length - 1] == '.')) {
		const bool point = number.at[number.length - 1] == '.';

		number.length--;
		if (point)
			break;
	}
	text_add(out, number);
}

static void add_attribute(struct text *out, const char *name, double value)
{
	text_addf(out, " %s=\"", name);
	add_number(out, value);
	text_add_char(out, '"');
}

static void add_element(struct text *out, const char *name, struct str content)
{
	if (content.length == 0)
		return;
	text_addf(out, "<%s>", name);
	svg_add_escaped(out, content);
	text_addf(out, "</%s>\n", name);
}

void svg_begin(struct svg *svg, struct arena *arena)
{
	text_init(&svg->out, arena);
}

struct str svg_end(struct svg *svg, const struct svg_page *page)
{
	const struct svg_style paper = {.fill = "#fff"};
	struct svg whole;
	struct text *out = &whole.out;

	text_init(out, svg->out.arena);
	text_add(out,
		 STR_LITERAL("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\""));
	add_number(out, page->width);
	text_add(out, STR_LITERAL("mm\" height=\""));
	add_number(out, page->height);
	text_add(out, STR_LITERAL("mm\" viewBox=\"0 0 "));
	add_number(out, page->width);
	text_add_char(out, ' ');
	add_number(out, page->height);
	text_addf(out,
		  "\" font-family=\"%s\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n",
		  fonts);
	add_element(out, "title", page->title);
	add_element(out, "desc", page->desc);
	svg_rect(&whole, &paper, (struct svg_point){0, 0}, page->width, page->height);
	text_add(out, text_str(&svg->out));
	text_add(out, STR_LITERAL("</svg>\n"));
	return text_str(out);
}

void svg_group(struct svg *svg, struct str label)
{
	text_add(&svg->out, STR_LITERAL("<g>\n"));
	add_element(&svg->out, "title", label);
}

void svg_group_end(struct svg *svg)
{
	text_add(&svg->out, STR_LITERAL("</g>\n"));
}

static const char *const anchors[] = {
    [SVG_START] = "", [SVG_MIDDLE] = " text-anchor=\"middle\"", [SVG_END] = " text-anchor=\"end\""};

static void add_label(struct svg *svg, const struct svg_font *font, struct svg_point at,
		      struct str text, bool up)
{
	struct text *out = &svg->out;

	if (text.length == 0)
		return;
	text_add(out, STR_LITERAL("<text"));
	add_attribute(out, "x", at.x);
	add_attribute(out, "y", at.y);
	add_attribute(out, "font-size", font->size);
	text_addf(out, " fill=\"%s\"%s%s", font->fill, anchors[font->anchor],
		  font->bold ? " font-weight=\"bold\"" : "");
	if (up) {
		text_add(out, STR_LITERAL(" transform=\"rotate(-90 "));
		add_number(out, at.x);
		text_add_char(out, ' ');
		add_number(out, at.y);
		text_add(out, STR_LITERAL(")\""));
	}
	text_add_char(out, '>');
	svg_add_escaped(out, text);
	text_add(out, STR_LITERAL("</text>\n"));
}

void svg_label(struct svg *svg, const struct svg_font *font, struct svg_point at, struct str text)
{
	add_label(svg, font, at, text, false);
}

void svg_label_up(struct svg *svg, const struct svg_font *font, struct svg_point at,
		  struct str text)
{
	add_label(svg, font, at, text, true);
}

static void add_style(struct text *out, const struct svg_style *style)
{
	text_addf(out, " fill=\"%s\"", style->fill ? style->fill : "none");
	if (style->fill_opacity > 0)
		add_attribute(out, "fill-opacity", style->fill_opacity);
	if (style->stroke && style->width > 0) {
		text_addf(out, " stroke=\"%s\"", style->stroke);
		add_attribute(out, "stroke-width", style->width);
		if (style->dash)
			text_addf(out, " stroke-dasharray=\"%s\"", style->dash);
		if (style->stroke_opacity > 0)
			add_attribute(out, "stroke-opacity", style->stroke_opacity);
	}
	text_add(out, STR_LITERAL("/>\n"));
}

void svg_line(struct svg *svg, const struct svg_style *style, struct svg_point a,
	      struct svg_point b)
{
	struct text *out = &svg->out;

	text_add(out, STR_LITERAL("<line"));
	add_attribute(out, "x1", a.x);
	add_attribute(out, "y1", a.y);
	add_attribute(out, "x2", b.x);
	add_attribute(out, "y2", b.y);
	add_style(out, style);
}

void svg_rect(struct svg *svg, const struct svg_style *style, struct svg_point corner, double width,
	      double height)
{
	struct text *out = &svg->out;

	text_add(out, STR_LITERAL("<rect"));
	if (corner.x != 0 || corner.y != 0) {
		add_attribute(out, "x", corner.x);
		add_attribute(out, "y", corner.y);
	}
	add_attribute(out, "width", fmax(width, 0));
	add_attribute(out, "height", fmax(height, 0));
	add_style(out, style);
}

void svg_circle(struct svg *svg, const struct svg_style *style, struct svg_point centre,
		double radius)
{
	struct text *out = &svg->out;

	text_add(out, STR_LITERAL("<circle"));
	add_attribute(out, "cx", centre.x);
	add_attribute(out, "cy", centre.y);
	add_attribute(out, "r", radius);
	add_style(out, style);
}

void svg_path_begin(struct svg_path *path, struct arena *arena)
{
	text_init(&path->data, arena);
}

static void add_step(struct svg_path *path, char letter, struct svg_point to)
{
	text_add_char(&path->data, letter);
	add_number(&path->data, to.x);
	text_add_char(&path->data, ' ');
	add_number(&path->data, to.y);
}

void svg_path_move(struct svg_path *path, struct svg_point to)
{
	add_step(path, 'M', to);
}

void svg_path_go(struct svg_path *path, struct svg_point to)
{
	add_step(path, 'L', to);
}

void svg_path_bend(struct svg_path *path, struct svg_point control, struct svg_point to)
{
	add_step(path, 'Q', control);
	add_step(path, ' ', to);
}

void svg_path_close(struct svg_path *path)
{
	text_add_char(&path->data, 'Z');
}

void svg_path_draw(struct svg *svg, const struct svg_style *style, const struct svg_path *path)
{
	if (path->data.length == 0)
		return;
	text_addf(&svg->out, "<path%s d=\"", style->fill ? " fill-rule=\"evenodd\"" : "");
	text_add(&svg->out, text_str(&path->data));
	text_add_char(&svg->out, '"');
	add_style(&svg->out, style);
}
