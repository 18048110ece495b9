/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Room for more bytes and the terminator. */
static void text_reserve(struct text *text, size_t more)
{
	text->at = arena_extend(text->arena, text->at, text->length + more, &text->capacity, 1);
}

void text_init(struct text *text, struct arena *arena)
{
	*text = (struct text){.arena = arena};
	text_reserve(text, 0);
}

void text_add(struct text *text, struct str s)
{
	text_reserve(text, s.length);
	if (s.length > 0)
		memcpy(text->at + text->length, s.at, s.length);
	text->length += s.length;
	text->at[text->length] = '\0';
}

void text_add_char(struct text *text, char c)
{
	text_add(text, (struct str){&c, 1});
}

void text_addv(struct text *text, const char *format, va_list args)
{
	va_list again;
	int length;

	va_copy(again, args);
	length = vsnprintf(text->at + text->length, text->capacity - text->length, format, args);
	assert(length >= 0);
	if ((size_t)length >= text->capacity - text->length) {
		text_reserve(text, (size_t)length);
		(void)vsnprintf(text->at + text->length, (size_t)length + 1, format, again);
	}
	va_end(again);
	text->length += (size_t)length;
}

void text_addf(struct text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_addv(text, format, args);
	va_end(args);
}

/* What may move the cursor, change colours or turn the reading direction. */
static bool is_unsafe(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x200E || code == 0x200F ||
	       code == 0x2028 || code == 0x2029 || (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069) || code == 0x061C || code == 0xFEFF;
}

static void add_visible_code(struct text *text, struct str sequence, uint32_t code)
{
	if (!is_unsafe(code))
		text_add(text, sequence);
	else if (code < 0x80)
		text_addf(text, "\\x%02X", (unsigned)code);
	else
		text_addf(text, "\\u{%02X}", (unsigned)code);
}

void text_add_visible(struct text *text, struct str s)
{
	while (s.length > 0) {
		uint32_t code = 0;
		const size_t length = utf8_decode(s, &code);

		if (length > 0)
			add_visible_code(text, str_part(s, 0, length), code);
		else
			text_addf(text, "\\x%02X", (unsigned)(unsigned char)s.at[0]);
		s = str_part(s, length > 0 ? length : 1, s.length);
	}
}

/* Columns of an escape: \xNN, or \u{N...} with two digits at least. */
static size_t escape_width(uint32_t code)
{
	size_t digits = 2;

	if (code < 0x80)
		return 4;
	for (uint32_t rest = code >> 8; rest > 0; rest >>= 4)
		digits++;
	return 4 + digits;
}

size_t text_visible_width(struct str s)
{
	size_t width = 0;

	while (s.length > 0) {
		uint32_t code = 0; /* a malformed byte is escaped as \xNN, too */
		const size_t length = utf8_decode(s, &code);

		width += is_unsafe(code) ? escape_width(code) : utf8_width(str_part(s, 0, length));
		s = str_part(s, length > 0 ? length : 1, s.length);
	}
	return width;
}

struct str text_str(const struct text *text)
{
	return (struct str){text->at, text->length};
}
