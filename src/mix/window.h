/* SPDX-License-Identifier: MIT */
/*
 * Where along a pair of solvents the binder stays dissolved: RED <= 1. Between two liquids the
 * squared Hansen distance to a sphere is a quadratic in the fraction (the parameters mix by
 * volume), and measured ends shift RED linearly, so the ends of the window are roots in closed form.
 */
#ifndef SLURRYSCREEN_MIX_WINDOW_H
#define SLURRYSCREEN_MIX_WINDOW_H

#include "model/model.h"

#define WINDOW_NEVER ((double)INFINITY)

struct window {
	bool known;  /* both points and the sphere are */
	double from; /* volume fraction of the second part from which RED <= 1; NaN: nowhere */
	double to;
	size_t
	    cloudy; /* the part whose growth turns the solution turbid: the higher RED by itself */
	/*
	 * Its fraction where RED rises through 1, and the least and the greatest that the trust in
	 * the sphere's radius allows. WINDOW_NEVER: it stays clear; 0: turbid throughout.
	 */
	double turbid;
	double turbid_low;
	double turbid_high;
};

/* The first measure of the model's terms that is a RED; NULL if there is none. */
const struct measure *window_measure(const struct model *model);

/* context->combo has two solvents; their fractions do not matter. */
struct window window_of(const struct measure *measure, const struct measure_context *context);

#endif
