/* SPDX-License-Identifier: MIT */
/* Questions to the facts, and how measured rows override a criterion. */
#include <math.h>

#include "model/model_reader.h"

/* Titles of patents say what is claimed, not what was seen. */
static const char unheard_grade[] = "patent";

static size_t word_count(const char *const *words)
{
	size_t count = 0;

	while (words && words[count])
		count++;
	return count;
}

/* Index of a word; SIZE_MAX: reported. what: "a grade". */
static size_t word_at(struct model_reader *reader, struct str word, struct place place,
		      const char *const *words, const char *what)
{
	size_t index = words ? fact_word(words, word) : SIZE_MAX;

	if (index != SIZE_MAX)
		return index;
	DIAG_REPORT(reader->sink, MODEL_UNKNOWN_WORD, place, STR_ARGS(word), what);
	if (words)
		model_suggest_word(reader, word, words);
	return SIZE_MAX;
}

static unsigned word_bits(struct model_reader *reader, const struct json *list,
			  const char *const *words, const char *what)
{
	unsigned bits = 0;

	for (const struct json *item = list ? list->child : NULL; item; item = item->next) {
		size_t index = item->type == JSON_STRING
				   ? word_at(reader, item->string, item->place, words, what)
				   : SIZE_MAX;

		if (index != SIZE_MAX)
			bits |= 1u << index;
	}
	return bits;
}

static unsigned grade_bits(struct model_reader *reader, const struct json *list)
{
	return word_bits(reader, list, fact_grades, "a grade");
}

static const char *outcome_phrase(struct model_reader *reader, enum fact_kind kind)
{
	struct text text;

	text_init(&text, reader->arena);
	text_addf(&text, "an outcome of %s", fact_files[kind].key);
	return text.at;
}

static unsigned outcome_bits(const struct model_node *node, enum fact_kind kind, const char *key)
{
	if (kind == FACT_KIND_COUNT)
		return 0;
	return word_bits(node->reader, model_node_get(node, key), fact_files[kind].outcomes,
			 outcome_phrase(node->reader, kind));
}

unsigned model_heard_outcomes(const struct model_node *node, enum fact_kind kind)
{
	if (kind == FACT_KIND_COUNT || model_node_get(node, "in"))
		return outcome_bits(node, kind, "in");
	return (1u << word_count(fact_files[kind].outcomes)) - 1u;
}

static unsigned all_heard_grades(void)
{
	size_t unheard = fact_word(fact_grades, str_from(unheard_grade));
	unsigned all = (1u << word_count(fact_grades)) - 1u;

	return unheard == SIZE_MAX ? all : all & ~(1u << unheard);
}

static bool read_kind(struct model_reader *reader, const struct json *json,
		      struct fact_query *query)
{
	const char *words[FACT_KIND_COUNT + 1] = {NULL};
	size_t index;

	for (size_t i = 0; i < FACT_KIND_COUNT; i++)
		words[i] = fact_files[i].key;
	index = word_at(reader, json->string, json->place, words, "a kind of fact");
	query->kind = index == SIZE_MAX ? FACT_KIND_COUNT : (enum fact_kind)index;
	return index != SIZE_MAX;
}

/* "other": every electrolyte but this one. A wrong subject: ROLE_COUNT. */
static void read_subject(struct model_reader *reader, const struct json *json,
			 struct fact_query *query)
{
	unsigned tables = fact_files[query->kind].subject_tables;
	const char *words[ROLE_COUNT + 2];
	enum role roles[ROLE_COUNT + 1];
	size_t count = 0;
	size_t index;

	for (size_t role = 0; role < ROLE_COUNT; role++) {
		if ((tables >> (unsigned)role_table((enum role)role) & 1u) == 0)
			continue;
		roles[count] = (enum role)role;
		words[count++] = model_words_role[role];
	}
	if ((tables >> (unsigned)TABLE_ELECTROLYTES & 1u) != 0) {
		roles[count] = ROLE_SE;
		words[count++] = "other";
	}
	words[count] = NULL;
	index = word_at(reader, json->string, json->place, words, "a subject of such facts");
	query->subject = index == SIZE_MAX ? ROLE_COUNT : roles[index];
	query->others = str_is(json->string, "other");
}

static bool all_texts(struct model_reader *reader, const struct json *list)
{
	for (const struct json *item = list->child; item; item = item->next)
		if (!model_has_type(reader, item, "an item of \"fact\"", MODEL_TEXT))
			return false;
	return true;
}

/* [kind, subject, object]; the object is always the liquid. A wrong kind: FACT_KIND_COUNT. */
static void read_three(struct model_reader *reader, const struct json *list,
		       struct fact_query *query)
{
	static const char *const objects[] = {"solvent", NULL};
	const struct json *kind = list->child;
	const struct json *subject = kind ? kind->next : NULL;
	const struct json *object = subject ? subject->next : NULL;

	if (!model_count_within(reader, list, 3, 3, "\"fact\"", "kind, subject and object") ||
	    !object || !all_texts(reader, list) || !read_kind(reader, kind, query))
		return;
	read_subject(reader, subject, query);
	word_at(reader, object->string, object->place, objects, "an object of facts");
}

struct fact_query model_query(const struct model_node *node)
{
	struct fact_query query = {
	    .kind = FACT_KIND_COUNT,
	    .grades = all_heard_grades(),
	    .until = model_node_number(node, "until"),
	    .number = SIZE_MAX,
	};
	const struct json *fact = model_node_get(node, "fact");
	const struct json *grades = model_node_get(node, "grades");

	if (fact)
		read_three(node->reader, fact, &query);
	if (grades && grades->type == JSON_ARRAY)
		query.grades = grade_bits(node->reader, grades);
	return query;
}

