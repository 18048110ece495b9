/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "base/sha256.h"
#include "engine/eval_term.h"
#include "engine/rank_parts.h"

bool rank_criterion_counts(const struct criterion *criterion, role_set given)
{
	return criterion->needs == ROLE_COUNT || (given >> criterion->needs & 1u) != 0;
}

double rank_weight(const struct model *model, size_t criterion, role_set given)
{
	double sum = 0;

	for (size_t i = 0; i < model->criterion_count; i++)
		if (rank_criterion_counts(&model->criteria[i], given))
			sum += model->criteria[i].weight;
	if (sum <= 0 || !rank_criterion_counts(&model->criteria[criterion], given))
		return 0;
	return eval_round(model->criteria[criterion].weight / sum);
}

role_set run_head_given(const struct run_head *head)
{
	const role_set salt = 1u << ROLE_SALT;
	const role_set liquid = 1u << ROLE_SOLVENT;
	role_set given = 1u << ROLE_SE | 1u << ROLE_BINDER;

	return given | (head->salt ? salt : 0) | (head->dry ? 0 : liquid);
}

/* ---- Model ------------------------------------------------------------------------------- */

static const struct run_head *head_of(const void *row)
{
	return row;
}

static struct value get_weight(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_number(
	    rank_weight(head_of(row)->model, field->index, run_head_given(head_of(row))));
}

/* One number a criterion; rows are struct run_head. */
static const struct record_type *weights_type(const struct model *model, struct arena *arena)
{
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, model->criterion_count, struct field);

	for (size_t i = 0; i < model->criterion_count; i++) {
		const char *key = str_copy(arena, model->criteria[i].id).at;

		fields[i] = (struct field){
		    .key = key,
		    .label = key,
		    .unit = "",
		    .kind = VALUE_NUMBER,
		    .digits = 2,
		    .where = FIELD_MACHINE,
		    .doc = "Share of this criterion in the mean.",
		    .get = get_weight,
		    .index = i,
		};
	}
	*type = (struct record_type){"weights", "Weights of the criteria; their sum is 1.", fields,
				     model->criterion_count};
	return type;
}

enum { MODEL_NAME, MODEL_ROUTE };

static struct value get_model_text(const struct field *field, const void *row, struct arena *arena)
{
	const struct model *model = head_of(row)->model;

	(void)arena;
	return value_text(field->index == MODEL_NAME ? model->name : model->route);
}

static struct value get_weights(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	return value_record(weights_type(head_of(row)->model, arena), row);
}

static const struct field model_fields[] = {
    {.key = "name",
     .label = "name",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Name of the model.",
     .get = get_model_text,
     .index = MODEL_NAME},
    {.key = "route",
     .label = "route",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Route that it judges.",
     .get = get_model_text,
     .index = MODEL_ROUTE},
    {.key = "weights",
     .label = "weights",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .doc = "Weights of the criteria; their sum is 1.",
     .get = get_weights},
};
static const struct record_type model_type = {"model", "The rules.", model_fields,
					      sizeof model_fields / sizeof model_fields[0]};

/* ---- Database ---------------------------------------------------------------------------- */

enum { OVERLAY_FILE, OVERLAY_SHA256 };

static struct value get_overlay(const struct field *field, const void *row, struct arena *arena)
{
	const struct overlay *overlay = row;
	char hex[SHA256_HEX_SIZE];

	if (field->index == OVERLAY_FILE)
		return value_word(overlay->file);
	overlay_hash(overlay, hex);
	return value_text(str_copy(arena, str_from(hex)));
}

static const struct field overlay_fields[] = {
    {.key = "file",
     .label = "file",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "File laid over the database.",
     .get = get_overlay,
     .index = OVERLAY_FILE},
    {.key = "sha256",
     .label = "SHA-256",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Of its bytes.",
     .get = get_overlay,
     .index = OVERLAY_SHA256},
};
static const struct record_type overlay_type = {"overlay", "A file laid over the database.",
						overlay_fields,
						sizeof overlay_fields / sizeof overlay_fields[0]};

enum { DATABASE_VERSION, DATABASE_SHA256 };

