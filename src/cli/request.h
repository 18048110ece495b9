/* SPDX-License-Identifier: MIT */
/* From the options on materials and rules to what the engine is asked. */
#ifndef SLURRYSCREEN_CLI_REQUEST_H
#define SLURRYSCREEN_CLI_REQUEST_H

#include "cli/cli.h"
#include "engine/rank_record.h"
#include "engine/robust.h"

/* The session's database and model with the options on rules; after cli_prepare(). */
struct evaluator cli_evaluator(const struct cli *cli);

/* The rows of a list option that takes names of one table. */
enum session_status cli_rows(struct cli *cli, enum option_id id, enum table_id table,
			     uint32_t const **rows, size_t *count);
/* A single name, or DB_NO_ROW if it is not given. */
enum session_status cli_row(struct cli *cli, enum option_id id, enum table_id table, uint32_t *row);
/* --solvent: solvents and blends. */
enum session_status cli_liquids(struct cli *cli, struct mixture const **liquids, size_t *count);
/* --where */
enum session_status cli_filters(struct cli *cli, struct filter const **filters, size_t *count);

/* What the head of a result says; in the session's arena. */
struct run_head cli_run_head(const struct cli *cli);

struct progress;
/* Of --draws and --seed. */
struct robust_draws cli_draws(const struct cli *cli, struct progress *progress);

/* Notes that exactly one of them must be named, not so many. SESSION_USAGE. */
enum session_status cli_need_one(struct cli *cli, enum option_id id, size_t count);

/*
 * Electrolytes, binders, liquids, salt, reference and tests that are named; of options that the
 * command does not take, nothing.
 */
enum session_status cli_find_names(struct cli *cli, struct rank_request *request);

/* Says that --se is missing. SESSION_USAGE. */
enum session_status cli_need_electrolyte(struct cli *cli);

#endif
