/* SPDX-License-Identifier: MIT */
/*
 * A report as compact JSON for a script to unfold: what is said twice is written once. An object
 *
 *     {"rows": [value, ...], "head": value, "title": [text, ...], "format": text,
 *      "types": [[field key, ...], ...], "pool": [value, ...]}
 *
 * in which a value is null, true, false, a number, a string, or an array that begins with a number:
 *
 *     < 0   entry -1-n of the pool for the number n; entries refer to earlier ones only
 *     0     a list; its items follow
 *     1     a number; its value follows, then, unless it is exact and measured, low and high,
 *             then, unless it is measured, the state's word
 *     > 1   a record of type n-2; its fields follow, nulls at the end left out
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
