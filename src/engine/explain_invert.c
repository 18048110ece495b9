/* SPDX-License-Identifier: MIT */
/* From a desirability that would be needed back to the quantity that somebody measures. */
#include <math.h>

#include "engine/explain_inputs.h"
#include "model/measure_leaf.h"

const struct reading *explain_reading(const struct term *term, const struct term_result *result)
{
	if (result->reading == SIZE_MAX)
		return &term->reading;
	return result->reading == 0 ? &term->reading : &term->instead[result->reading - 1];
}

struct explain_unit explain_unit_of(const struct measure *measure, const struct db *db)
{
	const struct explain_unit none = {"", "", 2};
	struct explain_unit unit;

	if (!measure)
		return none;
	switch (measure->op) {
	case MEASURE_VALUE:
	case MEASURE_CLASS:
		unit =
		    (struct explain_unit){"", db->properties.rows[measure->operand.property].unit,
					  db->properties.rows[measure->operand.property].digits};
		return unit;
	case MEASURE_LOG10:
		unit = explain_unit_of(measure->args[0], db);
		return (struct explain_unit){"log10 of ", unit.unit, 2};
	case MEASURE_VAPOR:
		return (struct explain_unit){"", "kPa", 2};
	case MEASURE_PRODUCT:
	case MEASURE_DIFFERENCE:
	case MEASURE_HYPOT:
	case MEASURE_LINEAR:
	case MEASURE_FIRST:
		return explain_unit_of(measure->args[0], db);
	case MEASURE_NUMBER:
	case MEASURE_RATIO:
	case MEASURE_COUNT:
	case MEASURE_CURVE:
	case MEASURE_RED:
	case MEASURE_WORST:
	case MEASURE_RANGES:
	case MEASURE_FACT:
	case MEASURE_OP_COUNT:
		break;
	}
	return none;
}

static bool invert_value(const struct measure *measure, const struct measure_context *context,
			 double wanted, struct explain_wanted *found)
{
	const struct property *property = &context->db->properties.rows[measure->operand.property];

	if (property->kind != PROP_NUMBER || !isfinite(wanted) || wanted < property->hard_low ||
	    wanted > property->hard_high)
		return false;
	*found = (struct explain_wanted){measure->operand, wanted, true};
	return true;
}

/* By its first factor, the others as they are. */
static bool invert_product(const struct measure *measure, const struct measure_context *context,
			   double wanted, struct explain_wanted *found)
{
	double others = 1.0;

	for (size_t i = 1; i < measure->arg_count; i++)
		others *= measure_num(measure->args[i], context).value;
	if (!(others > 0.0))
		return false;
	return explain_invert(measure->args[0], context, wanted / others, found);
}

static bool invert_difference(const struct measure *measure, const struct measure_context *context,
			      double wanted, struct explain_wanted *found)
{
	const double first = measure_num(measure->args[0], context).value;
	const double second = measure_num(measure->args[1], context).value;

	if (isfinite(second) && explain_invert(measure->args[0], context, wanted + second, found))
		return true;
	if (!isfinite(first) || !explain_invert(measure->args[1], context, first - wanted, found))
		return false;
	found->rising = !found->rising;
	return true;
}

bool explain_invert(const struct measure *measure, const struct measure_context *context,
		    double wanted, struct explain_wanted *found)
{
	if (context->combo->solvent.count > 1 && (measure->roles >> ROLE_SOLVENT & 1u) != 0)
		return false;
	switch (measure->op) {
	case MEASURE_VALUE:
		return invert_value(measure, context, wanted, found);
	case MEASURE_PRODUCT:
		return invert_product(measure, context, wanted, found);
	case MEASURE_DIFFERENCE:
		return invert_difference(measure, context, wanted, found);
	case MEASURE_LOG10:
		return explain_invert(measure->args[0], context, pow(10.0, wanted), found);
	case MEASURE_LINEAR:
		return measure->factor > 0.0 &&
		       explain_invert(measure->args[0], context,
				      (wanted - measure->offset) / measure->factor, found);
	case MEASURE_FIRST:
		for (size_t i = 0; i < measure->arg_count; i++)
			if (num_has_value(measure_num(measure->args[i], context)))
				return explain_invert(measure->args[i], context, wanted, found);
		return false;
	case MEASURE_NUMBER:
	case MEASURE_RATIO:
	case MEASURE_HYPOT:
	case MEASURE_COUNT:
	case MEASURE_CURVE:
	case MEASURE_RED:
	case MEASURE_WORST:
	case MEASURE_RANGES:
	case MEASURE_CLASS:
	case MEASURE_VAPOR:
	case MEASURE_FACT:
	case MEASURE_OP_COUNT:
		break;
	}
	return false;
}

static bool nearer(double candidate, double best, double x)
{
	return isnan(best) || (isfinite(x) && fabs(candidate - x) < fabs(best - x));
}

double explain_curve_argument(const struct curve *curve, double y, double x)
{
	double best = (double)NAN;

	for (size_t i = 1; i < curve->count; i++) {
		const struct curve_point *a = &curve->points[i - 1];
		const struct curve_point *b = &curve->points[i];
		const double rise = b->y - a->y;
		double at;

		if (y < fmin(a->y, b->y) || y > fmax(a->y, b->y) || rise == 0.0)
			continue;
		at = a->x + (b->x - a->x) * (y - a->y) / rise;
		if (nearer(at, best, x))
			best = at;
	}
	return best;
}
