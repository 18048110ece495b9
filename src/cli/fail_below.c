/* SPDX-License-Identifier: MIT */
#include "cli/fail_below.h"

#include "cli/progress.h"

/* Combinations that are named one by one. */
enum { SHORT_MAX = 10 };

static enum session_status unknown_verdict(struct cli *cli, const struct model *model,
					   struct str word)
{
	struct text words;

	text_init(&words, session_scratch(cli->session));
	for (size_t i = 0; i < model->verdict_count; i++)
		text_addf(&words, "%s" STR_FORMAT, i > 0 ? ", " : "",
			  STR_ARGS(model->verdicts[i].word));
	(void)session_fail(cli->session, SESSION_USAGE, "the model has no verdict '" STR_FORMAT "'",
			   STR_ARGS(word));
	session_advise(cli->session, "it has: %s", words.at);
	return SESSION_USAGE;
}

enum session_status fail_below_check(struct cli *cli, size_t *verdict)
{
	const struct model *const model = session_model(cli->session);
	const struct str word = cli_option(cli, OPTION_FAIL_BELOW)->text;

	if (!cli_given(cli, OPTION_SOLVENT)) {
		(void)session_fail(cli->session, SESSION_USAGE,
				   "--fail-below judges named solvents: say --solvent NAME");
		return SESSION_USAGE;
	}
	for (*verdict = 0; *verdict < model->verdict_count; (*verdict)++)
		if (str_equal(model->verdicts[*verdict].word, word))
			return SESSION_OK;
	return unknown_verdict(cli, model, word);
}

static struct str name_of(const struct db *db, enum table_id table, uint32_t row)
{
	return row == DB_NO_ROW ? STR_LITERAL("none") : db->tables[table].materials[row].id;
}

static void say_short(struct cli *cli, const struct evaluation *evaluation)
{
	const struct db *const db = session_db(cli->session);
	const struct combo *const combo = &evaluation->combo;
	struct text line;

	text_init(&line, session_scratch(cli->session));
	text_addf(&line, STR_FORMAT " with " STR_FORMAT ":",
		  STR_ARGS(name_of(db, TABLE_ELECTROLYTES, combo->se)),
		  STR_ARGS(name_of(db, TABLE_BINDERS, combo->binder)));
	for (size_t i = 0; i < combo->solvent.count; i++)
		text_addf(&line, "%s" STR_FORMAT, i > 0 ? " + " : " ",
			  STR_ARGS(name_of(db, TABLE_SOLVENTS, combo->solvent.parts[i].row)));
	text_addf(&line, " is " STR_FORMAT ", below " STR_FORMAT,
		  STR_ARGS(evaluation_verdict(session_model(cli->session), evaluation)),
		  STR_ARGS(cli_option(cli, OPTION_FAIL_BELOW)->text));
	cli_say(cli, text_str(&line));
}

enum session_status fail_below_apply(struct cli *cli, const struct rank_request *request,
				     size_t verdict)
{
	struct progress progress = progress_begin(cli, "scoring");
	struct rank_request all = *request;
	const struct ranking *ranking;
	size_t count = 0;
	struct text more;

	all.top = SIZE_MAX;
	all.keep_rejected = true;
	all.add_reference = false;
	all.watcher = progress_watcher(&progress);
	ranking = rank_run(&all, session_arena(cli->session), session_scratch(cli->session));
	progress_end(&progress);
	for (size_t i = 0; i < ranking->row_count; i++) {
		const struct evaluation *const evaluation = ranking->rows[i].evaluation;

		if (!evaluation->rejected && evaluation->verdict <= verdict)
			continue;
		if (count++ < SHORT_MAX)
			say_short(cli, evaluation);
	}
	if (count > SHORT_MAX) {
		text_init(&more, session_scratch(cli->session));
		text_addf(&more, "and %zu more combinations", count - SHORT_MAX);
		cli_say(cli, text_str(&more));
	}
	return count > 0 ? SESSION_INPUT : SESSION_OK;
}
