/* SPDX-License-Identifier: MIT */
/* Criteria and gates of a model file. */
#include <math.h>

#include "model/gate_text.h"
#include "model/model_reader.h"

/* Letters of an id that head a narrow column. */
enum { SHORT_LABEL = 4 };

static void check_term_weights(struct model_reader *reader, const struct json *list,
			       const struct term *terms, const struct criterion *criterion)
{
	struct text what;

	for (size_t i = 0; i < criterion->term_count; i++)
		if (terms[i].weight > 0.0)
			return;
	text_init(&what, reader->arena);
	text_addf(&what, "term of \"" STR_FORMAT "\"", STR_ARGS(criterion->id));
	DIAG_REPORT(reader->sink, MODEL_WEIGHTS, list->place, what.at);
}

static void read_terms(const struct model_node *node, struct criterion *criterion,
		       struct term *terms, size_t index)
{
	const struct json *list = model_node_get(node, "terms");
	struct str *ids;

	if (!list)
		return;
	ids = ARENA_NEW(node->reader->arena, list->count, struct str);
	for (const struct json *item = list->child; item; item = item->next) {
		struct term *term = &terms[criterion->term_count];

		model_read_term(node->reader, item, term);
		term->criterion = index;
		criterion->roles |= term->roles;
		ids[criterion->term_count++] = term->id;
	}
	model_report_duplicates(node->reader, list, "id", ids, "term");
	check_term_weights(node->reader, list, terms, criterion);
}

static void read_measured(const struct model_node *node, struct criterion *criterion)
{
	const struct json *json = model_node_get(node, "measured");

	if (!json)
		return;
	criterion->measured = model_read_measured(node->reader, json);
	criterion->roles |= model_query_roles(&criterion->measured->query);
}

static struct str_list read_texts(const struct model_node *node, const char *key)
{
	const struct json *list = model_node_get(node, key);
	struct str_list texts = {NULL, 0};
	struct str *at;

	if (!list)
		return texts;
	at = ARENA_NEW(node->reader->arena, list->count, struct str);
	for (const struct json *item = list->child; item; item = item->next)
		if (item->type == JSON_STRING)
			at[texts.count++] = item->string;
	texts.at = at;
	return texts;
}

static enum role needed_role(const struct model_node *node)
{
	size_t word = model_node_given_word(node, "needs");

	return word == SIZE_MAX ? ROLE_COUNT : (enum role)word;
}

static void read_criterion(struct model_reader *reader, const struct json *json,
			   struct model *model, struct criterion *criteria, struct term *terms)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_CRITERION], json);
	struct criterion *criterion = &criteria[model->criterion_count];
	struct str label = model_node_text(&node, "label");
	struct str short_label = model_node_text(&node, "short");

	criterion->id = model_node_text(&node, "id");
	criterion->label = label.length ? label : criterion->id;
	criterion->short_label =
	    short_label.length ? short_label : str_part(criterion->id, 0, SHORT_LABEL);
	criterion->weight = model_node_number(&node, "weight");
	criterion->combine = (enum combine)model_node_word(&node, "combine");
	criterion->limit = model_node_curve(&node, "limit");
	criterion->needs = needed_role(&node);
	criterion->doc = model_node_text(&node, "doc");
	criterion->in_sample = read_texts(&node, "in_sample");
	if (criterion->needs != ROLE_COUNT)
		criterion->roles |= model_role_bit(criterion->needs);
	criterion->first_term = model->term_count;
	read_measured(&node, criterion);
	read_terms(&node, criterion, terms + model->term_count, model->criterion_count);
	model->term_count += criterion->term_count;
	model->criterion_count++;
}

static bool has_weight_of_zero(const struct json *criterion)
{
	const struct json *weight = json_member(criterion, "weight");

	return weight && weight->type == JSON_NUMBER && !(fabs(weight->number) > 0.0);
}

static size_t count_terms(const struct json *list)
{
	size_t count = 0;

	for (const struct json *item = list->child; item; item = item->next) {
		const struct json *terms = json_member(item, "terms");

		count += terms ? terms->count : 0;
	}
	return count;
}

_Static_assert(MODEL_CRITERIA_MAX == 64 && MODEL_GATES_MAX == 64, "messages below say so");

void model_read_criteria(struct model_reader *reader, const struct json *list, struct model *model)
{
	struct criterion *criteria = ARENA_NEW(reader->arena, list->count, struct criterion);
	struct term *terms = ARENA_NEW(reader->arena, count_terms(list), struct term);
	struct str *ids = ARENA_NEW(reader->arena, list->count, struct str);
	bool weighed = false;

	(void)model_count_within(reader, list, 0, MODEL_CRITERIA_MAX, "\"criteria\"",
				 "at most 64 criteria");
	model->criteria = criteria;
	model->terms = terms;
	for (const struct json *item = list->child; item; item = item->next) {
		read_criterion(reader, item, model, criteria, terms);
		ids[model->criterion_count - 1] = criteria[model->criterion_count - 1].id;
		/* A weight that is wrong was reported; the others may be 0 then. */
		weighed = weighed || !has_weight_of_zero(item);
	}
	model_report_duplicates(reader, list, "id", ids, "criterion");
	if (!weighed)
		DIAG_REPORT(reader->sink, MODEL_WEIGHTS, list->place, "criterion");
}

