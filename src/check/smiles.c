/* SPDX-License-Identifier: MIT */
/* OpenSMILES 1.0 (http://opensmiles.org/opensmiles.html), as far as counting atoms needs it. */
#include "check/atoms.h"

#include <string.h>

/* Bond orders are counted in halves of nothing: single 1, double 2, triple 3, quadruple 4. */
struct smiles_atom {
	uint8_t element;
	bool aromatic;
	bool bracket;   /* hydrogen is as written */
	unsigned bonds; /* sum of the orders of its bonds */
};

struct ring_bond {
	bool open;
	size_t atom;
	unsigned order; /* 0: not written */
};

enum { NO_ATOM = SMILES_ATOMS_MAX };

struct smiles_reader {
	struct str text;
	size_t at;
	struct smiles_atom *items;
	size_t count;
	size_t previous; /* the atom that the next one bonds to; NO_ATOM at the start of a part */
	unsigned order;  /* of the bond written before the next atom; 0: none written */
	size_t branches[SMILES_DEPTH_MAX];
	size_t depth;
	struct ring_bond rings[SMILES_RINGS_MAX];
	struct atoms *atoms;
};

/* Usual valences, lowest first (OpenSMILES 3.1.5). */
struct valence {
	const char *symbol;
	unsigned char orders[3];
};

static const struct valence valences[] = {
    {"B", {3}},       {"C", {4}}, {"N", {3, 5}}, {"O", {2}},  {"P", {3, 5}},
    {"S", {2, 4, 6}}, {"F", {1}}, {"Cl", {1}},   {"Br", {1}}, {"I", {1}},
};

enum { VALENCE_COUNT = sizeof valences / sizeof valences[0] };

static char peek(const struct smiles_reader *reader)
{
	return reader->at < reader->text.length ? reader->text.at[reader->at] : '\0';
}

static void bond(struct smiles_reader *reader, size_t a, size_t b, unsigned order)
{
	if (order == 0)
		order = 1;
	reader->items[a].bonds += order;
	reader->items[b].bonds += order;
}

static enum smiles_status add_atom(struct smiles_reader *reader, size_t element, bool aromatic,
				   bool bracket)
{
	if (reader->count == SMILES_ATOMS_MAX)
		return SMILES_TOO_LARGE;
	reader->items[reader->count] = (struct smiles_atom){(uint8_t)element, aromatic, bracket, 0};
	if (reader->previous != NO_ATOM)
		bond(reader, reader->previous, reader->count, reader->order);
	reader->previous = reader->count++;
	reader->order = 0;
	reader->atoms->of[element] += 1.0;
	return SMILES_OK;
}

/* Cl and Br before C and B; c, n, o, s, p, b aromatic. */
static enum smiles_status take_organic(struct smiles_reader *reader)
{
	const struct str two = str_part(reader->text, reader->at, 2);
	const char c = peek(reader);
	const char upper[2] = {(char)(c - 'a' + 'A'), '\0'};
	const bool aromatic = c != '\0' && strchr("bcnops", c) != NULL;
	size_t best = VALENCE_COUNT;

	for (size_t i = 0; i < VALENCE_COUNT; i++) {
		const size_t length = strlen(valences[i].symbol);

		if (aromatic ? strcmp(valences[i].symbol, upper) == 0
			     : str_starts(two, valences[i].symbol) &&
				   (best == VALENCE_COUNT || length == 2))
			best = i;
	}
	if (best == VALENCE_COUNT)
		return SMILES_UNREADABLE;
	reader->at += strlen(valences[best].symbol);
	return add_atom(reader, element_find(str_from(valences[best].symbol)), aromatic, false);
}

static unsigned take_digits(struct smiles_reader *reader)
{
	unsigned number = 0;

	while (ascii_is_digit(peek(reader)) && number < 10000)
		number = number * 10 + (unsigned)(reader->text.at[reader->at++] - '0');
	return number;
}

static size_t take_symbol(struct smiles_reader *reader, bool *aromatic)
{
	char symbol[3] = {peek(reader), '\0', '\0'};
	size_t element;

	*aromatic = symbol[0] >= 'a' && symbol[0] <= 'z';
	if (*aromatic)
		symbol[0] = (char)(symbol[0] - 'a' + 'A');
	if (reader->at + 1 < reader->text.length)
		symbol[1] = reader->text.at[reader->at + 1];
	element = element_find(str_from(symbol));
	if (element < ELEMENT_COUNT && symbol[1] != '\0') {
		reader->at += 2;
		return element;
	}
	symbol[1] = '\0';
	if (symbol[0] == 'D' || symbol[0] == 'T')
		symbol[0] = 'H';
	reader->at++;
	return element_find(str_from(symbol));
}

static void skip_chirality_and_charge(struct smiles_reader *reader)
{
	while (peek(reader) == '+' || peek(reader) == '-' || peek(reader) == '@')
		reader->at++;
	(void)take_digits(reader);
}

/* [13C@@H2+:1] */
static enum smiles_status take_bracket(struct smiles_reader *reader)
{
	enum smiles_status status;
	bool aromatic;
	size_t element;

