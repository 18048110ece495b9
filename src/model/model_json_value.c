/* SPDX-License-Identifier: MIT */
/* One value of a model file against its row in the grammar. */
#include <math.h>

#include "base/number.h"
#include "model/model_reader.h"

static const char *quoted(struct model_reader *reader, const char *prefix, const char *key)
{
	struct text text;

	text_init(&text, reader->arena);
	text_addf(&text, "%s\"%s\"", prefix, key);
	return text.at;
}

static const char *range_phrase(struct model_reader *reader, double low, double high)
{
	char low_text[NUMBER_TEXT_MAX];
	char high_text[NUMBER_TEXT_MAX];
	struct str from = number_write(low_text, low);
	struct str to = number_write(high_text, high);
	struct text text;

	text_init(&text, reader->arena);
	if (isinf(high))
		text_addf(&text, STR_FORMAT " or more", STR_ARGS(from));
	else if (isinf(low))
		text_addf(&text, STR_FORMAT " or less", STR_ARGS(to));
	else
		text_addf(&text, STR_FORMAT " to " STR_FORMAT, STR_ARGS(from), STR_ARGS(to));
	return text.at;
}

void model_suggest(struct model_reader *reader, struct str word, const struct str *candidates,
		   size_t count)
{
	size_t nearest = str_nearest(word, candidates, count);

	if (nearest != SIZE_MAX)
		diag_hint(reader->sink, "did you mean \"" STR_FORMAT "\"?",
			  STR_ARGS(candidates[nearest]));
}

void model_suggest_word(struct model_reader *reader, struct str word, const char *const *words)
{
	size_t count = 0;
	struct str *candidates;

	while (words[count])
		count++;
	candidates = ARENA_NEW(reader->arena, count, struct str);
	for (size_t i = 0; i < count; i++)
		candidates[i] = str_from(words[i]);
	model_suggest(reader, word, candidates, count);
}

bool model_has_type(struct model_reader *reader, const struct json *json, const char *what,
		    enum model_key_kind kind)
{
	if ((model_key_types[kind].json_types >> json->type & 1u) != 0)
		return true;
	DIAG_REPORT(reader->sink, MODEL_TYPE, json->place, what, model_key_types[kind].phrase,
		    json_type_phrase(json->type));
	return false;
}

bool model_number_within(struct model_reader *reader, const struct json *json, const char *what,
			 double low, double high)
{
	if (!model_has_type(reader, json, what, MODEL_NUMBER))
		return false;
	if (json->number >= low && json->number <= high)
		return true;
	DIAG_REPORT(reader->sink, MODEL_RANGE, json->place, what, STR_ARGS(json->string),
		    range_phrase(reader, low, high));
	return false;
}

bool model_count_within(struct model_reader *reader, const struct json *list, size_t low,
			size_t high, const char *what, const char *phrase)
{
	if (list->count >= low && list->count <= high)
		return true;
	DIAG_REPORT(reader->sink, MODEL_COUNT, list->place, what, phrase, list->count);
	return false;
}

static bool id_fits(struct str id)
{
	for (size_t i = 0; i < id.length; i++) {
		char c = id.at[i];
		bool letter = ascii_is_alpha(c) && ascii_to_lower(c) == c;

		if (!letter && (i == 0 || (!ascii_is_digit(c) && c != '-' && c != '_')))
			return false;
	}
	return id.length > 0;
}

static bool check_id(struct model_reader *reader, const struct json *json)
{
	if (id_fits(json->string))
		return true;
	DIAG_REPORT(reader->sink, MODEL_ID, json->place, STR_ARGS(json->string));
	return false;
}

size_t model_word_index(const char *const *words, struct str word)
{
	for (size_t i = 0; words[i]; i++)
		if (str_is(word, words[i]))
			return i;
	return SIZE_MAX;
}

static const char *one_of(struct model_reader *reader, const char *const *words)
{
	struct text text;

	text_init(&text, reader->arena);
	if (words[1])
		text_add(&text, STR_LITERAL("one of "));
	for (size_t i = 0; words[i]; i++)
		text_addf(&text, "%s\"%s\"", i ? ", " : "", words[i]);
	return text.at;
}

static bool check_word(struct model_reader *reader, const struct model_key *key,
		       const struct json *json)
{
	if (model_word_index(key->words, json->string) != SIZE_MAX)
		return true;
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, json->place, STR_ARGS(json->string),
		    one_of(reader, key->words));
	model_suggest_word(reader, json->string, key->words);
	return false;
}

static void check_texts(struct model_reader *reader, const char *what, const struct json *list)
{
	for (const struct json *item = list->child; item; item = item->next)
		model_has_type(reader, item, what, MODEL_TEXT);
}

