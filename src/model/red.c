/* SPDX-License-Identifier: MIT */
/*
 * Hansen's relative energy difference: Ra^2 = 4 (dD1-dD2)^2 + (dP1-dP2)^2 + (dH1-dH2)^2,
 * RED = Ra / R0 (Hansen 2007, ISBN 978-0-8493-7248-3). Competing vectors count as wholes.
 */
#include "model/red.h"

#include <assert.h>
#include <math.h>

#include "model/measure_leaf.h"

struct vector {
	double at[3];
	bool known;
	enum num_state state;
	enum num_kind kind;
};

/* Ra with what its inputs are worth. */
struct distance {
	double value;
	double low;
	double high;
	enum num_state state;
	enum num_kind kind;
};

const double red_weights[3] = {4.0, 1.0, 1.0};

double red_distance(const double a[3], const double b[3])
{
	double sum = 0.0;

	for (int i = 0; i < 3; i++)
		sum += red_weights[i] * (a[i] - b[i]) * (a[i] - b[i]);
	return sqrt(sum);
}

static struct vector read_vector(const size_t axes[3], enum role role,
				 const struct measure_context *context)
{
	struct vector v = {.known = true, .state = NUM_KNOWN, .kind = NUM_MEASURED};

	for (int i = 0; i < 3; i++) {
		struct operand operand = {role, axes[i]};
		struct num n = measure_value(&operand, context);

		v.known = v.known && num_has_value(n);
		v.at[i] = n.value;
		v.state = num_worse_state(v.state, n.state);
		v.kind = num_weaker_kind(v.kind, n.kind);
	}
	return v;
}

static struct vector read_binder(const struct red_rule *red, uint32_t row,
				 const struct measure_context *context)
{
	struct combo combo = *context->combo;
	struct measure_context at_row = *context;

	combo.binder = row;
	at_row.combo = &combo;
	return read_vector(red->binder, ROLE_BINDER, &at_row);
}

static void widen(struct distance *ra, const double solvent[3], const struct vector *binder,
		  const struct vector_note *others, size_t other_count)
{
	double away = red_distance(solvent, binder->at);

	ra->low = fmin(ra->low, away);
	ra->high = fmax(ra->high, away);
	for (size_t i = 0; i < other_count; i++) {
		away = red_distance(solvent, others[i].at);
		ra->low = fmin(ra->low, away);
		ra->high = fmax(ra->high, away);
	}
}

/* The mixture's vector with one part's own replaced by another. */
static void replace_part(double mixed[3], const struct vector *now, const double own[3],
			 const double other[3], double volume)
{
	for (int i = 0; i < 3; i++)
		mixed[i] = now->at[i] + volume * (other[i] - own[i]);
}

static void widen_by_competitors(struct distance *ra, const struct red_rule *red,
				 const struct vector *solvent, const struct vector *binder,
				 uint32_t binder_row, const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;
	size_t other_count;
	const struct vector_note *others =
	    db_vectors(context->db, TABLE_BINDERS, binder_row, &other_count);

	widen(ra, solvent->at, binder, others, other_count);
	for (size_t i = 0; i < mixture->count; i++) {
		size_t count;
		const struct vector_note *alternatives =
		    db_vectors(context->db, TABLE_SOLVENTS, mixture->parts[i].row, &count);
		struct one_part one;
		struct vector own;

		if (count == 0)
			continue;
		own = read_vector(red->solvent, ROLE_SOLVENT, one_part_context(&one, context, i));
		for (size_t k = 0; k < count; k++) {
			double mixed[3];

			replace_part(mixed, solvent, own.at, alternatives[k].at,
				     mixture->parts[i].volume);
			widen(ra, mixed, binder, others, other_count);
		}
	}
}

static struct distance distance_to(const struct red_rule *red, uint32_t binder_row,
				   const struct measure_context *context)
{
	struct vector solvent = read_vector(red->solvent, ROLE_SOLVENT, context);
	struct vector binder = read_binder(red, binder_row, context);
	struct distance ra = {DB_UNKNOWN, DB_UNKNOWN, DB_UNKNOWN, NUM_MISSING, NUM_UNCITED};
	double spread;

	if (!solvent.known || !binder.known)
		return ra;
	ra.value = red_distance(solvent.at, binder.at);
	ra.state = num_worse_state(solvent.state, binder.state);
	ra.kind = num_weaker_kind(solvent.kind, binder.kind);
	spread =
	    ra.kind >= NUM_ESTIMATED && ra.kind != NUM_FITTED ? red->ra_estimated : red->ra_typical;
	ra.low = fmax(0.0, ra.value - spread);
	ra.high = ra.value + spread;
	widen_by_competitors(&ra, red, &solvent, &binder, binder_row, context);
	return ra;
}

static double trust_spread(const struct red_rule *red, uint32_t binder_row,
			   const struct measure_context *context)
{
	const struct property *property = &context->db->properties.rows[red->trust];
	double word = db_cell(context->db, TABLE_BINDERS, binder_row, red->trust);
	double widest = 0.0;

	if (isfinite(word))
		return red->trust_relative[(size_t)word];
	for (size_t i = 0; property->words[i]; i++)
		widest = fmax(widest, red->trust_relative[i]);
	return widest;
}

/* The radius of a sphere with its interval; missing if it is unknown or may be 0. */
static struct num sphere_radius(const struct measure *measure, uint32_t binder_row,
				const struct measure_context *context)
{
	struct combo combo = *context->combo;
	struct measure_context at_row = *context;
	double relative = trust_spread(measure->red, binder_row, context);
	struct num radius;

	combo.binder = binder_row;
	at_row.combo = &combo;
	radius = measure_num(measure->args[0], &at_row);
	if (!num_has_value(radius) || radius.value <= 0.0)
		return num_missing();
	radius.low = fmin(radius.low, radius.value * (1.0 - relative));
	radius.high = fmax(radius.high, radius.value * (1.0 + relative));
	return radius.low > 0.0 ? radius : num_missing();
}

