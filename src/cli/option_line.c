/* SPDX-License-Identifier: MIT */
/* Arguments back to a command line. */
#include "base/shell.h"
#include "cli/command.h"
#include "cli/options.h"

static void add_option(struct text *line, const struct option *option,
		       const struct option_value *value)
{
	const size_t times = option->type == OPTION_LIST ? value->count : 1;

	for (size_t i = 0; i < times; i++) {
		text_addf(line, " --%s", option->name);
		if (option->type == OPTION_FLAG)
			continue;
		text_add_char(line, ' ');
		shell_add_word(line, option->type == OPTION_LIST ? value->items[i] : value->text);
	}
}

struct str options_command_line(const struct arguments *arguments, struct arena *arena)
{
	struct text line;

	text_init(&line, arena);
	text_addf(&line, "screen %s", arguments->command->name);
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (arguments->values[id].given > 0 && !options[id].presentation)
			add_option(&line, &options[id], &arguments->values[id]);
	for (size_t i = 0; i < arguments->operand_count; i++) {
		text_add_char(&line, ' ');
		shell_add_word(&line, arguments->operands[i]);
	}
	return text_str(&line);
}

struct str options_row_line(const struct arguments *arguments, const char *command,
			    struct arena *arena)
{
	struct text line;

	text_init(&line, arena);
	text_addf(&line, "screen %s", command);
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (arguments->values[id].given > 0 &&
		    (options[id].group == GROUP_RULES || options[id].group == GROUP_DATA ||
		     id == OPTION_DECIMAL_COMMA)) /* how --add is read */
			add_option(&line, &options[id], &arguments->values[id]);
	return text_str(&line);
}
