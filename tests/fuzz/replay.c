/* SPDX-License-Identifier: MIT */
/*
 * An ordinary main() for a fuzz target: every test run replays its corpus.
 *
 *     fuzz_NAME FILE_OR_FOLDER ...
 *
 * Runs the target on nothing, on each file, and on some beginnings of each file (a cut file is the
 * commonest hostile input). Each input is a block of exactly its size, so that the address
 * sanitizer sees a read beyond its end. A folder that does not exist counts as empty.
 */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	CUTS = 64,             /* beginnings tried of each file */
	CUTS_SIZE_MAX = 65536, /* of larger files none: they are there for their size */
	PATH_LENGTH_MAX = 4096,
};

static size_t input_count;

static void run(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size ? size : 1);

	assert(copy);
	if (size)
		memcpy(copy, data, size);
	(void)LLVMFuzzerTestOneInput(copy, size);
	free(copy);
	input_count++;
}

static void run_with_cuts(const uint8_t *data, size_t size)
{
	const size_t step = size / CUTS + 1;

	run(data, size);
	if (size > CUTS_SIZE_MAX)
		return;
	for (size_t cut = step; cut < size; cut += step)
		run(data, cut);
}

static int run_file(const char *path, size_t size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = malloc(size ? size : 1);
	int status = 1;

	assert(data);
	if (file && fread(data, 1, size, file) == size) {
		run_with_cuts(data, size);
		status = 0;
	} else {
		perror(path);
	}
	if (file)
		(void)fclose(file);
	free(data);
	return status;
}

static int run_path(const char *path);

/* In the order of the names, so that every run is the same. */
static int run_folder(const char *path)
{
	struct dirent **entries = NULL;
	const int count = scandir(path, &entries, NULL, alphasort);
	int status = count < 0;

	for (int i = 0; i < count; i++) {
		char inner[PATH_LENGTH_MAX];

		if (entries[i]->d_name[0] != '.') {
			const int length =
			    snprintf(inner, sizeof(inner), "%s/%s", path, entries[i]->d_name);
			assert(length > 0 && (size_t)length < sizeof(inner));
			status |= run_path(inner);
		}
		free(entries[i]);
	}
	free(entries);
	return status;
}

static int run_path(const char *path)
{
	struct stat about;

	if (stat(path, &about) != 0) {
		if (errno == ENOENT)
			return 0;
		perror(path);
		return 1;
	}
	return S_ISDIR(about.st_mode) ? run_folder(path) : run_file(path, (size_t)about.st_size);
}

int main(int count, char **arguments)
{
	int status = 0;

	run(NULL, 0);
	for (int i = 1; i < count; i++)
		status |= run_path(arguments[i]);
	printf("%zu inputs replayed\n", input_count);
	return status;
}
