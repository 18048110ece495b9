/* SPDX-License-Identifier: MIT */
/* Rules of thumb over liquids, good enough to see a decimal slip. */
#include <math.h>

#include "check/rule.h"

/*
 * log10 of the viscosity at 25 degC (mPa.s) over the boiling point (degC): a line through 144
 * solvents without hydrogen bonds, which lie from 0.20 below it to 0.40 above. One stiff bicyclic
 * ketone at 0.83 is waived. Amines, amides and acids reach 0.46, alcohols 1.72.
 */
static const double viscosity_at_zero = -0.707;
static const double viscosity_slope = 0.00458;
static const double viscosity_low = -0.45;
static const double viscosity_high = 0.60;
static const double viscosity_high_alcohol = 1.9;

static bool may_be_alcohol(const struct check_cell *class_cell)
{
	return !class_cell || class_cell->state != CELL_TEXT || str_is(class_cell->text, "alcohol");
}

void rule_viscosity_boiling(struct rule_case *c)
{
	const double high = may_be_alcohol(c->cell[2]) ? viscosity_high_alcohol : viscosity_high;
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

/*
 * Onsager 1936, J. Am. Chem. Soc. 58, 1486, doi:10.1021/ja01299a050: the permittivity from dipole
 * moment and molar volume, (e - n2)(2e + n2) / (e (n2 + 2)^2) = N mu^2 / (9 e0 k T V), here with
 * one square of the refractive index for all. Of 177 published ones log10 of the ratio is -0.18 to
 * 0.32; where hydrogen bonds order the dipoles or pair them off, -0.36 to 0.63.
 */
static const double refraction_squared = 2.0;
static const double onsager_factor = 20.43; /* N/(9 e0 k 298 K) for debye and cm3/mol */

struct bounds {
	double low; /* log10 */
	double high;
};

static const struct bounds permittivity_bounds = {-0.35, 0.5};
static const struct bounds permittivity_bounds_associated = {-0.55, 0.8};

static double onsager_permittivity(double dipole, double molar_volume)
{
	const double polarity = onsager_factor * dipole * dipole / molar_volume;
	const double n2 = refraction_squared;
	const double b = n2 + polarity * (n2 + 2.0) * (n2 + 2.0);

	return (b + sqrt(b * b + 8.0 * n2 * n2)) / 4.0;
}

/* Of cells 2 to 4: as given, else from molar mass and density; NaN if neither is there. */
static double molar_volume(const struct rule_case *c)
{
	if (c->cell[2] && rule_has_number(c, 2))
		return c->cell[2]->number;
	if (!c->cell[3] || !c->cell[4] || !rule_has_number(c, 3) || !rule_has_number(c, 4))
		return (double)NAN;
	return c->cell[4]->number / c->cell[3]->number;
}

void rule_permittivity_dipole(struct rule_case *c)
{
	const struct bounds bounds =
	    rule_is_associated(c->cell[5]) ? permittivity_bounds_associated : permittivity_bounds;
	struct slips slips;
	double expected;
	double off;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1) || !(molar_volume(c) > 0.0))
		return;
	expected = onsager_permittivity(c->cell[1]->number, molar_volume(c));
	off = log10(c->cell[0]->number / expected);
	if (off >= bounds.low && off <= bounds.high)
		return;
	slips = slips_find(c->column[0]->property, NULL, c->cell[0]->number, expected,
			   fmax(-bounds.low, bounds.high), true);
	if (slips.count == 0)
		return;
	DIAG_REPORT(c->check->sink, PERMITTIVITY_DIPOLE, c->cell[0]->place, c->cell[0]->number,
		    c->cell[1]->number, expected);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}
