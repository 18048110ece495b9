/* SPDX-License-Identifier: MIT */
#include "engine/routes.h"

#include <stdlib.h>
#include <string.h>

#include "engine/rank_parts.h"
#include "model/gate_text.h"

static size_t most_rejecting(const struct ranking *ranking, const struct model *model)
{
	size_t most = SIZE_MAX;

	for (size_t i = 0; i < model->gate_count; i++)
		if (ranking->gate_counts[i] > 0 &&
		    (most == SIZE_MAX || ranking->gate_counts[i] > ranking->gate_counts[most]))
			most = i;
	return most;
}

/* A route that can do without a liquid has that choice, too. */
static void add_no_liquid(struct rank_request *request, struct arena *arena)
{
	struct mixture *liquids = ARENA_NEW(arena, request->solvent_count + 1, struct mixture);

	if (request->solvent_count > 0)
		memcpy(liquids, request->solvents, request->solvent_count * sizeof *liquids);
	request->solvents = liquids;
	request->solvent_count++;
}

static struct route_result screen_route(const struct rank_request *asked, const struct model *model,
					struct arena *arena, struct arena *scratch)
{
	struct evaluator *evaluator = ARENA_NEW(arena, 1, struct evaluator);
	struct rank_request request = *asked;
	struct route_result result = {.evaluator = evaluator, .gate = SIZE_MAX};

	*evaluator = *asked->evaluator;
	evaluator->model = model;
	request.evaluator = evaluator;
	request.top = 1;
	request.keep_rejected = false;
	request.add_reference = false;
	request.reference = DB_NO_ROW;
	if (model->solvent == SOLVENT_OPTIONAL)
		add_no_liquid(&request, arena);
	if (model->solvent == SOLVENT_NONE)
		request.solvent_count = 0;
	result.ranking = rank_run(&request, arena, scratch);
	if (result.ranking->ranked_rows > 0)
		result.best = result.ranking->rows[0].evaluation;
	else
		result.gate = most_rejecting(result.ranking, model);
	return result;
}

static int best_first(const void *a, const void *b)
{
	const struct route_result *x = a;
	const struct route_result *y = b;
	const double left = x->best ? x->best->score.value : -1.0;
	const double right = y->best ? y->best->score.value : -1.0;

	if (left < right)
		return 1;
	if (left > right)
		return -1;
	return str_compare(x->evaluator->model->route, y->evaluator->model->route);
}

const struct route_result *routes_compare(const struct rank_request *request,
					  const struct model *const *models, size_t count,
					  struct arena *arena, struct arena *scratch)
{
	struct route_result *results = ARENA_NEW(arena, count, struct route_result);

	for (size_t i = 0; i < count; i++)
		results[i] = screen_route(request, models[i], arena, scratch);
	qsort(results, count, sizeof *results, best_first);
	return results;
}

/* ---- as records ---- */

static const struct route_result *result_of(const void *row)
{
	return row;
}

static struct value get_route(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_text(result_of(row)->evaluator->model->route);
}

static struct value get_possible(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_flag(result_of(row)->best != NULL);
}

static struct value get_material(const struct field *field, const void *row, struct arena *arena)
{
	const struct route_result *result = result_of(row);
	const enum role role = (enum role)field->index;
	const struct material *material =
	    result->best ? rank_material(result->evaluator->db, &result->best->combo, role, arena)
			 : NULL;

	return material ? value_record(&rank_material_types[role], material) : value_null();
}

static struct value get_score(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return result_of(row)->best ? value_num(result_of(row)->best->score) : value_null();
}

static struct value get_verdict(const struct field *field, const void *row, struct arena *arena)
{
	const struct route_result *result = result_of(row);

	(void)field;
	(void)arena;
	if (!result->best)
		return value_word("impossible");
	return value_text(evaluation_verdict(result->evaluator->model, result->best));
}

enum { COUNT_SCREENED, COUNT_RANKED };

static struct value get_count(const struct field *field, const void *row, struct arena *arena)
{
	const struct ranking *ranking = result_of(row)->ranking;

	(void)arena;
	return value_number(
	    (double)(field->index == COUNT_SCREENED ? ranking->screened : ranking->ranked));
}

static struct value get_warnings(const struct field *field, const void *row, struct arena *arena)
{
	const struct route_result *result = result_of(row);

	(void)field;
	if (!result->best)
		return value_list(NULL, 0);
	return rank_fired_list(result->evaluator, result->best, GATE_WARN, arena);
}

/* Why nothing is possible. */
static struct value get_obstacle(const struct field *field, const void *row, struct arena *arena)
{
	const struct route_result *result = result_of(row);
	const struct ranking *ranking = result->ranking;
	struct text text;

