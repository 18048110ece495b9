/* SPDX-License-Identifier: MIT */
#include "check/check.h"

#include "check/apply.h"
#include "check/check_model.h"
#include "data/fact.h"
#include "data/load.h"
#include "model/model.h"
#include "read/json.h"

enum input_kind { INPUT_CSV, INPUT_DATABASE, INPUT_MODEL };

/* A row of a file whose place is kept, so that lines are found quickly. */
enum { ROWS_A_MARK = 1024 };

struct run {
	struct check check;
	struct provenance provenance;
	struct said said;
	struct apply apply;
	const struct source *sources;
	enum input_kind *kinds;
	size_t count;
	enum file_kind wanted; /* of the pass that is made */
	struct row_options rows;
};

static enum input_kind input_kind(const struct source *source)
{
	if (!row_looks_like_json(source->text))
		return INPUT_CSV;
	return check_is_model(source) ? INPUT_MODEL : INPUT_DATABASE;
}

/* ---- the loader ---- */

/* Names and CAS numbers that stand twice are told more precisely by the rules. */
static void drop(struct diag_sink *sink, enum diag_id id)
{
	size_t kept = 0;

	for (size_t i = 0; i < sink->count; i++)
		if (sink->items[i].id != id)
			sink->items[kept++] = sink->items[i];
	sink->count = kept;
	sink->severities[diag_rules[id].severity] -= sink->total[id];
	sink->total[id] = 0;
	sink->last_kept = false;
}

static char separator_of(const struct run *run, size_t i)
{
	return run->kinds[i] == INPUT_CSV ? row_separator(run->sources[i].text) : ',';
}

/* Files with one separator together, so that facts find materials of other files. */
static const struct db *load_alike(struct run *run, const struct db *base, char separator)
{
	struct check *const check = &run->check;
	struct source *alike = ARENA_NEW(check->arenas.arena, run->count, struct source);
	const struct load_options options = {separator, check->options->decimal_comma,
					     &check->properties, check->options->table};
	size_t count = 0;

	for (size_t i = 0; i < run->count; i++)
		if (run->kinds[i] != INPUT_MODEL && separator_of(run, i) == separator)
			alike[count++] = run->sources[i];
	if (count == 0)
		return base;
	if (!base)
		return db_load(alike, count, &options, check->arenas.arena, check->arenas.scratch,
			       check->sink);
	return db_overlay(base, alike, count, &options, check->arenas.arena, check->arenas.scratch,
			  check->sink);
}

/* Columns, all empty, for what a model declares and no table has. */
static const struct db *load_declared(struct run *run, const struct db *db)
{
	struct check *const check = &run->check;
	const struct load_options options = {.separator = ',', .properties = &check->properties};

	return db_overlay(db, NULL, 0, &options, check->arenas.arena, check->arenas.scratch,
			  check->sink);
}

static const struct db *load_all(struct run *run)
{
	static const char separators[] = {',', ';', '\t'};
	const struct db *db = run->check.options->base;

	for (size_t i = 0; i < sizeof separators; i++)
		db = load_alike(run, db, separators[i]);
	if (db && db->properties.count < run->check.properties.count)
		db = load_declared(run, db);
	arena_clear(run->check.arenas.scratch);
	drop(run->check.sink, DIAG_NAME_TAKEN);
	return db;
}

/* Diagnostics point at copies of the sources: back to the ones of the run. */
static void repoint(struct run *run, size_t from)
{
	struct diag_sink *const sink = run->check.sink;

	for (size_t i = from; i < sink->count; i++) {
		const struct source *const said = sink->items[i].place.source;

		for (size_t k = 0; said && k < run->count; k++)
			if (said->text.at == run->sources[k].text.at)
				sink->items[i].place.source = &run->sources[k];
	}
}

static void note_separators(struct run *run)
{
	for (size_t i = 0; i < run->count; i++) {
		const char separator = separator_of(run, i);

		if (separator != ',')
			DIAG_REPORT(run->check.sink, SEPARATOR,
				    ((struct place){&run->sources[i], 0, 0}),
				    separator == ';' ? "semicolons" : "tabs");
	}
}

