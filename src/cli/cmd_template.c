/* SPDX-License-Identifier: MIT */
/*
 * screen template: the head of a table, then, as comments (lines that start with "# "), the units
 * and a row of the built-in data. The loader passes over comments, so the file is good as it is.
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

enum session_status cmd_template(struct cli *cli)
{
	struct arena *const arena = session_arena(cli->session);
	const struct schema_table *table = NULL;
	const enum session_status status = tables_find(cli, cli->arguments->operands[0], &table);
	struct str shipped;
	struct text text;

	if (status != SESSION_OK)
		return status;
	shipped = shipped_text(arena, table->key);
	text_init(&text, arena);
	text_addf(&text, STR_FORMAT "\n", STR_ARGS(shipped_head(arena, table->key)));
	add_units(&text, table);
	text_addf(&text, "# " STR_FORMAT "\n", STR_ARGS(choose_example(shipped)));
	return cli_write_text(cli, text_str(&text));
}
