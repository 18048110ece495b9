/* SPDX-License-Identifier: MIT */
/* Command lines to arguments, by the tables of options and commands. */
#include <assert.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/options.h"

struct parser {
	struct session *session;
	struct arguments *arguments;
	char *const *texts;
	int count;
	int next;
	size_t capacities[OPTION_COUNT_ALL]; /* of the lists */
	size_t operand_capacity;
};

static const struct option *option_of(enum option_id id)
{
	return &options[id];
}

/* By name among those the command takes; OPTION_COUNT_ALL if there is none. */
static enum option_id find_option(const struct command *command, struct str name)
{
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (str_is(name, options[id].name) && command_takes(command, (enum option_id)id))
			return (enum option_id)id;
	return OPTION_COUNT_ALL;
}

static enum option_id find_letter(const struct command *command, char letter)
{
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (options[id].letter == letter && command_takes(command, (enum option_id)id))
			return (enum option_id)id;
	return OPTION_COUNT_ALL;
}

static void advise_help(struct session *session, const struct command *command)
{
	session_advise(session, "'screen help %s' shows all options", command->name);
}

static enum session_status unknown_option(struct parser *parser, struct str name)
{
	const struct command *command = parser->arguments->command;
	struct str names[OPTION_COUNT_ALL];
	size_t count = 0;
	size_t near;

	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (command_takes(command, (enum option_id)id))
			names[count++] = str_from(options[id].name);
	(void)session_fail(parser->session, SESSION_USAGE, "'%s' has no option '--" STR_FORMAT "'",
			   command->name, STR_ARGS(name));
	near = str_nearest(name, names, count);
	if (near < count)
		session_advise(parser->session, "did you mean '--" STR_FORMAT "'?",
			       STR_ARGS(names[near]));
	advise_help(parser->session, command);
	return SESSION_USAGE;
}

struct str option_words(const struct option *option, struct arena *arena)
{
	struct text words;

	text_init(&words, arena);
	for (size_t i = 0; option->word(i).length > 0; i++) {
		if (i > 0)
			text_add(&words, option->word(i + 1).length > 0 ? STR_LITERAL(", ")
									: STR_LITERAL(" or "));
		text_add(&words, option->word(i));
	}
	return text_str(&words);
}

static enum session_status take_choice(struct parser *parser, const struct option *option,
				       struct option_value *value)
{
	struct arena *scratch = session_scratch(parser->session);
	size_t count = 0;
	struct str *words;
	size_t near;

	while (option->word(count).length > 0)
		count++;
	words = ARENA_NEW(scratch, count, struct str);
	for (size_t i = 0; i < count; i++) {
		words[i] = option->word(i);
		if (str_equal(words[i], value->text)) {
			value->choice = i;
			return SESSION_OK;
		}
	}
	(void)session_fail(parser->session, SESSION_USAGE,
			   "--%s is " STR_FORMAT ", not '" STR_FORMAT "'", option->name,
			   STR_ARGS(option_words(option, scratch)), STR_ARGS(value->text));
	near = str_nearest(value->text, words, count);
	if (near < count)
		session_advise(parser->session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(words[near]));
	return SESSION_USAGE;
}

static bool is_whole(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_digit(text.at[i]))
			return false;
	return text.length > 0;
}

static enum session_status take_number(struct parser *parser, const struct option *option,
				       struct option_value *value)
{
	const bool whole = option->type == OPTION_COUNT;
	char low[NUMBER_TEXT_MAX];
	char high[NUMBER_TEXT_MAX];

	if ((!whole || is_whole(value->text)) &&
	    number_read(value->text, &value->number, NULL) == NUMBER_OK &&
	    value->number >= option->low && value->number <= option->high)
		return SESSION_OK;
	return session_fail(
	    parser->session, SESSION_USAGE,
	    "--%s takes a %snumber from " STR_FORMAT " to " STR_FORMAT ", not '" STR_FORMAT "'",
	    option->name, whole ? "whole " : "", STR_ARGS(number_write(low, option->low)),
	    STR_ARGS(number_write(high, option->high)), STR_ARGS(value->text));
}

