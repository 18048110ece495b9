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
	bool anywhere; /* a range: the first candidates are the likely ones */
	struct slips found;
};

static double distance_of(const struct search *search, double corrected)
{
	if (search->anywhere)
		return fabs(corrected - search->expected) <= search->tolerance ? 0.0 : 2.0;
	if (!search->decades)
		return fabs(corrected - search->expected) / search->tolerance;
	if (!(corrected > 0.0) || !(search->expected > 0.0))
		return (double)INFINITY;
	return fabs(log10(corrected / search->expected)) / search->tolerance;
}

/* Units nearer to each other than this are one explanation: mmHg and psi, bar and atm. */
static const double alike_relative = 0.12;
/* Unless one of them fits so much better. */
static const double clearly_better = 0.3;

/* The one that says the same, or SLIPS_MAX. */
static size_t find_alike(const struct slips *slips, double corrected)
{
	for (size_t i = 0; i < slips->count; i++)
		if (fabs(slips->at[i].corrected - corrected) <= alike_relative * fabs(corrected))
			return i;
	return SLIPS_MAX;
}

static void offer(struct search *search, enum slip_kind kind, const struct unit *unit,
		  double factor, double corrected)
{
	const struct slip slip = {kind, unit, factor, corrected, distance_of(search, corrected)};
	struct slips *found = &search->found;
	size_t place;

	if (!(slip.distance <= 1.0) || corrected < search->property->hard_low ||
	    corrected > search->property->hard_high)
		return;
	place = find_alike(found, corrected);
	if (place < SLIPS_MAX) {
		if (slip.distance < clearly_better * found->at[place].distance)
			found->at[place] = slip;
		return;
	}
	if (found->count < SLIPS_MAX)
		place = found->count++;
	else if (found->at[SLIPS_MAX - 1].distance > slip.distance)
		place = SLIPS_MAX - 1;
	else
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

/* Where one explanation fits much better than the others, these are not worth the words. */
static struct slips keep_likely(struct slips slips)
{
	const double likely = slips.count > 0 ? 3.0 * slips.at[0].distance + 0.1 : 0.0;

	while (slips.count > 1 && slips.at[slips.count - 1].distance > likely)
		slips.count--;
	return slips;
}

static struct slips search_all(struct search *search, const struct unit *declared)
{
	/* What stands in a column of another unit may be canonical already. */
	if (declared && (declared->factor < 1.0 || declared->factor > 1.0 ||
			 declared->offset < 0.0 || declared->offset > 0.0))
		offer(search, SLIP_INVERSE, declared, declared->factor,
		      (search->value - declared->offset) / declared->factor);
	for (size_t i = 0; i < unit_count; i++)
		if (*search->property->unit)
			try_unit(search, &units[i]);
	for (size_t i = 0; i < sizeof decimal_factors / sizeof *decimal_factors; i++)
		offer(search, SLIP_DECIMAL, NULL, decimal_factors[i],
		      search->value / decimal_factors[i]);
	return keep_likely(search->found);
}

struct slips slips_find(const struct property *property, const struct unit *declared, double value,
			double expected, double tolerance, bool decades)
{
	struct search search = {property, value, expected, tolerance, decades, false, {.count = 0}};

	return search_all(&search, declared);
}

struct slips slips_into(const struct property *property, const struct unit *declared, double value,
			double low, double high)
{
	struct search search = {property, value, (low + high) / 2, (high - low) / 2,
				false,    true,  {.count = 0}};
	struct slips slips = search_all(&search, declared);

	/* One is enough where all fit: units before decimal points, ten before a hundred. */
	if (slips.count > 1)
		slips.count = 1;
	return slips;
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
