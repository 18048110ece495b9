/* SPDX-License-Identifier: MIT */
/* The ranking as records: one row's fields as docs and contracts name them. */
#ifndef SLURRYSCREEN_ENGINE_RANK_RECORD_H
#define SLURRYSCREEN_ENGINE_RANK_RECORD_H

#include "base/record.h"
#include "engine/rank.h"

/* What the head of every format says, so that a result can be made again. */
struct run_head {
	struct str program; /* "slurryscreen 0.1.0" */
	struct str command; /* the command line that gives the same again */
	const struct model *model;
	const struct db *db;
	bool salt;          /* there is a salt: the criteria that need one have a weight */
	bool dry;           /* there is no liquid: the criteria that need one have none */
	struct str next;    /* "screen explain": the front of a command on one row; empty: none */
};

/*
 * The row type for a model: its criteria become fields. In arena; keeps the evaluator. Rows are
 * struct ranking_row.
 */
const struct record_type *rank_record_type(const struct evaluator *evaluator, struct arena *arena);

/* The head as a record value. */
struct value run_head_value(const struct run_head *head, struct arena *arena);

/*
 * A whole report: rows, head, and the lines for people (what was screened, rejected and why).
 * People see electrolyte and binder only where there is more than one. head->salt and head->dry
 * are not read.
 */
struct report rank_report(const struct ranking *ranking, const struct run_head *head,
			  struct arena *arena);

#endif
