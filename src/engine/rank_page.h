/* SPDX-License-Identifier: MIT */
/*
 * A ranking for pages that compute: the rules of the total (weights, floor, limits, verdicts)
 * beside the head, and beside each row its terms, the numbers that they rest on with their sources,
 * and the gates that fired. With these a reader can move the weights and get what the program would
 * say.
 */
#ifndef SLURRYSCREEN_ENGINE_RANK_PAGE_H
#define SLURRYSCREEN_ENGINE_RANK_PAGE_H

#include "data/ledger.h"
#include "engine/rank_record.h"

/*
 * Adds fields for FIELD_PAGE to the head and the rows of a report that rank_report() made, and
 * takes from the rows those for machines that the page makes itself: for formats with a page.
 * ranking, ledger and citations must outlive the report. Rows are explained when they are asked, in
 * the asking arena.
 */
void rank_page_extend(struct report *report, const struct ranking *ranking,
		      const struct ledger *ledger, const struct citations *citations,
		      struct arena *arena);

#endif
