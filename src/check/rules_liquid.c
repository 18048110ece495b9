/* SPDX-License-Identifier: MIT */
/* Rules of thumb over liquids, good enough to see a decimal slip. */
#include <math.h>

#include "check/rule.h"

/*
 * log10 of the viscosity at 25 degC (mPa.s) over the boiling point (degC): a line through 144
 * solvents without hydrogen bonds, which lie from 0.20 below it to 0.40 above, one stiff bicyclic
 * ketone at 0.83; alcohols reach 1.72.
 */
static const double viscosity_at_zero = -0.707;
static const double viscosity_slope = 0.00458;
static const double viscosity_low = -0.45;
static const double viscosity_high = 0.85;
static const double viscosity_high_associated = 1.9;

void rule_viscosity_boiling(struct rule_case *c)
{
	const double high =
	    rule_is_associated(c->cell[2]) ? viscosity_high_associated : viscosity_high;
	struct slips slips;
	double expected;
	double off;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1) || !(c->cell[0]->number > 0.0))
		return;
	expected = viscosity_at_zero + viscosity_slope * c->cell[1]->number;
	off = log10(c->cell[0]->number) - expected;
	if (off >= viscosity_low && off <= high)
		return;
	slips = slips_find(c->column[0]->property, c->column[0]->unit, c->cell[0]->number,
			   pow(10.0, expected), 0.5, true);
	if (slips.count == 0)
		return;
	DIAG_REPORT(c->check->sink, VISCOSITY_BOILING, c->cell[0]->place, c->cell[0]->number,
		    c->cell[1]->number, pow(10.0, expected));
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}

/*
 * The polar parameter from the dipole moment (debye) and molar volume (cm3/mol), 37.4 mu / V^0.5:
 * Hansen & Beerbower 1971, as in Hansen 2007, ISBN 978-0-8493-7248-3. Published ones lie from half
 * of it to 6 MPa^0.5 above it.
 */
static const double dipole_factor = 37.4;
static const double dipole_low = 0.3;
static const double dipole_above = 7.0;
/* From less, the parameter is small anyway. */
static const double dipole_least = 3.0;

void rule_hansen_dipole(struct rule_case *c)
{
	struct slips slips;
	double expected;
	double low;
	double high;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1) || !rule_has_number(c, 2))
		return;
	expected = dipole_factor * c->cell[1]->number / sqrt(c->cell[2]->number);
	low = expected > dipole_least ? dipole_low * expected : 0.0;
	high = 1.6 * expected + dipole_above;
	if (c->cell[0]->number >= low && c->cell[0]->number <= high)
		return;
	slips = slips_find(c->column[0]->property, NULL, c->cell[0]->number, expected,
			   0.5 * expected + 2.0, false);
	if (slips.count == 0)
		return;
	DIAG_REPORT(c->check->sink, HANSEN_OUTLIER, c->cell[0]->place,
		    c->column[0]->property->label, c->cell[0]->number, "its dipole moment asks for",
		    low, high);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}
