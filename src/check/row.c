/* SPDX-License-Identifier: MIT */
#include "check/row.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "data/fact.h"
#include "read/csv.h"

const char *row_type_word(struct file_type type)
{
	switch (type.kind) {
	case FILE_MATERIALS:
		return table_infos[type.which].key;
	case FILE_FACTS:
		return fact_files[type.which].key;
	case FILE_LEDGER:
		return "values";
	case FILE_SOURCES:
		return "sources";
	case FILE_UNKNOWN:
		break;
	}
	return NULL;
}

bool row_looks_like_json(struct str text)
{
	size_t i = source_bom_length(text);

	while (i < text.length && ascii_is_space(text.at[i]))
		i++;
	return i < text.length && (text.at[i] == '{' || text.at[i] == '[');
}

static size_t next_line(struct str text, size_t i)
{
	while (i < text.length && text.at[i] != '\n' && text.at[i] != '\r')
		i++;
	while (i < text.length && (text.at[i] == '\n' || text.at[i] == '\r'))
		i++;
	return i;
}

char row_separator(struct str text)
{
	size_t commas = 0;
	size_t semicolons = 0;
	size_t tabs = 0;
	bool quoted = false;
	size_t i = source_bom_length(text);

	while (str_starts(str_part(text, i, 2), "# "))
		i = next_line(text, i);
	for (; i < text.length; i++) {
		const char c = text.at[i];

		quoted ^= c == '"';
		if (!quoted && (c == '\n' || c == '\r') && commas + semicolons + tabs > 0)
			break;
		commas += !quoted && c == ',';
		semicolons += !quoted && c == ';';
		tabs += !quoted && c == '\t';
	}
	if (semicolons > commas && semicolons >= tabs)
		return ';';
	return tabs > commas ? '\t' : ',';
}

/* As written; a decimal comma is a point if the file is so. */
static bool read_number(struct str text, bool decimal_comma, double *value)
{
	const enum number_result result = number_read(text, value, NULL);

	return result == NUMBER_OK || (result == NUMBER_COMMA && decimal_comma);
}

static void read_numeric(struct check_cell *cell, const struct check_column *column,
			 bool decimal_comma)
{
	const struct property *const property = column->property;
	double number;

	cell->state = CELL_BAD;
	if (!read_number(cell->text, decimal_comma, &number))
		return;
	cell->written = number;
	if (column->unit && !unit_convert(column->unit, property->unit, number, &number))
		return;
	cell->number = number;
	if (number >= property->hard_low && number <= property->hard_high)
		cell->state = CELL_NUMBER;
	else
		cell->suspect = true;
	/* Outside the usual range the loader has warned; what follows from it is no news. */
	if (number < property->usual_low || number > property->usual_high)
		cell->suspect = true;
}

void row_read_cell(struct check_cell *cell, const struct check_column *column, bool decimal_comma)
{
	cell->number = cell->written = (double)NAN;
	cell->suspect = false;
	if (cell->text.length == 0)
		cell->state = CELL_EMPTY;
	else if (str_is(cell->text, "none"))
		cell->state = CELL_NONE;
	else if (column->property && column->property->kind == PROP_NUMBER)
		read_numeric(cell, column, decimal_comma);
	else
		cell->state = CELL_TEXT;
}

int rows_find_column(const struct check_head *head, const char *key)
{
	for (size_t i = 0; i < head->count; i++)
		if (str_is(head->columns[i].key, key))
			return (int)i;
	return -1;
}

void rows_bind_head(struct check_head *head, struct check_column *columns,
		    const struct prop_set *set)
{
	for (int i = 0; i < IDENTITY_COUNT; i++)
		head->identity[i] = rows_find_column(head, identity_infos[i].key);
	head->source_column = rows_find_column(head, "source");
	if (head->type.kind != FILE_MATERIALS)
		return;
	for (size_t i = 0; i < head->count; i++) {
		const size_t row = prop_find(set, (enum table_id)head->type.which, columns[i].key);

		columns[i].property = row == SIZE_MAX ? NULL : &set->rows[row];
	}
}

