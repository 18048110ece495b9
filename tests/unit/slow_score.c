/* SPDX-License-Identifier: MIT */
#include "slow_score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A value, or nothing: NaN. Known to be absent: infinity. */
static const double absent = HUGE_VAL;

struct view {
	const struct evaluator *evaluator;
	const struct combo *combo;
	const struct reading *reading; /* whose stand-ins may be used; NULL: none */
};

static double nothing(void)
{
	return (double)NAN;
}

static bool has(double x)
{
	return !isnan(x) && !isinf(x);
}

static double draw_line(const struct curve *curve, double x)
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

static double measure(const struct view *view, const struct measure *m);

/* ---- combinations with one part of the liquid alone ---- */

struct alone {
	struct part part;
	struct combo combo;
	struct view view;
};

static const struct view *alone(struct alone *a, const struct view *view, size_t part)
{
	a->part = (struct part){view->combo->solvent.parts[part].row, 1.0};
	a->combo = *view->combo;
	a->combo.solvent = (struct mixture){&a->part, 1};
	a->view = *view;
	a->view.combo = &a->combo;
	return &a->view;
}

static uint32_t row_of(const struct view *view, enum role role)
{
	if (role == ROLE_SE)
		return view->combo->se;
	if (role == ROLE_BINDER)
		return view->combo->binder;
	if (role == ROLE_SALT)
		return view->combo->salt;
	return view->combo->solvent.count == 1 ? view->combo->solvent.parts[0].row : DB_NO_ROW;
}

static const struct property *property_of(const struct view *view, size_t property)
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

static double mix_fourth_power(const struct view *view, const double *values)
{
	double sum = 0.0;

	for (size_t i = 0; i < view->combo->solvent.count; i++)
		sum += view->combo->solvent.parts[i].volume * pow(fmax(values[i], 0.0), 4.0);
	return pow(sum, 0.25);
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

		if (!has(cell))
			return nothing();
		moles += part->volume / cell;
		sum += part->volume / cell * values[i];
	}
	return sum / moles;
}

static double mix_extreme(const struct view *view, const double *values, double from, bool lowest)
{
	double best = absent;

	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		if (view->combo->solvent.parts[i].volume < from || values[i] == absent)
			continue;
		if (best == absent || (lowest ? values[i] < best : values[i] > best))
			best = values[i];
	}
	return best;
}

