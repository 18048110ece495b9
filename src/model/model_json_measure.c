/* SPDX-License-Identifier: MIT */
/* Measures of a model file. */
#include <math.h>

#include "model/model_reader.h"

const struct measure model_measure_nothing = {.op = MEASURE_NUMBER};

enum {
	KINDS_NUMBER = 1 << PROP_NUMBER | 1 << PROP_FLAG,
	KINDS_CHOICE = KINDS_NUMBER | 1 << PROP_CHOICE,
	KINDS_CODES = 1 << PROP_CODES,
};

static struct measure *new_measure(struct model_reader *reader, enum measure_op op)
{
	struct measure *measure = ARENA_NEW(reader->arena, 1, struct measure);

	measure->op = op;
	return measure;
}

static void read_operand(struct model_reader *reader, const struct json *json, unsigned kinds,
			 const char *what, struct measure *measure)
{
	if (!json || !model_operand_of(reader, json, kinds, what, &measure->operand))
		return;
	measure->roles |= model_role_bit(measure->operand.role);
}

static void read_class(const struct model_node *node, struct measure *measure)
{
	const struct json *json = model_node_get(node, "class");

	measure->operand.role = ROLE_SOLVENT;
	measure->roles = model_role_bit(ROLE_SOLVENT);
	if (json)
		model_class_property(node->reader, json, &measure->operand.property);
}

static void read_fact(const struct model_node *node, struct measure *measure)
{
	struct fact_query *query = ARENA_NEW(node->reader->arena, 1, struct fact_query);

	*query = model_query(node);
	query->outcomes = model_heard_outcomes(node, query->kind);
	query->number = model_fact_number(node, query->kind);
	query->geometric = model_node_flag(node, "geometric");
	measure->fact = query;
	measure->roles = model_query_roles(query);
}

static const char *count_phrase(struct model_reader *reader, const struct measure_type *type)
{
	struct text text;

	text_init(&text, reader->arena);
	text_addf(&text, "%zu", type->args_min);
	if (type->args_max > type->args_min)
		text_addf(&text, " to %zu", type->args_max);
	text_add(&text, STR_LITERAL(" measures"));
	return text.at;
}

static void add_arg(struct model_reader *reader, const struct json *json, struct measure *measure,
		    const struct measure **args)
{
	args[measure->arg_count] = model_measure(reader, json);
	measure->roles |= args[measure->arg_count]->roles;
	measure->arg_count++;
}

static void read_list(const struct model_node *node, const struct json *list,
		      struct measure *measure)
{
	const struct measure_type *type = &measure_types[measure->op];
	const struct measure **args =
	    ARENA_NEW(node->reader->arena, list->count, const struct measure *);

	model_count_within(node->reader, list, type->args_min, type->args_max,
			   node->grammar->phrase, count_phrase(node->reader, type));
	measure->args = args;
	for (const struct json *item = list->child; item; item = item->next)
		add_arg(node->reader, item, measure, args);
}

static void read_single(const struct model_node *node, const struct json *json,
			struct measure *measure)
{
	const struct measure **args = ARENA_NEW(node->reader->arena, 1, const struct measure *);

	measure->args = args;
	add_arg(node->reader, json, measure, args);
}

/* The part of a measure that its word is followed by. */
static void read_word(const struct model_node *node, unsigned kinds, struct measure *measure)
{
	const char *word = measure_types[measure->op].word;
	const struct json *json = model_node_get(node, word);
	const struct json *of;

	switch (measure->op) {
	case MEASURE_NUMBER:
		measure->number = model_node_number(node, word);
		break;
	case MEASURE_VALUE:
		read_operand(node->reader, json, kinds, "a measure", measure);
		break;
	case MEASURE_PRODUCT:
	case MEASURE_RATIO:
	case MEASURE_DIFFERENCE:
	case MEASURE_HYPOT:
	case MEASURE_FIRST:
		if (json)
			read_list(node, json, measure);
		break;
	case MEASURE_LINEAR:
		measure->factor = model_node_number(node, "factor");
		measure->offset = model_node_number(node, "offset");
		if (json)
			read_single(node, json, measure);
		break;
	case MEASURE_LOG10:
	case MEASURE_VAPOR:
		if (json)
			read_single(node, json, measure);
		break;
	case MEASURE_CURVE:
		measure->curve = model_node_curve(node, word);
		of = model_node_get(node, "of");
		if (of)
			read_single(node, of, measure);
		break;
	case MEASURE_COUNT:
	case MEASURE_WORST:
	case MEASURE_RANGES:
		read_operand(node->reader, json, KINDS_CODES, node->grammar->phrase, measure);
		if (measure->op != MEASURE_COUNT)
			model_measure_codes(node, measure);
		break;
	case MEASURE_RED:
		model_measure_red(node, measure);
		break;
	case MEASURE_CLASS:
		read_class(node, measure);
		break;
	case MEASURE_FACT:
		read_fact(node, measure);
		break;
	case MEASURE_OP_COUNT:
		break;
	}
}

