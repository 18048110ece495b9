/* SPDX-License-Identifier: MIT */
/* Terms of a model file: measures turned into desirabilities, and what stands in for them. */
#include "model/model_reader.h"

static bool given(const struct model_node *node, const char *key)
{
	return json_member(node->json, key) != NULL;
}

static void read_cases(const struct model_node *node, struct reading *reading, role_set *roles)
{
	const struct json *list = model_node_get(node, "cases");
	struct case_value *cases =
	    ARENA_NEW(node->reader->arena, list ? list->count : 0, struct case_value);

	reading->cases = cases;
	for (const struct json *item = list ? list->child : NULL; item; item = item->next) {
		struct model_node one =
		    model_node_open(node->reader, &model_objects[OBJECT_CASE], item);
		const struct json *when = model_node_get(&one, "when");
		struct case_value *at = &cases[reading->case_count++];

		if (when)
			at->when = model_condition_list(node->reader, when);
		at->value = model_node_number(&one, "value");
		*roles |= model_condition_roles(&at->when);
	}
}

static bool is_choice(const struct model_reader *reader, const struct measure *measure)
{
	enum prop_kind kind;

	if (measure->op != MEASURE_VALUE)
		return false;
	kind = model_operand_property(reader, &measure->operand)->kind;
	return kind == PROP_CHOICE || kind == PROP_FLAG;
}

static void read_words(const struct model_node *node, struct reading *reading)
{
	struct model_reader *reader = node->reader;
	const struct json *map = model_node_get(node, "words");
	const char *const *words;
	const double *numbers;
	struct word_value *values;

	if (!map || !reading->measure || reading->measure == &model_measure_nothing)
		return;
	if (!is_choice(reader, reading->measure)) {
		model_node_needs(node, "words", false, "a measure that is a choice or a flag");
		return;
	}
	words = model_property_words(model_operand_property(reader, &reading->measure->operand));
	numbers = model_word_numbers(reader, map, &reading->measure->operand, "\"words\"");
	while (words[reading->word_count])
		reading->word_count++;
	values = ARENA_NEW(reader->arena, reading->word_count, struct word_value);
	reading->words = values;
	for (size_t i = 0; i < reading->word_count; i++)
		values[i] = (struct word_value){str_from(words[i]), (double)i, numbers[i]};
}

/* Exactly one way from the materials to a desirability. */
static void check_ways(const struct model_node *node, const struct reading *reading)
{
	struct diag_sink *sink = node->reader->sink;
	struct place place = node->json->place;
	bool measure = given(node, "measure");

	if (!measure && !given(node, "cases"))
		DIAG_REPORT(sink, MODEL_ONE_OF, place, node->grammar->phrase, "measure, cases");
	if (measure && given(node, "cases"))
		DIAG_REPORT(sink, MODEL_BOTH, place, node->grammar->phrase, "measure", "cases");
	if (given(node, "curve") && given(node, "words"))
		DIAG_REPORT(sink, MODEL_BOTH, place, node->grammar->phrase, "curve", "words");
	if (reading->measure && !given(node, "curve") && !given(node, "words") &&
	    !model_is_desirability(reading->measure))
		DIAG_REPORT(sink, MODEL_NOT_DESIRABILITY, model_node_get(node, "measure")->place,
			    "a measure without \"curve\" or \"words\"");
	model_node_needs(node, "curve", measure, "\"measure\"");
	model_node_needs(node, "words", measure, "\"measure\"");
	model_node_needs(node, "none", measure, "\"measure\"");
	model_node_needs(node, "step", given(node, "words"), "\"words\"");
}

static size_t stand_in_count(const struct json *map)
{
	size_t count = 0;

	for (const struct json *item = map->child; item; item = item->next)
		if (!str_is(item->key, "measure"))
			count += item->type == JSON_ARRAY ? item->count : 1;
	return count;
}

static void add_stand_ins(struct model_reader *reader, const struct json *member,
			  struct stand_in *stand_ins, struct reading *reading, role_set *roles)
{
	const struct json name = {
	    .type = JSON_STRING, .place = member->key_place, .string = member->key};
	const struct json *item = member->type == JSON_ARRAY ? member->child : member;
	struct operand operand = {ROLE_SOLVENT, SIZE_MAX};

	if (!model_operand_of(reader, &name, 1u << PROP_NUMBER | 1u << PROP_FLAG, "\"else\"",
			      &operand))
		return;
	if (!item)
		DIAG_REPORT(reader->sink, MODEL_EMPTY, member->place, "a list of stand-ins");
	while (item) {
		const struct measure *instead = model_measure(reader, item);

		stand_ins[reading->stand_in_count++] = (struct stand_in){operand, instead};
		*roles |= instead->roles;
		item = member->type == JSON_ARRAY ? item->next : NULL;
	}
}

static bool operand_is_named(const struct model_reader *reader, const struct operand *operand,
			     struct str name)
{
	struct text text;

	text_init(&text, reader->arena);
	text_addf(&text, "%s.%s", model_words_role[operand->role],
		  model_operand_property(reader, operand)->key);
	return str_equal(name, text_str(&text));
}