const struct fact_query *model_condition_query(const struct model_node *node)
{
	struct model_reader *reader = node->reader;
	struct fact_query *query = ARENA_NEW(reader->arena, 1, struct fact_query);
	const struct json *in = model_node_get(node, "in");
	const struct json *every = model_node_get(node, "every");

	*query = model_query(node);
	if (in && every)
		DIAG_REPORT(reader->sink, MODEL_BOTH, node->json->place, node->grammar->phrase,
			    "in", "every");
	else if (!json_member(node->json, "in") && !json_member(node->json, "every"))
		DIAG_REPORT(reader->sink, MODEL_ONE_OF, node->json->place, node->grammar->phrase,
			    "in, every");
	query->every = every != NULL;
	query->outcomes = outcome_bits(node, query->kind, every ? "every" : "in");
	query->grades_once = grade_bits(reader, model_node_get(node, "once"));
	query->against = outcome_bits(node, query->kind, "unless");
	return query;
}

role_set model_query_roles(const struct fact_query *query)
{
	return model_role_bit(query->subject) | model_role_bit(ROLE_SOLVENT);
}

static bool is_number_column(const struct fact_column *column)
{
	return column->kind == FACT_VALUE || column->kind == FACT_NUMBER ||
	       column->kind == FACT_TEMPERATURE;
}

size_t model_fact_number(const struct model_node *node, enum fact_kind kind)
{
	const struct fact_file *file = &fact_files[kind];
	const struct json *json = model_node_get(node, "number");
	const char **words;
	size_t count = 0;
	struct text what;

	if (!json || kind == FACT_KIND_COUNT)
		return SIZE_MAX;
	words = ARENA_NEW(node->reader->arena, file->column_count + 1, const char *);
	for (size_t i = 0; i < file->column_count; i++)
		if (is_number_column(&file->columns[i]))
			words[count++] = file->columns[i].key;
	text_init(&what, node->reader->arena);
	text_addf(&what, "a column of numbers of %s", file->key);
	if (word_at(node->reader, json->string, json->place, words, what.at) == SIZE_MAX)
		return SIZE_MAX;
	return fact_column_find(kind, json->string);
}

static void read_grade_weights(const struct model_node *node, struct measured *measured)
{
	double *weights = ARENA_NEW(node->reader->arena, word_count(fact_grades), double);
	const struct json *map = model_node_get(node, "grades");

	measured->query.grades = 0;
	measured->grade_weights = weights;
	for (const struct json *item = map ? map->child : NULL; item; item = item->next) {
		size_t grade =
		    word_at(node->reader, item->key, item->key_place, fact_grades, "a grade");

		if (grade == SIZE_MAX)
			continue;
		weights[grade] = item->number;
		if (item->number > 0.0)
			measured->query.grades |= 1u << grade;
	}
}

static void read_outcome_values(const struct model_node *node, struct measured *measured)
{
	enum fact_kind kind = measured->query.kind;
	const struct json *map = model_node_get(node, "words");
	const char *const *outcomes;
	size_t count;
	double *values;

	if (kind == FACT_KIND_COUNT)
		return;
	outcomes = fact_files[kind].outcomes;
	count = word_count(outcomes);
	values = ARENA_NEW(node->reader->arena, count, double);
	measured->outcome_values = values;
	for (size_t i = 0; i < count; i++)
		values[i] = (double)NAN;
	for (const struct json *item = map ? map->child : NULL; item; item = item->next) {
		size_t outcome = word_at(node->reader, item->key, item->key_place, outcomes,
					 outcome_phrase(node->reader, kind));

		if (outcome != SIZE_MAX)
			values[outcome] = item->number;
	}
}

static void read_tiers(const struct model_node *node, struct measured *measured)
{
	const struct json *list = model_node_get(node, "tiers");
	unsigned *tiers = ARENA_NEW(node->reader->arena, list ? list->count : 0, unsigned);

	measured->tiers = tiers;
	for (const struct json *tier = list ? list->child : NULL; tier; tier = tier->next)
		tiers[measured->tier_count++] = grade_bits(node->reader, tier);
}

static void read_part(const struct model_node *node, struct measured *measured)
{
	const struct json *json = model_node_get(node, "part");
	struct model_node part;

	measured->part_value = (double)NAN;
	if (!json)
		return;
	part = model_node_open(node->reader, &model_objects[OBJECT_PART], json);
	measured->part_from = model_node_number(&part, "from");
	measured->part_value = model_node_number(&part, "value");
}

struct measured *model_read_measured(struct model_reader *reader, const struct json *json)
{
	struct measured *measured = ARENA_NEW(reader->arena, 1, struct measured);
	struct model_node node = model_node_open(reader, &model_objects[OBJECT_MEASURED], json);
	bool number = json_member(json, "number") != NULL;

	measured->query = model_query(&node);
	if (measured->query.others)
		DIAG_REPORT(reader->sink, MODEL_NEEDS, model_node_get(&node, "fact")->place,
			    "measured", "facts about the very materials, not others");
	measured->number = model_fact_number(&node, measured->query.kind);
	measured->number_spread = model_node_number(&node, "spread");
	measured->curve = model_node_curve(&node, "curve");
	model_node_needs(&node, "spread", number, "\"number\"");
	model_node_needs(&node, "curve", number, "\"number\"");
	model_node_needs(&node, "number", json_member(json, "curve") != NULL, "\"curve\"");
	read_grade_weights(&node, measured);
	read_outcome_values(&node, measured);
	read_tiers(&node, measured);
	read_part(&node, measured);
	return measured;
}
