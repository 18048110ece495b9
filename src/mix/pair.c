/* SPDX-License-Identifier: MIT */
#include "mix/pair.h"

#include <math.h>

#include "model/red.h"

/* Their Hansen parameters are this group; a database without it has no distance. */
static const char hansen_group[] = "hansen";

static const double gas_constant = 8.314462618; /* J/(mol K) = MPa cm3/(mol K), CODATA 2018 */
static const double room = 298.15;              /* K */

static double boiling_gap(const struct db *db, const struct mixture *mixture)
{
	double low = HUGE_VAL;
	double high = -HUGE_VAL;

	for (size_t i = 0; i < mixture->count; i++) {
		double x = solvent_num(db, mixture->parts[i].row, SOLVENT_BOILING_POINT).value;

		if (isnan(x))
			return x;
		low = fmin(low, x);
		high = fmax(high, x);
	}
	return high - low;
}

/* Axes that the database lacks stay as they are. */
static void hansen_point(const struct db *db, uint32_t row, double point[3])
{
	for (size_t i = 0; i < db->properties.count; i++) {
		const struct property *property = &db->properties.rows[i];

		if (property->group && str_is(str_from(property->group), hansen_group) &&
		    prop_in_table(property, TABLE_SOLVENTS))
			point[property->axis] = db_num(db, TABLE_SOLVENTS, row, i).value;
	}
}

/* Ra between two solvents; NaN if a parameter is unknown. */
static double distance_between(const struct db *db, uint32_t a, uint32_t b)
{
	double from[3] = {DB_UNKNOWN, DB_UNKNOWN, DB_UNKNOWN};
	double to[3] = {DB_UNKNOWN, DB_UNKNOWN, DB_UNKNOWN};

	hansen_point(db, a, from);
	hansen_point(db, b, to);
	return red_distance(from, to);
}

/* The largest Ra at which two liquids of these molar volumes stay one phase. */
static double critical_distance(double volume_a, double volume_b)
{
	return sqrt(2.0 * gas_constant * room) * (1.0 / sqrt(volume_a) + 1.0 / sqrt(volume_b));
}

static void judge_pair(const struct db *db, uint32_t a, uint32_t b, struct pair_facts *facts)
{
	const double distance = distance_between(db, a, b);
	const double most = critical_distance(solvent_num(db, a, SOLVENT_MOLAR_VOLUME).value,
					      solvent_num(db, b, SOLVENT_MOLAR_VOLUME).value);

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
