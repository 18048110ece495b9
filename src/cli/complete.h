/* SPDX-License-Identifier: MIT */
/*
 * What a half-written word could become. The words come from the tables of commands and options,
 * the database and the model, so the shells' scripts need to know none of them.
 */
#ifndef SLURRYSCREEN_CLI_COMPLETE_H
#define SLURRYSCREEN_CLI_COMPLETE_H

#include "cli/cli.h"

struct completing {
	struct cli *cli;
	struct text *out;
	struct str kept;  /* what stands before the part that is completed, such as "nbr," */
	struct str typed; /* that part */
};

/* "word<TAB>doc", if the word begins with what is typed; upper and lower case are the same. */
void complete_add(struct completing *completing, struct str word, struct str doc);
/* A line for the shell: ":file", ":folder", ":nospace". */
void complete_add_directive(struct completing *completing, const char *directive);

/* All words of a kind. A list: only its last item is completed. */
void complete_kind(struct completing *completing, enum completion kind, bool list);
/* The words of a choice. */
void complete_choice(struct completing *completing, const struct option *option);

#endif
