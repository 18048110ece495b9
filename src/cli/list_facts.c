/* SPDX-License-Identifier: MIT */
/* Facts as records, narrowed to the materials that were named; and the sources. */
#include "base/number.h"
#include "cli/fields.h"
#include "cli/list.h"
#include "data/ledger.h"

static struct value get_text(const struct field *field, const void *row, struct arena *arena)
{
	const struct fact *fact = row;

	(void)arena;
	return fact->cells[field->index].length > 0 ? value_text(fact->cells[field->index])
						    : value_null();
}

static struct value get_number(const struct field *field, const void *row, struct arena *arena)
{
	const struct str cell = ((const struct fact *)row)->cells[field->index];
	double number;

	if (number_read(cell, &number, NULL) == NUMBER_OK)
		return value_number(number);
	return get_text(field, row, arena);
}

static bool is_number(enum fact_column_kind kind)
{
	return kind == FACT_VALUE || kind == FACT_TEMPERATURE || kind == FACT_NUMBER;
}

/* Materials and outcome stay; the rest as there is room, the source before the details. */
static int priority_of(enum fact_column_kind kind)
{
	switch (kind) {
	case FACT_SUBJECT:
	case FACT_SOLVENTS:
	case FACT_BINDER:
	case FACT_OUTCOME:
		return 0;
	case FACT_GRADE:
		return PRIORITY_EXTRA;
	case FACT_SOURCE:
		return PRIORITY_EXTRA + 1;
	case FACT_VALUE:
	case FACT_SALT:
		return PRIORITY_EXTRA + 2;
	case FACT_TEMPERATURE:
	case FACT_CHOICE:
	case FACT_NUMBER:
		return PRIORITY_EXTRA + 3;
	case FACT_ID:
	case FACT_TEXT:
		break;
	}
	return PRIORITY_EXTRA + 4;
}

static struct field fact_field(const struct fact_column *column, size_t index)
{
	const bool number = is_number(column->kind);

	return (struct field){
	    .key = column->key,
	    .label = column->label,
	    .unit = column->unit,
	    .kind = number ? VALUE_NUMBER : VALUE_TEXT,
	    .digits = -1,
	    .where = FIELD_MACHINE | (column->kind == FACT_ID ? 0U : FIELD_PEOPLE),
	    .show = column->kind == FACT_OUTCOME ? SHOW_VERDICT : SHOW_PLAIN,
	    .priority = priority_of(column->kind),
	    .doc = column->doc,
	    .get = number ? get_number : get_text,
	    .index = index,
	};
}

static const struct record_type *fact_record_type(enum fact_kind kind, struct arena *arena)
{
	const struct fact_file *file = &fact_files[kind];
	struct field *fields = ARENA_NEW(arena, file->column_count, struct field);
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);

	for (size_t i = 0; i < file->column_count; i++)
		fields[i] = fact_field(&file->columns[i], i);
	*type = (struct record_type){file->singular, file->doc, fields, file->column_count};
	return type;
}

/* The materials of one role that were named; given false: all. */
struct wanted {
	bool given;
	const struct material_ref *refs;
	size_t count;
};

static bool is_wanted(const struct wanted *wanted, uint32_t row)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (wanted->refs[i].row == row)
			return true;
	return false;
}

/* Is the subject, or the partner that stands in a column of its own, one of those named? */
static bool names_material(const struct fact *fact, enum table_id table, uint32_t partner,
			   const struct wanted *wanted)
{
	if (!wanted->given)
		return true;
	if (fact->subject_table == table && fact->subject == FACT_ANY)
		return true;
	if (fact->subject_table == table && is_wanted(wanted, fact->subject))
		return true;
	return partner != FACT_NOBODY && is_wanted(wanted, partner);
}

static bool names_solvent(const struct fact *fact, const struct wanted *wanted)
{
	if (!wanted->given)
		return true;
	for (size_t i = 0; i < fact->part_count; i++)
		if (is_wanted(wanted, fact->parts[i].row))
			return true;
	return false;
}

