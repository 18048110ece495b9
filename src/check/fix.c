/* SPDX-License-Identifier: MIT */
#include "check/fix.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "check/cas.h"
#include "read/csv.h"

/* What a column looks like before anything is changed. */
struct column_survey {
	const struct unit *unit; /* to convert from, or NULL */
	size_t commas;
	size_t points;
	size_t clear;  /* commas that cannot separate thousands */
	size_t others; /* cells that are no number either way */
};

struct fixer {
	const struct source *source;
	const struct row_options *options;
	const struct check_arenas *arenas;
	char separator;
	bool surveying;
	const struct check_head *head;
	struct column_survey *surveys; /* one a column */
	struct fix fix;
};

/* ---- the first reading: what holds for whole columns ---- */

static bool separates_thousands(struct str text)
{
	const char *const comma = memchr(text.at, ',', text.length);

	return comma && text.at + text.length - comma == 4;
}

/* With a hyphen for a minus sign, if it is a number then. */
static struct str plain_number(const struct fixer *fixer, struct str text)
{
	const struct str plain = number_plain_minus(fixer->arenas->row, text);
	enum number_result result;
	double value;

	if (plain.at == text.at)
		return text;
	result = number_read(plain, &value, NULL);
	return result == NUMBER_OK || result == NUMBER_COMMA ? plain : text;
}

static void survey_cell(struct column_survey *survey, struct str text)
{
	double value;

	if (text.length == 0 || str_is(text, "none"))
		return;
	switch (number_read(text, &value, NULL)) {
	case NUMBER_OK:
		survey->points += memchr(text.at, '.', text.length) != NULL;
		break;
	case NUMBER_COMMA:
		survey->commas++;
		survey->clear += !separates_thousands(text);
		break;
	case NUMBER_EMPTY:
	case NUMBER_SYNTAX:
	case NUMBER_TRAILING:
	case NUMBER_RANGE:
		survey->others++;
		break;
	}
}

static bool is_numeric(const struct fixer *fixer, size_t column)
{
	const struct property *const property = fixer->head->columns[column].property;

	return property && property->kind == PROP_NUMBER;
}

/* Told by the user, or by the column itself. */
static bool has_decimal_commas(const struct fixer *fixer, const struct column_survey *survey)
{
	return survey->commas > 0 &&
	       (fixer->options->decimal_comma || (survey->points == 0 && survey->clear > 0));
}

/* Every number of the column can be read, so that all of it is converted or nothing. */
static bool is_convertible(const struct fixer *fixer, const struct column_survey *survey)
{
	return survey->unit && survey->others == 0 &&
	       (survey->commas == 0 || has_decimal_commas(fixer, survey));
}

/* ---- one cell ---- */

/* Digits that count, for factors; decimals, for offsets. */
static void count_digits(struct str text, int *significant, int *decimals)
{
	bool point = false;

	*significant = *decimals = 0;
	for (size_t i = 0; i < text.length && text.at[i] != 'e' && text.at[i] != 'E'; i++) {
		if (text.at[i] == '.')
			point = true;
		if (!ascii_is_digit(text.at[i]))
			continue;
		*decimals += point;
		*significant += *significant > 0 || text.at[i] != '0';
	}
}

static int at_least(int n, int least)
{
	return n < least ? least : n;
}

/* What is kept at least: 1 mmHg is 0.133 kPa and not 0.1, 39 degF are 3.9 degC and not 4. */
enum { SIGNIFICANT_LEAST = 3, OFFSET_DECIMALS = 2, SCALED_DECIMALS = 1 };

/* As precise as it was written: 383.75 K is 110.6 degC, 28.43 mmHg are 3.79 kPa. */
static double round_like(double value, struct str written, const struct unit *unit)
{
	int significant;
	int decimals;
	double scale;

	count_digits(written, &significant, &decimals);
	if (!(fabs(value) > 0.0))
		return value;
	/* 273.15 has two decimals: whoever wrote 463.2 K may have meant 190.05 degC. */
	decimals = at_least(decimals, unit->factor >= 1.0 && unit->factor <= 1.0 ? OFFSET_DECIMALS
										 : SCALED_DECIMALS);
	if (unit->offset >= 0.0 && unit->offset <= 0.0)
		decimals =
		    at_least(significant, SIGNIFICANT_LEAST) - 1 - (int)floor(log10(fabs(value)));
	if (decimals > 15 || decimals < -15)
		return value;
	scale = pow(10.0, abs(decimals));
	return decimals >= 0 ? round(value * scale) / scale : round(value / scale) * scale;
}

