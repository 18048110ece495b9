/* SPDX-License-Identifier: MIT */
/* One command line from start to end: parse, run, say what went wrong, exit status. */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/help.h"
#include "cli/run_file.h"
#include "version.h"

static int exit_status(enum session_status status)
{
	switch (status) {
	case SESSION_OK:
		return 0;
	case SESSION_INPUT:
		return 1;
	case SESSION_USAGE:
		return 2;
	case SESSION_FAILED:
	case SESSION_NO_MEMORY:
		break;
	}
	return 3;
}

/* Without an arena: there may be no memory left. Only this place writes to standard error. */
static void say_visible(FILE *err, struct str line)
{
	fputs("screen: ", err);
	for (size_t i = 0; i < line.length;) {
		const size_t length = utf8_sequence(str_part(line, i, 4));
		const unsigned char byte = (unsigned char)line.at[i];

		if (length > 1 && !(byte == 0xC2 && (unsigned char)line.at[i + 1] < 0xA0)) {
			(void)fwrite(line.at + i, 1, length, err);
			i += length;
			continue;
		}
		if (byte < 0x20 || byte >= 0x7F)
			fprintf(err, "\\x%02X", byte);
		else
			fputc(byte, err);
		i++;
	}
	fputc('\n', err);
}

void cli_say(const struct cli *cli, struct str line)
{
	say_visible(cli->world->err, line);
}

static void say_problem(const struct cli *cli)
{
	struct str rest = session_advice(cli->session);
	const struct str problem = session_problem(cli->session);
	struct str line;

	if (problem.length > 0)
		cli_say(cli, problem);
	while (str_next(&rest, '\n', &line))
		if (line.length > 0)
			cli_say(cli, line);
}

static enum session_status write_version(struct cli *cli)
{
	const struct str sha256 = str_from(db_builtin()->sha256);
	struct text text;

	text_init(&text, session_arena(cli->session));
	text_addf(&text, "slurryscreen %s (database " STR_FORMAT ")\n", SLURRYSCREEN_VERSION,
		  STR_ARGS(str_part(sha256, 0, 12)));
	return cli_write_text(cli, text_str(&text));
}

static enum session_status write_help(struct cli *cli)
{
	struct text text;

	text_init(&text, session_arena(cli->session));
	if (cli->arguments->command_named)
		help_add_command(&text, cli->arguments->command, help_columns(cli),
				 session_scratch(cli->session));
	else
		help_add_overview(&text, help_columns(cli), session_scratch(cli->session));
	return cli_write_text(cli, text_str(&text));
}

struct command_line {
	struct cli *cli;
	int count;
	char *const *texts;
};

/* --from stands for the options that its file has kept. */
static enum session_status parse(struct cli *cli, const struct command_line *line,
				 struct arguments *arguments)
{
	struct session *session = cli->session;
	char *const *texts = line->texts;
	int count = line->count;
	enum session_status status = options_parse(session, count, texts, arguments);

	if (status != SESSION_OK || !cli_given(cli, OPTION_FROM))
		return status;
	status = run_file_expand(session, cli_option(cli, OPTION_FROM)->text, &count, &texts,
				 &cli->from);
	return status == SESSION_OK ? options_parse(session, count, texts, arguments) : status;
}

static enum session_status run_command_line(struct session *session, void *context)
{
	const struct command_line *line = context;
	struct arguments *arguments = ARENA_NEW(session_arena(session), 1, struct arguments);
	struct cli *cli = line->cli;
	enum session_status status;

	cli->arguments = arguments;
	status = parse(cli, line, arguments);
	if (status != SESSION_OK)
		return status;
	if (cli_given(cli, OPTION_VERSION))
		return write_version(cli);
	if (cli_given(cli, OPTION_HELP) || line->count == 0)
		return write_help(cli);
	if (command_takes(arguments->command, OPTION_FORMAT))
		status = cli_check_format(cli);
	if (status == SESSION_OK && command_takes(arguments->command, OPTION_OUTPUT))
		status = cli_check_output(cli);
	return status == SESSION_OK ? arguments->command->run(cli) : status;
}

/* What is still in the buffer must be on its way, or the result is not complete. */
static enum session_status flush_output(const struct cli *cli)
{
	FILE *out = cli->world->out;

	if (fflush(out) == 0 && !ferror(out))
		return SESSION_OK;
	if (errno != EPIPE) {
		fprintf(cli->world->err, "screen: cannot write standard output: %s\n",
			strerror(errno));
	}
	return SESSION_FAILED;
}

int cli_run(const struct cli_world *world, int argc, char *const *argv)
{
	struct cli cli = {.world = world,
			  .session = session_open(world->memory),
			  .began = world->seconds ? world->seconds() : 0};
	struct command_line line = {&cli, argc > 0 ? argc - 1 : 0, argv + 1};
	enum session_status status;

	if (!cli.session) {
		fputs("screen: out of memory\n", world->err);
		return exit_status(SESSION_NO_MEMORY);
	}
	status = session_run(cli.session, run_command_line, &line);
	if (status != SESSION_OK)
		say_problem(&cli);
	if (status == SESSION_OK || status == SESSION_INPUT)
		status = cli_worse(status, flush_output(&cli));
	session_close(cli.session);
	return exit_status(status);
}
