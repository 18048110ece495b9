/* SPDX-License-Identifier: MIT */
/* The figures of the back-test, one row each. */
#include <math.h>

#include "cli/backtest.h"
#include "cli/fields.h"
#include "engine/rank_parts.h"

static struct figure_row *add(struct figure_rows *rows, const char *part, struct str group,
			      const char *figure)
{
	struct figure_row *row;

	rows->at =
	    arena_extend(rows->arena, rows->at, rows->count, &rows->capacity, sizeof *rows->at);
	row = &rows->at[rows->count++];
	*row = (struct figure_row){.part = str_from(part),
				   .group = group,
				   .figure = str_from(figure),
				   .value = (double)NAN,
				   .low = (double)NAN,
				   .high = (double)NAN,
				   .count = SIZE_MAX};
	return row;
}

static struct str material_name(const struct db *db, enum table_id table, uint32_t row)
{
	if (row == FACT_ANY)
		return STR_LITERAL("sulfides");
	return rank_short_name(&db->tables[table].materials[row]);
}

static struct str unit_name(const struct backtest *test, const struct backtest_unit *unit,
			    struct arena *arena)
{
	const struct db *db = test->evaluator->db;
	const enum table_id table =
	    unit->kind == FACT_SOLUBILITY ? TABLE_BINDERS : TABLE_ELECTROLYTES;
	struct str subject = material_name(db, table, unit->subject);
	struct str solvent = material_name(db, TABLE_SOLVENTS, unit->solvent);
	struct text text;

	text_init(&text, arena);
	text_addf(&text, STR_FORMAT " in " STR_FORMAT, STR_ARGS(subject), STR_ARGS(solvent));
	return text_str(&text);
}

static void add_note(struct figure_row *row, struct arena *arena, const char *note)
{
	struct text text;

	text_init(&text, arena);
	text_addf(&text, STR_FORMAT "%s%s", STR_ARGS(row->note), row->note.length ? ", " : "",
		  note);
	row->note = text_str(&text);
}

/* "3 borderline"; nothing for none. */
static void add_number(struct figure_row *row, struct arena *arena, size_t number, const char *what)
{
	struct text text;

	if (number == 0)
		return;
	text_init(&text, arena);
	text_addf(&text, "%zu %s", number, what);
	add_note(row, arena, text.at);
}

/* Share right of a group; nothing if nobody is in it. */
static void add_share(struct figure_rows *rows, const char *part, struct str group,
		      const struct backtest_units *units, const struct backtest_filter *filter)
{
	const struct backtest_share share = backtest_share(units, filter);
	struct figure_row *row;

	if (share.judged == 0)
		return;
	row = add(rows, part, group, "right");
	row->value = (double)share.right / (double)share.judged;
	row->percent = true;
	row->count = share.judged;
	add_number(row, rows->arena, share.band, "borderline");
	add_number(row, rows->arena, share.marginal, "marginal");
	add_number(row, rows->arena, share.conflict, "contradictory");
	add_number(row, rows->arena, share.unscored, "without a sphere");
}

static const struct backtest_filter everything = {SIZE_MAX, SIZE_MAX, 2};

static void add_count(struct figure_rows *rows, const char *part, const char *figure, size_t count)
{
	add(rows, part, STR_LITERAL("all"), figure)->count = count;
}

static void add_confusion(struct figure_rows *rows, const char *part,
			  const struct backtest_units *units)
{
	const struct backtest_share share = backtest_share(units, &everything);
	const size_t bad = share.judged - share.good;

	add_count(rows, part, "good and called good", share.good_right);
	add_count(rows, part, "good but called bad", share.good - share.good_right);
	add_count(rows, part, "bad and called bad", share.right - share.good_right);
	add_count(rows, part, "bad but called good", bad - (share.right - share.good_right));
}

static void add_grades(struct figure_rows *rows, const char *part,
		       const struct backtest_units *units)
{
	struct backtest_filter filter = everything;

	for (filter.grade = 0; fact_grades[filter.grade]; filter.grade++) {
		struct text group;

		text_init(&group, rows->arena);
		text_addf(&group, "grade %s", fact_grades[filter.grade]);
		add_share(rows, part, text_str(&group), units, &filter);
	}
	filter = everything;
	filter.in_sample = 1;
	add_share(rows, part, STR_LITERAL("in sample"), units, &filter);
	filter.in_sample = 0;
	add_share(rows, part, STR_LITERAL("not in sample"), units, &filter);
}

