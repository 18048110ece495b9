/* SPDX-License-Identifier: MIT */
/*
 * The one number of the program: a value with the interval it may lie in, and how it is known.
 *
 * Asked from the database, carried through measures, curves, means and mixtures. Arithmetic keeps
 * low <= value <= high, takes the worse state and the weaker kind of its operands, and is exact for
 * monotone operations on independent operands. An operand without a value (none or missing), or a
 * result that is not finite, gives a missing number.
 */
#ifndef SLURRYSCREEN_BASE_NUM_H
#define SLURRYSCREEN_BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>

/* How a number is known; later is worse. */
enum num_state {
	NUM_KNOWN,    /* stated for this very material (measured, compiled, calculated, ...) */
	NUM_NONE,     /* known to be absent: no flash point, no hazard statement; no value */
	NUM_INFERRED, /* a stand-in: its class, another property */
	NUM_MISSING,  /* nothing is known */
};

/* Where a number comes from; later is weaker. */
enum num_kind {
	NUM_MEASURED,
	NUM_COMPILED,
	NUM_CALCULATED,
	NUM_ESTIMATED,
	NUM_FITTED,
	NUM_JUDGEMENT,
	NUM_UNCITED,
	NUM_KIND_COUNT
};

struct num {
	double value;
	double low;
	double high;
	enum num_state state;
	enum num_kind kind;
};

/* A known number without uncertainty. */
struct num num_exact(double value, enum num_kind kind);
/* Known, between low and high; low and high are widened to hold value. */
struct num num_between(double value, double low, double high, enum num_kind kind);
/* Nothing known: value is NaN, the interval [-inf, inf]. */
struct num num_missing(void);
struct num num_none(void);

bool num_has_value(struct num n); /* known or inferred */

/* The same number, as a stand-in. */
struct num num_as_inferred(struct num n);

struct num num_add(struct num a, struct num b);
struct num num_subtract(struct num a, struct num b);
struct num num_multiply(struct num a, struct num b); /* any signs */
struct num num_divide(struct num a, struct num b);   /* missing if b's interval holds 0 */
/* Missing unless a.value > 0; a low end at or below 0 is taken as the least positive double. */
struct num num_log10(struct num a);
struct num num_hypot(struct num a, struct num b);
struct num num_minimum(struct num a, struct num b);
struct num num_maximum(struct num a, struct num b);
struct num num_scale(struct num a, double factor);

/* The worse state and the weaker kind of the two, for operations of one's own. */
enum num_state num_worse_state(enum num_state a, enum num_state b);
enum num_kind num_weaker_kind(enum num_kind a, enum num_kind b);

const char *num_kind_word(enum num_kind kind);    /* "measured", ... as in the ledger */
const char *num_state_word(enum num_state state); /* "measured", "none", "inferred", "missing" */

#endif
