/* SPDX-License-Identifier: MIT */
/*
 * Inside the check room: rules over the rows of the tables of materials. One const table, rule_rows
 * in rules.c: what a rule reports, in which tables, which columns it needs, its function. A rule
 * asks for numbers by the key in its row, so that adding one touches one row and one function.
 *
 * A rule runs when every column that it needs is filled and nothing has been found against that
 * cell yet: one fault, one finding. '?' before a key: optional, NULL if it is not so; '!': even if
 * something has been found. A rule without needs looks at the whole row.
 */
#ifndef SLURRYSCREEN_CHECK_RULE_H
#define SLURRYSCREEN_CHECK_RULE_H

#include "base/diag.h"
#include "check/atoms.h"
#include "check/check.h"
#include "check/row.h"
#include "check/seen.h"
#include "check/slip.h"
#include "data/db.h"

enum { RULE_NEEDS_MAX = 6, RULES_MAX = 64 };

struct rule_case;
struct class_range;

struct rule {
	enum diag_id finding;
	unsigned tables; /* bits 1u << table_id */
	const char *needs[RULE_NEEDS_MAX];
	void (*test)(struct rule_case *c);
};

extern const struct rule rule_rows[];
extern const size_t rule_count;

/* Where a text stood: a file's number and an offset, or a row of the database. */
struct origin {
	bool database;
	enum table_id table;
	uint32_t row;
	uint32_t file;
	size_t offset;
};

uint64_t origin_pack(struct origin origin);
struct origin origin_unpack(uint64_t packed);

/* A line of a file now and then, so that any offset before is found quickly. */
struct line_mark {
	size_t offset;
	struct source_cursor cursor;
};

struct check_file {
	const struct source *source;
	struct file_type type;
	struct source_cursor cursor; /* at the row that is being read */
	struct line_mark *marks;
	size_t mark_count;
	size_t mark_capacity;
	size_t rows;
};

/* What is known about a whole column before its cells are judged. */
struct column_slip {
	const struct property *property;
	struct slip slip;
};

/* Everything that rules may use. */
struct check {
	const struct check_options *options;
	struct check_arenas arenas;
	struct diag_sink *sink;
	const struct db *known; /* the database that entries are compared with */
	struct prop_set properties;
	struct seen names;                      /* of the files and of `known` */
	const struct column_slip *column_slips; /* of the file that is being read */
	size_t column_slip_count;
	struct check_file *files;
	size_t file_count;
	size_t file; /* that is being read */
	size_t applied[RULES_MAX];
	struct class_range **class_ranges; /* of rules_class.c: by property, then class */
};

/* What the formula of a row says; read once, whichever rules ask. */
struct formula_reading {
	bool read;
	bool readable;
	struct atoms atoms;
	size_t stop; /* where reading stopped */
};

/* One rule on one row. */
struct rule_case {
	struct check *check;
	const struct rule *rule;
	const struct check_row *row;
	enum table_id table;
	/* The row of the database that is this very material, or DB_NO_ROW. */
	uint32_t twin;
	uint32_t class_row;                      /* of the database's classes, or DB_NO_ROW */
	struct check_cell *cell[RULE_NEEDS_MAX]; /* NULL: an optional one that is not there */
	const struct check_column *column[RULE_NEEDS_MAX];
	struct formula_reading formula;
};

/* Call it with each finding: later rules pass over that cell. */
void rule_suspect(struct rule_case *c, size_t need);

/* "hansen_d: 10 times too low: ..." with the finding reported last; nothing without a slip. */
void rule_hint_slips(struct rule_case *c, size_t need, const struct slips *slips);

/*
 * The atoms of the row's formula, in cell[need]; NULL if there is none or it cannot be read. The
 * row has one formula, so that the answer is kept.
 */
const struct atoms *rule_formula(struct rule_case *c, size_t need);

/* The hash kinds of what materials are known by; known: entries of the database, kept apart. */
enum seen_kind {
	SEEN_ID,
	SEEN_CAS,
	SEEN_NAME,
	SEEN_SMILES,
	SEEN_LINE,
	SEEN_OF_ID, /* what has stood beside an id */
	SEEN_KIND_COUNT
};
uint64_t rule_hash(enum seen_kind kind, bool known, enum table_id table, struct str text);
/* The row of the database that has it, or DB_NO_ROW. */
uint32_t rule_find_known(const struct check *check, enum seen_kind kind, enum table_id table,
			 struct str text);
/* What the database has of a property in one of its rows; missing where a model declared it. */
struct num rule_known_num(const struct check *check, enum table_id table, uint32_t row,
			  const struct property *property);
/* Puts ids, CAS numbers, names and SMILES of the database where rule_find_known() finds them. */
void rule_learn_known(struct check *check);
/* The row of the database that this row is about: by id, else CAS number, else name. */
uint32_t rule_twin(struct check *check, const struct check_row *row, enum table_id table);
const struct material *rule_known(const struct check *check, enum table_id table, uint32_t row);
/* The row of the database's classes table, or DB_NO_ROW. */
uint32_t rule_class(const struct check *check, struct str word);
/* The cell of that column, or NULL if there is none or it is empty. */
const struct check_cell *rule_identity(const struct check_row *row, enum identity what);

/* The line where it stands, for "also in line 12". */
size_t origin_line(const struct check *check, struct origin origin);

/* log10 of a vapour pressure over that from the boiling point, less what is usual for liquids. */
double rule_vapor_ratio(double pressure, double boiling);

/* Held together by hydrogen bonds, by its class; true as well where the class is not known. */
bool rule_is_associated(const struct check_cell *class_cell);

/* What is off about the whole column of a need, or NULL. */
const struct column_slip *rule_column_slip(const struct rule_case *c, size_t need);

bool rule_has_number(const struct rule_case *c, size_t need);

/* ---- the functions of the rules, by file ---- */

/* rules_identity.c */
void rule_cas_date(struct rule_case *c);
void rule_cas_format(struct rule_case *c);
void rule_cas_check_digit(struct rule_case *c);
void rule_duplicate_cas(struct rule_case *c);
void rule_duplicate_name(struct rule_case *c);
void rule_cas_other(struct rule_case *c);
void rule_name_taken(struct rule_case *c);
void rule_same_material(struct rule_case *c);
void rule_duplicate_smiles(struct rule_case *c);

/* rules_formula.c */
void rule_formula_unread(struct rule_case *c);
void rule_smiles_unread(struct rule_case *c);
void rule_smiles_formula(struct rule_case *c);
void rule_molar_mass_formula(struct rule_case *c);
void rule_class_formula(struct rule_case *c);
void rule_halogens_formula(struct rule_case *c);

/* rules_known.c */
void rule_known_value(struct rule_case *c);

/* rules_physics.c */
void rule_melting_boiling(struct rule_case *c);
void rule_flash_boiling(struct rule_case *c);
void rule_vapor_pressure_boiling(struct rule_case *c);
void rule_density_volume(struct rule_case *c);
void rule_density_formula(struct rule_case *c);

/* rules_liquid.c */
void rule_viscosity_boiling(struct rule_case *c);
void rule_permittivity_dipole(struct rule_case *c);
void rule_hansen_dipole(struct rule_case *c);

/* rules_hazard.c */
void rule_hazard_flash(struct rule_case *c);

/* rules_class.c */
void rule_hansen_calories(struct rule_case *c);
void rule_hansen_class(struct rule_case *c);
void rule_class_outlier(struct rule_case *c);

#endif
