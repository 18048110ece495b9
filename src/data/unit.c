/* SPDX-License-Identifier: MIT */
#include "data/unit.h"

/*
 * Canonical units come first in their group. 1 mmHg = 101325/760 Pa, 1 cal = 4.184 J (both exact),
 * 1 D = 3.33564e-30 C m.
 */
const struct unit units[] = {
    {"degC", "degC", 1, 0, "°C|C|celsius|deg C|ºC"},
    {"K", "degC", 1, -273.15, "kelvin"},
    {"degF", "degC", 5.0 / 9.0, -160.0 / 9.0, "°F|F|fahrenheit"},

    {"kPa", "kPa", 1, 0, ""},
    {"Pa", "kPa", 1e-3, 0, "pascal"},
    {"hPa", "kPa", 0.1, 0, "mbar|millibar"},
    {"MPa", "kPa", 1e3, 0, ""},
    {"bar", "kPa", 100, 0, ""},
    {"atm", "kPa", 101.325, 0, ""},
    {"mmHg", "kPa", 0.101325 / 0.760, 0, "torr|mm Hg"},
    {"psi", "kPa", 6.894757293168, 0, ""},

    {"g/cm3", "g/cm3", 1, 0, "g/mL|g/ml|g/cm^3|g/cm³|kg/L|kg/l|g cm-3"},
    {"kg/m3", "g/cm3", 1e-3, 0, "kg/m^3|kg/m³|g/L|g/l|kg m-3"},

    {"g/mol", "g/mol", 1, 0, "g mol-1|Da"},
    {"kg/mol", "g/mol", 1e3, 0, "kg mol-1"},

    {"cm3/mol", "cm3/mol", 1, 0, "mL/mol|ml/mol|cm^3/mol|cm³/mol|cm3 mol-1"},
    {"L/mol", "cm3/mol", 1e3, 0, "l/mol|dm3/mol"},
    {"m3/mol", "cm3/mol", 1e6, 0, "m^3/mol|m³/mol"},

    {"mPa.s", "mPa.s", 1, 0, "mPa s|mPa*s|mPa·s|cP|cp"},
    {"Pa.s", "mPa.s", 1e3, 0, "Pa s|Pa*s|Pa·s"},

    {"mN/m", "mN/m", 1, 0, "dyn/cm|dyne/cm|mJ/m2|mN m-1"},
    {"N/m", "mN/m", 1e3, 0, "J/m2|N m-1"},

    {"kcal/mol", "kcal/mol", 1, 0, "kcal mol-1"},
    {"kJ/mol", "kcal/mol", 1 / 4.184, 0, "kJ mol-1"},
    {"J/mol", "kcal/mol", 1 / 4184.0, 0, "J mol-1"},

    {"MPa^0.5", "MPa^0.5", 1, 0, "MPa^1/2|MPa^(1/2)|MPa1/2|MPa½|MPa^½|(J/cm3)^0.5|sqrt(MPa)"},
    {"(cal/cm3)^0.5", "MPa^0.5", 2.0454828280872954, 0, "cal^0.5/cm^1.5|hildebrand"},

    {"D", "D", 1, 0, "debye"},
    {"C.m", "D", 1 / 3.33564e-30, 0, "C m|C*m|C·m"},

    {"mS/cm", "mS/cm", 1, 0, "mS cm-1"},
    {"S/cm", "mS/cm", 1e3, 0, "S cm-1"},
    {"S/m", "mS/cm", 10, 0, "S m-1"},

    {"GPa", "GPa", 1, 0, ""},

    {"ppm", "ppm", 1, 0, "mL/m3|ml/m3"},

    {"wt%", "wt%", 1, 0, "%|percent|wt.%|w%"},

    {"h", "h", 1, 0, "hour|hours"},
    {"min", "h", 1.0 / 60.0, 0, "minutes"},
    {"d", "h", 24, 0, "day|days"},

    {"", "", 1, 0, "1|-|none"},
};

const size_t unit_count = sizeof units / sizeof units[0];

static bool has_spelling(const struct unit *unit, struct str spelling,
			 bool (*same)(struct str a, struct str b))
{
	struct str rest = str_from(unit->spellings);
	struct str item;

	if (same(spelling, str_from(unit->symbol)))
		return true;
	while (str_next(&rest, '|', &item))
		if (same(item, spelling))
			return true;
	return false;
}

static const struct unit *find_spelling(struct str spelling,
					bool (*same)(struct str a, struct str b))
{
	for (size_t i = 0; i < unit_count; i++)
		if (has_spelling(&units[i], spelling, same))
			return &units[i];
	return NULL;
}

const struct unit *unit_find(struct str spelling)
{
	/* The exact spelling first: MPa and mPa differ by case only. */
	const struct unit *const exact = find_spelling(spelling, str_equal);

	return exact ? exact : find_spelling(spelling, str_equal_fold);
}

bool unit_convert(const struct unit *from, const char *to, double value, double *converted)
{
	if (!str_is(str_from(from->canonical), to))
		return false;
	/* Dividing by 1000 rounds once, multiplying by 0.001 twice: 110600 Pa is 110.6 kPa. */
	if (from->factor == 1 && from->offset == 0)
		*converted = value;
	else if (from->offset == 0 && from->factor < 1)
		*converted = value / (1 / from->factor);
	else
		*converted = value * from->factor + from->offset;
	return true;
}
