/* SPDX-License-Identifier: MIT */
/* The writers behind the table of formats, one file each, and what they share. */
#ifndef SLURRYSCREEN_REPORT_FORMATS_H
#define SLURRYSCREEN_REPORT_FORMATS_H

#include "report/format.h"

bool format_table(const struct report *report, const struct format_options *options,
		  struct arena *scratch, FILE *out);
bool format_markdown(const struct report *report, const struct format_options *options,
		     struct arena *scratch, FILE *out);
bool format_csv(const struct report *report, const struct format_options *options,
		struct arena *scratch, FILE *out);
bool format_tsv(const struct report *report, const struct format_options *options,
		struct arena *scratch, FILE *out);
bool format_json(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out);
bool format_jsonl(const struct report *report, const struct format_options *options,
		  struct arena *scratch, FILE *out);
bool format_matrix(const struct report *report, const struct format_options *options,
		   struct arena *scratch, FILE *out);
bool format_matrix_csv(const struct report *report, const struct format_options *options,
		       struct arena *scratch, FILE *out);
bool format_html(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out);
bool format_xlsx(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out);
const char *xlsx_lack(void);

/*
 * An arena to be cleared after each row, so that memory does not grow with the rows. It draws on
 * scratch's system, fails where scratch fails, and goes when scratch is cleared.
 */
struct arena *row_arena_new(struct arena *scratch);

void stream_put(FILE *out, struct str text);
/* Flushes. False if anything since the last clearerr() could not be written. */
bool stream_end(FILE *out);

#endif
