/* SPDX-License-Identifier: MIT */
#include "read/json.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "read/json_scan.h"

const size_t json_size_limit = (size_t)64 << 20;

/* What is needed while reading only. */
struct reading {
	const struct source *source;
	struct arena *arena; /* of the nodes */
	struct diag_sink *sink;
	struct arena temporary;
	cJSON *tree;
	struct json_marks marks;
	struct json *nodes; /* in the order of the marks */
	size_t next_mark;
	size_t next_node;
};

static void reading_end(void *what)
{
	struct reading *reading = what;

	cJSON_Delete(reading->tree); /* NULL is fine */
	reading->tree = NULL;
	arena_release(&reading->temporary);
}

static struct reading *reading_start(const struct source *source, struct arena *arena,
				     struct diag_sink *sink)
{
	struct reading *reading = ARENA_NEW(arena, 1, struct reading);

	reading->source = source;
	reading->arena = arena;
	reading->sink = sink;
	arena_init(&reading->temporary, arena->system);
	arena_recover_at(&reading->temporary, arena->recovery);
	arena_defer(arena, reading_end, reading);
	return reading;
}

static bool build_tree(struct reading *reading, size_t start)
{
	const struct str text = reading->source->text;
	const char *end = NULL;

	/* The terminator must lie inside the length for cJSON to see that nothing follows. */
	reading->tree =
	    cJSON_ParseWithLengthOpts(text.at + start, text.length - start + 1, &end, 1);
	if (reading->tree)
		return true;
	DIAG_REPORT(reading->sink, JSON_LIBRARY,
		    ((struct place){reading->source, end ? (size_t)(end - text.at) : start, 0}));
	return false;
}

static struct place take_mark(struct reading *reading)
{
	const struct json_mark *mark;

	assert(reading->next_mark < reading->marks.count);
	mark = &reading->marks.items[reading->next_mark++];
	return (struct place){reading->source, mark->offset, mark->length};
}

static struct str copy_string(struct reading *reading, const char *string)
{
	return str_copy(reading->arena, str_from(string));
}

static struct str written(const struct reading *reading, struct place place)
{
	return str_part(reading->source->text, place.offset, place.length);
}

static enum json_type type_of(const cJSON *item)
{
	if (cJSON_IsObject(item))
		return JSON_OBJECT;
	if (cJSON_IsArray(item))
		return JSON_ARRAY;
	if (cJSON_IsString(item))
		return JSON_STRING;
	if (cJSON_IsNumber(item))
		return JSON_NUMBER;
	if (cJSON_IsNull(item))
		return JSON_NULL;
	return cJSON_IsTrue(item) ? JSON_TRUE : JSON_FALSE;
}

/* What a value of this type starts with, "0" for any number: proves that the walks are in step. */
static const char type_starts[] = {
    [JSON_NULL] = 'n',   [JSON_FALSE] = 'f', [JSON_TRUE] = 't',   [JSON_NUMBER] = '0',
    [JSON_STRING] = '"', [JSON_ARRAY] = '[', [JSON_OBJECT] = '{',
};

static bool in_step(const struct reading *reading, const struct json *node)
{
	const char c = reading->source->text.at[node->place.offset];

	return type_starts[node->type] == (c == '-' || ascii_is_digit(c) ? '0' : c);
}

static struct json *copy_item(struct reading *reading, const cJSON *item, bool member)
{
	struct json *node = &reading->nodes[reading->next_node++];

	assert(reading->next_node <= reading->marks.values);
	if (member) {
		node->key_place = take_mark(reading);
		node->key = copy_string(reading, item->string);
	}
	node->place = take_mark(reading);
	node->type = type_of(item);
	assert(in_step(reading, node));
	if (node->type == JSON_STRING)
		node->string = copy_string(reading, item->valuestring);
	if (node->type == JSON_NUMBER) {
		node->string = written(reading, node->place);
		/* Not cJSON's number: ours is the same for texts of any length and any locale. */
		(void)number_read(node->string, &node->number, NULL);
	}
	return node;
}

