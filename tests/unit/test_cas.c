/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "check/cas.h"

struct reading_case {
	const char *text;
	enum cas_status status;
	const char *repaired; /* NULL: nothing that is the only one */
};

static const struct reading_case cases[] = {
    {"75-09-2", CAS_OK, NULL},
    {"108-88-3", CAS_OK, NULL},
    {"7732-18-5", CAS_OK, NULL},
    {"108-88-4", CAS_CHECK_DIGIT, NULL},
    /* what spreadsheets make of 75-09-2 */
    {"1975-09-02", CAS_DATE, "75-09-2"},
    {"1975/09/02", CAS_DATE, "75-09-2"},
    {"1975-09-02 00:00:00", CAS_DATE, "75-09-2"},
    {"1975-09-02T00:00", CAS_DATE, "75-09-2"},
    {"02/09/1975", CAS_DATE, "75-09-2"},
    {"9/2/1975", CAS_DATE, "75-09-2"},
    {"2/9/75", CAS_DATE, "75-09-2"},
    {"9/2/75", CAS_DATE, "75-09-2"},
    {"02.09.1975", CAS_DATE, "75-09-2"},
    {"2-Sep-75", CAS_DATE, "75-09-2"},
    {"02 September 1975", CAS_DATE, "75-09-2"},
    {"Sep 2, 1975", CAS_MALFORMED, NULL},
    {"75-09-02", CAS_DATE, "75-09-2"},
    {"27639", CAS_SERIAL, "75-09-2"},
    /* a year of three or four digits was the first part of the number */
    {"0110-02-01", CAS_DATE, "110-02-1"},
    {"1634-04-04", CAS_DATE, "1634-04-4"},
    /* the day is lost, so two numbers can be meant */
    {"Sep-75", CAS_DATE, NULL},
    /* a date that no CAS number gives */
    {"1999-12-31", CAS_DATE, NULL},
    /* other dress */
    {"0000108-88-3", CAS_DRESSED, "108-88-3"},
    {"CAS 108-88-3", CAS_DRESSED, "108-88-3"},
    {"108\xE2\x80\x93"
     "88\xE2\x80\x93"
     "3",
     CAS_DRESSED, "108-88-3"},
    {"108883", CAS_DRESSED, "108-88-3"},
    {"toluene", CAS_MALFORMED, NULL},
    {"1-2-3", CAS_MALFORMED, NULL},
    {"", CAS_MALFORMED, NULL},
};

static void texts_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct cas_reading reading = cas_read(str_from(cases[i].text));

		print_message("  \"%s\"\n", cases[i].text);
		check_int(reading.status, cases[i].status);
		if (cases[i].repaired) {
			check_size(reading.candidates, 1);
			check_text(str_from(reading.repaired[0]), cases[i].repaired);
		} else if (reading.status != CAS_CHECK_DIGIT) {
			check_true(reading.candidates != 1);
		}
	}
}

static void a_wrong_check_digit_says_the_right_one(void **state)
{
	(void)state;
	check_int(cas_read(STR_LITERAL("108-88-4")).digit, '3');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_are_read),
	    cmocka_unit_test(a_wrong_check_digit_says_the_right_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
