/* SPDX-License-Identifier: MIT */
/*
 * Slips in materials that the database does not know. The shipped list is its own judge: a part of
 * it is taken out of the database and handed in as a table, with every third value damaged.
 */
#include "check.h"

#include <math.h>

#include "base/number.h"
#include "check/check.h"
#include "check/shipped.h"
#include "damage.h"
#include "read/csv.h"

/* ODD: solvents that are what they are; the ledger waives what is said of them. */
enum { PARTS = 6, EVERY = 3, ODD = 4 };

struct part {
	struct source list; /* the solvents that the database lacks */
	struct db known;
};

/* ---- the database without a part of the solvents ---- */

struct splitting {
	const struct source *all;
	size_t part;
	size_t copied;
	struct text kept;
	struct text taken;
};

static bool split_row(void *context, const struct csv_row *row)
{
	struct splitting *splitting = context;
	const struct csv_cell *const last = &row->cells[row->count - 1];
	const struct str line =
	    str_part(splitting->all->text, row->offset, last->offset + last->length - row->offset);
	const bool taken = row->number % PARTS == splitting->part;

	if (row->number == 0 || !taken)
		text_addf(&splitting->kept, STR_FORMAT "\n", STR_ARGS(line));
	if (row->number == 0 || taken)
		text_addf(&splitting->taken, STR_FORMAT "\n", STR_ARGS(line));
	return true;
}

static struct part make_part(struct seeded *seeded, size_t i)
{
	struct arena *const arena = &seeded->arena;
	struct source *const all = ARENA_NEW(arena, 1, struct source);
	struct splitting splitting = {.all = all, .part = i};
	struct diag_sink sink;
	struct source *sources;
	size_t count;

	*all = source_from_text("solvents.csv", seeded->clean);
	text_init(&splitting.kept, arena);
	text_init(&splitting.taken, arena);
	diag_sink_init(&sink, arena);
	csv_read(all, ',', &seeded->scratch, &sink, split_row, &splitting);
	sources = shipped_sources(arena, &count);
	for (size_t k = 0; k < count; k++)
		if (str_is(str_from(sources[k].name), "data/solvents.csv"))
			sources[k] =
			    source_from_text("data/solvents.csv", text_str(&splitting.kept));
	struct part part = {source_from_text("clean.csv", text_str(&splitting.taken)),
			    *db_load(sources, count, NULL, arena, &seeded->scratch, &sink)};

	/* Without its ledger, which would waive what is known to be odd. */
	part.known.texts = (struct db_texts){0};
	return part;
}

/* ---- what is found ---- */

struct tally {
	size_t damaged;
	size_t found;        /* an alarm in the damaged row: who is wrong is not always plain */
	size_t false_alarms; /* an alarm in a row that is as shipped */
};

static size_t line_start(struct str text, size_t at)
{
	while (at > 0 && text.at[at - 1] != '\n')
		at--;
	return at;
}

static bool is_alarm(const struct diag *diag)
{
	return diag->severity != DIAG_NOTE && diag->id != DIAG_LEDGER_NONE;
}

static size_t alarms_in_row(const struct source *source, const struct diag_sink *sink, size_t place)
{
	const size_t start = line_start(source->text, place);
	size_t count = 0;

	for (size_t i = 0; i < sink->count; i++)
		count += is_alarm(&sink->items[i]) &&
			 line_start(source->text, sink->items[i].place.offset) == start;
	return count;
}

static void count_alarms(const struct source *source, const struct damaging *damaging,
			 const struct diag_sink *sink, struct tally *tally)
{
	for (size_t i = 0; i < sink->count; i++)
		tally->false_alarms += is_alarm(&sink->items[i]);
	for (size_t k = 0; k < damaging->count; k++) {
		const size_t alarms = alarms_in_row(source, sink, damaging->places[k]);

		tally->found += alarms > 0;
		tally->false_alarms -= alarms;
	}
	tally->damaged += damaging->count;
}

static void try_part(struct seeded *seeded, const struct part *part, const char *column,
		     damage *hurt, size_t first, struct tally *tally)
{
	const struct check_options options = {.known = &part->known, .base = &part->known};
	const struct check_arenas arenas = {&seeded->arena, &seeded->scratch, &seeded->row};
	struct damaging damaging = {.hurt = hurt, .column = column, .every = EVERY, .seen = first};
	const struct source source = damage_list(seeded, &damaging);
	struct diag_sink sink;

	diag_sink_init(&sink, &seeded->arena);
	sink.limit_per_rule = SIZE_MAX;
	(void)check_run(&source, 1, &options, &arenas, &sink);
	count_alarms(&source, &damaging, &sink, tally);
}

struct slip_kind_floor {
	const char *column;
	const char *what;
	damage *hurt;
	size_t percent; /* found, at the least */
};

static const struct slip_kind_floor kinds[] = {
    {"vapor_pressure", "in mmHg", damage_to_mmhg, 99},
    {"hansen_d", "ten times", damage_ten_times, 100},
    {"hansen_d", "a tenth", damage_a_tenth, 100},
    {"hansen_p", "ten times", damage_ten_times, 98},
    {"hansen_p", "a tenth", damage_a_tenth, 91},
    {"hansen_h", "ten times", damage_ten_times, 93},
    {"hansen_h", "a tenth", damage_a_tenth, 67},
    {"permittivity", "ten times", damage_decade_up, 97},
    {"permittivity", "a tenth", damage_decade_down, 97},
    {"viscosity", "ten times", damage_decade_up, 93},
    {"viscosity", "a tenth", damage_decade_down, 93},
    {"donor_number", "in kJ/mol", damage_to_kilojoule, 97},
    {"boiling_point", "in kelvin", damage_to_kelvin, 98},
    {"flash_point", "in kelvin", damage_to_kelvin, 100},
};

static void slips_of_new_materials_are_found(void **state)
{
	struct seeded *seeded = *state;
	const struct str whole = seeded->clean;
	struct tally tallies[COUNT_OF(kinds)] = {{0}};
	size_t fallen = 0;

	for (size_t i = 0; i < PARTS; i++) {
		const struct part part = make_part(seeded, i);

		seeded->clean = part.list.text;
		for (size_t k = 0; k < COUNT_OF(kinds); k++)
			for (size_t first = 0; first < EVERY; first++)
				try_part(seeded, &part, kinds[k].column, kinds[k].hurt, first,
					 &tallies[k]);
		seeded->clean = whole;
	}
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		print_message("  %s %s: %zu of %zu, %zu false\n", kinds[k].column, kinds[k].what,
			      tallies[k].found, tallies[k].damaged, tallies[k].false_alarms);

		fallen += 100 * tallies[k].found < kinds[k].percent * tallies[k].damaged;
		check_true(tallies[k].damaged > 70);
		check_true(tallies[k].false_alarms <= (size_t)ODD * EVERY);
	}
	check_size(fallen, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(slips_of_new_materials_are_found),
	};

	return cmocka_run_group_tests(tests, damage_set_up, damage_tear_down) != 0;
}
