/* SPDX-License-Identifier: MIT */
#include "cli/request.h"

#include "cli/progress.h"
#include "cli/where.h"
#include "version.h"

static const char *option_noun(enum option_id id)
{
	return id == OPTION_SE ? "electrolyte" : options[id].name;
}

enum session_status cli_need_electrolyte(struct cli *cli)
{
	(void)session_fail(cli->session, SESSION_USAGE, "which electrolyte? say --se NAME");
	session_advise(cli->session, "such as: %s", cli->arguments->command->examples[0]);
	session_advise(cli->session, "'screen list electrolytes' shows all of them");
	return SESSION_USAGE;
}

enum session_status cli_rows(struct cli *cli, enum option_id id, enum table_id table,
			     uint32_t const **rows, size_t *count)
{
	const struct material_ref *found = NULL;
	const enum session_status status = cli_names(cli, id, 1U << table, &found, count);
	uint32_t *made;

	if (status != SESSION_OK)
		return status;
	made = ARENA_NEW(session_arena(cli->session), *count, uint32_t);
	for (size_t i = 0; i < *count; i++)
		made[i] = found[i].row;
	*rows = made;
	return SESSION_OK;
}

enum session_status cli_row(struct cli *cli, enum option_id id, enum table_id table, uint32_t *row)
{
	struct material_ref found;
	enum session_status status;

	*row = DB_NO_ROW;
	if (cli_option(cli, id)->text.length == 0)
		return SESSION_OK;
	status = session_find_one(cli->session, 1U << table, cli_option(cli, id)->text, &found);
	if (status == SESSION_OK)
		*row = found.row;
	return status;
}

enum session_status cli_liquids(struct cli *cli, struct mixture const **liquids, size_t *count)
{
	const struct option_value *value = cli_option(cli, OPTION_SOLVENT);
	struct mixture *all = NULL;
	size_t capacity = 0;

	*count = 0;
	for (size_t i = 0; i < value->count; i++) {
		const struct mixture *some = NULL;
		size_t more = 0;
		const enum session_status status =
		    session_find_liquids(cli->session, value->items[i], &some, &more);

		if (status != SESSION_OK)
			return status;
		for (size_t k = 0; k < more; k++) {
			all = arena_extend(session_arena(cli->session), all, *count, &capacity,
					   sizeof *all);
			all[(*count)++] = some[k];
		}
	}
	*liquids = all;
	return SESSION_OK;
}

enum session_status cli_filters(struct cli *cli, struct filter const **filters, size_t *count)
{
	const struct option_value *value = cli_option(cli, OPTION_WHERE);
	struct filter *made = ARENA_NEW(session_arena(cli->session), value->count, struct filter);

	for (size_t i = 0; i < value->count; i++) {
		const enum session_status status =
		    where_parse(cli->session, value->items[i], &made[i]);

		if (status != SESSION_OK)
			return status;
	}
	*filters = made;
	*count = value->count;
	return SESSION_OK;
}

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

enum session_status cli_find_names(struct cli *cli, struct rank_request *request)
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

struct evaluator cli_evaluator(const struct cli *cli)
{
	struct evaluator evaluator = {.db = session_db(cli->session),
				      .model = session_model(cli->session),
				      .options = eval_options_default()};

	evaluator.options.missing = (enum missing_policy)cli_option(cli, OPTION_MISSING)->choice;
	if (cli_given(cli, OPTION_NO_MEASURED))
		evaluator.options.use_measured = false;
	if (cli_given(cli, OPTION_MAX_TEMPERATURE))
		evaluator.options.settings[SETTING_MAX_TEMPERATURE] =
		    cli_option(cli, OPTION_MAX_TEMPERATURE)->number;
	return evaluator;
}

struct run_head cli_run_head(const struct cli *cli)
{
	return (struct run_head){
	    .program = STR_LITERAL("slurryscreen " SLURRYSCREEN_VERSION),
	    .command = options_command_line(cli->arguments, session_arena(cli->session)),
	    .model = session_model(cli->session),
	    .db = session_db(cli->session),
	};
}

enum session_status cli_need_one(struct cli *cli, enum option_id id, size_t count)
{
	if (count == 0)
		(void)session_fail(cli->session, SESSION_USAGE, "which %s? say --%s NAME",
				   option_noun(id), options[id].name);
	else
		(void)session_fail(cli->session, SESSION_USAGE, "'%s' takes one %s, not %zu",
				   cli->arguments->command->name, option_noun(id), count);
	session_advise(cli->session, "such as: %s", cli->arguments->command->examples[0]);
	return SESSION_USAGE;
}

struct robust_draws cli_draws(const struct cli *cli, struct progress *progress)
{
	return (struct robust_draws){.count = (size_t)cli_option(cli, OPTION_DRAWS)->number,
				     .seed = (uint64_t)cli_option(cli, OPTION_SEED)->number,
				     .watcher = progress_watcher(progress)};
}
