/* SPDX-License-Identifier: MIT */
/* Cells to values: what is in them, and what to say about those that cannot be used. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "data/load_parts.h"
#include "data/unit.h"

struct place cell_place(const struct load *load, const struct csv_cell *cell)
{
	return (struct place){load->source, cell->offset, cell->length};
}

/* Each hint counts lines from the start of the file; a file with many mistakes may be large. */
static const size_t located_max = (size_t)64 << 20;

void load_hint_line(struct load *load, const struct source *source, size_t offset)
{
	if (!load->sink->last_kept || offset > located_max - load->located)
		return;
	load->located += offset;
	diag_hint(load->sink, "it stands in line %zu already", source_locate(source, offset).line);
}

struct str cell_trim(struct load *load, const struct csv_cell *cell)
{
	const struct str text = cell->text;

	if (text.length == 0 ||
	    (!ascii_is_space(text.at[0]) && !ascii_is_space(text.at[text.length - 1])))
		return text;
	DIAG_REPORT(load->sink, CELL_BLANKS, cell_place(load, cell));
	return str_trim(text);
}

/* Spreadsheets write rows of separators only. */
static bool is_blank_row(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].text.length > 0)
			return false;
	return true;
}

bool row_is_usable(struct load *load, const struct csv_row *row, size_t columns)
{
	const struct csv_cell *where = &row->cells[row->count - 1];

	if (is_blank_row(row))
		return false;
	if (row->count == columns)
		return true;
	if (row->count > columns)
		where = &row->cells[columns];
	DIAG_REPORT(load->sink, ROW_RAGGED, cell_place(load, where), row->count, columns);
	if (row->count > columns)
		diag_hint(load->sink, "a text with commas needs quotes around it");
	return false;
}

/* "110.6 degC"; a unit that a model declares may be long, and is cut. */
struct quantity {
	char at[96];
};

static struct quantity quantity(double value, const char *unit)
{
	char buffer[NUMBER_TEXT_MAX];
	const struct str number = number_write(buffer, value);
	struct quantity q;

	(void)snprintf(q.at, sizeof q.at, "%.*s%s%s", STR_ARGS(number), *unit ? " " : "", unit);
	return q;
}

/* In its canonical unit: false if outside the hard range (reported). */
static bool is_in_range(struct load *load, const struct property *property,
			const struct csv_cell *cell, double value)
{
	const char *unit = property->unit;

	if (!(value >= property->hard_low && value <= property->hard_high)) {
		DIAG_REPORT(load->sink, VALUE_RANGE, cell_place(load, cell), property->key,
			    quantity(value, unit).at, quantity(property->hard_low, "").at,
			    quantity(property->hard_high, unit).at);
		return false;
	}
	if (property->usual_low < property->usual_high &&
	    !(value >= property->usual_low && value <= property->usual_high))
		DIAG_REPORT(load->sink, VALUE_USUAL, cell_place(load, cell), property->key,
			    quantity(value, unit).at, quantity(property->usual_low, "").at,
			    quantity(property->usual_high, unit).at);
	return true;
}

int cell_decimals(struct str number)
{
	bool fraction = false;
	int decimals = 0;
	int exponent = 0;

	for (size_t i = 0; i < number.length; i++) {
		const char c = number.at[i];

		if (c == '.' || c == ',') {
			fraction = true;
		} else if (c == 'e' || c == 'E') {
			double value;

			if (number_read(str_part(number, i + 1, number.length), &value, NULL) ==
				NUMBER_OK &&
			    fabs(value) < 400)
				exponent = (int)value;
			break;
		} else if (fraction && ascii_is_digit(c) && decimals < 100) {
			decimals++;
		}
	}
	decimals -= exponent;
	return decimals > INT8_MAX ? INT8_MAX : decimals < INT8_MIN ? INT8_MIN : decimals;
}

static void hint_words(struct load *load, const struct str *words, size_t count, struct str word)
{
	const size_t nearest = str_nearest(word, words, count);
	struct text all;

	if (nearest != SIZE_MAX) {
		diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(words[nearest]));
		return;
	}
	text_init(&all, load->scratch);
	for (size_t i = 0; i < count; i++)
		text_addf(&all, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(words[i]));
	diag_hint(load->sink, "one of: %s", all.at);
}

/* The words as slices, in scratch. */
static struct str *list_words(struct load *load, const char *const *words, size_t *count)
{
	struct str *list;

