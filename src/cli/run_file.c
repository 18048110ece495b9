/* SPDX-License-Identifier: MIT */
#include "cli/run_file.h"

#include "base/fields.h"
#include "read/json.h"
#include "report/format.h"

static const char run_format[] = "slurryscreen-run/1";
static const char options_key[] = "options";

/* ---- save ---- */

struct kept_option {
	const char *name;
	struct str value; /* empty for a flag */
};

static const struct field kept_fields[] = {
    FIELD_TEXT("option", "option", chars, struct kept_option, name, 0, "Name of the option."),
    FIELD_TEXT("value", "value", str, struct kept_option, value, 0, "Its value; null for a flag."),
};

static const struct record_type kept_type = {"run-option", "An option as it was given.",
					     kept_fields, sizeof kept_fields / sizeof *kept_fields};

/* Where the output goes, and these files themselves, are no part of the run. */
static bool is_kept(enum option_id id)
{
	return id != OPTION_SAVE && id != OPTION_FROM && id != OPTION_OUTPUT;
}

static size_t keep_option(struct kept_option *kept, const struct option_value *value,
			  enum option_id id)
{
	const bool list = options[id].type == OPTION_LIST;
	const size_t count = list ? value->count : 1;

	if (value->given == 0 || !is_kept(id))
		return 0;
	for (size_t i = 0; i < count; i++)
		kept[i] =
		    (struct kept_option){options[id].name, list ? value->items[i] : value->text};
	return count;
}

static struct report make_report(const struct cli *cli, const struct run_head *head)
{
	struct arena *arena = session_arena(cli->session);
	struct report report = {.format = run_format,
				.rows_key = options_key,
				.type = &kept_type,
				.head = run_head_value(head, arena),
				.rule_before = SIZE_MAX};
	size_t most = 0;
	struct kept_option *kept;
	const void **rows;

	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		most += 1 + cli_option(cli, (enum option_id)id)->count;
	kept = ARENA_NEW(arena, most, struct kept_option);
	rows = ARENA_NEW(arena, most, const void *);
	for (int id = 0; id < OPTION_COUNT_ALL; id++)
		report.row_count +=
		    keep_option(&kept[report.row_count], cli_option(cli, (enum option_id)id),
				(enum option_id)id);
	for (size_t i = 0; i < report.row_count; i++)
		rows[i] = &kept[i];
	report.rows = rows;
	return report;
}

enum session_status run_file_save(struct cli *cli, const struct run_head *head)
{
	struct report report;

	if (!cli_given(cli, OPTION_SAVE))
		return SESSION_OK;
	report = make_report(cli, head);
	return cli_write_report_to(cli, &report, format_find(STR_LITERAL("json")),
				   cli_option(cli, OPTION_SAVE)->text.at);
}

/* ---- from ---- */

static enum session_status not_a_run(struct session *session, struct str path)
{
	(void)session_fail(session, SESSION_USAGE,
			   "'" STR_FORMAT "' is not a run that --save has kept", STR_ARGS(path));
	session_advise(session, "such a file says \"format\": \"%s\"", run_format);
	return SESSION_USAGE;
}

static bool is_text(const struct json *node)
{
	return node && node->type == JSON_STRING;
}

static enum session_status read_run(struct session *session, struct str path,
				    const struct json **file)
{
	struct diag_sink sink;
	struct source source;
	const struct json *format;
	const enum session_status status = session_read_file(session, path.at, &source);

	if (status != SESSION_OK)
		return status;
	diag_sink_init(&sink, session_arena(session));
	*file = json_read(&source, session_arena(session), &sink);
	format = json_member(*file, "format");
	if (!is_text(format) || !str_is(format->string, run_format) ||
	    !json_member(*file, options_key))
		return not_a_run(session, path);
	return SESSION_OK;
}

/* "--se=Li6PS5Cl"; NULL where the item is no option. */
static char *argument_of(const struct json *item, struct arena *arena)
{
	const struct json *name = json_member(item, "option");
	const struct json *value = json_member(item, "value");
	struct text text;

	if (!is_text(name))
		return NULL;
	text_init(&text, arena);
	text_addf(&text, "--" STR_FORMAT, STR_ARGS(name->string));
	if (is_text(value))
		text_addf(&text, "=" STR_FORMAT, STR_ARGS(value->string));
	return text.at;
}

/* The command that was typed keeps its place, before the options. */
static bool is_command(const char *text)
{
	return text[0] != '-';
}

enum session_status run_file_expand(struct session *session, struct str path, int *count,
				    char *const **texts, const struct json **file)
{
	const enum session_status status = read_run(session, path, file);
	const struct json *kept = json_member(*file, options_key);
	struct arena *arena = session_arena(session);
	char **all;
	int used = 0;
	int next = 0;

	if (status != SESSION_OK)
		return status;
	all = ARENA_NEW(arena, (size_t)*count + kept->count + 1, char *);
	if (*count > 0 && is_command((*texts)[0]))
		all[used++] = (*texts)[next++];
	for (const struct json *item = kept->child; item; item = item->next) {
		all[used] = argument_of(item, arena);
		if (!all[used++])
			return not_a_run(session, path);
	}
	while (next < *count)
		all[used++] = (*texts)[next++];
	*texts = all;
	*count = used;
	return SESSION_OK;
}

static void say_difference(const struct cli *cli, const char *what)
{
	struct text text;

	text_init(&text, session_scratch(cli->session));
	text_addf(&text, "%s is not as it was for " STR_FORMAT "; the result may differ", what,
		  STR_ARGS(cli_option(cli, OPTION_FROM)->text));
	cli_say(cli, text_str(&text));
}

static bool same_text(const struct json *node, struct str text)
{
	return is_text(node) && str_equal(node->string, text);
}

static bool same_overlays(const struct json *overlays, const struct db *db)
{
	const struct json *item = overlays ? overlays->child : NULL;

	for (size_t i = 0; i < db->overlay_count; i++) {
		char hex[SHA256_HEX_SIZE];

		overlay_hash(&db->overlays[i], hex);
		if (!item || !same_text(json_member(item, "sha256"), str_from(hex)))
			return false;
		item = item->next;
	}
	return !item;
}

void run_file_check(const struct cli *cli, const struct run_head *head)
{
	const struct json *database = json_member(cli->from, "database");
	char hex[SHA256_HEX_SIZE];

	if (!cli->from)
		return;
	db_hash(head->db, hex);
	if (!same_text(json_member(cli->from, "program"), head->program))
		say_difference(cli, "the program");
	if (!same_text(json_member(database, "sha256"), str_from(hex)))
		say_difference(cli, "the database");
	if (!same_overlays(json_member(database, "overlays"), head->db))
		say_difference(cli, "an added file");
}
