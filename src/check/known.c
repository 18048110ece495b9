/* SPDX-License-Identifier: MIT */
/* The database that entries are compared with: who in it is the material of a row. */
#include "check/cas.h"
#include "check/rule.h"

uint64_t origin_pack(struct origin origin)
{
	if (origin.database)
		return UINT64_C(1) << 63 | (uint64_t)origin.table << 32 | origin.row;
	return (uint64_t)origin.file << 40 | origin.offset;
}

struct origin origin_unpack(uint64_t packed)
{
	const bool database = packed >> 63;

	if (database)
		return (struct origin){true, (enum table_id)(packed >> 32 & 0xff), (uint32_t)packed,
				       0, 0};
	return (struct origin){false, TABLE_COUNT, 0, (uint32_t)(packed >> 40),
			       (size_t)(packed & ((UINT64_C(1) << 40) - 1))};
}

uint64_t rule_hash(enum seen_kind kind, bool known, enum table_id table, struct str text)
{
	/* Ids are unique over all tables, the rest within one. */
	const unsigned where = kind == SEEN_ID ? TABLE_COUNT : (unsigned)table;

	return seen_hash(((unsigned)kind * 2 + known) * (TABLE_COUNT + 1) + where, text);
}

uint32_t rule_find_known(const struct check *check, enum seen_kind kind, enum table_id table,
			 struct str text)
{
	const uint64_t *packed = seen_find(&check->names, rule_hash(kind, true, table, text));
	struct origin origin;

	if (!packed)
		return DB_NO_ROW;
	origin = origin_unpack(*packed);
	return origin.table == table ? origin.row : DB_NO_ROW;
}

static void learn(struct check *check, enum seen_kind kind, struct origin origin, struct str text)
{
	if (text.length > 0)
		(void)seen_add(&check->names, rule_hash(kind, true, origin.table, text),
			       origin_pack(origin));
}

static void learn_name(struct check *check, struct origin origin, struct str name)
{
	learn(check, SEEN_NAME, origin, str_fold_name(check->arenas.row, name));
	arena_clear(check->arenas.row);
}

static void learn_material(struct check *check, struct origin origin)
{
	const struct material *const material = rule_known(check, origin.table, origin.row);
	const size_t smiles =
	    prop_find(&check->known->properties, origin.table, STR_LITERAL("smiles"));

	learn(check, SEEN_ID, origin, material->id);
	learn(check, SEEN_CAS, origin, material->cas);
	learn_name(check, origin, material->name);
	learn_name(check, origin, material->id);
	for (size_t i = 0; i < material->aliases.count; i++)
		learn_name(check, origin, material->aliases.at[i]);
	if (smiles != SIZE_MAX)
		learn(check, SEEN_SMILES, origin,
		      db_word(check->known, origin.table, origin.row, smiles));
}

void rule_learn_known(struct check *check)
{
	if (!check->known)
		return;
	for (int table = TABLE_SOLVENTS; table <= TABLE_SALTS; table++)
		for (uint32_t row = 0; row < check->known->tables[table].count; row++)
			learn_material(check,
				       (struct origin){true, (enum table_id)table, row, 0, 0});
}

const struct material *rule_known(const struct check *check, enum table_id table, uint32_t row)
{
	return &check->known->tables[table].materials[row];
}

struct num rule_known_num(const struct check *check, enum table_id table, uint32_t row,
			  const struct property *property)
{
	const size_t index = (size_t)(property - check->properties.rows);

	if (row == DB_NO_ROW || index >= check->known->properties.count)
		return num_missing();
	return db_num(check->known, table, row, index);
}

uint32_t rule_class(const struct check *check, struct str word)
{
	const struct table *classes;

	if (!check->known)
		return DB_NO_ROW;
	classes = &check->known->tables[TABLE_CLASSES];
	for (uint32_t row = 0; row < classes->count; row++)
		if (str_equal(classes->materials[row].id, word))
			return row;
	return DB_NO_ROW;
}

const struct check_cell *rule_identity(const struct check_row *row, enum identity what)
{
	const int column = row->head->identity[what];

	return column < 0 || row->cells[column].state == CELL_EMPTY ? NULL : &row->cells[column];
}

uint32_t rule_twin(struct check *check, const struct check_row *row, enum table_id table)
{
	const struct check_cell *const id = rule_identity(row, IDENTITY_ID);
	const struct check_cell *const cas = rule_identity(row, IDENTITY_CAS);
	const struct check_cell *const name = rule_identity(row, IDENTITY_NAME);
	uint32_t twin = DB_NO_ROW;

	if (!check->known)
		return DB_NO_ROW;
	if (id)
		twin = rule_find_known(check, SEEN_ID, table, id->text);
	/* Grades of one binder share a CAS number. */
	if (twin == DB_NO_ROW && cas && (table == TABLE_SOLVENTS || table == TABLE_SALTS))
		twin = rule_find_known(check, SEEN_CAS, table, cas->text);
	if (twin == DB_NO_ROW && name)
		twin = rule_find_known(check, SEEN_NAME, table,
				       str_fold_name(check->arenas.row, name->text));
	return twin;
}
