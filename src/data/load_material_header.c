/* SPDX-License-Identifier: MIT */
/* Which column of a table of materials is what. */
#include "data/load_material.h"

/* A key of the table and what a column with it is. */
struct candidate {
	struct str key;
	struct material_column column;
};

struct candidates {
	struct candidate *items;
	size_t count;
};

/* "donor_number_low" */
static struct str with_suffix(struct arena *arena, const char *key, const char *suffix)
{
	struct text text;

	text_init(&text, arena);
	text_addf(&text, "%s%s", key, suffix);
	return text_str(&text);
}

static void add_candidate(struct candidates *all, struct str key, enum material_target target,
			  size_t property)
{
	all->items[all->count++] = (struct candidate){key, {target, property, NULL}};
}

static void add_identities(struct candidates *all, enum table_id table)
{
	static const enum material_target targets[IDENTITY_COUNT] = {
	    [IDENTITY_ID] = TARGET_ID,           [IDENTITY_NAME] = TARGET_NAME,
	    [IDENTITY_ALIASES] = TARGET_ALIASES, [IDENTITY_CAS] = TARGET_CAS,
	    [IDENTITY_FORMULA] = TARGET_FORMULA,
	};

	add_candidate(all, str_from(table_infos[table].id_key), TARGET_ID, SIZE_MAX);
	for (int i = IDENTITY_ID + 1; i < IDENTITY_COUNT && table != TABLE_CLASSES; i++)
		add_candidate(all, str_from(identity_infos[i].key), targets[i], SIZE_MAX);
}

/* Everything that a column may be; the intervals last, so that "did you mean" prefers values. */
static struct candidates list_candidates(struct load *load, enum table_id table)
{
	struct candidates all = {
	    ARENA_NEW(load->scratch, IDENTITY_COUNT + 3 * load->properties.count, struct candidate),
	    0};

	add_identities(&all, table);
	for (size_t i = 0; i < load->properties.count; i++)
		if (prop_in_table(&load->properties.rows[i], table))
			add_candidate(&all, str_from(load->properties.rows[i].key), TARGET_VALUE,
				      i);
	for (size_t i = 0; i < load->properties.count; i++) {
		const struct property *rule = &load->properties.rows[i];

		if (rule->kind != PROP_NUMBER || !prop_in_table(rule, table))
			continue;
		add_candidate(&all, with_suffix(load->scratch, rule->key, "_low"), TARGET_LOW, i);
		add_candidate(&all, with_suffix(load->scratch, rule->key, "_high"), TARGET_HIGH, i);
	}
	return all;
}

static const struct candidate *find_candidate(const struct candidates *all, struct str key,
					      int *fit)
{
	const struct candidate *best = NULL;

	*fit = 0;
	for (size_t i = 0; i < all->count; i++) {
		/* Keys are terminated: literals, or made by text_init(). */
		const int fits = header_fits(key, all->items[i].key.at);

		if (fits > *fit) {
			*fit = fits;
			best = &all->items[i];
		}
	}
	return best;
}

static void report_unknown(struct load *load, const struct csv_cell *cell, struct str key,
			   const struct candidates *all)
{
	struct str *keys = ARENA_NEW(load->scratch, all->count, struct str);

	for (size_t i = 0; i < all->count; i++)
		keys[i] = all->items[i].key;
	header_report_unknown(load, cell, key, keys, all->count);
}

static bool stands_before(const struct material_column *columns, size_t count,
			  const struct material_column *column)
{
	for (size_t i = 0; i < count; i++)
		if (columns[i].target == column->target && columns[i].property == column->property)
			return true;
	return false;
}

static struct material_column map_cell(struct load *load, const struct candidates *all,
				       const struct csv_cell *cell,
				       const struct material_column *before, size_t count)
{
	const struct material_column ignored = {TARGET_IGNORED, SIZE_MAX, NULL};
	const struct candidate *found;
	struct material_column column;
	const struct property *rule;
	struct str key;
	struct str unit;
	int fit;

	header_split(cell->text, &key, &unit);
	found = find_candidate(all, key, &fit);
	if (!found) {
		report_unknown(load, cell, key, all);
		return ignored;
	}
	if (fit < 2)
		DIAG_REPORT(load->sink, COLUMN_SPELLING, cell_place(load, cell), STR_ARGS(key),
			    found->key.at);
	column = found->column;
	if (stands_before(before, count, &column)) {
		DIAG_REPORT(load->sink, COLUMN_DUPLICATE, cell_place(load, cell), STR_ARGS(key));
		return ignored;
	}
	rule = column.property == SIZE_MAX ? NULL : &load->properties.rows[column.property];
	if (!header_read_unit(load, cell, unit, found->key.at, rule ? rule->unit : "",
			      &column.unit))
		return ignored;
	return column;
}

static bool has_target(const struct material_column *columns, size_t count,
		       enum material_target target, size_t *at)
{
	for (size_t i = 0; i < count; i++)
		if (columns[i].target == target) {
			*at = i;
			return true;
		}
	*at = SIZE_MAX;
	return false;
}

/* Pairs the low and high columns of a property. */
static void collect_intervals(struct material_reader *reader)
{
	for (size_t i = 0; i < reader->count; i++) {
		const struct material_column *column = &reader->columns[i];
		struct material_interval *interval = reader->intervals;
		const struct material_interval *end = interval + reader->interval_count;

		if (column->target != TARGET_LOW && column->target != TARGET_HIGH)
			continue;
		while (interval != end && interval->property != column->property)
			interval++;
		if (interval == end) {
			*interval =
			    (struct material_interval){column->property, SIZE_MAX, SIZE_MAX};
			reader->interval_count++;
		}
		if (column->target == TARGET_LOW)
			interval->low = i;
		else
			interval->high = i;
	}
}

struct material_reader *material_reader_new(struct load *load, enum table_id table,
					    const struct csv_row *header, size_t rows)
{
	struct material_reader *reader = ARENA_NEW(load->scratch, 1, struct material_reader);
	const struct candidates all = list_candidates(load, table);

	table_open(load, TABLE_CLASSES, 0); /* classes of solvents are looked up there */
	table_open(load, table, rows);
	*reader = (struct material_reader){
	    .load = load,
	    .table = table,
	    .build = &load->tables[table],
	    .columns = ARENA_NEW(load->scratch, header->count, struct material_column),
	    .count = header->count,
	    .intervals = ARENA_NEW(load->scratch, header->count, struct material_interval),
	    .old_count = load->tables[table].count,
	};
	for (size_t i = 0; i < header->count; i++)
		reader->columns[i] = map_cell(load, &all, &header->cells[i], reader->columns, i);
	collect_intervals(reader);
	if (!has_target(reader->columns, reader->count, TARGET_ID, &reader->id) &&
	    !has_target(reader->columns, reader->count, TARGET_NAME, &reader->name)) {
		DIAG_REPORT(load->sink, COLUMN_MISSING,
			    ((struct place){load->source, header->offset, 0}),
			    table_infos[table].id_key);
		return NULL;
	}
	material_reader_index_names(reader);
	return reader;
}
