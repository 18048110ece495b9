/* SPDX-License-Identifier: MIT */
/* From observations to labelled units: who is counted, as what, and who is left out. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "engine/backtest_parts.h"

const char *const backtest_label_words[BACKTEST_LABEL_COUNT] = {
    [BACKTEST_BAD] = "bad",
    [BACKTEST_GOOD] = "good",
    [BACKTEST_MARGINAL] = "marginal",
    [BACKTEST_CONFLICT] = "contradictory",
};

/* A medium that works hotter than this is no danger to a slurry. */
static const double hot = 60.0;

/* What an outcome says about the unit; outcomes not listed say nothing. */
struct outcome_label {
	enum fact_kind kind;
	const char *outcome;
	enum backtest_label label;
};

static const struct outcome_label outcome_labels[] = {
    {FACT_EXPOSURE, "compatible", BACKTEST_GOOD},   {FACT_EXPOSURE, "inert", BACKTEST_GOOD},
    {FACT_EXPOSURE, "marginal", BACKTEST_MARGINAL}, {FACT_EXPOSURE, "incompatible", BACKTEST_BAD},
    {FACT_EXPOSURE, "dissolves", BACKTEST_BAD},     {FACT_EXPOSURE, "precursor", BACKTEST_BAD},
    {FACT_SYSTEM, "compatible", BACKTEST_GOOD},     {FACT_SOLUBILITY, "yes", BACKTEST_GOOD},
    {FACT_SOLUBILITY, "swells", BACKTEST_MARGINAL}, {FACT_SOLUBILITY, "no", BACKTEST_BAD},
};

/* BACKTEST_LABEL_COUNT: it says nothing. A recipe that failed may have failed for anything. */
static enum backtest_label label_of(const struct fact *fact)
{
	for (size_t i = 0; i < sizeof outcome_labels / sizeof *outcome_labels; i++)
		if (outcome_labels[i].kind == fact->kind &&
		    str_is(str_from(outcome_labels[i].outcome), fact_outcome_word(fact)))
			return outcome_labels[i].label;
	return BACKTEST_LABEL_COUNT;
}

bool backtest_is_hearsay(const struct fact *fact)
{
	static const char *const grades[] = {"uncited", "patent", "chi"};

	for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
		if (str_is(str_from(grades[i]), fact_grade_word(fact)))
			return true;
	return false;
}

struct str backtest_route(const struct fact *fact)
{
	const size_t column = fact_column_find(FACT_SYSTEM, STR_LITERAL("route"));

	if (fact->kind != FACT_SYSTEM || column == SIZE_MAX)
		return (struct str){NULL, 0};
	return fact->cells[column];
}

/* Slurries show that electrolyte and solvent bear each other; other routes are meant not to. */
static bool is_about(const struct fact *fact, enum fact_kind kind)
{
	if (kind == FACT_EXPOSURE && fact->kind == FACT_SYSTEM)
		return str_is(backtest_route(fact), "slurry");
	return fact->kind == kind && fact->subject_table != TABLE_SALTS;
}

static struct backtest_unit *unit_of(struct backtest_units *units, const struct fact *fact,
				     enum fact_kind kind)
{
	struct backtest_unit *unit;

	for (size_t i = 0; i < units->count; i++)
		if (units->at[i].subject == fact->subject &&
		    units->at[i].solvent == fact->parts[0].row)
			return &units->at[i];
	unit = &units->at[units->count++];
	*unit = (struct backtest_unit){.kind = kind,
				       .subject = fact->subject,
				       .solvent = fact->parts[0].row,
				       .grade = fact->grade,
				       .retention = 0.0,
				       .gate = SIZE_MAX,
				       .cause = SIZE_MAX};
	return unit;
}

static bool knew_answer(const struct criterion *criterion, const struct fact *fact)
{
	for (size_t i = 0; i < criterion->in_sample.count; i++)
		if (str_equal(criterion->in_sample.at[i], fact_cell(fact, FACT_SOURCE)))
			return true;
	return false;
}

