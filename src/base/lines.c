/* SPDX-License-Identifier: MIT */
#include "base/lines.h"

void lines_add(struct lines *lines, const struct text *text)
{
	lines->at = arena_extend(lines->arena, lines->at, lines->count, &lines->capacity,
				 sizeof lines->at[0]);
	lines->at[lines->count++] = text_str(text);
}

void lines_addf(struct lines *lines, const char *format, ...)
{
	struct text text;
	va_list args;

	text_init(&text, lines->arena);
	va_start(args, format);
	text_addv(&text, format, args);
	va_end(args);
	lines_add(lines, &text);
}
