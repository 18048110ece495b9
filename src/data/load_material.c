/* SPDX-License-Identifier: MIT */
/* Rows of materials: new ones, and those that replace cells of old ones. */
#include "data/load_material.h"

#include <math.h>

#include "base/number.h"

static uint64_t hash_fold(struct str s)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.length; i++)
		hash = (hash ^ (unsigned char)ascii_to_lower(s.at[i])) * UINT64_C(1099511628211);
	return hash;
}

static void add_known(struct material_reader *reader, struct str name, uint32_t row, bool is_cas)
{
	if (name.length == 0)
		return;
	reader->known = arena_extend(reader->load->scratch, reader->known, reader->known_count,
				     &reader->known_room, sizeof *reader->known);
	reader->known[reader->known_count] = (struct known_name){name, row, is_cas};
	hash_index_add(&reader->names, hash_fold(name), (uint32_t)reader->known_count);
	reader->known_count++;
}

void material_reader_index_names(struct material_reader *reader)
{
	hash_index_init(&reader->names, reader->load->scratch, 8 * reader->old_count);
	for (uint32_t row = 0; row < reader->old_count; row++) {
		const struct material *material = &reader->build->materials[row];

		add_known(reader, material->id, row, false);
		if (!str_equal_fold(material->id, material->name))
			add_known(reader, material->name, row, false);
		for (size_t i = 0; i < material->aliases.count; i++)
			add_known(reader, material->aliases.at[i], row, false);
		add_known(reader, material->cas, row, true);
	}
}

/* A new row that is called like an old one is probably meant to replace it. */
static void check_name(struct material_reader *reader, struct str name, bool is_cas,
		       const struct csv_cell *cell, struct str id)
{
	const uint64_t hash = hash_fold(name);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&reader->names, hash, &cursor, &at)) {
		const struct known_name *known = &reader->known[at];

		if (known->is_cas != is_cas || !str_equal_fold(known->name, name))
			continue;
		const struct str other = reader->build->materials[known->row].id;

		DIAG_REPORT(reader->load->sink, NAME_TAKEN, cell_place(reader->load, cell),
			    is_cas ? "CAS number" : "name", STR_ARGS(name), STR_ARGS(id),
			    STR_ARGS(other));
		diag_hint(reader->load->sink, "to replace its values, use the id %.*s",
			  STR_ARGS(other));
		return;
	}
}

static bool has_control_character(struct str id)
{
	for (size_t i = 0; i < id.length; i++) {
		const unsigned char c = (unsigned char)id.at[i];

		if (c < 0x20 || c == 0x7F)
			return true;
		/* U+0080 to U+009F */
		if (c == 0xC2 && i + 1 < id.length && (unsigned char)id.at[i + 1] < 0xA0)
			return true;
	}
	return false;
}

/* The id of a row, kept; empty (reported) if it has none that can be used. */
static struct str read_id(struct material_reader *reader, const struct csv_cell *cell)
{
	struct load *load = reader->load;
	struct str id = cell_trim(load, cell);

	if (reader->id == SIZE_MAX)
		id = str_fold_name(load->scratch, id);
	if (id.length == 0)
		DIAG_REPORT(load->sink, ID_MISSING, cell_place(load, cell));
	if (has_control_character(id)) {
		DIAG_REPORT(load->sink, ID_CHARACTERS, cell_place(load, cell));
		return (struct str){NULL, 0};
	}
	return load_keep(load, id);
}

static void remember_offset(struct material_reader *reader, uint32_t row, size_t offset)
{
	while (row >= reader->offset_room)
		reader->offsets =
		    arena_extend(reader->load->scratch, reader->offsets, reader->offset_room,
				 &reader->offset_room, sizeof *reader->offsets);
	reader->offsets[row] = (uint32_t)offset + 1; /* source_size_limit is below 2^32 */
}

static void report_twice(struct material_reader *reader, const struct csv_cell *cell, struct str id,
			 uint32_t row)
{
	struct load *load = reader->load;

	DIAG_REPORT(load->sink, ID_DUPLICATE, cell_place(load, cell), STR_ARGS(id));
	load_hint_line(load, load->source, reader->offsets[row] - 1);
}

/* The row with this id, a new one if there is none; DB_NO_ROW if this file has one already. */
static uint32_t claim_row(struct material_reader *reader, const struct csv_cell *cell,
			  struct str id)
{
	uint32_t row = table_find_id(reader->build, id);

	if (row != DB_NO_ROW && row < reader->offset_room && reader->offsets[row] != 0) {
		report_twice(reader, cell, id, row);
		return DB_NO_ROW;
	}
	if (row == DB_NO_ROW) {
		row = table_add_row(reader->load, reader->build, id);
		if (reader->known_count > 0)
			check_name(reader, id, false, cell, id);
	}
	remember_offset(reader, row, cell->offset);
	return row;
}

