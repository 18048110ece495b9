/* SPDX-License-Identifier: MIT */
/*
 * The curves of a model with what the database has on their axes: for pictures of the rules, where
 * one sees at once whether a knee lies in the middle of the field or at its edge.
 */
#ifndef SLURRYSCREEN_ENGINE_CURVES_H
#define SLURRYSCREEN_ENGINE_CURVES_H

#include "engine/rank.h"

enum curve_use {
	CURVE_TERM,     /* measure to desirability */
	CURVE_INSTEAD,  /* the same for what stands in for an unknown measure */
	CURVE_MEASURED, /* number of a measured row to desirability */
	CURVE_LIMIT,    /* criterion to the highest total, 0 to 100 */
};

struct curve_view {
	enum curve_use use;
	size_t criterion;
	size_t term;      /* TERM and INSTEAD; else SIZE_MAX */
	size_t place;     /* INSTEAD: 1 for the first that stands in, ... */
	struct str label; /* of the measure */
	struct str unit;
	const struct curve *curve;
	const double *values; /* of the database, sorted; none for limits */
	size_t value_count;
};

/* Combinations that are looked at for one curve, so that a large database stays drawable. */
enum { CURVES_COMBINATIONS_MAX = 100000 };

/*
 * All curves in the order of the model; everything in arena. named: the materials whose values are
 * meant, every one where there are none.
 */
size_t curves_of(const struct rank_request *named, const struct curve_view **views,
		 struct arena *arena);

#endif
