/* SPDX-License-Identifier: MIT */
/*
 * Commands: one const row each, and one file cmd_NAME.c each. To add one: write its function, add a
 * row to commands.c; help, the reference page, completions and the tests of the examples follow.
 */
#ifndef SLURRYSCREEN_CLI_COMMAND_H
#define SLURRYSCREEN_CLI_COMMAND_H

#include "api/session.h"
#include "cli/options.h"
#include "cli/world.h"

struct json;

/* What a command works with. */
struct cli {
	const struct cli_world *world;
	struct session *session;
	const struct arguments *arguments;
	const struct json *from; /* the run of --from; NULL: none */
	bool stdin_read;         /* "-" was read: a second one would find nothing */
	double began;            /* by the world's clock */
};

struct command {
	const char *name;
	const char *usage;   /* after the name */
	const char *doc;     /* one sentence */
	const char *details; /* paragraphs separated by "\n\n", or NULL */
	uint64_t options;    /* bits; help and version go without saying */
	size_t operands_min;
	size_t operands_max;
	enum completion operands;    /* what they are, for shells */
	const char *const *examples; /* whole command lines, run by the tests; NULL ends */
	bool hidden;                 /* for scripts: not in the overview */
	enum session_status (*run)(struct cli *cli);
};

extern const struct command commands[];
extern const size_t command_count;

/* NULL if there is none. */
const struct command *command_find(struct str name);
/* The command that runs when only options are given. */
const struct command *command_default(void);
/* Whether the command takes the option. */
bool command_takes(const struct command *command, enum option_id option);

struct exit_status_doc {
	int status;
	const char *doc;
};

extern const struct exit_status_doc exit_status_docs[];
extern const size_t exit_status_count;

enum session_status cmd_rank(struct cli *cli);
enum session_status cmd_blend(struct cli *cli);
enum session_status cmd_routes(struct cli *cli);
enum session_status cmd_backtest(struct cli *cli);
enum session_status cmd_explain(struct cli *cli);
enum session_status cmd_compare(struct cli *cli);
enum session_status cmd_plot(struct cli *cli);
enum session_status cmd_list(struct cli *cli);
enum session_status cmd_show(struct cli *cli);
enum session_status cmd_validate(struct cli *cli);
enum session_status cmd_template(struct cli *cli);
enum session_status cmd_schema(struct cli *cli);
enum session_status cmd_diff(struct cli *cli);
enum session_status cmd_help(struct cli *cli);
enum session_status cmd_docs(struct cli *cli);
enum session_status cmd_complete(struct cli *cli);

#endif
