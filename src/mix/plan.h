/* SPDX-License-Identifier: MIT */
/*
 * A model prepared for blends of certain solvents with one electrolyte, binder and salt.
 *
 * What a blend's score needs is read off each solvent alone, once, through the same functions that
 * evaluate() uses; what is left for a blend is arithmetic: mix the parts' numbers by the rules of
 * the properties, run the measures, curves and means over all compositions side by side. Nothing
 * here knows a property or a criterion: measures are followed down to the nodes at which parts are
 * mixed, and each such node keeps a column of numbers, one a solvent.
 *
 * Numbers are values without intervals: a missing one is a NaN, "known to be absent" is infinite.
 * What cannot be prepared so (a quotient, a case that asks for the solvent) makes the plan slow:
 * then, and for blends that a published observation names, evaluate() is asked.
 */
#ifndef SLURRYSCREEN_MIX_PLAN_H
#define SLURRYSCREEN_MIX_PLAN_H

#include "base/arena.h"
#include "engine/eval.h"
#include "mix/grid.h"
#include "model/red.h"

enum node_op {
	NODE_FIXED,  /* number: what does not depend on the liquid */
	NODE_VOLUME, /* mean of a column over volume fractions */
	NODE_POWER,  /* the same of powers, kept in the column, then the root */
	NODE_MOLE,   /* mean over mole fractions */
	NODE_LOWEST, /* of the parts from `from` */
	NODE_HIGHEST,
	NODE_CODES, /* NODE_LOWEST of desirabilities of codes; then worse where volatile */
	NODE_RED,
	NODE_PRODUCT,
	NODE_DIFFERENCE,
	NODE_LOG10,
	NODE_HYPOT,
	NODE_CURVE,
	NODE_LINEAR,
	NODE_FIRST,
};

enum { NODE_COLUMNS = 4 };

struct node {
	enum node_op op;
	double number;   /* FIXED; CODES: limit below which it is worse */
	double exponent; /* POWER */
	double from;     /* LOWEST, HIGHEST, CODES */
	double factor;   /* LINEAR */
	double offset;
	/* VOLUME..CODES: [0]. MOLE: [1] is 1 / molar volume. RED: the point, [3] the shift. */
	const double *columns[NODE_COLUMNS];
	const struct curve *curve; /* CURVE; CODES: what is worse, or NULL */
	const struct red_sphere *spheres;
	size_t sphere_count;            /* 0: missing */
	const struct node *const *args; /* CODES: what is compared with the limit */
	size_t arg_count;
};

struct reading_plan {
	const struct reading *reading;
	const struct node *node;
	bool fixed; /* desirability is `value`, whatever the liquid */
	double value;
};

struct term_plan {
	size_t term; /* index in the model */
	double weight;
	const struct reading_plan *readings;
	size_t reading_count;
	const double *parts; /* desirabilities of the parts, mixed by the term's rule; or NULL */
	enum term_mix mix;
	double mix_from;
	double missing;
	const struct node *cap; /* or NULL */
	double cap_unknown;     /* the term counts at most this where the cap is unknown */
};

struct criterion_plan {
	const struct criterion *criterion;
	bool fixed;                      /* the same for all blends; such criteria come first */
	const struct gate *const *gates; /* on its value */
	size_t gate_count;
	const struct term_plan *terms; /* those that count */
	size_t term_count;
	double *witness; /* weight of what was measured on each part; 0 nothing; or NULL */
};

/* A condition on the mixture. */
enum test_op { TEST_FIXED, TEST_COMPARE, TEST_KNOWN, TEST_WORDS, TEST_NOT };

struct test {
	enum test_op op;
	bool closed;
	enum truth fixed;
	enum condition_op compare;
	double limit;
	const struct node *node; /* COMPARE, KNOWN */
	const double *column;    /* WORDS: 1 yes, 0 no, NaN unknown */
	const struct test *inner;
};

struct test_list {
	const struct test *at;
	size_t count;
};

struct gate_plan {
	const struct gate *gate;
	const struct test_list *any;
	size_t any_count;
};

/* What the gates on parts say of one solvent at one threshold or below it. */
struct part_gates {
	double factor;
	bool rejects;
};

struct plan {
	const struct evaluator *evaluator;
	struct combo combo;   /* without a liquid */
	const uint32_t *rows; /* of the solvents */
	size_t count;
	bool slow;
	struct criterion_plan *criteria; /* those that count */
	size_t criterion_count;
	struct gate_plan *gates; /* on the mixture */
	size_t gate_count;
	const double *thresholds; /* rising fractions from which gates on parts count */
	size_t threshold_count;
	const struct part_gates *part_gates; /* solvent by threshold */
	const struct fact *const *named;     /* observations of blends with these materials */
	size_t named_count;
	size_t node_count;       /* of all trees */
	size_t term_count;       /* of all criteria */
	const struct num *alone; /* score of each solvent by itself */
	const bool *alone_rejected;
};

/* Everything in arena; evaluator and rows must outlive it. */
const struct plan *plan_new(const struct evaluator *evaluator, const struct combo *combo,
			    const uint32_t *rows, size_t count, struct arena *arena);

/* Rejected in every blend in which it has at least this fraction. */
bool plan_part_rejected(const struct plan *plan, size_t solvent, double fraction);

/* Where the plan's own knowledge ends and evaluate() must be asked. parts: indices of solvents. */
bool plan_is_named(const struct plan *plan, const uint32_t *parts, size_t count);

#endif
