/* SPDX-License-Identifier: MIT */
#include "data/mixture.h"

#include <assert.h>
#include <math.h>

struct num solvent_num(const struct db *db, uint32_t row, enum solvent_quantity quantity)
{
	static const char *const keys[SOLVENT_QUANTITY_COUNT] = {
	    [SOLVENT_DENSITY] = "density",
	    [SOLVENT_MOLAR_VOLUME] = "molar_volume",
	    [SOLVENT_BOILING_POINT] = "boiling_point",
	    [SOLVENT_VAPOR_PRESSURE] = "vapor_pressure",
	};
	const size_t property =
	    prop_find(&db->properties, TABLE_SOLVENTS, str_from(keys[quantity]));
	struct num n;

	if (property == SIZE_MAX)
		return num_missing();
	n = db_num(db, TABLE_SOLVENTS, row, property);
	return num_has_value(n) ? n : num_missing();
}

/* One material in several parts is that material: Raoult's spread, say, must not come in. */
static bool is_one_material(const struct mixture *mixture)
{
	for (size_t i = 1; i < mixture->count; i++)
		if (mixture->parts[i].row != mixture->parts[0].row)
			return false;
	return true;
}

static double power(double x, double exponent)
{
	/* Of |x|, so that a donor number slightly below zero does no harm. */
	return x > 0 ? pow(x, exponent) : 0;
}

/* (sum of weight * x^exponent)^(1/exponent); the plain mean for exponent 1. */
static double mean_of(const double *x, const double *weights, size_t count, double exponent)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += weights[i] * (exponent == 1 ? x[i] : power(x[i], exponent));
	return exponent == 1 ? sum : pow(sum, 1 / exponent);
}

/* Takes over state and kind of the worst part; false if a part has no value. */
static bool gather_states(struct num *n, const struct num *parts, size_t count)
{
	*n = num_exact(0, NUM_MEASURED);
	for (size_t i = 0; i < count; i++) {
		if (!num_has_value(parts[i]))
			return false;
		n->state = num_worse_state(n->state, parts[i].state);
		n->kind = num_weaker_kind(n->kind, parts[i].kind);
	}
	return true;
}

static struct num weighted_mean(const struct num *parts, const double *weights, size_t count,
				double exponent)
{
	double values[MIXTURE_PARTS_MAX];
	double lows[MIXTURE_PARTS_MAX];
	double highs[MIXTURE_PARTS_MAX];
	struct num states;
	struct num n;

	if (!gather_states(&states, parts, count))
		return num_missing();
	for (size_t i = 0; i < count; i++) {
		values[i] = parts[i].value;
		lows[i] = parts[i].low;
		highs[i] = parts[i].high;
	}
	n = num_between(mean_of(values, weights, count, exponent),
			mean_of(lows, weights, count, exponent),
			mean_of(highs, weights, count, exponent), states.kind);
	n.state = states.state;
	return n;
}

static struct num volume_mean(const struct mixture *mixture, const struct num *parts,
			      double exponent)
{
	double weights[MIXTURE_PARTS_MAX];

	for (size_t i = 0; i < mixture->count; i++)
		weights[i] = mixture->parts[i].volume;
	return weighted_mean(parts, weights, mixture->count, exponent);
}

/* Mole fractions from the molar volumes; false (all NaN) if one is unknown. */
static bool mole_fractions(const struct db *db, const struct mixture *mixture, size_t molar_volume,
			   double *fractions)
{
	bool known = true;
	double sum = 0;

	for (size_t i = 0; i < mixture->count; i++) {
		const double volume =
		    db_cell(db, TABLE_SOLVENTS, mixture->parts[i].row, molar_volume);

		fractions[i] = mixture->parts[i].volume / volume;
		known = known && isfinite(volume) && volume > 0;
		sum += fractions[i];
	}
	for (size_t i = 0; i < mixture->count; i++)
		fractions[i] = known ? fractions[i] / sum : DB_UNKNOWN;
	return known;
}

