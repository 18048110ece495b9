/* SPDX-License-Identifier: MIT */
/*
 * A workbook: the rows; what was run; the rejected ones and why; the tables that go with it; what
 * the columns mean. The same report gives the same bytes: the dates are fixed, and the rest of the
 * container (the order of its files, their time stamps) libxlsxwriter fixes itself.
 */
#include <errno.h>
#include <string.h>

#include "report/formats.h"
#include "report/xlsx_parts.h"

enum { SHEET_NAME_MAX = 31, DATE_FIXED = 946684800 /* 2000-01-01: 0 would be now */ };

/* ---- What was run ------------------------------------------------------------------------ */

enum { KEY_WIDTH = 30, VALUE_WIDTH = 100 };

struct page {
	struct xlsx *xlsx;
	lxw_worksheet *at;
	lxw_row_t row;
	struct arena *arena;
};

static void add_line(struct page *page, struct str key, const struct field *field,
		     struct value value)
{
	(void)xlsx_put_text(page->xlsx, page->at, page->row, 0, key, XLSX_PLAIN, page->arena);
	if (value.kind == VALUE_TEXT)
		(void)xlsx_put_text(page->xlsx, page->at, page->row, 1, value.text, XLSX_WRAP,
				    page->arena);
	else
		(void)xlsx_put_value(page->xlsx, page->at, page->row, 1, field, value, XLSX_KNOWN,
				     page->arena);
	page->row++;
}

static struct str longer_key(struct page *page, struct str prefix, const char *key)
{
	struct text text;

	text_init(&text, page->arena);
	text_addf(&text, STR_FORMAT "%s%s", STR_ARGS(prefix), prefix.length > 0 ? " " : "", key);
	return text_str(&text);
}

static void add_value(struct page *page, struct str key, const struct field *field,
		      struct value value)
{
	if (value.kind == VALUE_LIST && value.count > 0 && value.items[0].kind == VALUE_RECORD) {
		for (size_t i = 0; i < value.count; i++)
			add_value(page, key, field, value.items[i]);
		return;
	}
	if (value.kind != VALUE_RECORD) {
		add_line(page, key, field, value);
		return;
	}
	for (size_t i = 0; i < value.type->count; i++) {
		const struct field *inner = &value.type->fields[i];

		add_value(page, longer_key(page, key, inner->key), inner,
			  field_get(inner, value.row, page->arena));
	}
}

static struct page new_page(struct xlsx *xlsx, const char *name, size_t key_width,
			    struct arena *arena)
{
	struct page page = {.xlsx = xlsx, .arena = arena};
	lxw_row_col_options shown = {0};

	page.at = xlsx->library.workbook_add_worksheet(xlsx->workbook, name);
	if (!page.at)
		return page;
	xlsx_check(xlsx, xlsx->library.worksheet_set_column_opt(page.at, 0, 0, (double)key_width,
								NULL, &shown));
	xlsx_check(
	    xlsx, xlsx->library.worksheet_set_column_opt(page.at, 1, 1, VALUE_WIDTH, NULL, &shown));
	xlsx->library.worksheet_fit_to_pages(page.at, 1, 0);
	xlsx->library.worksheet_set_paper(page.at, XLSX_PAPER_A4);
	return page;
}

void xlsx_add_head(struct xlsx *xlsx, const struct report *report, struct arena *arena)
{
	struct page page = new_page(xlsx, "run", KEY_WIDTH, arena);

	if (!page.at)
		return;
	for (size_t i = 0; i < report->title_count; i++)
		(void)xlsx_put_text(xlsx, page.at, page.row++, 0, report->title[i], XLSX_PLAIN,
				    arena);
	add_value(&page, (struct str){NULL, 0}, NULL, report->head);
	if (report->row_count >= LXW_ROW_MAX)
		(void)xlsx_put_text(xlsx, page.at, page.row++, 0,
				    STR_LITERAL("Rows beyond those a sheet can hold are left out."),
				    XLSX_BAD, arena);
}

/* ---- What the columns mean --------------------------------------------------------------- */

static const char *part_doc(enum flat_part part)
{
	switch (part) {
	case FLAT_WHOLE:
	case FLAT_VALUE:
		break;
	case FLAT_LOW:
		return " Low end of its interval.";
	case FLAT_HIGH:
		return " High end of its interval.";
	case FLAT_STATE:
		return " How it is known: measured, inferred or missing.";
	}
	return "";
}

static void add_column_doc(struct page *page, const struct flat_column *column)
{
	struct text doc;

	text_init(&doc, page->arena);
	for (size_t i = 0; i < column->depth; i++)
		text_addf(&doc, "%s%s", i > 0 ? " " : "", column->path[i]->doc);
	text_addf(&doc, "%s", part_doc(column->part));
	if (column->field->unit[0])
		text_addf(&doc, " Unit: %s.", column->field->unit);
	add_line(page, column->key, column->field, value_text(text_str(&doc)));
}

