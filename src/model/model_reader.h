/* SPDX-License-Identifier: MIT */
/*
 * Inside the model room: reading a model file. Every function goes on after a mistake and returns
 * something harmless; model_read() throws the result away if there was one.
 */
#ifndef SLURRYSCREEN_MODEL_MODEL_READER_H
#define SLURRYSCREEN_MODEL_MODEL_READER_H

#include "model/grammar.h"
#include "model/model.h"
#include "read/json.h"

struct model_reader {
	const struct db *db;
	struct arena *arena;
	struct diag_sink *sink;
};

/* An object of the file, checked against its grammar. */
struct model_node {
	struct model_reader *reader;
	const struct model_object *grammar;
	const struct json *json;          /* never NULL */
	const struct json *const *values; /* one a key of the grammar; NULL: left out, or wrong */
};

/*
 * Reports what the grammar can tell: unknown and missing keys, wrong types, numbers out of range,
 * unknown words, curves out of order.
 */
struct model_node model_node_open(struct model_reader *reader, const struct model_object *grammar,
				  const struct json *json);

/*
 * Values by key. The key must be one of the grammar's. Left out: what the row says. Items of maps
 * and lists of words may be of a wrong type, which is reported.
 */
const struct json *model_node_get(const struct model_node *node, const char *key);
struct str model_node_text(const struct model_node *node, const char *key); /* else empty */
double model_node_number(const struct model_node *node, const char *key);
bool model_node_flag(const struct model_node *node, const char *key);
/* Index of the word; left out: 0 where the first is the default. */
size_t model_node_word(const struct model_node *node, const char *key);
/* As model_node_word, SIZE_MAX if left out. */
size_t model_node_given_word(const struct model_node *node, const char *key);
const struct curve *model_node_curve(const struct model_node *node, const char *key); /* or NULL */

/* Reports that key, where it is given, needs what. */
void model_node_needs(const struct model_node *node, const char *key, bool there, const char *what);

/* For hints: "did you mean ..." of the nearest candidate. */
void model_suggest(struct model_reader *reader, struct str word, const struct str *candidates,
		   size_t count);
void model_suggest_word(struct model_reader *reader, struct str word, const char *const *words);

/* That a word is not what it should be, with the nearest candidate. what: "a verdict". */
void model_report_word(struct model_reader *reader, const struct json *json, const char *what,
		       const struct str *candidates, size_t count);
/* What the row can tell of a value; what needs the database is for the caller. false: not used. */
bool model_value_fits(struct model_reader *reader, const struct model_key *key,
		      const struct json *json);
size_t model_word_index(const char *const *words, struct str word); /* SIZE_MAX if not there */

/* A number within bounds; reports and returns false if it is not. what: "a value of \"words\"". */
bool model_number_within(struct model_reader *reader, const struct json *json, const char *what,
			 double low, double high);
bool model_has_type(struct model_reader *reader, const struct json *json, const char *what,
		    enum model_key_kind kind);
/* Items of a list within [low, high]; reports and returns false if not. phrase: "two numbers". */
bool model_count_within(struct model_reader *reader, const struct json *list, size_t low,
			size_t high, const char *what, const char *phrase);

/* Names, twice in one list of objects. names: the text at key of each, or empty. */
void model_report_duplicates(struct model_reader *reader, const struct json *list, const char *key,
			     const struct str *names, const char *what);

/* Properties. false: reported. */
bool model_operand(struct model_reader *reader, const struct json *json, struct operand *operand);
const struct property *model_operand_property(const struct model_reader *reader,
					      const struct operand *operand);
/* The same, holding one of the kinds (bits 1u << enum prop_kind). what: "\"worst\"". */
bool model_operand_of(struct model_reader *reader, const struct json *json, unsigned kinds,
		      const char *what, struct operand *operand);
/* The three properties of a group, "solvent.hansen". */
bool model_group(struct model_reader *reader, const struct json *json, enum role role,
		 size_t axes[3]);
/* A numeric property of the functional classes. */
bool model_class_property(struct model_reader *reader, const struct json *json, size_t *property);
/* The cell value of a word of a choice, flag or class; NaN for a text, which may be any. */
bool model_cell_of_word(struct model_reader *reader, const struct json *json,
			const struct operand *operand, double *cell);
/*
 * {word: number} over all words of a choice or flag, in the order of the property's words; words
 * that are unknown or left out are reported.
 */
const double *model_word_numbers(struct model_reader *reader, const struct json *map,
				 const struct operand *operand, const char *what);
/* Words of a choice or flag; NULL ends. */
const char *const *model_property_words(const struct property *property);

role_set model_role_bit(enum role role);

/* Queries on facts. */
struct fact_query model_query(const struct model_node *node);
const struct fact_query *model_condition_query(const struct model_node *node);
role_set model_query_roles(const struct fact_query *query);
/* The outcomes of "in" as bits; all if it is left out. */
unsigned model_heard_outcomes(const struct model_node *node, enum fact_kind kind);
/* A column of numbers, or SIZE_MAX. */
size_t model_fact_number(const struct model_node *node, enum fact_kind kind);

/*
 * Measures. Never NULL; what could not be read is model_measure_nothing, the number 0. A choice is
 * no number; it is let through where words follow.
 */
extern const struct measure model_measure_nothing;
const struct measure *model_measure(struct model_reader *reader, const struct json *json);
const struct measure *model_measure_or_choice(struct model_reader *reader, const struct json *json);
/* The rest of a measure of this kind, whose word is at value. */
void model_measure_codes(const struct model_node *node, struct measure *measure);
void model_measure_red(const struct model_node *node, struct measure *measure);
bool model_is_desirability(const struct measure *measure);
bool model_measure_uses(const struct measure *measure, const struct operand *operand);
/* The [measure, number] of a comparison; setting NULL: no name instead of the number. */
const struct measure *model_comparison(struct model_reader *reader, const struct json *json,
				       const char *what, double *limit, enum setting *setting);

struct condition_list model_condition_list(struct model_reader *reader, const struct json *json);
role_set model_condition_roles(const struct condition_list *list);

/*
 * What kind of rule an object is: index of the one word that it holds; SIZE_MAX: reported.
 * grammars: one a word.
 */
struct model_choice {
	const char *phrase; /* "a measure" */
	const struct model_object *grammars;
	const char *const *words;
	size_t count;
};
size_t model_choose(struct model_reader *reader, const struct json *json,
		    const struct model_choice *choice);

void model_read_term(struct model_reader *reader, const struct json *json, struct term *term);
struct measured *model_read_measured(struct model_reader *reader, const struct json *json);
void model_read_criteria(struct model_reader *reader, const struct json *list, struct model *model);
void model_read_gates(struct model_reader *reader, const struct json *list, struct model *model);

#endif
