/* SPDX-License-Identifier: MIT */
#include "model/shape.h"

#include <math.h>

/* The first point at or right of x; count if x lies beyond all. */
static size_t first_point_from(const struct curve *curve, double x)
{
	size_t low = 0;
	size_t high = curve->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (curve->points[middle].x < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

double curve_at(const struct curve *curve, double x)
{
	const struct curve_point *p = curve->points;
	size_t right = first_point_from(curve, x);

	if (right == curve->count)
		return p[curve->count - 1].y;
	if (right == 0 || p[right].x == x)
		return p[right].y;
	return p[right - 1].y +
	       (p[right].y - p[right - 1].y) * (x - p[right - 1].x) / (p[right].x - p[right - 1].x);
}

struct num curve_num(const struct curve *curve, struct num x)
{
	struct num y = x;

	if (!num_has_value(x))
		return x;
	y.value = curve_at(curve, x.value);
	y.low = fmin(curve_at(curve, x.low), curve_at(curve, x.high));
	y.high = fmax(curve_at(curve, x.low), curve_at(curve, x.high));
	for (size_t i = first_point_from(curve, x.low);
	     i < curve->count && curve->points[i].x < x.high; i++) {
		y.low = fmin(y.low, curve->points[i].y);
		y.high = fmax(y.high, curve->points[i].y);
	}
	y.low = fmin(y.low, y.value);
	y.high = fmax(y.high, y.value);
	return y;
}

double curve_lowest(const struct curve *curve)
{
	double lowest = curve->points[0].y;

	for (size_t i = 1; i < curve->count; i++)
		lowest = fmin(lowest, curve->points[i].y);
	return lowest;
}

double curve_highest(const struct curve *curve)
{
	double highest = curve->points[0].y;

	for (size_t i = 1; i < curve->count; i++)
		highest = fmax(highest, curve->points[i].y);
	return highest;
}
