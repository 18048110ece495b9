/* SPDX-License-Identifier: MIT */
/* Measures to nodes: down to where parts are mixed. */
#include <math.h>

#include "mix/plan_parts.h"
#include "model/measure_leaf.h"

struct measure_context planner_no_liquid(const struct planner *planner)
{
	const struct evaluator *evaluator = planner->plan->evaluator;

	return (struct measure_context){
	    .db = evaluator->db,
	    .combo = &planner->plan->combo,
	    .use_measured = evaluator->options.use_measured,
	    .use_in_sample = evaluator->options.use_in_sample,
	    .use_stand_ins = planner->use_stand_ins,
	    .settings = evaluator->options.settings,
	    .stand_ins = planner->stand_ins,
	    .stand_in_count = planner->stand_in_count,
	    .mentioned = evaluator->mentioned,
	};
}

const struct measure_context *planner_alone(struct alone *alone, const struct planner *planner,
					    size_t solvent)
{
	alone->part = (struct part){planner->plan->rows[solvent], 1.0};
	alone->combo = planner->plan->combo;
	alone->combo.solvent = (struct mixture){&alone->part, 1};
	alone->context = planner_no_liquid(planner);
	alone->context.combo = &alone->combo;
	return &alone->context;
}

double plan_number(struct num n)
{
	if (n.state == NUM_NONE)
		return DB_ABSENT;
	return num_has_value(n) ? n.value : DB_UNKNOWN;
}

static struct node *new_node(struct planner *planner, enum node_op op)
{
	struct node *node = ARENA_NEW(planner->arena, 1, struct node);

	node->op = op;
	planner->plan->node_count++;
	return node;
}

static const struct node *fixed(struct planner *planner, double number)
{
	struct node *node = new_node(planner, NODE_FIXED);

	node->number = number;
	return node;
}

static const struct node *failed(struct planner *planner)
{
	planner->failed = true;
	return fixed(planner, DB_UNKNOWN);
}

static double *column_new(struct planner *planner)
{
	return ARENA_NEW(planner->arena, planner->plan->count, double);
}

/* The measure of each solvent by itself. */
static double *column_of(struct planner *planner, const struct measure *measure)
{
	double *column = column_new(planner);

	for (size_t i = 0; i < planner->plan->count; i++) {
		struct alone alone;

		column[i] = plan_number(measure_num(measure, planner_alone(&alone, planner, i)));
	}
	return column;
}

static void raise_column(const struct planner *planner, double *column, double exponent)
{
	for (size_t i = 0; i < planner->plan->count; i++)
		if (isfinite(column[i]))
			column[i] = column[i] > 0.0 ? pow(column[i], exponent) : 0.0;
}

static const struct node *power_node(struct planner *planner, double *column, double exponent)
{
	struct node *node = new_node(planner, NODE_POWER);

	raise_column(planner, column, exponent);
	node->columns[0] = column;
	node->exponent = exponent;
	return node;
}

/* 1 / molar volume; NaN where unknown. */
static const double *inverse_volumes(struct planner *planner, const char *key)
{
	const struct db *db = planner->plan->evaluator->db;
	const size_t by = prop_find(&db->properties, TABLE_SOLVENTS, str_from(key));
	double *column = column_new(planner);

	for (size_t i = 0; i < planner->plan->count; i++) {
		double volume = by == SIZE_MAX
				    ? DB_UNKNOWN
				    : db_cell(db, TABLE_SOLVENTS, planner->plan->rows[i], by);

		column[i] = isfinite(volume) && volume > 0.0 ? 1.0 / volume : DB_UNKNOWN;
	}
	return column;
}

static const struct node *column_node(struct planner *planner, enum node_op op,
				      const double *column, const struct property *rule)
{
	struct node *node = new_node(planner, op);

	node->columns[0] = column;
	if (op == NODE_MOLE)
		node->columns[1] = inverse_volumes(planner, rule->mix_by);
	node->from = rule->mix_from;
	return node;
}

/* A property of the solvent, mixed by its own rule. */
static const struct node *value_node(struct planner *planner, const struct measure *measure)
{
	const struct property *rule =
	    &planner->plan->evaluator->db->properties.rows[measure->operand.property];
	double *column = column_of(planner, measure);

	switch (rule->mix) {
	case MIX_NONE:
		return fixed(planner, DB_UNKNOWN);
	case MIX_POWER:
		return power_node(planner, column, rule->mix_exponent);
	case MIX_VOLUME:
		return column_node(planner, NODE_VOLUME, column, rule);
	case MIX_MOLE:
	case MIX_RAOULT:
		return column_node(planner, NODE_MOLE, column, rule);
	case MIX_LOWEST:
		return column_node(planner, NODE_LOWEST, column, rule);
	case MIX_HIGHEST:
	case MIX_UNION:
		return column_node(planner, NODE_HIGHEST, column, rule);
	}
	return failed(planner);
}

