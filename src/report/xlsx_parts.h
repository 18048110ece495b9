/* SPDX-License-Identifier: MIT */
/* What the files behind the xlsx format share; of use only where libxlsxwriter is. */
#ifndef SLURRYSCREEN_REPORT_XLSX_PARTS_H
#define SLURRYSCREEN_REPORT_XLSX_PARTS_H

#include "report/flat.h"
#include "report/xlsx_library.h"

enum { XLSX_PAPER_A4 = 9 };

/* How sure a number is: upright, italic, grey italic. */
enum xlsx_state { XLSX_KNOWN, XLSX_INFERRED, XLSX_MISSING, XLSX_STATES };

enum {
	XLSX_DIGITS = 10,           /* decimals that have a number format; more: General */
	XLSX_GENERAL = XLSX_DIGITS, /* as many digits as fit */
	XLSX_PERCENT,
	XLSX_NUMBER_FORMATS
};

/* Texts by the meaning of a word; formats are made when first used. */
enum xlsx_text { XLSX_PLAIN, XLSX_GOOD, XLSX_FAIR, XLSX_BAD, XLSX_WRAP, XLSX_HEAD, XLSX_TEXTS };

struct xlsx {
	struct xlsx_library library;
	lxw_workbook *workbook;
	lxw_format *numbers[XLSX_STATES][XLSX_NUMBER_FORMATS];
	lxw_format *texts[XLSX_TEXTS];
	lxw_error error; /* the first one */
};

lxw_format *xlsx_number_format(struct xlsx *xlsx, const struct field *field, enum xlsx_state state);
lxw_format *xlsx_text_format(struct xlsx *xlsx, enum xlsx_text text);

/*
 * Cells. A text is never a formula. Control characters are made visible, what XML cannot hold is
 * replaced, and a text longer than a cell can be ends in an ellipsis. Returns its width in columns.
 */
size_t xlsx_put_text(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     struct str text, enum xlsx_text format, struct arena *arena);
void xlsx_put_number(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     double number, lxw_format *format);
/* A value of a record that is not nested. Returns its width in columns. */
size_t xlsx_put_value(struct xlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		      const struct field *field, struct value value, enum xlsx_state state,
		      struct arena *arena);

/* Keeps the first error. */
void xlsx_check(struct xlsx *xlsx, lxw_error error);

/*
 * A sheet of the rows from first up to end: a head that stays in view, filters, a column a flat
 * column for machines. apart NULL, or the key of a list of records that is spread over a column
 * for each of its fields, put behind the names.
 */
void xlsx_add_rows(struct xlsx *xlsx, const char *name, const struct report *report, size_t first,
		   size_t end, const char *apart, struct arena *arena);
/* The head of a column with one field of the records of a list. */
struct str xlsx_item_key(const struct flat_column *list, const struct field *item,
			 struct arena *arena);
/* A sheet that says what the columns of all sheets of records mean. */
void xlsx_add_legend(struct xlsx *xlsx, const struct report *report, struct arena *arena);
/* A sheet with the head of the report, one value a line. */
void xlsx_add_head(struct xlsx *xlsx, const struct report *report, struct arena *arena);

#endif
