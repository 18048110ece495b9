/* SPDX-License-Identifier: MIT */
/*
 * An ordinary main for a fuzz target: runs it once on each file named, and on each file of each
 * folder named, in the order of names. So the corpus is part of every test run, with any compiler.
 */
#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_LENGTH = 4096 };

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Each returns how many inputs were run; 0 is a mistake of the caller. */
static size_t replay_file(const char *path)
{
	struct arena arena;
	struct source source;

	arena_init(&arena, NULL);
	if (source_read_file(&arena, path, &source) != SOURCE_OK) {
		(void)fprintf(stderr, "replay: %s: %s\n", path, strerror(errno));
		exit(3);
	}
	/* Named before it runs, so that the last line tells which input it was. */
	(void)fprintf(stderr, "%s\n", path);
	(void)LLVMFuzzerTestOneInput((const uint8_t *)source.text.at, source.text.length);
	arena_release(&arena);
	return 1;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static size_t replay_folder(const char *path)
{
	struct dirent **entries = NULL;
	const int count = scandir(path, &entries, is_visible, alphasort);
	size_t run = 0;

	for (int i = 0; i < count; i++) {
		char file[PATH_LENGTH];
		const int length = snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name);

		if (length > 0 && length < PATH_LENGTH && !is_folder(file))
			run += replay_file(file);
		free(entries[i]);
	}
	free(entries);
	return run;
}

int main(int argc, char **argv)
{
	size_t run = 0;

	for (int i = 1; i < argc; i++)
		run += is_folder(argv[i]) ? replay_folder(argv[i]) : replay_file(argv[i]);
	(void)fprintf(stderr, "replay: %zu inputs\n", run);
	return run == 0;
}