static const struct node *red_node(struct planner *planner, const struct measure *measure)
{
	struct node *node = new_node(planner, NODE_RED);
	struct red_sphere *spheres = ARENA_NEW(planner->arena, RED_SPHERES_MAX, struct red_sphere);
	const struct measure_context no_liquid = planner_no_liquid(planner);
	double *columns[NODE_COLUMNS];

	for (size_t k = 0; k < NODE_COLUMNS; k++)
		node->columns[k] = columns[k] = column_new(planner);
	node->spheres = spheres;
	node->sphere_count = red_spheres(measure, &no_liquid, spheres, RED_SPHERES_MAX);
	if (node->sphere_count > RED_SPHERES_MAX)
		return failed(planner);
	for (size_t i = 0; i < planner->plan->count; i++) {
		struct alone alone;
		const struct measure_context *context = planner_alone(&alone, planner, i);
		double point[3];
		bool known = red_point(measure, context, point);

		for (size_t k = 0; k < 3; k++)
			columns[k][i] = known ? point[k] : DB_UNKNOWN;
		columns[3][i] = known && node->sphere_count ? red_shift(measure, context, 0) : 0.0;
	}
	return node;
}

static const struct node *const *args_of(struct planner *planner, const struct measure *measure,
					 struct node *node)
{
	const struct node **args =
	    ARENA_NEW(planner->arena, measure->arg_count, const struct node *);

	for (size_t i = 0; i < measure->arg_count; i++)
		args[node->arg_count++] = plan_node(planner, measure->args[i]);
	return args;
}

static const struct node *branch(struct planner *planner, const struct measure *measure,
				 enum node_op op)
{
	struct node *node = new_node(planner, op);

	node->curve = measure->curve;
	node->factor = measure->factor;
	node->offset = measure->offset;
	node->args = args_of(planner, measure, node);
	return node;
}

/* The lowest of codes, without what makes volatile liquids worse: that is the mixture's. */
static const struct node *codes_node(struct planner *planner, const struct measure *measure)
{
	const struct property *rule =
	    &planner->plan->evaluator->db->properties.rows[measure->operand.property];
	struct node *node = new_node(planner, NODE_CODES);
	const struct node **of = ARENA_NEW(planner->arena, 1, const struct node *);
	struct code_map plain = *measure->codes;
	struct measure alone = *measure;

	plain.worse_map = NULL;
	alone.codes = &plain;
	node->columns[0] = column_of(planner, &alone);
	node->from = rule->mix_from;
	node->curve = measure->codes->worse_map;
	node->number = measure->codes->worse_below;
	if (node->curve) {
		of[0] = plan_node(planner, measure->codes->worse_of);
		node->args = of;
		node->arg_count = 1;
	}
	return node;
}

/* A stand-in for something that is not the liquid's must not ask for the liquid. */
static bool stand_ins_are_plain(const struct planner *planner)
{
	for (size_t i = 0; planner->use_stand_ins && i < planner->stand_in_count; i++)
		if (planner->stand_ins[i].missing.role != ROLE_SOLVENT &&
		    (planner->stand_ins[i].instead->roles >> ROLE_SOLVENT & 1u) != 0)
			return false;
	return true;
}

static const struct node *of_liquid(struct planner *planner, const struct measure *measure)
{
	switch (measure->op) {
	case MEASURE_VALUE:
		return value_node(planner, measure);
	case MEASURE_PRODUCT:
		return branch(planner, measure, NODE_PRODUCT);
	case MEASURE_DIFFERENCE:
		return branch(planner, measure, NODE_DIFFERENCE);
	case MEASURE_LOG10:
		return branch(planner, measure, NODE_LOG10);
	case MEASURE_HYPOT:
		return branch(planner, measure, NODE_HYPOT);
	case MEASURE_CURVE:
		return branch(planner, measure, NODE_CURVE);
	case MEASURE_LINEAR:
		return branch(planner, measure, NODE_LINEAR);
	case MEASURE_FIRST:
		return branch(planner, measure, NODE_FIRST);
	case MEASURE_RED:
		return red_node(planner, measure);
	case MEASURE_WORST:
		return codes_node(planner, measure);
	case MEASURE_COUNT:
	case MEASURE_RANGES:
	case MEASURE_CLASS:
	case MEASURE_FACT: /* blends that a fact names are not looked at here */
		return fixed(planner, DB_UNKNOWN); /* a blend has none of its own */
	case MEASURE_RATIO: /* missing where the interval of the divisor holds 0 */
	case MEASURE_VAPOR: /* missing where the interval reaches too low */
	case MEASURE_NUMBER:
	case MEASURE_OP_COUNT:
		break;
	}
	return failed(planner);
}

const struct node *plan_node(struct planner *planner, const struct measure *measure)
{
	if (measure->in_sample && !planner->plan->evaluator->options.use_in_sample)
		return fixed(planner, DB_UNKNOWN);
	if (measure->mix == MEASURE_MIX_POWER) {
		/* Of one part alone the power mean is the measure itself. */
		return power_node(planner, column_of(planner, measure), MEASURE_POWER_EXPONENT);
	}
	if (!stand_ins_are_plain(planner))
		return failed(planner);
	if ((measure->roles >> ROLE_SOLVENT & 1u) == 0) {
		const struct measure_context context = planner_no_liquid(planner);

		return fixed(planner, plan_number(measure_num(measure, &context)));
	}
	return of_liquid(planner, measure);
}
