/* SPDX-License-Identifier: MIT */
#include "mix/grid.h"

#include <assert.h>

static size_t composition_count(size_t parts, size_t steps)
{
	return parts == 2 ? steps - 1 : (steps - 1) * (steps - 2) / 2;
}

struct grid grid_new(size_t parts, size_t steps, struct arena *arena)
{
	struct grid grid = {.parts = parts, .smallest = 1.0 / (double)steps};
	size_t room = composition_count(parts, steps);
	double *volumes[BLEND_PARTS_MAX] = {NULL};

	assert(parts >= 2 && parts <= BLEND_PARTS_MAX && steps >= parts);
	for (size_t i = 0; i < parts; i++)
		grid.volumes[i] = volumes[i] = ARENA_NEW(arena, room, double);
	for (size_t a = 1; a < steps; a++)
		for (size_t b = 1; a + b < steps + (parts == 2); b++) {
			if (parts == 2 && a + b != steps)
				continue;
			/* Quotients of whole numbers: no sum's rounding gets into a fraction. */
			volumes[0][grid.count] = (double)a / (double)steps;
			volumes[1][grid.count] = (double)b / (double)steps;
			if (parts == 3)
				volumes[2][grid.count] = (double)(steps - a - b) / (double)steps;
			grid.count++;
		}
	assert(grid.count == room);
	return grid;
}
