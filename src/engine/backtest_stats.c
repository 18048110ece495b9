/* SPDX-License-Identifier: MIT */
/* Statistics of a back-test; nothing here knows what the numbers mean. */
#include <math.h>
#include <stdlib.h>

#include "engine/backtest.h"

/* How many of rising numbers are below x, or not above it. */
static size_t count_below(const double *rising, size_t count, double x, bool or_equal)
{
	size_t low = 0;
	size_t high = count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (rising[middle] < x || (or_equal && !(rising[middle] > x)))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

double backtest_auc(const double *good, size_t good_count, const double *bad, size_t bad_count)
{
	double above = 0.0;

	if (good_count == 0 || bad_count == 0)
		return DB_UNKNOWN;
	for (size_t i = 0; i < good_count; i++)
		above += 0.5 * (double)(count_below(bad, bad_count, good[i], false) +
					count_below(bad, bad_count, good[i], true));
	return above / ((double)good_count * (double)bad_count);
}

/* Ranks from 1; equal values share the mean of theirs. */
static const double *ranks_of(const double *values, size_t count, struct arena *scratch)
{
	double *ranks = ARENA_NEW(scratch, count, double);

	for (size_t i = 0; i < count; i++) {
		size_t below = 0;
		size_t equal = 0;

		for (size_t k = 0; k < count; k++) {
			below += values[k] < values[i];
			equal += !(values[k] < values[i]) && !(values[k] > values[i]);
		}
		ranks[i] = (double)below + ((double)equal + 1.0) / 2.0;
	}
	return ranks;
}

double backtest_spearman(const double *x, const double *y, size_t count, struct arena *scratch)
{
	const double *a = ranks_of(x, count, scratch);
	const double *b = ranks_of(y, count, scratch);
	const double mean = ((double)count + 1.0) / 2.0;
	double both = 0.0;
	double first = 0.0;
	double second = 0.0;

	for (size_t i = 0; i < count; i++) {
		both += (a[i] - mean) * (b[i] - mean);
		first += (a[i] - mean) * (a[i] - mean);
		second += (b[i] - mean) * (b[i] - mean);
	}
	if (count < 3 || first <= 0.0 || second <= 0.0)
		return DB_UNKNOWN;
	return both / sqrt(first * second);
}
