/* SPDX-License-Identifier: MIT */
#include "base/record.h"

#include <assert.h>
#include <math.h>

struct value value_null(void)
{
	return (struct value){.kind = VALUE_NULL};
}

struct value value_text(struct str text)
{
	return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_word(const char *terminated)
{
	return terminated ? value_text(str_from(terminated)) : value_null();
}

struct value value_number(double number)
{
	if (isnan(number))
		return value_null();
	return (struct value){.kind = VALUE_NUMBER, .number = number};
}

struct value value_flag(bool flag)
{
	return (struct value){.kind = VALUE_FLAG, .flag = flag};
}

struct value value_num(struct num num)
{
	return (struct value){.kind = VALUE_NUM, .num = num};
}

struct value value_record(const struct record_type *type, const void *row)
{
	return (struct value){.kind = VALUE_RECORD, .type = type, .row = row};
}

struct value value_list(const struct value *items, size_t count)
{
	return (struct value){.kind = VALUE_LIST, .items = items, .count = count};
}

struct value field_get(const struct field *field, const void *row, struct arena *arena)
{
	assert(field->get);
	return field->get(field, row, arena);
}
