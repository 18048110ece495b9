/* SPDX-License-Identifier: MIT */
/* The columns of every table, gathered from where they are defined. */
#include "check/schema.h"

#include <math.h>

#include "check/row.h"
#include "check/shipped.h"
#include "data/fact.h"
#include "data/prop.h"

static const char *const flag_words[] = {"yes", "no", NULL};
static const char *const status_words[] = {"preferred", "alternative", "rejected", NULL};
static const char *const kind_words[] = {"measured", "compiled",  "calculated", "estimated",
					 "fitted",   "judgement", "uncited",    NULL};

#define TEXT_FIELD(key, required, doc)                                                             \
	{                                                                                          \
		key, key, "", SCHEMA_FIELD_TEXT, required, false, 0, 0, NULL, doc                  \
	}
#define WORD_FIELD(key, words, doc)                                                                \
	{                                                                                          \
		key, key, "", SCHEMA_FIELD_WORD, true, false, 0, 0, words, doc                     \
	}

/* The ledger and the sources have no rows of properties; a test compares with the shipped files. */
static const struct schema_field ledger_fields[] = {
    TEXT_FIELD("material", true, "Id of the material."),
    TEXT_FIELD("property", true, "Column of the material's table."),
    TEXT_FIELD("value", true, "The value in this source, or none."),
    TEXT_FIELD("low", false, "Low end of the interval, where the source states one."),
    TEXT_FIELD("high", false, "High end of the interval, where the source states one."),
    TEXT_FIELD("unit", false, "Unit of value, low and high."),
    {"temperature", "temperature", "degC", SCHEMA_FIELD_NUMBER, false, false, -273.15,
     (double)INFINITY, NULL, "Temperature, where it is not that of the property."},
    WORD_FIELD("kind", kind_words, "How the value came about."),
    WORD_FIELD("status", status_words, "Whether it is used, competes, or is rejected."),
    TEXT_FIELD("source", false, "Key of the source."),
    TEXT_FIELD("note", false, "Method, reason for the choice or for the rejection."),
    TEXT_FIELD("waive", false, "Slug of a check and why it is accepted here."),
};

