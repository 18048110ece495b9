/* SPDX-License-Identifier: MIT */
#include "engine/rank_record.h"

#include <stdint.h>
#include <string.h>

#include "engine/rank_parts.h"

enum {
	PRIORITY_VERDICT = 1,
	PRIORITY_KNOWN = PRIORITY_EXTRA,
	PRIORITY_REMARKS = PRIORITY_EXTRA + 1,
};

static const struct evaluator *evaluator_of(const struct field *field)
{
	return field->context;
}

static const struct ranking_row *row_of(const void *row)
{
	return row;
}

static const struct evaluation *evaluation_of(const void *row)
{
	return row_of(row)->evaluation;
}

/* ---- What is what ------------------------------------------------------------------------ */

static struct value get_rank(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return row_of(row)->rank > 0 ? value_number((double)row_of(row)->rank) : value_null();
}

static struct value get_material(const struct field *field, const void *row, struct arena *arena)
{
	const enum role role = (enum role)field->index;
	const struct material *material =
	    rank_material(evaluator_of(field)->db, &evaluation_of(row)->combo, role, arena);

	return material ? value_record(&rank_material_types[role], material) : value_null();
}

enum { PARTS_WHOLE, PARTS_VOLUME, PARTS_MASS };

static struct value get_parts(const struct field *field, const void *row, struct arena *arena)
{
	const struct mixture *liquid = &evaluation_of(row)->combo.solvent;
	const struct db *db = evaluator_of(field)->db;

	if (field->index == PARTS_WHOLE)
		return rank_parts_list(db, liquid, arena);
	return rank_fractions_list(db, liquid, field->index == PARTS_MASS, arena);
}

static struct value get_route(const struct field *field, const void *row, struct arena *arena)
{
	(void)row;
	(void)arena;
	return value_text(evaluator_of(field)->model->route);
}

enum { FLAG_REFERENCE, FLAG_LIKE_BEST };

static struct value get_flag(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_flag(field->index == FLAG_REFERENCE ? row_of(row)->reference
							 : row_of(row)->like_best);
}

/* The best row is not marked: it is what the others are compared with. */
static struct value get_mark(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	if (row_of(row)->reference)
		return value_word("*");
	return row_of(row)->like_best && row_of(row)->rank != 1 ? value_word("=") : value_null();
}

static struct value get_precedents(const struct field *field, const void *row, struct arena *arena)
{
	const size_t count = row_of(row)->precedent_count;
	struct value *items = ARENA_NEW(arena, count, struct value);

	(void)field;
	for (size_t i = 0; i < count; i++)
		items[i] = value_text(row_of(row)->precedents[i]->id);
	return value_list(items, count);
}

/* ---- Scores ------------------------------------------------------------------------------ */

enum { SCORE_VALUE, SCORE_LOW, SCORE_HIGH, SCORE_WHOLE };

static struct value get_score(const struct field *field, const void *row, struct arena *arena)
{
	const struct num score = evaluation_of(row)->score;

	(void)arena;
	switch (field->index) {
	case SCORE_VALUE:
		return value_number(score.value);
	case SCORE_LOW:
		return value_number(score.low);
	case SCORE_HIGH:
		return value_number(score.high);
	default:
		return value_num(score);
	}
}

static struct value get_verdict(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_text(evaluation_verdict(evaluator_of(field)->model, evaluation_of(row)));
}

static struct value get_criteria(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_record(field->type, row);
}

/* ---- Terms and gates --------------------------------------------------------------------- */

static struct value get_terms(const struct field *field, const void *row, struct arena *arena)
{
	return rank_terms_list(evaluator_of(field)->model, evaluation_of(row),
			       (enum num_state)field->index, arena);
}

static struct value get_unchecked(const struct field *field, const void *row, struct arena *arena)
{
	return rank_unchecked_list(evaluator_of(field)->model, evaluation_of(row), arena);
}

static struct value get_gates(const struct field *field, const void *row, struct arena *arena)
{
	return rank_fired_list(evaluator_of(field), evaluation_of(row),
			       (enum gate_verdict)field->index, arena);
}

