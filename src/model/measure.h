/* SPDX-License-Identifier: MIT */
/*
 * Measures: how a rule reads a number off a combination of materials.
 *
 * A measure is a small tree. Its leaves are properties of the solvent, binder, electrolyte ("se")
 * or salt; its nodes are the closed list in measure_types. A model file writes a node as an object
 * with the node's word as a key, {"log10": "solvent.vapor_pressure"}, and a property as the bare
 * string. What each word takes stands in measure_types[].doc.
 *
 * Liquids of several parts: a property of the solvent is mixed by the property's own rule; a node
 * with "mix": "power" is evaluated for each part and mixed by a power mean (exponent 4).
 */
#ifndef SLURRYSCREEN_MODEL_MEASURE_H
#define SLURRYSCREEN_MODEL_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/num.h"
#include "base/str.h"
#include "data/db.h"
#include "data/mixture.h"
#include "model/shape.h"

/* The four roles of a combination. */
enum role { ROLE_SE, ROLE_BINDER, ROLE_SOLVENT, ROLE_SALT, ROLE_COUNT };

enum table_id role_table(enum role role);

/* Limits that whoever asks may set; conditions compare with them by name. */
enum setting { SETTING_NONE, SETTING_MAX_TEMPERATURE, SETTING_COUNT };

struct setting_info {
	const char *word; /* in place of a number in a comparison */
	const char *unit;
	const char *doc;
};

extern const struct setting_info setting_infos[SETTING_COUNT]; /* none has an empty word */

/* Which roles something depends on: bits 1u << role. */
typedef unsigned role_set;

/* A combination to be judged. Rows are DB_NO_ROW where there is none. */
struct combo {
	uint32_t se;
	uint32_t binder;
	uint32_t salt;
	struct mixture solvent; /* count 0: none (dry) */
};

/* What a measure may use. */
struct measure_context {
	const struct db *db;
	const struct combo *combo;
	bool use_measured;      /* facts of exactly these materials count */
	bool use_in_sample;     /* values tuned on known answers (calibrated radii) count */
	bool use_stand_ins;     /* false: what is unknown stays unknown */
	const double *settings; /* one an enum setting, NaN where not set; NULL: none is */
	const struct stand_in *stand_ins;
	size_t stand_in_count;
	const unsigned char *mentioned; /* one a solvent: some fact names it; NULL: not known */
};

struct operand {
	enum role role;
	size_t property; /* in the database's property set */
};

enum measure_op {
	MEASURE_NUMBER,     /* a number as such */
	MEASURE_VALUE,      /* "solvent.logp" or {"value": "solvent.logp"} */
	MEASURE_PRODUCT,    /* [m, m, ...] */
	MEASURE_RATIO,      /* [m, m] */
	MEASURE_DIFFERENCE, /* [m, m] */
	MEASURE_LOG10,      /* m */
	MEASURE_HYPOT,      /* [m, m]: root of the sum of squares */
	MEASURE_COUNT,      /* codes of a codes property */
	MEASURE_CURVE,      /* {"curve": [[x, y], ...], "of": m} */
	MEASURE_LINEAR,     /* {"linear": m, "factor": a, "offset": b} */
	MEASURE_FIRST,      /* [m, m, ...]: the first that has a value */
	MEASURE_RED,        /* ["solvent.hansen", "binder.hansen", m] with "ra", "radius", ... */
	MEASURE_WORST,      /* {"worst": codes property, "codes": {prefix: d}, ...} */
	MEASURE_RANGES,     /* {"ranges": codes property, "codes": {prefix: [low, high]}} */
	MEASURE_CLASS, /* {"class": "donor_number"}: typical of the solvent's functional class */
	MEASURE_VAPOR, /* {"vapor": m}: kPa at 25 degC from a boiling point in degC */
	MEASURE_FACT,  /* {"fact": [kind, subject, object], "number": column, "in": [...]} */
	MEASURE_OP_COUNT
};

/* Li+ and PS4(3-) pick the strongest donor of a blend: a high power leans to it. A judgement. */
#define MEASURE_POWER_EXPONENT 4.0

enum measure_mix {
	MEASURE_MIX_NONE,  /* leaves mix by the property's rule */
	MEASURE_MIX_POWER, /* (sum phi * x^4)^(1/4) over the parts */
};

/* A code prefix and what it means: a desirability (low == high) or a range. Longest prefix wins. */
struct code_value {
	struct str prefix;
	double low;
	double high;
};

