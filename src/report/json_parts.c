/* SPDX-License-Identifier: MIT */
#include "report/json_parts.h"

#include <math.h>

#include "base/number.h"
#include "read/json.h"

bool json_is_compound(struct value value)
{
	return value.kind == VALUE_RECORD || value.kind == VALUE_LIST || value.kind == VALUE_NUM;
}

static const struct json_pair *members_of_num(struct num num, size_t *count, struct arena *arena)
{
	struct json_pair *members = ARENA_NEW(arena, 4, struct json_pair);

	members[0] = (struct json_pair){"value", value_number(num.value)};
	members[1] = (struct json_pair){"low", value_number(num.low)};
	members[2] = (struct json_pair){"high", value_number(num.high)};
	members[3] = (struct json_pair){"state", value_word(num_state_word(num.state))};
	*count = 4;
	return members;
}

static const struct json_pair *members_of_record(const struct record_type *type, const void *row,
						 size_t *count, struct arena *arena)
{
	struct json_pair *members = ARENA_NEW(arena, type->count, struct json_pair);

	*count = 0;
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].where & FIELD_MACHINE)
			members[(*count)++] = (struct json_pair){
			    type->fields[i].key, field_get(&type->fields[i], row, arena)};
	return members;
}

const struct json_pair *json_pairs(struct value value, size_t *count, struct arena *arena)
{
	struct json_pair *items;

	if (value.kind == VALUE_NUM)
		return members_of_num(value.num, count, arena);
	if (value.kind == VALUE_RECORD)
		return members_of_record(value.type, value.row, count, arena);
	items = ARENA_NEW(arena, value.count, struct json_pair);
	for (size_t i = 0; i < value.count; i++)
		items[i].value = value.items[i];
	*count = value.count;
	return items;
}

/* Names come checked; a command line may hold any bytes: what is not UTF-8 becomes visible. */
void json_add_string(struct text *text, struct str s)
{
	struct text clean;

	if (utf8_check(s) < s.length) {
		text_init(&clean, text->arena);
		text_add_visible(&clean, s);
		s = text_str(&clean);
	}
	json_write_string(text, s);
}

void json_add_scalar(struct text *text, struct value value)
{
	char buffer[NUMBER_TEXT_MAX];

	if (value.kind == VALUE_TEXT)
		json_add_string(text, value.text);
	else if (value.kind == VALUE_NUMBER && isfinite(value.number))
		text_add(text, number_write(buffer, value.number));
	else if (value.kind == VALUE_FLAG)
		text_add(text, str_from(value.flag ? "true" : "false"));
	else
		text_add(text, STR_LITERAL("null"));
}
