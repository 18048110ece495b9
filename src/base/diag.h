/* SPDX-License-Identifier: MIT */
/*
 * Diagnostics: what is wrong with the input, where, and what was done about it.
 *
 * All messages are rows of diag_list.h: slug, severity, text, one sentence for the manual. The text
 * is a printf format whose particulars the compiler checks. Severity by consequence: error = a
 * value or row was not used; warning = used, but probably not what was meant; note = waived, or for
 * information.
 *
 * A sink collects in the order of discovery and counts; printing sorts by file, line and column.
 * It keeps at most a limited number a slug, and counts the rest.
 */
#ifndef SLURRYSCREEN_BASE_DIAG_H
#define SLURRYSCREEN_BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/str.h"

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_id {
#define DIAG(id, slug, severity, text, doc) DIAG_##id,
#include "base/diag_list.h"
#undef DIAG
	DIAG_COUNT
};

/* Unused in most files; an array and not a pointer, so that the compiler can check formats. */
#define DIAG(id, slug, severity, text, doc)                                                        \
	__attribute__((unused)) static const char DIAG_TEXT_##id[] = text;
#include "base/diag_list.h"
#undef DIAG

struct diag_rule {
	const char *slug;
	enum diag_severity severity;
	const char *text; /* the format */
	const char *doc;  /* one sentence: what it means and what to do */
};

extern const struct diag_rule diag_rules[DIAG_COUNT];

/* The rule with this slug, or DIAG_COUNT. */
enum diag_id diag_find(struct str slug);

struct diag {
	enum diag_id id;
	enum diag_severity severity;
	struct place place;
	const char *message;
	const char *hint; /* NULL if none: "did you mean ...", the repaired value; lines by \n */
	size_t order;     /* of discovery */
};

struct diag_sink {
	struct arena *arena; /* messages live there */
	struct diag *items;
	size_t count;
	size_t capacity;
	size_t limit_per_rule; /* kept; 0 means DIAG_KEEP_DEFAULT */
	size_t total[DIAG_COUNT];
	size_t severities[3];
	bool last_kept; /* the diagnostic reported last is items[count - 1] */
};

enum { DIAG_KEEP_DEFAULT = 20 }; /* enough to see what is wrong; a check of files keeps more */
/* Bytes of a message or hint; particulars from the input may be long, what is over is cut. */
enum { DIAG_TEXT_MAX = 1000 };

void diag_sink_init(struct diag_sink *sink, struct arena *arena);

/* Use DIAG_REPORT; it ties the format to the rule. */
void diag_add(struct diag_sink *sink, enum diag_id id, const char *format, struct place place, ...)
    STR_PRINTF(3, 5);

/*
 * DIAG_REPORT(sink, ID, place, particulars ...). The place is the first of the variable arguments
 * because C11 wants one, and many rules have no particulars.
 */
#define DIAG_REPORT(sink, id, ...) diag_add((sink), DIAG_##id, DIAG_TEXT_##id, __VA_ARGS__)

/*
 * Adds a hint (a further line, if there is one) to the diagnostic reported last; nothing if that
 * one was over the limit.
 */
void diag_hint(struct diag_sink *sink, const char *format, ...) STR_PRINTF(2, 3);

bool diag_has_errors(const struct diag_sink *sink);

/* A copy of the items, sorted by source name, offset, discovery; in arena. */
const struct diag *diag_sorted(const struct diag_sink *sink, struct arena *arena);

/*
 * As a compiler prints them: place, severity, message, slug, then the line with a caret and the
 * hint. Control characters are made visible. colour: SGR sequences by meaning. Last, one line a
 * rule whose messages were over the limit.
 */
void diag_print(const struct diag_sink *sink, struct arena *scratch, FILE *out, bool colour);

#endif
