/* SPDX-License-Identifier: MIT */
/*
 * Many combinations: every electrolyte x binder x solvent asked for, filtered, scored, ordered.
 *
 * Order: score, then ids of electrolyte, binder, solvent. Rejected ones come after the ranked ones,
 * ordered by ids. Single-material terms are collapsed once a material; whole evaluations are made
 * only for the rows that are shown.
 */
#ifndef SLURRYSCREEN_ENGINE_RANK_H
#define SLURRYSCREEN_ENGINE_RANK_H

#include "base/watcher.h"
#include "engine/eval.h"

/* --where: a property of one role against a value. */
enum filter_op {
	FILTER_EQUAL,
	FILTER_UNEQUAL,
	FILTER_LESS,
	FILTER_AT_MOST,
	FILTER_MORE,
	FILTER_AT_LEAST,
	FILTER_HAS, /* ~: a code starts with it, a text contains it */
};

struct filter {
	enum role role;
	size_t property;
	enum filter_op op;
	double number;   /* in the canonical unit */
	struct str word; /* choices, flags, classes, codes, texts */
};

struct rank_request {
	const struct evaluator *evaluator;
	const uint32_t *ses;
	size_t se_count;
	const uint32_t *binders; /* count 0: all */
	size_t binder_count;
	const struct mixture *solvents; /* count 0: every solvent of the database */
	size_t solvent_count;
	uint32_t salt; /* or DB_NO_ROW */
	const struct filter *filters;
	size_t filter_count;
	size_t top;         /* ranked rows to keep; SIZE_MAX all */
	bool keep_rejected; /* rows for the rejected ones as well */
	uint32_t reference; /* solvent shown as the reference line, or DB_NO_ROW */
	bool robust;        /* the record has the fields of struct robust_row */
	struct watcher watcher;
	bool add_reference; /* a row for it even where it is not among the rows kept */
};

struct robust_row;

struct ranking_row {
	size_t rank; /* from 1; 0: rejected */
	const struct evaluation *evaluation;
	bool reference;                       /* the reference solvent */
	bool extra;                           /* shown only because it is the reference */
	bool like_best;                       /* its interval overlaps the best row's */
	const struct fact *const *precedents; /* recipes and exposures, nearest first */
	size_t precedent_count;
	const struct robust_row *robust; /* how firm its place is; NULL: not asked */
};

struct ranking {
	const struct rank_request *request; /* a copy with everything spelled out */
	const struct ranking_row *rows;     /* ranked, then rejected */
	size_t row_count;
	size_t ranked_rows; /* of rows */
	size_t screened;    /* combinations that passed the filters */
	size_t ranked;      /* of these, not rejected */
	size_t rejected;
	size_t filtered;     /* left out by a filter */
	size_t unknown;      /* left out because the filtered value is unknown */
	size_t *gate_counts; /* rejected combinations a gate (each gate that fired counts) */
	double best_low;     /* score_low of the first row */
	size_t draws;        /* 0: not asked how firm the order is */
	uint64_t seed;
};

/* Never NULL; rows in arena. scratch is used while it runs. */
const struct ranking *rank_run(const struct rank_request *request, struct arena *arena,
			       struct arena *scratch);

/* Facts worth reading about a combination: this electrolyte first, then its family, then all. */
size_t rank_precedents(const struct evaluator *evaluator, const struct combo *combo,
		       const struct fact *const **facts, struct arena *arena);

#endif
