/* SPDX-License-Identifier: MIT */
/*
 * JSON Schema 2020-12 (json-schema.org), Frictionless Table Schema and Tabular Data Package
 * (specs.frictionlessdata.io), written from the columns.
 */
#include <math.h>

#include "base/number.h"
#include "check/schema.h"
#include "read/json.h"

static void add_member(struct text *out, const char *key, const char *value)
{
	json_write_string(out, str_from(key));
	text_add(out, STR_LITERAL(": "));
	json_write_string(out, str_from(value));
}

static void add_bound(struct text *out, const char *key, double value)
{
	char digits[NUMBER_TEXT_MAX];

	if (isfinite(value))
		text_addf(out, ", \"%s\": " STR_FORMAT, key, STR_ARGS(number_write(digits, value)));
}

static void add_words(struct text *out, const char *const *words)
{
	text_add_char(out, '[');
	for (size_t i = 0; words[i]; i++) {
		if (i > 0)
			text_add(out, STR_LITERAL(", "));
		json_write_string(out, str_from(words[i]));
	}
	text_add_char(out, ']');
}

/* The sentence, and the unit where there is one. */
static const char *description(struct text *out, const struct schema_field *field)
{
	struct text text;

	text_init(&text, out->arena);
	text_addf(&text, "%s", field->doc);
	if (*field->unit)
		text_addf(&text, " Unit: %s.", field->unit);
	return text.at;
}

/* ---- JSON Schema ---- */

/* A flag may be true or false in JSON. */
static bool has_yes(const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		if (str_is(str_from(words[i]), "yes"))
			return true;
	return false;
}

static void add_json_type(struct text *out, const struct schema_field *field)
{
	switch (field->kind) {
	case SCHEMA_FIELD_TEXT:
		/* Ledger values and ids may be numbers in JSON. */
		text_add(out, STR_LITERAL("\"type\": [\"string\", \"number\", \"null\"]"));
		break;
	case SCHEMA_FIELD_NUMBER:
		text_add(out, STR_LITERAL("\"anyOf\": [{\"type\": \"number\""));
		add_bound(out, "minimum", field->low);
		add_bound(out, "maximum", field->high);
		text_add(out, STR_LITERAL("}, {\"type\": \"null\"}"));
		if (field->may_be_none)
			text_add(out, STR_LITERAL(", {\"const\": \"none\"}"));
		text_add_char(out, ']');
		break;
	case SCHEMA_FIELD_WORD:
		text_add(out, STR_LITERAL("\"anyOf\": [{\"enum\": "));
		add_words(out, field->words);
		text_add(out, has_yes(field->words)
				  ? STR_LITERAL("}, {\"type\": [\"boolean\", \"null\"]}]")
				  : STR_LITERAL("}, {\"type\": \"null\"}]"));
		break;
	case SCHEMA_FIELD_LIST:
		text_add(out,
			 STR_LITERAL("\"anyOf\": [{\"type\": [\"string\", \"null\"]}, {\"type\": "
				     "\"array\", \"items\": {\"type\": \"string\"}}]"));
		break;
	}
}

static void add_json_table(struct text *out, const struct schema_table *table)
{
	bool first = true;

	text_addf(out, "    \"%s\": {\n      ", table->key);
	add_member(out, "description", table->doc);
	text_add(out, STR_LITERAL(",\n      \"type\": \"array\",\n      \"items\": {\n        "
				  "\"type\": \"object\",\n        \"properties\": {"));
	for (size_t i = 0; i < table->count; i++) {
		text_addf(out, "%s\n          \"%s\": {", i > 0 ? "," : "", table->fields[i].key);
		add_json_type(out, &table->fields[i]);
		text_add(out, STR_LITERAL(", "));
		add_member(out, "description", description(out, &table->fields[i]));
		text_add_char(out, '}');
	}
	text_add(out, STR_LITERAL("\n        },\n        \"required\": ["));
	for (size_t i = 0; i < table->count; i++) {
		if (!table->fields[i].required)
			continue;
		text_addf(out, "%s\"%s\"", first ? "" : ", ", table->fields[i].key);
		first = false;
	}
	text_add(out, STR_LITERAL("]\n      }\n    }"));
}

