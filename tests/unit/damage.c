/* SPDX-License-Identifier: MIT */
#include "damage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "check/shipped.h"
#include "read/csv.h"

int damage_set_up(void **state)
{
	struct seeded *seeded = calloc(1, sizeof *seeded);

	arena_init(&seeded->arena, NULL);
	arena_init(&seeded->scratch, NULL);
	arena_init(&seeded->row, NULL);
	seeded->clean = shipped_text(&seeded->arena, "solvents");
	*state = seeded;
	return 0;
}

int damage_tear_down(void **state)
{
	struct seeded *seeded = *state;

	arena_release(&seeded->arena);
	arena_release(&seeded->scratch);
	arena_release(&seeded->row);
	free(seeded);
	return 0;
}

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

struct source damage_list(struct seeded *seeded, struct damaging *damaging)
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

bool damage_to_mmhg(struct str cell, struct text *out)
{
	return times(cell, out, 760 / 101.325, 0);
}

bool damage_to_pascal(struct str cell, struct text *out)
{
	return times(cell, out, 1000, 0);
}

bool damage_to_kelvin(struct str cell, struct text *out)
{
	return times(cell, out, 1, 273.15);
}

bool damage_to_kilojoule(struct str cell, struct text *out)
{
	double value;

	/* From 3 kcal/mol: less is within what sources differ by. */
	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 3 &&
	       times(cell, out, 4.184, 0);
}

bool damage_ten_times(struct str cell, struct text *out)
{
	double value;

	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 1 &&
	       times(cell, out, 10, 0);
}

bool damage_a_tenth(struct str cell, struct text *out)
{
	double value;

	return number_read(cell, &value, NULL) == NUMBER_OK && value >= 4 &&
	       times(cell, out, 0.1, 0);
}

bool damage_decade_up(struct str cell, struct text *out)
{
	return times(cell, out, 10, 0);
}

bool damage_decade_down(struct str cell, struct text *out)
{
	return times(cell, out, 0.1, 0);
}

bool damage_to_calories(struct str cell, struct text *out)
{
	return times(cell, out, 1 / 2.04548, 0);
}

bool damage_wrong_check_digit(struct str cell, struct text *out)
{
	text_add(out, str_part(cell, 0, cell.length - 1));
	text_addf(out, "%d", (cell.at[cell.length - 1] - '0' + 3) % 10);
	return true;
}

/* NN-MM-D with MM a month and D a day. */
bool damage_to_date(struct str cell, struct text *out)
{
	if (cell.length != 7 || cell.at[6] == '0' || cell.at[3] > '1' ||
	    (cell.at[3] == '1' && cell.at[4] > '2') || (cell.at[3] == '0' && cell.at[4] == '0'))
		return false;
	text_addf(out, "19%.2s-%.2s-0%c", cell.at, cell.at + 3, cell.at[6]);
	return true;
}

bool damage_to_comma(struct str cell, struct text *out)
{
	const char *const point = memchr(cell.at, '.', cell.length);

	if (!point)
		return false;
	text_addf(out, "\"%.*s,%.*s\"", (int)(point - cell.at), cell.at,
		  (int)(cell.at + cell.length - point - 1), point + 1);
	return true;
}

bool damage_with_unit(struct str cell, struct text *out)
{
	text_addf(out, STR_FORMAT " C", STR_ARGS(cell));
	return true;
}

bool damage_with_blank(struct str cell, struct text *out)
{
	text_addf(out, " " STR_FORMAT, STR_ARGS(cell));
	return true;
}

bool damage_to_latin1(struct str cell, struct text *out)
{
	text_add(out, cell);
	text_add_char(out, (char)0xE9);
	return true;
}

bool damage_more_carbon(struct str cell, struct text *out)
{
	text_add_char(out, 'C');
	text_add(out, cell);
	return true;
}