static bool is_listed(const struct fact *fact, const struct wanted wanted[TABLE_COUNT])
{
	return names_material(fact, TABLE_ELECTROLYTES, FACT_NOBODY, &wanted[TABLE_ELECTROLYTES]) &&
	       names_material(fact, TABLE_BINDERS, fact->binder, &wanted[TABLE_BINDERS]) &&
	       names_material(fact, TABLE_SALTS, fact->salt, &wanted[TABLE_SALTS]) &&
	       names_solvent(fact, &wanted[TABLE_SOLVENTS]);
}

static enum session_status find_wanted(struct cli *cli, struct wanted wanted[TABLE_COUNT])
{
	static const enum option_id named_by[TABLE_COUNT] = {
	    [TABLE_SOLVENTS] = OPTION_SOLVENT,
	    [TABLE_BINDERS] = OPTION_BINDER,
	    [TABLE_ELECTROLYTES] = OPTION_SE,
	    [TABLE_SALTS] = OPTION_SALT,
	};
	enum session_status status = SESSION_OK;

	for (size_t table = 0; table < TABLE_CLASSES && status == SESSION_OK; table++) {
		wanted[table].given = cli_given(cli, named_by[table]);
		if (wanted[table].given)
			status = cli_names(cli, named_by[table], 1U << table, &wanted[table].refs,
					   &wanted[table].count);
	}
	return status;
}

enum session_status list_facts(struct cli *cli, const struct list_topic *topic,
			       struct report *report)
{
	const enum fact_kind kind = (enum fact_kind)topic->context;
	const struct db *db = session_db(cli->session);
	struct arena *arena = session_arena(cli->session);
	struct wanted wanted[TABLE_COUNT] = {0};
	const void **rows = ARENA_NEW(arena, db->fact_count, const void *);
	const enum session_status status = find_wanted(cli, wanted);

	if (status != SESSION_OK)
		return status;
	for (size_t i = 0; i < db->fact_count; i++)
		if (db->facts[i].kind == kind && is_listed(&db->facts[i], wanted))
			rows[report->row_count++] = &db->facts[i];
	report->rows = rows;
	report->type = fact_record_type(kind, arena);
	return SESSION_OK;
}

static const struct field source_fields[] = {
    FIELD_TEXT("key", "key", str, struct citation, key, 0, "As the tables name the source."),
    FIELD_WRAP("citation", "citation", str, struct citation, citation, 0, "Who published what."),
    FIELD_TEXT("doi", "DOI", str, struct citation, doi, 1, "Digital object identifier."),
    FIELD_TEXT("url", "address", str, struct citation, url, PRIORITY_EXTRA, "Where it is found."),
    FIELD_TEXT("licence", "licence", str, struct citation, licence, PRIORITY_EXTRA + 1,
	       "Terms of use."),
    FIELD_TEXT("access", "accessed", str, struct citation, access, PRIORITY_EXTRA + 2,
	       "How and when it was read."),
};

static const struct record_type source_type = {"source", "A source of numbers.", source_fields,
					       sizeof source_fields / sizeof *source_fields};

enum session_status list_sources(struct cli *cli, const struct list_topic *topic,
				 struct report *report)
{
	struct arena *arena = session_arena(cli->session);
	const struct citations *citations =
	    citations_read(session_db(cli->session), arena, session_sink(cli->session));

	(void)topic;
	report->type = &source_type;
	list_set_rows(report, arena, citations->rows, citations->count, sizeof *citations->rows);
	return SESSION_OK;
}

void report_add_sources(struct report *report, struct cli *cli)
{
	struct report *sources = ARENA_NEW(session_arena(cli->session), 1, struct report);

	*sources = (struct report){
	    .format = "slurryscreen-list/1", .rows_key = "sources", .rule_before = SIZE_MAX};
	(void)list_sources(cli, NULL, sources);
	report->annexes = sources;
	report->annex_count = 1;
}
