/* SPDX-License-Identifier: MIT */
/* The grammar of measures and conditions: one object a word of measure_types, condition_types. */
#include <math.h>

#include "model/grammar.h"

static const char *const words_mix[] = {"none", "power", NULL};

#define ANY .low = -HUGE_VAL, .high = HUGE_VAL
#define FROM_ZERO .low = 0.0, .high = HUGE_VAL
#define UNIT_RANGE .low = 0.0, .high = 1.0
#define ROWS(table) table, sizeof(table) / sizeof(table)[0]

/* The word itself, and what every measure may have. */
#define MEASURE_KEYS(word, of_kind, ...)                                                           \
	{.key = (word), .kind = (of_kind), .required = true, __VA_ARGS__},                         \
	    {.key = "mix",                                                                         \
	     .kind = MODEL_WORD,                                                                   \
	     .words = words_mix,                                                                   \
	     .doc = "\"power\": of a blend, the power mean (exponent 4) of the parts' values."},   \
	    {.key = "spread",                                                                      \
	     .kind = MODEL_NUMBER,                                                                 \
	     FROM_ZERO,                                                                            \
	     .doc = "Plus or minus on the result, in its unit."},                                  \
	    {.key = "decades",                                                                     \
	     .kind = MODEL_NUMBER,                                                                 \
	     FROM_ZERO,                                                                            \
	     .doc = "Plus or minus on the result, in powers of ten."},                             \
	{                                                                                          \
		.key = "in_sample", .kind = MODEL_FLAG,                                            \
		.doc = "Tuned on known answers: not used in back-tests."                           \
	}