static void add_left_out(struct figure_rows *rows, const char *part,
			 const struct backtest_units *units)
{
	const struct backtest_share share = backtest_share(units, &everything);

	add_count(rows, part, "left out: marginal pairs", share.marginal);
	add_count(rows, part, "left out: contradictory pairs", share.conflict);
	add_count(rows, part, "left out: rows on blends", units->blends);
	add_count(rows, part, "left out: rows uncited, of patents or inferred", units->hearsay);
	if (units->hot > 0)
		add_count(rows, part, "left out: rows above 60 degC", units->hot);
}

/* ---- exposure ---- */

static void add_interval(struct figure_rows *rows, const char *figure,
			 const struct backtest_interval *interval, const char *note)
{
	struct figure_row *row = add(rows, "exposure", STR_LITERAL("all"), figure);

	row->value = interval->value;
	row->low = interval->low;
	row->high = interval->high;
	row->count = interval->count;
	row->note = str_from(note);
}

static void add_extreme(struct figure_rows *rows, const struct backtest *test, const char *figure,
			const struct backtest_unit *unit)
{
	struct figure_row *row;

	if (!unit)
		return;
	row = add(rows, "exposure", STR_LITERAL("all"), figure);
	row->value = unit->score;
	row->note = unit_name(test, unit, rows->arena);
}

/* What the figures of a gap are called. */
struct gap_words {
	const char *worst_good;
	const char *best_bad;
	const char *gap;
};

static void add_gap(struct figure_rows *rows, const struct backtest *test,
		    const struct backtest_extremes *extremes, const struct gap_words *words)
{
	if (!extremes->worst_good || !extremes->best_bad)
		return;
	add_extreme(rows, test, words->worst_good, extremes->worst_good);
	add_extreme(rows, test, words->best_bad, extremes->best_bad);
	add(rows, "exposure", STR_LITERAL("all"), words->gap)->value =
	    extremes->worst_good->score - extremes->best_bad->score;
}

/* What a bad solvent gets at most, whatever the binder. */
static void add_top_bad(struct figure_rows *rows, const struct backtest *test,
			const struct backtest_extremes *extremes, const char *figure)
{
	struct figure_row *row = add(rows, "exposure", STR_LITERAL("all"), figure);
	const struct evaluation *total = extremes->top_bad_total;
	const struct db *db = test->evaluator->db;
	struct text text;

	if (!total) {
		row->note = STR_LITERAL("all are rejected");
		return;
	}
	text_init(&text, rows->arena);
	text_addf(&text, STR_FORMAT " with " STR_FORMAT ": " STR_FORMAT,
		  STR_ARGS(unit_name(test, extremes->top_bad, rows->arena)),
		  STR_ARGS(material_name(db, TABLE_BINDERS, total->combo.binder)),
		  STR_ARGS(evaluation_verdict(test->evaluator->model, total)));
	row->value = total->score.value;
	row->note = text_str(&text);
}

static void add_extremes(struct figure_rows *rows, const struct backtest *test)
{
	static const struct gap_words of_all = {"compatibility of the worst good solvent",
						"compatibility of the best bad solvent", "gap"};
	static const struct gap_words but_misses = {"worst good solvent but for the misses",
						    "best bad solvent but for the misses",
						    "gap but for the misses"};

	add_gap(rows, test, &test->all, &of_all);
	add_gap(rows, test, &test->but_misses, &but_misses);
	add_top_bad(rows, test, &test->all, "best total of a bad solvent over all binders");
	add_top_bad(rows, test, &test->but_misses, "the same but for the misses");
}

static struct str cause_of(const struct backtest *test, const struct backtest_unit *unit,
			   struct arena *arena)
{
	const struct model *model = test->evaluator->model;
	struct text text;

	text_init(&text, arena);
	if (unit->gate != SIZE_MAX)
		text_addf(&text, "gate " STR_FORMAT, STR_ARGS(model->gates[unit->gate].id));
	else if (unit->cause != SIZE_MAX)
		text_addf(&text, "%s" STR_FORMAT " %.2f",
			  unit->label == BACKTEST_GOOD || unit->kind == FACT_SOLUBILITY
			      ? ""
			      : "held up by ",
			  STR_ARGS(model->terms[unit->cause].id),
			  unit->kind == FACT_SOLUBILITY
			      ? unit->score
			      : unit->evaluation->terms[unit->cause].desirability.value);
	return text_str(&text);
}

