/* SPDX-License-Identifier: MIT */
/*
 * Strings: slices that own nothing (struct str) and a growing text in an arena (struct text).
 *
 * All predicates are ASCII and independent of the locale. Case folding covers ASCII letters only;
 * str_fold_name() also folds what people type into names (subscript digits, dashes, blanks).
 */
#ifndef SLURRYSCREEN_BASE_STR_H
#define SLURRYSCREEN_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#if defined(__GNUC__)
#define STR_PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))
#else
#define STR_PRINTF(text, first)
#endif

struct str {
	const char *at; /* not terminated; NULL only if length is 0 */
	size_t length;
};

#define STR_LITERAL(text) ((struct str){(text), sizeof(text) - 1})
#define STR_FORMAT "%.*s"
#define STR_ARGS(s) (int)(s).length, ((s).at ? (s).at : "")

struct str str_from(const char *terminated);            /* NULL gives the empty string */
struct str str_copy(struct arena *arena, struct str s); /* terminated copy */

bool str_equal(struct str a, struct str b);
bool str_is(struct str s, const char *terminated);
bool str_equal_fold(struct str a, struct str b); /* ASCII case ignored */
int str_compare(struct str a, struct str b);     /* bytes, as strcmp */
bool str_contains(struct str s, struct str part);
bool str_starts(struct str s, const char *prefix);
bool str_is_ascii(struct str s);
struct str str_trim(struct str s);                             /* blanks and tabs at both ends */
struct str str_part(struct str s, size_t from, size_t length); /* clipped to s */

/*
 * Takes the next item off *rest, up to the separator (which is dropped), trimmed.
 * false when nothing is left; an empty item between two separators is returned as empty.
 */
bool str_next(struct str *rest, char separator, struct str *item);

bool ascii_is_digit(char c);
bool ascii_is_alpha(char c);
bool ascii_is_space(char c); /* blank, tab, CR, LF, VT, FF */
char ascii_to_lower(char c);

/* 64-bit FNV-1a. */
uint64_t str_hash(struct str s);

/*
 * The form in which names are compared: lower case; subscript and superscript digits to digits;
 * any dash to '-'; runs of blanks and '_' to one '-'; no-break blanks as blanks; Greek alpha, beta,
 * gamma to their names. In arena.
 */
struct str str_fold_name(struct arena *arena, struct str name);

/*
 * Edits (insert, delete, replace, swap neighbours) of bytes from a to b, at most limit + 1. Texts
 * that differ over more than STR_DISTANCE_MAX bytes are not compared: limit + 1.
 */
enum { STR_DISTANCE_MAX = 128 };
size_t str_distance(struct str a, struct str b, size_t limit);

/*
 * The candidate nearest to s, ASCII case ignored, for "did you mean"; SIZE_MAX if none is near
 * enough (more than a third of the longer word differs). Ties: the first.
 */
size_t str_nearest(struct str s, const struct str *candidates, size_t count);

/* Bytes of the well-formed UTF-8 sequence at s.at (1 to 4), or 0. */
size_t utf8_sequence(struct str s);
/* The same, and the code point; 0 leaves *code alone. */
size_t utf8_decode(struct str s, uint32_t *code);
/* Offset of the first malformed byte, or s.length. */
size_t utf8_check(struct str s);
/* Columns on a terminal: one a code point, two for East Asian wide ones, none for marks. */
size_t utf8_width(struct str s);

/* Growing text. Always terminated; text_str() stays valid until the next addition. */
struct text {
	struct arena *arena;
	char *at;
	size_t length;
	size_t capacity;
};

void text_init(struct text *text, struct arena *arena);
void text_add(struct text *text, struct str s);
void text_add_char(struct text *text, char c);
void text_addf(struct text *text, const char *format, ...) STR_PRINTF(2, 3);
void text_addv(struct text *text, const char *format, va_list args) STR_PRINTF(2, 0);
/* Controls (C0, DEL, C1), bidirectional overrides and malformed bytes as \xNN or \u{NN}. */
void text_add_visible(struct text *text, struct str s);
/* Columns, as utf8_width() counts them, of what text_add_visible() writes. */
size_t text_visible_width(struct str s);
struct str text_str(const struct text *text);

#endif
