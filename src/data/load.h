/* SPDX-License-Identifier: MIT */
/*
 * Files to a database. CSV tables and whole-database JSON give the same rows and go the same way:
 * recognise the table, read cells into columns, fold the ledger into kinds and intervals, resolve
 * the names in facts. Mistakes are collected in the sink with their places and the work goes on.
 */
#ifndef SLURRYSCREEN_DATA_LOAD_H
#define SLURRYSCREEN_DATA_LOAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/db.h"

/* What a file or a member of a whole-database JSON can be. */
enum file_kind {
	FILE_MATERIALS, /* which: enum table_id */
	FILE_FACTS,     /* which: enum fact_kind */
	FILE_LEDGER,
	FILE_SOURCES,
	FILE_UNKNOWN,
};

struct file_type {
	enum file_kind kind;
	unsigned which;
};

struct load_options {
	char separator; /* ',' unless told otherwise; ';' with decimal_comma */
	bool decimal_comma;
	const struct prop_set *properties; /* NULL: the built-in ones */
	const char *table; /* the kind of every CSV file, by key, or NULL: recognise it */
};

/*
 * A database of its own from sources (one file each, CSV or JSON; `name` ends tell nothing, the
 * contents do). Sources must outlive the result. NULL never: an empty database with errors in sink.
 */
const struct db *db_load(const struct source *sources, size_t count,
			 const struct load_options *options, struct arena *arena,
			 struct arena *scratch, struct diag_sink *sink);

/*
 * base with the sources laid over it: the same id replaces a row's filled cells field by field, a
 * new id adds a row; facts are added and marked as own.
 */
const struct db *db_overlay(const struct db *base, const struct source *sources, size_t count,
			    const struct load_options *options, struct arena *arena,
			    struct arena *scratch, struct diag_sink *sink);

/* A cell of a header row, "key[unit]", both trimmed; unit.at is NULL if there are no brackets. */
void header_split(struct str cell, struct str *key, struct str *unit);

/*
 * By the columns of its header row, units and all; set: the built-in properties or more.
 * FILE_UNKNOWN if no table fits.
 */
struct file_type file_recognise(const struct prop_set *set, const struct str *columns,
				size_t count);

/* By the key of a table or facts file, "values" or "sources": file names and JSON members. */
struct file_type file_type_named(struct str key);

/* The files that a data folder holds, by name, in the order in which they are read. NULL ends. */
extern const char *const data_folder_files[];

#endif
