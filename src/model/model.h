/* SPDX-License-Identifier: MIT */
/*
 * A model: the rules as data. Gates decide who is in; criteria, each a mean of terms, decide in
 * what order. docs/method.md explains the default one; docs/model-files.md is the reference of the
 * grammar.
 *
 * A term turns a measure into a desirability in [0, 1] by a curve, by words of a choice, or by
 * cases; {"worst": ...} is a desirability already.
 */
#ifndef SLURRYSCREEN_MODEL_MODEL_H
#define SLURRYSCREEN_MODEL_MODEL_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"
#include "data/db.h"
#include "model/condition.h"
#include "model/measure.h"
#include "model/shape.h"

enum combine { COMBINE_GEOMETRIC, COMBINE_ARITHMETIC, COMBINE_MINIMUM };

enum gate_verdict { GATE_REJECT, GATE_WARN };

/* A list of conditions, all of which must hold. */
struct condition_list {
	const struct condition *at;
	size_t count;
};

struct gate {
	struct str id;
	enum gate_verdict verdict;
	double factor;  /* of a warning, on the total; 1: shown only */
	bool each_part; /* "of": "part": tested for each part of a blend from `from` */
	double from;    /* volume fraction; 0.01 unless the file says otherwise */
	const struct condition_list *any; /* fires when one list holds whole */
	size_t any_count;
	size_t criterion; /* fires when this criterion is below that; SIZE_MAX: by `any` */
	double below;
	struct str why;    /* may name properties, "{binder.heat_step}": see model/gate_text.h */
	struct str source; /* key, or empty */
	struct str basis;  /* "judgement", or empty */
	role_set roles;
};

enum term_mix {
	TERM_MIX_MEASURE, /* the measure of the mixture */
	TERM_MIX_MEAN,    /* "mean": mean of the parts' desirabilities by volume */
	TERM_MIX_WORST,   /* "worst": the lowest of the parts from mix_from */
};

struct word_value {
	struct str word;
	double cell;  /* index of the word in the property's words */
	double value; /* desirability */
};

struct case_value {
	struct condition_list when;
	double value;
};

/* One way to read a desirability: the term's own, or what stands in for it as a whole. */
struct reading {
	const struct measure *measure; /* NULL with cases */
	const struct curve *curve;     /* NULL: the measure is a desirability, or words, or cases */
	const struct word_value *words; /* by the order of the property's words */
	size_t word_count;
	/* "step": a judgement one word off is as likely; the neighbours are the interval. */
	bool step;
	const struct case_value *cases;
	size_t case_count;
	double none;   /* desirability of "known to be absent"; NaN: as missing */
	double spread; /* +- on the desirability */
	const struct stand_in *stand_ins;
	size_t stand_in_count;
};

struct term {
	struct str id;
	struct str label; /* for people; the id if the file gives none */
	size_t criterion; /* index */
	double weight;
	double missing; /* desirability used when nothing is known */
	bool inferred;  /* an inference by nature, whatever its inputs */
	struct reading reading;
	const struct reading *instead; /* "else": {"measure": ...}, in order */
	size_t instead_count;
	const struct measure *cap;  /* "at_most": a measure that is a desirability, or NULL */
	struct condition_list when; /* counts only if these hold; empty: always */
	enum term_mix mix;
	double mix_from;
	struct str source;
	struct str basis;
	role_set roles;
};

/* How measured rows override the rule of a criterion: d = rule^(1-w) * measured^w. */
struct measured {
	struct fact_query query;
	const double *grade_weights;  /* one a grade; 0: shown only */
	const double *outcome_values; /* one an outcome; NaN: the outcome does not score */
	const unsigned *tiers;        /* bits of grades; only the first tier that has rows counts */
	size_t tier_count;            /* 0: all together */
	size_t number;                /* fact column that beats the word, or SIZE_MAX */
	double number_spread;         /* +- on that number */
	const struct curve *curve;    /* number to desirability */
	double part_from;  /* a blend counts part_value from this share of a "yes" part */
	double part_value; /* NaN: parts do not count */
};

struct criterion {
	struct str id;
	struct str label;
	struct str short_label; /* a few letters for table heads */
	double weight;          /* as in the file or as set; see model_with_weight */
	enum combine combine;
	const struct curve *limit;       /* of the total, over the criterion's value; NULL none */
	const struct measured *measured; /* NULL none */
	enum role needs; /* "needs": counts only if there is one; ROLE_COUNT: always */
	size_t first_term;
	size_t term_count;
	struct str doc;
	struct str_list in_sample; /* sources whose answers were known when its curves were drawn */
	role_set roles;
};

struct verdict {
	struct str word;
	double at;     /* lowest score */
	double low_at; /* lowest score_low; 0 none */
};

/* With a missing term in one of these, the verdict is at most so good. */
struct missing_cap {
	const size_t *criteria; /* indices */
	size_t criterion_count;
	const size_t *terms; /* indices */
	size_t term_count;
	size_t at_most; /* verdict index */
};

enum solvent_need { SOLVENT_NEEDED, SOLVENT_OPTIONAL, SOLVENT_NONE };

struct model {
	struct str name;
	struct str route;
	struct str doc;
	double floor; /* criteria inside the mean are held at this or above */
	enum solvent_need solvent;
	size_t family; /* property of the electrolytes that groups precedents, or SIZE_MAX */
	const struct verdict *verdicts; /* best first; the last holds from 0 */
	size_t verdict_count;
	const struct missing_cap *missing_caps;
	size_t missing_cap_count;
	const struct gate *gates;
	size_t gate_count;
	const struct criterion *criteria;
	size_t criterion_count;
	const struct term *terms; /* of all criteria, in order */
	size_t term_count;
	struct prop_set properties; /* built-in and declared by the file */
};

/*
 * Reads the numeric properties that a model file declares, before the database is loaded:
 * the built-in set, or a longer copy in arena.
 */
struct prop_set model_declared_properties(const struct source *source, struct arena *arena,
					  struct diag_sink *sink);

/*
 * A model file against a database (for properties, classes and outcomes). Every mistake is in
 * sink with its place and a suggestion; NULL if there was an error.
 */
const struct model *model_read(const struct source *source, const struct db *db,
			       struct arena *arena, struct diag_sink *sink);

/* The model as JSON in a normal form; model_read() of it gives the same model. */
void model_print(const struct model *model, const struct db *db, struct text *out);

/* Of a criterion or a term, in a file or as set: sums of weights stay far from overflow. */
#define MODEL_WEIGHT_MAX 1e6

/* The reader refuses more: a ranking keeps the gates that fired as bits, draws keep the weights. */
enum { MODEL_GATES_MAX = 64, MODEL_CRITERIA_MAX = 64 };

size_t model_find_criterion(const struct model *model, struct str id); /* SIZE_MAX if none */
size_t model_find_term(const struct model *model, size_t criterion, struct str id);

/* "criterion.term": how records and model files name a term. */
struct str model_term_path(const struct model *model, size_t term, struct arena *arena);

/*
 * A copy with one criterion's weight set, 0 to MODEL_WEIGHT_MAX. Weights stay as they are written;
 * the engine divides by their sum.
 */
const struct model *model_with_weight(const struct model *model, size_t criterion, double weight,
				      struct arena *arena);

#endif
