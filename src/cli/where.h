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

/* The first operator in the text; NULL if there is none. */
const struct where_op *where_find_op(struct str text, size_t *at);
/* "flash_point", "se.family": the property and whose it is; SIZE_MAX if there is none. */
size_t where_find_property(const struct prop_set *set, struct str key, enum role *role);
/* Whether its values are compared so. */
bool where_takes(const struct property *property, enum filter_op op);
/* What may stand in a cell of it: the words of a choice, yes and no, the classes; else none. */
struct str_list where_words(const struct db *db, const struct property *property,
			    struct arena *arena);

#endif
