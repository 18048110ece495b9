/* SPDX-License-Identifier: MIT */
/* screen compare A B [C...]: combinations side by side. */
#include "cli/progress.h"
#include "cli/request.h"
#include "engine/compare_record.h"

static enum session_status unknown_shape(struct cli *cli, struct str operand)
{
	(void)session_fail(cli->session, SESSION_USAGE, "cannot compare '" STR_FORMAT "'",
			   STR_ARGS(operand));
	session_advise(cli->session, "write SOLVENT, BINDER/SOLVENT or ELECTROLYTE/BINDER/SOLVENT");
	return SESSION_USAGE;
}

/* The parts between slashes, at most three. */
static size_t split(struct str operand, struct str parts[3])
{
	size_t count = 0;
	struct str part;

	while (str_next(&operand, '/', &part)) {
		if (count == 3)
			return 0;
		parts[count++] = part;
	}
	return count;
}

static enum session_status find_one(struct cli *cli, enum table_id table, struct str name,
				    uint32_t *row)
{
	struct material_ref found;
	const enum session_status status =
	    session_find_one(cli->session, 1U << table, name, &found);

	if (status == SESSION_OK)
		*row = found.row;
	return status;
}

static enum session_status find_liquid(struct cli *cli, struct str name, struct combo *combo)
{
	const struct mixture *found;
	size_t count;
	const enum session_status status = session_find_liquids(cli->session, name, &found, &count);

	if (status != SESSION_OK)
		return status;
	if (count != 1)
		return unknown_shape(cli, name);
	combo->solvent = found[0];
	return SESSION_OK;
}

static enum session_status find_combo(struct cli *cli, const struct rank_request *named,
				      struct str operand, struct combo *combo)
{
	enum session_status status = SESSION_OK;
	struct str parts[3];
	const size_t count = split(operand, parts);

	*combo = (struct combo){DB_NO_ROW, DB_NO_ROW, named->salt, {NULL, 0}};
	if (count == 0)
		return unknown_shape(cli, operand);
	if (count == 3)
		status = find_one(cli, TABLE_ELECTROLYTES, parts[0], &combo->se);
	else if (named->se_count == 1)
		combo->se = named->ses[0];
	else
		return cli_need_one(cli, OPTION_SE, named->se_count);
	if (status == SESSION_OK && count >= 2)
		status = find_one(cli, TABLE_BINDERS, parts[count - 2], &combo->binder);
	else if (status == SESSION_OK && named->binder_count == 1)
		combo->binder = named->binders[0];
	else if (status == SESSION_OK)
		return cli_need_one(cli, OPTION_BINDER, named->binder_count);
	if (status == SESSION_OK)
		status = find_liquid(cli, parts[count - 1], combo);
	return status;
}

static enum session_status compare(struct cli *cli, const struct evaluator *evaluator)
{
	struct arena *arena = session_arena(cli->session);
	const size_t count = cli->arguments->operand_count;
	struct combo *combos = ARENA_NEW(arena, count, struct combo);
	struct progress progress = progress_begin(cli, "trying orders");
	const struct compare_request request = {evaluator, combos, count,
						cli_draws(cli, &progress)};
	struct rank_request named = {.salt = DB_NO_ROW, .reference = DB_NO_ROW};
	const struct run_head head = cli_run_head(cli);
	enum session_status status = cli_find_names(cli, &named);
	struct report report;

	for (size_t i = 0; status == SESSION_OK && i < count; i++)
		status = find_combo(cli, &named, cli->arguments->operands[i], &combos[i]);
	if (status != SESSION_OK)
		return status;
	report = compare_report(&request, &head, arena, session_scratch(cli->session));
	progress_end(&progress);
	return cli_write_report(cli, &report);
}

enum session_status cmd_compare(struct cli *cli)
{
	const enum session_status prepared = cli_prepare(cli);
	struct evaluator evaluator;

	if (prepared > SESSION_INPUT || !session_model(cli->session))
		return prepared;
	evaluator = cli_evaluator(cli);
	return cli_worse(prepared, compare(cli, &evaluator));
}
