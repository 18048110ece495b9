/* SPDX-License-Identifier: MIT */
#include "mix/blend_list.h"

#include <math.h>

void blend_list_init(struct blend_list *list, size_t parts, size_t limit, struct arena *arena)
{
	*list = (struct blend_list){.arena = arena, .limit = limit, .parts = parts};
}

double blend_list_entry(const struct blend_list *list)
{
	if (list->limit == 0)
		return HUGE_VAL;
	return list->count < list->limit ? -HUGE_VAL : list->items[0].key;
}

static int compare(const struct blend_list *list, const struct blend_item *a,
		   const struct blend_item *b)
{
	if (a->key != b->key)
		return a->key > b->key ? -1 : 1;
	for (size_t i = 0; i < list->parts; i++)
		if (a->parts[i] != b->parts[i])
			return a->parts[i] < b->parts[i] ? -1 : 1;
	return 0;
}

static void swap(struct blend_item *a, struct blend_item *b)
{
	struct blend_item keep = *a;

	*a = *b;
	*b = keep;
}

/* Restores the heap (the last in order on top) from position i downwards. */
static void sift_down(struct blend_list *list, size_t i, size_t count)
{
	for (;;) {
		size_t worst = i;

		for (size_t child = 2 * i + 1; child <= 2 * i + 2 && child < count; child++)
			if (compare(list, &list->items[worst], &list->items[child]) < 0)
				worst = child;
		if (worst == i)
			return;
		swap(&list->items[i], &list->items[worst]);
		i = worst;
	}
}

static void sift_up(struct blend_list *list, size_t i)
{
	while (i > 0) {
		size_t parent = (i - 1) / 2;

		if (compare(list, &list->items[parent], &list->items[i]) >= 0)
			return;
		swap(&list->items[i], &list->items[parent]);
		i = parent;
	}
}

void blend_list_add(struct blend_list *list, struct blend_item item)
{
	if (list->limit == 0)
		return;
	if (list->count < list->limit) {
		list->items = arena_extend(list->arena, list->items, list->count, &list->capacity,
					   sizeof list->items[0]);
		list->items[list->count] = item;
		sift_up(list, list->count++);
		return;
	}
	if (compare(list, &item, &list->items[0]) >= 0)
		return;
	list->items[0] = item;
	sift_down(list, 0, list->count);
}

void blend_list_sort(struct blend_list *list)
{
	for (size_t last = list->count; last > 1; last--) {
		swap(&list->items[0], &list->items[last - 1]);
		sift_down(list, 0, last - 1);
	}
}
