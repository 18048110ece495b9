/* SPDX-License-Identifier: MIT */
/* Rows of the ledger and of the sources. */
#include "base/number.h"
#include "data/load_parts.h"

enum {
	LINE_MATERIAL,
	LINE_PROPERTY,
	LINE_VALUE,
	LINE_LOW,
	LINE_HIGH,
	LINE_UNIT,
	LINE_TEMPERATURE,
	LINE_KIND,
	LINE_STATUS,
	LINE_SOURCE,
	LINE_NOTE,
	LINE_WAIVE,
	LINE_COUNT
};

const struct plain_column ledger_columns[] = {
    [LINE_MATERIAL] = {"material", "", true},
    [LINE_PROPERTY] = {"property", "", true},
    [LINE_VALUE] = {"value", "", true},
    [LINE_LOW] = {"low", "", false},
    [LINE_HIGH] = {"high", "", false},
    [LINE_UNIT] = {"unit", "", false},
    [LINE_TEMPERATURE] = {"temperature", "degC", false},
    [LINE_KIND] = {"kind", "", true},
    [LINE_STATUS] = {"status", "", true},
    [LINE_SOURCE] = {"source", "", false},
    [LINE_NOTE] = {"note", "", false},
    [LINE_WAIVE] = {"waive", "", false},
};
const size_t ledger_column_count = LINE_COUNT;

enum { CITE_KEY, CITE_CITATION, CITE_DOI, CITE_URL, CITE_LICENCE, CITE_ACCESS, CITE_COUNT };

const struct plain_column citation_columns[] = {
    [CITE_KEY] = {"key", "", true},          [CITE_CITATION] = {"citation", "", true},
    [CITE_DOI] = {"doi", "", false},         [CITE_URL] = {"url", "", false},
    [CITE_LICENCE] = {"licence", "", false}, [CITE_ACCESS] = {"access", "", false},
};
const size_t citation_column_count = CITE_COUNT;

/* A ledger row while it is read. */
struct line_reader {
	struct load *load;
	const struct plain_place *places;
	const struct csv_row *row;
	const struct property *property; /* NULL if no table has it */
	const struct unit *unit;         /* NULL: the canonical one */
};

static const struct csv_cell *cell_at(const struct line_reader *reader, size_t column)
{
	const size_t at = reader->places[column].column;

	return at == SIZE_MAX ? NULL : &reader->row->cells[at];
}

static struct str text_at(const struct line_reader *reader, size_t column)
{
	const struct csv_cell *cell = cell_at(reader, column);

	return cell ? load_keep(reader->load, cell_trim(reader->load, cell))
		    : (struct str){NULL, 0};
}

/* By its key in any table: all that share a key share a unit. */
static const struct property *find_property(const struct load *load, struct str key)
{
	for (size_t i = 0; i < load->properties.count; i++)
		if (str_is(key, load->properties.rows[i].key))
			return &load->properties.rows[i];
	return NULL;
}

/* false (reported) if the unit cannot be used. */
static bool read_unit(struct line_reader *reader, struct str unit)
{
	const struct csv_cell *cell = cell_at(reader, LINE_UNIT);

	if (unit.length == 0 || !reader->property || reader->property->kind != PROP_NUMBER)
		return true;
	return header_read_unit(reader->load, cell, unit, reader->property->key,
				reader->property->unit, &reader->unit);
}

/* A number of the property, in its canonical unit; NaN if empty or not used (reported). */
static double number_at(const struct line_reader *reader, size_t column, struct str text)
{
	double value;

	if (text.length == 0 || !reader->property || reader->property->kind != PROP_NUMBER)
		return DB_UNKNOWN;
	if (str_is(text, "none"))
		return DB_ABSENT;
	if (!cell_number(reader->load, reader->property->key, cell_at(reader, column), text,
			 &value))
		return DB_UNKNOWN;
	if (reader->unit)
		(void)unit_convert(reader->unit, reader->property->unit, value, &value);
	return value;
}

