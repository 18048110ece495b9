/* SPDX-License-Identifier: MIT */
#include "report/table_layout.h"

#include <stdint.h>

#include "report/flat.h"

enum {
	BAR_CELLS = 5,
	BAR_CELLS_NARROW = 3,
	TEXT_WIDTH_KEPT = 28,  /* a text column is not cut below this before extra columns go */
	TEXT_WIDTH_SMALL = 14, /* nor below this before any column goes */
	TEXT_WIDTH_EXTRA = 12, /* least of a text in an extra column */
	TEXT_WIDTH_LEAST = 4,
};

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static enum table_align align_of(const struct field *field)
{
	switch (field->show) {
	case SHOW_SCORE:
		return ALIGN_SCORE;
	case SHOW_BAR:
		return ALIGN_BAR;
	case SHOW_RANK:
	case SHOW_PERCENT:
		return ALIGN_NUMBER;
	case SHOW_PLAIN:
		return field->kind == VALUE_NUMBER || field->kind == VALUE_NUM ? ALIGN_NUMBER
									       : ALIGN_TEXT;
	case SHOW_WRAP:
	case SHOW_VERDICT:
	case SHOW_MARK:
		return ALIGN_TEXT;
	}
	return ALIGN_TEXT;
}

/* Marks and verdicts mean something by every letter; other texts may be cut. */
static bool can_be_cut(const struct table_column *column)
{
	return column->align == ALIGN_TEXT &&
	       (column->field->show == SHOW_PLAIN || column->field->show == SHOW_WRAP);
}

static bool is_extra(const struct table_column *column)
{
	return column->field->priority >= PRIORITY_EXTRA;
}

static void measure_number(struct table_column *column, const struct cell *cell)
{
	const size_t point = cell_point(cell);
	const size_t mark = cell->mark != '\0' ? 1 : 0;

	column->before = larger(column->before, point);
	column->after = larger(column->after, cell->text.length - point + mark);
	column->contents = column->before + column->after;
}

static void measure_score(struct table_column *column, const struct cell *cell)
{
	size_t end = 0;

	column->before = larger(column->before, cell->text.length);
	if (cell->low.length > 0) {
		column->after = larger(column->after, cell->low.length);
		end = 1 + cell->high.length; /* with the dash */
	}
	/* The widest high end so far is what contents holds beyond the other three. */
	column->contents = larger(column->contents, end);
}

/* "78  61-85": two blanks between the value and the interval. */
static void finish_score(struct table_column *column)
{
	if (column->contents > 0)
		column->contents += 2 + column->after;
	column->contents += column->before;
}

static void measure_cell(struct table_column *column, const struct cell *cell)
{
	switch (column->align) {
	case ALIGN_TEXT:
		column->contents = larger(column->contents, utf8_width(cell->text));
		break;
	case ALIGN_NUMBER:
		measure_number(column, cell);
		break;
	case ALIGN_SCORE:
		measure_score(column, cell);
		break;
	case ALIGN_BAR:
		break;
	}
}

static struct str label_or(const char *label, const char *otherwise, struct arena *arena)
{
	return cell_visible(str_from(label ? label : otherwise), arena);
}

static struct table_column column_of(const struct flat_column *source, const struct report *report,
				     struct arena *arena)
{
	const struct field *field = source->field;
	struct table_column column = {
	    .field = field,
	    .align = align_of(field),
	    .cells = ARENA_NEW(arena, report->row_count, struct cell),
	    .head = label_or(field->label, field->key, arena),
	    .unit = label_or(field->unit, "", arena),
	};

	column.short_head =
	    field->short_label ? label_or(field->short_label, "", arena) : column.head;
	for (size_t i = 0; i < report->row_count; i++) {
		column.cells[i] = cell_of(field, flat_get(source, report->rows[i], arena), arena);
		column.shown = column.shown || !cell_is_empty(&column.cells[i]);
		measure_cell(&column, &column.cells[i]);
	}
	if (column.align == ALIGN_SCORE)
		finish_score(&column);
	return column;
}

size_t table_gap(const struct table_column *before, const struct table_column *column)
{
	if (!before)
		return 0;
	if (before->field->show == SHOW_MARK || column->field->show == SHOW_MARK)
		return 1;
	/* A bar ends in the place of its mark, which is mostly blank. */
	return before->align == ALIGN_BAR && column->align == ALIGN_BAR ? 1 : 2;
}

struct str table_head(const struct table_layout *layout, const struct table_column *column)
{
	return layout->long_heads ? column->head : column->short_head;
}

/* The width that shows everything. */
static size_t full_width(const struct table_layout *layout, const struct table_column *column)
{
	const size_t head = utf8_width(table_head(layout, column));
	const size_t contents =
	    column->align == ALIGN_BAR ? layout->bar_cells + 1 : column->contents;

	return larger(contents, larger(head, utf8_width(column->unit)));
}

/* Least widths of texts that may be cut. */
struct fit {
	bool long_heads;
	size_t bar_cells;
	size_t text;
	size_t extra_text;
};

