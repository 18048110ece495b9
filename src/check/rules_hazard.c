/* SPDX-License-Identifier: MIT */
/* Hazard statements on flammability against the flash point. */
#include "check/rule.h"

/*
 * CLP, annex I, 2.6: H224 flash below 23 degC and boiling up to 35, H225 below 23, H226 from 23 to
 * 60; H227 (GHS, not CLP) up to 93. Flash points of one liquid differ by a few kelvin.
 */
struct flash_class {
	const char *code;
	double low;
	double high;
};

static const struct flash_class flash_classes[] = {
    {"H224", -273.15, 23.0},
    {"H225", -273.15, 23.0},
    {"H226", 23.0, 60.0},
    {"H227", 60.0, 93.0},
};

enum { FLASH_CLASS_COUNT = sizeof flash_classes / sizeof *flash_classes };

static const double flash_tolerance = 5.0;
/* H224 is for liquids that boil up to here; 5 K for the spread of boiling points. */
static const double extremely_flammable_boils = 35.0;

static const struct flash_class *class_of(struct str codes, struct str *code)
{
	while (str_next(&codes, ';', code))
		for (size_t i = 0; i < FLASH_CLASS_COUNT; i++)
			if (str_starts(*code, flash_classes[i].code))
				return &flash_classes[i];
	return NULL;
}

/* Pyrophoric, self-heating, explosive and gas statements take the place of those for liquids. */
static bool has_other_fire_code(struct str codes)
{
	struct str code;

	while (str_next(&codes, ';', &code))
		if (str_starts(code, "H20") || str_starts(code, "H22") || str_starts(code, "H23") ||
		    str_starts(code, "H24") || str_starts(code, "H25"))
			return true;
	return false;
}

static void report(struct rule_case *c, struct str code, const char *against)
{
	struct text what;

	text_init(&what, c->check->arenas.row);
	text_addf(&what, "hazard statement " STR_FORMAT, STR_ARGS(code));
	DIAG_REPORT(c->check->sink, HAZARD_FLASH, c->cell[0]->place, what.at, against);
	rule_suspect(c, 0);
}

static const char *flash_phrase(struct rule_case *c)
{
	struct text text;

	text_init(&text, c->check->arenas.row);
	text_addf(&text, "flash point %g degC", c->cell[1]->number);
	return text.at;
}

/* No statement on fire where the flash point asks for one. */
static void test_missing(struct rule_case *c, double flash)
{
	if (flash >= 60.0 - flash_tolerance || has_other_fire_code(c->cell[0]->text))
		return;
	DIAG_REPORT(c->check->sink, HAZARD_FLASH, c->cell[0]->place,
		    "a list without H224, H225 and H226", flash_phrase(c));
	rule_suspect(c, 0);
}

void rule_hazard_flash(struct rule_case *c)
{
	const struct flash_class *flash_class;
	struct str code;
	double flash;

	flash_class = class_of(c->cell[0]->text, &code);
	if (c->cell[1]->state == CELL_NONE && flash_class)
		report(c, code, "flash point none");
	if (!rule_has_number(c, 1))
		return;
	flash = c->cell[1]->number;
	if (!flash_class) {
		test_missing(c, flash);
		return;
	}
	if (flash < flash_class->low - flash_tolerance ||
	    flash > flash_class->high + flash_tolerance)
		report(c, code, flash_phrase(c));
	else if (flash_class == &flash_classes[0] && c->cell[2] && rule_has_number(c, 2) &&
		 c->cell[2]->number > extremely_flammable_boils + flash_tolerance)
		report(c, code, "boiling point above 35 degC");
}
