/* SPDX-License-Identifier: MIT */
#include "data/prop.h"

#include <math.h>
#include <stdint.h>

const struct table_info table_infos[TABLE_COUNT] = {
    [TABLE_SOLVENTS] = {"solvents", "solvent", "solvent", "id", NUM_UNCITED,
			"Liquids to cast from, and their properties at 25 degC."},
    [TABLE_BINDERS] = {"binders", "binder", "binder", "id", NUM_UNCITED,
		       "Polymers that hold the particles of the sheet together."},
    [TABLE_ELECTROLYTES] = {"electrolytes", "electrolyte", "se", "id", NUM_UNCITED,
			    "Sulfide solid electrolytes."},
    [TABLE_SALTS] = {"salts", "salt", "salt", "id", NUM_UNCITED,
		     "Lithium salts that go into the binder."},
    [TABLE_CLASSES] = {"classes", "class", "class", "class", NUM_JUDGEMENT,
		       "Functional classes with the values typical of their members."},
};

const struct identity_info identity_infos[IDENTITY_COUNT] = {
    [IDENTITY_ID] = {"id", "id", "Short name without blanks, unique over all tables."},
    [IDENTITY_NAME] = {"name", "name", "Name for people; the id where it is empty."},
    [IDENTITY_ALIASES] = {"aliases", "also called", "Other names, joined by semicolons."},
    [IDENTITY_CAS] = {"cas", "CAS number", "Registry number of the Chemical Abstracts Service."},
    [IDENTITY_FORMULA] = {"formula", "formula", "Sum formula, elements in any order."},
};

enum table_id table_find(struct str word)
{
	int table = 0;

	for (; table < TABLE_COUNT; table++) {
		const struct table_info *info = &table_infos[table];

		if (str_is(word, info->key) || str_is(word, info->singular) ||
		    str_is(word, info->role))
			break;
	}
	return (enum table_id)table;
}

bool prop_in_table(const struct property *property, enum table_id table)
{
	return (property->tables >> table & 1u) != 0;
}

size_t prop_find(const struct prop_set *set, enum table_id table, struct str key)
{
	for (size_t i = 0; i < set->count; i++)
		if (prop_in_table(&set->rows[i], table) && str_is(key, set->rows[i].key))
			return i;
	return SIZE_MAX;
}

size_t prop_word(const struct property *property, struct str word)
{
	for (size_t i = 0; property->words && property->words[i]; i++)
		if (str_is(word, property->words[i]))
			return i;
	return SIZE_MAX;
}

static bool is_given(const struct prop_spread *spread)
{
	return spread->absolute > 0 || spread->relative > 0 || spread->decades > 0;
}

/* What holds for the kind, or what holds for all. */
static const struct prop_spread *spread_for(const struct property *property, enum num_kind kind)
{
	if ((kind == NUM_ESTIMATED || kind == NUM_JUDGEMENT) && is_given(&property->estimated))
		return &property->estimated;
	if (kind == NUM_UNCITED && is_given(&property->uncited))
		return &property->uncited;
	return &property->typical;
}

struct num prop_typical(const struct property *property, double value, enum num_kind kind)
{
	const struct prop_spread *spread = spread_for(property, kind);
	const double reach = fmax(spread->absolute, spread->relative * fabs(value));
	double low = value - reach;
	double high = value + reach;

	if (spread->decades > 0 && value > 0) {
		low = fmin(low, value * pow(10, -spread->decades));
		high = fmax(high, value * pow(10, spread->decades));
	}
	return num_between(value, fmax(low, property->hard_low), fmin(high, property->hard_high),
			   kind);
}
