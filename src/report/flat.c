/* SPDX-License-Identifier: MIT */
#include "report/flat.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

enum { FLAT_DEPTH_LIMIT = 8 }; /* types are written by hand: deeper is a mistake in the program */

struct walk {
	struct arena *arena;
	unsigned where;
	struct flat_column *columns;
	size_t count;
	size_t capacity;
	const struct field *path[FLAT_DEPTH_LIMIT];
};

/* Which part of a VALUE_NUM has which end of the key. */
static const struct {
	enum flat_part part;
	const char *key;
} num_parts[] = {
    {FLAT_VALUE, "value"},
    {FLAT_LOW, "low"},
    {FLAT_HIGH, "high"},
    {FLAT_STATE, "state"},
};

static struct str join_key(struct arena *arena, struct str prefix, const char *key)
{
	struct text text;

	if (prefix.length == 0)
		return str_from(key);
	if (strcmp(key, "id") == 0 || strcmp(key, "value") == 0)
		return prefix;
	text_init(&text, arena);
	text_addf(&text, STR_FORMAT "_%s", STR_ARGS(prefix), key);
	return text_str(&text);
}

static void add_column(struct walk *walk, struct str key, size_t depth, enum flat_part part)
{
	const struct field **path = ARENA_NEW(walk->arena, depth, const struct field *);

	memcpy(path, walk->path, depth * sizeof(const struct field *));
	walk->columns = arena_extend(walk->arena, walk->columns, walk->count, &walk->capacity,
				     sizeof walk->columns[0]);
	walk->columns[walk->count++] =
	    (struct flat_column){key, path[depth - 1], path, depth, part};
}

static void add_leaf(struct walk *walk, const struct field *field, struct str key, size_t depth)
{
	if (field->kind != VALUE_NUM || !(walk->where & FIELD_MACHINE)) {
		add_column(walk, key, depth, FLAT_WHOLE);
		return;
	}
	for (size_t i = 0; i < sizeof num_parts / sizeof num_parts[0]; i++)
		add_column(walk, join_key(walk->arena, key, num_parts[i].key), depth,
			   num_parts[i].part);
}

/* Does a column from first on bear a key of an earlier column or of a neighbour of the record? */
static bool is_taken(const struct walk *walk, size_t first, const struct record_type *outer,
		     const struct field *inlined, struct str prefix)
{
	for (size_t i = first; i < walk->count; i++) {
		const struct str key = walk->columns[i].key;

		for (size_t k = 0; k < first; k++)
			if (str_equal(walk->columns[k].key, key))
				return true;
		for (size_t k = 0; k < outer->count; k++)
			if (&outer->fields[k] != inlined && outer->fields[k].where & walk->where &&
			    str_equal(join_key(walk->arena, prefix, outer->fields[k].key), key))
				return true;
	}
	return false;
}

static void walk_field(struct walk *walk, const struct record_type *type, const struct field *field,
		       struct str prefix, size_t depth);

/* The fields of an inlined record, each under its own key if that is free. */
static void walk_inlined(struct walk *walk, const struct record_type *outer,
			 const struct field *inlined, struct str prefix, size_t depth)
{
	const struct str own = join_key(walk->arena, prefix, inlined->key);

	for (size_t i = 0; i < inlined->type->count; i++) {
		const struct field *field = &inlined->type->fields[i];
		const size_t first = walk->count;

		walk_field(walk, inlined->type, field, prefix, depth);
		if (!is_taken(walk, first, outer, inlined, prefix))
			continue;
		walk->count = first;
		walk_field(walk, inlined->type, field, own, depth);
	}
}

static void walk_type(struct walk *walk, const struct record_type *type, struct str prefix,
		      size_t depth)
{
	for (size_t i = 0; i < type->count; i++)
		walk_field(walk, type, &type->fields[i], prefix, depth);
}

static void walk_field(struct walk *walk, const struct record_type *type, const struct field *field,
		       struct str prefix, size_t depth)
{
	if (!(field->where & walk->where))
		return;
	assert(depth < FLAT_DEPTH_LIMIT);
	walk->path[depth] = field;
	if (field->kind != VALUE_RECORD || !field->type)
		add_leaf(walk, field, join_key(walk->arena, prefix, field->key), depth + 1);
	else if (field->inline_flat)
		walk_inlined(walk, type, field, prefix, depth + 1);
	else
		walk_type(walk, field->type, join_key(walk->arena, prefix, field->key), depth + 1);
}

struct flat_columns flat_columns_of(const struct record_type *type, unsigned where,
				    struct arena *arena)
{
	const unsigned flat_too = where & FIELD_MACHINE ? FIELD_FLAT : 0;
	struct walk walk = {.arena = arena, .where = where | flat_too};

	walk_type(&walk, type, (struct str){NULL, 0}, 0);
	return (struct flat_columns){walk.columns, walk.count};
}

static struct value part_of(struct value value, enum flat_part part)
{
	if (value.kind != VALUE_NUM)
		return value;
	switch (part) {
	case FLAT_WHOLE:
		return value;
	case FLAT_VALUE:
		return value_number(value.num.value);
	case FLAT_LOW:
		return value_number(value.num.low);
	case FLAT_HIGH:
		return value_number(value.num.high);
	case FLAT_STATE:
		return value_word(num_state_word(value.num.state));
	}
	return value_null();
}

struct value flat_get(const struct flat_column *column, const void *row, struct arena *arena)
{
	struct value value = field_get(column->path[0], row, arena);

	for (size_t i = 1; i < column->depth; i++) {
		if (value.kind != VALUE_RECORD)
			return value_null();
		value = field_get(column->path[i], value.row, arena);
	}
	return part_of(value, column->part);
}

static void add_number(struct text *text, double number)
{
	char buffer[NUMBER_TEXT_MAX];

	if (isfinite(number))
		text_add(text, number_write(buffer, number));
}

static void add_list(struct text *text, struct value list)
{
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			text_add(text, STR_LITERAL("; "));
		flat_add_text(text, list.items[i]);
	}
}

void flat_add_text(struct text *text, struct value value)
{
	switch (value.kind) {
	case VALUE_NULL:
		break;
	case VALUE_TEXT:
		text_add(text, value.text);
		break;
	case VALUE_NUMBER:
		add_number(text, value.number);
		break;
	case VALUE_FLAG:
		text_add(text, str_from(value.flag ? "true" : "false"));
		break;
	case VALUE_NUM:
		add_number(text, value.num.value);
		break;
	case VALUE_RECORD:
		assert(value.type->count > 0);
		flat_add_text(text, field_get(&value.type->fields[0], value.row, text->arena));
		break;
	case VALUE_LIST:
		add_list(text, value);
		break;
	}
}
