/* SPDX-License-Identifier: MIT */
#include "model/measure.h"

#include <assert.h>
#include <math.h>

#include "model/measure_leaf.h"

const struct measure_type measure_types[MEASURE_OP_COUNT] = {
    [MEASURE_NUMBER] = {"number", MEASURE_NUMBER, 0, 0, false, "A number as it stands."},
    [MEASURE_VALUE] = {"value", MEASURE_VALUE, 0, 0, false,
		       "A property of the solvent, binder, electrolyte or salt: \"solvent.logp\"."},
    [MEASURE_PRODUCT] = {"product", MEASURE_PRODUCT, 2, 8, false, "The product of its measures."},
    [MEASURE_RATIO] = {"ratio", MEASURE_RATIO, 2, 2, false, "The first measure over the second."},
    [MEASURE_DIFFERENCE] = {"difference", MEASURE_DIFFERENCE, 2, 2, false,
			    "The first measure less the second."},
    [MEASURE_LOG10] = {"log10", MEASURE_LOG10, 1, 1, false, "The decimal logarithm."},
    [MEASURE_HYPOT] = {"hypot", MEASURE_HYPOT, 2, 2, false,
		       "The root of the sum of the squares of two measures."},
    [MEASURE_COUNT] = {"count", MEASURE_COUNT, 0, 0, false,
		       "How many codes a property of codes holds."},
    [MEASURE_CURVE] = {"curve", MEASURE_CURVE, 1, 1, false,
		       "A piecewise-linear curve [[x, y], ...] of the measure in \"of\"."},
    [MEASURE_LINEAR] = {"linear", MEASURE_LINEAR, 1, 1, false,
			"The measure times \"factor\" plus \"offset\"."},
    [MEASURE_FIRST] = {"first", MEASURE_FIRST, 1, 8, false,
		       "The first of its measures that has a value."},
    [MEASURE_RED] = {"red", MEASURE_RED, 1, 1, false,
		     "Hansen's relative energy difference of two points and a radius."},
    [MEASURE_WORST] = {"worst", MEASURE_WORST, 0, 0, false,
		       "The lowest desirability among the codes of a property."},
    [MEASURE_RANGES] = {"ranges", MEASURE_RANGES, 0, 0, false,
			"The range that the first listed code stands for."},
    [MEASURE_CLASS] = {"class", MEASURE_CLASS, 0, 0, false,
		       "The typical value of the solvent's functional class."},
    [MEASURE_VAPOR] = {"vapor", MEASURE_VAPOR, 1, 1, false,
		       "The vapour pressure at 25 degC, kPa, from a boiling point in degC."},
    [MEASURE_FACT] = {"fact", MEASURE_FACT, 0, 0, true,
		      "A number measured on exactly these materials."},
};

enum table_id role_table(enum role role)
{
	static const enum table_id tables[ROLE_COUNT] = {
	    [ROLE_SE] = TABLE_ELECTROLYTES,
	    [ROLE_BINDER] = TABLE_BINDERS,
	    [ROLE_SOLVENT] = TABLE_SOLVENTS,
	    [ROLE_SALT] = TABLE_SALTS,
	};

	return tables[role];
}

struct power_sum {
	double value;
	double low;
	double high;
};

static double powered(double x)
{
	return pow(fmax(x, 0.0), MEASURE_POWER_EXPONENT);
}

static struct num power_mean(const struct measure *measure, const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;
	struct power_sum sum = {0.0, 0.0, 0.0};
	struct measure single = *measure;
	struct num mean = num_exact(0.0, NUM_MEASURED);

	single.mix = MEASURE_MIX_NONE;
	for (size_t i = 0; i < mixture->count; i++) {
		struct one_part one;
		struct num n = measure_num(&single, one_part_context(&one, context, i));

		if (!num_has_value(n))
			return num_missing();
		sum.value += mixture->parts[i].volume * powered(n.value);
		sum.low += mixture->parts[i].volume * powered(n.low);
		sum.high += mixture->parts[i].volume * powered(n.high);
		mean.state = num_worse_state(mean.state, n.state);
		mean.kind = num_weaker_kind(mean.kind, n.kind);
	}
	mean.value = pow(sum.value, 1.0 / MEASURE_POWER_EXPONENT);
	mean.low = pow(sum.low, 1.0 / MEASURE_POWER_EXPONENT);
	mean.high = pow(sum.high, 1.0 / MEASURE_POWER_EXPONENT);
	return mean;
}