	reader->at++;
	(void)take_digits(reader); /* isotope */
	element = take_symbol(reader, &aromatic);
	if (element == ELEMENT_COUNT)
		return SMILES_UNREADABLE;
	status = add_atom(reader, element, aromatic, true);
	if (status != SMILES_OK)
		return status;
	skip_chirality_and_charge(reader);
	if (peek(reader) == 'H') {
		reader->at++;
		reader->atoms->of[ELEMENT_H] +=
		    ascii_is_digit(peek(reader)) ? (double)take_digits(reader) : 1.0;
	}
	skip_chirality_and_charge(reader);
	if (peek(reader) == ':') {
		reader->at++;
		(void)take_digits(reader);
	}
	if (peek(reader) != ']')
		return SMILES_UNREADABLE;
	reader->at++;
	return SMILES_OK;
}

static enum smiles_status take_ring(struct smiles_reader *reader)
{
	struct ring_bond *ring;
	unsigned number;

	if (peek(reader) == '%') {
		if (reader->text.length - reader->at < 3 ||
		    !ascii_is_digit(reader->text.at[reader->at + 1]) ||
		    !ascii_is_digit(reader->text.at[reader->at + 2]))
			return SMILES_UNREADABLE;
		number = (unsigned)(reader->text.at[reader->at + 1] - '0') * 10 +
			 (unsigned)(reader->text.at[reader->at + 2] - '0');
		reader->at += 3;
	} else {
		number = (unsigned)(reader->text.at[reader->at++] - '0');
	}
	if (reader->previous == NO_ATOM)
		return SMILES_RING;
	ring = &reader->rings[number];
	if (!ring->open) {
		*ring = (struct ring_bond){true, reader->previous, reader->order};
	} else {
		bond(reader, ring->atom, reader->previous,
		     reader->order ? reader->order : ring->order);
		ring->open = false;
	}
	reader->order = 0;
	return SMILES_OK;
}

static enum smiles_status take_branch(struct smiles_reader *reader)
{
	if (reader->text.at[reader->at++] == '(') {
		if (reader->depth == SMILES_DEPTH_MAX || reader->previous == NO_ATOM)
			return SMILES_BRANCH;
		reader->branches[reader->depth++] = reader->previous;
	} else {
		if (reader->depth == 0)
			return SMILES_BRANCH;
		reader->previous = reader->branches[--reader->depth];
	}
	return SMILES_OK;
}

/* A bond or a dot; false if the character is neither. */
static bool take_bond(struct smiles_reader *reader)
{
	static const char symbols[] = "-=#$:/\\";
	static const unsigned char orders[] = {1, 2, 3, 4, 1, 1, 1};
	const char c = peek(reader);
	const char *found = c ? strchr(symbols, c) : NULL;

	if (c == '.') {
		reader->previous = NO_ATOM;
		reader->order = 0;
	} else if (found) {
		reader->order = orders[found - symbols];
	} else {
		return false;
	}
	reader->at++;
	return true;
}

static enum smiles_status take_one(struct smiles_reader *reader)
{
	const char c = peek(reader);

	if (c == '[')
		return take_bracket(reader);
	if (c == '(' || c == ')')
		return take_branch(reader);
	if (ascii_is_digit(c) || c == '%')
		return take_ring(reader);
	if (take_bond(reader))
		return SMILES_OK;
	return take_organic(reader);
}

static const struct valence *valence_of(const struct smiles_atom *atom)
{
	size_t i = 0;

	while (strcmp(valences[i].symbol, elements[atom->element].symbol) != 0)
		i++;
	return &valences[i];
}

/* Hydrogen that fills up an atom; an aromatic one spends one bond on the ring. */
static unsigned implied_hydrogen(const struct smiles_atom *atom)
{
	const struct valence *valence = valence_of(atom);
	const unsigned bonds = atom->bonds + (atom->aromatic ? 1 : 0);

	if (atom->aromatic)
		return valence->orders[0] > bonds ? valence->orders[0] - bonds : 0;
	for (size_t i = 0; i < sizeof valence->orders && valence->orders[i] > 0; i++)
		if (valence->orders[i] >= bonds)
			return valence->orders[i] - bonds;
	return 0;
}

static enum smiles_status finish(struct smiles_reader *reader)
{
	if (reader->depth > 0)
		return SMILES_BRANCH;
	for (size_t i = 0; i < SMILES_RINGS_MAX; i++)
		if (reader->rings[i].open)
			return SMILES_RING;
	for (size_t i = 0; i < reader->count; i++)
		if (!reader->items[i].bracket)
			reader->atoms->of[ELEMENT_H] += implied_hydrogen(&reader->items[i]);
	return reader->count > 0 ? SMILES_OK : SMILES_UNREADABLE;
}

enum smiles_status smiles_read(struct str smiles, struct arena *scratch, struct atoms *atoms,
			       size_t *at)
{
	const size_t room = smiles.length < SMILES_ATOMS_MAX ? smiles.length + 1 : SMILES_ATOMS_MAX;
	struct smiles_reader *reader = ARENA_NEW(scratch, 1, struct smiles_reader);
	enum smiles_status status = SMILES_OK;

	*atoms = (struct atoms){{0}};
	*reader = (struct smiles_reader){.text = smiles, .previous = NO_ATOM, .atoms = atoms};
	reader->items = ARENA_NEW(scratch, room, struct smiles_atom);
	while (status == SMILES_OK && reader->at < smiles.length)
		status = take_one(reader);
	if (status == SMILES_OK)
		status = finish(reader);
	*at = reader->at;
	return status;
}