/* ---- passes over the rows ---- */

static void read_rows(struct run *run, size_t file, const struct row_visitor *visitor)
{
	run->check.file = file;
	run->rows.separator = 0;
	if (run->kinds[file] == INPUT_CSV)
		rows_read_csv(&run->sources[file], &run->rows, &run->check.arenas, visitor);
	else if (run->kinds[file] == INPUT_DATABASE)
		rows_read_json(&run->sources[file], &run->rows, &run->check.arenas, visitor);
	arena_clear(run->check.arenas.scratch);
}

static bool provenance_head(void *context, const struct check_head *head)
{
	const struct run *run = context;

	return head->type.kind == run->wanted;
}

static void provenance_row(void *context, const struct check_row *row)
{
	struct run *run = context;

	if (run->wanted == FILE_SOURCES)
		provenance_take_source(&run->provenance, row);
	else
		provenance_take_line(&run->provenance, row);
	run->check.files[run->check.file].rows++;
}

static void read_provenance(struct run *run, enum file_kind wanted)
{
	const struct row_visitor visitor = {provenance_head, provenance_row, run};

	run->wanted = wanted;
	for (size_t i = 0; i < run->count; i++)
		read_rows(run, i, &visitor);
}

/* The ledger and the sources are named for what they are in the summary, too. */
static bool table_head(void *context, const struct check_head *head)
{
	struct run *run = context;
	struct check_file *const file = &run->check.files[run->check.file];

	file->type = head->type;
	if (head->type.kind != FILE_MATERIALS && head->type.kind != FILE_FACTS)
		return false;
	if (head->type.kind == FILE_MATERIALS)
		apply_start(&run->apply, head);
	else
		run->apply.head = head;
	source_cursor_init(&file->cursor, head->source);
	return true;
}

static void mark_line(struct run *run, const struct check_row *row)
{
	struct check_file *const file = &run->check.files[run->check.file];

	if (file->rows++ % ROWS_A_MARK != 0)
		return;
	(void)source_cursor_move(&file->cursor, row->place.offset);
	file->marks = arena_extend(run->check.arenas.arena, file->marks, file->mark_count,
				   &file->mark_capacity, sizeof *file->marks);
	file->marks[file->mark_count++] = (struct line_mark){row->place.offset, file->cursor};
}

static void table_row(void *context, const struct check_row *row)
{
	struct run *run = context;

	mark_line(run, row);
	if (row->head->source_column >= 0 && row->cells[row->head->source_column].text.length > 0)
		provenance_check_source(&run->provenance, &row->cells[row->head->source_column]);
	if (row->head->type.kind == FILE_MATERIALS)
		apply_row(&run->apply, row);
}

static void read_tables(struct run *run)
{
	const struct row_visitor visitor = {table_head, table_row, run};

	for (size_t i = 0; i < run->count; i++) {
		if (run->kinds[i] == INPUT_MODEL)
			continue;
		columns_survey(&run->check, &run->sources[i], &run->rows,
			       run->kinds[i] == INPUT_DATABASE);
		arena_clear(run->check.arenas.scratch);
		run->apply.values = run->apply.sourced = 0;
		read_rows(run, i, &visitor);
		if (run->apply.values > 0)
			apply_end(&run->apply);
	}
}

/* Properties that a model of the run declares are columns that the tables of the run may have. */
static void declare_properties(struct run *run)
{
	struct check *const check = &run->check;
	struct diag_sink dropped; /* model_read() says it again */

	diag_sink_init(&dropped, check->arenas.arena);
	dropped.limit_per_rule = 1;
	for (size_t i = 0; i < run->count; i++) {
		struct prop_set declared;

		if (run->kinds[i] != INPUT_MODEL)
			continue;
		declared =
		    model_declared_properties(&run->sources[i], check->arenas.arena, &dropped);
		if (declared.count > check->properties.count)
			check->properties = declared;
	}
}

