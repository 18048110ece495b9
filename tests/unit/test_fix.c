/* SPDX-License-Identifier: MIT */
/* Repairs: damage that is put right, and what is left alone. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "check/fix.h"
#include "damage.h"
#include "read/csv.h"

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

	check_repaired(seeded, "cas", damage_to_date);
	check_repaired(seeded, "name", damage_with_blank);
	check_repaired(seeded, "boiling_point", damage_to_comma);
	check_repaired(seeded, "density", damage_to_comma);
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
	check_unit_repaired(*state, "boiling_point", damage_to_kelvin, "boiling_point[K]");
	check_unit_repaired(*state, "melting_point", damage_to_kelvin, "melting_point[K]");
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

/* The repaired file has commas between cells, so its numbers have points. */
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

/* Publications have U+2212 and dashes; a column with them is still one of numbers. */
static void minus_signs_become_hyphens(void **state)
{
	static const char text[] = "id,melting_point[K],boiling_point,name\n"
				   "a,268,\xE2\x88\x92"
				   "12,\xE2\x88\x92"
				   "1\nb,300,\xE2\x80\x93,x\n";
	static const char expected[] = "id,melting_point,boiling_point,name\n"
				       "a,-5.15,-12,\xE2\x88\x92"
				       "1\nb,26.85,\xE2\x80\x93,x\n";
	const struct source source = source_from_text("x.csv", str_from(text));
	struct fix fix;

	check_text(fixed(*state, &source, &fix), expected);
	check_text(str_from(fix.edits[2].what), "minus sign to hyphen");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(repairs_give_the_original_back),
	    cmocka_unit_test(units_go_back_to_the_canonical_ones),
	    cmocka_unit_test(any_unit_gives_the_numbers_back),
	    cmocka_unit_test(few_digits_are_not_fewer_in_another_unit),
	    cmocka_unit_test(a_clean_file_stays_byte_for_byte),
	    cmocka_unit_test(what_needs_no_repair_is_not_touched),
	    cmocka_unit_test(ambiguous_numbers_are_left_alone),
	    cmocka_unit_test(semicolons_become_commas),
	    cmocka_unit_test(minus_signs_become_hyphens),
	    cmocka_unit_test(told_decimal_commas_become_points),
	    cmocka_unit_test(heads_spelt_otherwise_are_repaired),
	};

	return cmocka_run_group_tests(tests, damage_set_up, damage_tear_down) != 0;
}