void schema_add_json(struct text *out)
{
	size_t count;
	const struct schema_table *const tables = schema_tables(out->arena, &count);

	text_add(out,
		 STR_LITERAL("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
			     "  \"title\": \"slurryscreen database\",\n  \"type\": \"object\",\n"
			     "  \"properties\": {\n"
			     "    \"format\": {\"const\": \"slurryscreen-data/1\"},\n"
			     "    \"version\": {\"type\": \"string\"},\n"
			     "    \"doc\": {\"type\": \"string\"}"));
	for (size_t i = 0; i < count; i++) {
		text_add(out, STR_LITERAL(",\n"));
		add_json_table(out, &tables[i]);
	}
	text_add(out, STR_LITERAL("\n  },\n  \"required\": [\"format\"],\n"
				  "  \"additionalProperties\": false\n}\n"));
}

/* ---- Frictionless ---- */

static void add_constraints(struct text *out, const struct schema_field *field)
{
	text_addf(out, ", \"constraints\": {\"required\": %s", field->required ? "true" : "false");
	if (field->kind == SCHEMA_FIELD_NUMBER) {
		add_bound(out, "minimum", field->low);
		add_bound(out, "maximum", field->high);
	}
	if (field->kind == SCHEMA_FIELD_WORD) {
		text_add(out, STR_LITERAL(", \"enum\": "));
		add_words(out, field->words);
	}
	text_add_char(out, '}');
}

static void add_field(struct text *out, const struct schema_field *field, const char *indent)
{
	text_addf(out, "%s    {", indent);
	add_member(out, "name", field->key);
	text_add(out, STR_LITERAL(", "));
	add_member(out, "type", field->kind == SCHEMA_FIELD_NUMBER ? "number" : "string");
	text_add(out, STR_LITERAL(", "));
	add_member(out, "title", field->label);
	text_add(out, STR_LITERAL(", "));
	add_member(out, "description", description(out, field));
	if (*field->unit) {
		text_add(out, STR_LITERAL(", "));
		add_member(out, "unit", field->unit);
	}
	add_constraints(out, field);
	text_add_char(out, '}');
}

/* The word none counts as missing there: Table Schema has no number that is known to be absent. */
static void add_table_schema(struct text *out, const struct schema_table *table, const char *indent)
{
	text_addf(out, "{\n%s  \"fields\": [\n", indent);
	for (size_t i = 0; i < table->count; i++) {
		add_field(out, &table->fields[i], indent);
		text_add(out, i + 1 < table->count ? STR_LITERAL(",\n") : STR_LITERAL("\n"));
	}
	text_addf(out, "%s  ],\n%s  \"missingValues\": [\"\", \"none\"]", indent, indent);
	if (table->type.kind != FILE_LEDGER)
		text_addf(out, ",\n%s  \"primaryKey\": \"%s\"", indent, table->fields[0].key);
	text_addf(out, "\n%s}", indent);
}

void schema_add_table(struct text *out, const struct schema_table *table)
{
	add_table_schema(out, table, "");
	text_add_char(out, '\n');
}

static void add_resource(struct text *out, const struct schema_table *table)
{
	text_addf(out,
		  "    {\n      \"name\": \"%s\",\n      \"path\": \"%s.csv\",\n"
		  "      \"profile\": \"tabular-data-resource\",\n      ",
		  table->key, table->key);
	add_member(out, "description", table->doc);
	text_add(out,
		 STR_LITERAL(",\n      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n"
			     "      \"encoding\": \"utf-8\",\n      \"schema\": "));
	add_table_schema(out, table, "      ");
	text_add(out, STR_LITERAL("\n    }"));
}

void schema_add_package(struct text *out, struct str version)
{
	size_t count;
	const struct schema_table *const tables = schema_tables(out->arena, &count);

	text_addf(
	    out,
	    "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"slurryscreen\",\n"
	    "  \"title\": \"Solvents, binders and sulfide electrolytes for slurry casting\",\n"
	    "  \"version\": \"" STR_FORMAT "\",\n"
	    "  \"licenses\": [{\"name\": \"MIT\", \"path\": "
	    "\"https://opensource.org/license/mit\"}],"
	    "\n  \"resources\": [\n",
	    STR_ARGS(version));
	for (size_t i = 0; i < count; i++) {
		add_resource(out, &tables[i]);
		text_add(out, i + 1 < count ? STR_LITERAL(",\n") : STR_LITERAL("\n"));
	}
	text_add(out, STR_LITERAL("  ]\n}\n"));
}
