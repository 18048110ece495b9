/* SPDX-License-Identifier: MIT */
#include "engine/conflicts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/eval_term.h"

struct search {
	const struct evaluator *evaluator;
	const struct ledger *ledger;
	const struct conflict_scene *scene;
	struct arena *arena;
	struct arena *scratch;
	struct evaluation *work;
	struct conflict *found;
	size_t count;
	size_t capacity;
};

/* The interval that a line of the ledger states, or the typical one of its kind. */
static struct num stated(const struct property *property, const struct ledger_line *line)
{
	struct num n = prop_typical(property, line->value, line->kind);

	if (isfinite(line->low))
		n.low = line->low;
	if (isfinite(line->high))
		n.high = line->high;
	return n;
}

/* Between the intervals; negative where they overlap. */
static double gap(struct num a, struct num b)
{
	return fmax(a.low - b.high, b.low - a.high);
}

/* A copy of the database of which one cell may be changed. */
struct changed_db {
	struct db db;
	double *cell;
	double keep;
};

static void changed_db_make(struct changed_db *changed, const struct search *search,
			    enum table_id table, uint32_t row, size_t property)
{
	const struct db *db = search->evaluator->db;
	const struct table *old = &db->tables[table];
	struct column *columns = ARENA_NEW(search->scratch, db->properties.count, struct column);
	double *values = ARENA_NEW(search->scratch, old->columns[property].count + 1, double);

	memcpy(columns, old->columns, db->properties.count * sizeof *columns);
	memcpy(values, columns[property].values, columns[property].count * sizeof *values);
	columns[property].values = values;
	changed->db = *db;
	changed->db.tables[table].columns = columns;
	changed->cell = &values[row];
	changed->keep = values[row];
}

static double score_of(const struct search *search, const struct db *db, const struct combo *combo)
{
	struct evaluator evaluator = *search->evaluator;

	evaluator.db = db;
	evaluate(&evaluator, combo, search->work);
	return search->work->rejected ? 0.0 : search->work->score.value;
}

/* The combination of a solvent with the material in its role. */
static struct combo combo_for(const struct search *search, const struct conflict *conflict,
			      const struct part *solvent)
{
	struct combo combo = {
	    search->scene->se, search->scene->binder, search->scene->salt, {solvent, 1}};

	if (conflict->table == TABLE_ELECTROLYTES)
		combo.se = conflict->row;
	if (conflict->table == TABLE_BINDERS)
		combo.binder = conflict->row;
	if (conflict->table == TABLE_SALTS)
		combo.salt = conflict->row;
	return combo;
}

static void consider_combo(const struct search *search, struct conflict *conflict,
			   const struct changed_db *changed, const struct part *solvent)
{
	const struct combo combo = combo_for(search, conflict, solvent);
	const double before = score_of(search, search->evaluator->db, &combo);
	const double effect = eval_round(score_of(search, &changed->db, &combo) - before);

	if (conflict->combo.solvent.count > 0 && fabs(effect) <= fabs(conflict->effect))
		return;
	conflict->effect = effect;
	conflict->combo = combo;
}

/* The largest change of any score that the other value makes. */
static void weigh(const struct search *search, struct conflict *conflict)
{
	const size_t solvents = search->evaluator->db->tables[TABLE_SOLVENTS].count;
	struct part *parts = ARENA_NEW(search->arena, solvents, struct part);
	struct changed_db changed;

	if (search->scene->se == DB_NO_ROW || search->scene->binder == DB_NO_ROW ||
	    conflict->table == TABLE_CLASSES)
		return;
	changed_db_make(&changed, search, conflict->table, conflict->row, conflict->property);
	*changed.cell = conflict->other->value;
	for (uint32_t row = 0; row < solvents; row++) {
		parts[row] = (struct part){row, 1.0};
		if (conflict->table != TABLE_SOLVENTS || row == conflict->row)
			consider_combo(search, conflict, &changed, &parts[row]);
	}
}

/* Of the competing values that cannot be squared with the one in use, the weightiest. */
static void consider_cell(struct search *search, const struct conflict *cell,
			  const struct ledger_line *lines, size_t count)
{
	const struct property *property = &search->evaluator->db->properties.rows[cell->property];
	struct conflict best = *cell;

	for (size_t i = 0; i < count; i++) {
		struct conflict one = *cell;

		if (lines[i].status != LEDGER_ALTERNATIVE || !isfinite(lines[i].value))
			continue;
		one.other = &lines[i];
		one.apart = gap(stated(property, cell->used), stated(property, &lines[i]));
		if (!(one.apart > 0.0))
			continue;
		weigh(search, &one);
		if (!best.other || fabs(one.effect) > fabs(best.effect))
			best = one;
	}
	if (!best.other)
		return;
	search->found = arena_extend(search->arena, search->found, search->count, &search->capacity,
				     sizeof *search->found);
	search->found[search->count++] = best;
}

/* The value in use is the ledger's, unless an added file has another one. */
static bool is_in_use(const struct search *search, const struct conflict *cell,
		      const struct ledger_line *line)
{
	const double value = db_cell(search->evaluator->db, cell->table, cell->row, cell->property);

	return line->status == LEDGER_PREFERRED && isfinite(line->value) && isfinite(value);
}

static void look_at(struct search *search, enum table_id table, uint32_t row, size_t property)
{
	const struct db *db = search->evaluator->db;
	struct conflict cell = {.table = table, .row = row, .property = property};
	size_t count;
	const struct ledger_line *lines =
	    ledger_find(search->ledger, db->tables[table].materials[row].id,
			str_from(db->properties.rows[property].key), &count);

	for (size_t i = 0; i < count && !cell.used; i++)
		if (is_in_use(search, &cell, &lines[i]))
			cell.used = &lines[i];
	if (cell.used)
		consider_cell(search, &cell, lines, count);
}

static int weightiest_first(const void *a, const void *b)
{
	const struct conflict *x = a;
	const struct conflict *y = b;

	if (fabs(x->effect) != fabs(y->effect))
		return fabs(x->effect) > fabs(y->effect) ? -1 : 1;
	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->property < y->property ? -1 : x->property > y->property;
}

size_t conflicts_find(const struct evaluator *evaluator, const struct ledger *ledger,
		      const struct conflict_scene *scene, const struct conflict **conflicts,
		      struct arena *arena, struct arena *scratch)
{
	struct search search = {.evaluator = evaluator,
				.ledger = ledger,
				.scene = scene,
				.arena = arena,
				.scratch = scratch};
	const struct db *db = evaluator->db;

	search.work = evaluation_new(evaluator->model, scratch);
	for (int table = 0; table < TABLE_COUNT; table++)
		for (uint32_t row = 0; row < db->tables[table].count; row++)
			for (size_t p = 0; p < db->properties.count; p++)
				if (db->properties.rows[p].kind == PROP_NUMBER &&
				    prop_in_table(&db->properties.rows[p], (enum table_id)table))
					look_at(&search, (enum table_id)table, row, p);
	if (search.count > 0)
		qsort(search.found, search.count, sizeof *search.found, weightiest_first);
	*conflicts = search.found;
	return search.count;
}
