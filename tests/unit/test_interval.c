/* SPDX-License-Identifier: MIT */
/*
 * The interval of a score, found the slow way: values drawn within the intervals of what a
 * combination reads must give scores within its interval. Nothing of the engine's own arithmetic of
 * intervals is used, only scores of single values.
 */
#include "check.h"

#include "base/random.h"
#include "db_copy.h"
#include "engine_fixture.h"

enum { COMBINATIONS = 400, DRAWS = 25 };

static const double tolerance = 1e-7; /* scores are rounded to 1e-9 */
/* The rule for RED states +- on the distance, not on each parameter. */
static const double ra_spread = 1.0;

struct world {
	struct engine_fixture fixture;
	struct db_copy copy;
	struct evaluator evaluator; /* over the copy */
	struct random random;
};

/* A cell that was changed, to be put back. */
struct kept {
	enum table_id table;
	uint32_t row;
	size_t property;
	double value;
};

struct kept_list {
	struct kept at[16];
	size_t count;
};

static void world_open(struct world *world, const char *model, uint64_t seed)
{
	engine_fixture_open(&world->fixture, model);
	db_copy_make(&world->copy, world->fixture.evaluator.db, &world->fixture.arena);
	world->evaluator = world->fixture.evaluator;
	world->evaluator.db = &world->copy.db;
	world->random = random_stream(seed, 0);
}

static size_t pick(struct world *world, size_t count)
{
	return (size_t)(random_unit(&world->random) * (double)count);
}

static double between(struct world *world, double low, double high)
{
	return low + (high - low) * random_unit(&world->random);
}

static void put(struct world *world, struct kept_list *kept, enum table_id table, uint32_t row,
		size_t property, double value)
{
	double *cell = &world->copy.values[table][property][row];

	kept->at[kept->count++] = (struct kept){table, row, property, *cell};
	*cell = value;
}

static void put_back(struct world *world, const struct kept_list *kept)
{
	for (size_t i = kept->count; i > 0; i--) {
		const struct kept *k = &kept->at[i - 1];

		world->copy.values[k->table][k->property][k->row] = k->value;
	}
}

/* Within the cell's own interval; unknown ones stay unknown. */
static void draw_cell(struct world *world, struct kept_list *kept, enum table_id table,
		      uint32_t row, const char *key)
{
	const size_t property = prop_find(&world->copy.db.properties, table, str_from(key));
	struct num n;

	check_true(property != SIZE_MAX);
	n = db_num(&world->copy.db, table, row, property);
	if (num_has_value(n))
		put(world, kept, table, row, property, between(world, n.low, n.high));
}

/* A step of the Hansen vector that is at most as long as the spread of the distance. */
static void draw_hansen(struct world *world, struct kept_list *kept, uint32_t row)
{
	static const char *const keys[] = {"hansen_d", "hansen_p", "hansen_h"};
	static const double stretch[] = {2.0, 1.0, 1.0}; /* Ra counts dD twice */

	for (int i = 0; i < 3; i++) {
		const size_t property =
		    prop_find(&world->copy.db.properties, TABLE_SOLVENTS, str_from(keys[i]));
		const double most = ra_spread / sqrt(3.0) / stretch[i];
		const struct num n = db_num(&world->copy.db, TABLE_SOLVENTS, row, property);

		if (num_has_value(n))
			put(world, kept, TABLE_SOLVENTS, row, property,
			    between(world, fmax(n.low, n.value - most),
				    fmin(n.high, n.value + most)));
	}
}

static bool same_gates(const struct model *model, const struct evaluation *a,
		       const struct evaluation *b)
{
	for (size_t i = 0; i < model->gate_count; i++)
		if (a->gates[i].status != b->gates[i].status)
			return false;
	return true;
}

static struct combo random_combo(struct world *world, struct part *part)
{
	const struct table *tables = world->copy.db.tables;