struct code_map {
	const struct code_value *rows; /* in the file's order */
	size_t count;
	double none; /* desirability of "known to have no code"; NaN if the map does not say */
	/* One step worse, for the uncertainty of a classification: falling; count 0 if none. */
	const double *steps;
	size_t step_count;
	/* {"worse_when": {"below": [m, limit], "map": curve}}: volatile liquids one step worse. */
	const struct measure *worse_of;
	double worse_below;
	const struct curve *worse_map;
};

/* Hansen's relative energy difference, RED = Ra / R0 (Hansen 2007, ISBN 978-0-8493-7248-3). */
struct red_rule {
	size_t solvent[3]; /* properties of the group, axis 0 to 2 */
	size_t binder[3];
	double ra_typical;            /* +- on Ra, MPa^0.5 */
	double ra_estimated;          /* where a vector is estimated or weaker */
	size_t trust;                 /* choice property that says how far to believe a sphere */
	const double *trust_relative; /* +- relative on the radius, one a word of trust */
	size_t parts; /* text property: ids whose spheres count if it has none, or SIZE_MAX */
	/* Mixtures are anchored at measured ends. */
	const struct fact_query *anchor;
	double anchor_no;  /* end "no" with RED below this: add phi * (this - RED) */
	double anchor_yes; /* end "yes" with RED above this: subtract phi * (RED - this) */
};

/* A question to the facts: {"fact": ["exposure", "se", "solvent"], "in": [...], ...}. */
struct fact_query {
	enum fact_kind kind;
	enum role subject;
	bool others; /* subject "other": every electrolyte but this one */
	/* Bits of outcome words. "in": they answer yes, or are read; "every": all rows must. */
	unsigned outcomes;
	bool every;
	unsigned grades;      /* bits of grades that are heard; all but patent if not given */
	unsigned grades_once; /* "once": at least one row of these grades; 0: not asked */
	unsigned against; /* "unless": an outcome of these bits among the heard rows answers no */
	double until;     /* degC; rows with a higher temperature are not heard; NaN: no limit */
	size_t number;    /* fact column for MEASURE_FACT, or SIZE_MAX */
	bool geometric;   /* MEASURE_FACT: the geometric mean of the numbers, not the arithmetic */
};

struct measure {
	enum measure_op op;
	enum measure_mix mix;
	struct operand operand; /* VALUE, COUNT, WORST, RANGES, CLASS (property of the class) */
	double number;          /* NUMBER */
	double factor;          /* LINEAR */
	double offset;
	double spread;  /* "spread": +- on the result, its unit; 0 none */
	double decades; /* "decades": +- in log10 on the result; 0 none */
	bool in_sample; /* counts only with use_in_sample */
	const struct curve *curve;
	const struct code_map *codes;
	const struct red_rule *red;
	const struct fact_query *fact;
	const struct measure *const *args;
	size_t arg_count;
	role_set roles; /* what it depends on, itself and below */
};

/* What stands in for an unknown property, in order; makes the term inferred. */
struct stand_in {
	struct operand missing;
	const struct measure *instead;
};

struct measure_type {
	const char *word; /* key in the model file */
	enum measure_op op;
	size_t args_min; /* sub-measures it takes in its list */
	size_t args_max;
	bool facts; /* answers from facts, not from properties */
	const char *doc;
};

extern const struct measure_type measure_types[MEASURE_OP_COUNT];

/* Pure. Missing where an input is unknown and nothing stands in. */
struct num measure_num(const struct measure *measure, const struct measure_context *context);

/*
 * Vapour pressure at 25 degC, kPa, from the normal boiling point in degC: Clausius-Clapeyron with
 * the enthalpy of vaporisation by Kistiakowsky at the boiling point, Watson's exponent 0.38 between
 * 25 degC and the boiling point, the critical temperature taken as 1.5 times the boiling point
 * (Guldberg); the mean of both enthalpies (Poling, Prausnitz & O'Connell 2001,
 * ISBN 978-0-07-011682-5).
 */
double vapor_pressure_from_boiling(double boiling_point);

/*
 * The facts about exactly these materials that a query hears. Calls visit for each; false stops.
 * The solvent of a fact must be the whole mixture.
 */
void fact_query_visit(const struct fact_query *query, const struct measure_context *context,
		      bool (*visit)(void *state, const struct fact *fact), void *state);

/* Yes, no, or unknown (facts are switched off). */
enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN };

enum truth fact_query_holds(const struct fact_query *query, const struct measure_context *context,
			    const struct fact **witness);

#endif
