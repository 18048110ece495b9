/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <string.h>

/* A printed line holds 100 columns: the gutter "   14 | ", then the text or a window of it. */
enum { GUTTER_WIDTH = 8, WINDOW_WIDTH = 100 - GUTTER_WIDTH };
/* Columns kept before the place when the line is cut. */
enum { WINDOW_BEFORE = 50 };

static const char cut_mark[] = "...";
enum { CUT_WIDTH = sizeof cut_mark - 1 };

struct printer {
	FILE *out;
	bool colour;
	struct source_cursor cursor; /* source NULL at first */
	struct text line;
	struct text one; /* a code point as it is shown */
};

enum { WORD_MAX = 8 };

struct severity_look {
	char word[WORD_MAX];
	const char *colour; /* SGR: "select graphic rendition" */
};

static const struct severity_look looks[] = {
    [DIAG_NOTE] = {"note", "1;36"},
    [DIAG_WARNING] = {"warning", "1;35"},
    [DIAG_ERROR] = {"error", "1;31"},
};

static void add_coloured(struct printer *printer, const char *colour, struct str s)
{
	if (printer->colour)
		text_addf(&printer->line, "\x1b[%sm", colour);
	text_add(&printer->line, s);
	if (printer->colour)
		text_add(&printer->line, STR_LITERAL("\x1b[0m"));
}

static void flush_line(struct printer *printer)
{
	text_add_char(&printer->line, '\n');
	(void)fwrite(printer->line.at, 1, printer->line.length, printer->out);
	printer->line.length = 0;
}

/* A stretch of a source line, and how it looks. */
struct stretch {
	size_t from;
	size_t to;
	size_t width;
};

static bool is_line_end(struct str text, size_t i)
{
	return i >= text.length || text.at[i] == '\n' || text.at[i] == '\r';
}

static size_t next_code(struct str text, size_t i)
{
	const size_t length = utf8_sequence(str_part(text, i, 4));

	return i + (length > 0 ? length : 1);
}

/* Where the code point before i starts, but not before start. */
static size_t previous_code(struct str text, size_t start, size_t i)
{
	for (size_t back = 4; back > 1; back--)
		if (i - start >= back && next_code(text, i - back) == i)
			return i - back;
	return i - 1;
}

/* The code point at i as it is shown, in printer->one. A tab is one blank: it cannot hurt. */
static size_t show_code(struct printer *printer, struct str text, size_t i)
{
	printer->one.length = 0;
	if (text.at[i] == '\t')
		text_add_char(&printer->one, ' ');
	else
		text_add_visible(&printer->one, str_part(text, i, next_code(text, i) - i));
	return utf8_width(text_str(&printer->one));
}

/* From `from` to `to`, the end of the line, or as far as the width allows. */
static struct stretch measure(struct printer *printer, struct str text, size_t from, size_t to,
			      size_t limit)
{
	struct stretch stretch = {from, from, 0};

	while (stretch.to < to && !is_line_end(text, stretch.to)) {
		const size_t width = show_code(printer, text, stretch.to);

		if (stretch.width + width > limit)
			break;
		stretch.width += width;
		stretch.to = next_code(text, stretch.to);
	}
	return stretch;
}

/* What precedes offset on its line, as far back as the width allows. */
static size_t back_from(struct printer *printer, struct str text, size_t start, size_t offset)
{
	size_t width = 0;

	while (offset > start) {
		const size_t before = previous_code(text, start, offset);

		width += show_code(printer, text, before);
		if (width > WINDOW_BEFORE)
			break;
		offset = before;
	}
	return offset;
}

static void add_shown(struct printer *printer, struct str text, struct stretch stretch)
{
	for (size_t i = stretch.from; i < stretch.to; i = next_code(text, i)) {
		(void)show_code(printer, text, i);
		text_add(&printer->line, text_str(&printer->one));
	}
}

/* The part of the line to show: all of it if it fits, else some columns around offset. */
static struct stretch choose_window(struct printer *printer, struct str text, size_t start,
				    size_t offset)
{
	struct stretch window = measure(printer, text, start, SIZE_MAX, WINDOW_WIDTH);
	size_t room = WINDOW_WIDTH;

	if (is_line_end(text, window.to))
		return window;
	window.from = back_from(printer, text, start, offset);
	if (window.from > start)
		room -= CUT_WIDTH;
	window = measure(printer, text, window.from, SIZE_MAX, room);
	if (!is_line_end(text, window.to))
		window = measure(printer, text, window.from, SIZE_MAX, room - CUT_WIDTH);
	return window;
}

