/* SPDX-License-Identifier: MIT */
#include "engine/rank_page.h"

#include <math.h>
#include <string.h>

#include "base/fields.h"
#include "engine/eval_term.h"
#include "engine/explain_step.h"
#include "engine/rank_page_parts.h"

struct page_context {
	const struct ranking *ranking;
	const struct ledger *ledger;
	const struct citations *citations;
};

/* ---- Sources ----------------------------------------------------------------------------- */

static struct value get_link(const struct field *field, const void *row, struct arena *arena)
{
	const struct citation *citation = row;

	(void)field;
	(void)arena;
	if (citation->doi.length > 0)
		return value_text(citation->doi);
	return citation->url.length > 0 ? value_text(citation->url) : value_null();
}

static const struct field source_fields[] = {
    FIELD_TEXT("key", "source", str, struct citation, key, 0, "Key of the source."),
    FIELD_TEXT("citation", "citation", str, struct citation, citation, 0, "The source in full."),
    FIELD_GETTER("link", "link", VALUE_TEXT, get_link, 0, "Digital object identifier or address."),
};
static const struct record_type source_type = {"page-source", "A source.", source_fields,
					       sizeof source_fields / sizeof source_fields[0]};

/* A source that the database does not list is its key. */
static struct value get_source(const struct field *field, const void *row, struct arena *arena)
{
	const struct explain_step *step = row;
	struct citation *bare;

	(void)field;
	if (step->source.length == 0)
		return value_null();
	if (step->citation)
		return value_record(&source_type, step->citation);
	bare = ARENA_NEW(arena, 1, struct citation);
	bare->key = step->source;
	return value_record(&source_type, bare);
}

/* ---- Steps ------------------------------------------------------------------------------- */

/* For people to read; no score is computed from it. */
static double to_four_decimals(double x)
{
	return round(x * 1e4) / 1e4;
}

static struct value get_desirability(const struct field *field, const void *row,
				     struct arena *arena)
{
	struct num d = ((const struct explain_step *)row)->desirability;

	(void)field;
	(void)arena;
	d.value = to_four_decimals(d.value);
	d.low = to_four_decimals(d.low);
	d.high = to_four_decimals(d.high);
	if (d.state == NUM_NONE) /* no hazard, no flash point: that is knowledge */
		d.state = NUM_KNOWN;
	return value_num(d);
}

/* What was read, where the rule's own label does not say it. */
static struct value get_what(const struct field *field, const void *row, struct arena *arena)
{
	const struct explain_step *step = row;

	(void)field;
	(void)arena;
	return str_contains(step->what, STR_LITERAL(", read from ")) ? value_text(step->what)
								     : value_null();
}

#define STEP_TEXT(key, member, doc) FIELD_TEXT(key, key, str, struct explain_step, member, 0, doc)
#define STEP_SOURCE_FIELD                                                                          \
	FIELD_GETTER("source", "source", VALUE_RECORD, get_source, 0, "Where that is from.")
#define STEP_VALUE                                                                                 \
	FIELD_GETTER("d", "d", VALUE_NUM, get_desirability, 0, "What it is worth, 0 to 1.")

static const struct field term_fields[] = {
    STEP_TEXT("criterion", criterion, "Criterion of the model."),
    STEP_TEXT("term", term, "Term of the criterion."),
    STEP_VALUE,
    STEP_TEXT("kind", known, "Weakest kind of its inputs."),
    STEP_TEXT("shown", shown, "The value with its unit."),
    STEP_TEXT("range", range, "Its interval."),
    FIELD_GETTER("what", "what", VALUE_TEXT, get_what, 0, "What stands in for it."),
    STEP_TEXT("why", why, "Stand-in, basis of the curve."),
    STEP_SOURCE_FIELD,
};

