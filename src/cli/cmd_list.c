/* SPDX-License-Identifier: MIT */
/* screen list [TOPIC]: what is in the database, the rules and the program. */
#include "cli/fields.h"
#include "cli/list.h"

const struct list_topic list_topics[] = {
    {"solvents", "solvents and their properties", false, TABLE_SOLVENTS, list_materials},
    {"binders", "binders and their properties", false, TABLE_BINDERS, list_materials},
    {"electrolytes", "sulfide electrolytes", false, TABLE_ELECTROLYTES, list_materials},
    {"salts", "lithium salts", false, TABLE_SALTS, list_materials},
    {"classes", "functional classes and what is typical of them", false, TABLE_CLASSES,
     list_materials},
    {"exposure", "what solvents did to electrolytes", true, FACT_EXPOSURE, list_facts},
    {"solubility", "what dissolves binders and salts", true, FACT_SOLUBILITY, list_facts},
    {"systems", "published recipes", true, FACT_SYSTEM, list_facts},
    {"sources", "where the numbers come from", false, 0, list_sources},
    {"conflicts", "where sources disagree by more than their uncertainties", true, 0,
     list_conflicts},
    {"properties", "properties with unit, range and definition", false, 0, list_properties},
    {"units", "units that headers and --where may have", false, 0, list_units},
    {"models", "built-in models, one a route", false, 0, list_models},
    {"gates", "what the model rejects or warns of", false, 0, list_gates},
    {"criteria", "what the model's score is made of", false, 0, list_criteria},
    {"terms", "what the criteria are made of", false, 0, list_terms},
    {"measures", "what a model file can measure", false, 0, list_measures},
    {"conditions", "what a gate in a model file can ask", false, 0, list_conditions},
    {"formats", "output formats", false, 0, list_formats},
    {"commands", "commands with an example", false, 0, list_commands},
    {"options", "options of all commands", false, 0, list_options},
    {"diagnostics", "what can be wrong with input", false, 0, list_diagnostics},
};
const size_t list_topic_count = sizeof list_topics / sizeof *list_topics;

static const struct field topic_fields[] = {
    FIELD_TEXT("topic", "topic", chars, struct list_topic, name, 0, "What to write after list."),
    FIELD_WRAP("doc", "what", chars, struct list_topic, doc, 1, "What it lists."),
};

static const struct record_type topic_type = {"topic", "A topic of screen list.", topic_fields,
					      sizeof topic_fields / sizeof *topic_fields};

void list_set_rows(struct report *report, struct arena *arena, const void *first, size_t count,
		   size_t size)
{
	const void **rows = ARENA_NEW(arena, count, const void *);

	for (size_t i = 0; i < count; i++)
		rows[i] = (const char *)first + i * size;
	report->rows = rows;
	report->row_count = count;
}

static enum session_status unknown_topic(struct cli *cli, struct str name)
{
	struct str *names = ARENA_NEW(session_scratch(cli->session), list_topic_count, struct str);
	struct text all;
	size_t near;

	text_init(&all, session_scratch(cli->session));
	for (size_t i = 0; i < list_topic_count; i++) {
		names[i] = str_from(list_topics[i].name);
		text_addf(&all, "%s%s", i > 0 ? ", " : "", list_topics[i].name);
	}
	(void)session_fail(cli->session, SESSION_USAGE,
			   "nothing to list is called '" STR_FORMAT "'", STR_ARGS(name));
	near = str_nearest(name, names, list_topic_count);
	if (near < list_topic_count)
		session_advise(cli->session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(names[near]));
	session_advise(cli->session, "topics: %s", all.at);
	return SESSION_USAGE;
}

/* Options that would be ignored are mistakes. */
static enum session_status check_narrowing(struct cli *cli, const struct list_topic *topic)
{
	static const enum option_id narrowing[] = {OPTION_SE, OPTION_BINDER, OPTION_SOLVENT,
						   OPTION_SALT};

	for (size_t i = 0; i < sizeof narrowing / sizeof *narrowing; i++)
		if (!topic->narrows && cli_given(cli, narrowing[i])) {
			(void)session_fail(cli->session, SESSION_USAGE,
					   "'list %s' does not take --%s", topic->name,
					   options[narrowing[i]].name);
			session_advise(cli->session,
				       "it narrows exposure, solubility, systems and conflicts");
			return SESSION_USAGE;
		}
	return SESSION_OK;
}

/* Leaves the first ones, and says so to people. */
static void cut_rows(struct cli *cli, struct report *report)
{
	const struct option_value *first = cli_option(cli, OPTION_FIRST);
	struct arena *arena = session_arena(cli->session);
	struct str *notes;
	struct text text;

	if (first->given == 0 || (double)report->row_count <= first->number)
		return;
	text_init(&text, arena);
	text_addf(&text, "Shown: the first %zu of %zu", (size_t)first->number, report->row_count);
	notes = ARENA_NEW(arena, report->note_count + 1, struct str);
	for (size_t i = 0; i < report->note_count; i++)
		notes[i] = report->notes[i];
	notes[report->note_count++] = text_str(&text);
	report->notes = notes;
	report->row_count = (size_t)first->number;
}

static enum session_status write_topics(struct cli *cli)
{
	struct report report = {.format = "slurryscreen-list/1",
				.rows_key = "topics",
				.type = &topic_type,
				.rule_before = SIZE_MAX};

	list_set_rows(&report, session_arena(cli->session), list_topics, list_topic_count,
		      sizeof *list_topics);
	cut_rows(cli, &report);
	return cli_write_report(cli, &report);
}

static enum session_status write_topic(struct cli *cli, const struct list_topic *topic)
{
	struct report report = {
	    .format = "slurryscreen-list/1", .rows_key = topic->name, .rule_before = SIZE_MAX};
	enum session_status status = check_narrowing(cli, topic);
	enum session_status prepared;

	if (status != SESSION_OK)
		return status;
	prepared = cli_prepare(cli);
	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	status = topic->make(cli, topic, &report);
	if (status == SESSION_OK) {
		cut_rows(cli, &report);
		status = cli_write_report(cli, &report);
	}
	if (status == SESSION_OK && report.row_count == 0)
		cli_say(cli, STR_LITERAL("nothing to list"));
	return cli_worse(prepared, status);
}

enum session_status cmd_list(struct cli *cli)
{
	const struct arguments *arguments = cli->arguments;

	if (arguments->operand_count == 0)
		return write_topics(cli);
	for (size_t i = 0; i < list_topic_count; i++)
		if (str_is(arguments->operands[0], list_topics[i].name))
			return write_topic(cli, &list_topics[i]);
	return unknown_topic(cli, arguments->operands[0]);
}
