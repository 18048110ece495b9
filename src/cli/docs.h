/* SPDX-License-Identifier: MIT */
/*
 * Reference pages in Markdown, made from the program's tables; docs/NAME.md is one of them, and a
 * test compares the two. scripts/docs writes them all.
 */
#ifndef SLURRYSCREEN_CLI_DOCS_H
#define SLURRYSCREEN_CLI_DOCS_H

#include "base/str.h"

struct docs_page {
	const char *name;
	void (*add)(struct text *out, struct arena *arena);
};

extern const struct docs_page docs_pages[];
extern const size_t docs_page_count;

void docs_add_commands(struct text *out, struct arena *arena);
void docs_add_examples(struct text *out, struct arena *arena);
void docs_add_properties(struct text *out, struct arena *arena);
void docs_add_diagnostics(struct text *out, struct arena *arena);
void docs_add_rules(struct text *out, struct arena *arena);
void docs_add_backtest(struct text *out, struct arena *arena);
void docs_add_figures(struct text *out, struct arena *arena); /* of it, for the README */
void docs_add_model_files(struct text *out, struct arena *arena);

/* Man pages in roff, made from the pages above. */
void docs_add_man_program(struct text *out, struct arena *arena);
void docs_add_man_data(struct text *out, struct arena *arena);
void docs_add_man_model(struct text *out, struct arena *arena);

/* "| a | b |" and the line under the head. Cells end with NULL; '|' in them is escaped. */
void docs_add_row(struct text *out, const char *const *cells);
void docs_add_head(struct text *out, const char *const *cells);

/* A range for people: "0 to 1", "from 0", "up to 5", or nothing. */
struct str docs_range(double low, double high, struct arena *arena);

#endif
