/* SPDX-License-Identifier: MIT */
/* The rules, in the order in which they are put to a row: what is surest comes first. */
#include "check/rule.h"

enum {
	S = 1u << TABLE_SOLVENTS,
	B = 1u << TABLE_BINDERS,
	E = 1u << TABLE_ELECTROLYTES,
	L = 1u << TABLE_SALTS,
};

/* clang-format off */
const struct rule rule_rows[] = {
    /* who it is */
    {DIAG_CAS_DATE, S | B | E | L, {"cas"}, rule_cas_date},
    {DIAG_CAS_FORMAT, S | B | E | L, {"cas"}, rule_cas_format},
    {DIAG_CAS_CHECK_DIGIT, S | B | E | L, {"cas"}, rule_cas_check_digit},
    {DIAG_DUPLICATE_CAS, S | L, {"cas"}, rule_duplicate_cas},
    {DIAG_DUPLICATE_NAME, S | B | E | L, {"name"}, rule_duplicate_name},
    {DIAG_DUPLICATE_NAME, S | B | E | L, {"aliases"}, rule_duplicate_name},
    {DIAG_NAME_TAKEN, S | B | E | L, {"name"}, rule_name_taken},
    {DIAG_NAME_TAKEN, S | B | E | L, {"aliases"}, rule_name_taken},
    {DIAG_SAME_MATERIAL, S | B | E | L, {"id"}, rule_same_material},

    /* what it is made of */
    {DIAG_FORMULA_UNREAD, S | L, {"formula"}, rule_formula_unread},
    {DIAG_SMILES_UNREAD, S, {"smiles"}, rule_smiles_unread},
    {DIAG_SMILES_FORMULA, S, {"smiles", "formula", "?molar_mass"}, rule_smiles_formula},
    {DIAG_CAS_OTHER, S | L, {"cas", "formula"}, rule_cas_other},
    {DIAG_DUPLICATE_SMILES, S, {"smiles"}, rule_duplicate_smiles},
    {DIAG_KNOWN_VALUE, S | B | L, {NULL}, rule_known_value},
    {DIAG_MOLAR_MASS_FORMULA, S | L, {"molar_mass", "?formula", "?smiles"},
     rule_molar_mass_formula},
    {DIAG_CLASS_FORMULA, S, {"class", "formula"}, rule_class_formula},
    {DIAG_HALOGENS_FORMULA, S, {"halogens", "formula"}, rule_halogens_formula},

    /* whether its numbers go together */
    {DIAG_HANSEN_OUTLIER, S | B, {"!hansen_d", "?hansen_p", "?hansen_h"}, rule_hansen_calories},
    {DIAG_MELTING_BOILING, S, {"melting_point", "boiling_point"}, rule_melting_boiling},
    {DIAG_VAPOR_PRESSURE_BOILING, S,
     {"vapor_pressure", "boiling_point", "?class", "?flash_point"}, rule_vapor_pressure_boiling},
    {DIAG_FLASH_BOILING, S, {"flash_point", "boiling_point", "?class"}, rule_flash_boiling},
    {DIAG_DENSITY_VOLUME, S, {"density", "molar_volume", "molar_mass", "?formula"},
     rule_density_volume},
    {DIAG_DENSITY_FORMULA, S, {"density", "formula"}, rule_density_formula},
    {DIAG_VISCOSITY_BOILING, S, {"viscosity", "boiling_point", "?class"}, rule_viscosity_boiling},
    {DIAG_PERMITTIVITY_DIPOLE, S,
     {"permittivity", "dipole_moment", "?molar_volume", "?density", "?molar_mass", "?class"},
     rule_permittivity_dipole},
    {DIAG_HANSEN_OUTLIER, S, {"hansen_p", "dipole_moment", "molar_volume"}, rule_hansen_dipole},
    {DIAG_HAZARD_FLASH, S, {"ghs", "flash_point", "?boiling_point"}, rule_hazard_flash},
    {DIAG_HANSEN_OUTLIER, S, {"hansen_d", "class"}, rule_hansen_class},
    {DIAG_HANSEN_OUTLIER, S, {"hansen_p", "class"}, rule_hansen_class},
    {DIAG_HANSEN_OUTLIER, S, {"hansen_h", "class"}, rule_hansen_class},
    {DIAG_CLASS_OUTLIER, S, {"donor_number", "class"}, rule_class_outlier},
    {DIAG_CLASS_OUTLIER, S, {"permittivity", "class"}, rule_class_outlier},
};
/* clang-format on */

const size_t rule_count = sizeof rule_rows / sizeof *rule_rows;

_Static_assert(sizeof rule_rows / sizeof *rule_rows <= RULES_MAX, "more rules than are counted");
