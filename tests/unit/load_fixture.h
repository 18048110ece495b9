/* SPDX-License-Identifier: MIT */
/* Databases for tests: from texts in the test, and from a small folder with all files. */
#ifndef SLURRYSCREEN_TESTS_LOAD_FIXTURE_H
#define SLURRYSCREEN_TESTS_LOAD_FIXTURE_H

#include "data/load.h"

/* Of the repository. */
#define DATA_SMALL SLURRYSCREEN_SOURCE_DIR "/tests/input/data-small"
#define DATA_SHIPPED SLURRYSCREEN_SOURCE_DIR "/data"

enum { LOAD_FIXTURE_SOURCES = 16 };

struct load_fixture {
	struct arena arena;
	struct arena scratch;
	struct diag_sink sink;
	struct source sources[LOAD_FIXTURE_SOURCES];
	size_t count;
};

void load_fixture_open(struct load_fixture *fixture);
void load_fixture_close(struct load_fixture *fixture);

/* A database from one text; base NULL: of its own. Forgets what was said before. */
const struct db *load_fixture_text(struct load_fixture *fixture, const struct db *base,
				   const char *name, const char *text,
				   const struct load_options *options);
/* From a folder with all files. */
const struct db *load_fixture_folder(struct load_fixture *fixture, const char *folder);

/* "name:line:column: slug" for each diagnostic, sorted, a line each. */
const char *load_fixture_said(struct load_fixture *fixture);
/* The hint of the n-th diagnostic reported, or "". */
const char *load_fixture_hint(const struct load_fixture *fixture, size_t n);

/* The row with this id; fails the test if there is none. */
size_t load_fixture_row(const struct db *db, enum table_id table, const char *id);
/* A property by key; fails the test if there is none. */
size_t load_fixture_property(const struct db *db, enum table_id table, const char *key);
double load_fixture_cell(const struct db *db, enum table_id table, const char *id, const char *key);
struct num load_fixture_num(const struct db *db, enum table_id table, const char *id,
			    const char *key);

/* Fails the test where two databases differ in anything but places. */
void load_fixture_compare(const struct db *a, const struct db *b);

#endif
