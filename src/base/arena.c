/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_WITH_ASAN 1
#endif
#endif

#ifdef ARENA_WITH_ASAN
#include <sanitizer/asan_interface.h>
#define ARENA_HIDE(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define ARENA_SHOW(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
enum { ARENA_REDZONE = 16 }; /* between allocations, so that an overrun is seen */
#else
#define ARENA_HIDE(at, size) ((void)(at), (void)(size))
#define ARENA_SHOW(at, size) ((void)(at), (void)(size))
enum { ARENA_REDZONE = 0 };
#endif

/* Small at first: most operations need little. The limit keeps waste at the end small. */
static const size_t first_block_size = (size_t)8 << 10;
static const size_t largest_doubled_size = (size_t)4 << 20;
/* 512 GiB where a size has 64 bits: no honest request, and sums of sizes stay far from overflow. */
static const size_t largest_allocation = SIZE_MAX / 2 >> (sizeof(size_t) > 4 ? 24 : 0);

struct arena_block {
	struct arena_block *previous;
	size_t size; /* of space */
	size_t used;
	max_align_t space[];
};

struct arena_cleanup {
	struct arena_cleanup *previous;
	void (*done)(void *what);
	void *what;
};

static void *system_grow(void *context, size_t size)
{
	(void)context;
	return malloc(size);
}

static void system_give_back(void *context, void *block)
{
	(void)context;
	free(block);
}

const struct arena_system arena_system_malloc = {system_grow, system_give_back, NULL};

static unsigned char *block_space(struct arena_block *block)
{
	return (unsigned char *)block->space;
}

/* Bytes that an allocation takes up; 0 if they are too many. */
static size_t padded_size(size_t size)
{
	const size_t align = sizeof(max_align_t) > 16 ? sizeof(max_align_t) : 16;

	if (size > largest_allocation)
		return 0;
	if (size == 0)
		size = 1;
	return (size + align - 1) / align * align + ARENA_REDZONE;
}

_Noreturn void arena_fail(struct arena *arena)
{
	if (!arena->recovery)
		abort();
	longjmp(*arena->recovery, 1);
}

/* A new last block with room for size bytes; false if there is no memory. */
static bool arena_grow(struct arena *arena, size_t size)
{
	size_t block_size = first_block_size;
	struct arena_block *block;

	if (arena->last && arena->last->size < largest_doubled_size)
		block_size = 2 * arena->last->size;
	else if (arena->last)
		block_size = largest_doubled_size;
	if (block_size < size)
		block_size = size;
	block = arena->system->grow(arena->system->context, sizeof *block + block_size);
	if (!block)
		return false;
	block->previous = arena->last;
	block->size = block_size;
	block->used = 0;
	ARENA_HIDE(block_space(block), block->size);
	arena->last = block;
	return true;
}

/* NULL if there is no memory. Contents undefined. */
static void *arena_try(struct arena *arena, size_t size)
{
	const size_t padded = padded_size(size);
	void *at;

	if (padded == 0)
		return NULL;
	if ((!arena->last || arena->last->size - arena->last->used < padded) &&
	    !arena_grow(arena, padded))
		return NULL;
	at = block_space(arena->last) + arena->last->used;
	arena->last->used += padded;
	ARENA_SHOW(at, size);
	return at;
}

void arena_init(struct arena *arena, const struct arena_system *system)
{
	*arena = (struct arena){.system = system ? system : &arena_system_malloc};
}

static void arena_run_cleanups(struct arena *arena)
{
	while (arena->cleanups) {
		const struct arena_cleanup *cleanup = arena->cleanups;

		arena->cleanups = cleanup->previous;
		cleanup->done(cleanup->what);
	}
}

static void arena_drop_last(struct arena *arena)
{
	struct arena_block *block = arena->last;

	arena->last = block->previous;
	ARENA_SHOW(block_space(block), block->size);
	arena->system->give_back(arena->system->context, block);
}

void arena_clear(struct arena *arena)
{
	arena_run_cleanups(arena);
	while (arena->last && arena->last->previous)
		arena_drop_last(arena);
	if (arena->last) {
		arena->last->used = 0;
		ARENA_HIDE(block_space(arena->last), arena->last->size);
	}
}

void arena_release(struct arena *arena)
{
	arena_run_cleanups(arena);
	while (arena->last)
		arena_drop_last(arena);
}

void arena_recover_at(struct arena *arena, jmp_buf *recovery)
{
	arena->recovery = recovery;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	void *at;

	if (size != 0 && count > SIZE_MAX / size)
		arena_fail(arena);
	at = arena_try(arena, count * size);
	if (!at)
		arena_fail(arena);
	return memset(at, 0, count * size);
}

/* Lengthens the newest allocation where it stands; false if items is another or room is short. */
static bool arena_lengthen(struct arena *arena, void *items, size_t old_size, size_t new_size)
{
	struct arena_block *block = arena->last;
	const size_t old_padded = padded_size(old_size);
	const size_t new_padded = padded_size(new_size);

	if (!items || !block || new_padded == 0 || block->used < old_padded ||
	    (unsigned char *)items != block_space(block) + (block->used - old_padded) ||
	    block->size - (block->used - old_padded) < new_padded)
		return false;
	block->used += new_padded - old_padded;
	ARENA_SHOW(items, new_size);
	memset((unsigned char *)items + old_size, 0, new_size - old_size);
	return true;
}

void *arena_extend(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
	size_t wanted = *capacity < 8 ? 8 : *capacity;
	void *moved;

	if (count < *capacity)
		return items;
	if (size == 0 || count >= SIZE_MAX / 4 / size)
		arena_fail(arena);
	while (wanted <= count || wanted == *capacity)
		wanted *= 2;
	if (arena_lengthen(arena, items, *capacity * size, wanted * size)) {
		*capacity = wanted;
		return items;
	}
	moved = arena_alloc(arena, wanted, size);
	if (*capacity > 0)
		memcpy(moved, items, *capacity * size);
	*capacity = wanted;
	return moved;
}

void arena_defer(struct arena *arena, void (*done)(void *what), void *what)
{
	struct arena_cleanup *cleanup = arena_try(arena, sizeof *cleanup);

	if (!cleanup) {
		done(what);
		arena_fail(arena);
	}
	*cleanup = (struct arena_cleanup){arena->cleanups, done, what};
	arena->cleanups = cleanup;
}

char *arena_copy_text(struct arena *arena, const char *text, size_t length)
{
	char *copy;

	if (length == SIZE_MAX)
		arena_fail(arena);
	copy = arena_alloc(arena, length + 1, 1);
	if (length > 0)
		memcpy(copy, text, length);
	return copy;
}
