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

/*
 * What physics needs of a solvent where no rule of a model asks: masses, mole fractions, vapour
 * away from 25 degC, miscibility. The only properties that C code knows by their keys.
 */
enum solvent_quantity {
	SOLVENT_DENSITY,        /* g/cm3 */
	SOLVENT_MOLAR_VOLUME,   /* cm3/mol */
	SOLVENT_BOILING_POINT,  /* degC */
	SOLVENT_VAPOR_PRESSURE, /* kPa at 25 degC */
	SOLVENT_QUANTITY_COUNT
};

/* Missing where it is unknown, or where the database has no such property. */
struct num solvent_num(const struct db *db, uint32_t row, enum solvent_quantity quantity);

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
