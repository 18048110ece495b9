/* SPDX-License-Identifier: MIT */
/*
 * Options: one const row each, and one parser over the rows. Help, the reference page and the
 * "same again" command line come from the rows, too.
 *
 * --name value and --name=value; -x value and -xvalue for those with a letter; -- ends the options.
 * A list option may be repeated and accumulates; of any other the last one counts.
 */
#ifndef SLURRYSCREEN_CLI_OPTIONS_H
#define SLURRYSCREEN_CLI_OPTIONS_H

#include <stdint.h>

#include "api/session.h"
#include "base/str.h"

enum option_id {
	OPTION_SE,
	OPTION_BINDER,
	OPTION_SOLVENT,
	OPTION_SALT,
	OPTION_OF,
	OPTION_PARTS,
	OPTION_STEP,
	OPTION_DRY,
	OPTION_AT,
	OPTION_WHERE,
	OPTION_TOP,
	OPTION_FIRST, /* --top of lists, whose rows are not ranked */
	OPTION_SORT,
	OPTION_MISCIBLE,
	OPTION_ALL,
	OPTION_REFERENCE,
	OPTION_ROBUST,
	OPTION_DRAWS,
	OPTION_SEED,
	OPTION_SAVE,
	OPTION_FROM,
	OPTION_ROUTE,
	OPTION_MODEL,
	OPTION_WEIGHT,
	OPTION_MISSING,
	OPTION_NO_MEASURED,
	OPTION_MAX_TEMPERATURE,
	OPTION_SYSTEMS,
	OPTION_ADD,
	OPTION_DATA,
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_EXCEL,
	OPTION_DECIMAL_COMMA,
	OPTION_WIDTH,
	OPTION_COLOR,
	OPTION_ASCII,
	OPTION_FINDINGS_FORMAT,
	OPTION_SCHEMA_FORMAT,
	OPTION_KIND,
	OPTION_LAYOUT,
	OPTION_WIDTH_MM,
	OPTION_OUTPUT_DIR,
	OPTION_TABLE,
	OPTION_STRICT,
	OPTION_REQUIRE_SOURCES,
	OPTION_WARN,
	OPTION_MAX_FINDINGS,
	OPTION_QUIET,
	OPTION_NO_PROGRESS, /* --quiet of commands that have no findings */
	OPTION_FIX,
	OPTION_IN_PLACE,
	OPTION_FAIL_BELOW,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_COUNT_ALL
};

#define OPTION_BIT(id) ((uint64_t)1 << (id))

enum option_type {
	OPTION_FLAG,
	OPTION_TEXT,
	OPTION_LIST,   /* text that may be repeated */
	OPTION_COUNT,  /* a whole number, low to high */
	OPTION_NUMBER, /* a decimal number, low to high */
	OPTION_CHOICE, /* one of words */
	OPTION_FILE,
};

/*
 * What a shell may complete a value or an operand with. Choices complete with their words and
 * files with files without saying so.
 */
enum completion {
	COMPLETE_NOTHING,
	COMPLETE_ELECTROLYTES,
	COMPLETE_BINDERS,
	COMPLETE_SOLVENTS,
	COMPLETE_SALTS,
	COMPLETE_MATERIALS, /* of any table */
	COMPLETE_TESTS,     /* of properties, for --where */
	COMPLETE_CRITERIA,
	COMPLETE_MODELS, /* built-in models, and files */
	COMPLETE_TABLES,
	COMPLETE_TEMPLATES, /* tables, and the model */
	COMPLETE_DIAGNOSTICS,
	COMPLETE_VERDICTS,
	COMPLETE_TOPICS,
	COMPLETE_COMMANDS,
	COMPLETE_PAGES,
	COMPLETE_FILES,
	COMPLETE_FOLDERS,
	COMPLETION_COUNT
};

/* The words of --color. */
enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER, COLOR_COUNT };

/* The words of --format of schemas. */
enum { SCHEMA_JSON, SCHEMA_TABLE, SCHEMA_PACKAGE, SCHEMA_COUNT };

enum option_group {
	GROUP_COMBINATION,
	GROUP_RULES,
	GROUP_DATA,
	GROUP_OUTPUT,
	GROUP_OTHER,
	OPTION_GROUP_COUNT
};

/* Two options may have one name where no command takes both. */
struct option {
	const char *name;        /* without the dashes */
	char letter;             /* 0: none */
	const char *placeholder; /* NULL: flag */
	enum option_type type;
	enum option_group group;
	double low; /* COUNT, NUMBER */
	double high;
	struct str (*word)(size_t index); /* CHOICE: empty beyond the last */
	const char *fallback;             /* taken if not given; NULL: none, or as doc says */
	bool presentation; /* changes nothing in the result: not in the "same again" line */
	const char *doc;   /* one sentence, without the end */
	enum completion completion;
};

extern const struct option options[OPTION_COUNT_ALL];
extern const char *const option_group_titles[OPTION_GROUP_COUNT];

struct option_value {
	size_t given; /* times */
	struct str text;
	struct str *items; /* LIST */
	size_t count;
	double number; /* COUNT, NUMBER */
	size_t choice; /* CHOICE: index of the word; SIZE_MAX none */
};

struct command;

struct arguments {
	const struct command *command;
	bool command_named; /* false: the default one */
	struct option_value values[OPTION_COUNT_ALL];
	struct str *operands;
	size_t operand_count;
};

/*
 * The arguments after the program's name. *arguments in the session's arena. SESSION_USAGE: the
 * session's problem says what is allowed; arguments->command is set as far as it was understood.
 */
enum session_status options_parse(struct session *session, int count, char *const *texts,
				  struct arguments *arguments);

/* The command line that gives the same again: "screen rank --se Li6PS5Cl", quoted for a shell. */
struct str options_command_line(const struct arguments *arguments, struct arena *arena);

/*
 * The front of a command line that shows more of one row: command (such as "explain") and the
 * options on rules and data, no names yet.
 */
struct str options_row_line(const struct arguments *arguments, const char *command,
			    struct arena *arena);

/* Notes that no command has that name, and which was perhaps meant. SESSION_USAGE. */
enum session_status options_unknown_command(struct session *session, struct str name);

/* "one, two or three": the words of a choice. */
struct str option_words(const struct option *option, struct arena *arena);

#endif
