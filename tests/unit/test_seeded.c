/* SPDX-License-Identifier: MIT */
/*
 * Damage to a clean list, found where it was done and nowhere else, and put right by the repair.
 * The list is the shipped one, without its ledger: as a table that somebody hands in.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "check/check.h"
#include "check/fix.h"
#include "check/shipped.h"
#include "read/csv.h"

struct seeded {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct str clean;
};

static int set_up(void **state)
{
	struct seeded *seeded = calloc(1, sizeof *seeded);

	arena_init(&seeded->arena, NULL);
	arena_init(&seeded->scratch, NULL);
	arena_init(&seeded->row, NULL);
	seeded->clean = shipped_text(&seeded->arena, "solvents");
	*state = seeded;
	return 0;
}

static int tear_down(void **state)
{
	struct seeded *seeded = *state;

	arena_release(&seeded->arena);
	arena_release(&seeded->scratch);
	arena_release(&seeded->row);
	free(seeded);
	return 0;
}

/* ---- damage ---- */

/* Writes the damaged cell; false: this one is left alone. */
typedef bool damage(struct str cell, struct text *out);

struct damaging {
	damage *hurt;
	const char *column;
	size_t every; /* n-th row that can be hurt */
	size_t index; /* of the column; SIZE_MAX until the head is read */
	size_t seen;
	size_t copied;
	const struct source *source;
	struct text text;
	size_t *places; /* offsets in the damaged text */
	size_t count;
	size_t capacity;
	struct arena *arena;
};

static void copy_to(struct damaging *damaging, size_t offset)
{
	text_add(&damaging->text,
		 str_part(damaging->source->text, damaging->copied, offset - damaging->copied));
	damaging->copied = offset;
}

static void hurt_cell(struct damaging *damaging, const struct csv_cell *cell)
{
	struct text hurt;

	text_init(&hurt, damaging->arena);
	if (cell->quoted || cell->length == 0 || !damaging->hurt(cell->text, &hurt) ||
	    damaging->seen++ % damaging->every != 0)
		return;
	copy_to(damaging, cell->offset);
	damaging->places = arena_extend(damaging->arena, damaging->places, damaging->count,
					&damaging->capacity, sizeof *damaging->places);
	damaging->places[damaging->count++] = damaging->text.length;
	text_add(&damaging->text, text_str(&hurt));
	damaging->copied = cell->offset + cell->length;
}

static bool on_row(void *context, const struct csv_row *row)
{
	struct damaging *damaging = context;

	if (row->number > 0) {
		hurt_cell(damaging, &row->cells[damaging->index]);
		return true;
	}
	for (damaging->index = 0; !str_is(row->cells[damaging->index].text, damaging->column);)
		damaging->index++;
	return true;
}

static struct source damage_list(struct seeded *seeded, struct damaging *damaging)
{
	struct source *const clean = ARENA_NEW(&seeded->arena, 1, struct source);
	struct diag_sink sink;

	*clean = source_from_text("clean.csv", seeded->clean);
	diag_sink_init(&sink, &seeded->arena);
	damaging->source = clean;
	damaging->arena = &seeded->arena;
	text_init(&damaging->text, &seeded->arena);
	csv_read(clean, ',', &seeded->scratch, &sink, on_row, damaging);
	copy_to(damaging, clean->text.length);
	return source_from_text("damaged.csv", text_str(&damaging->text));
}

static bool times(struct str cell, struct text *out, double factor, double offset)
{
	char digits[NUMBER_TEXT_MAX];
	double value;

	/* Nothing is as much in any unit, but for temperatures. */
	if (number_read(cell, &value, NULL) != NUMBER_OK || !(fabs(value) + offset > 0.0))
		return false;
	value = round((value * factor + offset) * 1e5) / 1e5;
	text_add(out, number_write(digits, value));
	return true;
}

static bool to_mmhg(struct str cell, struct text *out)
{
	return times(cell, out, 760 / 101.325, 0);
}

static bool to_pascal(struct str cell, struct text *out)
{
	return times(cell, out, 1000, 0);
}

static bool to_kelvin(struct str cell, struct text *out)
{
	return times(cell, out, 1, 273.15);
}

static bool to_kilojoule(struct str cell, struct text *out)
{
	double value;

	/* From 3 kcal/mol: less is within what sources differ by. */
	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 3 &&
	       times(cell, out, 4.184, 0);
}