	*count = 0;
	while (words[*count])
		++*count;
	list = ARENA_NEW(load->scratch, *count, struct str);
	for (size_t i = 0; i < *count; i++)
		list[i] = str_from(words[i]);
	return list;
}

size_t cell_word(struct load *load, const char *what, const char *const *words,
		 const struct csv_cell *cell, struct str word)
{
	const struct str *list;
	size_t count;

	for (size_t i = 0; words[i]; i++)
		if (str_is(word, words[i]))
			return i;
	DIAG_REPORT(load->sink, WORD_UNKNOWN, cell_place(load, cell), what, STR_ARGS(word));
	if (load->sink->last_kept) {
		list = list_words(load, words, &count);
		hint_words(load, list, count, word);
	}
	return SIZE_MAX;
}

static bool read_word(struct load *load, const struct property *property,
		      const struct csv_cell *cell, struct str text, double *value)
{
	static const char *const flags[] = {"no", "yes", NULL};
	const char *const *words = property->kind == PROP_FLAG ? flags : property->words;
	const size_t at = cell_word(load, property->key, words, cell, text);

	*value = (double)at;
	return at != SIZE_MAX;
}

static bool read_class(struct load *load, const struct property *property,
		       const struct csv_cell *cell, struct str text, double *value)
{
	const struct table_build *classes = &load->tables[TABLE_CLASSES];
	const uint32_t row = table_find_id(classes, text);
	struct str *names;

	*value = (double)row;
	if (row != DB_NO_ROW)
		return true;
	DIAG_REPORT(load->sink, CLASS_UNKNOWN, cell_place(load, cell), property->key,
		    STR_ARGS(text));
	if (classes->count == 0)
		diag_hint(load->sink, "there is no table of classes (classes.csv)");
	if (load->sink->last_kept && classes->count > 0) {
		names = ARENA_NEW(load->scratch, classes->count, struct str);
		for (size_t i = 0; i < classes->count; i++)
			names[i] = classes->materials[i].id;
		hint_words(load, names, classes->count, text);
	}
	return false;
}

static void check_codes(struct load *load, const struct property *property,
			const struct csv_cell *cell, struct str_list codes)
{
	for (size_t i = 0; property->words && i < codes.count; i++) {
		size_t count;
		const struct str *list;

		if (prop_word(property, codes.at[i]) != SIZE_MAX)
			continue;
		DIAG_REPORT(load->sink, CODE_UNKNOWN, cell_place(load, cell), property->key,
			    STR_ARGS(codes.at[i]));
		if (!load->sink->last_kept)
			continue;
		list = list_words(load, property->words, &count);
		hint_words(load, list, count, codes.at[i]);
	}
}

static bool read_codes(struct load *load, struct table_build *table,
		       const struct property *property, const struct csv_cell *cell,
		       struct str text, double *value)
{
	const size_t at = table_add_codes(load, table, text);

	check_codes(load, property, cell, table->code_lists[at]);
	*value = (double)at;
	return table->code_lists[at].count > 0;
}

static bool read_number(struct load *load, const struct property *property, const struct unit *unit,
			const struct csv_cell *cell, struct str text, double *value)
{
	if (!cell_number(load, property->key, cell, text, value))
		return false;
	if (unit)
		(void)unit_convert(unit, property->unit, *value, value);
	return is_in_range(load, property, cell, *value);
}

bool cell_read(struct load *load, enum table_id table, size_t property, const struct unit *unit,
	       const struct csv_cell *cell, struct str text, double *value)
{
	const struct property *rule = &load->properties.rows[property];
	struct table_build *build = &load->tables[table];

	if (text.length == 0)
		return false;
	/* A choice may have `none` among its words (reactivity none). */
	if (str_is(text, "none") && prop_word(rule, text) == SIZE_MAX) {
		*value = DB_ABSENT;
		return true;
	}
	switch (rule->kind) {
	case PROP_NUMBER:
		return read_number(load, rule, unit, cell, text, value);
	case PROP_CHOICE:
	case PROP_FLAG:
		return read_word(load, rule, cell, text, value);
	case PROP_CLASS:
		return read_class(load, rule, cell, text, value);
	case PROP_CODES:
		return read_codes(load, build, rule, cell, text, value);
	case PROP_TEXT:
		*value = (double)table_add_text(load, build, load_keep(load, text));
		return true;
	}
	return false;
}
