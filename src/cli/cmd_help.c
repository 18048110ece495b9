/* SPDX-License-Identifier: MIT */
/* screen help [COMMAND] */
#include "cli/cli.h"
#include "cli/help.h"

static enum session_status show(struct cli *cli, const struct text *text)
{
	return cli_write_text(cli, text_str(text));
}

enum session_status cmd_help(struct cli *cli)
{
	const struct arguments *arguments = cli->arguments;
	struct text text;

	text_init(&text, session_arena(cli->session));
	if (arguments->operand_count == 0) {
		help_add_overview(&text, help_columns(cli), session_scratch(cli->session));
		return show(cli, &text);
	}
	for (size_t i = 0; i < arguments->operand_count; i++) {
		const struct command *command = command_find(arguments->operands[i]);

		if (!command)
			return options_unknown_command(cli->session, arguments->operands[i]);
		help_add_command(&text, command, help_columns(cli), session_scratch(cli->session));
	}
	return show(cli, &text);
}
