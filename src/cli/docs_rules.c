/* SPDX-License-Identifier: MIT */
/* The page on the rules as built: gates, criteria and terms of the built-in models. */
#include <math.h>

#include "base/number.h"
#include "cli/docs.h"
#include "model/builtin.h"
#include "model/model.h"

static const char *number_text(double number, struct arena *arena)
{
	char buffer[NUMBER_TEXT_MAX];

	return str_copy(arena, number_write(buffer, number)).at;
}

/* "-6 1, -3 0.9" */
static void add_curve(struct text *text, const struct curve *curve, struct arena *arena)
{
	for (size_t i = 0; i < curve->count; i++)
		text_addf(text, "%s%s→%s", i > 0 ? ", " : "",
			  number_text(curve->points[i].x, arena),
			  number_text(curve->points[i].y, arena));
}

/* How a reading becomes a desirability. */
static const char *reading_text(const struct reading *reading, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	if (reading->curve)
		add_curve(&text, reading->curve, arena);
	for (size_t i = 0; i < reading->word_count; i++)
		text_addf(&text, "%s" STR_FORMAT " %s", i > 0 ? ", " : "",
			  STR_ARGS(reading->words[i].word),
			  number_text(reading->words[i].value, arena));
	if (reading->case_count > 0)
		text_addf(&text, "%zu cases, see the file", reading->case_count);
	if (text.length == 0)
		text_add(&text, STR_LITERAL("by code, see the file"));
	return text.at;
}

static const char *basis_text(struct str source, struct str basis, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	text_add(&text, source);
	if (basis.length > 0)
		text_addf(&text, "%s" STR_FORMAT, source.length ? "; " : "", STR_ARGS(basis));
	return text.at;
}

static void add_gates(struct text *out, const struct model *model, struct arena *arena)
{
	docs_add_head(out, (const char *[]){"gate", "what it does", "why", "basis", NULL});
	for (size_t i = 0; i < model->gate_count; i++) {
		const struct gate *gate = &model->gates[i];
		struct text does;

		text_init(&does, arena);
		if (gate->verdict == GATE_REJECT)
			text_add(&does, STR_LITERAL("rejects"));
		else if (gate->factor < 1.0)
			text_addf(&does, "warns, total × %s", number_text(gate->factor, arena));
		else
			text_add(&does, STR_LITERAL("warns"));
		docs_add_row(out,
			     (const char *[]){str_copy(arena, gate->id).at, does.at,
					      str_copy(arena, gate->why).at,
					      basis_text(gate->source, gate->basis, arena), NULL});
	}
	text_add_char(out, '\n');
}

static void add_terms(struct text *out, const struct model *model,
		      const struct criterion *criterion, struct arena *arena)
{
	docs_add_head(out,
		      (const char *[]){"term", "weight", "desirability", "unknown", "basis", NULL});
	for (size_t t = criterion->first_term; t < criterion->first_term + criterion->term_count;
	     t++) {
		const struct term *term = &model->terms[t];

		docs_add_row(
		    out, (const char *[]){
			     str_copy(arena, term->label).at, number_text(term->weight, arena),
			     reading_text(&term->reading, arena), number_text(term->missing, arena),
			     basis_text(term->source, term->basis, arena), NULL});
	}
	text_add_char(out, '\n');
}

static void add_criterion(struct text *out, const struct model *model,
			  const struct criterion *criterion, struct arena *arena)
{
	text_addf(out, "### " STR_FORMAT "\n\n" STR_FORMAT ", weight %s", STR_ARGS(criterion->id),
		  STR_ARGS(criterion->label), number_text(criterion->weight, arena));
	if (criterion->limit) {
		text_add(out, STR_LITERAL("; limit of the total "));
		add_curve(out, criterion->limit, arena);
	}
	if (criterion->measured)
		text_add(out, STR_LITERAL("; observations of these materials count"));
	text_add(out, STR_LITERAL(".\n\n"));
	add_terms(out, model, criterion, arena);
}

static void add_model(struct text *out, const struct model *model, struct arena *arena)
{
	text_addf(out, "## " STR_FORMAT "\n\n" STR_FORMAT "\n\n", STR_ARGS(model->route),
		  STR_ARGS(model->doc));
	add_gates(out, model, arena);
	for (size_t i = 0; i < model->criterion_count; i++)
		add_criterion(out, model, &model->criteria[i], arena);
}

void docs_add_rules(struct text *out, struct arena *arena)
{
	struct diag_sink sink;

	diag_sink_init(&sink, arena);
	text_add(out,
		 STR_LITERAL(
		     "# Rules\n\n<!-- Made by scripts/docs from data/models. -->\n\nThe built-in "
		     "models, "
		     "number by number; [method.md](method.md) explains them. A basis is a key of "
		     "`data/sources.csv`; \"judgement\" means that the number is the authors' "
		     "own.\n\n"));
	for (size_t i = 0; i < builtin_model_count(); i++) {
		const struct source source = builtin_model_at(i).source;
		const struct model *model = model_read(&source, db_builtin(), arena, &sink);

		if (model)
			add_model(out, model, arena);
	}
}
