/* SPDX-License-Identifier: MIT */
/* The page on model files: the grammar's rows, written down. */
#include <math.h>

#include "base/number.h"
#include "cli/docs.h"
#include "model/grammar.h"

/* What a key holds: its kind, its words, its range. */
static struct str kind_text(const struct model_key *key, struct arena *arena)
{
	const bool is_number = key->kind == MODEL_NUMBER;
	struct text text;
	struct str range = {NULL, 0};

	text_init(&text, arena);
	text_addf(&text, "%s", model_key_types[key->kind].phrase);
	for (size_t i = 0; key->words && key->words[i]; i++)
		text_addf(&text, "%s%s", i == 0 ? ": " : ", ", key->words[i]);
	if (key->kind == MODEL_OBJECT || key->kind == MODEL_OBJECTS)
		text_addf(&text, ": %s", model_objects[key->object].phrase);
	if (is_number || key->kind == MODEL_CURVE || key->kind == MODEL_MAP)
		range = docs_range(key->low, key->high, arena);
	if (range.length > 0)
		text_addf(&text, " (%s" STR_FORMAT ")", is_number ? "" : "values ",
			  STR_ARGS(range));
	return text_str(&text);
}

static struct str default_text(const struct model_key *key, struct arena *arena)
{
	char number[NUMBER_TEXT_MAX];
	struct text text;

	text_init(&text, arena);
	if (key->required)
		text_add(&text, STR_LITERAL("required"));
	else if (key->kind == MODEL_WORD && key->words)
		text_addf(&text, "%s", key->words[0]);
	else if (key->kind == MODEL_NUMBER && isfinite(key->otherwise))
		text_add(&text, number_write(number, key->otherwise));
	else if (key->kind == MODEL_FLAG)
		text_add(&text, STR_LITERAL("false"));
	return text_str(&text);
}

static void add_keys(struct text *out, const struct model_object *object, struct arena *arena)
{
	docs_add_head(out, (const char *[]){"key", "holds", "left out", "what it means", NULL});
	for (size_t i = 0; i < object->count; i++) {
		const struct model_key *key = &object->keys[i];
		struct text name;

		text_init(&name, arena);
		text_addf(&name, "`%s`", key->key);
		docs_add_row(out, (const char *[]){name.at, kind_text(key, arena).at,
						   default_text(key, arena).at, key->doc, NULL});
	}
	text_add_char(out, '\n');
}

static void add_object(struct text *out, const struct model_object *object, struct arena *arena)
{
	text_addf(out, "## %s\n\n%s\n\n", object->phrase, object->doc);
	add_keys(out, object, arena);
}

static void add_word(struct text *out, const char *word, const char *doc,
		     const struct model_object *object, struct arena *arena)
{
	text_addf(out, "### %s\n\n%s\n\n", word, doc);
	add_keys(out, object, arena);
}

void docs_add_model_files(struct text *out, struct arena *arena)
{
	text_addf(out,
		  "# Model files\n\n<!-- Made by scripts/docs from the program's tables. -->\n\n"
		  "A model is a JSON file, `\"format\": \"%s\"`: gates decide who is in, "
		  "criteria decide in what order. The built-in ones stand in `data/models`; "
		  "[method.md](method.md) explains them. `screen template model` prints one to "
		  "be changed, `screen --model FILE` uses one, and "
		  "says with line and column what is wrong with it.\n\n",
		  model_format);
	for (size_t i = 0; i < MODEL_OBJECT_COUNT; i++)
		add_object(out, &model_objects[i], arena);
	text_addf(out, "## Measures\n\nA measure reads a number off a combination: a number, a "
		       "property such as `\"solvent.logp\"`, or an object with one of these words "
		       "as a key.\n\n");
	for (size_t i = 0; i < MEASURE_OP_COUNT; i++)
		add_word(out, measure_types[i].word, measure_types[i].doc, &model_measures[i],
			 arena);
	text_addf(out, "## Conditions\n\nA condition is an object with one of these words as a "
		       "key. What is unknown never fires a gate.\n\n");
	for (size_t i = 0; i < CONDITION_OP_COUNT; i++)
		add_word(out, condition_types[i].word, condition_types[i].doc, &model_conditions[i],
			 arena);
}
