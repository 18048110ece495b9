/* SPDX-License-Identifier: MIT */
/*
 * A report as a matrix: a transformation into another report, which the table or CSV then writes.
 * Lines and columns stand in the order in which the rows name them first: the best ones first.
 */
#include <math.h>
#include <string.h>

#include "report/cell.h"
#include "report/flat.h"
#include "report/formats.h"

enum { CELL_WIDTH_MIN = 3, GAP = 2 };

struct cells {
	struct value line;
	const struct value *at; /* one a column */
};

struct matrix {
	const struct report *report;
	const struct pivot *pivot;
	bool for_people;
	struct arena *arena;
	struct str *columns;
	size_t column_count;
	struct cells *lines;
	struct str *line_keys;
	size_t line_count;
};

static const struct flat_column *find_column(const struct flat_columns *columns, const char *key)
{
	for (size_t i = 0; i < columns->count; i++)
		if (str_is(columns->at[i].key, key))
			return &columns->at[i];
	return NULL;
}

/* The place of a text among those seen, which it joins. */
static size_t place_of(struct str *seen, size_t *count, struct str text)
{
	for (size_t i = 0; i < *count; i++)
		if (str_equal(seen[i], text))
			return i;
	seen[*count] = text;
	return (*count)++;
}

static struct str text_of(struct value value, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	flat_add_text(&text, value);
	return text_str(&text);
}

/* Where the row has no number: nothing for machines, a mark for people. */
static struct value cell_value(const struct matrix *matrix, const struct flat_columns *columns,
			       const void *row)
{
	const struct flat_column *counts = find_column(columns, matrix->pivot->counts);

	if (flat_get(counts, row, matrix->arena).kind == VALUE_NULL)
		return matrix->for_people ? value_word(matrix->pivot->mark) : value_null();
	return flat_get(find_column(columns, matrix->pivot->cell), row, matrix->arena);
}

static void fill(struct matrix *matrix)
{
	const struct report *report = matrix->report;
	const struct pivot *pivot = matrix->pivot;
	const struct flat_columns columns =
	    flat_columns_of(report->type, FIELD_MACHINE, matrix->arena);
	const struct flat_column *line = find_column(&columns, pivot->line);
	const struct flat_column *shown =
	    find_column(&columns, matrix->for_people ? pivot->line_shown : pivot->line);
	const struct flat_column *column = find_column(&columns, pivot->column);
	struct value **cells = ARENA_NEW(matrix->arena, report->row_count + 1, struct value *);

	matrix->columns = ARENA_NEW(matrix->arena, report->row_count + 1, struct str);
	matrix->line_keys = ARENA_NEW(matrix->arena, report->row_count + 1, struct str);
	matrix->lines = ARENA_NEW(matrix->arena, report->row_count + 1, struct cells);
	for (size_t i = 0; i < report->row_count; i++) /* first, to know how many there are */
		(void)place_of(
		    matrix->columns, &matrix->column_count,
		    text_of(flat_get(column, report->rows[i], matrix->arena), matrix->arena));
	for (size_t i = 0; i < report->row_count; i++) {
		const void *row = report->rows[i];
		const size_t before = matrix->line_count;
		const size_t at =
		    place_of(matrix->line_keys, &matrix->line_count,
			     text_of(flat_get(line, row, matrix->arena), matrix->arena));
		const size_t to =
		    place_of(matrix->columns, &matrix->column_count,
			     text_of(flat_get(column, row, matrix->arena), matrix->arena));

		if (at == before) {
			cells[at] = ARENA_NEW(matrix->arena, matrix->column_count, struct value);
			matrix->lines[at] =
			    (struct cells){flat_get(shown, row, matrix->arena), cells[at]};
		}
		cells[at][to] = cell_value(matrix, &columns, row);
	}
}

static struct value get_line(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return ((const struct cells *)row)->line;
}

static struct value get_cell(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct cells *)row)->at[field->index];
}