static bool is_used(const struct reading *reading, const struct operand *operand)
{
	if (reading->measure == &model_measure_nothing ||
	    (reading->measure && model_measure_uses(reading->measure, operand)))
		return true;
	for (size_t i = 0; i < reading->stand_in_count; i++)
		if (model_measure_uses(reading->stand_ins[i].instead, operand))
			return true;
	return false;
}

/* A stand-in that nobody asks for is a mistake: its property is misspelt or the measure changed. */
static void check_used(struct model_reader *reader, const struct json *map,
		       const struct reading *reading)
{
	size_t at = 0;

	for (const struct json *item = map->child; item && at < reading->stand_in_count;
	     item = item->next) {
		const struct operand *operand = &reading->stand_ins[at].missing;

		if (!operand_is_named(reader, operand, item->key))
			continue;
		if (!is_used(reading, operand))
			DIAG_REPORT(reader->sink, MODEL_UNUSED, item->key_place,
				    STR_ARGS(item->key));
		at += item->type == JSON_ARRAY ? item->count : 1;
	}
}

static void read_stand_ins(const struct model_node *node, struct reading *reading, role_set *roles)
{
	const struct json *map = model_node_get(node, "else");
	struct stand_in *stand_ins =
	    ARENA_NEW(node->reader->arena, map ? stand_in_count(map) : 0, struct stand_in);

	reading->stand_ins = stand_ins;
	if (!map)
		return;
	for (const struct json *item = map->child; item; item = item->next)
		if (!str_is(item->key, "measure"))
			add_stand_ins(node->reader, item, stand_ins, reading, roles);
	check_used(node->reader, map, reading);
}

static struct reading read_reading(const struct model_node *node, role_set *roles)
{
	const struct json *measure = model_node_get(node, "measure");
	struct reading reading = {
	    .curve = model_node_curve(node, "curve"),
	    .step = model_node_flag(node, "step"),
	    .none = model_node_number(node, "none"),
	    .spread = model_node_number(node, "spread"),
	};

	if (measure) {
		reading.measure = given(node, "words")
				      ? model_measure_or_choice(node->reader, measure)
				      : model_measure(node->reader, measure);
		*roles |= reading.measure->roles;
	}
	read_words(node, &reading);
	read_cases(node, &reading, roles);
	check_ways(node, &reading);
	read_stand_ins(node, &reading, roles);
	return reading;
}

static struct reading read_instead(struct model_reader *reader, const struct json *json,
				   role_set *roles)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_READING], json);
	const struct json *map = model_node_get(&node, "else");
	const struct json *nested = json_member(map, "measure");

	if (nested)
		DIAG_REPORT(reader->sink, MODEL_UNKNOWN_KEY, nested->key_place,
			    STR_ARGS(nested->key), "the \"else\" of a stand-in");
	return read_reading(&node, roles);
}

/* "else": {"measure": [...]}: other readings in order. */
static void read_insteads(const struct model_node *node, struct term *term)
{
	const struct json *list = json_member(model_node_get(node, "else"), "measure");
	struct reading *instead;

	if (!list || !model_has_type(node->reader, list, "\"measure\" of \"else\"", MODEL_OBJECTS))
		return;
	if (list->count == 0)
		DIAG_REPORT(node->reader->sink, MODEL_EMPTY, list->place, "a list of stand-ins");
	instead = ARENA_NEW(node->reader->arena, list->count, struct reading);
	term->instead = instead;
	for (const struct json *item = list->child; item; item = item->next)
		instead[term->instead_count++] = read_instead(node->reader, item, &term->roles);
}

static void read_cap(const struct model_node *node, struct term *term)
{
	const struct json *json = model_node_get(node, "at_most");

	if (!json)
		return;
	term->cap = model_measure(node->reader, json);
	term->roles |= term->cap->roles;
	if (!model_is_desirability(term->cap))
		DIAG_REPORT(node->reader->sink, MODEL_NOT_DESIRABILITY, json->place, "\"at_most\"");
}

static void read_when(const struct model_node *node, struct term *term)
{
	const struct json *json = model_node_get(node, "when");

	if (json)
		term->when = model_condition_list(node->reader, json);
	term->roles |= model_condition_roles(&term->when);
}

void model_read_term(struct model_reader *reader, const struct json *json, struct term *term)
{
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_TERM], json);
	struct str label = model_node_text(&node, "label");

	term->id = model_node_text(&node, "id");
	term->label = label.length ? label : term->id;
	term->weight = model_node_number(&node, "weight");
	term->missing = model_node_number(&node, "missing");
	term->inferred = model_node_flag(&node, "inferred");
	term->reading = read_reading(&node, &term->roles);
	read_insteads(&node, term);
	read_cap(&node, term);
	read_when(&node, term);
	term->mix = (enum term_mix)model_node_word(&node, "mix");
	term->mix_from = model_node_number(&node, "mix_from");
	model_node_needs(&node, "mix_from", term->mix == TERM_MIX_WORST, "\"mix\": \"worst\"");
	term->source = model_node_text(&node, "source");
	term->basis = model_node_text(&node, "basis");
}
