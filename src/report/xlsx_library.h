/* SPDX-License-Identifier: MIT */
/*
 * libxlsxwriter, loaded when a workbook is written and only then: linked, it would bring libcrypto
 * into every start of the program. The calls have the names and types of its header.
 */
#ifndef SLURRYSCREEN_REPORT_XLSX_LIBRARY_H
#define SLURRYSCREEN_REPORT_XLSX_LIBRARY_H

#include <stdbool.h>

#include <xlsxwriter.h>

#define XLSX_CALLS(X)                                                                              \
	X(workbook_new_opt)                                                                        \
	X(workbook_add_format)                                                                     \
	X(workbook_add_worksheet)                                                                  \
	X(workbook_set_properties)                                                                 \
	X(workbook_close)                                                                          \
	X(lxw_workbook_free)                                                                       \
	X(worksheet_write_string)                                                                  \
	X(worksheet_write_number)                                                                  \
	X(worksheet_write_boolean)                                                                 \
	X(worksheet_set_column_opt)                                                                \
	X(worksheet_set_row)                                                                       \
	X(worksheet_set_paper)                                                                     \
	X(worksheet_set_landscape)                                                                 \
	X(worksheet_fit_to_pages)                                                                  \
	X(worksheet_repeat_rows)                                                                   \
	X(worksheet_freeze_panes)                                                                  \
	X(worksheet_autofilter)                                                                    \
	X(worksheet_ignore_errors)                                                                 \
	X(worksheet_conditional_format_range)                                                      \
	X(format_set_bold)                                                                         \
	X(format_set_italic)                                                                       \
	X(format_set_align)                                                                        \
	X(format_set_text_wrap)                                                                    \
	X(format_set_num_format)                                                                   \
	X(format_set_font_color)                                                                   \
	X(format_set_bg_color)                                                                     \
	X(format_set_bottom)

struct xlsx_library {
	void *handle;
#define XLSX_MEMBER(name) __typeof__(name) *name;
	XLSX_CALLS(XLSX_MEMBER)
#undef XLSX_MEMBER
};

/* False: it is not installed here, or lacks a call. */
bool xlsx_library_open(struct xlsx_library *library);
void xlsx_library_close(struct xlsx_library *library);

#endif
