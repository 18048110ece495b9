/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "slow_view.h"

double slow_nothing(void)
{
	return (double)NAN;
}

bool slow_has(double x)
{
	return !isnan(x) && !isinf(x);
}

double slow_draw_line(const struct curve *curve, double x)
{
	const struct curve_point *p = curve->points;

	if (x <= p[0].x)
		return p[0].y;
	for (size_t i = 1; i < curve->count; i++)
		if (x <= p[i].x)
			return p[i - 1].y +
			       (x - p[i - 1].x) / (p[i].x - p[i - 1].x) * (p[i].y - p[i - 1].y);
	return p[curve->count - 1].y;
}

/* ---- combinations with one part of the liquid alone ---- */

const struct view *slow_alone(struct alone *a, const struct view *view, size_t part)
{
	a->part = (struct part){view->combo->solvent.parts[part].row, 1.0};
	a->combo = *view->combo;
	a->combo.solvent = (struct mixture){&a->part, 1};
	a->view = *view;
	a->view.combo = &a->combo;
	return &a->view;
}

uint32_t slow_row_of(const struct view *view, enum role role)
{
	if (role == ROLE_SE)
		return view->combo->se;
	if (role == ROLE_BINDER)
		return view->combo->binder;
	if (role == ROLE_SALT)
		return view->combo->salt;
	return view->combo->solvent.count == 1 ? view->combo->solvent.parts[0].row : DB_NO_ROW;
}

const struct property *slow_property_of(const struct view *view, size_t property)
{
	return &view->evaluator->db->properties.rows[property];
}

/* ---- mixing ---- */

static double mix_volumes(const struct view *view, const double *values)
{
	double sum = 0.0;

	for (size_t i = 0; i < view->combo->solvent.count; i++)
		sum += view->combo->solvent.parts[i].volume * values[i];
	return sum;
}

/* (sum of volume * x^exponent)^(1/exponent). */
double slow_mix_power(const struct view *view, const double *values, double exponent)
{
	double sum = 0.0;

	for (size_t i = 0; i < view->combo->solvent.count; i++)
		sum += view->combo->solvent.parts[i].volume * pow(fmax(values[i], 0.0), exponent);
	return pow(sum, 1.0 / exponent);
}

static double mix_moles(const struct view *view, const double *values, const char *volume_key)
{
	const struct db *db = view->evaluator->db;
	size_t volume = prop_find(&db->properties, TABLE_SOLVENTS, str_from(volume_key));
	double moles = 0.0;
	double sum = 0.0;

	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		const struct part *part = &view->combo->solvent.parts[i];
		double cell = db_cell(db, TABLE_SOLVENTS, part->row, volume);

		if (!slow_has(cell))
			return slow_nothing();
		moles += part->volume / cell;
		sum += part->volume / cell * values[i];
	}
	return sum / moles;
}

static double mix_extreme(const struct view *view, const double *values, double from, bool lowest)
{
	double best = slow_absent;

	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		if (view->combo->solvent.parts[i].volume < from || values[i] == slow_absent)
			continue;
		if (best == slow_absent || (lowest ? values[i] < best : values[i] > best))
			best = values[i];
	}
	return best;
}

double slow_mixed(const struct view *view, size_t property, const double *values)
{
	const struct property *p = slow_property_of(view, property);

	/* A part that does not count need not be known. */
	for (size_t i = 0; i < view->combo->solvent.count; i++)
		if (isnan(values[i]) && view->combo->solvent.parts[i].volume >= p->mix_from)
			return slow_nothing();
	switch (p->mix) {
	case MIX_VOLUME:
		return mix_volumes(view, values);
	case MIX_POWER:
		return slow_mix_power(view, values, p->mix_exponent);
	case MIX_MOLE:
	case MIX_RAOULT:
		return mix_moles(view, values, p->mix_by);
	case MIX_LOWEST:
	case MIX_HIGHEST:
		return mix_extreme(view, values, p->mix_from, p->mix == MIX_LOWEST);
	case MIX_NONE:
	case MIX_UNION:
		break;
	}
	return slow_nothing();
}

/* ---- leaves ---- */

