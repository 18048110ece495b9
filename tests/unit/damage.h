/* SPDX-License-Identifier: MIT */
/* For tests: the shipped list of solvents, and damage done to one of its columns. */
#ifndef SLURRYSCREEN_TESTS_DAMAGE_H
#define SLURRYSCREEN_TESTS_DAMAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"

/* State of a cmocka group: set_up of the group, tear_down of the group. */
struct seeded {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct str clean; /* the list as it is shipped */
};

int damage_set_up(void **state);
int damage_tear_down(void **state);

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

/* hurt, column and every are the caller's; places and count are filled in. */
struct source damage_list(struct seeded *seeded, struct damaging *damaging);

/* ---- the damage ---- */

bool damage_to_mmhg(struct str cell, struct text *out);
bool damage_to_pascal(struct str cell, struct text *out);
bool damage_to_kelvin(struct str cell, struct text *out);
bool damage_to_kilojoule(struct str cell, struct text *out);
/* From 1 and from 4: small values are within what sources differ by. */
bool damage_ten_times(struct str cell, struct text *out);
bool damage_a_tenth(struct str cell, struct text *out);
bool damage_decade_up(struct str cell, struct text *out);
bool damage_decade_down(struct str cell, struct text *out);
bool damage_to_calories(struct str cell, struct text *out);
bool damage_wrong_check_digit(struct str cell, struct text *out);
bool damage_to_date(struct str cell, struct text *out);
bool damage_to_comma(struct str cell, struct text *out);
bool damage_with_unit(struct str cell, struct text *out);
bool damage_with_blank(struct str cell, struct text *out);
bool damage_to_latin1(struct str cell, struct text *out);
bool damage_more_carbon(struct str cell, struct text *out);

#endif
