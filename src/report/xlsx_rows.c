/* SPDX-License-Identifier: MIT */
/* A sheet of records. */
#include <assert.h>
#include <string.h>

#include "report/formats.h"
#include "report/xlsx_parts.h"

enum {
	WIDTH_MIN = 6,
	WIDTH_MAX = 32,    /* longer texts run into what is beside them, or are read in the line */
	WIDTH_WRAP = 100,  /* of texts in several lines */
	WIDTH_LINE = 110,  /* of letters that fit into WIDTH_WRAP, which counts digits */
	WIDTH_FROZEN = 90, /* of names that stay in view; more would leave no room to scroll */
	ROWS_MAX = LXW_ROW_MAX - 1,
	LINE_HEIGHT = 15, /* points, of the default font */
};

struct sheet_column {
	struct flat_column flat;
	const struct field *item; /* of the records of a list; NULL: the whole value */
	struct str key;
	size_t width; /* of the widest cell, the head aside */
};

struct sheet {
	struct xlsx *xlsx;
	lxw_worksheet *at;
	struct sheet_column *columns;
	size_t count;
	size_t capacity;
	struct arena *arena;
	lxw_row_t rows; /* with the head */
	size_t lines;   /* of the highest cell of the row in hand */
};

/* ---- Columns ----------------------------------------------------------------------------- */

static bool is_name(const struct sheet_column *column)
{
	return column->flat.depth > 1 && column->flat.field->kind == VALUE_TEXT;
}

struct str xlsx_item_key(const struct flat_column *list, const struct field *item,
			 struct arena *arena)
{
	struct text key;

	text_init(&key, arena);
	text_addf(&key, STR_FORMAT "_%s", STR_ARGS(list->key), item->key);
	return text_str(&key);
}

static void add_column(struct sheet *sheet, const struct flat_column *flat,
		       const struct field *item)
{
	sheet->columns = arena_extend(sheet->arena, sheet->columns, sheet->count, &sheet->capacity,
				      sizeof sheet->columns[0]);
	sheet->columns[sheet->count++] = (struct sheet_column){
	    .flat = *flat,
	    .item = item,
	    .key = item ? xlsx_item_key(flat, item, sheet->arena) : flat->key};
}

static void add_apart(struct sheet *sheet, const struct flat_column *flat)
{
	for (size_t i = 0; flat->field->type && i < flat->field->type->count; i++)
		add_column(sheet, flat, &flat->field->type->fields[i]);
}

static void choose_columns(struct sheet *sheet, const struct record_type *type, const char *apart)
{
	const struct flat_columns all = flat_columns_of(type, FIELD_MACHINE, sheet->arena);
	const struct flat_column *spread = NULL;
	size_t names = 0;

	for (size_t i = 0; i < all.count; i++) {
		if (apart && str_is(all.at[i].key, apart))
			spread = &all.at[i];
		if (all.at[i].depth > 1 && all.at[i].field->kind == VALUE_TEXT)
			names = i + 1;
	}
	assert(!apart || spread);
	for (size_t i = 0; i < all.count && i < LXW_COL_MAX; i++) {
		if (spread && i == names)
			add_apart(sheet, spread);
		if (&all.at[i] != spread)
			add_column(sheet, &all.at[i], NULL);
	}
}

/* ---- Cells ------------------------------------------------------------------------------- */

/* One field of each record of a list, a line each. */
static struct value items_of(struct value list, const struct field *item, struct arena *arena)
{
	struct text text;

	if (list.kind != VALUE_LIST || list.count == 0)
		return value_null();
	text_init(&text, arena);
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			text_add_char(&text, '\n');
		if (list.items[i].kind == VALUE_RECORD)
			flat_add_text(&text, field_get(item, list.items[i].row, arena));
	}
	return value_text(text_str(&text));
}

/* Lines of a text in a cell of several lines, where it has as many as fit. */
static size_t lines_of(struct str text)
{
	size_t lines = 0;
	struct str line;

	while (str_next(&text, '\n', &line)) {
		const size_t width = utf8_width(line);

		lines += width > 0 ? (width + WIDTH_LINE - 1) / WIDTH_LINE : 1;
	}
	return lines;
}

