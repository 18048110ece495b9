/* SPDX-License-Identifier: MIT */
/*
 * Whether the numbers of a row go together. The bounds hold for all of some 230 published solvents;
 * what exceeds them is worth a look, and true exceptions are waived in the ledger.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "check/rule.h"
#include "model/measure.h"

static const double kelvin = 273.15;

void rule_melting_boiling(struct rule_case *c)
{
	double melting;
	double boiling;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1))
		return;
	melting = c->cell[0]->number;
	boiling = c->cell[1]->number;
	if (melting < boiling)
		return;
	DIAG_REPORT(c->check->sink, MELTING_BOILING, c->cell[0]->place, melting, boiling);
	rule_suspect(c, 0);
}

/* ---- vapour pressure and boiling point ---- */

/*
 * log10 of the published vapour pressure over that from the boiling point, 210 solvents: -0.15 in
 * the middle, rarely above 0.15; lower for high boilers, whose estimate reaches far down
 * (n-alkanes: -0.004 a kelvin above 100 degC), and by up to 0.6 more for those that associate.
 */
static const double vapor_high = 0.25;
static const double vapor_low = -0.40;
static const double vapor_low_slope = -0.004;
static const double vapor_low_from = 100.0;
static const double vapor_associated = -0.5;
static const double vapor_middle = -0.12;

/* Classes whose members hold each other by hydrogen bonds, so that the estimate is too high. */
static const char *const associated[] = {"alcohol", "acid",   "water",     "amide",  "N-H",
					 "urea",    "lactam", "sulfoxide", "sulfone"};

bool rule_is_associated(const struct check_cell *class_cell)
{
	if (!class_cell || class_cell->state != CELL_TEXT)
		return true; /* not known: the wider bound */
	for (size_t i = 0; i < sizeof associated / sizeof *associated; i++)
		if (str_is(class_cell->text, associated[i]))
			return true;
	return false;
}

/*
 * The ratio falls with the boiling point: nobody lies more than 0.36 above the line of his kind,
 * and a pressure in mmHg is 0.88 higher than in kPa.
 */
struct ratio_line {
	double at_zero;
	double slope; /* a kelvin */
};

static const struct ratio_line vapor_line = {0.09, -0.0016};
static const struct ratio_line vapor_line_associated = {0.16, -0.0029};
static const struct ratio_line vapor_line_alcohol = {0.13, -0.0054};
static const double vapor_above_line = 0.45;

/* The highest line where the class is unknown. */
static struct ratio_line ratio_line(const struct check_cell *class_cell)
{
	if (!class_cell || !rule_is_associated(class_cell))
		return vapor_line;
	return str_is(class_cell->text, "alcohol") ? vapor_line_alcohol : vapor_line_associated;
}

static double highest_ratio(double boiling, const struct check_cell *class_cell)
{
	const struct ratio_line line = ratio_line(class_cell);

	return fmin(vapor_high, line.at_zero + line.slope * boiling + vapor_above_line);
}

static double lowest_ratio(double boiling, bool associates)
{
	double low = vapor_low + (associates ? vapor_associated : 0.0);

	if (boiling > vapor_low_from)
		low += vapor_low_slope * (boiling - vapor_low_from);
	return low;
}

static bool goes_together(double pressure, double boiling, const struct check_cell *class_cell)
{
	const double ratio = log10(pressure / vapor_pressure_from_boiling(boiling));

	return ratio >= lowest_ratio(boiling, rule_is_associated(class_cell)) &&
	       ratio <= highest_ratio(boiling, class_cell);
}

/* Flash points lie near this share of the boiling point (kelvin), within these bounds (K). */
static const double flash_share = 0.73;
static const double flash_low = -30.0;
static const double flash_high = 46.0;
/* Held together by hydrogen bonds, some decompose before they boil: formamide 75 K above. */
static const double flash_high_associated = 80.0;

static double flash_expected(double boiling)
{
	return flash_share * (boiling + kelvin) - kelvin;
}

