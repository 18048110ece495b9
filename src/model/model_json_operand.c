/* SPDX-License-Identifier: MIT */
/* Properties, property groups and words of properties as a model file names them. */
#include <string.h>

#include "model/model_reader.h"

static const char *const flag_words[] = {"no", "yes", NULL};

role_set model_role_bit(enum role role)
{
	return 1u << (unsigned)role;
}

const struct property *model_operand_property(const struct model_reader *reader,
					      const struct operand *operand)
{
	return &reader->db->properties.rows[operand->property];
}

const char *const *model_property_words(const struct property *property)
{
	if (property->kind == PROP_FLAG)
		return flag_words;
	return property->words;
}

static bool find_role(struct str word, enum role *role)
{
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (str_is(word, model_words_role[i])) {
			*role = (enum role)i;
			return true;
		}
	return false;
}

/* "solvent.donor_number" into its halves; false if there is no dot. */
static bool split(struct str text, struct str *role, struct str *key)
{
	const char *dot = text.length ? memchr(text.at, '.', text.length) : NULL;
	size_t length = dot ? (size_t)(dot - text.at) : text.length;

	*role = str_part(text, 0, length);
	*key = str_part(text, length + 1, text.length);
	return dot != NULL;
}

/* What a name of a property is compared with: bare keys, or with their roles. */
struct names {
	struct str *compared;
	struct str *shown;
	size_t count;
};

static struct str role_and_key(struct arena *arena, size_t role, const char *key)
{
	struct text text;

	text_init(&text, arena);
	text_addf(&text, "%s.%s", model_words_role[role], key);
	return text_str(&text);
}

/* roles: bits of those that count. */
static struct names all_names(struct model_reader *reader, bool with_role, role_set roles,
			      bool groups)
{
	const struct prop_set *set = &reader->db->properties;
	struct names names = {
	    .compared = ARENA_NEW(reader->arena, set->count * ROLE_COUNT, struct str),
	    .shown = ARENA_NEW(reader->arena, set->count * ROLE_COUNT, struct str),
	};

	for (size_t role = 0; role < ROLE_COUNT; role++)
		for (size_t i = 0; i < set->count; i++) {
			const struct property *property = &set->rows[i];
			const char *key = groups ? property->group : property->key;

			if (!key || !*key || (roles >> role & 1u) == 0 ||
			    !prop_in_table(property, role_table((enum role)role)))
				continue;
			names.shown[names.count] = role_and_key(reader->arena, role, key);
			names.compared[names.count] =
			    with_role ? names.shown[names.count] : str_from(key);
			names.count++;
		}
	return names;
}

static bool report_nearest(struct model_reader *reader, const struct json *json, struct str word,
			   const struct names *names)
{
	size_t nearest = str_nearest(word, names->compared, names->count);

	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_PROPERTY, json->place, STR_ARGS(json->string));
	if (nearest != SIZE_MAX)
		diag_hint(reader->sink, "did you mean \"" STR_FORMAT "\"?",
			  STR_ARGS(names->shown[nearest]));
	return false;
}

static bool report_unknown(struct model_reader *reader, const struct json *json)
{
	bool with_role = str_contains(json->string, STR_LITERAL("."));
	struct names names = all_names(reader, with_role, (1u << ROLE_COUNT) - 1u, false);

	return report_nearest(reader, json, json->string, &names);
}

static bool report_unknown_group(struct model_reader *reader, const struct json *json,
				 struct str group, enum role role)
{
	struct names names = all_names(reader, false, model_role_bit(role), true);

	return report_nearest(reader, json, group, &names);
}

bool model_operand(struct model_reader *reader, const struct json *json, struct operand *operand)
{
	struct str role;
	struct str key;

	if (!model_has_type(reader, json, "a property", MODEL_PROPERTY))
		return false;
	if (!split(json->string, &role, &key) || !find_role(role, &operand->role))
		return report_unknown(reader, json);
	operand->property = prop_find(&reader->db->properties, role_table(operand->role), key);
	return operand->property != SIZE_MAX || report_unknown(reader, json);
}

/* By enum prop_kind. */
static const char *const kind_phrases[] = {
    [PROP_NUMBER] = "a number", [PROP_TEXT] = "a text", [PROP_CHOICE] = "a choice",
    [PROP_FLAG] = "a flag",     [PROP_CODES] = "codes", [PROP_CLASS] = "a class",
};

enum { KIND_COUNT = sizeof kind_phrases / sizeof kind_phrases[0] };

static const char *kinds_phrase(struct model_reader *reader, unsigned kinds)
{
	struct text text;

	text_init(&text, reader->arena);
	for (unsigned i = 0; i < KIND_COUNT; i++) {
		const char *joint = kinds >> i == 1u ? " or " : ", ";

		if ((kinds >> i & 1u) != 0)
			text_addf(&text, "%s%s", text.length ? joint : "", kind_phrases[i]);
	}
	return text.at;
}

