/* SPDX-License-Identifier: MIT */
/* What the files behind plan.h share: preparing nodes, terms and gates. */
#ifndef SLURRYSCREEN_MIX_PLAN_PARTS_H
#define SLURRYSCREEN_MIX_PLAN_PARTS_H

#include "mix/plan.h"

struct planner {
	struct plan *plan;
	struct arena *arena;
	const struct stand_in *stand_ins;
	size_t stand_in_count;
	bool use_stand_ins;
	bool failed; /* something cannot be prepared */
};

/* One solvent by itself, as measures and conditions want it. Lives in the caller's frame. */
struct alone {
	struct part part;
	struct combo combo;
	struct measure_context context;
};
const struct measure_context *planner_alone(struct alone *alone, const struct planner *planner,
					    size_t solvent);

/* The same without a liquid. */
struct measure_context planner_no_liquid(const struct planner *planner);

/* A number as plans keep it. */
double plan_number(struct num n);

const struct node *plan_node(struct planner *planner, const struct measure *measure);

/* False: the term does not count for any of the liquids. */
bool plan_term(struct planner *planner, size_t term, struct term_plan *made);

struct gate_plan plan_gate(struct planner *planner, const struct gate *gate);

#endif
