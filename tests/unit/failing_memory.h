/* SPDX-License-Identifier: MIT */
/*
 * Memory that runs out: an arena_system whose growth fails after so many that succeed. A test makes
 * the first growth fail, then the second, and so on until all is well.
 */
#ifndef SLURRYSCREEN_TESTS_FAILING_MEMORY_H
#define SLURRYSCREEN_TESTS_FAILING_MEMORY_H

#include <stddef.h>
#include <stdlib.h>

#include "base/arena.h"

struct failing_memory {
	size_t left; /* growths that still succeed */
	size_t live; /* blocks given out and not yet given back */
};

static inline void *failing_grow(void *context, size_t size)
{
	struct failing_memory *memory = context;

	if (memory->left == 0)
		return NULL;
	memory->left--;
	memory->live++;
	return malloc(size);
}

static inline void failing_give_back(void *context, void *block)
{
	struct failing_memory *memory = context;

	memory->live--;
	free(block);
}

static inline struct arena_system failing_system(struct failing_memory *memory)
{
	return (struct arena_system){failing_grow, failing_give_back, memory};
}

#endif