bool model_operand_of(struct model_reader *reader, const struct json *json, unsigned kinds,
		      const char *what, struct operand *operand)
{
	enum prop_kind kind;

	if (!model_operand(reader, json, operand))
		return false;
	kind = model_operand_property(reader, operand)->kind;
	if ((kinds >> (unsigned)kind & 1u) != 0)
		return true;
	DIAG_REPORT(reader->sink, MODEL_PROPERTY_KIND, json->place, STR_ARGS(json->string),
		    kind_phrases[kind], what, kinds_phrase(reader, kinds));
	return false;
}

static size_t group_member(const struct prop_set *set, enum table_id table, struct str group,
			   int axis)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->rows[i].group && str_is(group, set->rows[i].group) &&
		    set->rows[i].axis == axis && prop_in_table(&set->rows[i], table))
			return i;
	return SIZE_MAX;
}

bool model_group(struct model_reader *reader, const struct json *json, enum role role,
		 size_t axes[3])
{
	const struct prop_set *set = &reader->db->properties;
	struct str role_word;
	struct str group;

	if (!model_has_type(reader, json, "a point of \"red\"", MODEL_PROPERTY))
		return false;
	if (!split(json->string, &role_word, &group) ||
	    !str_is(role_word, model_words_role[role]) || group.length == 0)
		return report_unknown_group(reader, json, group, role);
	for (int axis = 0; axis < 3; axis++) {
		axes[axis] = group_member(set, role_table(role), group, axis);
		if (axes[axis] == SIZE_MAX)
			return report_unknown_group(reader, json, group, role);
	}
	return true;
}

bool model_class_property(struct model_reader *reader, const struct json *json, size_t *property)
{
	const struct prop_set *set = &reader->db->properties;
	struct str *keys = ARENA_NEW(reader->arena, set->count, struct str);
	size_t count = 0;

	*property = prop_find(set, TABLE_CLASSES, json->string);
	if (*property != SIZE_MAX && set->rows[*property].kind == PROP_NUMBER)
		return true;
	for (size_t i = 0; i < set->count; i++)
		if (set->rows[i].kind == PROP_NUMBER && prop_in_table(&set->rows[i], TABLE_CLASSES))
			keys[count++] = str_from(set->rows[i].key);
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, json->place, STR_ARGS(json->string),
		    "a number that functional classes have");
	model_suggest(reader, json->string, keys, count);
	return false;
}

static void report_word(struct model_reader *reader, struct str word, struct place place,
			const struct operand *operand)
{
	struct text what;

	text_init(&what, reader->arena);
	text_addf(&what, "a word of %s.%s", model_words_role[operand->role],
		  model_operand_property(reader, operand)->key);
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, place, STR_ARGS(word), what.at);
}

static bool class_row(struct model_reader *reader, const struct json *json,
		      const struct operand *operand, double *cell)
{
	const struct table *classes = &reader->db->tables[TABLE_CLASSES];
	struct str *names = ARENA_NEW(reader->arena, classes->count, struct str);

	for (size_t i = 0; i < classes->count; i++) {
		if (str_equal(json->string, classes->materials[i].id) ||
		    str_equal(json->string, classes->materials[i].name)) {
			*cell = (double)i;
			return true;
		}
		names[i] = classes->materials[i].id;
	}
	report_word(reader, json->string, json->place, operand);
	model_suggest(reader, json->string, names, classes->count);
	return false;
}

static size_t index_of(const char *const *words, struct str word)
{
	for (size_t i = 0; words && words[i]; i++)
		if (str_is(word, words[i]))
			return i;
	return SIZE_MAX;
}

static void report_word_of(struct model_reader *reader, struct str word, struct place place,
			   const struct operand *operand)
{
	const char *const *words = model_property_words(model_operand_property(reader, operand));

	report_word(reader, word, place, operand);
	if (words)
		model_suggest_word(reader, word, words);
}

bool model_cell_of_word(struct model_reader *reader, const struct json *json,
			const struct operand *operand, double *cell)
{
	const struct property *property = model_operand_property(reader, operand);
	size_t index = index_of(model_property_words(property), json->string);

	if (property->kind == PROP_CLASS)
		return class_row(reader, json, operand, cell);
	if (property->kind == PROP_TEXT) {
		*cell = DB_UNKNOWN;
		return true;
	}
	if (index == SIZE_MAX) {
		report_word_of(reader, json->string, json->place, operand);
		return false;
	}
	*cell = (double)index;
	return true;
}

const double *model_word_numbers(struct model_reader *reader, const struct json *map,
				 const struct operand *operand, const char *what)
{
	const char *const *words = model_property_words(model_operand_property(reader, operand));
	double *numbers;
	size_t count = 0;

	while (words && words[count])
		count++;
	numbers = ARENA_NEW(reader->arena, count, double);
	for (const struct json *item = map->child; item; item = item->next) {
		size_t index = index_of(words, item->key);

		if (index == SIZE_MAX)
			report_word_of(reader, item->key, item->key_place, operand);
		else
			numbers[index] = item->number;
	}
	for (size_t i = 0; i < count; i++)
		if (!json_member(map, words[i]))
			DIAG_REPORT(reader->sink, MODEL_MISSING_KEY, map->place, what, words[i]);
	return numbers;
}
