/* SPDX-License-Identifier: MIT */
#include "base/num.h"

#include <float.h>
#include <math.h>

struct num num_exact(double value, enum num_kind kind)
{
	return num_between(value, value, value, kind);
}

struct num num_between(double value, double low, double high, enum num_kind kind)
{
	/* Written so that a NaN end gives way to the value. */
	return (struct num){
	    .value = value,
	    .low = low < value ? low : value,
	    .high = high > value ? high : value,
	    .state = NUM_KNOWN,
	    .kind = kind,
	};
}

/* NAN is a float constant and HUGE_VAL the infinity of type double. */
static struct num without_value(enum num_state state, enum num_kind kind)
{
	return (struct num){(double)NAN, -HUGE_VAL, HUGE_VAL, state, kind};
}

struct num num_missing(void)
{
	return without_value(NUM_MISSING, NUM_UNCITED);
}

struct num num_none(void)
{
	return without_value(NUM_NONE, NUM_MEASURED);
}

bool num_has_value(struct num n)
{
	return n.state == NUM_KNOWN || n.state == NUM_INFERRED;
}

struct num num_as_inferred(struct num n)
{
	n.state = num_worse_state(n.state, NUM_INFERRED);
	return n;
}

enum num_state num_worse_state(enum num_state a, enum num_state b)
{
	return a > b ? a : b;
}

enum num_kind num_weaker_kind(enum num_kind a, enum num_kind b)
{
	return a > b ? a : b;
}

/* The outcome of an operation on a and b, both of which have a value. */
static struct num outcome(struct num a, struct num b, double value, double low, double high)
{
	struct num n;

	if (!isfinite(value))
		return num_missing();
	n = num_between(value, low, high, num_weaker_kind(a.kind, b.kind));
	n.state = num_worse_state(a.state, b.state);
	return n;
}

static bool both_have_values(struct num a, struct num b)
{
	return num_has_value(a) && num_has_value(b);
}

struct num num_add(struct num a, struct num b)
{
	if (!both_have_values(a, b))
		return num_missing();
	return outcome(a, b, a.value + b.value, a.low + b.low, a.high + b.high);
}

struct num num_subtract(struct num a, struct num b)
{
	if (!both_have_values(a, b))
		return num_missing();
	return outcome(a, b, a.value - b.value, a.low - b.high, a.high - b.low);
}

/* An end at infinity times zero: the factor zero is exact, the infinity only means "any". */
static double end_product(double a, double b)
{
	return a == 0 || b == 0 ? 0 : a * b;
}

static double least_of_four(const double x[4])
{
	return fmin(fmin(x[0], x[1]), fmin(x[2], x[3]));
}

static double greatest_of_four(const double x[4])
{
	return fmax(fmax(x[0], x[1]), fmax(x[2], x[3]));
}

struct num num_multiply(struct num a, struct num b)
{
	double ends[4];

	if (!both_have_values(a, b))
		return num_missing();
	ends[0] = end_product(a.low, b.low);
	ends[1] = end_product(a.low, b.high);
	ends[2] = end_product(a.high, b.low);
	ends[3] = end_product(a.high, b.high);
	return outcome(a, b, a.value * b.value, least_of_four(ends), greatest_of_four(ends));
}

struct num num_divide(struct num a, struct num b)
{
	double ends[4];

	if (!both_have_values(a, b) || (b.low <= 0 && b.high >= 0))
		return num_missing();
	/* fmin and fmax leave out the NaN of infinity by infinity; the other ends hold there. */
	ends[0] = a.low / b.low;
	ends[1] = a.low / b.high;
	ends[2] = a.high / b.low;
	ends[3] = a.high / b.high;
	return outcome(a, b, a.value / b.value, least_of_four(ends), greatest_of_four(ends));
}

struct num num_log10(struct num a)
{
	if (!num_has_value(a) || !(a.value > 0))
		return num_missing();
	return outcome(a, a, log10(a.value), log10(fmax(a.low, DBL_TRUE_MIN)), log10(a.high));
}

/* Of |x| for x in the interval. */
static double least_magnitude(struct num a)
{
	return a.low <= 0 && a.high >= 0 ? 0 : fmin(fabs(a.low), fabs(a.high));
}

static double greatest_magnitude(struct num a)
{
	return fmax(fabs(a.low), fabs(a.high));
}

struct num num_hypot(struct num a, struct num b)
{
	if (!both_have_values(a, b))
		return num_missing();
	return outcome(a, b, hypot(a.value, b.value), hypot(least_magnitude(a), least_magnitude(b)),
		       hypot(greatest_magnitude(a), greatest_magnitude(b)));
}

struct num num_minimum(struct num a, struct num b)
{
	if (!both_have_values(a, b))
		return num_missing();
	return outcome(a, b, fmin(a.value, b.value), fmin(a.low, b.low), fmin(a.high, b.high));
}

struct num num_maximum(struct num a, struct num b)
{
	if (!both_have_values(a, b))
		return num_missing();
	return outcome(a, b, fmax(a.value, b.value), fmax(a.low, b.low), fmax(a.high, b.high));
}

struct num num_scale(struct num a, double factor)
{
	const double one = end_product(a.low, factor);
	const double other = end_product(a.high, factor);

	if (!num_has_value(a))
		return num_missing();
	return outcome(a, a, a.value * factor, fmin(one, other), fmax(one, other));
}

const char *num_kind_word(enum num_kind kind)
{
	static const char *const words[NUM_KIND_COUNT] = {
	    [NUM_MEASURED] = "measured",     [NUM_COMPILED] = "compiled",
	    [NUM_CALCULATED] = "calculated", [NUM_ESTIMATED] = "estimated",
	    [NUM_FITTED] = "fitted",         [NUM_JUDGEMENT] = "judgement",
	    [NUM_UNCITED] = "uncited",
	};

	return words[kind];
}

const char *num_state_word(enum num_state state)
{
	static const char *const words[] = {
	    [NUM_KNOWN] = "measured",
	    [NUM_NONE] = "none",
	    [NUM_INFERRED] = "inferred",
	    [NUM_MISSING] = "missing",
	};

	return words[state];
}
