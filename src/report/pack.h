/* SPDX-License-Identifier: MIT */
/*
 * A report as compact JSON for a script to unfold: what is said twice is written once. An object
 *
 *     {"rows": [value, ...], "head": value, "title": [text, ...], "format": text,
 *      "types": [[field key, ...], ...], "pool": [value, ...]}
 *
 * in which a value is null, true, false, a number, a string, or an array that begins with a number n:
 *
 *     n < 0   the entry -1-n of the pool; entries refer to earlier ones only
 *     n = 0   a list; its items follow
 *     n = 1   a number; its value follows, then, unless it is exact and measured, low and high,
 *             then, unless it is measured, the state's word
 *     n > 1   a record of types[n-2]; its fields follow, nulls at the end left out
 *
 * Fields are those for machines and for pages. Safe inside <script>: no '<', no line separators.
 */
#ifndef SLURRYSCREEN_REPORT_PACK_H
#define SLURRYSCREEN_REPORT_PACK_H

#include <stdio.h>

#include "base/arena.h"
#include "base/record.h"

void pack_put(const struct report *report, struct arena *scratch, FILE *out);

#endif
