/* SPDX-License-Identifier: MIT */
/*
 * A drying film: an ideal liquid whose parts leave in proportion to their partial pressures
 * (Raoult; mole fraction times vapour pressure of the pure part, one transfer coefficient for all).
 * Then n_i = n_i(0) * exp(-p_i * tau), with tau the same for every part: the path is known in
 * closed form, and only the tau at which so much is left has to be searched.
 */
#ifndef SLURRYSCREEN_MIX_EVAPORATE_H
#define SLURRYSCREEN_MIX_EVAPORATE_H

#include <stdbool.h>
#include <stddef.h>

enum { EVAPORATE_PARTS_MAX = 16 };

struct evaporate_part {
	double volume;         /* fraction at the start; they sum to 1 */
	double molar_volume;   /* cm3/mol, above 0 */
	double vapor_pressure; /* kPa at the film's temperature, above 0 */
};

/* The composition when `left` (0 to 1) of the starting volume is left: volume fractions. */
void evaporate_at(const struct evaporate_part *parts, size_t count, double left,
		  double volumes[EVAPORATE_PARTS_MAX]);

/* The part that leaves last: the lowest vapour pressure; the first of equals. */
size_t evaporate_last(const struct evaporate_part *parts, size_t count);

/*
 * Vapour pressure in kPa at a temperature in degC by Clausius-Clapeyron through two points: the
 * value at 25 degC and 101.325 kPa at the normal boiling point. NaN if the points do not rise.
 */
double vapor_pressure_at(double at_25_degc, double boiling_point, double temperature);

#endif
