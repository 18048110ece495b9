/* SPDX-License-Identifier: MIT */
/*
 * The ledger into the tables: how each cell is known, and the interval that competing values leave.
 * Alternative values widen the typical uncertainty of single numbers; competing vectors (Hansen
 * parameters) are kept as wholes, because a mixed triple is nobody's.
 */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "data/load_parts.h"

/* The lines of one cell. */
struct cell_lines {
	struct load *load;
	const struct ledger_line *lines;
	size_t count;
	enum table_id table;
	uint32_t row;
	size_t property;
	const struct property *rule;
};

/* The table that has the material; TABLE_COUNT if none does. */
static enum table_id find_material(const struct load *load, struct str id, uint32_t *row)
{
	int table = 0;

	for (; table < TABLE_COUNT; table++) {
		*row = table == TABLE_CLASSES ? DB_NO_ROW
					      : table_find_id(&load->tables[table], id);
		if (*row != DB_NO_ROW)
			break;
	}
	return (enum table_id)table;
}

static bool is_identity(struct str key)
{
	for (int i = 0; i < IDENTITY_COUNT; i++)
		if (str_is(key, identity_infos[i].key))
			return true;
	return false;
}

static void report_property(struct load *load, const struct ledger_line *line,
			    enum table_id table)
{
	struct str *keys = ARENA_NEW(load->scratch, load->properties.count, struct str);
	size_t count = 0;
	size_t nearest;

	DIAG_REPORT(load->sink, LEDGER_PROPERTY, line->place, STR_ARGS(line->property),
		    table_infos[table].key);
	for (size_t i = 0; i < load->properties.count; i++)
		if (prop_in_table(&load->properties.rows[i], table))
			keys[count++] = str_from(load->properties.rows[i].key);
	nearest = str_nearest(line->property, keys, count);
	if (nearest != SIZE_MAX)
		diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(keys[nearest]));
}

/* Comparing a word with more ids than this takes too long for a hint. */
enum { SUGGEST_FROM_MAX = 10000 };

static void report_material(struct load *load, const struct ledger_line *line)
{
	size_t total = 0;
	size_t count = 0;
	struct str *ids;
	size_t nearest;

	DIAG_REPORT(load->sink, LEDGER_MATERIAL, line->place, STR_ARGS(line->material));
	for (int t = 0; t < TABLE_CLASSES; t++)
		total += load->tables[t].count;
	if (!load->sink->last_kept || total > SUGGEST_FROM_MAX)
		return;
	ids = ARENA_NEW(load->scratch, total, struct str);
	for (int t = 0; t < TABLE_CLASSES; t++)
		for (size_t row = 0; row < load->tables[t].count; row++)
			ids[count++] = load->tables[t].materials[row].id;
	nearest = str_nearest(line->material, ids, count);
	if (nearest != SIZE_MAX)
		diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(ids[nearest]));
}

/* false if the lines are of no cell (reported), or of the identity, which is not folded. */
static bool find_cell(struct cell_lines *cell)
{
	struct load *load = cell->load;
	const struct ledger_line *line = &cell->lines[0];

	cell->table = find_material(load, line->material, &cell->row);
	if (cell->table == TABLE_COUNT) {
		report_material(load, line);
		return false;
	}
	if (is_identity(line->property))
		return false;
	cell->property = prop_find(&load->properties, cell->table, line->property);
	if (cell->property == SIZE_MAX) {
		report_property(load, line, cell->table);
		return false;
	}
	cell->rule = &load->properties.rows[cell->property];
	return true;
}

/* The preferred line, or NULL; further ones are reported. */
static const struct ledger_line *find_preferred(const struct cell_lines *cell)
{
	const struct ledger_line *preferred = NULL;

	for (size_t i = 0; i < cell->count; i++) {
		const struct ledger_line *line = &cell->lines[i];

		if (line->status != LEDGER_PREFERRED)
			continue;
		if (preferred)
			DIAG_REPORT(cell->load->sink, LEDGER_TWICE, line->place,
				    STR_ARGS(line->material), STR_ARGS(line->property));
		else
			preferred = line;
	}
	return preferred;
}

static bool same_codes(struct str_list codes, struct str text)
{
	struct str item;
	size_t i = 0;

	while (str_next(&text, ';', &item)) {
		if (item.length == 0)
			continue;
		if (i == codes.count || !str_equal(codes.at[i], item))
			return false;
		i++;
	}
	return i == codes.count;
}

/* Half a unit of the last digit that the table shows. */
static double table_tolerance(const struct cell_lines *cell, double value)
{
	const struct column_build *column =
	    &cell->load->tables[cell->table].columns[cell->property];
	const bool written = column->decimals && column->decimals[cell->row] != INT8_MAX;
	char buffer[NUMBER_TEXT_MAX];
	const int decimals = written ? column->decimals[cell->row]
				     : cell_decimals(number_write(buffer, value));

	/* A little more, for 110.65 is no double. */
	return 0.5 * pow(10, -decimals) * (1 + 1e-9) + 1e-12 * fabs(value);
}

