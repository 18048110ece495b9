/* SPDX-License-Identifier: MIT */
/* screen validate: what is wrong with tables and models, where, and what to do. */
#include "check/check.h"
#include "check/fix.h"
#include "check/shipped.h"
#include "cli/cli.h"
#include "cli/progress.h"
#include "report/findings.h"
#include "version.h"

static const char home[] = "https://github.com/slurryscreen/slurryscreen";

/* Of one kind, unless --max-findings asks for more; the rest is counted. */
enum { FINDINGS_KEPT = 1000 };

struct validation {
	struct cli *cli;
	struct arena *row; /* a third arena, for single rows */
	const struct source *sources;
	size_t count;
	bool shipped; /* no file was named */
	enum finding_level *levels;
	struct check_options options;
	struct findings findings;
	struct fix *fixes; /* one a source; NULL: none asked for */
};

/* ---- what is asked for ---- */

static enum session_status check_usage(struct cli *cli)
{
	const struct str table = cli_option(cli, OPTION_TABLE)->text;
	const struct arguments *const arguments = cli->arguments;

	if (table.length > 0 && file_type_named(table).kind == FILE_UNKNOWN)
		return session_fail(cli->session, SESSION_USAGE,
				    "no table is called '" STR_FORMAT "'", STR_ARGS(table));
	if (cli_given(cli, OPTION_FIX) && cli_given(cli, OPTION_IN_PLACE))
		return session_fail(cli->session, SESSION_USAGE,
				    "--fix and --in-place exclude each other");
	if (cli_given(cli, OPTION_FIX) && arguments->operand_count != 1)
		return session_fail(cli->session, SESSION_USAGE,
				    "--fix takes one file; --in-place repairs several");
	if (!cli_given(cli, OPTION_IN_PLACE))
		return SESSION_OK;
	for (size_t i = 0; i < arguments->operand_count; i++)
		if (str_is(arguments->operands[i], "-"))
			return session_fail(cli->session, SESSION_USAGE,
					    "standard input cannot be repaired in place");
	if (arguments->operand_count == 0)
		return session_fail(cli->session, SESSION_USAGE, "--in-place needs a file");
	return SESSION_OK;
}

static enum session_status unknown_slug(struct cli *cli, struct str slug)
{
	struct str *slugs = ARENA_NEW(session_scratch(cli->session), DIAG_COUNT, struct str);
	size_t near;

	for (int id = 0; id < DIAG_COUNT; id++)
		slugs[id] = str_from(diag_rules[id].slug);
	(void)session_fail(cli->session, SESSION_USAGE, "no check is called '" STR_FORMAT "'",
			   STR_ARGS(slug));
	near = str_nearest(slug, slugs, DIAG_COUNT);
	if (near < DIAG_COUNT)
		session_advise(cli->session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(slugs[near]));
	session_advise(cli->session, "'screen list diagnostics' lists them");
	return SESSION_USAGE;
}

static enum session_status read_level(struct validation *validation, struct str item)
{
	static const struct {
		const char *prefix;
		enum finding_level level;
	} prefixes[] = {{"error=", FINDING_ERROR}, {"no-", FINDING_OFF}, {"", FINDING_ON}};

	for (size_t i = 0; i < 3; i++) {
		const struct str prefix = str_from(prefixes[i].prefix);
		enum diag_id id;

		if (!str_starts(item, prefixes[i].prefix))
			continue;
		id = diag_find(str_part(item, prefix.length, item.length));
		if (id == DIAG_COUNT)
			return unknown_slug(validation->cli,
					    str_part(item, prefix.length, item.length));
		validation->levels[id] = prefixes[i].level;
		return SESSION_OK;
	}
	return SESSION_OK;
}

static enum session_status read_levels(struct validation *validation)
{
	struct cli *const cli = validation->cli;
	const struct option_value *const value = cli_option(cli, OPTION_WARN);
	enum session_status status = SESSION_OK;

	validation->levels = ARENA_NEW(session_arena(cli->session), DIAG_COUNT, enum finding_level);
	if (cli_given(cli, OPTION_REQUIRE_SOURCES) || validation->shipped)
		validation->levels[DIAG_LEDGER_MISSING] = FINDING_ERROR;
	for (size_t i = 0; i < value->count; i++) {
		struct str rest = value->items[i];
		struct str item;

		while (status == SESSION_OK && str_next(&rest, ',', &item))
			status = read_level(validation, item);
	}
	return status;
}

