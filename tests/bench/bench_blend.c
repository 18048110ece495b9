/* SPDX-License-Identifier: MIT */
/*
 * How fast the search for blends is: prints blends per second, with the bound and without it.
 *
 *     bench_blend [ELECTROLYTE [BINDER [SALT]]]
 *     bench_blend --check ...      also asks evaluate() for every blend, and compares
 *     bench_blend --plan FILE ...  also writes what is left of the model for blends, the times and
 *                                  the best of each pair, for blend_numpy.py
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "data/lookup.h"
#include "mix/blend.h"
#include "mix/plan.h"
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

/* The fastest of some rounds, in seconds. */
static double measure(struct bench *bench, const struct blend_request *request, const char *what)
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
	return best;
}

/* ---- The plan as JSON, with NaN and Infinity as Python reads them ------------------------- */

static void put_number(FILE *out, double x)
{
	if (isnan(x))
		fputs("NaN", out);
	else if (isinf(x))
		fputs(x > 0.0 ? "Infinity" : "-Infinity", out);
	else
		fprintf(out, "%.17g", x);
}

static void put_column(FILE *out, const double *column, size_t count)
{
	if (!column) {
		fputs("null", out);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		fputs(i ? ", " : "[", out);
		put_number(out, column[i]);
	}
	fputs(count ? "]" : "[]", out);
}

static void put_curve(FILE *out, const struct curve *curve)
{
	if (!curve) {
		fputs("null", out);
		return;
	}
	fputc('[', out);
	for (size_t i = 0; i < curve->count; i++)
		fprintf(out, "%s[%.17g, %.17g]", i ? ", " : "", curve->points[i].x,
			curve->points[i].y);
	fputc(']', out);
}

static void put_node(FILE *out, const struct node *node, size_t count)
{
	static const char *const ops[] = {
	    [NODE_FIXED] = "fixed",     [NODE_VOLUME] = "volume",
	    [NODE_POWER] = "power",     [NODE_MOLE] = "mole",
	    [NODE_LOWEST] = "lowest",   [NODE_HIGHEST] = "highest",
	    [NODE_CODES] = "codes",     [NODE_RED] = "red",
	    [NODE_PRODUCT] = "product", [NODE_DIFFERENCE] = "difference",
	    [NODE_LOG10] = "log10",     [NODE_HYPOT] = "hypot",
	    [NODE_CURVE] = "curve",     [NODE_LINEAR] = "linear",
	    [NODE_FIRST] = "first",
	};

	if (!node) {
		fputs("null", out);
		return;
	}
	fprintf(out,
		"{\"op\": \"%s\", \"exponent\": %.17g, \"from\": %.17g, \"factor\": %.17g, "
		"\"offset\": %.17g, \"number\": ",
		ops[node->op], node->exponent, node->from, node->factor, node->offset);
	put_number(out, node->number);
	fputs(", \"columns\": [", out);
	for (size_t k = 0; k < NODE_COLUMNS; k++) {
		fputs(k ? ", " : "", out);
		put_column(out, node->columns[k], count);
	}
	fputs("], \"curve\": ", out);
	put_curve(out, node->curve);
	fputs(", \"spheres\": [", out);
	for (size_t i = 0; i < node->sphere_count; i++)
		fprintf(out, "%s[%.17g, %.17g, %.17g, %.17g]", i ? ", " : "",
			node->spheres[i].at[0], node->spheres[i].at[1], node->spheres[i].at[2],
			node->spheres[i].radius.value);
	fputs("], \"args\": [", out);
	for (size_t i = 0; i < node->arg_count; i++) {
		fputs(i ? ", " : "", out);
		put_node(out, node->args[i], count);
	}
	fputs("]}", out);
}

static void put_reading(FILE *out, const struct reading_plan *plan, size_t count)
{
	fprintf(out, "{\"fixed\": %s, \"value\": ", plan->fixed ? "true" : "false");
	put_number(out, plan->value);
	fputs(", \"none\": ", out);
	put_number(out, plan->reading->none);
	fputs(", \"curve\": ", out);
	put_curve(out, plan->reading->curve);
	fputs(", \"words\": [", out);
	for (size_t i = 0; i < plan->reading->word_count; i++)
		fprintf(out, "%s[%.17g, %.17g]", i ? ", " : "", plan->reading->words[i].cell,
			plan->reading->words[i].value);
	fputs("], \"node\": ", out);
	put_node(out, plan->node, count);
	fputs("}", out);
}

