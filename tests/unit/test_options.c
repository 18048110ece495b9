/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"

enum { WORDS_MAX = 16 };

struct parsing {
	char words[WORDS_MAX][64];
	char *texts[WORDS_MAX];
	int count;
	struct arguments arguments;
	struct str line;
};

/* Splits at blanks; "''" is the empty word. */
static void set_words(struct parsing *parsing, const char *line)
{
	struct str rest = str_from(line);
	struct str word;

	parsing->count = 0;
	while (str_next(&rest, ' ', &word)) {
		char *copy = parsing->words[parsing->count];

		if (str_is(word, "''"))
			word.length = 0;
		memcpy(copy, word.at, word.length);
		copy[word.length] = '\0';
		parsing->texts[parsing->count++] = copy;
	}
}

static enum session_status parse(struct session *session, void *context)
{
	struct parsing *parsing = context;
	const enum session_status status =
	    options_parse(session, parsing->count, parsing->texts, &parsing->arguments);

	if (status == SESSION_OK)
		parsing->line = options_command_line(&parsing->arguments, session_arena(session));
	return status;
}

static int open_session(void **state)
{
	*state = session_open(NULL);
	return *state ? 0 : -1;
}

static int close_session(void **state)
{
	session_close(*state);
	return 0;
}

static const struct {
	const char *given;
	const char *again; /* the line that gives the same */
} lines[] = {
    {"--se a", "screen rank --se a"},
    {"--se=a", "screen rank --se a"},
    {"--se a --se b,c", "screen rank --se a --se b,c"},
    {"rank --top 5 --se a", "screen rank --se a --top 5"},
    {"-n 5 --se a", "screen rank --se a --top 5"},
    {"-n5 --se a", "screen rank --se a --top 5"},
    {"--top 5 --top 7", "screen rank --top 7"},
    {"--where a>=1", "screen rank --where 'a>=1'"},
    {"--se it's", "screen rank --se 'it'\\''s'"},
    {"--se $(x)", "screen rank --se '$(x)'"},
    {"--weight a=x2 --missing worst", "screen rank --weight a=x2 --missing worst"},
    {"--no-measured --color never --width 90 -o x", "screen rank --no-measured"},
    {"--format csv", "screen rank --format csv"},
    {"--se=", NULL},
    {"--where a=b=c", "screen rank --where a=b=c"},
    {"list solvents", "screen list solvents"},
    {"list -- --se", "screen list --se"},
    {"show a b", "screen show a b"},
    {"show -", "screen show -"},
};

static void a_line_is_made_again(void **state)
{
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct parsing parsing;

		print_message("  %s\n", lines[i].given);
		set_words(&parsing, lines[i].given);
		if (!lines[i].again) {
			check_int(session_run(*state, parse, &parsing), SESSION_USAGE);
			continue;
		}
		check_int(session_run(*state, parse, &parsing), SESSION_OK);
		check_text(parsing.line, lines[i].again);
	}
}

static const struct {
	const char *given;
	const char *problem;
	const char *advice; /* begins so */
} mistakes[] = {
    {"rnak", "no command is called 'rnak'", "did you mean 'screen rank'?\n"},
    {"qqqqqq", "no command is called 'qqqqqq'", "'screen help' lists the commands\n"},
    {"''", "no command is called ''", "'screen help' lists the commands\n"},
    {"--tpo 3", "'rank' has no option '--tpo'", "did you mean '--top'?\n"},
    {"--qqqqqqq", "'rank' has no option '--qqqqqqq'", "'screen help rank' shows"},
    {"list --parts 3", "'list' has no option '--parts'", ""},
    {"-z", "'rank' has no option '-z'", "'screen help rank' shows"},
    {"--top", "--top needs a value: --top N", ""},
    {"--top --all", "--top needs a value: --top N", ""},
    {"--se ''", "--se needs a value: --se NAME", ""},
    {"--top=", "--top needs a value: --top N", ""},
    {"--all=yes", "--all takes no value", ""},
    {"--top x", "--top takes a whole number from 1 to 1000000000, not 'x'", ""},
    {"--top 0", "--top takes a whole number from 1 to 1000000000, not '0'", ""},
    {"--top -1", "--top takes a whole number from 1 to 1000000000, not '-1'", ""},
    {"--top 1.5", "--top takes a whole number from 1 to 1000000000, not '1.5'", ""},
    {"--top 1e3", "--top takes a whole number from 1 to 1000000000, not '1e3'", ""},
    {"--top 99999999999999999999",
     "--top takes a whole number from 1 to 1000000000, not '99999999999999999999'", ""},
    {"--width 10", "--width takes a whole number from 40 to 1000, not '10'", ""},
    {"--missing wurst", "--missing is worst, assume or best, not 'wurst'",
     "did you mean 'worst'?\n"},
    {"--se a b", "'rank' does not take 'b'", "usage: screen rank "},
    {"show", "'show' needs more", "usage: screen show "},
    {"list a b", "'list' does not take 'b'", "usage: screen list "},
};

