/* SPDX-License-Identifier: MIT */
/*
 * Numbers against those of the same material in the database. Sources differ, so a difference alone
 * says little; a number that is the database's in another unit, or with the decimal point
 * elsewhere, is a slip.
 */
#include <math.h>

#include "base/number.h"
#include "check/rule.h"

/* How near the corrected number must come: these many typical uncertainties, or this share. */
static const double near_spreads = 1.0;
static const double near_relative = 0.03;
/* How far off the number must be before a slip is thought of. */
static const double far_spreads = 2.5;
static const double far_relative = 0.3;
/* A temperature is far off from here, kelvin: Fahrenheit and Celsius cross at -40 degrees. */
static const double far_temperature = 12.0;

static double spread_of(struct num n)
{
	const double spread = (n.high - n.low) / 2.0;

	return isfinite(spread) ? spread : 0.0;
}

static bool is_temperature(const struct property *property)
{
	return str_is(str_from(property->unit), "degC");
}

/* A slip that gives the very digits of the database needs less distance. */
static const double exact_relative = 0.005;
static const double exact_spreads = 0.8;

static bool is_far(const struct property *property, double value, struct num known, double spreads)
{
	const double apart = fabs(value - known.value);

	if (is_temperature(property))
		return apart > far_temperature;
	return apart > spreads * spread_of(known) && apart > far_relative * fabs(known.value);
}

static double near_enough(const struct property *property, struct num known)
{
	const double spread = near_spreads * spread_of(known);

	if (is_temperature(property))
		return spread > 1.5 ? spread : 1.5;
	return fmax(fmin(spread, 0.1 * fabs(known.value)), near_relative * fabs(known.value));
}

static void report(struct rule_case *c, size_t column, struct num known, const struct slips *slips)
{
	const struct check_column *const head = &c->row->head->columns[column];
	struct check_cell *const cell = &c->row->cells[column];
	char digits[NUMBER_TEXT_MAX];
	struct text theirs;
	struct text hint;

	text_init(&theirs, c->check->arenas.row);
	text_add(&theirs, number_write(digits, known.value));
	if (*head->property->unit)
		text_addf(&theirs, " %s", head->property->unit);
	DIAG_REPORT(c->check->sink, KNOWN_VALUE, cell->place, head->property->key,
		    STR_ARGS(cell->text), theirs.at,
		    STR_ARGS(rule_known(c->check, c->table, c->twin)->id));
	text_init(&hint, c->check->arenas.row);
	slips_describe(slips, head->property, cell->number, &hint);
	diag_hint(c->check->sink, "%s", hint.at);
	cell->suspect = true;
}

static void compare(struct rule_case *c, size_t column)
{
	const struct check_column *const head = &c->row->head->columns[column];
	const struct check_cell *const cell = &c->row->cells[column];
	struct slips slips;
	struct num known;

	if (cell->state != CELL_NUMBER || cell->suspect || !head->property)
		return;
	known = rule_known_num(c->check, c->table, c->twin, head->property);
	if (!num_has_value(known) || !is_far(head->property, cell->number, known, exact_spreads))
		return;
	slips = slips_find(head->property, head->unit, cell->number, known.value,
			   is_far(head->property, cell->number, known, far_spreads)
			       ? near_enough(head->property, known)
			       : exact_relative * fabs(known.value),
			   false);
	if (slips.count > 0)
		report(c, column, known, &slips);
}

void rule_known_value(struct rule_case *c)
{
	if (c->twin == DB_NO_ROW)
		return;
	for (size_t i = 0; i < c->row->head->count; i++)
		compare(c, i);
}