static enum session_status read_sources(struct validation *validation)
{
	struct cli *const cli = validation->cli;
	const struct arguments *const arguments = cli->arguments;
	struct arena *const arena = session_arena(cli->session);
	struct source *sources;

	if (validation->shipped) {
		validation->sources = shipped_sources(arena, &validation->count);
		return SESSION_OK;
	}
	sources = ARENA_NEW(arena, arguments->operand_count, struct source);
	for (size_t i = 0; i < arguments->operand_count; i++) {
		const enum session_status status =
		    cli_read_file(cli, arguments->operands[i], &sources[i]);

		if (status != SESSION_OK)
			return status;
	}
	validation->sources = sources;
	validation->count = arguments->operand_count;
	return SESSION_OK;
}

/* What entries are compared with: the built-in database, or the one that --data names. */
static enum session_status find_database(struct validation *validation)
{
	struct cli *const cli = validation->cli;

	validation->options.known = db_builtin();
	if (cli_given(cli, OPTION_DATA)) {
		const enum session_status status = cli_prepare(cli);

		if (status > SESSION_INPUT)
			return status;
		validation->options.known = session_db(cli->session);
	}
	if (!validation->shipped)
		validation->options.base = validation->options.known;
	return SESSION_OK;
}

/* ---- the work ---- */

static struct check_arenas arenas_of(const struct validation *validation)
{
	return (struct check_arenas){session_arena(validation->cli->session),
				     session_scratch(validation->cli->session), validation->row};
}

static void summarise(struct validation *validation, const struct check_summary *summary)
{
	struct arena *const arena = session_arena(validation->cli->session);
	struct findings *const findings = &validation->findings;
	struct finding_file *files = ARENA_NEW(arena, summary->file_count, struct finding_file);
	struct finding_rule *rules = ARENA_NEW(arena, summary->rule_count, struct finding_rule);

	for (size_t i = 0; i < summary->file_count; i++)
		files[i] = (struct finding_file){.name = summary->files[i].name,
						 .kind = summary->files[i].kind,
						 .rows = summary->files[i].rows};
	for (size_t i = 0; i < findings->count; i++)
		for (size_t k = 0; k < summary->file_count; k++)
			if (findings->items[i].place.source == &validation->sources[k])
				files[k].severities[findings->items[i].severity]++;
	for (size_t i = 0; i < summary->rule_count; i++)
		rules[i] =
		    (struct finding_rule){summary->rules[i].finding, summary->rules[i].applied,
					  findings->found[summary->rules[i].finding]};
	findings->files = files;
	findings->file_count = summary->file_count;
	findings->rules = rules;
	findings->rule_count = summary->rule_count;
}

/* Takes about half a second. */
enum { LONG_CHECK_BYTES = 4000000 };

static size_t source_bytes(const struct validation *validation)
{
	size_t bytes = 0;

	for (size_t i = 0; i < validation->count; i++)
		bytes += validation->sources[i].text.length;
	return bytes;
}

static void check(struct validation *validation)
{
	struct progress progress = progress_begin(validation->cli, "checking");
	struct cli *const cli = validation->cli;
	const struct check_arenas arenas = arenas_of(validation);
	const struct option_value *const max = cli_option(cli, OPTION_MAX_FINDINGS);
	struct check_summary summary;
	struct diag_sink sink;

	diag_sink_init(&sink, arenas.arena);
	sink.limit_per_rule = FINDINGS_KEPT;
	if (max->given > 0 && max->number > (double)FINDINGS_KEPT)
		sink.limit_per_rule = (size_t)max->number;
	if (source_bytes(validation) > LONG_CHECK_BYTES)
		progress_announce(&progress);
	summary =
	    check_run(validation->sources, validation->count, &validation->options, &arenas, &sink);
	progress_end(&progress);
	validation->findings =
	    findings_collect(&sink, validation->levels,
			     max->given > 0 ? (size_t)max->number : SIZE_MAX, arenas.arena);
	validation->findings.strict = cli_given(cli, OPTION_STRICT);
	validation->findings.program = STR_LITERAL("slurryscreen");
	validation->findings.version = STR_LITERAL(SLURRYSCREEN_VERSION);
	validation->findings.home = str_from(home);
	summarise(validation, &summary);
}

/* ---- repairs ---- */

