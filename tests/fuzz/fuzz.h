/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: the entry point, an input in memory of its own size, a check. */
#ifndef SLURRYSCREEN_TESTS_FUZZ_H
#define SLURRYSCREEN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An invariant; a fuzzer takes the abort for a find. */
#define FUZZ_CHECK(holds)                                                                          \
	do {                                                                                       \
		if (!(holds)) {                                                                    \
			(void)fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__,     \
				      #holds);                                                     \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* A terminated copy, so that a look beyond it is seen. */
static inline struct source fuzz_source(struct arena *arena, const uint8_t *data, size_t size)
{
	return source_from_text("fuzz", str_copy(arena, (struct str){(const char *)data, size}));
}

/* Prints all complaints; whatever the input holds, no control character may come out. */
static inline void fuzz_print(const struct diag_sink *sink, struct arena *scratch)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);

	FUZZ_CHECK(stream != NULL);
	diag_print(sink, scratch, stream, false);
	FUZZ_CHECK(fclose(stream) == 0);
	for (size_t i = 0; i < length; i++)
		FUZZ_CHECK(bytes[i] == '\n' || (unsigned char)bytes[i] >= 0x20);
	FUZZ_CHECK(utf8_check((struct str){bytes, length}) == length);
	free(bytes);
}

#endif