	(void)field;
	if (result->best)
		return value_null();
	if (result->gate == SIZE_MAX)
		return value_word("no combination passes the tests of --where");
	text_init(&text, arena);
	text_add(&text, gate_text_short(&result->evaluator->model->gates[result->gate]));
	if (ranking->screened > 1)
		text_addf(&text, " (%zu of %zu)", ranking->gate_counts[result->gate],
			  ranking->screened);
	return value_text(text_str(&text));
}

/* What people read at the end of the line: the obstacle, else the reasons of the warnings. */
static struct value get_remarks(const struct field *field, const void *row, struct arena *arena)
{
	const struct route_result *result = result_of(row);
	const struct model *model = result->evaluator->model;
	struct text text;

	if (!result->best)
		return get_obstacle(field, row, arena);
	text_init(&text, arena);
	for (size_t i = 0; i < model->gate_count; i++)
		if (model->gates[i].verdict == GATE_WARN &&
		    result->best->gates[i].status == GATE_FIRED) {
			text_add(&text, text.length ? STR_LITERAL("; ") : STR_LITERAL(""));
			text_add(&text, gate_text(&model->gates[i], result->evaluator->db,
						  &result->best->combo, result->best->gates[i].part,
						  arena));
		}
	return value_text(text_str(&text));
}

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

/* clang-format off */
static const struct field route_fields[] = {
    {.key = "route", .label = "route", .unit = "", .kind = VALUE_TEXT, .where = BOTH,
     .doc = "Slurry, solution, precursor or dry.", .get = get_route},
    {.key = "possible", .label = "possible", .unit = "", .kind = VALUE_FLAG,
     .where = FIELD_MACHINE, .doc = "Whether any combination is not rejected.",
     .get = get_possible},
    {.key = "score", .label = "score", .unit = "", .kind = VALUE_NUM, .digits = 0, .where = BOTH,
     .show = SHOW_SCORE, .doc = "Of the best combination, 0 to 100; null if there is none.",
     .get = get_score},
    {.key = "verdict", .label = "verdict", .unit = "", .kind = VALUE_TEXT, .where = BOTH,
     .show = SHOW_VERDICT, .priority = 1, .doc = "A verdict of the model, or impossible.",
     .get = get_verdict},
    {.key = "se", .label = "electrolyte", .unit = "", .kind = VALUE_RECORD,
     .where = FIELD_MACHINE, .type = &rank_material_types[ROLE_SE], .doc = "Electrolyte.",
     .get = get_material, .index = ROLE_SE},
    {.key = "binder", .label = "binder", .unit = "", .kind = VALUE_RECORD, .where = BOTH,
     .type = &rank_material_types[ROLE_BINDER], .doc = "Binder of the best combination.",
     .get = get_material, .index = ROLE_BINDER},
    {.key = "solvent", .label = "solvent", .unit = "", .kind = VALUE_RECORD, .where = BOTH,
     .type = &rank_material_types[ROLE_SOLVENT],
     .doc = "Liquid of the best combination; null if it needs none.", .get = get_material,
     .index = ROLE_SOLVENT},
    {.key = "salt", .label = "salt", .unit = "", .kind = VALUE_RECORD, .where = FIELD_MACHINE,
     .type = &rank_material_types[ROLE_SALT], .doc = "Lithium salt, or null.",
     .get = get_material, .index = ROLE_SALT},
    {.key = "screened", .label = "screened", .unit = "", .kind = VALUE_NUMBER,
     .where = FIELD_MACHINE, .doc = "Combinations that were judged.", .get = get_count,
     .index = COUNT_SCREENED},
    {.key = "ranked", .label = "ranked", .unit = "", .kind = VALUE_NUMBER,
     .where = FIELD_MACHINE, .doc = "Combinations of these that are not rejected.",
     .get = get_count, .index = COUNT_RANKED},
    {.key = "warnings", .label = "warnings", .unit = "", .kind = VALUE_LIST,
     .where = FIELD_MACHINE, .type = &rank_warning_type,
     .doc = "Gates that warn of the best combination.", .get = get_warnings},
    {.key = "obstacle", .label = "obstacle", .unit = "", .kind = VALUE_TEXT,
     .where = FIELD_MACHINE, .doc = "Why nothing is possible, or null.", .get = get_obstacle},
    {.key = "remarks", .label = "remarks", .unit = "", .kind = VALUE_TEXT,
     .where = FIELD_PEOPLE, .priority = 2, .doc = "Why nothing is possible, or what to mind.",
     .get = get_remarks},
};
/* clang-format on */

enum { ROUTE_FIELDS = sizeof route_fields / sizeof *route_fields };

const struct record_type *route_record_type(bool salt, struct arena *arena)
{
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, ROUTE_FIELDS, struct field);

	memcpy(fields, route_fields, sizeof route_fields);
	for (size_t i = 0; salt && i < ROUTE_FIELDS; i++)
		if (fields[i].get == get_material && fields[i].index == ROLE_SALT)
			fields[i].where = BOTH;
	*type =
	    (struct record_type){"route", "What is possible by one route.", fields, ROUTE_FIELDS};
	return type;
}
