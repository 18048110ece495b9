/* SPDX-License-Identifier: MIT */
/*
 * For tests: a database as one JSON file, as db_load() reads it: tables, facts, ledger and sources.
 * Loading what was written gives the same database.
 */
#ifndef SLURRYSCREEN_TESTS_DB_JSON_H
#define SLURRYSCREEN_TESTS_DB_JSON_H

#include "base/diag.h"
#include "data/db.h"

/* sink: for mistakes in the ledger's text; the shipped one has none. */
void db_write_json(const struct db *db, struct arena *scratch, struct diag_sink *sink,
		   struct text *out);

#endif
