/* SPDX-License-Identifier: MIT */
#include "mix/window.h"

#include <assert.h>
#include <math.h>

#include "model/measure_leaf.h"
#include "model/red.h"

enum { CUTS_MAX = 2 * RED_SPHERES_MAX + 2 };

struct segment {
	struct red_sphere spheres[RED_SPHERES_MAX];
	size_t sphere_count;
	double ends[2][3]; /* Hansen points */
	double shifts[2];
};

enum radius { RADIUS_LOW, RADIUS_VALUE, RADIUS_HIGH };

static double radius_of(const struct red_sphere *sphere, enum radius which)
{
	if (which == RADIUS_LOW)
		return sphere->radius.low;
	return which == RADIUS_HIGH ? sphere->radius.high : sphere->radius.value;
}

static double red_at(const struct segment *segment, enum radius which, double x)
{
	double point[3];
	double red = 0.0;

	for (int k = 0; k < 3; k++)
		point[k] = (1.0 - x) * segment->ends[0][k] + x * segment->ends[1][k];
	for (size_t i = 0; i < segment->sphere_count; i++)
		red = fmax(red, red_distance(point, segment->spheres[i].at) /
				    radius_of(&segment->spheres[i], which));
	return red + (1.0 - x) * segment->shifts[0] + x * segment->shifts[1];
}

/* Roots of a x^2 + b x + c, without cancellation; returns how many. */
static size_t roots(double a, double b, double c, double out[2])
{
	double inner = b * b - 4.0 * a * c;
	double q = -0.5 * (b + copysign(sqrt(fmax(inner, 0.0)), b));
	size_t count = 0;

	if (inner < 0.0)
		return 0;
	if (a != 0.0)
		out[count++] = q / a;
	if (q != 0.0)
		out[count++] = c / q;
	return count;
}

/*
 * Fractions at which one sphere's RED is 1: |w + x d| = R (1 - s0 - x (s1 - s0)), squared. Roots
 * of the square with the wrong sign do no harm: the caller looks at both sides of every cut.
 */
static size_t sphere_cuts(const struct segment *segment, const struct red_sphere *sphere,
			  enum radius which, double out[2])
{
	const double radius = radius_of(sphere, which);
	const double head = radius * (1.0 - segment->shifts[0]);
	const double slope = radius * (segment->shifts[0] - segment->shifts[1]);
	double a = -slope * slope;
	double b = -2.0 * head * slope;
	double c = -head * head;

	for (int k = 0; k < 3; k++) {
		double w = segment->ends[0][k] - sphere->at[k];
		double d = segment->ends[1][k] - segment->ends[0][k];

		a += red_weights[k] * d * d;
		b += 2.0 * red_weights[k] * d * w;
		c += red_weights[k] * w * w;
	}
	return roots(a, b, c, out);
}

static void insert_sorted(double *cuts, size_t *count, double x)
{
	size_t i = (*count)++;

	for (; i > 0 && cuts[i - 1] > x; i--)
		cuts[i] = cuts[i - 1];
	cuts[i] = x;
}

/* RED is convex along the segment, so that what lies below 1 is one stretch. */
static void find_stretch(const struct segment *segment, enum radius which, double *from, double *to)
{
	double cuts[CUTS_MAX] = {0};
	size_t count = 0;

	insert_sorted(cuts, &count, 0.0);
	insert_sorted(cuts, &count, 1.0);
	for (size_t i = 0; i < segment->sphere_count; i++) {
		double x[2];
		size_t found = sphere_cuts(segment, &segment->spheres[i], which, x);

		for (size_t k = 0; k < found; k++)
			if (x[k] > 0.0 && x[k] < 1.0)
				insert_sorted(cuts, &count, x[k]);
	}
	*from = *to = (double)NAN;
	for (size_t i = 0; i + 1 < count; i++) {
		if (!(red_at(segment, which, 0.5 * (cuts[i] + cuts[i + 1])) <= 1.0))
			continue;
		if (isnan(*from))
			*from = cuts[i];
		*to = cuts[i + 1];
	}
}

/* The fraction of the cloudy part at which the stretch ends. */
static double turbid_at(const struct segment *segment, enum radius which, size_t cloudy)
{
	double from;
	double to;
	double at;

	find_stretch(segment, which, &from, &to);
	if (isnan(from))
		return 0.0;
	at = cloudy == 1 ? to : 1.0 - from;
	return at < 1.0 ? at : WINDOW_NEVER;
}

static bool read_segment(const struct measure *measure, const struct measure_context *context,
			 struct segment *segment)
{
	segment->sphere_count = red_spheres(measure, context, segment->spheres, RED_SPHERES_MAX);
	for (size_t i = 0; i < 2; i++) {
		struct one_part one;

		if (segment->sphere_count == 0 || segment->sphere_count > RED_SPHERES_MAX ||
		    !red_point(measure, one_part_context(&one, context, i), segment->ends[i]))
			return false;
		segment->shifts[i] = red_shift(measure, context, i);
	}
	return true;
}

/*
 * What the radius allows, with the measured ends and without: that an end shifts RED all along the
 * pair is a judgement, and the spheres alone may know better or worse.
 */
static void span_turbid(struct window *window, const struct segment *anchored)
{
	struct segment plain = *anchored;

	plain.shifts[0] = plain.shifts[1] = 0.0;
	window->turbid = turbid_at(anchored, RADIUS_VALUE, window->cloudy);
	window->turbid_low = fmin(turbid_at(anchored, RADIUS_LOW, window->cloudy),
				  turbid_at(&plain, RADIUS_LOW, window->cloudy));
	window->turbid_high = fmax(turbid_at(anchored, RADIUS_HIGH, window->cloudy),
				   turbid_at(&plain, RADIUS_HIGH, window->cloudy));
}

struct window window_of(const struct measure *measure, const struct measure_context *context)
{
	struct window window = {.from = (double)NAN, .to = (double)NAN};
	struct segment segment;

	assert(context->combo->solvent.count == 2);
	if (!measure || !read_segment(measure, context, &segment))
		return window;
	window.known = true;
	find_stretch(&segment, RADIUS_VALUE, &window.from, &window.to);
	window.cloudy =
	    red_at(&segment, RADIUS_VALUE, 1.0) >= red_at(&segment, RADIUS_VALUE, 0.0) ? 1 : 0;
	span_turbid(&window, &segment);
	return window;
}

const struct measure *window_measure(const struct model *model)
{
	for (size_t i = 0; i < model->term_count; i++) {
		const struct measure *measure = model->terms[i].reading.measure;

		if (measure && measure->op == MEASURE_RED)
			return measure;
	}
	return NULL;
}