static void take_item(struct parser *parser, enum option_id id)
{
	struct option_value *value = &parser->arguments->values[id];

	value->items = arena_extend(session_arena(parser->session), value->items, value->count,
				    &parser->capacities[id], sizeof *value->items);
	value->items[value->count++] = value->text;
}

static enum session_status take_value(struct parser *parser, enum option_id id, struct str text)
{
	struct option_value *value = &parser->arguments->values[id];
	const struct option *option = option_of(id);

	value->text = text;
	switch (option->type) {
	case OPTION_FLAG:
	case OPTION_TEXT:
	case OPTION_FILE:
		return SESSION_OK;
	case OPTION_LIST:
		take_item(parser, id);
		return SESSION_OK;
	case OPTION_COUNT:
	case OPTION_NUMBER:
		return take_number(parser, option, value);
	case OPTION_CHOICE:
		break;
	}
	return take_choice(parser, option, value);
}

/* Whether a text is an option that this command takes, so hardly the value of another. */
static bool is_option(const struct parser *parser, const char *text)
{
	struct str name = str_from(text);
	size_t equals = 0;

	if (!str_starts(name, "--"))
		return false;
	name = str_part(name, 2, name.length);
	while (equals < name.length && name.at[equals] != '=')
		equals++;
	name.length = equals;
	return find_option(parser->arguments->command, name) != OPTION_COUNT_ALL;
}

static enum session_status missing_value(struct parser *parser, const struct option *option)
{
	(void)session_fail(parser->session, SESSION_USAGE, "--%s needs a value: --%s %s",
			   option->name, option->name, option->placeholder);
	session_advise(parser->session, "%s", option->doc);
	return SESSION_USAGE;
}

/* given: the value in the same argument, at NULL if there is none. */
static enum session_status take_option(struct parser *parser, enum option_id id, struct str given)
{
	const struct option *option = option_of(id);

	if (option->type == OPTION_FLAG && given.at)
		return session_fail(parser->session, SESSION_USAGE, "--%s takes no value",
				    option->name);
	if (option->type != OPTION_FLAG && !given.at) {
		if (parser->next >= parser->count || is_option(parser, parser->texts[parser->next]))
			return missing_value(parser, option);
		given = str_from(parser->texts[parser->next++]);
	}
	if (option->type != OPTION_FLAG && str_trim(given).length == 0)
		return missing_value(parser, option);
	parser->arguments->values[id].given++;
	return take_value(parser, id, given);
}

/* text: after the two dashes. */
static enum session_status take_long(struct parser *parser, struct str text)
{
	struct str value = {NULL, 0};
	struct str name = text;
	size_t equals = 0;
	enum option_id id;

	while (equals < text.length && text.at[equals] != '=')
		equals++;
	name.length = equals;
	if (equals < text.length)
		value = str_part(text, equals + 1, text.length);
	id = find_option(parser->arguments->command, name);
	if (id == OPTION_COUNT_ALL)
		return unknown_option(parser, name);
	return take_option(parser, id, value);
}

/* text: after the dash, not empty. */
static enum session_status take_short(struct parser *parser, struct str text)
{
	const enum option_id id = find_letter(parser->arguments->command, text.at[0]);
	struct str value = {NULL, 0};

	if (id == OPTION_COUNT_ALL) {
		(void)session_fail(parser->session, SESSION_USAGE,
				   "'%s' has no option '-" STR_FORMAT "'",
				   parser->arguments->command->name, STR_ARGS(text));
		advise_help(parser->session, parser->arguments->command);
		return SESSION_USAGE;
	}
	if (text.length > 1)
		value = str_part(text, 1, text.length);
	return take_option(parser, id, value);
}

static enum session_status take_operand(struct parser *parser, struct str text)
{
	struct arguments *arguments = parser->arguments;
	const struct command *command = arguments->command;

