/* SPDX-License-Identifier: MIT */
/* The kinds of pictures, one const row each. */
#ifndef SLURRYSCREEN_CLI_PLOT_H
#define SLURRYSCREEN_CLI_PLOT_H

#include "cli/command.h"
#include "report/plot.h"

struct plotter {
	struct cli *cli;
	struct evaluator evaluator;
	struct rank_request named; /* what the options name */
	struct run_head head;
	struct plot_page page;
};

struct plot_kind {
	const char *name;
	const char *doc;
	double width;     /* mm, where --width-mm does not say */
	uint64_t options; /* of those for some kinds only, the ones that it takes */
	enum session_status (*draw)(struct plotter *plotter);
};

extern const struct plot_kind plot_kinds[];
extern const size_t plot_kind_count;

#endif
