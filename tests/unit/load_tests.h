/* SPDX-License-Identifier: MIT */
/*
 * For tests that need a load_fixture each: include this once, and name set_up and tear_down with
 * every test or with the group.
 */
#ifndef SLURRYSCREEN_TESTS_LOAD_TESTS_H
#define SLURRYSCREEN_TESTS_LOAD_TESTS_H

#include "load_fixture.h"

static struct load_fixture fixture;

static inline int set_up(void **state)
{
	(void)state;
	load_fixture_open(&fixture);
	return 0;
}

static inline int tear_down(void **state)
{
	(void)state;
	load_fixture_close(&fixture);
	return 0;
}

#endif
