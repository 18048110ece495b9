/* SPDX-License-Identifier: MIT */
/* Help for people, made from the tables of commands and options. */
#ifndef SLURRYSCREEN_CLI_HELP_H
#define SLURRYSCREEN_CLI_HELP_H

#include "base/str.h"
#include "cli/command.h"

/* As wide as the terminal, but not wider than is good to read. */
size_t help_columns(const struct cli *cli);

void help_add_overview(struct text *out, size_t columns, struct arena *scratch);
void help_add_command(struct text *out, const struct command *command, size_t columns,
		      struct arena *scratch);

/* The doc of an option with its words and fallback: "...; one of a, b; default a". */
struct str help_option_doc(const struct option *option, struct arena *arena);

/* Text broken at blanks: each line at most to the column, further lines indented. */
void help_add_wrapped(struct text *out, struct str s, size_t start, size_t indent, size_t columns);

#endif
