/* SPDX-License-Identifier: MIT */
/*
 * What a blend's parts say about it that no score does: how far apart they boil, and whether they
 * may part into two layers.
 *
 * Miscibility by regular solution theory: with the exchange energy B = Ra^2 / 4 per volume (Hansen
 * 2007, ISBN 978-0-8493-7248-3, eq. 2.4 of the Flory parameter) two liquids stay one phase in all
 * proportions while B <= RT/2 (V1^-1/2 + V2^-1/2)^2 (Hildebrand & Scott 1950; the critical point of
 * Flory and Huggins for two sizes), that is while Ra is below about 14 MPa^0.5 for 100 cm3/mol. A
 * judgement: pairs that associate (an alcohol in an alkane) are doubted without need.
 */
#ifndef SLURRYSCREEN_MIX_PAIR_H
#define SLURRYSCREEN_MIX_PAIR_H

#include "data/mixture.h"

struct pair_facts {
	double boiling_gap;  /* K, highest less lowest of the parts; NaN if one is unknown */
	double distance;     /* Ra of the two parts most at odds, MPa^0.5; NaN if one is unknown */
	double distance_max; /* beyond it they may part into layers */
	bool doubt;          /* distance > distance_max */
};

struct pair_facts pair_facts_of(const struct db *db, const struct mixture *mixture);

#endif
