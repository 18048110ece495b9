/* SPDX-License-Identifier: MIT */
/*
 * Tables: whatever the bytes are, what comes out is a database that keeps its promises, alone or
 * laid over the built-in one, and that loads again from the JSON that it is written as.
 */
#include "fuzz.h"

#include "data/ledger.h"
#include "data/load.h"
#include "db_json.h"

static void check_column(const struct db *db, enum table_id table, size_t property)
{
	const struct column *column = &db->tables[table].columns[property];

	FUZZ_CHECK(column->count <= db->tables[table].count);
	for (size_t i = 0; i < column->note_count; i++) {
		FUZZ_CHECK(column->notes[i].row < db->tables[table].count);
		FUZZ_CHECK(column->notes[i].kind < NUM_KIND_COUNT);
		FUZZ_CHECK(i == 0 || column->notes[i - 1].row < column->notes[i].row);
	}
}

static void check_row(const struct db *db, enum table_id table, size_t row)
{
	FUZZ_CHECK(db->tables[table].materials[row].id.length > 0);
	for (size_t i = 0; i < db->properties.count; i++) {
		const struct property *rule = &db->properties.rows[i];
		const struct num n = db_num(db, table, row, i);
		const double cell = db_cell(db, table, row, i);

		FUZZ_CHECK(prop_in_table(rule, table) || isnan(cell));
		if (num_has_value(n))
			FUZZ_CHECK(n.low <= n.value && n.value <= n.high);
		if (rule->kind == PROP_NUMBER && isfinite(cell))
			FUZZ_CHECK(cell >= rule->hard_low && cell <= rule->hard_high);
		if (rule->kind != PROP_NUMBER && rule->kind != PROP_CODES && isfinite(cell))
			FUZZ_CHECK(db_word(db, table, row, i).length > 0);
		if (rule->kind == PROP_CODES && isfinite(cell))
			FUZZ_CHECK(db_codes(db, table, row, i).count > 0);
	}
}

static void check_facts(const struct db *db)
{
	for (size_t i = 0; i < db->fact_count; i++) {
		const struct fact *fact = &db->facts[i];
		size_t count;
		const struct fact *range =
		    db_facts(db, fact->kind, fact->subject_table, fact->subject, &count);

		FUZZ_CHECK(range && fact >= range && fact < range + count);
		FUZZ_CHECK(fact->subject == FACT_ANY ||
			   fact->subject < db->tables[fact->subject_table].count);
		for (size_t k = 0; k < fact->part_count; k++)
			FUZZ_CHECK(fact->parts[k].row < db->tables[TABLE_SOLVENTS].count);
	}
}

/* The rows that the base has not: looking at all of them each time is slow. */
static void check_db(const struct db *db, const struct db *base)
{
	for (int t = 0; t < TABLE_COUNT; t++) {
		const size_t first = base ? base->tables[t].count : 0;

		for (size_t i = 0; i < db->properties.count; i++)
			check_column(db, (enum table_id)t, i);
		for (size_t row = first; row < db->tables[t].count; row++)
			check_row(db, (enum table_id)t, row);
		for (size_t i = 0; i < db->tables[t].vector_count; i++)
			FUZZ_CHECK(db->tables[t].vectors[i].row < db->tables[t].count);
	}
	check_facts(db);
}

static void check_round_trip(const struct db *db, struct arena *arena, struct arena *scratch)
{
	struct diag_sink sink;
	struct text text;
	struct source source;
	const struct db *again;

	diag_sink_init(&sink, arena);
	text_init(&text, arena);
	db_write_json(db, arena, &sink, &text);
	source = source_from_text("again", text_str(&text));
	again = db_load(&source, 1, NULL, arena, scratch, &sink);
	check_db(again, NULL);
	for (int t = 0; t < TABLE_COUNT; t++) {
		FUZZ_CHECK(again->tables[t].count == db->tables[t].count);
		for (size_t row = 0; row < db->tables[t].count; row++)
			FUZZ_CHECK(str_equal(again->tables[t].materials[row].id,
					     db->tables[t].materials[row].id));
	}
	FUZZ_CHECK(again->fact_count == db->fact_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct load_options options[] = {{.separator = ','},
						      {.separator = ';', .decimal_comma = true}};
	struct arena arena;
	struct arena scratch;

	arena_init(&arena, NULL);
	arena_init(&scratch, NULL);
	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
		struct source source = fuzz_source(&arena, data, size);
		struct diag_sink sink;
		const struct db *db;

		diag_sink_init(&sink, &arena);
		db = db_load(&source, 1, &options[i], &arena, &scratch, &sink);
		check_db(db, NULL);
		check_round_trip(db, &arena, &scratch);
		db = db_overlay(db_builtin(), &source, 1, &options[i], &arena, &scratch, &sink);
		FUZZ_CHECK(db->tables[TABLE_SOLVENTS].count >=
			   db_builtin()->tables[TABLE_SOLVENTS].count);
		check_db(db, db_builtin());
		fuzz_print(&sink, &scratch);
		arena_clear(&scratch);
		arena_clear(&arena);
	}
	arena_release(&scratch);
	arena_release(&arena);
	return 0;
}
