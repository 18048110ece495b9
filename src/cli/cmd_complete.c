/* SPDX-License-Identifier: MIT */
/* screen complete -- WORD...: the candidates for the last word of an unfinished command line. */
#include "cli/complete.h"

struct line {
	const struct command *command;
	const struct str *words;
	size_t count;           /* with the last one, which is completed */
	bool named;             /* the first word is the command */
	bool ended;             /* -- went before: operands only */
	enum option_id waiting; /* option whose value is the last word; OPTION_COUNT_ALL none */
	struct said_value *said;
	size_t said_count;
};

static enum option_id option_by_name(const struct command *command, struct str name)
{
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (str_is(name, options[id].name) && command_takes(command, (enum option_id)id))
			return (enum option_id)id;
	return OPTION_COUNT_ALL;
}

static enum option_id option_by_letter(const struct command *command, char letter)
{
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		if (options[id].letter == letter && command_takes(command, (enum option_id)id))
			return (enum option_id)id;
	return OPTION_COUNT_ALL;
}

/* The option that a word leaves open: its value is the next word. */
static enum option_id left_open(const struct command *command, struct str word)
{
	enum option_id id = OPTION_COUNT_ALL;

	if (str_starts(word, "--"))
		id = option_by_name(command, str_part(word, 2, word.length));
	else if (word.length == 2 && word.at[0] == '-')
		id = option_by_letter(command, word.at[1]);
	return id != OPTION_COUNT_ALL && options[id].type == OPTION_FLAG ? OPTION_COUNT_ALL : id;
}

/* Of what the candidates depend on. */
static void note_value(struct line *line, enum option_id option, struct str value)
{
	if (value.length == 0 && option != OPTION_DECIMAL_COMMA)
		return;
	if (option == OPTION_ADD || option == OPTION_DATA || option == OPTION_MODEL ||
	    option == OPTION_ROUTE || option == OPTION_DECIMAL_COMMA)
		line->said[line->said_count++] = (struct said_value){option, value};
}

/* A word that is no value; it may hold one. */
static void read_word(struct line *line, struct str word)
{
	struct str value = word;
	struct str name;
	enum option_id id;

	line->waiting = left_open(line->command, word);
	if (line->waiting != OPTION_COUNT_ALL || !str_starts(word, "--") ||
	    !str_next(&value, '=', &name))
		return;
	id = option_by_name(line->command, str_part(name, 2, name.length));
	if (id != OPTION_COUNT_ALL)
		note_value(line, id, value);
}

static struct line read_line(const struct str *words, size_t count, struct arena *arena)
{
	struct line line = {.command = command_default(),
			    .words = words,
			    .count = count,
			    .waiting = OPTION_COUNT_ALL,
			    .said = ARENA_NEW(arena, count, struct said_value)};

	if (count > 1 && !str_starts(words[0], "-")) {
		line.command = command_find(words[0]);
		line.named = true;
	}
	for (size_t i = line.named ? 1 : 0; line.command && i + 1 < count; i++) {
		if (line.waiting != OPTION_COUNT_ALL) {
			note_value(&line, line.waiting, words[i]);
			line.waiting = OPTION_COUNT_ALL;
		} else if (line.ended || str_is(words[i], "--")) {
			line.ended = true;
		} else {
			read_word(&line, words[i]);
		}
	}
	return line;
}

/* ---- Candidates ---- */

static void add_options(struct completing *completing, const struct command *command)
{
	struct text word;

	for (int id = 0; id < OPTION_COUNT_ALL; id++) {
		if (!command_takes(command, (enum option_id)id))
			continue;
		text_init(&word, session_scratch(completing->cli->session));
		text_addf(&word, "--%s", options[id].name);
		complete_add(completing, text_str(&word), str_from(options[id].doc));
	}
}

static void add_values(struct completing *completing, const struct option *option)
{
	if (option->type == OPTION_CHOICE)
		complete_choice(completing, option);
	else if (option->completion == COMPLETE_NOTHING && option->type == OPTION_FILE)
		complete_kind(completing, COMPLETE_FILES, false);
	else
		complete_kind(completing, option->completion, option->type == OPTION_LIST);
}

/* --name=value: the candidates are whole words. */
static bool add_joined_value(struct completing *completing, const struct command *command)
{
	const struct str word = completing->typed;
	size_t equals = 0;
	enum option_id id;

	while (equals < word.length && word.at[equals] != '=')
		equals++;
	if (equals == word.length || !str_starts(word, "--"))
		return false;
	id = option_by_name(command, str_part(word, 2, equals - 2));
	if (id == OPTION_COUNT_ALL)
		return true;
	completing->kept = str_part(word, 0, equals + 1);
	completing->typed = str_part(word, equals + 1, word.length);
	add_values(completing, &options[id]);
	return true;
}

static void add_candidates(struct completing *completing, const struct line *line)
{
	if (!line->command)
		return;
	if (line->waiting != OPTION_COUNT_ALL)
		add_values(completing, &options[line->waiting]);
	else if (!line->ended && add_joined_value(completing, line->command))
		return;
	else if (line->count == 1 && !str_starts(completing->typed, "-"))
		complete_kind(completing, COMPLETE_COMMANDS, false);
	else if (line->command->operands_max > 0 &&
		 (line->ended || !str_starts(completing->typed, "-")))
		complete_kind(completing, line->command->operands,
			      line->command->operands == COMPLETE_SOLVENTS);
	else
		add_options(completing, line->command);
}

enum session_status cmd_complete(struct cli *cli)
{
	const struct arguments *arguments = cli->arguments;
	const struct str nothing = {"", 0};
	const struct str *words = arguments->operand_count > 0 ? arguments->operands : &nothing;
	const size_t count = arguments->operand_count > 0 ? arguments->operand_count : 1;
	const struct line line = read_line(words, count, session_arena(cli->session));
	struct text out;
	struct completing completing = {.cli = cli,
					.out = &out,
					.said = line.said,
					.said_count = line.said_count,
					.typed = words[count - 1]};

	text_init(&out, session_arena(cli->session));
	add_candidates(&completing, &line);
	return cli_write_text(cli, text_str(&out));
}
