/* SPDX-License-Identifier: MIT */
/*
 * A run kept in a file (--save) and made again (--from): program, model, database and the options
 * as they were given, as JSON. What only concerns the presentation is kept too, so that the same
 * run gives the same bytes; where the output went is not.
 */
#ifndef SLURRYSCREEN_CLI_RUN_FILE_H
#define SLURRYSCREEN_CLI_RUN_FILE_H

#include "cli/cli.h"
#include "engine/rank_record.h"

/* Writes the file of --save, if it is given; it is replaced only when complete. */
enum session_status run_file_save(struct cli *cli, const struct run_head *head);

/*
 * The options of the file of --from as further command-line arguments, before those that are there:
 * *texts and *count are replaced. The file stays in *file for run_file_check().
 */
enum session_status run_file_expand(struct session *session, struct str path, int *count,
				    char *const **texts, const struct json **file);

/*
 * Says on standard error what is not as it was: program, database, added files. The result may then
 * differ.
 */
void run_file_check(const struct cli *cli, const struct run_head *head);

#endif
