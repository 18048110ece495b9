/* SPDX-License-Identifier: MIT */
/*
 * A strict scan of a JSON text (RFC 8259): says what is wrong and where, and records places. Does
 * not unescape and builds nothing. For json.c only.
 */
#ifndef SLURRYSCREEN_READ_JSON_SCAN_H
#define SLURRYSCREEN_READ_JSON_SCAN_H

#include "base/diag.h"
#include "base/source.h"

/* Where a key (its quotes included) or a value stands. */
struct json_mark {
	size_t offset;
	size_t length;
};

/* All keys and values in the order in which they start: a member is its key, then its value. */
struct json_marks {
	struct json_mark *items;
	size_t count;
	size_t capacity;
	size_t values; /* marks that are no keys */
};

/* false if the text from offset `start` on is not JSON; the reason is in sink. */
bool json_scan(const struct source *source, size_t start, struct arena *arena,
	       struct diag_sink *sink, struct json_marks *marks);

#endif
