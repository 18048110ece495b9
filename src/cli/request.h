/* SPDX-License-Identifier: MIT */
/* From the options on materials and rules to what the engine is asked. */
#ifndef SLURRYSCREEN_CLI_REQUEST_H
#define SLURRYSCREEN_CLI_REQUEST_H

#include "cli/cli.h"
#include "engine/rank.h"

/* The session's database and model with the options on rules; after cli_prepare(). */
struct evaluator cli_evaluator(const struct cli *cli);

/*
 * Electrolytes, binders, liquids, salt, reference and tests that are named; of options that the
 * command does not take, nothing.
 */
enum session_status cli_find_names(struct cli *cli, struct rank_request *request);

/* Says that --se is missing. SESSION_USAGE. */
enum session_status cli_need_electrolyte(struct cli *cli);

#endif
