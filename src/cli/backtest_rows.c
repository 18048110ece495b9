/* SPDX-License-Identifier: MIT */
/* Pairs and recipes of the back-test, and the record types of all its rows. */
#include <math.h>

#include "cli/backtest.h"
#include "cli/fields.h"
#include "engine/rank_parts.h"
#include "model/gate_text.h"

static struct str name_of(const struct db *db, enum table_id table, uint32_t row)
{
	if (row == FACT_ANY)
		return STR_LITERAL("sulfides");
	if (row == FACT_NOBODY)
		return (struct str){NULL, 0};
	return rank_short_name(&db->tables[table].materials[row]);
}

/* ---- pairs ---- */

static const char *judgement_of(const struct backtest_unit *unit)
{
	if (unit->label == BACKTEST_MARGINAL || unit->label == BACKTEST_CONFLICT)
		return backtest_label_words[unit->label];
	if (isnan(unit->score))
		return "no sphere";
	if (!unit->judgeable)
		return "borderline";
	return unit->right ? "right" : "wrong";
}

static struct str cause_of(const struct model *model, const struct backtest_unit *unit)
{
	if (!unit->judgeable || unit->right)
		return (struct str){NULL, 0};
	if (unit->gate != SIZE_MAX)
		return model->gates[unit->gate].id;
	return unit->cause == SIZE_MAX ? (struct str){NULL, 0} : model->terms[unit->cause].id;
}

const struct pair_row *backtest_pairs(const struct backtest_all *all, enum fact_kind kind,
				      size_t *count)
{
	const struct backtest_units *units =
	    kind == FACT_EXPOSURE ? &all->test->exposure : &all->test->binders;
	const struct evaluator *evaluator = all->test->evaluator;
	const enum table_id table = kind == FACT_EXPOSURE ? TABLE_ELECTROLYTES : TABLE_BINDERS;
	struct pair_row *rows = ARENA_NEW(all->arena, units->count, struct pair_row);

	for (size_t i = 0; i < units->count; i++) {
		const struct backtest_unit *unit = &units->at[i];

		rows[i] = (struct pair_row){
		    .subject = name_of(evaluator->db, table, unit->subject),
		    .solvent = name_of(evaluator->db, TABLE_SOLVENTS, unit->solvent),
		    .label = str_from(backtest_label_words[unit->label]),
		    .grade = str_from(fact_grades[unit->grade]),
		    .score = unit->score,
		    .judged = str_from(judgement_of(unit)),
		    .cause = cause_of(evaluator->model, unit),
		    .in_sample = unit->in_sample,
		    .for_it = unit->votes[BACKTEST_GOOD],
		    .against = unit->votes[BACKTEST_BAD],
		};
	}
	*count = units->count;
	return rows;
}

/* ---- recipes ---- */

static struct str warnings_of(const struct evaluator *evaluator,
			      const struct evaluation *evaluation, struct arena *arena)
{
	const struct model *model = evaluator->model;
	struct text text;

	text_init(&text, arena);
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_WARN &&
		    evaluation->gates[i].status == GATE_FIRED)
			text_addf(&text, "%s" STR_FORMAT, text.length ? "; " : "",
				  STR_ARGS(model->gates[i].id));
	return text_str(&text);
}

static struct str liquid_of(const struct db *db, const struct backtest_system *system,
			    struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	for (size_t i = 0; i < system->fact->part_count; i++) {
		const struct fact_part *part = &system->fact->parts[i];
		struct str name = name_of(db, TABLE_SOLVENTS, part->row);

		text_addf(&text, "%s" STR_FORMAT, i > 0 ? " + " : "", STR_ARGS(name));
		if (system->fact->part_count > 1 && !isnan(part->fraction))
			text_addf(&text, " %.0f%%", 100.0 * part->fraction);
	}
	if (system->equal_parts)
		text_add(&text, STR_LITERAL(" (equal parts assumed)"));
	return text_str(&text);
}

static struct str cell_of(const struct fact *fact, struct str key)
{
	const size_t column = fact_column_find(FACT_SYSTEM, key);

	return column == SIZE_MAX ? (struct str){NULL, 0} : fact->cells[column];
}