static void a_mistake_is_named_and_advice_given(void **state)
{
	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		struct parsing parsing;

		print_message("  %s\n", mistakes[i].given);
		set_words(&parsing, mistakes[i].given);
		check_int(session_run(*state, parse, &parsing), SESSION_USAGE);
		check_text(session_problem(*state), mistakes[i].problem);
		check_true(str_starts(session_advice(*state), mistakes[i].advice));
	}
}

static void what_is_not_given_has_its_default(void **state)
{
	struct parsing parsing = {0};
	const struct option_value *values = parsing.arguments.values;

	set_words(&parsing, "--se a");
	check_int(session_run(*state, parse, &parsing), SESSION_OK);
	check_size(values[OPTION_REFERENCE].given, 0);
	check_text(values[OPTION_REFERENCE].text, "nmp");
	check_size(values[OPTION_COLOR].choice, COLOR_AUTO);
	check_size(values[OPTION_TOP].given, 0);
	check_size(values[OPTION_FORMAT].choice, SIZE_MAX);
	check_size(values[OPTION_BINDER].count, 0);
	check_false(parsing.arguments.command_named);
}

static bool is_sentence_part(const char *doc)
{
	const size_t length = strlen(doc);

	return length > 0 && doc[length - 1] != '.' && doc[length - 1] != ' ';
}

static bool share_a_command(enum option_id a, enum option_id b)
{
	for (size_t i = 0; i < command_count; i++)
		if (command_takes(&commands[i], a) && command_takes(&commands[i], b))
			return true;
	return false;
}

static void options_are_sound(void **state)
{
	(void)state;
	for (int id = 0; id < OPTION_COUNT_ALL; id++) {
		const struct option *option = &options[id];
		bool taken = false;

		print_message("  %s\n", option->name);
		check_true(is_sentence_part(option->doc));
		check_int(option->placeholder != NULL, option->type != OPTION_FLAG);
		check_int(option->word != NULL, option->type == OPTION_CHOICE);
		if (option->type == OPTION_COUNT || option->type == OPTION_NUMBER)
			check_true(option->low < option->high);
		for (int other = 0; other < id; other++) {
			if (!share_a_command((enum option_id)id, (enum option_id)other))
				continue;
			check_true(strcmp(options[other].name, option->name) != 0);
			check_true(!option->letter || options[other].letter != option->letter);
		}
		for (size_t i = 0; i < command_count; i++)
			taken |= command_takes(&commands[i], (enum option_id)id);
		check_true(taken);
	}
}

static bool is_sentence(const char *doc)
{
	const size_t length = strlen(doc);

	return length > 1 && doc[length - 1] == '.' && !strstr(doc, ". ");
}

static void commands_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++) {
		print_message("  %s\n", commands[i].name);
		check_true(is_sentence(commands[i].doc));
		check_true(commands[i].examples[0] != NULL);
		check_true(commands[i].operands_min <= commands[i].operands_max);
		check_true(commands[i].run != NULL);
		for (size_t k = 0; commands[i].examples[k]; k++)
			check_true(str_starts(str_from(commands[i].examples[k]), "screen "));
		for (size_t k = 0; k < i; k++)
			check_true(strcmp(commands[i].name, commands[k].name) != 0);
	}
}

static enum session_status measure_help(struct session *session, void *context)
{
	const size_t columns = *(const size_t *)context;
	struct arena *scratch = session_scratch(session);
	struct text text;
	struct str rest;
	struct str line;

	text_init(&text, session_arena(session));
	help_add_overview(&text, columns, scratch);
	for (size_t i = 0; i < command_count; i++)
		help_add_command(&text, &commands[i], columns, scratch);
	rest = text_str(&text);
	while (str_next(&rest, '\n', &line)) {
		/* Examples are there to be copied: they are not broken. */
		if (utf8_width(line) <= columns || (columns < 80 && str_starts(line, "screen ")))
			continue;
		print_error("too wide: " STR_FORMAT "\n", STR_ARGS(line));
		check_true(false);
	}
	return SESSION_OK;
}

static void help_fits_its_columns(void **state)
{
	static size_t columns[] = {80, 60, 59, 40};

	for (size_t i = 0; i < COUNT_OF(columns); i++)
		check_int(session_run(*state, measure_help, &columns[i]), SESSION_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_line_is_made_again, open_session, close_session),
	    cmocka_unit_test_setup_teardown(a_mistake_is_named_and_advice_given, open_session,
					    close_session),
	    cmocka_unit_test_setup_teardown(what_is_not_given_has_its_default, open_session,
					    close_session),
	    cmocka_unit_test(options_are_sound),
	    cmocka_unit_test(commands_are_sound),
	    cmocka_unit_test_setup_teardown(help_fits_its_columns, open_session, close_session),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
