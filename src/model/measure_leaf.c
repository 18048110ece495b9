/* SPDX-License-Identifier: MIT */
#include "model/measure_leaf.h"

#include <assert.h>
#include <math.h>

const struct measure_context *one_part_context(struct one_part *one,
					       const struct measure_context *context, size_t part)
{
	one->part = context->combo->solvent.parts[part];
	one->part.volume = 1.0;
	one->combo = *context->combo;
	one->combo.solvent.parts = &one->part;
	one->combo.solvent.count = 1;
	one->context = *context;
	one->context.combo = &one->combo;
	return &one->context;
}

uint32_t combo_row(const struct combo *combo, enum role role)
{
	switch (role) {
	case ROLE_SE:
		return combo->se;
	case ROLE_BINDER:
		return combo->binder;
	case ROLE_SALT:
		return combo->salt;
	case ROLE_SOLVENT:
		return combo->solvent.count == 1 ? combo->solvent.parts[0].row : DB_NO_ROW;
	case ROLE_COUNT:
		break;
	}
	return DB_NO_ROW;
}

static bool same_operand(const struct operand *a, const struct operand *b)
{
	return a->role == b->role && a->property == b->property;
}

static struct num stand_in_for(const struct operand *operand, const struct measure_context *context)
{
	for (size_t i = 0; context->use_stand_ins && i < context->stand_in_count; i++) {
		const struct stand_in *candidate = &context->stand_ins[i];
		struct num n;

		if (!same_operand(&candidate->missing, operand))
			continue;
		n = measure_num(candidate->instead, context);
		if (num_has_value(n))
			return num_as_inferred(n);
	}
	return num_missing();
}

static struct num mixed_value(const struct operand *operand, const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;
	struct num parts[MIXTURE_PARTS_MAX];

	assert(mixture->count <= MIXTURE_PARTS_MAX);
	for (size_t i = 0; i < mixture->count; i++) {
		struct one_part one;

		parts[i] = measure_value(operand, one_part_context(&one, context, i));
	}
	return mixture_mix(context->db, mixture, operand->property, parts);
}

struct num measure_value(const struct operand *operand, const struct measure_context *context)
{
	uint32_t row = combo_row(context->combo, operand->role);
	struct num n;

	if (operand->role == ROLE_SOLVENT && context->combo->solvent.count > 1)
		return mixed_value(operand, context);
	if (row == DB_NO_ROW)
		return num_missing();
	n = db_num(context->db, role_table(operand->role), row, operand->property);
	return n.state == NUM_MISSING ? stand_in_for(operand, context) : n;
}

struct num measure_count(const struct operand *operand, const struct measure_context *context)
{
	enum table_id table = role_table(operand->role);
	uint32_t row = combo_row(context->combo, operand->role);
	double cell;

	if (row == DB_NO_ROW)
		return num_missing();
	cell = db_cell(context->db, table, row, operand->property);
	if (isnan(cell))
		return num_missing();
	return num_exact((double)db_codes(context->db, table, row, operand->property).count,
			 db_kind(context->db, table, row, operand->property));
}

/* The property of solvents that names their functional class; SIZE_MAX if there is none. */
static size_t class_property(const struct db *db)
{
	for (size_t i = 0; i < db->properties.count; i++)
		if (db->properties.rows[i].kind == PROP_CLASS)
			return i;
	return SIZE_MAX;
}

struct num measure_class(const struct operand *operand, const struct measure_context *context)
{
	const struct db *db = context->db;
	uint32_t row = combo_row(context->combo, ROLE_SOLVENT);
	size_t property = class_property(db);
	double cell;

	if (row == DB_NO_ROW || property == SIZE_MAX)
		return num_missing();
	cell = db_cell(db, TABLE_SOLVENTS, row, property);
	if (!isfinite(cell))
		return num_missing();
	return db_num(db, TABLE_CLASSES, (size_t)cell, operand->property);
}

