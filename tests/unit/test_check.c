/* SPDX-License-Identifier: MIT */
/* Whole runs of the check, on what no table of the shipped data looks like. */
#include "check.h"

#include <stdlib.h>
#include <time.h>

#include "check/check.h"

struct run {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct diag_sink sink;
};

static int set_up(void **state)
{
	struct run *run = calloc(1, sizeof *run);

	arena_init(&run->arena, NULL);
	arena_init(&run->scratch, NULL);
	arena_init(&run->row, NULL);
	*state = run;
	return 0;
}

static int tear_down(void **state)
{
	struct run *run = *state;

	arena_release(&run->arena);
	arena_release(&run->scratch);
	arena_release(&run->row);
	free(run);
	return 0;
}

static struct check_summary check(struct run *run, const struct source *sources, size_t count)
{
	const struct check_options options = {.known = db_builtin(), .base = db_builtin()};
	const struct check_arenas arenas = {&run->arena, &run->scratch, &run->row};

	diag_sink_init(&run->sink, &run->arena);
	return check_run(sources, count, &options, &arenas, &run->sink);
}

/* Seconds where each member is found at once, an hour where all columns are looked through. */
static void an_object_may_have_many_members(void **state)
{
	const clock_t start = clock();
	struct run *run = *state;
	struct source source;
	struct text text;

	text_init(&text, &run->arena);
	text_addf(&text, "{\"format\": \"slurryscreen-data/1\", \"solvents\": [{\"id\": \"a\"");
	for (int i = 0; i < 100000; i++)
		text_addf(&text, ", \"k%d\": 1", i);
	text_addf(&text, "}]}");
	source = source_from_text("wide.json", text_str(&text));
	(void)check(run, &source, 1);
	check_size(run->sink.total[DIAG_COLUMN_UNKNOWN], 100000);
	check_true((double)(clock() - start) / CLOCKS_PER_SEC < 60);
}

/* "Density" is read as density by the loader, so the rules see it; the first object has none. */
static void keys_of_objects_may_be_spelt_otherwise(void **state)
{
	static const char text[] =
	    "[{\"id\": \"a\", \"name\": \"A\"},\n {\"ID\": \"b\", \"Density\": 8.2, "
	    "\"formula\": \"C6H12\"}]";
	const struct source source = source_from_text("x.json", str_from(text));
	struct run *run = *state;

	(void)check(run, &source, 1);
	check_size(run->sink.total[DIAG_LEDGER_NONE], 1);
}

/* Alone it tells that the table is one of solvents: a model of the run says so. */
static void a_property_of_a_model_is_a_column(void **state)
{
	static const char model[] =
	    "{\"format\": \"slurryscreen-model/1\", \"name\": \"cheap\",\n"
	    "\"properties\": [{\"key\": \"price\", \"unit\": \"EUR/kg\", \"min\": 0}],\n"
	    "\"verdicts\": [{\"word\": \"good\", \"at\": 50}, {\"word\": \"bad\", \"at\": 0}],\n"
	    "\"criteria\": [{\"id\": \"price\", \"weight\": 1, \"terms\": [{\"id\": \"price\", "
	    "\"measure\": \"solvent.price\", \"curve\": [[0, 1], [10, 0]]}]}]}\n";
	const struct source sources[] = {
	    source_from_text("cheap.json", str_from(model)),
	    source_from_text("prices.csv", STR_LITERAL("id,price\nanisole,3.5\n"))};
	struct run *run = *state;
	const struct check_summary summary = check(run, sources, COUNT_OF(sources));

	check_text(str_from(summary.files[1].kind), "solvents");
	check_size(run->sink.severities[DIAG_ERROR], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_object_may_have_many_members),
	    cmocka_unit_test(keys_of_objects_may_be_spelt_otherwise),
	    cmocka_unit_test(a_property_of_a_model_is_a_column),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
