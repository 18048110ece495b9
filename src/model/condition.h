/* SPDX-License-Identifier: MIT */
/*
 * Conditions of gates and cases. Unknown is an answer of its own: it never fires a gate.
 *
 *   {"is": [property, word, ...]}          choice, flag, class or text is one of the words
 *   {"has": [property, prefix, ...]}       a code starts with one of these
 *   {"at_least" | "above" | "at_most" | "below": [measure, number]}
 *                                          or a setting for the number: "no" unless it is set
 *   {"fact": [kind, subject, object], "in": [outcome, ...], ...}   see struct fact_query
 *   {"known": property}                    has a value
 *   {"given": role}                        the combination has one
 *   {"not": condition}
 *   "closed": true                         unknown counts as no (lists that are complete)
 */
#ifndef SLURRYSCREEN_MODEL_CONDITION_H
#define SLURRYSCREEN_MODEL_CONDITION_H

#include "model/measure.h"

enum condition_op {
	CONDITION_IS,
	CONDITION_HAS,
	CONDITION_AT_LEAST,
	CONDITION_ABOVE,
	CONDITION_AT_MOST,
	CONDITION_BELOW,
	CONDITION_FACT,
	CONDITION_KNOWN,
	CONDITION_GIVEN,
	CONDITION_NOT,
	CONDITION_OP_COUNT
};

struct condition {
	enum condition_op op;
	bool closed;
	struct operand operand;  /* IS, HAS, KNOWN; GIVEN: the role */
	const double *values;    /* IS: words as cell values (rows of classes; NaN for a text) */
	const struct str *words; /* IS, HAS: as written */
	size_t word_count;
	const struct measure *measure; /* comparisons */
	double limit;
	enum setting setting; /* that holds the limit; SETTING_NONE: a number */
	const struct fact_query *fact;
	const struct condition *inner; /* NOT */
	role_set roles;
};

struct condition_type {
	const char *word;
	enum condition_op op;
	const char *doc;
};

extern const struct condition_type condition_types[CONDITION_OP_COUNT];

enum truth truth_not(enum truth truth);

/* One of the four comparisons of two finite numbers. */
bool condition_compares(enum condition_op op, double x, double limit);

/* *witness (may be NULL): the fact that answered, if one did. */
enum truth condition_holds(const struct condition *condition, const struct measure_context *context,
			   const struct fact **witness);

/* All of a list: no if one is no, else unknown if one is unknown. */
enum truth conditions_hold(const struct condition *conditions, size_t count,
			   const struct measure_context *context, const struct fact **witness);

#endif