	if (arguments->operand_count >= command->operands_max) {
		(void)session_fail(parser->session, SESSION_USAGE,
				   "'%s' does not take '" STR_FORMAT "'", command->name,
				   STR_ARGS(text));
		session_advise(parser->session, "usage: screen %s %s", command->name,
			       command->usage);
		if (command_takes(command, OPTION_SE) && command->operands_max == 0)
			session_advise(parser->session, "such as: %s", command->examples[0]);
		return SESSION_USAGE;
	}
	arguments->operands =
	    arena_extend(session_arena(parser->session), arguments->operands,
			 arguments->operand_count, &parser->operand_capacity, sizeof text);
	arguments->operands[arguments->operand_count++] = text;
	return SESSION_OK;
}

static enum session_status take_all(struct parser *parser)
{
	enum session_status status = SESSION_OK;
	bool ended = false;

	while (status == SESSION_OK && parser->next < parser->count) {
		const struct str text = str_from(parser->texts[parser->next++]);

		if (ended || text.length < 2 || text.at[0] != '-')
			status = take_operand(parser, text);
		else if (str_is(text, "--"))
			ended = true;
		else if (text.at[1] == '-')
			status = take_long(parser, str_part(text, 2, text.length));
		else
			status = take_short(parser, str_part(text, 1, text.length));
	}
	return status;
}

enum session_status options_unknown_command(struct session *session, struct str name)
{
	struct str *names = ARENA_NEW(session_scratch(session), command_count, struct str);
	size_t count = 0;
	size_t near;

	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden)
			names[count++] = str_from(commands[i].name);
	(void)session_fail(session, SESSION_USAGE, "no command is called '" STR_FORMAT "'",
			   STR_ARGS(name));
	near = str_nearest(name, names, count);
	if (near < count)
		session_advise(session, "did you mean 'screen " STR_FORMAT "'?",
			       STR_ARGS(names[near]));
	session_advise(session, "'screen help' lists the commands");
	return SESSION_USAGE;
}

/* The first argument, if it is no option. */
static enum session_status take_command(struct parser *parser)
{
	struct arguments *arguments = parser->arguments;

	arguments->command = command_default();
	if (parser->count == 0 || parser->texts[0][0] == '-')
		return SESSION_OK;
	arguments->command = command_find(str_from(parser->texts[0]));
	if (!arguments->command)
		return options_unknown_command(parser->session, str_from(parser->texts[0]));
	arguments->command_named = true;
	parser->next = 1;
	return SESSION_OK;
}

static void take_fallbacks(struct parser *parser)
{
	for (int id = 0; id < OPTION_COUNT_ALL; id++) {
		struct option_value *value = &parser->arguments->values[id];

		if (value->given > 0)
			continue;
		value->choice = SIZE_MAX;
		if (options[id].fallback) {
			const enum session_status status =
			    take_value(parser, (enum option_id)id, str_from(options[id].fallback));

			assert(status == SESSION_OK);
			(void)status;
		}
	}
}

/* What was given too little of; help and version excuse everything. */
static enum session_status check_complete(struct parser *parser)
{
	const struct arguments *arguments = parser->arguments;
	const struct command *command = arguments->command;

	if (arguments->operand_count >= command->operands_min ||
	    arguments->values[OPTION_HELP].given > 0 || arguments->values[OPTION_VERSION].given > 0)
		return SESSION_OK;
	(void)session_fail(parser->session, SESSION_USAGE, "'%s' needs more", command->name);
	session_advise(parser->session, "usage: screen %s %s", command->name, command->usage);
	return SESSION_USAGE;
}

enum session_status options_parse(struct session *session, int count, char *const *texts,
				  struct arguments *arguments)
{
	struct parser parser = {
	    .session = session, .arguments = arguments, .texts = texts, .count = count};
	enum session_status status;

	*arguments = (struct arguments){0};
	status = take_command(&parser);
	if (status == SESSION_OK)
		status = take_all(&parser);
	if (status == SESSION_OK)
		take_fallbacks(&parser);
	if (status == SESSION_OK)
		status = check_complete(&parser);
	return status;
}
