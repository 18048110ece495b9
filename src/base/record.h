/* SPDX-License-Identifier: MIT */
/*
 * Records: what commands produce and formats consume. A record type is a const list of fields; a
 * row is any pointer that the fields' getters understand. A format sees fields and rows and nothing
 * else, so formats and records add up instead of multiplying.
 */
#ifndef SLURRYSCREEN_BASE_RECORD_H
#define SLURRYSCREEN_BASE_RECORD_H

#include "base/arena.h"
#include "base/num.h"
#include "base/str.h"
#include "base/watcher.h"

enum value_kind {
	VALUE_NULL,
	VALUE_TEXT,
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_NUM,    /* a number with interval and state: {value, low, high, state} for machines */
	VALUE_RECORD, /* another record */
	VALUE_LIST,
};

struct record_type;

struct value {
	enum value_kind kind;
	bool flag;
	double number;
	struct num num;
	struct str text;
	const struct record_type *type; /* VALUE_RECORD */
	const void *row;
	const struct value *items; /* VALUE_LIST: texts, numbers or records */
	size_t count;
};

/* Where a field appears. */
enum {
	FIELD_MACHINE = 1, /* csv, tsv, json, jsonl, xlsx, schemas */
	FIELD_PEOPLE = 2,  /* table, markdown, html */
	FIELD_FLAT = 4,    /* only where a row is flat (csv, tsv, xlsx): json has it in a record */
	FIELD_PAGE = 8,    /* html alone: what a page needs to compute the same itself */
};

/* How people see it. */
enum field_show {
	SHOW_PLAIN,
	SHOW_WRAP,    /* a text that goes on in further lines of its column instead of being cut */
	SHOW_SCORE,   /* VALUE_NUM as "78  61-85"; a VALUE_NUMBER of machines from 0 to 100 */
	SHOW_BAR,     /* VALUE_NUM in [0, 1] as a small bar, marked if inferred or missing */
	SHOW_VERDICT, /* a word with the colour of its meaning */
	SHOW_RANK,    /* a whole number, right; empty if null */
	SHOW_PERCENT, /* a share in [0, 1] as "64%" */
	SHOW_MARK,    /* VALUE_FLAG as '*' in a column of its own without a head; blank if false */
};

/* Priorities from here on: nice to have, go before the texts of other columns are cut. */
enum { PRIORITY_EXTRA = 50 };

struct field {
	const char *key;         /* snake_case, in machine formats */
	const char *label;       /* heads */
	const char *short_label; /* heads in narrow tables; NULL: label */
	const char *unit;        /* "" for none */
	enum value_kind kind;
	int digits; /* decimals for people; -1: shortest text */
	unsigned where;
	enum field_show show;
	int priority; /* people: higher numbers go first when the width is short; 0 stays */
	/*
	 * Flattening: a record's fields become KEY_field columns; a field named "id" or "value" is
	 * just KEY; a VALUE_NUM becomes KEY, KEY_low, KEY_high and KEY_state. inline_flat: the
	 * sub-record's keys stand alone, without this key, unless one of the keys that a sub-field
	 * gives is taken: material "salt" and criterion "salt" become salt and criteria_salt.
	 */
	bool inline_flat;
	const struct record_type *type; /* of VALUE_RECORD, and of records in a VALUE_LIST */
	const char *doc;                /* one sentence, for schemas and reference pages */
	struct value (*get)(const struct field *field, const void *row, struct arena *arena);
	const void *context; /* for generic getters */
	size_t index;        /* for generic getters */
};

struct record_type {
	const char *key; /* "ranking-row" */
	const char *doc;
	const struct field *fields;
	size_t count;
};

struct value value_null(void);
struct value value_text(struct str text);
struct value value_word(const char *terminated); /* NULL: null */
struct value value_number(double number);        /* NaN: null */
struct value value_flag(bool flag);
struct value value_num(struct num num);
struct value value_record(const struct record_type *type, const void *row);
struct value value_list(const struct value *items, size_t count);

/* The value of a field in a row. */
struct value field_get(const struct field *field, const void *row, struct arena *arena);

/* A command line for people to paste: label, then line, broken only where a shell reads on. */
struct report_command {
	const char *label; /* with the blanks after it */
	struct str line;
};

/*
 * How the rows make a matrix: a line for each text of one field, a column for each of another, in
 * the cells a number. Keys of flat columns for machines.
 */
struct pivot {
	const char *line;       /* machines */
	const char *line_shown; /* people */
	const char *column;
	const char *cell;
	const char *counts; /* where this one is null there is no number: people see a mark */
	const char *mark;
	int digits;              /* for people */
	const struct str *notes; /* people: instead of the report's */
	size_t note_count;
};

/* A table of rows of one type, with what stands around it. */
struct report {
	const char *format;   /* "slurryscreen-ranking/1" */
	const char *rows_key; /* JSON key of the rows: "results" */
	const struct record_type *type;
	const void *const *rows;
	size_t row_count;
	struct value head;       /* a record or null: program, command, model, database */
	const struct str *title; /* people: lines above the table */
	size_t title_count;
	/*
	 * People: lines under the table; one may be empty. What is too long hangs under the text
	 * after the last run of two or more blanks.
	 */
	const struct str *notes;
	size_t note_count;
	const struct report_command *commands; /* people: under the notes */
	size_t command_count;
	size_t rule_before; /* people: a line before this row (rejected ones); SIZE_MAX none */
	/*
	 * The same contents as several tables, each with lines and rows of its own, for formats
	 * that show more than one (table, markdown, json); the others take the rows. A part has no
	 * head and no parts. People see only its lines if none of its fields is for them.
	 */
	const struct report *parts;
	size_t part_count;
	const struct pivot *pivot; /* NULL: no matrix can be made of the rows */
	const char *apart; /* key of the field that says why rows from there on stand apart */
	/* Tables that go with it where a format takes everything along, such as the sources. */
	const struct report *annexes;
	size_t annex_count;
	struct watcher watcher; /* of the rows, while they are written */
};

#endif