/* The row of a map whose prefix fits the code best, or NULL. */
static const struct code_value *code_lookup(const struct code_map *map, struct str code)
{
	const struct code_value *best = NULL;

	for (size_t i = 0; i < map->count; i++) {
		const struct code_value *row = &map->rows[i];

		if (str_equal(str_part(code, 0, row->prefix.length), row->prefix) &&
		    (!best || row->prefix.length > best->prefix.length))
			best = row;
	}
	return best;
}

/* The lowest value of a row's codes; NaN if unknown or if the map lacks a code. */
static double worst_of_row(const struct measure *measure, const struct measure_context *context,
			   uint32_t row)
{
	enum table_id table = role_table(measure->operand.role);
	double cell = db_cell(context->db, table, row, measure->operand.property);
	struct str_list codes = db_codes(context->db, table, row, measure->operand.property);
	double worst = measure->codes->none;

	if (isnan(cell))
		return cell;
	for (size_t i = 0; i < codes.count; i++) {
		const struct code_value *found = code_lookup(measure->codes, codes.at[i]);

		if (!found)
			return DB_UNKNOWN;
		worst = isnan(worst) || found->low < worst ? found->low : worst;
	}
	return worst;
}

/* The next lower step below x, or x if it is the lowest. */
static double one_step_worse(const struct code_map *map, double x)
{
	for (size_t i = 0; i < map->step_count; i++)
		if (map->steps[i] < x)
			return map->steps[i];
	return x;
}

/* Volatile liquids count one step worse; an unknown boiling point counts as volatile. */
static struct num volatile_worse(const struct code_map *map, struct num n,
				 const struct measure_context *context)
{
	struct num of = measure_num(map->worse_of, context);
	bool known = num_has_value(of);

	if (!known)
		n.state = num_worse_state(n.state, NUM_INFERRED);
	if (!known || of.value < map->worse_below)
		n.value = curve_at(map->worse_map, n.value);
	if (!known || of.low < map->worse_below)
		n.low = curve_at(map->worse_map, n.low);
	if (known && of.high < map->worse_below)
		n.high = curve_at(map->worse_map, n.high);
	return n;
}

struct num measure_worst(const struct measure *measure, const struct measure_context *context)
{
	enum table_id table = role_table(measure->operand.role);
	const struct property *property = &context->db->properties.rows[measure->operand.property];
	const struct mixture *mixture = &context->combo->solvent;
	bool liquid = measure->operand.role == ROLE_SOLVENT;
	struct num n = num_exact((double)INFINITY, NUM_MEASURED);

	for (size_t i = 0; i < (liquid ? mixture->count : 1); i++) {
		uint32_t row = liquid ? mixture->parts[i].row
				      : combo_row(context->combo, measure->operand.role);
		double worst;

		if (liquid && mixture->count > 1 && mixture->parts[i].volume < property->mix_from)
			continue;
		worst = row == DB_NO_ROW ? DB_UNKNOWN : worst_of_row(measure, context, row);
		if (isnan(worst))
			return num_missing();
		n.value = fmin(n.value, worst);
		n.kind = num_weaker_kind(
		    n.kind, db_kind(context->db, table, row, measure->operand.property));
	}
	if (isinf(n.value))
		return num_missing();
	n.high = n.value;
	n.low = one_step_worse(measure->codes, n.value);
	return measure->codes->worse_map ? volatile_worse(measure->codes, n, context) : n;
}

struct num measure_ranges(const struct measure *measure, const struct measure_context *context)
{
	enum table_id table = role_table(measure->operand.role);
	uint32_t row = combo_row(context->combo, measure->operand.role);
	struct str_list codes;

	if (row == DB_NO_ROW)
		return num_missing();
	codes = db_codes(context->db, table, row, measure->operand.property);
	for (size_t i = 0; i < measure->codes->count; i++) {
		const struct code_value *range = &measure->codes->rows[i];

		for (size_t k = 0; k < codes.count; k++)
			if (str_equal(str_part(codes.at[k], 0, range->prefix.length),
				      range->prefix))
				return num_between(0.5 * (range->low + range->high), range->low,
						   range->high, NUM_ESTIMATED);
	}
	return num_missing();
}
