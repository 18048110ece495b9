/* SPDX-License-Identifier: MIT */
/*
 * Where sources disagree by more than their uncertainties, and what it would do to a ranking to
 * believe the other one.
 */
#ifndef SLURRYSCREEN_ENGINE_CONFLICTS_H
#define SLURRYSCREEN_ENGINE_CONFLICTS_H

#include "data/ledger.h"
#include "engine/eval.h"

/* The value in use against the competing one whose intervals do not meet. */
struct conflict {
	enum table_id table;
	uint32_t row;
	size_t property;
	const struct ledger_line *used;
	const struct ledger_line *other; /* of several, the one of the largest consequence */
	double apart;                    /* between the intervals, in the property's unit */
	/* Points by which a score changes when the value goes from one to the other. */
	double effect;      /* rejected counts 0; signed */
	struct combo combo; /* whose score it is; its liquid is one pure solvent */
};

/*
 * What stands for a ranking: a solvent is judged with this electrolyte, binder and salt, any other
 * material in its role, over all pure solvents. Rows may be DB_NO_ROW.
 */
struct conflict_scene {
	uint32_t se;
	uint32_t binder;
	uint32_t salt;
};

/*
 * Largest consequence first, then by table, row, property; numbers of the ledger that are preferred
 * against those that are alternatives, rejected ones never. In arena.
 */
size_t conflicts_find(const struct evaluator *evaluator, const struct ledger *ledger,
		      const struct conflict_scene *scene, const struct conflict **conflicts,
		      struct arena *arena, struct arena *scratch);

#endif