static double mixed(const struct view *view, size_t property, const double *values)
{
	const struct property *p = property_of(view, property);

	for (size_t i = 0; i < view->combo->solvent.count; i++)
		if (isnan(values[i]))
			return nothing();
	switch (p->mix) {
	case MIX_VOLUME:
		return mix_volumes(view, values);
	case MIX_POWER:
		return mix_fourth_power(view, values);
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
	return nothing();
}

/* ---- leaves ---- */

static double value(const struct view *view, const struct operand *operand)
{
	const struct db *db = view->evaluator->db;
	uint32_t row = row_of(view, operand->role);
	double cell;

	if (operand->role == ROLE_SOLVENT && view->combo->solvent.count > 1) {
		double values[MIXTURE_PARTS_MAX];

		for (size_t i = 0; i < view->combo->solvent.count; i++) {
			struct alone a;

			values[i] = value(alone(&a, view, i), operand);
		}
		return mixed(view, operand->property, values);
	}
	if (row == DB_NO_ROW)
		return nothing();
	cell = db_cell(db, role_table(operand->role), row, operand->property);
	for (size_t i = 0; isnan(cell) && view->reading && i < view->reading->stand_in_count; i++) {
		const struct stand_in *s = &view->reading->stand_ins[i];

		if (s->missing.role == operand->role && s->missing.property == operand->property) {
			cell = measure(view, s->instead);
			cell = has(cell) ? cell : nothing();
		}
	}
	return cell;
}

static bool starts(struct str code, struct str prefix)
{
	return code.length >= prefix.length && memcmp(code.at, prefix.at, prefix.length) == 0;
}

static double code_meaning(const struct code_map *map, struct str code)
{
	double found = nothing();
	size_t longest = 0;

	for (size_t i = 0; i < map->count; i++)
		if (starts(code, map->rows[i].prefix) && map->rows[i].prefix.length > longest) {
			longest = map->rows[i].prefix.length;
			found = map->rows[i].low;
		}
	return found;
}

static double worst_code(const struct view *view, const struct measure *m)
{
	const struct db *db = view->evaluator->db;
	const struct mixture *liquid = &view->combo->solvent;
	double worst = absent;

	for (size_t i = 0; i < liquid->count; i++) {
		double own = m->codes->none;
		struct str_list codes =
		    db_codes(db, TABLE_SOLVENTS, liquid->parts[i].row, m->operand.property);

		if (liquid->count > 1 &&
		    liquid->parts[i].volume < property_of(view, m->operand.property)->mix_from)
			continue;
		if (isnan(db_cell(db, TABLE_SOLVENTS, liquid->parts[i].row, m->operand.property)))
			return nothing();
		for (size_t k = 0; k < codes.count; k++) {
			double meaning = code_meaning(m->codes, codes.at[k]);

			if (isnan(meaning))
				return nothing();
			own = isnan(own) || meaning < own ? meaning : own;
		}
		worst = fmin(worst, own);
	}
	if (m->codes->worse_map && has(worst)) {
		double of = measure(view, m->codes->worse_of);

		if (!has(of) || of < m->codes->worse_below)
			worst = draw_line(m->codes->worse_map, worst);
	}
	return has(worst) ? worst : nothing();
}

static double middle_of_range(const struct view *view, const struct measure *m)
{
	uint32_t row = row_of(view, ROLE_SOLVENT);
	struct str_list codes;

	if (row == DB_NO_ROW)
		return nothing();
	codes = db_codes(view->evaluator->db, TABLE_SOLVENTS, row, m->operand.property);
	for (size_t i = 0; i < m->codes->count; i++)
		for (size_t k = 0; k < codes.count; k++)
			if (starts(codes.at[k], m->codes->rows[i].prefix))
				return (m->codes->rows[i].low + m->codes->rows[i].high) / 2.0;
	return nothing();
}

static double of_class(const struct view *view, size_t property)
{
	const struct db *db = view->evaluator->db;
	uint32_t row = row_of(view, ROLE_SOLVENT);
	double cls;

	if (row == DB_NO_ROW)
		return nothing();
	cls = db_cell(db, TABLE_SOLVENTS, row,
		      prop_find(&db->properties, TABLE_SOLVENTS, STR_LITERAL("class")));
	if (!has(cls))
		return nothing();
	cls = db_cell(db, TABLE_CLASSES, (size_t)cls, property);
	return has(cls) ? cls : nothing();
}

static double count_codes(const struct view *view, const struct operand *operand)
{
	uint32_t row = row_of(view, operand->role);

	if (row == DB_NO_ROW || isnan(db_cell(view->evaluator->db, role_table(operand->role), row,
					      operand->property)))
		return nothing();
	return (double)db_codes(view->evaluator->db, role_table(operand->role), row,
				operand->property)
	    .count;
}

/* ---- facts: all of them, every time ---- */

static bool same_liquid(const struct fact *fact, const struct mixture *liquid)
{
	size_t matched = 0;

	for (size_t i = 0; i < fact->part_count; i++)
		for (size_t k = 0; k < liquid->count; k++)
			if (fact->parts[i].row == liquid->parts[k].row &&
			    (isnan(fact->parts[i].fraction) ||
			     fabs(fact->parts[i].fraction - liquid->parts[k].volume) <= 0.05))
				matched++;
	return matched == fact->part_count && fact->part_count == liquid->count;
}

static bool asked_about(const struct view *view, const struct fact_query *query,
			const struct fact *fact)
{
	uint32_t subject = row_of(view, query->subject);

	if (!view->evaluator->options.use_measured || subject == DB_NO_ROW ||
	    fact->kind != query->kind || fact->subject_table != role_table(query->subject))
		return false;
	if (query->others ? fact->subject == subject || fact->subject == FACT_ANY
			  : fact->subject != subject)
		return false;
	return (query->grades & (1u << fact->grade)) != 0 &&
	       !(fact->temperature > query->until) && same_liquid(fact, &view->combo->solvent);
}

/* Fills heard (room for all facts) and returns how many. A lab's own rows silence the others. */
static size_t hear(const struct view *view, const struct fact_query *query,
		   const struct fact **heard)
{
	const struct db *db = view->evaluator->db;
	bool own = false;
	size_t count = 0;
	size_t kept = 0;

	for (size_t i = 0; i < db->fact_count; i++)
		if (asked_about(view, query, &db->facts[i])) {
			heard[count++] = &db->facts[i];
			own = own || db->facts[i].own;
		}
	for (size_t i = 0; i < count; i++)
		if (!own || heard[i]->own || query->others)
			heard[kept++] = heard[i];
	return kept;
}

static const struct fact **fact_room(const struct view *view)
{
	return calloc(view->evaluator->db->fact_count + 1, sizeof(const struct fact *));
}

static enum truth fact_says(const struct view *view, const struct fact_query *query)
{
	const struct fact **heard;
	size_t count;
	size_t yes = 0;
	bool once = query->grades_once == 0;
	bool against = false;

	if (!view->evaluator->options.use_measured)
		return TRUTH_UNKNOWN;
	heard = fact_room(view);
	count = hear(view, query, heard);
	for (size_t i = 0; i < count; i++) {
		bool in = (query->outcomes & (1u << heard[i]->outcome)) != 0;

		yes += in;
		once = once || (in && (query->grades_once & (1u << heard[i]->grade)) != 0);
		against = against || (query->against & (1u << heard[i]->outcome)) != 0;
	}
	free(heard);
	return yes > 0 && (!query->every || yes == count) && once && !against ? TRUTH_YES
									      : TRUTH_NO;
}

static double mean_fact_number(const struct view *view, const struct fact_query *query)
{
	const struct fact **heard = fact_room(view);
	size_t count = hear(view, query, heard);
	double sum = 0.0;
	size_t numbers = 0;

	for (size_t i = 0; i < count; i++) {
		struct str cell = heard[i]->cells[query->number];
		char text[64] = "";

		if (cell.length == 0 || cell.length >= sizeof(text))
			continue;
		memcpy(text, cell.at, cell.length);
		sum += strtod(text, NULL);
		numbers++;
	}
	free(heard);
	return numbers ? sum / (double)numbers : nothing();
}

/* ---- Hansen ---- */

static double sphere(const struct view *view, const struct measure *m, uint32_t binder)
{
	const struct db *db = view->evaluator->db;
	struct combo combo = *view->combo;
	struct view at = *view;
	double square = 0.0;
	double radius;

	combo.binder = binder;
	at.combo = &combo;
	for (int i = 0; i < 3; i++) {
		struct operand operand = {ROLE_SOLVENT, m->red->solvent[i]};
		double d = value(view, &operand) -
			   db_cell(db, TABLE_BINDERS, binder, m->red->binder[i]);

		square += (i == 0 ? 4.0 : 1.0) * d * d;
	}
	radius = measure(&at, m->args[0]);
	return has(square) && has(radius) && radius > 0.0 ? sqrt(square) / radius : nothing();
}

static double red_as_it_is(const struct view *view, const struct measure *m)
{
	const struct db *db = view->evaluator->db;
	const struct table *binders = &db->tables[TABLE_BINDERS];
	struct str_list parts;
	double worst = nothing();

	if (view->combo->binder == DB_NO_ROW || view->combo->solvent.count == 0)
		return nothing();
	worst = sphere(view, m, view->combo->binder);
	if (has(worst) || m->red->parts == SIZE_MAX)
		return worst;
	parts = db_codes(db, TABLE_BINDERS, view->combo->binder, m->red->parts);
	for (size_t i = 0; i < parts.count; i++)
		for (uint32_t row = 0; row < binders->count; row++)
			if (str_equal(binders->materials[row].id, parts.at[i])) {
				double one = sphere(view, m, row);

				if (isnan(one))
					return nothing();
				worst = isnan(worst) ? one : fmax(worst, one);
			}
	return worst;
}

static double red(const struct view *view, const struct measure *m)
{
	double all = red_as_it_is(view, m);

	if (view->combo->solvent.count < 2 || !m->red->anchor || isnan(all))
		return all;
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		double volume = view->combo->solvent.parts[i].volume;
		struct alone a;
		const struct view *end = alone(&a, view, i);
		double at_end = red_as_it_is(end, m);
		const struct fact **heard = fact_room(view);
		size_t count = hear(end, m->red->anchor, heard);
		size_t yes = 0;
		size_t no = 0;

		for (size_t k = 0; k < count; k++) {
			yes += strcmp(fact_outcome_word(heard[k]), "yes") == 0;
			no += strcmp(fact_outcome_word(heard[k]), "no") == 0;
		}
		free(heard);
		if (no && !yes && at_end < m->red->anchor_no)
			all += volume * (m->red->anchor_no - at_end);
		if (yes && !no && at_end > m->red->anchor_yes)
			all -= volume * (at_end - m->red->anchor_yes);
	}
	return all;
}

