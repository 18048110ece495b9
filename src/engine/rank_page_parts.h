/* SPDX-License-Identifier: MIT */
/* What the files behind rank_page.h share. */
#ifndef SLURRYSCREEN_ENGINE_RANK_PAGE_PARTS_H
#define SLURRYSCREEN_ENGINE_RANK_PAGE_PARTS_H

#include "engine/rank_page.h"

/* How the total is made, as a record; in arena, keeps the ranking. */
struct value rank_rules_value(const struct ranking *ranking, struct arena *arena);

/* How many were screened, ranked, rejected and left out, as a record; keeps the ranking. */
struct value rank_counts_value(const struct ranking *ranking);

#endif
