/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Halfway between two doubles there is a number of up to 767 significant digits. Beyond that many,
 * digits only matter as "there is something more", for which one digit 1 stands.
 */
enum { DIGITS_MAX = 800 };

/* Exponents saturate here; far outside a double, and sums with text lengths do not overflow. */
static const int64_t exponent_saturated = INT64_C(1000000000000000);

/* A number taken apart: digits times 10^exponent. */
struct parts {
	bool negative;
	uint64_t digits; /* the first 19 significant ones */
	size_t count;    /* of significant digits, leading zeros not counted */
	int64_t exponent;
	size_t mantissa_from; /* in the text */
	size_t mantissa_to;
};

static char char_at(struct str s, size_t i)
{
	return i < s.length ? s.at[i] : '\0';
}

enum { DIGITS_IN_64_BITS = 19 };

static void take_digit(struct parts *parts, char c, bool after_point)
{
	if (after_point)
		parts->exponent--;
	if (parts->count == 0 && c == '0')
		return;
	if (parts->count < DIGITS_IN_64_BITS)
		parts->digits = 10 * parts->digits + (uint64_t)(c - '0');
	else
		parts->exponent++;
	parts->count++;
}

/* Digits from i on; returns where they end. */
static size_t take_digits(struct parts *parts, struct str s, size_t i, bool after_point)
{
	while (i < s.length && ascii_is_digit(s.at[i]))
		take_digit(parts, s.at[i++], after_point);
	return i;
}

/* An exponent at i, if there is a whole one; returns where it ends, or i. */
static size_t take_exponent(struct parts *parts, struct str s, size_t i)
{
	size_t at = i + 1;
	int64_t exponent = 0;
	bool negative;

	if (char_at(s, i) != 'e' && char_at(s, i) != 'E')
		return i;
	negative = char_at(s, at) == '-';
	if (negative || char_at(s, at) == '+')
		at++;
	if (!ascii_is_digit(char_at(s, at)))
		return i;
	for (; ascii_is_digit(char_at(s, at)); at++)
		if (exponent < exponent_saturated)
			exponent = 10 * exponent + (s.at[at] - '0');
	parts->exponent += negative ? -exponent : exponent;
	return at;
}

/* Takes a number apart; returns its length, 0 if there is none. */
static size_t take_number(struct parts *parts, struct str s, char point)
{
	size_t at = 0;
	size_t integer;
	size_t digits;

	*parts = (struct parts){.negative = char_at(s, 0) == '-'};
	if (parts->negative || char_at(s, 0) == '+')
		at = 1;
	parts->mantissa_from = at;
	integer = take_digits(parts, s, at, false);
	digits = integer - at;
	at = integer;
	if (char_at(s, at) == point) {
		const size_t end = take_digits(parts, s, at + 1, true);

		digits += end - (at + 1);
		at = end;
	}
	if (digits == 0)
		return 0;
	parts->mantissa_to = at;
	return take_exponent(parts, s, at);
}

/* "e-00123"; what has more digits is far outside a double, whatever stands before it. */
static void write_exponent(char *to, int64_t exponent)
{
	const int64_t limit = 99999;
	int64_t magnitude = exponent < 0 ? -exponent : exponent;

	if (magnitude > limit)
		magnitude = limit;
	*to++ = 'e';
	*to++ = exponent < 0 ? '-' : '+';
	for (int64_t unit = 10000; unit > 0; unit /= 10)
		*to++ = (char)('0' + magnitude / unit % 10);
	*to = '\0';
}

/*
 * The general way: significant digits without a point, then the exponent, through strtod. The text
 * is rebuilt because it is not terminated, may be long, and strtod's point depends on the locale.
 */
static double convert_by_library(const struct parts *parts, struct str s)
{
	char buffer[DIGITS_MAX + 16];
	size_t length = 0;
	size_t seen = 0;
	bool more = false;
	/* parts->exponent is for the first 19 digits; here for those that are copied. */
	int64_t exponent = parts->exponent;

	for (size_t i = parts->mantissa_from; i < parts->mantissa_to; i++) {
		const char c = s.at[i];

		if (!ascii_is_digit(c) || (seen == 0 && c == '0'))
			continue;
		seen++;
		if (seen <= DIGITS_MAX) {
			buffer[length++] = c;
			if (seen > DIGITS_IN_64_BITS)
				exponent--;
		} else if (c != '0') {
			more = true;
		}
	}
	if (more) {
		buffer[length++] = '1';
		exponent--;
	}
	write_exponent(buffer + length, exponent);
	return strtod(buffer, NULL);
}

