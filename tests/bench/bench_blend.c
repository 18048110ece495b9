/* SPDX-License-Identifier: MIT */
/*
 * How fast the search for blends is: prints blends per second, with the bound and without it.
 *
 *     bench_blend [ELECTROLYTE [BINDER [SALT]]]
 *     bench_blend --check ...      also asks evaluate() for every blend, and compares
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "data/lookup.h"
#include "mix/blend.h"
#include "model/builtin.h"

enum { ROUNDS = 5, STEPS = 20, TOP = 20 };

struct bench {
	struct arena arena;
	struct arena scratch;
	struct diag_sink sink;
	struct builtin_model model;
	struct evaluator evaluator;
	const struct lookup *lookup;
};

/* Of this process alone: other work on the machine does not count. */
static double now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static uint32_t row_of(struct bench *bench, enum table_id table, const char *name)
{
	const struct lookup_result found =
	    lookup_one(bench->lookup, 1u << table, str_from(name), &bench->arena);

	if (found.status != LOOKUP_OK) {
		fprintf(stderr, "bench_blend: %s is not one of the %s\n", name,
			table_infos[table].key);
		exit(2);
	}
	return found.found[0].row;
}

static void open_bench(struct bench *bench)
{
	const struct db *db = db_builtin();

	arena_init(&bench->arena, NULL);
	arena_init(&bench->scratch, NULL);
	diag_sink_init(&bench->sink, &bench->arena);
	if (!builtin_model_find(str_from("slurry"), &bench->model))
		exit(3);
	bench->lookup = lookup_build(db, (1u << TABLE_COUNT) - 1, &bench->arena);
	bench->evaluator.db = db;
	bench->evaluator.options = eval_options_default();
	bench->evaluator.model = model_read(&bench->model.source, db, &bench->arena, &bench->sink);
	if (!bench->evaluator.model)
		exit(3);
}

/* The fastest of some rounds. */
static void measure(struct bench *bench, const struct blend_request *request, const char *what)
{
	double best = HUGE_VAL;
	const struct blend_search *search = NULL;
	double possible;

	for (int i = 0; i < ROUNDS; i++) {
		double start = now();

		search = blend_run(request, &bench->arena, &bench->scratch);
		best = fmin(best, now() - start);
		arena_clear(&bench->scratch);
	}
	possible = (double)(search->candidates + search->rejected);
	possible = possible * (possible - 1.0) / 2.0 * (STEPS - 1);
	printf("%-10s %zu solvents, %zu pass the gates on parts, %zu pairs\n", what,
	       search->candidates + search->rejected, search->candidates, search->sets);
	printf("%-10s %.1f ms: %.2f million blends of the database a second; of those that pass, "
	       "%.2f million decided and %.2f million scored a second\n",
	       "", 1e3 * best, 1e-6 * possible / best, 1e-6 * (double)search->blends / best,
	       1e-6 * (double)search->evaluated / best);
}

struct best {
	double score;
	double worst_difference;
};

/* Every pair at every fraction by evaluate(): the list must be the same. */
static int check(struct bench *bench, const struct blend_request *request)
{
	const size_t count = bench->evaluator.db->tables[TABLE_SOLVENTS].count;
	struct blend_request all = *request;
	struct evaluation *work = evaluation_new(bench->evaluator.model, &bench->arena);
	const struct blend_search *search;
	size_t next = 0;
	size_t pairs = 0;
	double worst = 0.0;
	double start = now();

	all.top = count * count;
	all.exhaustive = true;
	search = blend_run(&all, &bench->arena, &bench->scratch);
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t b = a + 1; b < count; b++) {
			double best = -1.0;

			for (int k = 1; k < STEPS; k++) {
				const struct part parts[2] = {{a, (double)k / STEPS},
							      {b, (double)(STEPS - k) / STEPS}};
				const struct combo combo = {
				    request->se, request->binder, request->salt, {parts, 2}};

				evaluate(&bench->evaluator, &combo, work);
				if (!work->rejected)
					best = fmax(best, work->score.value);
			}
			if (best < 0.0)
				continue;
			pairs++;
			for (next = 0; next < search->row_count; next++) {
				const struct mixture *m =
				    &search->rows[next].ranking.evaluation->combo.solvent;

				if ((m->parts[0].row == a && m->parts[1].row == b) ||
				    (m->parts[0].row == b && m->parts[1].row == a))
					break;
			}
			if (next == search->row_count) {
				printf("a pair is lost\n");
				return 1;
			}
			worst = fmax(
			    worst, fabs(best - search->rows[next].ranking.evaluation->score.value));
		}
	printf("check      %zu pairs by evaluate() in %.1f s, %zu found; largest difference %g\n",
	       pairs, now() - start, search->row_count, worst);
	return pairs != search->row_count || worst > 1e-9;
}

int main(int argc, char **argv)
{
	const int with_check = argc > 1 && strcmp(argv[1], "--check") == 0;
	static struct bench bench;
	struct blend_request request = {.salt = DB_NO_ROW, .parts = 2, .steps = STEPS, .top = TOP};
	int status = 0;

	argc -= with_check;
	argv += with_check;
	open_bench(&bench);
	request.evaluator = &bench.evaluator;
	request.se = row_of(&bench, TABLE_ELECTROLYTES, argc > 1 ? argv[1] : "Li6PS5Cl");
	request.binder = row_of(&bench, TABLE_BINDERS, argc > 2 ? argv[2] : "NBR");
	if (argc > 3)
		request.salt = row_of(&bench, TABLE_SALTS, argv[3]);
	measure(&bench, &request, "search");
	request.exhaustive = true;
	measure(&bench, &request, "no bound");
	request.exhaustive = false;
	if (with_check)
		status = check(&bench, &request);
	arena_release(&bench.scratch);
	arena_release(&bench.arena);
	return status;
}
