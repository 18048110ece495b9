/* SPDX-License-Identifier: MIT */
/*
 * Tables of materials and their properties: what exists, in which unit, within which range.
 *
 * One const row a property. Parsing, range checks, listing, help, schemas and mixing are generic
 * code over these rows; no other C code names a property, except as a string in a table of its own.
 * A model file may declare further numeric properties; they become rows of a struct prop_set.
 */
#ifndef SLURRYSCREEN_DATA_PROP_H
#define SLURRYSCREEN_DATA_PROP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/num.h"
#include "base/str.h"

enum table_id {
	TABLE_SOLVENTS,
	TABLE_BINDERS,
	TABLE_ELECTROLYTES,
	TABLE_SALTS,
	TABLE_CLASSES, /* functional classes: typical values where nothing is published */
	TABLE_COUNT
};

struct table_info {
	const char *key;      /* "solvents": file name, JSON key, list argument */
	const char *singular; /* "solvent" */
	const char *role;     /* "solvent", "binder", "se", "salt", "class": as in model files */
	const char *id_key;   /* the column that names a row: "id", "class" */
	enum num_kind kind;   /* of a filled cell for which the ledger has no line */
	const char *doc;
};

extern const struct table_info table_infos[TABLE_COUNT];

/* What a table says about a material besides its properties. Classes have an id only. */
enum identity {
	IDENTITY_ID,
	IDENTITY_NAME,
	IDENTITY_ALIASES,
	IDENTITY_CAS,
	IDENTITY_FORMULA,
	IDENTITY_COUNT
};

struct identity_info {
	const char *key; /* of the column */
	const char *label;
	const char *doc;
};

extern const struct identity_info identity_infos[IDENTITY_COUNT];

/* TABLE_COUNT if there is no such key, singular or role. */
enum table_id table_find(struct str word);

enum prop_kind {
	PROP_NUMBER,
	PROP_TEXT,
	PROP_CHOICE, /* one of words */
	PROP_FLAG,   /* yes or no */
	PROP_CODES,  /* a list of short codes joined by ';' */
	PROP_CLASS,  /* a row of the classes table */
};

/* How a property of a mixture follows from its parts (volume fractions before mixing, ideal). */
enum prop_mix {
	MIX_NONE,    /* a mixture has none of its own */
	MIX_VOLUME,  /* mean over volume fractions */
	MIX_MOLE,    /* mean over mole fractions */
	MIX_POWER,   /* power mean over volume fractions, exponent mix_exponent */
	MIX_RAOULT,  /* mean over mole fractions, +- mix_decades in log10 */
	MIX_LOWEST,  /* the lowest of the parts from mix_from that have one */
	MIX_HIGHEST, /* the highest of the parts from mix_from */
	MIX_UNION,   /* codes of all parts from mix_from; a flag is yes if one part's is */
};

/* Typical uncertainty: the widest of the three; decades is in log10 units. */
struct prop_spread {
	double absolute;
	double relative;
	double decades;
};

struct property {
	const char *key;
	const char *label; /* for table heads: "donor number" */
	const char *unit;  /* canonical, as in unit.h; "" for none */
	enum prop_kind kind;
	unsigned tables; /* bit 1u << table_id */
	double hard_low; /* outside is an error */
	double hard_high;
	double usual_low; /* outside is a warning */
	double usual_high;
	int digits;                   /* decimals shown to people */
	struct prop_spread typical;   /* where the ledger gives no interval */
	struct prop_spread estimated; /* all zero: as typical */
	struct prop_spread uncited;   /* all zero: as typical */
	enum prop_mix mix;
	double mix_exponent;
	double mix_decades;
	double mix_from;    /* volume fraction from which a part counts */
	const char *mix_by; /* key of the molar volume, for mole fractions */
	const char *group;  /* "hansen" for hansen_d, hansen_p, hansen_h: one vector */
	int axis;           /* place in the group, 0 to 2 */
	const char *const
	    *words;      /* PROP_CHOICE: the words, weakest first, NULL ends; also open codes */
	const char *doc; /* one sentence: the definition */
	const char *reference; /* where it is defined; "" if nothing needs a reference */
};

extern const struct property properties[];
extern const size_t property_count;

/* The built-in properties and those that a model declares. */
struct prop_set {
	const struct property *rows;
	size_t count;
};

/* A property of a table by key, or SIZE_MAX. */
size_t prop_find(const struct prop_set *set, enum table_id table, struct str key);
bool prop_in_table(const struct property *property, enum table_id table);

/* Index of a word of a choice, or SIZE_MAX. */
size_t prop_word(const struct property *property, struct str word);

/*
 * The interval of value when only its kind is known, clipped to the hard range. Estimated and
 * judgement take the estimated spread, uncited its own, where the property has them.
 */
struct num prop_typical(const struct property *property, double value, enum num_kind kind);

#endif
