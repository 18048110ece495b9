/* SPDX-License-Identifier: MIT */
/* What commands share: from arguments to a loaded session, from a report to bytes. */
#ifndef SLURRYSCREEN_CLI_CLI_H
#define SLURRYSCREEN_CLI_CLI_H

#include "base/record.h"
#include "cli/command.h"
#include "report/format.h"

const struct option_value *cli_option(const struct cli *cli, enum option_id id);
bool cli_given(const struct cli *cli, enum option_id id);

/*
 * Takes over the options on data and rules, loads database and model, and prints the diagnostics.
 * SESSION_INPUT: the input has errors, but database and model are there.
 */
enum session_status cli_prepare(struct cli *cli);

/* The file of that name; "-" is standard input, a usage error the second time. */
enum session_status cli_read_file(struct cli *cli, struct str name, struct source *source);

/* As prepared, unless the work itself came to something worse. */
enum session_status cli_worse(enum session_status a, enum session_status b);

/* All names of a list option; tables: bits. */
enum session_status cli_names(struct cli *cli, enum option_id id, unsigned tables,
			      struct material_ref const **found, size_t *count);

/* --format, else by the ending of --output, else CSV with --excel, else the table. */
const struct format *cli_format(const struct cli *cli);
/* Of the file of --output: "csv"; empty if it has none. */
struct str cli_output_ending(const struct cli *cli);
/* Whether that format can be written here and there: SESSION_USAGE says why not. */
enum session_status cli_check_format(struct cli *cli);

/* Whether the folder of --output is there: better told before the work than after it. */
enum session_status cli_check_output(struct cli *cli);

/* To standard output or --output. */
enum session_status cli_write_report(struct cli *cli, const struct report *report);
/* To another file, in a format of its own. */
enum session_status cli_write_report_to(struct cli *cli, const struct report *report,
					const struct format *format, const char *path);
enum session_status cli_write_text(struct cli *cli, struct str text);
/* What the function writes; false from it: writing failed. */
enum session_status cli_write_with(struct cli *cli, bool (*write)(void *context, FILE *out),
				   void *context);
/* To a file of that name, whatever --output says. */
enum session_status cli_write_file(struct cli *cli, const char *path, struct str text);
/* Whether the product may have colours. */
bool cli_out_colour(const struct cli *cli);

/* One line on standard error, "screen: ...", control characters made visible. */
void cli_say(const struct cli *cli, struct str line);

#endif
