/* SPDX-License-Identifier: MIT */
/* Compositions of a blend: every way to share 1 among the parts in whole steps, none without. */
#ifndef SLURRYSCREEN_MIX_GRID_H
#define SLURRYSCREEN_MIX_GRID_H

#include <stddef.h>

#include "base/arena.h"

enum { BLEND_PARTS_MAX = 3 };

struct grid {
	size_t parts; /* 2 or 3 */
	size_t count; /* compositions, in order of the first part's fraction, then the second's */
	double smallest;                        /* fraction of any part: one step */
	const double *volumes[BLEND_PARTS_MAX]; /* by part, then by composition */
};

/* steps: of 1; at least as many as there are parts. Lives in arena. */
struct grid grid_new(size_t parts, size_t steps, struct arena *arena);

#endif