/* What the table has, as a word; for messages and for what is no number. */
static struct str table_word(const struct cell_lines *cell, double value)
{
	const struct table_build *build = &cell->load->tables[cell->table];

	if (isnan(value))
		return STR_LITERAL("empty");
	if (isinf(value))
		return STR_LITERAL("none");
	switch (cell->rule->kind) {
	case PROP_CHOICE:
		return str_from(cell->rule->words[(size_t)value]);
	case PROP_FLAG:
		return value > 0 ? STR_LITERAL("yes") : STR_LITERAL("no");
	case PROP_CLASS:
		return cell->load->tables[TABLE_CLASSES].materials[(size_t)value].id;
	case PROP_TEXT:
		return build->texts[(size_t)value];
	case PROP_NUMBER:
	case PROP_CODES:
		break;
	}
	return (struct str){NULL, 0};
}

static bool agrees(const struct cell_lines *cell, const struct ledger_line *preferred,
		   double value)
{
	const struct table_build *build = &cell->load->tables[cell->table];

	if (isnan(value))
		return preferred->value_text.length == 0;
	if (isinf(value) || cell->rule->kind == PROP_CHOICE || cell->rule->kind == PROP_FLAG ||
	    cell->rule->kind == PROP_CLASS || cell->rule->kind == PROP_TEXT)
		return str_equal(table_word(cell, value), preferred->value_text);
	if (cell->rule->kind == PROP_CODES)
		return same_codes(build->code_lists[(size_t)value], preferred->value_text);
	return fabs(value - preferred->value) <= table_tolerance(cell, value);
}

static void report_value(const struct cell_lines *cell, const struct ledger_line *preferred,
			 double value)
{
	char buffer[NUMBER_TEXT_MAX];
	struct str table = table_word(cell, value);

	if (isfinite(value) && cell->rule->kind == PROP_NUMBER)
		table = number_write(buffer, value);
	DIAG_REPORT(cell->load->sink, LEDGER_VALUE, preferred->place,
		    STR_ARGS(preferred->value_text), STR_ARGS(preferred->material),
		    STR_ARGS(preferred->property),
		    table.length > 0 ? str_copy(cell->load->scratch, table).at : "other codes");
}

/* The interval of the cell as it stands: by its note, else by the property. */
static struct num start_interval(const struct cell_lines *cell, const struct cell_note *note,
				 double value)
{
	struct num n = prop_typical(cell->rule, value, (enum num_kind)note->kind);

	if (!isnan(note->low))
		n.low = note->low;
	if (!isnan(note->high))
		n.high = note->high;
	return n;
}

static void widen(const struct cell_lines *cell, struct cell_note *note, double value)
{
	const struct num start = start_interval(cell, note, value);
	double low = start.low;
	double high = start.high;

	for (size_t i = 0; i < cell->count; i++) {
		const struct ledger_line *line = &cell->lines[i];

		if (line->status != LEDGER_ALTERNATIVE || !isfinite(line->value))
			continue;
		low = fmin(low, line->value);
		high = fmax(high, line->value);
	}
	if (low < start.low)
		note->low = low;
	if (high > start.high)
		note->high = high;
}

static void fold_cell(struct cell_lines *cell)
{
	struct load *load = cell->load;
	struct table_build *build = &load->tables[cell->table];
	struct column_build *column = &build->columns[cell->property];
	const double value = column_get(build, cell->property, cell->row);
	const struct ledger_line *preferred = find_preferred(cell);
	const struct cell_note *old = column_find_note(column, cell->row);
	struct cell_note note = {cell->row, (uint8_t)table_infos[cell->table].kind, DB_UNKNOWN,
				 DB_UNKNOWN};

	if (preferred && !agrees(cell, preferred, value)) {
		report_value(cell, preferred, value);
		return;
	}
	if (isnan(value))
		return;
	if (old)
		note = *old;
	if (preferred) {
		note.kind = (uint8_t)preferred->kind;
		if (isfinite(preferred->low))
			note.low = fmin(preferred->low, value);
		if (isfinite(preferred->high))
			note.high = fmax(preferred->high, value);
	}
	if (cell->rule->kind == PROP_NUMBER && !cell->rule->group && isfinite(value))
		widen(cell, &note, value);
	/* The settled notes stay as they are until all cells are folded. */
	column_note(load, &load->tables[cell->table].folded[cell->property], note);
}

enum { AXES = 3 };

/* Lines of one source that make a competing vector. */
struct triple {
	const struct ledger_line *axes[AXES];
};

struct triples {
	struct triple *items;
	size_t count;
	size_t room;
};

static struct triple *triple_for(struct load *load, struct triples *triples, struct str source,
				 int axis)
{
	for (size_t i = 0; i < triples->count; i++) {
		struct triple *triple = &triples->items[i];
		const struct ledger_line *any = triple->axes[0]	  ? triple->axes[0]
						: triple->axes[1] ? triple->axes[1]
								  : triple->axes[2];

		if (!triple->axes[axis] && str_equal(any->source, source))
			return triple;
	}
	triples->items = arena_extend(load->scratch, triples->items, triples->count,
				      &triples->room, sizeof *triples->items);
	triples->items[triples->count] = (struct triple){{NULL, NULL, NULL}};
	return &triples->items[triples->count++];
}

