/* SPDX-License-Identifier: MIT */
#include "check/apply.h"

#include <math.h>
#include <string.h>

void rule_suspect(struct rule_case *c, size_t need)
{
	c->cell[need]->suspect = true;
}

void rule_hint_slips(struct rule_case *c, size_t need, const struct slips *slips)
{
	struct text hint;

	if (slips->count == 0)
		return;
	text_init(&hint, c->check->arenas.row);
	slips_describe(slips, c->column[need]->property, c->cell[need]->number, &hint);
	diag_hint(c->check->sink, "%s: %s", c->column[need]->property->key, hint.at);
}

bool rule_has_number(const struct rule_case *c, size_t need)
{
	return c->cell[need]->state == CELL_NUMBER;
}

const struct column_slip *rule_column_slip(const struct rule_case *c, size_t need)
{
	for (size_t i = 0; i < c->check->column_slip_count; i++)
		if (c->check->column_slips[i].property == c->column[need]->property)
			return &c->check->column_slips[i];
	return NULL;
}

size_t origin_line(const struct check *check, struct origin origin)
{
	const struct check_file *const file = &check->files[origin.file];
	struct source_cursor cursor;
	size_t low = 0;
	size_t high = file->mark_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (file->marks[middle].offset <= origin.offset)
			low = middle + 1;
		else
			high = middle;
	}
	source_cursor_init(&cursor, file->source);
	if (low > 0)
		cursor = file->marks[low - 1].cursor;
	return source_cursor_move(&cursor, origin.offset).line;
}

/* ---- what the loader has said ---- */

static uint64_t hash_place(struct place place)
{
	const struct str name = str_from(place.source->name);

	return seen_hash((unsigned)(place.offset & 0xffU), name) + place.offset;
}

void said_index(struct said *said, const struct diag_sink *sink, struct arena *arena)
{
	seen_init(&said->index, arena);
	for (size_t i = 0; i < sink->count; i++)
		if (sink->items[i].place.source)
			(void)seen_add(&said->index, hash_place(sink->items[i].place) | 1, i);
}

static struct diag *said_about(const struct apply *apply, const struct check_cell *cell)
{
	const uint64_t *const found = seen_find(&apply->said->index, hash_place(cell->place) | 1);
	struct diag *diag;

	if (!found)
		return NULL;
	diag = &apply->check->sink->items[*found];
	return diag->place.offset == cell->place.offset ? diag : NULL;
}

/* ---- hints for numbers out of range ---- */

static struct slips slips_for(const struct rule_case *c, const struct check_cell *cell,
			      const struct check_column *column)
{
	const struct property *const property = column->property;
	struct slips none = {.count = 0};
	const struct num known = rule_known_num(c->check, c->table, c->twin, property);

	if (num_has_value(known))
		return slips_find(property, column->unit, cell->number, known.value,
				  fmax(0.03 * fabs(known.value), (known.high - known.low) / 2),
				  false);
	if (!isfinite(property->usual_low) || !isfinite(property->usual_high))
		return none;
	return slips_into(property, column->unit, cell->number, property->usual_low,
			  property->usual_high);
}

static void hint_range(const struct apply *apply, const struct rule_case *c,
		       const struct check_cell *cell, const struct check_column *column)
{
	struct diag *const diag = said_about(apply, cell);
	struct slips slips;
	struct text hint;

	if (!diag || diag->hint || isnan(cell->number) ||
	    (diag->id != DIAG_VALUE_RANGE && diag->id != DIAG_VALUE_USUAL))
		return;
	slips = slips_for(c, cell, column);
	if (slips.count == 0)
		return;
	text_init(&hint, apply->check->sink->arena);
	slips_describe(&slips, column->property, cell->number, &hint);
	diag->hint = hint.at;
}

/* ---- rules ---- */

static bool is_marked(const char *need, char mark)
{
	return need[0] == mark;
}

static const char *key_of(const char *need)
{
	return is_marked(need, '?') || is_marked(need, '!') ? need + 1 : need;
}

static void bind_rule(struct apply *apply, size_t i)
{
	const struct rule *const rule = &rule_rows[i];

	for (size_t k = 0; k < RULE_NEEDS_MAX; k++)
		apply->slots[i][k] =
		    rule->needs[k] ? rows_find_column(apply->head, key_of(rule->needs[k])) : -1;
}

