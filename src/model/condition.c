/* SPDX-License-Identifier: MIT */
#include "model/condition.h"

#include <math.h>

#include "model/measure_leaf.h"

const struct condition_type condition_types[CONDITION_OP_COUNT] = {
    [CONDITION_IS] = {"is", CONDITION_IS, "A choice, flag or class is one of the words."},
    [CONDITION_HAS] = {"has", CONDITION_HAS, "A code starts with one of the prefixes."},
    [CONDITION_AT_LEAST] = {"at_least", CONDITION_AT_LEAST, "The measure is so much or more."},
    [CONDITION_ABOVE] = {"above", CONDITION_ABOVE, "The measure is more than that."},
    [CONDITION_AT_MOST] = {"at_most", CONDITION_AT_MOST, "The measure is so much or less."},
    [CONDITION_BELOW] = {"below", CONDITION_BELOW, "The measure is less than that."},
    [CONDITION_FACT] = {"fact", CONDITION_FACT, "A published observation says so."},
    [CONDITION_KNOWN] = {"known", CONDITION_KNOWN, "The property has a value."},
    [CONDITION_GIVEN] = {"given", CONDITION_GIVEN, "The combination has a material in that role."},
    [CONDITION_NOT] = {"not", CONDITION_NOT, "The condition inside does not hold."},
};

/* Choices, flags and classes by their cell; texts, whose words no table knows, as they stand. */
static bool is_one_of(const struct condition *condition, const struct db *db, uint32_t row,
		      double cell)
{
	const size_t property = condition->operand.property;
	const bool text = db->properties.rows[property].kind == PROP_TEXT;
	const struct str word =
	    text ? db_word(db, role_table(condition->operand.role), row, property)
		 : (struct str){NULL, 0};

	for (size_t i = 0; i < condition->word_count; i++)
		if (text ? str_equal(word, condition->words[i]) : condition->values[i] == cell)
			return true;
	return false;
}

static bool has_one_of(const struct condition *condition, struct str_list codes)
{
	for (size_t i = 0; i < codes.count; i++)
		for (size_t k = 0; k < condition->word_count; k++)
			if (str_equal(str_part(codes.at[i], 0, condition->words[k].length),
				      condition->words[k]))
				return true;
	return false;
}

/* One row's answer to IS and HAS, from its cell. */
static enum truth cell_answer(const struct condition *condition, const struct db *db, uint32_t row)
{
	enum table_id table = role_table(condition->operand.role);
	double cell;
	bool yes;

	if (row == DB_NO_ROW)
		return TRUTH_UNKNOWN;
	cell = db_cell(db, table, row, condition->operand.property);
	if (isnan(cell))
		return TRUTH_UNKNOWN;
	yes = condition->op == CONDITION_IS
		  ? is_one_of(condition, db, row, cell)
		  : has_one_of(condition, db_codes(db, table, row, condition->operand.property));
	return yes ? TRUTH_YES : TRUTH_NO;
}

/* A liquid answers yes if one of its parts does. */
static enum truth liquid_answer(const struct condition *condition,
				const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;
	enum truth answer = mixture->count ? TRUTH_NO : TRUTH_UNKNOWN;

	for (size_t i = 0; i < mixture->count; i++) {
		enum truth part = cell_answer(condition, context->db, mixture->parts[i].row);

		if (part == TRUTH_YES)
			return TRUTH_YES;
		if (part == TRUTH_UNKNOWN)
			answer = TRUTH_UNKNOWN;
	}
	return answer;
}

static enum truth word_answer(const struct condition *condition,
			      const struct measure_context *context)
{
	if (condition->operand.role == ROLE_SOLVENT)
		return liquid_answer(condition, context);
	return cell_answer(condition, context->db,
			   combo_row(context->combo, condition->operand.role));
}

const struct setting_info setting_infos[SETTING_COUNT] = {
    [SETTING_NONE] = {"", "", ""},
    [SETTING_MAX_TEMPERATURE] = {"max_temperature", "degC",
				 "The highest temperature that the process may need."},
};

