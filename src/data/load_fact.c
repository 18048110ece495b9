/* SPDX-License-Identifier: MIT */
/* Rows of facts: their names to rows of the tables, their words to numbers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "data/load_parts.h"
#include "data/lookup.h"

/* In facts, every electrolyte: "sulfide" where a paper does not tell which one. */
static const char any_electrolyte[] = "sulfide";

struct fact_reader {
	struct load *load;
	const struct lookup *lookup;
	const struct fact_row *row;
	const struct fact_column *column; /* the one being read */
	const struct csv_cell *cell;
};

/* A fact, and whether a newer one with its id takes its place. */
struct facts {
	struct fact *items;
	size_t count;
	struct hash_index ids;
};

static void report_name(const struct fact_reader *reader, const struct lookup_result *result)
{
	struct load *load = reader->load;
	const struct place place = cell_place(load, reader->cell);
	struct str first;
	struct str second;

	if (result->status == LOOKUP_UNKNOWN) {
		DIAG_REPORT(load->sink, FACT_NAME, place, reader->column->key,
			    STR_ARGS(result->word));
		if (result->suggestion.length > 0)
			diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(result->suggestion));
		return;
	}
	first = lookup_id(reader->lookup, result->found[0]);
	second = lookup_id(reader->lookup, result->found[1]);
	DIAG_REPORT(load->sink, FACT_AMBIGUOUS, place, reader->column->key, STR_ARGS(result->word),
		    STR_ARGS(first), STR_ARGS(second));
}

static bool read_material(const struct fact_reader *reader, unsigned tables,
			  struct material_ref *ref)
{
	const struct lookup_result result =
	    lookup_one(reader->lookup, tables, reader->cell->text, reader->load->scratch);

	if (result.status != LOOKUP_OK) {
		report_name(reader, &result);
		return false;
	}
	*ref = result.found[0];
	return true;
}

static bool read_subject(const struct fact_reader *reader, struct fact *fact)
{
	const unsigned tables = fact_files[fact->kind].subject_tables;
	struct material_ref ref = {TABLE_ELECTROLYTES, FACT_ANY};

	if (!((tables >> TABLE_ELECTROLYTES & 1u) != 0 &&
	      str_is(reader->cell->text, any_electrolyte)) &&
	    !read_material(reader, tables, &ref))
		return false;
	fact->subject_table = ref.table;
	fact->subject = ref.row;
	return true;
}

static int compare_parts(const void *a, const void *b)
{
	const struct fact_part *x = a;
	const struct fact_part *y = b;

	return x->row < y->row ? -1 : x->row > y->row;
}

static bool read_solvents(const struct fact_reader *reader, struct fact *fact)
{
	struct load *load = reader->load;
	const struct blend_text blend =
	    lookup_blend(reader->lookup, reader->cell->text, load->scratch);
	struct fact_part *parts;

	if (blend.names.status == LOOKUP_UNKNOWN && blend.names.word.length == 0) {
		DIAG_REPORT(load->sink, FACT_BLEND, cell_place(load, reader->cell),
			    STR_ARGS(reader->cell->text));
		return false;
	}
	if (blend.names.status != LOOKUP_OK) {
		report_name(reader, &blend.names);
		return false;
	}
	parts = ARENA_NEW(load->arena, blend.names.count, struct fact_part);
	for (size_t i = 0; i < blend.names.count; i++)
		parts[i] = (struct fact_part){
		    blend.names.found[i].row,
		    /* Parts by mass say nothing about volumes without densities. */
		    blend.by_mass ? DB_UNKNOWN : blend.fractions[i],
		};
	qsort(parts, blend.names.count, sizeof *parts, compare_parts);
	fact->parts = parts;
	fact->part_count = blend.names.count;
	return true;
}

static bool read_row_of(const struct fact_reader *reader, enum table_id table, uint32_t *row)
{
	struct material_ref ref;

	if (!read_material(reader, 1u << table, &ref))
		return false;
	*row = ref.row;
	return true;
}

static bool read_word(const struct fact_reader *reader, const char *const *words, uint8_t *at)
{
	const size_t found =
	    cell_word(reader->load, reader->column->key, words, reader->cell, reader->cell->text);

	*at = (uint8_t)found;
	return found != SIZE_MAX;
}

/* Empty is not known; what is no number was reported when the row was collected. */
static double read_number(const struct fact_reader *reader)
{
	double value = DB_UNKNOWN;

	(void)number_read(reader->cell->text, &value, NULL);
	return value;
}

/* One cell that is not empty; false if the row cannot be used (reported). */
static bool read_cell(const struct fact_reader *reader, struct fact *fact)
{
	uint8_t ignored;

	switch (reader->column->kind) {
	case FACT_ID:
		fact->id = reader->cell->text;
		return true;
	case FACT_SUBJECT:
		return read_subject(reader, fact);
	case FACT_SOLVENTS:
		return read_solvents(reader, fact);
	case FACT_BINDER:
		return read_row_of(reader, TABLE_BINDERS, &fact->binder);
	case FACT_SALT:
		return read_row_of(reader, TABLE_SALTS, &fact->salt);
	case FACT_OUTCOME:
		return read_word(reader, fact_files[fact->kind].outcomes, &fact->outcome);
	case FACT_GRADE:
		return read_word(reader, fact_grades, &fact->grade);
	case FACT_VALUE:
		fact->value = read_number(reader);
		return true;
	case FACT_TEMPERATURE:
		fact->temperature = read_number(reader);
		return true;
	case FACT_CHOICE:
		return read_word(reader, reader->column->words, &ignored);
	case FACT_NUMBER:
	case FACT_TEXT:
	case FACT_SOURCE:
		break;
	}
	return true;
}