/* ---- measures ---- */

static double vapor(double boiling)
{
	const double r = 8.314462618;
	double tb = boiling + 273.15;
	double hb = tb * (36.61 + r * log(tb));
	double h25 = hb * pow((1.0 - 298.15 / (1.5 * tb)) / (1.0 - 1.0 / 1.5), 0.38);

	return has(boiling) ? 101.325 * exp(-(hb + h25) / 2.0 / r * (1.0 / 298.15 - 1.0 / tb))
			    : nothing();
}

static double no_absent(double x)
{
	return has(x) ? x : nothing();
}

static double by_op(const struct view *view, const struct measure *m)
{
	double a = nothing();
	double b = nothing();

	if (m->op == MEASURE_VALUE)
		return value(view, &m->operand);
	if (m->arg_count > 0 && m->op != MEASURE_RED && m->op != MEASURE_FIRST)
		a = no_absent(measure(view, m->args[0]));
	if (m->arg_count > 1 && m->op != MEASURE_FIRST)
		b = no_absent(measure(view, m->args[1]));
	switch (m->op) {
	case MEASURE_NUMBER:
		return m->number;
	case MEASURE_PRODUCT:
		for (size_t i = 1; i < m->arg_count; i++)
			a *= no_absent(measure(view, m->args[i]));
		return a;
	case MEASURE_RATIO:
		return b != 0.0 ? a / b : nothing();
	case MEASURE_DIFFERENCE:
		return a - b;
	case MEASURE_LOG10:
		return a > 0.0 ? log10(a) : nothing();
	case MEASURE_HYPOT:
		return sqrt(a * a + b * b);
	case MEASURE_COUNT:
		return count_codes(view, &m->operand);
	case MEASURE_CURVE:
		return isnan(a) ? a : draw_line(m->curve, a);
	case MEASURE_LINEAR:
		return a * m->factor + m->offset;
	case MEASURE_FIRST:
		for (size_t i = 0; i < m->arg_count; i++)
			if (!m->args[i]->in_sample || view->evaluator->options.use_in_sample) {
				a = measure(view, m->args[i]);
				if (has(a))
					return a;
			}
		return nothing();
	case MEASURE_RED:
		return red(view, m);
	case MEASURE_WORST:
		return worst_code(view, m);
	case MEASURE_RANGES:
		return middle_of_range(view, m);
	case MEASURE_CLASS:
		return of_class(view, m->operand.property);
	case MEASURE_VAPOR:
		return vapor(a);
	case MEASURE_FACT:
		return mean_fact_number(view, m->fact);
	case MEASURE_VALUE:
	case MEASURE_OP_COUNT:
		break;
	}
	return nothing();
}

