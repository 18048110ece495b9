/* SPDX-License-Identifier: MIT */
/*
 * Damage to a clean list, found where it was done and nowhere else. The list is the shipped one,
 * without its ledger: as a table that somebody hands in.
 */
#include "check.h"

#include "check/check.h"
#include "damage.h"

struct seed {
	const char *column;
	damage *hurt;
	const char *slugs; /* one of them says it, joined by ' ' */
};

static const struct seed seeds[] = {
    {"cas", damage_wrong_check_digit, "cas-check-digit"},
    {"cas", damage_to_date, "cas-date"},
    {"vapor_pressure", damage_to_mmhg, "known-value vapor-pressure-boiling value-usual"},
    {"vapor_pressure", damage_to_pascal,
     "known-value vapor-pressure-boiling value-usual value-range"},
    {"boiling_point", damage_to_kelvin, "known-value value-usual"},
    {"melting_point", damage_to_kelvin, "known-value value-usual"},
    {"flash_point", damage_to_kelvin, "known-value value-usual"},
    {"donor_number", damage_to_kilojoule, "known-value value-usual value-range"},
    {"et30", damage_to_kilojoule, "value-range"},
    {"hansen_d", damage_ten_times, "value-range"},
    {"hansen_d", damage_a_tenth, "value-usual"},
    {"hansen_d", damage_to_calories, "value-usual known-value hansen-outlier"},
    {"hansen_p", damage_ten_times, "known-value value-usual value-range"},
    {"hansen_p", damage_a_tenth, "known-value hansen-outlier"},
    {"hansen_h", damage_ten_times, "known-value value-usual value-range"},
    {"hansen_h", damage_a_tenth, "known-value hansen-outlier"},
    {"density", damage_to_pascal, "value-range"}, /* kg/m3 */
    {"molar_volume", damage_ten_times, "known-value value-usual"},
    {"molar_mass", damage_ten_times, "known-value value-usual"},
    {"permittivity", damage_ten_times, "known-value value-usual value-range"},
    {"boiling_point", damage_to_comma, "decimal-comma"},
    {"boiling_point", damage_with_unit, "number-unit"},
    {"density", damage_with_blank, "cell-blanks"},
    {"formula", damage_to_latin1, "encoding"},
    {"smiles", damage_more_carbon, "smiles-formula"},
};

/* ---- what is found ---- */

static void validate(struct seeded *seeded, const struct source *source, struct diag_sink *sink)
{
	const struct check_options options = {.known = db_builtin(), .base = db_builtin()};
	const struct check_arenas arenas = {&seeded->arena, &seeded->scratch, &seeded->row};

	diag_sink_init(sink, &seeded->arena);
	sink->limit_per_rule = SIZE_MAX;
	(void)check_run(source, 1, &options, &arenas, sink);
}

static bool is_one_of(const char *slugs, const char *slug)
{
	struct str rest = str_from(slugs);
	struct str word;

	while (str_next(&rest, ' ', &word))
		if (str_is(word, slug))
			return true;
	return false;
}

static const struct diag *at_place(const struct diag_sink *sink, const char *slugs, size_t from,
				   size_t to)
{
	for (size_t i = 0; i < sink->count; i++)
		if (sink->items[i].place.offset >= from && sink->items[i].place.offset < to &&
		    is_one_of(slugs, diag_rules[sink->items[i].id].slug))
			return &sink->items[i];
	return NULL;
}

static bool is_alarm(const struct diag *diag)
{
	return diag->severity != DIAG_NOTE && diag->id != DIAG_LEDGER_NONE;
}

static size_t count_alarms(const struct diag_sink *sink)
{
	size_t count = 0;

	for (size_t i = 0; i < sink->count; i++)
		count += is_alarm(&sink->items[i]);
	return count;
}

static void the_clean_list_gives_no_alarm(void **state)
{
	struct seeded *seeded = *state;
	const struct source clean = source_from_text("clean.csv", seeded->clean);
	struct diag_sink sink;

	validate(seeded, &clean, &sink);
	check_size(count_alarms(&sink), 0);
}

static void seeded_faults_are_found_where_they_are(void **state)
{
	struct seeded *seeded = *state;
	size_t missed = 0;

	for (size_t i = 0; i < COUNT_OF(seeds); i++) {
		struct damaging damaging = {
		    .hurt = seeds[i].hurt, .column = seeds[i].column, .every = 7};
		const struct source source = damage_list(seeded, &damaging);
		struct diag_sink sink;
		size_t found = 0;

		validate(seeded, &source, &sink);
		for (size_t k = 0; k < damaging.count; k++) {
			const size_t place = damaging.places[k];
			size_t end = place + 1;

			/* The encoding fault is inside the cell. */
			while (source.text.at[end] != ',')
				end++;
			found += at_place(&sink, seeds[i].slugs, place, end) != NULL;
		}
		print_message("  %s %s: %zu of %zu\n", seeds[i].column, seeds[i].slugs, found,
			      damaging.count);
		check_true(damaging.count > 0);
		missed += damaging.count - found;
		/* One fault, one alarm. */
		check_true(count_alarms(&sink) <= damaging.count);
	}
	check_size(missed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_clean_list_gives_no_alarm),
	    cmocka_unit_test(seeded_faults_are_found_where_they_are),
	};

	return cmocka_run_group_tests(tests, damage_set_up, damage_tear_down) != 0;
}
