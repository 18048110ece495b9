/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "slow_view.h"

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
	uint32_t subject = slow_row_of(view, query->subject);

	if (!view->evaluator->options.use_measured || subject == DB_NO_ROW ||
	    fact->kind != query->kind || fact->subject_table != role_table(query->subject))
		return false;
	if (query->others ? fact->subject == subject || fact->subject == FACT_ANY
			  : fact->subject != subject)
		return false;
	return (query->grades & (1u << fact->grade)) != 0 && !(fact->temperature > query->until) &&
	       same_liquid(fact, &view->combo->solvent);
}

/* Fills heard (room for all facts) and returns how many. A lab's own rows silence the others. */
size_t slow_hear(const struct view *view, const struct fact_query *query, const struct fact **heard)
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

const struct fact **slow_fact_room(const struct view *view)
{
	return calloc(view->evaluator->db->fact_count + 1, sizeof(const struct fact *));
}

enum truth slow_fact_says(const struct view *view, const struct fact_query *query)
{
	const struct fact **heard;
	size_t count;
	size_t yes = 0;
	bool once = query->grades_once == 0;
	bool against = false;

	if (!view->evaluator->options.use_measured)
		return TRUTH_UNKNOWN;
	heard = slow_fact_room(view);
	count = slow_hear(view, query, heard);
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

double slow_mean_fact_number(const struct view *view, const struct fact_query *query)
{
	const struct fact **heard = slow_fact_room(view);
	size_t count = slow_hear(view, query, heard);
	double sum = 0.0;
	size_t numbers = 0;

	for (size_t i = 0; i < count; i++) {
		struct str cell = heard[i]->cells[query->number];
		char text[64] = "";

		if (cell.length == 0 || cell.length >= sizeof(text) ||
		    (query->outcomes & (1u << heard[i]->outcome)) == 0)
			continue;
		memcpy(text, cell.at, cell.length);
		if ((query->outcomes & (1u << heard[i]->outcome)) == 0)
			continue;
		sum += query->geometric ? log(strtod(text, NULL)) : strtod(text, NULL);
		numbers++;
	}
	free(heard);
	if (numbers == 0)
		return slow_nothing();
	return query->geometric ? exp(sum / (double)numbers) : sum / (double)numbers;
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
		double d = slow_value(view, &operand) -
			   db_cell(db, TABLE_BINDERS, binder, m->red->binder[i]);

		square += (i == 0 ? 4.0 : 1.0) * d * d;
	}
	radius = slow_measure(&at, m->args[0]);
	return slow_has(square) && slow_has(radius) && radius > 0.0 ? sqrt(square) / radius
								    : slow_nothing();
}

static double red_as_it_is(const struct view *view, const struct measure *m)
{
	const struct db *db = view->evaluator->db;
	const struct table *binders = &db->tables[TABLE_BINDERS];
	struct str_list parts;
	double worst;

	if (view->combo->binder == DB_NO_ROW || view->combo->solvent.count == 0)
		return slow_nothing();
	worst = sphere(view, m, view->combo->binder);
	if (slow_has(worst) || m->red->parts == SIZE_MAX)
		return worst;
	parts = db_codes(db, TABLE_BINDERS, view->combo->binder, m->red->parts);
	for (size_t i = 0; i < parts.count; i++)
		for (uint32_t row = 0; row < binders->count; row++)
			if (str_equal(binders->materials[row].id, parts.at[i])) {
				double one = sphere(view, m, row);

				if (isnan(one))
					return slow_nothing();
				worst = isnan(worst) ? one : fmax(worst, one);
			}
	return worst;
}

double slow_red(const struct view *view, const struct measure *m)
{
	double all = red_as_it_is(view, m);

	if (view->combo->solvent.count < 2 || !m->red->anchor || isnan(all))
		return all;
	for (size_t i = 0; i < view->combo->solvent.count; i++) {
		double volume = view->combo->solvent.parts[i].volume;
		struct alone a;
		const struct view *end = slow_alone(&a, view, i);
		double at_end = red_as_it_is(end, m);
		const struct fact **heard = slow_fact_room(view);
		size_t count = slow_hear(end, m->red->anchor, heard);
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
