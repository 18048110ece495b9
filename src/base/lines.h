/* SPDX-License-Identifier: MIT */
/* A growing list of lines for people: titles and notes of reports. */
#ifndef SLURRYSCREEN_BASE_LINES_H
#define SLURRYSCREEN_BASE_LINES_H

#include "base/arena.h"
#include "base/str.h"

/* Starts as {.arena = arena}. */
struct lines {
	struct arena *arena;
	struct str *at;
	size_t count;
	size_t capacity;
};

/* The text lives on in its arena. */
void lines_add(struct lines *lines, const struct text *text);
void lines_addf(struct lines *lines, const char *format, ...) STR_PRINTF(2, 3);

#endif
