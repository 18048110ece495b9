/* SPDX-License-Identifier: MIT */
#include "data/db.h"

#include <string.h>

double db_cell(const struct db *db, enum table_id table, size_t row, size_t property)
{
	const struct column *column = &db->tables[table].columns[property];

	return row < column->count ? column->values[row] : DB_UNKNOWN;
}

/* The note of a row, or NULL. */
static const struct cell_note *find_note(const struct column *column, size_t row)
{
	size_t low = 0;
	size_t high = column->note_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (column->notes[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low < column->note_count && column->notes[low].row == row ? &column->notes[low]
									 : NULL;
}

const struct cell_note *db_note(const struct db *db, enum table_id table, size_t row,
				size_t property)
{
	return find_note(&db->tables[table].columns[property], row);
}

enum num_kind db_kind(const struct db *db, enum table_id table, size_t row, size_t property)
{
	const struct column *column = &db->tables[table].columns[property];
	const struct cell_note *note = find_note(column, row);

	return note ? (enum num_kind)note->kind : column->kind;
}

static struct num number_of(const struct column *column, const struct property *property,
			    size_t row, double value)
{
	const struct cell_note *note = find_note(column, row);
	const enum num_kind kind = note ? (enum num_kind)note->kind : column->kind;
	struct num n;

	if (property->kind != PROP_NUMBER)
		return num_exact(value, kind);
	n = prop_typical(property, value, kind);
	if (note && !isnan(note->low))
		n.low = note->low;
	if (note && !isnan(note->high))
		n.high = note->high;
	return num_between(value, n.low, n.high, kind);
}

static bool is_numeric(enum prop_kind kind)
{
	return kind == PROP_NUMBER || kind == PROP_CHOICE || kind == PROP_FLAG;
}

struct num db_num(const struct db *db, enum table_id table, size_t row, size_t property)
{
	const struct property *rule = &db->properties.rows[property];
	const double value = db_cell(db, table, row, property);

	if (isnan(value) || !is_numeric(rule->kind))
		return num_missing();
	if (isinf(value))
		return num_none();
	return number_of(&db->tables[table].columns[property], rule, row, value);
}

struct str db_word(const struct db *db, enum table_id table, size_t row, size_t property)
{
	const struct property *rule = &db->properties.rows[property];
	const double value = db_cell(db, table, row, property);

	if (!isfinite(value))
		return (struct str){NULL, 0};
	switch (rule->kind) {
	case PROP_CHOICE:
		return str_from(rule->words[(size_t)value]);
	case PROP_FLAG:
		return value > 0 ? STR_LITERAL("yes") : STR_LITERAL("no");
	case PROP_CLASS:
		return db->tables[TABLE_CLASSES].materials[(size_t)value].id;
	case PROP_TEXT:
		return db->tables[table].texts[(size_t)value];
	case PROP_NUMBER:
	case PROP_CODES:
		break;
	}
	return (struct str){NULL, 0};
}

struct str_list db_codes(const struct db *db, enum table_id table, size_t row, size_t property)
{
	const double value = db_cell(db, table, row, property);

	if (!isfinite(value) || db->properties.rows[property].kind != PROP_CODES)
		return (struct str_list){NULL, 0};
	return db->tables[table].code_lists[(size_t)value];
}

const struct vector_note *db_vectors(const struct db *db, enum table_id table, size_t row,
				     size_t *count)
{
	const struct table *t = &db->tables[table];
	size_t low = 0;
	size_t high = t->vector_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (t->vectors[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < t->vector_count && t->vectors[low + *count].row == row)
		++*count;
	return *count > 0 ? t->vectors + low : NULL;
}

/* Is the fact before the facts of this kind and subject, among them (0), or after? */
static int compare_subject(const struct fact *fact, enum fact_kind kind, enum table_id table,
			   uint32_t subject)
{
	if (fact->kind != kind)
		return fact->kind < kind ? -1 : 1;
	if (fact->subject_table != table)
		return fact->subject_table < table ? -1 : 1;
	return fact->subject < subject ? -1 : fact->subject > subject;
}

const struct fact *db_facts(const struct db *db, enum fact_kind kind, enum table_id subject_table,
			    uint32_t subject, size_t *count)
{
	size_t low = 0;
	size_t high = db->fact_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (compare_subject(&db->facts[middle], kind, subject_table, subject) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < db->fact_count &&
	       compare_subject(&db->facts[low + *count], kind, subject_table, subject) == 0)
		++*count;
	return *count > 0 ? db->facts + low : NULL;
}

void db_hash(const struct db *db, char hex[SHA256_HEX_SIZE])
{
	struct sha256 sha;

	if (db->sha256) {
		memcpy(hex, db->sha256, SHA256_HEX_SIZE);
		return;
	}
	sha256_init(&sha);
	for (size_t i = 0; i < db->source_count; i++)
		sha256_add(&sha, db->sources[i].text);
	sha256_finish(&sha, hex);
}

void overlay_hash(const struct overlay *overlay, char hex[SHA256_HEX_SIZE])
{
	struct sha256 sha;

	sha256_init(&sha);
	sha256_add(&sha, overlay->source->text);
	sha256_finish(&sha, hex);
}
