/* SPDX-License-Identifier: MIT */
/* The only place that looks at the environment, the terminal and the process. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/world.h"

/*
 * A closed standard stream must not become the number of a file that is opened later. It is held
 * by a descriptor on which the intended use fails.
 */
static void hold_standard_streams(void)
{
	for (int i = 0; i <= 2; i++)
		if (fcntl(i, F_GETFD) < 0)
			(void)open("/dev/null", i == 0 ? O_WRONLY : O_RDONLY);
}

static const char *variable(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

/* POSIX: the first of these that is set and not empty decides. */
static bool locale_is_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	static const char *const spellings[] = {"UTF-8", "utf-8", "UTF8", "utf8"};
	const char *locale = "";

	for (size_t i = 0; i < sizeof names / sizeof *names && !*locale; i++)
		locale = variable(names[i]);
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (strstr(locale, spellings[i]))
			return true;
	return false;
}

/* Of the terminal; else as COLUMNS says; 0 if unknown. */
static int columns(bool terminal)
{
	struct winsize size;
	long said;

	if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	said = strtol(variable("COLUMNS"), NULL, 10);
	return said > 0 && said < 10000 ? (int)said : 0;
}

static double seconds(void)
{
	struct timespec time;

	return clock_gettime(CLOCK_MONOTONIC, &time) == 0
		   ? (double)time.tv_sec + 1e-9 * (double)time.tv_nsec
		   : -1;
}

static bool terminal_rewrites(void)
{
	const char *terminal = variable("TERM");

	return *terminal && strcmp(terminal, "dumb") != 0;
}

int main(int argc, char **argv)
{
	struct cli_world world;

	hold_standard_streams();
	(void)signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, with a status of ours */
	world = (struct cli_world){
	    .in = stdin,
	    .out = stdout,
	    .err = stderr,
	    .out_is_terminal = isatty(STDOUT_FILENO) == 1,
	    .err_is_terminal = isatty(STDERR_FILENO) == 1,
	    .err_rewrites = terminal_rewrites(),
	    .seconds = seconds,
	    .utf8 = locale_is_utf8(),
	    .colours = !*variable("NO_COLOR") && strcmp(variable("TERM"), "dumb") != 0,
	};
	world.columns = columns(world.out_is_terminal);
	return cli_run(&world, argc, argv);
}
