/* SPDX-License-Identifier: MIT */
/* Conditions of a model file. */
#include "model/model_reader.h"

enum {
	KINDS_WORDS = 1 << PROP_CHOICE | 1 << PROP_FLAG | 1 << PROP_CLASS | 1 << PROP_TEXT,
	KINDS_CODES = 1 << PROP_CODES,
};

static void read_condition(struct model_reader *reader, const struct json *json,
			   struct condition *condition);

static bool all_texts(struct model_reader *reader, const struct json *list, const char *what)
{
	for (const struct json *item = list->child; item; item = item->next)
		if (!model_has_type(reader, item, what, MODEL_TEXT))
			return false;
	return true;
}

/* [property, word, ...] */
static void read_words(const struct model_node *node, unsigned kinds, struct condition *condition)
{
	struct model_reader *reader = node->reader;
	const struct json *list = model_node_get(node, condition_types[condition->op].word);
	struct str *words;
	double *values;

	if (!list ||
	    !model_count_within(reader, list, 2, SIZE_MAX, node->grammar->phrase,
				"a property and words") ||
	    !all_texts(reader, list, "a word of a condition") ||
	    !model_operand_of(reader, list->child, kinds, node->grammar->phrase,
			      &condition->operand))
		return;
	condition->roles = model_role_bit(condition->operand.role);
	words = ARENA_NEW(reader->arena, list->count, struct str);
	values = ARENA_NEW(reader->arena, list->count, double);
	condition->words = words;
	condition->values = condition->op == CONDITION_IS ? values : NULL;
	for (const struct json *item = list->child->next; item; item = item->next) {
		size_t at = condition->word_count++;

		words[at] = item->string;
		if (item->string.length == 0)
			DIAG_REPORT(reader->sink, MODEL_EMPTY, item->place, "a word");
		else if (condition->op == CONDITION_IS)
			model_cell_of_word(reader, item, &condition->operand, &values[at]);
	}
}

static void read_comparison(const struct model_node *node, struct condition *condition)
{
	const struct json *pair = model_node_get(node, condition_types[condition->op].word);

	if (!pair)
		return;
	condition->measure = model_comparison(node->reader, pair, node->grammar->phrase,
					      &condition->limit, &condition->setting);
	condition->roles = condition->measure->roles;
}

static void read_known(const struct model_node *node, struct condition *condition)
{
	const struct json *json = model_node_get(node, "known");

	if (json && model_operand(node->reader, json, &condition->operand))
		condition->roles = model_role_bit(condition->operand.role);
}

static void read_not(const struct model_node *node, struct condition *condition)
{
	struct condition *inner = ARENA_NEW(node->reader->arena, 1, struct condition);
	const struct json *json = model_node_get(node, "not");

	condition->inner = inner;
	if (!json)
		return;
	read_condition(node->reader, json, inner);
	condition->roles = inner->roles;
}

static void read_rest(const struct model_node *node, struct condition *condition)
{
	switch (condition->op) {
	case CONDITION_IS:
		read_words(node, KINDS_WORDS, condition);
		break;
	case CONDITION_HAS:
		read_words(node, KINDS_CODES, condition);
		break;
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		read_comparison(node, condition);
		break;
	case CONDITION_FACT:
		condition->fact = model_condition_query(node);
		condition->roles = model_query_roles(condition->fact);
		break;
	case CONDITION_KNOWN:
		read_known(node, condition);
		break;
	case CONDITION_GIVEN:
		condition->operand.role = (enum role)model_node_word(node, "given");
		condition->roles = model_role_bit(condition->operand.role);
		break;
	case CONDITION_NOT:
		read_not(node, condition);
		break;
	case CONDITION_OP_COUNT:
		break;
	}
}

static void read_condition(struct model_reader *reader, const struct json *json,
			   struct condition *condition)
{
	const char *words[CONDITION_OP_COUNT];
	const struct model_choice choice = {"a condition", model_conditions, words,
					    CONDITION_OP_COUNT};
	struct model_node node;
	size_t op;

	condition->op = CONDITION_GIVEN;
	for (size_t i = 0; i < CONDITION_OP_COUNT; i++)
		words[i] = condition_types[i].word;
	if (!model_has_type(reader, json, "a condition", MODEL_CONDITION))
		return;
	op = model_choose(reader, json, &choice);
	if (op == SIZE_MAX)
		return;
	node = model_node_open(reader, &model_conditions[op], json);
	condition->op = (enum condition_op)op;
	condition->closed = model_node_flag(&node, "closed");
	read_rest(&node, condition);
}

struct condition_list model_condition_list(struct model_reader *reader, const struct json *json)
{
	struct condition_list list = {NULL, 0};
	struct condition *conditions;

	if (!model_has_type(reader, json, "an alternative", MODEL_CONDITIONS))
		return list;
	conditions = ARENA_NEW(reader->arena, json->count, struct condition);
	for (const struct json *item = json->child; item; item = item->next)
		read_condition(reader, item, &conditions[list.count++]);
	list.at = conditions;
	return list;
}

role_set model_condition_roles(const struct condition_list *list)
{
	role_set roles = 0;

	for (size_t i = 0; i < list->count; i++)
		roles |= list->at[i].roles;
	return roles;
}
