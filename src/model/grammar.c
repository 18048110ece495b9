/* SPDX-License-Identifier: MIT */
#include "model/grammar.h"

#include <math.h>

#include "model/model.h"
#include "read/json.h"

const char model_format[] = "slurryscreen-model/1";

#define STRING (1u << JSON_STRING)
#define NUMBER (1u << JSON_NUMBER)
#define LIST (1u << JSON_ARRAY)
#define OBJECT (1u << JSON_OBJECT)
#define FLAG (1u << JSON_TRUE | 1u << JSON_FALSE)

const struct model_key_type model_key_types[MODEL_KEY_KIND_COUNT] = {
    [MODEL_TEXT] = {"a text", STRING},
    [MODEL_ID] = {"an id", STRING},
    [MODEL_WORD] = {"a word", STRING},
    [MODEL_FLAG] = {"true or false", FLAG},
    [MODEL_NUMBER] = {"a number", NUMBER},
    [MODEL_NUMBERS] = {"a list of numbers", LIST},
    [MODEL_WORDS] = {"a list of words", LIST},
    [MODEL_WORD_LISTS] = {"a list of lists of words", LIST},
    [MODEL_MAP] = {"an object of words and numbers", OBJECT},
    [MODEL_RANGES] = {"an object of words and ranges [low, high]", OBJECT},
    [MODEL_CURVE] = {"a curve [[x, y], ...]", LIST},
    [MODEL_PROPERTY] = {"a property such as \"solvent.logp\"", STRING},
    [MODEL_MEASURE] = {"a measure", STRING | NUMBER | OBJECT},
    [MODEL_MEASURES] = {"a list of measures", LIST},
    [MODEL_RED] = {"a list [point, point, radius]", LIST},
    [MODEL_PROPERTY_WORDS] = {"a list [property, word, ...]", LIST},
    [MODEL_COMPARISON] = {"a pair [measure, number]", LIST},
    [MODEL_CONDITION] = {"a condition", OBJECT},
    [MODEL_CONDITIONS] = {"a list of conditions", LIST},
    [MODEL_CONDITION_LISTS] = {"a list of lists of conditions", LIST},
    [MODEL_FACT] = {"a list [kind, subject, object]", LIST},
    [MODEL_STAND_INS] = {"an object of properties and measures", OBJECT},
    [MODEL_OBJECT] = {"an object", OBJECT},
    [MODEL_OBJECTS] = {"a list of objects", LIST},
};

const char *const model_words_combine[] = {"geometric", "arithmetic", "minimum", NULL};
const char *const model_words_verdict[] = {"reject", "warn", NULL};
const char *const model_words_of[] = {"mixture", "part", NULL};
const char *const model_words_term_mix[] = {"measure", "mean", "worst", NULL};
const char *const model_words_solvent[] = {"needed", "optional", "none", NULL};
const char *const model_words_role[] = {"se", "binder", "solvent", "salt", NULL};

const char *const model_words_table[] = {"solvent", "binder", "se", "salt", NULL};
static const char *const words_basis[] = {"judgement", NULL};

#define ANY .low = -HUGE_VAL, .high = HUGE_VAL
#define FROM_ZERO .low = 0.0, .high = HUGE_VAL
#define UNIT_RANGE .low = 0.0, .high = 1.0
#define SCORE_RANGE .low = 0.0, .high = 100.0
#define WEIGHT_RANGE .low = 0.0, .high = MODEL_WEIGHT_MAX
#define LEFT_OUT .otherwise = (double)NAN
#define ROWS(table) table, sizeof(table) / sizeof(table)[0]

/* clang-format off */
static const struct model_key keys_model[] = {
    {.key = "format", .kind = MODEL_TEXT, .required = true,
     .doc = "What kind of file this is: \"slurryscreen-model/1\"."},
    {.key = "name", .kind = MODEL_TEXT, .required = true, .filled = true,
     .doc = "The model's name in results."},
    {.key = "route", .kind = MODEL_TEXT,
     .doc = "The processing route that it judges; the name if left out."},
    {.key = "doc", .kind = MODEL_TEXT, .doc = "One sentence for people."},
    {.key = "floor", .kind = MODEL_NUMBER, UNIT_RANGE, .otherwise = 0.01,
     .doc = "Criteria are held at this or above inside the weighted mean."},
    {.key = "solvent", .kind = MODEL_WORD, .words = model_words_solvent,
     .doc = "Whether a combination has a solvent."},
    {.key = "family", .kind = MODEL_PROPERTY,
     .doc = "The property of electrolytes by which precedents are grouped."},
    {.key = "properties", .kind = MODEL_OBJECTS, .object = OBJECT_DECLARED,
     .doc = "Numeric properties that the program does not know: columns of one's own."},
    {.key = "verdicts", .kind = MODEL_OBJECTS, .object = OBJECT_VERDICT, .required = true,
     .filled = true, .doc = "The words for scores, best first; the last holds from 0."},
    {.key = "missing_caps", .kind = MODEL_OBJECTS, .object = OBJECT_MISSING_CAP,
     .doc = "Verdicts that something missing holds down."},
    {.key = "gates", .kind = MODEL_OBJECTS, .object = OBJECT_GATE,
     .doc = "What rejects a combination or warns of it."},
    {.key = "criteria", .kind = MODEL_OBJECTS, .object = OBJECT_CRITERION, .required = true,
     .filled = true, .doc = "What the score is made of."},
};