static const struct field input_fields[] = {
    STEP_TEXT("of", of, "Material."),
    STEP_TEXT("what", what, "Property."),
    STEP_TEXT("shown", shown, "The value with its unit."),
    STEP_TEXT("range", range, "Its interval."),
    STEP_TEXT("status", status, "measured, inferred (stands in) or missing (unknown)."),
    STEP_TEXT("kind", known, "How it is known."),
    STEP_TEXT("why", why, "What it stands in for; remark of the ledger."),
    STEP_SOURCE_FIELD,
};

static const struct field gate_fields[] = {
    STEP_TEXT("gate", id, "Gate of the model."),
    STEP_TEXT("status", status, "fired or unchecked."),
    STEP_TEXT("by", by, "measurement or inference."),
    STEP_TEXT("shown", shown, "What fired it, or what is unknown."),
    STEP_SOURCE_FIELD,
};

static const struct field fact_fields[] = {
    STEP_TEXT("criterion", criterion, "Criterion that heard it."),
    STEP_TEXT("id", id, "Id of the row."),
    STEP_TEXT("scope", shown, "This electrolyte, its family, or sulfides at large."),
    STEP_TEXT("kind", known, "Sort of fact."),
    STEP_TEXT("what", what, "What was brought together."),
    STEP_TEXT("outcome", status, "What was found."),
    STEP_TEXT("grade", by, "Grade of the evidence."),
    STEP_TEXT("why", why, "Numbers and remarks."),
    STEP_SOURCE_FIELD,
};

#define TYPE_OF(key, fields, doc)                                                                  \
	{                                                                                          \
		(key), (doc), (fields), sizeof(fields) / sizeof(fields)[0]                         \
	}

static const struct record_type term_type = TYPE_OF("page-term", term_fields, "A term.");
static const struct record_type input_type =
    TYPE_OF("page-input", input_fields, "A cell of the database that a term read.");
static const struct record_type gate_type =
    TYPE_OF("page-gate", gate_fields, "A gate that did not pass.");
static const struct record_type fact_type =
    TYPE_OF("page-fact", fact_fields, "A measured row or a precedent.");

/* ---- Measured rows of a criterion -------------------------------------------------------- */

struct page_measured {
	const struct criterion *criterion;
	const struct criterion_result *result;
};

enum { MEASURED_CRITERION, MEASURED_WEIGHT, MEASURED_VALUE, MEASURED_RULE, MEASURED_KIND };

static struct value get_measured(const struct field *field, const void *row, struct arena *arena)
{
	const struct page_measured *measured = row;

	(void)arena;
	switch (field->index) {
	case MEASURED_CRITERION:
		return value_text(measured->criterion->id);
	case MEASURED_WEIGHT:
		return value_number(measured->result->measured_weight);
	case MEASURED_VALUE:
		return value_num(measured->result->measured);
	case MEASURED_RULE:
		return value_num(measured->result->rule);
	default:
		return value_word(num_kind_word(measured->result->measured.kind));
	}
}

#define MEASURED_FIELD(key_, kind_, index_, doc_)                                                  \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = (kind_), .digits = -1,         \
		.where = FIELD_PAGE, .doc = (doc_), .get = get_measured, .index = (index_)         \
	}

static const struct field measured_fields[] = {
    MEASURED_FIELD("criterion", VALUE_TEXT, MEASURED_CRITERION, "Criterion of the model."),
    MEASURED_FIELD("weight", VALUE_NUMBER, MEASURED_WEIGHT, "How much the rows count, 0 to 1."),
    MEASURED_FIELD("value", VALUE_NUM, MEASURED_VALUE, "What the rows say."),
    MEASURED_FIELD("rule", VALUE_NUM, MEASURED_RULE, "What the terms say."),
    MEASURED_FIELD("kind", VALUE_TEXT, MEASURED_KIND, "Kind of the rows."),
};
static const struct record_type measured_type =
    TYPE_OF("page-measured", measured_fields, "What measured rows do to a criterion.");

/* ---- The detail of a row ----------------------------------------------------------------- */

