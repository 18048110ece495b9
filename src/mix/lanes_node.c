/* SPDX-License-Identifier: MIT */
/* Nodes over compositions. Parts are mixed here, and only here. */
#include <assert.h>
#include <math.h>

#include "mix/lanes.h"

struct vec lanes_vec(struct lanes *lanes)
{
	struct vec v = {lanes->room + lanes->used, false};

	assert(lanes->used + lanes->grid.count <= lanes->room_count);
	lanes->used += lanes->grid.count;
	return v;
}

static struct vec uniform(struct lanes *lanes, double number)
{
	struct vec v = lanes_vec(lanes);

	v.uniform = true;
	v.at[0] = number;
	return v;
}

/* The column's numbers of the parts at hand; false if one is not a number. */
static bool gather(const struct lanes *lanes, const double *column, double x[BLEND_PARTS_MAX])
{
	bool known = true;

	for (size_t i = 0; i < lanes->grid.parts; i++) {
		x[i] = column[lanes->parts[i]];
		known = known && isfinite(x[i]);
	}
	return known;
}

static bool all_equal(const struct lanes *lanes, const double x[BLEND_PARTS_MAX])
{
	for (size_t i = 1; i < lanes->grid.parts; i++)
		if (x[i] != x[0])
			return false;
	return true;
}

/* sum of volume * x */
static void mix_into(const struct lanes *lanes, const double x[BLEND_PARTS_MAX], double *out)
{
	const struct grid *grid = &lanes->grid;

	for (size_t k = 0; k < grid->count; k++)
		out[k] = grid->volumes[0][k] * x[0] + grid->volumes[1][k] * x[1];
	for (size_t i = 2; i < grid->parts; i++)
		for (size_t k = 0; k < grid->count; k++)
			out[k] += grid->volumes[i][k] * x[i];
}

struct vec lanes_mean(struct lanes *lanes, const double *column)
{
	double x[BLEND_PARTS_MAX] = {0.0};
	struct vec v;

	if (!gather(lanes, column, x))
		return uniform(lanes, DB_UNKNOWN);
	if (all_equal(lanes, x))
		return uniform(lanes, x[0]);
	v = lanes_vec(lanes);
	mix_into(lanes, x, v.at);
	return v;
}

static double root(double x, double exponent)
{
	if (exponent == 4.0)
		return sqrt(sqrt(x)); /* several times faster than pow() */
	return pow(x, 1.0 / exponent);
}

static struct vec power_mean(struct lanes *lanes, const struct node *node)
{
	struct vec v = lanes_mean(lanes, node->columns[0]);

	for (size_t k = 0; k < vec_count(lanes, v); k++)
		v.at[k] = root(v.at[k], node->exponent);
	return v;
}

static struct vec mole_mean(struct lanes *lanes, const struct node *node)
{
	double x[BLEND_PARTS_MAX] = {0.0};
	double per_volume[BLEND_PARTS_MAX] = {0.0};
	struct vec v;
	struct vec moles;

	if (!gather(lanes, node->columns[0], x) || !gather(lanes, node->columns[1], per_volume))
		return uniform(lanes, DB_UNKNOWN);
	if (all_equal(lanes, x))
		return uniform(lanes, x[0]);
	v = lanes_vec(lanes);
	moles = lanes_vec(lanes);
	for (size_t i = 0; i < lanes->grid.parts; i++)
		x[i] *= per_volume[i];
	mix_into(lanes, x, v.at);
	mix_into(lanes, per_volume, moles.at);
	for (size_t k = 0; k < lanes->grid.count; k++)
		v.at[k] /= moles.at[k];
	return v;
}

/* The lowest (sign 1) or highest (sign -1) of the parts that count; absent ones stand back. */
static double extreme_at(const struct lanes *lanes, const struct node *node, size_t lane,
			 double sign)
{
	double best = DB_ABSENT;
	bool counted = false;

	for (size_t i = 0; i < lanes->grid.parts; i++) {
		double x = node->columns[0][lanes->parts[i]];

		if (lanes->grid.volumes[i][lane] < node->from)
			continue;
		counted = true;
		if (isnan(x))
			return DB_UNKNOWN;
		if (isfinite(x) && (isinf(best) || sign * x < sign * best))
			best = x;
	}
	return counted ? best : DB_UNKNOWN;
}

static struct vec extreme(struct lanes *lanes, const struct node *node, double sign)
{
	struct vec v = lanes_vec(lanes);

	v.uniform = lanes->grid.smallest >= node->from;
	for (size_t k = 0; k < vec_count(lanes, v); k++)
		v.at[k] = extreme_at(lanes, node, k, sign);
	return v;
}

static struct vec codes(struct lanes *lanes, const struct node *node)
{
	struct vec v = extreme(lanes, node, 1.0);
	struct vec of;

	for (size_t k = 0; k < vec_count(lanes, v); k++)
		if (isinf(v.at[k]))
			v.at[k] = DB_UNKNOWN;
	if (!node->curve)
		return v;
	of = lanes_node(lanes, node->args[0]);
	if (!of.uniform)
		vec_spread(lanes, &v);
	for (size_t k = 0; k < vec_count(lanes, v); k++) {
		double x = vec_at(of, k);

		/* Not known, or absent: counts as volatile. */
		if (!isnan(v.at[k]) && (!isfinite(x) || x < node->number))
			v.at[k] = curve_at(node->curve, v.at[k]);
	}
	return v;
}

