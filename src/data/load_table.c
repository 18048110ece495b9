/* SPDX-License-Identifier: MIT */
/* A table while it grows over its base. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/load_parts.h"

/* No more rows are reserved at once, however many a file promises. */
static const size_t rows_reserved_max = (size_t)1 << 21;

struct str load_keep(struct load *load, struct str text)
{
	const struct str whole = load->source ? load->source->text : (struct str){NULL, 0};

	if (text.length == 0)
		return (struct str){NULL, 0};
	/* Compared as numbers: pointers into different objects have no order. */
	if ((uintptr_t)text.at >= (uintptr_t)whole.at &&
	    (uintptr_t)text.at < (uintptr_t)whole.at + whole.length)
		return text;
	return str_copy(load->arena, text);
}

struct str_list load_split(struct load *load, struct str cell)
{
	struct str rest = cell;
	struct str item;
	struct str *items;
	size_t count = 0;

	while (str_next(&rest, ';', &item))
		count += item.length > 0;
	if (count == 0)
		return (struct str_list){NULL, 0};
	items = ARENA_NEW(load->arena, count, struct str);
	count = 0;
	rest = cell;
	while (str_next(&rest, ';', &item))
		if (item.length > 0)
			items[count++] = load_keep(load, item);
	return (struct str_list){items, count};
}

/* A copy of base's array with room for more; NULL if there is nothing in it. */
static void *copy_array(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = NULL;

	if (count > 0) {
		copy = arena_alloc(arena, count, size);
		memcpy(copy, items, count * size);
	}
	return copy;
}

#define COPY_ARRAY(arena, items, count) copy_array((arena), (items), (count), sizeof *(items))

static void open_columns(struct load *load, struct table_build *build, const struct table *base)
{
	build->columns = ARENA_NEW(load->arena, load->properties.count, struct column_build);
	for (size_t i = 0; base && i < load->base->properties.count; i++) {
		const struct column *from = &base->columns[i];
		struct column_build *to = &build->columns[i];

		/* Shared with the base until written to: make_room() copies them first. */
		memcpy(&to->values, &from->values, sizeof to->values);
		to->count = from->count;
		to->notes = COPY_ARRAY(load->arena, from->notes, from->note_count);
		to->note_count = to->note_room = from->note_count;
	}
}

static void open_lists(struct load *load, struct table_build *build, const struct table *base)
{
	build->materials = COPY_ARRAY(load->arena, base->materials, base->count);
	build->count = build->material_room = base->count;
	build->texts = COPY_ARRAY(load->arena, base->texts, base->text_count);
	build->text_count = build->text_room = base->text_count;
	build->code_lists = COPY_ARRAY(load->arena, base->code_lists, base->code_list_count);
	build->code_count = build->code_room = build->base_codes = base->code_list_count;
	build->vectors = COPY_ARRAY(load->arena, base->vectors, base->vector_count);
	build->vector_count = build->vector_room = base->vector_count;
}

void table_open(struct load *load, enum table_id table, size_t more_rows)
{
	struct table_build *build = &load->tables[table];
	const struct table *base = load->base ? &load->base->tables[table] : NULL;

	if (!build->open) {
		build->open = true;
		if (base)
			open_lists(load, build, base);
		open_columns(load, build, base);
		if (more_rows > rows_reserved_max)
			more_rows = rows_reserved_max;
		hash_index_init(&build->ids, load->arena, build->count + more_rows);
		hash_index_init(&build->codes, load->arena, 0);
		for (uint32_t row = 0; row < build->count; row++)
			hash_index_add(&build->ids, str_hash(build->materials[row].id), row);
	}
	if (more_rows > rows_reserved_max)
		more_rows = rows_reserved_max;
	build->room = build->count + more_rows;
}

uint32_t table_find_id(const struct table_build *table, struct str id)
{
	const uint64_t hash = str_hash(id);
	size_t cursor = 0;
	uint32_t row;

	while (hash_index_next(&table->ids, hash, &cursor, &row))
		if (str_equal(table->materials[row].id, id))
			return row;
	return DB_NO_ROW;
}

