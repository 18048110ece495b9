/* SPDX-License-Identifier: MIT */
/*
 * CAS registry numbers: two to seven digits, two digits, a check digit (the digits before it, from
 * the right, times 1, 2, 3, ..., summed, modulo 10; https://www.cas.org/support/documentation/
 * chemical-substances/checkdig). Pure text; knows nothing of tables.
 *
 * Spreadsheets take many of them for dates: 75-09-2 becomes 1975-09-02, 02/09/1975, Sep-75 or the
 * serial number 27639. The check digit usually leaves one number that it can have been.
 */
#ifndef SLURRYSCREEN_CHECK_CAS_H
#define SLURRYSCREEN_CHECK_CAS_H

#include <stdbool.h>

#include "base/str.h"

enum { CAS_TEXT_MAX = 16, CAS_CANDIDATES_MAX = 4 };

enum cas_status {
	CAS_OK,
	CAS_CHECK_DIGIT, /* well formed; the last digit should be another */
	CAS_DATE,        /* a date, as a spreadsheet writes it */
	CAS_SERIAL,      /* a bare whole number that is the serial of such a date */
	CAS_DRESSED,     /* a number with other dashes, a prefix, no dashes, leading zeros */
	CAS_MALFORMED,
};

struct cas_reading {
	enum cas_status status;
	char digit; /* CAS_CHECK_DIGIT: the digit that would be right */
	/* DATE, SERIAL, DRESSED: how many numbers with a right check digit it can stand for. */
	size_t candidates;
	char repaired[CAS_CANDIDATES_MAX][CAS_TEXT_MAX]; /* the first of them */
};

struct cas_reading cas_read(struct str text);

#endif