static bool ten_times(struct str cell, struct text *out)
{
	double value;

	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 1 &&
	       times(cell, out, 10, 0);
}

static bool a_tenth(struct str cell, struct text *out)
{
	double value;

	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 4 &&
	       times(cell, out, 0.1, 0);
}

static bool to_calories(struct str cell, struct text *out)
{
	return times(cell, out, 1 / 2.04548, 0);
}

static bool wrong_check_digit(struct str cell, struct text *out)
{
	text_add(out, str_part(cell, 0, cell.length - 1));
	text_addf(out, "%d", (cell.at[cell.length - 1] - '0' + 3) % 10);
	return true;
}

/* NN-MM-D with MM a month and D a day. */
static bool to_date(struct str cell, struct text *out)
{
	if (cell.length != 7 || cell.at[6] == '0' || cell.at[3] > '1' ||
	    (cell.at[3] == '1' && cell.at[4] > '2') || (cell.at[3] == '0' && cell.at[4] == '0'))
		return false;
	text_addf(out, "19%.2s-%.2s-0%c", cell.at, cell.at + 3, cell.at[6]);
	return true;
}

static bool to_comma(struct str cell, struct text *out)
{
	const char *const point = memchr(cell.at, '.', cell.length);

	if (!point)
		return false;
	text_addf(out, "\"%.*s,%.*s\"", (int)(point - cell.at), cell.at,
		  (int)(cell.at + cell.length - point - 1), point + 1);
	return true;
}

static bool with_unit(struct str cell, struct text *out)
{
	text_addf(out, STR_FORMAT " C", STR_ARGS(cell));
	return true;
}

static bool with_blank(struct str cell, struct text *out)
{
	text_addf(out, " " STR_FORMAT, STR_ARGS(cell));
	return true;
}

static bool to_latin1(struct str cell, struct text *out)
{
	text_add(out, cell);
	text_add_char(out, (char)0xE9);
	return true;
}

static bool more_carbon(struct str cell, struct text *out)
{
	text_add_char(out, 'C');
	text_add(out, cell);
	return true;
}

struct seed {
	const char *column;
	damage *hurt;
	const char *slugs; /* one of them says it, joined by ' ' */
};

