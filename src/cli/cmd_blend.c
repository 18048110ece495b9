/* SPDX-License-Identifier: MIT */
/* screen blend: which cosolvents are better together, and how a film of them dries. */
#include <math.h>

#include "cli/cli.h"
#include "cli/progress.h"
#include "cli/request.h"
#include "mix/blend_record.h"

/* Rows when --top is not given, in every format: pairs are too many to print all. */
enum { TOP = 20 };

/* ---- What is asked ----------------------------------------------------------------------- */

/* The one row of an option that might name several. */
static enum session_status one_row(struct cli *cli, enum option_id id, enum table_id table,
				   uint32_t *row)
{
	const uint32_t *rows = NULL;
	size_t count = 0;
	const enum session_status status = cli_rows(cli, id, table, &rows, &count);

	if (status != SESSION_OK)
		return status;
	if (count != 1)
		return cli_need_one(cli, id, count);
	*row = rows[0];
	return SESSION_OK;
}

static enum session_status find_combo(struct cli *cli, struct combo *combo)
{
	enum session_status status = one_row(cli, OPTION_SE, TABLE_ELECTROLYTES, &combo->se);

	if (status == SESSION_OK)
		status = one_row(cli, OPTION_BINDER, TABLE_BINDERS, &combo->binder);
	if (status == SESSION_OK)
		status = cli_row(cli, OPTION_SALT, TABLE_SALTS, &combo->salt);
	return status;
}

static enum session_status find_steps(struct cli *cli, struct blend_request *request)
{
	const double step = cli_option(cli, OPTION_STEP)->number;
	const double steps = round(1.0 / step);

	request->steps = (size_t)steps;
	if (fabs(steps * step - 1.0) > 1e-9)
		return session_fail(cli->session, SESSION_USAGE,
				    "--step must go into 1 a whole number of times, as 0.05 does");
	if (request->steps < request->parts)
		return session_fail(cli->session, SESSION_USAGE, "--step is too long for %zu parts",
				    request->parts);
	return SESSION_OK;
}

static enum session_status find_candidates(struct cli *cli, struct blend_request *request)
{
	enum session_status status =
	    cli_rows(cli, OPTION_OF, TABLE_SOLVENTS, &request->solvents, &request->solvent_count);

	if (status == SESSION_OK && cli_given(cli, OPTION_OF) &&
	    request->solvent_count < request->parts)
		status = session_fail(cli->session, SESSION_USAGE,
				      "--of names %zu solvent%s; a blend of %zu needs more",
				      request->solvent_count,
				      request->solvent_count == 1 ? "" : "s", request->parts);
	if (status == SESSION_OK)
		status = cli_filters(cli, &request->filters, &request->filter_count);
	for (size_t i = 0; status == SESSION_OK && i < request->filter_count; i++)
		if (request->filters[i].role != ROLE_SOLVENT)
			status = session_fail(cli->session, SESSION_USAGE,
					      "--where tests the solvents of a blend");
	return status;
}

static enum session_status refuse_idle_options(struct cli *cli)
{
	if (cli_given(cli, OPTION_AT) && !cli_given(cli, OPTION_DRY))
		return session_fail(cli->session, SESSION_USAGE, "--at is for --dry");
	if (cli_given(cli, OPTION_SOLVENT) && !cli_given(cli, OPTION_DRY)) {
		(void)session_fail(cli->session, SESSION_USAGE,
				   "--solvent is for --dry; --of says which solvents to blend");
		session_advise(cli->session, "'screen rank' and 'screen explain' take blends, too");
		return SESSION_USAGE;
	}
	return SESSION_OK;
}

/* ---- Search ------------------------------------------------------------------------------ */

static const struct blend_search *run_search(struct cli *cli, struct blend_request *request)
{
	struct progress progress = progress_begin(cli, "trying blends");
	const struct blend_search *search;

	request->watcher = progress_watcher(&progress);
	search = blend_run(request, session_arena(cli->session), session_scratch(cli->session));
	progress_end(&progress);
	request->watcher = (struct watcher){NULL, NULL};
	return search;
}

static enum session_status too_many(struct cli *cli, const struct blend_search *search)
{
	(void)session_fail(cli->session, SESSION_USAGE,
			   "triples are searched among at most %d solvents; %zu pass the gates",
			   BLEND_TRIPLE_CANDIDATES_MAX, search->candidates);
	session_advise(cli->session, "name some with --of A,B,C or keep some with --where");
	return SESSION_USAGE;
}

