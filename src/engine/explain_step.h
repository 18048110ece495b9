/* SPDX-License-Identifier: MIT */
/*
 * Inside the engine: the steps that lead from a cell of the database to a verdict, each one row of
 * the explanation. Texts are empty and numbers NaN where a step has none.
 */
#ifndef SLURRYSCREEN_ENGINE_EXPLAIN_STEP_H
#define SLURRYSCREEN_ENGINE_EXPLAIN_STEP_H

#include "base/record.h"
#include "data/ledger.h"
#include "engine/eval.h"
#include "engine/explain_inputs.h"

enum step_kind {
	STEP_CRITERION,
	STEP_TERM,
	STEP_MEASURED, /* what the measured rows do to a criterion */
	STEP_FACTOR,
	STEP_LIMIT,
	STEP_INPUT, /* a cell of the database */
	STEP_ROW,   /* a measured row */
	STEP_GATE,
	STEP_PRECEDENT,
	STEP_CHANGE,
	STEP_SOURCE,
	STEP_KIND_COUNT
};

struct explain_step {
	enum step_kind kind;
	const char *step;     /* word of the kind */
	struct str criterion; /* ids */
	struct str term;      /* of a cell: all terms that read it, "criterion.term; ..." */
	struct str id;        /* gate, fact, property, source */
	struct str what;      /* for people */
	struct str of;        /* id of the material */
	struct str
	    status;    /* measured, inferred, missing; passed, fired, unchecked; outcome; scope */
	struct str by; /* measurement, inference; grade; verdict */
	struct value value; /* number, text or list */
	struct str shown;   /* the value for people, with its unit */
	struct str range;   /* its interval for people */
	double low;
	double high;
	struct str unit;
	struct num desirability; /* NaN: none */
	double weight;           /* share of the total's weights; of a row: of its grade */
	double share;            /* of what the total loses */
	double points;
	struct str known; /* how the value is known: measured, compiled, ... */
	struct str why;
	struct str source; /* key */
	const struct citation *citation;
};

/* What the steps are made from, and the list that grows. */
struct explain_build {
	const struct evaluator *evaluator;
	const struct evaluation *evaluation;
	const struct ledger *ledger;
	const struct citations *citations;
	struct arena *arena;
	struct explain_step *steps;
	size_t count;
	size_t capacity;
};

/* Adds an empty step; valid until the next one is added. */
struct explain_step *explain_step_add(struct explain_build *build, enum step_kind kind);
void explain_step_cite(const struct explain_build *build, struct explain_step *step,
		       struct str source);

/* A text in the arena. */
struct str explain_text(const struct explain_build *build, const char *format, ...)
    STR_PRINTF(2, 3);
/* Rounded, with its unit; "low to high" or empty. digits < 0: the shortest text. */
struct str explain_number(const struct explain_build *build, double number, int digits,
			  const char *unit);
struct str explain_range(const struct explain_build *build, double low, double high, int digits);

/* A cell in words: "9.0 kcal/mol", "H226; H336", "none", "unknown". */
struct str explain_cell(const struct explain_build *build, const struct explain_input *input);
struct str explain_property_label(const struct explain_build *build, size_t property);
struct str explain_material_name(const struct explain_build *build, enum table_id table,
				 uint32_t row);

/* explain_steps.c: criteria and terms. */
void explain_add_criteria(struct explain_build *build);
/* explain_cells.c: the cells behind the terms, each once. */
void explain_add_cells(struct explain_build *build);
/* explain_facts.c: measured rows, gates, precedents. */
void explain_add_rows(struct explain_build *build);
void explain_add_gates(struct explain_build *build);
void explain_add_precedents(struct explain_build *build);
/* explain_changes.c */
void explain_add_changes(struct explain_build *build);
/* explain_cells.c: the sources that the steps so far name, each once. */
void explain_add_sources(struct explain_build *build);

#endif
