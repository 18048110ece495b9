/* SPDX-License-Identifier: MIT */
/* Cells of a workbook: formats, and texts that are safe in it. */
#include <math.h>

#include "base/number.h"
#include "report/pen.h"
#include "report/xlsx_parts.h"

enum {
	CELL_BYTES_MAX = 32767, /* a cell's limit is as many UTF-16 units: bytes are never fewer */
	TEXT_FORMAT_MAX = 255,  /* longer cells of the format "text" show as #### in old programs */
};

/* Quiet colours that print and that colour-blind people tell apart; the word says the same. */
enum {
	COLOUR_GOOD = 0xD3EBDD,
	COLOUR_FAIR = 0xFFF0C2,
	COLOUR_BAD = 0xF8D5C4,
	COLOUR_HEAD = 0xE7EAEE,
	COLOUR_GREY = 0x808080,
};

void xlsx_check(struct xlsx *xlsx, lxw_error error)
{
	if (xlsx->error == LXW_NO_ERROR)
		xlsx->error = error;
}

/* ---- Formats ----------------------------------------------------------------------------- */

static size_t number_format_of(const struct field *field)
{
	if (field->show == SHOW_PERCENT)
		return XLSX_PERCENT;
	return field->digits >= 0 && field->digits < XLSX_DIGITS ? (size_t)field->digits
								 : XLSX_GENERAL;
}

static const char *const number_formats[XLSX_NUMBER_FORMATS] = {
    "0",        "0.0",       "0.00",       "0.000",       "0.0000",  "0.00000",
    "0.000000", "0.0000000", "0.00000000", "0.000000000", "General", "0%",
};

lxw_format *xlsx_number_format(struct xlsx *xlsx, const struct field *field, enum xlsx_state state)
{
	const size_t kind = number_format_of(field);
	lxw_format *format = xlsx->numbers[state][kind];

	if (format)
		return format;
	format = xlsx->library.workbook_add_format(xlsx->workbook);
	xlsx->numbers[state][kind] = format;
	xlsx->library.format_set_num_format(format, number_formats[kind]);
	xlsx->library.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (state != XLSX_KNOWN)
		xlsx->library.format_set_italic(format);
	if (state == XLSX_MISSING)
		xlsx->library.format_set_font_color(format, COLOUR_GREY);
	return format;
}

static void set_text_look(const struct xlsx_library *library, lxw_format *format,
			  enum xlsx_text text)
{
	switch (text) {
	case XLSX_PLAIN:
	case XLSX_TEXTS:
		break;
	case XLSX_GOOD:
		library->format_set_bg_color(format, COLOUR_GOOD);
		break;
	case XLSX_FAIR:
		library->format_set_bg_color(format, COLOUR_FAIR);
		break;
	case XLSX_BAD:
		library->format_set_bg_color(format, COLOUR_BAD);
		break;
	case XLSX_WRAP:
		library->format_set_text_wrap(format);
		break;
	case XLSX_HEAD:
		library->format_set_bold(format);
		library->format_set_bg_color(format, COLOUR_HEAD);
		library->format_set_bottom(format, LXW_BORDER_THIN);
		break;
	}
}

/*
 * The number format of most is "text": a cell that somebody edits stays a text, whether it reads
 * =cmd() or 75-09-2.
 */
lxw_format *xlsx_text_format(struct xlsx *xlsx, enum xlsx_text text)
{
	lxw_format *format = xlsx->texts[text];

	if (format)
		return format;
	format = xlsx->library.workbook_add_format(xlsx->workbook);
	xlsx->texts[text] = format;
	if (text != XLSX_WRAP)
		xlsx->library.format_set_num_format(format, "@");
	xlsx->library.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	set_text_look(&xlsx->library, format, text);
	return format;
}

/* ---- Texts ------------------------------------------------------------------------------- */

/* A workbook reads _x0041_ as A, so such an underscore is written as one itself. */
static bool is_escape(struct str text)
{
	if (text.length < 7 || text.at[0] != '_' || text.at[1] != 'x' || text.at[6] != '_')
		return false;
	for (size_t i = 2; i < 6; i++)
		if (!ascii_is_digit(text.at[i]) &&
		    !(ascii_to_lower(text.at[i]) >= 'a' && ascii_to_lower(text.at[i]) <= 'f'))
			return false;
	return true;
}