	*part = (struct part){(uint32_t)pick(world, tables[TABLE_SOLVENTS].count), 1.0};
	return (struct combo){
	    .se = (uint32_t)pick(world, tables[TABLE_ELECTROLYTES].count),
	    .binder = (uint32_t)pick(world, tables[TABLE_BINDERS].count),
	    .salt = DB_NO_ROW,
	    .solvent = {part, 1},
	};
}

static void draw_all(struct world *world, struct kept_list *kept, const struct combo *combo)
{
	static const char *const keys[] = {"donor_number", "polarity_index", "permittivity",
					   "logp",         "vapor_pressure", "boiling_point",
					   "flash_point"};
	const uint32_t solvent = combo->solvent.parts[0].row;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		draw_cell(world, kept, TABLE_SOLVENTS, solvent, keys[i]);
	draw_hansen(world, kept, solvent);
	draw_cell(world, kept, TABLE_ELECTROLYTES, combo->se, "donor_tolerance");
}

/* A gate that a drawn value crosses is another question: those draws are left out. */
static size_t check_draws(struct world *world, const struct combo *combo)
{
	const struct model *model = world->evaluator.model;
	struct evaluation *whole = evaluation_new(model, &world->fixture.arena);
	struct evaluation *drawn = evaluation_new(model, &world->fixture.arena);
	size_t checked = 0;

	evaluate(&world->evaluator, combo, whole);
	for (int i = 0; i < DRAWS; i++) {
		struct kept_list kept = {.count = 0};

		draw_all(world, &kept, combo);
		evaluate(&world->evaluator, combo, drawn);
		put_back(world, &kept);
		if (!same_gates(model, whole, drawn))
			continue;
		checked++;
		if (drawn->score.value < whole->score.low - tolerance ||
		    drawn->score.value > whole->score.high + tolerance)
			fail_msg(
			    "%s with %s: a score of %.6f is outside %.6f to %.6f",
			    world->copy.db.tables[TABLE_SOLVENTS]
				.materials[combo->solvent.parts[0].row]
				.id.at,
			    world->copy.db.tables[TABLE_BINDERS].materials[combo->binder].id.at,
			    drawn->score.value, whole->score.low, whole->score.high);
	}
	return checked;
}

static void test_drawn_values_stay_inside(void **state)
{
	struct world world;
	size_t checked = 0;

	(void)state;
	world_open(&world, "slurry", 11);
	for (int i = 0; i < COMBINATIONS; i++) {
		struct part part;
		const struct combo combo = random_combo(&world, &part);

		checked += check_draws(&world, &combo);
	}
	check_true(checked > COMBINATIONS * DRAWS / 2);
	engine_fixture_close(&world.fixture);
}

/* The interval is not wider than it must be: some draws come near each end. */
static void test_drawn_values_reach_far(void **state)
{
	struct world world;
	struct part part;
	struct combo combo;
	const struct evaluation *whole;
	double low = 100.0;
	double high = 0.0;

	(void)state;
	world_open(&world, "slurry", 12);
	combo = engine_combo(&world.fixture, "Li6PS5Cl", "NBR", "anisole", NULL);
	part = combo.solvent.parts[0];
	combo.solvent.parts = &part;
	whole = engine_evaluate(&world.fixture, &combo);
	for (int i = 0; i < 4000; i++) {
		struct evaluation *drawn =
		    evaluation_new(world.evaluator.model, &world.fixture.arena);
		struct kept_list kept = {.count = 0};

		draw_all(&world, &kept, &combo);
		evaluate(&world.evaluator, &combo, drawn);
		put_back(&world, &kept);
		low = fmin(low, drawn->score.value);
		high = fmax(high, drawn->score.value);
	}
	check_true(low < whole->score.low + 0.3 * (whole->score.value - whole->score.low));
	check_true(high > whole->score.high - 0.5 * (whole->score.high - whole->score.value));
	engine_fixture_close(&world.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_drawn_values_stay_inside),
	    cmocka_unit_test(test_drawn_values_reach_far),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
