/* SPDX-License-Identifier: MIT */
#include "engine/explain_fields.h"

#include <math.h>

#include "base/fields.h"

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

static const struct explain_step *step_of(const void *row)
{
	return row;
}

static struct value get_value(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return step_of(row)->value;
}

/* Terms and what else stands under a criterion are set in. */
static struct value get_indented(const struct field *field, const void *row, struct arena *arena)
{
	const struct explain_step *step = step_of(row);
	struct text text;

	(void)field;
	if (step->kind != STEP_TERM && step->kind != STEP_MEASURED)
		return value_text(step->what);
	text_init(&text, arena);
	text_addf(&text, "- " STR_FORMAT, STR_ARGS(step->what));
	return value_text(text_str(&text));
}

/* "9.0 kcal/mol (6.5 to 11.5)". */
static struct value get_with_range(const struct field *field, const void *row, struct arena *arena)
{
	const struct explain_step *step = step_of(row);
	struct text text;

	(void)field;
	if (step->range.length == 0)
		return value_text(step->shown);
	text_init(&text, arena);
	text_addf(&text, STR_FORMAT " (" STR_FORMAT ")", STR_ARGS(step->shown),
		  STR_ARGS(step->range));
	return value_text(text_str(&text));
}

static struct value get_desirability(const struct field *field, const void *row,
				     struct arena *arena)
{
	struct num d = step_of(row)->desirability;

	(void)field;
	(void)arena;
	if (isnan(d.value))
		return value_null();
	if (d.state == NUM_NONE)
		d.state = NUM_KNOWN;
	return value_num(d);
}

static struct value get_citation(const struct field *field, const void *row, struct arena *arena)
{
	const struct citation *citation = step_of(row)->citation;

	(void)field;
	(void)arena;
	return citation && citation->citation.length > 0 ? value_text(citation->citation)
							 : value_null();
}

static struct value get_link(const struct field *field, const void *row, struct arena *arena)
{
	const struct citation *citation = step_of(row)->citation;
	const struct str link = !citation                  ? (struct str){NULL, 0}
				: citation->doi.length > 0 ? citation->doi
							   : citation->url;

	(void)field;
	(void)arena;
	return link.length > 0 ? value_text(link) : value_null();
}

#define STEP_FIELD(key_, label_, kind_, where_, show_, digits_, priority_, get_, member_, doc_)    \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = (kind_),                     \
		.digits = (digits_), .where = (where_), .show = (show_), .priority = (priority_),  \
		.doc = (doc_), .get = (get_), .index = offsetof(struct explain_step, member_)      \
	}
#define STR_FIELD(key, label, where, show, priority, member, doc)                                  \
	STEP_FIELD(key, label, VALUE_TEXT, where, show, -1, priority, field_of_str, member, doc)
#define NUMBER_FIELD(key, label, where, show, digits, priority, member, doc)                       \
	STEP_FIELD(key, label, VALUE_NUMBER, where, show, digits, priority, field_of_double,       \
		   member, doc)

#define FIELD_STEP                                                                                 \
	STEP_FIELD("step", "step", VALUE_TEXT, FIELD_MACHINE, SHOW_PLAIN, -1, 0, field_of_chars,   \
		   step, "Sort of step.")
#define FIELD_CRITERION                                                                            \
	STR_FIELD("criterion", "criterion", FIELD_MACHINE, SHOW_PLAIN, 0, criterion,               \
		  "Criterion of the model.")
#define FIELD_TERM                                                                                 \
	STR_FIELD("term", "term", FIELD_MACHINE, SHOW_PLAIN, 0, term,                              \
		  "Term of the criterion; of a cell all terms that read it.")
#define FIELD_VALUE                                                                                \
	STEP_FIELD("value", "value", VALUE_NUMBER, FIELD_MACHINE, SHOW_PLAIN, -1, 0, get_value,    \
		   value, "Number or word that was read.")
#define FIELD_LOW                                                                                  \
	NUMBER_FIELD("low", "low", FIELD_MACHINE, SHOW_PLAIN, -1, 0, low,                          \
		     "Low end of its interval.")
#define FIELD_HIGH                                                                                 \
	NUMBER_FIELD("high", "high", FIELD_MACHINE, SHOW_PLAIN, -1, 0, high,                       \
		     "High end of its interval.")
