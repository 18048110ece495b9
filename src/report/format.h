/* SPDX-License-Identifier: MIT */
/*
 * Output formats: one const table, one file a format. A format is a pure function of a report: the
 * same report gives the same bytes.
 */
#ifndef SLURRYSCREEN_REPORT_FORMAT_H
#define SLURRYSCREEN_REPORT_FORMAT_H

#include <stdio.h>

#include "base/arena.h"
#include "base/record.h"

struct format_options {
	int width; /* columns of the terminal or --width */
	bool colour;
	bool unicode;       /* bars and dashes beyond ASCII */
	bool excel;         /* CSV: byte order mark */
	bool decimal_comma; /* CSV: ';' between cells, decimal commas */
};

struct format_options format_options_default(void);

struct format {
	const char *name;      /* --format */
	const char *extension; /* of files; empty: none chooses it */
	const char *doc;
	bool for_people; /* --top defaults to 20 */
	bool matrix;     /* of the report's pivot, over all rows; without one as the plain format */
	bool page;       /* reads FIELD_PAGE, and wants all rows, rejected ones too */
	bool whole;      /* takes the rejected rows and the sources along, unasked */
	bool binary;     /* nothing for a terminal */
	/* NULL: always there. Else what is missing here, in words; NULL from it: nothing is. */
	const char *(*lack)(void);
	/* scratch is for the duration. False: writing failed (errno). */
	bool (*write)(const struct report *report, const struct format_options *options,
		      struct arena *scratch, FILE *out);
};

extern const struct format formats[];
extern const size_t format_count;

const struct format *format_find(struct str name); /* NULL if there is none */
/* What a format lacks here and cannot do without, a part of a sentence; NULL: nothing. */
const char *format_lack(const struct format *format);

#endif
