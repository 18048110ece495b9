/* SPDX-License-Identifier: MIT */
/*
 * The database in memory: identity by row, values by column.
 *
 * A struct db is constant once built: either the image in the program, or a load. It owns nothing
 * that its arena does not. Rows keep their order in the files; built-in rows come first.
 *
 * Each property of a table is one array of doubles. Unknown is DB_UNKNOWN (a NaN), known to be
 * absent is DB_ABSENT (infinity); a choice is the index of its word, a flag 0 or 1, a class the row
 * of the classes table, text and codes an index into the table's texts and code lists. Kind and
 * interval stand in `notes`, only for the rows where they differ from the property's rule.
 */
#ifndef SLURRYSCREEN_DATA_DB_H
#define SLURRYSCREEN_DATA_DB_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/num.h"
#include "base/sha256.h"
#include "base/source.h"
#include "base/str.h"
#include "data/fact.h"
#include "data/prop.h"

#define DB_UNKNOWN ((double)NAN)
#define DB_ABSENT ((double)INFINITY)

#define DB_NO_ROW UINT32_MAX

struct str_list {
	const struct str *at;
	size_t count;
};

struct material {
	struct str id;
	struct str name;
	struct str cas;
	struct str formula;
	struct str_list aliases;
	uint32_t origin; /* 0: built in; n: the n-th overlay */
};

/* What is special about one cell. */
struct cell_note {
	uint32_t row;
	uint8_t kind; /* enum num_kind */
	double low;   /* NaN: by the property's typical uncertainty */
	double high;
};

struct column {
	const double *values; /* of the first `count` rows; ask db_cell(), not these */
	size_t count;         /* rows from here on are unknown: columns of a base can be shared */
	const struct cell_note *notes; /* sorted by row */
	size_t note_count;
	enum num_kind kind; /* of the rows without a note */
};

/* A competing vector of a property group (Hansen parameters), as a whole. */
struct vector_note {
	uint32_t row;
	uint8_t kind;
	double at[3];
};

struct table {
	size_t count;
	const struct material *materials;
	const struct column *columns; /* one a row of the property set */
	const struct str *texts;
	size_t text_count;
	const struct str_list *code_lists;
	size_t code_list_count;
	const struct vector_note *vectors; /* sorted by row; status alternative only */
	size_t vector_count;
};

/* A file laid over another database, for the record's head; its hash by overlay_hash(). */
struct overlay {
	const char *file;
	const struct source *source;
};

struct ledger;
struct citations;

/*
 * The ledger and the sources, read only by show, explain and validate: of the built-in database as
 * CSV text, of loaded files as lines (see ledger.h, which merges the two).
 */
struct db_texts {
	struct str ledger;                  /* values.csv; empty for loaded files */
	struct str sources;                 /* sources.csv */
	const struct ledger *loaded_ledger; /* NULL if no file has any */
	const struct citations *loaded_sources;
};

struct db {
	struct prop_set properties;
	struct table tables[TABLE_COUNT];
	const struct fact *facts; /* sorted by kind, subject table, subject, parts, id */
	size_t fact_count;
	struct db_texts texts;
	const char *version; /* of the data: the program's version for the built-in one */
	const char *sha256;  /* of the built-in data at build time; NULL for a load: db_hash() */
	const struct source *sources; /* that it was loaded from; the built-in one has none */
	size_t source_count;
	const struct overlay *overlays;
	size_t overlay_count;
};

/* The image that the build folded from data/. */
const struct db *db_builtin(void);

/*
 * SHA-256 of the data under the overlays: of its files one after the other, as
 * `cat classes.csv solvents.csv ... | sha256sum` has it (data_folder_files in load.h tells the
 * order). Computed when asked: it takes half a second for a hundred megabytes.
 */
void db_hash(const struct db *db, char hex[SHA256_HEX_SIZE]);
void overlay_hash(const struct overlay *overlay, char hex[SHA256_HEX_SIZE]);

/*
 * A number: interval by note or typical uncertainty; exact for choices and flags. Missing for text,
 * codes and classes, which are no numbers.
 */
struct num db_num(const struct db *db, enum table_id table, size_t row, size_t property);
/* The raw cell as described above. */
double db_cell(const struct db *db, enum table_id table, size_t row, size_t property);
/* What is special about a cell, or NULL. */
const struct cell_note *db_note(const struct db *db, enum table_id table, size_t row,
				size_t property);
/* Kind of a filled cell. */
enum num_kind db_kind(const struct db *db, enum table_id table, size_t row, size_t property);
/* Choice and flag word, class name or text of a filled cell; empty if unknown or absent. */
struct str db_word(const struct db *db, enum table_id table, size_t row, size_t property);
/* Codes of a filled cell; count 0 if unknown or absent. */
struct str_list db_codes(const struct db *db, enum table_id table, size_t row, size_t property);

/*
 * The competing vectors of a row (the preferred one is in the columns): *count of them from the
 * returned pointer.
 */
const struct vector_note *db_vectors(const struct db *db, enum table_id table, size_t row,
				     size_t *count);

/*
 * The facts of a kind about a subject, a contiguous range. subject may be FACT_ANY.
 */
const struct fact *db_facts(const struct db *db, enum fact_kind kind, enum table_id subject_table,
			    uint32_t subject, size_t *count);

#endif
