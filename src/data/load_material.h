/* SPDX-License-Identifier: MIT */
/*
 * The reader of one file of materials: its header (load_material_header.c) and its rows
 * (load_material.c). For these two files only.
 */
#ifndef SLURRYSCREEN_DATA_LOAD_MATERIAL_H
#define SLURRYSCREEN_DATA_LOAD_MATERIAL_H

#include "data/load_parts.h"

enum material_target {
	TARGET_IGNORED,
	TARGET_ID,
	TARGET_NAME,
	TARGET_ALIASES,
	TARGET_CAS,
	TARGET_FORMULA,
	TARGET_VALUE,
	TARGET_LOW,
	TARGET_HIGH,
};

struct material_column {
	enum material_target target;
	size_t property;         /* SIZE_MAX: none */
	const struct unit *unit; /* NULL: the canonical one */
};

/* The columns of an interval; SIZE_MAX: that end has none. */
struct material_interval {
	size_t property;
	size_t low;
	size_t high;
};

struct material_reader {
	struct load *load;
	enum table_id table;
	struct table_build *build;
	struct material_column *columns;
	size_t count;
	struct material_interval *intervals;
	size_t interval_count;
	size_t id;        /* column, SIZE_MAX: made from the name */
	size_t name;      /* column of the name where there is no id */
	size_t old_count; /* rows that were there before this file */
	uint32_t
	    *offsets; /* one a row: 1 + where its id stands in this file, 0: not in this file */
	size_t offset_room;
	struct hash_index names; /* of the old rows, case folded */
	struct known_name *known;
	size_t known_count;
	size_t known_room;
};

/* A name or CAS number of a row that was there before. */
struct known_name {
	struct str name;
	uint32_t row;
	bool is_cas;
};

/* So that new rows with the name of an old one can be reported. */
void material_reader_index_names(struct material_reader *reader);

#endif