double slow_value(const struct view *view, const struct operand *operand)
{
	const struct db *db = view->evaluator->db;
	uint32_t row = slow_row_of(view, operand->role);
	double cell;

	if (operand->role == ROLE_SOLVENT && view->combo->solvent.count > 1) {
		double values[MIXTURE_PARTS_MAX];

		for (size_t i = 0; i < view->combo->solvent.count; i++) {
			struct alone a;

			values[i] = slow_value(slow_alone(&a, view, i), operand);
		}
		return slow_mixed(view, operand->property, values);
	}
	if (row == DB_NO_ROW)
		return slow_nothing();
	cell = db_cell(db, role_table(operand->role), row, operand->property);
	for (size_t i = 0; isnan(cell) && view->reading && i < view->reading->stand_in_count; i++) {
		const struct stand_in *s = &view->reading->stand_ins[i];

		if (s->missing.role == operand->role && s->missing.property == operand->property) {
			cell = slow_measure(view, s->instead);
			cell = slow_has(cell) ? cell : slow_nothing();
		}
	}
	return cell;
}

bool slow_starts(struct str code, struct str prefix)
{
	return code.length >= prefix.length && memcmp(code.at, prefix.at, prefix.length) == 0;
}

static double code_meaning(const struct code_map *map, struct str code)
{
	double found = slow_nothing();
	size_t longest = 0;

	for (size_t i = 0; i < map->count; i++)
		if (slow_starts(code, map->rows[i].prefix) &&
		    map->rows[i].prefix.length > longest) {
			longest = map->rows[i].prefix.length;
			found = map->rows[i].low;
		}
	return found;
}

double slow_worst_code(const struct view *view, const struct measure *m)
{
	const struct db *db = view->evaluator->db;
	const struct mixture *liquid = &view->combo->solvent;
	double worst = slow_absent;

	for (size_t i = 0; i < liquid->count; i++) {
		double own = m->codes->none;
		struct str_list codes =
		    db_codes(db, TABLE_SOLVENTS, liquid->parts[i].row, m->operand.property);

		if (liquid->count > 1 &&
		    liquid->parts[i].volume < slow_property_of(view, m->operand.property)->mix_from)
			continue;
		if (isnan(db_cell(db, TABLE_SOLVENTS, liquid->parts[i].row, m->operand.property)))
			return slow_nothing();
		for (size_t k = 0; k < codes.count; k++) {
			double meaning = code_meaning(m->codes, codes.at[k]);

			if (isnan(meaning))
				return slow_nothing();
			own = isnan(own) || meaning < own ? meaning : own;
		}
		worst = fmin(worst, own);
	}
	if (m->codes->worse_map && slow_has(worst)) {
		double of = slow_measure(view, m->codes->worse_of);

		if (!slow_has(of) || of < m->codes->worse_below)
			worst = slow_draw_line(m->codes->worse_map, worst);
	}
	return slow_has(worst) ? worst : slow_nothing();
}

double slow_middle_of_range(const struct view *view, const struct measure *m)
{
	uint32_t row = slow_row_of(view, ROLE_SOLVENT);
	struct str_list codes;

	if (row == DB_NO_ROW)
		return slow_nothing();
	codes = db_codes(view->evaluator->db, TABLE_SOLVENTS, row, m->operand.property);
	for (size_t i = 0; i < m->codes->count; i++)
		for (size_t k = 0; k < codes.count; k++)
			if (slow_starts(codes.at[k], m->codes->rows[i].prefix))
				return (m->codes->rows[i].low + m->codes->rows[i].high) / 2.0;
	return slow_nothing();
}

double slow_of_class(const struct view *view, size_t property)
{
	const struct db *db = view->evaluator->db;
	uint32_t row = slow_row_of(view, ROLE_SOLVENT);
	double cls;

	if (row == DB_NO_ROW)
		return slow_nothing();
	cls = db_cell(db, TABLE_SOLVENTS, row,
		      prop_find(&db->properties, TABLE_SOLVENTS, STR_LITERAL("class")));
	if (!slow_has(cls))
		return slow_nothing();
	cls = db_cell(db, TABLE_CLASSES, (size_t)cls, property);
	return slow_has(cls) ? cls : slow_nothing();
}

double slow_count_codes(const struct view *view, const struct operand *operand)
{
	uint32_t row = slow_row_of(view, operand->role);

	if (row == DB_NO_ROW ||
	    isnan(db_cell(view->evaluator->db, role_table(operand->role), row, operand->property)))
		return slow_nothing();
	return (double)db_codes(view->evaluator->db, role_table(operand->role), row,
				operand->property)
	    .count;
}
