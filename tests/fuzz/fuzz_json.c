/* SPDX-License-Identifier: MIT */
/* JSON: a text is read or refused with a reason; nodes lie in the text, and in one another. */
#include "fuzz.h"

#include <math.h>

#include <string.h>

#include "base/number.h"
#include "read/json.h"

/* The stretch that a node must lie in. */
struct bounds {
	const struct source *source;
	size_t from;
	size_t to;
};

static size_t check_place(const struct bounds *bounds, struct place place)
{
	FUZZ_CHECK(place.source == bounds->source && place.length > 0);
	FUZZ_CHECK(place.offset >= bounds->from && place.offset < bounds->to);
	FUZZ_CHECK(place.length <= bounds->to - place.offset);
	return place.offset + place.length;
}

/* What is written for s is JSON and reads back to s. */
static void check_string(struct str s, struct arena *scratch)
{
	struct source source;
	struct diag_sink sink;
	struct text text;
	const struct json *back;

	text_init(&text, scratch);
	json_write_string(&text, s);
	source = source_from_text("written", text_str(&text));
	diag_sink_init(&sink, scratch);
	back = json_read(&source, scratch, &sink);
	FUZZ_CHECK(back && back->type == JSON_STRING && str_equal(back->string, s));
}

static void check_scalar(const struct json *node, struct arena *scratch)
{
	const char c = node->place.source->text.at[node->place.offset];
	double value = 0;

	FUZZ_CHECK(!node->child && node->count == 0);
	if (node->type == JSON_STRING) {
		FUZZ_CHECK(c == '"');
		FUZZ_CHECK(node->string.length <= node->place.length - 2);
		check_string(node->string, scratch);
	}
	if (node->type == JSON_NUMBER) {
		FUZZ_CHECK(number_read(node->string, &value, NULL) == NUMBER_OK);
		FUZZ_CHECK(value == node->number && signbit(value) == signbit(node->number));
	}
}

/* Depth is limited by the reader, so recursion is. Returns where the node ends. */
static size_t check_node(const struct json *node, struct bounds bounds, struct arena *scratch)
{
	struct bounds inner = {bounds.source, node->place.offset + 1, 0};
	size_t count = 0;

	if (node->key_place.length > 0)
		bounds.from = check_place(&bounds, node->key_place);
	inner.to = check_place(&bounds, node->place) - 1;
	if (node->type != JSON_ARRAY && node->type != JSON_OBJECT) {
		check_scalar(node, scratch);
		return node->place.offset + node->place.length;
	}
	for (const struct json *child = node->child; child; child = child->next) {
		FUZZ_CHECK((child->key_place.length > 0) == (node->type == JSON_OBJECT));
		inner.from = check_node(child, inner, scratch);
		count++;
	}
	FUZZ_CHECK(count == node->count);
	return node->place.offset + node->place.length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct source source;
	struct diag_sink sink;
	const struct json *root;

	arena_init(&arena, NULL);
	source = fuzz_source(&arena, data, size);
	diag_sink_init(&sink, &arena);
	root = json_read(&source, &arena, &sink);
	FUZZ_CHECK((root == NULL) == diag_has_errors(&sink));
	FUZZ_CHECK(sink.total[DIAG_JSON_LIBRARY] == 0); /* the scan and cJSON agree */
	if (root)
		(void)check_node(root, (struct bounds){&source, 0, size}, &arena);
	fuzz_print(&sink, &arena);
	arena_release(&arena);
	return 0;
}
