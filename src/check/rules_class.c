/* SPDX-License-Identifier: MIT */
/* Numbers against what the functional class is known for; whole Hansen triples in other units. */
#include <math.h>

#include "check/rule.h"

/*
 * How far one Hansen parameter may lie outside the range of its class: farther than any of the
 * published members lies from the others of its class, bar a few that the ledger waives.
 */
struct margin {
	double plain; /* MPa^0.5 */
	double slip;  /* enough if another unit or decimal point brings it back */
};

static const struct margin margins[3] = {{3.0, 1.5}, {7.5, 3.0}, {7.5, 3.0}};

/* Below this share of the lowest member, and back among them ten times higher: a decimal slip. */
static const double slip_share = 0.4;

/* One parameter alone in another unit is unlikely: whole triples are looked at elsewhere. */
static void keep_decimal_slips(struct slips *slips)
{
	size_t kept = 0;

	for (size_t i = 0; i < slips->count; i++)
		if (slips->at[i].kind == SLIP_DECIMAL)
			slips->at[kept++] = slips->at[i];
	slips->count = kept;
}

/* A range from fewer members than these tells little. */
enum { MEMBERS_MIN = 3 };

struct range {
	double low;
	double high;
	size_t members;
};

/* The two lowest and the two highest of a class, so that any one member can be left out. */
struct class_range {
	double low[2];
	double high[2];
	uint32_t lowest; /* rows of the database */
	uint32_t highest;
	size_t members;
};

static void take_member(struct class_range *range, uint32_t row, double value)
{
	range->members++;
	if (value < range->low[0]) {
		range->low[1] = range->low[0];
		range->low[0] = value;
		range->lowest = row;
	} else if (value < range->low[1]) {
		range->low[1] = value;
	}
	if (value > range->high[0]) {
		range->high[1] = range->high[0];
		range->high[0] = value;
		range->highest = row;
	} else if (value > range->high[1]) {
		range->high[1] = value;
	}
}

/* The class of a solvent of the database; DB_NO_ROW if it has none. */
static uint32_t class_of(const struct db *known, uint32_t row)
{
	const size_t property = prop_find(&known->properties, TABLE_SOLVENTS, STR_LITERAL("class"));
	const double class_row = db_cell(known, TABLE_SOLVENTS, row, property);

	return isfinite(class_row) ? (uint32_t)class_row : DB_NO_ROW;
}

static struct class_range *survey_classes(const struct check *check, size_t property)
{
	const struct db *const known = check->known;
	const size_t count = known->tables[TABLE_CLASSES].count;
	struct class_range *ranges = ARENA_NEW(check->arenas.arena, count, struct class_range);

	for (size_t i = 0; i < count; i++)
		ranges[i] = (struct class_range){{(double)INFINITY, (double)INFINITY},
						 {-(double)INFINITY, -(double)INFINITY},
						 DB_NO_ROW,
						 DB_NO_ROW,
						 0};
	for (uint32_t row = 0; row < known->tables[TABLE_SOLVENTS].count; row++) {
		const double value = db_cell(known, TABLE_SOLVENTS, row, property);
		const uint32_t class_row = class_of(known, row);

		if (isfinite(value) && class_row != DB_NO_ROW)
			take_member(&ranges[class_row], row, value);
	}
	return ranges;
}

static const struct class_range *class_range(struct check *check, size_t property, uint32_t row)
{
	if (!check->class_ranges)
		check->class_ranges =
		    ARENA_NEW(check->arenas.arena, check->properties.count, struct class_range *);
	if (!check->class_ranges[property])
		check->class_ranges[property] = survey_classes(check, property);
	return &check->class_ranges[property][row];
}

/* Of the members of a class in the database, but for the material itself. */
static struct range range_of_others(const struct rule_case *c, size_t property)
{
	const struct class_range *const all = class_range(c->check, property, c->class_row);
	const bool is_member =
	    c->twin != DB_NO_ROW && class_of(c->check->known, c->twin) == c->class_row &&
	    isfinite(db_cell(c->check->known, TABLE_SOLVENTS, c->twin, property));

	return (struct range){all->low[is_member && all->lowest == c->twin],
			      all->high[is_member && all->highest == c->twin],
			      all->members - is_member};
}

