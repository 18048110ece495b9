/* SPDX-License-Identifier: MIT */
/*
 * How fast tables are read and combinations ranked: generated solvents (the built-in ones, their
 * numbers moved by up to 3 %), laid over the built-in database, with ten binders and Li6PS5Cl.
 *
 *     bench_rank [SOLVENTS ...]        1000 10000 100000 1000000 if none is given
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/random.h"
#include "data/load.h"
#include "data/lookup.h"
#include "engine/rank.h"
#include "model/builtin.h"

enum { BINDERS = 10, TOP = 100 };

/* Of this process alone: other work on the machine does not count. */
static double now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The columns that a table of one's own would have. */
static const char *const columns[] = {
    "class",
    "density",
    "molar_volume",
    "melting_point",
    "boiling_point",
    "flash_point",
    "vapor_pressure",
    "permittivity",
    "donor_number",
    "polarity_index",
    "hansen_d",
    "hansen_p",
    "hansen_h",
    "logp",
    "ghs",
    "carbons_per_donor",
    "protic",
    "halogens",
    "donor_groups",
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void add_codes(struct text *text, struct str_list codes)
{
	if (codes.count == 0)
		text_addf(text, "none");
	for (size_t i = 0; i < codes.count; i++)
		text_addf(text, "%s" STR_FORMAT, i ? ";" : "", STR_ARGS(codes.at[i]));
}

static void add_cell(struct text *text, const struct db *db, size_t row, size_t property,
		     struct random *random)
{
	const double cell = db_cell(db, TABLE_SOLVENTS, row, property);
	const enum prop_kind kind = db->properties.rows[property].kind;
	char buffer[NUMBER_TEXT_MAX];

	text_add_char(text, ',');
	if (isnan(cell))
		return;
	if (kind == PROP_CODES)
		add_codes(text, db_codes(db, TABLE_SOLVENTS, row, property));
	else if (isinf(cell))
		text_addf(text, "none");
	else if (kind == PROP_NUMBER)
		text_add(text,
			 number_write_fixed(buffer, cell * (0.97 + 0.06 * random_unit(random)), 4));
	else
		text_add(text, db_word(db, TABLE_SOLVENTS, row, property));
}

static struct source generate(size_t count, struct arena *arena)
{
	const struct db *db = db_builtin();
	struct random random = random_stream(1, count);
	size_t keys[COLUMNS];
	struct text text;

	text_init(&text, arena);
	text_addf(&text, "id");
	for (size_t i = 0; i < COLUMNS; i++) {
		keys[i] = prop_find(&db->properties, TABLE_SOLVENTS, str_from(columns[i]));
		text_addf(&text, ",%s", columns[i]);
	}
	for (size_t row = 0; row < count; row++) {
		text_addf(&text, "\nu%zu", row);
		for (size_t i = 0; i < COLUMNS; i++)
			add_cell(&text, db, row % db->tables[TABLE_SOLVENTS].count, keys[i],
				 &random);
	}
	return source_from_text("generated", text_str(&text));
}

static uint32_t row_of(const struct db *db, enum table_id table, const char *name,
		       struct arena *arena)
{
	const struct lookup *lookup = lookup_build(db, 1u << table, arena);

	return lookup_one(lookup, 1u << table, str_from(name), arena).found[0].row;
}

static void measure(size_t count)
{
	struct arena arena;
	struct arena scratch;
	struct diag_sink sink;
	struct builtin_model model;
	struct evaluator evaluator = {.options = eval_options_default()};
	struct rank_request request = {.salt = DB_NO_ROW, .reference = DB_NO_ROW, .top = TOP};
	uint32_t se;
	uint32_t binders[BINDERS];
	struct source source;
	double start;
	double loaded;
	double ranked;

	arena_init(&arena, NULL);
	arena_init(&scratch, NULL);
	diag_sink_init(&sink, &arena);
	source = generate(count, &arena);
	start = now();
	evaluator.db =
	    db_overlay(db_builtin(), &source, 1, &(struct load_options){.separator = ','}, &arena,
		       &scratch, &sink);
	loaded = now();
	se = row_of(evaluator.db, TABLE_ELECTROLYTES, "Li6PS5Cl", &arena);
	for (uint32_t i = 0; i < BINDERS; i++)
		binders[i] = i;
	if (!builtin_model_find(STR_LITERAL(BUILTIN_MODEL_DEFAULT), &model))
		abort();
	evaluator.model = model_read(&model.source, evaluator.db, &arena, &sink);
	request.evaluator = &evaluator;
	request.ses = &se;
	request.se_count = 1;
	request.binders = binders;
	request.binder_count = BINDERS;
	ranked = now();
	(void)rank_run(&request, &arena, &scratch);
	ranked = now() - ranked;
	printf("%9zu solvents  load %7.3f s %6.1f ns/cell  rank %7.3f s %6.1f ns/combination\n",
	       count, loaded - start, (loaded - start) * 1e9 / (double)(count * (COLUMNS + 1)),
	       ranked, ranked * 1e9 / (double)(count * BINDERS));
	arena_release(&scratch);
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	static const size_t sizes[] = {1000, 10000, 100000, 1000000};

	for (int i = 1; i < argc; i++)
		measure(strtoul(argv[i], NULL, 10));
	for (size_t i = 0; argc == 1 && i < sizeof sizes / sizeof *sizes; i++)
		measure(sizes[i]);
	return 0;
}
