/* SPDX-License-Identifier: MIT */
#include "engine/filter.h"

#include <math.h>

#include "model/measure_leaf.h"

static bool number_passes(const struct filter *filter, double x)
{
	switch (filter->op) {
	case FILTER_EQUAL:
		return x == filter->number;
	case FILTER_UNEQUAL:
		return x != filter->number;
	case FILTER_LESS:
		return x < filter->number;
	case FILTER_AT_MOST:
		return x <= filter->number;
	case FILTER_MORE:
		return x > filter->number;
	case FILTER_AT_LEAST:
		return x >= filter->number;
	case FILTER_HAS:
		break;
	}
	return false;
}

static bool word_passes(const struct filter *filter, struct str word)
{
	bool equal = str_equal_fold(word, filter->word);

	if (filter->op == FILTER_HAS)
		return str_contains(word, filter->word);
	return filter->op == FILTER_UNEQUAL ? !equal : equal;
}

static bool codes_pass(const struct filter *filter, struct str_list codes)
{
	bool found = false;

	for (size_t i = 0; i < codes.count && !found; i++)
		found = filter->op == FILTER_HAS
			    ? str_equal_fold(str_part(codes.at[i], 0, filter->word.length),
					     filter->word)
			    : str_equal_fold(codes.at[i], filter->word);
	return filter->op == FILTER_UNEQUAL ? !found : found;
}

/* Absent: infinitely harmless on the high side, no code, no word. */
static bool absent_passes(const struct filter *filter)
{
	return filter->op == FILTER_AT_LEAST || filter->op == FILTER_MORE ||
	       filter->op == FILTER_UNEQUAL ||
	       (filter->op == FILTER_EQUAL && str_is(filter->word, "none"));
}

static bool row_passes(const struct db *db, const struct filter *filter, uint32_t row, double cell)
{
	enum table_id table = role_table(filter->role);
	const struct property *property = &db->properties.rows[filter->property];

	if (isinf(cell))
		return absent_passes(filter);
	switch (property->kind) {
	case PROP_NUMBER:
		return number_passes(filter, cell);
	case PROP_CODES:
		return codes_pass(filter, db_codes(db, table, row, filter->property));
	case PROP_TEXT:
	case PROP_CHOICE:
	case PROP_FLAG:
	case PROP_CLASS:
		return word_passes(filter, db_word(db, table, row, filter->property));
	}
	return false;
}

/* A liquid of several parts: its mixed number; words and codes of every part. */
static enum filter_answer mixture_passes(const struct db *db, const struct filter *filter,
					 const struct combo *combo)
{
	const struct property *property = &db->properties.rows[filter->property];

	if (property->kind == PROP_NUMBER) {
		struct num n = mixture_num(db, &combo->solvent, filter->property);

		if (n.state == NUM_NONE)
			return absent_passes(filter) ? FILTER_IN : FILTER_OUT;
		if (!num_has_value(n))
			return FILTER_UNKNOWN;
		return number_passes(filter, n.value) ? FILTER_IN : FILTER_OUT;
	}
	for (size_t i = 0; i < combo->solvent.count; i++) {
		uint32_t row = combo->solvent.parts[i].row;
		double cell = db_cell(db, TABLE_SOLVENTS, row, filter->property);

		if (isnan(cell))
			return FILTER_UNKNOWN;
		if (!row_passes(db, filter, row, cell))
			return FILTER_OUT;
	}
	return FILTER_IN;
}

static enum filter_answer filter_passes(const struct db *db, const struct filter *filter,
					const struct combo *combo)
{
	uint32_t row = combo_row(combo, filter->role);
	double cell;

	if (filter->role == ROLE_SOLVENT && combo->solvent.count == 0)
		return FILTER_IN; /* no liquid: nothing to test */
	if (filter->role == ROLE_SOLVENT && combo->solvent.count > 1)
		return mixture_passes(db, filter, combo);
	if (row == DB_NO_ROW)
		return FILTER_UNKNOWN;
	cell = db_cell(db, role_table(filter->role), row, filter->property);
	if (isnan(cell))
		return FILTER_UNKNOWN;
	return row_passes(db, filter, row, cell) ? FILTER_IN : FILTER_OUT;
}

enum filter_answer filters_pass(const struct db *db, const struct filter *filters, size_t count,
				enum role role, const struct combo *combo)
{
	enum filter_answer all = FILTER_IN;

	for (size_t i = 0; i < count; i++) {
		enum filter_answer one;

		if (filters[i].role != role)
			continue;
		one = filter_passes(db, &filters[i], combo);
		if (one == FILTER_OUT)
			return FILTER_OUT;
		if (one == FILTER_UNKNOWN)
			all = FILTER_UNKNOWN;
	}
	return all;
}
