/* SPDX-License-Identifier: MIT */
/*
 * The cosolvent question: which blend of two or three solvents is better than each of them?
 *
 * Every composition in whole steps of every pair (or triple) is decided; a bound on the set leaves
 * out those that cannot come among the best `top`. Of each set its best composition is kept, the
 * first of equals in the order of the grid; sets are ordered by score, or by what they gain, then
 * by the ids of their parts. Memory grows with `top` and with the number of solvents, not with the
 * number of blends.
 */
#ifndef SLURRYSCREEN_MIX_BLEND_H
#define SLURRYSCREEN_MIX_BLEND_H

#include "engine/rank.h"
#include "mix/grid.h"
#include "mix/pair.h"
#include "mix/window.h"

/* Triples of more candidates than that are too many to look through, and to read. */
enum { BLEND_TRIPLE_CANDIDATES_MAX = 40 };

/* What comes first. */
enum blend_sort {
	BLEND_BY_SCORE,
	BLEND_BY_GAIN, /* over the better part */
	BLEND_SORT_COUNT
};

extern const char *const blend_sort_words[BLEND_SORT_COUNT];

struct blend_request {
	const struct evaluator *evaluator;
	uint32_t se;
	uint32_t binder;
	uint32_t salt;            /* or DB_NO_ROW */
	const uint32_t *solvents; /* that may be parts; count 0: all of the database */
	size_t solvent_count;
	const struct filter *filters; /* each part by itself must pass */
	size_t filter_count;
	size_t parts; /* 2 or 3 */
	size_t steps; /* fractions are multiples of 1 / steps; at least `parts` */
	size_t top;
	enum blend_sort sort;
	bool miscible;          /* without sets that may part into layers, or nobody knows */
	bool exhaustive;        /* without the bound: for tests and benchmarks */
	struct watcher watcher; /* of sets */
};

struct blend_row {
	struct ranking_row ranking;        /* first: the fields of a ranking read it */
	struct num alone[BLEND_PARTS_MAX]; /* scores of the parts by themselves */
	bool alone_rejected[BLEND_PARTS_MAX];
	double gain_part; /* over the better part, rejected or not */
	double gain_best; /* over the best single solvent; NaN if there is none */
	struct window window;
	struct pair_facts facts;
};

struct blend_search {
	const struct blend_request *request; /* a copy */
	const struct blend_row *rows;        /* best first */
	size_t row_count;
	size_t candidates;    /* solvents that may be parts */
	size_t rejected;      /* left out: a gate on parts rejects every blend with them */
	size_t filtered;      /* left out by a filter */
	size_t unknown;       /* left out because the filtered value is unknown */
	bool too_many;        /* candidates for triples: nothing was searched */
	size_t sets;          /* pairs or triples */
	size_t layered;       /* of these, left out because they had to be miscible */
	size_t blends;        /* compositions of them */
	size_t evaluated;     /* of these, scored to the end; the bound decided the others */
	uint32_t best_single; /* the best solvent by itself, of the whole database; or DB_NO_ROW */
	double best_single_score;
};

/* Never NULL; rows in arena. scratch is used while it runs. */
const struct blend_search *blend_run(const struct blend_request *request, struct arena *arena,
				     struct arena *scratch);

#endif
