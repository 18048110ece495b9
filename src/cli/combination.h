/* SPDX-License-Identifier: MIT */
/* From the options that name a combination to rows, and to what scores it: for several commands. */
#ifndef SLURRYSCREEN_CLI_COMBINATION_H
#define SLURRYSCREEN_CLI_COMBINATION_H

#include "cli/command.h"
#include "engine/rank_record.h"

/* Says that --se is missing. SESSION_USAGE. */
enum session_status cli_need_electrolyte(struct cli *cli);

/* The rows of a list option that takes names of one table. */
enum session_status cli_rows(struct cli *cli, enum option_id id, enum table_id table,
			     uint32_t const **rows, size_t *count);
/* A single name, or DB_NO_ROW if it is not given. */
enum session_status cli_row(struct cli *cli, enum option_id id, enum table_id table,
			    uint32_t *row);
/* --solvent: solvents and blends. */
enum session_status cli_liquids(struct cli *cli, struct mixture const **liquids, size_t *count);
/* --where */
enum session_status cli_filters(struct cli *cli, struct filter const **filters, size_t *count);

/* Database, model and the options on rules, as prepared. */
struct evaluator cli_evaluator(const struct cli *cli);
/* Program, command line, model and database; whether there is a salt is left open. */
struct run_head cli_run_head(const struct cli *cli);

#endif
