/* SPDX-License-Identifier: MIT */
/*
 * Seeded random numbers, the same on every machine: SplitMix64 (Steele, Lea & Flood 2014,
 * doi:10.1145/2660193.2660195). A stream is picked by seed and index, so that draws do not depend
 * on the order, or the thread, in which they are made.
 */
#ifndef SLURRYSCREEN_BASE_RANDOM_H
#define SLURRYSCREEN_BASE_RANDOM_H

#include <stdint.h>

struct random {
	uint64_t state;
};

struct random random_stream(uint64_t seed, uint64_t index);
/* In [0, 1), 53 bits. */
double random_unit(struct random *random);
/* Triangular between low and high with its mode in between; the mode if low == high. */
double random_triangular(struct random *random, double low, double mode, double high);

#endif