static struct num mole_mean(const struct db *db, const struct mixture *mixture,
			    const struct property *property, const struct num *parts)
{
	const size_t by = prop_find(&db->properties, TABLE_SOLVENTS, str_from(property->mix_by));
	double weights[MIXTURE_PARTS_MAX];

	if (!mole_fractions(db, mixture, by, weights))
		return num_missing();
	return weighted_mean(parts, weights, mixture->count, 1);
}

static struct num spread_decades(struct num n, double decades)
{
	const double factor = pow(10, decades);

	if (num_has_value(n)) {
		n.low /= factor;
		n.high *= factor;
	}
	return n;
}

/* The lowest (sign 1) or highest (sign -1) of the parts that count; "none" stands back. */
static struct num extreme(const struct mixture *mixture, const struct num *parts, double from,
			  double sign)
{
	struct num n = num_none();
	bool counted = false;

	for (size_t i = 0; i < mixture->count; i++) {
		if (mixture->parts[i].volume < from)
			continue;
		counted = true;
		if (parts[i].state == NUM_MISSING)
			return num_missing();
		if (parts[i].state == NUM_NONE)
			continue;
		if (n.state == NUM_NONE)
			n = parts[i];
		else
			n = sign > 0 ? num_minimum(n, parts[i]) : num_maximum(n, parts[i]);
	}
	return counted ? n : num_missing();
}

struct num mixture_mix(const struct db *db, const struct mixture *mixture, size_t property,
		       const struct num *parts)
{
	const struct property *rule = &db->properties.rows[property];

	assert(mixture->count <= MIXTURE_PARTS_MAX);
	if (mixture->count == 0)
		return num_missing();
	if (is_one_material(mixture))
		return parts[0];
	switch (rule->mix) {
	case MIX_NONE:
		break;
	case MIX_VOLUME:
		return volume_mean(mixture, parts, 1);
	case MIX_POWER:
		return volume_mean(mixture, parts, rule->mix_exponent);
	case MIX_MOLE:
		return mole_mean(db, mixture, rule, parts);
	case MIX_RAOULT:
		return spread_decades(mole_mean(db, mixture, rule, parts), rule->mix_decades);
	case MIX_LOWEST:
		return extreme(mixture, parts, rule->mix_from, 1);
	case MIX_HIGHEST:
	case MIX_UNION: /* of flags; codes are no numbers and come in as missing */
		return extreme(mixture, parts, rule->mix_from, -1);
	}
	return num_missing();
}

struct num mixture_num(const struct db *db, const struct mixture *mixture, size_t property)
{
	struct num parts[MIXTURE_PARTS_MAX];

	assert(mixture->count <= MIXTURE_PARTS_MAX);
	for (size_t i = 0; i < mixture->count; i++)
		parts[i] = db_num(db, TABLE_SOLVENTS, mixture->parts[i].row, property);
	return mixture_mix(db, mixture, property, parts);
}

static double density_of(const struct db *db, uint32_t row)
{
	const double density = solvent_num(db, row, SOLVENT_DENSITY).value;

	return density > 0 ? density : DB_UNKNOWN;
}

bool mixture_mass_fractions(const struct db *db, const struct mixture *mixture, double *fractions)
{
	const bool pure = mixture->count == 1;
	double sum = 0;

	for (size_t i = 0; i < mixture->count; i++) {
		fractions[i] =
		    mixture->parts[i].volume * (pure ? 1 : density_of(db, mixture->parts[i].row));
		sum += fractions[i];
	}
	for (size_t i = 0; i < mixture->count; i++)
		fractions[i] = isfinite(sum) ? fractions[i] / sum : DB_UNKNOWN;
	return isfinite(sum);
}

bool mixture_from_masses(const struct db *db, const double *masses, struct part *parts,
			 size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++) {
		parts[i].volume = masses[i] / density_of(db, parts[i].row);
		sum += parts[i].volume;
	}
	for (size_t i = 0; i < count; i++)
		parts[i].volume = isfinite(sum) ? parts[i].volume / sum : DB_UNKNOWN;
	return isfinite(sum);
}
