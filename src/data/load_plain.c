/* SPDX-License-Identifier: MIT */
/* Files other than tables of materials: facts, the ledger, the sources. */
#include "base/number.h"
#include "data/load_parts.h"

struct plain_reader {
	struct load *load;
	struct file_type type;
	const struct plain_column *columns;
	size_t count;
	struct plain_place *places;
	size_t header_count; /* cells of the header row */
	size_t rows;
};

/* The columns of a facts file as plain ones, in scratch. */
static const struct plain_column *fact_columns(struct load *load, enum fact_kind kind)
{
	const struct fact_file *file = &fact_files[kind];
	struct plain_column *columns =
	    ARENA_NEW(load->scratch, file->column_count, struct plain_column);

	for (size_t i = 0; i < file->column_count; i++)
		columns[i] = (struct plain_column){
		    file->columns[i].key,
		    file->columns[i].unit,
		    file->columns[i].required,
		};
	return columns;
}

struct plain_reader *plain_reader_new(struct load *load, struct file_type type,
				      const struct csv_row *header)
{
	struct plain_reader *reader = ARENA_NEW(load->scratch, 1, struct plain_reader);

	*reader = (struct plain_reader){.load = load, .type = type, .header_count = header->count};
	switch (type.kind) {
	case FILE_FACTS:
		reader->columns = fact_columns(load, (enum fact_kind)type.which);
		reader->count = fact_files[type.which].column_count;
		break;
	case FILE_LEDGER:
		reader->columns = ledger_columns;
		reader->count = ledger_column_count;
		break;
	case FILE_SOURCES:
		reader->columns = citation_columns;
		reader->count = citation_column_count;
		break;
	case FILE_MATERIALS:
	case FILE_UNKNOWN:
		return NULL;
	}
	reader->places = ARENA_NEW(load->scratch, reader->count, struct plain_place);
	return header_map_plain(load, header, reader->columns, reader->count, reader->places)
		   ? reader
		   : NULL;
}

/*
 * The text of a cell with a number, such that it is one: in the canonical unit, with a point. What
 * is no number (reported) becomes empty.
 */
static struct str number_text(struct load *load, const char *key, const char *canonical,
			      const struct unit *unit, const struct csv_cell *cell, struct str text)
{
	char buffer[NUMBER_TEXT_MAX];
	double value;

	if (text.length == 0 || !cell_number(load, key, cell, text, &value))
		return (struct str){NULL, 0};
	if (unit)
		(void)unit_convert(unit, canonical, value, &value);
	else if (!load->options->decimal_comma)
		return load_keep(load, text);
	return str_copy(load->arena, number_write(buffer, value));
}

static bool holds_number(enum fact_column_kind kind)
{
	return kind == FACT_VALUE || kind == FACT_TEMPERATURE || kind == FACT_NUMBER;
}

static void collect_fact(struct plain_reader *reader, const struct csv_row *row)
{
	struct load *load = reader->load;
	const struct fact_file *file = &fact_files[reader->type.which];
	struct csv_cell *cells = ARENA_NEW(load->scratch, file->column_count, struct csv_cell);
	const struct csv_cell *last = &row->cells[row->count - 1];

	for (size_t i = 0; i < file->column_count; i++) {
		const struct fact_column *column = &file->columns[i];
		struct str text;

		cells[i].offset = row->offset;
		if (reader->places[i].column == SIZE_MAX)
			continue;
		cells[i] = row->cells[reader->places[i].column];
		text = cell_trim(load, &cells[i]);
		cells[i].text = holds_number(column->kind)
				    ? number_text(load, column->key, column->unit,
						  reader->places[i].unit, &cells[i], text)
				    : load_keep(load, text);
	}
	load->fact_rows = arena_extend(load->scratch, load->fact_rows, load->fact_row_count,
				       &load->fact_row_room, sizeof *load->fact_rows);
	load->fact_rows[load->fact_row_count++] = (struct fact_row){
	    .kind = (enum fact_kind)reader->type.which,
	    .source = load->source,
	    .offset = row->offset,
	    .length = last->offset + last->length - row->offset,
	    .number = reader->rows,
	    .cells = cells,
	};
}

void plain_reader_row(struct plain_reader *reader, const struct csv_row *row)
{
	if (!row_is_usable(reader->load, row, reader->header_count))
		return;
	reader->rows++;
	switch (reader->type.kind) {
	case FILE_FACTS:
		collect_fact(reader, row);
		break;
	case FILE_LEDGER:
		ledger_parse_row(reader->load, reader->places, row);
		break;
	case FILE_SOURCES:
		citation_parse_row(reader->load, reader->places, row);
		break;
	case FILE_MATERIALS:
	case FILE_UNKNOWN:
		break;
	}
}
