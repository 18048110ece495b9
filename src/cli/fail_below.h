/* SPDX-License-Identifier: MIT */
/* rank --fail-below VERDICT: for scripts that watch over solvents of their own. */
#ifndef SLURRYSCREEN_CLI_FAIL_BELOW_H
#define SLURRYSCREEN_CLI_FAIL_BELOW_H

#include "cli/cli.h"
#include "engine/rank.h"

/* SESSION_USAGE: no solvent is named, or the model has no such verdict. */
enum session_status fail_below_check(struct cli *cli, size_t *verdict);

/*
 * SESSION_INPUT if a combination of the request has a lower verdict or is rejected; each is said on
 * standard error, up to a limit.
 */
enum session_status fail_below_apply(struct cli *cli, const struct rank_request *request,
				     size_t verdict);

#endif
