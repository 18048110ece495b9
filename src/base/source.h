/* SPDX-License-Identifier: MIT */
/*
 * Input texts and places in them. A place is an offset; it becomes line and column only when it is
 * printed. Lines end at LF, CRLF or CR; columns count code points from 1 (a malformed byte counts
 * as one, a byte order mark at the start of the text as none).
 */
#ifndef SLURRYSCREEN_BASE_SOURCE_H
#define SLURRYSCREEN_BASE_SOURCE_H

#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"

struct source {
	const char *name; /* as the user wrote it; "<stdin>" for standard input */
	struct str text;  /* terminated by a NUL that is not counted */
};

struct place {
	const struct source *source; /* NULL: nowhere in particular */
	size_t offset;
	size_t length; /* 0: a point */
};

struct line_column {
	size_t line;
	size_t column;
};

enum source_status {
	SOURCE_OK,
	SOURCE_CANNOT_OPEN,
	SOURCE_CANNOT_READ,
	SOURCE_TOO_LARGE,
};

/* 2 GiB: more than any table of materials, and offsets stay far from overflow. */
extern const size_t source_size_limit;

/* Text that the caller keeps alive; text.at[text.length] must be NUL. */
struct source source_from_text(const char *name, struct str text);

/* Reads a whole file into the arena, a copy of the name too. On failure errno tells why. */
enum source_status source_read_file(struct arena *arena, const char *path, struct source *source);
/* Reads a stream to its end. */
enum source_status source_read_stream(struct arena *arena, const char *name, FILE *stream,
				      struct source *source);

struct line_column source_locate(const struct source *source, size_t offset);

/*
 * Line and column for many offsets of one text, ascending: each step reads only what lies between.
 * An offset before the last one starts again from the beginning.
 */
struct source_cursor {
	const struct source *source;
	size_t offset; /* where the counting stands: start of a code point */
	size_t line_start;
	struct line_column at;
};

void source_cursor_init(struct source_cursor *cursor, const struct source *source);
struct line_column source_cursor_move(struct source_cursor *cursor, size_t offset);

enum { UTF8_BOM_LENGTH = 3 };
/* Length of the byte order mark at the start of text, 0 if none. */
size_t source_bom_length(struct str text);

#endif
