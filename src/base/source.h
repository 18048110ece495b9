/* SPDX-License-Identifier: MIT */
/*
 * Input texts and places in them. A place is an offset; it becomes line and column only when it is
 * printed. Lines end at LF, CRLF or CR; columns count code points from 1.
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

/* Reads a whole file into the arena. On failure errno tells why. */
enum source_status source_read_file(struct arena *arena, const char *path, struct source *source);
/* Reads a stream to its end. */
enum source_status source_read_stream(struct arena *arena, const char *name, FILE *stream,
				      struct source *source);

struct line_column source_locate(const struct source *source, size_t offset);
/* The line that holds offset, without its end. */
struct str source_line(const struct source *source, size_t offset);

#endif
