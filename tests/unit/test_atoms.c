/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "check/atoms.h"
#include "data/db.h"

static int set_up(void **state)
{
	static struct arena arena;

	arena_init(&arena, NULL);
	*state = &arena;
	return 0;
}

static int tear_down(void **state)
{
	arena_release(*state);
	return 0;
}

static void elements_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < ELEMENT_COUNT; i++) {
		check_size(element_find(str_from(elements[i].symbol)), i);
		/* Argon and potassium, and three more pairs, are the other way round. */
		if (i > 0)
			check_true(elements[i].weight > elements[i - 1].weight - 3);
	}
	check_double(elements[element_find(STR_LITERAL("Cl"))].weight, 35.45, 0);
	check_size(element_find(STR_LITERAL("Xx")), ELEMENT_COUNT);
}

struct formula_case {
	const char *text;
	const char *hill; /* NULL: not readable */
	double mass;
};

static const struct formula_case formulas[] = {
    {"C7H8", "C7H8", 92.141},
    {"H2O", "H2O", 18.015},
    {"CH3CH2OH", "C2H6O", 46.069},
    {"(CH3)2CO", "C3H6O", 58.080},
    {"Li5.5PS4.5Cl1.5", "Cl1.5Li5.5PS4.5", 266.6},
    {"LiN(SO2CF3)2", "C2F6LiNO4S2", 287.08},
    {"D2O", "H2O", 18.015},
    {"Co", "Co", 58.933},
    {"CO", "CO", 28.010},
    {"", NULL, 0},
    {"C6H5(CH3", NULL, 0},
    {"C6H5)", NULL, 0},
    {"(C4H8)n", NULL, 0},
    {"beta-Li3PS4", NULL, 0},
};

static void formulas_are_read(void **state)
{
	for (size_t i = 0; i < COUNT_OF(formulas); i++) {
		struct atoms atoms;
		size_t at;
		const bool readable = formula_read(str_from(formulas[i].text), &atoms, &at);

		print_message("  %s\n", formulas[i].text);
		check_int(readable, formulas[i].hill != NULL);
		if (!readable)
			continue;
		check_text(atoms_formula(&atoms, *state), formulas[i].hill);
		check_double(atoms_molar_mass(&atoms), formulas[i].mass, 0.06);
	}
}

struct smiles_case {
	const char *text;
	const char *hill;
	enum smiles_status status;
};

static const struct smiles_case smiles[] = {
    {"CCO", "C2H6O", SMILES_OK},
    {"c1ccccc1C", "C7H8", SMILES_OK},
    {"C1CCOC1", "C4H8O", SMILES_OK},
    {"CC(=O)OCC", "C4H8O2", SMILES_OK},
    {"CC#N", "C2H3N", SMILES_OK},
    {"ClCCl", "CH2Cl2", SMILES_OK},
    {"BrC(Br)Br", "CHBr3", SMILES_OK},
    {"CS(C)=O", "C2H6OS", SMILES_OK},
    {"CS(=O)(=O)C", "C2H6O2S", SMILES_OK},
    {"O=P(OC)(OC)OC", "C3H9O4P", SMILES_OK},
    {"c1cc[nH]c1", "C4H5N", SMILES_OK},
    {"Cn1cccc1", "C5H7N", SMILES_OK},
    {"c1ccsc1", "C4H4S", SMILES_OK},
    {"c1ccncc1", "C5H5N", SMILES_OK},
    {"C[Si](C)(C)O[Si](C)(C)C", "C6H18OSi2", SMILES_OK},
    {"[O-][N+](=O)C", "CH3NO2", SMILES_OK},
    {"[2H]O[2H]", "H2O", SMILES_OK},
    {"[13CH4]", "CH4", SMILES_OK},
    {"C[C@H](O)C(=O)O", "C3H6O3", SMILES_OK},
    {"F/C=C/F", "C2H2F2", SMILES_OK},
    {"C%12CCCCC%12", "C6H12", SMILES_OK},
    {"[Li+].[Cl-]", "ClLi", SMILES_OK},
    {"c1ccc2ccccc2c1", "C10H8", SMILES_OK},
    {"O", "H2O", SMILES_OK},
    {"S=C=S", "CS2", SMILES_OK},
    {"CC(C", NULL, SMILES_BRANCH},
    {"CC)C", NULL, SMILES_BRANCH},
    {"C1CC", NULL, SMILES_RING},
    {"1CC", NULL, SMILES_RING},
    {"C*C", NULL, SMILES_UNREADABLE},
    {"C[Zz]C", NULL, SMILES_UNREADABLE},
    {"[CH4", NULL, SMILES_UNREADABLE},
    {"", NULL, SMILES_UNREADABLE},
};

static void smiles_are_read(void **state)
{
	for (size_t i = 0; i < COUNT_OF(smiles); i++) {
		struct atoms atoms;
		size_t at;

		print_message("  %s\n", smiles[i].text);
		check_int(smiles_read(str_from(smiles[i].text), *state, &atoms, &at),
			  smiles[i].status);
		if (smiles[i].hill)
			check_text(atoms_formula(&atoms, *state), smiles[i].hill);
	}
}

/* Every solvent that the program ships, read twice: from its structure and from its formula. */
static void shipped_structures_have_their_formulas(void **state)
{
	const struct db *const db = db_builtin();
	const size_t property = prop_find(&db->properties, TABLE_SOLVENTS, STR_LITERAL("smiles"));

	for (size_t row = 0; row < db->tables[TABLE_SOLVENTS].count; row++) {
		const struct str text = db_word(db, TABLE_SOLVENTS, row, property);
		struct atoms structure;
		struct atoms formula;
		size_t at;

		if (text.length == 0)
			continue;
		check_int(smiles_read(text, *state, &structure, &at), SMILES_OK);
		check_true(
		    formula_read(db->tables[TABLE_SOLVENTS].materials[row].formula, &formula, &at));
		check_size(atoms_differ(&structure, &formula), ELEMENT_COUNT);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(elements_are_sound),
	    cmocka_unit_test(formulas_are_read),
	    cmocka_unit_test(smiles_are_read),
	    cmocka_unit_test(shipped_structures_have_their_formulas),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
