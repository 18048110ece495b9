/* SPDX-License-Identifier: MIT */
/* How the total is made, as a record: what eval.c computes with, nothing else of the model. */
#include "base/fields.h"
#include "engine/eval_term.h"
#include "engine/rank_page_parts.h"
#include "engine/rank_parts.h"
#include "model/gate_text.h"

#define TYPE_OF(key, fields, doc)                                                                  \
	{                                                                                          \
		(key), (doc), (fields), sizeof(fields) / sizeof(fields)[0]                         \
	}

/* ---- Counts ------------------------------------------------------------------------------ */

#define COUNT_FIELD(key, doc) FIELD_NUMBER(#key, #key, size, struct ranking, key, 0, doc)

static const struct field count_fields[] = {
    COUNT_FIELD(screened, "Combinations that passed the filters."),
    COUNT_FIELD(ranked, "Of these, not rejected."),
    COUNT_FIELD(rejected, "Of these, rejected."),
    COUNT_FIELD(filtered, "Left out by a filter."),
    COUNT_FIELD(unknown, "Left out because the filtered value is unknown."),
};
static const struct record_type count_type =
    TYPE_OF("page-counts", count_fields, "How many were screened.");

struct value rank_counts_value(const struct ranking *ranking)
{
	return value_record(&count_type, ranking);
}

/* ---- Small parts ------------------------------------------------------------------------- */

static const struct field point_fields[] = {
    FIELD_NUMBER("x", "x", double, struct curve_point, x, 0, "Value of the criterion."),
    FIELD_NUMBER("y", "y", double, struct curve_point, y, 0, "Limit of the total."),
};
static const struct record_type point_type =
    TYPE_OF("page-point", point_fields, "A point of a curve.");

static const struct field verdict_fields[] = {
    FIELD_TEXT("word", "word", str, struct verdict, word, 0, "The verdict."),
    FIELD_NUMBER("at", "at", double, struct verdict, at, 0, "Lowest score."),
    FIELD_NUMBER("low_at", "low_at", double, struct verdict, low_at, 0,
		 "Lowest low end of the score."),
};
static const struct record_type verdict_type =
    TYPE_OF("page-verdict", verdict_fields, "A verdict, best first.");

static const struct field term_fields[] = {
    FIELD_TEXT("id", "id", str, struct term, id, 0, "Id in its criterion."),
    FIELD_TEXT("label", "label", str, struct term, label, 0, "For people."),
    FIELD_NUMBER("weight", "weight", double, struct term, weight, 0, "In its criterion."),
};
static const struct record_type term_type = TYPE_OF("page-rule-term", term_fields, "A term.");

static struct value get_gate_verdict(const struct field *field, const void *row,
				     struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(((const struct gate *)row)->verdict == GATE_REJECT ? "reject" : "warn");
}

static struct value get_gate_why(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_text(gate_text_short(row));
}

static const struct field gate_fields[] = {
    FIELD_TEXT("id", "id", str, struct gate, id, 0, "Id of the gate."),
    FIELD_GETTER("verdict", "verdict", VALUE_TEXT, get_gate_verdict, 0, "reject or warn."),
    FIELD_NUMBER("factor", "factor", double, struct gate, factor, 0, "On the score; 1: none."),
    FIELD_GETTER("why", "why", VALUE_TEXT, get_gate_why, 0, "Reason, without its particulars."),
};
static const struct record_type gate_type = TYPE_OF("page-rule-gate", gate_fields, "A gate.");

/* Records of an array whose items are `size` bytes. */
static struct value list_of(const struct record_type *type, const void *items, size_t size,
			    size_t count, struct arena *arena)
{
	struct value *values = ARENA_NEW(arena, count + 1, struct value);

	for (size_t i = 0; i < count; i++)
		values[i] = value_record(type, (const char *)items + i * size);
	return value_list(values, count);
}

/* ---- Caps -------------------------------------------------------------------------------- */

struct cap_row {
	const struct model *model;
	const struct missing_cap *cap;
};

/* "criterion.term" of each term that it asks for: whole criteria are spelled out. */
static struct value get_cap_terms(const struct field *field, const void *row, struct arena *arena)
{
	const struct cap_row *it = row;
	struct value *items =
	    ARENA_NEW(arena, it->cap->term_count + it->model->term_count + 1, struct value);
	size_t count = 0;

	(void)field;
	for (size_t i = 0; i < it->cap->term_count; i++)
		items[count++] = value_text(model_term_path(it->model, it->cap->terms[i], arena));
	for (size_t t = 0; t < it->model->term_count; t++)
		for (size_t i = 0; i < it->cap->criterion_count; i++)
			if (it->model->terms[t].criterion == it->cap->criteria[i])
				items[count++] = value_text(model_term_path(it->model, t, arena));
	return value_list(items, count);
}

static struct value get_cap_verdict(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_number((double)((const struct cap_row *)row)->cap->at_most);
}

static const struct field cap_fields[] = {
    FIELD_GETTER("terms", "terms", VALUE_LIST, get_cap_terms, 0,
		 "One of these missing holds the verdict down."),
    FIELD_GETTER("at_most", "at_most", VALUE_NUMBER, get_cap_verdict, 0,
		 "Index of the best verdict then."),
};
static const struct record_type cap_type = TYPE_OF("page-cap", cap_fields, "A cap.");

static struct value caps_list(const struct model *model, struct arena *arena)
{
	struct cap_row *rows = ARENA_NEW(arena, model->missing_cap_count + 1, struct cap_row);

	for (size_t i = 0; i < model->missing_cap_count; i++)
		rows[i] = (struct cap_row){model, &model->missing_caps[i]};
	return list_of(&cap_type, rows, sizeof *rows, model->missing_cap_count, arena);
}

