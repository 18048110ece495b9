/* SPDX-License-Identifier: MIT */
/*
 * Why this score, and what would change it. All numbers come from an evaluation and from the same
 * evaluation with one thing changed.
 */
#ifndef SLURRYSCREEN_ENGINE_EXPLAIN_H
#define SLURRYSCREEN_ENGINE_EXPLAIN_H

#include "engine/eval.h"

/*
 * What the total loses. With s = score / 100, the loss -ln s is a sum: each criterion's
 * -w ln(value), split over its terms and measured rows, the warning factor, and what a limit takes
 * on top. A share is the part of that sum; points are the share times 100 - score.
 */
enum loss_kind { LOSS_TERM, LOSS_MEASURED, LOSS_FACTOR, LOSS_LIMIT };

struct loss {
	enum loss_kind kind;
	size_t criterion; /* SIZE_MAX for the factor */
	size_t term;      /* LOSS_TERM: index in the model */
	double share;     /* of the loss, 0 to 1; all add up to 1 where there is a loss */
	double points;
};

/* Largest first, in arena; those that lose nothing are left out. */
size_t explain_losses(const struct model *model, const struct evaluation *evaluation,
		      const struct loss **losses, struct arena *arena);

/*
 * How much narrower the score's interval would be, were this term known exactly at its value; or
 * had one measurement that rules a criterion alone (a dissolution test) turned out well.
 */
struct narrowing {
	size_t term;      /* SIZE_MAX: the whole criterion */
	size_t criterion; /* SIZE_MAX: the term */
	double width;     /* points less between low and high */
	struct num score; /* then */
};

/* Largest first, in arena; those that narrow nothing are left out. */
size_t explain_narrowings(const struct evaluator *evaluator, const struct evaluation *evaluation,
			  const struct narrowing **narrowings, struct arena *arena);

/* The smallest change of one term's desirability that moves the verdict. */
struct turn {
	size_t term;
	double desirability; /* needed */
	double change;       /* from what it is; its size orders the turns */
	size_t verdict;      /* that it would lead to */
};

/* One up and one down at most a term; smallest change first, in arena. */
size_t explain_turns(const struct evaluator *evaluator, const struct evaluation *evaluation,
		     const struct turn **turns, struct arena *arena);

#endif