static struct file_type recognise(const struct row_options *options, const struct str *keys,
				  size_t count)
{
	return options->table ? file_type_named(str_from(options->table))
			      : file_recognise(options->properties, keys, count);
}

static struct str plain_key(struct arena *arena, struct str key)
{
	char *const plain = arena_copy_text(arena, key.at ? key.at : "", key.length);

	for (size_t i = 0; i < key.length; i++) {
		plain[i] = ascii_to_lower(plain[i]);
		if (plain[i] == ' ' || plain[i] == '-')
			plain[i] = '_';
	}
	return (struct str){plain, key.length};
}

struct check_column row_read_head(struct arena *arena, struct str head, struct place place)
{
	struct str key;
	struct str unit;

	header_split(head, &key, &unit);
	return (struct check_column){plain_key(arena, key), place, NULL,
				     unit.length > 0 ? unit_find(unit) : NULL};
}

const struct check_head *rows_read_head(const struct source *source, const struct csv_row *row,
					const struct row_options *options, struct arena *arena)
{
	struct check_column *columns = ARENA_NEW(arena, row->count, struct check_column);
	struct str *keys = ARENA_NEW(arena, row->count, struct str);
	struct check_head *head = ARENA_NEW(arena, 1, struct check_head);

	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *const cell = &row->cells[i];

		columns[i] = row_read_head(arena, cell->text,
					   (struct place){source, cell->offset, cell->length});
		keys[i] = columns[i].key;
	}
	*head = (struct check_head){.source = source,
				    .type = recognise(options, keys, row->count),
				    .columns = columns,
				    .count = row->count};
	rows_bind_head(head, columns, options->properties);
	return head;
}

struct csv_visit {
	const struct source *source;
	const struct row_options *options;
	const struct check_arenas *arenas;
	const struct row_visitor *visitor;
	struct check_row row;
};

static bool take_head(struct csv_visit *visit, const struct csv_row *row)
{
	struct arena *const arena = visit->arenas->arena;

	visit->row.head = rows_read_head(visit->source, row, visit->options, arena);
	visit->row.cells = ARENA_NEW(arena, row->count, struct check_cell);
	return visit->visitor->head(visit->visitor->context, visit->row.head);
}

static void take_cells(struct csv_visit *visit, const struct csv_row *row)
{
	for (size_t i = 0; i < visit->row.head->count; i++) {
		struct check_cell *cell = &visit->row.cells[i];

		*cell = (struct check_cell){.place = {visit->source, row->offset, 0}};
		if (i < row->count) {
			cell->text = str_trim(row->cells[i].text);
			cell->place = (struct place){visit->source, row->cells[i].offset,
						     row->cells[i].length};
		}
		row_read_cell(cell, &visit->row.head->columns[i], visit->options->decimal_comma);
	}
}

static bool on_row(void *context, const struct csv_row *row)
{
	struct csv_visit *visit = context;
	const struct csv_cell *last = &row->cells[row->count - 1];

	if (row->number == 0)
		return take_head(visit, row);
	/* Ragged rows are not used by the loader, and so not here. */
	if (row->count != visit->row.head->count)
		return true;
	take_cells(visit, row);
	visit->row.number = row->number;
	visit->row.place =
	    (struct place){visit->source, row->offset, last->offset + last->length - row->offset};
	visit->visitor->row(visit->visitor->context, &visit->row);
	arena_clear(visit->arenas->row);
	return true;
}

void rows_read_csv(const struct source *source, const struct row_options *options,
		   const struct check_arenas *arenas, const struct row_visitor *visitor)
{
	const char separator =
	    options->separator ? options->separator : row_separator(source->text);
	/* In the arena: the visitor may keep the head. */
	struct csv_visit *const visit = ARENA_NEW(arenas->arena, 1, struct csv_visit);
	struct diag_sink dropped;

	visit->source = source;
	visit->options = options;
	visit->arenas = arenas;
	visit->visitor = visitor;
	diag_sink_init(&dropped, arenas->scratch);
	dropped.limit_per_rule = 1;
	csv_read(source, separator, arenas->scratch, &dropped, on_row, visit);
}
