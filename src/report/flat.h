/* SPDX-License-Identifier: MIT */
/*
 * Records as flat columns, by the rules in base/record.h: what csv, tsv and spreadsheets show of
 * nested records, and the columns that people see. Knows fields and values, no format.
 */
#ifndef SLURRYSCREEN_REPORT_FLAT_H
#define SLURRYSCREEN_REPORT_FLAT_H

#include "base/arena.h"
#include "base/record.h"

/* What a column shows of a VALUE_NUM. */
enum flat_part { FLAT_WHOLE, FLAT_VALUE, FLAT_LOW, FLAT_HIGH, FLAT_STATE };

struct flat_column {
	struct str key;
	const struct field *field;       /* the last of path */
	const struct field *const *path; /* from the record's own field down */
	size_t depth;
	enum flat_part part;
};

struct flat_columns {
	const struct flat_column *at;
	size_t count;
};

/*
 * The columns of a record type for FIELD_MACHINE or FIELD_PEOPLE, in the order of the fields, in
 * arena. For people a VALUE_NUM stays one column.
 */
struct flat_columns flat_columns_of(const struct record_type *type, unsigned where,
				    struct arena *arena);

/* The value of a column: never a record; null where a record on the way is null. */
struct value flat_get(const struct flat_column *column, const void *row, struct arena *arena);

/*
 * A value as one text: numbers shortest, flags as true and false, what is null or not finite empty,
 * lists joined by "; ", records by their first field.
 */
void flat_add_text(struct text *text, struct value value);

#endif
