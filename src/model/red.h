/* SPDX-License-Identifier: MIT */
/*
 * What stands behind a "red" measure, for those who follow it along a blend: the spheres, the
 * liquid's point, and how measured ends shift it. measure_num() of the same measure agrees:
 * RED = largest over the spheres of |point - centre| / radius, plus the parts' shifts by volume.
 */
#ifndef SLURRYSCREEN_MODEL_RED_H
#define SLURRYSCREEN_MODEL_RED_H

#include "model/measure.h"

struct red_sphere {
	double at[3];
	struct num radius; /* with the interval that the trust in the sphere allows; above 0 */
};

/* Spheres of one binder that callers make room for: its own one, or those of its parts. */
enum { RED_SPHERES_MAX = 16 };

/*
 * The spheres that count for the combination's binder; 0: RED is missing. More than room: so many
 * there are, and spheres is not to be read.
 */
size_t red_spheres(const struct measure *measure, const struct measure_context *context,
		   struct red_sphere *spheres, size_t room);

/* The liquid's Hansen parameters by their mixing rules; false if one is unknown. */
bool red_point(const struct measure *measure, const struct measure_context *context,
	       double point[3]);

/*
 * How far RED is shifted per volume of this part, because of what was measured on it alone. Only
 * liquids of two parts or more are shifted; 0 without an anchor.
 */
double red_shift(const struct measure *measure, const struct measure_context *context, size_t part);

/*
 * Ra between two points, MPa^0.5: the root of the sum of the squared differences along D, P and H,
 * that along D counting four times (Hansen 2007, ISBN 978-0-8493-7248-3).
 */
extern const double red_weights[3];
double red_distance(const double a[3], const double b[3]);

#endif
