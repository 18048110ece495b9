/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

/* Seconds before the first line, and between two. */
static const double patience = 0.5;
static const double interval = 0.1;

/* A clock that is not there never says that it is time. */
static double now(const struct cli *cli)
{
	const struct cli_world *world = cli->world;
	const bool wanted = world->err_is_terminal && world->err_rewrites && world->seconds &&
			    !cli_given(cli, OPTION_QUIET) && !cli_given(cli, OPTION_NO_PROGRESS);

	return wanted ? world->seconds() : -1;
}

struct progress progress_begin(const struct cli *cli, const char *what)
{
	struct progress progress = {.cli = cli, .what = what, .start = now(cli)};

	progress.next = cli->began + patience;
	return progress;
}

static void draw(struct progress *progress, const char *more)
{
	FILE *err = progress->cli->world->err;

	fprintf(err, "\r\033[Kscreen: %s%s", progress->what, more);
	(void)fflush(err);
	progress->shown = true;
}

static void tell(void *context, size_t done, size_t total)
{
	struct progress *progress = context;
	char percent[32];
	double time;

	if (progress->start < 0 || total == 0)
		return;
	time = now(progress->cli);
	if (time < progress->next)
		return;
	progress->next = time + interval;
	(void)snprintf(percent, sizeof percent, ", %d%%",
		       (int)(100.0 * (double)done / (double)total));
	draw(progress, percent);
}

struct watcher progress_watcher(struct progress *progress)
{
	return (struct watcher){tell, progress};
}

void progress_announce(struct progress *progress)
{
	if (progress->start >= 0)
		draw(progress, " ...");
}

void progress_end(struct progress *progress)
{
	if (!progress->shown)
		return;
	fputs("\r\033[K", progress->cli->world->err);
	(void)fflush(progress->cli->world->err);
	progress->shown = false;
}
