/* SPDX-License-Identifier: MIT */
/* screen plot: pictures. */
#include "cli/plot.h"

#include "cli/cli.h"
#include "cli/progress.h"
#include "cli/request.h"
#include "report/svg_frame.h"
#include "report/svg_palette.h"

/* Without --solvent: the best of these many. */
enum { BEST_IN_OVERLAY = 3, BEST_IN_GRID = 6, BEST_IN_RANKING = 15 };

static struct arena *arena_of(const struct plotter *plotter)
{
	return session_arena(plotter->cli->session);
}

static const struct plot_kind *kind_of(const struct cli *cli)
{
	return &plot_kinds[cli_option(cli, OPTION_KIND)->choice];
}

/* ---- spider ---- */

static enum session_status too_many(const struct plotter *plotter, size_t count)
{
	(void)session_fail(plotter->cli->session, SESSION_USAGE,
			   "%zu combinations are too many for one web; %d fit", count,
			   SVG_SERIES_MAX);
	session_advise(plotter->cli->session, "--layout grid draws each in a web of its own");
	return SESSION_USAGE;
}

static enum session_status too_few_axes(const struct plotter *plotter, size_t count)
{
	(void)session_fail(plotter->cli->session, SESSION_USAGE,
			   "a spider needs three criteria, and %zu count here", count);
	session_advise(plotter->cli->session, "--kind ranking draws the scores");
	return SESSION_USAGE;
}

static size_t axis_count(const struct plotter *plotter, const struct combo *combo)
{
	const struct model *model = plotter->evaluator.model;
	size_t count = 0;

	for (size_t i = 0; i < model->criterion_count; i++)
		count += criterion_counts(&model->criteria[i], combo);
	return count;
}

/* Of --top, or so many. */
static size_t top_or(const struct plotter *plotter, size_t otherwise)
{
	const struct option_value *top = cli_option(plotter->cli, OPTION_TOP);

	return top->given > 0 ? (size_t)top->number : otherwise;
}

static const struct ranking *rank_best(struct plotter *plotter, size_t top)
{
	struct progress progress = progress_begin(plotter->cli, "scoring");
	const struct ranking *ranking;

	plotter->named.top = top;
	plotter->named.keep_rejected = cli_given(plotter->cli, OPTION_ALL);
	plotter->named.watcher = progress_watcher(&progress);
	ranking =
	    rank_run(&plotter->named, arena_of(plotter), session_scratch(plotter->cli->session));
	progress_end(&progress);
	plotter->named.watcher = (struct watcher){NULL, NULL};
	return ranking;
}

/* Everything that is named, in that order. */
static size_t named_combos(const struct plotter *plotter, struct combo **combos)
{
	const struct rank_request *named = &plotter->named;
	const size_t count = named->se_count * named->binder_count * named->solvent_count;
	struct combo *made = ARENA_NEW(arena_of(plotter), count, struct combo);
	size_t next = 0;

	for (size_t s = 0; s < named->se_count; s++)
		for (size_t b = 0; b < named->binder_count; b++)
			for (size_t l = 0; l < named->solvent_count; l++)
				made[next++] = (struct combo){named->ses[s], named->binders[b],
							      named->salt, named->solvents[l]};
	*combos = made;
	return count;
}

/* What is named if all is, else the best. */
static size_t find_combos(struct plotter *plotter, enum plot_layout layout, struct combo **combos)
{
	const struct rank_request *named = &plotter->named;
	const struct ranking *ranking;

	if (named->binder_count > 0 && named->solvent_count > 0 && named->filter_count == 0 &&
	    !cli_given(plotter->cli, OPTION_TOP))
		return named_combos(plotter, combos);
	ranking = rank_best(plotter,
			    top_or(plotter, layout == PLOT_GRID ? BEST_IN_GRID : BEST_IN_OVERLAY));
	*combos = ARENA_NEW(arena_of(plotter), ranking->row_count, struct combo);
	for (size_t i = 0; i < ranking->row_count; i++)
		(*combos)[i] = ranking->rows[i].evaluation->combo;
	return ranking->row_count;
}

/* As with a table: nothing is wrong, there is just nothing to see. */
static enum session_status no_combination(const struct plotter *plotter)
{
	cli_say(plotter->cli, STR_LITERAL("no combination is left; nothing was drawn"));
	return SESSION_OK;
}

/* In an overlay the reference is the dashed line, also where it is named as a solvent. */
static size_t without_reference(const struct plotter *plotter, struct combo *combos, size_t count)
{
	const struct rank_request *named = &plotter->named;
	size_t kept = 0;

	if (count < 2 || named->se_count != 1 || named->binder_count != 1)
		return count;
	for (size_t i = 0; i < count; i++)
		if (combos[i].solvent.count != 1 ||
		    combos[i].solvent.parts[0].row != named->reference)
			combos[kept++] = combos[i];
	return kept;
}

