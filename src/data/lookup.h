/* SPDX-License-Identifier: MIT */
/*
 * Names that people type to rows of the database.
 *
 * The whole argument is looked up first: id, name, alias, CAS; electrolytes and salts also by
 * formula; case, subscripts, dashes and blanks folded (str_fold_name). Only a miss is split: at
 * ';', then at commas keeping the longest names, because 28 solvents have a comma in their name.
 * An ambiguous name gives all its candidates; an exact id beats any alias.
 */
#ifndef SLURRYSCREEN_DATA_LOOKUP_H
#define SLURRYSCREEN_DATA_LOOKUP_H

#include "base/arena.h"
#include "base/str.h"
#include "data/db.h"

struct material_ref {
	enum table_id table;
	uint32_t row;
};

enum lookup_status { LOOKUP_OK, LOOKUP_UNKNOWN, LOOKUP_AMBIGUOUS };

struct lookup_result {
	enum lookup_status status;
	const struct material_ref *found; /* LOOKUP_OK: in the order typed; AMBIGUOUS: candidates */
	size_t count;
	struct str word;       /* the part that is unknown or ambiguous */
	struct str suggestion; /* LOOKUP_UNKNOWN: the nearest name, or empty */
};

struct lookup; /* the index over one database */

/* Lives in arena. tables: bits of the tables whose names it knows. */
const struct lookup *lookup_build(const struct db *db, unsigned tables, struct arena *arena);

/* For messages. */
struct str lookup_id(const struct lookup *lookup, struct material_ref ref);

/* One name, among the tables given by bits. */
struct lookup_result lookup_one(const struct lookup *lookup, unsigned tables, struct str name,
				struct arena *arena);

/* A list of names. */
struct lookup_result lookup_list(const struct lookup *lookup, unsigned tables, struct str names,
				 struct arena *arena);

/*
 * A solvent or a blend, a:b=80:20 or a:b:c=1:1:2, volume parts; `wt%` after the numbers for mass.
 * fractions are NaN when the text gives none. Lookup status as above; LOOKUP_UNKNOWN with an empty
 * word: the fractions are malformed, or there are more than MIXTURE_PARTS_MAX names.
 */
struct blend_text {
	struct lookup_result names;
	const double *fractions; /* sum to 1 */
	bool by_mass;
	bool too_many; /* names */
};
struct blend_text lookup_blend(const struct lookup *lookup, struct str text, struct arena *arena);

#endif
