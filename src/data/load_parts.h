/* SPDX-License-Identifier: MIT */
/*
 * What the files of the loader share: a database while it grows. For load*.c and ledger*.c only.
 *
 * A table starts as its base's (or empty); columns are copied when they are first written to, and
 * cells that are never written cost nothing. Rows of every kind of file come as cells with places,
 * whether they were CSV or JSON, so everything behind this header is one way.
 */
#ifndef SLURRYSCREEN_DATA_LOAD_PARTS_H
#define SLURRYSCREEN_DATA_LOAD_PARTS_H

#include "base/hash_index.h"
#include "data/ledger.h"
#include "data/load.h"
#include "data/unit.h"
#include "read/csv.h"
#include "read/json.h"

/* A note that only says that the row has none (any more). */
enum { NOTE_DROPPED = UINT8_MAX };

struct column_build {
	double *values; /* of the base until the first cell is written */
	size_t count;
	size_t room; /* 0: values are the base's */
	/* Decimals as written, for the comparison with the ledger; NULL if there is none. */
	signed char *decimals;
	struct cell_note *notes; /* in the order of discovery until notes_settle() */
	size_t note_count;
	size_t note_room;
};

struct table_build {
	bool open; /* false: nothing written, the base's table holds */
	size_t count;
	size_t room; /* expected rows */
	struct material *materials;
	size_t material_room;
	struct column_build *columns;
	struct column_build *folded; /* only their notes: what the ledger adds */
	struct str *texts;
	size_t text_count;
	size_t text_room;
	struct str_list *code_lists;
	size_t code_count;
	size_t code_room;
	struct vector_note *vectors;
	size_t vector_count;
	size_t vector_room;
	struct hash_index ids;
	struct hash_index codes; /* of cells as written, to code_lists */
	struct str *code_cells;  /* as written, one a code list made here */
	size_t code_cell_room;
	size_t base_codes; /* code lists before that */
};

/* A row of a facts file, to be resolved when all materials are there. In scratch. */
struct fact_row {
	enum fact_kind kind;
	const struct source *source;
	size_t offset;
	size_t length;
	size_t number;                /* in its file, from 1 */
	const struct csv_cell *cells; /* one a column of the kind */
};

struct load {
	const struct db *base; /* NULL: none */
	const struct load_options *options;
	struct prop_set properties;
	struct arena *arena;
	struct arena *scratch;
	struct diag_sink *sink;
	struct table_build tables[TABLE_COUNT];
	struct fact_row *fact_rows;
	size_t fact_row_count;
	size_t fact_row_room;
	struct ledger_line *lines;
	size_t line_count;
	size_t line_room;
	struct citation *citations;
	size_t citation_count;
	size_t citation_room;
	bool has_ledger;             /* some source is one */
	const struct source *source; /* that is being read */
	uint32_t origin;             /* of new rows */
	size_t located;              /* bytes looked through to find lines for hints */
};

/* load_table.c */

/* Makes the table writable, with room for so many more rows. */
void table_open(struct load *load, enum table_id table, size_t more_rows);
/* DB_NO_ROW if there is none. The table must be open. */
uint32_t table_find_id(const struct table_build *table, struct str id);
/* The table that has the material, all of them open; TABLE_COUNT if none does. */
enum table_id load_find_material(const struct load *load, struct str id, uint32_t *row);
uint32_t table_add_row(struct load *load, struct table_build *table, struct str id);
void column_put(struct load *load, struct table_build *table, size_t property, size_t row,
		double value, int decimals);
double column_get(const struct table_build *table, size_t property, size_t row);
void column_note(struct load *load, struct column_build *column, struct cell_note note);
/* Sorts the notes by row; of several of a row the last one holds. */
void notes_settle(struct load *load, struct column_build *column);
const struct cell_note *column_find_note(const struct column_build *column, size_t row);
/* The number of a new text, of a list of codes. */
size_t table_add_text(struct load *load, struct table_build *table, struct str text);
size_t table_add_codes(struct load *load, struct table_build *table, struct str cell);
void table_drop_vectors(struct table_build *table, size_t row);
struct table table_finish(struct load *load, enum table_id table);

/* A text that lives as long as the database: part of a source, or copied. */
struct str load_keep(struct load *load, struct str text);
/* The items of a list joined by ';', empty ones left out. */
struct str_list load_split(struct load *load, struct str cell);

/* load_header.c */

