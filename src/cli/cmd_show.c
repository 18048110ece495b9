/* SPDX-License-Identifier: MIT */
/* screen show NAME...: every property of a material, and where it comes from. */
#include "cli/cli.h"
#include "cli/list.h"
#include "cli/show.h"

struct lines {
	struct str *at;
	size_t count;
	size_t capacity;
};

static void add_line(struct lines *lines, struct arena *arena, const struct text *text)
{
	lines->at =
	    arena_extend(arena, lines->at, lines->count, &lines->capacity, sizeof *lines->at);
	lines->at[lines->count++] = text_str(text);
}

/* "Anisole (anisole), solvent; CAS 100-66-3; C7H8O; also methoxybenzene, ..." */
static void add_title(struct lines *titles, const struct show_context *context,
		      struct material_ref ref)
{
	const struct material *material = &context->db->tables[ref.table].materials[ref.row];
	struct text text;

	text_init(&text, context->arena);
	text_add(&text, material->name.length > 0 ? material->name : material->id);
	text_addf(&text, " (" STR_FORMAT "), %s", STR_ARGS(material->id),
		  table_infos[ref.table].singular);
	if (material->cas.length > 0)
		text_addf(&text, "; CAS " STR_FORMAT, STR_ARGS(material->cas));
	if (material->formula.length > 0)
		text_addf(&text, "; " STR_FORMAT, STR_ARGS(material->formula));
	for (size_t i = 0; i < material->aliases.count; i++)
		text_addf(&text, "%s" STR_FORMAT, i == 0 ? "; also " : ", ",
			  STR_ARGS(material->aliases.at[i]));
	add_line(titles, context->arena, &text);
}

/* "unknown: viscosity, surface tension" */
static void add_unknown(struct lines *notes, const struct show_context *context,
			const struct show_rows *rows, const struct material *material)
{
	struct text text;
	bool any = false;

	text_init(&text, context->arena);
	for (size_t i = 0; i < rows->count; i++) {
		const struct show_row *row = &rows->at[i];

		if (row->material != material || row->kind)
			continue;
		if (any)
			text_add(&text, STR_LITERAL(", "));
		else
			text_addf(&text, "unknown for " STR_FORMAT ": ", STR_ARGS(material->id));
		text_addf(&text, "%s", row->property->label);
		any = true;
	}
	if (any)
		add_line(notes, context->arena, &text);
}

static bool names_material(const struct fact *fact, struct material_ref ref)
{
	if (fact->subject_table == ref.table && fact->subject == ref.row)
		return true;
	if (ref.table == TABLE_BINDERS && fact->binder == ref.row)
		return true;
	if (ref.table == TABLE_SALTS && fact->salt == ref.row)
		return true;
	for (size_t i = 0; ref.table == TABLE_SOLVENTS && i < fact->part_count; i++)
		if (fact->parts[i].row == ref.row)
			return true;
	return false;
}

/* "12 rows of exposure name it: screen list exposure --solvent anisole" */
static void add_facts(struct lines *notes, const struct show_context *context,
		      struct material_ref ref)
{
	const struct material *material = &context->db->tables[ref.table].materials[ref.row];

	for (int kind = 0; kind < FACT_KIND_COUNT; kind++) {
		size_t count = 0;
		struct text text;

		for (size_t i = 0; i < context->db->fact_count; i++)
			count += context->db->facts[i].kind == (enum fact_kind)kind &&
				 names_material(&context->db->facts[i], ref);
		if (count == 0)
			continue;
		text_init(&text, context->arena);
		text_addf(&text, "%zu of %s: screen list %s --%s " STR_FORMAT, count,
			  fact_files[kind].key, fact_files[kind].key, table_infos[ref.table].role,
			  STR_ARGS(material->id));
		add_line(notes, context->arena, &text);
	}
}

/* Why a value is not the one in use, as the ledger says. */
static void add_reasons(struct lines *notes, const struct show_context *context,
			const struct show_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct show_row *row = &rows->at[i];
		struct text text;

		if (!show_is_rejected(row) || row->note.length == 0)
			continue;
		text_init(&text, context->arena);
		text_addf(&text, "rejected: %s of " STR_FORMAT " (" STR_FORMAT "): " STR_FORMAT,
			  row->property->label, STR_ARGS(row->material->id), STR_ARGS(row->source),
			  STR_ARGS(row->note));
		add_line(notes, context->arena, &text);
	}
}

