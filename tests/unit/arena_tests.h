/* SPDX-License-Identifier: MIT */
/*
 * For tests that need an arena each: include this once, and name set_up and tear_down with every
 * test or with the group.
 */
#ifndef SLURRYSCREEN_TESTS_ARENA_TESTS_H
#define SLURRYSCREEN_TESTS_ARENA_TESTS_H

#include "base/arena.h"

static struct arena arena;

static inline int set_up(void **state)
{
	(void)state;
	arena_init(&arena, NULL);
	return 0;
}

static inline int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

#endif
