/* SPDX-License-Identifier: MIT */
#include "engine/shortlist.h"

#include <string.h>

void shortlist_init(struct shortlist *list, const struct rank_request *request, struct arena *arena,
		    size_t limit, bool by_score)
{
	*list = (struct shortlist){
	    .request = request, .arena = arena, .limit = limit, .by_score = by_score};
}

static int compare_ids(const struct db *db, enum table_id table, uint32_t a, uint32_t b)
{
	const struct material *materials = db->tables[table].materials;

	return a == b ? 0 : str_compare(materials[a].id, materials[b].id);
}

static int compare_mixtures(const struct db *db, const struct mixture *a, const struct mixture *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++) {
		int order = compare_ids(db, TABLE_SOLVENTS, a->parts[i].row, b->parts[i].row);

		if (order != 0)
			return order;
		if (a->parts[i].volume != b->parts[i].volume)
			return a->parts[i].volume > b->parts[i].volume ? -1 : 1;
	}
	return a->count < b->count ? -1 : a->count > b->count;
}

/* Electrolyte, binder, solvent by id: the same order whatever the files' order. */
static int compare_names(const struct rank_request *request, const struct candidate *a,
			 const struct candidate *b)
{
	const struct db *db = request->evaluator->db;
	int order = compare_ids(db, TABLE_ELECTROLYTES, request->ses[a->se], request->ses[b->se]);

	if (order == 0 && request->binder_count)
		order = compare_ids(db, TABLE_BINDERS, request->binders[a->binder],
				    request->binders[b->binder]);
	if (order == 0 && request->solvent_count)
		order = compare_mixtures(db, &request->solvents[a->solvent],
					 &request->solvents[b->solvent]);
	return order;
}

static bool before(const struct shortlist *list, const struct candidate *a,
		   const struct candidate *b)
{
	if (list->by_score && a->score != b->score)
		return a->score > b->score;
	return compare_names(list->request, a, b) < 0;
}

static void swap(struct candidate *a, struct candidate *b)
{
	struct candidate keep = *a;

	*a = *b;
	*b = keep;
}

/* Restores the heap (the last in order on top) from position i downwards. */
static void sift_down(struct shortlist *list, size_t i, size_t count)
{
	for (;;) {
		size_t worst = i;

		for (size_t child = 2 * i + 1; child <= 2 * i + 2 && child < count; child++)
			if (before(list, &list->items[worst], &list->items[child]))
				worst = child;
		if (worst == i)
			return;
		swap(&list->items[i], &list->items[worst]);
		i = worst;
	}
}

static void sift_up(struct shortlist *list, size_t i)
{
	while (i > 0) {
		size_t parent = (i - 1) / 2;

		if (!before(list, &list->items[parent], &list->items[i]))
			return;
		swap(&list->items[i], &list->items[parent]);
		i = parent;
	}
}

bool shortlist_may_enter(const struct shortlist *list, double score_at_most)
{
	if (list->limit == 0)
		return false;
	return list->count < list->limit || score_at_most >= list->items[0].score;
}

void shortlist_add(struct shortlist *list, struct candidate candidate)
{
	if (list->limit == 0)
		return;
	if (list->count < list->limit) {
		list->items = arena_extend(list->arena, list->items, list->count, &list->capacity,
					   sizeof(*list->items));
		list->items[list->count] = candidate;
		sift_up(list, list->count++);
		return;
	}
	if (!before(list, &candidate, &list->items[0]))
		return;
	list->items[0] = candidate;
	sift_down(list, 0, list->count);
}

void shortlist_sort(struct shortlist *list)
{
	for (size_t last = list->count; last > 1; last--) {
		swap(&list->items[0], &list->items[last - 1]);
		sift_down(list, 0, last - 1);
	}
}
