/* SPDX-License-Identifier: MIT */
/*
 * Facts: what somebody observed about materials together. Three files, one table in memory:
 * exposures (electrolyte in a solvent), solubilities (binder or salt in a solvent), systems
 * (published recipes). Gates, overrides, precedents, back-test labels and checks for dangling
 * references are queries on it.
 */
#ifndef SLURRYSCREEN_DATA_FACT_H
#define SLURRYSCREEN_DATA_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/num.h"
#include "base/source.h"
#include "base/str.h"
#include "data/prop.h"

enum fact_kind { FACT_SOLUBILITY, FACT_EXPOSURE, FACT_SYSTEM, FACT_KIND_COUNT };

enum fact_column_kind {
	FACT_ID,
	FACT_SUBJECT,  /* name of the material that the fact is about */
	FACT_SOLVENTS, /* a solvent, or a blend a:b=80:20 in volume parts, fractions optional */
	FACT_BINDER,
	FACT_SALT,
	FACT_OUTCOME, /* one of the kind's outcome words */
	FACT_GRADE,   /* one of the grades */
	FACT_VALUE,   /* the number that a model may read: conductivity retention */
	FACT_TEMPERATURE,
	FACT_NUMBER,
	FACT_CHOICE,
	FACT_TEXT,
	FACT_SOURCE, /* key of sources.csv */
};

struct fact_column {
	const char *key;
	const char *label;
	const char *unit;
	enum fact_column_kind kind;
	bool required;
	const char *const *words; /* FACT_CHOICE */
	const char *doc;
};

struct fact_file {
	const char *key;             /* "solubility": file name, JSON key, fact kind in models */
	const char *singular;        /* "solubility", "exposure", "recipe" */
	unsigned subject_tables;     /* bits: where the subject may come from */
	const char *const *outcomes; /* NULL ends */
	const struct fact_column *columns;
	size_t column_count;
	const char *doc;
};

extern const struct fact_file fact_files[FACT_KIND_COUNT];

/* Grades of evidence, best first; models weigh them. NULL ends. */
extern const char *const fact_grades[];

/* The electrolyte `sulfide` in a fact means all of them: shown as precedent, never used. */
#define FACT_ANY (UINT32_MAX - 1)
#define FACT_NOBODY UINT32_MAX

struct fact_part {
	uint32_t row;    /* of the solvents table */
	double fraction; /* by volume, sums to 1; NaN where not published */
};

struct fact {
	enum fact_kind kind;
	struct str id;
	enum table_id subject_table;
	uint32_t subject;              /* row, or FACT_ANY */
	const struct fact_part *parts; /* sorted by row */
	size_t part_count;             /* 0: no solvent */
	uint32_t binder;               /* rows, or FACT_NOBODY */
	uint32_t salt;
	uint8_t outcome;
	uint8_t grade;
	bool own; /* from an added file: overrides the literature */
	double value;
	double temperature;      /* degC; NaN if not stated */
	const struct str *cells; /* as written, one a column of the kind */
	struct place place;      /* of the row; source NULL for the built-in database */
};

/* A column by key, or SIZE_MAX. */
size_t fact_column_find(enum fact_kind kind, struct str key);
/* The cell of the first column of that kind, or empty. */
struct str fact_cell(const struct fact *fact, enum fact_column_kind kind);
const char *fact_outcome_word(const struct fact *fact);
const char *fact_grade_word(const struct fact *fact);
size_t fact_word(const char *const *words, struct str word); /* SIZE_MAX if not there */

#endif
