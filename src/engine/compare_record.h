/* SPDX-License-Identifier: MIT */
/*
 * Combinations side by side: their scores, the terms that make the difference, and whether the
 * order holds when weights and values move.
 */
#ifndef SLURRYSCREEN_ENGINE_COMPARE_RECORD_H
#define SLURRYSCREEN_ENGINE_COMPARE_RECORD_H

#include "engine/rank_record.h"
#include "engine/robust.h"

struct compare_request {
	const struct evaluator *evaluator;
	const struct combo *combos; /* in the order typed; one salt, or none, for all */
	size_t count;               /* 2 to ROBUST_ROWS_MAX */
	struct robust_draws draws;
};

/*
 * Parts: the rows of the ranking, best first, rejected ones last; what each term costs each of
 * them, the largest difference first; each row against the next one. The rows of the report are
 * those of the first part. In arena.
 */
struct report compare_report(const struct compare_request *request, const struct run_head *head,
			     struct arena *arena, struct arena *scratch);

#endif
