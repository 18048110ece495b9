/* SPDX-License-Identifier: MIT */
/*
 * Elements, and how many atoms of each a formula or a SMILES text holds. Pure text; knows nothing
 * of tables.
 */
#ifndef SLURRYSCREEN_CHECK_ATOMS_H
#define SLURRYSCREEN_CHECK_ATOMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct element {
	const char *symbol;
	double weight; /* standard atomic weight, abridged; g/mol */
};

enum { ELEMENT_COUNT = 83 };

/* By atomic number, as far as there is a standard atomic weight; hydrogen is the first. */
extern const struct element elements[ELEMENT_COUNT];

enum { ELEMENT_H = 0, ELEMENT_C = 5, ELEMENT_N = 6, ELEMENT_O = 7, ELEMENT_F = 8 };

/* ELEMENT_COUNT if there is none; case matters. */
size_t element_find(struct str symbol);

struct atoms {
	double of[ELEMENT_COUNT]; /* fractions occur: Li5.5PS4.5Cl1.5 */
};

/*
 * C4H8O2, (CH3)2CO, Li5.5PS4.5Cl1.5; a dot is a decimal point, so no hydrates (CuSO4.5H2O counts
 * 4.5 oxygen atoms). D is hydrogen. False: not readable at *at (polymers, prefixes such as beta-).
 */
bool formula_read(struct str formula, struct atoms *atoms, size_t *at);

double atoms_molar_mass(const struct atoms *atoms);
/* Hill order: C, H, then by the alphabet; without carbon all by the alphabet. In arena. */
struct str atoms_formula(const struct atoms *atoms, struct arena *arena);
/* The first element whose counts differ, hydrogen last; ELEMENT_COUNT if all agree. */
size_t atoms_differ(const struct atoms *a, const struct atoms *b);

enum { SMILES_ATOMS_MAX = 4096, SMILES_RINGS_MAX = 100, SMILES_DEPTH_MAX = 256 };

enum smiles_status {
	SMILES_OK,
	SMILES_UNREADABLE, /* something this reader does not know */
	SMILES_BRANCH,     /* a bracket too many or too few */
	SMILES_RING,       /* a ring bond that is not closed */
	SMILES_TOO_LARGE,
};

/*
 * Atoms of a SMILES text (OpenSMILES): organic subset with implied hydrogen, aromatic atoms,
 * bracket atoms with isotope, chirality, hydrogen and charge, bonds, branches, ring closures, dots.
 * *at: where reading stopped. scratch for the duration.
 */
enum smiles_status smiles_read(struct str smiles, struct arena *scratch, struct atoms *atoms,
			       size_t *at);

#endif
