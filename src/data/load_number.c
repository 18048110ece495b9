/* SPDX-License-Identifier: MIT */
/* Numbers in cells: what people write instead of one, and what to say to that. */
#include "base/number.h"
#include "data/load_parts.h"
#include "data/unit.h"

static bool is_placeholder(struct str text)
{
	static const char *const placeholders[] = {"n/a",     "na",   "n.a.", "nan", "nil", "null",
						   "unknown", "n.d.", "nd",   "-",   "--",  "?",
						   "#N/A",    "inf",  "-inf", NULL};

	for (size_t i = 0; placeholders[i]; i++)
		if (str_equal_fold(text, str_from(placeholders[i])))
			return true;
	return false;
}

/* "<0.1", "~7", "ca. 7", "> 93": *value is the number in it. */
static bool is_limit(struct str text, double *value)
{
	static const char *const marks[] = {
	    "<",  ">",       "~", "\xE2\x89\x88", "\xE2\x89\xA4", "\xE2\x89\xA5", "ca.",
	    "ca", "approx.", NULL};

	for (size_t i = 0; marks[i]; i++) {
		const size_t length = str_from(marks[i]).length;

		if (str_starts(text, marks[i]) &&
		    number_read(str_trim(str_part(text, length, text.length)), value, NULL) ==
			NUMBER_OK)
			return true;
	}
	return false;
}

static void hint_number(struct load *load, double value, const char *more)
{
	char buffer[NUMBER_TEXT_MAX];
	const struct str text = number_write(buffer, value);

	diag_hint(load->sink, "did you mean %.*s?%s", STR_ARGS(text), more);
}

/* Other digits, and minus signs that are no hyphens. */
static void hint_characters(struct load *load, struct str text)
{
	const struct str plain = number_plain_minus(load->scratch, text);
	double value;

	if (plain.at != text.at && number_read(plain, &value, NULL) == NUMBER_OK)
		hint_number(load, value, " A minus sign is a hyphen here.");
	else if (!str_is_ascii(text))
		diag_hint(load->sink, "numbers are written in ASCII: digits from 0 to 9, a point, "
				      "a hyphen");
}

static void report_no_number(struct load *load, const char *key, const struct csv_cell *cell,
			     struct str text)
{
	const struct place place = cell_place(load, cell);
	double value;

	/* A dash of any kind alone, too. */
	if (is_placeholder(number_plain_minus(load->scratch, text))) {
		DIAG_REPORT(load->sink, NUMBER_PLACEHOLDER, place, key, STR_ARGS(text));
		diag_hint(load->sink, "leave the cell empty if the value is unknown, write none if "
				      "there is known to be none");
	} else if (is_limit(text, &value)) {
		DIAG_REPORT(load->sink, NUMBER_LIMIT, place, key, STR_ARGS(text));
		hint_number(load, value, "");
	} else {
		DIAG_REPORT(load->sink, NUMBER_SYNTAX, place, key, STR_ARGS(text));
		hint_characters(load, text);
	}
}

/* "-0.9" of "0.8-0.9", or "+-0.1" */
static bool continues_range(struct str rest)
{
	static const char *const marks[] = {
	    "-",        "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "..", "to ",
	    "\xC2\xB1", "+-",           "+/-",          "\xE2\x80\xA6", NULL};

	for (size_t i = 0; marks[i]; i++)
		if (str_starts(rest, marks[i]))
			return true;
	return false;
}

/* Digits by threes, "1 234 000": false if it is something else. */
static bool read_grouped(struct load *load, struct str text, double *value)
{
	struct text plain;
	size_t group = 0; /* digits since the last gap */

	text_init(&plain, load->scratch);
	while (text.length > 0) {
		uint32_t code = 0;
		const size_t bytes = utf8_decode(text, &code);
		const bool gap = code == ' ' || code == '\'' || code == '_' || code == 0xA0 ||
				 code == 0x2009 || code == 0x202F || code == 0x2019;

		if (bytes == 0 || (gap && plain.length > group && group != 3))
			return false;
		if (!gap)
			text_add(&plain, str_part(text, 0, bytes));
		group = gap ? 0 : group + 1;
		text = str_part(text, bytes, text.length);
	}
	return group == 3 && number_read(text_str(&plain), value, NULL) == NUMBER_OK;
}

/* A number before a remark or a unit is likely to be meant; that of 0x10, 1/2 or 1 00 is not. */
static bool is_remark(struct str rest)
{
	const struct str trimmed = str_trim(rest);

	if (trimmed.length == 0 || ascii_is_digit(trimmed.at[0]))
		return false;
	return trimmed.length < rest.length || rest.at[0] == '*' || rest.at[0] == '(' ||
	       rest.at[0] == '[' || unit_find(trimmed) != NULL;
}

static void hint_trailing(struct load *load, struct str text, double value)
{
	size_t used = 0;
	struct str rest;
	double grouped;

	(void)number_read(text, &grouped, &used);
	rest = str_part(text, used, text.length);
	if (read_grouped(load, text, &grouped))
		hint_number(load, grouped, " Digits are not grouped.");
	else if (continues_range(str_trim(rest)))
		diag_hint(load->sink, "a range goes into the low and high columns, and one number "
				      "from it here");
	else if (is_remark(rest))
		hint_number(load, value, " A unit goes into the header, in brackets.");
	else
		diag_hint(load->sink, "write it as a plain decimal, such as 110.6 or 1.2e-5");
}

static void report_number(struct load *load, const char *key, const struct csv_cell *cell,
			  struct str text, enum number_result result, double value)
{
	const struct place place = cell_place(load, cell);

	switch (result) {
	case NUMBER_COMMA:
		DIAG_REPORT(load->sink, NUMBER_COMMA, place, key, STR_ARGS(text));
		hint_number(load, value, "");
		break;
	case NUMBER_TRAILING:
		DIAG_REPORT(load->sink, NUMBER_UNIT, place, key, STR_ARGS(text));
		hint_trailing(load, text, value);
		break;
	case NUMBER_RANGE:
		DIAG_REPORT(load->sink, NUMBER_HUGE, place, key, STR_ARGS(text));
		break;
	case NUMBER_SYNTAX:
		report_no_number(load, key, cell, text);
		break;
	case NUMBER_OK:
	case NUMBER_EMPTY:
		break;
	}
}

bool cell_number(struct load *load, const char *key, const struct csv_cell *cell, struct str text,
		 double *value)
{
	const enum number_result result = number_read(text, value, NULL);

	if (result == NUMBER_OK || (result == NUMBER_COMMA && load->options->decimal_comma))
		return true;
	report_number(load, key, cell, text, result, *value);
	return false;
}
