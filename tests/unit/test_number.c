/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"

struct reading_case {
	const char *text;
	enum number_result result;
	double value; /* if result gives one */
	size_t used;
};

static const struct reading_case readings[] = {
    {"0", NUMBER_OK, 0, 1},
    {"110.6", NUMBER_OK, 110.6, 5},
    {"-1.5e-3", NUMBER_OK, -1.5e-3, 7},
    {"+2", NUMBER_OK, 2, 2},
    {".5", NUMBER_OK, 0.5, 2},
    {"5.", NUMBER_OK, 5, 2},
    {"007", NUMBER_OK, 7, 3},
    {"1E+2", NUMBER_OK, 100, 4},
    {"1e-999", NUMBER_OK, 0, 6},
    {"0e999999999999999999999", NUMBER_OK, 0, 23},
    {"5e-324", NUMBER_OK, 5e-324, 6},
    {"2.2250738585072014e-308", NUMBER_OK, DBL_MIN, 23},
    {"1.7976931348623157e308", NUMBER_OK, DBL_MAX, 22},
    {"9007199254740993", NUMBER_OK, 9007199254740992.0, 16},
    {"", NUMBER_EMPTY, 0, 0},
    {"110,6", NUMBER_COMMA, 110.6, 5},
    {"-0,5e1", NUMBER_COMMA, -5, 6},
    {"1,234", NUMBER_COMMA, 1.234, 5},
    {"110.6 C", NUMBER_TRAILING, 110.6, 5},
    {"110,6 C", NUMBER_TRAILING, 110.6, 5},
    {"110-112", NUMBER_TRAILING, 110, 3},
    {"0x10", NUMBER_TRAILING, 0, 1},
    {"5e", NUMBER_TRAILING, 5, 1},
    {"5e+", NUMBER_TRAILING, 5, 1},
    {"12 ", NUMBER_TRAILING, 12, 2},
    {"1e999", NUMBER_RANGE, 0, 5},
    {"-1e999", NUMBER_RANGE, 0, 6},
    {"1.8e308", NUMBER_RANGE, 0, 7},
    {"<0.1", NUMBER_SYNTAX, 0, 0},
    {"n/a", NUMBER_SYNTAX, 0, 0},
    {" 12", NUMBER_SYNTAX, 0, 0},
    {"nan", NUMBER_SYNTAX, 0, 0},
    {"inf", NUMBER_SYNTAX, 0, 0},
    {"-", NUMBER_SYNTAX, 0, 0},
    {".", NUMBER_SYNTAX, 0, 0},
    {"e5", NUMBER_SYNTAX, 0, 0},
    {"1.2.3", NUMBER_SYNTAX, 0, 0},
    {"1,234.5", NUMBER_SYNTAX, 0, 0},
    {"1.234,5", NUMBER_SYNTAX, 0, 0},
    {"1,2,3", NUMBER_SYNTAX, 0, 0},
    {"--1", NUMBER_SYNTAX, 0, 0},
};

static void each_kind_of_text_is_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(readings); i++) {
		const struct reading_case *row = &readings[i];
		double value = -77;
		size_t used = 77;

		print_message("  \"%s\"\n", row->text);
		check_int(number_read(str_from(row->text), &value, &used), row->result);
		check_size(used, row->used);
		if (row->result == NUMBER_OK || row->result == NUMBER_COMMA ||
		    row->result == NUMBER_TRAILING)
			check_double(value, row->value, 0);
		else
			check_double(value, -77, 0); /* left alone */
	}
	check_int(number_read((struct str){NULL, 0}, NULL, NULL), NUMBER_EMPTY);
}

/* xorshift64: the same numbers on every run. */
static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static uint64_t bits_of(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	return bits;
}

static void check_as_strtod(const char *text)
{
	double value = 0;
	const double expected = strtod(text, NULL);

	if (isinf(expected)) {
		check_int(number_read(str_from(text), &value, NULL), NUMBER_RANGE);
		return;
	}
	check_int(number_read(str_from(text), &value, NULL), NUMBER_OK);
	if (bits_of(value) != bits_of(expected))
		fail_msg("%s: %a is not %a", text, value, expected);
}

static void reading_agrees_with_strtod(void **state)
{
	uint64_t random = 88172645463325252U;
	char text[64];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		const uint64_t a = next_random(&random);
		const uint64_t b = next_random(&random);
		const int digits = (int)(b % 18);

		(void)snprintf(text, sizeof text, "%s%llu.%0*llu", b & 1 ? "-" : "",
			       (unsigned long long)(a >> (b % 64)), digits + 1,
			       (unsigned long long)(b >> 40));
		check_as_strtod(text);
		(void)snprintf(text, sizeof text, "%llu.%llue%d",
			       (unsigned long long)(a >> (b % 64)), (unsigned long long)(b >> 50),
			       (int)(b >> 8 & 1023) - 512);
		check_as_strtod(text);
	}
}