struct change {
	struct str text;
	struct text what;
};

static void add_what(struct change *change, const char *what)
{
	text_addf(&change->what, "%s%s", change->what.length > 0 ? ", " : "", what);
}

static void change_cas(struct fixer *fixer, struct change *change)
{
	const struct cas_reading reading = cas_read(change->text);

	if ((reading.status != CAS_DATE && reading.status != CAS_SERIAL) || reading.candidates != 1)
		return;
	change->text = str_copy(fixer->arenas->arena, str_from(reading.repaired[0]));
	add_what(change, "date to CAS number");
}

static void change_comma(struct fixer *fixer, struct change *change)
{
	double value;
	char *point;

	if (number_read(change->text, &value, NULL) != NUMBER_COMMA)
		return;
	point = arena_copy_text(fixer->arenas->arena, change->text.at, change->text.length);
	*strchr(point, ',') = '.';
	change->text.at = point;
	add_what(change, "decimal comma to point");
}

static void change_minus(struct fixer *fixer, struct change *change)
{
	const struct str plain = plain_number(fixer, change->text);

	if (plain.at == change->text.at)
		return;
	change->text = str_copy(fixer->arenas->arena, plain);
	add_what(change, "minus sign to hyphen");
}

static void change_unit(struct fixer *fixer, struct change *change, size_t column)
{
	const struct unit *const from = fixer->surveys[column].unit;
	const char *const to = fixer->head->columns[column].property->unit;
	char digits[NUMBER_TEXT_MAX];
	double value;

	if (number_read(change->text, &value, NULL) != NUMBER_OK ||
	    !unit_convert(from, to, value, &value))
		return;
	value = round_like(value, change->text, from);
	change->text = str_copy(fixer->arenas->arena, number_write(digits, value));
	text_addf(&change->what, "%s%s to %s", change->what.length > 0 ? ", " : "", from->symbol,
		  to);
}

static void change_value(struct fixer *fixer, struct change *change, size_t column)
{
	const struct column_survey *const survey = &fixer->surveys[column];

	if ((int)column == fixer->head->identity[IDENTITY_CAS])
		change_cas(fixer, change);
	if (!is_numeric(fixer, column))
		return;
	change_minus(fixer, change);
	if (has_decimal_commas(fixer, survey))
		change_comma(fixer, change);
	if (is_convertible(fixer, survey))
		change_unit(fixer, change, column);
}

static void change_head(struct fixer *fixer, struct change *change, size_t column)
{
	const struct column_survey *const survey = &fixer->surveys[column];

	if (!is_convertible(fixer, survey))
		return;
	change->text = fixer->head->columns[column].key;
	add_what(change, "unit to the canonical one");
}

/* Quoted where CSV needs it. */
static struct str quote(struct arena *arena, struct str text)
{
	struct text quoted;
	bool needed = false;

	for (size_t i = 0; i < text.length; i++)
		needed |= strchr(",\"\r\n", text.at[i]) != NULL && text.at[i] != '\0';
	if (!needed)
		return text;
	text_init(&quoted, arena);
	text_add_char(&quoted, '"');
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			text_add_char(&quoted, '"');
		text_add_char(&quoted, text.at[i]);
	}
	text_add_char(&quoted, '"');
	return text_str(&quoted);
}

static void add_edit(struct fixer *fixer, struct fix_edit edit)
{
	struct fix *const fix = &fixer->fix;

	fix->edits = arena_extend(fixer->arenas->arena, fix->edits, fix->count, &fix->capacity,
				  sizeof *fix->edits);
	fix->edits[fix->count++] = edit;
}

/* Cells with a comma must be quoted once commas separate. */
static bool needs_quotes_now(const struct fixer *fixer, const struct csv_cell *cell)
{
	return fixer->separator != ',' && !cell->quoted && cell->text.length > 0 &&
	       memchr(cell->text.at, ',', cell->text.length) != NULL;
}

