/* SPDX-License-Identifier: MIT */
#include "mix/evaporate.h"

#include <assert.h>
#include <math.h>

/* Volume left at tau, as a share of the start. */
static double volume_left(const struct evaporate_part *parts, size_t count, double tau)
{
	double left = 0.0;

	for (size_t i = 0; i < count; i++)
		left += parts[i].volume * exp(-parts[i].vapor_pressure * tau);
	return left;
}

/* The tau at which so much is left; halving needs no derivative and cannot leave its bracket. */
static double find_tau(const struct evaporate_part *parts, size_t count, double left)
{
	double low = 0.0;
	double high = 1.0;

	while (volume_left(parts, count, high) > left && isfinite(high))
		high *= 2.0;
	for (int i = 0; i < 200; i++) {
		double middle = 0.5 * (low + high);

		if (volume_left(parts, count, middle) > left)
			low = middle;
		else
			high = middle;
	}
	return 0.5 * (low + high);
}

size_t evaporate_last(const struct evaporate_part *parts, size_t count)
{
	size_t last = 0;

	for (size_t i = 1; i < count; i++)
		if (parts[i].vapor_pressure < parts[last].vapor_pressure)
			last = i;
	return last;
}

void evaporate_at(const struct evaporate_part *parts, size_t count, double left,
		  double volumes[EVAPORATE_PARTS_MAX])
{
	double slowest = parts[evaporate_last(parts, count)].vapor_pressure;
	double sum = 0.0;
	double tau;

	assert(count > 0 && count <= EVAPORATE_PARTS_MAX);
	tau = left >= 1.0 ? 0.0 : find_tau(parts, count, fmax(left, 1e-12));
	for (size_t i = 0; i < count; i++) {
		/* Relative to the slowest part, so that nothing underflows near the end. */
		volumes[i] = parts[i].volume * exp(-(parts[i].vapor_pressure - slowest) * tau);
		sum += volumes[i];
	}
	for (size_t i = 0; i < count; i++)
		volumes[i] /= sum;
}

double vapor_pressure_at(double at_25_degc, double boiling_point, double temperature)
{
	const double zero = 273.15;
	const double room = 1.0 / (25.0 + zero);
	const double boiling = 1.0 / (boiling_point + zero);
	const double wanted = 1.0 / (temperature + zero);
	double slope = (log(101.325) - log(at_25_degc)) / (boiling - room);

	if (!(at_25_degc > 0.0) || !(slope < 0.0))
		return (double)NAN;
	return at_25_degc * exp(slope * (wanted - room));
}
