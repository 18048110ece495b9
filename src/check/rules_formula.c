/* SPDX-License-Identifier: MIT */
/* What a row says that it is made of: formula, SMILES, molar mass, class. */
#include <math.h>

#include "base/number.h"
#include "check/rule.h"

/*
 * Molar masses are written with the weights of their day: 0.05 % and 0.06 g/mol cover the changes
 * of standard atomic weights since 1961 for molecules of this size.
 */
static const double mass_relative = 0.0005;
static const double mass_absolute = 0.06;

const struct atoms *rule_formula(struct rule_case *c, size_t need)
{
	const struct check_cell *const cell = c->cell[need];
	struct formula_reading *const formula = &c->formula;

	if (!cell || cell->state != CELL_TEXT)
		return NULL;
	if (!formula->read)
		formula->readable = formula_read(cell->text, &formula->atoms, &formula->stop);
	formula->read = true;
	return formula->readable ? &formula->atoms : NULL;
}

static bool read_smiles(struct rule_case *c, const struct check_cell *cell, struct atoms *atoms)
{
	size_t at;

	return cell && cell->state == CELL_TEXT &&
	       smiles_read(cell->text, c->check->arenas.row, atoms, &at) == SMILES_OK;
}

/* The place of one character of a cell; of the whole cell if it is quoted. */
static struct place place_within(const struct check_cell *cell, size_t at)
{
	struct place place = cell->place;

	if (place.length == cell->text.length && at < place.length) {
		place.offset += at;
		place.length = 1;
	}
	return place;
}

void rule_formula_unread(struct rule_case *c)
{
	if (c->cell[0]->state == CELL_TEXT && !rule_formula(c, 0))
		DIAG_REPORT(c->check->sink, FORMULA_UNREAD,
			    place_within(c->cell[0], c->formula.stop), STR_ARGS(c->cell[0]->text));
}

void rule_smiles_unread(struct rule_case *c)
{
	static const char *const reasons[] = {
	    [SMILES_OK] = "",
	    [SMILES_UNREADABLE] = "a symbol that this reader does not know",
	    [SMILES_BRANCH] = "brackets that do not match",
	    [SMILES_RING] = "a ring bond that is not closed",
	    [SMILES_TOO_LARGE] = "more atoms than any solvent has",
	};
	struct atoms atoms;
	enum smiles_status status;
	size_t at;

	if (c->cell[0]->state != CELL_TEXT)
		return;
	status = smiles_read(c->cell[0]->text, c->check->arenas.row, &atoms, &at);
	if (status == SMILES_OK)
		return;
	if (status == SMILES_BRANCH || status == SMILES_RING)
		DIAG_REPORT(c->check->sink, SMILES_SYNTAX, c->cell[0]->place,
			    STR_ARGS(c->cell[0]->text), reasons[status]);
	else
		DIAG_REPORT(c->check->sink, SMILES_UNREAD, place_within(c->cell[0], at),
			    STR_ARGS(c->cell[0]->text), reasons[status]);
	rule_suspect(c, 0);
}

/* Which of the two agrees with the molar mass; 0 formula, 1 SMILES, 2 neither or both. */
static int who_is_right(double mass, const struct atoms *formula, const struct atoms *smiles)
{
	const double tolerance = mass_absolute + mass_relative * fabs(mass);
	const bool by_formula = fabs(atoms_molar_mass(formula) - mass) <= tolerance;
	const bool by_smiles = fabs(atoms_molar_mass(smiles) - mass) <= tolerance;

	return by_formula == by_smiles ? 2 : by_formula ? 0 : 1;
}

void rule_smiles_formula(struct rule_case *c)
{
	const struct atoms *const formula = rule_formula(c, 1);
	struct atoms smiles;
	size_t element;
	int right = 2;
	size_t wrong;

	if (!formula || !read_smiles(c, c->cell[0], &smiles))
		return;
	element = atoms_differ(&smiles, formula);
	if (element == ELEMENT_COUNT)
		return;
	if (c->cell[2] && rule_has_number(c, 2))
		right = who_is_right(c->cell[2]->number, formula, &smiles);
	wrong = right == 1 ? 1 : 0;
	DIAG_REPORT(c->check->sink, SMILES_FORMULA, c->cell[wrong]->place,
		    STR_ARGS(c->cell[0]->text),
		    STR_ARGS(atoms_formula(&smiles, c->check->arenas.row)),
		    STR_ARGS(c->cell[1]->text), elements[element].symbol);
	if (right != 2)
		diag_hint(c->check->sink, "the molar mass agrees with the %s",
			  right == 0 ? "formula" : "SMILES");
	rule_suspect(c, wrong);
}

