/* SPDX-License-Identifier: MIT */
/* screen list conflicts: where sources disagree, the largest consequence for a ranking first. */
#include <math.h>

#include "base/number.h"
#include "cli/fields.h"
#include "cli/list.h"
#include "cli/request.h"
#include "engine/conflicts.h"

/* What stands for a ranking unless --se and --binder say otherwise. */
static const char default_electrolyte[] = "Li6PS5Cl";
static const char default_binder[] = "NBR";

struct conflict_row {
	struct str material;
	const char *table;
	const char *property;
	const char *label;
	double used;
	double other;
	struct str used_shown;
	struct str other_shown;
	const char *unit;
	struct str source;
	struct str other_source;
	const char *kind;
	const char *other_kind;
	double apart;
	double effect;
	struct str solvent;
	struct str note;
};

#define MACHINE_NUMBER(key_, member_, doc_)                                                        \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = VALUE_NUMBER, .digits = -1,    \
		.where = FIELD_MACHINE, .doc = (doc_), .get = field_of_double,                     \
		.index = offsetof(struct conflict_row, member_)                                    \
	}
#define MACHINE_WORD(key_, getter_, member_, doc_)                                                 \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = VALUE_TEXT, .digits = -1,      \
		.where = FIELD_MACHINE, .doc = (doc_), .get = field_of_##getter_,                  \
		.index = offsetof(struct conflict_row, member_)                                    \
	}
#define PEOPLE_TEXT(key_, label_, member_, doc_)                                                   \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = VALUE_TEXT, .digits = -1,    \
		.where = FIELD_PEOPLE, .doc = (doc_), .get = field_of_str,                         \
		.index = offsetof(struct conflict_row, member_)                                    \
	}

static const struct field conflict_fields[] = {
    {.key = "effect",
     .label = "points",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .doc = "Change of a score if the other value is true.",
     .get = field_of_double,
     .index = offsetof(struct conflict_row, effect)},
    FIELD_TEXT("material", "material", str, struct conflict_row, material, 0,
	       "Id of the material."),
    MACHINE_WORD("table", chars, table, "The table that it stands in."),
    MACHINE_WORD("property", chars, property, "Key of the property."),
    FIELD_WRAP("label", "property", chars, struct conflict_row, label, 0, "Name of the property."),
    PEOPLE_TEXT("used_shown", "used", used_shown, "The value in use."),
    MACHINE_NUMBER("used", used, "The value in use."),
    FIELD_TEXT("source", "source", str, struct conflict_row, source, 1, "Where it comes from."),
    PEOPLE_TEXT("other_shown", "other", other_shown, "The competing value."),
    MACHINE_NUMBER("other", other, "The competing value."),
    FIELD_TEXT("other_source", "source", str, struct conflict_row, other_source, 1,
	       "Where the competing value comes from."),
    FIELD_TEXT("unit", "unit", chars, struct conflict_row, unit, 0, "Of both values."),
    MACHINE_WORD("kind", chars, kind, "How the value in use is known."),
    MACHINE_WORD("other_kind", chars, other_kind, "How the competing value is known."),
    MACHINE_NUMBER("apart", apart, "Between the intervals of the two, in the unit."),
    FIELD_TEXT("solvent", "seen with", str, struct conflict_row, solvent, 2,
	       "Solvent of the combination whose score changes most."),
    FIELD_TEXT("note", "note", str, struct conflict_row, note, PRIORITY_EXTRA,
	       "Remark of the ledger on the competing value."),
};

static const struct record_type conflict_type = {
    "conflict", "A property on which sources disagree by more than their uncertainties.",
    conflict_fields, sizeof conflict_fields / sizeof *conflict_fields};

static struct str rounded(const struct property *property, double value, struct arena *arena)
{
	char buffer[NUMBER_TEXT_MAX];

	return str_copy(arena, property->digits < 0
				   ? number_write(buffer, value)
				   : number_write_fixed(buffer, value, property->digits));
}

static struct conflict_row row_of(const struct db *db, const struct conflict *conflict,
				  struct arena *arena)
{
	const struct property *property = &db->properties.rows[conflict->property];
	const bool seen = conflict->combo.solvent.count > 0;

