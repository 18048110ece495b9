/* SPDX-License-Identifier: MIT */
/*
 * What the numbers of an evaluation were read off: the cells of the database behind each term and
 * each gate, stand-ins with what they stand in for.
 */
#ifndef SLURRYSCREEN_ENGINE_EXPLAIN_INPUTS_H
#define SLURRYSCREEN_ENGINE_EXPLAIN_INPUTS_H

#include "engine/eval.h"

/* One cell that was looked at. */
struct explain_input {
	enum table_id table;
	uint32_t row;
	size_t property;
	bool unknown;      /* nothing stands there */
	bool stand_in;     /* read because another one is unknown */
	size_t instead_of; /* that property; SIZE_MAX unless stand_in */
	size_t term;       /* index in the model; SIZE_MAX for a gate */
};

struct explain_inputs {
	struct explain_input *items;
	size_t count;
	size_t capacity;
	struct arena *arena;
};

/* Adds the cells behind a term, in the order in which it reads them, each once. */
void explain_add_term(struct explain_inputs *inputs, const struct evaluator *evaluator,
		      const struct evaluation *evaluation, size_t term);

/*
 * Adds the cells that a gate looks at: of the list of conditions that fired it, or the unknown ones
 * that keep it from being checked. Nothing for a gate that passed.
 */
void explain_add_gate(struct explain_inputs *inputs, const struct evaluator *evaluator,
		      const struct evaluation *evaluation, size_t gate);

/* The unit and the decimals in which people read a measure; "" where it has none. */
struct explain_unit {
	const char *before; /* "log10 of", or "" */
	const char *unit;
	int digits;
};
struct explain_unit explain_unit_of(const struct measure *measure, const struct db *db);

/* The reading that a term's result rests on; NULL if nothing was readable. */
const struct reading *explain_reading(const struct term *term, const struct term_result *result);

/*
 * The value of one property at which a measure would be `wanted`, everything else as it is:
 * products, differences, logarithms and the like are undone on the way to it. false where that is
 * not possible (distances, codes, blends).
 */
struct explain_wanted {
	struct operand operand;
	double value;
	bool rising; /* the measure rises with the property */
};
bool explain_invert(const struct measure *measure, const struct measure_context *context,
		    double wanted, struct explain_wanted *found);

/* The argument at which the curve takes the value y that is nearest to x; NaN if it never does. */
double explain_curve_argument(const struct curve *curve, double y, double x);

#endif
