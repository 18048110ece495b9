/* SPDX-License-Identifier: MIT */
/*
 * Findings of a validation as reports: one const table of formats, one file each, the same findings
 * in each, in the order of file, line and column. Pure functions: the same findings give the same
 * bytes.
 */
#ifndef SLURRYSCREEN_REPORT_FINDINGS_H
#define SLURRYSCREEN_REPORT_FINDINGS_H

#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/* What the caller wants a slug to be. */
enum finding_level {
	FINDING_AS_IS,
	FINDING_OFF,
	FINDING_ON,    /* a note becomes a warning */
	FINDING_ERROR, /* notes and warnings become errors */
};

struct finding {
	enum diag_id id;
	enum diag_severity severity; /* after the levels */
	bool waived;                 /* the ledger says why it is accepted */
	struct place place;          /* source NULL: nowhere in particular */
	const char *file;            /* "" if nowhere; control characters made visible, UTF-8 */
	struct line_column from;
	struct line_column to; /* just after; equal to `from` for a point */
	const char *message;
	const char *hint; /* NULL if none; lines by \n */
};

struct finding_file {
	const char *name;
	const char *kind; /* "solvents", ...; NULL: not recognised */
	size_t rows;
	size_t severities[3]; /* of the findings that are kept */
};

struct finding_rule {
	enum diag_id id;
	size_t applied; /* cells or rows put to it; 0: counted nowhere */
	size_t found;
};

/* Something that was put right in a copy. */
struct finding_repair {
	const char *file;
	struct line_column at;
	const char *what;
	struct str before;
	struct str after;
};

struct findings {
	const struct finding *items;
	size_t count;
	size_t severities[3]; /* of all, also those that are not kept */
	size_t found[DIAG_COUNT];
	size_t not_shown;
	const struct finding_file *files;
	size_t file_count;
	const struct finding_rule *rules; /* that were put to the rows */
	size_t rule_count;
	const struct finding_repair *repairs;
	size_t repair_count;
	bool repaired;      /* a copy was asked for */
	bool strict;        /* warnings count as failures */
	struct str program; /* "slurryscreen" */
	struct str version;
	struct str home; /* address of the project */
};

/*
 * From a sink: levels has one item a rule, max bounds the items (SIZE_MAX: all that were kept).
 * The caller fills in files, rules and repairs.
 */
struct findings findings_collect(const struct diag_sink *sink, const enum finding_level *levels,
				 size_t max, struct arena *arena);

/* Errors, or warnings where those count. */
bool findings_fail(const struct findings *findings);

struct findings_options {
	bool colour;
	bool quiet; /* text: the summary line is left out */
};

struct findings_format {
	const char *name;
	const char *doc;
	/* false: writing failed (errno). */
	bool (*write)(const struct findings *findings, const struct findings_options *options,
		      struct arena *scratch, FILE *out);
};

extern const struct findings_format findings_formats[];
extern const size_t findings_format_count;

const char *findings_severity_word(enum diag_severity severity); /* "error", ... */

#endif
