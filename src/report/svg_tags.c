/* SPDX-License-Identifier: MIT */
#include "report/svg_tags.h"

#include <math.h>

/* Millimetres. */
static const double clearance = 0.5;
static const double alone = 2.0; /* a line this far from all others is not mistaken for one */

/* From the line to its name: beside it, or at the end of a leader. */
static const double gaps[] = {0.9, 3.2, 6.0};

/*
 * What a fault costs, by which places are compared: a millimetre of another's line under the name,
 * of the name's own, a mark, a square millimetre of other writing or outside the room, a millimetre
 * of nearness to another line at the point that the name belongs to, a leader's millimetre, and a
 * line that it crosses.
 */
static const double cost_other_line = 2.5;
static const double cost_own_line = 1.0;
static const double cost_mark = 1.5;
static const double cost_writing = 25.0;
static const double cost_nearness = 6.0;
static const double cost_leader = 0.4;
static const double cost_crossing = 3.0;

enum {
	STEPS = 6, /* points tried on a piece */
	GAPS = sizeof gaps / sizeof *gaps,
	DIRECTIONS = 8, /* of the name from its point */
	PASSES = 4,     /* over all names, each giving way to the others */
};

struct place {
	struct svg_point at;
	struct svg_box box;
	double cost;
};

/* ---- boxes ---- */

/* Shrinks [*from, *to], shares of the way, to where low <= start + way * step <= high. */
static bool clip(double start, double step, double low, double high, double *from, double *to)
{
	double enter;
	double leave;

	if (step > -1e-12 && step < 1e-12)
		return start >= low && start <= high;
	enter = (low - start) / step;
	leave = (high - start) / step;
	*from = fmax(*from, fmin(enter, leave));
	*to = fmin(*to, fmax(enter, leave));
	return *from < *to;
}

double svg_box_covers(const struct svg_box *box, struct svg_point a, struct svg_point b)
{
	const double x = b.x - a.x;
	const double y = b.y - a.y;
	double from = 0;
	double to = 1;

	if (!clip(a.x, x, box->left, box->right, &from, &to) ||
	    !clip(a.y, y, box->top, box->bottom, &from, &to))
		return 0;
	return (to - from) * hypot(x, y);
}

static bool box_holds(const struct svg_box *box, struct svg_point at)
{
	return at.x >= box->left && at.x <= box->right && at.y >= box->top && at.y <= box->bottom;
}

static double box_area(const struct svg_box *box)
{
	return fmax(box->right - box->left, 0) * fmax(box->bottom - box->top, 0);
}

static double common_area(const struct svg_box *a, const struct svg_box *b)
{
	const struct svg_box common = {fmax(a->left, b->left), fmax(a->top, b->top),
				       fmin(a->right, b->right), fmin(a->bottom, b->bottom)};

	return common.left < common.right && common.top < common.bottom ? box_area(&common) : 0;
}

static struct svg_box box_grown(const struct svg_box *box, double by)
{
	return (struct svg_box){box->left - by, box->top - by, box->right + by, box->bottom + by};
}

struct svg_point svg_tag_tie(const struct svg_box *box, struct svg_point at)
{
	return (struct svg_point){fmin(fmax(at.x, box->left), box->right), box->bottom};
}

/* ---- what a place costs ---- */

static double distance(const struct svg_tag_piece *piece, struct svg_point at)
{
	const double x = piece->b.x - piece->a.x;
	const double y = piece->b.y - piece->a.y;
	const double length = x * x + y * y;
	double share = 0;

	if (length > 0)
		share = ((at.x - piece->a.x) * x + (at.y - piece->a.y) * y) / length;
	share = fmin(fmax(share, 0), 1);
	return hypot(piece->a.x + share * x - at.x, piece->a.y + share * y - at.y);
}

