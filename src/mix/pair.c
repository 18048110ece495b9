/* SPDX-License-Identifier: MIT */
#include "mix/pair.h"

#include <math.h>

/* The properties that these facts are made of; a database without one has no such fact. */
static const char boiling_key[] = "boiling_point";
static const char volume_key[] = "molar_volume";
static const char hansen_group[] = "hansen";

static const double gas_constant = 8.314462618; /* J/(mol K) = MPa cm3/(mol K), CODATA 2018 */
static const double room = 298.15;              /* K */

static double cell(const struct db *db, const char *key, uint32_t row)
{
	const size_t property = prop_find(&db->properties, TABLE_SOLVENTS, str_from(key));
	const double x =
	    property == SIZE_MAX ? DB_UNKNOWN : db_cell(db, TABLE_SOLVENTS, row, property);

	return isfinite(x) ? x : DB_UNKNOWN;
}

static double boiling_gap(const struct db *db, const struct mixture *mixture)
{
	double low = HUGE_VAL;
	double high = -HUGE_VAL;

	for (size_t i = 0; i < mixture->count; i++) {
		double x = cell(db, boiling_key, mixture->parts[i].row);

		if (isnan(x))
			return x;
		low = fmin(low, x);
		high = fmax(high, x);
	}
	return high - low;
}

/* Ra between two solvents. */
static double hansen_distance(const struct db *db, uint32_t a, uint32_t b)
{
	static const double weights[3] = {4.0, 1.0, 1.0};
	double sum = 0.0;

	for (size_t i = 0; i < db->properties.count; i++) {
		const struct property *property = &db->properties.rows[i];
		double d;

		if (!property->group || !str_is(str_from(property->group), hansen_group) ||
		    !prop_in_table(property, TABLE_SOLVENTS))
			continue;
		d = db_cell(db, TABLE_SOLVENTS, a, i) - db_cell(db, TABLE_SOLVENTS, b, i);
		sum += weights[property->axis] * d * d;
	}
	return isfinite(sum) ? sqrt(sum) : DB_UNKNOWN;
}

/* The largest Ra at which two liquids of these molar volumes stay one phase. */
static double critical_distance(double volume_a, double volume_b)
{
	return sqrt(2.0 * gas_constant * room) * (1.0 / sqrt(volume_a) + 1.0 / sqrt(volume_b));
}

static void judge_pair(const struct db *db, uint32_t a, uint32_t b, struct pair_facts *facts)
{
	const double distance = hansen_distance(db, a, b);
	const double most = critical_distance(cell(db, volume_key, a), cell(db, volume_key, b));

	if (isnan(distance) || isnan(most))
		return;
	/* The pair that is nearest to parting stands for all. */
	if (isnan(facts->distance) || distance / most > facts->distance / facts->distance_max) {
		facts->distance = distance;
		facts->distance_max = most;
	}
	facts->doubt = facts->distance > facts->distance_max;
}

struct pair_facts pair_facts_of(const struct db *db, const struct mixture *mixture)
{
	struct pair_facts facts = {.boiling_gap = boiling_gap(db, mixture),
				   .distance = DB_UNKNOWN,
				   .distance_max = DB_UNKNOWN};

	for (size_t i = 0; i < mixture->count; i++)
		for (size_t k = i + 1; k < mixture->count; k++)
			judge_pair(db, mixture->parts[i].row, mixture->parts[k].row, &facts);
	return facts;
}