static const struct schema_field source_fields[] = {
    TEXT_FIELD("key", true, "Key that tables use."),
    TEXT_FIELD("citation", true, "Citation in full."),
    TEXT_FIELD("doi", false, "DOI without https://doi.org/."),
    TEXT_FIELD("url", false, "Address, where there is no DOI."),
    TEXT_FIELD("licence", false, "Licence of the data."),
    TEXT_FIELD("access", false, "How it was read."),
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct field_list {
	struct arena *arena;
	struct schema_field *items;
	size_t count;
	size_t capacity;
};

static void add(struct field_list *list, struct schema_field field)
{
	list->items = arena_extend(list->arena, list->items, list->count, &list->capacity,
				   sizeof *list->items);
	list->items[list->count++] = field;
}

static bool may_be_none(enum prop_kind kind)
{
	return kind == PROP_NUMBER || kind == PROP_CODES;
}

static struct schema_field of_property(const struct property *property)
{
	static const enum schema_kind kinds[] = {
	    [PROP_NUMBER] = SCHEMA_FIELD_NUMBER, [PROP_TEXT] = SCHEMA_FIELD_TEXT,
	    [PROP_CHOICE] = SCHEMA_FIELD_WORD,   [PROP_FLAG] = SCHEMA_FIELD_WORD,
	    [PROP_CODES] = SCHEMA_FIELD_LIST,    [PROP_CLASS] = SCHEMA_FIELD_TEXT,
	};

	return (struct schema_field){
	    property->key,
	    property->label,
	    property->unit,
	    kinds[property->kind],
	    false,
	    may_be_none(property->kind),
	    property->hard_low,
	    property->hard_high,
	    property->kind == PROP_FLAG ? flag_words : property->words,
	    property->doc,
	};
}

static void add_identity(struct field_list *list, enum table_id table)
{
	for (int i = 0; i < IDENTITY_COUNT; i++) {
		const struct identity_info *const info = &identity_infos[i];

		if (table == TABLE_CLASSES && i != IDENTITY_ID)
			continue;
		add(list,
		    (struct schema_field){
			table == TABLE_CLASSES ? table_infos[table].id_key : info->key, info->label,
			"", i == IDENTITY_ALIASES ? SCHEMA_FIELD_LIST : SCHEMA_FIELD_TEXT,
			i == IDENTITY_ID, false, 0, 0, NULL, info->doc});
	}
}

/* A number of a class has its ends in columns of their own. */
static void add_ends(struct field_list *list, const struct property *property)
{
	static const char *const ends[] = {"low", "high"};

	for (size_t i = 0; i < COUNT(ends); i++) {
		struct schema_field field = of_property(property);
		struct text key;
		struct text doc;

		text_init(&key, list->arena);
		text_addf(&key, "%s_%s", property->key, ends[i]);
		text_init(&doc, list->arena);
		text_addf(&doc, "The %s end for members of the class.", ends[i]);
		field.key = key.at;
		field.label = key.at;
		field.doc = doc.at;
		field.may_be_none = false;
		add(list, field);
	}
}

static void fill_materials(struct field_list *list, enum table_id table)
{
	add_identity(list, table);
	for (size_t i = 0; i < property_count; i++) {
		if (!prop_in_table(&properties[i], table))
			continue;
		add(list, of_property(&properties[i]));
		if (table == TABLE_CLASSES && properties[i].kind == PROP_NUMBER)
			add_ends(list, &properties[i]);
	}
}

static struct schema_field of_fact(const struct fact_file *file, const struct fact_column *column)
{
	struct schema_field field = {column->key,       column->label,    column->unit,
				     SCHEMA_FIELD_TEXT, column->required, false,
				     -(double)INFINITY, (double)INFINITY, NULL,
				     column->doc};

	if (column->kind == FACT_NUMBER || column->kind == FACT_TEMPERATURE ||
	    column->kind == FACT_VALUE)
		field.kind = SCHEMA_FIELD_NUMBER;
	if (column->kind == FACT_CHOICE)
		field.words = column->words;
	if (column->kind == FACT_OUTCOME)
		field.words = file->outcomes;
	if (column->kind == FACT_GRADE)
		field.words = fact_grades;
	if (field.words)
		field.kind = SCHEMA_FIELD_WORD;
	return field;
}

static void fill_facts(struct field_list *list, enum fact_kind kind)
{
	for (size_t i = 0; i < fact_files[kind].column_count; i++)
		add(list, of_fact(&fact_files[kind], &fact_files[kind].columns[i]));
}

static struct schema_table table_of(struct file_type type, struct arena *arena)
{
	struct field_list list = {arena, NULL, 0, 0};
	struct schema_table table = {.type = type, .key = row_type_word(type)};

	switch (type.kind) {
	case FILE_MATERIALS:
		fill_materials(&list, (enum table_id)type.which);
		table.doc = table_infos[type.which].doc;
		break;
	case FILE_FACTS:
		fill_facts(&list, (enum fact_kind)type.which);
		table.doc = fact_files[type.which].doc;
		break;
	case FILE_LEDGER:
		table.doc = "Every value with unit, kind, status and source, competing ones too.";
		table.fields = ledger_fields;
		table.count = COUNT(ledger_fields);
		return table;
	case FILE_SOURCES:
		table.doc = "What the keys of sources stand for.";
		table.fields = source_fields;
		table.count = COUNT(source_fields);
		return table;
	case FILE_UNKNOWN:
		break;
	}
	table.fields = list.items;
	table.count = list.count;
	return table;
}

/* In the order of the file that is shipped, which is the one that people know. */
static void order_as_shipped(struct schema_table *table, struct arena *arena)
{
	struct schema_field *ordered = ARENA_NEW(arena, table->count, struct schema_field);
	struct str head = shipped_head(arena, table->key);
	size_t count = 0;
	struct str key;

	while (str_next(&head, ',', &key))
		for (size_t i = 0; i < table->count && count < table->count; i++)
			if (str_is(key, table->fields[i].key))
				ordered[count++] = table->fields[i];
	if (count == table->count)
		table->fields = ordered;
}

const struct schema_table *schema_tables(struct arena *arena, size_t *count)
{
	struct schema_table *tables =
	    ARENA_NEW(arena, TABLE_COUNT + FACT_KIND_COUNT + 2, struct schema_table);
	size_t filled = 0;

	for (unsigned i = 0; i < TABLE_COUNT; i++)
		tables[filled++] = table_of((struct file_type){FILE_MATERIALS, i}, arena);
	tables[filled++] = table_of((struct file_type){FILE_LEDGER, 0}, arena);
	tables[filled++] = table_of((struct file_type){FILE_SOURCES, 0}, arena);
	for (unsigned i = 0; i < FACT_KIND_COUNT; i++)
		tables[filled++] = table_of((struct file_type){FILE_FACTS, i}, arena);
	for (size_t i = 0; i < filled; i++)
		order_as_shipped(&tables[i], arena);
	*count = filled;
	return tables;
}
