/* SPDX-License-Identifier: MIT */
#include "base/random.h"

#include <math.h>

static const uint64_t golden_gamma = 0x9e3779b97f4a7c15u;

static uint64_t mixed(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

struct random random_stream(uint64_t seed, uint64_t index)
{
	return (struct random){mixed(seed + golden_gamma) ^ mixed(index * golden_gamma + 1)};
}

static uint64_t random_bits(struct random *random)
{
	random->state += golden_gamma;
	return mixed(random->state);
}

double random_unit(struct random *random)
{
	return (double)(random_bits(random) >> 11) * 0x1.0p-53;
}

double random_triangular(struct random *random, double low, double mode, double high)
{
	double u = random_unit(random);
	double span = high - low;

	if (!(span > 0.0))
		return mode;
	if (u * span < mode - low)
		return low + sqrt(u * span * (mode - low));
	return high - sqrt((1.0 - u) * span * (high - mode));
}