/* An array or object whose items are being copied. */
struct frame {
	const cJSON *next;
	struct json *parent; /* NULL for the root */
	struct json *last;   /* copied last */
};

static void append(struct frame *frame, struct json *node)
{
	if (frame->last)
		frame->last->next = node;
	else if (frame->parent)
		frame->parent->child = node;
	if (frame->parent)
		frame->parent->count++;
	frame->last = node;
}

/* Walks cJSON's tree and the marks in lock step. */
static void copy_tree(struct reading *reading)
{
	struct frame frames[JSON_DEPTH_LIMIT + 1] = {{.next = reading->tree}};
	size_t depth = 1;

	reading->nodes = ARENA_NEW(reading->arena, reading->marks.values, struct json);
	while (depth > 0) {
		struct frame *frame = &frames[depth - 1];
		const cJSON *item = frame->next;
		struct json *node;

		if (!item) {
			depth--;
			continue;
		}
		frame->next = item->next;
		node =
		    copy_item(reading, item, frame->parent && frame->parent->type == JSON_OBJECT);
		append(frame, node);
		if (item->child)
			frames[depth++] = (struct frame){.next = item->child, .parent = node};
	}
	assert(reading->next_mark == reading->marks.count);
}

/* By key, then by place, so that of equal keys the later one comes second. */
static int compare_keys(const void *a, const void *b)
{
	const struct json *const x = *(const struct json *const *)a;
	const struct json *const y = *(const struct json *const *)b;
	const int order = str_compare(x->key, y->key);

	if (order != 0)
		return order;
	return x->place.offset < y->place.offset ? -1 : x->place.offset > y->place.offset;
}

struct members {
	const struct json **items;
	size_t capacity;
};

/* Sorting keeps an object with a million keys far from a million squared. */
static bool check_object(struct reading *reading, struct members *members,
			 const struct json *object)
{
	size_t count = 0;
	bool unique = true;

	for (const struct json *member = object->child; member; member = member->next) {
		members->items = arena_extend(&reading->temporary, members->items, count,
					      &members->capacity, sizeof *members->items);
		members->items[count++] = member;
	}
	if (count < 2)
		return true;
	qsort(members->items, count, sizeof *members->items, compare_keys);
	for (size_t i = 1; i < count; i++) {
		const struct json *member = members->items[i];

		if (!str_equal(members->items[i - 1]->key, member->key))
			continue;
		DIAG_REPORT(reading->sink, JSON_DUPLICATE_KEY, member->key_place, member->key.at);
		unique = false;
	}
	return unique;
}

static bool check_objects(struct reading *reading)
{
	struct members members = {NULL, 0};
	bool unique = true;

	for (size_t i = 0; i < reading->marks.values; i++)
		if (reading->nodes[i].type == JSON_OBJECT &&
		    !check_object(reading, &members, &reading->nodes[i]))
			unique = false;
	return unique;
}

static const struct json *read_text(struct reading *reading, size_t start)
{
	if (!json_scan(reading->source, start, &reading->temporary, reading->sink,
		       &reading->marks) ||
	    !build_tree(reading, start))
		return NULL;
	copy_tree(reading);
	return check_objects(reading) ? reading->nodes : NULL;
}

const struct json *json_read(const struct source *source, struct arena *arena,
			     struct diag_sink *sink)
{
	const size_t start = source_bom_length(source->text);
	const struct json *root;
	struct reading *reading;

	if (source->text.length > json_size_limit) {
		DIAG_REPORT(sink, TOO_LARGE, ((struct place){source, 0, 0}), "JSON text",
			    source->text.length, json_size_limit);
		return NULL;
	}
	if (start > 0)
		DIAG_REPORT(sink, BOM, ((struct place){source, 0, start}));
	reading = reading_start(source, arena, sink);
	root = read_text(reading, start);
	reading_end(reading);
	return root;
}
