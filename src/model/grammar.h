/* SPDX-License-Identifier: MIT */
/*
 * The grammar of model files as tables: what each kind of object may hold, of which kind, within
 * which range, and what holds if it is left out. The reader, the reference page and the JSON schema
 * walk the same rows. What needs a database (properties, classes, outcomes) is no part of it.
 */
#ifndef SLURRYSCREEN_MODEL_GRAMMAR_H
#define SLURRYSCREEN_MODEL_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "model/condition.h"
#include "model/measure.h"

extern const char model_format[]; /* "slurryscreen-model/1" */

enum model_key_kind {
	MODEL_TEXT,
	MODEL_ID,   /* lower-case letters, digits, '-' and '_', a letter first */
	MODEL_WORD, /* one of the row's words */
	MODEL_FLAG,
	MODEL_NUMBER, /* within low and high */
	MODEL_NUMBERS,
	MODEL_WORDS,      /* a list of texts */
	MODEL_WORD_LISTS, /* a list of lists of texts */
	MODEL_MAP,        /* {word: number}, the numbers within low and high */
	MODEL_RANGES,     /* {word: [low, high]} */
	MODEL_CURVE,      /* [[x, y], ...], x rising, y within low and high */
	MODEL_PROPERTY,   /* "solvent.logp" */
	MODEL_MEASURE,
	MODEL_MEASURES,
	MODEL_RED,            /* [property group, property group, measure] */
	MODEL_PROPERTY_WORDS, /* [property, word, ...] */
	MODEL_COMPARISON,     /* [measure, number] */
	MODEL_CONDITION,
	MODEL_CONDITIONS,      /* a list, all of which must hold */
	MODEL_CONDITION_LISTS, /* one list of which must hold whole */
	MODEL_FACT,            /* [kind, subject, object] */
	MODEL_STAND_INS,       /* {property: measure or measures, "measure": readings} */
	MODEL_OBJECT,
	MODEL_OBJECTS,
	MODEL_KEY_KIND_COUNT
};

struct model_key_type {
	const char *phrase;  /* for messages and the manual: "a number" */
	unsigned json_types; /* bits 1u << enum json_type */
};

extern const struct model_key_type model_key_types[MODEL_KEY_KIND_COUNT];

enum model_object_id {
	OBJECT_MODEL,
	OBJECT_DECLARED,
	OBJECT_VERDICT,
	OBJECT_MISSING_CAP,
	OBJECT_GATE,
	OBJECT_CRITERION,
	OBJECT_MEASURED,
	OBJECT_PART,
	OBJECT_TERM,
	OBJECT_READING,
	OBJECT_CASE,
	OBJECT_WORSE_WHEN,
	OBJECT_ANCHOR,
	MODEL_OBJECT_COUNT
};

struct model_key {
	const char *key;
	enum model_key_kind kind;
	bool required;
	bool filled; /* an empty text, list or map is a mistake */
	double low;
	double high;
	double otherwise;            /* MODEL_NUMBER: if left out; NaN: then there is none */
	const char *const *words;    /* MODEL_WORD: NULL ends */
	bool no_word;                /* MODEL_WORD left out: none holds; else the first does */
	enum model_object_id object; /* MODEL_OBJECT, MODEL_OBJECTS */
	const char *doc;             /* one sentence */
};

struct model_object {
	const char *phrase; /* "a gate" */
	const struct model_key *keys;
	size_t count;
	const char *doc;
};

extern const struct model_object model_objects[MODEL_OBJECT_COUNT];

/* An object whose kind is told by the one word of measure_types or condition_types it holds. */
extern const struct model_object model_measures[MEASURE_OP_COUNT];
extern const struct model_object model_conditions[CONDITION_OP_COUNT];

/* SIZE_MAX if there is no such key. */
size_t model_key_find(const struct model_object *object, struct str key);

/* The words of a MODEL_WORD key, in the order of the enums they stand for. */
extern const char *const model_words_combine[];  /* enum combine */
extern const char *const model_words_verdict[];  /* enum gate_verdict */
extern const char *const model_words_of[];       /* mixture, part */
extern const char *const model_words_term_mix[]; /* enum term_mix */
extern const char *const model_words_solvent[];  /* enum solvent_need */
extern const char *const model_words_role[];     /* enum role */
extern const char *const model_words_table[];    /* whose property a declared one is */

#endif
