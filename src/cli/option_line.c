/* SPDX-License-Identifier: MIT */
/* Arguments back to a command line. */
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

/* As a shell reads it: plain if nothing in it is special, else in single quotes. */
static void add_quoted(struct text *line, struct str word)
{
	static const char plain[] = "-_./:,=%+@^";
	bool quote = word.length == 0;

	for (size_t i = 0; i < word.length; i++)
		quote |= !ascii_is_digit(word.at[i]) && !ascii_is_alpha(word.at[i]) &&
			 !memchr(plain, word.at[i], sizeof plain - 1);
	if (!quote) {
		text_add(line, word);
		return;
	}
	text_add_char(line, '\'');
	for (size_t i = 0; i < word.length; i++) {
		if (word.at[i] == '\'')
			text_add(line, STR_LITERAL("'\\''"));
		else
			text_add_char(line, word.at[i]);
	}
	text_add_char(line, '\'');
}

static void add_option(struct text *line, const struct option *option,
		       const struct option_value *value)
{
	const size_t times = option->type == OPTION_LIST ? value->count : 1;

	for (size_t i = 0; i < times; i++) {
		text_addf(line, " --%s", option->name);
		if (option->type == OPTION_FLAG)
			continue;
		text_add_char(line, ' ');
		add_quoted(line, option->type == OPTION_LIST ? value->items[i] : value->text);
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
		add_quoted(&line, arguments->operands[i]);
	}
	return text_str(&line);
}
