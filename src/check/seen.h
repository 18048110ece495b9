/* SPDX-License-Identifier: MIT */
/*
 * Inside the check room: what has been seen before, by hash. Sixteen bytes an entry, so that files
 * of millions of rows can be searched for duplicates; equal hashes (64 bits) count as equal.
 */
#ifndef SLURRYSCREEN_CHECK_SEEN_H
#define SLURRYSCREEN_CHECK_SEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct seen_slot {
	uint64_t hash; /* 0: free */
	uint64_t where;
};

struct seen {
	struct arena *arena;
	struct seen_slot *slots;
	size_t count;
	size_t capacity; /* a power of two */
};

/* 16 million entries, 512 MiB: further ones are not remembered. */
enum { SEEN_LIMIT = 1 << 24 };

void seen_init(struct seen *seen, struct arena *arena);

/* kind keeps names apart from numbers, tables from each other. */
uint64_t seen_hash(unsigned kind, struct str text);

/* Where it was seen first, or NULL; then it is remembered as seen at `where`. */
const uint64_t *seen_add(struct seen *seen, uint64_t hash, uint64_t where);
const uint64_t *seen_find(const struct seen *seen, uint64_t hash);

#endif
