/* SPDX-License-Identifier: MIT */
#include "check/cas_date.h"

#include <string.h>

/* The years of two digits: 00 to 29 are 20.., 30 to 99 are 19.. */
enum { PIVOT_YEAR = 30 };
/* Serial 1 is 1900-01-01; 60 is 1900-02-29, which never was, so later ones are a day off. */
enum { SERIAL_LAST = 200000, SERIAL_LEAP_BUG = 60 };
enum { PARTS_MAX = 3 };

struct date_part {
	int number;    /* of a word: the month */
	size_t digits; /* 0: a word */
};

static const char *const months[12] = {"january",   "february", "march",    "april",
				       "may",       "june",     "july",     "august",
				       "september", "october",  "november", "december"};

/* The month whose name begins with the word, three letters at least; 0 if there is none. */
static int month_named(struct str word)
{
	if (word.length < 3)
		return 0;
	for (int month = 0; month < 12; month++)
		if (word.length <= strlen(months[month]) &&
		    str_equal_fold(word, str_part(str_from(months[month]), 0, word.length)))
			return month + 1;
	if (str_equal_fold(word, STR_LITERAL("sept")))
		return 9;
	return 0;
}

static bool is_separator(char c)
{
	return c == '-' || c == '/' || c == '.' || c == ' ';
}

/* One number of up to four digits, or one name of a month. */
static bool take_part(struct str *rest, struct date_part *part)
{
	size_t length = 0;

	*part = (struct date_part){0, 0};
	while (length < rest->length && length < 4 && ascii_is_digit(rest->at[length]))
		part->number = part->number * 10 + (rest->at[length++] - '0');
	part->digits = length;
	if (length == 0) {
		while (length < rest->length && ascii_is_alpha(rest->at[length]))
			length++;
		part->number = month_named(str_part(*rest, 0, length));
		if (part->number == 0)
			return false;
	}
	*rest = str_part(*rest, length, rest->length);
	return true;
}

/* A time of day after a date: " 00:00:00", "T00:00". */
static bool is_time(struct str rest)
{
	if (rest.length < 5 || (rest.at[0] != ' ' && rest.at[0] != 'T'))
		return false;
	for (size_t i = 1; i < rest.length; i++)
		if (!ascii_is_digit(rest.at[i]) && rest.at[i] != ':' && rest.at[i] != '.' &&
		    rest.at[i] != 'Z')
			return false;
	return str_contains(rest, STR_LITERAL(":"));
}

static size_t take_parts(struct str text, struct date_part parts[PARTS_MAX])
{
	size_t count = 0;

	while (count < PARTS_MAX && text.length > 0) {
		if (!take_part(&text, &parts[count]))
			return 0;
		count++;
		if (text.length == 0 || is_time(text))
			return count;
		if (!is_separator(text.at[0]) || count == PARTS_MAX)
			return 0;
		text = str_part(text, 1, text.length);
		while (text.length > 0 && text.at[0] == ' ')
			text = str_part(text, 1, text.length);
	}
	return 0;
}

static int whole_year(struct date_part part)
{
	if (part.digits > 2)
		return part.number;
	return part.number + (part.number < PIVOT_YEAR ? 2000 : 1900);
}

static void add(struct cas_dates *dates, int year, int month, int day)
{
	if (month < 1 || month > 12 || day < 0 || day > 31 || year < 1)
		return;
	for (size_t i = 0; i < dates->count; i++)
		if (dates->at[i].month == month && dates->at[i].day == day)
			return;
	if (dates->count < CAS_DATES_MAX)
		dates->at[dates->count++] = (struct cas_date){year, month, day};
}

/* Sep-75, Sep 1975, 75-Sep */
static void add_month_and_year(struct cas_dates *dates, const struct date_part parts[PARTS_MAX])
{
	if (parts[0].digits == 0 && parts[1].digits >= 2)
		add(dates, whole_year(parts[1]), parts[0].number, 0);
	else if (parts[1].digits == 0 && parts[0].digits >= 2)
		add(dates, whole_year(parts[0]), parts[1].number, 0);
}

static void add_three(struct cas_dates *dates, const struct date_part parts[PARTS_MAX])
{
	/* The year comes first: 1975-09-02, 0110-02-01, 75-09-02. */
	if ((parts[0].digits >= 3 || parts[0].number > 31) && parts[2].digits > 0) {
		if (parts[2].number > 0)
			add(dates, whole_year(parts[0]), parts[1].number, parts[2].number);
		return;
	}
	if (parts[2].digits < 2)
		return;
	if (parts[0].digits == 0) { /* Sep 2, 1975 */
		add(dates, whole_year(parts[2]), parts[0].number, parts[1].number);
		return;
	}
	if (parts[0].number < 1 || parts[0].digits > 2)
		return;
	add(dates, whole_year(parts[2]), parts[1].number, parts[0].number);
	if (parts[1].digits > 0 && parts[1].number > 0)
		add(dates, whole_year(parts[2]), parts[0].number, parts[1].number);
}

/* Days since 1970-01-01 to a date; H. Hinnant, "chrono-compatible low-level date algorithms". */
static struct cas_date date_of_day(int days)
{
	const int z = days + 719468;
	const int era = z / 146097;
	const int of_era = z - era * 146097;
	const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	const int shifted = (5 * of_year + 2) / 153;
	const int day = of_year - (153 * shifted + 2) / 5 + 1;
	const int month = shifted < 10 ? shifted + 3 : shifted - 9;

	return (struct cas_date){year_of_era + era * 400 + (month <= 2), month, day};
}

static void add_serial(struct cas_dates *dates, struct str text)
{
	const int unix_epoch = 25569; /* serial of 1970-01-01 */
	int serial = 0;

	for (size_t i = 0; i < text.length; i++) {
		if (!ascii_is_digit(text.at[i]) || serial > SERIAL_LAST)
			return;
		serial = serial * 10 + (text.at[i] - '0');
	}
	if (serial <= SERIAL_LEAP_BUG || serial > SERIAL_LAST)
		return;
	dates->at[dates->count++] = date_of_day(serial - unix_epoch);
	dates->serial = true;
}

struct cas_dates cas_dates_read(struct str text)
{
	struct cas_dates dates = {.count = 0};
	struct date_part parts[PARTS_MAX] = {{0, 0}};
	const size_t count = take_parts(text, parts);

	if (count == 2)
		add_month_and_year(&dates, parts);
	else if (count == 3)
		add_three(&dates, parts);
	if (dates.count == 0 && count <= 1)
		add_serial(&dates, text);
	return dates;
}