/* Digits beyond any buffer matter: halfway between two doubles, and a little more. */
static void long_texts_are_rounded_correctly(void **state)
{
	enum { LONG = 5000 };
	static char text[LONG + 64];
	double value = 0;

	(void)state;
	/* 2^53 + 1 lies halfway; so does it with zeros after the point. */
	(void)snprintf(text, sizeof text, "9007199254740993.%0*d", LONG, 0);
	check_as_strtod(text);
	text[strlen(text) - 1] = '1'; /* just above */
	check_as_strtod(text);
	check_int(number_read(str_from(text), &value, NULL), NUMBER_OK);
	check_double(value, 9007199254740994.0, 0);
	memset(text, '7', LONG);
	(void)snprintf(text + LONG, 16, "e-%d", LONG);
	check_as_strtod(text);
	(void)snprintf(text, sizeof text, "0.%0*d123e%d", LONG, 0, LONG);
	check_as_strtod(text);
	check_int(number_read(str_from(text), &value, NULL), NUMBER_OK);
	check_double(value, 0.123, 0);
	memset(text, '1', LONG);
	text[LONG] = '\0';
	check_int(number_read(str_from(text), &value, NULL), NUMBER_RANGE);
}

static void writing_is_short_and_readable(void **state)
{
	static const struct {
		double value;
		const char *text;
	} rows[] = {
	    {0, "0"},
	    {-0.0, "-0"},
	    {1, "1"},
	    {-12.5, "-12.5"},
	    {100000, "100000"},
	    {1e20, "100000000000000000000"},
	    {1e21, "1e+21"},
	    {1.5e300, "1.5e+300"},
	    {0.00001, "0.00001"},
	    {0.0000001, "1e-07"},
	    {-2.5e-7, "-2.5e-07"},
	    {0.1, "0.1"},
	    {0.1 + 0.2, "0.30000000000000004"},
	    {DBL_MAX, "1.7976931348623157e+308"},
	    {5e-324, "5e-324"},
	    {(double)NAN, "nan"},
	    {HUGE_VAL, "inf"},
	    {-HUGE_VAL, "-inf"},
	};
	char buffer[NUMBER_TEXT_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		check_text(number_write(buffer, rows[i].value), rows[i].text);
		check_size(strlen(buffer), strlen(rows[i].text));
	}
}

static void writing_and_reading_meet(void **state)
{
	uint64_t random = 88172645463325252U;
	char buffer[NUMBER_TEXT_MAX];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		const uint64_t bits = next_random(&random);
		double value;
		double back = 0;

		memcpy(&value, &bits, sizeof value);
		if (!isfinite(value))
			continue;
		check_int(number_read(number_write(buffer, value), &back, NULL), NUMBER_OK);
		check_true(bits_of(back) == bits);
	}
}

static void fixed_writing_rounds_what_people_see(void **state)
{
	static const struct {
		double value;
		int decimals;
		const char *text;
	} rows[] = {
	    {2.675, 2, "2.68"},
	    {-2.675, 2, "-2.68"},
	    {0.5, 0, "1"},
	    {0.49, 0, "0"},
	    {-0.004, 2, "0.00"},
	    {-0.0, 1, "0.0"},
	    {999.996, 2, "1000.00"},
	    {110.6, 1, "110.6"},
	    {110.6, 3, "110.600"},
	    {0.05, 1, "0.1"},
	    {0.04, 1, "0.0"},
	    {0.0004, 1, "0.0"},
	    {1234567, 0, "1234567"},
	    {9.5, 0, "10"},
	    {1e-300, 9, "0.000000000"},
	    {1e15, 2, "1000000000000000"},
	};
	char buffer[NUMBER_TEXT_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_text(number_write_fixed(buffer, rows[i].value, rows[i].decimals),
			   rows[i].text);
	check_size(number_write_fixed(buffer, -999999999999999.5, 9).length, 26);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_kind_of_text_is_told_apart),
	    cmocka_unit_test(reading_agrees_with_strtod),
	    cmocka_unit_test(long_texts_are_rounded_correctly),
	    cmocka_unit_test(writing_is_short_and_readable),
	    cmocka_unit_test(writing_and_reading_meet),
	    cmocka_unit_test(fixed_writing_rounds_what_people_see),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
