/* SPDX-License-Identifier: MIT */
/* What combination.h finds, as a request to the engine; what several commands insist on. */
#ifndef SLURRYSCREEN_CLI_REQUEST_H
#define SLURRYSCREEN_CLI_REQUEST_H

#include "cli/cli.h"
#include "cli/combination.h"

/*
 * Electrolytes, binders, liquids, salt, reference and tests that are named; of options that the
 * command does not take, nothing.
 */
enum session_status cli_find_names(struct cli *cli, struct rank_request *request);

/* Notes that exactly one of them must be named, not so many. SESSION_USAGE. */
enum session_status cli_need_one(struct cli *cli, enum option_id id, size_t count);

/* Of --draws and --seed. */
size_t cli_draws(const struct cli *cli);
uint64_t cli_seed(const struct cli *cli);

#endif