static void fix_cell(struct fixer *fixer, const struct csv_cell *cell, size_t column, bool head)
{
	struct arena *const arena = fixer->arenas->arena;
	struct change change = {str_trim(cell->text), {0}};

	text_init(&change.what, fixer->arenas->row);
	if (change.text.length != cell->text.length)
		add_what(&change, "blanks trimmed");
	if (head)
		change_head(fixer, &change, column);
	else
		change_value(fixer, &change, column);
	if (change.what.length == 0 && needs_quotes_now(fixer, cell))
		add_what(&change, "quoted");
	if (change.what.length == 0)
		return;
	change.text = str_copy(arena, change.text);
	add_edit(fixer,
		 (struct fix_edit){{fixer->source, cell->offset, cell->length},
				   quote(arena, change.text),
				   arena_copy_text(arena, change.what.at, change.what.length),
				   str_copy(arena, cell->text),
				   change.text});
}

/* ---- rows ---- */

/* The unit to convert from: NULL if it is the canonical one, or does not convert to it. */
static const struct unit *unit_to_leave(const struct check_column *column)
{
	double one;

	if (!column->property || !column->unit ||
	    str_is(str_from(column->unit->symbol), column->property->unit) ||
	    !unit_convert(column->unit, column->property->unit, 1.0, &one))
		return NULL;
	return column->unit;
}

static void bind_columns(struct fixer *fixer, const struct csv_row *row)
{
	struct arena *const arena = fixer->arenas->arena;

	fixer->head = rows_read_head(fixer->source, row, fixer->options, arena);
	fixer->surveys = ARENA_NEW(arena, row->count, struct column_survey);
	for (size_t i = 0; i < row->count; i++)
		fixer->surveys[i].unit = unit_to_leave(&fixer->head->columns[i]);
}

static void fix_separators(struct fixer *fixer, const struct csv_row *row)
{
	if (fixer->separator == ',')
		return;
	for (size_t i = 0; i + 1 < row->count; i++)
		add_edit(fixer, (struct fix_edit){
				    {fixer->source, row->cells[i].offset + row->cells[i].length, 1},
				    STR_LITERAL(","),
				    row->number == 0 && i == 0 ? "separators to commas" : NULL,
				    fixer->separator == ';' ? STR_LITERAL(";") : STR_LITERAL("\t"),
				    STR_LITERAL(",")});
}

/* The edits of a row are made cell by cell, separators after; sorted at the end. */
static bool on_row(void *context, const struct csv_row *row)
{
	struct fixer *fixer = context;

	if (row->number == 0 && fixer->surveying) {
		bind_columns(fixer, row);
		return true;
	}
	for (size_t i = 0; i < row->count && i < fixer->head->count; i++) {
		if (!fixer->surveying)
			fix_cell(fixer, &row->cells[i], i, row->number == 0);
		else if (is_numeric(fixer, i))
			survey_cell(&fixer->surveys[i],
				    plain_number(fixer, str_trim(row->cells[i].text)));
	}
	if (!fixer->surveying)
		fix_separators(fixer, row);
	arena_clear(fixer->arenas->row);
	return true;
}

static int compare(const void *a, const void *b)
{
	const size_t x = ((const struct fix_edit *)a)->place.offset;
	const size_t y = ((const struct fix_edit *)b)->place.offset;

	return x < y ? -1 : x > y;
}

static void read_all(struct fixer *fixer, bool surveying)
{
	struct diag_sink dropped;

	fixer->surveying = surveying;
	diag_sink_init(&dropped, fixer->arenas->scratch);
	dropped.limit_per_rule = 1;
	csv_read(fixer->source, fixer->separator, fixer->arenas->scratch, &dropped, on_row, fixer);
	arena_clear(fixer->arenas->scratch);
}

struct fix fix_find(const struct source *source, const struct row_options *options,
		    const struct check_arenas *arenas)
{
	struct fixer fixer = {.source = source, .options = options, .arenas = arenas};

	if (row_looks_like_json(source->text))
		return fixer.fix;
	fixer.separator = row_separator(source->text);
	read_all(&fixer, true);
	read_all(&fixer, false);
	if (fixer.fix.count > 0)
		qsort(fixer.fix.edits, fixer.fix.count, sizeof *fixer.fix.edits, compare);
	return fixer.fix;
}

struct str fix_apply(const struct source *source, const struct fix *fix, struct arena *arena)
{
	struct text text;
	size_t from = 0;

	text_init(&text, arena);
	for (size_t i = 0; i < fix->count; i++) {
		const struct fix_edit *const edit = &fix->edits[i];

		text_add(&text, str_part(source->text, from, edit->place.offset - from));
		text_add(&text, edit->text);
		from = edit->place.offset + edit->place.length;
	}
	text_add(&text, str_part(source->text, from, source->text.length));
	return text_str(&text);
}
