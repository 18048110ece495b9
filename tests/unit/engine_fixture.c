/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "engine_fixture.h"

void engine_fixture_use_db(struct engine_fixture *fixture, const struct db *db, const char *model)
{
	fixture->evaluator.db = db;
	fixture->evaluator.options = eval_options_default();
	fixture->evaluator.mentioned = NULL;
	fixture->lookup = lookup_build(db, (1u << TABLE_COUNT) - 1, &fixture->arena);
	if (!builtin_model_find(str_from(model), &fixture->model))
		fail_msg("no model %s", model);
	fixture->evaluator.model =
	    model_read(&fixture->model.source, db, &fixture->arena, &fixture->sink);
	if (!fixture->evaluator.model || diag_has_errors(&fixture->sink)) {
		diag_print(&fixture->sink, &fixture->arena, stderr, false);
		fail_msg("the model %s has errors", model);
	}
}

void engine_fixture_open(struct engine_fixture *fixture, const char *model)
{
	arena_init(&fixture->arena, NULL);
	diag_sink_init(&fixture->sink, &fixture->arena);
	engine_fixture_use_db(fixture, db_builtin(), model);
}

void engine_fixture_close(struct engine_fixture *fixture)
{
	arena_release(&fixture->arena);
}

uint32_t engine_row(struct engine_fixture *fixture, enum table_id table, const char *name)
{
	struct lookup_result result =
	    lookup_one(fixture->lookup, 1u << table, str_from(name), &fixture->arena);

	if (result.status != LOOKUP_OK)
		fail_msg("%s is not one material of %s", name, table_infos[table].key);
	return result.found[0].row;
}

static struct mixture liquid(struct engine_fixture *fixture, const char *solvent)
{
	struct blend_text blend = lookup_blend(fixture->lookup, str_from(solvent), &fixture->arena);

	if (blend.names.status != LOOKUP_OK)
		fail_msg("%s is not a solvent or blend", solvent);
	for (size_t i = 0; i < blend.names.count; i++)
		fixture->parts[i] = (struct part){
		    blend.names.found[i].row, blend.names.count == 1 ? 1.0 : blend.fractions[i]};
	return (struct mixture){fixture->parts, blend.names.count};
}

struct combo engine_combo(struct engine_fixture *fixture, const char *se, const char *binder,
			  const char *solvent, const char *salt)
{
	struct combo combo = {DB_NO_ROW, DB_NO_ROW, DB_NO_ROW, {NULL, 0}};

	combo.se = engine_row(fixture, TABLE_ELECTROLYTES, se);
	if (binder)
		combo.binder = engine_row(fixture, TABLE_BINDERS, binder);
	if (salt)
		combo.salt = engine_row(fixture, TABLE_SALTS, salt);
	if (solvent)
		combo.solvent = liquid(fixture, solvent);
	return combo;
}

const struct evaluation *engine_evaluate(struct engine_fixture *fixture, const struct combo *combo)
{
	struct evaluation *evaluation = evaluation_new(fixture->evaluator.model, &fixture->arena);

	evaluate(&fixture->evaluator, combo, evaluation);
	return evaluation;
}

const struct evaluation *engine_named(struct engine_fixture *fixture, const char *se,
				      const char *binder, const char *solvent)
{
	struct combo combo = engine_combo(fixture, se, binder, solvent, NULL);

	return engine_evaluate(fixture, &combo);
}

double engine_criterion(struct engine_fixture *fixture, const struct evaluation *evaluation,
			const char *criterion)
{
	size_t i = model_find_criterion(fixture->evaluator.model, str_from(criterion));

	if (i == SIZE_MAX)
		fail_msg("the model has no criterion %s", criterion);
	return evaluation->criteria[i].value.value;
}
