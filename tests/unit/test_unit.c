/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/prop.h"
#include "data/unit.h"

static double convert(const char *from, const char *to, double value)
{
	const struct unit *unit = unit_find(str_from(from));
	double converted = (double)NAN;

	if (!unit) {
		fail_msg("no unit %s", from);
		return converted; /* never; the analyser does not know */
	}
	check_true(unit_convert(unit, to, value, &converted));
	return converted;
}

static void units_convert(void **state)
{
	(void)state;
	check_double(convert("K", "degC", 273.15), 0, 1e-12);
	check_double(convert("degF", "degC", 212), 100, 1e-12);
	check_double(convert("°C", "degC", 25), 25, 0);
	check_double(convert("Pa", "kPa", 110600), 110.6, 0);
	check_double(convert("mmHg", "kPa", 760), 101.325, 1e-12);
	check_double(convert("torr", "kPa", 760), 101.325, 1e-12);
	check_double(convert("kg/m3", "g/cm3", 862.2), 0.8622, 1e-15);
	check_double(convert("cP", "mPa.s", 0.55), 0.55, 0);
	check_double(convert("kJ/mol", "kcal/mol", 4.184), 1, 1e-15);
	check_double(convert("S/m", "mS/cm", 1), 10, 0);
	check_double(convert("(cal/cm3)^0.5", "MPa^0.5", 10), 20.455, 1e-3);
	check_double(convert("C.m", "D", 3.33564e-30), 1, 1e-12);
}

static void case_counts_where_it_must(void **state)
{
	(void)state;
	check_double(convert("MPa", "kPa", 1), 1000, 0);
	check_double(convert("mPa.s", "mPa.s", 1), 1, 0);
	check_text(str_from(unit_find(STR_LITERAL("KPA"))->symbol), "kPa");
}

static void what_does_not_convert_is_refused(void **state)
{
	double converted;

	(void)state;
	check_true(unit_find(STR_LITERAL("furlong")) == NULL);
	check_false(unit_convert(unit_find(STR_LITERAL("kPa")), "degC", 1, &converted));
}

static void the_table_is_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < unit_count; i++) {
		const struct unit *canonical = unit_find(str_from(units[i].canonical));

		check_true(units[i].factor > 0);
		check_true(unit_find(str_from(units[i].symbol)) == &units[i]);
		if (!canonical) {
			fail_msg("%s has no canonical unit", units[i].symbol);
			return; /* never; the analyser does not know */
		}
		check_double(canonical->factor, 1, 0);
		check_double(canonical->offset, 0, 0);
	}
	for (size_t i = 0; i < property_count; i++)
		check_true(unit_find(str_from(properties[i].unit)) != NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(units_convert),
	    cmocka_unit_test(case_counts_where_it_must),
	    cmocka_unit_test(what_does_not_convert_is_refused),
	    cmocka_unit_test(the_table_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