#define FIELD_UNIT STR_FIELD("unit", "unit", FIELD_MACHINE, SHOW_PLAIN, 0, unit, "Of the value.")
#define FIELD_D(where)                                                                             \
	STEP_FIELD("desirability", "d", VALUE_NUM, where, SHOW_PLAIN, 2, 0, get_desirability,      \
		   desirability, "What it is worth, 0 to 1, with its interval.")
#define FIELD_SHARE                                                                                \
	NUMBER_FIELD("loss_share", "share", FIELD_MACHINE, SHOW_PLAIN, -1, 0, share,               \
		     "Share of what the total loses.")
#define FIELD_CITATION                                                                             \
	STEP_FIELD("citation", "citation", VALUE_TEXT, FIELD_MACHINE, SHOW_PLAIN, -1, 0,           \
		   get_citation, citation, "The source in full.")
#define FIELD_DOI                                                                                  \
	STEP_FIELD("doi", "doi", VALUE_TEXT, FIELD_MACHINE, SHOW_PLAIN, -1, 0, get_link, citation, \
		   "Digital object identifier or address of the source.")

static const struct field step_fields[] = {
    FIELD_STEP,
    FIELD_CRITERION,
    FIELD_TERM,
    STR_FIELD("id", "id", FIELD_MACHINE, SHOW_PLAIN, 0, id,
	      "Property, gate, fact or source that the step is about."),
    STR_FIELD("what", "what", BOTH, SHOW_WRAP, 0, what, "What the step is, in words."),
    STR_FIELD("of", "of", BOTH, SHOW_PLAIN, 3, of, "Material that it is about."),
    FIELD_VALUE,
    STR_FIELD("shown", "value", FIELD_PEOPLE, SHOW_PLAIN, 0, shown, "The value with its unit."),
    FIELD_LOW,
    FIELD_HIGH,
    FIELD_UNIT,
    FIELD_D(BOTH),
    NUMBER_FIELD("weight", "weight", BOTH, SHOW_PERCENT, -1, 2, weight,
		 "Share of the total's weights; of a measured row that of its grade; of a gate its "
		 "factor."),
    FIELD_SHARE,
    NUMBER_FIELD(
	"loss_points", "costs", BOTH, SHOW_PLAIN, 1, 1, points,
	"Points that the total loses; of a measurement the points that the interval does."),
    STR_FIELD("kind", "kind", BOTH, SHOW_PLAIN, 4, known,
	      "How the value is known; of a gate whether it rejects or warns; of a fact its sort."),
    STR_FIELD("status", "status", BOTH, SHOW_PLAIN, 5, status,
	      "measured, inferred, missing; passed, fired, unchecked; what a fact found."),
    STR_FIELD("by", "by", FIELD_MACHINE, SHOW_PLAIN, 0, by,
	      "What fired a gate; grade of a fact; what a change would lead to."),
    STR_FIELD("why", "why", BOTH, SHOW_WRAP, PRIORITY_EXTRA, why, "Reason, stand-in, remark."),
    STR_FIELD("source", "source", BOTH, SHOW_PLAIN, 6, source, "Key of the source."),
    FIELD_CITATION,
    FIELD_DOI,
};

static const struct field criteria_fields[] = {
    FIELD_STEP,
    FIELD_CRITERION,
    FIELD_TERM,
    STEP_FIELD("what", "criterion, term", VALUE_TEXT, FIELD_PEOPLE, SHOW_WRAP, -1, 0, get_indented,
	       what, "What it is."),
    STR_FIELD("label", "what", FIELD_MACHINE, SHOW_PLAIN, 0, what, "What it is."),
    FIELD_VALUE,
    STR_FIELD("reads", "reads", FIELD_PEOPLE, SHOW_PLAIN, 0, shown, "What was read."),
    STR_FIELD("range", "range", FIELD_PEOPLE, SHOW_PLAIN, 1, range, "Its interval."),
    FIELD_LOW,
    FIELD_HIGH,
    FIELD_UNIT,
    FIELD_D(BOTH),
    NUMBER_FIELD("weight", "weight", BOTH, SHOW_PERCENT, -1, 0, weight,
		 "Share of the total's weights."),
    FIELD_SHARE,
    NUMBER_FIELD("loss_points", "costs", BOTH, SHOW_PLAIN, 1, 0, points,
		 "Points that the total loses to it."),
    STR_FIELD("state", "state", FIELD_MACHINE, SHOW_PLAIN, 0, status,
	      "measured, inferred or missing."),
    STR_FIELD("kind", "kind", BOTH, SHOW_PLAIN, PRIORITY_EXTRA, known,
	      "Weakest kind of its inputs."),
    STR_FIELD("why", "why", FIELD_MACHINE, SHOW_PLAIN, 0, why, "Stand-in, basis of the curve."),
    STR_FIELD("source", "curve by", BOTH, SHOW_PLAIN, PRIORITY_EXTRA, source,
	      "Key of the source of the rule."),
    FIELD_CITATION,
    FIELD_DOI,
};

