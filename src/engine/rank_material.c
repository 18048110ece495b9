/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdint.h>

#include "base/number.h"
#include "engine/rank_parts.h"

/* Columns; longer names give way to a shorter alias: in tables, in labels. */
enum { SHORT_NAME_MAX = 24, BRIEF_NAME_MAX = 12 };

/* Empty is null. */
static struct value text_or_null(struct str text)
{
	return text.length > 0 ? value_text(text) : value_null();
}

/* The name if it has no more columns than that; else the first alias if that is shorter. */
static struct str name_within(const struct material *material, size_t columns)
{
	const struct str name = material->name.length > 0 ? material->name : material->id;
	struct str alias;

	if (utf8_width(name) <= columns || material->aliases.count == 0)
		return name;
	alias = material->aliases.at[0];
	return utf8_width(alias) < utf8_width(name) ? alias : name;
}

struct str rank_short_name(const struct material *material)
{
	return name_within(material, SHORT_NAME_MAX);
}

struct str rank_brief_name(const struct material *material)
{
	return name_within(material, BRIEF_NAME_MAX);
}

static void add_percent(struct text *text, double fraction)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, number_write(buffer, round(fraction * 1e6) / 1e4));
}

/* How the parts of a blend are called in its own names. */
struct blend_words {
	struct str (*part)(const struct material *part);
	const char *between;
	const char *before_fractions;
};

static struct str part_id(const struct material *part)
{
	return part->id;
}

static struct str part_name(const struct material *part)
{
	return part->name;
}

static struct str blend_text(const struct db *db, const struct mixture *mixture,
			     const struct blend_words *words, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	for (size_t i = 0; i < mixture->count; i++) {
		const struct material *part =
		    &db->tables[TABLE_SOLVENTS].materials[mixture->parts[i].row];

		text_addf(&text, "%s" STR_FORMAT, i > 0 ? words->between : "",
			  STR_ARGS(words->part(part)));
	}
	for (size_t i = 0; i < mixture->count; i++) {
		text_add(&text, str_from(i > 0 ? ":" : words->before_fractions));
		add_percent(&text, mixture->parts[i].volume);
	}
	return text_str(&text);
}

/* As a row of the database would have it, with its brief name as the alias. */
static const struct material *blend(const struct db *db, const struct mixture *mixture,
				    struct arena *arena)
{
	static const struct blend_words id = {part_id, ":", "="};
	static const struct blend_words name = {part_name, " + ", " "};
	static const struct blend_words brief = {rank_brief_name, " + ", " "};
	struct material *material = ARENA_NEW(arena, 1, struct material);
	struct str *alias;

	material->id = blend_text(db, mixture, &id, arena);
	material->name = blend_text(db, mixture, &name, arena);
	alias = ARENA_NEW(arena, 1, struct str);
	*alias = blend_text(db, mixture, &brief, arena);
	material->aliases = (struct str_list){alias, 1};
	return material;
}

const struct material *rank_liquid(const struct db *db, const struct mixture *mixture,
				   struct arena *arena)
{
	if (mixture->count == 0)
		return NULL;
	if (mixture->count == 1)
		return &db->tables[TABLE_SOLVENTS].materials[mixture->parts[0].row];
	return blend(db, mixture, arena);
}

static const struct material *material_at(const struct db *db, enum role role, uint32_t row)
{
	return row == DB_NO_ROW ? NULL : &db->tables[role_table(role)].materials[row];
}

const struct material *rank_material(const struct db *db, const struct combo *combo, enum role role,
				     struct arena *arena)
{
	switch (role) {
	case ROLE_SE:
		return material_at(db, role, combo->se);
	case ROLE_BINDER:
		return material_at(db, role, combo->binder);
	case ROLE_SALT:
		return material_at(db, role, combo->salt);
	case ROLE_SOLVENT:
		return rank_liquid(db, &combo->solvent, arena);
	case ROLE_COUNT:
		break;
	}
	return NULL;
}

enum { MATERIAL_ID, MATERIAL_NAME, MATERIAL_CAS, MATERIAL_SHORT };

static struct value get_identity(const struct field *field, const void *row, struct arena *arena)
{
	const struct material *material = row;

	(void)arena;
	switch (field->index) {
	case MATERIAL_ID:
		return value_text(material->id);
	case MATERIAL_NAME:
		return text_or_null(material->name);
	case MATERIAL_CAS:
		return text_or_null(material->cas);
	default:
		return value_text(rank_short_name(material));
	}
}

#define ID_FIELD                                                                                   \
	{                                                                                          \
		.key = "id", .label = "id", .unit = "", .kind = VALUE_TEXT, .digits = -1,          \
		.where = FIELD_MACHINE, .doc = "Key in the database.", .get = get_identity,        \
		.index = MATERIAL_ID                                                               \
	}
