/* SPDX-License-Identifier: MIT */
/*
 * Slips of the pen and of the unit: if a number is not what it should be, would it be in another
 * unit, or with the decimal point elsewhere? Units come from the table of units: every one that
 * converts to the property's own is tried both ways (mmHg labelled kPa, kPa labelled mmHg).
 */
#ifndef SLURRYSCREEN_CHECK_SLIP_H
#define SLURRYSCREEN_CHECK_SLIP_H

#include "base/str.h"
#include "data/prop.h"
#include "data/unit.h"

enum slip_kind {
	SLIP_UNIT,    /* the number is in `unit`, but stands where the canonical one is meant */
	SLIP_INVERSE, /* converted twice, or canonical where `unit` is meant */
	SLIP_DECIMAL, /* the decimal point, `factor` times too high */
};

struct slip {
	enum slip_kind kind;
	const struct unit *unit;
	double factor;
	double corrected; /* what the number would be in the canonical unit */
	double distance;  /* of `corrected` from what was expected, in tolerances; below 1 */
};

enum { SLIPS_MAX = 3 };

struct slips {
	struct slip at[SLIPS_MAX]; /* nearest first */
	size_t count;
};

/*
 * The slips after which `value` would lie within `tolerance` of `expected`. decades: both are log10
 * (expected is a plain number, tolerance in decades), for quantities that span many of them.
 * declared: the unit in the head, or NULL; a number already canonical there is found first.
 */
struct slips slips_find(const struct property *property, const struct unit *declared, double value,
			double expected, double tolerance, bool decades);

/* As for a value that should lie between low and high, nearest to the middle. */
struct slips slips_into(const struct property *property, const struct unit *declared, double value,
			double low, double high);

/* "7.5 times too high: looks like mmHg, would be 3.79 kPa; or ..." */
void slips_describe(const struct slips *slips, const struct property *property, double value,
		    struct text *out);

#endif
