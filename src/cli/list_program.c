/* SPDX-License-Identifier: MIT */
/* The program's own tables as records: formats, commands, options, diagnostics. */
#include "cli/fields.h"
#include "cli/list.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What it is, and what it lacks here. */
static struct value get_format_doc(const struct field *field, const void *row, struct arena *arena)
{
	const struct format *format = row;
	const char *lack = format_lack(format);
	struct text doc;

	(void)field;
	text_init(&doc, arena);
	text_addf(&doc, "%s", format->doc);
	if (lack)
		text_addf(&doc, " Not here: %s.", lack);
	return value_text(text_str(&doc));
}

static const struct field format_fields[] = {
    FIELD_TEXT("format", "format", chars, struct format, name, 0, "Name for --format."),
    FIELD_TEXT("extension", "ending", chars, struct format, extension, 1,
	       "Of a file; --output with it chooses the format."),
    FIELD_ROW("for_people", "for people", VALUE_FLAG, flag, struct format, for_people, 2,
	      "Rounded, and 20 rows unless --top says otherwise."),
    {.key = "doc",
     .label = "what",
     .unit = "",
     .kind = VALUE_TEXT,
     .digits = -1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .show = SHOW_WRAP,
     .doc = "What it is, and what it lacks if it cannot be written here.",
     .get = get_format_doc},
};

static const struct record_type format_type = {"format", "An output format.", format_fields,
					       COUNT_OF(format_fields)};

enum session_status list_formats(struct cli *cli, const struct list_topic *topic,
				 struct report *report)
{
	(void)topic;
	report->type = &format_type;
	list_set_rows(report, session_arena(cli->session), formats, format_count, sizeof *formats);
	return SESSION_OK;
}

static struct value get_examples(const struct field *field, const void *row, struct arena *arena)
{
	const char *const *examples = ((const struct command *)row)->examples;
	struct value *items;
	size_t count = 0;

	(void)field;
	while (examples[count])
		count++;
	items = ARENA_NEW(arena, count, struct value);
	for (size_t i = 0; i < count; i++)
		items[i] = value_word(examples[i]);
	return value_list(items, count);
}

static const struct field command_fields[] = {
    FIELD_TEXT("command", "command", chars, struct command, name, 0, "Its name."),
    FIELD_WRAP("usage", "usage", chars, struct command, usage, PRIORITY_EXTRA + 1,
	       "What it takes."),
    FIELD_WRAP("doc", "what", chars, struct command, doc, 0, "What it does."),
    FIELD_GETTER("examples", "examples", VALUE_LIST, get_examples, PRIORITY_EXTRA + 2,
		 "Command lines that work."),
};

static const struct record_type command_type = {"command", "A command of the program.",
						command_fields, COUNT_OF(command_fields)};

enum session_status list_commands(struct cli *cli, const struct list_topic *topic,
				  struct report *report)
{
	const void **rows = ARENA_NEW(session_arena(cli->session), command_count, const void *);

	(void)topic;
	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden)
			rows[report->row_count++] = &commands[i];
	report->type = &command_type;
	report->rows = rows;
	return SESSION_OK;
}

static struct value get_commands(const struct field *field, const void *row, struct arena *arena)
{
	const enum option_id id = (enum option_id)((const struct option *)row - options);
	struct value *items = ARENA_NEW(arena, command_count, struct value);
	size_t count = 0;

	(void)field;
	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden && command_takes(&commands[i], id))
			items[count++] = value_word(commands[i].name);
	return value_list(items, count);
}

static struct value get_words(const struct field *field, const void *row, struct arena *arena)
{
	const struct option *option = row;

	(void)field;
	return option->type == OPTION_CHOICE ? value_text(option_words(option, arena))
					     : value_null();
}

static const struct field option_fields[] = {
    FIELD_TEXT("option", "option", chars, struct option, name, 0, "Without the dashes."),
    FIELD_TEXT("argument", "argument", chars, struct option, placeholder, 0,
	       "What follows; a flag takes nothing."),
    FIELD_TEXT("default", "default", chars, struct option, fallback, 1, "Taken if not given."),
    FIELD_GETTER("commands", "commands", VALUE_LIST, get_commands, PRIORITY_EXTRA,
		 "Commands that take it."),
    FIELD_GETTER("words", "words", VALUE_TEXT, get_words, PRIORITY_EXTRA + 1, "What it allows."),
    FIELD_WRAP("doc", "what", chars, struct option, doc, 0, "What it does."),
};

static const struct record_type option_type_ = {"option", "An option.", option_fields,
						COUNT_OF(option_fields)};

enum session_status list_options(struct cli *cli, const struct list_topic *topic,
				 struct report *report)
{
	(void)topic;
	report->type = &option_type_;
	list_set_rows(report, session_arena(cli->session), options, OPTION_COUNT_ALL,
		      sizeof *options);
	return SESSION_OK;
}

static struct value get_severity(const struct field *field, const void *row, struct arena *arena)
{
	static const char *const words[] = {
	    [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

	(void)field;
	(void)arena;
	return value_word(words[((const struct diag_rule *)row)->severity]);
}

static const struct field diagnostic_fields[] = {
    FIELD_TEXT("slug", "name", chars, struct diag_rule, slug, 0, "As in the brackets."),
    FIELD_GETTER("severity", "severity", VALUE_TEXT, get_severity, 0,
		 "error: not used; warning: used, but doubtful; note: for information."),
    FIELD_WRAP("doc", "what", chars, struct diag_rule, doc, 0, "What it means."),
};

static const struct record_type diagnostic_type = {"diagnostic", "A complaint about input.",
						   diagnostic_fields, COUNT_OF(diagnostic_fields)};

enum session_status list_diagnostics(struct cli *cli, const struct list_topic *topic,
				     struct report *report)
{
	(void)topic;
	report->type = &diagnostic_type;
	list_set_rows(report, session_arena(cli->session), diag_rules, DIAG_COUNT,
		      sizeof *diag_rules);
	return SESSION_OK;
}