#define NAME_FIELD(extra_where, head)                                                              \
	{                                                                                          \
		.key = "name", .label = head, .unit = "", .kind = VALUE_TEXT, .digits = -1,        \
		.where = FIELD_MACHINE | (extra_where), .doc = "Name.", .get = get_identity,       \
		.index = MATERIAL_NAME                                                             \
	}
#define SHORT_FIELD(head)                                                                          \
	{                                                                                          \
		.key = "short", .label = head, .unit = "", .kind = VALUE_TEXT, .digits = -1,       \
		.where = FIELD_PEOPLE | FIELD_PAGE, .doc = "Name, or a shorter alias.",            \
		.get = get_identity, .index = MATERIAL_SHORT                                       \
	}

static const struct field se_fields[] = {ID_FIELD, NAME_FIELD(0, "name"),
					 SHORT_FIELD("electrolyte")};
static const struct field binder_fields[] = {ID_FIELD, NAME_FIELD(0, "name"),
					     SHORT_FIELD("binder")};
static const struct field solvent_fields[] = {
    ID_FIELD,
    NAME_FIELD(FIELD_PEOPLE, "solvent"),
    {.key = "cas",
     .label = "CAS",
     .unit = "",
     .kind = VALUE_TEXT,
     .digits = -1,
     .where = FIELD_MACHINE,
     .doc = "CAS registry number; null for a blend.",
     .get = get_identity,
     .index = MATERIAL_CAS},
};
static const struct field salt_fields[] = {ID_FIELD, NAME_FIELD(0, "name")};

#define TYPE_OF(type_key, list, sentence)                                                          \
	{                                                                                          \
		.key = type_key, .doc = sentence, .fields = list,                                  \
		.count = sizeof list / sizeof list[0]                                              \
	}

const struct record_type rank_material_types[ROLE_COUNT] = {
    [ROLE_SE] = TYPE_OF("electrolyte", se_fields, "An electrolyte."),
    [ROLE_BINDER] = TYPE_OF("binder", binder_fields, "A binder."),
    [ROLE_SOLVENT] = TYPE_OF("solvent", solvent_fields, "A solvent or a blend."),
    [ROLE_SALT] = TYPE_OF("salt", salt_fields, "A lithium salt."),
};

struct part_row {
	struct str id;
	double fraction;
	double mass_fraction;
};

enum { PART_ID, PART_FRACTION, PART_MASS };

static struct value get_part(const struct field *field, const void *row, struct arena *arena)
{
	const struct part_row *part = row;

	(void)arena;
	switch (field->index) {
	case PART_ID:
		return value_text(part->id);
	case PART_FRACTION:
		return value_number(part->fraction);
	default:
		return value_number(part->mass_fraction);
	}
}

static const struct field part_fields[] = {
    {.key = "id",
     .label = "id",
     .unit = "",
     .kind = VALUE_TEXT,
     .digits = -1,
     .where = FIELD_MACHINE,
     .doc = "Solvent.",
     .get = get_part,
     .index = PART_ID},
    {.key = "fraction",
     .label = "volume fraction",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 3,
     .where = FIELD_MACHINE,
     .doc = "By volume before mixing.",
     .get = get_part,
     .index = PART_FRACTION},
    {.key = "mass_fraction",
     .label = "mass fraction",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 3,
     .where = FIELD_MACHINE,
     .doc = "By mass; null where a density is unknown.",
     .get = get_part,
     .index = PART_MASS},
};
const struct record_type rank_part_type = TYPE_OF("part", part_fields, "A part of a liquid.");

struct value rank_fractions_list(const struct db *db, const struct mixture *mixture, bool by_mass,
				 struct arena *arena)
{
	double *masses = ARENA_NEW(arena, mixture->count, double);
	struct value *items = ARENA_NEW(arena, mixture->count, struct value);

	if (by_mass && !mixture_mass_fractions(db, mixture, masses))
		return value_list(items, 0);
	for (size_t i = 0; i < mixture->count; i++)
		items[i] = value_number(by_mass ? masses[i] : mixture->parts[i].volume);
	return value_list(items, mixture->count);
}

struct value rank_parts_list(const struct db *db, const struct mixture *mixture,
			     struct arena *arena)
{
	struct part_row *rows = ARENA_NEW(arena, mixture->count, struct part_row);
	struct value *items = ARENA_NEW(arena, mixture->count, struct value);
	double *masses = ARENA_NEW(arena, mixture->count, double);

	(void)mixture_mass_fractions(db, mixture, masses);
	for (size_t i = 0; i < mixture->count; i++) {
		rows[i].id = db->tables[TABLE_SOLVENTS].materials[mixture->parts[i].row].id;
		rows[i].fraction = mixture->parts[i].volume;
		rows[i].mass_fraction = masses[i];
		items[i] = value_record(&rank_part_type, &rows[i]);
	}
	return value_list(items, mixture->count);
}
