/* SPDX-License-Identifier: MIT */
/*
 * A plan run over all compositions of one set of solvents: scores as evaluate() gives them, to the
 * last digits of a sum.
 */
#ifndef SLURRYSCREEN_MIX_LANES_H
#define SLURRYSCREEN_MIX_LANES_H

#include "mix/plan.h"

/* One number a composition; the same for all of them if uniform. */
struct vec {
	double *at;
	bool uniform; /* only at[0] is filled */
};

/* The desirabilities of one criterion's terms. */
struct term_vecs {
	struct vec *at;
	bool uniform; /* all of them */
};

struct lanes {
	const struct plan *plan;
	struct grid grid;
	uint32_t parts[BLEND_PARTS_MAX]; /* indices of the plan's solvents */
	double *room; /* vectors are taken from here and given back all at once */
	size_t room_count;
	size_t used;
	/* results */
	double *scores; /* rounded; below 0: rejected */
	double *sums;
	double *limits;
	double *factors;
	enum truth *answers;     /* twice as many as compositions */
	struct term_vecs *terms; /* one a criterion */
	double *d;               /* of one composition */
	double ceiling;          /* of every blend, before factors; see hopeless() */
	double ceiling_limit;
	size_t evaluated; /* compositions scored to the end, over all runs */
	size_t skipped;   /* sets left out because of the bound */
	/* for sets that the plan does not know */
	struct evaluation *work;
	struct part mixture[BLEND_PARTS_MAX];
};

/* In arena. */
struct lanes *lanes_new(const struct plan *plan, struct grid grid, struct arena *arena);

/*
 * The scores of all compositions of these solvents. False if it is clear that none of them reaches
 * at_least (then the scores are not filled) or all are rejected.
 */
bool lanes_run(struct lanes *lanes, const uint32_t *parts, double at_least);

static inline double vec_at(struct vec v, size_t lane)
{
	return v.at[v.uniform ? 0 : lane];
}

static inline size_t vec_count(const struct lanes *lanes, struct vec v)
{
	return v.uniform ? 1 : lanes->grid.count;
}

/* Fills in all of a vector that is the same everywhere, so that parts of it can be changed. */
static inline void vec_spread(const struct lanes *lanes, struct vec *v)
{
	for (size_t k = 1; v->uniform && k < lanes->grid.count; k++)
		v->at[k] = v->at[0];
	v->uniform = false;
}

/* Inside lanes: room for a vector, means, the value of a node, the answers of the gates. */
struct vec lanes_vec(struct lanes *lanes);
struct vec lanes_mean(struct lanes *lanes, const double *column); /* over volume fractions */
struct vec lanes_node(struct lanes *lanes, const struct node *node);
/* The gates that every composition's fractions reach: they hold for the whole set. */
struct part_gates lanes_part_gates(const struct lanes *lanes);
/* Fills factors, and scores with -1 where rejected, else 0; returns how many are left. */
size_t lanes_gates(struct lanes *lanes);

#endif
