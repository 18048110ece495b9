/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 0.d1d2...dn times 10^exponent: the digits have no trailing zeros; zero has none at all. */
struct decimal {
	bool negative;
	char digits[24];
	int count;
	int exponent;
};

/* Digits that %.*e prints of a finite number; the point is skipped, whatever the locale's is. */
static struct decimal decimal_printed(double value, int precision)
{
	struct decimal decimal = {.negative = signbit(value) != 0};
	char buffer[40];
	const char *c = buffer;

	(void)snprintf(buffer, sizeof buffer, "%.*e", precision - 1, fabs(value));
	for (; *c != 'e'; c++)
		if (ascii_is_digit(*c))
			decimal.digits[decimal.count++] = *c;
	decimal.exponent = (int)strtol(c + 1, NULL, 10) + 1;
	while (decimal.count > 0 && decimal.digits[decimal.count - 1] == '0')
		decimal.count--;
	return decimal;
}

static char *add_zeros(char *to, int count)
{
	for (int i = 0; i < count; i++)
		*to++ = '0';
	return to;
}

static char *add_digits(char *to, const char *digits, int count)
{
	if (count > 0) {
		memcpy(to, digits, (size_t)count);
		to += count;
	}
	return to;
}

static char *write_plain(char *to, const struct decimal *decimal)
{
	const int before = decimal->exponent < decimal->count ? decimal->exponent : decimal->count;

	if (decimal->exponent <= 0) {
		*to++ = '0';
		if (decimal->count == 0)
			return to;
		*to++ = '.';
		to = add_zeros(to, -decimal->exponent);
		return add_digits(to, decimal->digits, decimal->count);
	}
	to = add_digits(to, decimal->digits, before);
	to = add_zeros(to, decimal->exponent - before);
	if (decimal->count > before) {
		*to++ = '.';
		to = add_digits(to, decimal->digits + before, decimal->count - before);
	}
	return to;
}

static char *write_scientific(char *to, const struct decimal *decimal)
{
	*to++ = decimal->digits[0];
	if (decimal->count > 1) {
		*to++ = '.';
		to = add_digits(to, decimal->digits + 1, decimal->count - 1);
	}
	return to + snprintf(to, 8, "e%+03d", decimal->exponent - 1);
}

/* Plain from 0.00001 to below 1e21, as most readers of tables like it. */
static struct str decimal_write(char buffer[NUMBER_TEXT_MAX], const struct decimal *decimal)
{
	char *to = buffer;

	if (decimal->negative)
		*to++ = '-';
	if (decimal->count == 0)
		*to++ = '0';
	else if (decimal->exponent - 1 >= -5 && decimal->exponent - 1 <= 20)
		to = write_plain(to, decimal);
	else
		to = write_scientific(to, decimal);
	*to = '\0';
	return (struct str){buffer, (size_t)(to - buffer)};
}

/* Does the decimal read back to value? */
static bool decimal_holds(const struct decimal *decimal, double value)
{
	char buffer[NUMBER_TEXT_MAX];
	double back = 0;

	return number_read(decimal_write(buffer, decimal), &back, NULL) == NUMBER_OK &&
	       back == value;
}

/* 15 digits survive in any normal double and 17 always suffice; a denormal may need one only. */
static struct decimal decimal_shortest(double value)
{
	const int first = fabs(value) < DBL_MIN ? 1 : DBL_DIG;
	struct decimal decimal = {.count = 0};

	for (int precision = first; precision <= DBL_DECIMAL_DIG; precision++) {
		decimal = decimal_printed(value, precision);
		if (decimal_holds(&decimal, value))
			break;
	}
	return decimal;
}

static struct str write_special(char buffer[NUMBER_TEXT_MAX], double value)
{
	const int length = snprintf(buffer, NUMBER_TEXT_MAX, "%s",
				    isnan(value) ? "nan" : (value < 0 ? "-inf" : "inf"));

	return (struct str){buffer, (size_t)length};
}

struct str number_write(char buffer[NUMBER_TEXT_MAX], double value)
{
	struct decimal decimal;

	if (!isfinite(value))
		return write_special(buffer, value);
	decimal = decimal_shortest(value);
	return decimal_write(buffer, &decimal);
}

/* Half away from zero; a carry out of the first digit moves the point. */
static void decimal_round(struct decimal *decimal, int decimals)
{
	const int keep = decimal->exponent + decimals;
	int i = keep - 1;

	if (keep >= decimal->count)
		return;
	if (keep < 0 || decimal->digits[keep] < '5') {
		decimal->count = keep < 0 ? 0 : keep;
		return;
	}
	decimal->count = keep;
	while (i >= 0 && decimal->digits[i] == '9')
		decimal->digits[i--] = '0';
	if (i >= 0) {
		decimal->digits[i]++;
		return;
	}
	decimal->digits[0] = '1';
	decimal->count = 1;
	decimal->exponent++;
}

static bool decimal_is_zero(const struct decimal *decimal)
{
	for (int i = 0; i < decimal->count; i++)
		if (decimal->digits[i] != '0')
			return false;
	return true;
}

/* The digit that stands for 10^place; zero outside of those there are. */
static char digit_for(const struct decimal *decimal, int place)
{
	const int i = decimal->exponent - 1 - place;

	return i >= 0 && i < decimal->count ? decimal->digits[i] : '0';
}

struct str number_write_fixed(char buffer[NUMBER_TEXT_MAX], double value, int decimals)
{
	struct decimal decimal;
	char *to = buffer;

	assert(decimals >= 0 && decimals <= 9);
	if (!isfinite(value) || fabs(value) >= 1e15)
		return number_write(buffer, value);
	decimal = decimal_shortest(value);
	decimal_round(&decimal, decimals);
	if (decimal.negative && !decimal_is_zero(&decimal))
		*to++ = '-';
	for (int place = decimal.exponent > 1 ? decimal.exponent - 1 : 0; place >= 0; place--)
		*to++ = digit_for(&decimal, place);
	if (decimals > 0)
		*to++ = '.';
	for (int place = -1; place >= -decimals; place--)
		*to++ = digit_for(&decimal, place);
	*to = '\0';
	return (struct str){buffer, (size_t)(to - buffer)};
}
