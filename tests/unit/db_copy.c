/* SPDX-License-Identifier: MIT */
#include "db_copy.h"

#include <string.h>

static double *copy_values(const struct db *db, enum table_id table, size_t property,
			   struct arena *arena)
{
	size_t rows = db->tables[table].count;
	double *values = ARENA_NEW(arena, rows + 1, double);

	for (size_t i = 0; i < rows; i++)
		values[i] = db_cell(db, table, i, property);
	return values;
}

void db_copy_make(struct db_copy *copy, const struct db *db, struct arena *arena)
{
	copy->db = *db;
	copy->arena = arena;
	for (int t = 0; t < TABLE_COUNT; t++) {
		const struct table *table = &db->tables[t];
		size_t count = db->properties.count;

		copy->columns[t] = ARENA_NEW(arena, count + 1, struct column);
		copy->values[t] = ARENA_NEW(arena, count + 1, double *);
		for (size_t p = 0; p < count; p++) {
			copy->columns[t][p] = table->columns[p];
			copy->values[t][p] = copy_values(db, (enum table_id)t, p, arena);
			copy->columns[t][p].values = copy->values[t][p];
			copy->columns[t][p].count = table->count;
		}
		copy->db.tables[t].columns = copy->columns[t];
	}
}

/* The column's notes with this row's replaced by an exact, measured one. */
static void note_exact(struct db_copy *copy, struct column *column, uint32_t row, double value)
{
	struct cell_note *notes = ARENA_NEW(copy->arena, column->note_count + 1, struct cell_note);
	size_t count = 0;
	size_t i = 0;

	for (; i < column->note_count && column->notes[i].row < row; i++)
		notes[count++] = column->notes[i];
	notes[count++] = (struct cell_note){row, NUM_MEASURED, value, value};
	for (; i < column->note_count; i++)
		if (column->notes[i].row != row)
			notes[count++] = column->notes[i];
	column->notes = notes;
	column->note_count = count;
}

void db_copy_set(struct db_copy *copy, enum table_id table, uint32_t row, size_t property,
		 double value)
{
	copy->values[table][property][row] = value;
	note_exact(copy, &copy->columns[table][property], row, value);
}

void db_copy_erase(struct db_copy *copy, enum table_id table, uint32_t row, size_t property)
{
	copy->values[table][property][row] = DB_UNKNOWN;
}