static const struct seed seeds[] = {
    {"cas", wrong_check_digit, "cas-check-digit"},
    {"cas", to_date, "cas-date"},
    {"vapor_pressure", to_mmhg, "known-value vapor-pressure-boiling value-usual"},
    {"vapor_pressure", to_pascal, "known-value vapor-pressure-boiling value-usual value-range"},
    {"boiling_point", to_kelvin, "known-value value-usual"},
    {"melting_point", to_kelvin, "known-value value-usual"},
    {"flash_point", to_kelvin, "known-value value-usual"},
    {"donor_number", to_kilojoule, "known-value value-usual value-range"},
    {"et30", to_kilojoule, "value-range"},
    {"hansen_d", ten_times, "value-range"},
    {"hansen_d", a_tenth, "value-usual"},
    {"hansen_d", to_calories, "value-usual known-value hansen-outlier"},
    {"hansen_p", ten_times, "known-value value-usual value-range"},
    {"hansen_p", a_tenth, "known-value hansen-outlier"},
    {"hansen_h", ten_times, "known-value value-usual value-range"},
    {"hansen_h", a_tenth, "known-value hansen-outlier"},
    {"density", to_pascal, "value-range"}, /* kg/m3 */
    {"molar_volume", ten_times, "known-value value-usual"},
    {"molar_mass", ten_times, "known-value value-usual"},
    {"permittivity", ten_times, "known-value value-usual value-range"},
    {"boiling_point", to_comma, "decimal-comma"},
    {"boiling_point", with_unit, "number-unit"},
    {"density", with_blank, "cell-blanks"},
    {"formula", to_latin1, "encoding"},
    {"smiles", more_carbon, "smiles-formula"},
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

/* ---- repairs ---- */

static struct str fixed(struct seeded *seeded, const struct source *source, struct fix *fix)
{
	const struct prop_set set = {properties, property_count};
	const struct row_options options = {NULL, 0, false, &set};
	const struct check_arenas arenas = {&seeded->arena, &seeded->scratch, &seeded->row};

	*fix = fix_find(source, &options, &arenas);
	return fix_apply(source, fix, &seeded->arena);
}

static void check_repaired(struct seeded *seeded, const char *column, damage *hurt)
{
	struct damaging damaging = {.hurt = hurt, .column = column, .every = 1};
	const struct source source = damage_list(seeded, &damaging);
	struct fix fix;

	check_str(fixed(seeded, &source, &fix), seeded->clean);
	check_size(fix.count, damaging.count);
}

static void repairs_give_the_original_back(void **state)
{
	struct seeded *seeded = *state;

	check_repaired(seeded, "cas", to_date);
	check_repaired(seeded, "name", with_blank);
	check_repaired(seeded, "boiling_point", to_comma);
	check_repaired(seeded, "density", to_comma);
}

static struct str replace_first(struct seeded *seeded, struct str text, const char *what,
				const char *with)
{
	const char *const found = strstr(text.at, what);
	struct text out;

	text_init(&out, &seeded->arena);
	text_add(&out, str_part(text, 0, (size_t)(found - text.at)));
	text_add(&out, str_from(with));
	text_add(&out, str_part(text, (size_t)(found - text.at) + strlen(what), text.length));
	return text_str(&out);
}

static void check_unit_repaired(struct seeded *seeded, const char *column, damage *hurt,
				const char *head)
{
	struct damaging damaging = {.hurt = hurt, .column = column, .every = 1};
	struct source source = damage_list(seeded, &damaging);
	struct fix fix;

	source.text = replace_first(seeded, source.text, column, head);
	check_str(fixed(seeded, &source, &fix), seeded->clean);
}

static void units_go_back_to_the_canonical_ones(void **state)
{
	check_unit_repaired(*state, "boiling_point", to_kelvin, "boiling_point[K]");
	check_unit_repaired(*state, "melting_point", to_kelvin, "melting_point[K]");
}

/* 8 significant digits: a conversion and back gives the digits of any table again. */
static bool times_rounded(struct str cell, struct text *out, double factor, double offset)
{
	double value;

	if (number_read(cell, &value, NULL) != NUMBER_OK)
		return false;
	text_addf(out, "%.8g", value * factor + offset);
	return true;
}

static bool to_mmhg_digits(struct str cell, struct text *out)
{
	return times_rounded(cell, out, 760 / 101.325, 0);
}

static bool to_kilojoule_digits(struct str cell, struct text *out)
{
	return times_rounded(cell, out, 4.184, 0);
}

static bool to_fahrenheit_digits(struct str cell, struct text *out)
{
	return times_rounded(cell, out, 1.8, 32);
}

struct numbers {
	double at[512];
	size_t count;
	const char *column;
	size_t index;
};

static bool take_number(void *context, const struct csv_row *row)
{
	struct numbers *numbers = context;

	if (row->number == 0) {
		for (numbers->index = 0; !str_is(row->cells[numbers->index].text, numbers->column);)
			numbers->index++;
		return true;
	}
	assert_true(numbers->count < COUNT_OF(numbers->at));
	if (number_read(row->cells[numbers->index].text, &numbers->at[numbers->count], NULL) ==
	    NUMBER_OK)
		numbers->count++;
	return true;
}

static void read_numbers(struct seeded *seeded, struct str text, struct numbers *numbers)
{
	const struct source source = source_from_text("x.csv", text);
	struct diag_sink sink;

	diag_sink_init(&sink, &seeded->arena);
	csv_read(&source, ',', &seeded->scratch, &sink, take_number, numbers);
	check_size(sink.count, 0);
}

/* The numbers, not the text: how many digits a table had is not known any more. */
static void check_unit_numbers(struct seeded *seeded, const char *column, damage *hurt,
			       const char *head)
{
	struct damaging damaging = {.hurt = hurt, .column = column, .every = 1};
	struct source source = damage_list(seeded, &damaging);
	struct numbers before = {.column = column};
	struct numbers after = {.column = column};
	struct fix fix;

	source.text = replace_first(seeded, source.text, column, head);
	read_numbers(seeded, seeded->clean, &before);
	read_numbers(seeded, fixed(seeded, &source, &fix), &after);
	check_size(after.count, before.count);
	check_true(after.count > 50);
	for (size_t i = 0; i < after.count; i++)
		check_double(after.at[i], before.at[i], 1e-5 * fabs(before.at[i]) + 1e-5);
}

static void any_unit_gives_the_numbers_back(void **state)
{
	check_unit_numbers(*state, "vapor_pressure", to_mmhg_digits, "vapor_pressure[mmHg]");
	check_unit_numbers(*state, "donor_number", to_kilojoule_digits, "donor_number[kJ/mol]");
	check_unit_numbers(*state, "et30", to_kilojoule_digits, "et30[kJ/mol]");
	check_unit_numbers(*state, "boiling_point", to_fahrenheit_digits, "boiling_point[degF]");
	check_unit_numbers(*state, "flash_point", to_fahrenheit_digits, "flash_point[degF]");
}

/* A repair must not round the value away. */
static void few_digits_are_not_fewer_in_another_unit(void **state)
{
	static const char text[] =
	    "id,vapor_pressure[mmHg],flash_point[degF],donor_number[kJ/mol]\n"
	    "a,1,39,60\n";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix),
		   "id,vapor_pressure,flash_point,donor_number\na,0.133,3.9,14.3\n");
}

