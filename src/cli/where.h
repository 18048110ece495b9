/* SPDX-License-Identifier: MIT */
/*
 * --where [role.]property op value[unit]: one test of a property, such as flash_point>=60,
 * solvent.boiling_point<=420K, se.family=argyrodite or ghs~H350.
 *
 * Without a role the property is the solvent's if solvents have it, else the binder's, the
 * electrolyte's or the salt's. Numbers are converted to the property's unit.
 */
#ifndef SLURRYSCREEN_CLI_WHERE_H
#define SLURRYSCREEN_CLI_WHERE_H

#include "api/session.h"
#include "engine/rank.h"

/* SESSION_USAGE: the session's problem says what is wrong with the test. */
enum session_status where_parse(struct session *session, struct str test, struct filter *filter);

struct where_op {
	const char *word;
	enum filter_op op;
	const char *doc;
};

extern const struct where_op where_ops[];
extern const size_t where_op_count;

#endif
