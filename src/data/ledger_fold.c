/* SPDX-License-Identifier: MIT */
/*
 * The ledger into the tables: how each cell is known, and the interval that competing values leave.
 * Alternative values widen the typical uncertainty of single numbers; competing vectors are kept as
 * wholes (ledger_vector.c).
 */
#include <math.h>

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

static bool is_identity(struct str key)
{
	for (int i = 0; i < IDENTITY_COUNT; i++)
		if (str_is(key, identity_infos[i].key))
			return true;
	return false;
}

static void report_property(struct load *load, const struct ledger_line *line, enum table_id table)
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

	cell->table = load_find_material(load, line->material, &cell->row);
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

/*
 * The preferred line, or NULL; further ones are reported, but for codes, each of which may have a
 * line and a source of its own.
 */
static const struct ledger_line *find_preferred(const struct cell_lines *cell)
{
	const struct ledger_line *preferred = NULL;

	for (size_t i = 0; i < cell->count; i++) {
		const struct ledger_line *line = &cell->lines[i];

		if (line->status != LEDGER_PREFERRED)
			continue;
		if (!preferred)
			preferred = line;
		else if (cell->rule->kind != PROP_CODES)
			DIAG_REPORT(cell->load->sink, LEDGER_TWICE, line->place,
				    STR_ARGS(line->material), STR_ARGS(line->property));
	}
	return preferred;
}

static bool has_code(struct str_list codes, struct str code)
{
	for (size_t i = 0; i < codes.count; i++)
		if (str_equal(codes.at[i], code))
			return true;
	return false;
}

/* Are the items of text among the codes? */
static bool are_codes(struct str_list codes, struct str text)
{
	struct str item;

	while (str_next(&text, ';', &item))
		if (item.length > 0 && !has_code(codes, item))
			return false;
	return true;
}

static bool lists_code(struct str text, struct str code)
{
	struct str item;

	while (str_next(&text, ';', &item))
		if (str_equal(item, code))
			return true;
	return false;
}

/* The codes of all preferred lines together must be those of the table. */
static bool same_codes(const struct cell_lines *cell, struct str_list codes)
{
	for (size_t i = 0; i < cell->count; i++)
		if (cell->lines[i].status == LEDGER_PREFERRED &&
		    !are_codes(codes, cell->lines[i].value_text))
			return false;
	for (size_t i = 0; i < codes.count; i++) {
		bool listed = false;

		for (size_t k = 0; k < cell->count && !listed; k++)
			listed = cell->lines[k].status == LEDGER_PREFERRED &&
				 lists_code(cell->lines[k].value_text, codes.at[i]);
		if (!listed)
			return false;
	}
	return true;
}

/* Half a unit of the last digit that the table shows. */
static double table_tolerance(const struct cell_lines *cell, double value)
{
	const struct column_build *column =
	    &cell->load->tables[cell->table].columns[cell->property];
	const bool written = column->decimals && column->decimals[cell->row] != INT8_MAX;
	char buffer[NUMBER_TEXT_MAX];
	const int decimals =
	    written ? column->decimals[cell->row] : cell_decimals(number_write(buffer, value));

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

static bool agrees(const struct cell_lines *cell, const struct ledger_line *preferred, double value)
{
	const struct table_build *build = &cell->load->tables[cell->table];

	if (isnan(value))
		return preferred->value_text.length == 0;
	if (isinf(value) || cell->rule->kind == PROP_CHOICE || cell->rule->kind == PROP_FLAG ||
	    cell->rule->kind == PROP_CLASS || cell->rule->kind == PROP_TEXT)
		return str_equal(table_word(cell, value), preferred->value_text);
	if (cell->rule->kind == PROP_CODES)
		return same_codes(cell, build->code_lists[(size_t)value]);
	return fabs(value - preferred->value) <= table_tolerance(cell, value);
}

static struct str join_codes(const struct cell_lines *cell, double value)
{
	const struct str_list codes = cell->load->tables[cell->table].code_lists[(size_t)value];
	struct text text;

	text_init(&text, cell->load->scratch);
	for (size_t i = 0; i < codes.count; i++)
		text_addf(&text, "%s%.*s", i > 0 ? ";" : "", STR_ARGS(codes.at[i]));
	return text_str(&text);
}

static void report_value(const struct cell_lines *cell, const struct ledger_line *preferred,
			 double value)
{
	char buffer[NUMBER_TEXT_MAX];
	struct str table = table_word(cell, value);

	if (isfinite(value) && cell->rule->kind == PROP_NUMBER)
		table = number_write(buffer, value);
	if (isfinite(value) && cell->rule->kind == PROP_CODES)
		table = join_codes(cell, value);
	DIAG_REPORT(cell->load->sink, LEDGER_VALUE, preferred->place,
		    STR_ARGS(preferred->value_text), STR_ARGS(preferred->material),
		    STR_ARGS(preferred->property), STR_ARGS(table));
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
	vectors_settle(load, build);
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
		ledger_fold_vectors(load, lines + i, same);
	}
	for (int t = 0; t < TABLE_COUNT; t++)
		settle_folded(load, &load->tables[t]);
}
