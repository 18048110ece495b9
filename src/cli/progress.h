/* SPDX-License-Identifier: MIT */
/*
 * Progress of a run that takes longer than half a second: one line on a terminal's standard error,
 * rewritten and wiped away at the end. Nothing where standard error is no terminal, where it cannot
 * rewrite a line, or with --quiet. The engine calls progress_tell() now and then, without a clock.
 */
#ifndef SLURRYSCREEN_CLI_PROGRESS_H
#define SLURRYSCREEN_CLI_PROGRESS_H

#include "base/watcher.h"
#include "cli/cli.h"

struct progress {
	const struct cli *cli;
	const char *what; /* "scoring": what stands before the per cent */
	double start;     /* seconds */
	double next;      /* not drawn again before that */
	bool shown;
};

struct progress progress_begin(const struct cli *cli, const char *what);
/* To be told how far the work is, until progress_end(). */
struct watcher progress_watcher(struct progress *progress);
/* Says what is under way, at once: for work that cannot tell how far it is and will take long. */
void progress_announce(struct progress *progress);
void progress_end(struct progress *progress);

#endif