/* The number to compare with; NaN for a setting that is not set. */
static double limit_of(const struct condition *condition, const struct measure_context *context)
{
	if (condition->setting == SETTING_NONE)
		return condition->limit;
	return context->settings ? context->settings[condition->setting] : DB_UNKNOWN;
}

/*
 * A property of one material is read off its cell, a measure is worked out; intervals do not count
 * here. Unknown is NaN, absent is infinity, as in a cell.
 */
static double compared_value(const struct condition *condition,
			     const struct measure_context *context)
{
	const struct measure *measure = condition->measure;
	const uint32_t row = combo_row(context->combo, measure->operand.role);
	struct measure_context strict = *context;
	struct num n;

	if (measure->op == MEASURE_VALUE && row != DB_NO_ROW)
		return db_cell(context->db, role_table(measure->operand.role), row,
			       measure->operand.property);
	strict.use_stand_ins = false;
	n = measure_num(measure, &strict);
	if (n.state == NUM_NONE)
		return DB_ABSENT;
	return num_has_value(n) ? n.value : DB_UNKNOWN;
}

bool condition_compares(enum condition_op op, double x, double limit)
{
	if (op == CONDITION_AT_LEAST)
		return x >= limit;
	if (op == CONDITION_ABOVE)
		return x > limit;
	return op == CONDITION_AT_MOST ? x <= limit : x < limit;
}

static enum truth comparison(const struct condition *condition,
			     const struct measure_context *context)
{
	const double limit = limit_of(condition, context);
	double value;

	if (isnan(limit))
		return TRUTH_NO;
	value = compared_value(condition, context);
	if (isnan(value))
		return TRUTH_UNKNOWN;
	if (isinf(value))
		return TRUTH_NO;
	return condition_compares(condition->op, value, limit) ? TRUTH_YES : TRUTH_NO;
}

static enum truth is_known(const struct condition *condition, const struct measure_context *context)
{
	struct measure_context strict = *context;
	struct num n;

	strict.use_stand_ins = false;
	n = measure_value(&condition->operand, &strict);
	return num_has_value(n) ? TRUTH_YES : TRUTH_NO;
}

static enum truth is_given(const struct condition *condition, const struct combo *combo)
{
	if (condition->operand.role == ROLE_SOLVENT)
		return combo->solvent.count ? TRUTH_YES : TRUTH_NO;
	return combo_row(combo, condition->operand.role) == DB_NO_ROW ? TRUTH_NO : TRUTH_YES;
}

enum truth truth_not(enum truth truth)
{
	if (truth == TRUTH_UNKNOWN)
		return TRUTH_UNKNOWN;
	return truth == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

static enum truth answer(const struct condition *condition, const struct measure_context *context,
			 const struct fact **witness)
{
	switch (condition->op) {
	case CONDITION_IS:
	case CONDITION_HAS:
		return word_answer(condition, context);
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		return comparison(condition, context);
	case CONDITION_FACT:
		return fact_query_holds(condition->fact, context, witness);
	case CONDITION_KNOWN:
		return is_known(condition, context);
	case CONDITION_GIVEN:
		return is_given(condition, context->combo);
	case CONDITION_NOT:
		return truth_not(condition_holds(condition->inner, context, NULL));
	case CONDITION_OP_COUNT:
		break;
	}
	return TRUTH_UNKNOWN;
}

enum truth condition_holds(const struct condition *condition, const struct measure_context *context,
			   const struct fact **witness)
{
	enum truth truth = answer(condition, context, witness);

	return truth == TRUTH_UNKNOWN && condition->closed ? TRUTH_NO : truth;
}

enum truth conditions_hold(const struct condition *conditions, size_t count,
			   const struct measure_context *context, const struct fact **witness)
{
	enum truth all = TRUTH_YES;

	for (size_t i = 0; i < count; i++) {
		enum truth one = condition_holds(&conditions[i], context, witness);

		if (one == TRUTH_NO)
			return TRUTH_NO;
		if (one == TRUTH_UNKNOWN)
			all = TRUTH_UNKNOWN;
	}
	return all;
}
