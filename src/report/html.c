/* SPDX-License-Identifier: MIT */
/*
 * One page that needs nothing else. Template, style and script stand in src/report/html/; here they
 * are put together with the report: as data for the script, and as a plain table for readers that
 * run no scripts (mail previews), which the script takes away.
 */
#include "page.h"
#include "report/cell.h"
#include "report/flat.h"
#include "report/formats.h"
#include "report/pack.h"

/* Rows of the plain table. */
enum { PLAIN_ROWS_MAX = 40 };

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
		else if (c == '"')
			text_add(text, STR_LITERAL("&quot;"));
		else
			text_add_char(text, c);
	}
}

static void add_typeset(struct text *text, struct str s)
{
	add_escaped(text, cell_typeset(s, text->arena));
}

static void put_element(const char *name, struct str content, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	text_addf(&text, "<%s>", name);
	add_escaped(&text, content);
	text_addf(&text, "</%s>\n", name);
	stream_put(out, text_str(&text));
}

/* ---- The plain table --------------------------------------------------------------------- */

static void put_plain_heads(const struct flat_columns *columns, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	text_add(&text, STR_LITERAL("<thead><tr>"));
	for (size_t i = 0; i < columns->count; i++) {
		const struct field *field = columns->at[i].field;

		text_add(&text, STR_LITERAL("<th scope=\"col\">"));
		if (field->show != SHOW_MARK)
			add_typeset(&text, str_from(field->label ? field->label : field->key));
		text_add(&text, STR_LITERAL("</th>"));
	}
	text_add(&text, STR_LITERAL("</tr></thead>\n<tbody>\n"));
	stream_put(out, text_str(&text));
}

static void put_plain_row(const struct flat_columns *columns, const void *row, struct arena *arena,
			  FILE *out)
{
	struct text text;

	text_init(&text, arena);
	text_add(&text, STR_LITERAL("<tr>"));
	for (size_t i = 0; i < columns->count; i++) {
		const struct cell cell =
		    cell_of(columns->at[i].field, flat_get(&columns->at[i], row, arena), arena);

		text_add(&text, cell.low.length > 0 ? STR_LITERAL("<td class=\"score\"><bdi>")
						    : STR_LITERAL("<td><bdi>"));
		add_typeset(&text, cell.text);
		if (cell.low.length > 0)
			text_addf(&text, " (" STR_FORMAT "–" STR_FORMAT ")", STR_ARGS(cell.low),
				  STR_ARGS(cell.high));
		if (cell.mark != '\0')
			text_add_char(&text, cell.mark);
		text_add(&text, STR_LITERAL("</bdi></td>"));
	}
	text_add(&text, STR_LITERAL("</tr>\n"));
	stream_put(out, text_str(&text));
}

static void put_plain_lines(const struct str *lines, size_t count, const char *element,
			    struct arena *scratch, FILE *out)
{
	for (size_t i = 0; i < count; i++)
		if (lines[i].length > 0)
			put_element(element, cell_typeset(str_trim(lines[i]), scratch), scratch,
				    out);
}

static void put_plain_table(const struct report *report, size_t rows_max, struct arena *scratch,
			    FILE *out)
{
	const struct flat_columns columns = flat_columns_of(report->type, FIELD_PEOPLE, scratch);
	struct arena *row_arena = row_arena_new(scratch);

	if (columns.count == 0 || report->row_count == 0)
		return;
	stream_put(out, STR_LITERAL("<div class=\"scroll\"><table>\n"));
	put_plain_heads(&columns, scratch, out);
	for (size_t i = 0; i < report->row_count && i < rows_max; i++) {
		put_plain_row(&columns, report->rows[i], row_arena, out);
		arena_clear(row_arena);
	}
	stream_put(out, STR_LITERAL("</tbody></table></div>\n"));
}

/* Does it hold what the script computes with? */
static bool has_page_fields(const struct report *report)
{
	for (size_t i = 0; report->head.kind == VALUE_RECORD && i < report->head.type->count; i++)
		if (report->head.type->fields[i].where & FIELD_PAGE)
			return true;
	return false;
}

static void put_plain(const struct report *report, struct arena *scratch, FILE *out)
{
	if (report->title_count > 1) /* the first line is the page's title */
		put_plain_lines(report->title + 1, report->title_count - 1, "p", scratch, out);
	if (report->part_count == 0)
		put_plain_table(report, has_page_fields(report) ? PLAIN_ROWS_MAX : SIZE_MAX,
				scratch, out);
	for (size_t i = 0; i < report->part_count; i++) {
		const struct report *part = &report->parts[i];

		put_plain_lines(part->title, part->title_count, "h2", scratch, out);
		put_plain_table(part, SIZE_MAX, scratch, out);
		put_plain_lines(part->notes, part->note_count, "p", scratch, out);
	}
	put_plain_lines(report->notes, report->note_count, "p", scratch, out);
	for (size_t i = 0; i < report->command_count; i++)
		put_element("pre", report->commands[i].line, scratch, out);
}

static void put_data(const struct report *report, struct arena *scratch, FILE *out)
{
	if (has_page_fields(report))
		pack_put(report, scratch, out);
	else
		stream_put(out, STR_LITERAL("null"));
}

/* ---- The template ------------------------------------------------------------------------ */

static void put_title(const struct report *report, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	if (report->title_count > 0)
		add_escaped(&text, report->title[0]);
	else
		text_addf(&text, "slurryscreen: %s", report->rows_key);
	stream_put(out, text_str(&text));
}

/* What the template may ask for besides files. */
static const struct {
	const char *name;
	void (*put)(const struct report *report, struct arena *scratch, FILE *out);
} parts[] = {
    {"title", put_title},
    {"plain", put_plain},
    {"data", put_data},
};

#define PAGE_FILE(path_, name_) {path_, page_##name_, page_##name_##_end},

static const struct {
	const char *path;
	const char *at;
	const char *end;
} files[] = {PAGE_FILES(PAGE_FILE)};

static struct str page_file(struct str path)
{
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		if (str_is(path, files[i].path))
			return (struct str){files[i].at, (size_t)(files[i].end - files[i].at)};
	return (struct str){NULL, 0};
}

static void put_part(struct str name, const struct report *report, struct arena *scratch, FILE *out)
{
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (str_is(name, parts[i].name)) {
			parts[i].put(report, scratch, out);
			return;
		}
	stream_put(out, page_file(name));
}

static size_t find(struct str s, const char *mark)
{
	size_t at = 0;

	while (at < s.length && !str_starts(str_part(s, at, s.length), mark))
		at++;
	return at;
}

/* "{{name}}" stands for a part or a file. */
bool format_html(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out)
{
	struct str rest = page_file(STR_LITERAL("page.html"));

	(void)options;
	while (rest.length > 0) {
		const size_t open = find(rest, "{{");
		const size_t close = find(rest, "}}");

		stream_put(out, str_part(rest, 0, open));
		if (open < rest.length)
			put_part(str_part(rest, open + 2, close - open - 2), report, scratch, out);
		rest = str_part(rest, open < rest.length ? close + 2 : rest.length, rest.length);
	}
	return stream_end(out);
}