static void a_clean_file_stays_byte_for_byte(void **state)
{
	struct seeded *seeded = *state;
	const struct source clean = source_from_text("clean.csv", seeded->clean);
	struct fix fix;

	check_str(fixed(seeded, &clean, &fix), seeded->clean);
	check_size(fix.count, 0);
}

/* Line ends, comments, quotes and the byte order mark are nobody's business. */
static void what_needs_no_repair_is_not_touched(void **state)
{
	static const char text[] = "\xEF\xBB\xBFid,name,cas\r\n# a, comment\r\n"
				   "a,\"b \"\"c\"\", d\",1975-09-02\r\n\r\nb, c,71-43-2";
	static const char expected[] = "\xEF\xBB\xBFid,name,cas\r\n# a, comment\r\n"
				       "a,\"b \"\"c\"\", d\",75-09-2\r\n\r\nb,c,71-43-2";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix), expected);
	check_size(fix.count, 2);
	check_text(str_from(fix.edits[0].what), "date to CAS number");
	check_text(str_from(fix.edits[1].what), "blanks trimmed");
}

static void ambiguous_numbers_are_left_alone(void **state)
{
	/* Thousands or decimals? A column with points has no decimal commas. */
	static const char text[] =
	    "id,density,boiling_point\na,\"0,812\",\"1,234\"\nb,0.9,\"2,345\"\n";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix), text);
}

static void semicolons_become_commas(void **state)
{
	static const char text[] = "id;name;boiling_point\na;b, c;110,6\n";
	static const char expected[] = "id,name,boiling_point\na,\"b, c\",110.6\n";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix), expected);
}

static struct str fixed_with_commas(struct seeded *seeded, const char *text)
{
	const struct prop_set set = {properties, property_count};
	const struct row_options options = {NULL, 0, true, &set};
	const struct check_arenas arenas = {&seeded->arena, &seeded->scratch, &seeded->row};
	const struct source source = source_from_text("x.csv", str_from(text));
	const struct fix fix = fix_find(&source, &options, &arenas);

	return fix_apply(&source, &fix, &seeded->arena);
}

/* The repaired file has commas between cells, so its numbers have points; all of it is converted. */
static void told_decimal_commas_become_points(void **state)
{
	check_text(fixed_with_commas(*state, "id;boiling_point[K];density\na;383,75;0,812\n"
					     "b;390.15;1.5\n"),
		   "id,boiling_point,density\na,110.6,0.812\nb,117,1.5\n");
}

/* What the loader reads, with a warning, is repaired as well. */
static void heads_spelt_otherwise_are_repaired(void **state)
{
	static const char text[] = "Id,CAS,Boiling Point [K]\na,1975-09-02,383.75\n";
	static const char expected[] = "Id,CAS,boiling_point\na,75-09-2,110.6\n";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix), expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_clean_list_gives_no_alarm),
	    cmocka_unit_test(seeded_faults_are_found_where_they_are),
	    cmocka_unit_test(repairs_give_the_original_back),
	    cmocka_unit_test(units_go_back_to_the_canonical_ones),
	    cmocka_unit_test(any_unit_gives_the_numbers_back),
	    cmocka_unit_test(few_digits_are_not_fewer_in_another_unit),
	    cmocka_unit_test(a_clean_file_stays_byte_for_byte),
	    cmocka_unit_test(what_needs_no_repair_is_not_touched),
	    cmocka_unit_test(ambiguous_numbers_are_left_alone),
	    cmocka_unit_test(semicolons_become_commas),
	    cmocka_unit_test(told_decimal_commas_become_points),
	    cmocka_unit_test(heads_spelt_otherwise_are_repaired),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
