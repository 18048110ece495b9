/* SPDX-License-Identifier: MIT */
/* What tests of the engine share: the built-in database, a model, combinations by name. */
#ifndef SLURRYSCREEN_TESTS_ENGINE_FIXTURE_H
#define SLURRYSCREEN_TESTS_ENGINE_FIXTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include "data/lookup.h"
#include "engine/eval.h"
#include "model/builtin.h"

struct engine_fixture {
	struct arena arena;
	struct diag_sink sink;
	const struct lookup *lookup;
	struct evaluator evaluator;
	struct builtin_model model;
	struct part parts[8];
};

/* Built-in database and the built-in model of that name; fails the test if either has errors. */
void engine_fixture_open(struct engine_fixture *fixture, const char *model);
void engine_fixture_close(struct engine_fixture *fixture);

/* Another database under the same model. */
void engine_fixture_use_db(struct engine_fixture *fixture, const struct db *db, const char *model);

/* Row by name; fails the test if it is unknown. */
uint32_t engine_row(struct engine_fixture *fixture, enum table_id table, const char *name);

/* solvent: one name, or "a:b=80:20". NULL: none. The combination lives until the next call. */
struct combo engine_combo(struct engine_fixture *fixture, const char *se, const char *binder,
			  const char *solvent, const char *salt);

/* In the fixture's arena. */
const struct evaluation *engine_evaluate(struct engine_fixture *fixture, const struct combo *combo);
const struct evaluation *engine_named(struct engine_fixture *fixture, const char *se,
				      const char *binder, const char *solvent);

/* Value of a criterion. */
double engine_criterion(struct engine_fixture *fixture, const struct evaluation *evaluation,
			const char *criterion);

#endif
