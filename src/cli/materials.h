/* SPDX-License-Identifier: MIT */
/* Materials of one table as records: a field each for identity and properties. */
#ifndef SLURRYSCREEN_CLI_MATERIALS_H
#define SLURRYSCREEN_CLI_MATERIALS_H

#include "base/record.h"
#include "data/db.h"

/* The rows are struct material_row. */
struct material_row {
	const struct db *db;
	enum table_id table;
	uint32_t row;
};

const struct record_type *material_record_type(const struct db *db, enum table_id table,
					       struct arena *arena);

/* A cell as a value: a number, a text, a list of codes, "none", or null if unknown. */
struct value material_cell(const struct material_row *at, size_t property, struct arena *arena);

#endif
