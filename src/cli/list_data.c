/* SPDX-License-Identifier: MIT */
/* Properties and units as records. */
#include "cli/fields.h"
#include "cli/list.h"
#include "data/unit.h"

static const char *const kind_words[] = {
    [PROP_NUMBER] = "number", [PROP_TEXT] = "text",   [PROP_CHOICE] = "choice",
    [PROP_FLAG] = "flag",     [PROP_CODES] = "codes", [PROP_CLASS] = "class",
};

static const char *const mix_words[] = {
    [MIX_NONE] = "none",       [MIX_VOLUME] = "volume", [MIX_MOLE] = "mole",
    [MIX_POWER] = "power",     [MIX_RAOULT] = "raoult", [MIX_LOWEST] = "lowest",
    [MIX_HIGHEST] = "highest", [MIX_UNION] = "union",
};

static struct value get_kind(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(kind_words[((const struct property *)row)->kind]);
}

static struct value get_mix(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(mix_words[((const struct property *)row)->mix]);
}

static struct value get_tables(const struct field *field, const void *row, struct arena *arena)
{
	struct value *items = ARENA_NEW(arena, TABLE_COUNT, struct value);
	size_t count = 0;

	(void)field;
	for (int table = 0; table < TABLE_COUNT; table++)
		if (prop_in_table(row, (enum table_id)table))
			items[count++] = value_word(table_infos[table].key);
	return value_list(items, count);
}

static struct value get_words(const struct field *field, const void *row, struct arena *arena)
{
	const char *const *words = ((const struct property *)row)->words;
	struct value *items;
	size_t count = 0;

	(void)field;
	while (words && words[count])
		count++;
	if (count == 0)
		return value_null();
	items = ARENA_NEW(arena, count, struct value);
	for (size_t i = 0; i < count; i++)
		items[i] = value_word(words[i]);
	return value_list(items, count);
}

/* A limit: only numbers have any. */
static struct value get_limit(const struct field *field, const void *row, struct arena *arena)
{
	const struct property *property = row;

	return property->kind == PROP_NUMBER ? field_of_double(field, row, arena) : value_null();
}

#define LIMIT(key_, label_, member, priority_, doc_)                                               \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = VALUE_NUMBER, .digits = -1,  \
		.where = FIELD_MACHINE | FIELD_PEOPLE, .priority = PRIORITY_EXTRA + (priority_),   \
		.doc = (doc_), .get = get_limit, .index = offsetof(struct property, member)        \
	}

static const struct field property_fields[] = {
    FIELD_TEXT("key", "key", chars, struct property, key, 0, "Name of the column."),
    FIELD_TEXT("label", "label", chars, struct property, label, PRIORITY_EXTRA + 5,
	       "Name for people."),
    FIELD_TEXT("unit", "unit", chars, struct property, unit, 0, "Unit if none is given."),
    FIELD_GETTER("kind", "kind", VALUE_TEXT, get_kind, 1, "What a cell holds."),
    FIELD_GETTER("tables", "tables", VALUE_LIST, get_tables, 2, "Tables that have it."),
    LIMIT("hard_low", "error below", hard_low, 1, "A lower value is an error."),
    LIMIT("hard_high", "error above", hard_high, 1, "A higher value is an error."),
    LIMIT("usual_low", "usual from", usual_low, 2, "A lower value is a warning."),
    LIMIT("usual_high", "to", usual_high, 2, "A higher value is a warning."),
    LIMIT("typical_absolute", "+-", typical.absolute, 4, "Typical uncertainty, in the unit."),
    LIMIT("typical_relative", "+- relative", typical.relative, 4,
	  "Typical uncertainty, as a share."),
    FIELD_GETTER("mix", "blend", VALUE_TEXT, get_mix, PRIORITY_EXTRA + 6,
		 "How a blend's value follows from its parts."),
    FIELD_GETTER("words", "words", VALUE_LIST, get_words, PRIORITY_EXTRA + 7,
		 "Words of a choice, weakest first."),
    FIELD_WRAP("doc", "definition", chars, struct property, doc, 0, "What it is."),
    FIELD_TEXT("reference", "reference", chars, struct property, reference, PRIORITY_EXTRA + 8,
	       "Where it is defined."),
};

static const struct record_type property_type = {"property", "A property of materials.",
						 property_fields,
						 sizeof property_fields / sizeof *property_fields};

enum session_status list_properties(struct cli *cli, const struct list_topic *topic,
				    struct report *report)
{
	const struct prop_set *set = &session_db(cli->session)->properties;

	(void)topic;
	report->type = &property_type;
	list_set_rows(report, session_arena(cli->session), set->rows, set->count,
		      sizeof *set->rows);
	return SESSION_OK;
}

static const struct field unit_fields[] = {
    FIELD_TEXT("symbol", "unit", chars, struct unit, symbol, 0, "As it is written."),
    FIELD_TEXT("canonical", "becomes", chars, struct unit, canonical, 0,
	       "The unit that it is converted to."),
    FIELD_NUMBER("factor", "times", double, struct unit, factor, 1, "Multiplies the value."),
    FIELD_NUMBER("offset", "plus", double, struct unit, offset, 1, "Is added afterwards."),
    FIELD_TEXT("spellings", "also written", chars, struct unit, spellings, 2,
	       "Other spellings, separated by |."),
};

static const struct record_type unit_type = {"unit", "A unit.", unit_fields,
					     sizeof unit_fields / sizeof *unit_fields};

enum session_status list_units(struct cli *cli, const struct list_topic *topic,
			       struct report *report)
{
	(void)topic;
	report->type = &unit_type;
	list_set_rows(report, session_arena(cli->session), units, unit_count, sizeof *units);
	return SESSION_OK;
}