static const struct field cell_fields[] = {
    STR_FIELD("property", "property", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Key of the property."),
    STR_FIELD("label", "property", FIELD_PEOPLE, SHOW_WRAP, 0, what, "Name of the property."),
    STR_FIELD("of", "of", BOTH, SHOW_PLAIN, 0, of, "Material."),
    STR_FIELD("terms", "read by", FIELD_MACHINE, SHOW_PLAIN, 0, term, "Terms that read it."),
    FIELD_VALUE,
    STEP_FIELD("shown", "value", VALUE_TEXT, FIELD_PEOPLE, SHOW_WRAP, -1, 0, get_with_range, shown,
	       "The value with its unit and interval."),
    FIELD_LOW,
    FIELD_HIGH,
    FIELD_UNIT,
    STR_FIELD("state", "state", FIELD_MACHINE, SHOW_PLAIN, 0, status,
	      "measured, inferred (stands in) or missing (unknown)."),
    STR_FIELD("kind", "kind", BOTH, SHOW_PLAIN, 0, known, "How it is known."),
    STR_FIELD("source", "source", BOTH, SHOW_PLAIN, 0, source, "Key of the source."),
    STR_FIELD("note", "note", BOTH, SHOW_WRAP, PRIORITY_EXTRA, why,
	      "What it stands in for; remark of the ledger."),
    FIELD_CITATION,
    FIELD_DOI,
};

static const struct field row_fields[] = {
    FIELD_CRITERION,
    STR_FIELD("term", "term", FIELD_MACHINE, SHOW_PLAIN, 0, term,
	      "Term that reads a number off it; null: the row weighs in on the whole criterion."),
    FIELD_VALUE,
    STR_FIELD("fact", "fact", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Id of the row."),
    STR_FIELD("what", "measured row", BOTH, SHOW_WRAP, 0, what, "What was brought together."),
    STR_FIELD("outcome", "outcome", BOTH, SHOW_PLAIN, 0, status, "What was found."),
    FIELD_D(BOTH),
    STR_FIELD("grade", "grade", BOTH, SHOW_PLAIN, 0, by, "Grade of the evidence."),
    NUMBER_FIELD("weight", "weight", BOTH, SHOW_PERCENT, -1, 0, weight, "Weight of that grade."),
    STR_FIELD("source", "source", BOTH, SHOW_PLAIN, 0, source, "Key of the source."),
    STR_FIELD("note", "note", BOTH, SHOW_WRAP, PRIORITY_EXTRA, why, "Numbers and remarks."),
    FIELD_CITATION,
    FIELD_DOI,
};

/* People read the gates as lines. */
static const struct field gate_fields[] = {
    STR_FIELD("gate", "gate", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Gate of the model."),
    STR_FIELD("verdict", "verdict", FIELD_MACHINE, SHOW_PLAIN, 0, known, "reject or warn."),
    STR_FIELD("status", "status", FIELD_MACHINE, SHOW_PLAIN, 0, status,
	      "passed, fired, or unchecked because something is unknown."),
    STR_FIELD("by", "by", FIELD_MACHINE, SHOW_PLAIN, 0, by,
	      "measurement: a fact about exactly these materials; inference: a rule."),
    STR_FIELD("of", "of", FIELD_MACHINE, SHOW_PLAIN, 0, of, "Part of the liquid that fired it."),
    STR_FIELD("because", "because", FIELD_MACHINE, SHOW_PLAIN, 0, shown,
	      "What fired it, or what is unknown."),
    NUMBER_FIELD("factor", "factor", FIELD_MACHINE, SHOW_PLAIN, 2, 0, weight,
		 "Factor of a warning; null: shown only."),
    STR_FIELD("why", "why", FIELD_MACHINE, SHOW_PLAIN, 0, why, "Reason."),
    STR_FIELD("source", "source", FIELD_MACHINE, SHOW_PLAIN, 0, source, "Key of the source."),
    FIELD_CITATION,
    FIELD_DOI,
};

static const struct field precedent_fields[] = {
    STR_FIELD("scope", "about", BOTH, SHOW_PLAIN, 0, shown,
	      "This electrolyte, its family, or sulfides at large."),
    STR_FIELD("fact", "fact", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Id of the row."),
    STR_FIELD("kind", "kind", BOTH, SHOW_PLAIN, 1, known, "recipe or exposure."),
    STR_FIELD("what", "what", BOTH, SHOW_WRAP, 0, what, "What was brought together."),
    STR_FIELD("outcome", "outcome", BOTH, SHOW_PLAIN, 0, status, "What was found."),
    STR_FIELD("grade", "grade", BOTH, SHOW_PLAIN, 2, by, "Grade of the evidence."),
    STR_FIELD("source", "source", BOTH, SHOW_PLAIN, 0, source, "Key of the source."),
    STR_FIELD("note", "note", BOTH, SHOW_WRAP, PRIORITY_EXTRA, why, "Numbers and remarks."),
    FIELD_CITATION,
    FIELD_DOI,
};

static const struct field change_fields[] = {
    STR_FIELD("change", "change", FIELD_MACHINE, SHOW_PLAIN, 0, what, "What would change it."),
    STR_FIELD("leads_to", "leads to", FIELD_MACHINE, SHOW_PLAIN, 0, by,
	      "A verdict; measure: a narrower interval; gate: no rejection."),
    FIELD_CRITERION,
    FIELD_TERM,
    STR_FIELD("gate", "gate", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Gate."),
    FIELD_VALUE,
    FIELD_UNIT,
    NUMBER_FIELD("points", "points", FIELD_MACHINE, SHOW_PLAIN, 1, 0, points,
		 "Points by which the interval of the score would be narrower."),
    NUMBER_FIELD("score_low", "score, low", FIELD_MACHINE, SHOW_PLAIN, 0, 0, low,
		 "Low end of the score's interval then."),
    NUMBER_FIELD("score_high", "score, high", FIELD_MACHINE, SHOW_PLAIN, 0, 0, high,
		 "High end of the score's interval then."),
    FIELD_D(FIELD_MACHINE),
};

/* People read the sources as lines. */
static const struct field source_fields[] = {
    STR_FIELD("source", "source", FIELD_MACHINE, SHOW_PLAIN, 0, id, "Key of the source."),
    FIELD_CITATION,
    FIELD_DOI,
};

#define TYPE_OF(key, fields, doc)                                                                  \
	{                                                                                          \
		(key), (doc), (fields), sizeof(fields) / sizeof(fields)[0]                         \
	}

const struct record_type explain_step_type =
    TYPE_OF("explain-step", step_fields, "One step from the data to the verdict.");
const struct record_type explain_criteria_type = TYPE_OF(
    "explain-term", criteria_fields, "A criterion, a term of it, or what else moves the total.");
const struct record_type explain_cell_type =
    TYPE_OF("explain-cell", cell_fields, "A cell of the database that a term read.");
const struct record_type explain_row_type =
    TYPE_OF("explain-row", row_fields, "A measured row that counts.");
const struct record_type explain_gate_type =
    TYPE_OF("explain-gate", gate_fields, "A gate and what became of it.");
const struct record_type explain_precedent_type =
    TYPE_OF("explain-precedent", precedent_fields, "Something published about the combination.");
const struct record_type explain_change_type =
    TYPE_OF("explain-change", change_fields, "What would change the score or the verdict.");
const struct record_type explain_source_type =
    TYPE_OF("explain-source", source_fields, "A source that was named.");