static void add_misses(struct figure_rows *rows, const struct backtest *test, const char *part,
		       const struct backtest_units *units)
{
	for (size_t i = 0; i < units->count; i++) {
		const struct backtest_unit *unit = &units->at[i];
		struct figure_row *row;

		if (!unit->judgeable || unit->right)
			continue;
		row = add(rows, part, unit_name(test, unit, rows->arena),
			  unit->label == BACKTEST_GOOD ? "miss: called bad" : "miss: called good");
		row->value = unit->score;
		row->note = cause_of(test, unit, rows->arena);
	}
}

static void add_exposure(struct figure_rows *rows, const struct backtest *test)
{
	add_share(rows, "exposure", STR_LITERAL("all"), &test->exposure, &everything);
	add_confusion(rows, "exposure", &test->exposure);
	add_extremes(rows, test);
	add_interval(rows, "ROC AUC", &test->auc,
		     "good and bad solvents differ too much for it to tell rules apart");
	add_interval(rows, "Spearman against retention", &test->spearman,
		     "compatibility against measured retention of conductivity");
	add_grades(rows, "exposure", &test->exposure);
	add_left_out(rows, "exposure", &test->exposure);
	add_misses(rows, test, "exposure", &test->exposure);
}

/* ---- solubility ---- */

static void add_binders(struct figure_rows *rows, const struct backtest *test)
{
	const struct db *db = test->evaluator->db;
	struct backtest_filter filter = everything;

	for (filter.subject = 0; filter.subject < db->tables[TABLE_BINDERS].count;
	     filter.subject++) {
		const struct backtest_filter fitted = {SIZE_MAX, filter.subject, 1};
		const bool in_sample = backtest_share(&test->binders, &fitted).judged > 0;
		const size_t before = rows->count;

		add_share(rows, "solubility",
			  material_name(db, TABLE_BINDERS, (uint32_t)filter.subject),
			  &test->binders, &filter);
		if (rows->count > before && in_sample)
			add_note(&rows->at[before], rows->arena, "sphere fitted: in sample");
	}
}

static void add_band(struct figure_rows *rows, const struct backtest *test)
{
	const struct backtest_share share = backtest_share(&test->binders, &everything);
	struct figure_row *row;

	if (share.judged + share.band == 0)
		return;
	row = add(rows, "solubility", STR_LITERAL("all"), "in the borderline band");
	row->value = (double)share.band / (double)(share.judged + share.band);
	row->percent = true;
	row->count = share.judged + share.band;
	row->note = STR_LITERAL("RED 0.85 to 1.05: the program says check");
}

static void add_solubility(struct figure_rows *rows, const struct backtest *test)
{
	add_share(rows, "solubility", STR_LITERAL("all"), &test->binders, &everything);
	add_band(rows, test);
	add_confusion(rows, "solubility", &test->binders);
	add_grades(rows, "solubility", &test->binders);
	add_left_out(rows, "solubility", &test->binders);
	add_binders(rows, test);
	add_misses(rows, test, "solubility", &test->binders);
}

/* ---- recipes ---- */

static struct str recipe_name(const struct backtest_all *all, const struct backtest_system *row)
{
	const struct db *db = all->test->evaluator->db;
	struct text text;

	text_init(&text, all->arena);
	text_addf(&text, STR_FORMAT " with " STR_FORMAT " in " STR_FORMAT,
		  STR_ARGS(material_name(db, TABLE_ELECTROLYTES, row->judged)),
		  STR_ARGS(material_name(db, TABLE_BINDERS, row->fact->binder)),
		  STR_ARGS(material_name(db, TABLE_SOLVENTS, row->fact->parts[0].row)));
	return text_str(&text);
}

static void add_systems(struct figure_rows *rows, const struct backtest_all *all)
{
	const struct backtest_systems *systems = all->systems;
	struct figure_row *row;
	size_t run = 0;

	for (size_t i = 0; i < systems->count; i++)
		run += systems->rows[i].evaluation ? 1 : 0;
	add_count(rows, "systems", "recipes", systems->count);
	add_count(rows, "systems", "recipes that say enough to be scored", run);
	row = add(rows, "systems", STR_LITERAL("Table 1"), "rejected");
	row->count = systems->table_rejected;
	if (!systems->lowest_slurry)
		return;
	row = add(rows, "systems", STR_LITERAL("Table 1"), "lowest single-solvent slurry");
	row->value = systems->lowest_slurry->evaluation->score.value;
	row->count = systems->table_slurries;
	row->note = recipe_name(all, systems->lowest_slurry);
}

struct figure_rows backtest_figures(const struct backtest_all *all)
{
	struct figure_rows rows = {.arena = all->arena};

	add_exposure(&rows, all->test);
	add_solubility(&rows, all->test);
	add_systems(&rows, all);
	return rows;
}
