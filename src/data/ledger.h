/* SPDX-License-Identifier: MIT */
/*
 * The ledger (values.csv) and the sources: every number with its unit, kind, status and source,
 * competing values included. Parsed from the embedded text only when somebody asks.
 */
#ifndef SLURRYSCREEN_DATA_LEDGER_H
#define SLURRYSCREEN_DATA_LEDGER_H

#include "base/arena.h"
#include "base/diag.h"
#include "data/db.h"

enum ledger_status { LEDGER_PREFERRED, LEDGER_ALTERNATIVE, LEDGER_REJECTED };

extern const char *const ledger_status_words[]; /* by status, NULL ends */

struct ledger_line {
	struct str material;
	struct str property;
	struct str value_text; /* as written, or in the canonical unit if it was in another */
	double value; /* canonical unit; NaN if the property is no number, DB_ABSENT for "none" */
	double low;   /* NaN if not given */
	double high;
	struct str unit;
	double temperature; /* degC; NaN if not given */
	enum num_kind kind;
	enum ledger_status status;
	struct str source;
	struct str note;
	struct str waive; /* "slug: reason", or empty */
	struct place place;
};

struct ledger {
	const struct ledger_line *lines; /* sorted by material, property, file order */
	size_t count;
};

struct citation {
	struct str key;
	struct str citation;
	struct str doi;
	struct str url;
	struct str licence;
	struct str access;
	struct place place;
};

struct citations {
	const struct citation *rows; /* sorted by key */
	size_t count;
};

const struct ledger *ledger_read(const struct db *db, struct arena *arena, struct diag_sink *sink);
/* The lines of one cell, a contiguous range. */
const struct ledger_line *ledger_find(const struct ledger *ledger, struct str material,
				      struct str property, size_t *count);
const struct citations *citations_read(const struct db *db, struct arena *arena,
				       struct diag_sink *sink);
const struct citation *citation_find(const struct citations *citations, struct str key);

#endif
