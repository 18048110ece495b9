/* SPDX-License-Identifier: MIT */
/*
 * Inside the check room: the rows of a table as rules see them. Each cell has its place, its text
 * without the blanks around it and, for numeric properties, its number in the canonical unit.
 * The loader has reported what it could not read; here that is only "no number".
 */
#ifndef SLURRYSCREEN_CHECK_ROW_H
#define SLURRYSCREEN_CHECK_ROW_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/load.h"
#include "data/prop.h"
#include "data/unit.h"
#include "read/csv.h"

enum cell_state {
	CELL_EMPTY, /* nothing there, or no such cell in this row */
	CELL_NONE,  /* the word none */
	CELL_TEXT,  /* of a property that is no number, or of a column that is no property */
	CELL_NUMBER,
	CELL_BAD, /* no number where one should be, or outside the hard range */
};

struct check_cell {
	struct str text; /* trimmed */
	struct place place;
	enum cell_state state;
	double number;  /* CELL_NUMBER, and CELL_BAD for what is outside the hard range; else NaN */
	double written; /* the same before conversion */
	bool suspect;   /* a finding is about it already: rules that need it are passed over */
};

struct check_column {
	struct str key; /* without the unit */
	struct place place;
	const struct property *property; /* NULL if the column is none of the table's */
	const struct unit *unit;         /* in the head; NULL: none, or unknown */
};

struct check_head {
	const struct source *source;
	struct file_type type;
	const struct check_column *columns;
	size_t count;
	int identity[IDENTITY_COUNT]; /* columns; -1: not there */
	int source_column;
};

struct check_row {
	const struct check_head *head;
	struct check_cell *cells; /* one a column */
	struct place place;       /* of the whole row */
	size_t number;            /* from 1 */
};

struct row_options {
	const char *table; /* key, or NULL: recognise */
	char separator;    /* 0: find out */
	bool decimal_comma;
	const struct prop_set *properties;
};

struct row_visitor {
	/* false: leave this table out. The head lives in the reader's arena. */
	bool (*head)(void *context, const struct check_head *head);
	void (*row)(void *context, const struct check_row *row);
	void *context;
};

struct check_arenas {
	struct arena *arena;   /* lives as long as the caller wants the results */
	struct arena *scratch; /* for the duration of reading one file */
	struct arena *row;     /* cleared after each row */
};

/* The first byte that is no blank opens an object or a list. */
bool row_looks_like_json(struct str text);

/* ',' unless the first line has more ';' or tabs outside quotes. */
char row_separator(struct str text);

/* A CSV file; what csv_read() reports has been reported by the loader and is dropped here. */
void rows_read_csv(const struct source *source, const struct row_options *options,
		   const struct check_arenas *arenas, const struct row_visitor *visitor);

/* The tables of a whole-database JSON file, one after the other. */
void rows_read_json(const struct source *source, const struct row_options *options,
		    const struct check_arenas *arenas, const struct row_visitor *visitor);

/*
 * A column by its head, "boiling_point[K]". The key is as the loader reads it: case, blanks and
 * dashes do not matter. Its text lives in arena.
 */
struct check_column row_read_head(struct arena *arena, struct str head, struct place place);

/* The header row of a CSV file; lives in arena. */
const struct check_head *rows_read_head(const struct source *source, const struct csv_row *row,
					const struct row_options *options, struct arena *arena);
/* Finds the property of each column, for a table of materials, and the columns of the head. */
void rows_bind_head(struct check_head *head, struct check_column *columns,
		    const struct prop_set *set);
/* The column of that key, or -1. */
int rows_find_column(const struct check_head *head, const char *key);

/* Sets state and number of a cell whose text is set. */
void row_read_cell(struct check_cell *cell, const struct check_column *column, bool decimal_comma);

/* The key of a table of materials, facts, the ledger or the sources; NULL for FILE_UNKNOWN. */
const char *row_type_word(struct file_type type);

#endif
