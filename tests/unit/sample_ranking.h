/* SPDX-License-Identifier: MIT */
/*
 * A hand-made ranking: a database of five solvents, a model of three criteria and three gates, and
 * evaluations filled in by hand, so that the records are tested without the engine.
 */
#ifndef SLURRYSCREEN_TESTS_SAMPLE_RANKING_H
#define SLURRYSCREEN_TESTS_SAMPLE_RANKING_H

#include "base/arena.h"
#include "engine/rank.h"
#include "engine/rank_record.h"

/*
 * Li6PS5Cl with NBR: p-xylene ranked first, a blend second, NMP (the reference) rejected. binders
 * and salt as the request would have them. In arena.
 */
const struct ranking *sample_ranking(size_t binders, bool salt, struct arena *arena);

struct run_head sample_head(const struct ranking *ranking);

#endif
