/* SPDX-License-Identifier: MIT */
/*
 * Arena memory: allocate forward, free everything at once.
 *
 * The session owns two arenas: one that lives as long as the session, one scratch arena that each
 * top-level operation clears. What comes from an arena is never freed by itself.
 *
 * Failure: an allocation that cannot be had does not return. Control goes to the recovery point
 * that the owner has set with arena_recover_at(); the session sets one per public operation, turns
 * it into a status, and clears the scratch arena, which runs the deferred clean-ups (parsers of
 * other libraries, open files). Without a recovery point the program aborts: that is a mistake in
 * the program.
 */
#ifndef SLURRYSCREEN_BASE_ARENA_H
#define SLURRYSCREEN_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

/* Where blocks come from. Tests replace it to make the n-th growth fail. */
struct arena_system {
	void *(*grow)(void *context, size_t size); /* NULL: no memory */
	void (*give_back)(void *context, void *block);
	void *context;
};

extern const struct arena_system arena_system_malloc;

struct arena_block;
struct arena_cleanup;

struct arena {
	const struct arena_system *system;
	struct arena_block *last;
	struct arena_cleanup *cleanups;
	jmp_buf *recovery;
};

/* Needs no memory and cannot fail. system == NULL means arena_system_malloc. */
void arena_init(struct arena *arena, const struct arena_system *system);

/* Runs the clean-ups, newest first, and forgets all contents; the first block is kept for reuse. */
void arena_clear(struct arena *arena);

/* As arena_clear, and gives all blocks back. The arena may be used again. */
void arena_release(struct arena *arena);

/* Where to go when memory is out; NULL takes it back. The caller owns the jump buffer. */
void arena_recover_at(struct arena *arena, jmp_buf *recovery);

/* count objects of size bytes, zeroed, aligned for any type. Never NULL. count*size is checked. */
void *arena_alloc(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));

#define ARENA_NEW(arena, count, type) ((type *)arena_alloc((arena), (count), sizeof(type)))

/*
 * A growing array: returns `items`, moved if need be, with room for at least `count` + 1 items.
 * *capacity is kept by the caller and starts at 0 (with items == NULL); it at least doubles when it
 * grows, and count may be beyond it. What was there is kept, the rest is zeroed.
 */
void *arena_extend(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/*
 * Calls done(what) when the arena is cleared or released. If there is no memory to remember it,
 * done(what) runs at once, before control goes to the recovery point: nothing leaks.
 */
void arena_defer(struct arena *arena, void (*done)(void *what), void *what);

/* For other libraries that report that memory is out: the same fate as a failing allocation. */
_Noreturn void arena_fail(struct arena *arena);

/* A terminated copy of length bytes. */
char *arena_copy_text(struct arena *arena, const char *text, size_t length);

#endif