/* Raises out to the RED of one sphere where that is higher: red_distance(), unrolled for speed. */
static void sphere_into(const struct lanes *lanes, const double *const axes[3],
			const struct red_sphere *sphere, double *out)
{
	for (size_t k = 0; k < lanes->grid.count; k++) {
		double d = axes[0][k] - sphere->at[0];
		double p = axes[1][k] - sphere->at[1];
		double h = axes[2][k] - sphere->at[2];
		double red = sqrt(4.0 * d * d + p * p + h * h) / sphere->radius.value;

		out[k] = red > out[k] ? red : out[k];
	}
}

static struct vec red(struct lanes *lanes, const struct node *node)
{
	double x[NODE_COLUMNS][BLEND_PARTS_MAX];
	const double *axes[3];
	struct vec v;

	for (size_t k = 0; k < NODE_COLUMNS; k++)
		if (!gather(lanes, node->columns[k], x[k]) || node->sphere_count == 0)
			return uniform(lanes, DB_UNKNOWN);
	for (size_t k = 0; k < 3; k++) {
		struct vec axis = lanes_vec(lanes);

		mix_into(lanes, x[k], axis.at);
		axes[k] = axis.at;
	}
	v = lanes_vec(lanes);
	for (size_t k = 0; k < lanes->grid.count; k++)
		v.at[k] = 0.0;
	for (size_t i = 0; i < node->sphere_count; i++)
		sphere_into(lanes, axes, &node->spheres[i], v.at);
	for (size_t i = 0; i < lanes->grid.parts; i++)
		for (size_t k = 0; x[3][i] != 0.0 && k < lanes->grid.count; k++)
			v.at[k] += lanes->grid.volumes[i][k] * x[3][i];
	for (size_t k = 0; k < lanes->grid.count; k++)
		v.at[k] = v.at[k] > 0.0 ? v.at[k] : 0.0;
	return v;
}

/* ---- Arithmetic -------------------------------------------------------------------------- */

/* An operand without a value, or a result that is none, is missing. */
static double number_or_missing(double x)
{
	return isfinite(x) ? x : DB_UNKNOWN;
}

static double two(enum node_op op, double a, double b)
{
	if (!isfinite(a) || !isfinite(b))
		return DB_UNKNOWN;
	if (op == NODE_PRODUCT)
		return number_or_missing(a * b);
	if (op == NODE_DIFFERENCE)
		return number_or_missing(a - b);
	return number_or_missing(sqrt(a * a + b * b)); /* NODE_HYPOT */
}

static struct vec fold(struct lanes *lanes, const struct node *node)
{
	struct vec v = lanes_node(lanes, node->args[0]);

	for (size_t i = 1; i < node->arg_count; i++) {
		struct vec a = v;
		struct vec b = lanes_node(lanes, node->args[i]);

		v = lanes_vec(lanes);
		v.uniform = a.uniform && b.uniform;
		for (size_t k = 0; k < vec_count(lanes, v); k++)
			v.at[k] = two(node->op, vec_at(a, k), vec_at(b, k));
	}
	return v;
}

static double one(const struct node *node, double x, size_t *near)
{
	if (node->op == NODE_CURVE)
		return isfinite(x) ? curve_at_near(node->curve, x, near) : x;
	if (!isfinite(x))
		return DB_UNKNOWN;
	if (node->op == NODE_LINEAR)
		return number_or_missing(x * node->factor + node->offset);
	return x > 0.0 ? number_or_missing(log10(x)) : DB_UNKNOWN; /* NODE_LOG10 */
}

static struct vec map(struct lanes *lanes, const struct node *node)
{
	struct vec v = lanes_node(lanes, node->args[0]);
	size_t near = 0;

	for (size_t k = 0; k < vec_count(lanes, v); k++)
		v.at[k] = one(node, v.at[k], &near);
	return v;
}

static struct vec first(struct lanes *lanes, const struct node *node)
{
	struct vec v = uniform(lanes, DB_UNKNOWN);

	for (size_t i = 0; i < node->arg_count; i++) {
		struct vec a = v;
		struct vec b = lanes_node(lanes, node->args[i]);

		v = lanes_vec(lanes);
		v.uniform = a.uniform && b.uniform;
		for (size_t k = 0; k < vec_count(lanes, v); k++) {
			double x = vec_at(a, k);

			v.at[k] = isfinite(x) ? x : number_or_missing(vec_at(b, k));
		}
	}
	return v;
}

struct vec lanes_node(struct lanes *lanes, const struct node *node)
{
	switch (node->op) {
	case NODE_FIXED:
		return uniform(lanes, node->number);
	case NODE_VOLUME:
		return lanes_mean(lanes, node->columns[0]);
	case NODE_POWER:
		return power_mean(lanes, node);
	case NODE_MOLE:
		return mole_mean(lanes, node);
	case NODE_LOWEST:
		return extreme(lanes, node, 1.0);
	case NODE_HIGHEST:
		return extreme(lanes, node, -1.0);
	case NODE_CODES:
		return codes(lanes, node);
	case NODE_RED:
		return red(lanes, node);
	case NODE_PRODUCT:
	case NODE_DIFFERENCE:
	case NODE_HYPOT:
		return fold(lanes, node);
	case NODE_LOG10:
	case NODE_CURVE:
	case NODE_LINEAR:
		return map(lanes, node);
	case NODE_FIRST:
		return first(lanes, node);
	}
	return uniform(lanes, DB_UNKNOWN);
}
