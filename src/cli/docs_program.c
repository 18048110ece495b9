/* SPDX-License-Identifier: MIT */
/* Pages on commands, properties and diagnostics. */
#include "base/diag.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/docs.h"
#include "cli/help.h"
#include "cli/list.h"
#include "cli/where.h"

static void add_generated(struct text *out, const char *title)
{
	text_addf(out, "# %s\n\n<!-- Made by scripts/docs from the program's tables. -->\n\n",
		  title);
}

/* ---- commands ---- */

static void add_option_row(struct text *out, const struct option *option, struct arena *arena)
{
	struct text name;

	text_init(&name, arena);
	text_addf(&name, "`--%s%s%s`", option->name, option->placeholder ? " " : "",
		  option->placeholder ? option->placeholder : "");
	if (option->letter)
		text_addf(&name, ", `-%c`", option->letter);
	docs_add_row(out, (const char *[]){name.at, help_option_doc(option, arena).at, NULL});
}

static void add_command(struct text *out, const struct command *command, struct arena *arena)
{
	text_addf(out, "## screen %s\n\n%s\n\n```\nscreen %s %s\n```\n\n", command->name,
		  command->doc, command->name, command->usage);
	if (command->details)
		text_addf(out, "%s\n\n", command->details);
	if (command->options != 0) {
		docs_add_head(out, (const char *[]){"option", "what it does", NULL});
		for (int id = 0; id < OPTION_COUNT_ALL; id++)
			if (command->options & OPTION_BIT(id))
				add_option_row(out, &options[id], arena);
		text_add_char(out, '\n');
	}
	text_addf(out, "```\n");
	for (size_t i = 0; command->examples[i]; i++)
		text_addf(out, "%s\n", command->examples[i]);
	text_addf(out, "```\n\n");
}

static void add_tests(struct text *out)
{
	text_addf(out, "## Tests of --where\n\n"
		       "`[role.]property op value[unit]`, where the role is `solvent`, `binder`, "
		       "`se` or `salt`. Without a role the property is the solvent's if solvents "
		       "have it, else the binder's, the electrolyte's or the salt's. A material "
		       "whose value is unknown is left out and counted; `none` (known to be "
		       "absent) passes on the harmless side.\n\n");
	docs_add_head(out, (const char *[]){"op", "meaning", NULL});
	for (size_t i = 0; i < where_op_count; i++)
		docs_add_row(out, (const char *[]){where_ops[i].word, where_ops[i].doc, NULL});
	text_add_char(out, '\n');
}

static void add_topics(struct text *out)
{
	text_addf(out, "## Topics of screen list\n\n");
	docs_add_head(out, (const char *[]){"topic", "what it lists", NULL});
	for (size_t i = 0; i < list_topic_count; i++)
		docs_add_row(out, (const char *[]){list_topics[i].name, list_topics[i].doc, NULL});
	text_add_char(out, '\n');
}

static void add_formats(struct text *out)
{
	text_addf(out, "## Formats\n\n");
	docs_add_head(out, (const char *[]){"format", "ending", "what it is", NULL});
	for (size_t i = 0; i < format_count; i++)
		docs_add_row(out, (const char *[]){formats[i].name, formats[i].extension,
						   formats[i].doc, NULL});
	text_add_char(out, '\n');
}

void docs_add_commands(struct text *out, struct arena *arena)
{
	add_generated(out, "Commands");
	text_addf(out, "Every command takes `--help` and `--version`. `--name value` and "
		       "`--name=value` mean the same; `--` ends the options. Names of materials "
		       "may be ids, names, aliases, formulas or CAS numbers.\n\n");
	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden)
			add_command(out, &commands[i], arena);
	add_tests(out);
	add_topics(out);
	add_formats(out);
	text_addf(out, "## Exit status\n\n");
	docs_add_head(out, (const char *[]){"status", "meaning", NULL});
	for (size_t i = 0; i < exit_status_count; i++)
		text_addf(out, "| %d | %s |\n", exit_status_docs[i].status,
			  exit_status_docs[i].doc);
}

void docs_add_examples(struct text *out, struct arena *arena)
{
	(void)arena;
	for (size_t i = 0; i < command_count; i++)
		for (size_t k = 0; commands[i].examples[k]; k++)
			text_addf(out, "%s\n", commands[i].examples[k]);
}

/* ---- properties ---- */

static void add_property_row(struct text *out, const struct property *property, struct arena *arena)
{
	const bool number = property->kind == PROP_NUMBER;
	struct str usual = {"", 0};
	struct str possible = {"", 0};
	struct text key;
	struct text doc;

	if (number) {
		usual = docs_range(property->usual_low, property->usual_high, arena);
		possible = docs_range(property->hard_low, property->hard_high, arena);
	}
	text_init(&key, arena);
	text_init(&doc, arena);
	text_addf(&key, "`%s`", property->key);
	text_addf(&doc, "%s", property->doc);
	for (size_t i = 0; property->words && property->words[i]; i++)
		text_addf(&doc, "%s%s", i == 0 ? " Words: " : ", ", property->words[i]);
	if (property->words && property->words[0])
		text_add_char(&doc, '.');
	if (property->reference[0])
		text_addf(&doc, " (%s)", property->reference);
	docs_add_row(out,
		     (const char *[]){key.at, property->unit, usual.at, possible.at, doc.at, NULL});
}

static void add_table(struct text *out, enum table_id table, struct arena *arena)
{
	text_addf(out, "## %s\n\n%s\n\n", table_infos[table].key, table_infos[table].doc);
	docs_add_head(out,
		      (const char *[]){"key", "unit", "usual", "possible", "definition", NULL});
	for (size_t i = 0; i < property_count; i++)
		if (prop_in_table(&properties[i], table))
			add_property_row(out, &properties[i], arena);
	text_add_char(out, '\n');
}

void docs_add_properties(struct text *out, struct arena *arena)
{
	add_generated(out, "Properties");
	text_addf(out,
		  "Columns of the tables. A value outside the usual range gives a warning, outside "
		  "the possible range an error. A head may name another unit, "
		  "`boiling_point[K]`. An empty cell is unknown; `none` is known to be absent. "
		  "The tables also have");
	for (int i = 0; i < IDENTITY_COUNT; i++)
		text_addf(out, "%s `%s`", i > 0 ? "," : "", identity_infos[i].key);
	text_addf(out, ".\n\n");
	for (int table = 0; table < TABLE_COUNT; table++)
		add_table(out, (enum table_id)table, arena);
}

/* ---- diagnostics ---- */

void docs_add_diagnostics(struct text *out, struct arena *arena)
{
	static const char *const words[] = {
	    [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

	(void)arena;
	add_generated(out, "Diagnostics");
	text_addf(out, "What the program can say about input. error: a value or row was not used. "
		       "warning: used, but probably not what was meant. note: waived, or for "
		       "information.\n\n");
	docs_add_head(out, (const char *[]){"name", "severity", "what it means", NULL});
	for (size_t i = 0; i < DIAG_COUNT; i++)
		docs_add_row(out,
			     (const char *[]){diag_rules[i].slug, words[diag_rules[i].severity],
					      diag_rules[i].doc, NULL});
}
