/* SPDX-License-Identifier: MIT */
/*
 * A report as compact JSON for a script to unfold: what is said twice is written once. An object
 *
 *     {"rows": [value, ...], "head": value, "title": [text, ...], "format": text,
 *      "types": [[field key, ...], ...], "pool": [value, ...]}
 *
 * in which a value is null, true, false, a string, a number n that stands for entry n of the pool
 * (entries refer to earlier ones only), or an array that begins with a number:
 *
 *     0     a list; its items follow
 *     1     a number; it follows
 *     2     a value with its interval; the value follows, then, unless it is exact and measured,
 *             low and high, then, unless it is measured, the state's word
 *     > 2   a record of type n-3; its fields follow, nulls at the end left out
 *
 * The pool holds the texts and records that are used more than once. Fields are those for machines
 * and for pages. Safe inside <script>: no '<', no line separators.
 */
#ifndef SLURRYSCREEN_REPORT_PACK_H
#define SLURRYSCREEN_REPORT_PACK_H

#include <stdio.h>

#include "base/arena.h"
#include "base/record.h"

void pack_put(const struct report *report, struct arena *scratch, FILE *out);

#endif