static void list_repairs(struct validation *validation)
{
	struct arena *const arena = session_arena(validation->cli->session);
	struct finding_repair *repairs = NULL;
	size_t capacity = 0;
	size_t count = 0;

	for (size_t i = 0; i < validation->count; i++) {
		struct source_cursor cursor;

		source_cursor_init(&cursor, &validation->sources[i]);
		for (size_t k = 0; k < validation->fixes[i].count; k++) {
			const struct fix_edit *const edit = &validation->fixes[i].edits[k];

			if (!edit->what)
				continue;
			repairs = arena_extend(arena, repairs, count, &capacity, sizeof *repairs);
			repairs[count++] =
			    (struct finding_repair){validation->sources[i].name,
						    source_cursor_move(&cursor, edit->place.offset),
						    edit->what, edit->before, edit->after};
		}
	}
	validation->findings.repairs = repairs;
	validation->findings.repair_count = count;
	validation->findings.repaired = true;
}

/* A copy is written even if there is nothing to repair; a file in place only if there is. */
static enum session_status write_repaired(struct validation *validation, size_t i)
{
	struct cli *const cli = validation->cli;
	const bool copy = cli_given(cli, OPTION_FIX);

	if (!copy && validation->fixes[i].count == 0)
		return SESSION_OK;
	return cli_write_file(
	    cli, copy ? cli_option(cli, OPTION_FIX)->text.at : validation->sources[i].name,
	    fix_apply(&validation->sources[i], &validation->fixes[i], session_arena(cli->session)));
}

static enum session_status repair(struct validation *validation)
{
	struct cli *const cli = validation->cli;
	const struct check_arenas arenas = arenas_of(validation);
	const struct row_options reading = {validation->options.table, 0,
					    validation->options.decimal_comma,
					    &validation->options.known->properties};
	enum session_status status = SESSION_OK;

	if (!cli_given(cli, OPTION_FIX) && !cli_given(cli, OPTION_IN_PLACE))
		return SESSION_OK;
	validation->fixes = ARENA_NEW(arenas.arena, validation->count, struct fix);
	for (size_t i = 0; i < validation->count; i++)
		validation->fixes[i] = fix_find(&validation->sources[i], &reading, &arenas);
	list_repairs(validation);
	for (size_t i = 0; i < validation->count && status == SESSION_OK; i++)
		status = write_repaired(validation, i);
	return status;
}

/* ---- what comes of it ---- */

static bool write_findings(void *context, FILE *out)
{
	const struct validation *validation = context;
	struct cli *const cli = validation->cli;
	const struct findings_options look = {cli_out_colour(cli), cli_given(cli, OPTION_QUIET)};

	return findings_formats[cli_option(cli, OPTION_FINDINGS_FORMAT)->choice].write(
	    &validation->findings, &look, session_scratch(cli->session), out);
}

static enum session_status run(struct validation *validation)
{
	struct cli *const cli = validation->cli;
	enum session_status status = read_levels(validation);

	if (status == SESSION_OK)
		status = find_database(validation);
	if (status == SESSION_OK)
		status = read_sources(validation);
	if (status != SESSION_OK)
		return status;
	check(validation);
	status = repair(validation);
	if (status == SESSION_OK)
		status = cli_write_with(cli, write_findings, validation);
	if (status == SESSION_OK && findings_fail(&validation->findings))
		status = SESSION_INPUT;
	return status;
}

static void release(void *arena)
{
	arena_release(arena);
}

enum session_status cmd_validate(struct cli *cli)
{
	struct arena *const arena = session_arena(cli->session);
	struct validation *validation = ARENA_NEW(arena, 1, struct validation);
	const struct str table = cli_option(cli, OPTION_TABLE)->text;
	enum session_status status = check_usage(cli);

	if (status != SESSION_OK)
		return status;
	validation->cli = cli;
	validation->shipped = cli->arguments->operand_count == 0;
	validation->options.table = table.length > 0 ? table.at : NULL;
	validation->options.decimal_comma = cli_given(cli, OPTION_DECIMAL_COMMA);
	validation->options.every_value =
	    validation->shipped || cli_given(cli, OPTION_REQUIRE_SOURCES);
	validation->row = ARENA_NEW(arena, 1, struct arena);
	arena_init(validation->row, cli->world->memory);
	arena_defer(arena, release, validation->row);
	session_guard_arena(cli->session, validation->row);
	return run(validation);
}