static double measure(const struct view *view, const struct measure *m)
{
	double values[MIXTURE_PARTS_MAX];

	if (m->mix != MEASURE_MIX_POWER || view->combo->solvent.count < 2)
		return by_op(view, m);
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		struct alone a;

		values[i] = by_op(alone(&a, view, i), m);
		if (!has(values[i]))
			return nothing();
	}
	return mix_fourth_power(view, values);
}

/* ---- conditions ---- */

static enum truth cell_says(const struct view *view, const struct condition *c, uint32_t row)
{
	enum table_id table = role_table(c->operand.role);
	double cell;
	struct str_list codes;

	if (row == DB_NO_ROW)
		return TRUTH_UNKNOWN;
	cell = db_cell(view->evaluator->db, table, row, c->operand.property);
	if (isnan(cell))
		return TRUTH_UNKNOWN;
	for (size_t i = 0; c->op == CONDITION_IS && i < c->word_count; i++)
		if (cell == c->values[i])
			return TRUTH_YES;
	codes = db_codes(view->evaluator->db, table, row, c->operand.property);
	for (size_t i = 0; c->op == CONDITION_HAS && i < codes.count; i++)
		for (size_t k = 0; k < c->word_count; k++)
			if (starts(codes.at[i], c->words[k]))
				return TRUTH_YES;
	return TRUTH_NO;
}

