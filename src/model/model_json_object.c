/* SPDX-License-Identifier: MIT */
/* One object of a model file against its table of keys. */
#include <assert.h>

#include "model/model_reader.h"

static void report_unknown_key(struct model_reader *reader, const struct model_object *grammar,
			       const struct json *member)
{
	struct str *keys = ARENA_NEW(reader->arena, grammar->count, struct str);

	for (size_t i = 0; i < grammar->count; i++)
		keys[i] = str_from(grammar->keys[i].key);
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_KEY, member->key_place, STR_ARGS(member->key),
		    grammar->phrase);
	model_suggest(reader, member->key, keys, grammar->count);
}

static void report_missing_key(struct model_reader *reader, const struct model_object *grammar,
			       const struct json *json, const char *key)
{
	DIAG_REPORT(reader->sink, MODEL_MISSING_KEY, json->place, grammar->phrase, key);
}

struct model_node model_node_open(struct model_reader *reader, const struct model_object *grammar,
				  const struct json *json)
{
	const struct json **values = ARENA_NEW(reader->arena, grammar->count, const struct json *);
	bool *given = ARENA_NEW(reader->arena, grammar->count, bool);
	struct model_node node = {reader, grammar, json, values};

	if (!model_has_type(reader, json, grammar->phrase, MODEL_OBJECT))
		return node;
	for (const struct json *member = json->child; member; member = member->next) {
		size_t key = model_key_find(grammar, member->key);

		if (key == SIZE_MAX) {
			report_unknown_key(reader, grammar, member);
			continue;
		}
		given[key] = true;
		if (model_value_fits(reader, &grammar->keys[key], member))
			values[key] = member;
	}
	for (size_t i = 0; i < grammar->count; i++)
		if (grammar->keys[i].required && !given[i])
			report_missing_key(reader, grammar, json, grammar->keys[i].key);
	return node;
}

static size_t key_index(const struct model_node *node, const char *key)
{
	size_t index = model_key_find(node->grammar, str_from(key));

	assert(index != SIZE_MAX);
	return index;
}

const struct json *model_node_get(const struct model_node *node, const char *key)
{
	return node->values[key_index(node, key)];
}

struct str model_node_text(const struct model_node *node, const char *key)
{
	const struct json *json = model_node_get(node, key);

	return json ? json->string : str_from(NULL);
}

double model_node_number(const struct model_node *node, const char *key)
{
	const struct json *json = model_node_get(node, key);

	return json ? json->number : node->grammar->keys[key_index(node, key)].otherwise;
}

bool model_node_flag(const struct model_node *node, const char *key)
{
	const struct json *json = model_node_get(node, key);

	return json && json->type == JSON_TRUE;
}

size_t model_node_given_word(const struct model_node *node, const char *key)
{
	const struct json *json = model_node_get(node, key);

	return json
		   ? model_word_index(node->grammar->keys[key_index(node, key)].words, json->string)
		   : SIZE_MAX;
}

size_t model_node_word(const struct model_node *node, const char *key)
{
	size_t word = model_node_given_word(node, key);

	return word == SIZE_MAX ? 0 : word;
}

static const struct curve *read_curve(struct model_reader *reader, const struct json *json)
{
	struct curve_point *points = ARENA_NEW(reader->arena, json->count, struct curve_point);
	struct curve *curve = ARENA_NEW(reader->arena, 1, struct curve);

	for (const struct json *point = json->child; point; point = point->next)
		points[curve->count++] =
		    (struct curve_point){point->child->number, point->child->next->number};
	curve->points = points;
	return curve;
}

const struct curve *model_node_curve(const struct model_node *node, const char *key)
{
	const struct json *json = model_node_get(node, key);

	return json ? read_curve(node->reader, json) : NULL;
}

void model_node_needs(const struct model_node *node, const char *key, bool there, const char *what)
{
	const struct json *json = model_node_get(node, key);

	if (json && !there)
		DIAG_REPORT(node->reader->sink, MODEL_NEEDS, json->key_place, key, what);
}

void model_report_duplicates(struct model_reader *reader, const struct json *list, const char *key,
			     const struct str *names, const char *what)
{
	size_t count = 0;

	for (const struct json *item = list->child; item; item = item->next, count++) {
		for (size_t i = 0; i < count; i++) {
			if (names[i].length == 0 || !str_equal(names[i], names[count]))
				continue;
			DIAG_REPORT(reader->sink, MODEL_DUPLICATE, json_member(item, key)->place,
				    what, STR_ARGS(names[count]));
			break;
		}
	}
}

size_t model_choose(struct model_reader *reader, const struct json *json,
		    const struct model_choice *choice)
{
	size_t chosen = SIZE_MAX;
	struct text words;

	for (size_t i = 0; i < choice->count; i++) {
		if (!json_member(json, choice->words[i]))
			continue;
		/* {"fact": ..., "number": ...} is a fact whose row knows the key "number". */
		if (chosen == SIZE_MAX ||
		    model_key_find(&choice->grammars[i], str_from(choice->words[chosen])) !=
			SIZE_MAX) {
			chosen = i;
		} else if (model_key_find(&choice->grammars[chosen], str_from(choice->words[i])) ==
			   SIZE_MAX) {
			DIAG_REPORT(reader->sink, MODEL_BOTH, json->place, choice->phrase,
				    choice->words[chosen], choice->words[i]);
			return SIZE_MAX;
		}
	}
	if (chosen != SIZE_MAX)
		return chosen;
	text_init(&words, reader->arena);
	for (size_t i = 0; i < choice->count; i++)
		text_addf(&words, "%s%s", i ? ", " : "", choice->words[i]);
	DIAG_REPORT(reader->sink, MODEL_ONE_OF, json->place, choice->phrase, words.at);
	if (json->child) {
		struct str *candidates = ARENA_NEW(reader->arena, choice->count, struct str);

		for (size_t i = 0; i < choice->count; i++)
			candidates[i] = str_from(choice->words[i]);
		model_suggest(reader, json->child->key, candidates, choice->count);
	}
	return SIZE_MAX;
}
