/* SPDX-License-Identifier: MIT */
#include "check/seen.h"

enum { SEEN_FIRST = 1 << 10 };

void seen_init(struct seen *seen, struct arena *arena)
{
	*seen = (struct seen){.arena = arena, .capacity = SEEN_FIRST};
	seen->slots = ARENA_NEW(arena, SEEN_FIRST, struct seen_slot);
}

uint64_t seen_hash(unsigned kind, struct str text)
{
	/* Multiplied by an odd number and folded: FNV alone leaves the low bits poor. */
	uint64_t hash = (str_hash(text) ^ ((uint64_t)kind << 56)) * UINT64_C(0x9e3779b97f4a7c15);

	hash ^= hash >> 32;
	return hash ? hash : 1;
}

static struct seen_slot *slot_of(const struct seen *seen, uint64_t hash)
{
	size_t i = (size_t)hash & (seen->capacity - 1);

	while (seen->slots[i].hash && seen->slots[i].hash != hash)
		i = (i + 1) & (seen->capacity - 1);
	return &seen->slots[i];
}

static void grow(struct seen *seen)
{
	const struct seen before = *seen;

	seen->capacity *= 2;
	seen->slots = ARENA_NEW(seen->arena, seen->capacity, struct seen_slot);
	for (size_t i = 0; i < before.capacity; i++)
		if (before.slots[i].hash)
			*slot_of(seen, before.slots[i].hash) = before.slots[i];
}

const uint64_t *seen_find(const struct seen *seen, uint64_t hash)
{
	const struct seen_slot *slot = slot_of(seen, hash);

	return slot->hash ? &slot->where : NULL;
}

const uint64_t *seen_add(struct seen *seen, uint64_t hash, uint64_t where)
{
	struct seen_slot *slot = slot_of(seen, hash);

	if (slot->hash)
		return &slot->where;
	if (seen->count == SEEN_LIMIT)
		return NULL;
	*slot = (struct seen_slot){hash, where};
	seen->count++;
	if (seen->count * 3 > seen->capacity * 2)
		grow(seen);
	return NULL;
}
