/* SPDX-License-Identifier: MIT */
/* Whole command lines in a world that fails: memory, output, files. */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/world.h"
#include "failing_memory.h"

enum { WORDS_MAX = 16, OUTPUT_MAX = 4096 };

struct run {
	struct cli_world world;
	char err[OUTPUT_MAX];
	int status;
};

/* Runs a line, split at blanks; what goes to standard error is kept. */
static void run_line(struct run *run, const char *line)
{
	char copy[512];
	char *texts[WORDS_MAX];
	int count = 0;
	FILE *err = tmpfile();
	size_t length;

	assert_non_null(err);
	(void)snprintf(copy, sizeof copy, "%s", line);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		texts[count++] = word;
	run->world.err = err;
	run->status = cli_run(&run->world, count, texts);
	rewind(err);
	length = fread(run->err, 1, sizeof run->err - 1, err);
	run->err[length] = '\0';
	(void)fclose(err);
}

#define FAULTY SLURRYSCREEN_SOURCE_DIR "/tests/cli/input/faulty.csv"

/* Lines that together go through all commands and formats. */
static const char *const lines[] = {
    "screen --version",
    "screen help rank",
    "screen docs model-files",
    "screen --se Li6PS5Cl --binder NBR",
    "screen --se Li6PS5Cl --binder NBR --solvent anisole,NMP --all --format json",
    "screen --se Li6PS5Cl,LGPS --format csv --top 5 --where flash_point>=20",
    "screen list solvents --format csv",
    "screen list exposure --se Li6PS5Cl --format markdown",
    "screen show anisole NBR",
    "screen show anisole --format jsonl",
    ("screen validate " FAULTY),
    ("screen validate " FAULTY " --format sarif"),
    "screen --se nothing-like-it",
};

/* Status and message of a run that has all it needs. */
static void memory_may_end_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct failing_memory memory = {0, 0};
		const struct arena_system system = failing_system(&memory);
		struct run run = {.world = {.in = stdin, .memory = &system}};
		size_t growths = 0;

		do {
			run.world.out = tmpfile();
			assert_non_null(run.world.out);
			memory.left = growths++;
			run_line(&run, lines[i]);
			(void)fclose(run.world.out);
			check_size(memory.live, 0);
			if (run.status == 3)
				check_text(str_from(run.err), "screen: out of memory\n");
		} while (run.status == 3);
		print_message("  %s: %zu growths\n", lines[i], growths - 1);
		check_true(growths > 1);
	}
}

static void a_full_disk_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i + 1 < COUNT_OF(lines); i++) {
		struct run run = {.world = {.in = stdin, .out = fopen("/dev/full", "w")}};

		if (!run.world.out)
			skip();
		run_line(&run, lines[i]);
		(void)fclose(run.world.out);
		print_message("  %s\n", lines[i]);
		check_int(run.status, 3);
		check_text(str_from(run.err),
			   "screen: cannot write standard output: No space left on device\n");
	}
}

static void a_closed_pipe_ends_quietly(void **state)
{
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);

	(void)state;
	for (size_t i = 0; i + 1 < COUNT_OF(lines); i++) {
		struct run run = {.world = {.in = stdin}};
		int ends[2];

		check_int(pipe(ends), 0);
		(void)close(ends[0]);
		run.world.out = fdopen(ends[1], "w");
		assert_non_null(run.world.out);
		run_line(&run, lines[i]);
		(void)fclose(run.world.out);
		print_message("  %s\n", lines[i]);
		check_int(run.status, 3);
		check_text(str_from(run.err), "");
	}
	(void)signal(SIGPIPE, before);
}

static long size_of(const char *path)
{
	struct stat status;

	check_int(stat(path, &status), 0);
	return (long)status.st_size;
}

/* No temporary file stays, whatever ends the run. before: the command, up to the file's name */
static void check_whole_or_not_there(const char *before, int status, bool repairs)
{
	char folder[] = "test_cli.XXXXXX";
	char line[512];
	char path[128];
	size_t growths = 0;
	long whole = -1; /* size of a repaired file of a run that failed */
	struct failing_memory memory = {0, 0};
	const struct arena_system system = failing_system(&memory);
	struct run run = {.world = {.in = stdin, .out = tmpfile(), .memory = &system}};

	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof path, "%s/out.csv", folder);
	(void)snprintf(line, sizeof line, "screen %s %s", before, path);
	do {
		memory.left = growths++;
		run_line(&run, line);
		/* A repair is written before what may fail still, and is whole then. */
		if (run.status == 3 && repairs && access(path, F_OK) == 0) {
			whole = size_of(path);
			check_int(unlink(path), 0);
		}
		if (run.status == 3) {
			check_int(access(path, F_OK), -1);
			check_int(rmdir(folder), 0); /* it is empty */
			check_int(mkdir(folder, 0700), 0);
		}
	} while (run.status == 3);
	check_int(run.status, status);
	check_true(whole < 0 || whole == size_of(path));
	check_int(unlink(path), 0);
	check_int(rmdir(folder), 0);
	(void)fclose(run.world.out);
}

static void output_is_whole_or_not_there(void **state)
{
	(void)state;
	check_whole_or_not_there("--se Li6PS5Cl --binder NBR --output", 0, false);
	check_whole_or_not_there("validate " FAULTY " --fix", 1, true);
	check_whole_or_not_there("validate " FAULTY " --format junit --output", 1, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(memory_may_end_anywhere),
	    cmocka_unit_test(a_full_disk_is_told),
	    cmocka_unit_test(a_closed_pipe_ends_quietly),
	    cmocka_unit_test(output_is_whole_or_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
