/* SPDX-License-Identifier: MIT */
/*
 * JSON (RFC 8259) to nodes with places. Knows nothing of what the keys mean.
 *
 * A strict scan comes first (grammar, UTF-8, paired surrogates, no \u0000, depth, numbers in range)
 * and records where each key and value stands; cJSON then builds the tree, and one walk in lock
 * step copies it into nodes of our own, which are checked for duplicate keys (after unescaping).
 *
 * Numbers are doubles: an integer beyond 2^53 is accepted and rounded; `string` has it as written.
 */
#ifndef SLURRYSCREEN_READ_JSON_H
#define SLURRYSCREEN_READ_JSON_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

enum json_type {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT,
};

enum { JSON_DEPTH_LIMIT = 64 };
/* 64 MiB: a node takes some 200 bytes while it is read, so a larger text is refused. */
extern const size_t json_size_limit;

struct json {
	enum json_type type;
	struct place place;     /* of the value */
	struct place key_place; /* of the key, for members */
	struct str key;         /* empty unless a member of an object */
	struct str string;      /* JSON_STRING: unescaped; JSON_NUMBER: as written */
	double number;
	const struct json *child; /* first item or member */
	const struct json *next;  /* after this one in the same array or object */
	size_t count;             /* items or members */
};

/*
 * NULL if the text is not JSON; the reason is in sink. Nodes live in arena and their strings are
 * terminated copies, except numbers as written, which point into the source. The memory needed
 * while reading comes from the arena's system and is given back before the return, or when the
 * arena is cleared after it has run out.
 */
const struct json *json_read(const struct source *source, struct arena *arena,
			     struct diag_sink *sink);

/* The member of an object, or NULL (also for a node that is no object, or NULL itself). */
const struct json *json_member(const struct json *object, const char *key);

/* "an object", "a number", ... for messages. */
const char *json_type_phrase(enum json_type type);

/* s as a JSON string with its quotes; ASCII control characters escaped, UTF-8 kept. */
void json_write_string(struct text *text, struct str s);

#endif
