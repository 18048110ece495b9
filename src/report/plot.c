/* SPDX-License-Identifier: MIT */
#include "report/plot.h"

#include <math.h>

#include "base/number.h"
#include "engine/rank_parts.h"
#include "report/plot_parts.h"

struct str plot_name(const struct db *db, enum role role, uint32_t row)
{
	if (row == DB_NO_ROW)
		return STR_LITERAL("");
	return rank_short_name(&db->tables[role_table(role)].materials[row]);
}

struct str plot_liquid_name(const struct db *db, const struct mixture *liquid, struct arena *arena)
{
	const struct material *material = rank_liquid(db, liquid, arena);

	return material ? rank_short_name(material) : STR_LITERAL("no solvent");
}

struct str plot_solvent_name(const struct db *db, uint32_t row)
{
	return plot_name(db, ROLE_SOLVENT, row);
}

void plot_add_number(struct text *text, double value, int digits)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, number_write_fixed(buffer, value, digits));
}

struct str plot_number(double value, int digits, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	plot_add_number(&text, value, digits);
	return text_str(&text);
}

struct str plot_range(struct num n, int digits, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	if (n.high - n.low < 0.5 * pow(10, -digits))
		return text_str(&text);
	plot_add_number(&text, n.low, digits);
	text_add(&text, STR_LITERAL("–"));
	plot_add_number(&text, n.high, digits);
	return text_str(&text);
}

struct str plot_desc(const struct plot_page *page, const struct text *shown)
{
	struct text desc;

	text_init(&desc, shown->arena);
	text_add(&desc, text_str(shown));
	text_addf(&desc, " Made by " STR_FORMAT ": ", STR_ARGS(page->head->program));
	text_add(&desc, page->head->command);
	return text_str(&desc);
}

void plot_note_origin(struct lines *notes, const struct plot_page *page)
{
	lines_addf(notes, STR_FORMAT ", model " STR_FORMAT, STR_ARGS(page->head->program),
		   STR_ARGS(page->head->model->name));
}
