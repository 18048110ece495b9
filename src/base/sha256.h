/* SPDX-License-Identifier: MIT */
/*
 * SHA-256 (FIPS 180-4), to name data by its contents. Knows nothing of files.
 */
#ifndef SLURRYSCREEN_BASE_SHA256_H
#define SLURRYSCREEN_BASE_SHA256_H

#include <stdint.h>

#include "base/str.h"

enum { SHA256_BLOCK_SIZE = 64, SHA256_HEX_SIZE = 65 };

struct sha256 {
	uint32_t state[8];
	unsigned char block[SHA256_BLOCK_SIZE];
	size_t filled;   /* bytes of block */
	uint64_t length; /* bytes in all */
};

void sha256_init(struct sha256 *sha);
void sha256_add(struct sha256 *sha, struct str bytes);
/* As 64 lower-case hexadecimal digits, terminated. Initialise sha before using it again. */
void sha256_finish(struct sha256 *sha, char hex[SHA256_HEX_SIZE]);

#endif
