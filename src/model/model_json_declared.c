/* SPDX-License-Identifier: MIT */
/* Properties that a model file declares. They are read before the data, the rest after. */
#include <math.h>
#include <string.h>

#include "data/unit.h"
#include "model/model_reader.h"

/* Columns that say which material it is. */
static const char *const identity[] = {"id", "name", "aliases", "cas", "formula"};

static const char *text_or(struct model_reader *reader, struct str text, struct str otherwise)
{
	return str_copy(reader->arena, text.length ? text : otherwise).at;
}

static bool is_taken(const struct prop_set *set, enum table_id table, struct str key)
{
	for (size_t i = 0; i < sizeof identity / sizeof identity[0]; i++)
		if (str_is(key, identity[i]))
			return true;
	return prop_find(set, table, key) != SIZE_MAX;
}

/* Numbers are kept in canonical units, so a known unit must be one. */
static void check_unit(const struct model_node *node)
{
	const struct json *json = model_node_get(node, "unit");
	const struct unit *unit = json ? unit_find(json->string) : NULL;

	if (!unit || str_is(json->string, unit->canonical))
		return;
	DIAG_REPORT(node->reader->sink, MODEL_UNKNOWN_WORD, json->place, STR_ARGS(json->string),
		    "a unit that numbers are kept in");
	diag_hint(node->reader->sink, "did you mean \"%s\"?", unit->canonical);
}

static void check_range(const struct model_node *node)
{
	const struct json *min = model_node_get(node, "min");
	const struct json *max = model_node_get(node, "max");

	if (min && max && min->number > max->number)
		DIAG_REPORT(node->reader->sink, MODEL_ORDER, max->place, STR_ARGS(max->string),
			    STR_ARGS(min->string), "\"min\" and \"max\"", "rise");
}

static bool read_property(struct model_reader *reader, const struct json *json,
			  const struct prop_set *set, struct property *property)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_DECLARED], json);
	const struct json *key = model_node_get(&node, "key");
	const char *table = model_words_table[model_node_word(&node, "table")];
	enum table_id id = table_find(str_from(table));
	const struct prop_set builtin = {properties, property_count};

	check_unit(&node);
	check_range(&node);
	if (!key)
		return false;
	if (is_taken(set, id, key->string)) {
		DIAG_REPORT(reader->sink, MODEL_DUPLICATE, key->place, "property",
			    STR_ARGS(key->string));
		if (is_taken(&builtin, id, key->string))
			diag_hint(reader->sink, "the program has it already");
		return false;
	}
	*property = (struct property){
	    .key = text_or(reader, key->string, str_from(NULL)),
	    .label = text_or(reader, model_node_text(&node, "label"), key->string),
	    .unit = text_or(reader, model_node_text(&node, "unit"), str_from(NULL)),
	    .kind = PROP_NUMBER,
	    .tables = 1u << (unsigned)id,
	    .hard_low = model_node_number(&node, "min"),
	    .hard_high = model_node_number(&node, "max"),
	    .digits = (int)model_node_number(&node, "digits"),
	    .mix = MIX_VOLUME,
	    .mix_by = "",
	    .doc = text_or(reader, model_node_text(&node, "doc"), str_from(NULL)),
	    .reference = "",
	};
	property->usual_low = property->hard_low;
	property->usual_high = property->hard_high;
	return true;
}

struct prop_set model_declared_properties(const struct source *source, struct arena *arena,
					  struct diag_sink *sink)
{
	struct prop_set set = {properties, property_count};
	struct model_reader reader = {NULL, arena, sink};
	struct diag_sink unheard;
	const struct json *list;
	struct property *rows;

	diag_sink_init(&unheard, arena);
	list = json_member(json_read(source, arena, &unheard), "properties");
	if (!list || list->type != JSON_ARRAY || list->count == 0)
		return set;
	rows = ARENA_NEW(arena, property_count + list->count, struct property);
	memcpy(rows, properties, property_count * sizeof *rows);
	set.rows = rows;
	for (const struct json *item = list->child; item; item = item->next)
		if (read_property(&reader, item, &set, &rows[set.count]))
			set.count++;
	return set;
}
