/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "load_fixture.h"

void load_fixture_open(struct load_fixture *fixture)
{
	*fixture = (struct load_fixture){.count = 0};
	arena_init(&fixture->arena, NULL);
	arena_init(&fixture->scratch, NULL);
	diag_sink_init(&fixture->sink, &fixture->arena);
}

void load_fixture_close(struct load_fixture *fixture)
{
	arena_release(&fixture->scratch);
	arena_release(&fixture->arena);
}

const struct db *load_fixture_text(struct load_fixture *fixture, const struct db *base,
				   const char *name, const char *text,
				   const struct load_options *options)
{
	struct source *source = &fixture->sources[fixture->count++];

	assert_true(fixture->count <= LOAD_FIXTURE_SOURCES);
	*source = source_from_text(name, str_from(text));
	diag_sink_init(&fixture->sink, &fixture->arena);
	arena_clear(&fixture->scratch);
	return base ? db_overlay(base, source, 1, options, &fixture->arena, &fixture->scratch,
				 &fixture->sink)
		    : db_load(source, 1, options, &fixture->arena, &fixture->scratch,
			      &fixture->sink);
}

const struct db *load_fixture_folder(struct load_fixture *fixture, const char *folder)
{
	struct source *sources = ARENA_NEW(&fixture->arena, LOAD_FIXTURE_SOURCES, struct source);
	size_t count = 0;

	for (; data_folder_files[count]; count++) {
		struct text path;

		text_init(&path, &fixture->arena);
		text_addf(&path, "%s/%s", folder, data_folder_files[count]);
		if (source_read_file(&fixture->arena, path.at, &sources[count]) != SOURCE_OK)
			fail_msg("cannot read %s", path.at);
		sources[count].name = data_folder_files[count];
	}
	return db_load(sources, count, NULL, &fixture->arena, &fixture->scratch, &fixture->sink);
}

const char *load_fixture_said(struct load_fixture *fixture)
{
	const struct diag *sorted = diag_sorted(&fixture->sink, &fixture->arena);
	struct text said;

	text_init(&said, &fixture->arena);
	for (size_t i = 0; i < fixture->sink.count; i++) {
		const struct place place = sorted[i].place;
		const struct line_column at = source_locate(place.source, place.offset);

		text_addf(&said, "%s:%zu:%zu: %s\n", place.source->name, at.line, at.column,
			  diag_rules[sorted[i].id].slug);
	}
	return said.at;
}

const char *load_fixture_hint(const struct load_fixture *fixture, size_t n)
{
	assert_true(n < fixture->sink.count);
	return fixture->sink.items[n].hint ? fixture->sink.items[n].hint : "";
}

size_t load_fixture_row(const struct db *db, enum table_id table, const char *id)
{
	for (size_t row = 0; row < db->tables[table].count; row++)
		if (str_is(db->tables[table].materials[row].id, id))
			return row;
	fail_msg("no row %s", id);
	return 0;
}

size_t load_fixture_property(const struct db *db, enum table_id table, const char *key)
{
	const size_t property = prop_find(&db->properties, table, str_from(key));

	if (property == SIZE_MAX)
		fail_msg("no property %s", key);
	return property;
}

double load_fixture_cell(const struct db *db, enum table_id table, const char *id, const char *key)
{
	return db_cell(db, table, load_fixture_row(db, table, id),
		       load_fixture_property(db, table, key));
}

struct num load_fixture_num(const struct db *db, enum table_id table, const char *id,
			    const char *key)
{
	return db_num(db, table, load_fixture_row(db, table, id),
		      load_fixture_property(db, table, key));
}

static void compare_materials(const struct material *a, const struct material *b)
{
	check_str(a->id, b->id);
	check_str(a->name, b->name);
	check_str(a->cas, b->cas);
	check_str(a->formula, b->formula);
	check_size(a->aliases.count, b->aliases.count);
	for (size_t i = 0; i < a->aliases.count; i++)
		check_str(a->aliases.at[i], b->aliases.at[i]);
}

static void compare_codes(struct str_list a, struct str_list b)
{
	check_size(a.count, b.count);
	for (size_t i = 0; i < a.count; i++)
		check_str(a.at[i], b.at[i]);
}

static void compare_cell(const struct db *a, const struct db *b, enum table_id table, size_t row,
			 size_t property)
{
	const enum prop_kind kind = a->properties.rows[property].kind;
	const double cell = db_cell(a, table, row, property);
	const struct num x = db_num(a, table, row, property);
	const struct num y = db_num(b, table, row, property);

	/* Numbers of texts and code lists are their own business. */
	if (kind != PROP_TEXT && kind != PROP_CODES)
		check_double(cell, db_cell(b, table, row, property), 0);
	check_int(isfinite(cell), isfinite(db_cell(b, table, row, property)));
	if (x.state == NUM_KNOWN && (x.low != y.low || x.high != y.high))
		fail_msg("%.*s %s: %g to %g is not %g to %g",
			 STR_ARGS(a->tables[table].materials[row].id),
			 a->properties.rows[property].key, x.low, x.high, y.low, y.high);
	check_int(x.state, y.state);
	if (isfinite(cell))
		check_int(db_kind(a, table, row, property), db_kind(b, table, row, property));
	check_str(db_word(a, table, row, property), db_word(b, table, row, property));
	compare_codes(db_codes(a, table, row, property), db_codes(b, table, row, property));
}

static void compare_vectors(const struct table *a, const struct table *b)
{
	check_size(a->vector_count, b->vector_count);
	for (size_t i = 0; i < a->vector_count; i++) {
		check_size(a->vectors[i].row, b->vectors[i].row);
		check_int(a->vectors[i].kind, b->vectors[i].kind);
		for (int axis = 0; axis < 3; axis++)
			check_double(a->vectors[i].at[axis], b->vectors[i].at[axis], 0);
	}
}

static void compare_facts(const struct fact *a, const struct fact *b)
{
	check_str(a->id, b->id);
	check_int(a->kind, b->kind);
	check_int(a->subject_table, b->subject_table);
	check_size(a->subject, b->subject);
	check_size(a->binder, b->binder);
	check_size(a->salt, b->salt);
	check_int(a->outcome, b->outcome);
	check_int(a->grade, b->grade);
	check_double(a->value, b->value, 0);
	check_double(a->temperature, b->temperature, 0);
	check_size(a->part_count, b->part_count);
	for (size_t i = 0; i < a->part_count; i++) {
		check_size(a->parts[i].row, b->parts[i].row);
		check_double(a->parts[i].fraction, b->parts[i].fraction, 0);
	}
	for (size_t i = 0; i < fact_files[a->kind].column_count; i++)
		check_str(a->cells[i], b->cells[i]);
}

void load_fixture_compare(const struct db *a, const struct db *b)
{
	check_size(a->properties.count, b->properties.count);
	for (int t = 0; t < TABLE_COUNT; t++) {
		const enum table_id table = (enum table_id)t;

		check_size(a->tables[t].count, b->tables[t].count);
		for (size_t row = 0; row < a->tables[t].count; row++) {
			compare_materials(&a->tables[t].materials[row],
					  &b->tables[t].materials[row]);
			for (size_t i = 0; i < a->properties.count; i++)
				compare_cell(a, b, table, row, i);
		}
		compare_vectors(&a->tables[t], &b->tables[t]);
	}
	check_size(a->fact_count, b->fact_count);
	for (size_t i = 0; i < a->fact_count; i++)
		compare_facts(&a->facts[i], &b->facts[i]);
}
