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

void gate_evaluate(const struct evaluator *evaluator, const struct gate *gate,
		   const struct combo *combo, struct gate_result *result);

#endif