static struct num first_with_value(const struct measure *measure,
				   const struct measure_context *context)
{
	for (size_t i = 0; i < measure->arg_count; i++) {
		struct num n = measure_num(measure->args[i], context);

		if (num_has_value(n))
			return n;
	}
	return num_missing();
}

static struct num product(const struct measure *measure, const struct measure_context *context)
{
	struct num n = measure_num(measure->args[0], context);

	for (size_t i = 1; i < measure->arg_count; i++)
		n = num_multiply(n, measure_num(measure->args[i], context));
	return n;
}

static struct num linear(const struct measure *measure, struct num x)
{
	return num_add(num_scale(x, measure->factor), num_exact(measure->offset, NUM_MEASURED));
}

double vapor_pressure_from_boiling(double boiling_point)
{
	const double gas_constant = 8.314462618; /* J/(mol K), CODATA 2018 */
	const double atmosphere = 101.325;       /* kPa */
	const double room = 298.15;              /* K */
	double boiling = boiling_point + 273.15;
	double critical = 1.5 * boiling;
	double at_boiling = boiling * (36.61 + gas_constant * log(boiling));
	double at_room =
	    at_boiling * pow((1.0 - room / critical) / (1.0 - boiling / critical), 0.38);
	double mean = 0.5 * (at_boiling + at_room);

	return atmosphere * exp(-mean / gas_constant * (1.0 / room - 1.0 / boiling));
}

/* Below this the critical temperature of the estimate comes too near 25 degC. */
static const double vapor_boiling_lowest = -70.0;

static struct num vapor(struct num boiling)
{
	struct num n = boiling;

	if (!num_has_value(boiling) || boiling.low < vapor_boiling_lowest)
		return num_missing();
	n.value = vapor_pressure_from_boiling(boiling.value);
	n.low = vapor_pressure_from_boiling(boiling.high);
	n.high = vapor_pressure_from_boiling(boiling.low);
	n.kind = num_weaker_kind(boiling.kind, NUM_ESTIMATED);
	return n;
}

static struct num widened(struct num n, double spread, double decades)
{
	if (!num_has_value(n))
		return n;
	n.low -= spread;
	n.high += spread;
	if (decades > 0.0) {
		/* A number below zero spreads the other way round. */
		n.low *= pow(10.0, n.low > 0.0 ? -decades : decades);
		n.high *= pow(10.0, n.high > 0.0 ? decades : -decades);
	}
	return n;
}

static struct num by_op(const struct measure *measure, const struct measure_context *context)
{
	const struct measure *const *args = measure->args;

	switch (measure->op) {
	case MEASURE_NUMBER:
		return num_exact(measure->number, NUM_MEASURED);
	case MEASURE_VALUE:
		return measure_value(&measure->operand, context);
	case MEASURE_PRODUCT:
		return product(measure, context);
	case MEASURE_RATIO:
		return num_divide(measure_num(args[0], context), measure_num(args[1], context));
	case MEASURE_DIFFERENCE:
		return num_subtract(measure_num(args[0], context), measure_num(args[1], context));
	case MEASURE_LOG10:
		return num_log10(measure_num(args[0], context));
	case MEASURE_HYPOT:
		return num_hypot(measure_num(args[0], context), measure_num(args[1], context));
	case MEASURE_COUNT:
		return measure_count(&measure->operand, context);
	case MEASURE_CURVE:
		return curve_num(measure->curve, measure_num(args[0], context));
	case MEASURE_LINEAR:
		return linear(measure, measure_num(args[0], context));
	case MEASURE_FIRST:
		return first_with_value(measure, context);
	case MEASURE_RED:
		return measure_red(measure, context);
	case MEASURE_WORST:
		return measure_worst(measure, context);
	case MEASURE_RANGES:
		return measure_ranges(measure, context);
	case MEASURE_CLASS:
		return measure_class(&measure->operand, context);
	case MEASURE_VAPOR:
		return vapor(measure_num(args[0], context));
	case MEASURE_FACT:
		return measure_fact(measure->fact, context);
	case MEASURE_OP_COUNT:
		break;
	}
	assert(false && "no such measure");
	return num_missing();
}

struct num measure_num(const struct measure *measure, const struct measure_context *context)
{
	struct num n;

	if (measure->in_sample && !context->use_in_sample)
		return num_missing();
	if (measure->mix == MEASURE_MIX_POWER && context->combo->solvent.count > 1)
		n = power_mean(measure, context);
	else
		n = by_op(measure, context);
	return widened(n, measure->spread, measure->decades);
}
