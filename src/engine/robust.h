/* SPDX-License-Identifier: MIT */
/*
 * How firm is an order? Seeded draws over what is uncertain: each criterion's weight is moved by up
 * to +-50 % (uniformly), each criterion of each row within its interval (triangular, its value the
 * mode); the total is the method's. Draw n depends on seed and n alone.
 */
#ifndef SLURRYSCREEN_ENGINE_ROBUST_H
#define SLURRYSCREEN_ENGINE_ROBUST_H

#include <stdint.h>

#include "engine/rank.h"

enum { ROBUST_DRAWS_DEFAULT = 10000, ROBUST_DRAWS_MAX = 1000000 };
/* Rows beyond this are left out: the table of ranks grows with their square. */
enum { ROBUST_ROWS_MAX = 2000 };

extern const double robust_weight_change; /* 0.5 */

struct robust_draws {
	size_t count;
	uint64_t seed;
	struct watcher watcher;
};

struct robust_row {
	double first; /* share of the draws in which the row comes first */
	double top_three;
	size_t rank_low; /* 5 % and 95 % quantiles of its rank */
	size_t rank_high;
	double score_mean;
};

/*
 * One result a row, in arena; rows: evaluations of one model. Ties go to the earlier row.
 * count <= ROBUST_ROWS_MAX.
 */
const struct robust_row *robust_run(const struct model *model, const struct evaluation *const *rows,
				    size_t count, const struct robust_draws *draws,
				    struct arena *arena, struct arena *scratch);

/*
 * The ranking with how firm each place is among the first ROBUST_ROWS_MAX ranked ones, and with at
 * most `top` ranked rows left: the draws are over those that are not shown, too.
 */
const struct ranking *robust_ranking(const struct ranking *ranking, size_t top,
				     const struct robust_draws *draws, struct arena *arena,
				     struct arena *scratch);

/* Share of the draws in which row a scores at least as much as row b. */
double robust_share(const struct model *model, const struct evaluation *a,
		    const struct evaluation *b, const struct robust_draws *draws);

#endif
