/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <slurryscreen/slurryscreen.h>

static int open_slurry(void **state)
{
	*state = slurry_open();
	return *state ? 0 : -1;
}

static int close_slurry(void **state)
{
	slurry_close(*state);
	return 0;
}

static struct slurry_result *screen(struct slurry *slurry, const char *se, const char *binder,
				    const char *solvent)
{
	struct slurry_result *result = NULL;

	check_int(slurry_screen(slurry, se, binder, solvent, &result), SLURRY_OK);
	assert_non_null(result);
	return result;
}

/* The row of a solvent, or the number of rows. */
static size_t row_of(const struct slurry_result *result, const char *solvent)
{
	size_t row = 0;

	while (row < slurry_result_count(result) &&
	       strcmp(slurry_row_solvent(result, row), solvent) != 0)
		row++;
	return row;
}

static void rows_are_in_order(void **state)
{
	const struct slurry_result *result = screen(*state, "Li6PS5Cl", "NBR", NULL);
	double before = 100;

	check_true(slurry_result_count(result) > 200);
	for (size_t i = 0; i < slurry_result_count(result); i++) {
		const double score = slurry_row_score(result, i);

		check_true(slurry_row_low(result, i) <= score);
		check_true(slurry_row_high(result, i) >= score);
		check_text(str_from(slurry_row_binder(result, i)), "nbr");
		if (slurry_row_rank(result, i) == 0) {
			check_text(str_from(slurry_row_verdict(result, i)), "rejected");
			continue;
		}
		check_size(slurry_row_rank(result, i), i + 1);
		check_true(score <= before);
		before = score;
	}
}

static void the_conventional_solvent_is_rejected(void **state)
{
	const struct slurry_result *result = screen(*state, "Li6PS5Cl", "NBR", "NMP,anisole");

	check_size(slurry_result_count(result), 2);
	check_text(str_from(slurry_row_solvent(result, 0)), "anisole");
	check_text(str_from(slurry_row_verdict(result, row_of(result, "nmp"))), "rejected");
	check_true(slurry_row_criterion(result, 0, "compatibility") > 0.5);
	check_true(isnan(slurry_row_criterion(result, 0, "salt")));
	check_true(isnan(slurry_row_criterion(result, 0, "no such")));
}

static void what_is_wrong_is_said(void **state)
{
	struct slurry_result *result = NULL;
	double weighed;

	check_int(slurry_screen(*state, "Li6PS5Cl", "NBR", "anisol", &result), SLURRY_USAGE);
	assert_null(result);
	check_text(str_from(slurry_problem(*state)), "no solvent is called 'anisol'");
	check_true(strstr(slurry_advice(*state), "did you mean 'anisole'?") != NULL);
	check_int(slurry_use_model(*state, "slury"), SLURRY_USAGE);
	check_int(slurry_add_file(*state, "no/such/file.csv"), SLURRY_FAILED);
	check_text(str_from(slurry_problem(*state)),
		   "cannot read 'no/such/file.csv': No such file or directory");
	check_int(slurry_set_weight(*state, "no-such", 1), SLURRY_USAGE);
	check_int(slurry_set_weight(*state, "drying", -1), SLURRY_USAGE);
	check_int(slurry_set_weight(*state, "drying", 0.5), SLURRY_OK);
	weighed = slurry_row_score(screen(*state, "Li6PS5Cl", "NBR", "toluene"), 0);
	check_int(slurry_set_weight(*state, "drying", 1e308), SLURRY_USAGE);
	check_true(strstr(slurry_problem(*state), "'drying' is above 1000000") != NULL);
	check_double(slurry_row_score(screen(*state, "Li6PS5Cl", "NBR", "toluene"), 0), weighed, 0);
	check_int(slurry_set_weight(*state, "drying", 0.2), SLURRY_OK);
	check_text(str_from(slurry_problem(*state)), "");
}

static void a_weight_changes_the_score(void **state)
{
	const struct slurry_result *before = screen(*state, "Li6PS5Cl", "NBR", "p-xylene");
	const struct slurry_result *after;

	check_int(slurry_set_weight(*state, "safety", 100), SLURRY_OK);
	after = screen(*state, "Li6PS5Cl", "NBR", "p-xylene");
	check_true(slurry_row_score(after, 0) < slurry_row_score(before, 0));
	check_double(slurry_row_criterion(after, 0, "drying"),
		     slurry_row_criterion(before, 0, "drying"), 0);
}

/* A file with this text; the caller unlinks it. */
static void write_file(char *path, const char *text)
{
	const int descriptor = mkstemp(path);

	check_true(descriptor >= 0);
	check_int(write(descriptor, text, strlen(text)), (long)strlen(text));
	check_int(close(descriptor), 0);
}

static void a_file_adds_a_solvent(void **state)
{
	char path[] = "test_api.XXXXXX";
	const struct slurry_result *result;

	write_file(path, "id,name,boiling_point,ghs\nmy-oil,My oil,150,none\n");
	check_int(slurry_add_file(*state, path), SLURRY_OK);
	(void)unlink(path);
	result = screen(*state, "Li6PS5Cl", "NBR", "My oil");
	check_text(str_from(slurry_row_solvent(result, 0)), "my-oil");
}

static void a_file_with_errors_is_used_as_far_as_possible(void **state)
{
	char path[] = "test_api.XXXXXX";
	struct slurry_result *result = NULL;
	FILE *out = tmpfile();
	char text[1024];

	assert_non_null(out);
	write_file(path, "id,name,boiling_point\nmy-oil,My oil,-300\n");
	check_int(slurry_add_file(*state, path), SLURRY_INPUT);
	(void)unlink(path);
	check_true(slurry_diagnostic_count(*state) > 0);
	check_int(slurry_write_diagnostics(*state, out), SLURRY_OK);
	rewind(out);
	text[fread(text, 1, sizeof text - 1, out)] = '\0';
	(void)fclose(out);
	check_true(strstr(text, ":2:15: error: ") != NULL);
	check_int(slurry_screen(*state, "Li6PS5Cl", "NBR", "my-oil", &result), SLURRY_INPUT);
	check_size(slurry_result_count(result), 1);
}

static void results_outlive_changes(void **state)
{
	struct slurry_result *first = screen(*state, "Li6PS5Cl", "NBR", "anisole");
	const double score = slurry_row_score(first, 0);
	struct slurry_result *second;
	FILE *out = tmpfile();

	assert_non_null(out);
	check_int(slurry_use_model(*state, "dry"), SLURRY_OK);
	second = screen(*state, "Li6PS5Cl", "PTFE", NULL);
	check_true(slurry_result_count(second) > 0);
	slurry_result_free(second);
	check_double(slurry_row_score(first, 0), score, 0);
	check_int(slurry_write(first, "csv", out), SLURRY_OK);
	check_true(ftell(out) > 0);
	check_int(slurry_write(first, "no-such", out), SLURRY_USAGE);
	slurry_result_free(first);
	(void)fclose(out);
}

static void closing_nothing_is_allowed(void **state)
{
	(void)state;
	slurry_close(NULL);
	slurry_result_free(NULL);
	check_true(strlen(slurry_version()) >= 5);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_slurry, close_slurry)
	const struct CMUnitTest tests[] = {
	    TEST(rows_are_in_order),       TEST(the_conventional_solvent_is_rejected),
	    TEST(what_is_wrong_is_said),   TEST(a_weight_changes_the_score),
	    TEST(a_file_adds_a_solvent),   TEST(a_file_with_errors_is_used_as_far_as_possible),
	    TEST(results_outlive_changes), cmocka_unit_test(closing_nothing_is_allowed),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
