/* SPDX-License-Identifier: MIT */
/* screen routes: what is possible by each route, best first. */
#include "cli/list.h"
#include "cli/progress.h"
#include "cli/request.h"
#include "engine/rank_record.h"
#include "engine/routes.h"
#include "version.h"

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

/* "Li6PS5Cl: 4 routes, 3 possible". */
static struct str title_of(const struct route_result *results, size_t count, struct arena *arena)
{
	const struct rank_request *request = results[0].ranking->request;
	const struct db *db = request->evaluator->db;
	struct text text;
	size_t possible = 0;

	for (size_t i = 0; i < count; i++)
		possible += results[i].best ? 1 : 0;
	text_init(&text, arena);
	for (size_t i = 0; i < request->se_count; i++)
		text_addf(&text, "%s" STR_FORMAT, i > 0 ? ", " : "",
			  STR_ARGS(db->tables[TABLE_ELECTROLYTES].materials[request->ses[i]].name));
	text_addf(&text, ": %zu of %zu route%s possible; of each the best combination", possible,
		  count, plural(count));
	return text_str(&text);
}

static const struct route_result *compare_routes(struct cli *cli,
						 const struct rank_request *request,
						 const struct model *const *models, size_t count)
{
	struct progress progress = progress_begin(cli, "scoring");
	struct rank_request watched = *request;
	const struct route_result *results;

	watched.watcher = progress_watcher(&progress);
	results = routes_compare(&watched, models, count, session_arena(cli->session),
				 session_scratch(cli->session));
	progress_end(&progress);
	return results;
}

static enum session_status write_routes(struct cli *cli, const struct rank_request *request)
{
	struct arena *arena = session_arena(cli->session);
	const struct model *const *models;
	const size_t count = session_route_models(cli->session, &models);
	const struct route_result *results = compare_routes(cli, request, models, count);
	struct str *lines = ARENA_NEW(arena, 2, struct str);
	const struct run_head head = {.program = STR_LITERAL("slurryscreen " SLURRYSCREEN_VERSION),
				      .command = options_command_line(cli->arguments, arena),
				      .model = session_model(cli->session),
				      .db = session_db(cli->session),
				      .salt = request->salt != DB_NO_ROW};
	struct report report = {.format = "slurryscreen-routes/1",
				.rows_key = "routes",
				.type = route_record_type(head.salt, arena),
				.head = run_head_value(&head, arena),
				.rule_before = SIZE_MAX};

	lines[0] = title_of(results, count, arena);
	lines[1] = STR_LITERAL("Why:  screen rank --route ROUTE --all, with the same names");
	report.title = &lines[0];
	report.title_count = 1;
	report.notes = &lines[1];
	report.note_count = 1;
	list_set_rows(&report, arena, results, count, sizeof *results);
	return cli_write_report(cli, &report);
}

enum session_status cmd_routes(struct cli *cli)
{
	const enum session_status prepared =
	    cli_given(cli, OPTION_SE) ? cli_prepare(cli) : cli_need_electrolyte(cli);
	struct evaluator evaluator;
	struct rank_request request = {.salt = DB_NO_ROW, .reference = DB_NO_ROW};
	enum session_status status;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	evaluator = cli_evaluator(cli);
	request.evaluator = &evaluator;
	status = cli_find_names(cli, &request);
	if (status == SESSION_OK)
		status = write_routes(cli, &request);
	return cli_worse(prepared, status);
}