static bool seen_before(const struct show_rows *rows, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (rows->at[i].citation == rows->at[row].citation)
			return true;
	return false;
}

/* The sources in full, in the order in which they are first named. */
static void add_citations(struct lines *notes, const struct show_context *context,
			  const struct show_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct citation *citation = rows->at[i].citation;
		struct text text;

		if (!citation || seen_before(rows, i))
			continue;
		text_init(&text, context->arena);
		text_addf(&text, STR_FORMAT ": " STR_FORMAT, STR_ARGS(citation->key),
			  STR_ARGS(citation->citation));
		if (citation->doi.length > 0)
			text_addf(&text, ", doi:" STR_FORMAT, STR_ARGS(citation->doi));
		add_line(notes, context->arena, &text);
	}
}

/* People read what is unknown in a line of its own. */
static void set_rows(struct report *report, const struct show_context *context,
		     const struct show_rows *rows, bool with_unknown)
{
	const void **shown = ARENA_NEW(context->arena, rows->count, const void *);

	for (size_t i = 0; i < rows->count; i++)
		if (with_unknown || rows->at[i].kind)
			shown[report->row_count++] = &rows->at[i];
	report->rows = shown;
}

struct show_materials {
	const struct material_ref *at;
	size_t count;
};

static struct report make_report(const struct show_context *context,
				 struct show_materials materials, bool for_people)
{
	struct report report = {.format = "slurryscreen-material/1",
				.rows_key = "values",
				.type = show_record_type(materials.count > 1, context->arena),
				.rule_before = SIZE_MAX};
	struct show_rows rows = {0};
	struct lines titles = {0};
	struct lines notes = {0};

	for (size_t i = 0; i < materials.count; i++) {
		add_title(&titles, context, materials.at[i]);
		show_add_material(&rows, context, materials.at[i]);
	}
	for (size_t i = 0; i < materials.count; i++) {
		const struct material_ref ref = materials.at[i];

		add_unknown(&notes, context, &rows,
			    &context->db->tables[ref.table].materials[ref.row]);
		add_facts(&notes, context, ref);
	}
	add_reasons(&notes, context, &rows);
	add_citations(&notes, context, &rows);
	set_rows(&report, context, &rows, !for_people);
	report.title = titles.at;
	report.title_count = titles.count;
	report.notes = notes.at;
	report.note_count = notes.count;
	return report;
}

static enum session_status find_materials(struct cli *cli, struct show_materials *materials)
{
	const struct arguments *arguments = cli->arguments;
	struct arena *arena = session_arena(cli->session);
	struct material_ref *all = NULL;
	size_t capacity = 0;

	for (size_t i = 0; i < arguments->operand_count; i++) {
		const struct material_ref *found;
		size_t count;
		const enum session_status status = session_find(
		    cli->session, SESSION_ALL_TABLES, arguments->operands[i], &found, &count);

		if (status != SESSION_OK)
			return status;
		for (size_t k = 0; k < count; k++) {
			all = arena_extend(arena, all, materials->count, &capacity, sizeof *all);
			all[materials->count++] = found[k];
		}
	}
	materials->at = all;
	return SESSION_OK;
}

enum session_status cmd_show(struct cli *cli)
{
	const enum session_status prepared = cli_prepare(cli);
	struct arena *arena = session_arena(cli->session);
	struct show_materials materials = {0};
	struct show_context context;
	struct report report;
	enum session_status status;

	if (prepared > SESSION_INPUT)
		return prepared;
	status = find_materials(cli, &materials);
	if (status != SESSION_OK)
		return status;
	context = (struct show_context){
	    session_db(cli->session),
	    ledger_read(session_db(cli->session), arena, session_sink(cli->session)),
	    citations_read(session_db(cli->session), arena, session_sink(cli->session)), arena};
	report = make_report(&context, materials, cli_format(cli)->for_people);
	return cli_worse(prepared, cli_write_report(cli, &report));
}