static enum session_status draw_spider(struct plotter *plotter)
{
	const enum plot_layout layout =
	    (enum plot_layout)cli_option(plotter->cli, OPTION_LAYOUT)->choice;
	struct combo *combos;
	size_t count = find_combos(plotter, layout, &combos);
	struct plot_spider_request request;

	if (count == 0)
		return no_combination(plotter);
	if (layout == PLOT_OVERLAY)
		count = without_reference(plotter, combos, count);
	if (layout == PLOT_OVERLAY && count > SVG_SERIES_MAX)
		return too_many(plotter, count);
	if (axis_count(plotter, &combos[0]) < 3)
		return too_few_axes(plotter, axis_count(plotter, &combos[0]));
	request = (struct plot_spider_request){
	    .evaluator = &plotter->evaluator,
	    .combos = combos,
	    .count = count,
	    .reference = plotter->named.reference,
	    .layout = layout,
	};
	return cli_write_text(plotter->cli,
			      plot_spider(&request, &plotter->page, arena_of(plotter)));
}

/* ---- curves ---- */

static struct str curves_title(const struct plotter *plotter)
{
	struct text title;

	text_init(&title, arena_of(plotter));
	text_addf(&title, "Curves of the model " STR_FORMAT,
		  STR_ARGS(plotter->evaluator.model->name));
	return text_str(&title);
}

static enum session_status write_each(struct plotter *plotter,
				      const struct plot_curves_request *request)
{
	const struct str folder = cli_option(plotter->cli, OPTION_OUTPUT_DIR)->text;
	enum session_status status = SESSION_OK;

	for (size_t i = 0; i < request->count && status == SESSION_OK; i++) {
		struct plot_curves_request one = *request;
		struct text path;

		one.views = &request->views[i];
		one.count = 1;
		text_init(&path, arena_of(plotter));
		text_addf(&path, STR_FORMAT "/" STR_FORMAT ".svg", STR_ARGS(folder),
			  STR_ARGS(plot_curve_id(one.model, one.views, arena_of(plotter))));
		status = cli_write_file(plotter->cli, path.at,
					plot_curves(&one, &plotter->page, arena_of(plotter)));
	}
	return status;
}

static enum session_status draw_curves(struct plotter *plotter)
{
	struct plot_curves_request request = {.model = plotter->evaluator.model,
					      .title = curves_title(plotter)};

	request.count = curves_of(&plotter->named, &request.views, arena_of(plotter));
	if (request.count == 0)
		return session_fail(plotter->cli->session, SESSION_USAGE,
				    "nothing to draw: the model has no curves");
	if (!cli_given(plotter->cli, OPTION_OUTPUT_DIR))
		return cli_write_text(plotter->cli,
				      plot_curves(&request, &plotter->page, arena_of(plotter)));
	if (!cli_given(plotter->cli, OPTION_WIDTH_MM))
		plotter->page.width = SVG_WIDTH_DEFAULT;
	return write_each(plotter, &request);
}

/* ---- ranking ---- */

static enum session_status draw_ranking(struct plotter *plotter)
{
	const struct ranking *ranking;

	plotter->named.add_reference = true;
	ranking = rank_best(plotter, top_or(plotter, BEST_IN_RANKING));
	if (ranking->screened == 0)
		return no_combination(plotter);
	return cli_write_text(plotter->cli,
			      plot_ranking(ranking, &plotter->page, arena_of(plotter)));
}

/* ---- one blend ---- */

static enum session_status need_blend(const struct plotter *plotter, const char *what)
{
	(void)session_fail(plotter->cli->session, SESSION_USAGE, "--kind %s needs %s",
			   kind_of(plotter->cli)->name, what);
	session_advise(plotter->cli->session, "volume parts: dibromomethane:hexyl-butyrate=80:20");
	return SESSION_USAGE;
}

/* The one combination that is named, with a liquid of two parts or more. */
static enum session_status find_blend(const struct plotter *plotter, struct combo *combo)
{
	const struct rank_request *named = &plotter->named;

	if (named->se_count > 1)
		return cli_need_one(plotter->cli, OPTION_SE, named->se_count);
	if (named->binder_count != 1)
		return cli_need_one(plotter->cli, OPTION_BINDER, named->binder_count);
	if (named->solvent_count != 1 || named->solvents[0].count < 2)
		return need_blend(plotter, "one blend as --solvent");
	*combo = (struct combo){named->se_count == 1 ? named->ses[0] : DB_NO_ROW, named->binders[0],
				named->salt, named->solvents[0]};
	return SESSION_OK;
}

static enum session_status draw_ternary(struct plotter *plotter)
{
	struct combo combo = {.solvent = {NULL, 0}};
	const enum session_status status = find_blend(plotter, &combo);

	if (status != SESSION_OK)
		return status;
	if (combo.solvent.count != 2)
		return need_blend(plotter, "a blend of two solvents");
	return cli_write_text(plotter->cli, plot_ternary(&plotter->evaluator, &combo,
							 &plotter->page, arena_of(plotter)));
}

