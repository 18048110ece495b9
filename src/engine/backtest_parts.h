/* SPDX-License-Identifier: MIT */
/* Inside of the back-test: what its files share. */
#ifndef SLURRYSCREEN_ENGINE_BACKTEST_PARTS_H
#define SLURRYSCREEN_ENGINE_BACKTEST_PARTS_H

#include "engine/backtest.h"

/* Labelled units of a kind, without scores. criterion: whose in-sample sources are marked. */
struct backtest_units backtest_collect(const struct db *db, const struct criterion *criterion,
				       enum fact_kind kind, struct arena *arena,
				       struct arena *scratch);

/* Nobody can check it, or it is an inference itself. */
bool backtest_is_hearsay(const struct fact *fact);

/* The route of a recipe; empty for other facts. */
struct str backtest_route(const struct fact *fact);

/* The evaluator with everything observed switched off. */
struct evaluator backtest_rules_only(const struct evaluator *evaluator);

/* SIZE_MAX: not rejected. */
size_t backtest_rejecting_gate(const struct model *model, const struct evaluation *evaluation);

/* The term that pulls its criterion down most, or holds it up most. SIZE_MAX: no term counts. */
size_t backtest_worst_term(const struct model *model, const struct evaluation *evaluation,
			   size_t criterion);
size_t backtest_best_term(const struct model *model, const struct evaluation *evaluation,
			  size_t criterion);

#endif