static const struct measure *read_object(struct model_reader *reader, const struct json *json,
					 unsigned kinds)
{
	const char *words[MEASURE_OP_COUNT];
	const struct model_choice choice = {"a measure", model_measures, words, MEASURE_OP_COUNT};
	struct model_node node;
	struct measure *measure;
	size_t op;

	for (size_t i = 0; i < MEASURE_OP_COUNT; i++)
		words[i] = measure_types[i].word;
	op = model_choose(reader, json, &choice);
	if (op == SIZE_MAX)
		return &model_measure_nothing;
	node = model_node_open(reader, &model_measures[op], json);
	measure = new_measure(reader, (enum measure_op)op);
	measure->mix = (enum measure_mix)model_node_word(&node, "mix");
	measure->spread = model_node_number(&node, "spread");
	measure->decades = model_node_number(&node, "decades");
	measure->in_sample = model_node_flag(&node, "in_sample");
	read_word(&node, kinds, measure);
	return op == MEASURE_VALUE && measure->roles == 0 ? &model_measure_nothing : measure;
}

static const struct measure *read_measure(struct model_reader *reader, const struct json *json,
					  unsigned kinds)
{
	struct measure *measure;

	if (!model_has_type(reader, json, "an operand", MODEL_MEASURE))
		return &model_measure_nothing;
	if (json->type == JSON_OBJECT)
		return read_object(reader, json, kinds);
	if (json->type == JSON_NUMBER) {
		measure = new_measure(reader, MEASURE_NUMBER);
		measure->number = json->number;
		return measure;
	}
	measure = new_measure(reader, MEASURE_VALUE);
	read_operand(reader, json, kinds, "a measure", measure);
	return measure->roles == 0 ? &model_measure_nothing : measure;
}

const struct measure *model_measure(struct model_reader *reader, const struct json *json)
{
	return read_measure(reader, json, KINDS_NUMBER);
}

const struct measure *model_measure_or_choice(struct model_reader *reader, const struct json *json)
{
	return read_measure(reader, json, KINDS_CHOICE);
}

static void read_setting(struct model_reader *reader, const struct json *json,
			 enum setting *setting)
{
	const char *words[SETTING_COUNT] = {NULL};

	for (size_t i = SETTING_NONE + 1; i < SETTING_COUNT; i++) {
		words[i - 1] = setting_infos[i].word;
		if (str_is(json->string, setting_infos[i].word))
			*setting = (enum setting)i;
	}
	if (*setting != SETTING_NONE)
		return;
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, json->place, STR_ARGS(json->string),
		    "a setting");
	model_suggest_word(reader, json->string, words);
}

const struct measure *model_comparison(struct model_reader *reader, const struct json *json,
				       const char *what, double *limit, enum setting *setting)
{
	if (!model_has_type(reader, json, what, MODEL_COMPARISON) ||
	    !model_count_within(reader, json, 2, 2, what, "a measure and a number"))
		return &model_measure_nothing;
	if (setting && json->child->next->type == JSON_STRING)
		read_setting(reader, json->child->next, setting);
	else if (model_number_within(reader, json->child->next, what, -HUGE_VAL, HUGE_VAL))
		*limit = json->child->next->number;
	return model_measure(reader, json->child);
}

static bool all_are_desirabilities(const struct measure *measure)
{
	for (size_t i = 0; i < measure->arg_count; i++)
		if (!model_is_desirability(measure->args[i]))
			return false;
	return true;
}

bool model_is_desirability(const struct measure *measure)
{
	if (measure->spread > 0.0 || measure->decades > 0.0)
		return false;
	if (measure->op == MEASURE_NUMBER)
		return measure->number >= 0.0 && measure->number <= 1.0;
	if (measure->op == MEASURE_CURVE)
		return measure->curve && curve_lowest(measure->curve) >= 0.0 &&
		       curve_highest(measure->curve) <= 1.0;
	if (measure->op == MEASURE_PRODUCT || measure->op == MEASURE_FIRST)
		return all_are_desirabilities(measure);
	return measure->op == MEASURE_WORST;
}

static bool red_uses(const struct red_rule *red, const struct operand *operand)
{
	const size_t *axes = operand->role == ROLE_SOLVENT ? red->solvent : red->binder;

	if (operand->role != ROLE_SOLVENT && operand->role != ROLE_BINDER)
		return false;
	return axes[0] == operand->property || axes[1] == operand->property ||
	       axes[2] == operand->property;
}

bool model_measure_uses(const struct measure *measure, const struct operand *operand)
{
	if (measure->op == MEASURE_VALUE && measure->operand.role == operand->role &&
	    measure->operand.property == operand->property)
		return true;
	if (measure->red && red_uses(measure->red, operand))
		return true;
	if (measure->codes && measure->codes->worse_of &&
	    model_measure_uses(measure->codes->worse_of, operand))
		return true;
	for (size_t i = 0; i < measure->arg_count; i++)
		if (model_measure_uses(measure->args[i], operand))
			return true;
	return false;
}
