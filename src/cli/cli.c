/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "base/number.h"
#include "cli/progress.h"

const struct option_value *cli_option(const struct cli *cli, enum option_id id)
{
	return &cli->arguments->values[id];
}

bool cli_given(const struct cli *cli, enum option_id id)
{
	return cli_option(cli, id)->given > 0;
}

enum session_status cli_worse(enum session_status a, enum session_status b)
{
	return a > b ? a : b;
}

enum session_status cli_read_file(struct cli *cli, struct str name, struct source *source)
{
	if (!str_is(name, "-"))
		return session_read_file(cli->session, name.at, source);
	if (cli->stdin_read) {
		(void)session_fail(cli->session, SESSION_USAGE,
				   "standard input is named twice, and can be read only once");
		return SESSION_USAGE;
	}
	cli->stdin_read = true;
	return session_read_stream(cli->session, "<stdin>", cli->world->in, source);
}

static enum session_status use_data(struct cli *cli)
{
	const struct option_value *added = cli_option(cli, OPTION_ADD);
	enum session_status status = SESSION_OK;

	session_use_decimal_comma(cli->session, cli_given(cli, OPTION_DECIMAL_COMMA));
	if (cli_given(cli, OPTION_DATA))
		status = session_use_data(cli->session, cli_option(cli, OPTION_DATA)->text.at);
	for (size_t i = 0; i < added->count && status == SESSION_OK; i++) {
		struct source source;

		status = cli_read_file(cli, added->items[i], &source);
		if (status == SESSION_OK)
			session_add_source(cli->session, source);
	}
	return status;
}

static enum session_status use_model(struct cli *cli)
{
	const bool route = cli_given(cli, OPTION_ROUTE);
	const bool model = cli_given(cli, OPTION_MODEL);

	if (route && model) {
		(void)session_fail(cli->session, SESSION_USAGE,
				   "--route and --model exclude each other");
		session_advise(cli->session, "a model file says itself which route it is for");
		return SESSION_USAGE;
	}
	if (route)
		return session_use_model(cli->session, cli_option(cli, OPTION_ROUTE)->text.at);
	if (model)
		return session_use_model(cli->session, cli_option(cli, OPTION_MODEL)->text.at);
	return SESSION_OK;
}

static enum session_status bad_weight(struct cli *cli, struct str item)
{
	(void)session_fail(cli->session, SESSION_USAGE,
			   "--weight takes CRITERION=NUMBER or CRITERION=xNUMBER, not '" STR_FORMAT
			   "'",
			   STR_ARGS(item));
	session_advise(cli->session, "such as drying=0.3 or safety=x2; a weight is 0 or more");
	return SESSION_USAGE;
}

static enum session_status use_weight(struct cli *cli, struct str item)
{
	struct session_weight weight = {0};
	struct str number = item;

	if (!str_contains(item, STR_LITERAL("=")) || !str_next(&number, '=', &weight.criterion))
		return bad_weight(cli, item);
	number = str_trim(number);
	if (str_starts(number, "x")) {
		weight.multiply = true;
		number = str_part(number, 1, number.length);
	}
	if (weight.criterion.length == 0 ||
	    number_read(number, &weight.number, NULL) != NUMBER_OK || !(weight.number >= 0))
		return bad_weight(cli, item);
	session_set_weight(cli->session, weight);
	return SESSION_OK;
}

/* Items may be joined by commas. */
static enum session_status use_weights(struct cli *cli)
{
	const struct option_value *value = cli_option(cli, OPTION_WEIGHT);
	enum session_status status = SESSION_OK;

	for (size_t i = 0; i < value->count; i++) {
		struct str rest = value->items[i];
		struct str item;

		while (status == SESSION_OK && str_next(&rest, ',', &item))
			status = use_weight(cli, item);
	}
	return status;
}

static bool err_colour(const struct cli *cli)
{
	const size_t when = cli_option(cli, OPTION_COLOR)->choice;

	if (when == COLOR_AUTO)
		return cli->world->err_is_terminal && cli->world->colours;
	return when == COLOR_ALWAYS;
}

/* Takes about half a second. */
enum { LONG_READ_BYTES = 16000000 };

enum session_status cli_prepare(struct cli *cli)
{
	struct progress progress = progress_begin(cli, "reading");
	enum session_status status = use_data(cli);

	if (status == SESSION_OK)
		status = use_model(cli);
	if (status == SESSION_OK)
		status = use_weights(cli);
	if (status != SESSION_OK)
		return status;
	if (session_input_bytes(cli->session) > LONG_READ_BYTES)
		progress_announce(&progress);
	status = session_prepare(cli->session);
	progress_end(&progress);
	diag_print(session_sink(cli->session), session_scratch(cli->session), cli->world->err,
		   err_colour(cli));
	return status;
}

enum session_status cli_names(struct cli *cli, enum option_id id, unsigned tables,
			      struct material_ref const **found, size_t *count)
{
	const struct option_value *value = cli_option(cli, id);
	struct arena *arena = session_arena(cli->session);
	struct material_ref *all = NULL;
	size_t capacity = 0;

	*count = 0;
	for (size_t i = 0; i < value->count; i++) {
		const struct material_ref *some;
		enum session_status status;
		size_t more;

		status = session_find(cli->session, tables, value->items[i], &some, &more);
		if (status != SESSION_OK)
			return status;
		for (size_t k = 0; k < more; k++) {
			all = arena_extend(arena, all, *count, &capacity, sizeof *all);
			all[(*count)++] = some[k];
		}
	}
	*found = all;
	return SESSION_OK;
}