static struct recipe_row recipe_of(const struct backtest_all *all,
				   const struct backtest_system *system)
{
	const struct db *db = all->test->evaluator->db;
	const struct fact *fact = system->fact;
	struct recipe_row row = {
	    .fact = fact,
	    .table = cell_of(fact, STR_LITERAL("table1")),
	    .electrolyte = name_of(db, TABLE_ELECTROLYTES, fact->subject),
	    .solvent = liquid_of(db, system, all->arena),
	    .binder = name_of(db, TABLE_BINDERS, fact->binder),
	    .salt = name_of(db, TABLE_SALTS, fact->salt),
	    .route = cell_of(fact, STR_LITERAL("route")),
	    .outcome = fact_outcome_word(fact),
	    .grade = fact_grade_word(fact),
	    .evaluation = system->evaluation,
	    .verdict = STR_LITERAL("not scored"),
	    .reason = STR_LITERAL("the solvent is not published"),
	};

	if (system->evaluation) {
		const struct evaluator *evaluator = &all->systems->evaluators[system->route];

		row.verdict = evaluation_verdict(evaluator->model, system->evaluation);
		row.reason = backtest_reason(evaluator, system->evaluation, all->arena);
		row.warnings = warnings_of(evaluator, system->evaluation, all->arena);
	}
	return row;
}

const struct recipe_row *backtest_recipes(const struct backtest_all *all, size_t *count)
{
	struct recipe_row *rows = ARENA_NEW(all->arena, all->systems->count, struct recipe_row);

	for (size_t i = 0; i < all->systems->count; i++)
		rows[i] = recipe_of(all, &all->systems->rows[i]);
	*count = all->systems->count;
	return rows;
}

/* ---- record types ---- */

#define ROWS(table) table, sizeof(table) / sizeof(table)[0]

/* People read two decimals, of a share percents. */
static struct value get_shown(const struct field *field, const void *row, struct arena *arena)
{
	const struct figure_row *figure = row;
	struct text text;

	(void)field;
	if (isnan(figure->value))
		return value_null();
	text_init(&text, arena);
	if (figure->percent)
		text_addf(&text, "%.0f%%", 100.0 * figure->value);
	else if (fabs(figure->value) >= 10.0)
		text_addf(&text, "%.0f", figure->value);
	else
		text_addf(&text, "%.2f", figure->value);
	if (!isnan(figure->low))
		text_addf(&text, " (%.2f to %.2f)", figure->low, figure->high);
	return value_text(text_str(&text));
}

static struct value get_count(const struct field *field, const void *row, struct arena *arena)
{
	const size_t count = ((const struct figure_row *)row)->count;

	(void)field;
	(void)arena;
	return count == SIZE_MAX ? value_null() : value_number((double)count);
}

/* For machines. */
#define MACHINE_NUMBER(key_, struct_, member, doc_)                                                \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = VALUE_NUMBER, .digits = -1,    \
		.where = FIELD_MACHINE, .doc = (doc_), .get = field_of_double,                     \
		.index = offsetof(struct_, member)                                                 \
	}

/* clang-format off */
static const struct field figure_fields[] = {
    FIELD_TEXT("part", "part", str, struct figure_row, part, 0,
	       "exposure, solubility or systems."),
    FIELD_TEXT("group", "of", str, struct figure_row, group, 0,
	       "Of which pairs; all, a grade of evidence, a binder, or the pair that was missed."),
    FIELD_WRAP("figure", "figure", str, struct figure_row, figure, 0, "What is told."),
    MACHINE_NUMBER("value", struct figure_row, value, "The figure; shares from 0 to 1."),
    MACHINE_NUMBER("low", struct figure_row, low, "Lower end of its bootstrap interval."),
    MACHINE_NUMBER("high", struct figure_row, high, "Upper end of its bootstrap interval."),
    {.key = "shown", .label = "value", .unit = "", .kind = VALUE_TEXT, .where = FIELD_PEOPLE,
     .doc = "The figure, rounded.", .get = get_shown},
    {.key = "count", .label = "n", .unit = "", .kind = VALUE_NUMBER, .digits = 0,
     .where = FIELD_MACHINE | FIELD_PEOPLE, .doc = "Number of pairs or rows behind it.",
     .get = get_count},
    FIELD_WRAP("note", "note", str, struct figure_row, note, 1, "Remark."),
};
/* clang-format on */
const struct record_type figure_type = {"backtest-figure", "A figure of the back-test.",
					ROWS(figure_fields)};