/* Twice the area of a, b, c; its sign says on which side of a to b the third one lies. */
static double turn(struct svg_point a, struct svg_point b, struct svg_point c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(struct svg_point a, struct svg_point b, const struct svg_tag_piece *piece)
{
	return turn(a, b, piece->a) * turn(a, b, piece->b) < 0 &&
	       turn(piece->a, piece->b, a) * turn(piece->a, piece->b, b) < 0;
}

/* What it covers, crosses or comes near; the search looks no further once that is `enough`. */
static double cost_of_lines(const struct svg_tag_scene *scene, size_t owner,
			    const struct place *place, double enough)
{
	const struct svg_box box = box_grown(&place->box, clearance);
	const struct svg_point tie = svg_tag_tie(&place->box, place->at);
	double nearest = alone;
	double cost = 0;

	for (size_t i = 0; i < scene->piece_count && cost < enough; i++) {
		const struct svg_tag_piece *piece = &scene->pieces[i];
		const bool own = piece->owner == owner;

		cost += (own ? cost_own_line : cost_other_line) *
			svg_box_covers(&box, piece->a, piece->b);
		cost += box_holds(&box, piece->a) ? cost_mark : 0;
		if (own)
			continue;
		nearest = fmin(nearest, distance(piece, place->at));
		cost += cross(place->at, tie, piece) ? cost_crossing : 0;
	}
	return cost + cost_nearness * (alone - nearest);
}

static double cost_of_writing(const struct svg_tag_scene *scene, const struct svg_tag *tags,
			      size_t count, size_t owner, const struct svg_box *place)
{
	const struct svg_box box = box_grown(place, clearance);
	double area = box_area(&box) - common_area(&box, &scene->room);

	for (size_t i = 0; i < scene->taken_count; i++)
		area += common_area(&box, &scene->taken[i]);
	for (size_t i = 0; i < count; i++)
		if (i != owner && tags[i].placed)
			area += common_area(&box, &tags[i].box);
	return cost_writing * area;
}

/* ---- search ---- */

/* A name in one of eight directions of the point. */
static struct svg_box box_beside(const struct svg_tag *tag, struct svg_point at, size_t direction,
				 double gap)
{
	static const signed char x[DIRECTIONS] = {1, 1, 0, -1, -1, -1, 0, 1};
	static const signed char y[DIRECTIONS] = {0, 1, 1, 1, 0, -1, -1, -1};
	/* Aslant a corner of the name is nearest, and that by both gaps. */
	const double each = x[direction] != 0 && y[direction] != 0 ? gap * 0.7 : gap;
	const double left = at.x + x[direction] * (tag->width / 2 + each) - tag->width / 2;
	const double top = at.y + y[direction] * (tag->height / 2 + each) - tag->height / 2;

	return (struct svg_box){left, top, left + tag->width, top + tag->height};
}

static void try_point(const struct svg_tag_scene *scene, const struct svg_tag *tags, size_t count,
		      size_t owner, struct svg_point at, struct place *best)
{
	for (size_t i = 0; i < (size_t)GAPS * DIRECTIONS; i++) {
		const double gap = gaps[i / DIRECTIONS];
		struct place place = {.at = at};

		place.box = box_beside(&tags[owner], at, i % DIRECTIONS, gap);
		place.cost = cost_of_lines(scene, owner, &place, best->cost) + cost_leader * gap;
		if (place.cost < best->cost)
			place.cost += cost_of_writing(scene, tags, count, owner, &place.box);
		if (place.cost < best->cost)
			*best = place;
	}
}

static void place_one(const struct svg_tag_scene *scene, struct svg_tag *tags, size_t count,
		      size_t owner)
{
	struct place best = {.cost = (double)INFINITY};

	for (size_t i = 0; i < scene->piece_count; i++) {
		const struct svg_tag_piece *piece = &scene->pieces[i];

		for (int step = 0; piece->owner == owner && step < STEPS; step++) {
			const double share = (double)step / STEPS;

			try_point(
			    scene, tags, count, owner,
			    (struct svg_point){piece->a.x + share * (piece->b.x - piece->a.x),
					       piece->a.y + share * (piece->b.y - piece->a.y)},
			    &best);
		}
	}
	tags[owner].placed = best.cost < (double)INFINITY;
	tags[owner].at = best.at;
	tags[owner].box = best.box;
}

void svg_tags_place(const struct svg_tag_scene *scene, struct svg_tag *tags, size_t count)
{
	for (size_t i = 0; i < count; i++)
		tags[i].placed = false;
	for (int pass = 0; pass < PASSES; pass++)
		for (size_t i = 0; i < count; i++)
			place_one(scene, tags, count, i);
}
