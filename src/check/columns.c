/* SPDX-License-Identifier: MIT */
/*
 * Columns that are off as a whole: every vapour pressure 7.5 times too high because mmHg was
 * labelled kPa, every boiling point in kelvin. One value alone often cannot tell 7.5 from 10; the
 * median of a column can.
 */
#include <math.h>

#include "check/apply.h"

/* Ratios are counted in bins of 0.01 decades from -5 to 5. */
enum { BINS = 1000, MEMBERS_MIN = 5 };
static const double bin_width = 0.01;

/* The median ratio is off by more than this, and explained this well. */
static const double ratio_off = 0.35;
static const double ratio_tolerance = 0.12;

/*
 * Temperatures in degC have a lowest value below these in every list of liquids with so many rows;
 * those in kelvin never.
 */
struct floor_rule {
	const char *key;
	double floor;   /* degC */
	double ceiling; /* a lowest value above this is no slip of kelvin either */
	size_t members;
};

static const struct floor_rule floor_rules[] = {
    {"melting_point", 60.0, 273.15, 5},
    {"boiling_point", 250.0, 400.0, 8},
    {"flash_point", 180.0, 350.0, 8},
};

enum { FLOOR_RULES = sizeof floor_rules / sizeof *floor_rules };

static const char *const pressure_key = "vapor_pressure";
static const char *const boiling_key = "boiling_point";

struct survey {
	struct check *check;
	const struct check_head *head;
	size_t bins[BINS];
	size_t count;
	int pressure; /* columns */
	int boiling;
	int floors[FLOOR_RULES];
	double lowest[FLOOR_RULES];
	size_t members[FLOOR_RULES];
	struct column_slip *slips;
};

static bool on_head(void *context, const struct check_head *head)
{
	struct survey *survey = context;

	if (head->type.kind != FILE_MATERIALS || head->type.which != TABLE_SOLVENTS)
		return false;
	survey->head = head;
	survey->pressure = rows_find_column(head, pressure_key);
	survey->boiling = rows_find_column(head, boiling_key);
	for (size_t i = 0; i < FLOOR_RULES; i++)
		survey->floors[i] = rows_find_column(head, floor_rules[i].key);
	return true;
}

static double number_of(const struct check_row *row, int column)
{
	return column < 0 ? (double)NAN : row->cells[column].number;
}

static void on_row(void *context, const struct check_row *row)
{
	struct survey *survey = context;
	const double ratio =
	    rule_vapor_ratio(number_of(row, survey->pressure), number_of(row, survey->boiling));
	const double bin = floor(ratio / bin_width) + BINS / 2.0;

	if (bin >= 0.0 && bin < (double)BINS) {
		survey->bins[(size_t)bin]++;
		survey->count++;
	}
	for (size_t i = 0; i < FLOOR_RULES; i++) {
		const double value = number_of(row, survey->floors[i]);

		if (isnan(value))
			continue;
		survey->lowest[i] = fmin(survey->lowest[i], value);
		survey->members[i]++;
	}
}

static double median(const struct survey *survey)
{
	size_t below = 0;
	size_t bin = 0;

	while (bin + 1 < BINS && (below += survey->bins[bin]) * 2 < survey->count)
		bin++;
	return ((double)bin - BINS / 2.0 + 0.5) * bin_width;
}

static const struct check_column *column_of(const struct survey *survey, const char *key)
{
	for (size_t i = 0; i < survey->head->count; i++)
		if (str_is(survey->head->columns[i].key, key) && survey->head->columns[i].property)
			return &survey->head->columns[i];
	return NULL;
}

static void report(struct survey *survey, const struct check_column *column, struct slip slip)
{
	const char *const own = column->property->unit;
	const char *const looks = slip.kind == SLIP_UNIT ? slip.unit->symbol : own;
	const char *const not = slip.kind == SLIP_UNIT ? own : slip.unit ? slip.unit->symbol : own;

	survey->slips[survey->check->column_slip_count++] =
	    (struct column_slip){column->property, slip};
	if (slip.kind == SLIP_DECIMAL)
		return;
	DIAG_REPORT(survey->check->sink, COLUMN_UNIT, column->place, column->property->key, looks,
		    not );
	if (slip.kind == SLIP_UNIT)
		diag_hint(survey->check->sink, "if so, head the column %s[%s]",
			  column->property->key, slip.unit->symbol);
}

static void judge_pressures(struct survey *survey)
{
	const struct check_column *const column = column_of(survey, pressure_key);
	double off;
	struct slips slips;

	if (!column || survey->count < MEMBERS_MIN)
		return;
	off = median(survey);
	if (fabs(off) <= ratio_off)
		return;
	slips =
	    slips_find(column->property, column->unit, pow(10.0, off), 1.0, ratio_tolerance, true);
	if (slips.count > 0)
		report(survey, column, slips.at[0]);
}

static void judge_temperatures(struct survey *survey)
{
	for (size_t i = 0; i < FLOOR_RULES; i++) {
		const struct floor_rule *const rule = &floor_rules[i];
		const struct check_column *const column = column_of(survey, rule->key);
		struct slips slips;

		if (!column || survey->members[i] < rule->members ||
		    survey->lowest[i] < rule->floor || survey->lowest[i] > rule->ceiling)
			continue;
		slips = slips_find(column->property, NULL, survey->lowest[i],
				   survey->lowest[i] - 273.15, 0.5, false);
		if (slips.count > 0)
			report(survey, column, slips.at[0]);
	}
}

void columns_survey(struct check *check, const struct source *source,
		    const struct row_options *options, bool json)
{
	struct survey *survey = ARENA_NEW(check->arenas.arena, 1, struct survey);
	const struct row_visitor visitor = {on_head, on_row, survey};

	survey->check = check;
	survey->slips = ARENA_NEW(check->arenas.arena, FLOOR_RULES + 1, struct column_slip);
	for (size_t i = 0; i < FLOOR_RULES; i++)
		survey->lowest[i] = (double)INFINITY;
	check->column_slips = survey->slips;
	check->column_slip_count = 0;
	if (json)
		rows_read_json(source, options, &check->arenas, &visitor);
	else
		rows_read_csv(source, options, &check->arenas, &visitor);
	if (!survey->head)
		return;
	judge_pressures(survey);
	judge_temperatures(survey);
}