/* One character of text onto clean; returns its bytes. */
static size_t add_character(struct text *clean, struct str text)
{
	static const char unknown[] = "\xEF\xBF\xBD"; /* U+FFFD */
	uint32_t code = 0;
	size_t length = utf8_decode(text, &code);

	if (length == 0)
		length = 1;
	if (code == 0xFFFE || code == 0xFFFF)
		text_add(clean, str_from(unknown)); /* no characters of XML */
	else if (code == '\n' || code == '\t')
		text_add_char(clean, (char)code);
	else if (is_escape(text))
		text_add(clean, STR_LITERAL("_x005F_"));
	else
		text_add_visible(clean, str_part(text, 0, length));
	return length;
}

static struct str clean_text(struct str text, struct arena *arena)
{
	const struct str ellipsis = STR_LITERAL("…");
	struct text clean;
	size_t i = 0;

	text_init(&clean, arena);
	while (i < text.length) {
		const size_t before = clean.length;

		i += add_character(&clean, str_part(text, i, text.length));
		if (clean.length <= CELL_BYTES_MAX - ellipsis.length)
			continue;
		clean.length = before;
		text_add(&clean, ellipsis);
		break;
	}
	return text_str(&clean);
}

/* Of the longest line. */
static size_t width_of(struct str text)
{
	size_t width = 0;
	struct str line;

	while (str_next(&text, '\n', &line))
		width = utf8_width(line) > width ? utf8_width(line) : width;
	return width;
}

size_t xlsx_put_text(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     struct str text, enum xlsx_text format, struct arena *arena)
{
	const struct str clean = clean_text(text, arena);
	const enum xlsx_text used =
	    format == XLSX_PLAIN && clean.length > TEXT_FORMAT_MAX ? XLSX_WRAP : format;

	if (clean.length == 0)
		return 0;
	xlsx_check(xlsx, xlsx->library.worksheet_write_string(sheet, row, column, clean.at,
							      xlsx_text_format(xlsx, used)));
	return width_of(clean);
}

void xlsx_put_number(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     double number, lxw_format *format)
{
	if (isfinite(number))
		xlsx_check(
		    xlsx, xlsx->library.worksheet_write_number(sheet, row, column, number, format));
}

/* ---- Values ------------------------------------------------------------------------------ */

static enum xlsx_text meaning_of(const struct field *field, struct str word)
{
	if (field->show == SHOW_WRAP)
		return XLSX_WRAP;
	if (field->show != SHOW_VERDICT)
		return XLSX_PLAIN;
	switch (pen_style_of_word(word)) {
	case PEN_GOOD:
		return XLSX_GOOD;
	case PEN_FAIR:
		return XLSX_FAIR;
	case PEN_BAD:
		return XLSX_BAD;
	case PEN_PLAIN:
	case PEN_BOLD:
	case PEN_DIM:
		break;
	}
	return XLSX_PLAIN;
}

/* Digits before the point, the point, and the decimals of the number format. */
static size_t number_width(const struct field *field, double number)
{
	char buffer[NUMBER_TEXT_MAX];
	const size_t kind = number_format_of(field);
	const double before = fabs(number) >= 10 ? floor(log10(fabs(number))) : 0;

	if (kind >= XLSX_GENERAL)
		return number_write(buffer, number).length;
	return (size_t)before + 3 + kind;
}

size_t xlsx_put_value(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		      const struct field *field, struct value value, enum xlsx_state state,
		      struct arena *arena)
{
	struct text text;

	if (value.kind == VALUE_NUM)
		value = value_number(value.num.value);
	switch (value.kind) {
	case VALUE_NULL:
		return 0;
	case VALUE_NUMBER:
		xlsx_put_number(xlsx, sheet, row, column, value.number,
				xlsx_number_format(xlsx, field, state));
		return number_width(field, value.number);
	case VALUE_FLAG:
		xlsx_check(xlsx, xlsx->library.worksheet_write_boolean(sheet, row, column,
								       value.flag, NULL));
		return 5;
	case VALUE_TEXT:
	case VALUE_NUM:
	case VALUE_RECORD:
	case VALUE_LIST:
		break;
	}
	text_init(&text, arena);
	flat_add_text(&text, value);
	return xlsx_put_text(xlsx, sheet, row, column, text_str(&text),
			     meaning_of(field, text_str(&text)), arena);
}
