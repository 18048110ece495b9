/* SPDX-License-Identifier: MIT */
/* screen docs PAGE: reference pages, for scripts/docs and the tests. */
#include <math.h>

#include "base/number.h"
#include "cli/cli.h"
#include "cli/docs.h"

const struct docs_page docs_pages[] = {
    {"commands", docs_add_commands},
    {"properties", docs_add_properties},
    {"diagnostics", docs_add_diagnostics},
    {"model-files", docs_add_model_files},
    {"rules", docs_add_rules},
    {"backtest", docs_add_backtest},
    {"figures", docs_add_figures},
    {"examples", docs_add_examples},
    {"slurryscreen.1", docs_add_man_program},
    {"slurryscreen-data.5", docs_add_man_data},
    {"slurryscreen-model.5", docs_add_man_model},
};
const size_t docs_page_count = sizeof docs_pages / sizeof *docs_pages;

static void add_cell(struct text *out, struct str cell)
{
	for (size_t i = 0; i < cell.length; i++) {
		if (cell.at[i] == '|')
			text_add_char(out, '\\');
		text_add_char(out, cell.at[i] == '\n' ? ' ' : cell.at[i]);
	}
}

void docs_add_row(struct text *out, const char *const *cells)
{
	text_add_char(out, '|');
	for (size_t i = 0; cells[i]; i++) {
		text_add_char(out, ' ');
		add_cell(out, str_from(cells[i]));
		text_add(out, STR_LITERAL(" |"));
	}
	text_add_char(out, '\n');
}

void docs_add_head(struct text *out, const char *const *cells)
{
	docs_add_row(out, cells);
	text_add_char(out, '|');
	for (size_t i = 0; cells[i]; i++)
		text_add(out, STR_LITERAL("---|"));
	text_add_char(out, '\n');
}

struct str docs_range(double low, double high, struct arena *arena)
{
	char from[NUMBER_TEXT_MAX];
	char to[NUMBER_TEXT_MAX];
	struct text range;

	text_init(&range, arena);
	if (isfinite(low) && isfinite(high))
		text_addf(&range, STR_FORMAT " to " STR_FORMAT, STR_ARGS(number_write(from, low)),
			  STR_ARGS(number_write(to, high)));
	else if (isfinite(low))
		text_addf(&range, "from " STR_FORMAT, STR_ARGS(number_write(from, low)));
	else if (isfinite(high))
		text_addf(&range, "up to " STR_FORMAT, STR_ARGS(number_write(to, high)));
	return text_str(&range);
}

static enum session_status unknown_page(struct cli *cli, struct str name)
{
	(void)session_fail(cli->session, SESSION_USAGE, "no page is called '" STR_FORMAT "'",
			   STR_ARGS(name));
	for (size_t i = 0; i < docs_page_count; i++)
		session_advise(cli->session, "%s", docs_pages[i].name);
	return SESSION_USAGE;
}

enum session_status cmd_docs(struct cli *cli)
{
	const struct str name = cli->arguments->operands[0];
	struct arena *arena = session_arena(cli->session);
	struct text page;

	for (size_t i = 0; i < docs_page_count; i++)
		if (str_is(name, docs_pages[i].name)) {
			text_init(&page, arena);
			docs_pages[i].add(&page, arena);
			return cli_write_text(cli, text_str(&page));
		}
	return unknown_page(cli, name);
}