static struct value get_database_text(const struct field *field, const void *row,
				      struct arena *arena)
{
	const struct db *db = head_of(row)->db;
	char hex[SHA256_HEX_SIZE];

	if (field->index == DATABASE_VERSION)
		return value_word(db->version);
	db_hash(db, hex);
	return value_text(str_copy(arena, str_from(hex)));
}

static struct value get_overlays(const struct field *field, const void *row, struct arena *arena)
{
	const struct db *db = head_of(row)->db;
	struct value *items = ARENA_NEW(arena, db->overlay_count, struct value);

	(void)field;
	for (size_t i = 0; i < db->overlay_count; i++)
		items[i] = value_record(&overlay_type, &db->overlays[i]);
	return value_list(items, db->overlay_count);
}

static const struct field database_fields[] = {
    {.key = "version",
     .label = "version",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Version of the data.",
     .get = get_database_text,
     .index = DATABASE_VERSION},
    {.key = "sha256",
     .label = "SHA-256",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Of the data that the ranking was made with, before overlays.",
     .get = get_database_text,
     .index = DATABASE_SHA256},
    {.key = "overlays",
     .label = "overlays",
     .unit = "",
     .kind = VALUE_LIST,
     .where = FIELD_MACHINE,
     .type = &overlay_type,
     .doc = "Files laid over it, in order.",
     .get = get_overlays},
};
static const struct record_type database_type = {
    "database", "The data.", database_fields, sizeof database_fields / sizeof database_fields[0]};

/* ---- Head -------------------------------------------------------------------------------- */

enum { HEAD_PROGRAM, HEAD_COMMAND };

static struct value get_head_text(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_text(field->index == HEAD_PROGRAM ? head_of(row)->program
						       : head_of(row)->command);
}

/* Model and database are read off the head itself. */
static struct value get_head_part(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_record(field->type, row);
}

static const struct field head_fields[] = {
    {.key = "program",
     .label = "program",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Name and version of the program.",
     .get = get_head_text,
     .index = HEAD_PROGRAM},
    {.key = "command",
     .label = "command",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .doc = "Command that gives the same again.",
     .get = get_head_text,
     .index = HEAD_COMMAND},
    {.key = "model",
     .label = "model",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .type = &model_type,
     .doc = "The rules.",
     .get = get_head_part},
    {.key = "database",
     .label = "database",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .type = &database_type,
     .doc = "The data.",
     .get = get_head_part},
};
static const struct record_type head_type = {"run", "What was run.", head_fields,
					     sizeof head_fields / sizeof head_fields[0]};

struct value run_head_value(const struct run_head *head, struct arena *arena)
{
	struct run_head *copy = ARENA_NEW(arena, 1, struct run_head);

	*copy = *head;
	return value_record(&head_type, copy);
}

/* ---- Report ------------------------------------------------------------------------------ */

static const void *const *row_pointers(const struct ranking *ranking, struct arena *arena)
{
	const void **rows = ARENA_NEW(arena, ranking->row_count, const void *);

	for (size_t i = 0; i < ranking->row_count; i++)
		rows[i] = &ranking->rows[i];
	return rows;
}

struct report rank_report(const struct ranking *ranking, const struct run_head *head,
			  struct arena *arena)
{
	const struct rank_request *request = ranking->request;
	struct run_head full = *head;
	struct report report = {
	    .format = "slurryscreen-ranking/1",
	    .rows_key = "results",
	    .type = rank_type_for(request->evaluator, request, arena),
	    .rows = row_pointers(ranking, arena),
	    .row_count = ranking->row_count,
	    .rule_before =
		ranking->ranked_rows < ranking->row_count ? ranking->ranked_rows : SIZE_MAX,
	    .apart = "rejected_by",
	};

	full.salt = request->salt != DB_NO_ROW;
	full.dry = request->solvent_count == 0;
	report.head = run_head_value(&full, arena);
	rank_add_lines(&report, ranking, &full, arena);
	if (request->se_count == 1 && request->solvent_count > 0)
		report.pivot = rank_pivot(ranking, &full, arena);
	return report;
}