static enum truth words_say(const struct view *view, const struct condition *c)
{
	enum truth all = TRUTH_NO;

	if (c->operand.role != ROLE_SOLVENT)
		return cell_says(view, c, row_of(view, c->operand.role));
	if (view->combo->solvent.count == 0)
		return TRUTH_UNKNOWN;
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		enum truth one = cell_says(view, c, view->combo->solvent.parts[i].row);

		if (one == TRUTH_YES)
			return TRUTH_YES;
		all = one == TRUTH_UNKNOWN ? one : all;
	}
	return all;
}

static enum truth compare(const struct view *view, const struct condition *c)
{
	struct view strict = *view;
	double x;
	bool yes;

	strict.reading = NULL;
	x = measure(&strict, c->measure);
	if (isnan(x))
		return TRUTH_UNKNOWN;
	if (x == absent)
		return TRUTH_NO;
	yes = (c->op == CONDITION_AT_LEAST && x >= c->limit) ||
	      (c->op == CONDITION_ABOVE && x > c->limit) ||
	      (c->op == CONDITION_AT_MOST && x <= c->limit) ||
	      (c->op == CONDITION_BELOW && x < c->limit);
	return yes ? TRUTH_YES : TRUTH_NO;
}

static enum truth holds(const struct view *view, const struct condition *c)
{
	struct view strict = *view;
	enum truth truth = TRUTH_UNKNOWN;

	strict.reading = NULL;
	if (c->op == CONDITION_NOT) {
		enum truth inner = holds(view, c->inner);

		truth = inner == TRUTH_UNKNOWN ? inner : inner == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
	} else if (c->op == CONDITION_GIVEN)
		truth = (c->operand.role == ROLE_SOLVENT ? view->combo->solvent.count > 0
							 : row_of(view, c->operand.role) != DB_NO_ROW)
			    ? TRUTH_YES
			    : TRUTH_NO;
	else if (c->op == CONDITION_KNOWN)
		truth = has(value(&strict, &c->operand)) ? TRUTH_YES : TRUTH_NO;
	else if (c->op == CONDITION_FACT)
		truth = fact_says(view, c->fact);
	else if (c->op == CONDITION_IS || c->op == CONDITION_HAS)
		truth = words_say(view, c);
	else
		truth = compare(view, c);
	return truth == TRUTH_UNKNOWN && c->closed ? TRUTH_NO : truth;
}

static enum truth all_hold(const struct view *view, const struct condition_list *list)
{
	enum truth all = TRUTH_YES;

	for (size_t i = 0; i < list->count; i++) {
		enum truth one = holds(view, &list->at[i]);

		if (one == TRUTH_NO)
			return one;
		all = one == TRUTH_UNKNOWN ? one : all;
	}
	return all;
}

static enum truth any_list(const struct view *view, const struct gate *gate)
{
	enum truth any = TRUTH_NO;

	for (size_t i = 0; i < gate->any_count; i++) {
		enum truth one = all_hold(view, &gate->any[i]);

		if (one == TRUTH_YES)
			return one;
		any = one == TRUTH_UNKNOWN ? one : any;
	}
	return any;
}

static enum truth gate_says(const struct view *view, const struct gate *gate)
{
	enum truth any = TRUTH_NO;

