/* SPDX-License-Identifier: MIT */
/*
 * How often the rules are right: the slurry model against what was observed, with everything that
 * was observed switched off (no measured rows, no values tuned on known answers).
 *
 * Exposure: a unit is an electrolyte and a solvent, labelled by the majority of its observations.
 * Good: left the electrolyte intact, or was used in a published slurry that worked. Bad: destroyed
 * it, dissolved it, or is a reaction medium for it at 60 degC or below. Marginal and contradictory
 * units are left out and counted, so are blends. Hearsay (uncited, patent) does not count. A unit's
 * score is the compatibility criterion, 0 if the rules reject it.
 * An observation on "sulfides" must hold for each of them: of all electrolytes the one counts that
 * speaks against the rules most.
 *
 * Solubility: a unit is a binder and a solvent; what is judged is the relative energy difference
 * (RED): soluble below 1, and not judged in the band where the program itself says "borderline".
 *
 * docs/method.md, "Back-test", has the definitions and what they do not show.
 */
#ifndef SLURRYSCREEN_ENGINE_BACKTEST_H
#define SLURRYSCREEN_ENGINE_BACKTEST_H

#include "base/watcher.h"
#include "engine/eval.h"

enum backtest_label {
	BACKTEST_BAD,
	BACKTEST_GOOD,
	BACKTEST_MARGINAL,
	BACKTEST_CONFLICT, /* as many for as against */
	BACKTEST_LABEL_COUNT
};

extern const char *const backtest_label_words[BACKTEST_LABEL_COUNT];

/* RED between these is borderline: solvents there are counted, not judged. */
extern const double backtest_band_low;  /* 0.85 */
extern const double backtest_band_high; /* 1.05 */

enum { BACKTEST_DRAWS = 2000 };
/* Any number does; the same one gives the same interval for ever. */
enum { BACKTEST_SEED = 20220901 };

struct backtest_unit {
	enum fact_kind kind; /* FACT_EXPOSURE or FACT_SOLUBILITY */
	uint32_t subject;    /* electrolyte or binder; FACT_ANY: sulfides at large */
	uint32_t solvent;
	size_t votes[BACKTEST_CONFLICT]; /* by label */
	enum backtest_label label;
	uint8_t grade;    /* the best among its observations */
	double retention; /* mean of the measured ones; NaN: none */
	bool in_sample;   /* the rule was made knowing this answer */
	double score;     /* compatibility, or RED; NaN: the binder has no sphere */
	uint32_t judged;  /* electrolyte that the score is for */
	const struct evaluation *evaluation;
	size_t gate;    /* that rejects it, or SIZE_MAX */
	bool right;     /* good and from the threshold up, or bad and below */
	bool judgeable; /* good or bad, with a score, outside the band */
	size_t cause;   /* of a miss: term of the model, or SIZE_MAX for a gate */
};

struct backtest_units {
	struct backtest_unit *at; /* by subject, then solvent */
	size_t count;
	size_t blends;  /* observations left out because they are of blends */
	size_t hearsay; /* because nobody can check them */
	size_t hot;     /* because they are of higher temperatures */
};

/* A value with what it is of. */
struct backtest_interval {
	double value; /* NaN: not enough to say */
	double low;   /* 2.5 % and 97.5 % of the seeded bootstrap */
	double high;
	size_t count;
};

struct backtest_extremes {
	const struct backtest_unit *worst_good; /* lowest score of a good one; NULL: none */
	const struct backtest_unit *best_bad;   /* highest score of a bad one */
	/* The best total of a bad solvent over all binders. */
	const struct backtest_unit *top_bad; /* NULL: all are rejected */
	const struct evaluation *top_bad_total;
};

struct backtest {
	const struct evaluator *evaluator; /* rules only */
	size_t compatibility; /* criterion that observations of electrolytes would override */
	size_t solubility;    /* criterion that observations of binders would override */
	size_t red;           /* its term that is a RED, or SIZE_MAX */
	double threshold;     /* compatibility from which a total may be "usable" */
	struct backtest_units exposure;
	struct backtest_units binders;
	struct backtest_interval auc;
	struct backtest_interval spearman; /* compatibility against measured retention */
	struct backtest_extremes all;
	struct backtest_extremes but_misses; /* without the pairs that the rules call wrongly */
};

/* The slurry model, rules only. All in arena; evaluator is copied. */
const struct backtest *backtest_run(const struct evaluator *evaluator,
				    const struct watcher *watcher, struct arena *arena,
				    struct arena *scratch);

/* right / judged over the units of a group. */
struct backtest_share {
	size_t judged;
	size_t right;
	size_t good; /* of the judged */
	size_t good_right;
	size_t band; /* good or bad ones in the band; not judged */
	size_t marginal;
	size_t conflict;
	size_t unscored; /* good or bad ones without a score */
};

/* grade, subject: SIZE_MAX all. in_sample: 0 only those not, 1 only those in sample, 2 all. */
struct backtest_filter {
	size_t grade;
	size_t subject;
	int in_sample;
};

struct backtest_share backtest_share(const struct backtest_units *units,
				     const struct backtest_filter *filter);

/* Statistics, for units alone and for tests. */

/*
 * Probability that a random good one scores above a random bad one, ties half; NaN: no pairs. The
 * bad ones must rise.
 */
double backtest_auc(const double *good, size_t good_count, const double *bad, size_t bad_count);
/* Rank correlation with mean ranks for ties; NaN below three pairs or without spread. */
double backtest_spearman(const double *x, const double *y, size_t count, struct arena *scratch);

/* ---- published recipes ---- */

struct backtest_system {
	const struct fact *fact;
	size_t route; /* index of the model; SIZE_MAX: no model for that route */
	const struct evaluation *evaluation; /* NULL: the recipe does not name its solvent */
	uint32_t judged;  /* electrolyte: the fact's, or of "sulfide" the lowest score */
	bool equal_parts; /* the fractions of the blend are not published */
};

struct backtest_systems {
	struct backtest_system *rows; /* those of the review's table first */
	size_t count;
	const struct evaluator *evaluators; /* one a model, rules only */
	size_t evaluator_count;
	/* Single-solvent slurries of the review's Table 1. */
	size_t table_slurries;
	const struct backtest_system *lowest_slurry;
	size_t table_rejected; /* of all of Table 1 */
};

/* models: those of the routes. */
const struct backtest_systems *backtest_systems_run(const struct evaluator *evaluator,
						    const struct model *const *models,
						    size_t model_count, struct arena *arena);

/* Why the score is no better: the criterion that holds it down most, or the gates that reject. */
struct str backtest_reason(const struct evaluator *evaluator, const struct evaluation *evaluation,
			   struct arena *arena);

#endif
