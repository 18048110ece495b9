/* SPDX-License-Identifier: MIT */
#include "cli/request.h"

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

static const char *option_noun(enum option_id id)
{
	return id == OPTION_SE ? "electrolyte" : options[id].name;
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

size_t cli_draws(const struct cli *cli)
{
	return (size_t)cli_option(cli, OPTION_DRAWS)->number;
}

uint64_t cli_seed(const struct cli *cli)
{
	return (uint64_t)cli_option(cli, OPTION_SEED)->number;
}
