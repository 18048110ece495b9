/* SPDX-License-Identifier: MIT */
/*
 * Two saved rankings (rank --format json) against each other: rows are paired by electrolyte,
 * binder, solvent and salt. Pure; the JSON trees must outlive the result.
 */
#ifndef SLURRYSCREEN_CLI_RANKING_DIFF_H
#define SLURRYSCREEN_CLI_RANKING_DIFF_H

#include "base/arena.h"
#include "base/str.h"
#include "read/json.h"

enum ranking_change {
	CHANGE_VERDICT, /* another word; also rejected or no longer */
	CHANGE_GONE,
	CHANGE_NEW,
	CHANGE_MOVED, /* another rank or score */
};

struct ranking_difference {
	const char *change;
	struct str se;
	struct str binder;
	struct str solvent; /* parts of a blend joined by ':' */
	double old_rank;    /* NaN: none */
	double new_rank;
	double old_score;
	double new_score;
	struct str old_verdict;
	struct str new_verdict;
	struct str cause; /* "compatibility 0.93 -> 0.81", "weight of safety 0.15 -> 0.3" */
};

struct ranking_diff {
	const struct ranking_difference *rows; /* by change, then as the new ranking has them */
	size_t count;
	size_t same; /* rows that neither moved nor changed */
	size_t changes[CHANGE_MOVED + 1];
};

/* NULL if the document is no ranking of this program. */
const struct json *ranking_rows(const struct json *document);

struct ranking_diff ranking_diff(const struct json *before, const struct json *after,
				 struct arena *arena);

#endif
