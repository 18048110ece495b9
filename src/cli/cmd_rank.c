/* SPDX-License-Identifier: MIT */
/* screen [rank]: the table of combinations, best first. */
#include "cli/fail_below.h"
#include "cli/list.h"
#include "cli/progress.h"
#include "cli/request.h"
#include "cli/run_file.h"
#include "engine/rank.h"
#include "engine/rank_page.h"
#include "engine/rank_record.h"
#include "engine/robust.h"

/* Rows for people when --top is not given: a screenful. */
enum { TOP_FOR_PEOPLE = 20 };
/* Of a page: rows that may come first once its reader moves the weights. */
enum { TOP_FOR_PAGE = 300 };

static struct rank_request request_for(const struct cli *cli, const struct evaluator *evaluator)
{
	const struct option_value *top = cli_option(cli, OPTION_TOP);
	struct rank_request request = {
	    .evaluator = evaluator,
	    .salt = DB_NO_ROW,
	    .reference = DB_NO_ROW,
	    .top = cli_format(cli)->for_people ? TOP_FOR_PEOPLE : SIZE_MAX,
	    .keep_rejected = cli_given(cli, OPTION_ALL) || cli_format(cli)->whole,
	    .add_reference = cli_format(cli)->for_people};

	if (cli_format(cli)->matrix) { /* a cell says why it is empty */
		request.top = SIZE_MAX;
		request.keep_rejected = true;
		request.add_reference = false;
	}
	if (cli_format(cli)->page) {
		request.top = TOP_FOR_PAGE;
		request.keep_rejected = true;
	}
	if (top->given > 0)
		request.top = (size_t)top->number;
	return request;
}

/* Ledger and sources are read only here: they are dear. */
static void extend_for_page(struct cli *cli, struct report *report, const struct ranking *ranking)
{
	const struct db *db = session_db(cli->session);
	struct arena *arena = session_arena(cli->session);
	struct diag_sink *sink = session_sink(cli->session);

	rank_page_extend(report, ranking, ledger_read(db, arena, sink),
			 citations_read(db, arena, sink), arena);
}

static enum session_status write_ranking(struct cli *cli, const struct ranking *ranking)
{
	struct arena *arena = session_arena(cli->session);
	struct run_head head = cli_run_head(cli);
	enum session_status status;
	struct report report;

	head.salt = ranking->request->salt != DB_NO_ROW;
	head.row_command = options_row_line(cli->arguments, "explain", arena);
	report = rank_report(ranking, &head, arena);
	if (cli_format(cli)->page)
		extend_for_page(cli, &report, ranking);
	if (cli_format(cli)->whole)
		report_add_sources(&report, cli);
	run_file_check(cli, &head);
	status = run_file_save(cli, &head);
	if (status == SESSION_OK)
		status = cli_write_report(cli, &report);
	if (status == SESSION_OK && ranking->screened == 0)
		cli_say(cli, ranking->request->filter_count > 0
				 ? STR_LITERAL("no combination passes the tests of --where")
				 : STR_LITERAL("there is nothing to combine"));
	return status;
}

/* How firm the order is takes all ranked rows, also those that are not shown. */
static const struct ranking *run_request(struct cli *cli, struct rank_request *request,
					 struct progress *progress)
{
	const struct robust_draws draws = cli_draws(cli, progress);
	struct arena *arena = session_arena(cli->session);
	struct arena *scratch = session_scratch(cli->session);
	const size_t top = request->top;
	const struct ranking *ranking;

	request->robust = cli_given(cli, OPTION_ROBUST);
	if (!request->robust)
		return rank_run(request, arena, scratch);
	if (request->top < ROBUST_ROWS_MAX)
		request->top = ROBUST_ROWS_MAX;
	ranking = rank_run(request, arena, scratch);
	progress->what = "trying orders";
	return robust_ranking(ranking, top, &draws, arena, scratch);
}

static const struct ranking *run(struct cli *cli, struct rank_request *request)
{
	struct progress progress = progress_begin(cli, "scoring");
	const struct ranking *ranking;

	request->watcher = progress_watcher(&progress);
	ranking = run_request(cli, request, &progress);
	progress_end(&progress);
	/* The request lives on, for --fail-below; the progress does not. */
	request->watcher = (struct watcher){NULL, NULL};
	return ranking;
}

enum session_status cmd_rank(struct cli *cli)
{
	const enum session_status prepared =
	    cli_given(cli, OPTION_SE) ? cli_prepare(cli) : cli_need_electrolyte(cli);
	struct evaluator evaluator;
	struct rank_request request;
	size_t verdict = 0;
	enum session_status status;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	evaluator = cli_evaluator(cli);
	request = request_for(cli, &evaluator);
	status = cli_find_names(cli, &request);
	if (status == SESSION_OK && cli_given(cli, OPTION_FAIL_BELOW))
		status = fail_below_check(cli, &verdict);
	if (status != SESSION_OK)
		return status;
	status = write_ranking(cli, run(cli, &request));
	if (status == SESSION_OK && cli_given(cli, OPTION_FAIL_BELOW))
		status = fail_below_apply(cli, &request, verdict);
	return cli_worse(prepared, status);
}