struct page_detail {
	struct value factor;
	struct value terms;
	struct value measured;
	struct value inputs;
	struct value rows;
	struct value gates;
	struct value precedents;
};

#define DETAIL_FIELD(key, kind, member, doc)                                                       \
	FIELD_ROW(key, key, kind, value, struct page_detail, member, 0, doc)

static const struct field detail_fields[] = {
    DETAIL_FIELD("factor", VALUE_NUM, factor,
		 "Factor on the score; low: on its low end; high: on its high end."),
    DETAIL_FIELD("gates", VALUE_LIST, gates, "Gates that fired or could not be checked."),
    DETAIL_FIELD("terms", VALUE_LIST, terms, "Terms that count."),
    DETAIL_FIELD("measured", VALUE_LIST, measured, "What measured rows do to the criteria."),
    DETAIL_FIELD("inputs", VALUE_LIST, inputs, "Cells of the database behind the terms."),
    DETAIL_FIELD("rows", VALUE_LIST, rows, "Measured rows that count."),
    DETAIL_FIELD("precedents", VALUE_LIST, precedents, "What others have done."),
};
static const struct record_type detail_type =
    TYPE_OF("page-detail", detail_fields, "What a score is made of.");

/* Of a rejected row only the gates that fired; else those that could not be checked, too. */
static bool is_of(const struct explain_step *step, enum step_kind kind, bool rejected)
{
	if (step->kind != kind || kind != STEP_GATE)
		return step->kind == kind;
	return str_is(step->status, "fired") || (!rejected && !str_is(step->status, "passed"));
}

static struct value steps_list(const struct explain_build *build, enum step_kind kind,
			       const struct record_type *type)
{
	struct value *items = ARENA_NEW(build->arena, build->count + 1, struct value);
	size_t count = 0;

	for (size_t i = 0; i < build->count; i++)
		if (is_of(&build->steps[i], kind, build->evaluation->rejected))
			items[count++] = value_record(type, &build->steps[i]);
	return value_list(items, count);
}

static struct value measured_list(const struct explain_build *build)
{
	const struct model *model = build->evaluator->model;
	struct page_measured *rows =
	    ARENA_NEW(build->arena, model->criterion_count + 1, struct page_measured);
	struct value *items = ARENA_NEW(build->arena, model->criterion_count + 1, struct value);
	size_t count = 0;

	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion_result *result = &build->evaluation->criteria[i];

		if (!result->active || !(result->measured_weight > 0.0))
			continue;
		rows[count] = (struct page_measured){&model->criteria[i], result};
		items[count] = value_record(&measured_type, &rows[count]);
		count++;
	}
	return value_list(items, count);
}

/* The low end counts warnings that could not be checked too: see score() in eval.c. */
static struct value factor_value(const struct explain_build *build)
{
	const struct evaluation *evaluation = build->evaluation;
	const struct model *model = build->evaluator->model;

	return value_num((struct num){.value = evaluation->factor,
				      .low = smallest_factor(model, evaluation->gates, true),
				      .high = smallest_factor(model, evaluation->gates, false),
				      .state = NUM_KNOWN,
				      .kind = NUM_CALCULATED});
}

/* Rejected rows say why; what a score that does not count is made of is left out. */
static bool is_whole(const struct ranking_row *row)
{
	return !row->evaluation->rejected || row->reference;
}

static struct value get_detail(const struct field *field, const void *row, struct arena *arena)
{
	const struct page_context *context = field->context;
	const struct ranking_row *ranked = row;
	struct explain_build build = {.evaluator = context->ranking->request->evaluator,
				      .evaluation = ranked->evaluation,
				      .ledger = context->ledger,
				      .citations = context->citations,
				      .arena = arena};
	struct page_detail *detail = ARENA_NEW(arena, 1, struct page_detail);
	const bool whole = is_whole(ranked);

