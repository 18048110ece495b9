/* SPDX-License-Identifier: MIT */
/* A database whose cells a test may change. Texts, codes and facts are shared with the original. */
#ifndef SLURRYSCREEN_TESTS_DB_COPY_H
#define SLURRYSCREEN_TESTS_DB_COPY_H

#include "base/arena.h"
#include "data/db.h"

struct db_copy {
	struct db db;
	struct column *columns[TABLE_COUNT];
	double **values[TABLE_COUNT];
	struct arena *arena;
};

void db_copy_make(struct db_copy *copy, const struct db *db, struct arena *arena);

/* A measured value without uncertainty. */
void db_copy_set(struct db_copy *copy, enum table_id table, uint32_t row, size_t property,
		 double value);
/* Unknown from now on. */
void db_copy_erase(struct db_copy *copy, enum table_id table, uint32_t row, size_t property);

#endif