static void check_models(struct run *run, const struct db *db)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->kinds[i] == INPUT_MODEL)
			check_model(&run->sources[i], db, &run->provenance, &run->check.arenas,
				    run->check.sink);
}

/* ---- summary ---- */

static const char *kind_word(const struct run *run, size_t i)
{
	if (run->kinds[i] == INPUT_MODEL)
		return "model";
	if (run->kinds[i] == INPUT_DATABASE)
		return "database";
	return row_type_word(run->check.files[i].type);
}

static void summarise_files(struct run *run, struct check_summary *summary)
{
	struct check_file_summary *files =
	    ARENA_NEW(run->check.arenas.arena, run->count, struct check_file_summary);

	for (size_t i = 0; i < run->count; i++)
		files[i] = (struct check_file_summary){run->sources[i].name, kind_word(run, i),
						       run->check.files[i].rows};
	summary->files = files;
	summary->file_count = run->count;
}

/* Several rows of the table may report one finding. */
static void summarise_rules(struct run *run, struct check_summary *summary)
{
	struct check_rule_summary *rules =
	    ARENA_NEW(run->check.arenas.arena, rule_count, struct check_rule_summary);
	size_t count = 0;

	for (size_t i = 0; i < rule_count; i++) {
		size_t k = 0;

		while (k < count && rules[k].finding != rule_rows[i].finding)
			k++;
		if (k == count)
			rules[count++].finding = rule_rows[i].finding;
		rules[k].applied += run->check.applied[i];
	}
	summary->rules = rules;
	summary->rule_count = count;
}

static struct run *run_new(const struct source *sources, size_t count,
			   const struct check_options *options, const struct check_arenas *arenas,
			   struct diag_sink *sink)
{
	struct run *run = ARENA_NEW(arenas->arena, 1, struct run);
	struct check *const check = &run->check;

	*check = (struct check){.options = options,
				.arenas = *arenas,
				.sink = sink,
				.known = options->known,
				.file_count = count};
	check->properties = options->known ? options->known->properties
					   : (struct prop_set){properties, property_count};
	check->files = ARENA_NEW(arenas->arena, count, struct check_file);
	seen_init(&check->names, arenas->arena);
	run->sources = sources;
	run->count = count;
	run->kinds = ARENA_NEW(arenas->arena, count, enum input_kind);
	run->rows =
	    (struct row_options){options->table, 0, options->decimal_comma, &check->properties};
	for (size_t i = 0; i < count; i++) {
		run->kinds[i] = input_kind(&sources[i]);
		check->files[i].source = &sources[i];
		check->files[i].type.kind = FILE_UNKNOWN;
	}
	provenance_init(&run->provenance, arenas, options->known, &check->properties, sink);
	run->apply.check = check;
	run->apply.provenance = &run->provenance;
	run->apply.said = &run->said;
	return run;
}

struct check_summary check_run(const struct source *sources, size_t count,
			       const struct check_options *options,
			       const struct check_arenas *arenas, struct diag_sink *sink)
{
	struct run *run = run_new(sources, count, options, arenas, sink);
	const size_t before = sink->count;
	const struct db *db;
	struct check_summary summary;

	declare_properties(run);
	db = load_all(run);
	run->provenance.properties = run->check.properties;
	repoint(run, before);
	note_separators(run);
	said_index(&run->said, sink, arenas->arena);
	rule_learn_known(&run->check);
	read_provenance(run, FILE_SOURCES);
	provenance_know_sources(&run->provenance);
	read_provenance(run, FILE_LEDGER);
	provenance_know_lines(&run->provenance);
	read_tables(run);
	check_models(run, db);
	provenance_check_lines(&run->provenance);
	provenance_check_unused(&run->provenance);
	provenance_apply_waives(&run->provenance);
	summarise_files(run, &summary);
	summarise_rules(run, &summary);
	return summary;
}