static void vote(struct backtest_units *units, const struct criterion *criterion,
		 const struct fact *fact, enum fact_kind kind, size_t *retentions)
{
	const enum backtest_label label = label_of(fact);
	struct backtest_unit *unit;

	if (label == BACKTEST_LABEL_COUNT)
		return;
	unit = unit_of(units, fact, kind);
	unit->votes[label]++;
	unit->grade = fact->grade < unit->grade ? fact->grade : unit->grade;
	unit->in_sample = unit->in_sample || knew_answer(criterion, fact);
	if (fact->kind == FACT_EXPOSURE && !isnan(fact->value)) {
		unit->retention += fact->value;
		retentions[unit - units->at]++;
	}
}

/* More than all others together, or nothing. */
static enum backtest_label majority(const struct backtest_unit *unit)
{
	size_t all = 0;

	for (size_t i = 0; i < BACKTEST_CONFLICT; i++)
		all += unit->votes[i];
	for (size_t i = 0; i < BACKTEST_CONFLICT; i++)
		if (2 * unit->votes[i] > all)
			return (enum backtest_label)i;
	return BACKTEST_CONFLICT;
}

static int by_subject(const void *a, const void *b)
{
	const struct backtest_unit *x = a;
	const struct backtest_unit *y = b;

	if (x->subject != y->subject)
		return x->subject < y->subject ? -1 : 1;
	return x->solvent < y->solvent ? -1 : x->solvent > y->solvent;
}

struct backtest_units backtest_collect(const struct db *db, const struct criterion *criterion,
				       enum fact_kind kind, struct arena *arena,
				       struct arena *scratch)
{
	struct backtest_units units = {.at =
					   ARENA_NEW(arena, db->fact_count, struct backtest_unit)};
	size_t *retentions = ARENA_NEW(scratch, db->fact_count, size_t);

	for (size_t i = 0; i < db->fact_count; i++) {
		const struct fact *fact = &db->facts[i];

		if (!is_about(fact, kind) || fact->part_count == 0)
			continue;
		if (backtest_is_hearsay(fact))
			units.hearsay++;
		else if (fact->part_count > 1)
			units.blends++;
		else if (kind == FACT_EXPOSURE && fact->kind == FACT_EXPOSURE &&
			 fact->temperature > hot)
			units.hot++;
		else
			vote(&units, criterion, fact, kind, retentions);
	}
	for (size_t i = 0; i < units.count; i++) {
		units.at[i].label = majority(&units.at[i]);
		units.at[i].retention =
		    retentions[i] > 0 ? units.at[i].retention / (double)retentions[i] : DB_UNKNOWN;
	}
	qsort(units.at, units.count, sizeof *units.at, by_subject);
	return units;
}

static bool passes(const struct backtest_unit *unit, const struct backtest_filter *filter)
{
	return (filter->grade == SIZE_MAX || filter->grade == unit->grade) &&
	       (filter->subject == SIZE_MAX || filter->subject == unit->subject) &&
	       (filter->in_sample == 2 || filter->in_sample == (int)unit->in_sample);
}

struct backtest_share backtest_share(const struct backtest_units *units,
				     const struct backtest_filter *filter)
{
	struct backtest_share share = {0};

	for (size_t i = 0; i < units->count; i++) {
		const struct backtest_unit *unit = &units->at[i];
		const bool good = unit->label == BACKTEST_GOOD;

		if (!passes(unit, filter))
			continue;
		share.marginal += unit->label == BACKTEST_MARGINAL ? 1u : 0u;
		share.conflict += unit->label == BACKTEST_CONFLICT ? 1u : 0u;
		if (unit->label != BACKTEST_GOOD && unit->label != BACKTEST_BAD)
			continue;
		if (!unit->judgeable) {
			share.unscored += isnan(unit->score) ? 1u : 0u;
			share.band += isnan(unit->score) ? 0u : 1u;
			continue;
		}
		share.judged++;
		share.right += unit->right ? 1u : 0u;
		share.good += good ? 1u : 0u;
		share.good_right += good && unit->right ? 1u : 0u;
	}
	return share;
}