/* ---- Criteria ---------------------------------------------------------------------------- */

struct criterion_row {
	struct str id;
	struct str label;
	struct str short_label;
	struct str doc;
	const char *combine;
	double weight;
	double group; /* of the sum: see struct partial */
	bool counts;  /* has weight, and what it needs is there */
	struct value limit;
	struct value terms;
};

#define CRITERION_TEXT(key, member, doc)                                                           \
	FIELD_TEXT(key, key, str, struct criterion_row, member, 0, doc)

static const struct field criterion_fields[] = {
    CRITERION_TEXT("id", id, "Id of the criterion."),
    CRITERION_TEXT("label", label, "For people."),
    CRITERION_TEXT("short", short_label, "A few letters."),
    CRITERION_TEXT("doc", doc, "What it asks."),
    FIELD_TEXT("combine", "combine", chars, struct criterion_row, combine, 0,
	       "Mean of its terms: geometric, arithmetic or minimum."),
    FIELD_NUMBER("weight", "weight", double, struct criterion_row, weight, 0,
		 "As written or asked for; the program divides by their sum."),
    FIELD_NUMBER("group", "group", double, struct criterion_row, group, 0,
		 "Sums are made in groups, then added in this order."),
    FIELD_ROW("counts", "counts", VALUE_FLAG, flag, struct criterion_row, counts, 0,
	      "Whether it was evaluated."),
    FIELD_ROW("limit", "limit", VALUE_LIST, value, struct criterion_row, limit, 0,
	      "Curve of the total's limit over its value; empty: none."),
    FIELD_ROW("terms", "terms", VALUE_LIST, value, struct criterion_row, terms, 0, "Its terms."),
};
static const struct record_type criterion_type =
    TYPE_OF("page-criterion", criterion_fields, "A criterion of the model.");

static const char *combine_word(enum combine combine)
{
	switch (combine) {
	case COMBINE_GEOMETRIC:
		return "geometric";
	case COMBINE_ARITHMETIC:
		return "arithmetic";
	case COMBINE_MINIMUM:
		break;
	}
	return "minimum";
}

static struct criterion_row criterion_row(const struct model *model, size_t c, role_set given,
					  struct arena *arena)
{
	const struct criterion *criterion = &model->criteria[c];
	const struct curve *limit = criterion->limit;

	return (struct criterion_row){
	    .id = criterion->id,
	    .label = criterion->label,
	    .short_label = criterion->short_label,
	    .doc = criterion->doc,
	    .combine = combine_word(criterion->combine),
	    .weight = criterion->weight,
	    .group = (double)collapse_group(criterion->roles),
	    .counts = criterion->weight > 0.0 && rank_criterion_counts(criterion, given),
	    .limit = list_of(&point_type, limit ? limit->points : NULL, sizeof *limit->points,
			     limit ? limit->count : 0, arena),
	    .terms = list_of(&term_type, &model->terms[criterion->first_term], sizeof *model->terms,
			     criterion->term_count, arena),
	};
}

static struct value criteria_list(const struct model *model, role_set given, struct arena *arena)
{
	struct criterion_row *rows =
	    ARENA_NEW(arena, model->criterion_count + 1, struct criterion_row);

	for (size_t i = 0; i < model->criterion_count; i++)
		rows[i] = criterion_row(model, i, given, arena);
	return list_of(&criterion_type, rows, sizeof *rows, model->criterion_count, arena);
}

/* ---- All of it --------------------------------------------------------------------------- */

struct rules {
	double floor;
	const char *missing;
	struct value verdicts;
	struct value caps;
	struct value criteria;
	struct value gates;
};

#define RULES_LIST(key, member, doc)                                                               \
	FIELD_ROW(key, key, VALUE_LIST, value, struct rules, member, 0, doc)

static const struct field rules_fields[] = {
    FIELD_NUMBER("floor", "floor", double, struct rules, floor, 0,
		 "Criteria are held at this or above inside the mean."),
    FIELD_TEXT("missing", "missing", chars, struct rules, missing, 0,
	       "What an unknown term counts: worst, assume, best."),
    RULES_LIST("verdicts", verdicts, "Verdicts, best first."),
    RULES_LIST("caps", caps, "What something missing does to the verdict."),
    RULES_LIST("criteria", criteria, "Criteria of the model."),
    RULES_LIST("gates", gates, "Gates of the model."),
};
static const struct record_type rules_type =
    TYPE_OF("page-rules", rules_fields, "How the total is made.");

/* What every combination of the ranking has; see run_head_given(). */
static role_set given_to_all(const struct rank_request *request)
{
	const struct run_head head = {.salt = request->salt != DB_NO_ROW,
				      .dry = request->solvent_count == 0};

	return run_head_given(&head);
}

struct value rank_rules_value(const struct ranking *ranking, struct arena *arena)
{
	const struct evaluator *evaluator = ranking->request->evaluator;
	const struct model *model = evaluator->model;
	struct rules *rules = ARENA_NEW(arena, 1, struct rules);

	*rules = (struct rules){
	    .floor = model->floor,
	    .missing = missing_policy_words[evaluator->options.missing],
	    .verdicts = list_of(&verdict_type, model->verdicts, sizeof *model->verdicts,
				model->verdict_count, arena),
	    .caps = caps_list(model, arena),
	    .criteria = criteria_list(model, given_to_all(ranking->request), arena),
	    .gates =
		list_of(&gate_type, model->gates, sizeof *model->gates, model->gate_count, arena),
	};
	return value_record(&rules_type, rules);
}
