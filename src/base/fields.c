/* SPDX-License-Identifier: MIT */
#include "base/fields.h"

#include <math.h>
#include <string.h>

/* memcpy, because the compiler cannot know what stands at an offset. */
#define READ_MEMBER(field, row, target)                                                            \
	memcpy(&(target), (const char *)(row) + (field)->index, sizeof(target))

/* No text is no value: an empty cell, a null. */
struct value field_of_chars(const struct field *field, const void *row, struct arena *arena)
{
	const char *text;

	(void)arena;
	READ_MEMBER(field, row, text);
	return text && *text ? value_word(text) : value_null();
}

struct value field_of_str(const struct field *field, const void *row, struct arena *arena)
{
	struct str text;

	(void)arena;
	READ_MEMBER(field, row, text);
	return text.length > 0 ? value_text(text) : value_null();
}

/* Infinite: no limit, a null. */
struct value field_of_double(const struct field *field, const void *row, struct arena *arena)
{
	double number;

	(void)arena;
	READ_MEMBER(field, row, number);
	return isinf(number) ? value_null() : value_number(number);
}

struct value field_of_size(const struct field *field, const void *row, struct arena *arena)
{
	size_t number;

	(void)arena;
	READ_MEMBER(field, row, number);
	return value_number((double)number);
}

struct value field_of_flag(const struct field *field, const void *row, struct arena *arena)
{
	bool flag;

	(void)arena;
	READ_MEMBER(field, row, flag);
	return value_flag(flag);
}

struct value field_of_value(const struct field *field, const void *row, struct arena *arena)
{
	struct value value;

	(void)arena;
	READ_MEMBER(field, row, value);
	return value;
}