static struct value get_remarks(const struct field *field, const void *row, struct arena *arena)
{
	return rank_remarks_list(evaluator_of(field), evaluation_of(row), arena);
}

/* ---- The row ----------------------------------------------------------------------------- */

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

#define FRACTIONS(key_, label_, index_, doc_)                                                      \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = VALUE_LIST,                  \
		.where = FIELD_FLAT, .doc = (doc_), .get = get_parts, .index = (index_)            \
	}

/* Machines read the fields in this order; people those that are for them. */
static const struct field row_fields[] = {
    {.key = "rank",
     .label = "#",
     .unit = "",
     .kind = VALUE_NUMBER,
     .where = BOTH,
     .show = SHOW_RANK,
     .doc = "Place from 1; null if rejected.",
     .get = get_rank},
    {.key = "mark",
     .label = "",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_PEOPLE,
     .show = SHOW_MARK,
     .doc = "Marks the reference solvent (*) and what cannot be told from the best row (=).",
     .get = get_mark},
    {.key = "se",
     .label = "electrolyte",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .type = &rank_material_types[ROLE_SE],
     .doc = "Sulfide electrolyte.",
     .get = get_material,
     .index = ROLE_SE},
    {.key = "binder",
     .label = "binder",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .type = &rank_material_types[ROLE_BINDER],
     .doc = "Binder.",
     .get = get_material,
     .index = ROLE_BINDER},
    {.key = "solvent",
     .label = "solvent",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .type = &rank_material_types[ROLE_SOLVENT],
     .doc = "Solvent or blend.",
     .get = get_material,
     .index = ROLE_SOLVENT},
    {.key = "salt",
     .label = "salt",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .type = &rank_material_types[ROLE_SALT],
     .doc = "Lithium salt, or null.",
     .get = get_material,
     .index = ROLE_SALT},
    {.key = "parts",
     .label = "parts",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .type = &rank_part_type,
     .doc = "Parts of the liquid; one for a pure solvent.",
     .get = get_parts},
    FRACTIONS("fractions", "volume fractions", PARTS_VOLUME,
	      "Volume fractions of the parts, before mixing."),
    FRACTIONS("mass_fractions", "mass fractions", PARTS_MASS,
	      "Mass fractions of the parts; empty where a density is unknown."),
    {.key = "route",
     .label = "route",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Route of the model.",
     .get = get_route},
    {.key = "score",
     .label = "score",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 0,
     .where = FIELD_MACHINE,
     .show = SHOW_SCORE,
     .doc = "0 to 100; rejected ones have one too.",
     .get = get_score,
     .index = SCORE_VALUE},
    {.key = "score_low",
     .label = "score, low",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 0,
     .where = FIELD_MACHINE,
     .show = SHOW_SCORE,
     .doc = "Low end of the interval of the score.",
     .get = get_score,
     .index = SCORE_LOW},
    {.key = "score_high",
     .label = "score, high",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 0,
     .where = FIELD_MACHINE,
     .show = SHOW_SCORE,
     .doc = "High end of the interval of the score.",
     .get = get_score,
     .index = SCORE_HIGH},
    {.key = "score_shown",
     .label = "score",
     .unit = "",
     .kind = VALUE_NUM,
     .digits = 0,
     .where = FIELD_PEOPLE,
     .show = SHOW_SCORE,
     .doc = "Score and its interval.",
     .get = get_score,
     .index = SCORE_WHOLE},
    {.key = "verdict",
     .label = "verdict",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = BOTH,
     .show = SHOW_VERDICT,
     .priority = PRIORITY_VERDICT,
     .doc = "A verdict of the model, or rejected.",
     .get = get_verdict},
    {.key = "coverage",
     .label = "known",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 2,
     .where = BOTH,
     .show = SHOW_PERCENT,
     .priority = PRIORITY_KNOWN,
     .doc = "Share of the weights that rests on measured, compiled or calculated numbers.",
     .get = rank_get_coverage,
     .index = RANK_COVERAGE_ALL},
    {.key = "criteria",
     .label = "criteria",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .inline_flat = true,
     .doc = "Criteria, 0 to 1 each; null where one does not count.",
     .get = get_criteria},
    {.key = "inferred",
     .label = "inferred",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .doc = "Terms (criterion.term) that rest on a stand-in.",
     .get = get_terms,
     .index = NUM_INFERRED},
    {.key = "missing",
     .label = "missing",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .doc = "Terms of which nothing is known.",
     .get = get_terms,
     .index = NUM_MISSING},
    {.key = "unchecked",
     .label = "unchecked",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .doc = "Gates that could not be checked.",
     .get = get_unchecked},
    {.key = "rejected_by",
     .label = "rejected by",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .type = &rank_rejection_type,
     .doc = "Gates that reject.",
     .get = get_gates,
     .index = GATE_REJECT},
    {.key = "warnings",
     .label = "warnings",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .type = &rank_warning_type,
     .show = SHOW_WRAP,
     .doc = "Gates that warn.",
     .get = get_gates,
     .index = GATE_WARN},
    {.key = "precedents",
     .label = "precedents",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .doc = "Recipes and exposures worth reading, nearest first.",
     .get = get_precedents},
    {.key = "reference",
     .label = "reference",
     .unit = "",
     .kind = VALUE_FLAG,
     .where = FIELD_MACHINE,
     .doc = "This is the reference solvent.",
     .get = get_flag,
     .index = FLAG_REFERENCE},
    {.key = "like_best",
     .label = "like the best",
     .unit = "",
     .kind = VALUE_FLAG,
     .where = FIELD_MACHINE,
     .doc = "Its interval overlaps that of the best row.",
     .get = get_flag,
     .index = FLAG_LIKE_BEST},
    {.key = "remarks",
     .label = "remarks",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_PEOPLE,
     .priority = PRIORITY_REMARKS,
     .doc = "Gates that reject, else gates that warn; own rows that override.",
     .get = get_remarks},
};