	return (struct conflict_row){
	    .material = db->tables[conflict->table].materials[conflict->row].id,
	    .table = table_infos[conflict->table].key,
	    .property = property->key,
	    .label = property->label,
	    .used = conflict->used->value,
	    .other = conflict->other->value,
	    .used_shown = rounded(property, conflict->used->value, arena),
	    .other_shown = rounded(property, conflict->other->value, arena),
	    .unit = property->unit,
	    .source = conflict->used->source,
	    .other_source = conflict->other->source,
	    .kind = num_kind_word(conflict->used->kind),
	    .other_kind = num_kind_word(conflict->other->kind),
	    .apart = conflict->apart,
	    .effect = seen ? conflict->effect : (double)NAN,
	    .solvent =
		seen ? db->tables[TABLE_SOLVENTS].materials[conflict->combo.solvent.parts[0].row].id
		     : (struct str){NULL, 0},
	    .note = conflict->other->note,
	};
}

/* The one that is named, the default, or none where a database of one's own lacks it. */
static uint32_t role_row(struct cli *cli, const uint32_t *rows, size_t count, enum table_id table,
			 const char *fallback)
{
	struct material_ref found;

	if (count > 0)
		return rows[0];
	return session_find_one(cli->session, 1U << table, str_from(fallback), &found) == SESSION_OK
		   ? found.row
		   : DB_NO_ROW;
}

/* --solvent narrows to conflicts about these; without it all are listed. */
static bool is_asked_for(const struct rank_request *named, const struct conflict *conflict)
{
	for (size_t i = 0; i < named->solvent_count; i++)
		for (size_t k = 0; k < named->solvents[i].count; k++)
			if (conflict->table == TABLE_SOLVENTS &&
			    named->solvents[i].parts[k].row == conflict->row)
				return true;
	return named->solvent_count == 0;
}

static struct str *scene_note(const struct db *db, const struct conflict_scene *scene,
			      struct arena *arena)
{
	struct str *note = ARENA_NEW(arena, 1, struct str);
	struct text text;

	text_init(&text, arena);
	if (scene->se == DB_NO_ROW || scene->binder == DB_NO_ROW)
		text_addf(&text, "Consequences are shown where --se and --binder name materials.");
	else
		text_addf(&text,
			  "Points: how far the score of " STR_FORMAT " with " STR_FORMAT
			  " moves (rejected counts 0); of other materials than solvents, in their "
			  "role, with the solvent with which it moves most.",
			  STR_ARGS(db->tables[TABLE_ELECTROLYTES].materials[scene->se].name),
			  STR_ARGS(db->tables[TABLE_BINDERS].materials[scene->binder].id));
	*note = text_str(&text);
	return note;
}

enum session_status list_conflicts(struct cli *cli, const struct list_topic *topic,
				   struct report *report)
{
	struct arena *arena = session_arena(cli->session);
	const struct evaluator evaluator = cli_evaluator(cli);
	const struct ledger *ledger = ledger_read(evaluator.db, arena, session_sink(cli->session));
	struct rank_request named = {.salt = DB_NO_ROW, .reference = DB_NO_ROW};
	const enum session_status status = cli_find_names(cli, &named);
	const struct conflict *conflicts;
	struct conflict_scene scene;
	struct conflict_row *rows;
	size_t count;
	size_t shown = 0;

	(void)topic;
	if (status != SESSION_OK)
		return status;
	scene = (struct conflict_scene){
	    role_row(cli, named.ses, named.se_count, TABLE_ELECTROLYTES, default_electrolyte),
	    role_row(cli, named.binders, named.binder_count, TABLE_BINDERS, default_binder),
	    named.salt};
	count = conflicts_find(&evaluator, ledger, &scene, &conflicts, arena,
			       session_scratch(cli->session));
	rows = ARENA_NEW(arena, count + 1, struct conflict_row);
	for (size_t i = 0; i < count; i++)
		if (is_asked_for(&named, &conflicts[i]))
			rows[shown++] = row_of(evaluator.db, &conflicts[i], arena);
	report->type = &conflict_type;
	list_set_rows(report, arena, rows, shown, sizeof *rows);
	report->notes = scene_note(evaluator.db, &scene, arena);
	report->note_count = 1;
	return SESSION_OK;
}