/* The table that has the material; TABLE_COUNT if none does. */
enum table_id load_find_material(const struct load *load, struct str id, uint32_t *row)
{
	int table = 0;

	for (; table < TABLE_COUNT; table++) {
		*row = table == TABLE_CLASSES ? DB_NO_ROW : table_find_id(&load->tables[table], id);
		if (*row != DB_NO_ROW)
			break;
	}
	return (enum table_id)table;
}

uint32_t table_add_row(struct load *load, struct table_build *table, struct str id)
{
	const uint32_t row = (uint32_t)table->count;

	if (table->count >= table->material_room) {
		struct material *wider;

		if (table->count >= table->room)
			table->room = 2 * table->count + 8;
		wider = ARENA_NEW(load->arena, table->room, struct material);
		if (table->count > 0)
			memcpy(wider, table->materials, table->count * sizeof *wider);
		table->materials = wider;
		table->material_room = table->room;
	}
	table->materials[row] = (struct material){
	    .id = id,
	    .name = id,
	    .origin = load->origin,
	};
	hash_index_add(&table->ids, str_hash(id), row);
	table->count++;
	return row;
}

/* Decimals of values that were not read from text. */
enum { DECIMALS_UNKNOWN = INT8_MAX };

static void make_room(struct load *load, const struct table_build *table,
		      struct column_build *column, size_t row)
{
	const size_t room = row < table->room ? table->room : 2 * row + 8;
	double *values = ARENA_NEW(load->arena, room, double);

	if (column->count > 0)
		memcpy(values, column->values, column->count * sizeof *values);
	if (load->has_ledger) {
		signed char *decimals = ARENA_NEW(load->arena, room, signed char);

		memset(decimals, DECIMALS_UNKNOWN, room);
		if (column->decimals)
			memcpy(decimals, column->decimals, column->room);
		column->decimals = decimals;
	}
	column->values = values;
	column->room = room;
}

void column_put(struct load *load, struct table_build *table, size_t property, size_t row,
		double value, int decimals)
{
	struct column_build *column = &table->columns[property];

	if (row >= column->room)
		make_room(load, table, column, row);
	while (column->count < row)
		column->values[column->count++] = DB_UNKNOWN;
	if (row == column->count)
		column->count++;
	column->values[row] = value;
	if (column->decimals)
		column->decimals[row] = (signed char)decimals;
}

double column_get(const struct table_build *table, size_t property, size_t row)
{
	const struct column_build *column = &table->columns[property];

	return row < column->count ? column->values[row] : DB_UNKNOWN;
}

void column_note(struct load *load, struct column_build *column, struct cell_note note)
{
	column->notes = arena_extend(load->arena, column->notes, column->note_count,
				     &column->note_room, sizeof *column->notes);
	column->notes[column->note_count++] = note;
}

/* A note and when it was made. */
struct ordered_note {
	struct cell_note note;
	size_t order;
};

