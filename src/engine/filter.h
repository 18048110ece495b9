/* SPDX-License-Identifier: MIT */
/* --where: does a row pass? */
#ifndef SLURRYSCREEN_ENGINE_FILTER_H
#define SLURRYSCREEN_ENGINE_FILTER_H

#include "engine/rank.h"

enum filter_answer { FILTER_OUT, FILTER_IN, FILTER_UNKNOWN };

/*
 * All filters on one role. Unknown values answer FILTER_UNKNOWN; "none" satisfies the harmless
 * side: no flash point passes `>=` and `>`, no code fails `~`.
 */
enum filter_answer filters_pass(const struct db *db, const struct filter *filters, size_t count,
				enum role role, const struct combo *combo);

#endif
