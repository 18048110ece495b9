/* SPDX-License-Identifier: MIT */
/*
 * What every unit test includes first: cmocka with the headers it needs, and checks of our own
 * where cmocka's are too coarse (doubles as floats, NaN equal to anything, integers in hex).
 */
#ifndef SLURRYSCREEN_TESTS_CHECK_H
#define SLURRYSCREEN_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/str.h"

/* A NaN agrees with a NaN only, an infinity with the same one. */
static inline void check_double_at(double a, double b, double tolerance, const char *what,
				   const char *file, int line)
{
	if ((isnan(a) && isnan(b)) || a == b)
		return;
	if (!(fabs(a - b) <= tolerance)) {
		print_error("%s: %.17g is not %.17g within %g\n", what, a, b, tolerance);
		_fail(file, line);
	}
}

static inline void check_size_at(size_t a, size_t b, const char *what, const char *file, int line)
{
	if (a != b) {
		print_error("%s: %zu is not %zu\n", what, a, b);
		_fail(file, line);
	}
}

static inline void check_int_at(long a, long b, const char *what, const char *file, int line)
{
	if (a != b) {
		print_error("%s: %ld is not %ld\n", what, a, b);
		_fail(file, line);
	}
}

static inline void check_str_at(struct str a, struct str b, const char *what, const char *file,
				int line)
{
	if (!str_equal(a, b)) {
		print_error("%s is\n\"" STR_FORMAT "\", not\n\"" STR_FORMAT "\"\n", what,
			    STR_ARGS(a), STR_ARGS(b));
		_fail(file, line);
	}
}

static inline void check_true_at(int holds, const char *what, const char *file, int line)
{
	if (!holds) {
		print_error("%s does not hold\n", what);
		_fail(file, line);
	}
}

/* a: what is; b: what should be. */
#define check_double(a, b, tolerance) check_double_at((a), (b), (tolerance), #a, __FILE__, __LINE__)
#define check_size(a, b) check_size_at((a), (b), #a, __FILE__, __LINE__)
#define check_int(a, b) check_int_at((long)(a), (long)(b), #a, __FILE__, __LINE__)
#define check_str(a, b) check_str_at((a), (b), #a, __FILE__, __LINE__)
#define check_text(a, terminated) check_str((a), str_from(terminated))
#define check_true(holds) check_true_at(!!(holds), #holds, __FILE__, __LINE__)
#define check_false(holds) check_true_at(!(holds), "not " #holds, __FILE__, __LINE__)

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