static const struct model_key keys_declared[] = {
    {.key = "key", .kind = MODEL_ID, .required = true,
     .doc = "The name of the column, used as \"solvent.key\"."},
    {.key = "table", .kind = MODEL_WORD, .words = model_words_table,
     .doc = "Whose property it is."},
    {.key = "unit", .kind = MODEL_TEXT, .doc = "The unit that its numbers have."},
    {.key = "min", .kind = MODEL_NUMBER, ANY, .otherwise = -HUGE_VAL,
     .doc = "Numbers below are errors in the data."},
    {.key = "max", .kind = MODEL_NUMBER, ANY, .otherwise = HUGE_VAL,
     .doc = "Numbers above are errors in the data."},
    {.key = "digits", .kind = MODEL_NUMBER, .low = 0.0, .high = 9.0, .otherwise = 2.0,
     .doc = "Decimals shown to people."},
    {.key = "label", .kind = MODEL_TEXT, .doc = "For table heads; the key if left out."},
    {.key = "doc", .kind = MODEL_TEXT, .doc = "One sentence: the definition."},
};

static const struct model_key keys_verdict[] = {
    {.key = "word", .kind = MODEL_TEXT, .required = true, .filled = true, .doc = "The verdict."},
    {.key = "at", .kind = MODEL_NUMBER, SCORE_RANGE, .required = true,
     .doc = "The lowest score that gets it."},
    {.key = "low_at", .kind = MODEL_NUMBER, SCORE_RANGE,
     .doc = "The lowest lower end of the score's interval that gets it."},
};

static const struct model_key keys_missing_cap[] = {
    {.key = "in", .kind = MODEL_WORDS, .required = true, .filled = true,
     .doc = "Criteria and terms (\"criterion.term\") of which none may be missing."},
    {.key = "at_most", .kind = MODEL_TEXT, .required = true,
     .doc = "The best verdict if one is missing."},
};

static const struct model_key keys_gate[] = {
    {.key = "id", .kind = MODEL_ID, .required = true, .doc = "The gate's name in results."},
    {.key = "verdict", .kind = MODEL_WORD, .required = true, .words = model_words_verdict,
     .doc = "Whether it rejects or only warns."},
    {.key = "factor", .kind = MODEL_NUMBER, UNIT_RANGE, .otherwise = 1.0,
     .doc = "What a warning multiplies the total by; the smallest counts, once."},
    {.key = "of", .kind = MODEL_WORD, .words = model_words_of,
     .doc = "Whether the liquid as a whole or each of its parts is tested."},
    {.key = "from", .kind = MODEL_NUMBER, UNIT_RANGE, .otherwise = 0.01,
     .doc = "The volume fraction from which a part is tested."},
    {.key = "any", .kind = MODEL_CONDITION_LISTS, .filled = true,
     .doc = "The gate fires when one of these lists of conditions holds whole."},
    {.key = "criterion", .kind = MODEL_TEXT,
     .doc = "Instead of \"any\": the gate fires when this criterion is below a value."},
    {.key = "below", .kind = MODEL_NUMBER, UNIT_RANGE, LEFT_OUT,
     .doc = "The value; what is missing in the criterion counts as it does there."},
    {.key = "why", .kind = MODEL_TEXT, .required = true, .filled = true,
     .doc = "The reason shown to people; \"{binder.tg}\" stands for that value."},
    {.key = "source", .kind = MODEL_TEXT, .doc = "Key of the source in sources.csv."},
    {.key = "basis", .kind = MODEL_WORD, .words = words_basis, .no_word = true,
     .doc = "\"judgement\" where no source says so."},
};