static int compare_notes(const void *a, const void *b)
{
	const struct ordered_note *x = a;
	const struct ordered_note *y = b;

	if (x->note.row != y->note.row)
		return x->note.row < y->note.row ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool notes_are_settled(const struct column_build *column)
{
	for (size_t i = 0; i < column->note_count; i++)
		if (column->notes[i].kind == NOTE_DROPPED ||
		    (i > 0 && column->notes[i].row <= column->notes[i - 1].row))
			return false;
	return true;
}

void notes_settle(struct load *load, struct column_build *column)
{
	const size_t count = column->note_count;
	struct ordered_note *sorted;

	if (notes_are_settled(column))
		return;
	sorted = ARENA_NEW(load->scratch, count, struct ordered_note);
	for (size_t i = 0; i < count; i++)
		sorted[i] = (struct ordered_note){column->notes[i], i};
	qsort(sorted, count, sizeof *sorted, compare_notes);
	column->note_count = 0;
	for (size_t i = 0; i < count; i++) {
		const bool last = i + 1 == count || sorted[i + 1].note.row != sorted[i].note.row;

		if (last && sorted[i].note.kind != NOTE_DROPPED)
			column->notes[column->note_count++] = sorted[i].note;
	}
}

static int compare_row(const void *key, const void *note)
{
	const uint32_t row = *(const uint32_t *)key;
	const struct cell_note *n = note;

	return row < n->row ? -1 : row > n->row;
}

const struct cell_note *column_find_note(const struct column_build *column, size_t row)
{
	const uint32_t key = (uint32_t)row;

	if (column->note_count == 0)
		return NULL;
	return bsearch(&key, column->notes, column->note_count, sizeof *column->notes, compare_row);
}

size_t table_add_text(struct load *load, struct table_build *table, struct str text)
{
	table->texts = arena_extend(load->arena, table->texts, table->text_count, &table->text_room,
				    sizeof *table->texts);
	table->texts[table->text_count] = text;
	return table->text_count++;
}

size_t table_add_codes(struct load *load, struct table_build *table, struct str cell)
{
	const uint64_t hash = str_hash(cell);
	size_t cursor = 0;
	uint32_t at;
	size_t made;

	/* Many materials have the same codes. */
	while (hash_index_next(&table->codes, hash, &cursor, &at))
		if (str_equal(table->code_cells[at], cell))
			return table->base_codes + at;
	made = table->code_count - table->base_codes;
	table->code_cells = arena_extend(load->arena, table->code_cells, made,
					 &table->code_cell_room, sizeof *table->code_cells);
	table->code_cells[made] = load_keep(load, cell);
	hash_index_add(&table->codes, hash, (uint32_t)made);
	table->code_lists = arena_extend(load->arena, table->code_lists, table->code_count,
					 &table->code_room, sizeof *table->code_lists);
	table->code_lists[table->code_count] = load_split(load, cell);
	return table->code_count++;
}

void table_drop_vectors(struct table_build *table, size_t row)
{
	size_t kept = 0;

	for (size_t i = 0; i < table->vector_count; i++)
		if (table->vectors[i].row != row)
			table->vectors[kept++] = table->vectors[i];
	table->vector_count = kept;
}

static const struct column *finish_columns(struct load *load, enum table_id table)
{
	struct column *columns = ARENA_NEW(load->arena, load->properties.count, struct column);

	for (size_t i = 0; i < load->properties.count; i++) {
		struct column_build *build = &load->tables[table].columns[i];

		notes_settle(load, build);
		/* To the end where there is room anyway; a base's column stays as it is. */
		while (build->count > 0 && build->count < load->tables[table].count &&
		       build->count < build->room)
			build->values[build->count++] = DB_UNKNOWN;
		columns[i] = (struct column){
		    .values = build->values,
		    .count = build->count,
		    .notes = build->notes,
		    .note_count = build->note_count,
		    .kind = table_infos[table].kind,
		};
	}
	return columns;
}

/* Nothing was written: the base's table, with empty columns for properties that it lacks. */
static struct table share_table(struct load *load, enum table_id table)
{
	struct table shared = load->base->tables[table];
	struct column *columns;

	if (load->properties.count == load->base->properties.count)
		return shared;
	columns = ARENA_NEW(load->arena, load->properties.count, struct column);
	memcpy(columns, shared.columns, load->base->properties.count * sizeof *columns);
	for (size_t i = load->base->properties.count; i < load->properties.count; i++)
		columns[i].kind = table_infos[table].kind;
	shared.columns = columns;
	return shared;
}

struct table table_finish(struct load *load, enum table_id table)
{
	const struct table_build *build = &load->tables[table];

	if (!build->open && load->base)
		return share_table(load, table);
	if (!build->open)
		table_open(load, table, 0);
	return (struct table){
	    .count = build->count,
	    .materials = build->materials,
	    .columns = finish_columns(load, table),
	    .texts = build->texts,
	    .text_count = build->text_count,
	    .code_lists = build->code_lists,
	    .code_list_count = build->code_count,
	    .vectors = build->vectors,
	    .vector_count = build->vector_count,
	};
}