static double temperature_at(const struct line_reader *reader)
{
	const struct csv_cell *cell = cell_at(reader, LINE_TEMPERATURE);
	const struct unit *unit = reader->places[LINE_TEMPERATURE].unit;
	const struct str text = text_at(reader, LINE_TEMPERATURE);
	double value;

	if (text.length == 0 ||
	    !cell_number(reader->load, ledger_columns[LINE_TEMPERATURE].key, cell, text, &value))
		return DB_UNKNOWN;
	if (unit)
		(void)unit_convert(unit, ledger_columns[LINE_TEMPERATURE].unit, value, &value);
	return value;
}

static bool read_words(struct line_reader *reader, struct ledger_line *line)
{
	const char *kinds[NUM_KIND_COUNT + 1] = {NULL};
	size_t kind;
	size_t status;

	for (int i = 0; i < NUM_KIND_COUNT; i++)
		kinds[i] = num_kind_word((enum num_kind)i);
	kind = cell_word(reader->load, "kind", kinds, cell_at(reader, LINE_KIND),
			 text_at(reader, LINE_KIND));
	status = cell_word(reader->load, "status", ledger_status_words,
			   cell_at(reader, LINE_STATUS), text_at(reader, LINE_STATUS));
	if (kind == SIZE_MAX || status == SIZE_MAX)
		return false;
	line->kind = (enum num_kind)kind;
	line->status = (enum ledger_status)status;
	return true;
}

/* After a conversion the line speaks in the canonical unit. */
static void rewrite_in_canonical(struct line_reader *reader, struct ledger_line *line)
{
	char buffer[NUMBER_TEXT_MAX];

	if (reader->unit == NULL && !reader->load->options->decimal_comma)
		return;
	if (!isfinite(line->value))
		return;
	line->value_text = str_copy(reader->load->arena, number_write(buffer, line->value));
	line->unit = str_from(reader->property->unit);
}

void ledger_parse_row(struct load *load, const struct plain_place *places,
		      const struct csv_row *row)
{
	struct line_reader reader = {.load = load, .places = places, .row = row};
	const struct csv_cell *last = &row->cells[row->count - 1];
	struct ledger_line line = {
	    .material = text_at(&reader, LINE_MATERIAL),
	    .property = text_at(&reader, LINE_PROPERTY),
	    .value_text = text_at(&reader, LINE_VALUE),
	    .unit = text_at(&reader, LINE_UNIT),
	    .source = text_at(&reader, LINE_SOURCE),
	    .note = text_at(&reader, LINE_NOTE),
	    .waive = text_at(&reader, LINE_WAIVE),
	    .place = {load->source, row->offset, last->offset + last->length - row->offset},
	};

	reader.property = find_property(load, line.property);
	if (!read_words(&reader, &line) || !read_unit(&reader, line.unit))
		return;
	line.value = number_at(&reader, LINE_VALUE, line.value_text);
	line.low = number_at(&reader, LINE_LOW, text_at(&reader, LINE_LOW));
	line.high = number_at(&reader, LINE_HIGH, text_at(&reader, LINE_HIGH));
	line.temperature = temperature_at(&reader);
	rewrite_in_canonical(&reader, &line);
	load->lines = arena_extend(load->arena, load->lines, load->line_count, &load->line_room,
				   sizeof *load->lines);
	load->lines[load->line_count++] = line;
}

void citation_parse_row(struct load *load, const struct plain_place *places,
			const struct csv_row *row)
{
	const struct line_reader reader = {.load = load, .places = places, .row = row};
	const struct csv_cell *last = &row->cells[row->count - 1];

	load->citations = arena_extend(load->arena, load->citations, load->citation_count,
				       &load->citation_room, sizeof *load->citations);
	load->citations[load->citation_count++] = (struct citation){
	    .key = text_at(&reader, CITE_KEY),
	    .citation = text_at(&reader, CITE_CITATION),
	    .doi = text_at(&reader, CITE_DOI),
	    .url = text_at(&reader, CITE_URL),
	    .licence = text_at(&reader, CITE_LICENCE),
	    .access = text_at(&reader, CITE_ACCESS),
	    .place = {load->source, row->offset, last->offset + last->length - row->offset},
	};
}
