/* SPDX-License-Identifier: MIT */
/* Tables by name, for commands that print what they look like. */
#ifndef SLURRYSCREEN_CLI_TABLES_H
#define SLURRYSCREEN_CLI_TABLES_H

#include "check/schema.h"
#include "cli/cli.h"

/* SESSION_USAGE, with the names there are, if no table is called so. */
enum session_status tables_find(struct cli *cli, struct str name,
				const struct schema_table **table);

#endif
