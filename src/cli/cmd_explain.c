/* SPDX-License-Identifier: MIT */
/* screen explain: every number behind one score. */
#include "cli/request.h"
#include "engine/explain_record.h"

/* One of each that the route needs. */
static enum session_status check_one_of_each(struct cli *cli, const struct rank_request *request)
{
	if (request->se_count != 1)
		return cli_need_one(cli, OPTION_SE, request->se_count);
	if (request->binder_count != 1)
		return cli_need_one(cli, OPTION_BINDER, request->binder_count);
	if (request->solvent_count > 1 ||
	    (request->solvent_count == 0 && session_model(cli->session)->solvent == SOLVENT_NEEDED))
		return cli_need_one(cli, OPTION_SOLVENT, request->solvent_count);
	return SESSION_OK;
}

static enum session_status write_explanation(struct cli *cli, const struct evaluator *evaluator,
					     const struct rank_request *request)
{
	struct arena *arena = session_arena(cli->session);
	struct evaluation *evaluation = evaluation_new(evaluator->model, arena);
	const struct run_head head = cli_run_head(cli);
	const struct combo combo = {.se = request->ses[0],
				    .binder = request->binders[0],
				    .salt = request->salt,
				    .solvent = request->solvent_count > 0
						   ? request->solvents[0]
						   : (struct mixture){NULL, 0}};
	struct report report;

	evaluate(evaluator, &combo, evaluation);
	report = explain_report(evaluator, evaluation, &head, arena, session_sink(cli->session));
	return cli_write_report(cli, &report);
}

enum session_status cmd_explain(struct cli *cli)
{
	const enum session_status prepared = cli_prepare(cli);
	struct rank_request request = {.salt = DB_NO_ROW, .reference = DB_NO_ROW};
	struct evaluator evaluator;
	enum session_status status;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	evaluator = cli_evaluator(cli);
	request.evaluator = &evaluator;
	status = cli_find_names(cli, &request);
	if (status == SESSION_OK)
		status = check_one_of_each(cli, &request);
	if (status == SESSION_OK)
		status = write_explanation(cli, &evaluator, &request);
	return cli_worse(prepared, status);
}