static void put_term(FILE *out, const struct term_plan *term, size_t count)
{
	fprintf(out,
		"{\"weight\": %.17g, \"worst\": %s, \"mix_from\": %.17g, \"missing\": %.17g, "
		"\"cap_unknown\": %.17g, \"parts\": ",
		term->weight, term->mix == TERM_MIX_WORST ? "true" : "false", term->mix_from,
		term->missing, term->cap_unknown);
	put_column(out, term->parts, count);
	fputs(", \"cap\": ", out);
	put_node(out, term->cap, count);
	fputs(", \"readings\": [", out);
	for (size_t i = 0; i < term->reading_count; i++) {
		fputs(i ? ", " : "", out);
		put_reading(out, &term->readings[i], count);
	}
	fputs("]}", out);
}

static void put_criterion(FILE *out, const struct criterion_plan *plan, size_t count)
{
	static const char *const combines[] = {[COMBINE_GEOMETRIC] = "geometric",
					       [COMBINE_ARITHMETIC] = "arithmetic",
					       [COMBINE_MINIMUM] = "minimum"};
	const struct measured *measured = plan->criterion->measured;

	fprintf(out,
		"{\"weight\": %.17g, \"combine\": \"%s\", \"limit\": ", plan->criterion->weight,
		combines[plan->criterion->combine]);
	put_curve(out, plan->criterion->limit);
	fputs(", \"witness\": ", out);
	put_column(out, plan->witness, count);
	fprintf(out,
		", \"part_from\": %.17g, \"part_value\": ", measured ? measured->part_from : 0.0);
	put_number(out, measured ? measured->part_value : 0.0);
	fputs(", \"gates\": [", out);
	for (size_t i = 0; i < plan->gate_count; i++)
		fprintf(out, "%s{\"below\": %.17g, \"rejects\": %s, \"factor\": %.17g}",
			i ? ", " : "", plan->gates[i]->below,
			plan->gates[i]->verdict == GATE_REJECT ? "true" : "false",
			plan->gates[i]->factor);
	fputs("], \"terms\": [", out);
	for (size_t i = 0; i < plan->term_count; i++) {
		fputs(i ? ", " : "", out);
		put_term(out, &plan->terms[i], count);
	}
	fputs("]}", out);
}

static void put_test(FILE *out, const struct test *test, size_t count)
{
	static const char *const ops[] = {[TEST_FIXED] = "fixed",
					  [TEST_COMPARE] = "compare",
					  [TEST_KNOWN] = "known",
					  [TEST_WORDS] = "words",
					  [TEST_NOT] = "not"};

	fprintf(out,
		"{\"op\": \"%s\", \"closed\": %s, \"fixed\": \"%s\", \"compare\": \"%s\", "
		"\"limit\": ",
		ops[test->op], test->closed ? "true" : "false",
		test->fixed == TRUTH_YES  ? "yes"
		: test->fixed == TRUTH_NO ? "no"
					  : "unknown",
		test->op == TEST_COMPARE ? condition_types[test->compare].word : "");
	put_number(out, test->limit);
	fputs(", \"column\": ", out);
	put_column(out, test->column, count);
	fputs(", \"node\": ", out);
	put_node(out, test->node, count);
	fputs(", \"inner\": ", out);
	if (test->inner)
		put_test(out, test->inner, count);
	else
		fputs("null", out);
	fputs("}", out);
}

static void put_gate(FILE *out, const struct gate_plan *gate, size_t count)
{
	fprintf(out, "{\"rejects\": %s, \"factor\": %.17g, \"any\": [",
		gate->gate->verdict == GATE_REJECT ? "true" : "false", gate->gate->factor);
	for (size_t i = 0; i < gate->any_count; i++) {
		fputs(i ? ", [" : "[", out);
		for (size_t k = 0; k < gate->any[i].count; k++) {
			fputs(k ? ", " : "", out);
			put_test(out, &gate->any[i].at[k], count);
		}
		fputs("]", out);
	}
	fputs("]}", out);
}