	explain_add_gates(&build);
	if (whole) {
		explain_add_criteria(&build);
		explain_add_cells(&build);
		explain_add_rows(&build);
		explain_add_precedents(&build);
	}
	*detail = (struct page_detail){
	    .factor = factor_value(&build),
	    .gates = steps_list(&build, STEP_GATE, &gate_type),
	    .terms = steps_list(&build, STEP_TERM, &term_type),
	    .measured = whole ? measured_list(&build) : value_list(NULL, 0),
	    .inputs = steps_list(&build, STEP_INPUT, &input_type),
	    .rows = steps_list(&build, STEP_ROW, &fact_type),
	    .precedents = steps_list(&build, STEP_PRECEDENT, &fact_type),
	};
	return value_record(&detail_type, detail);
}

/* ---- The report -------------------------------------------------------------------------- */

static struct value get_rules(const struct field *field, const void *row, struct arena *arena)
{
	(void)row;
	return rank_rules_value(((const struct page_context *)field->context)->ranking, arena);
}

static struct value get_counts(const struct field *field, const void *row, struct arena *arena)
{
	(void)row;
	(void)arena;
	return rank_counts_value(((const struct page_context *)field->context)->ranking);
}

#define PAGE_FIELD(key_, get_, doc_)                                                               \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = VALUE_RECORD,                  \
		.where = FIELD_PAGE, .doc = (doc_), .get = (get_)                                  \
	}

/* What the page reads of a row; scores, ranks and verdicts it makes itself. */
static const char *const read_of_row[] = {"se",       "binder",   "solvent",   "salt",
					  "criteria", "warnings", "reference", "rejected_by"};

static struct value get_criteria(const struct field *field, const void *row, struct arena *arena)
{
	return is_whole(row) ? field_get(field->context, row, arena) : value_null();
}

static const struct field more_of_row[] = {
    PAGE_FIELD("detail", get_detail, "What the score is made of."),
};
static const struct field more_of_head[] = {
    PAGE_FIELD("rules", get_rules, "How the total is made."),
    PAGE_FIELD("counts", get_counts, "How many were screened."),
};

static bool is_read(const char *key)
{
	for (size_t i = 0; i < sizeof read_of_row / sizeof *read_of_row; i++)
		if (strcmp(read_of_row[i], key) == 0)
			return true;
	return false;
}

/* Takes from a row for machines what the page does not read: it would be half of its bytes. */
static const struct record_type *as_read(const struct record_type *type, struct arena *arena)
{
	struct record_type *read = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, type->count, struct field);

	memcpy(fields, type->fields, type->count * sizeof *fields);
	for (size_t i = 0; i < type->count; i++) {
		if (!is_read(fields[i].key))
			fields[i].where &= ~(unsigned)FIELD_MACHINE;
		if (strcmp(fields[i].key, "criteria") == 0) {
			fields[i].get = get_criteria;
			fields[i].context = &type->fields[i];
		}
	}
	*read = *type;
	read->fields = fields;
	return read;
}

static const struct record_type *with_more(const struct record_type *type, const struct field *more,
					   size_t count, const struct page_context *context,
					   struct arena *arena)
{
	struct record_type *longer = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, type->count + count, struct field);

	memcpy(fields, type->fields, type->count * sizeof *fields);
	for (size_t i = 0; i < count; i++) {
		fields[type->count + i] = more[i];
		fields[type->count + i].context = context;
	}
	*longer = *type;
	longer->fields = fields;
	longer->count = type->count + count;
	return longer;
}

void rank_page_extend(struct report *report, const struct ranking *ranking,
		      const struct ledger *ledger, const struct citations *citations,
		      struct arena *arena)
{
	struct page_context *context = ARENA_NEW(arena, 1, struct page_context);

	*context = (struct page_context){ranking, ledger, citations};
	report->type = with_more(as_read(report->type, arena), more_of_row,
				 sizeof more_of_row / sizeof more_of_row[0], context, arena);
	report->head.type = with_more(report->head.type, more_of_head,
				      sizeof more_of_head / sizeof more_of_head[0], context, arena);
}
