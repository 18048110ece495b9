/* SPDX-License-Identifier: MIT */
/* Inside the check room: the dates that spreadsheets write where a CAS number stood. */
#ifndef SLURRYSCREEN_CHECK_CAS_DATE_H
#define SLURRYSCREEN_CHECK_CAS_DATE_H

#include <stdbool.h>

#include "base/str.h"

struct cas_date {
	int year;  /* 1 to 9999; two digits are completed as spreadsheets do (30 and up: 19..) */
	int month; /* 1 to 12 */
	int day;   /* 1 to 31; 0: the text does not say */
};

enum { CAS_DATES_MAX = 2 };

/* The dates that a text can mean: two where day and month may stand either way round. */
struct cas_dates {
	struct cas_date at[CAS_DATES_MAX];
	size_t count;
	bool serial; /* the text was a bare serial number of the 1900 date system */
};

/*
 * 1975-09-02 (a time of day after it is ignored), 1975/09/02, 02/09/1975, 9/2/75, 02.09.1975,
 * 2-Sep-75, 02 September 1975, Sep-75, Sep 1975, 75-Sep, and the serial number 27639.
 */
struct cas_dates cas_dates_read(struct str text);

#endif