/* clang-format off */
static const struct field pair_fields[] = {
    FIELD_TEXT("subject", "what", str, struct pair_row, subject, 0, "Electrolyte or binder."),
    FIELD_TEXT("solvent", "solvent", str, struct pair_row, solvent, 0, "Solvent."),
    FIELD_TEXT("label", "observed", str, struct pair_row, label, 0,
	       "By the majority of observations: good, bad, marginal or contradictory."),
    {.key = "score", .label = "score", .unit = "", .kind = VALUE_NUMBER, .digits = 2,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .doc = "Compatibility from 0 to 1, 0 if rejected; or relative energy difference.",
     .get = field_of_double, .index = offsetof(struct pair_row, score)},
    FIELD_TEXT("judged", "rules", str, struct pair_row, judged, 0,
	       "right, wrong, borderline, no sphere, or why it is left out."),
    FIELD_TEXT("cause", "because of", str, struct pair_row, cause, 1, "Of a miss: term or gate."),
    FIELD_ROW("in_sample", "in sample", VALUE_FLAG, flag, struct pair_row, in_sample, 2,
	      "Whether the rule was made knowing the answer."),
    FIELD_TEXT("grade", "grade", str, struct pair_row, grade, 3, "The best grade of evidence."),
    FIELD_NUMBER("for", "for", size, struct pair_row, for_it, 4, "Observations for it."),
    FIELD_NUMBER("against", "against", size, struct pair_row, against, 4,
		 "Observations against it."),
};
/* clang-format on */
const struct record_type pair_type = {"backtest-pair", "A pair of the back-test.",
				      ROWS(pair_fields)};

static struct value get_score(const struct field *field, const void *row, struct arena *arena)
{
	const struct recipe_row *recipe = row;

	(void)field;
	(void)arena;
	return recipe->evaluation ? value_num(recipe->evaluation->score) : value_null();
}

static struct value get_id(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_text(((const struct recipe_row *)row)->fact->id);
}

/* clang-format off */
static const struct field recipe_fields[] = {
    {.key = "id", .label = "id", .unit = "", .kind = VALUE_TEXT, .where = FIELD_MACHINE,
     .doc = "Row of systems.csv.", .get = get_id},
    FIELD_TEXT("table1", "Table 1", str, struct recipe_row, table, 3,
	       "Reference in Table 1 of the review, if it stands there."),
    FIELD_TEXT("route", "route", str, struct recipe_row, route, 0, "How it was made."),
    FIELD_TEXT("electrolyte", "electrolyte", str, struct recipe_row, electrolyte, 0,
	       "Electrolyte."),
    FIELD_TEXT("solvent", "solvent", str, struct recipe_row, solvent, 0, "Liquid."),
    FIELD_TEXT("binder", "binder", str, struct recipe_row, binder, 0, "Binder."),
    FIELD_TEXT("salt", "salt", str, struct recipe_row, salt, 4, "Lithium salt."),
    FIELD_TEXT("outcome", "published", chars, struct recipe_row, outcome, 2,
	       "Outcome as published."),
    {.key = "score", .label = "score", .unit = "", .kind = VALUE_NUM, .digits = 0,
     .where = FIELD_MACHINE | FIELD_PEOPLE, .show = SHOW_SCORE,
     .doc = "Score by the rules alone, 0 to 100.", .get = get_score},
    {.key = "verdict", .label = "verdict", .unit = "", .kind = VALUE_TEXT, .digits = -1,
     .where = FIELD_MACHINE | FIELD_PEOPLE, .show = SHOW_VERDICT, .doc = "The rules' verdict.",
     .get = field_of_str, .index = offsetof(struct recipe_row, verdict)},
    FIELD_TEXT("reason", "held down by", str, struct recipe_row, reason, PRIORITY_EXTRA,
	       "What holds the score down most: criterion and term, or gates."),
    FIELD_TEXT("warnings", "warnings", str, struct recipe_row, warnings, PRIORITY_EXTRA + 1,
	       "Gates that warn."),
    FIELD_TEXT("grade", "grade", chars, struct recipe_row, grade, PRIORITY_EXTRA + 2,
	       "Grade of evidence."),
};
/* clang-format on */
const struct record_type recipe_type = {"backtest-recipe", "A published recipe.",
					ROWS(recipe_fields)};
