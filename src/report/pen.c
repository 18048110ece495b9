/* SPDX-License-Identifier: MIT */
#include "report/pen.h"

#include <math.h>

#include "report/cell.h"
#include "report/formats.h"

/* ANSI X3.64 (ECMA-48) "select graphic rendition". */
static const char *const style_codes[] = {
    [PEN_PLAIN] = "",        [PEN_BOLD] = "\033[1m",  [PEN_DIM] = "\033[2m",
    [PEN_GOOD] = "\033[32m", [PEN_FAIR] = "\033[33m", [PEN_BAD] = "\033[31m",
};
static const char style_end[] = "\033[0m";

/* By eighths of a cell. */
static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

/* Words that have a colour; others are plain. The word says the same without it. */
static const struct {
	const char *word;
	enum pen_style style;
} word_styles[] = {
    {"recommended", PEN_GOOD}, {"usable", PEN_GOOD},  {"marginal", PEN_FAIR},
    {"unsuitable", PEN_BAD},   {"rejected", PEN_BAD}, {"compatible", PEN_GOOD},
    {"incompatible", PEN_BAD}, {"error", PEN_BAD},    {"warning", PEN_FAIR},
};

enum pen_style pen_style_of_word(struct str word)
{
	for (size_t i = 0; i < sizeof word_styles / sizeof word_styles[0]; i++)
		if (str_is(word, word_styles[i].word))
			return word_styles[i].style;
	return PEN_PLAIN;
}

struct pen pen_new(FILE *out, bool colour, bool unicode)
{
	return (struct pen){out, colour, unicode, 0};
}

void pen_blanks(struct pen *pen, size_t count)
{
	pen->blanks += count;
}

static void put_blanks(struct pen *pen)
{
	for (; pen->blanks > 0; pen->blanks--)
		stream_put(pen->out, STR_LITERAL(" "));
}

void pen_put(struct pen *pen, enum pen_style style, struct str text)
{
	const bool styled = pen->colour && style != PEN_PLAIN;

	if (text.length == 0)
		return;
	put_blanks(pen);
	if (styled)
		stream_put(pen->out, str_from(style_codes[style]));
	stream_put(pen->out, text);
	if (styled)
		stream_put(pen->out, str_from(style_end));
}

void pen_repeat(struct pen *pen, enum pen_style style, const char *sign, size_t count)
{
	const bool styled = pen->colour && style != PEN_PLAIN;

	if (count == 0)
		return;
	put_blanks(pen);
	if (styled)
		stream_put(pen->out, str_from(style_codes[style]));
	for (size_t i = 0; i < count; i++)
		stream_put(pen->out, str_from(sign));
	if (styled)
		stream_put(pen->out, str_from(style_end));
}

void pen_end_line(struct pen *pen)
{
	pen->blanks = 0;
	stream_put(pen->out, STR_LITERAL("\n"));
}

void pen_rule(struct pen *pen, size_t width)
{
	pen_repeat(pen, PEN_DIM, pen->unicode ? "─" : "-", width);
	pen_end_line(pen);
}

void pen_bar(struct pen *pen, double share, size_t cells)
{
	const size_t steps = pen->unicode ? 8 : 2;
	const size_t filled = (size_t)lround(share * (double)(cells * steps));
	const size_t whole = filled / steps;
	const size_t part = filled % steps;

	pen_repeat(pen, PEN_PLAIN, pen->unicode ? "█" : "#", whole);
	if (part > 0)
		pen_put(pen, PEN_PLAIN, str_from(pen->unicode ? eighths[part] : "+"));
	pen_repeat(pen, PEN_DIM, pen->unicode ? "·" : ".", cells - whole - (part > 0 ? 1 : 0));
}

/* Where the text begins after its last run of blanks (one is enough at the start), in columns. */
static size_t hanging_indent(struct str text, size_t width)
{
	size_t indent = 0;

	for (size_t i = 1; i < text.length; i++)
		if (text.at[i] != ' ' && text.at[i - 1] == ' ' && (i < 2 || text.at[i - 2] == ' '))
			indent = utf8_width(str_part(text, 0, i));
	return indent > width / 2 ? width / 8 : indent;
}

/* Bytes of text that go on a line of so many columns: to a blank, or as many as fit. */
static size_t line_length(struct str text, size_t room)
{
	const size_t most = cell_front(text, room).length;
	size_t end = most;

	if (most == text.length)
		return most;
	while (end > 0 && text.at[end] != ' ')
		end--;
	while (end > 0 && text.at[end - 1] == ' ')
		end--;
	if (end > 0)
		return end;
	return most > 0 ? most : 1; /* a wide character in one column: no way to fit */
}

/* Blanks are owed, not drawn, so that a line of nothing else stays empty. */
static void put_indented(struct pen *pen, enum pen_style style, struct str text)
{
	while (text.length > 0 && text.at[0] == ' ') {
		pen_blanks(pen, 1);
		text = str_part(text, 1, text.length);
	}
	pen_put(pen, style, text);
	pen_end_line(pen);
}

void pen_wrap(struct pen *pen, enum pen_style style, struct str text, size_t width)
{
	const size_t indent = hanging_indent(text, width);
	size_t used = 0;

	do {
		const size_t length = line_length(text, width > used ? width - used : 1);

		pen_blanks(pen, used);
		put_indented(pen, style, str_part(text, 0, length));
		text = str_part(text, length, text.length);
		while (text.length > 0 && text.at[0] == ' ')
			text = str_part(text, 1, text.length);
		used = indent;
	} while (text.length > 0);
}

/*
 * Bytes up to the last blank outside quotes within so many columns, or up to the first one, or all.
 * Quotes are those of shell_add_word(): single ones, and a backslash outside them.
 */
static size_t command_length(struct str line, size_t room)
{
	size_t length = line.length;
	bool quoted = false;

	for (size_t i = 0; i < line.length; i++) {
		const bool too_far =
		    length < line.length && utf8_width(str_part(line, 0, i)) > room;

		if (line.at[i] == '\\' && !quoted)
			i++;
		else if (line.at[i] == '\'')
			quoted = !quoted;
		else if (line.at[i] == ' ' && !quoted && !too_far)
			length = i;
	}
	return length;
}

void pen_command(struct pen *pen, struct str label, struct str line, size_t width)
{
	const struct str end = STR_LITERAL(" \\");
	const size_t indent = utf8_width(label);
	const size_t room = width > indent ? width - indent : 0;

	pen_put(pen, PEN_PLAIN, label);
	while (utf8_width(line) > room) {
		const size_t length =
		    command_length(line, room > end.length ? room - end.length : 0);

		if (length == line.length)
			break;
		pen_put(pen, PEN_PLAIN, str_part(line, 0, length));
		pen_put(pen, PEN_PLAIN, end);
		pen_end_line(pen);
		pen_blanks(pen, indent);
		line = str_part(line, length + 1, line.length);
	}
	pen_put(pen, PEN_PLAIN, line);
	pen_end_line(pen);
}
