/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "base/num.h"

static void check_interval_at(struct num n, double value, double low, double high, const char *what,
			      int line)
{
	check_double_at(n.value, value, 1e-12, what, __FILE__, line);
	check_double_at(n.low, low, 1e-12, what, __FILE__, line);
	check_double_at(n.high, high, 1e-12, what, __FILE__, line);
}

#define check_interval(n, value, low, high)                                                        \
	check_interval_at((n), (value), (low), (high), #n, __LINE__)

static struct num between(double value, double low, double high)
{
	return num_between(value, low, high, NUM_MEASURED);
}

static void an_interval_holds_its_value(void **state)
{
	(void)state;
	check_interval(num_exact(2, NUM_FITTED), 2, 2, 2);
	check_interval(between(2, 3, 1), 2, 2, 2);
	check_interval(between(2, 1, 5), 2, 1, 5);
	check_interval(between(2, (double)NAN, (double)NAN), 2, 2, 2);
}

static void arithmetic_is_exact_at_the_ends(void **state)
{
	const struct num a = between(2, 1, 4);
	const struct num b = between(-3, -5, 2);
	const struct num c = between(-4, -8, -2);

	(void)state;
	check_interval(num_add(a, b), -1, -4, 6);
	check_interval(num_subtract(a, b), 5, -1, 9);
	check_interval(num_multiply(a, b), -6, -20, 8);
	check_interval(num_multiply(b, c), 12, -16, 40);
	check_interval(num_divide(a, c), -0.5, -2, -0.125);
	check_interval(num_divide(b, c), 0.75, -1, 2.5);
	check_interval(num_minimum(a, b), -3, -5, 2);
	check_interval(num_maximum(a, b), 2, 1, 4);
	check_interval(num_scale(a, -2), -4, -8, -2);
	check_interval(num_scale(a, 0), 0, 0, 0);
	check_interval(num_hypot(between(3, 3, 6), between(-4, -8, -4)), 5, 5, 10);
	check_interval(num_hypot(between(3, 3, 6), between(-4, -8, 1)), 5, 3, 10);
	check_interval(num_log10(between(100, 10, 1000)), 2, 1, 3);
}

static void log_of_a_low_end_below_zero_is_finite(void **state)
{
	(void)state;
	check_true(isfinite(num_log10(between(1, -1, 10)).low));
	check_true(num_log10(between(1, -1, 10)).low < -300);
	check_int(num_log10(between(0, 0, 10)).state, NUM_MISSING);
	check_int(num_log10(between(-1, -2, 10)).state, NUM_MISSING);
}

static void dividing_by_what_may_be_zero_is_missing(void **state)
{
	const struct num one = num_exact(1, NUM_MEASURED);

	(void)state;
	check_int(num_divide(one, between(1, -1, 2)).state, NUM_MISSING);
	check_int(num_divide(one, between(1, 0, 2)).state, NUM_MISSING);
	check_int(num_divide(one, between(-1, -2, 0)).state, NUM_MISSING);
	check_int(num_divide(one, num_exact(0, NUM_MEASURED)).state, NUM_MISSING);
}

static void infinite_ends_do_no_harm(void **state)
{
	const struct num any = between(2, -HUGE_VAL, HUGE_VAL);

	(void)state;
	check_interval(num_multiply(any, num_exact(0, NUM_MEASURED)), 0, 0, 0);
	check_interval(num_subtract(any, any), 0, -HUGE_VAL, HUGE_VAL);
	check_interval(num_divide(any, between(2, 1, HUGE_VAL)), 1, -HUGE_VAL, HUGE_VAL);
	check_int(
	    num_multiply(num_exact(1e300, NUM_MEASURED), num_exact(1e300, NUM_MEASURED)).state,
	    NUM_MISSING);
}

static void what_has_no_value_gives_none(void **state)
{
	const struct num one = num_exact(1, NUM_MEASURED);
	const struct num lacking[] = {num_missing(), num_none()};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lacking); i++) {
		const struct num results[] = {
		    num_add(one, lacking[i]),      num_add(lacking[i], one),
		    num_subtract(one, lacking[i]), num_multiply(lacking[i], one),
		    num_divide(one, lacking[i]),   num_divide(lacking[i], one),
		    num_minimum(one, lacking[i]),  num_maximum(lacking[i], one),
		    num_hypot(one, lacking[i]),    num_log10(lacking[i]),
		    num_scale(lacking[i], 2),
		};

		check_false(num_has_value(lacking[i]));
		for (size_t k = 0; k < COUNT_OF(results); k++) {
			check_int(results[k].state, NUM_MISSING);
			check_interval(results[k], (double)NAN, -HUGE_VAL, HUGE_VAL);
		}
	}
	check_int(num_as_inferred(num_missing()).state, NUM_MISSING);
}

static void the_worse_state_and_the_weaker_kind_win(void **state)
{
	const struct num a = num_exact(1, NUM_COMPILED);
	const struct num b = num_as_inferred(num_exact(2, NUM_JUDGEMENT));

	(void)state;
	check_int(num_add(a, b).state, NUM_INFERRED);
	check_int(num_add(a, b).kind, NUM_JUDGEMENT);
	check_int(num_multiply(b, a).kind, NUM_JUDGEMENT);
	check_int(num_scale(b, 2).state, NUM_INFERRED);
	check_true(num_has_value(b));
}

static void words_are_those_of_the_ledger(void **state)
{
	(void)state;
	assert_string_equal(num_kind_word(NUM_MEASURED), "measured");
	assert_string_equal(num_kind_word(NUM_UNCITED), "uncited");
	assert_string_equal(num_state_word(NUM_NONE), "none");
	for (int i = 0; i < NUM_KIND_COUNT; i++)
		assert_non_null(num_kind_word((enum num_kind)i));
}

/* Any points of the operands' intervals give a result within the result's interval. */
static void results_enclose_all_points(void **state)
{
	const double ends[] = {-7, -2.5, -1, -0.1, 0, 0.3, 1, 4, 9};
	const size_t n = COUNT_OF(ends);

	(void)state;
	for (size_t i = 0; i < n * n * n * n; i++) {
		const double a1 = ends[i % n], a2 = ends[i / n % n];
		const double b1 = ends[i / (n * n) % n], b2 = ends[i / (n * n * n)];
		const struct num a = between(a1, a2, a2), b = between(b1, b2, b2);
		const struct num product = num_multiply(a, b), quotient = num_divide(a, b);
		const struct num root = num_hypot(a, b);

		check_true(product.low <= a2 * b2 && a2 * b2 <= product.high);
		check_true(product.low <= a1 * b2 && a1 * b2 <= product.high);
		check_true(root.low <= hypot(a2, b1) && hypot(a2, b1) <= root.high);
		if (num_has_value(quotient))
			check_true(quotient.low <= a2 / b1 && a2 / b1 <= quotient.high);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_interval_holds_its_value),
	    cmocka_unit_test(arithmetic_is_exact_at_the_ends),
	    cmocka_unit_test(log_of_a_low_end_below_zero_is_finite),
	    cmocka_unit_test(dividing_by_what_may_be_zero_is_missing),
	    cmocka_unit_test(infinite_ends_do_no_harm),
	    cmocka_unit_test(what_has_no_value_gives_none),
	    cmocka_unit_test(the_worse_state_and_the_weaker_kind_win),
	    cmocka_unit_test(words_are_those_of_the_ledger),
	    cmocka_unit_test(results_enclose_all_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
