/* SPDX-License-Identifier: MIT */
/* screen backtest: the rules against what was observed. */
#include "cli/backtest.h"
#include "cli/list.h"
#include "cli/progress.h"
#include "cli/request.h"
#include "engine/rank_record.h"
#include "version.h"

enum topic { TOPIC_FIGURES, TOPIC_EXPOSURE, TOPIC_SOLUBILITY, TOPIC_SYSTEMS, TOPIC_COUNT };

static const char *const topic_words[TOPIC_COUNT] = {
    [TOPIC_FIGURES] = "figures",
    [TOPIC_EXPOSURE] = "exposure",
    [TOPIC_SOLUBILITY] = "solubility",
    [TOPIC_SYSTEMS] = "systems",
};

static enum session_status find_topic(struct cli *cli, enum topic *topic)
{
	const struct arguments *arguments = cli->arguments;

	*topic = cli_given(cli, OPTION_SYSTEMS) ? TOPIC_SYSTEMS : TOPIC_FIGURES;
	if (arguments->operand_count == 0)
		return SESSION_OK;
	for (size_t i = 0; i < TOPIC_COUNT; i++)
		if (str_is(arguments->operands[0], topic_words[i]) &&
		    (!cli_given(cli, OPTION_SYSTEMS) || i == TOPIC_SYSTEMS)) {
			*topic = (enum topic)i;
			return SESSION_OK;
		}
	(void)session_fail(
	    cli->session, SESSION_USAGE,
	    "the back-test shows figures, exposure, solubility or systems, not '" STR_FORMAT "'",
	    STR_ARGS(arguments->operands[0]));
	return SESSION_USAGE;
}

static void set_rows(struct report *report, const struct backtest_all *all, enum topic topic)
{
	size_t count = 0;

	switch (topic) {
	case TOPIC_FIGURES: {
		const struct figure_rows figures = backtest_figures(all);

		report->type = &figure_type;
		list_set_rows(report, all->arena, figures.at, figures.count, sizeof *figures.at);
		break;
	}
	case TOPIC_EXPOSURE:
	case TOPIC_SOLUBILITY: {
		const struct pair_row *pairs = backtest_pairs(
		    all, topic == TOPIC_EXPOSURE ? FACT_EXPOSURE : FACT_SOLUBILITY, &count);

		report->type = &pair_type;
		list_set_rows(report, all->arena, pairs, count, sizeof *pairs);
		break;
	}
	case TOPIC_SYSTEMS: {
		const struct recipe_row *recipes = backtest_recipes(all, &count);

		report->type = &recipe_type;
		list_set_rows(report, all->arena, recipes, count, sizeof *recipes);
		break;
	}
	case TOPIC_COUNT:
		break;
	}
}

static enum session_status write_topic(struct cli *cli, enum topic topic)
{
	static const struct str title[] = {
	    {"The rules alone against what was observed: no measured row, no tuned value.", 75}};
	struct arena *arena = session_arena(cli->session);
	const struct evaluator evaluator = cli_evaluator(cli);
	struct progress progress = progress_begin(cli, "testing");
	const struct watcher watcher = progress_watcher(&progress);
	const struct model *const *models;
	const size_t count = session_route_models(cli->session, &models);
	const struct backtest_all all = {
	    backtest_run(&evaluator, &watcher, arena, session_scratch(cli->session)),
	    backtest_systems_run(&evaluator, models, count, arena), arena};
	const struct run_head head = {.program = STR_LITERAL("slurryscreen " SLURRYSCREEN_VERSION),
				      .command = options_command_line(cli->arguments, arena),
				      .model = session_model(cli->session),
				      .db = session_db(cli->session)};
	struct report report = {.format = "slurryscreen-backtest/1",
				.rows_key = topic_words[topic],
				.head = run_head_value(&head, arena),
				.title = title,
				.title_count = sizeof title / sizeof *title,
				.rule_before = SIZE_MAX};

	progress_end(&progress);
	set_rows(&report, &all, topic);
	return cli_write_report(cli, &report);
}

enum session_status cmd_backtest(struct cli *cli)
{
	enum topic topic;
	enum session_status status = find_topic(cli, &topic);
	enum session_status prepared;

	if (status != SESSION_OK)
		return status;
	prepared = cli_prepare(cli);
	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	return cli_worse(prepared, write_topic(cli, topic));
}