void apply_start(struct apply *apply, const struct check_head *head)
{
	apply->head = head;
	apply->table = (enum table_id)head->type.which;
	apply->classes = rows_find_column(head, "class");
	apply->values = apply->sourced = 0;
	for (size_t i = 0; i < rule_count; i++)
		bind_rule(apply, i);
}

static bool is_usable(const struct check_cell *cell, const char *need)
{
	if (cell->state == CELL_EMPTY)
		return false;
	return is_marked(need, '!') || (cell->state != CELL_BAD && !cell->suspect);
}

/* Fills the cells of a case; false if one that the rule needs cannot be used. */
static bool fill_case(const struct apply *apply, size_t i, struct rule_case *c)
{
	for (size_t k = 0; k < RULE_NEEDS_MAX && c->rule->needs[k]; k++) {
		const int slot = apply->slots[i][k];
		const char *const need = c->rule->needs[k];

		c->cell[k] = NULL;
		c->column[k] = NULL;
		if (slot >= 0 && is_usable(&c->row->cells[slot], need)) {
			c->cell[k] = &c->row->cells[slot];
			c->column[k] = &c->row->head->columns[slot];
		} else if (!is_marked(need, '?')) {
			return false;
		}
	}
	return true;
}

static void apply_rules(struct apply *apply, struct rule_case *c)
{
	for (size_t i = 0; i < rule_count; i++) {
		c->rule = &rule_rows[i];
		if (!(c->rule->tables >> apply->table & 1u) || !fill_case(apply, i, c))
			continue;
		apply->check->applied[i]++;
		c->rule->test(c);
	}
}

/* ---- where values come from ---- */

static bool is_of_database(const struct apply *apply, const struct rule_case *c,
			   const struct check_cell *cell, const struct property *property)
{
	const struct num known = rule_known_num(apply->check, apply->table, c->twin, property);

	return num_has_value(known) && fabs(known.value - cell->number) <= 1e-9 * fabs(known.value);
}

static void check_source_of(struct apply *apply, const struct rule_case *c, size_t column,
			    struct str id)
{
	const struct check_cell *const cell = &c->row->cells[column];
	const struct check_column *const head = &c->row->head->columns[column];

	apply->values++;
	if (apply->provenance->has_ledger ? provenance_has_line(apply->provenance, id, head->key)
					  : is_of_database(apply, c, cell, head->property)) {
		apply->sourced++;
		return;
	}
	if (apply->provenance->has_ledger || apply->check->options->every_value)
		DIAG_REPORT(apply->check->sink, LEDGER_MISSING, cell->place, head->property->label,
			    STR_ARGS(cell->text), STR_ARGS(id));
}

/* Numbers only: what else a table says needs no line. Classes name their source in a column. */
static void check_sources(struct apply *apply, const struct rule_case *c, struct str id)
{
	if (apply->table == TABLE_CLASSES)
		return;
	for (size_t i = 0; i < c->row->head->count; i++)
		if (c->row->cells[i].state == CELL_NUMBER && c->row->head->columns[i].property)
			check_source_of(apply, c, i, id);
}

void apply_row(struct apply *apply, const struct check_row *row)
{
	struct rule_case c = {.check = apply->check, .row = row, .table = apply->table};
	const struct check_cell *const id_cell = rule_identity(row, IDENTITY_ID);
	const struct str id = id_cell ? id_cell->text : STR_LITERAL("");

	c.class_row = apply->table == TABLE_SOLVENTS && apply->classes >= 0
			  ? rule_class(apply->check, row->cells[apply->classes].text)
			  : DB_NO_ROW;
	c.twin =
	    apply->table <= TABLE_SALTS ? rule_twin(apply->check, row, apply->table) : DB_NO_ROW;
	for (size_t i = 0; i < row->head->count; i++)
		if (row->cells[i].suspect && row->head->columns[i].property)
			hint_range(apply, &c, &row->cells[i], &row->head->columns[i]);
	apply_rules(apply, &c);
	check_sources(apply, &c, id);
	provenance_note_row(apply->provenance, row, id);
}

void apply_end(struct apply *apply)
{
	if (apply->provenance->has_ledger || apply->check->options->every_value ||
	    apply->values == apply->sourced)
		return;
	DIAG_REPORT(apply->check->sink, LEDGER_NONE,
		    ((struct place){apply->head->source, apply->head->columns[0].place.offset,
				    apply->head->columns[0].place.length}),
		    apply->values - apply->sourced);
}
