/* SPDX-License-Identifier: MIT */
/* What the ledger says about a material, as records: one row a value, the one in use first. */
#ifndef SLURRYSCREEN_CLI_SHOW_H
#define SLURRYSCREEN_CLI_SHOW_H

#include "base/record.h"
#include "data/ledger.h"
#include "data/lookup.h"

struct show_row {
	const struct material *material;
	enum table_id table;
	const struct property *property;
	struct value value; /* number, text, list; null: unknown */
	double low;         /* NaN where there is none */
	double high;
	struct str unit;
	const char *kind;   /* NULL: unknown */
	const char *status; /* "used", "alternative", "rejected", "unknown" */
	struct str source;
	const struct citation *citation; /* NULL: none */
	struct str note;
	const char *choice; /* of a competing value: why it is not the one in use */
};

struct show_rows {
	struct show_row *at;
	size_t count;
	size_t capacity;
};

/* Where show finds what it tells. */
struct show_context {
	const struct db *db;
	const struct ledger *ledger;
	const struct citations *citations;
	struct arena *arena;
};

/* Adds the rows of a material: every property of its table in order. */
void show_add_material(struct show_rows *rows, const struct show_context *context,
		       struct material_ref ref);

bool show_is_rejected(const struct show_row *row);

/* with_material: a first column for people that says which material. */
const struct record_type *show_record_type(bool with_material, struct arena *arena);

#endif