static enum session_status draw_drying(struct plotter *plotter)
{
	struct drying_request request = {
	    .evaluator = &plotter->evaluator,
	    .temperature = cli_option(plotter->cli, OPTION_AT)->number,
	};
	enum session_status status = find_blend(plotter, &request.combo);
	const struct drying *drying;

	if (status == SESSION_OK && request.combo.se == DB_NO_ROW)
		status = cli_need_electrolyte(plotter->cli);
	if (status != SESSION_OK)
		return status;
	drying = drying_run(&request, arena_of(plotter));
	if (!drying->known)
		return session_fail(plotter->cli->session, SESSION_USAGE,
				    "the vapour pressure or the molar volume of '" STR_FORMAT
				    "' is unknown",
				    STR_ARGS(session_db(plotter->cli->session)
						 ->tables[TABLE_SOLVENTS]
						 .materials[drying->unknown]
						 .id));
	return cli_write_text(plotter->cli, plot_drying(drying, &plotter->page, arena_of(plotter)));
}

/* ---- the command ---- */

const struct plot_kind plot_kinds[] = {
    {"spider", "one axis a criterion, one line a combination", 85,
     OPTION_BIT(OPTION_LAYOUT) | OPTION_BIT(OPTION_TOP) | OPTION_BIT(OPTION_ALL) |
	 OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_REFERENCE),
     draw_spider},
    {"curves", "every curve of the model, with the values of the database", 170,
     OPTION_BIT(OPTION_OUTPUT_DIR), draw_curves},
    {"ranking", "scores with their intervals, best first", 85,
     OPTION_BIT(OPTION_TOP) | OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_WHERE) |
	 OPTION_BIT(OPTION_REFERENCE),
     draw_ranking},
    {"ternary", "where a blend of two solvents keeps the binder dissolved", 85, 0, draw_ternary},
    {"drying", "composition and RED of a blend as it dries", 85, OPTION_BIT(OPTION_AT),
     draw_drying},
};
const size_t plot_kind_count = sizeof plot_kinds / sizeof *plot_kinds;

/* An option that some kinds take and this one does not. */
static enum session_status refuse_idle_options(struct cli *cli)
{
	const struct plot_kind *kind = kind_of(cli);
	uint64_t some = 0;

	for (size_t i = 0; i < plot_kind_count; i++)
		some |= plot_kinds[i].options;
	for (enum option_id id = 0; id < OPTION_COUNT_ALL; id++)
		if ((some & ~kind->options & OPTION_BIT(id)) != 0 && cli_given(cli, id))
			return session_fail(cli->session, SESSION_USAGE,
					    "--%s is not for --kind %s", options[id].name,
					    kind->name);
	return SESSION_OK;
}

/* Pictures are SVG, whatever their file is called, and not to be read. */
static enum session_status check_output(struct cli *cli)
{
	const struct str ending = cli_output_ending(cli);

	if (ending.length > 0 && !str_is(ending, "svg") && !str_is(ending, "xml")) {
		(void)session_fail(cli->session, SESSION_USAGE, "a picture is SVG, not " STR_FORMAT,
				   STR_ARGS(ending));
		session_advise(cli->session,
			       "such as: --output %s.svg; programs such as "
			       "rsvg-convert and Inkscape make other formats of it",
			       kind_of(cli)->name);
		return SESSION_USAGE;
	}
	if (!cli->world->out_is_terminal || cli_given(cli, OPTION_OUTPUT) ||
	    cli_given(cli, OPTION_OUTPUT_DIR))
		return SESSION_OK;
	(void)session_fail(cli->session, SESSION_USAGE, "a picture is nothing for a terminal");
	session_advise(cli->session, "such as: --output %s.svg", kind_of(cli)->name);
	return SESSION_USAGE;
}

static struct plotter plotter_for(struct cli *cli)
{
	const struct option_value *width = cli_option(cli, OPTION_WIDTH_MM);

	return (struct plotter){
	    .cli = cli,
	    .evaluator = cli_evaluator(cli),
	    .named = {.salt = DB_NO_ROW, .reference = DB_NO_ROW},
	    .head = cli_run_head(cli),
	    .page = {.width = width->given > 0 ? width->number : kind_of(cli)->width},
	};
}

enum session_status cmd_plot(struct cli *cli)
{
	enum session_status status = refuse_idle_options(cli);
	enum session_status prepared;
	struct plotter plotter;

	if (status == SESSION_OK)
		status = check_output(cli);
	if (status != SESSION_OK)
		return status;
	prepared = cli_prepare(cli);
	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	plotter = plotter_for(cli);
	plotter.named.evaluator = &plotter.evaluator;
	plotter.page.head = &plotter.head;
	status = cli_find_names(cli, &plotter.named);
	if (status == SESSION_OK)
		status = kind_of(cli)->draw(&plotter);
	return cli_worse(prepared, status);
}