/* The columns that a list of records is spread over. */
static void add_items_doc(struct page *page, const struct flat_column *list)
{
	const struct record_type *type = list->field->type;

	for (size_t i = 0; type && i < type->count; i++)
		add_line(page, xlsx_item_key(list, &type->fields[i], page->arena), list->field,
			 value_text(str_from(type->fields[i].doc)));
}

static void add_columns_doc(struct page *page, const struct report *report)
{
	const struct flat_columns columns =
	    flat_columns_of(report->type, FIELD_MACHINE, page->arena);

	for (size_t i = 0; i < columns.count; i++) {
		add_column_doc(page, &columns.at[i]);
		if (report->apart && str_is(columns.at[i].key, report->apart))
			add_items_doc(page, &columns.at[i]);
	}
}

/* The sheets that go with the first one have a line with their name before their columns. */
void xlsx_add_legend(struct xlsx *xlsx, const struct report *report, struct arena *arena)
{
	struct page page = new_page(xlsx, "columns", KEY_WIDTH, arena);

	if (!page.at)
		return;
	add_columns_doc(&page, report);
	for (size_t i = 0; i < report->annex_count; i++) {
		(void)xlsx_put_text(xlsx, page.at, page.row++, 0,
				    str_from(report->annexes[i].rows_key), XLSX_HEAD, arena);
		add_columns_doc(&page, &report->annexes[i]);
	}
}

/* ---- The workbook ------------------------------------------------------------------------ */

/* Keys of records are such names already; a long one is cut. */
static const char *sheet_name(const char *key, struct arena *arena)
{
	const struct str name = str_from(key);

	return str_copy(arena, str_part(name, 0, SHEET_NAME_MAX)).at;
}

static void add_sheets(struct xlsx *xlsx, const struct report *report, struct arena *arena)
{
	const bool split = report->apart && report->rule_before < report->row_count;
	const size_t end = split ? report->rule_before : report->row_count;

	xlsx_add_rows(xlsx, sheet_name(report->rows_key, arena), report, 0, end, NULL, arena);
	if (report->head.kind == VALUE_RECORD)
		xlsx_add_head(xlsx, report, arena);
	if (split)
		xlsx_add_rows(xlsx, "rejected", report, end, report->row_count, report->apart,
			      arena);
	for (size_t i = 0; i < report->annex_count; i++)
		xlsx_add_rows(xlsx, sheet_name(report->annexes[i].rows_key, arena),
			      &report->annexes[i], 0, report->annexes[i].row_count, NULL, arena);
	xlsx_add_legend(xlsx, report, arena);
}

static void set_properties(struct xlsx *xlsx)
{
	lxw_doc_properties properties = {.created = DATE_FIXED};
	char title[] = "slurryscreen";

	properties.title = title;
	xlsx_check(xlsx, xlsx->library.workbook_set_properties(xlsx->workbook, &properties));
}

/* Also when memory runs out in the middle. */
static void abandon(void *what)
{
	struct xlsx *xlsx = what;

	if (xlsx->workbook)
		xlsx->library.lxw_workbook_free(xlsx->workbook);
	xlsx->workbook = NULL;
	xlsx_library_close(&xlsx->library);
}

static bool make_workbook(const struct report *report, const char *path, struct arena *scratch)
{
	struct xlsx *xlsx = ARENA_NEW(scratch, 1, struct xlsx);
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};
	lxw_error error;

	arena_defer(scratch, abandon, xlsx);
	if (!xlsx_library_open(&xlsx->library)) {
		errno = ENOENT;
		return false;
	}
	xlsx->workbook = xlsx->library.workbook_new_opt(path, &options);
	if (!xlsx->workbook)
		arena_fail(scratch);
	set_properties(xlsx);
	add_sheets(xlsx, report, scratch);
	errno = 0;
	error = xlsx->library.workbook_close(xlsx->workbook); /* gives it back in any case */
	xlsx->workbook = NULL;
	xlsx_check(xlsx, error);
	error = xlsx->error;
	abandon(xlsx);
	if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
		arena_fail(scratch);
	if (error != LXW_NO_ERROR && errno == 0)
		errno = EIO;
	return error == LXW_NO_ERROR;
}

static bool copy_all(FILE *from, FILE *out)
{
	char buffer[1 << 14];
	size_t length;

	rewind(from);
	while ((length = fread(buffer, 1, sizeof buffer, from)) > 0)
		if (fwrite(buffer, 1, length, out) != length)
			return false;
	return !ferror(from) && stream_end(out);
}

static void close_file(void *file)
{
	(void)fclose(file);
}

/*
 * libxlsxwriter wants the name of a file. It gets a file without one, through its descriptor, so
 * that nothing is left behind whatever happens.
 */
bool format_xlsx(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out)
{
	FILE *file = tmpfile();
	char path[32];

	(void)options;
	if (!file)
		return false;
	arena_defer(scratch, close_file, file);
	(void)snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
	return make_workbook(report, path, scratch) && copy_all(file, out);
}
