/* SPDX-License-Identifier: MIT */
/* Databases and models that nobody has seen: two ways of computing must agree on them, too. */
#ifndef SLURRYSCREEN_TESTS_SHAKE_H
#define SLURRYSCREEN_TESTS_SHAKE_H

#include "base/random.h"
#include "db_copy.h"
#include "model/model.h"

/* From 0 to count - 1. */
size_t shake_pick(struct random *random, size_t count);

/* Erases and moves cells at random. */
void shake_cells(struct db_copy *copy, struct random *random);

/* The same rules with other weights and means. */
const struct model *shake_model(const struct model *model, struct random *random,
				struct arena *arena);

#endif
