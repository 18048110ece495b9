/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers as text, never dependent on the locale.
 *
 * Reading is strict: an optional sign, digits with an optional decimal point, an optional exponent.
 * No blanks, no hexadecimal, no "inf" or "nan". Up to 19 digits with a decimal exponent within
 * what is exact in a double (|exponent| <= 22, digits <= 2^53) are converted directly; the rest
 * goes to strtod(), whose decimal point is "." because nothing here calls setlocale().
 *
 * Writing gives the shortest text that reads back to the same double.
 */
#ifndef SLURRYSCREEN_BASE_NUMBER_H
#define SLURRYSCREEN_BASE_NUMBER_H

#include "base/str.h"

enum number_result {
	NUMBER_OK,
	NUMBER_EMPTY,    /* nothing there */
	NUMBER_SYNTAX,   /* not a number */
	NUMBER_COMMA,    /* a number with one decimal comma, such as 110,6 */
	NUMBER_TRAILING, /* a number followed by something else, such as "110.6 C" */
	NUMBER_RANGE,    /* beyond the range of a double, such as 1e999 */
};

/*
 * Reads all of s. *value is set with NUMBER_OK, and with NUMBER_COMMA and NUMBER_TRAILING to what
 * the number would be. *used (may be NULL): bytes that belong to the number.
 */
enum number_result number_read(struct str s, double *value, size_t *used);

enum { NUMBER_TEXT_MAX = 32 };

/* Shortest text that reads back to the same double; "nan", "inf", "-inf" for what is not finite. */
struct str number_write(char buffer[NUMBER_TEXT_MAX], double value);

/* Rounded half away from zero to so many decimals (0 to 9), "-0" never. For people. */
struct str number_write_fixed(char buffer[NUMBER_TEXT_MAX], double value, int decimals);

#endif
