/* SPDX-License-Identifier: MIT */
#include "report/formats.h"
#include "report/pen.h"
#include "report/table_layout.h"

enum { WIDTH_UNKNOWN = 80 };

/* Puts text in a field of so many columns, cut with an ellipsis if it is longer. */
static void put_field(struct pen *pen, enum pen_style style, struct str text, size_t width,
		      bool right)
{
	const struct str ellipsis = str_from(pen->unicode ? "…" : "...");
	const size_t ellipsis_width = pen->unicode ? 1 : 3;
	size_t used = utf8_width(text);

	if (used > width && width > ellipsis_width) {
		text = cell_front(text, width - ellipsis_width);
		used = utf8_width(text) + ellipsis_width;
		pen_put(pen, style, text);
		pen_put(pen, style, ellipsis);
	} else {
		text = cell_front(text, width);
		used = utf8_width(text);
		if (right)
			pen_blanks(pen, width - used);
		pen_put(pen, style, text);
	}
	if (!right || used > width)
		pen_blanks(pen, width - used);
}

static void put_mark(struct pen *pen, char mark)
{
	pen_put(pen, PEN_PLAIN, (struct str){&mark, mark != '\0'});
}

static void put_number(struct pen *pen, const struct table_column *column, const struct cell *cell)
{
	const size_t point = cell_point(cell);
	const size_t left = column->width - column->contents + column->before - point;
	const size_t drawn = left + cell->text.length + (cell->mark != '\0' ? 1 : 0);

	pen_blanks(pen, left);
	pen_put(pen, PEN_PLAIN, cell->text);
	put_mark(pen, cell->mark);
	pen_blanks(pen, column->width - drawn);
}

static void put_score(struct pen *pen, const struct table_column *column, const struct cell *cell)
{
	size_t drawn = column->before;

	pen_blanks(pen, column->before - cell->text.length);
	pen_put(pen, PEN_BOLD, cell->text);
	if (cell->low.length > 0) {
		pen_blanks(pen, 2 + column->after - cell->low.length);
		pen_put(pen, PEN_DIM, cell->low);
		pen_put(pen, PEN_DIM, str_from(pen->unicode ? "–" : "-"));
		pen_put(pen, PEN_DIM, cell->high);
		drawn += 2 + column->after + 1 + cell->high.length;
	}
	pen_blanks(pen, column->width - drawn);
}

static void put_bar(struct pen *pen, const struct table_column *column, const struct cell *cell,
		    size_t cells)
{
	if (cell->text.length > 0)
		pen_bar(pen, cell->share, cells);
	else
		pen_blanks(pen, cells);
	put_mark(pen, cell->mark);
	pen_blanks(pen, column->width - cells - (cell->mark != '\0' ? 1 : 0));
}

static void put_cell(struct pen *pen, const struct table_layout *layout,
		     const struct table_column *column, const struct cell *cell)
{
	const size_t needed = column->align == ALIGN_BAR ? layout->bar_cells + 1 : column->contents;
	enum table_align align = column->align;

	if (needed > column->width) /* the only column, and no room for it */
		align = ALIGN_TEXT;
	switch (align) {
	case ALIGN_TEXT:
		put_field(pen,
			  column->field->show == SHOW_VERDICT ? pen_style_of_word(cell->text)
							      : PEN_PLAIN,
			  cell->text, column->width, false);
		break;
	case ALIGN_NUMBER:
		put_number(pen, column, cell);
		break;
	case ALIGN_SCORE:
		put_score(pen, column, cell);
		break;
	case ALIGN_BAR:
		put_bar(pen, column, cell, layout->bar_cells);
		break;
	}
}

/* A line of heads (bold) or units (dim), aligned as what stands below. */
static void put_heads(struct pen *pen, const struct table_layout *layout, bool units)
{
	const struct table_column *before = NULL;

	for (size_t i = 0; i < layout->count; i++) {
		const struct table_column *column = &layout->columns[i];

		if (!column->shown)
			continue;
		pen_blanks(pen, table_gap(before, column));
		put_field(pen, units ? PEN_DIM : PEN_BOLD,
			  units ? column->unit : table_head(layout, column), column->width,
			  column->align == ALIGN_NUMBER);
		before = column;
	}
	pen_end_line(pen);
}

/* As much of the text as fits, up to a blank if there is one; takes it off rest. */
static struct str next_piece(struct str *rest, size_t width)
{
	struct str piece = cell_front(*rest, width);
	size_t end = piece.length;

