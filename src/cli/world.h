/* SPDX-License-Identifier: MIT */
/*
 * The world around the program, as main() finds it and tests replace it: streams, memory, what the
 * terminal can do. Nothing else in the program asks the system for these.
 */
#ifndef SLURRYSCREEN_CLI_WORLD_H
#define SLURRYSCREEN_CLI_WORLD_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct cli_world {
	FILE *in;
	FILE *out;                         /* the product */
	FILE *err;                         /* everything else */
	const struct arena_system *memory; /* NULL: malloc */
	bool out_is_terminal;
	bool err_is_terminal;
	bool err_rewrites;       /* that terminal can go back to the start of a line */
	double (*seconds)(void); /* of a clock that never goes back; NULL: none */
	int columns;             /* of the terminal, or as COLUMNS says; 0: unknown */
	bool utf8;               /* the locale's encoding */
	bool colours;            /* not NO_COLOR, not a dumb terminal */
};

/* Runs one command line and returns the exit status: 0, 1, 2 or 3 (see exit_status_docs). */
int cli_run(const struct cli_world *world, int argc, char *const *argv);

#endif
