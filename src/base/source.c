/* SPDX-License-Identifier: MIT */
#include "base/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const size_t source_size_limit = (size_t)1 << 31;

static const size_t first_read_size = (size_t)64 << 10;

struct source source_from_text(const char *name, struct str text)
{
	return (struct source){name, text.at ? text : STR_LITERAL("")};
}

size_t source_bom_length(struct str text)
{
	return str_starts(text, "\xEF\xBB\xBF") ? UTF8_BOM_LENGTH : 0;
}

/* An open file in the care of an arena, so that it is closed when memory runs out. */
struct open_file {
	FILE *stream;
};

static void open_file_close(void *what)
{
	struct open_file *file = what;

	if (file->stream)
		(void)fclose(file->stream);
	file->stream = NULL;
}

/* Reads to the end. room: the size expected. The buffer doubles, one byte is for the terminator. */
static enum source_status read_all(struct arena *arena, FILE *stream, size_t room, struct str *text)
{
	char *buffer = arena_alloc(arena, room + 1, 1);
	size_t length = 0;

	for (;;) {
		length += fread(buffer + length, 1, room + 1 - length, stream);
		if (ferror(stream))
			return SOURCE_CANNOT_READ;
		if (length > source_size_limit) {
			errno = EFBIG;
			return SOURCE_TOO_LARGE;
		}
		if (length <= room)
			break;
		/* The spare byte is in use: there is more than was expected. */
		char *larger = arena_alloc(arena, 2 * (room + 1), 1);

		memcpy(larger, buffer, length);
		buffer = larger;
		room = 2 * (room + 1) - 1;
	}
	buffer[length] = '\0';
	*text = (struct str){buffer, length};
	return SOURCE_OK;
}

/* The size of a regular file; a small guess for pipes and the like. */
static enum source_status expected_size(FILE *stream, size_t *size)
{
	struct stat status;

	*size = first_read_size;
	if (fstat(fileno(stream), &status) != 0)
		return SOURCE_CANNOT_READ;
	if (!S_ISREG(status.st_mode))
		return SOURCE_OK;
	if (status.st_size < 0 || (uintmax_t)status.st_size > source_size_limit) {
		errno = EFBIG;
		return SOURCE_TOO_LARGE;
	}
	/* Files of size 0 may be such as /proc/self/status: they read as something. */
	if (status.st_size > 0)
		*size = (size_t)status.st_size;
	return SOURCE_OK;
}

enum source_status source_read_file(struct arena *arena, const char *path, struct source *source)
{
	struct open_file *file = ARENA_NEW(arena, 1, struct open_file);
	struct str name = str_copy(arena, str_from(path));
	enum source_status status;
	size_t size = 0;
	int reason;

	arena_defer(arena, open_file_close, file);
	file->stream = fopen(path, "rb");
	if (!file->stream)
		return SOURCE_CANNOT_OPEN;
	source->name = name.at;
	status = expected_size(file->stream, &size);
	if (status == SOURCE_OK)
		status = read_all(arena, file->stream, size, &source->text);
	reason = errno;
	open_file_close(file);
	errno = reason;
	return status;
}

enum source_status source_read_stream(struct arena *arena, const char *name, FILE *stream,
				      struct source *source)
{
	source->name = str_copy(arena, str_from(name)).at;
	return read_all(arena, stream, first_read_size, &source->text);
}

void source_cursor_init(struct source_cursor *cursor, const struct source *source)
{
	const size_t start = source_bom_length(source->text);

	*cursor = (struct source_cursor){source, start, start, {1, 1}};
}

/* Does the line end after the byte at i? CRLF ends it after the LF. */
static bool ends_line(struct str text, size_t i)
{
	return text.at[i] == '\n' ||
	       (text.at[i] == '\r' && !(i + 1 < text.length && text.at[i + 1] == '\n'));
}

struct line_column source_cursor_move(struct source_cursor *cursor, size_t offset)
{
	const struct str text = cursor->source->text;

	if (offset < cursor->offset)
		source_cursor_init(cursor, cursor->source);
	while (cursor->offset < offset && cursor->offset < text.length) {
		size_t step = 1;

		if ((unsigned char)text.at[cursor->offset] >= 0x80) {
			step = utf8_sequence(str_part(text, cursor->offset, 4));
			step = step > 0 ? step : 1;
			if (cursor->offset + step > offset)
				break; /* in the middle of a code point */
		}
		cursor->at.column++;
		if (ends_line(text, cursor->offset)) {
			cursor->at.line++;
			cursor->at.column = 1;
			cursor->line_start = cursor->offset + 1;
		}
		cursor->offset += step;
	}
	return cursor->at;
}

struct line_column source_locate(const struct source *source, size_t offset)
{
	struct source_cursor cursor;

	source_cursor_init(&cursor, source);
	return source_cursor_move(&cursor, offset);
}