static bool read_cells(struct fact_reader *reader, struct fact *fact, struct str *texts)
{
	const struct fact_file *file = &fact_files[fact->kind];
	bool usable = true;

	for (size_t i = 0; i < file->column_count; i++) {
		reader->column = &file->columns[i];
		reader->cell = &reader->row->cells[i];
		texts[i] = reader->cell->text;
		if (texts[i].length > 0) {
			usable = read_cell(reader, fact) && usable;
		} else if (reader->column->required) {
			DIAG_REPORT(reader->load->sink, FACT_EMPTY,
				    cell_place(reader->load, reader->cell), reader->column->key);
			usable = false;
		}
	}
	return usable;
}

/* "exposure-12" */
static struct str make_id(const struct fact_reader *reader)
{
	struct text text;

	text_init(&text, reader->load->arena);
	text_addf(&text, "%s-%zu", fact_files[reader->row->kind].key, reader->row->number);
	return text_str(&text);
}

static bool read_fact(struct fact_reader *reader, struct fact *fact)
{
	const struct fact_row *row = reader->row;
	struct str *texts =
	    ARENA_NEW(reader->load->arena, fact_files[row->kind].column_count, struct str);

	*fact = (struct fact){
	    .kind = row->kind,
	    .binder = FACT_NOBODY,
	    .salt = FACT_NOBODY,
	    .value = DB_UNKNOWN,
	    .temperature = DB_UNKNOWN,
	    .own = reader->load->base != NULL,
	    .cells = texts,
	    .place = {row->source, row->offset, row->length},
	};
	if (!read_cells(reader, fact, texts))
		return false;
	if (fact->id.length == 0)
		fact->id = make_id(reader);
	return true;
}

/* The fact with this id, or SIZE_MAX. */
static size_t find_fact(const struct facts *facts, struct str id)
{
	const uint64_t hash = str_hash(id);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&facts->ids, hash, &cursor, &at))
		if (str_equal(facts->items[at].id, id))
			return at;
	return SIZE_MAX;
}

/* Adds it, or puts it in the place of an older one with its id. */
static void add_fact(struct fact_reader *reader, struct facts *facts, const struct fact *fact)
{
	const size_t same = find_fact(facts, fact->id);
	struct diag_sink *sink = reader->load->sink;

	if (same == SIZE_MAX) {
		hash_index_add(&facts->ids, str_hash(fact->id), (uint32_t)facts->count);
		facts->items[facts->count++] = *fact;
	} else if (facts->items[same].place.source == fact->place.source) {
		DIAG_REPORT(sink, FACT_ID, fact->place, STR_ARGS(fact->id));
		load_hint_line(reader->load, fact->place.source, facts->items[same].place.offset);
	} else {
		facts->items[same] = *fact;
	}
}

static int compare_numbers(double a, double b)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return a < b ? -1 : a > b;
}

static int compare_solvents(const struct fact *x, const struct fact *y)
{
	for (size_t i = 0; i < x->part_count && i < y->part_count; i++) {
		int by;

		if (x->parts[i].row != y->parts[i].row)
			return x->parts[i].row < y->parts[i].row ? -1 : 1;
		by = compare_numbers(x->parts[i].fraction, y->parts[i].fraction);
		if (by != 0)
			return by;
	}
	return x->part_count < y->part_count ? -1 : x->part_count > y->part_count;
}

static int compare_facts(const void *a, const void *b)
{
	const struct fact *x = a;
	const struct fact *y = b;
	int by;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->subject_table != y->subject_table)
		return x->subject_table < y->subject_table ? -1 : 1;
	if (x->subject != y->subject)
		return x->subject < y->subject ? -1 : 1;
	by = compare_solvents(x, y);
	return by != 0 ? by : str_compare(x->id, y->id); /* ids are unique */
}

static const unsigned tables_of_facts =
    1u << TABLE_SOLVENTS | 1u << TABLE_BINDERS | 1u << TABLE_ELECTROLYTES | 1u << TABLE_SALTS;

const struct fact *facts_finish(struct load *load, const struct db *db, size_t *count)
{
	const size_t old_count = load->base ? load->base->fact_count : 0;
	struct fact_reader reader = {.load = load};
	struct facts facts = {.count = old_count};

	*count = old_count;
	if (load->fact_row_count == 0)
		return load->base ? load->base->facts : NULL;
	facts.items = ARENA_NEW(load->arena, old_count + load->fact_row_count, struct fact);
	if (old_count > 0)
		memcpy(facts.items, load->base->facts, old_count * sizeof *facts.items);
	hash_index_init(&facts.ids, load->scratch, old_count + load->fact_row_count);
	for (size_t i = 0; i < old_count; i++)
		hash_index_add(&facts.ids, str_hash(facts.items[i].id), (uint32_t)i);
	reader.lookup = lookup_build(db, tables_of_facts, load->scratch);
	for (size_t i = 0; i < load->fact_row_count; i++) {
		struct fact fact;

		reader.row = &load->fact_rows[i];
		load->source = reader.row->source;
		if (read_fact(&reader, &fact))
			add_fact(&reader, &facts, &fact);
	}
	qsort(facts.items, facts.count, sizeof *facts.items, compare_facts);
	*count = facts.count;
	return facts.items;
}
