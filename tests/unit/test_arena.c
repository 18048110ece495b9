/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "base/arena.h"
#include "failing_memory.h"

static void allocations_are_zeroed_and_aligned(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena, NULL);
	for (int round = 0; round < 2; round++) {
		for (size_t size = 0; size < 300; size++) {
			unsigned char *at = arena_alloc(&arena, size, 1);

			assert_non_null(at);
			check_size((uintptr_t)at % _Alignof(max_align_t), 0);
			for (size_t i = 0; i < size; i++)
				check_int(at[i], 0);
			memset(at, 0xA5, size);
		}
		arena_clear(&arena); /* what was written must not shine through */
	}
	arena_release(&arena);
}

static void large_allocations_have_room(void **state)
{
	struct arena arena;
	char *large;

	(void)state;
	arena_init(&arena, NULL);
	large = arena_alloc(&arena, 50, 1 << 20);
	memset(large, 1, (size_t)50 << 20);
	memset(arena_alloc(&arena, 1, 100), 2, 100);
	check_int(large[((size_t)50 << 20) - 1], 1);
	arena_release(&arena);
	memset(arena_alloc(&arena, 1, 100), 2, 100); /* may be used again */
	arena_release(&arena);
}

static void extend_keeps_the_items(void **state)
{
	struct arena arena;
	size_t capacity = 0;
	size_t *items = NULL;

	(void)state;
	arena_init(&arena, NULL);
	for (size_t i = 0; i < 100000; i++) {
		items = arena_extend(&arena, items, i, &capacity, sizeof *items);
		check_true(capacity > i);
		items[i] = i;
		if (i % 1000 == 0)
			(void)arena_alloc(&arena, 1, 8); /* forces a move at the next growth */
	}
	for (size_t i = 0; i < 100000; i++)
		check_size(items[i], i);
	arena_release(&arena);
}

static void extend_jumps_to_a_large_count(void **state)
{
	struct arena arena;
	size_t capacity = 0;
	char *items;

	(void)state;
	arena_init(&arena, NULL);
	items = arena_extend(&arena, NULL, 0, &capacity, 1);
	items[0] = 'a';
	(void)arena_extend(&arena, items, 1, &capacity, 1);
	/* The contract: room for count + 1, whatever the capacity was. */
	items = arena_extend(&arena, items, capacity, &capacity, 1);
	check_int(items[0], 'a');
	arena_release(&arena);
}

static int cleanups_run;

static void note_cleanup(void *what)
{
	int *order = what;

	*order = ++cleanups_run;
}

static void cleanups_run_newest_first(void **state)
{
	struct arena arena;
	int first = 0;
	int second = 0;

	(void)state;
	cleanups_run = 0;
	arena_init(&arena, NULL);
	arena_defer(&arena, note_cleanup, &first);
	arena_defer(&arena, note_cleanup, &second);
	arena_clear(&arena);
	check_int(second, 1);
	check_int(first, 2);
	arena_release(&arena);
	check_int(cleanups_run, 2); /* once only */
}

/* Returns whether memory ran out. */
static int runs_out(struct arena *arena, size_t count, size_t size)
{
	jmp_buf recovery;

	if (setjmp(recovery) != 0)
		return 1;
	arena_recover_at(arena, &recovery);
	(void)arena_alloc(arena, count, size);
	arena_recover_at(arena, NULL);
	return 0;
}

static void overflow_is_out_of_memory(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena, NULL);
	check_true(runs_out(&arena, SIZE_MAX, 2));
	check_true(runs_out(&arena, SIZE_MAX / 2 + 2, 2));
	check_true(runs_out(&arena, 1, SIZE_MAX));
	check_true(runs_out(&arena, 1, SIZE_MAX / 2));
	check_false(runs_out(&arena, SIZE_MAX, 0));
	check_false(runs_out(&arena, 0, SIZE_MAX));
	arena_release(&arena);
}

static void failing_growth_recovers(void **state)
{
	struct failing_memory memory = {.left = 1};
	const struct arena_system system = failing_system(&memory);
	struct arena arena;

	(void)state;
	arena_init(&arena, &system);
	check_false(runs_out(&arena, 1, 100));
	check_true(runs_out(&arena, 1, 100000));
	check_false(runs_out(&arena, 1, 100)); /* what is there can still be used */
	arena_release(&arena);
	check_size(memory.live, 0);
}

static int defer_runs_out(struct arena *arena, int *order)
{
	jmp_buf recovery;

	if (setjmp(recovery) != 0)
		return 1;
	arena_recover_at(arena, &recovery);
	arena_defer(arena, note_cleanup, order);
	return 0;
}

static void a_cleanup_without_memory_runs_at_once(void **state)
{
	struct failing_memory memory = {.left = 0};
	const struct arena_system system = failing_system(&memory);
	struct arena arena;
	int order = 0;

	(void)state;
	cleanups_run = 0;
	arena_init(&arena, &system);
	check_true(defer_runs_out(&arena, &order));
	check_int(order, 1);
	arena_release(&arena);
	check_int(cleanups_run, 1);
}

static void copies_are_terminated(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena, NULL);
	assert_string_equal(arena_copy_text(&arena, "toluene", 3), "tol");
	assert_string_equal(arena_copy_text(&arena, NULL, 0), "");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(allocations_are_zeroed_and_aligned),
	    cmocka_unit_test(large_allocations_have_room),
	    cmocka_unit_test(extend_keeps_the_items),
	    cmocka_unit_test(extend_jumps_to_a_large_count),
	    cmocka_unit_test(cleanups_run_newest_first),
	    cmocka_unit_test(overflow_is_out_of_memory),
	    cmocka_unit_test(failing_growth_recovers),
	    cmocka_unit_test(a_cleanup_without_memory_runs_at_once),
	    cmocka_unit_test(copies_are_terminated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