static const struct fit full_fit = {true, BAR_CELLS, SIZE_MAX, SIZE_MAX};
static const struct fit extra_fits[] = {
    {false, BAR_CELLS, SIZE_MAX, SIZE_MAX},
    {false, BAR_CELLS, TEXT_WIDTH_KEPT, TEXT_WIDTH_EXTRA},
    {false, BAR_CELLS_NARROW, TEXT_WIDTH_KEPT, TEXT_WIDTH_EXTRA},
};
static const struct fit small_fit = {false, BAR_CELLS_NARROW, TEXT_WIDTH_SMALL, TEXT_WIDTH_EXTRA};
static const struct fit least_fit = {false, BAR_CELLS_NARROW, TEXT_WIDTH_LEAST, TEXT_WIDTH_LEAST};

/* A text that wraps loses nothing, so it gives way first. */
static size_t least_width(const struct table_column *column, const struct fit *fit)
{
	const size_t least = is_extra(column) ? fit->extra_text : fit->text;

	if (fit != &full_fit && column->field->show == SHOW_WRAP)
		return smaller(least, TEXT_WIDTH_KEPT);
	return least;
}

/* Sets the least widths of a fit and gives the width of the whole. */
static size_t try_fit(struct table_layout *layout, const struct fit *fit)
{
	const struct table_column *before = NULL;

	layout->long_heads = fit->long_heads;
	layout->bar_cells = fit->bar_cells;
	layout->width = 0;
	for (size_t i = 0; i < layout->count; i++) {
		struct table_column *column = &layout->columns[i];

		if (!column->shown)
			continue;
		column->width = full_width(layout, column);
		if (can_be_cut(column))
			column->width = smaller(column->width, least_width(column, fit));
		layout->width += table_gap(before, column) + column->width;
		before = column;
	}
	return layout->width;
}

static bool try_fits(struct table_layout *layout, const struct fit *fits, size_t count,
		     size_t width)
{
	for (size_t i = 0; i < count; i++)
		if (try_fit(layout, &fits[i]) <= width)
			return true;
	return false;
}

/* Drops the last of the shown columns with the highest priority number from least on. */
static bool drop_column(struct table_layout *layout, int least)
{
	struct table_column *chosen = NULL;

	for (size_t i = 0; i < layout->count; i++) {
		struct table_column *column = &layout->columns[i];

		if (column->shown && column->field->priority >= least &&
		    (!chosen || column->field->priority >= chosen->field->priority))
			chosen = column;
	}
	if (chosen)
		chosen->shown = false;
	return chosen != NULL;
}

/* Drops the last shown column, but never the only one, which is cut instead. */
static bool drop_last(struct table_layout *layout, size_t width)
{
	struct table_column *last = NULL;
	size_t shown = 0;

	for (size_t i = 0; i < layout->count; i++) {
		if (!layout->columns[i].shown)
			continue;
		last = &layout->columns[i];
		shown++;
	}
	if (shown > 1)
		last->shown = false;
	else if (last)
		last->width = layout->width = smaller(last->width, width);
	return shown > 1;
}

static void fit(struct table_layout *layout, size_t width)
{
	const size_t extra_count = sizeof extra_fits / sizeof extra_fits[0];

	if (try_fit(layout, &full_fit) <= width)
		return;
	while (!try_fits(layout, extra_fits, extra_count, width))
		if (!drop_column(layout, PRIORITY_EXTRA))
			break;
	if (layout->width <= width)
		return;
	while (try_fit(layout, &small_fit) > width)
		if (!drop_column(layout, 1))
			break;
	if (layout->width <= width)
		return;
	while (try_fit(layout, &least_fit) > width)
		if (!drop_last(layout, width))
			break;
}

/* Gives what is left of the width to the texts that were cut, the first first. */
static void widen(struct table_layout *layout, size_t width)
{
	for (size_t i = 0; i < layout->count && layout->width < width; i++) {
		struct table_column *column = &layout->columns[i];
		size_t more;

		if (!column->shown)
			continue;
		more =
		    full_width(layout, column) - smaller(column->width, full_width(layout, column));
		more = smaller(more, width - layout->width);
		column->width += more;
		layout->width += more;
	}
}

static bool has_units(const struct table_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++)
		if (layout->columns[i].shown && layout->columns[i].unit.length > 0)
			return true;
	return false;
}

struct table_layout table_layout_of(const struct report *report, size_t width, struct arena *arena)
{
	const struct flat_columns sources = flat_columns_of(report->type, FIELD_PEOPLE, arena);
	struct table_layout layout = {
	    .columns = ARENA_NEW(arena, sources.count, struct table_column),
	    .count = sources.count,
	    .rows = report->row_count,
	};

	for (size_t i = 0; i < sources.count; i++)
		layout.columns[i] = column_of(&sources.at[i], report, arena);
	fit(&layout, width);
	widen(&layout, width);
	layout.units = has_units(&layout);
	return layout;
}