void rule_hansen_class(struct rule_case *c)
{
	const struct property *const property = c->column[0]->property;
	struct margin margin;
	struct slips slips;
	struct range range;
	double outside;
	bool small;

	if (c->class_row == DB_NO_ROW || !rule_has_number(c, 0))
		return;
	range = range_of_others(c, (size_t)(property - c->check->properties.rows));
	if (range.members < MEMBERS_MIN)
		return;
	margin = margins[property->axis];
	outside = fmax(range.low - c->cell[0]->number, c->cell[0]->number - range.high);
	small = c->cell[0]->number < slip_share * range.low;
	/* Most cells: no need to look for a slip. */
	if (outside <= fmin(margin.slip, margin.plain) && !small)
		return;
	slips = slips_into(property, c->column[0]->unit, c->cell[0]->number, range.low - 0.5,
			   range.high + 0.5);
	keep_decimal_slips(&slips);
	if (outside <= (slips.count > 0 ? margin.slip : margin.plain) &&
	    !(small && slips.count > 0))
		return;
	DIAG_REPORT(c->check->sink, HANSEN_OUTLIER, c->cell[0]->place, property->label,
		    c->cell[0]->number, "others of its class have", range.low, range.high);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}

/*
 * Donor numbers and permittivities: so many widths outside the class's range, and back in it in
 * another unit or with the decimal point elsewhere. Without such a reason far values are real: the
 * permittivity of formamide is three times that of other amides.
 */
static const double widths_outside = 1.0;
static const double width_least = 0.1; /* of the middle */

static struct num class_number(const struct rule_case *c, uint32_t class_row)
{
	const size_t property =
	    prop_find(&c->check->known->properties, TABLE_CLASSES, c->column[0]->key);

	if (property == SIZE_MAX)
		return num_missing();
	return db_num(c->check->known, TABLE_CLASSES, class_row, property);
}

void rule_class_outlier(struct rule_case *c)
{
	const uint32_t class_row = c->class_row;
	struct slips slips;
	struct num typical;
	double outside;
	double width;

	if (class_row == DB_NO_ROW || !rule_has_number(c, 0))
		return;
	typical = class_number(c, class_row);
	if (!num_has_value(typical))
		return;
	width = fmax(typical.high - typical.low, width_least * fabs(typical.value) + 0.5);
	outside = fmax(typical.low - c->cell[0]->number, c->cell[0]->number - typical.high);
	if (outside <= widths_outside * width) /* most cells: no need to look for a slip */
		return;
	slips = slips_into(c->column[0]->property, c->column[0]->unit, c->cell[0]->number,
			   typical.low - width / 2, typical.high + width / 2);
	if (slips.count == 0)
		return;
	DIAG_REPORT(c->check->sink, CLASS_OUTLIER, c->cell[0]->place, c->column[0]->property->label,
		    c->cell[0]->number, STR_ARGS(c->cell[1]->text), typical.low, typical.high);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}

/* Dispersion parameters of organic liquids and polymers lie in here, MPa^0.5. */
static const double dispersion_low = 12.0;
static const double dispersion_high = 22.5;

/* The database has about this value, so there is nothing wrong with it. */
static bool is_as_known(const struct rule_case *c, size_t need)
{
	const struct num known =
	    rule_known_num(c->check, c->table, c->twin, c->column[need]->property);

	return num_has_value(known) &&
	       fabs(c->cell[need]->number - known.value) <= known.high - known.low;
}

/*
 * A dispersion parameter that is low, and right once multiplied by 2.05: the triple is in
 * cal^0.5 cm^-1.5. Its other parts are too, but only the dispersion part shows it.
 */
void rule_hansen_calories(struct rule_case *c)
{
	struct slips slips;

	if (isnan(c->cell[0]->number) || c->cell[0]->number >= dispersion_low - 1.0)
		return;
	slips = slips_into(c->column[0]->property, c->column[0]->unit, c->cell[0]->number,
			   dispersion_low, dispersion_high);
	while (slips.count > 0 && slips.at[slips.count - 1].kind == SLIP_DECIMAL)
		slips.count--;
	if (slips.count == 0 || slips.at[0].kind == SLIP_DECIMAL)
		return;
	for (size_t i = 0; i < 3; i++) {
		if (!c->cell[i] || isnan(c->cell[i]->number) || !(c->cell[i]->number > 0.0) ||
		    c->cell[i]->suspect || is_as_known(c, i))
			continue;
		DIAG_REPORT(c->check->sink, HANSEN_OUTLIER, c->cell[i]->place,
			    c->column[i]->property->label, c->cell[i]->number,
			    "a whole triple in MPa^0.5 would have for dD", dispersion_low,
			    dispersion_high);
		diag_hint(c->check->sink, "the triple looks like %s, times %.4f",
			  slips.at[0].unit->symbol, slips.at[0].unit->factor);
		c->cell[i]->suspect = true;
	}
}