static bool flash_agrees(double flash, double boiling, bool associates)
{
	const double off = flash - flash_expected(boiling);

	return off >= flash_low && off <= (associates ? flash_high_associated : flash_high) &&
	       flash < boiling;
}

/* A pressure in another unit, or with the decimal point elsewhere, that fits the boiling point. */
static struct slips pressure_slips(const struct rule_case *c, double boiling)
{
	const bool associates = rule_is_associated(c->cell[2]);
	const double low = lowest_ratio(boiling, associates);
	const double middle = associates ? low / 2 : vapor_middle;
	const struct column_slip *const all = rule_column_slip(c, 0);
	struct slips slips = slips_find(
	    c->column[0]->property, c->column[0]->unit, c->cell[0]->number,
	    vapor_pressure_from_boiling(boiling) * pow(10.0, middle), fabs(low - middle), true);

	/* What holds for the whole column is surer than what one value tells. */
	for (size_t i = 0; all && i < slips.count; i++) {
		if (slips.at[i].kind != all->slip.kind || slips.at[i].unit != all->slip.unit)
			continue;
		slips.at[0] = slips.at[i];
		slips.count = 1;
	}
	return slips;
}

/*
 * A boiling point in another unit (or, if no unit of the pressure fits, a tenth) that makes
 * everything else fit; NaN if none does.
 */
static double boiling_instead(const struct rule_case *c, const struct slips *of_pressure)
{
	const double boiling = c->cell[1]->number;
	const double others[] = {boiling - kelvin, (boiling - 32.0) / 1.8, boiling + kelvin,
				 boiling / 10.0};
	const bool unit = of_pressure->count > 0 && of_pressure->at[0].kind != SLIP_DECIMAL;
	const bool flash = c->cell[3] && rule_has_number(c, 3);

	for (size_t i = 0; i < (unit ? 3 : 4); i++)
		if (others[i] > -kelvin &&
		    goes_together(c->cell[0]->number, others[i], c->cell[2]) &&
		    (!flash || flash_agrees(c->cell[3]->number, others[i], false)))
			return others[i];
	return (double)NAN;
}

static void hint_boiling(struct rule_case *c, double instead)
{
	const struct slips slips = slips_find(c->column[1]->property, c->column[1]->unit,
					      c->cell[1]->number, instead, 0.5, false);

	rule_hint_slips(c, 1, &slips);
}

void rule_vapor_pressure_boiling(struct rule_case *c)
{
	struct slips slips;
	double instead;
	double pressure;
	double boiling;
	size_t wrong;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1))
		return;
	pressure = c->cell[0]->number;
	boiling = c->cell[1]->number;
	if (!(pressure > 0.0) || goes_together(pressure, boiling, c->cell[2]))
		return;
	slips = pressure_slips(c, boiling);
	instead = boiling_instead(c, &slips);
	/* A flash point that goes with the boiling point speaks against the pressure. */
	wrong = isnan(instead) || (c->cell[3] && rule_has_number(c, 3) &&
				   flash_agrees(c->cell[3]->number, boiling, false))
		    ? 0
		    : 1;
	DIAG_REPORT(c->check->sink, VAPOR_PRESSURE_BOILING, c->cell[wrong]->place, pressure,
		    boiling, vapor_pressure_from_boiling(boiling));
	if (wrong == 0)
		rule_hint_slips(c, 0, &slips);
	else
		hint_boiling(c, instead);
	rule_suspect(c, wrong);
}

double rule_vapor_ratio(double pressure, double boiling)
{
	if (!(pressure > 0.0) || !(boiling > -kelvin))
		return (double)NAN;
	return log10(pressure / vapor_pressure_from_boiling(boiling)) - vapor_middle;
}