static const struct model_key keys_criterion[] = {
    {.key = "id", .kind = MODEL_ID, .required = true, .doc = "The criterion's key in results."},
    {.key = "label", .kind = MODEL_TEXT, .doc = "For people; the id if left out."},
    {.key = "short", .kind = MODEL_TEXT,
     .doc = "A few letters for table heads; the id's first four if left out."},
    {.key = "weight", .kind = MODEL_NUMBER, WEIGHT_RANGE, .required = true,
     .doc = "Its share of the total; weights are divided by their sum."},
    {.key = "combine", .kind = MODEL_WORD, .words = model_words_combine,
     .doc = "How its terms are combined: weighted mean or the lowest."},
    {.key = "limit", .kind = MODEL_CURVE, SCORE_RANGE,
     .doc = "The highest total over the criterion's value."},
    {.key = "needs", .kind = MODEL_WORD, .words = model_words_role, .no_word = true,
     .doc = "Counts only if the combination has a material in that role."},
    {.key = "measured", .kind = MODEL_OBJECT, .object = OBJECT_MEASURED,
     .doc = "How published observations of these materials override the terms."},
    {.key = "doc", .kind = MODEL_TEXT, .doc = "One sentence for people."},
    {.key = "in_sample", .kind = MODEL_WORDS, .filled = true,
     .doc = "Sources whose answers were known when the curves were drawn: back-tests say so."},
    {.key = "terms", .kind = MODEL_OBJECTS, .object = OBJECT_TERM, .required = true,
     .filled = true, .doc = "What the criterion is made of."},
};

static const struct model_key keys_measured[] = {
    {.key = "fact", .kind = MODEL_FACT, .required = true, .doc = "Which observations count."},
    {.key = "until", .kind = MODEL_NUMBER, ANY, LEFT_OUT,
     .doc = "Observations at a higher temperature (degC) are not heard."},
    {.key = "grades", .kind = MODEL_MAP, UNIT_RANGE, .required = true, .filled = true,
     .doc = "Weight w of each grade of evidence: d = rule^(1-w) * measured^w."},
    {.key = "tiers", .kind = MODEL_WORD_LISTS, .filled = true,
     .doc = "Lists of grades; only the first list that has observations counts."},
    {.key = "words", .kind = MODEL_MAP, UNIT_RANGE, .required = true, .filled = true,
     .doc = "Desirability of each outcome; an outcome left out does not score."},
    {.key = "number", .kind = MODEL_TEXT,
     .doc = "A column of numbers that beats the outcome, through the curve."},
    {.key = "spread", .kind = MODEL_NUMBER, FROM_ZERO, .doc = "Plus or minus on that number."},
    {.key = "curve", .kind = MODEL_CURVE, UNIT_RANGE, .doc = "From that number to a desirability."},
    {.key = "part", .kind = MODEL_OBJECT, .object = OBJECT_PART,
     .doc = "What a blend counts that holds a part with a good outcome."},
};

static const struct model_key keys_part[] = {
    {.key = "from", .kind = MODEL_NUMBER, UNIT_RANGE, .required = true,
     .doc = "Volume fraction of the part from which it counts."},
    {.key = "value", .kind = MODEL_NUMBER, UNIT_RANGE, .required = true,
     .doc = "The desirability then."},
};

/* What a term and its stand-ins have in common. */
#define READING_KEYS                                                                               \
	{.key = "measure", .kind = MODEL_MEASURE, .doc = "The quantity that is judged."},          \
	    {.key = "curve", .kind = MODEL_CURVE, UNIT_RANGE,                                      \
	     .doc = "From the measure to a desirability."},                                        \
	    {.key = "words", .kind = MODEL_MAP, UNIT_RANGE, .filled = true,                        \
	     .doc = "Desirability of each word of a choice."},                                     \
	    {.key = "step", .kind = MODEL_FLAG,                                                    \
	     .doc = "The neighbouring words are as likely: they make the interval."},              \
	    {.key = "cases", .kind = MODEL_OBJECTS, .object = OBJECT_CASE, .filled = true,         \
	     .doc = "Desirabilities by condition; the first case that holds counts."},             \
	    {.key = "none", .kind = MODEL_NUMBER, UNIT_RANGE, LEFT_OUT,                            \
	     .doc = "Desirability where the property is known to be absent."},                     \
	    {.key = "spread", .kind = MODEL_NUMBER, UNIT_RANGE,                                    \
	     .doc = "Plus or minus on the desirability."},                                         \
	{.key = "else", .kind = MODEL_STAND_INS, .filled = true,                                   \
	 .doc = "What stands in for an unknown property, or for the measure as a whole."}

