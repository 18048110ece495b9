/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

enum {
	COLUMNS_MOST = 80,
	COLUMNS_LEAST = 40,
	COLUMNS_ROOMY = 60, /* below, texts stand under the names instead of beside them */
	NARROW_INDENT = 6,
	COMMAND_INDENT = 12,
	OPTION_INDENT = 26,
	STATUS_INDENT = 5,
	USAGE_INDENT = 7 /* "usage: " */
};

size_t help_columns(const struct cli *cli)
{
	const int columns = cli->world->columns;

	if (columns <= 0 || columns > COLUMNS_MOST)
		return COLUMNS_MOST;
	return columns < COLUMNS_LEAST ? COLUMNS_LEAST : (size_t)columns;
}

static void add_blanks(struct text *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_add_char(out, ' ');
}

void help_add_wrapped(struct text *out, struct str s, size_t start, size_t indent, size_t columns)
{
	size_t column = start;
	bool first = true;
	struct str word;

	while (str_next(&s, ' ', &word)) {
		const size_t width = utf8_width(word);

		if (!first && column + 1 + width > columns) {
			text_add_char(out, '\n');
			add_blanks(out, indent);
			column = indent;
			first = true;
		}
		if (!first) {
			text_add_char(out, ' ');
			column++;
		}
		text_add(out, word);
		column += width;
		first = false;
	}
	text_add_char(out, '\n');
}

/* "  left      right, wrapped": right starts on a line of its own if left is long. */
static void add_pair(struct text *out, struct str left, struct str right, size_t indent,
		     size_t columns)
{
	size_t column = 2 + utf8_width(left);

	if (columns < COLUMNS_ROOMY)
		indent = NARROW_INDENT;
	add_blanks(out, 2);
	text_add(out, left);
	if (column + 2 > indent) {
		text_add_char(out, '\n');
		column = 0;
	}
	add_blanks(out, indent - column);
	help_add_wrapped(out, right, indent, indent, columns);
}

static void add_usage(struct text *out, const struct command *command, size_t columns,
		      struct arena *scratch)
{
	const bool is_default = command == command_default();
	struct text usage;

	text_init(&usage, scratch);
	text_addf(&usage, "screen %s%s%s %s", is_default ? "[" : "", command->name,
		  is_default ? "]" : "", command->usage);
	text_addf(out, "usage: ");
	help_add_wrapped(out, text_str(&usage), USAGE_INDENT, USAGE_INDENT, columns);
}

static void add_commands(struct text *out, size_t columns)
{
	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden)
			add_pair(out, str_from(commands[i].name), str_from(commands[i].doc),
				 COMMAND_INDENT, columns);
}

void help_add_overview(struct text *out, size_t columns, struct arena *scratch)
{
	const struct command *first = command_default();

	help_add_wrapped(
	    out, STR_LITERAL("screen: which solvents and binders suit a sulfide electrolyte"), 0, 0,
	    columns);
	text_addf(out, "\n");
	add_usage(out, first, columns, scratch);
	text_addf(out, "       screen COMMAND [OPTION...]\n\n");
	for (size_t i = 0; first->examples[i]; i++)
		text_addf(out, "  %s\n", first->examples[i]);
	text_addf(out, "\nCommands:\n");
	add_commands(out, columns);
	text_addf(out, "\nExit status:\n");
	for (size_t i = 0; i < exit_status_count; i++) {
		text_addf(out, "  %d  ", exit_status_docs[i].status);
		help_add_wrapped(out, str_from(exit_status_docs[i].doc), STATUS_INDENT,
				 STATUS_INDENT, columns);
	}
	text_addf(out, "\n");
	help_add_wrapped(out, STR_LITERAL("'screen help COMMAND' shows the options of a command."),
			 0, 0, columns);
}

struct str help_option_doc(const struct option *option, struct arena *arena)
{
	struct text doc;

	text_init(&doc, arena);
	text_addf(&doc, "%s", option->doc);
	if (option->type == OPTION_CHOICE) {
		const struct str words = option_words(option, arena);

		text_addf(&doc, "; one of " STR_FORMAT, STR_ARGS(words));
	}
	if (option->fallback)
		text_addf(&doc, " (default %s)", option->fallback);
	return text_str(&doc);
}

static struct str option_left(const struct option *option, struct arena *arena)
{
	struct text left;

	text_init(&left, arena);
	if (option->letter)
		text_addf(&left, "-%c, ", option->letter);
	text_addf(&left, "--%s", option->name);
	if (option->placeholder)
		text_addf(&left, " %s", option->placeholder);
	return text_str(&left);
}

static void add_group(struct text *out, const struct command *command, enum option_group group,
		      size_t columns, struct arena *scratch)
{
	bool titled = false;

	for (int id = 0; id < OPTION_COUNT_ALL; id++) {
		const struct option *option = &options[id];

		if (option->group != group || !command_takes(command, (enum option_id)id))
			continue;
		if (!titled)
			text_addf(out, "\n%s:\n", option_group_titles[group]);
		titled = true;
		add_pair(out, option_left(option, scratch), help_option_doc(option, scratch),
			 OPTION_INDENT, columns);
	}
}

/* Paragraphs are separated by a line feed and stay apart by an empty line. */
static void add_details(struct text *out, const char *details, size_t columns)
{
	struct str rest = str_from(details);
	struct str paragraph;

	while (str_next(&rest, '\n', &paragraph)) {
		text_add_char(out, '\n');
		help_add_wrapped(out, paragraph, 0, 0, columns);
	}
}

void help_add_command(struct text *out, const struct command *command, size_t columns,
		      struct arena *scratch)
{
	add_usage(out, command, columns, scratch);
	text_add_char(out, '\n');
	help_add_wrapped(out, str_from(command->doc), 0, 0, columns);
	add_details(out, command->details, columns);
	for (int group = 0; group < OPTION_GROUP_COUNT; group++)
		add_group(out, command, (enum option_group)group, columns, scratch);
	text_addf(out, "\nExamples:\n");
	for (size_t i = 0; command->examples[i]; i++)
		text_addf(out, "  %s\n", command->examples[i]);
}
