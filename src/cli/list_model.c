/* SPDX-License-Identifier: MIT */
/* The model as records: gates, criteria, terms; and what a model file can be written with. */
#include "cli/fields.h"
#include "cli/list.h"
#include "model/builtin.h"
#include "model/gate_text.h"
#include "model/grammar.h"
#include "read/json.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* ---- gates ---- */

static struct value get_gate_verdict(const struct field *field, const void *row,
				     struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(model_words_verdict[((const struct gate *)row)->verdict]);
}

static struct value get_gate_of(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(model_words_of[((const struct gate *)row)->each_part]);
}

static struct value get_gate_reason(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_text(gate_text_short(row));
}

/* clang-format off */
static const struct field gate_fields[] = {
    FIELD_TEXT("gate", "gate", str, struct gate, id, 0, "Name in rejected_by and warnings."),
    FIELD_GETTER("verdict", "verdict", VALUE_TEXT, get_gate_verdict, 0,
		 "reject lists last, warn keeps."),
    FIELD_NUMBER("factor", "factor", double, struct gate, factor, 1,
		 "Of a warning, on the total; 1 is shown only."),
    FIELD_GETTER("of", "of", VALUE_TEXT, get_gate_of, PRIORITY_EXTRA + 2,
		 "Tested for each part of a blend, or for the mixture."),
    FIELD_NUMBER("from", "from share", double, struct gate, from, PRIORITY_EXTRA + 3,
		 "Volume fraction from which a part counts."),
    {.key = "why", .label = "why", .unit = "", .kind = VALUE_TEXT, .digits = -1,
     .where = FIELD_MACHINE, .doc = "The reason; {role.property} stands for a value.",
     .get = field_of_str, .index = offsetof(struct gate, why)},
    {.key = "reason", .label = "why", .unit = "", .kind = VALUE_TEXT, .digits = -1,
     .where = FIELD_PEOPLE, .show = SHOW_WRAP, .doc = "The reason, without values.",
     .get = get_gate_reason},
    FIELD_TEXT("source", "source", str, struct gate, source, PRIORITY_EXTRA + 1,
	       "Key of the source."),
    FIELD_TEXT("basis", "basis", str, struct gate, basis, PRIORITY_EXTRA + 1,
	       "Said where there is no source."),
};
/* clang-format on */

static const struct record_type gate_type = {"gate", "A rule that rejects or warns.", gate_fields,
					     COUNT_OF(gate_fields)};

enum session_status list_gates(struct cli *cli, const struct list_topic *topic,
			       struct report *report)
{
	const struct model *model = session_model(cli->session);

	(void)topic;
	report->type = &gate_type;
	list_set_rows(report, session_arena(cli->session), model->gates, model->gate_count,
		      sizeof *model->gates);
	return SESSION_OK;
}

/* ---- criteria ---- */

static struct value get_combine(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(model_words_combine[((const struct criterion *)row)->combine]);
}

static struct value get_limits(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_flag(((const struct criterion *)row)->limit != NULL);
}

static struct value get_has_measured(const struct field *field, const void *row,
				     struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_flag(((const struct criterion *)row)->measured != NULL);
}

static const struct field criterion_fields[] = {
    FIELD_TEXT("criterion", "criterion", str, struct criterion, id, 0,
	       "Name for --weight and in results."),
    FIELD_NUMBER("weight", "weight", double, struct criterion, weight, 0,
		 "Before all are normalised."),
    FIELD_GETTER("combine", "mean of terms", VALUE_TEXT, get_combine, 1,
		 "How its terms become one number."),
    FIELD_GETTER("limits", "limits total", VALUE_FLAG, get_limits, 2,
		 "Whether a low value holds the total down."),
    FIELD_GETTER("measured", "measured", VALUE_FLAG, get_has_measured, 2,
		 "Whether observations override the rule."),
    FIELD_NUMBER("terms", "terms", size, struct criterion, term_count, 1, "Number of terms."),
    FIELD_WRAP("doc", "what", str, struct criterion, doc, 0, "What it asks."),
};

static const struct record_type criterion_type = {"criterion", "A part of the score.",
						  criterion_fields, COUNT_OF(criterion_fields)};

enum session_status list_criteria(struct cli *cli, const struct list_topic *topic,
				  struct report *report)
{
	const struct model *model = session_model(cli->session);

	(void)topic;
	report->type = &criterion_type;
	list_set_rows(report, session_arena(cli->session), model->criteria, model->criterion_count,
		      sizeof *model->criteria);
	return SESSION_OK;
}

/* ---- terms ---- */

struct term_row {
	struct str criterion;
	struct str id;
	struct str label;
	double weight;
	double missing;
	bool inferred;
	struct str source;
	struct str basis;
};