static const struct model_key keys_number[] = {
    MEASURE_KEYS("number", MODEL_NUMBER, ANY, .doc = "The number."),
};
static const struct model_key keys_value[] = {
    MEASURE_KEYS("value", MODEL_PROPERTY, .doc = "The property."),
};
static const struct model_key keys_product[] = {
    MEASURE_KEYS("product", MODEL_MEASURES, .doc = "The factors."),
};
static const struct model_key keys_ratio[] = {
    MEASURE_KEYS("ratio", MODEL_MEASURES, .doc = "Dividend and divisor."),
};
static const struct model_key keys_difference[] = {
    MEASURE_KEYS("difference", MODEL_MEASURES,
		 .doc = "What is subtracted from, and what is subtracted."),
};
static const struct model_key keys_log10[] = {
    MEASURE_KEYS("log10", MODEL_MEASURE, .doc = "The argument."),
};
static const struct model_key keys_hypot[] = {
    MEASURE_KEYS("hypot", MODEL_MEASURES, .doc = "The two legs."),
};
static const struct model_key keys_count[] = {
    MEASURE_KEYS("count", MODEL_PROPERTY, .doc = "A property of codes."),
};
static const struct model_key keys_curve[] = {
    MEASURE_KEYS("curve", MODEL_CURVE, ANY, .doc = "The points."),
    {.key = "of", .kind = MODEL_MEASURE, .required = true, .doc = "The argument."},
};
static const struct model_key keys_linear[] = {
    MEASURE_KEYS("linear", MODEL_MEASURE, .doc = "The argument."),
    {.key = "factor", .kind = MODEL_NUMBER, ANY, .otherwise = 1.0, .doc = "Multiplies it."},
    {.key = "offset", .kind = MODEL_NUMBER, ANY, .doc = "Is added."},
};
static const struct model_key keys_first[] = {
    MEASURE_KEYS("first", MODEL_MEASURES, .doc = "Measures in order of preference."),
};
static const struct model_key keys_red[] = {
    MEASURE_KEYS("red", MODEL_RED,
		 .doc = "The solvent's point, the binder's point, the radius of its sphere."),
    {.key = "ra",
     .kind = MODEL_NUMBERS,
     FROM_ZERO,
     .required = true,
     .doc = "Plus or minus on the distance, MPa^0.5: typical, and where a point is estimated."},
    {.key = "trust",
     .kind = MODEL_PROPERTY,
     .required = true,
     .doc = "The choice that says how far to believe a sphere."},
    {.key = "radius",
     .kind = MODEL_MAP,
     .low = 0.0,
     .high = 0.99,
     .required = true,
     .filled = true,
     .doc = "Relative plus or minus on the radius, one a word of trust."},
    {.key = "parts",
     .kind = MODEL_PROPERTY,
     .doc = "Binders whose spheres count for one that has none of its own, the worst of them."},
    {.key = "anchor",
     .kind = MODEL_OBJECT,
     .object = OBJECT_ANCHOR,
     .doc = "For blends: observations on the pure parts."},
};
static const struct model_key keys_worst[] = {
    MEASURE_KEYS("worst", MODEL_PROPERTY, .doc = "A property of codes."),
    {.key = "codes",
     .kind = MODEL_MAP,
     UNIT_RANGE,
     .required = true,
     .filled = true,
     .doc = "Desirability by how a code begins; the longest beginning counts."},
    {.key = "none",
     .kind = MODEL_NUMBER,
     UNIT_RANGE,
     .otherwise = (double)NAN,
     .doc = "Desirability where there is known to be no code."},
    {.key = "steps",
     .kind = MODEL_NUMBERS,
     UNIT_RANGE,
     .doc = "Falling values; the interval reaches one step down."},
    {.key = "worse_when",
     .kind = MODEL_OBJECT,
     .object = OBJECT_WORSE_WHEN,
     .doc = "Where the value is one step worse."},
};
static const struct model_key keys_ranges[] = {
    MEASURE_KEYS("ranges", MODEL_PROPERTY, .doc = "A property of codes."),
    {.key = "codes",
     .kind = MODEL_RANGES,
     ANY,
     .required = true,
     .filled = true,
     .doc = "Range by how a code begins; the first row with a code counts."},
};
static const struct model_key keys_class[] = {
    MEASURE_KEYS("class", MODEL_TEXT, .doc = "The property of functional classes."),
};
static const struct model_key keys_vapor[] = {
    MEASURE_KEYS("vapor", MODEL_MEASURE, .doc = "The normal boiling point, degC."),
};
static const struct model_key keys_fact[] = {
    MEASURE_KEYS("fact", MODEL_FACT, .doc = "Which observations count."),
    {.key = "number", .kind = MODEL_TEXT, .required = true, .doc = "The column that is read."},
    {.key = "in",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Outcomes of the rows that are read; all if left out."},
    {.key = "geometric",
     .kind = MODEL_FLAG,
     .doc = "The geometric mean of several numbers, for what spans powers of ten."},
    {.key = "grades",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Grades of evidence that are heard; all but patent if left out."},
    {.key = "until",
     .kind = MODEL_NUMBER,
     ANY,
     .otherwise = (double)NAN,
     .doc = "Observations at a higher temperature (degC) are not heard."},
};

const struct model_object model_measures[MEASURE_OP_COUNT] = {
    [MEASURE_NUMBER] = {"\"number\"", ROWS(keys_number), "A number."},
    [MEASURE_VALUE] = {"\"value\"", ROWS(keys_value), "A property."},
    [MEASURE_PRODUCT] = {"\"product\"", ROWS(keys_product), "A product."},
    [MEASURE_RATIO] = {"\"ratio\"", ROWS(keys_ratio), "A quotient."},
    [MEASURE_DIFFERENCE] = {"\"difference\"", ROWS(keys_difference), "A difference."},
    [MEASURE_LOG10] = {"\"log10\"", ROWS(keys_log10), "A logarithm."},
    [MEASURE_HYPOT] = {"\"hypot\"", ROWS(keys_hypot), "A hypotenuse."},
    [MEASURE_COUNT] = {"\"count\"", ROWS(keys_count), "A number of codes."},
    [MEASURE_CURVE] = {"\"curve\"", ROWS(keys_curve), "A curve of another measure."},
    [MEASURE_LINEAR] = {"\"linear\"", ROWS(keys_linear), "A straight line."},
    [MEASURE_FIRST] = {"\"first\"", ROWS(keys_first), "The first that is known."},
    [MEASURE_RED] = {"\"red\"", ROWS(keys_red), "A relative energy difference."},
    [MEASURE_WORST] = {"\"worst\"", ROWS(keys_worst), "The worst of codes."},
    [MEASURE_RANGES] = {"\"ranges\"", ROWS(keys_ranges), "A range by code."},
    [MEASURE_CLASS] = {"\"class\"", ROWS(keys_class), "What is typical of a functional class."},
    [MEASURE_VAPOR] = {"\"vapor\"", ROWS(keys_vapor), "An estimated vapour pressure."},
    [MEASURE_FACT] = {"\"fact\"", ROWS(keys_fact), "A number that was observed."},
};

#define CONDITION_KEYS(word, of_kind, ...)                                                         \
	{.key = (word), .kind = (of_kind), .required = true, __VA_ARGS__},                         \
	{                                                                                          \
		.key = "closed", .kind = MODEL_FLAG,                                               \
		.doc = "Unknown counts as no: for lists that are complete."                        \
	}

static const struct model_key keys_is[] = {
    CONDITION_KEYS("is", MODEL_PROPERTY_WORDS, .doc = "A choice, flag or class, and its words."),
};
static const struct model_key keys_has[] = {
    CONDITION_KEYS("has", MODEL_PROPERTY_WORDS,
		   .doc = "A property of codes, and beginnings of codes."),
};
static const struct model_key keys_at_least[] = {
    CONDITION_KEYS("at_least", MODEL_COMPARISON,
		   .doc =
		       "A measure and its limit, a number or a setting such as max_temperature."),
};
static const struct model_key keys_above[] = {
    CONDITION_KEYS("above", MODEL_COMPARISON,
		   .doc =
		       "A measure and its limit, a number or a setting such as max_temperature."),
};
static const struct model_key keys_at_most[] = {
    CONDITION_KEYS("at_most", MODEL_COMPARISON,
		   .doc =
		       "A measure and its limit, a number or a setting such as max_temperature."),
};
static const struct model_key keys_below[] = {
    CONDITION_KEYS("below", MODEL_COMPARISON,
		   .doc =
		       "A measure and its limit, a number or a setting such as max_temperature."),
};
static const struct model_key keys_fact_holds[] = {
    CONDITION_KEYS("fact", MODEL_FACT, .doc = "Which observations are asked."),
    {.key = "in",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Outcomes of which one row must have one."},
    {.key = "every",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Outcomes of which every row must have one."},
    {.key = "grades",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Grades of evidence that are heard; all but patent if left out."},
    {.key = "once",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Grades of which at least one such row must be."},
    {.key = "unless",
     .kind = MODEL_WORDS,
     .filled = true,
     .doc = "Outcomes of which no row that is heard may have one."},
    {.key = "until",
     .kind = MODEL_NUMBER,
     ANY,
     .otherwise = (double)NAN,
     .doc = "Observations at a higher temperature (degC) are not heard."},
};
static const struct model_key keys_known[] = {
    CONDITION_KEYS("known", MODEL_PROPERTY, .doc = "The property."),
};
static const struct model_key keys_given[] = {
    CONDITION_KEYS("given", MODEL_WORD, .words = model_words_role, .doc = "The role."),
};
static const struct model_key keys_not[] = {
    CONDITION_KEYS("not", MODEL_CONDITION, .doc = "The condition inside."),
};

const struct model_object model_conditions[CONDITION_OP_COUNT] = {
    [CONDITION_IS] = {"\"is\"", ROWS(keys_is), "A word of a choice."},
    [CONDITION_HAS] = {"\"has\"", ROWS(keys_has), "A code."},
    [CONDITION_AT_LEAST] = {"\"at_least\"", ROWS(keys_at_least), "A lower limit, included."},
    [CONDITION_ABOVE] = {"\"above\"", ROWS(keys_above), "A lower limit."},
    [CONDITION_AT_MOST] = {"\"at_most\"", ROWS(keys_at_most), "An upper limit, included."},
    [CONDITION_BELOW] = {"\"below\"", ROWS(keys_below), "An upper limit."},
    [CONDITION_FACT] = {"\"fact\"", ROWS(keys_fact_holds), "An observation."},
    [CONDITION_KNOWN] = {"\"known\"", ROWS(keys_known), "A known property."},
    [CONDITION_GIVEN] = {"\"given\"", ROWS(keys_given), "A material in a role."},
    [CONDITION_NOT] = {"\"not\"", ROWS(keys_not), "The contrary."},
};
