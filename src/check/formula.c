/* SPDX-License-Identifier: MIT */
#include "check/atoms.h"

#include <string.h>

#include "base/number.h"

enum { FORMULA_DEPTH_MAX = 8 };

/* One open parenthesis: what stood before it. */
struct formula_reader {
	struct str text;
	size_t at;
	struct atoms levels[FORMULA_DEPTH_MAX];
	size_t depth;
};

/* A count such as 12 or 5.5; 1 if there is none. */
static double take_count(struct formula_reader *reader)
{
	const size_t start = reader->at;
	double count = 1.0;

	while (reader->at < reader->text.length &&
	       (ascii_is_digit(reader->text.at[reader->at]) || reader->text.at[reader->at] == '.'))
		reader->at++;
	if (reader->at > start && number_read(str_part(reader->text, start, reader->at - start),
					      &count, NULL) != NUMBER_OK)
		reader->at = start;
	return count;
}

static void add_scaled(struct atoms *sum, const struct atoms *atoms, double factor)
{
	for (size_t i = 0; i < ELEMENT_COUNT; i++)
		sum->of[i] += factor * atoms->of[i];
}

static bool take_element(struct formula_reader *reader)
{
	size_t element = ELEMENT_COUNT;
	size_t length = 2;

	/* Two letters if they are an element: Co is cobalt, and CO is not affected. */
	for (; length > 0 && element == ELEMENT_COUNT; length--)
		element = element_find(str_part(reader->text, reader->at, length));
	length++;
	if (element == ELEMENT_COUNT && reader->text.at[reader->at] == 'D') {
		element = ELEMENT_H;
		length = 1;
	}
	if (element == ELEMENT_COUNT)
		return false;
	reader->at += length;
	reader->levels[reader->depth].of[element] += take_count(reader);
	return true;
}

static bool open_level(struct formula_reader *reader)
{
	if (reader->depth + 1 == FORMULA_DEPTH_MAX)
		return false;
	reader->levels[++reader->depth] = (struct atoms){{0}};
	reader->at++;
	return true;
}

static bool close_level(struct formula_reader *reader)
{
	if (reader->depth == 0)
		return false;
	reader->at++;
	add_scaled(&reader->levels[reader->depth - 1], &reader->levels[reader->depth],
		   take_count(reader));
	reader->depth--;
	return true;
}

bool formula_read(struct str formula, struct atoms *atoms, size_t *at)
{
	struct formula_reader reader = {.text = formula};
	bool readable = formula.length > 0;

	while (readable && reader.at < formula.length) {
		const char c = formula.at[reader.at];

		if (c == '(' || c == '[')
			readable = open_level(&reader);
		else if (c == ')' || c == ']')
			readable = close_level(&reader);
		else
			readable = take_element(&reader);
	}
	*at = reader.at;
	*atoms = reader.levels[0];
	return readable && reader.depth == 0;
}

double atoms_molar_mass(const struct atoms *atoms)
{
	double mass = 0.0;

	for (size_t i = 0; i < ELEMENT_COUNT; i++)
		mass += atoms->of[i] * elements[i].weight;
	return mass;
}

static void add_element(struct text *text, const struct atoms *atoms, size_t element)
{
	char digits[NUMBER_TEXT_MAX];

	if (!(atoms->of[element] > 0.0))
		return;
	text_add(text, str_from(elements[element].symbol));
	if (atoms->of[element] > 1.0 || atoms->of[element] < 1.0)
		text_add(text, number_write(digits, atoms->of[element]));
}

/* The next symbol of the alphabet after `last` that is there; NULL if none. */
static size_t next_symbol(const struct atoms *atoms, const char *last)
{
	size_t next = ELEMENT_COUNT;

	for (size_t i = 0; i < ELEMENT_COUNT; i++)
		if (atoms->of[i] > 0.0 && strcmp(elements[i].symbol, last) > 0 &&
		    (next == ELEMENT_COUNT ||
		     strcmp(elements[i].symbol, elements[next].symbol) < 0))
			next = i;
	return next;
}

struct str atoms_formula(const struct atoms *atoms, struct arena *arena)
{
	const bool organic = atoms->of[ELEMENT_C] > 0.0;
	struct text text;
	const char *last = "";

	text_init(&text, arena);
	if (organic) {
		add_element(&text, atoms, ELEMENT_C);
		add_element(&text, atoms, ELEMENT_H);
	}
	for (;;) {
		const size_t element = next_symbol(atoms, last);

		if (element == ELEMENT_COUNT)
			return text_str(&text);
		last = elements[element].symbol;
		if (!organic || (element != ELEMENT_C && element != ELEMENT_H))
			add_element(&text, atoms, element);
	}
}

size_t atoms_differ(const struct atoms *a, const struct atoms *b)
{
	const double same = 1e-6; /* counts are short decimals */

	for (size_t i = ELEMENT_H + 1; i < ELEMENT_COUNT; i++)
		if (a->of[i] - b->of[i] > same || b->of[i] - a->of[i] > same)
			return i;
	if (a->of[ELEMENT_H] - b->of[ELEMENT_H] > same ||
	    b->of[ELEMENT_H] - a->of[ELEMENT_H] > same)
		return ELEMENT_H;
	return ELEMENT_COUNT;
}