static void check_lists(struct model_reader *reader, const char *what, const struct json *lists)
{
	for (const struct json *list = lists->child; list; list = list->next)
		if (model_has_type(reader, list, what, MODEL_WORDS))
			check_texts(reader, what, list);
}

/* The numbers of a list or map. */
static bool check_numbers(struct model_reader *reader, const struct model_key *key,
			  const char *what, const struct json *list)
{
	bool fits = true;

	for (const struct json *item = list->child; item; item = item->next)
		fits = model_number_within(reader, item, what, key->low, key->high) && fits;
	return fits;
}

static bool report_order(struct model_reader *reader, const struct json *json,
			 const struct json *before, const char *what, const char *how)
{
	DIAG_REPORT(reader->sink, MODEL_ORDER, json->place, STR_ARGS(json->string),
		    STR_ARGS(before->string), what, how);
	return false;
}

static bool check_pair(struct model_reader *reader, const struct json *pair, const char *what,
		       const char *phrase)
{
	return model_has_type(reader, pair, what, MODEL_NUMBERS) &&
	       model_count_within(reader, pair, 2, 2, what, phrase) &&
	       model_has_type(reader, pair->child, what, MODEL_NUMBER) &&
	       model_has_type(reader, pair->child->next, what, MODEL_NUMBER);
}

static bool check_ranges(struct model_reader *reader, const char *key, const struct json *map)
{
	const char *what = quoted(reader, "a range of ", key);
	bool fits = true;

	for (const struct json *pair = map->child; pair; pair = pair->next) {
		if (!check_pair(reader, pair, what, "two numbers [low, high]"))
			fits = false;
		else if (pair->child->number > pair->child->next->number)
			fits = report_order(reader, pair->child->next, pair->child, what, "rise");
	}
	return fits;
}

static bool check_curve(struct model_reader *reader, const struct model_key *key,
			const struct json *curve)
{
	const char *point_phrase = quoted(reader, "a point of ", key->key);
	const char *value_phrase = quoted(reader, "a value of ", key->key);
	const struct json *before = NULL;
	bool fits = true;

	for (const struct json *point = curve->child; point; point = point->next) {
		if (!check_pair(reader, point, point_phrase, "two numbers [x, y]")) {
			fits = false;
			continue;
		}
		if (before && point->child->number <= before->number)
			fits = report_order(reader, point->child, before,
					    quoted(reader, "x of ", key->key), "rise");
		fits = model_number_within(reader, point->child->next, value_phrase, key->low,
					   key->high) &&
		       fits;
		before = point->child;
	}
	return fits;
}

static bool is_empty(const struct model_key *key, const struct json *json)
{
	if (json->type == JSON_STRING)
		return key->filled && json->string.length == 0;
	return (json->type == JSON_ARRAY || json->type == JSON_OBJECT) && json->count == 0 &&
	       (key->filled || key->kind == MODEL_CURVE);
}

bool model_value_fits(struct model_reader *reader, const struct model_key *key,
		      const struct json *json)
{
	const char *name = quoted(reader, "", key->key);

	if (!model_has_type(reader, json, name, key->kind))
		return false;
	if (is_empty(key, json)) {
		DIAG_REPORT(reader->sink, MODEL_EMPTY, json->place, name);
		return false;
	}
	switch (key->kind) {
	case MODEL_ID:
		return check_id(reader, json);
	case MODEL_WORD:
		return check_word(reader, key, json);
	case MODEL_NUMBER:
		return model_number_within(reader, json, name, key->low, key->high);
	case MODEL_NUMBERS:
		return check_numbers(reader, key, quoted(reader, "a value of ", key->key), json);
	/* One wrong item does not hide what is wrong with the others. */
	case MODEL_MAP:
		check_numbers(reader, key, quoted(reader, "a value of ", key->key), json);
		break;
	case MODEL_WORDS:
		check_texts(reader, quoted(reader, "an item of ", key->key), json);
		break;
	case MODEL_WORD_LISTS:
		check_lists(reader, quoted(reader, "an item of ", key->key), json);
		break;
	case MODEL_RANGES:
		return check_ranges(reader, key->key, json);
	case MODEL_CURVE:
		return check_curve(reader, key, json);
	case MODEL_TEXT:
	case MODEL_FLAG:
	case MODEL_PROPERTY:
	case MODEL_MEASURE:
	case MODEL_MEASURES:
	case MODEL_RED:
	case MODEL_PROPERTY_WORDS:
	case MODEL_COMPARISON:
	case MODEL_CONDITION:
	case MODEL_CONDITIONS:
	case MODEL_CONDITION_LISTS:
	case MODEL_FACT:
	case MODEL_STAND_INS:
	case MODEL_OBJECT:
	case MODEL_OBJECTS:
	case MODEL_KEY_KIND_COUNT:
		break;
	}
	return true;
}
