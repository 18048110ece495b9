/* SPDX-License-Identifier: MIT */
/* screen [rank]: the table of combinations, best first. */
#include "cli/cli.h"
#include "cli/combination.h"
#include "cli/list.h"
#include "engine/rank.h"
#include "engine/rank_record.h"

/* Rows for people when --top is not given: a screenful. */
enum { TOP_FOR_PEOPLE = 20 };

/* A database of one's own need not have the default reference; one that is asked for must exist. */
static enum session_status find_reference(struct cli *cli, uint32_t *row)
{
	const struct option_value *value = cli_option(cli, OPTION_REFERENCE);
	enum session_status status;

	*row = DB_NO_ROW;
	if (str_is(value->text, "none"))
		return SESSION_OK;
	status = cli_row(cli, OPTION_REFERENCE, TABLE_SOLVENTS, row);
	return value->given > 0 ? status : SESSION_OK;
}

static enum session_status find_names(struct cli *cli, struct rank_request *request)
{
	enum session_status status =
	    cli_rows(cli, OPTION_SE, TABLE_ELECTROLYTES, &request->ses, &request->se_count);

	if (status == SESSION_OK)
		status = cli_rows(cli, OPTION_BINDER, TABLE_BINDERS, &request->binders,
				 &request->binder_count);
	if (status == SESSION_OK)
		status = cli_liquids(cli, &request->solvents, &request->solvent_count);
	if (status == SESSION_OK)
		status = cli_row(cli, OPTION_SALT, TABLE_SALTS, &request->salt);
	if (status == SESSION_OK)
		status = find_reference(cli, &request->reference);
	if (status == SESSION_OK)
		status = cli_filters(cli, &request->filters, &request->filter_count);
	return status;
}

static struct rank_request request_for(const struct cli *cli, const struct evaluator *evaluator)
{
	const struct option_value *top = cli_option(cli, OPTION_TOP);
	struct rank_request request = {.evaluator = evaluator,
				       .salt = DB_NO_ROW,
				       .reference = DB_NO_ROW,
				       .top =
					   cli_format(cli)->for_people ? TOP_FOR_PEOPLE : SIZE_MAX,
				       .keep_rejected = cli_given(cli, OPTION_ALL) ||
							cli_format(cli)->whole,
				       .add_reference = cli_format(cli)->for_people};

	if (top->given > 0)
		request.top = (size_t)top->number;
	return request;
}

static enum session_status write_ranking(struct cli *cli, const struct ranking *ranking)
{
	struct arena *arena = session_arena(cli->session);
	struct run_head head = cli_run_head(cli);
	enum session_status status;
	struct report report;

	head.salt = ranking->request->salt != DB_NO_ROW;
	report = rank_report(ranking, &head, arena);
	if (cli_format(cli)->whole)
		report_add_sources(&report, cli);
	status = cli_write_report(cli, &report);
	if (status == SESSION_OK && ranking->screened == 0)
		cli_say(cli, ranking->request->filter_count > 0
				 ? STR_LITERAL("no combination passes the tests of --where")
				 : STR_LITERAL("there is nothing to combine"));
	return status;
}

enum session_status cmd_rank(struct cli *cli)
{
	const enum session_status prepared =
	    cli_given(cli, OPTION_SE) ? cli_prepare(cli) : cli_need_electrolyte(cli);
	struct evaluator evaluator;
	struct rank_request request;
	enum session_status status;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	evaluator = cli_evaluator(cli);
	request = request_for(cli, &evaluator);
	status = find_names(cli, &request);
	if (status != SESSION_OK)
		return status;
	status = write_ranking(
	    cli, rank_run(&request, session_arena(cli->session), session_scratch(cli->session)));
	return cli_worse(prepared, status);
}
