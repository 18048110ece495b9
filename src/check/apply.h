/* SPDX-License-Identifier: MIT */
/* Inside the check room: the rules put to the rows of one table. */
#ifndef SLURRYSCREEN_CHECK_APPLY_H
#define SLURRYSCREEN_CHECK_APPLY_H

#include "check/provenance.h"
#include "check/rule.h"

/* What the loader has said about a place, so that it can be given a hint. */
struct said {
	struct seen index; /* place to item of the sink, plus 1 */
};

struct apply {
	struct check *check;
	struct provenance *provenance;
	const struct said *said;
	const struct check_head *head;
	enum table_id table;
	/* Columns of what each rule needs; -1: not there. */
	int slots[RULES_MAX][RULE_NEEDS_MAX];
	int classes;    /* column; -1: none */
	size_t values;  /* numbers seen */
	size_t sourced; /* of these, with a line in a ledger or equal to the database's */
};

void said_index(struct said *said, const struct diag_sink *sink, struct arena *arena);

void apply_start(struct apply *apply, const struct check_head *head);
void apply_row(struct apply *apply, const struct check_row *row);
/* After the last row: what is said about the file as a whole. */
void apply_end(struct apply *apply);

/* Columns that are off as a whole; reads the file once. columns.c */
void columns_survey(struct check *check, const struct source *source,
		    const struct row_options *options, bool json);

#endif
