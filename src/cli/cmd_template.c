/* SPDX-License-Identifier: MIT */
/*
 * screen template: the head of a table, then, as comments (lines that start with "# "), the units
 * and a row of the built-in data. The loader passes over comments, so the file is good as it is.
 * Or a model as it is used, to be changed.
 */
#include "check/schema.h"
#include "check/shipped.h"
#include "cli/cli.h"
#include "cli/tables.h"

enum session_status tables_find(struct cli *cli, struct str name, const struct schema_table **table)
{
	size_t count;
	const struct schema_table *const tables =
	    schema_tables(session_arena(cli->session), &count);

	for (size_t i = 0; i < count; i++)
		if (str_is(name, tables[i].key)) {
			*table = &tables[i];
			return SESSION_OK;
		}
	(void)session_fail(cli->session, SESSION_USAGE, "no table is called '" STR_FORMAT "'",
			   STR_ARGS(name));
	for (size_t i = 0; i < count; i++)
		session_advise(cli->session, "%s: %s", tables[i].key, tables[i].doc);
	return SESSION_USAGE;
}

static struct str take_line(struct str *rest)
{
	size_t end = 0;
	struct str line;

	while (end < rest->length && rest->at[end] != '\n')
		end++;
	line = str_part(*rest, 0, end);
	*rest = str_part(*rest, end + 1, rest->length);
	return line;
}

static size_t count_empty(struct str line)
{
	size_t empty = 0;

	for (size_t i = 0; i + 1 < line.length; i++)
		empty += line.at[i] == ',' && line.at[i + 1] == ',';
	return empty;
}

/* Rows that are looked at: an example need not be the best of all. */
enum { EXAMPLES_TRIED = 40 };

/* The fullest of the first rows; the shipped tables have no line breaks in cells. */
static struct str choose_example(struct str text)
{
	struct str best = {NULL, 0};
	struct str line;

	(void)take_line(&text);
	for (size_t i = 0; i < EXAMPLES_TRIED && text.length > 0; i++) {
		line = take_line(&text);
		if (best.length == 0 || count_empty(line) < count_empty(best))
			best = line;
	}
	return best;
}

static void add_units(struct text *out, const struct schema_table *table)
{
	text_add(out, STR_LITERAL("# units:"));
	for (size_t i = 1; i < table->count; i++)
		text_addf(out, ",%s", table->fields[i].unit);
	text_add_char(out, '\n');
}

/* Options that shape a model and mean nothing to a table. */
static enum session_status check_no_rules(struct cli *cli)
{
	static const enum option_id of_models[] = {OPTION_ROUTE,  OPTION_MODEL,
						   OPTION_WEIGHT, OPTION_ADD,
						   OPTION_DATA,   OPTION_DECIMAL_COMMA};

	for (size_t i = 0; i < sizeof of_models / sizeof *of_models; i++)
		if (cli_given(cli, of_models[i]))
			return session_fail(cli->session, SESSION_USAGE,
					    "--%s is for 'screen template model'",
					    options[of_models[i]].name);
	return SESSION_OK;
}

static enum session_status write_model(struct cli *cli)
{
	const enum session_status prepared = cli_prepare(cli);
	struct text text;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	text_init(&text, session_arena(cli->session));
	model_print(session_model(cli->session), session_db(cli->session), &text);
	return cli_worse(prepared, cli_write_text(cli, text_str(&text)));
}

static enum session_status write_table(struct cli *cli)
{
	struct arena *const arena = session_arena(cli->session);
	const struct schema_table *table = NULL;
	enum session_status status = tables_find(cli, cli->arguments->operands[0], &table);
	struct str shipped;
	struct text text;

	if (status != SESSION_OK)
		session_advise(cli->session, "model: The rules of a route, as a model file.");
	else
		status = check_no_rules(cli);
	if (status != SESSION_OK)
		return status;
	shipped = shipped_text(arena, table->key);
	text_init(&text, arena);
	text_addf(&text, STR_FORMAT "\n", STR_ARGS(shipped_head(arena, table->key)));
	add_units(&text, table);
	text_addf(&text, "# " STR_FORMAT "\n", STR_ARGS(choose_example(shipped)));
	return cli_write_text(cli, text_str(&text));
}

enum session_status cmd_template(struct cli *cli)
{
	return str_is(cli->arguments->operands[0], "model") ? write_model(cli) : write_table(cli);
}
