/* SPDX-License-Identifier: MIT */
#include "check/slip.h"

#include <math.h>

#include "base/number.h"

/* Decimal slips worth naming; more than three places is another mistake. */
static const double decimal_factors[] = {10.0, 100.0, 1000.0, 0.1, 0.01, 0.001};

struct search {
	const struct property *property;
	double value;
	double expected;
	double tolerance;
	bool decades;
	struct slips found;
};

static double distance_of(const struct search *search, double corrected)
{
	if (!search->decades)
		return fabs(corrected - search->expected) / search->tolerance;
	if (!(corrected > 0.0) || !(search->expected > 0.0))
		return (double)INFINITY;
	return fabs(log10(corrected / search->expected)) / search->tolerance;
}

/* Two units of one size (torr and mmHg, hPa and a decimal slip) are one slip: the first stays. */
static bool is_known(const struct slips *slips, double corrected)
{
	for (size_t i = 0; i < slips->count; i++)
		if (fabs(slips->at[i].corrected - corrected) <= 1e-3 * fabs(corrected))
			return true;
	return false;
}

static void offer(struct search *search, enum slip_kind kind, const struct unit *unit,
		  double factor, double corrected)
{
	const struct slip slip = {kind, unit, factor, corrected, distance_of(search, corrected)};
	struct slips *found = &search->found;
	size_t place;

	if (!(slip.distance <= 1.0) || is_known(found, corrected) ||
	    corrected < search->property->hard_low || corrected > search->property->hard_high)
		return;
	place = found->count < SLIPS_MAX ? found->count++ : SLIPS_MAX - 1;
	if (place == SLIPS_MAX - 1 && found->count == SLIPS_MAX &&
	    found->at[place].distance > 0.0 && found->at[place].distance <= slip.distance)
		return;
	while (place > 0 && found->at[place - 1].distance > slip.distance) {
		found->at[place] = found->at[place - 1];
		place--;
	}
	found->at[place] = slip;
}

static void try_unit(struct search *search, const struct unit *unit)
{
	double there;

	if (!unit_convert(unit, search->property->unit, search->value, &there))
		return;
	/* Unchanged: the canonical unit itself, or a zero. */
	if (fabs(there - search->value) <= 1e-9 * fabs(search->value))
		return;
	offer(search, SLIP_UNIT, unit, unit->factor, there);
	offer(search, SLIP_INVERSE, unit, unit->factor,
	      (search->value - unit->offset) / unit->factor);
}

static struct slips search_all(struct search *search, const struct unit *declared)
{
	const bool temperature = search->property->hard_low < 0.0 && *search->property->unit;

	/* What stands in a column of another unit may be canonical already. */
	if (declared && (declared->factor < 1.0 || declared->factor > 1.0 ||
			 declared->offset < 0.0 || declared->offset > 0.0))
		offer(search, SLIP_INVERSE, declared, declared->factor,
		      (search->value - declared->offset) / declared->factor);
	for (size_t i = 0; i < unit_count; i++)
		if (*search->property->unit)
			try_unit(search, &units[i]);
	/* Ten times a temperature in degC means nothing; a misplaced point is still possible. */
	for (size_t i = 0; i < sizeof decimal_factors / sizeof *decimal_factors; i++)
		if (!temperature || decimal_factors[i] >= 10.0 || decimal_factors[i] <= 0.1)
			offer(search, SLIP_DECIMAL, NULL, decimal_factors[i],
			      search->value / decimal_factors[i]);
	return search->found;
}

struct slips slips_find(const struct property *property, const struct unit *declared, double value,
			double expected, double tolerance, bool decades)
{
	struct search search = {property, value, expected, tolerance, decades, {.count = 0}};

	return search_all(&search, declared);
}

struct slips slips_into(const struct property *property, const struct unit *declared, double value,
			double low, double high)
{
	struct search search = {property, value, (low + high) / 2, (high - low) / 2, false,
				{.count = 0}};

	return search_all(&search, declared);
}

/* Four digits are enough for a hint. */
static void add_number(struct text *out, double value)
{
	char digits[NUMBER_TEXT_MAX];
	double scale;

	if (isfinite(value) && fabs(value) > 0.0) {
		scale = pow(10.0, 3.0 - floor(log10(fabs(value))));
		value = round(value * scale) / scale;
	}
	text_add(out, number_write(digits, value));
}

static void add_value(struct text *out, const struct property *property, double value)
{
	text_add(out, STR_LITERAL(", would be "));
	add_number(out, value);
	if (*property->unit)
		text_addf(out, " %s", property->unit);
}

static void describe(const struct slip *slip, const struct property *property, double value,
		     struct text *out)
{
	const bool shifted = slip->unit && (slip->unit->offset < 0.0 || slip->unit->offset > 0.0);
	const double times = value / slip->corrected;

	if (!shifted && isfinite(times)) {
		add_number(out, times >= 1.0 ? times : 1.0 / times);
		text_addf(out, " times too %s: ", times >= 1.0 ? "high" : "low");
	}
	switch (slip->kind) {
	case SLIP_UNIT:
		text_addf(out, "looks like %s", slip->unit->symbol);
		break;
	case SLIP_INVERSE:
		text_addf(out, "looks like %s taken for %s, or converted twice", property->unit,
			  slip->unit->symbol);
		break;
	case SLIP_DECIMAL:
		text_add(out, STR_LITERAL("looks like a decimal slip"));
		break;
	}
	add_value(out, property, slip->corrected);
}

void slips_describe(const struct slips *slips, const struct property *property, double value,
		    struct text *out)
{
	for (size_t i = 0; i < slips->count; i++) {
		if (i > 0)
			text_add(out, STR_LITERAL("; or "));
		describe(&slips->at[i], property, value, out);
	}
}