static void print_caret(struct printer *printer, size_t before, size_t width)
{
	struct text *caret = &printer->one;

	text_addf(&printer->line, "%*s | %*s", GUTTER_WIDTH - 3, "", (int)before, "");
	caret->length = 0;
	text_add_char(caret, '^');
	for (size_t i = 1; i < width; i++)
		text_add_char(caret, '~');
	add_coloured(printer, "1;32", text_str(caret));
	flush_line(printer);
}

static void print_excerpt(struct printer *printer, struct place place)
{
	const struct str text = place.source->text;
	const size_t start = printer->cursor.line_start;
	size_t offset = place.offset < text.length ? place.offset : text.length;
	struct stretch window;
	size_t before;
	size_t end;

	/* The line end itself is not shown; a place on it is shown just after the text. */
	while (offset > start && is_line_end(text, offset) && is_line_end(text, offset - 1))
		offset--;
	if (offset < start) { /* on the byte order mark */
		offset = start;
		place.length = 0;
	}
	window = choose_window(printer, text, start, offset);
	before = measure(printer, text, window.from, offset, SIZE_MAX).width;
	end = place.length < window.to - offset ? offset + place.length : window.to;
	text_addf(&printer->line, "%*zu | ", GUTTER_WIDTH - 3, printer->cursor.at.line);
	if (window.from > start) {
		text_add(&printer->line, str_from(cut_mark));
		before += CUT_WIDTH;
	}
	add_shown(printer, text, window);
	if (!is_line_end(text, window.to))
		text_add(&printer->line, str_from(cut_mark));
	flush_line(printer);
	print_caret(printer, before, measure(printer, text, offset, end, SIZE_MAX).width);
}

static void print_hints(struct printer *printer, struct str hints)
{
	struct str hint;

	while (str_next(&hints, '\n', &hint)) {
		text_addf(&printer->line, "%*s", GUTTER_WIDTH, "");
		add_coloured(printer, "1;36", STR_LITERAL("hint:"));
		text_add_char(&printer->line, ' ');
		text_add_visible(&printer->line, hint);
		flush_line(printer);
	}
}

/* "name:14:23" or "screen". */
static void add_origin(struct printer *printer, struct place place)
{
	struct text *origin = &printer->one;

	origin->length = 0;
	if (place.source) {
		struct line_column at;

		if (printer->cursor.source != place.source)
			source_cursor_init(&printer->cursor, place.source);
		at = source_cursor_move(&printer->cursor, place.offset);
		text_add_visible(origin, str_from(place.source->name));
		text_addf(origin, ":%zu:%zu", at.line, at.column);
	} else {
		text_add(origin, STR_LITERAL("screen"));
	}
	add_coloured(printer, "1", text_str(origin));
}

static void print_one(struct printer *printer, const struct diag *diag)
{
	const struct severity_look *look = &looks[diag->severity];

	add_origin(printer, diag->place);
	text_add(&printer->line, STR_LITERAL(": "));
	add_coloured(printer, look->colour, str_from(look->word));
	text_add(&printer->line, STR_LITERAL(": "));
	text_add_visible(&printer->line, str_from(diag->message));
	text_addf(&printer->line, " [%s]", diag_rules[diag->id].slug);
	flush_line(printer);
	if (diag->place.source)
		print_excerpt(printer, diag->place);
	if (diag->hint)
		print_hints(printer, str_from(diag->hint));
}

static size_t kept_of(const struct diag_sink *sink, enum diag_id id)
{
	const size_t limit = sink->limit_per_rule ? sink->limit_per_rule : DIAG_KEEP_DEFAULT;

	return sink->total[id] < limit ? sink->total[id] : limit;
}

static void print_uncounted(struct printer *printer, const struct diag_sink *sink)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		const size_t more = sink->total[i] - kept_of(sink, (enum diag_id)i);

		if (more == 0)
			continue;
		text_addf(&printer->line, "screen: note: %zu more of the same kind, not shown [%s]",
			  more, diag_rules[i].slug);
		flush_line(printer);
	}
}

void diag_print(const struct diag_sink *sink, struct arena *scratch, FILE *out, bool colour)
{
	const struct diag *sorted = diag_sorted(sink, scratch);
	struct printer printer = {.out = out, .colour = colour};

	text_init(&printer.line, scratch);
	text_init(&printer.one, scratch);
	for (size_t i = 0; i < sink->count; i++)
		print_one(&printer, &sorted[i]);
	print_uncounted(&printer, sink);
}
