/* SPDX-License-Identifier: MIT */
/*
 * Folds data/ into the program: `slurryscreen_image DATA_FOLDER OUTPUT` loads the folder as any
 * other and writes the result as C: constant arrays and db_builtin(). The long texts (ledger,
 * sources) are not in it; the build puts them next to it by the assembler (cmake/Image.cmake).
 * Exit status: 0, 1 if the data have errors, 3 if a file failed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "data/load.h"

/* What is written, and the table that it is about. */
struct writer {
	FILE *out;
	const struct db *db;
	const struct table *table;
	const char *name; /* "solvents" */
	struct arena arena;
};

/* A C string; everything but plain letters as octal, so that no digraph or trigraph arises. */
static void put_string(struct writer *w, struct str s)
{
	if (s.length == 0) {
		fputs("{NULL, 0}", w->out);
		return;
	}
	fputs("{\"", w->out);
	for (size_t i = 0; i < s.length; i++) {
		const unsigned char c = (unsigned char)s.at[i];

		if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\' || c == '?' || c == '%' ||
		    c == ':' || c == '<' || c == '>')
			fprintf(w->out, "\\%03o", (unsigned)c);
		else
			fputc((char)c, w->out);
	}
	fprintf(w->out, "\", %zu}", s.length);
}

static void put_number(struct writer *w, double value)
{
	char buffer[NUMBER_TEXT_MAX];
	const struct str text = number_write(buffer, value);

	if (isnan(value))
		fputs("DB_UNKNOWN", w->out);
	else if (isinf(value))
		fputs("DB_ABSENT", w->out);
	else
		fprintf(w->out, "%.*s", STR_ARGS(text));
}

static void open_array(struct writer *w, const char *type, const char *what)
{
	fprintf(w->out, "static const %s %s_%s[] = {\n", type, w->name, what);
}

static void close_array(struct writer *w)
{
	fputs("};\n\n", w->out);
}

/* "solvents_aliases + 17, 3", or "NULL, 0" */
static void put_slice(struct writer *w, const char *what, size_t from, size_t count)
{
	if (count > 0)
		fprintf(w->out, "{%s_%s + %zu, %zu}", w->name, what, from, count);
	else
		fputs("{NULL, 0}", w->out);
}

static void put_str_array(struct writer *w, const char *what, const struct str *items, size_t count)
{
	if (count == 0)
		return;
	open_array(w, "struct str", what);
	for (size_t i = 0; i < count; i++) {
		fputs("    ", w->out);
		put_string(w, items[i]);
		fputs(",\n", w->out);
	}
	close_array(w);
}

/* ---- Materials --------------------------------------------------------------------------- */

static void put_aliases(struct writer *w)
{
	size_t count = 0;

	for (size_t row = 0; row < w->table->count; row++)
		count += w->table->materials[row].aliases.count;
	if (count == 0)
		return;
	open_array(w, "struct str", "aliases");
	for (size_t row = 0; row < w->table->count; row++) {
		const struct str_list list = w->table->materials[row].aliases;

		for (size_t i = 0; i < list.count; i++) {
			fputs("    ", w->out);
			put_string(w, list.at[i]);
			fputs(",\n", w->out);
		}
	}
	close_array(w);
}

static void put_materials(struct writer *w)
{
	size_t alias = 0;

	put_aliases(w);
	open_array(w, "struct material", "materials");
	for (size_t row = 0; row < w->table->count; row++) {
		const struct material *material = &w->table->materials[row];
		const struct str texts[] = {material->id, material->name, material->cas,
					    material->formula};

		fputs("    {", w->out);
		for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
			put_string(w, texts[i]);
			fputs(", ", w->out);
		}
		put_slice(w, "aliases", alias, material->aliases.count);
		fputs(", 0},\n", w->out);
		alias += material->aliases.count;
	}
	close_array(w);
}

/* ---- Columns ----------------------------------------------------------------------------- */

static void put_column_arrays(struct writer *w, size_t property)
{
	const struct column *column = &w->table->columns[property];

	if (column->count == 0)
		return;
	fprintf(w->out, "/* %s */\nstatic const double %s_values_%zu[] = {\n    ",
		w->db->properties.rows[property].key, w->name, property);
	for (size_t row = 0; row < column->count; row++) {
		put_number(w, column->values[row]);
		fputs(row % 8 == 7 ? ",\n    " : ", ", w->out);
	}
	fputs("\n};\n\n", w->out);
	if (column->note_count == 0)
		return;
	fprintf(w->out, "static const struct cell_note %s_notes_%zu[] = {\n", w->name, property);
	for (size_t i = 0; i < column->note_count; i++) {
		const struct cell_note *note = &column->notes[i];

		fprintf(w->out, "    {%u, %u, ", (unsigned)note->row, (unsigned)note->kind);
		put_number(w, note->low);
		fputs(", ", w->out);
		put_number(w, note->high);
		fputs("},\n", w->out);
	}
	close_array(w);
}

