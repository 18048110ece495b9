/* SPDX-License-Identifier: MIT */
/*
 * Repairs with exactly one right answer, as edits of the text of a CSV file: dates back to CAS
 * numbers, blanks trimmed, minus signs to hyphens, decimal commas where the whole column has them
 * or the user says so, units converted to the canonical one, separators to commas. Everything else
 * stays byte for byte.
 */
#ifndef SLURRYSCREEN_CHECK_FIX_H
#define SLURRYSCREEN_CHECK_FIX_H

#include "check/row.h"

struct fix_edit {
	struct place place; /* what is replaced */
	struct str text;    /* as it is written, with quotes where it needs them */
	const char *what;  /* "date to CAS number, ..."; NULL: one of many separators, not listed */
	struct str before; /* the value, for the list */
	struct str after;
};

struct fix {
	struct fix_edit *edits; /* by place */
	size_t count;
	size_t capacity;
};

/* Results in arenas->arena. A JSON file has none. */
struct fix fix_find(const struct source *source, const struct row_options *options,
		    const struct check_arenas *arenas);

/* The text with the edits made. */
struct str fix_apply(const struct source *source, const struct fix *fix, struct arena *arena);

#endif
