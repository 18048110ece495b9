/* SPDX-License-Identifier: MIT */
#include "check/cas.h"

#include <stdio.h>
#include <string.h>

#include "check/cas_date.h"

enum { FIRST_DIGITS_MIN = 2, FIRST_DIGITS_MAX = 7 };

/* Digits from `from`, up to `limit` of them. */
static size_t run_of_digits(struct str s, size_t from, size_t limit)
{
	size_t count = 0;

	while (count < limit && from + count < s.length && ascii_is_digit(s.at[from + count]))
		count++;
	return count;
}

/* NN...-NN-N */
static bool is_well_formed(struct str s)
{
	const size_t first = run_of_digits(s, 0, s.length);

	return first >= FIRST_DIGITS_MIN && first <= FIRST_DIGITS_MAX && s.at[0] != '0' &&
	       s.length == first + 5 && s.at[first] == '-' && run_of_digits(s, first + 1, 2) == 2 &&
	       s.at[first + 3] == '-' && ascii_is_digit(s.at[first + 4]);
}

/* Of a well-formed number. */
static char check_digit(struct str s)
{
	unsigned sum = 0;
	unsigned weight = 1;

	for (size_t i = s.length - 1; i-- > 0;)
		if (ascii_is_digit(s.at[i]))
			sum += weight++ * (unsigned)(s.at[i] - '0');
	return (char)('0' + sum % 10);
}

static bool is_right(struct str s)
{
	return is_well_formed(s) && s.at[s.length - 1] == check_digit(s);
}

static void offer(struct cas_reading *reading, const char *number)
{
	if (!is_right(str_from(number)))
		return;
	for (size_t i = 0; i < reading->candidates; i++)
		if (strcmp(reading->repaired[i], number) == 0)
			return;
	if (reading->candidates < CAS_CANDIDATES_MAX)
		memcpy(reading->repaired[reading->candidates++], number, strlen(number) + 1);
}

static void offer_parts(struct cas_reading *reading, int width, int first, int middle, int last)
{
	char number[CAS_TEXT_MAX];

	if (first < 10 || middle < 0 || middle > 99 || last < 0 || last > 9 || first > 9999)
		return;
	(void)snprintf(number, sizeof number, "%0*d-%02d-%d", width, first, middle, last);
	offer(reading, number);
}

/* What a spreadsheet can have read as this date: year-month-day, day-month-year, month-day-year. */
static void offer_date(struct cas_reading *reading, struct cas_date date)
{
	const int short_year = date.year % 100;

	for (int day = date.day ? date.day : 1; day <= (date.day ? date.day : 9); day++) {
		if (date.year >= 1900)
			offer_parts(reading, 2, short_year, date.month, day);
		if (date.year >= 100)
			offer_parts(reading, 1, date.year, date.month, day);
		else
			offer_parts(reading, 2, date.year, date.month, day);
	}
	if (date.day == 0)
		return;
	offer_parts(reading, 2, date.day, date.month, short_year);
	offer_parts(reading, 2, date.month, date.day, short_year);
}

/* Only the digits, without leading zeros, dashes and "CAS"; false if something else is left. */
static bool undress(struct str s, char digits[CAS_TEXT_MAX], size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < s.length; i++) {
		const char c = s.at[i];

		if (ascii_is_digit(c)) {
			if (*count == 0 && c == '0')
				continue;
			if (*count == CAS_TEXT_MAX - 3)
				return false;
			digits[(*count)++] = c;
		} else if (ascii_is_alpha(c) && *count > 0) {
			return false;
		} else if (c == '/' || c == ',' || c == ';') {
			return false;
		}
	}
	return *count >= FIRST_DIGITS_MIN + 3 && *count <= FIRST_DIGITS_MAX + 3;
}

static void offer_undressed(struct cas_reading *reading, struct str s)
{
	char digits[CAS_TEXT_MAX];
	char number[CAS_TEXT_MAX];
	size_t count;

	if (!undress(s, digits, &count))
		return;
	(void)snprintf(number, sizeof number, "%.*s-%.2s-%c", (int)(count - 3), digits,
		       digits + count - 3, digits[count - 1]);
	offer(reading, number);
}

struct cas_reading cas_read(struct str text)
{
	struct cas_reading reading = {.status = CAS_MALFORMED};
	struct cas_dates dates;

	if (is_well_formed(text)) {
		reading.digit = check_digit(text);
		reading.status =
		    text.at[text.length - 1] == reading.digit ? CAS_OK : CAS_CHECK_DIGIT;
		if (reading.status == CAS_OK)
			return reading;
	}
	dates = cas_dates_read(text);
	for (size_t i = 0; i < dates.count; i++)
		offer_date(&reading, dates.at[i]);
	if (reading.status == CAS_CHECK_DIGIT)
		return reading;
	if (dates.count > 0 && !dates.serial) {
		reading.status = CAS_DATE;
		return reading;
	}
	if (reading.candidates > 0)
		reading.status = CAS_SERIAL;
	offer_undressed(&reading, text);
	if (reading.status == CAS_MALFORMED && reading.candidates > 0)
		reading.status = CAS_DRESSED;
	return reading;
}