static enum session_status search_blends(struct cli *cli, const struct evaluator *evaluator,
					 const struct combo *combo,
					 const struct blend_search **search)
{
	const struct option_value *top = cli_option(cli, OPTION_TOP);
	struct blend_request request = {
	    .evaluator = evaluator,
	    .se = combo->se,
	    .binder = combo->binder,
	    .salt = combo->salt,
	    .parts = (size_t)cli_option(cli, OPTION_PARTS)->number,
	    .top = top->given > 0 ? (size_t)top->number : TOP,
	    .sort = (enum blend_sort)cli_option(cli, OPTION_SORT)->choice,
	    .miscible = cli_given(cli, OPTION_MISCIBLE),
	};
	enum session_status status = find_steps(cli, &request);

	if (status == SESSION_OK)
		status = find_candidates(cli, &request);
	if (status != SESSION_OK)
		return status;
	*search = run_search(cli, &request);
	return (*search)->too_many ? too_many(cli, *search) : SESSION_OK;
}

/* ---- Output ------------------------------------------------------------------------------ */

static enum session_status write_search(struct cli *cli, const struct blend_search *search,
					const struct run_head *head)
{
	const struct report report = blend_report(search, head, session_arena(cli->session));
	const enum session_status status = cli_write_report(cli, &report);

	if (status == SESSION_OK && search->row_count == 0)
		cli_say(cli, search->sets == 0
				 ? STR_LITERAL("too few solvents are left for a blend")
				 : STR_LITERAL("every blend is rejected"));
	return status;
}

static enum session_status write_film(struct cli *cli, const struct evaluator *evaluator,
				      const struct combo *combo, const struct run_head *head)
{
	struct arena *arena = session_arena(cli->session);
	const struct drying_request request = {evaluator, *combo,
					       cli_option(cli, OPTION_AT)->number};
	const struct drying *drying = drying_run(&request, arena);
	struct report report;

	if (!drying->known) {
		const struct material *material =
		    &evaluator->db->tables[TABLE_SOLVENTS].materials[drying->unknown];

		return session_fail(cli->session, SESSION_USAGE,
				    "the film cannot be followed: vapour pressure or molar volume "
				    "of '" STR_FORMAT "' is unknown",
				    STR_ARGS(material->name));
	}
	report = drying_report(drying, head, arena);
	return cli_write_report(cli, &report);
}

/* The blend of --solvent. */
static enum session_status named_blend(struct cli *cli, struct mixture *liquid)
{
	const struct mixture *found = NULL;
	size_t count = 0;
	const enum session_status status = cli_liquids(cli, &found, &count);

	if (status != SESSION_OK)
		return status;
	if (count != 1 || found[0].count < 2) {
		(void)session_fail(cli->session, SESSION_USAGE, "one blend, please, for --dry");
		session_advise(cli->session, "such as --solvent 'heptane:butyl-butyrate=50:50'");
		return SESSION_USAGE;
	}
	*liquid = found[0];
	return SESSION_OK;
}

static enum session_status film(struct cli *cli, const struct evaluator *evaluator,
				struct combo *combo, const struct run_head *head)
{
	const struct blend_search *search = NULL;
	enum session_status status;

	if (cli_given(cli, OPTION_SOLVENT)) {
		status = named_blend(cli, &combo->solvent);
		return status == SESSION_OK ? write_film(cli, evaluator, combo, head) : status;
	}
	status = search_blends(cli, evaluator, combo, &search);
	if (status != SESSION_OK)
		return status;
	if (search->row_count == 0)
		return write_search(cli, search, head);
	*combo = search->rows[0].ranking.evaluation->combo;
	return write_film(cli, evaluator, combo, head);
}

static enum session_status blend_or_film(struct cli *cli)
{
	const struct evaluator evaluator = cli_evaluator(cli);
	const struct blend_search *search = NULL;
	struct combo combo = {DB_NO_ROW, DB_NO_ROW, DB_NO_ROW, {NULL, 0}};
	struct run_head head = cli_run_head(cli);
	enum session_status status = refuse_idle_options(cli);

	if (status == SESSION_OK)
		status = find_combo(cli, &combo);
	if (status != SESSION_OK)
		return status;
	head.salt = combo.salt != DB_NO_ROW;
	head.row_command =
	    options_row_line(cli->arguments, "blend --dry", session_arena(cli->session));
	if (cli_given(cli, OPTION_DRY))
		return film(cli, &evaluator, &combo, &head);
	status = search_blends(cli, &evaluator, &combo, &search);
	return status == SESSION_OK ? write_search(cli, search, &head) : status;
}

enum session_status cmd_blend(struct cli *cli)
{
	const enum session_status prepared =
	    cli_given(cli, OPTION_SE) ? cli_prepare(cli) : cli_need_electrolyte(cli);

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	return cli_worse(prepared, blend_or_film(cli));
}
