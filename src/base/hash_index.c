/* SPDX-License-Identifier: MIT */
#include "base/hash_index.h"

#include <assert.h>

enum { CAPACITY_MIN = 16 };

/*
 * 32 bits of the hash, well mixed: FNV leaves texts that differ at their end (x1, x2, ...) close
 * together, and linear probing is slow where values cluster. The factor is 2^64 / golden ratio.
 */
static uint32_t shorten(uint64_t hash)
{
	return (uint32_t)((hash ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

/* Linear probing: a value lies in the first free slot from its own on. */
static void put(struct hash_index *index, struct hash_slot slot)
{
	size_t at = slot.hash & (index->capacity - 1);

	while (index->slots[at].value_plus_one != 0)
		at = (at + 1) & (index->capacity - 1);
	index->slots[at] = slot;
}

/* Moving them from the start of a run on keeps the order of equal hashes. */
static void resize(struct hash_index *index, size_t capacity)
{
	const struct hash_slot *old = index->slots;
	const size_t old_capacity = index->capacity;
	size_t start = 0;

	index->slots = ARENA_NEW(index->arena, capacity, struct hash_slot);
	index->capacity = capacity;
	while (start < old_capacity && old[start].value_plus_one != 0)
		start++;
	for (size_t i = 0; i < old_capacity; i++) {
		const struct hash_slot slot = old[(start + i) & (old_capacity - 1)];

		if (slot.value_plus_one != 0)
			put(index, slot);
	}
}

void hash_index_init(struct hash_index *index, struct arena *arena, size_t expected)
{
	size_t capacity = CAPACITY_MIN;

	*index = (struct hash_index){.arena = arena};
	while (capacity < SIZE_MAX / 4 && capacity / 2 < expected)
		capacity *= 2;
	if (expected > 0)
		resize(index, capacity);
}

void hash_index_add(struct hash_index *index, uint64_t hash, uint32_t value)
{
	assert(value < UINT32_MAX);
	if (index->count >= index->capacity / 2)
		resize(index, index->capacity > 0 ? 2 * index->capacity : CAPACITY_MIN);
	put(index, (struct hash_slot){shorten(hash), value + 1});
	index->count++;
}

bool hash_index_next(const struct hash_index *index, uint64_t hash, size_t *cursor, uint32_t *value)
{
	const uint32_t wanted = shorten(hash);
	const size_t mask = index->capacity - 1;

	if (index->capacity == 0)
		return false;
	for (;;) {
		const struct hash_slot slot = index->slots[(wanted + *cursor) & mask];

		if (slot.value_plus_one == 0)
			return false;
		++*cursor;
		if (slot.hash == wanted) {
			*value = slot.value_plus_one - 1;
			return true;
		}
	}
}
