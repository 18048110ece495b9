/* SPDX-License-Identifier: MIT */
/* The best so many blends seen so far: a heap with the worst on top. */
#ifndef SLURRYSCREEN_MIX_BLEND_LIST_H
#define SLURRYSCREEN_MIX_BLEND_LIST_H

#include <stdint.h>

#include "base/arena.h"
#include "mix/grid.h"

struct blend_item {
	double key;                      /* by which they are ordered: a score, or a gain */
	uint32_t parts[BLEND_PARTS_MAX]; /* rising indices, in the order of ids */
	uint32_t lane;                   /* composition in the grid */
};

struct blend_list {
	struct arena *arena;
	struct blend_item *items;
	size_t count;
	size_t capacity;
	size_t limit;
	size_t parts;
};

void blend_list_init(struct blend_list *list, size_t parts, size_t limit, struct arena *arena);

/* The least key with which a blend can still come in; -HUGE_VAL while there is room. */
double blend_list_entry(const struct blend_list *list);

void blend_list_add(struct blend_list *list, struct blend_item item);

/* Best first, equals by their parts; the list is then only good for reading. */
void blend_list_sort(struct blend_list *list);

#endif
