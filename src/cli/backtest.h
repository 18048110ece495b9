/* SPDX-License-Identifier: MIT */
/*
 * The back-test as records: figures (one row each, misses among them), the pairs that were judged,
 * the published recipes. Commands and the generated page show the same rows.
 */
#ifndef SLURRYSCREEN_CLI_BACKTEST_H
#define SLURRYSCREEN_CLI_BACKTEST_H

#include "base/record.h"
#include "engine/backtest.h"

/* Everything that was run. */
struct backtest_all {
	const struct backtest *test;
	const struct backtest_systems *systems;
	struct arena *arena;
};

struct figure_row {
	struct str part;   /* exposure, solubility, systems */
	struct str group;  /* all, a grade, a binder, "in sample", ... */
	struct str figure; /* what is told */
	double value;      /* NaN: none */
	double low;
	double high;
	size_t count; /* of what it was made of; SIZE_MAX: none */
	bool percent; /* people read value as a share */
	struct str note;
};

struct figure_rows {
	struct figure_row *at;
	size_t count;
	size_t capacity;
	struct arena *arena;
};

struct figure_rows backtest_figures(const struct backtest_all *all);

struct pair_row {
	struct str subject;
	struct str solvent;
	struct str label;
	struct str grade;
	double score;
	struct str judged; /* right, wrong, borderline, marginal, contradictory, no sphere */
	struct str cause;
	bool in_sample;
	size_t for_it;
	size_t against;
};

const struct pair_row *backtest_pairs(const struct backtest_all *all, enum fact_kind kind,
				      size_t *count);

struct recipe_row {
	const struct fact *fact;
	struct str table; /* reference in the review's Table 1 */
	struct str electrolyte;
	struct str solvent;
	struct str binder;
	struct str salt;
	struct str route;
	const char *outcome;
	const char *grade;
	const struct evaluation *evaluation;
	struct str verdict;
	struct str reason;
	struct str warnings;
};

const struct recipe_row *backtest_recipes(const struct backtest_all *all, size_t *count);

extern const struct record_type figure_type;
extern const struct record_type pair_type;
extern const struct record_type recipe_type;

#endif
