/* SPDX-License-Identifier: MIT */
/* The lines for people around a drying film: what stays, what falls out, and how that is known. */
#include <math.h>

#include "base/lines.h"
#include "base/number.h"
#include "engine/rank_parts.h"
#include "mix/blend_record.h"
#include "mix/drying_parts.h"

static const struct material *solvent(const struct drying *drying, size_t part)
{
	const struct db *db = drying->request->evaluator->db;

	return &db->tables[TABLE_SOLVENTS].materials[drying->parts[part].row];
}

static void add_number(struct text *text, double x, int digits)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, number_write_fixed(buffer, x, digits));
}

static void add_title(struct lines *lines, const struct drying *drying)
{
	const struct material *liquid = rank_liquid(drying->request->evaluator->db,
						    &drying->request->combo.solvent, lines->arena);
	struct text text;

	text_init(&text, lines->arena);
	blend_add_combination(&text, drying->request->evaluator, &drying->request->combo);
	text_addf(&text, ": " STR_FORMAT " drying at ", STR_ARGS(liquid->name));
	add_number(&text, drying->request->temperature, 0);
	text_add(&text, STR_LITERAL(" degC"));
	lines_add(lines, &text);
}

/* Two digits of what is less would be a long row of zeros; kPa. */
static const double vapor_shown_from = 1e-8;

static void add_vapor(struct text *text, double kpa)
{
	const double decades = floor(log10(kpa));

	if (kpa < vapor_shown_from)
		text_add(text, STR_LITERAL("below 0.00000001"));
	else
		add_number(text, kpa, decades < 1.0 ? 1 - (int)decades : 0);
}

/* "Vapour  Dibromomethane 6.0 kPa, n-Hexyl butyrate 0.045 kPa (estimated)" */
static void add_vapors(struct lines *lines, const struct drying *drying)
{
	struct text text;

	text_init(&text, lines->arena);
	text_add(&text, STR_LITERAL("Vapour  "));
	for (size_t i = 0; i < drying->part_count; i++) {
		const struct num n = drying->parts[i].vapor_pressure;

		text_addf(&text, "%s" STR_FORMAT " ", i > 0 ? ", " : "",
			  STR_ARGS(rank_short_name(solvent(drying, i))));
		add_vapor(&text, n.value);
		text_addf(&text, " kPa%s",
			  n.state == NUM_INFERRED   ? " (from the boiling point)"
			  : n.kind == NUM_ESTIMATED ? " (estimated)"
						    : "");
	}
	lines_add(lines, &text);
}

static void add_share(struct text *text, double share)
{
	if (share < 0.0005) {
		text_add(text, STR_LITERAL("less than 0.1%"));
		return;
	}
	add_number(text, 100.0 * share, share < 0.1 ? 1 : 0);
	text_add(text, STR_LITERAL("%"));
}

static void add_last(struct lines *lines, const struct drying *drying)
{
	struct text text;

	text_init(&text, lines->arena);
	text_addf(&text, "Last    " STR_FORMAT " leaves last",
		  STR_ARGS(rank_short_name(solvent(drying, drying->last))));
	if (!isnan(drying->alone)) {
		text_add(&text, STR_LITERAL("; it is 95 vol% of what is left when "));
		add_share(&text, drying->alone);
		text_add(&text, STR_LITERAL(" of the liquid is left"));
	}
	if (drying->harsher_stays)
		text_add(&text, STR_LITERAL(": the harsher part stays alone with the electrolyte"));
	lines_add(lines, &text);
}

static void add_binder(struct lines *lines, const struct drying *drying)
{
	struct text text;

	if (!num_has_value(drying->steps[0].red))
		return;
	text_init(&text, lines->arena);
	text_add(&text, STR_LITERAL("Binder  "));
	if (!isnan(drying->falls_out)) {
		text_add(&text, STR_LITERAL("falls out (RED above 1) when "));
		add_share(&text, drying->falls_out);
		text_add(&text, STR_LITERAL(" of the liquid is left"));
	} else
		text_add(&text,
			 drying->dissolved
			     ? STR_LITERAL("stays dissolved to the end")
			     : STR_LITERAL("is not dissolved by the fresh blend (RED above 1)"));
	lines_add(lines, &text);
}

void drying_add_lines(struct report *report, const struct drying *drying,
		      const struct run_head *head, struct arena *arena)
{
	struct lines title = {.arena = arena};
	struct lines notes = {.arena = arena};
	struct report_command *again = ARENA_NEW(arena, 1, struct report_command);

	add_title(&title, drying);
	add_last(&notes, drying);
	add_binder(&notes, drying);
	add_vapors(&notes, drying);
	lines_addf(&notes, "Model   ideal liquid (Raoult), one rate of transport for all parts; "
			   "vapour pressures by Clausius-Clapeyron");
	report->title = title.at;
	report->title_count = title.count;
	report->notes = notes.at;
	report->note_count = notes.count;
	if (head->command.length > 0) {
		*again = (struct report_command){"Again   ", head->command};
		report->commands = again;
		report->command_count = 1;
	}
}