static void put_columns(struct writer *w)
{
	for (size_t i = 0; i < w->db->properties.count; i++)
		put_column_arrays(w, i);
	open_array(w, "struct column", "columns");
	for (size_t i = 0; i < w->db->properties.count; i++) {
		const struct column *column = &w->table->columns[i];
		const unsigned kind = (unsigned)column->kind;

		if (column->count == 0)
			fprintf(w->out, "    {NULL, 0, NULL, 0, (enum num_kind)%u},\n", kind);
		else if (column->note_count == 0)
			fprintf(w->out, "    {%s_values_%zu, %zu, NULL, 0, (enum num_kind)%u},\n",
				w->name, i, column->count, kind);
		else
			fprintf(w->out,
				"    {%s_values_%zu, %zu, %s_notes_%zu, %zu, (enum num_kind)%u},\n",
				w->name, i, column->count, w->name, i, column->note_count, kind);
	}
	close_array(w);
}

static void put_code_lists(struct writer *w)
{
	const struct str_list *lists = w->table->code_lists;
	const size_t count = w->table->code_list_count;
	struct str *all = NULL;
	size_t total = 0;
	size_t room = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < lists[i].count; k++) {
			all = arena_extend(&w->arena, all, total, &room, sizeof *all);
			all[total++] = lists[i].at[k];
		}
	put_str_array(w, "codes", all, total);
	if (count == 0)
		return;
	open_array(w, "struct str_list", "code_lists");
	total = 0;
	for (size_t i = 0; i < count; i++) {
		fputs("    ", w->out);
		put_slice(w, "codes", total, lists[i].count);
		fputs(",\n", w->out);
		total += lists[i].count;
	}
	close_array(w);
}

static void put_vectors(struct writer *w)
{
	if (w->table->vector_count == 0)
		return;
	open_array(w, "struct vector_note", "vectors");
	for (size_t i = 0; i < w->table->vector_count; i++) {
		const struct vector_note *note = &w->table->vectors[i];

		fprintf(w->out, "    {%u, %u, {", (unsigned)note->row, (unsigned)note->kind);
		for (int axis = 0; axis < 3; axis++) {
			put_number(w, note->at[axis]);
			fputs(axis < 2 ? ", " : "}},\n", w->out);
		}
	}
	close_array(w);
}

static void put_table(struct writer *w, enum table_id table)
{
	w->table = &w->db->tables[table];
	w->name = table_infos[table].key;
	if (w->table->count > 0)
		put_materials(w);
	put_columns(w);
	put_str_array(w, "texts", w->table->texts, w->table->text_count);
	put_code_lists(w);
	put_vectors(w);
}

/* ---- Facts ------------------------------------------------------------------------------- */

static void put_parts(struct writer *w)
{
	size_t count = 0;

	for (size_t i = 0; i < w->db->fact_count; i++)
		count += w->db->facts[i].part_count;
	if (count == 0)
		return;
	open_array(w, "struct fact_part", "parts");
	for (size_t i = 0; i < w->db->fact_count; i++)
		for (size_t k = 0; k < w->db->facts[i].part_count; k++) {
			fprintf(w->out, "    {%u, ", (unsigned)w->db->facts[i].parts[k].row);
			put_number(w, w->db->facts[i].parts[k].fraction);
			fputs("},\n", w->out);
		}
	close_array(w);
}

static void put_cells(struct writer *w)
{
	open_array(w, "struct str", "cells");
	for (size_t i = 0; i < w->db->fact_count; i++) {
		const struct fact *fact = &w->db->facts[i];

		for (size_t k = 0; k < fact_files[fact->kind].column_count; k++) {
			fputs("    ", w->out);
			put_string(w, fact->cells[k]);
			fputs(",\n", w->out);
		}
	}
	close_array(w);
}

static void put_fact(struct writer *w, const struct fact *fact, size_t part, size_t cell)
{
	fprintf(w->out, "    {.kind = (enum fact_kind)%u, .id = ", (unsigned)fact->kind);
	put_string(w, fact->id);
	fprintf(w->out, ", .subject_table = (enum table_id)%u, .subject = %uu,\n     ",
		(unsigned)fact->subject_table, (unsigned)fact->subject);
	if (fact->part_count > 0)
		fprintf(w->out, ".parts = facts_parts + %zu, .part_count = %zu, ", part,
			fact->part_count);
	fprintf(w->out, ".binder = %uu, .salt = %uu, .outcome = %u, .grade = %u,\n     .value = ",
		(unsigned)fact->binder, (unsigned)fact->salt, (unsigned)fact->outcome,
		(unsigned)fact->grade);
	put_number(w, fact->value);
	fputs(", .temperature = ", w->out);
	put_number(w, fact->temperature);
	fprintf(w->out, ", .cells = facts_cells + %zu},\n", cell);
}

