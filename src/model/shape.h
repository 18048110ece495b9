/* SPDX-License-Identifier: MIT */
/*
 * Curves: piecewise linear through given points, constant beyond the ends. They turn a measured
 * quantity into a desirability (Derringer & Suich 1980, doi:10.1080/00224065.1980.11980968),
 * anchored to fixed values and never to the data set.
 */
#ifndef SLURRYSCREEN_MODEL_SHAPE_H
#define SLURRYSCREEN_MODEL_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/num.h"

struct curve_point {
	double x;
	double y;
};

struct curve {
	const struct curve_point *points; /* x strictly rising; at least one */
	size_t count;
};

double curve_at(const struct curve *curve, double x);

/*
 * The same for one x after another that is likely to be near it. *right: 0 at first, then as it was
 * left by the call before.
 */
static inline double curve_at_near(const struct curve *curve, double x, size_t *right)
{
	const struct curve_point *p = curve->points;
	size_t i = *right;

	while (i < curve->count && p[i].x < x)
		i++;
	while (i > 0 && p[i - 1].x >= x)
		i--;
	*right = i;
	if (i == curve->count)
		return p[i - 1].y;
	if (i == 0 || p[i].x == x)
		return p[i].y;
	return p[i - 1].y + (p[i].y - p[i - 1].y) * (x - p[i - 1].x) / (p[i].x - p[i - 1].x);
}

/*
 * The curve over an interval, exact: the extremes lie at its ends or at knots between. State and
 * kind are the argument's; a missing argument stays missing.
 */
struct num curve_num(const struct curve *curve, struct num x);

/* The lowest and highest value the curve takes anywhere. */
double curve_lowest(const struct curve *curve);
double curve_highest(const struct curve *curve);

#endif