/* Half a unit of the last digit as written: 92.1 may be anything from 92.05 to 92.15. */
static double half_digit(struct str text)
{
	size_t decimals = 0;
	bool point = false;

	for (size_t i = 0; i < text.length && text.at[i] != 'e' && text.at[i] != 'E'; i++) {
		decimals += point && ascii_is_digit(text.at[i]);
		point = point || text.at[i] == '.' || text.at[i] == ',';
	}
	return 0.5 * pow(10.0, -(double)decimals);
}

void rule_molar_mass_formula(struct rule_case *c)
{
	const struct check_cell *const cell = c->cell[0];
	const char *by = "formula";
	double tolerance;
	const struct atoms *atoms = rule_formula(c, 1);
	struct atoms smiles;
	struct slips slips;
	double mass;

	if (!rule_has_number(c, 0))
		return;
	if (!atoms) {
		if (!read_smiles(c, c->cell[2], &smiles))
			return;
		atoms = &smiles;
		by = "SMILES";
	}
	mass = atoms_molar_mass(atoms);
	tolerance = mass_absolute + mass_relative * mass;
	if (cell->number <= cell->written && cell->number >= cell->written)
		tolerance += half_digit(cell->text);
	if (fabs(cell->number - mass) <= tolerance)
		return;
	DIAG_REPORT(c->check->sink, MOLAR_MASS_FORMULA, cell->place, STR_ARGS(cell->text), by,
		    STR_ARGS(atoms_formula(atoms, c->check->arenas.row)), mass);
	slips = slips_find(c->column[0]->property, c->column[0]->unit, cell->number, mass,
			   0.01 * mass, false);
	rule_hint_slips(c, 0, &slips);
	rule_suspect(c, 0);
}

static bool is_listed(struct str_list list, const char *symbol)
{
	for (size_t i = 0; i < list.count; i++)
		if (str_is(list.at[i], symbol))
			return true;
	return false;
}

/* The codes of a class: elements its members have, elements they may have. */
static struct str_list class_codes(const struct rule_case *c, struct str key)
{
	const size_t property = prop_find(&c->check->known->properties, TABLE_CLASSES, key);

	if (property == SIZE_MAX)
		return (struct str_list){NULL, 0};
	return db_codes(c->check->known, TABLE_CLASSES, c->class_row, property);
}

static size_t first_missing(const struct atoms *atoms, struct str_list must)
{
	for (size_t i = 0; i < must.count; i++) {
		const size_t element = element_find(must.at[i]);

		if (element < ELEMENT_COUNT && !(atoms->of[element] > 0.0))
			return element;
	}
	return ELEMENT_COUNT;
}

static size_t first_surplus(const struct atoms *atoms, struct str_list may)
{
	size_t i = 0;

	while (i < ELEMENT_COUNT &&
	       (!(atoms->of[i] > 0.0) || may.count == 0 || is_listed(may, elements[i].symbol)))
		i++;
	return i;
}

void rule_class_formula(struct rule_case *c)
{
	const struct atoms *const atoms = rule_formula(c, 1);
	struct str_list must;
	struct str_list may;
	size_t wrong;
	bool missing;

	if (c->class_row == DB_NO_ROW || !atoms)
		return;
	must = class_codes(c, STR_LITERAL("elements"));
	may = class_codes(c, STR_LITERAL("only"));
	wrong = first_missing(atoms, must);
	missing = wrong < ELEMENT_COUNT;
	if (!missing)
		wrong = first_surplus(atoms, may);
	if (wrong == ELEMENT_COUNT)
		return;
	DIAG_REPORT(c->check->sink, CLASS_FORMULA, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    STR_ARGS(c->cell[1]->text), missing ? "lacks" : "has", elements[wrong].symbol);
	rule_suspect(c, 0);
}

void rule_halogens_formula(struct rule_case *c)
{
	static const char *const counted[] = {"Cl", "Br"};
	const struct atoms *const atoms = rule_formula(c, 1);
	double sum = 0.0;

	if (!rule_has_number(c, 0) || !atoms)
		return;
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		sum += atoms->of[element_find(str_from(counted[i]))];
	if (fabs(c->cell[0]->number - sum) < 0.5)
		return;
	DIAG_REPORT(c->check->sink, HALOGENS_FORMULA, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    STR_ARGS(c->cell[1]->text), sum);
	rule_suspect(c, 0);
}

void rule_cas_other(struct rule_case *c)
{
	const uint32_t row = rule_find_known(c->check, SEEN_CAS, c->table, c->cell[0]->text);
	const struct material *known;
	const struct atoms *const ours = rule_formula(c, 1);
	struct atoms theirs;
	size_t at;

	if (row == DB_NO_ROW)
		return;
	known = rule_known(c->check, c->table, row);
	if (!ours || !formula_read(known->formula, &theirs, &at) ||
	    atoms_differ(ours, &theirs) == ELEMENT_COUNT)
		return;
	DIAG_REPORT(c->check->sink, CAS_OTHER, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    STR_ARGS(known->id), STR_ARGS(known->formula), STR_ARGS(c->cell[1]->text));
	rule_suspect(c, 0);
}
