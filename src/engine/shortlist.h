/* SPDX-License-Identifier: MIT */
/*
 * The best so many combinations seen so far: a heap with the worst on top, so that most of a
 * million candidates are refused by one comparison.
 */
#ifndef SLURRYSCREEN_ENGINE_SHORTLIST_H
#define SLURRYSCREEN_ENGINE_SHORTLIST_H

#include "engine/rank.h"

/* A combination by its indices in the request. */
struct candidate {
	double score;
	uint32_t se;
	uint32_t binder;
	uint32_t solvent;
};

struct shortlist {
	const struct rank_request *request;
	struct arena *arena;
	struct candidate *items;
	size_t count;
	size_t capacity;
	size_t limit;  /* SIZE_MAX: keep all */
	bool by_score; /* false: by ids alone (rejected ones) */
};

void shortlist_init(struct shortlist *list, const struct rank_request *request, struct arena *arena,
		    size_t limit, bool by_score);

/* Could a combination with at most this score still enter? */
bool shortlist_may_enter(const struct shortlist *list, double score_at_most);

void shortlist_add(struct shortlist *list, struct candidate candidate);

/* Best first; the list is then only good for reading. */
void shortlist_sort(struct shortlist *list);

#endif
