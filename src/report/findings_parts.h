/* SPDX-License-Identifier: MIT */
/* What the formats of findings share. */
#ifndef SLURRYSCREEN_REPORT_FINDINGS_PARTS_H
#define SLURRYSCREEN_REPORT_FINDINGS_PARTS_H

#include "report/findings.h"

bool findings_write_text(const struct findings *findings, const struct findings_options *options,
			 struct arena *scratch, FILE *out);
bool findings_write_json(const struct findings *findings, const struct findings_options *options,
			 struct arena *scratch, FILE *out);
bool findings_write_sarif(const struct findings *findings, const struct findings_options *options,
			  struct arena *scratch, FILE *out);
bool findings_write_github(const struct findings *findings, const struct findings_options *options,
			   struct arena *scratch, FILE *out);
bool findings_write_junit(const struct findings *findings, const struct findings_options *options,
			  struct arena *scratch, FILE *out);

/* The whole text at once; false if writing failed. */
bool findings_flush(const struct text *text, FILE *out);
/* "3 errors", "1 warning", "no notes" */
void findings_add_count(struct text *out, size_t count, const char *what);
/* Valid UTF-8 without control characters. */
const char *findings_plain(struct arena *arena, struct str s);
/* The same, line feeds kept. */
const char *findings_plain_lines(struct arena *arena, const char *s);

#endif