/* How sure the value of a criterion is. */
static enum xlsx_state state_of(const struct flat_column *column, const void *row,
				struct arena *arena)
{
	struct flat_column state = *column;
	struct value word;

	if (column->part != FLAT_VALUE)
		return XLSX_KNOWN;
	state.part = FLAT_STATE;
	word = flat_get(&state, row, arena);
	if (word.kind != VALUE_TEXT)
		return XLSX_KNOWN;
	if (str_is(word.text, num_state_word(NUM_INFERRED)))
		return XLSX_INFERRED;
	return str_is(word.text, num_state_word(NUM_MISSING)) ? XLSX_MISSING : XLSX_KNOWN;
}

static void put_cell(struct sheet *sheet, size_t i, const void *row, struct arena *arena)
{
	struct sheet_column *column = &sheet->columns[i];
	const struct value value = flat_get(&column->flat, row, arena);
	const lxw_col_t place = (lxw_col_t)i;
	size_t width;

	if (column->item) {
		const struct str items = items_of(value, column->item, arena).text;
		const size_t lines = lines_of(items);

		width = xlsx_put_text(sheet->xlsx, sheet->at, sheet->rows, place, items, XLSX_WRAP,
				      arena);
		sheet->lines = lines > sheet->lines ? lines : sheet->lines;
	} else
		width =
		    xlsx_put_value(sheet->xlsx, sheet->at, sheet->rows, place, column->flat.field,
				   value, state_of(&column->flat, row, arena), arena);
	if (width > column->width)
		column->width = width;
}

/* Not every program finds out by itself that a row has several lines. */
static void set_height(struct sheet *sheet)
{
	if (sheet->lines > 1)
		xlsx_check(sheet->xlsx,
			   sheet->xlsx->library.worksheet_set_row(
			       sheet->at, sheet->rows, (double)(LINE_HEIGHT * sheet->lines), NULL));
}

static void put_head(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		(void)xlsx_put_text(sheet->xlsx, sheet->at, 0, (lxw_col_t)i, sheet->columns[i].key,
				    XLSX_HEAD, sheet->arena);
	sheet->rows = 1;
}

/* ---- The look ---------------------------------------------------------------------------- */

/* Nobody but a machine asks for it: people do not see it in any format, and it has no look. */
static bool is_for_machines(const struct sheet_column *column)
{
	return column->flat.depth == 1 && !(column->flat.field->where & FIELD_PEOPLE) &&
	       column->flat.field->show == SHOW_PLAIN && !column->item;
}

/* Ends of intervals, states, ids beside a name, and columns with nothing in them fold away, too. */
static bool is_folded(const struct sheet *sheet, size_t i)
{
	const struct sheet_column *column = &sheet->columns[i];

	if (sheet->rows == 1)
		return false;
	if (column->width == 0 || column->flat.part == FLAT_LOW || column->flat.part == FLAT_HIGH ||
	    column->flat.part == FLAT_STATE || is_for_machines(column))
		return true;
	return is_name(column) && strcmp(column->flat.field->key, "id") == 0 &&
	       i + 1 < sheet->count && sheet->columns[i + 1].width > 0 &&
	       strcmp(sheet->columns[i + 1].flat.field->key, "name") == 0;
}

static size_t width_shown(const struct sheet_column *column)
{
	const size_t head = utf8_width(column->key) + 3; /* the button of the filter */
	const size_t body = column->width + 1;
	const size_t width = head > body ? head : body;
	const size_t most =
	    column->item || column->flat.field->show == SHOW_WRAP ? WIDTH_WRAP : WIDTH_MAX;

	return width < WIDTH_MIN ? WIDTH_MIN : width > most ? most : width;
}

static void set_columns(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const bool folded = is_folded(sheet, i);
		const bool after = i > 0 && !folded && is_folded(sheet, i - 1);
		lxw_row_col_options options = {
		    .hidden = folded, .level = folded, .collapsed = after};

		xlsx_check(sheet->xlsx,
			   sheet->xlsx->library.worksheet_set_column_opt(
			       sheet->at, (lxw_col_t)i, (lxw_col_t)i,
			       (double)width_shown(&sheet->columns[i]), NULL, &options));
	}
}

