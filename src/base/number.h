/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers as text, never dependent on the locale.
 *
 * Reading is strict: an optional sign, digits with an optional decimal point (".5" and "5." are
 * numbers), an optional exponent. No blanks, no hexadecimal, no "inf" or "nan". What is exact in a
 * double (digits <= 2^53, |exponent| <= 22) is converted directly; the rest goes to strtod() as
 * digits and exponent without a decimal point, so that no locale matters. Correctly rounded for
 * texts of any length; what is too small for a double becomes 0.
 *
 * Writing gives the shortest text that reads back to the same double: plain decimals for decimal
 * exponents from -5 to 20, else as 1e-07 or 1e+21.
 */
#ifndef SLURRYSCREEN_BASE_NUMBER_H
#define SLURRYSCREEN_BASE_NUMBER_H

#include "base/str.h"

enum number_result {
	NUMBER_OK,
	NUMBER_EMPTY,    /* nothing there */
	NUMBER_SYNTAX,   /* not a number; also 1,234.5 and 1.2.3, whose value nobody can guess */
	NUMBER_COMMA,    /* a number with one decimal comma, such as 110,6 */
	NUMBER_TRAILING, /* a number followed by something else, such as "110.6 C" */
	NUMBER_RANGE,    /* beyond the range of a double, such as 1e999 */
};

/*
 * Reads all of s. *value is set with NUMBER_OK, and with NUMBER_COMMA and NUMBER_TRAILING to what
 * the number would be. *used (may be NULL): bytes that belong to the number.
 */
enum number_result number_read(struct str s, double *value, size_t *used);

/*
 * s with a hyphen for the minus sign or dash that it starts with, such as U+2212 of a publication:
 * a copy in arena. s itself if it does not start so.
 */
struct str number_plain_minus(struct arena *arena, struct str s);

enum { NUMBER_TEXT_MAX = 32 };

/* Shortest text that reads back to the same double; "nan", "inf", "-inf" for what is not finite. */
struct str number_write(char buffer[NUMBER_TEXT_MAX], double value);

/*
 * Rounded half away from zero to so many decimals (0 to 9), "-0" never. For people: what is rounded
 * is the shortest decimal text, so 2.675 becomes 2.68. From 1e15 on as number_write.
 */
struct str number_write_fixed(char buffer[NUMBER_TEXT_MAX], double value, int decimals);

#endif
