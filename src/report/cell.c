/* SPDX-License-Identifier: MIT */
#include "report/cell.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/flat.h"

enum { SHARE_DIGITS = 2 }; /* of a bar written as a number */

static char mark_of(enum num_state state)
{
	switch (state) {
	case NUM_KNOWN:
	case NUM_NONE:
		return '\0';
	case NUM_INFERRED:
		return '~';
	case NUM_MISSING:
		return '?';
	}
	return '\0';
}

struct str cell_visible(struct str s, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	while (s.length > 0) {
		size_t plain = 0;

		while (plain < s.length && !memchr("\t\r\n", s.at[plain], 3))
			plain++;
		text_add_visible(&text, str_part(s, 0, plain));
		if (plain < s.length)
			text_add_char(&text, ' ');
		s = str_part(s, plain + 1, s.length);
	}
	return text_str(&text);
}

static struct str rounded(double number, int digits, struct arena *arena)
{
	char buffer[NUMBER_TEXT_MAX];

	if (!isfinite(number))
		return (struct str){NULL, 0};
	return str_copy(arena, digits < 0 ? number_write(buffer, number)
					  : number_write_fixed(buffer, number, digits));
}

static struct cell percent_cell(double share, struct arena *arena)
{
	struct cell cell = {.share = 0};
	struct text text;

	if (!isfinite(share))
		return cell;
	text_init(&text, arena);
	text_add(&text, rounded(100 * share, 0, arena));
	text_add_char(&text, '%');
	cell.text = text_str(&text);
	return cell;
}

static struct cell score_cell(struct num num, int digits, struct arena *arena)
{
	return (struct cell){
	    .text = rounded(num.value, digits, arena),
	    .low = rounded(num.low, digits, arena),
	    .high = rounded(num.high, digits, arena),
	    .mark = mark_of(num.state),
	};
}

static struct cell num_cell(const struct field *field, struct num num, struct arena *arena)
{
	struct cell cell = score_cell(num, field->digits < 0 ? -1 : field->digits, arena);

	if (field->show == SHOW_SCORE)
		return cell;
	cell.low = cell.high = (struct str){NULL, 0};
	if (field->show == SHOW_BAR) {
		cell.text = rounded(num.value, SHARE_DIGITS, arena);
		cell.share = isfinite(num.value) ? fmin(fmax(num.value, 0), 1) : 0;
	} else if (num.state == NUM_NONE) {
		cell.text = STR_LITERAL("none");
	}
	return cell;
}

static struct cell number_cell(const struct field *field, double number, struct arena *arena)
{
	if (field->show == SHOW_PERCENT)
		return percent_cell(number, arena);
	return (struct cell){.text = rounded(number, field->digits, arena)};
}

static struct str flag_text(const struct field *field, bool flag)
{
	if (field->show == SHOW_MARK)
		return str_from(flag ? "*" : "");
	return str_from(flag ? "yes" : "no");
}

static struct str joined_text(struct value value, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	flat_add_text(&text, value);
	return cell_visible(text_str(&text), arena);
}

struct cell cell_of(const struct field *field, struct value value, struct arena *arena)
{
	struct cell cell = {.share = 0};

	switch (value.kind) {
	case VALUE_NULL:
		break;
	case VALUE_NUMBER:
		return number_cell(field, value.number, arena);
	case VALUE_NUM:
		return num_cell(field, value.num, arena);
	case VALUE_FLAG:
		cell.text = flag_text(field, value.flag);
		break;
	case VALUE_TEXT:
	case VALUE_RECORD:
	case VALUE_LIST:
		cell.text = joined_text(value, arena);
		break;
	}
	return cell;
}

bool cell_is_empty(const struct cell *cell)
{
	return cell->text.length == 0 && cell->mark == '\0';
}

size_t cell_point(const struct cell *cell)
{
	size_t point = 0;

	while (point < cell->text.length && cell->text.at[point] != '.' &&
	       cell->text.at[point] != '%')
		point++;
	return point;
}

struct str cell_front(struct str s, size_t width)
{
	size_t used = 0;
	size_t end = 0;

	while (end < s.length) {
		const struct str rest = str_part(s, end, s.length);
		const size_t bytes = utf8_sequence(rest);
		const size_t step = bytes > 0 ? bytes : 1;

		used += utf8_width(str_part(rest, 0, step));
		if (used > width)
			break;
		end += step;
	}
	return str_part(s, 0, end);
}

static const struct {
	const char *plain;
	const char *printed;
} spellings[] = {{"+-", "±"},    {"degC", "°C"},     {"^0.5", "½"},
		 {"cm3", "cm³"}, {"mPa.s", "mPa·s"}, {" log10", " log₁₀"}};

struct str cell_typeset(struct str s, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	while (s.length > 0) {
		size_t i = 0;

		while (i < sizeof spellings / sizeof *spellings &&
		       !str_starts(s, spellings[i].plain))
			i++;
		if (i < sizeof spellings / sizeof *spellings) {
			text_add(&text, str_from(spellings[i].printed));
			s = str_part(s, str_from(spellings[i].plain).length, s.length);
			continue;
		}
		text_add(&text, str_part(s, 0, 1));
		s = str_part(s, 1, s.length);
	}
	return text_str(&text);
}