	if (piece.length < rest->length && rest->at[piece.length] != ' ')
		while (end > 0 && piece.at[end - 1] != ' ')
			end--;
	if (end > 0)
		piece.length = end;
	if (piece.length == 0) /* a sign wider than the column */
		piece = *rest;
	*rest = str_trim(str_part(*rest, piece.length, rest->length));
	return str_trim(piece);
}

/* What goes on after an item of a list is set in as far as the item's text. */
static const struct str item_sign = {"- ", 2};

static size_t continued_indent(const struct table_column *column, size_t row, bool first)
{
	const struct str text = column->cells[row].text;

	return !first && column->width > 2 * item_sign.length &&
		       str_equal(str_part(text, 0, item_sign.length), item_sign)
		   ? item_sign.length
		   : 0;
}

/* A line of a row; after the first only what wraps. Returns whether there is more. */
static bool put_row_line(struct pen *pen, struct table_layout *layout, size_t row, bool first)
{
	const struct table_column *before = NULL;
	bool more = false;

	for (size_t i = 0; i < layout->count; i++) {
		struct table_column *column = &layout->columns[i];
		size_t indent;

		if (!column->shown)
			continue;
		pen_blanks(pen, table_gap(before, column));
		if (column->field->show == SHOW_WRAP) {
			if (first)
				column->rest = column->cells[row].text;
			indent = continued_indent(column, row, first);
			pen_blanks(pen, indent);
			put_field(pen, PEN_PLAIN, next_piece(&column->rest, column->width - indent),
				  column->width - indent, false);
			more = more || column->rest.length > 0;
		} else if (first) {
			put_cell(pen, layout, column, &column->cells[row]);
		} else {
			pen_blanks(pen, column->width);
		}
		before = column;
	}
	pen_end_line(pen);
	return more;
}

static void put_row(struct pen *pen, struct table_layout *layout, size_t row)
{
	bool more = put_row_line(pen, layout, row, true);

	while (more)
		more = put_row_line(pen, layout, row, false);
}

static void put_lines(struct pen *pen, enum pen_style style, const struct str *lines, size_t count,
		      size_t width, struct arena *scratch)
{
	for (size_t i = 0; i < count; i++)
		pen_wrap(pen, style, cell_visible(lines[i], scratch), width);
}

static void put_table(struct pen *pen, const struct report *report, size_t width,
		      struct arena *scratch)
{
	struct table_layout layout = table_layout_of(report, width, scratch);

	put_heads(pen, &layout, false);
	if (layout.units)
		put_heads(pen, &layout, true);
	pen_rule(pen, layout.width);
	for (size_t i = 0; i < layout.rows; i++) {
		if (i > 0 && i == report->rule_before)
			pen_rule(pen, layout.width);
		put_row(pen, &layout, i);
	}
}

/* Does the type have a column for people? */
static bool has_columns(const struct report *report)
{
	for (size_t i = 0; report->type && i < report->type->count; i++)
		if (report->type->fields[i].where & FIELD_PEOPLE)
			return true;
	return false;
}

static bool is_visible(const struct report *part)
{
	return part->title_count > 0 || part->note_count > 0 ||
	       (part->row_count > 0 && has_columns(part));
}

/* The lines of a part without a table stand right under its title. */
static void put_report(struct pen *pen, const struct report *report, bool part, size_t width,
		       struct arena *scratch)
{
	const bool table = report->row_count > 0 && report->part_count == 0 && has_columns(report);

	put_lines(pen, PEN_BOLD, report->title, report->title_count, width, scratch);
	if (report->title_count > 0 && table)
		pen_end_line(pen);
	if (table)
		put_table(pen, report, width, scratch);
	for (size_t i = 0; i < report->part_count; i++) {
		if (!is_visible(&report->parts[i]))
			continue;
		pen_end_line(pen);
		put_report(pen, &report->parts[i], true, width, scratch);
	}
	if (report->note_count > 0 &&
	    (table || (!part && report->title_count + report->part_count > 0)))
		pen_end_line(pen);
	put_lines(pen, PEN_PLAIN, report->notes, report->note_count, width, scratch);
}

bool format_table(const struct report *report, const struct format_options *options,
		  struct arena *scratch, FILE *out)
{
	const size_t width = options->width > 0 ? (size_t)options->width : WIDTH_UNKNOWN;
	struct pen pen = pen_new(out, options->colour, options->unicode);

	put_report(&pen, report, false, width, scratch);
	for (size_t i = 0; i < report->command_count; i++)
		pen_command(&pen, str_from(report->commands[i].label),
			    cell_visible(report->commands[i].line, scratch), width);
	return stream_end(out);
}
