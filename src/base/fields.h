/* SPDX-License-Identifier: MIT */
/*
 * Fields of plain structs: getters that read a member by its offset (field.index). With them a
 * const table of anything becomes a report by writing its fields down.
 */
#ifndef SLURRYSCREEN_BASE_FIELDS_H
#define SLURRYSCREEN_BASE_FIELDS_H

#include <stddef.h>

#include "base/record.h"

struct value field_of_chars(const struct field *field, const void *row, struct arena *arena);
struct value field_of_str(const struct field *field, const void *row, struct arena *arena);
struct value field_of_double(const struct field *field, const void *row, struct arena *arena);
struct value field_of_size(const struct field *field, const void *row, struct arena *arena);
struct value field_of_flag(const struct field *field, const void *row, struct arena *arena);
/* The member is a struct value, whatever it holds. */
struct value field_of_value(const struct field *field, const void *row, struct arena *arena);

/*
 * FIELD_TEXT("name", "name", chars, struct unit, symbol, priority, "what it is"): the getter is
 * field_of_<getter>, for machines and people.
 */
#define FIELD_ROW(key_, label_, kind_, getter, struct_, member, priority_, doc_)                   \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = (kind_), .digits = -1,       \
		.where = FIELD_MACHINE | FIELD_PEOPLE, .priority = (priority_), .doc = (doc_),     \
		.get = field_of_##getter, .index = offsetof(struct_, member)                       \
	}
#define FIELD_TEXT(key, label, getter, struct_, member, priority, doc)                             \
	FIELD_ROW(key, label, VALUE_TEXT, getter, struct_, member, priority, doc)
/* A text for people that may take several lines. */
#define FIELD_WRAP(key_, label_, getter, struct_, member, priority_, doc_)                         \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = VALUE_TEXT, .digits = -1,    \
		.where = FIELD_MACHINE | FIELD_PEOPLE, .show = SHOW_WRAP, .priority = (priority_), \
		.doc = (doc_), .get = field_of_##getter, .index = offsetof(struct_, member)        \
	}
#define FIELD_NUMBER(key, label, getter, struct_, member, priority, doc)                           \
	FIELD_ROW(key, label, VALUE_NUMBER, getter, struct_, member, priority, doc)

/* A field with a getter of its own. */
#define FIELD_GETTER(key_, label_, kind_, get_, priority_, doc_)                                   \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = (kind_), .digits = -1,       \
		.where = FIELD_MACHINE | FIELD_PEOPLE, .priority = (priority_), .doc = (doc_),     \
		.get = (get_)                                                                      \
	}

#endif
