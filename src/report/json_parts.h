/* SPDX-License-Identifier: MIT */
/* What the two writers of JSON share: scalars, and what a compound value holds. */
#ifndef SLURRYSCREEN_REPORT_JSON_PARTS_H
#define SLURRYSCREEN_REPORT_JSON_PARTS_H

#include "base/record.h"

/* A member of an object, or an item of an array (key NULL). */
struct json_pair {
	const char *key;
	struct value value;
};

bool json_is_compound(struct value value);

/*
 * The members of a record or VALUE_NUM, the items of a list, in arena. Each field is asked once,
 * because some are dear.
 */
const struct json_pair *json_pairs(struct value value, size_t *count, struct arena *arena);

/* null, true, false, a string, or a number: shortest, null if it is not finite. */
void json_add_scalar(struct text *text, struct value value);
void json_add_string(struct text *text, struct str s);

#endif
