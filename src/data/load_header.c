/* SPDX-License-Identifier: MIT */
/* Header rows: what the columns are, and of which table they are. */
#include <string.h>

#include "data/load_parts.h"

/* Base names in the order in which a folder is read and hashed. */
const char *const data_folder_files[] = {
    "classes.csv", "solvents.csv",   "binders.csv",  "electrolytes.csv", "salts.csv", "values.csv",
    "sources.csv", "solubility.csv", "exposure.csv", "systems.csv",      NULL};

void header_split(struct str cell, struct str *key, struct str *unit)
{
	size_t open = 0;

	cell = str_trim(cell);
	*unit = (struct str){NULL, 0};
	*key = cell;
	if (cell.length == 0 || cell.at[cell.length - 1] != ']')
		return;
	while (cell.at[open] != '[' && open + 1 < cell.length)
		open++;
	if (cell.at[open] != '[')
		return;
	*key = str_trim(str_part(cell, 0, open));
	*unit = str_trim(str_part(cell, open + 1, cell.length - open - 2));
}

/* Blanks and dashes are as good as underscores. */
static char plain_char(char c)
{
	return c == ' ' || c == '-' ? '_' : ascii_to_lower(c);
}

int header_fits(struct str written, const char *key)
{
	if (str_is(written, key))
		return 2;
	for (size_t i = 0; i < written.length; i++)
		if (plain_char(written.at[i]) != key[i] || key[i] == '\0')
			return 0;
	return key[written.length] == '\0';
}

void header_report_unknown(struct load *load, const struct csv_cell *cell, struct str key,
			   const struct str *candidates, size_t count)
{
	const size_t nearest = str_nearest(key, candidates, count);

	if (key.length == 0) {
		DIAG_REPORT(load->sink, COLUMN_UNKNOWN, cell_place(load, cell),
			    STR_ARGS(STR_LITERAL("without a name")));
		diag_hint(load->sink, "a separator too many makes an empty column");
		return;
	}
	DIAG_REPORT(load->sink, COLUMN_UNKNOWN, cell_place(load, cell), STR_ARGS(key));
	if (nearest != SIZE_MAX)
		diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(candidates[nearest]));
}

bool header_read_unit(struct load *load, const struct csv_cell *cell, struct str written,
		      const char *key, const char *canonical, const struct unit **unit)
{
	const struct unit *found = unit_find(written);
	double converted;

	*unit = NULL;
	if (written.at == NULL || str_is(written, canonical))
		return true;
	if (!found) {
		DIAG_REPORT(load->sink, UNIT_UNKNOWN, cell_place(load, cell), STR_ARGS(written),
			    key);
		return false;
	}
	if (!unit_convert(found, canonical, 1, &converted)) {
		DIAG_REPORT(load->sink, UNIT_MISMATCH, cell_place(load, cell), STR_ARGS(written),
			    key, *canonical ? canonical : "it has none");
		return false;
	}
	if (!str_is(str_from(found->symbol), canonical))
		*unit = found;
	return true;
}

/* The best fitting column, or SIZE_MAX. */
static size_t find_plain(const struct plain_column *columns, size_t count, struct str key, int *fit)
{
	size_t best = SIZE_MAX;

	*fit = 0;
	for (size_t i = 0; i < count; i++) {
		const int fits = header_fits(key, columns[i].key);

		if (fits > *fit) {
			*fit = fits;
			best = i;
		}
	}
	return best;
}

static void report_unknown_plain(struct load *load, const struct csv_cell *cell, struct str key,
				 const struct plain_column *columns, size_t count)
{
	struct str *names = ARENA_NEW(load->scratch, count, struct str);

	for (size_t i = 0; i < count; i++)
		names[i] = str_from(columns[i].key);
	header_report_unknown(load, cell, key, names, count);
}

static void map_plain_cell(struct load *load, const struct csv_row *row, size_t at,
			   const struct plain_column *columns, size_t count,
			   struct plain_place *places)
{
	const struct csv_cell *cell = &row->cells[at];
	struct str key;
	struct str unit;
	int fit;
	size_t found;

	header_split(cell->text, &key, &unit);
	found = find_plain(columns, count, key, &fit);
	if (found == SIZE_MAX) {
		report_unknown_plain(load, cell, key, columns, count);
		return;
	}
	if (fit < 2)
		DIAG_REPORT(load->sink, COLUMN_SPELLING, cell_place(load, cell), STR_ARGS(key),
			    columns[found].key);
	if (places[found].column != SIZE_MAX)
		DIAG_REPORT(load->sink, COLUMN_DUPLICATE, cell_place(load, cell), STR_ARGS(key));
	else if (header_read_unit(load, cell, unit, columns[found].key, columns[found].unit,
				  &places[found].unit))
		places[found].column = at;
}