static double convert(const struct parts *parts, struct str s)
{
	static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
					1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
					1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
	const uint64_t exact_limit = UINT64_C(1) << DBL_MANT_DIG;
	double magnitude;

	/* One operation on exact operands is correctly rounded (Clinger 1990). */
	if (parts->count == 0)
		magnitude = 0;
	else if (parts->count <= DIGITS_IN_64_BITS && parts->digits <= exact_limit &&
		 parts->exponent >= -22 && parts->exponent <= 22)
		magnitude = parts->exponent < 0 ? (double)parts->digits / powers[-parts->exponent]
						: (double)parts->digits * powers[parts->exponent];
	else
		magnitude = convert_by_library(parts, s);
	return parts->negative ? -magnitude : magnitude;
}

/* What the bytes after the number make of it. */
static enum number_result judge_rest(struct str s, size_t used, bool comma)
{
	const char c = char_at(s, used);

	if (used == s.length)
		return comma ? NUMBER_COMMA : NUMBER_OK;
	return c == '.' || c == ',' ? NUMBER_SYNTAX : NUMBER_TRAILING;
}

static double convert_plain(bool negative, uint64_t digits, size_t decimals)
{
	static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
					1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	const double magnitude = (double)digits / powers[decimals];

	return negative ? -magnitude : magnitude;
}

enum { PLAIN_DIGITS_MAX = 15 }; /* below 2^53, whatever the digits */

/*
 * Nearly all numbers of tables: a few digits with a point among them. Tables have millions of
 * them, and this takes a third of the time of the general way. false: not one of these.
 */
static bool read_plain(struct str s, double *value)
{
	const bool negative = s.length > 0 && s.at[0] == '-';
	const size_t start = negative;
	size_t point = SIZE_MAX;
	uint64_t digits = 0;

	if (s.length <= start || s.length > PLAIN_DIGITS_MAX)
		return false;
	for (size_t i = start; i < s.length; i++) {
		const unsigned digit = (unsigned)((unsigned char)s.at[i] - '0');

		if (digit <= 9)
			digits = 10 * digits + digit;
		else if (s.at[i] == '.' && point == SIZE_MAX)
			point = i;
		else
			return false;
	}
	if (point != SIZE_MAX && s.length - start == 1)
		return false; /* a point alone */
	*value = convert_plain(negative, digits, point == SIZE_MAX ? 0 : s.length - 1 - point);
	return true;
}

enum number_result number_read(struct str s, double *value, size_t *used)
{
	struct parts parts;
	enum number_result result;
	size_t length;
	bool comma = false;

	if (read_plain(s, value)) {
		if (used)
			*used = s.length;
		return NUMBER_OK;
	}
	if (used)
		*used = 0;
	if (s.length == 0)
		return NUMBER_EMPTY;
	length = take_number(&parts, s, '.');
	if (length > 0 && char_at(s, length) == ',' && ascii_is_digit(char_at(s, length + 1)) &&
	    !memchr(s.at, '.', length)) {
		comma = true;
		length = take_number(&parts, s, ',');
	}
	if (length == 0)
		return NUMBER_SYNTAX;
	result = judge_rest(s, length, comma);
	if (result == NUMBER_SYNTAX)
		return result;
	if (used)
		*used = length;
	const double number = convert(&parts, s);

	if (isinf(number))
		return NUMBER_RANGE;
	*value = number;
	return result;
}

struct str number_plain_minus(struct arena *arena, struct str s)
{
	/* hyphen to horizontal bar, minus, small and full-width hyphens */
	static const char *const signs[] = {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
					    "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95",
					    "\xE2\x88\x92", "\xEF\xB9\xA3", "\xEF\xBC\x8D"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const size_t length = strlen(signs[i]);
		struct text text;

		if (!str_starts(s, signs[i]))
			continue;
		text_init(&text, arena);
		text_add_char(&text, '-');
		text_add(&text, str_part(s, length, s.length));
		return text_str(&text);
	}
	return s;
}
