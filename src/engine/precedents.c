/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "engine/rank.h"

/* How near a fact is to the combination; smaller is nearer. */
enum nearness {
	NEAR_RECIPE,      /* this electrolyte, binder and liquid */
	NEAR_SAME,        /* this electrolyte and liquid */
	NEAR_SAME_BINDER, /* this binder and liquid, an electrolyte of the family */
	NEAR_FAMILY,      /* this liquid, an electrolyte of the family */
	NEAR_ANY,         /* this liquid, sulfides at large */
	NEAR_NOT,
};

struct precedent {
	const struct fact *fact;
	enum nearness nearness;
};

/* Every solvent of the fact is in the liquid, and none is missing. */
static bool same_solvents(const struct fact *fact, const struct mixture *mixture)
{
	size_t found = 0;

	for (size_t i = 0; i < fact->part_count; i++)
		for (size_t k = 0; k < mixture->count; k++)
			found += fact->parts[i].row == mixture->parts[k].row;
	return found == fact->part_count && fact->part_count == mixture->count;
}

static bool same_family(const struct evaluator *evaluator, uint32_t a, uint32_t b)
{
	size_t family = evaluator->model->family;
	double cell;

	if (family == SIZE_MAX || a == DB_NO_ROW || a == FACT_ANY)
		return false;
	cell = db_cell(evaluator->db, TABLE_ELECTROLYTES, a, family);
	return isfinite(cell) && cell == db_cell(evaluator->db, TABLE_ELECTROLYTES, b, family);
}

static enum nearness nearness(const struct evaluator *evaluator, const struct fact *fact,
			      const struct combo *combo)
{
	bool binder = fact->binder != FACT_NOBODY && fact->binder == combo->binder;

	if (fact->kind == FACT_SOLUBILITY || !same_solvents(fact, &combo->solvent))
		return NEAR_NOT;
	if (combo->solvent.count == 0 && !binder)
		return NEAR_NOT;
	if (fact->subject == combo->se)
		return binder ? NEAR_RECIPE : NEAR_SAME;
	if (same_family(evaluator, fact->subject, combo->se))
		return binder ? NEAR_SAME_BINDER : NEAR_FAMILY;
	return fact->subject == FACT_ANY ? NEAR_ANY : NEAR_NOT;
}

static int nearer_first(const void *a, const void *b)
{
	const struct precedent *x = a;
	const struct precedent *y = b;

	if (x->nearness != y->nearness)
		return x->nearness < y->nearness ? -1 : 1;
	if (x->fact->grade != y->fact->grade)
		return x->fact->grade < y->fact->grade ? -1 : 1;
	return str_compare(x->fact->id, y->fact->id);
}

size_t rank_precedents(const struct evaluator *evaluator, const struct combo *combo,
		       const struct fact *const **facts, struct arena *arena)
{
	const struct db *db = evaluator->db;
	struct precedent *found = NULL;
	size_t count = 0;
	size_t capacity = 0;
	const struct fact **list;

	*facts = NULL;
	if (evaluator->mentioned && combo->solvent.count == 1 &&
	    !evaluator->mentioned[combo->solvent.parts[0].row])
		return 0;
	for (size_t i = 0; i < db->fact_count; i++) {
		enum nearness near = nearness(evaluator, &db->facts[i], combo);

		if (near == NEAR_NOT)
			continue;
		found = arena_extend(arena, found, count, &capacity, sizeof(*found));
		found[count++] = (struct precedent){&db->facts[i], near};
	}
	if (count == 0)
		return 0;
	qsort(found, count, sizeof(*found), nearer_first);
	list = ARENA_NEW(arena, count, const struct fact *);
	for (size_t i = 0; i < count; i++)
		list[i] = found[i].fact;
	*facts = list;
	return count;
}
