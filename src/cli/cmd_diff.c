/* SPDX-License-Identifier: MIT */
/* screen diff: two saved rankings. */
#include "cli/cli.h"
#include "cli/fields.h"
#include "cli/list.h"
#include "cli/ranking_diff.h"
#include "read/json.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct field fields[] = {
    FIELD_TEXT("change", "change", chars, struct ranking_difference, change, 0,
	       "verdict, gone, new or moved."),
    FIELD_TEXT("se", "electrolyte", str, struct ranking_difference, se, 3, "Electrolyte."),
    FIELD_TEXT("binder", "binder", str, struct ranking_difference, binder, 2, "Binder."),
    FIELD_TEXT("solvent", "solvent", str, struct ranking_difference, solvent, 0,
	       "Solvent, or the parts of a blend."),
    FIELD_NUMBER("old_rank", "rank", double, struct ranking_difference, old_rank, 0,
		 "Rank before; null if not ranked."),
    FIELD_NUMBER("new_rank", "now", double, struct ranking_difference, new_rank, 0,
		 "Rank now; null if not ranked."),
    {.key = "old_score",
     .label = "score",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .priority = 1,
     .doc = "Score before.",
     .get = field_of_double,
     .index = offsetof(struct ranking_difference, old_score)},
    {.key = "new_score",
     .label = "now",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .priority = 1,
     .doc = "Score now.",
     .get = field_of_double,
     .index = offsetof(struct ranking_difference, new_score)},
    FIELD_TEXT("old_verdict", "verdict", str, struct ranking_difference, old_verdict, 1,
	       "Verdict before."),
    FIELD_TEXT("new_verdict", "now", str, struct ranking_difference, new_verdict, 1,
	       "Verdict now."),
    FIELD_WRAP("cause", "cause", str, struct ranking_difference, cause, 0,
	       "Gate, criterion or weight that weighs most in the change."),
};

static const struct record_type difference_type = {
    "ranking-difference", "A row that differs between two rankings.", fields, COUNT_OF(fields)};

static enum session_status not_a_ranking(struct cli *cli, const struct source *source,
					 const struct diag_sink *sink)
{
	(void)session_fail(cli->session, SESSION_FAILED, "'%s' is no saved ranking%s%s",
			   source->name, sink->count > 0 ? ": " : "",
			   sink->count > 0 ? sink->items[0].message : "");
	session_advise(cli->session,
		       "it is written by: screen rank ... --format json --output FILE");
	return SESSION_FAILED;
}

static enum session_status read_ranking(struct cli *cli, struct str name,
					const struct json **document)
{
	struct arena *const arena = session_arena(cli->session);
	struct source *source = ARENA_NEW(arena, 1, struct source);
	const enum session_status status = cli_read_file(cli, name, source);
	struct diag_sink sink;

	if (status != SESSION_OK)
		return status;
	diag_sink_init(&sink, arena);
	*document = json_read(source, arena, &sink);
	return *document && ranking_rows(*document) ? SESSION_OK
						    : not_a_ranking(cli, source, &sink);
}

static struct str summary(const struct ranking_diff *diff, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	text_addf(&text, "%zu verdict%s changed, %zu gone, %zu new, %zu moved, %zu the same",
		  diff->changes[CHANGE_VERDICT], diff->changes[CHANGE_VERDICT] == 1 ? "" : "s",
		  diff->changes[CHANGE_GONE], diff->changes[CHANGE_NEW],
		  diff->changes[CHANGE_MOVED], diff->same);
	return text_str(&text);
}

enum session_status cmd_diff(struct cli *cli)
{
	struct arena *const arena = session_arena(cli->session);
	const struct str *const names = cli->arguments->operands;
	struct report report = {.format = "slurryscreen-ranking-diff/1",
				.rows_key = "differences",
				.type = &difference_type,
				.rule_before = SIZE_MAX};
	const struct json *documents[2] = {NULL, NULL};
	enum session_status status = SESSION_OK;
	struct ranking_diff diff;
	struct str note;

	for (size_t i = 0; i < 2 && status == SESSION_OK; i++)
		status = read_ranking(cli, names[i], &documents[i]);
	if (status != SESSION_OK)
		return status;
	diff = ranking_diff(documents[0], documents[1], arena);
	note = summary(&diff, arena);
	report.notes = &note;
	report.note_count = 1;
	list_set_rows(&report, arena, diff.rows, diff.count, sizeof *diff.rows);
	return cli_write_report(cli, &report);
}
