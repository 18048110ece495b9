/* SPDX-License-Identifier: MIT */
/*
 * Validation: what is wrong with tables of materials, facts, ledgers, sources and models that
 * people hand in. The loader's own diagnostics come first; identity, physics, provenance and rules
 * follow. Everything is reported into one sink, at the cell.
 *
 * Rows are read one at a time: time grows with the text, memory with the number of names in it.
 */
#ifndef SLURRYSCREEN_CHECK_CHECK_H
#define SLURRYSCREEN_CHECK_CHECK_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "check/row.h"
#include "data/db.h"

struct check_options {
	const char *table;      /* the kind of every CSV file, by key, or NULL: recognise it */
	bool decimal_comma;     /* numbers have decimal commas */
	bool every_value;       /* report each value without a line in a ledger */
	const struct db *known; /* entries are compared with it; NULL: with nothing */
	const struct db *base;  /* the files are laid over it; NULL: they stand alone */
};

/* What a file was taken for, and how much of it was read. */
struct check_file_summary {
	const char *name;
	const char *kind; /* "solvents", "values", "model", "database"; NULL: not recognised */
	size_t rows;
};

/* How often a rule was put to the test. */
struct check_rule_summary {
	enum diag_id finding;
	size_t applied;
};

struct check_summary {
	const struct check_file_summary *files;
	size_t file_count;
	const struct check_rule_summary *rules;
	size_t rule_count;
};

/* Sources must outlive the result, which lives in arenas->arena. */
struct check_summary check_run(const struct source *sources, size_t count,
			       const struct check_options *options,
			       const struct check_arenas *arenas, struct diag_sink *sink);

#endif
