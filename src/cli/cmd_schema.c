/* SPDX-License-Identifier: MIT */
/* screen schema: what the tables look like, for other programs. */
#include "check/schema.h"
#include "cli/cli.h"
#include "cli/tables.h"
#include "version.h"

static enum session_status add_one_table(struct cli *cli, struct text *out)
{
	const struct schema_table *table = NULL;
	enum session_status status;

	if (cli->arguments->operand_count == 0) {
		(void)session_fail(cli->session, SESSION_USAGE, "a Table Schema is of one table");
		session_advise(cli->session,
			       "such as: screen schema solvents --format table-schema");
		return SESSION_USAGE;
	}
	status = tables_find(cli, cli->arguments->operands[0], &table);
	if (status == SESSION_OK)
		schema_add_table(out, table);
	return status;
}

enum session_status cmd_schema(struct cli *cli)
{
	const size_t format = cli_option(cli, OPTION_SCHEMA_FORMAT)->choice;
	enum session_status status = SESSION_OK;
	struct text text;

	text_init(&text, session_arena(cli->session));
	if (format != SCHEMA_TABLE && cli->arguments->operand_count > 0)
		return session_fail(cli->session, SESSION_USAGE,
				    "only --format table-schema is of one table");
	switch (format) {
	case SCHEMA_TABLE:
		status = add_one_table(cli, &text);
		break;
	case SCHEMA_PACKAGE:
		schema_add_package(&text, STR_LITERAL(SLURRYSCREEN_VERSION));
		break;
	default:
		schema_add_json(&text);
	}
	return status == SESSION_OK ? cli_write_text(cli, text_str(&text)) : status;
}
