/* SPDX-License-Identifier: MIT */
/*
 * Properties of liquids made of several solvents: volume fractions before mixing, ideal.
 * A pure solvent is a mixture of one part; a dry process has none.
 */
#ifndef SLURRYSCREEN_DATA_MIXTURE_H
#define SLURRYSCREEN_DATA_MIXTURE_H

#include "data/db.h"

struct part {
	uint32_t row;  /* of the solvents table */
	double volume; /* fraction, 0 to 1 */
};

struct mixture {
	const struct part *parts;
	size_t count;
};

/* By the property's mixing rule; inferred if a part's is, missing if a part's is. */
struct num mixture_num(const struct db *db, const struct mixture *mixture, size_t property);

/* The same from the parts' numbers, one each, for callers who filled some in. */
struct num mixture_mix(const struct db *db, const struct mixture *mixture, size_t property,
		       const struct num *parts);

enum { MIXTURE_PARTS_MAX = 16 };

/* Mass fractions by the densities; false (all NaN) if one is unknown. A pure solvent needs none. */
bool mixture_mass_fractions(const struct db *db, const struct mixture *mixture, double *fractions);

/* The way back: volume fractions into parts, from mass fractions; false if a density is unknown. */
bool mixture_from_masses(const struct db *db, const double *masses, struct part *parts,
			 size_t count);

#endif