/* RED of one sphere. */
static struct num sphere_red(const struct measure *measure, uint32_t binder_row,
			     const struct measure_context *context)
{
	struct distance ra = distance_to(measure->red, binder_row, context);
	struct num radius = sphere_radius(measure, binder_row, context);

	if (ra.state == NUM_MISSING || !num_has_value(radius))
		return num_missing();
	return (struct num){ra.value / radius.value, ra.low / radius.high, ra.high / radius.low,
			    num_worse_state(ra.state, radius.state),
			    num_weaker_kind(ra.kind, radius.kind)};
}

static uint32_t binder_by_id(const struct db *db, struct str id)
{
	const struct table *binders = &db->tables[TABLE_BINDERS];

	for (uint32_t row = 0; row < binders->count; row++)
		if (str_equal(binders->materials[row].id, id))
			return row;
	return DB_NO_ROW;
}

/* The worst of the parts, for blends of binders that have no sphere of their own. */
static struct num parts_red(const struct measure *measure, const struct measure_context *context)
{
	const struct red_rule *red = measure->red;
	uint32_t binder = context->combo->binder;
	struct num worst = num_missing();
	struct str_list parts;

	if (red->parts == SIZE_MAX)
		return worst;
	parts = db_codes(context->db, TABLE_BINDERS, binder, red->parts);
	for (size_t i = 0; i < parts.count; i++) {
		uint32_t row = binder_by_id(context->db, parts.at[i]);
		struct num n = row == DB_NO_ROW ? num_missing() : sphere_red(measure, row, context);

		if (!num_has_value(n))
			return num_missing();
		worst = i == 0 ? n : num_maximum(worst, n);
	}
	return worst;
}

static struct num unanchored_red(const struct measure *measure,
				 const struct measure_context *context)
{
	struct num n;

	if (context->combo->binder == DB_NO_ROW || context->combo->solvent.count == 0)
		return num_missing();
	n = sphere_red(measure, context->combo->binder, context);
	return num_has_value(n) ? n : parts_red(measure, context);
}

struct votes {
	size_t yes;
	size_t no;
};

static bool count_vote(void *state, const struct fact *fact)
{
	struct votes *votes = state;

	votes->yes += str_is(str_from(fact_outcome_word(fact)), "yes");
	votes->no += str_is(str_from(fact_outcome_word(fact)), "no");
	return true;
}

/* A measured end of a blend moves its RED towards what was seen. */
double red_shift(const struct measure *measure, const struct measure_context *context, size_t part)
{
	const struct red_rule *red = measure->red;
	struct votes votes = {0, 0};
	struct one_part one;
	const struct measure_context *alone = one_part_context(&one, context, part);
	double end;

	if (!red->anchor)
		return 0.0;
	end = unanchored_red(measure, alone).value;
	fact_query_visit(red->anchor, alone, count_vote, &votes);
	if (votes.no > 0 && votes.yes == 0 && end < red->anchor_no)
		return red->anchor_no - end;
	if (votes.yes > 0 && votes.no == 0 && end > red->anchor_yes)
		return red->anchor_yes - end;
	return 0.0;
}

bool red_point(const struct measure *measure, const struct measure_context *context,
	       double point[3])
{
	struct vector v = read_vector(measure->red->solvent, ROLE_SOLVENT, context);

	for (int i = 0; i < 3; i++)
		point[i] = v.at[i];
	return v.known;
}

static bool read_sphere(const struct measure *measure, uint32_t binder_row,
			const struct measure_context *context, struct red_sphere *sphere)
{
	struct vector v = read_binder(measure->red, binder_row, context);

	for (int i = 0; i < 3; i++)
		sphere->at[i] = v.at[i];
	sphere->radius = sphere_radius(measure, binder_row, context);
	return v.known && num_has_value(sphere->radius);
}

size_t red_spheres(const struct measure *measure, const struct measure_context *context,
		   struct red_sphere *spheres, size_t room)
{
	const struct red_rule *red = measure->red;
	uint32_t binder = context->combo->binder;
	struct str_list parts;

	assert(room > 0);
	if (binder == DB_NO_ROW)
		return 0;
	if (read_sphere(measure, binder, context, &spheres[0]))
		return 1;
	if (red->parts == SIZE_MAX)
		return 0;
	parts = db_codes(context->db, TABLE_BINDERS, binder, red->parts);
	for (size_t i = 0; i < parts.count; i++) {
		uint32_t row = binder_by_id(context->db, parts.at[i]);
		struct red_sphere sphere;

		if (row == DB_NO_ROW || !read_sphere(measure, row, context, &sphere))
			return 0;
		if (i < room)
			spheres[i] = sphere;
	}
	return parts.count;
}

struct num measure_red(const struct measure *measure, const struct measure_context *context)
{
	const struct mixture *mixture = &context->combo->solvent;
	struct num n = unanchored_red(measure, context);

	if (mixture->count < 2 || !measure->red->anchor || !num_has_value(n))
		return n;
	for (size_t i = 0; i < mixture->count; i++) {
		double shift = mixture->parts[i].volume * red_shift(measure, context, i);

		n.value += shift;
		n.low += shift;
		n.high += shift;
	}
	/* Between two ends that are better than they look, the shifts may go below what a distance
	 * can be. */
	n.value = fmax(0.0, n.value);
	n.low = fmax(0.0, n.low);
	n.high = fmax(0.0, n.high);
	return n;
}