void rule_flash_boiling(struct rule_case *c)
{
	double expected;
	struct slips slips;
	double flash;
	double boiling;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1))
		return;
	flash = c->cell[0]->number;
	boiling = c->cell[1]->number;
	/* Not by the wider bound where only the class is unknown. */
	if (flash_agrees(flash, boiling, c->cell[2] && rule_is_associated(c->cell[2])))
		return;
	expected = flash_expected(boiling);
	DIAG_REPORT(c->check->sink, FLASH_BOILING, c->cell[0]->place, flash, boiling, expected);
	slips = slips_into(c->column[0]->property, c->column[0]->unit, flash, expected + flash_low,
			   fmin(expected + flash_high, boiling));
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}

/* ---- density ---- */

/* Values at 20 and at 25 degC differ by 0.6 %; tables round. */
static const double volume_tolerance = 0.025;

/*
 * Girolami 1994, J. Chem. Educ. 71, 962, doi:10.1021/ed071p962: density = M / (5 sum of relative
 * volumes), the volume of an atom by its period. Rings and hydrogen bonds make liquids denser by up
 * to a third, two-atom molecules lighter.
 */
static const double girolami_low = 0.72;
static const double girolami_high = 1.45;

static double girolami_density(const struct atoms *atoms)
{
	static const struct {
		size_t last; /* index of the last element of the period */
		double volume;
	} periods[] = {{1, 1.0}, {9, 2.0}, {17, 4.0}, {35, 5.0}, {52, 7.5}, {ELEMENT_COUNT, 9.0}};
	double volume = 0.0;

	for (size_t i = 0; i < ELEMENT_COUNT; i++) {
		size_t period = 0;

		while (i > periods[period].last)
			period++;
		volume += atoms->of[i] * periods[period].volume;
	}
	return atoms_molar_mass(atoms) / (5.0 * volume);
}

/* The density that the formula asks for; NaN if it cannot be read. */
static double expected_density(struct rule_case *c, size_t need)
{
	const struct atoms *const atoms = rule_formula(c, need);

	return atoms ? girolami_density(atoms) : (double)NAN;
}

/* Which of density and molar volume is farther from what the atoms ask for. */
static size_t less_likely(struct rule_case *c)
{
	const double expected = expected_density(c, 3);
	const double by_density = fabs(log(c->cell[0]->number / expected));
	const double by_volume = fabs(log(c->cell[2]->number / c->cell[1]->number / expected));

	return by_volume > by_density ? 1 : 0;
}

void rule_density_volume(struct rule_case *c)
{
	struct slips slips;
	double product;
	double mass;
	size_t wrong;

	if (!rule_has_number(c, 0) || !rule_has_number(c, 1) || !rule_has_number(c, 2))
		return;
	product = c->cell[0]->number * c->cell[1]->number;
	mass = c->cell[2]->number;
	if (!(product > 0.0) || fabs(product - mass) <= volume_tolerance * mass)
		return;
	wrong = less_likely(c);
	DIAG_REPORT(c->check->sink, DENSITY_VOLUME, c->cell[wrong]->place, c->cell[0]->number,
		    c->cell[1]->number, product, mass);
	slips = slips_find(c->column[wrong]->property, c->column[wrong]->unit,
			   c->cell[wrong]->number, mass / c->cell[1 - wrong]->number,
			   volume_tolerance * mass / c->cell[1 - wrong]->number, false);
	if (slips.count > 0)
		rule_hint_slips(c, wrong, &slips);
	else
		diag_hint(c->check->sink, "with that %s, %s would be %.4g",
			  c->column[1 - wrong]->property->label, c->column[wrong]->property->label,
			  mass / c->cell[1 - wrong]->number);
	rule_suspect(c, wrong);
}

void rule_density_formula(struct rule_case *c)
{
	const double expected = expected_density(c, 1);
	struct slips slips;
	double ratio;

	if (!rule_has_number(c, 0) || isnan(expected))
		return;
	ratio = c->cell[0]->number / expected;
	if (ratio >= girolami_low && ratio <= girolami_high)
		return;
	DIAG_REPORT(c->check->sink, DENSITY_FORMULA, c->cell[0]->place, c->cell[0]->number,
		    expected);
	slips = slips_into(c->column[0]->property, c->column[0]->unit, c->cell[0]->number,
			   expected * girolami_low, expected * girolami_high);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}
