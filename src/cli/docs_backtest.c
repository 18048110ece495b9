/* SPDX-License-Identifier: MIT */
/* The page on the back-test, and its short form for the README: the built-in data and models. */
#include <math.h>

#include "api/session.h"
#include "cli/backtest.h"
#include "cli/docs.h"
#include "model/builtin.h"

/* All of it for the built-in database. */
static struct backtest_all run_all(struct arena *arena)
{
	const size_t count = builtin_model_count();
	const struct model **models = ARENA_NEW(arena, count, const struct model *);
	struct source *sources = ARENA_NEW(arena, count, struct source);
	struct evaluator evaluator = {.db = db_builtin(), .options = eval_options_default()};
	const struct watcher nobody = {NULL, NULL};
	struct diag_sink sink;

	diag_sink_init(&sink, arena);
	for (size_t i = 0; i < count; i++) {
		sources[i] = builtin_model_at(i).source;
		models[i] = model_read(&sources[i], evaluator.db, arena, &sink);
		if (str_is(builtin_model_at(i).name, BUILTIN_MODEL_DEFAULT))
			evaluator.model = models[i];
	}
	return (struct backtest_all){backtest_run(&evaluator, &nobody, arena, arena),
				     backtest_systems_run(&evaluator, models, count, arena), arena};
}

static const char *flat(struct value value, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	if (value.kind == VALUE_TEXT)
		text_add(&text, value.text);
	else if (value.kind == VALUE_FLAG)
		text_add(&text, value.flag ? STR_LITERAL("yes") : STR_LITERAL("no"));
	else if (value.kind == VALUE_NUMBER)
		text_addf(&text, "%.*f", value.number == floor(value.number) ? 0 : 2, value.number);
	else if (value.kind == VALUE_NUM)
		text_addf(&text, "%.0f (%.0f to %.0f)", value.num.value, value.num.low,
			  value.num.high);
	return text.at;
}

enum { COLUMNS_MAX = 20 };

/* The columns that people see of one row, from the one given on. */
static void add_row(struct text *out, const struct record_type *type, size_t from, const void *row,
		    struct arena *arena)
{
	const char *cells[COLUMNS_MAX + 1];
	size_t count = 0;

	for (size_t i = from; i < type->count && count < COLUMNS_MAX; i++)
		if ((type->fields[i].where & FIELD_PEOPLE) != 0)
			cells[count++] = row ? flat(field_get(&type->fields[i], row, arena), arena)
					     : type->fields[i].label;
	cells[count] = NULL;
	if (row)
		docs_add_row(out, cells);
	else
		docs_add_head(out, cells);
}

static void add_part(struct text *out, const struct figure_rows *figures, const char *part,
		     struct arena *arena)
{
	add_row(out, &figure_type, 1, NULL, arena);
	for (size_t i = 0; i < figures->count; i++)
		if (str_is(figures->at[i].part, part))
			add_row(out, &figure_type, 1, &figures->at[i], arena);
	text_add_char(out, '\n');
}

static void add_recipes(struct text *out, const struct backtest_all *all, struct arena *arena)
{
	size_t count = 0;
	const struct recipe_row *rows = backtest_recipes(all, &count);

	add_row(out, &recipe_type, 0, NULL, arena);
	for (size_t i = 0; i < count; i++)
		add_row(out, &recipe_type, 0, &rows[i], arena);
}

void docs_add_backtest(struct text *out, struct arena *arena)
{
	const struct backtest_all all = run_all(arena);
	const struct figure_rows figures = backtest_figures(&all);

	text_add(out,
		 STR_LITERAL(
		     "# Back-test\n\n<!-- Made by scripts/docs; `screen backtest` shows the same. "
		     "-->\n\n"
		     "The rules alone against what was observed: no measured row, no value tuned "
		     "on known "
		     "answers. [method.md](method.md#back-test) says what is counted as what.\n\n"
		     "## Exposures: does the solvent spare the electrolyte?\n\n"));
	add_part(out, &figures, "exposure", arena);
	text_add(out, STR_LITERAL("## Solubilities: does it dissolve the binder?\n\n"));
	add_part(out, &figures, "solubility", arena);
	text_add(out, STR_LITERAL("## Published recipes, each through the rules of its route\n\n"));
	add_part(out, &figures, "systems", arena);
	add_recipes(out, &all, arena);
}

/* A figure of the list, or NULL. */
static const struct figure_row *figure_of(const struct figure_rows *figures, const char *part,
					  const char *group, const char *figure)
{
	for (size_t i = 0; i < figures->count; i++)
		if (str_is(figures->at[i].part, part) && str_is(figures->at[i].group, group) &&
		    str_is(figures->at[i].figure, figure))
			return &figures->at[i];
	return NULL;
}

static void add_shown(struct text *out, const struct figure_rows *figures, const char *part,
		      const char *group, const char *figure, const char *said)
{
	const struct figure_row *row = figure_of(figures, part, group, figure);

	if (!row)
		return;
	text_addf(out, "* %s: ", said);
	if (row->percent)
		text_addf(out, "%.0f %%", 100.0 * row->value);
	else if (!isnan(row->value))
		text_addf(out, fabs(row->value) < 10.0 ? "%.2f" : "%.0f", row->value);
	else
		text_addf(out, "%zu", row->count);
	if (row->percent)
		text_addf(out, " of %zu", row->count);
	if (row->note.length > 0)
		text_addf(out, " (" STR_FORMAT ")", STR_ARGS(row->note));
	text_add_char(out, '\n');
}

void docs_add_figures(struct text *out, struct arena *arena)
{
	const struct backtest_all all = run_all(arena);
	const struct figure_rows figures = backtest_figures(&all);

	add_shown(out, &figures, "exposure", "all", "right",
		  "pairs of electrolyte and solvent called right by the rules alone");
	add_shown(out, &figures, "exposure", "not in sample", "right",
		  "of these, pairs whose answer was not known when the curves were drawn");
	add_shown(out, &figures, "exposure", "all", "bad but called good",
		  "destroyers that the rules let pass");
	add_shown(out, &figures, "exposure", "all", "gap",
		  "gap between the worst good and the best bad solvent, compatibility 0 to 1");
	add_shown(out, &figures, "exposure", "all", "gap but for the misses",
		  "the same without the pairs that are missed");
	add_shown(out, &figures, "exposure", "all", "best total of a bad solvent over all binders",
		  "best total of a known destroyer with any binder");
	add_shown(out, &figures, "exposure", "all", "the same but for the misses",
		  "the same without the pairs that are missed");
	add_shown(out, &figures, "solubility", "all", "right",
		  "binder and solvent, right outside the band RED 0.85 to 1.05");
	add_shown(out, &figures, "solubility", "not in sample", "right",
		  "of these, binders whose sphere was not fitted to such rows");
	add_shown(out, &figures, "solubility", "all", "in the borderline band",
		  "in that band, where the program says check");
	add_shown(out, &figures, "systems", "Table 1", "rejected",
		  "recipes of the review's Table 1 that are rejected");
	add_shown(out, &figures, "systems", "Table 1", "lowest single-solvent slurry",
		  "lowest score of its single-solvent slurries, 0 to 100");
}
