/* SPDX-License-Identifier: MIT */
/*
 * Materials as records. Keys, words and "none" are those of the data files, so that a list in CSV
 * can be edited and read back with --add.
 */
#include <math.h>

#include "cli/list.h"
#include "cli/materials.h"

static struct value text_list(const struct str_list *list, struct arena *arena)
{
	struct value *items = ARENA_NEW(arena, list->count, struct value);

	for (size_t i = 0; i < list->count; i++)
		items[i] = value_text(list->at[i]);
	return value_list(items, list->count);
}

struct value material_cell(const struct material_row *at, size_t property, struct arena *arena)
{
	const double cell = db_cell(at->db, at->table, at->row, property);
	struct str_list codes;

	if (isnan(cell))
		return value_null();
	if (isinf(cell))
		return value_word("none");
	switch (at->db->properties.rows[property].kind) {
	case PROP_NUMBER:
		return value_number(cell);
	case PROP_CODES:
		codes = db_codes(at->db, at->table, at->row, property);
		return text_list(&codes, arena);
	case PROP_TEXT:
	case PROP_CHOICE:
	case PROP_FLAG:
	case PROP_CLASS:
		break;
	}
	return value_text(db_word(at->db, at->table, at->row, property));
}

static struct value get_property(const struct field *field, const void *row, struct arena *arena)
{
	return material_cell(row, field->index, arena);
}

static struct value get_identity(const struct field *field, const void *row, struct arena *arena)
{
	const struct material_row *at = row;
	const struct material *material = &at->db->tables[at->table].materials[at->row];

	switch ((enum identity)field->index) {
	case IDENTITY_ID:
		return value_text(material->id);
	case IDENTITY_NAME:
		return value_text(material->name);
	case IDENTITY_ALIASES:
		return material->aliases.count > 0 ? text_list(&material->aliases, arena)
						   : value_null();
	case IDENTITY_CAS:
		return material->cas.length > 0 ? value_text(material->cas) : value_null();
	case IDENTITY_FORMULA:
		return material->formula.length > 0 ? value_text(material->formula) : value_null();
	case IDENTITY_COUNT:
		break;
	}
	return value_null();
}

static enum value_kind value_kind_of(enum prop_kind kind)
{
	switch (kind) {
	case PROP_NUMBER:
		return VALUE_NUMBER;
	case PROP_CODES:
		return VALUE_LIST;
	case PROP_TEXT:
	case PROP_CHOICE:
	case PROP_FLAG:
	case PROP_CLASS:
		break;
	}
	return VALUE_TEXT;
}

static struct field identity_field(enum identity identity, enum table_id table)
{
	const struct identity_info *info = &identity_infos[identity];

	return (struct field){
	    .key = identity == IDENTITY_ID ? table_infos[table].id_key : info->key,
	    .label = info->label,
	    .unit = "",
	    .kind = identity == IDENTITY_ALIASES ? VALUE_LIST : VALUE_TEXT,
	    .digits = -1,
	    .where = FIELD_MACHINE | (identity == IDENTITY_ALIASES ? 0U : FIELD_PEOPLE),
	    .priority = identity == IDENTITY_FORMULA ? PRIORITY_EXTRA : 0,
	    .doc = info->doc,
	    .get = get_identity,
	    .index = identity,
	};
}

/* As wide as there is room: properties of the table's later columns go first. */
static struct field property_field(const struct db *db, size_t index, size_t nth)
{
	const struct property *property = &db->properties.rows[index];

	return (struct field){
	    .key = property->key,
	    .label = property->label,
	    .unit = property->unit,
	    .kind = value_kind_of(property->kind),
	    .digits = property->digits,
	    .where = FIELD_MACHINE | FIELD_PEOPLE,
	    .priority = PRIORITY_EXTRA + (int)nth,
	    .doc = property->doc,
	    .get = get_property,
	    .index = index,
	};
}

const struct record_type *material_record_type(const struct db *db, enum table_id table,
					       struct arena *arena)
{
	const size_t most = IDENTITY_COUNT + db->properties.count;
	struct field *fields = ARENA_NEW(arena, most, struct field);
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	size_t count = 0;

	for (int i = 0; i < IDENTITY_COUNT; i++)
		if (table != TABLE_CLASSES || i == IDENTITY_ID)
			fields[count++] = identity_field((enum identity)i, table);
	for (size_t i = 0; i < db->properties.count; i++)
		if (prop_in_table(&db->properties.rows[i], table)) {
			fields[count] = property_field(db, i, count);
			count++;
		}
	*type = (struct record_type){table_infos[table].singular, table_infos[table].doc, fields,
				     count};
	return type;
}

enum session_status list_materials(struct cli *cli, const struct list_topic *topic,
				   struct report *report)
{
	const enum table_id table = (enum table_id)topic->context;
	const struct db *db = session_db(cli->session);
	struct arena *arena = session_arena(cli->session);
	const size_t count = db->tables[table].count;
	struct material_row *rows = ARENA_NEW(arena, count, struct material_row);

	for (size_t i = 0; i < count; i++)
		rows[i] = (struct material_row){db, table, (uint32_t)i};
	report->type = material_record_type(db, table, arena);
	list_set_rows(report, arena, rows, count, sizeof *rows);
	return SESSION_OK;
}