static const struct field term_fields[] = {
    FIELD_TEXT("criterion", "criterion", str, struct term_row, criterion, 0,
	       "The criterion that it belongs to."),
    FIELD_TEXT("term", "term", str, struct term_row, id, 0, "Name in inferred and missing."),
    FIELD_NUMBER("weight", "weight", double, struct term_row, weight, 0,
		 "Among the terms of its criterion."),
    FIELD_NUMBER("missing", "if unknown", double, struct term_row, missing, 1,
		 "Desirability that is used when nothing is known."),
    FIELD_ROW("inferred", "inferred", VALUE_FLAG, flag, struct term_row, inferred, PRIORITY_EXTRA,
	      "An inference by nature."),
    FIELD_WRAP("label", "what", str, struct term_row, label, 0, "Name for people."),
    FIELD_TEXT("source", "source", str, struct term_row, source, PRIORITY_EXTRA,
	       "Key of the source."),
    FIELD_TEXT("basis", "basis", str, struct term_row, basis, PRIORITY_EXTRA,
	       "Said where there is no source."),
};

static const struct record_type term_type = {"term", "A part of a criterion.", term_fields,
					     COUNT_OF(term_fields)};

enum session_status list_terms(struct cli *cli, const struct list_topic *topic,
			       struct report *report)
{
	const struct model *model = session_model(cli->session);
	struct arena *arena = session_arena(cli->session);
	struct term_row *rows = ARENA_NEW(arena, model->term_count, struct term_row);

	(void)topic;
	for (size_t i = 0; i < model->term_count; i++) {
		const struct term *term = &model->terms[i];

		rows[i] = (struct term_row){.criterion = model->criteria[term->criterion].id,
					    .id = term->id,
					    .label = term->label,
					    .weight = term->weight,
					    .missing = term->missing,
					    .inferred = term->inferred,
					    .source = term->source,
					    .basis = term->basis};
	}
	report->type = &term_type;
	list_set_rows(report, arena, rows, model->term_count, sizeof *rows);
	return SESSION_OK;
}

/* ---- what a model file can be written with ---- */

static const struct field measure_fields[] = {
    FIELD_TEXT("measure", "measure", chars, struct measure_type, word, 0, "The word."),
    FIELD_WRAP("doc", "what", chars, struct measure_type, doc, 0, "What it takes and gives."),
};

static const struct record_type measure_type_type = {"measure", "A way to read a number.",
						     measure_fields, COUNT_OF(measure_fields)};

enum session_status list_measures(struct cli *cli, const struct list_topic *topic,
				  struct report *report)
{
	(void)topic;
	report->type = &measure_type_type;
	list_set_rows(report, session_arena(cli->session), measure_types, MEASURE_OP_COUNT,
		      sizeof *measure_types);
	return SESSION_OK;
}

static const struct field condition_fields[] = {
    FIELD_TEXT("condition", "condition", chars, struct condition_type, word, 0, "The word."),
    FIELD_WRAP("doc", "what", chars, struct condition_type, doc, 0, "What it asks."),
};

static const struct record_type condition_type_type = {
    "condition", "A question of a gate.", condition_fields, COUNT_OF(condition_fields)};

enum session_status list_conditions(struct cli *cli, const struct list_topic *topic,
				    struct report *report)
{
	(void)topic;
	report->type = &condition_type_type;
	list_set_rows(report, session_arena(cli->session), condition_types, CONDITION_OP_COUNT,
		      sizeof *condition_types);
	return SESSION_OK;
}

/* ---- built-in models ---- */

struct model_row {
	struct str name;
	struct str route;
	struct str doc;
	struct str file;
};

static const struct field model_fields[] = {
    FIELD_TEXT("model", "model", str, struct model_row, name, 0, "Name for --model."),
    FIELD_TEXT("route", "route", str, struct model_row, route, 1, "The process it is for."),
    FIELD_WRAP("doc", "what", str, struct model_row, doc, 0, "What it judges."),
    FIELD_TEXT("file", "file", str, struct model_row, file, PRIORITY_EXTRA,
	       "The file in data/ that it was built from."),
};

static const struct record_type model_type = {"model", "A built-in model.", model_fields,
					      COUNT_OF(model_fields)};

static struct str member_text(const struct json *object, const char *key)
{
	const struct json *member = json_member(object, key);

	return member && member->type == JSON_STRING ? member->string : STR_LITERAL("");
}

enum session_status list_models(struct cli *cli, const struct list_topic *topic,
				struct report *report)
{
	struct arena *arena = session_arena(cli->session);
	const size_t count = builtin_model_count();
	struct source *sources = ARENA_NEW(arena, count, struct source);
	struct model_row *rows = ARENA_NEW(arena, count, struct model_row);

	(void)topic;
	for (size_t i = 0; i < count; i++) {
		const struct builtin_model model = builtin_model_at(i);
		const struct json *root;

		sources[i] = model.source;
		root = json_read(&sources[i], arena, session_sink(cli->session));
		rows[i] = (struct model_row){model.name, member_text(root, "route"),
					     member_text(root, "doc"), str_from(model.source.name)};
	}
	report->type = &model_type;
	list_set_rows(report, arena, rows, count, sizeof *rows);
	return SESSION_OK;
}