enum { ROW_FIELDS = sizeof row_fields / sizeof row_fields[0] };

/* ---- Types for a model ------------------------------------------------------------------- */

/* Behind the verdict; without them nothing moves. */
static size_t add_robust(struct field *fields, size_t count)
{
	size_t at = 0;

	while (at < count && fields[at].get != get_verdict)
		at++;
	memmove(fields + at + 1 + RANK_ROBUST_FIELDS, fields + at + 1,
		(count - at - 1) * sizeof *fields);
	memcpy(fields + at + 1, rank_robust_fields, RANK_ROBUST_FIELDS * sizeof *fields);
	return count + RANK_ROBUST_FIELDS;
}

static bool people_see(const struct field *field, const struct rank_request *request)
{
	if (!request || field->get != get_material)
		return true;
	if (field->index == ROLE_SE)
		return request->se_count != 1;
	return field->index != ROLE_BINDER || request->binder_count != 1;
}

const struct record_type *rank_type_for(const struct evaluator *evaluator,
					const struct rank_request *request, struct arena *arena)
{
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields =
	    ARENA_NEW(arena, ROW_FIELDS + RANK_COVERAGE_FIELDS + RANK_ROBUST_FIELDS, struct field);
	size_t count = ROW_FIELDS;

	memcpy(fields, row_fields, sizeof row_fields);
	for (size_t i = 0; i < count; i++) {
		if (fields[i].get == get_criteria)
			fields[i].type = rank_criteria_type(evaluator->model, arena);
		if (!people_see(&fields[i], request))
			fields[i].where &= ~(unsigned)FIELD_PEOPLE;
	}
	count += rank_add_coverages(fields + count, arena);
	if (request && request->robust)
		count = add_robust(fields, count);
	for (size_t i = 0; i < count; i++)
		fields[i].context = evaluator;
	*type = (struct record_type){"ranking-row", "One combination of a ranking.", fields, count};
	return type;
}

const struct record_type *rank_record_type(const struct evaluator *evaluator, struct arena *arena)
{
	return rank_type_for(evaluator, NULL, arena);
}
