/* SPDX-License-Identifier: MIT */
/*
 * Schemas of the tables, made from the rows of the property table: JSON Schema 2020-12 of a whole
 * database, Frictionless Table Schema of one table, Data Package of the folder data/.
 */
#ifndef SLURRYSCREEN_CHECK_SCHEMA_H
#define SLURRYSCREEN_CHECK_SCHEMA_H

#include "base/str.h"
#include "data/load.h"

enum schema_kind { SCHEMA_FIELD_TEXT, SCHEMA_FIELD_NUMBER, SCHEMA_FIELD_WORD, SCHEMA_FIELD_LIST };

/* A column of any table, as schemas and templates need it. */
struct schema_field {
	const char *key;
	const char *label;
	const char *unit;
	enum schema_kind kind;
	bool required;
	bool may_be_none; /* the word none stands for "known to be absent" */
	double low;       /* NUMBER; infinite: no bound */
	double high;
	const char *const *words; /* WORD, NULL ends; LIST: the codes there are, or NULL */
	const char *doc;
};

struct schema_table {
	struct file_type type;
	const char *key;
	const char *doc;
	const struct schema_field *fields;
	size_t count;
};

/* All tables, in the order of the data folder. In arena. */
const struct schema_table *schema_tables(struct arena *arena, size_t *count);

void schema_add_json(struct text *out);
void schema_add_table(struct text *out, const struct schema_table *table);
void schema_add_package(struct text *out, struct str version);

#endif
