/* SPDX-License-Identifier: MIT */
#include "report/format.h"

#include "report/formats.h"

const struct format formats[] = {
    {"table", "txt", "Columns for people, as wide as the terminal allows.", true, false,
     false,
     format_table},
    {"csv", "csv",
     "RFC 4180 with LF line ends; lists are joined by \"; \"; a text that a spreadsheet would "
     "run as a formula gets an apostrophe in front.",
     false, false, false, format_csv},
    {"tsv", "tsv", "As csv with tabs; tabs and line ends inside a text become blanks.", false,
     false, false, format_tsv},
    {"json", "json", "One object: what was run, and the rows.", false, false, false, format_json},
    {"jsonl", "jsonl", "One JSON object a line: first what was run, then the rows.", false, false,
     false,
     format_jsonl},
    {"html", "html",
     "One page to send: ranked table, weights to move, spider plots, every number and its source.",
     true, false, true, format_html},
    {"markdown", "md", "A table as GitHub shows it.", true, false, false, format_markdown},
    {"matrix", "", "A ranking as solvents by binders with the scores in the cells, for people.",
     true, true, false, format_matrix},
    {"matrix-csv", "", "The same as CSV, ids as heads; empty where a combination is rejected.",
     false, true, false, format_matrix_csv},
};

const size_t format_count = sizeof formats / sizeof formats[0];

const struct format *format_find(struct str name)
{
	for (size_t i = 0; i < format_count; i++)
		if (str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}

struct format_options format_options_default(void)
{
	return (struct format_options){.width = 80};
}

static void release_row_arena(void *what)
{
	arena_release(what);
}

struct arena *row_arena_new(struct arena *scratch)
{
	struct arena *arena = ARENA_NEW(scratch, 1, struct arena);

	arena_init(arena, scratch->system);
	arena_recover_at(arena, scratch->recovery);
	arena_defer(scratch, release_row_arena, arena);
	return arena;
}

void stream_put(FILE *out, struct str text)
{
	if (text.length > 0)
		(void)fwrite(text.at, 1, text.length, out); /* stream_end() tells of failures */
}

bool stream_end(FILE *out)
{
	return fflush(out) == 0 && !ferror(out);
}
