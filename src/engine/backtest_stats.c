/* SPDX-License-Identifier: MIT */
/* Statistics of a back-test; nothing here knows what the numbers mean. */
#include <math.h>
#include <stdlib.h>

#include "engine/backtest.h"

double backtest_auc(const double *good, size_t good_count, const double *bad, size_t bad_count)
{
	double above = 0.0;

	if (good_count == 0 || bad_count == 0)
		return DB_UNKNOWN;
	for (size_t i = 0; i < good_count; i++)
		for (size_t k = 0; k < bad_count; k++) {
			if (good[i] > bad[k])
				above += 1.0;
			else if (!(good[i] < bad[k]))
				above += 0.5;
		}
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