	if (!gate->each_part || view->combo->solvent.count < 2)
		return any_list(view, gate);
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		struct alone a;
		enum truth one;

		if (view->combo->solvent.parts[i].volume < gate->from)
			continue;
		one = any_list(alone(&a, view, i), gate);
		if (one == TRUTH_YES)
			return one;
		any = one == TRUTH_UNKNOWN ? one : any;
	}
	return any;
}

/* ---- terms, criteria, total ---- */

static double within(double d)
{
	return d < 0.0 ? 0.0 : d > 1.0 ? 1.0 : d;
}

static double desirability(struct view view, const struct reading *reading)
{
	double x;

	view.reading = view.evaluator->options.missing == MISSING_WORST ? NULL : reading;
	for (size_t i = 0; i < reading->case_count; i++) {
		enum truth one = all_hold(&view, &reading->cases[i].when);

		if (one == TRUTH_YES)
			return reading->cases[i].value;
		if (one == TRUTH_UNKNOWN)
			return nothing();
	}
	if (reading->case_count)
		return nothing();
	x = measure(&view, reading->measure);
	if (x == absent)
		return reading->none;
	if (isnan(x))
		return x;
	for (size_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].cell == x)
			return reading->words[i].value;
	if (reading->word_count)
		return nothing();
	return within(reading->curve ? draw_line(reading->curve, x) : x);
}

static double read_all(const struct view *view, const struct term *term)
{
	double d = desirability(*view, &term->reading);

	for (size_t i = 0; isnan(d) && i < term->instead_count &&
			   view->evaluator->options.missing != MISSING_WORST;
	     i++)
		d = desirability(*view, &term->instead[i]);
	return d;
}

static double term_value(const struct view *view, const struct term *term)
{
	double d;
	double cap;

	if (term->mix == TERM_MIX_MEASURE || view->combo->solvent.count < 2)
		d = read_all(view, term);
	else {
		double share = 0.0;

		d = term->mix == TERM_MIX_WORST ? 1.0 : 0.0;
		for (size_t i = 0; i < view->combo->solvent.count; i++) {
			double volume = view->combo->solvent.parts[i].volume;
			struct alone a;
			double one;

			if (volume < term->mix_from)
				continue;
			one = read_all(alone(&a, view, i), term);
			share += volume;
			if (isnan(one) || isnan(d))
				d = nothing();
			else
				d = term->mix == TERM_MIX_WORST ? fmin(d, one) : d + volume * one;
		}
		d = term->mix == TERM_MIX_WORST ? d : d / share;
	}
	if (isnan(d))
		d = view->evaluator->options.missing == MISSING_WORST  ? 0.0
		    : view->evaluator->options.missing == MISSING_BEST ? 1.0
								       : term->missing;
	if (!term->cap)
		return d;
	cap = measure(view, term->cap);
	if (has(cap))
		return fmin(d, cap);
	if (view->evaluator->options.missing != MISSING_WORST)
		return d;
	cap = 0.0;
	for (size_t i = 0; term->cap->curve && i < term->cap->curve->count; i++)
		cap = i == 0 ? term->cap->curve->points[0].y
			     : fmin(cap, term->cap->curve->points[i].y);
	return fmin(d, cap);
}

static double rule_value(const struct view *view, const struct criterion *c)
{
	const struct model *model = view->evaluator->model;
	double product = 1.0;
	double sum = 0.0;
	double lowest = absent;
	double weights = 0.0;

	for (size_t i = 0; i < c->term_count; i++) {
		const struct term *term = &model->terms[c->first_term + i];

		if (term->weight > 0.0 && all_hold(view, &term->when) != TRUTH_NO)
			weights += term->weight;
	}
	for (size_t i = 0; i < c->term_count; i++) {
		const struct term *term = &model->terms[c->first_term + i];
		double d;

		if (term->weight <= 0.0 || all_hold(view, &term->when) == TRUTH_NO)
			continue;
		d = term_value(view, term);
		product *= pow(d, term->weight / weights);
		sum += d * term->weight / weights;
		lowest = fmin(lowest, d);
	}
	if (weights <= 0.0)
		return nothing();
	return c->combine == COMBINE_GEOMETRIC ? product : c->combine == COMBINE_ARITHMETIC ? sum : lowest;
}

