/* SPDX-License-Identifier: MIT */
/* Inside the engine: one term, one criterion, one gate. */
#ifndef SLURRYSCREEN_ENGINE_EVAL_TERM_H
#define SLURRYSCREEN_ENGINE_EVAL_TERM_H

#include "engine/eval.h"

/* The context in which this evaluator reads a combination. */
struct measure_context evaluator_context(const struct evaluator *evaluator,
					 const struct combo *combo);

/* Desirability of a term after stand-ins, missing-value policy, mixing and cap. */
void term_evaluate(const struct evaluator *evaluator, const struct term *term,
		   const struct combo *combo, struct term_result *result);

/* To the resolution at which scores and criteria are compared, 1e-9. */
double eval_round(double x);

/* Mean of the active terms, then measured rows. terms: results of all the model's terms. */
void criterion_evaluate(const struct evaluator *evaluator, const struct criterion *criterion,
			const struct combo *combo, const struct term_result *terms,
			struct criterion_result *result);

/* A measured row that a criterion heard. */
struct heard_row {
	const struct fact *fact;
	struct num desirability;
	double weight; /* of its grade; the best one of all rows counts */
};

/* Room for the rows behind one criterion; what is beyond counts, but is not shown. */
enum { HEARD_ROWS_MAX = 64 };

/* The rows behind criterion_result.measured, at most `room` of them; their number. */
size_t criterion_heard(const struct evaluator *evaluator, const struct criterion *criterion,
		       const struct combo *combo, struct heard_row *rows, size_t room);

/*
 * The total in three parts, by what the criteria depend on, so that a ranking computes the first
 * two once a material and gets the same bits: everything but the binder, everything but the
 * solvent, both.
 */
enum collapse_group { COLLAPSE_SOLVENT, COLLAPSE_BINDER, COLLAPSE_PAIR, COLLAPSE_GROUPS };

enum collapse_group collapse_group(role_set roles);

struct partial {
	double sum; /* of weight * ln(criterion) */
	double weights;
	double limit; /* the lowest that the criteria set on the total */
};

#define PARTIAL_EMPTY                                                                              \
	{                                                                                          \
		0.0, 0.0, 100.0                                                                    \
	}

void partial_add(struct partial *partial, const struct model *model, size_t criterion,
		 double value);
double partial_score(const struct partial parts[COLLAPSE_GROUPS], double factor);

/* Of the warnings that fired; `possible` counts those that could not be checked too. */
double smallest_factor(const struct model *model, const struct gate_result *gates, bool possible);

/* A gate on a criterion passes here: it is decided when the criterion is known. */
void gate_evaluate(const struct evaluator *evaluator, const struct gate *gate,
		   const struct combo *combo, struct gate_result *result);

void criterion_gate_evaluate(const struct gate *gate, const struct criterion_result *criterion,
			     struct gate_result *result);

#endif