/* Solvents by their place among the plan's; without pairs that an observation names. */
static void put_best(FILE *out, const struct blend_search *search, const struct plan *plan)
{
	bool first = true;

	for (size_t i = 0; i < search->row_count; i++) {
		const struct evaluation *evaluation = search->rows[i].ranking.evaluation;
		const struct part *parts = evaluation->combo.solvent.parts;
		const uint32_t pair[2] = {parts[0].row, parts[1].row};

		if (plan_is_named(plan, pair, 2))
			continue;
		fprintf(out, "%s[%u, %u, %.17g]", first ? "" : ",\n", (unsigned)pair[0],
			(unsigned)pair[1], evaluation->score.value);
		first = false;
	}
}

static void put_part_gates(FILE *out, const struct plan *plan)
{
	fputs(", \"thresholds\": ", out);
	put_column(out, plan->thresholds, plan->threshold_count);
	fputs(", \"part_gates\": [", out);
	for (size_t i = 0; i < plan->count * plan->threshold_count; i++)
		fprintf(out, "%s[%.17g, %d]", i ? ", " : "", plan->part_gates[i].factor,
			plan->part_gates[i].rejects);
	fputs("]", out);
}

static int write_plan(struct bench *bench, const struct blend_request *request, const char *path,
		      const double seconds[2])
{
	const size_t count = bench->evaluator.db->tables[TABLE_SOLVENTS].count;
	uint32_t *rows = ARENA_NEW(&bench->arena, count, uint32_t);
	const struct combo combo = {request->se, request->binder, request->salt, {NULL, 0}};
	struct blend_request all = *request;
	const struct plan *plan;
	FILE *out = fopen(path, "w");

	if (!out) {
		perror(path);
		return 3;
	}
	for (uint32_t i = 0; i < count; i++)
		rows[i] = i; /* so that a place among the plan's is a row */
	plan = plan_new(&bench->evaluator, &combo, rows, count, &bench->arena);
	all.top = count * count;
	all.exhaustive = true;
	fprintf(out,
		"{\"steps\": %d, \"solvents\": %zu, \"slow\": %s, \"floor\": %.17g,\n"
		"\"seconds\": {\"search\": %.17g, \"exhaustive\": %.17g},\n\"criteria\": [",
		STEPS, count, plan->slow ? "true" : "false", bench->evaluator.model->floor,
		seconds[0], seconds[1]);
	for (size_t i = 0; i < plan->criterion_count; i++) {
		fputs(i ? ",\n" : "\n", out);
		put_criterion(out, &plan->criteria[i], count);
	}
	fputs("],\n\"gates\": [", out);
	for (size_t i = 0; i < plan->gate_count; i++) {
		fputs(i ? ",\n" : "\n", out);
		put_gate(out, &plan->gates[i], count);
	}
	fputs("]", out);
	put_part_gates(out, plan);
	fputs(",\n\"best\": [", out);
	put_best(out, blend_run(&all, &bench->arena, &bench->scratch), plan);
	fputs("]}\n", out);
	return fclose(out) == 0 ? 0 : 3;
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
	const char *plan = NULL;
	double seconds[2];
	int status = 0;

	argc -= with_check;
	argv += with_check;
	if (argc > 2 && strcmp(argv[1], "--plan") == 0) {
		plan = argv[2];
		argc -= 2;
		argv += 2;
	}
	open_bench(&bench);
	request.evaluator = &bench.evaluator;
	request.se = row_of(&bench, TABLE_ELECTROLYTES, argc > 1 ? argv[1] : "Li6PS5Cl");
	request.binder = row_of(&bench, TABLE_BINDERS, argc > 2 ? argv[2] : "NBR");
	if (argc > 3)
		request.salt = row_of(&bench, TABLE_SALTS, argv[3]);
	seconds[0] = measure(&bench, &request, "search");
	request.exhaustive = true;
	seconds[1] = measure(&bench, &request, "no bound");
	request.exhaustive = false;
	if (plan)
		status = write_plan(&bench, &request, plan, seconds);
	if (with_check)
		status = check(&bench, &request);
	arena_release(&bench.scratch);
	arena_release(&bench.arena);
	return status;
}
