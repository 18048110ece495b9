/* SPDX-License-Identifier: MIT */
/* Inside the check room: every combination of a database, as far as a rule tells them apart. */
#ifndef SLURRYSCREEN_CHECK_COMBOS_H
#define SLURRYSCREEN_CHECK_COMBOS_H

#include "model/measure.h"

/* More combinations than this are sampled evenly, as fast as a ranking. */
enum { COMBOS_MAX = 300000 };

/*
 * Calls visit for each combination of the materials of the given roles; of the other roles the
 * first material stands for all. Nothing if a role's table is empty.
 */
void combos_visit(const struct db *db, role_set roles,
		  void (*visit)(void *state, const struct measure_context *context), void *state);

#endif