/* Is this column of a file the one with the key? 0: no, 1: but for its spelling, 2: exactly. */
int header_fits(struct str written, const char *key);
/* Reports a column that is not known, with the nearest of the candidates. */
void header_report_unknown(struct load *load, const struct csv_cell *cell, struct str key,
			   const struct str *candidates, size_t count);

/*
 * The unit in brackets: *unit is NULL if the canonical one is meant. false: it cannot be used
 * (reported).
 */
bool header_read_unit(struct load *load, const struct csv_cell *cell, struct str written,
		      const char *key, const char *canonical, const struct unit **unit);

/* A column of a file other than a table of materials. */
struct plain_column {
	const char *key;
	const char *unit;
	bool required;
};

/* Where a plain column stands in the file. */
struct plain_place {
	size_t column;           /* SIZE_MAX: not there */
	const struct unit *unit; /* NULL: the canonical one */
};

/*
 * Finds the columns in a header row; places has one item a column. false: a required column is
 * missing, reported.
 */
bool header_map_plain(struct load *load, const struct csv_row *row,
		      const struct plain_column *columns, size_t count, struct plain_place *places);

/* load_material.c: tables of materials; load_plain.c: facts, ledger, sources */

struct material_reader;
struct plain_reader;

/* From the header row; NULL (reported) if the file cannot be used. rows: expected. */
struct material_reader *material_reader_new(struct load *load, enum table_id table,
					    const struct csv_row *header, size_t rows);
void material_reader_row(struct material_reader *reader, const struct csv_row *row);

struct plain_reader *plain_reader_new(struct load *load, struct file_type type,
				      const struct csv_row *header);
void plain_reader_row(struct plain_reader *reader, const struct csv_row *row);

/* load_number.c */

/* Its text, trimmed, as a number; false if empty or not used (reported). */
bool cell_number(struct load *load, const char *key, const struct csv_cell *cell, struct str text,
		 double *value);

/* load_cell.c */

/* false for blank rows, and (reported) for those that do not have so many cells. */
bool row_is_usable(struct load *load, const struct csv_row *row, size_t columns);
/* "it stands in line 6 already", unless finding that line would take long. */
void load_hint_line(struct load *load, const struct source *source, size_t offset);
/* Without blanks around it, which are reported. */
struct str cell_trim(struct load *load, const struct csv_cell *cell);
struct place cell_place(const struct load *load, const struct csv_cell *cell);
/* Decimals of a number as written: 2 for 1.25 and 125e-2, -3 for 1e3. */
int cell_decimals(struct str number);
/* Index of a word in a list, SIZE_MAX (reported) if it is not there. what: key of the column. */
size_t cell_word(struct load *load, const char *what, const char *const *words,
		 const struct csv_cell *cell, struct str word);
/* The cell of any property as it is kept in the database; false if empty or not used. */
bool cell_read(struct load *load, enum table_id table, size_t property, const struct unit *unit,
	       const struct csv_cell *cell, struct str text, double *value);

/* load_fact.c: resolves the collected rows against db and joins them with the base's facts. */
const struct fact *facts_finish(struct load *load, const struct db *db, size_t *count);

/* ledger_parse.c, ledger_fold.c, ledger_vector.c, ledger.c */
void ledger_parse_row(struct load *load, const struct plain_place *places,
		      const struct csv_row *row);
void citation_parse_row(struct load *load, const struct plain_place *places,
			const struct csv_row *row);
/* Kinds, intervals and competing vectors of the lines that were read. */
void ledger_fold(struct load *load);
/* The competing vectors of one material; its lines are sorted by property, then as in the file. */
void ledger_fold_vectors(struct load *load, const struct ledger_line *lines, size_t count);
/* By row, then as they were. */
void vectors_settle(struct load *load, struct table_build *build);
/* By material, property, then as they were. */
void ledger_sort(struct ledger_line *lines, size_t count, struct arena *scratch);
/* The lines read, and more (may be NULL) before them; NULL if there are none. */
const struct ledger *ledger_finish(struct load *load, const struct ledger *more);
const struct citations *citations_finish(struct load *load, const struct citations *more);

extern const struct plain_column ledger_columns[];
extern const size_t ledger_column_count;
extern const struct plain_column citation_columns[];
extern const size_t citation_column_count;

/* load_json.c */

/* What a whole-database JSON file holds, reported where it is something else; false: nothing. */
bool json_check(struct load *load, const struct json *root);
bool json_has(const struct json *root, enum file_kind kind);
/* Reads the members of these kinds of file. */
void json_read_members(struct load *load, const struct json *root,
		       bool (*wanted)(struct file_type type));

#endif
