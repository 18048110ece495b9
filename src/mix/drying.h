/* SPDX-License-Identifier: MIT */
/*
 * A film of a blend as it dries: composition by evaporate.h, and at every step what the model says
 * of the liquid that is left. Two things go wrong that no score of the fresh slurry shows: the
 * binder falls out while there is still liquid, and the part that stays to the end is the one that
 * harms the electrolyte.
 */
#ifndef SLURRYSCREEN_MIX_DRYING_H
#define SLURRYSCREEN_MIX_DRYING_H

#include "engine/eval.h"
#include "mix/evaporate.h"

#define DRYING_ROOM 25.0 /* degC, at which vapour pressures are tabulated */

enum { DRYING_STEPS = 14 };

struct drying_request {
	const struct evaluator *evaluator;
	struct combo combo; /* a liquid of two parts or more */
	double temperature; /* degC */
};

struct drying_part {
	uint32_t row;
	struct num vapor_pressure; /* kPa at the temperature; estimated away from 25 degC */
	struct num molar_volume;   /* cm3/mol */
	double
	    alone; /* the electrolyte's criterion, this solvent by itself; NaN if there is none */
	bool last; /* leaves last */
};

struct drying_step {
	double left; /* of the volume at the start; 0: the limit, the last part by itself */
	struct mixture liquid;
	struct num red; /* state NUM_MISSING if the model has none or it is unknown */
	const struct evaluation *evaluation;
};

struct drying {
	const struct drying_request *request; /* a copy */
	bool known; /* false: `unknown` lacks a vapour pressure or a molar volume, no steps */
	uint32_t unknown;
	struct drying_part parts[EVAPORATE_PARTS_MAX];
	size_t part_count;
	struct drying_step steps[DRYING_STEPS];
	size_t step_count;
	size_t criterion; /* the first on electrolyte and solvent alone; SIZE_MAX none */
	size_t last;      /* index of the part that leaves last */
	size_t harsher;   /* index of the part that is worst for the electrolyte by itself */
	bool dissolved;   /* at the start: RED <= 1 */
	double falls_out; /* share of the start left when RED rises through 1; NaN: it does not */
	/* Share left when the last part makes up DRYING_ALONE of the rest; NaN: from the start. */
	double alone;
	bool harsher_stays; /* the last part is the harsher one, and worse than the whole blend */
};

/* From this volume fraction on a part counts as alone with the electrolyte. */
#define DRYING_ALONE 0.95

/* Everything in arena. */
const struct drying *drying_run(const struct drying_request *request, struct arena *arena);

/*
 * Vapour pressure of one solvent at a temperature. At 25 degC the database's value; elsewhere by
 * Clausius-Clapeyron through it and the boiling point, estimated; without a value at 25 degC from
 * the boiling point alone, inferred. 101.325 kPa at the boiling point by construction.
 */
struct num drying_vapor_pressure(const struct db *db, uint32_t solvent, double temperature);

#endif
