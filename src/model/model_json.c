/* SPDX-License-Identifier: MIT */
/* A model file as a whole, its verdicts and caps. */
#include "model/model_reader.h"

static void check_falling(struct model_reader *reader, const struct json *list)
{
	const struct json *before = NULL;

	for (const struct json *item = list->child; item; item = item->next) {
		const struct json *at = json_member(item, "at");

		if (!at || at->type != JSON_NUMBER)
			continue;
		if (before && at->number >= before->number)
			DIAG_REPORT(reader->sink, MODEL_ORDER, at->place, STR_ARGS(at->string),
				    STR_ARGS(before->string), "\"at\" of verdicts", "fall");
		before = at;
		if (!item->next && at->number != 0.0)
			DIAG_REPORT(reader->sink, MODEL_RANGE, at->place,
				    "\"at\" of the last verdict", STR_ARGS(at->string), "0");
	}
}

static void read_verdicts(struct model_reader *reader, const struct json *list, struct model *model)
{
	struct verdict *verdicts = ARENA_NEW(reader->arena, list->count, struct verdict);
	struct str *words = ARENA_NEW(reader->arena, list->count, struct str);

	model->verdicts = verdicts;
	for (const struct json *item = list->child; item; item = item->next) {
		struct model_node node =
		    model_node_open(reader, &model_objects[OBJECT_VERDICT], item);
		struct verdict *verdict = &verdicts[model->verdict_count];

		verdict->word = model_node_text(&node, "word");
		verdict->at = model_node_number(&node, "at");
		verdict->low_at = model_node_number(&node, "low_at");
		words[model->verdict_count++] = verdict->word;
	}
	model_report_duplicates(reader, list, "word", words, "verdict");
	check_falling(reader, list);
}

void model_report_word(struct model_reader *reader, const struct json *json, const char *what,
		       const struct str *candidates, size_t count)
{
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, json->place, STR_ARGS(json->string), what);
	model_suggest(reader, json->string, candidates, count);
}

static void report_neither(struct model_reader *reader, const struct json *json,
			   const struct model *model)
{
	size_t count = model->criterion_count + model->term_count;
	struct str *names = ARENA_NEW(reader->arena, count, struct str);

	for (size_t i = 0; i < model->criterion_count; i++)
		names[i] = model->criteria[i].id;
	for (size_t i = 0; i < model->term_count; i++)
		names[model->criterion_count + i] = model_term_path(model, i, reader->arena);
	model_report_word(reader, json, "a criterion or a term", names, count);
}

/* "criterion" or "criterion.term" */
static void add_capped(struct model_reader *reader, const struct json *json,
		       const struct model *model, struct missing_cap *cap, size_t *criteria,
		       size_t *terms)
{
	size_t criterion = model_find_criterion(model, json->string);

	if (criterion != SIZE_MAX) {
		criteria[cap->criterion_count++] = criterion;
		return;
	}
	for (size_t i = 0; i < model->term_count; i++)
		if (str_equal(json->string, model_term_path(model, i, reader->arena))) {
			terms[cap->term_count++] = i;
			return;
		}
	report_neither(reader, json, model);
}

static size_t verdict_at(struct model_reader *reader, const struct json *json,
			 const struct model *model)
{
	struct str *words = ARENA_NEW(reader->arena, model->verdict_count, struct str);

	for (size_t i = 0; i < model->verdict_count; i++) {
		words[i] = model->verdicts[i].word;
		if (str_equal(words[i], json->string))
			return i;
	}
	model_report_word(reader, json, "a verdict", words, model->verdict_count);
	return 0;
}

static void read_cap(struct model_reader *reader, const struct json *json,
		     const struct model *model, struct missing_cap *cap)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_MISSING_CAP], json);
	const struct json *in = model_node_get(&node, "in");
	const struct json *at_most = model_node_get(&node, "at_most");
	size_t *criteria = ARENA_NEW(reader->arena, in ? in->count : 0, size_t);
	size_t *terms = ARENA_NEW(reader->arena, in ? in->count : 0, size_t);

	cap->criteria = criteria;
	cap->terms = terms;
	for (const struct json *item = in ? in->child : NULL; item; item = item->next)
		if (item->type == JSON_STRING)
			add_capped(reader, item, model, cap, criteria, terms);
	if (at_most)
		cap->at_most = verdict_at(reader, at_most, model);
}

static void read_missing_caps(struct model_reader *reader, const struct json *list,
			      struct model *model)
{
	struct missing_cap *caps = ARENA_NEW(reader->arena, list->count, struct missing_cap);

	model->missing_caps = caps;
	for (const struct json *item = list->child; item; item = item->next)
		read_cap(reader, item, model, &caps[model->missing_cap_count++]);
}

static void check_format(const struct model_node *node)
{
	const struct json *format = model_node_get(node, "format");

	if (!format || str_is(format->string, model_format))
		return;
	DIAG_REPORT(node->reader->sink, MODEL_FORMAT, format->place, STR_ARGS(format->string));
	diag_hint(node->reader->sink, "this program reads \"%s\"", model_format);
}

static size_t read_family(const struct model_node *node)
{
	const struct json *json = model_node_get(node, "family");
	unsigned kinds = 1u << PROP_CHOICE | 1u << PROP_TEXT | 1u << PROP_CLASS;
	struct operand operand;

	if (!json || !model_operand_of(node->reader, json, kinds, "\"family\"", &operand))
		return SIZE_MAX;
	if (operand.role != ROLE_SE)
		DIAG_REPORT(node->reader->sink, MODEL_NEEDS, json->place, "family",
			    "a property of the electrolyte");
	return operand.property;
}

static void read_head(const struct model_node *node, struct model *model)
{
	struct str route = model_node_text(node, "route");

	check_format(node);
	model->name = model_node_text(node, "name");
	model->route = route.length ? route : model->name;
	model->doc = model_node_text(node, "doc");
	model->floor = model_node_number(node, "floor");
	model->solvent = (enum solvent_need)model_node_word(node, "solvent");
	model->family = read_family(node);
	model->properties = node->reader->db->properties;
}

/*
 * Gates name criteria, caps name criteria and verdicts, so they come last. "properties" were read
 * before the data.
 */
static void read_model(const struct model_node *node, struct model *model)
{
	const struct json *verdicts = model_node_get(node, "verdicts");
	const struct json *gates = model_node_get(node, "gates");
	const struct json *criteria = model_node_get(node, "criteria");
	const struct json *caps = model_node_get(node, "missing_caps");

	read_head(node, model);
	if (verdicts)
		read_verdicts(node->reader, verdicts, model);
	if (criteria)
		model_read_criteria(node->reader, criteria, model);
	if (gates)
		model_read_gates(node->reader, gates, model);
	if (caps)
		read_missing_caps(node->reader, caps, model);
}

const struct model *model_read(const struct source *source, const struct db *db,
			       struct arena *arena, struct diag_sink *sink)
{
	struct model_reader reader = {db, arena, sink};
	size_t errors = sink->severities[DIAG_ERROR];
	const struct json *json = json_read(source, arena, sink);
	struct model *model;
	struct model_node node;

	if (!json)
		return NULL;
	model = ARENA_NEW(arena, 1, struct model);
	node = model_node_open(&reader, &model_objects[OBJECT_MODEL], json);
	if (json->type == JSON_OBJECT)
		read_model(&node, model);
	return sink->severities[DIAG_ERROR] == errors ? model : NULL;
}