static const struct model_key keys_term[] = {
    {.key = "id", .kind = MODEL_ID, .required = true, .doc = "The term's name in results."},
    {.key = "label", .kind = MODEL_TEXT, .doc = "For people; the id if left out."},
    {.key = "weight", .kind = MODEL_NUMBER, WEIGHT_RANGE, .otherwise = 1.0,
     .doc = "Its share of the criterion."},
    {.key = "missing", .kind = MODEL_NUMBER, UNIT_RANGE, .otherwise = 0.3,
     .doc = "Desirability that is used where nothing is known."},
    {.key = "inferred", .kind = MODEL_FLAG,
     .doc = "An inference by nature, however well its inputs are known."},
    {.key = "when", .kind = MODEL_CONDITIONS, .doc = "The term counts only if all of these hold."},
    READING_KEYS,
    {.key = "at_most", .kind = MODEL_MEASURE,
     .doc = "A desirability above which the term cannot rise."},
    {.key = "mix", .kind = MODEL_WORD, .words = model_words_term_mix,
     .doc = "For blends: the mixture's measure, the mean or the worst of the parts' values."},
    {.key = "mix_from", .kind = MODEL_NUMBER, UNIT_RANGE,
     .doc = "Volume fraction from which a part counts as the worst."},
    {.key = "source", .kind = MODEL_TEXT, .doc = "Key of the source in sources.csv."},
    {.key = "basis", .kind = MODEL_WORD, .words = words_basis, .no_word = true,
     .doc = "\"judgement\" where the numbers are the authors' own."},
};

static const struct model_key keys_reading[] = {READING_KEYS};

static const struct model_key keys_case[] = {
    {.key = "when", .kind = MODEL_CONDITIONS, .required = true,
     .doc = "All of these must hold; an empty list always does."},
    {.key = "value", .kind = MODEL_NUMBER, UNIT_RANGE, .required = true,
     .doc = "The desirability then."},
};

static const struct model_key keys_worse_when[] = {
    {.key = "below", .kind = MODEL_COMPARISON, .required = true,
     .doc = "The measure and the limit below which the value is one step worse."},
    {.key = "map", .kind = MODEL_CURVE, UNIT_RANGE, .required = true,
     .doc = "From a value to the one that counts then."},
};

static const struct model_key keys_anchor[] = {
    {.key = "fact", .kind = MODEL_FACT, .required = true,
     .doc = "Observations on the pure parts of a blend."},
    {.key = "grades", .kind = MODEL_WORDS, .filled = true,
     .doc = "Grades of evidence that are heard; all but patent if left out."},
    {.key = "until", .kind = MODEL_NUMBER, ANY, LEFT_OUT,
     .doc = "Observations at a higher temperature (degC) are not heard."},
    {.key = "no", .kind = MODEL_NUMBER, FROM_ZERO, .required = true,
     .doc = "A part that was seen not to dissolve counts at least this."},
    {.key = "yes", .kind = MODEL_NUMBER, FROM_ZERO, .required = true,
     .doc = "A part that was seen to dissolve counts at most this."},
};
/* clang-format on */

const struct model_object model_objects[MODEL_OBJECT_COUNT] = {
    [OBJECT_MODEL] = {"a model", ROWS(keys_model), "The file as a whole."},
    [OBJECT_DECLARED] = {"a property", ROWS(keys_declared), "A numeric property of one's own."},
    [OBJECT_VERDICT] = {"a verdict", ROWS(keys_verdict), "A word for scores from a limit up."},
    [OBJECT_MISSING_CAP] = {"a missing cap", ROWS(keys_missing_cap),
			    "A verdict that something missing holds down."},
    [OBJECT_GATE] = {"a gate", ROWS(keys_gate), "What rejects a combination or warns of it."},
    [OBJECT_CRITERION] = {"a criterion", ROWS(keys_criterion), "A weighted part of the total."},
    [OBJECT_MEASURED] = {"\"measured\"", ROWS(keys_measured),
			 "How observations override the rule of a criterion."},
    [OBJECT_PART] = {"\"part\"", ROWS(keys_part), "A good part of a blend."},
    [OBJECT_TERM] = {"a term", ROWS(keys_term),
		     "A measure turned into a desirability from 0 to 1."},
    [OBJECT_READING] = {"a stand-in", ROWS(keys_reading),
			"Another way to read a term's desirability."},
    [OBJECT_CASE] = {"a case", ROWS(keys_case), "A desirability under conditions."},
    [OBJECT_WORSE_WHEN] = {"\"worse_when\"", ROWS(keys_worse_when),
			   "Where a classification counts one step worse."},
    [OBJECT_ANCHOR] = {"an anchor", ROWS(keys_anchor),
		       "Observations that shift the relative energy difference of a blend."},
};

size_t model_key_find(const struct model_object *object, struct str key)
{
	for (size_t i = 0; i < object->count; i++)
		if (str_is(key, object->keys[i].key))
			return i;
	return SIZE_MAX;
}
