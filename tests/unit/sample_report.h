/* SPDX-License-Identifier: MIT */
/*
 * A hand-made report for the tests of the formats: a ranking of made-up liquids with every kind of
 * value, and a way to run a format into memory.
 */
#ifndef SLURRYSCREEN_TESTS_SAMPLE_REPORT_H
#define SLURRYSCREEN_TESTS_SAMPLE_REPORT_H

#include "base/arena.h"
#include "base/record.h"
#include "report/format.h"

struct sample_row {
	double rank; /* NaN: none */
	const char *id;
	const char *name;
	const char *cas;
	double boiling_point;
	struct num score;
	const char *verdict;
	struct num comp;
	struct num solu;
	const char *const *remarks; /* NULL ends */
	bool reference;
};

/* rank, mark, solvent {id, name, cas}, salt, score, verdict, criteria {comp, salt}, boiling point,
 * ... */
extern const struct record_type sample_type;

/* U+202E, which turns the reading direction, then "gnp". */
extern const char sample_override[];

/* Good, inferred, missing and rejected rows. */
extern const struct sample_row sample_rows[];
extern const size_t sample_row_count;

/* A report over rows with a head, a title and two notes; in arena. */
struct report sample_report(const struct sample_row *rows, size_t count, struct arena *arena);

/* What a format writes, in arena. */
struct str format_to_text(const char *format, const struct report *report,
			  const struct format_options *options, struct arena *arena);

#endif