struct rows {
	double product;
	double weight;
	size_t count;
};

static double row_value(const struct measured *rule, const struct fact *fact)
{
	char text[64] = "";
	struct str cell = {NULL, 0};

	if (rule->curve && rule->number != SIZE_MAX)
		cell = fact->cells[rule->number];
	if (cell.length && cell.length < sizeof(text)) {
		memcpy(text, cell.at, cell.length);
		return draw_line(rule->curve, strtod(text, NULL));
	}
	return rule->outcome_values[fact->outcome];
}

static struct rows rows_of(const struct view *view, const struct measured *rule)
{
	const struct fact **heard = fact_room(view);
	size_t count = hear(view, &rule->query, heard);
	struct rows rows = {1.0, 0.0, 0};

	for (size_t tier = 0; rows.count == 0 && tier < (rule->tier_count ? rule->tier_count : 1);
	     tier++)
		for (size_t i = 0; i < count; i++) {
			double d = row_value(rule, heard[i]);

			if (rule->tier_count && (rule->tiers[tier] & (1u << heard[i]->grade)) == 0)
				continue;
			if (isnan(d))
				continue;
			rows.product *= d;
			rows.weight = fmax(rows.weight, rule->grade_weights[heard[i]->grade]);
			rows.count++;
		}
	free(heard);
	return rows;
}

static double with_rows(const struct view *view, const struct criterion *c, double rule)
{
	const struct measured *measured = c->measured;
	struct rows rows = {1.0, 0.0, 0};

	if (measured)
		rows = rows_of(view, measured);
	for (size_t i = 0; measured && rows.count == 0 && view->combo->solvent.count > 1 &&
			   !isnan(measured->part_value) && i < view->combo->solvent.count;
	     i++) {
		struct alone a;
		struct rows part;

		if (view->combo->solvent.parts[i].volume < measured->part_from)
			continue;
		part = rows_of(alone(&a, view, i), measured);
		if (part.count && part.product >= pow(measured->part_value, (double)part.count)) {
			rows = part;
			rows.product = pow(measured->part_value, (double)part.count);
		}
	}
	if (rows.count == 0 || rows.weight <= 0.0)
		return rule;
	return pow(rule, 1.0 - rows.weight) *
	       pow(pow(rows.product, 1.0 / (double)rows.count), rows.weight);
}

static double billionth(double x)
{
	return round(x * 1e9) / 1e9;
}

struct slow_result slow_score(const struct evaluator *evaluator, const struct combo *combo)
{
	const struct model *model = evaluator->model;
	struct view view = {evaluator, combo, NULL};
	struct slow_result result = {.rejected = false};
	double weights = 0.0;
	double product = 1.0;
	double limit = 100.0;
	double factor = 1.0;

	for (size_t i = 0; i < model->gate_count; i++) {
		enum truth truth = gate_says(&view, &model->gates[i]);
		bool counts = truth == TRUTH_YES || (truth == TRUTH_UNKNOWN &&
						     evaluator->options.missing == MISSING_WORST);

		if (model->gates[i].verdict == GATE_REJECT)
			result.rejected = result.rejected || truth == TRUTH_YES;
		else if (counts)
			factor = fmin(factor, model->gates[i].factor);
	}
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *c = &model->criteria[i];
		double rule = rule_value(&view, c);

		result.criteria[i] = nothing();
		if (isnan(rule) || c->weight <= 0.0 || (c->needs_salt && combo->salt == DB_NO_ROW))
			continue;
		result.criteria[i] = billionth(with_rows(&view, c, rule));
		weights += c->weight;
	}
	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *c = &model->criteria[i];

		if (isnan(result.criteria[i]))
			continue;
		product *= pow(fmax(result.criteria[i], model->floor), c->weight / weights);
		if (c->limit)
			limit = fmin(limit, draw_line(c->limit, result.criteria[i]));
	}
	result.score = weights > 0.0 ? billionth(fmin(factor * 100.0 * product, limit)) : 0.0;
	return result;
}