static void add_vector(struct load *load, struct table_build *build, uint32_t row,
		       const struct triple *triple)
{
	struct vector_note note = {.row = row, .kind = NUM_MEASURED};

	for (int i = 0; i < AXES; i++) {
		note.at[i] = triple->axes[i]->value;
		note.kind = (uint8_t)num_weaker_kind((enum num_kind)note.kind,
						     triple->axes[i]->kind);
	}
	build->vectors = arena_extend(load->arena, build->vectors, build->vector_count,
				      &build->vector_room, sizeof *build->vectors);
	build->vectors[build->vector_count++] = note;
}

static void report_incomplete(struct load *load, const struct triple *triple, const char *group)
{
	for (int i = 0; i < AXES; i++)
		if (triple->axes[i]) {
			DIAG_REPORT(load->sink, LEDGER_VECTOR, triple->axes[i]->place, group,
				    STR_ARGS(triple->axes[i]->material));
			return;
		}
}

/* The competing vectors of one material; its lines are sorted by property, then as in the file. */
static void fold_vectors(struct load *load, const struct ledger_line *lines, size_t count)
{
	struct triples triples = {NULL, 0, 0};
	const char *group = NULL;
	uint32_t row;
	const enum table_id table = find_material(load, lines[0].material, &row);

	if (table == TABLE_COUNT)
		return;
	for (size_t i = 0; i < count; i++) {
		const size_t property =
		    prop_find(&load->properties, table, lines[i].property);
		const struct property *rule =
		    property == SIZE_MAX ? NULL : &load->properties.rows[property];

		if (!rule || !rule->group || lines[i].status != LEDGER_ALTERNATIVE ||
		    !isfinite(lines[i].value))
			continue;
		group = rule->group;
		triple_for(load, &triples, lines[i].source, rule->axis)->axes[rule->axis] =
		    &lines[i];
	}
	for (size_t i = 0; i < triples.count; i++) {
		const struct triple *triple = &triples.items[i];

		if (triple->axes[0] && triple->axes[1] && triple->axes[2])
			add_vector(load, &load->tables[table], row, triple);
		else
			report_incomplete(load, triple, group);
	}
}

/* A vector and its place among the others, because qsort() is not stable. */
struct ordered_vector {
	struct vector_note note;
	size_t order;
};

static int compare_vectors(const void *a, const void *b)
{
	const struct ordered_vector *x = a;
	const struct ordered_vector *y = b;

	if (x->note.row != y->note.row)
		return x->note.row < y->note.row ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void sort_vectors(struct load *load, struct table_build *build)
{
	struct ordered_vector *sorted =
	    ARENA_NEW(load->scratch, build->vector_count, struct ordered_vector);

	for (size_t i = 0; i < build->vector_count; i++)
		sorted[i] = (struct ordered_vector){build->vectors[i], i};
	qsort(sorted, build->vector_count, sizeof *sorted, compare_vectors);
	for (size_t i = 0; i < build->vector_count; i++)
		build->vectors[i] = sorted[i].note;
}

static size_t count_same(const struct ledger_line *lines, size_t count, bool property)
{
	size_t same = 1;

	while (same < count && str_equal(lines[same].material, lines[0].material) &&
	       (!property || str_equal(lines[same].property, lines[0].property)))
		same++;
	return same;
}

static void settle_folded(struct load *load, struct table_build *build)
{
	for (size_t i = 0; i < load->properties.count; i++) {
		const struct column_build *folded = &build->folded[i];

		for (size_t k = 0; k < folded->note_count; k++)
			column_note(load, &build->columns[i], folded->notes[k]);
		notes_settle(load, &build->columns[i]);
	}
	sort_vectors(load, build);
}

void ledger_fold(struct load *load)
{
	const struct ledger_line *lines = load->lines;
	size_t same;

	if (load->line_count == 0)
		return;
	ledger_sort(load->lines, load->line_count, load->scratch);
	for (int t = 0; t < TABLE_COUNT; t++) {
		table_open(load, (enum table_id)t, 0);
		load->tables[t].folded =
		    ARENA_NEW(load->scratch, load->properties.count, struct column_build);
		for (size_t i = 0; i < load->properties.count; i++)
			notes_settle(load, &load->tables[t].columns[i]);
	}
	for (size_t i = 0; i < load->line_count; i += same) {
		struct cell_lines cell = {.load = load, .lines = lines + i};

		same = cell.count = count_same(lines + i, load->line_count - i, true);
		if (find_cell(&cell))
			fold_cell(&cell);
	}
	for (size_t i = 0; i < load->line_count; i += same) {
		same = count_same(lines + i, load->line_count - i, false);
		fold_vectors(load, lines + i, same);
	}
	for (int t = 0; t < TABLE_COUNT; t++)
		settle_folded(load, &load->tables[t]);
}
