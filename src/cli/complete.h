/* SPDX-License-Identifier: MIT */
/*
 * What a half-written word could become. The words come from the tables of commands and options,
 * the database and the model, so the shells' scripts need to know none of them.
 */
#ifndef SLURRYSCREEN_CLI_COMPLETE_H
#define SLURRYSCREEN_CLI_COMPLETE_H

#include "cli/cli.h"

/* What the line gives to an option on data or rules. */
struct said_value {
	enum option_id option;
	struct str value; /* ends with a NUL; empty for a flag */
};

struct completing {
	struct cli *cli;
	struct text *out;
	const struct said_value *said;
	size_t said_count;
	bool prepared;    /* what is said is loaded */
	size_t bytes;     /* of files that it took */
	struct str kept;  /* what stands before the part that is completed, such as "nbr," */
	struct str typed; /* that part */
};

/* Whether the word begins with what is typed; upper and lower case are the same. */
bool complete_fits(const struct completing *completing, struct str word);
/* "word<TAB>doc", if the word fits. */
void complete_add(struct completing *completing, struct str word, struct str doc);
/* A line for the shell: ":file", ":folder", ":nospace". */
void complete_add_directive(struct completing *completing, const char *directive);

/* The front of what is typed, so long, is kept: a part begins behind it. */
void complete_keep(struct completing *completing, size_t length);

/* As the line has them, as far as that can be read in a moment; else the built-in ones. */
const struct db *complete_db(struct completing *completing);
const struct model *complete_model(struct completing *completing);

/* A test of a property. */
void complete_where(struct completing *completing);
/* All words of a kind. A list: only its last item is completed. */
void complete_kind(struct completing *completing, enum completion kind, bool list);
/* The words of a choice. */
void complete_choice(struct completing *completing, const struct option *option);

#endif