/* The head stays in view, and the names where they leave room. */
static void freeze(struct sheet *sheet)
{
	size_t columns = 0;
	size_t width = 0;
	size_t end = 0;

	for (size_t i = 0; i < sheet->count; i++)
		if (is_name(&sheet->columns[i]) && !is_folded(sheet, i) &&
		    strcmp(sheet->columns[i].flat.field->key, "name") == 0)
			columns = i + 1;
	for (; end < columns; end++)
		width += is_folded(sheet, end) ? 0 : width_shown(&sheet->columns[end]);
	sheet->xlsx->library.worksheet_freeze_panes(sheet->at, 1,
						    width <= WIDTH_FROZEN ? (lxw_col_t)columns : 0);
}

/* Criteria from orange over white to green; scores as a bar. */
static void colour_column(struct sheet *sheet, size_t i)
{
	const struct sheet_column *column = &sheet->columns[i];
	lxw_conditional_format scale = {
	    .type = LXW_CONDITIONAL_3_COLOR_SCALE,
	    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
	    .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
	    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
	    .mid_value = 0.5,
	    .max_value = 1,
	    .min_color = 0xF4A582,
	    .mid_color = 0xFFFFFF,
	    .max_color = 0x80C9B0,
	};

	if (column->flat.field->show == SHOW_SCORE && column->flat.field->kind == VALUE_NUMBER) {
		scale = (lxw_conditional_format){
		    .type = LXW_CONDITIONAL_DATA_BAR,
		    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		    .max_value = 100,
		    .bar_color = 0x9DC3E6,
		    .bar_solid = LXW_TRUE,
		};
	} else if (column->flat.field->show != SHOW_BAR || column->flat.part != FLAT_VALUE)
		return;
	xlsx_check(sheet->xlsx,
		   sheet->xlsx->library.worksheet_conditional_format_range(
		       sheet->at, 1, (lxw_col_t)i, sheet->rows - 1, (lxw_col_t)i, &scale));
}

static void finish(struct sheet *sheet)
{
	const struct xlsx_library *library = &sheet->xlsx->library;
	const lxw_col_t last = (lxw_col_t)(sheet->count - 1);

	set_columns(sheet);
	freeze(sheet);
	xlsx_check(sheet->xlsx,
		   library->worksheet_autofilter(sheet->at, 0, 0, sheet->rows - 1, last));
	for (size_t i = 0; i < sheet->count && sheet->rows > 1; i++)
		colour_column(sheet, i);
	/* A CAS number is meant to be a text. */
	(void)library->worksheet_ignore_errors(sheet->at, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
					       "A1:XFD1048576");
	(void)library->worksheet_ignore_errors(sheet->at, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR,
					       "A1:XFD1048576");
	library->worksheet_set_landscape(sheet->at);
	library->worksheet_set_paper(sheet->at, XLSX_PAPER_A4);
	library->worksheet_fit_to_pages(sheet->at, 1, 0);
	(void)library->worksheet_repeat_rows(sheet->at, 0, 0);
}

void xlsx_add_rows(struct xlsx *xlsx, const char *name, const struct report *report, size_t first,
		   size_t end, const char *apart, struct arena *arena)
{
	struct sheet sheet = {.xlsx = xlsx, .arena = arena};
	struct arena *row_arena = row_arena_new(arena);

	sheet.at = xlsx->library.workbook_add_worksheet(xlsx->workbook, name);
	choose_columns(&sheet, report->type, apart);
	if (!sheet.at || sheet.count == 0)
		return;
	put_head(&sheet);
	for (size_t i = first; i < end && sheet.rows <= ROWS_MAX; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		sheet.lines = 1;
		for (size_t k = 0; k < sheet.count; k++)
			put_cell(&sheet, k, report->rows[i], row_arena);
		set_height(&sheet);
		arena_clear(row_arena);
		sheet.rows++;
	}
	finish(&sheet);
}