static void put_facts(struct writer *w)
{
	size_t part = 0;
	size_t cell = 0;

	if (w->db->fact_count == 0)
		return;
	w->name = "facts";
	put_parts(w);
	put_cells(w);
	fputs("static const struct fact facts[] = {\n", w->out);
	for (size_t i = 0; i < w->db->fact_count; i++) {
		put_fact(w, &w->db->facts[i], part, cell);
		part += w->db->facts[i].part_count;
		cell += fact_files[w->db->facts[i].kind].column_count;
	}
	close_array(w);
}

/* ---- The database ------------------------------------------------------------------------ */

/* "NAME, count" of an array that is only there if it holds something. */
static void put_array_member(struct writer *w, const char *member, const char *count_member,
			     const char *array, size_t count)
{
	if (count > 0)
		fprintf(w->out, "\t\t.%s = %s_%s, .%s = %zu,\n", member, w->name, array,
			count_member, count);
}

static void put_table_member(struct writer *w, enum table_id table)
{
	const struct table *t = &w->db->tables[table];

	w->name = table_infos[table].key;
	fprintf(w->out, "\t    [%d] = {\n\t\t.columns = %s_columns,\n", (int)table, w->name);
	put_array_member(w, "materials", "count", "materials", t->count);
	put_array_member(w, "texts", "text_count", "texts", t->text_count);
	put_array_member(w, "code_lists", "code_list_count", "code_lists", t->code_list_count);
	put_array_member(w, "vectors", "vector_count", "vectors", t->vector_count);
	fputs("\t    },\n", w->out);
}

static void put_database(struct writer *w, size_t ledger_length, size_t sources_length)
{
	char hex[SHA256_HEX_SIZE];

	db_hash(w->db, hex);
	fprintf(w->out,
		"static const struct db image = {\n"
		"\t.properties = {properties, %zu},\n\t.tables = {\n",
		w->db->properties.count);
	for (int t = 0; t < TABLE_COUNT; t++)
		put_table_member(w, (enum table_id)t);
	fputs("\t},\n", w->out);
	if (w->db->fact_count > 0)
		fprintf(w->out, "\t.facts = facts,\n\t.fact_count = %zu,\n", w->db->fact_count);
	fprintf(w->out,
		"\t.texts = {\n\t    .ledger = {image_text_values_csv, %zu},\n"
		"\t    .sources = {image_text_sources_csv, %zu},\n\t},\n"
		"\t.version = SLURRYSCREEN_VERSION,\n\t.sha256 = \"%s\",\n};\n\n",
		ledger_length, sources_length, hex);
	fputs("const struct db *db_builtin(void)\n{\n\treturn &image;\n}\n", w->out);
}

/* ---- The program ------------------------------------------------------------------------- */

/* The files of the folder, in their order; NULL (reported) if one cannot be read. */
static struct source *read_folder(const char *folder, struct arena *arena, size_t *count)
{
	struct source *sources;

	*count = 0;
	while (data_folder_files[*count])
		++*count;
	sources = ARENA_NEW(arena, *count, struct source);
	for (size_t i = 0; i < *count; i++) {
		struct text path;

		text_init(&path, arena);
		text_addf(&path, "%s/%s", folder, data_folder_files[i]);
		if (source_read_file(arena, path.at, &sources[i]) != SOURCE_OK) {
			perror(path.at);
			return NULL;
		}
	}
	return sources;
}

static size_t length_of(const struct source *sources, const char *file)
{
	for (size_t i = 0; data_folder_files[i]; i++)
		if (str_is(str_from(file), data_folder_files[i]))
			return sources[i].text.length;
	return 0;
}

static int write_image(struct writer *w, const struct source *sources, const char *path)
{
	w->out = fopen(path, "w");
	if (!w->out) {
		perror(path);
		return 3;
	}
	fputs("/* Written by tools/image.c from data/. */\n"
	      "#include \"data/db.h\"\n#include \"image_text.h\"\n#include \"version.h\"\n\n",
	      w->out);
	for (int t = 0; t < TABLE_COUNT; t++)
		put_table(w, (enum table_id)t);
	put_facts(w);
	put_database(w, length_of(sources, "values.csv"), length_of(sources, "sources.csv"));
	if (ferror(w->out) | (fclose(w->out) != 0)) {
		perror(path);
		(void)remove(path);
		return 3;
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct diag_sink sink;
	struct source *sources;
	struct writer w = {.out = NULL};
	size_t count;
	int status;

	if (argc != 3) {
		fputs("usage: slurryscreen_image DATA_FOLDER OUTPUT\n", stderr);
		return 2;
	}
	arena_init(&arena, NULL);
	arena_init(&w.arena, NULL);
	diag_sink_init(&sink, &arena);
	sources = read_folder(argv[1], &arena, &count);
	if (!sources)
		return 3;
	w.db = db_load(sources, count, NULL, &arena, &w.arena, &sink);
	diag_print(&sink, &arena, stderr, false);
	status = diag_has_errors(&sink) ? 1 : write_image(&w, sources, argv[2]);
	arena_release(&w.arena);
	arena_release(&arena);
	return status;
}
