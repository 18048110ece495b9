/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <assert.h>
#include <string.h>

struct str str_from(const char *terminated)
{
	return terminated ? (struct str){terminated, strlen(terminated)} : (struct str){NULL, 0};
}

struct str str_copy(struct arena *arena, struct str s)
{
	return (struct str){arena_copy_text(arena, s.at, s.length), s.length};
}

/* memcmp must not be handed a null pointer, not even for no bytes. */
static int compare_bytes(const char *a, const char *b, size_t length)
{
	assert(length == 0 || (a && b));
	return length == 0 ? 0 : memcmp(a, b, length);
}

bool str_equal(struct str a, struct str b)
{
	return a.length == b.length && compare_bytes(a.at, b.at, a.length) == 0;
}

bool str_is(struct str s, const char *terminated)
{
	return str_equal(s, str_from(terminated));
}

bool str_equal_fold(struct str a, struct str b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (ascii_to_lower(a.at[i]) != ascii_to_lower(b.at[i]))
			return false;
	return true;
}

int str_compare(struct str a, struct str b)
{
	const size_t shorter = a.length < b.length ? a.length : b.length;
	const int order = compare_bytes(a.at, b.at, shorter);

	return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

bool str_contains(struct str s, struct str part)
{
	for (size_t i = 0; part.length <= s.length && i <= s.length - part.length; i++)
		if (part.length == 0 || compare_bytes(s.at + i, part.at, part.length) == 0)
			return true;
	return false;
}

bool str_starts(struct str s, const char *prefix)
{
	return str_is(str_part(s, 0, strlen(prefix)), prefix);
}

bool str_is_ascii(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] >= 0x80)
			return false;
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

struct str str_trim(struct str s)
{
	while (s.length > 0 && is_blank(s.at[0])) {
		s.at++;
		s.length--;
	}
	while (s.length > 0 && is_blank(s.at[s.length - 1]))
		s.length--;
	return s;
}

struct str str_part(struct str s, size_t from, size_t length)
{
	if (from > s.length)
		from = s.length;
	if (length > s.length - from)
		length = s.length - from;
	return (struct str){s.at ? s.at + from : NULL, length};
}

bool str_next(struct str *rest, char separator, struct str *item)
{
	const char *end;

	/* A null pointer marks that the item after the last separator has been handed out. */
	if (!rest->at)
		return false;
	end = rest->length > 0 ? memchr(rest->at, separator, rest->length) : NULL;
	if (!end) {
		const bool any = rest->length > 0;

		*item = str_trim(*rest);
		*rest = (struct str){NULL, 0};
		return any;
	}
	*item = str_trim((struct str){rest->at, (size_t)(end - rest->at)});
	*rest = str_part(*rest, (size_t)(end - rest->at) + 1, rest->length);
	return true;
}

bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

char ascii_to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

uint64_t str_hash(struct str s)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.length; i++) {
		hash ^= (unsigned char)s.at[i];
		hash *= UINT64_C(1099511628211);
	}
	return hash;
}
