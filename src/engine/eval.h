/* SPDX-License-Identifier: MIT */
/*
 * One combination against a model: gates, terms, criteria, total, limits, verdict, with the
 * interval of every number. docs/method.md is the specification.
 */
#ifndef SLURRYSCREEN_ENGINE_EVAL_H
#define SLURRYSCREEN_ENGINE_EVAL_H

#include "base/arena.h"
#include "data/db.h"
#include "model/model.h"

/* What an unknown term counts: 0, the term's own value, 1. */
enum missing_policy { MISSING_WORST, MISSING_ASSUME, MISSING_BEST, MISSING_POLICY_COUNT };

extern const char *const missing_policy_words[MISSING_POLICY_COUNT];

struct eval_options {
	enum missing_policy missing;
	bool use_measured;              /* measured rows and gates on facts */
	bool use_in_sample;             /* values tuned on known answers */
	double settings[SETTING_COUNT]; /* limits that were asked for; NaN: not set */
};

struct eval_options eval_options_default(void);

enum gate_status { GATE_PASSED, GATE_FIRED, GATE_UNCHECKED };

struct gate_result {
	enum gate_status status;
	bool by_measurement; /* fired by a fact about exactly these materials */
	uint32_t part;       /* solvent row that fired it, or DB_NO_ROW for the mixture */
	const struct fact *witness;
};

struct term_result {
	bool active;             /* its `when` holds */
	size_t reading;          /* 0: its own; n: the n-th of what stands in; SIZE_MAX: none */
	struct num measure;      /* as read, before the curve */
	struct num desirability; /* as used; state says how it is known */
};

struct criterion_result {
	bool active;
	struct num rule;        /* mean of the terms */
	struct num value;       /* after measured rows, rounded to 1e-9 */
	double measured_weight; /* 0: no measured rows */
	struct num measured;    /* geometric mean of the rows, hull as interval */
	double limit;           /* of the total, 0 to 100; 100 if none */
};

struct evaluation {
	struct combo combo;
	struct gate_result *gates;         /* one a gate */
	struct term_result *terms;         /* one a term */
	struct criterion_result *criteria; /* one a criterion */
	struct num score;                  /* 0 to 100 with interval, rounded to 1e-9 */
	double factor;                     /* of the warnings that fired; 1 if none */
	double mean;       /* 100 * weighted mean of the criteria, before factor and limits */
	size_t limited_by; /* criterion whose limit holds the score; SIZE_MAX none */
	bool rejected;
	size_t verdict; /* index in the model's verdicts; meaningless if rejected */
	bool capped;    /* the verdict is held down by something missing or by score_low */
	double coverage;
	double
	    coverage_kinds[NUM_KIND_COUNT]; /* weight shares of known terms by their weakest kind */
	double coverage_inferred;
	double coverage_missing;
};

struct evaluator {
	const struct db *db;
	const struct model *model;
	struct eval_options options;
	const unsigned char *mentioned; /* as in struct measure_context; NULL: not known */
};

/* One byte a solvent: does any fact name it? For evaluators that see many combinations. */
const unsigned char *evaluator_mentioned(const struct db *db, struct arena *arena);

/* Whether a criterion has weight and the material that it needs. */
bool criterion_counts(const struct criterion *criterion, const struct combo *combo);

/* Room for one evaluation of this model. */
struct evaluation *evaluation_new(const struct model *model, struct arena *arena);

/* Fills evaluation; combo's parts must outlive it. */
void evaluate(const struct evaluator *evaluator, const struct combo *combo,
	      struct evaluation *evaluation);

/* From gates and terms, as they stand in evaluation, to criteria, score, verdict and coverage. */
void evaluation_total(const struct evaluator *evaluator, struct evaluation *evaluation);

/* "rejected", or the model's word for the verdict. */
struct str evaluation_verdict(const struct model *model, const struct evaluation *evaluation);

#endif