/* The columns from one on, so many of them, behind the one that names the line. */
static const struct record_type *type_of(const struct matrix *matrix, size_t from, size_t count)
{
	struct record_type *type = ARENA_NEW(matrix->arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(matrix->arena, count + 1, struct field);

	fields[0] = (struct field){.key = matrix->pivot->line,
				   .label = matrix->pivot->line,
				   .unit = "",
				   .kind = VALUE_TEXT,
				   .digits = -1,
				   .where = FIELD_MACHINE | FIELD_PEOPLE,
				   .doc = "Names the line.",
				   .get = get_line};
	for (size_t i = 0; i < count; i++) {
		const char *key = str_copy(matrix->arena, matrix->columns[from + i]).at;

		fields[1 + i] = (struct field){.key = key,
					       .label = key,
					       .unit = "",
					       .kind = VALUE_NUMBER,
					       .digits = matrix->pivot->digits,
					       .where = FIELD_MACHINE | FIELD_PEOPLE,
					       .doc = "Cell of the line and this column.",
					       .get = get_cell,
					       .index = from + i};
	}
	*type = (struct record_type){"matrix-line", "A line of the matrix.", fields, count + 1};
	return type;
}

static const void *const *line_pointers(const struct matrix *matrix)
{
	const void **rows = ARENA_NEW(matrix->arena, matrix->line_count + 1, const void *);

	for (size_t i = 0; i < matrix->line_count; i++)
		rows[i] = &matrix->lines[i];
	return rows;
}

static size_t line_width(const struct matrix *matrix)
{
	size_t widest = utf8_width(str_from(matrix->pivot->line));

	for (size_t i = 0; i < matrix->line_count; i++) {
		const size_t width = utf8_width(text_of(matrix->lines[i].line, matrix->arena));

		widest = width > widest ? width : widest;
	}
	return widest;
}

/* How many columns from one on have room beside the names of the lines: at least one. */
static size_t columns_that_fit(const struct matrix *matrix, size_t from, size_t room)
{
	size_t count = 0;
	size_t used = 0;

	while (from + count < matrix->column_count) {
		const size_t head = utf8_width(matrix->columns[from + count]);

		used += GAP + (head > CELL_WIDTH_MIN ? head : CELL_WIDTH_MIN);
		if (used > room && count > 0)
			break;
		count++;
	}
	return count;
}

/* As many tables as the width makes necessary, one below the other: no column is left out. */
static struct report in_blocks(const struct matrix *matrix, size_t width)
{
	const size_t names = line_width(matrix);
	const size_t room = width > names ? width - names : 0;
	struct report *blocks = ARENA_NEW(matrix->arena, matrix->column_count + 1, struct report);
	struct report whole = *matrix->report;
	size_t from = 0;

	whole.notes = matrix->pivot->notes;
	whole.note_count = matrix->pivot->note_count;
	whole.parts = blocks;
	whole.part_count = 0;
	while (from < matrix->column_count) {
		const size_t count = columns_that_fit(matrix, from, room);

		blocks[whole.part_count++] = (struct report){.type = type_of(matrix, from, count),
							     .rows = line_pointers(matrix),
							     .row_count = matrix->line_count,
							     .rule_before = SIZE_MAX};
		from += count;
	}
	return whole;
}

static struct matrix matrix_of(const struct report *report, bool for_people, struct arena *arena)
{
	struct matrix matrix = {
	    .report = report, .pivot = report->pivot, .for_people = for_people, .arena = arena};

	fill(&matrix);
	return matrix;
}

bool format_matrix(const struct report *report, const struct format_options *options,
		   struct arena *scratch, FILE *out)
{
	struct matrix matrix;
	struct report whole;

	if (!report->pivot)
		return format_table(report, options, scratch, out);
	matrix = matrix_of(report, true, scratch);
	whole = in_blocks(&matrix, options->width > 0 ? (size_t)options->width : SIZE_MAX);
	return format_table(&whole, options, scratch, out);
}

bool format_matrix_csv(const struct report *report, const struct format_options *options,
		       struct arena *scratch, FILE *out)
{
	struct matrix matrix;
	struct report whole;

	if (!report->pivot)
		return format_csv(report, options, scratch, out);
	matrix = matrix_of(report, false, scratch);
	whole = *report;
	whole.type = type_of(&matrix, 0, matrix.column_count);
	whole.rows = line_pointers(&matrix);
	whole.row_count = matrix.line_count;
	return format_csv(&whole, options, scratch, out);
}