bool header_map_plain(struct load *load, const struct csv_row *row,
		      const struct plain_column *columns, size_t count, struct plain_place *places)
{
	const struct place place = {load->source, row->offset, 0};
	bool complete = true;

	for (size_t i = 0; i < count; i++)
		places[i] = (struct plain_place){SIZE_MAX, NULL};
	for (size_t i = 0; i < row->count; i++)
		map_plain_cell(load, row, i, columns, count, places);
	for (size_t i = 0; i < count; i++)
		if (columns[i].required && places[i].column == SIZE_MAX) {
			DIAG_REPORT(load->sink, COLUMN_MISSING, place, columns[i].key);
			complete = false;
		}
	return complete;
}

static bool has_column(const struct str *columns, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++) {
		struct str name;
		struct str unit;

		header_split(columns[i], &name, &unit);
		if (header_fits(name, key))
			return true;
	}
	return false;
}

/* How many properties of the table the header has, and whether it has them all. */
static size_t count_properties(const struct prop_set *set, const struct str *columns, size_t count,
			       enum table_id table, bool *all)
{
	size_t found = 0;

	*all = true;
	for (size_t i = 0; i < set->count; i++) {
		if (!prop_in_table(&set->rows[i], table))
			continue;
		if (has_column(columns, count, set->rows[i].key))
			found++;
		else
			*all = false;
	}
	return found;
}

/*
 * The table whose properties the header has most of. Of equals the one that it covers whole
 * (salts have a class and a molar mass, but solvents do, too), else the first.
 */
static struct file_type recognise_material(const struct prop_set *set, const struct str *columns,
					   size_t count)
{
	struct file_type best = {FILE_UNKNOWN, 0};
	size_t most = 0;
	bool best_all = false;

	for (unsigned t = 0; t < TABLE_COUNT; t++) {
		bool all;
		const size_t found = count_properties(set, columns, count, (enum table_id)t, &all);

		if (t == TABLE_CLASSES)
			continue;
		if (found > most || (found == most && found > 0 && all && !best_all)) {
			best = (struct file_type){FILE_MATERIALS, t};
			most = found;
			best_all = all;
		}
	}
	return best;
}

/* A row of facts says about whom, and what came of it. */
static bool is_fact_file(const struct str *columns, size_t count, enum fact_kind kind)
{
	const struct fact_file *file = &fact_files[kind];

	for (size_t i = 0; i < file->column_count; i++) {
		const struct fact_column *column = &file->columns[i];

		if (column->required && column->kind != FACT_GRADE &&
		    !has_column(columns, count, column->key))
			return false;
	}
	return true;
}

struct file_type file_recognise(const struct prop_set *set, const struct str *columns, size_t count)
{
	const bool named = has_column(columns, count, "id") || has_column(columns, count, "name");

	if (has_column(columns, count, "material") && has_column(columns, count, "property"))
		return (struct file_type){FILE_LEDGER, 0};
	if (has_column(columns, count, "citation"))
		return (struct file_type){FILE_SOURCES, 0};
	/* Systems first: they may have all that an exposure must have. */
	for (unsigned kind = FACT_KIND_COUNT; kind-- > 0;)
		if (is_fact_file(columns, count, (enum fact_kind)kind))
			return (struct file_type){FILE_FACTS, kind};
	if (!named && has_column(columns, count, "class"))
		return (struct file_type){FILE_MATERIALS, TABLE_CLASSES};
	return named ? recognise_material(set, columns, count)
		     : (struct file_type){FILE_UNKNOWN, 0};
}

struct file_type file_type_named(struct str key)
{
	for (unsigned t = 0; t < TABLE_COUNT; t++)
		if (str_is(key, table_infos[t].key))
			return (struct file_type){FILE_MATERIALS, t};
	for (unsigned kind = 0; kind < FACT_KIND_COUNT; kind++)
		if (str_is(key, fact_files[kind].key))
			return (struct file_type){FILE_FACTS, kind};
	if (str_is(key, "values"))
		return (struct file_type){FILE_LEDGER, 0};
	if (str_is(key, "sources"))
		return (struct file_type){FILE_SOURCES, 0};
	return (struct file_type){FILE_UNKNOWN, 0};
}
