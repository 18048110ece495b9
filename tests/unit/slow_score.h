/* SPDX-License-Identifier: MIT */
/*
 * The method written down a second time, slowly and plainly: values only, no intervals, no
 * collapsing, no shortcuts; every fact is looked at for every question. The engine must agree with
 * it to 1e-12. It shares the structs of the model and the accessors of the database with the
 * engine, and no arithmetic.
 */
#ifndef SLURRYSCREEN_TESTS_SLOW_SCORE_H
#define SLURRYSCREEN_TESTS_SLOW_SCORE_H

#include "engine/eval.h"

struct slow_result {
	double score; /* 0 to 100 */
	bool rejected;
	double criteria[64]; /* NaN where not active */
};

struct slow_result slow_score(const struct evaluator *evaluator, const struct combo *combo);

#endif
