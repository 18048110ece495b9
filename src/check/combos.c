/* SPDX-License-Identifier: MIT */
#include "check/combos.h"

static size_t count_of(const struct db *db, role_set roles, enum role role)
{
	const size_t count = db->tables[role_table(role)].count;

	return roles >> role & 1u || count == 0 ? count : 1;
}

void combos_visit(const struct db *db, role_set roles,
		  void (*visit)(void *state, const struct measure_context *context), void *state)
{
	const size_t solvents = count_of(db, roles, ROLE_SOLVENT);
	const size_t binders = count_of(db, roles, ROLE_BINDER);
	const size_t salts = count_of(db, roles, ROLE_SALT);
	const size_t all = count_of(db, roles, ROLE_SE) * solvents * binders * salts;
	const size_t step = all / COMBOS_MAX + 1;

	for (size_t i = 0; i < all; i += step) {
		const struct part part = {(uint32_t)(i % solvents), 1.0};
		const struct combo combo = {
		    .se = (uint32_t)(i / solvents / binders / salts),
		    .binder = (uint32_t)(i / solvents % binders),
		    .salt = (uint32_t)(i / solvents / binders % salts),
		    .solvent = {&part, 1},
		};
		const struct measure_context context = {
		    .db = db, .combo = &combo, .use_measured = true, .use_in_sample = true};

		visit(state, &context);
	}
}