/* A replaced cell loses what was known about the old one. */
static void forget_note(struct material_reader *reader, size_t property, uint32_t row)
{
	const struct property *rule = &reader->load->properties.rows[property];

	column_note(reader->load, &reader->build->columns[property],
		    (struct cell_note){row, NOTE_DROPPED, DB_UNKNOWN, DB_UNKNOWN});
	if (rule->group)
		table_drop_vectors(reader->build, row);
}

static void read_value(struct material_reader *reader, const struct material_column *column,
		       const struct csv_cell *cell, struct str text, uint32_t row)
{
	struct load *load = reader->load;
	const struct property *rule = &load->properties.rows[column->property];
	double value;

	/* The way of nearly all cells, before the one that can explain what is wrong. */
	if (rule->kind != PROP_NUMBER || column->unit ||
	    number_read(text, &value, NULL) != NUMBER_OK || !(value >= rule->usual_low) ||
	    !(value <= rule->usual_high)) {
		if (!cell_read(load, reader->table, column->property, column->unit, cell, text,
			       &value))
			return;
	}
	column_put(load, reader->build, column->property, row, value,
		   load->has_ledger && !column->unit ? cell_decimals(text) : INT8_MAX);
	if (row < reader->old_count)
		forget_note(reader, column->property, row);
}

static struct str unless_none(struct str text)
{
	return str_is(text, "none") ? (struct str){NULL, 0} : text;
}

static void read_cell(struct material_reader *reader, const struct material_column *column,
		      const struct csv_cell *cell, uint32_t row)
{
	struct load *load = reader->load;
	struct material *material = &reader->build->materials[row];
	struct str text;

	if (cell->text.length == 0 || column->target == TARGET_IGNORED)
		return;
	text = column->target == TARGET_ID ? cell->text : cell_trim(load, cell);
	if (text.length == 0)
		return;
	switch (column->target) {
	case TARGET_NAME:
		material->name = load_keep(load, text);
		if (row >= reader->old_count && reader->known_count > 0 &&
		    !str_equal_fold(text, material->id))
			check_name(reader, text, false, cell, material->id);
		break;
	case TARGET_ALIASES:
		material->aliases = load_split(load, unless_none(text));
		break;
	case TARGET_CAS:
		material->cas = load_keep(load, unless_none(text));
		if (row >= reader->old_count && reader->known_count > 0)
			check_name(reader, text, true, cell, material->id);
		break;
	case TARGET_FORMULA:
		material->formula = load_keep(load, unless_none(text));
		break;
	case TARGET_VALUE:
		read_value(reader, column, cell, text, row);
		break;
	case TARGET_IGNORED:
	case TARGET_ID:
	case TARGET_LOW: /* with their value, when the row is read */
	case TARGET_HIGH:
		break;
	}
}

/* One end of an interval in the canonical unit; NaN if empty or not used. */
static double read_end(struct material_reader *reader, const struct csv_row *row, size_t at)
{
	struct load *load = reader->load;
	const struct material_column *column;
	const struct property *rule;
	double value;
	struct str text;

	if (at == SIZE_MAX)
		return DB_UNKNOWN;
	column = &reader->columns[at];
	rule = &load->properties.rows[column->property];
	text = cell_trim(load, &row->cells[at]);
	if (text.length == 0 || !cell_number(load, rule->key, &row->cells[at], text, &value))
		return DB_UNKNOWN;
	if (column->unit)
		(void)unit_convert(column->unit, rule->unit, value, &value);
	return value;
}

static void read_interval(struct material_reader *reader, const struct csv_row *row,
			  const struct material_interval *interval, uint32_t at)
{
	struct load *load = reader->load;
	const double low = read_end(reader, row, interval->low);
	const double high = read_end(reader, row, interval->high);
	const double value = column_get(reader->build, interval->property, at);
	const size_t where = isnan(low) ? interval->high : interval->low;

	if (isnan(low) && isnan(high))
		return;
	if (!isfinite(value) || low > value || high < value) {
		DIAG_REPORT(load->sink, INTERVAL, cell_place(load, &row->cells[where]),
			    load->properties.rows[interval->property].key);
		return;
	}
	column_note(load, &reader->build->columns[interval->property],
		    (struct cell_note){at, (uint8_t)table_infos[reader->table].kind, low, high});
}

void material_reader_row(struct material_reader *reader, const struct csv_row *row)
{
	const size_t id_column = reader->id != SIZE_MAX ? reader->id : reader->name;
	struct str id;
	uint32_t at;

	if (!row_is_usable(reader->load, row, reader->count))
		return;
	id = read_id(reader, &row->cells[id_column]);
	if (id.length == 0)
		return;
	at = claim_row(reader, &row->cells[id_column], id);
	if (at == DB_NO_ROW)
		return;
	for (size_t i = 0; i < reader->count; i++)
		read_cell(reader, &reader->columns[i], &row->cells[i], at);
	for (size_t i = 0; i < reader->interval_count; i++)
		read_interval(reader, row, &reader->intervals[i], at);
}
