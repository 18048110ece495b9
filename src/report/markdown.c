/* SPDX-License-Identifier: MIT */
/*
 * A table as GitHub shows it. All columns that people see; bars and scores as numbers. Whatever
 * Markdown or HTML would read as markup is escaped.
 */
#include "report/cell.h"
#include "report/flat.h"
#include "report/formats.h"

#include <string.h>

static void add_escaped(struct text *text, struct str s)
{
	const struct str visible = cell_visible(s, text->arena);

	for (size_t i = 0; i < visible.length; i++) {
		const char c = visible.at[i];

		if (c == '<')
			text_add(text, STR_LITERAL("&lt;"));
		else if (c == '>')
			text_add(text, STR_LITERAL("&gt;"));
		else if (c == '&')
			text_add(text, STR_LITERAL("&amp;"));
		else if (memchr("\\`*_[]|~#!", c, 10))
			text_addf(text, "\\%c", c);
		else
			text_add_char(text, c);
	}
}

static bool is_right(const struct field *field)
{
	return field->kind == VALUE_NUMBER || field->kind == VALUE_NUM;
}

static void add_cell(struct text *text, const struct cell *cell, bool unicode)
{
	add_escaped(text, cell->text);
	if (cell->low.length > 0)
		text_addf(text, " (" STR_FORMAT "%s" STR_FORMAT ")", STR_ARGS(cell->low),
			  unicode ? "–" : "-", STR_ARGS(cell->high));
	if (cell->mark != '\0')
		add_escaped(text, (struct str){&cell->mark, 1});
}

static void put_heads(const struct flat_columns *columns, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	for (size_t i = 0; i < columns->count; i++) {
		const struct field *field = columns->at[i].field;

		text_add(&text, STR_LITERAL("| "));
		if (field->show != SHOW_MARK)
			add_escaped(&text, str_from(field->label ? field->label : field->key));
		if (field->unit && field->unit[0] != '\0') {
			text_add(&text, STR_LITERAL(", "));
			add_escaped(&text, str_from(field->unit));
		}
		text_add_char(&text, ' ');
	}
	text_add(&text, STR_LITERAL("|\n"));
	for (size_t i = 0; i < columns->count; i++)
		text_add(&text, str_from(is_right(columns->at[i].field) ? "|---:" : "|:---"));
	text_add(&text, STR_LITERAL("|\n"));
	stream_put(out, text_str(&text));
}

static void put_row(const struct flat_columns *columns, const void *row, bool unicode,
		    struct arena *arena, FILE *out)
{
	struct text text;

	text_init(&text, arena);
	for (size_t i = 0; i < columns->count; i++) {
		const struct cell cell =
		    cell_of(columns->at[i].field, flat_get(&columns->at[i], row, arena), arena);

		text_add(&text, STR_LITERAL("| "));
		add_cell(&text, &cell, unicode);
		text_add_char(&text, ' ');
	}
	text_add(&text, STR_LITERAL("|\n"));
	stream_put(out, text_str(&text));
}

static void put_commands(const struct report *report, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	for (size_t i = 0; i < report->command_count; i++) {
		text_addf(&text, "- %s", report->commands[i].label);
		add_escaped(&text, report->commands[i].line);
		text_add_char(&text, '\n');
	}
	stream_put(out, text_str(&text));
}

static void put_lines(const struct str *lines, size_t count, const char *before, const char *after,
		      struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].length == 0)
			continue;
		text_add(&text, str_from(before));
		add_escaped(&text, str_trim(lines[i]));
		text_add(&text, str_from(after));
	}
	stream_put(out, text_str(&text));
}

static void put_table(const struct report *report, const struct format_options *options,
		      struct arena *scratch, FILE *out)
{
	const struct flat_columns columns = flat_columns_of(report->type, FIELD_PEOPLE, scratch);
	struct arena *row_arena = row_arena_new(scratch);

	if (columns.count == 0)
		return;
	put_heads(&columns, scratch, out);
	for (size_t i = 0; i < report->row_count; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		put_row(&columns, report->rows[i], options->unicode, row_arena, out);
		arena_clear(row_arena);
	}
	if (report->note_count > 0)
		stream_put(out, STR_LITERAL("\n"));
}

/* The titles of parts are heads of sections. */
static void put_part(const struct report *part, const struct format_options *options,
		     struct arena *scratch, FILE *out)
{
	stream_put(out, STR_LITERAL("\n"));
	put_lines(part->title, part->title_count, "## ", "\n\n", scratch, out);
	if (part->row_count > 0)
		put_table(part, options, scratch, out);
	put_lines(part->notes, part->note_count, "- ", "\n", scratch, out);
}

bool format_markdown(const struct report *report, const struct format_options *options,
		     struct arena *scratch, FILE *out)
{
	put_lines(report->title, report->title_count, "", "\n\n", scratch, out);
	if (report->row_count > 0 && report->part_count == 0)
		put_table(report, options, scratch, out);
	for (size_t i = 0; i < report->part_count; i++)
		put_part(&report->parts[i], options, scratch, out);
	if (report->part_count > 0 && report->note_count > 0)
		stream_put(out, STR_LITERAL("\n"));
	put_lines(report->notes, report->note_count, "- ", "\n", scratch, out);
	put_commands(report, scratch, out);
	return stream_end(out);
}