static void read_alternatives(const struct model_node *node, struct gate *gate)
{
	const struct json *any = model_node_get(node, "any");
	struct condition_list *lists =
	    ARENA_NEW(node->reader->arena, any ? any->count : 0, struct condition_list);

	gate->any = lists;
	for (const struct json *item = any ? any->child : NULL; item; item = item->next) {
		struct condition_list *list = &lists[gate->any_count++];

		*list = model_condition_list(node->reader, item);
		gate->roles |= model_condition_roles(list);
		if (item->type == JSON_ARRAY && item->count == 0)
			DIAG_REPORT(node->reader->sink, MODEL_EMPTY, item->place,
				    "a list of conditions");
	}
}

static size_t criterion_at(struct model_reader *reader, const struct json *json,
			   const struct model *model)
{
	struct str *ids = ARENA_NEW(reader->arena, model->criterion_count, struct str);

	for (size_t i = 0; i < model->criterion_count; i++) {
		ids[i] = model->criteria[i].id;
		if (str_equal(ids[i], json->string))
			return i;
	}
	model_report_word(reader, json, "a criterion", ids, model->criterion_count);
	return SIZE_MAX;
}

/* By lists of conditions, or by a criterion that is too low. */
static void read_firing(const struct model_node *node, const struct model *model, struct gate *gate)
{
	struct model_reader *reader = node->reader;
	const struct json *any = model_node_get(node, "any");
	const struct json *criterion = model_node_get(node, "criterion");

	gate->criterion = SIZE_MAX;
	model_node_needs(node, "below", criterion != NULL, "\"criterion\"");
	if (any && criterion)
		DIAG_REPORT(reader->sink, MODEL_BOTH, node->json->place, "a gate", "any",
			    "criterion");
	if (node->json->type == JSON_OBJECT && !criterion && !json_member(node->json, "any"))
		DIAG_REPORT(reader->sink, MODEL_ONE_OF, node->json->place, "a gate",
			    "\"any\", \"criterion\"");
	read_alternatives(node, gate);
	if (!criterion)
		return;
	gate->criterion = criterion_at(reader, criterion, model);
	gate->below = model_node_number(node, "below");
	if (!json_member(node->json, "below"))
		DIAG_REPORT(reader->sink, MODEL_MISSING_KEY, node->json->place,
			    node->grammar->phrase, "below");
	if (gate->criterion != SIZE_MAX)
		gate->roles |= model->criteria[gate->criterion].roles;
}

/* The properties that the reason names must exist. */
static void check_placeholders(const struct model_node *node, struct str why)
{
	struct model_reader *reader = node->reader;
	const struct json *json = model_node_get(node, "why");
	struct operand operand;
	struct str plain;
	struct str name;

	while (gate_text_next(&why, &plain, &name))
		if (!gate_text_operand(&reader->db->properties, name, &operand))
			DIAG_REPORT(reader->sink, MODEL_UNKNOWN_PROPERTY, json->place,
				    STR_ARGS(name));
}

static void read_gate(struct model_reader *reader, const struct json *json,
		      const struct model *model, struct gate *gate)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_GATE], json);

	gate->id = model_node_text(&node, "id");
	gate->verdict = (enum gate_verdict)model_node_word(&node, "verdict");
	gate->factor = model_node_number(&node, "factor");
	gate->each_part = model_node_word(&node, "of") == 1;
	gate->from = model_node_number(&node, "from");
	gate->why = model_node_text(&node, "why");
	gate->source = model_node_text(&node, "source");
	gate->basis = model_node_text(&node, "basis");
	model_node_needs(&node, "factor", gate->verdict == GATE_WARN, "\"verdict\": \"warn\"");
	model_node_needs(&node, "from", gate->each_part, "\"of\": \"part\"");
	read_firing(&node, model, gate);
	check_placeholders(&node, gate->why);
}

void model_read_gates(struct model_reader *reader, const struct json *list, struct model *model)
{
	struct gate *gates = ARENA_NEW(reader->arena, list->count, struct gate);
	struct str *ids = ARENA_NEW(reader->arena, list->count, struct str);

	(void)model_count_within(reader, list, 0, MODEL_GATES_MAX, "\"gates\"", "at most 64 gates");
	model->gates = gates;
	for (const struct json *item = list->child; item; item = item->next) {
		read_gate(reader, item, model, &gates[model->gate_count]);
		ids[model->gate_count] = gates[model->gate_count].id;
		model->gate_count++;
	}
	model_report_duplicates(reader, list, "id", ids, "gate");
}
