/* SPDX-License-Identifier: MIT */
/*
 * From hashes to numbers: which rows may have a given text. Holds no texts: the caller compares
 * those of the rows that it is given. Several rows may share a hash. Grows in an arena.
 */
#ifndef SLURRYSCREEN_BASE_HASH_INDEX_H
#define SLURRYSCREEN_BASE_HASH_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct hash_slot {
	uint32_t hash;
	uint32_t value_plus_one; /* 0: the slot is free */
};

struct hash_index {
	struct arena *arena;
	struct hash_slot *slots;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
};

/* expected: how many values will come, so that it need not grow; 0 if nobody knows. */
void hash_index_init(struct hash_index *index, struct arena *arena, size_t expected);
/* value: below UINT32_MAX. The same value may be added under several hashes. */
void hash_index_add(struct hash_index *index, uint64_t hash, uint32_t value);
/* The next value under this hash, in the order added. *cursor starts at 0. */
bool hash_index_next(const struct hash_index *index, uint64_t hash, size_t *cursor,
		     uint32_t *value);

#endif
