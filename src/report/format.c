/* SPDX-License-Identifier: MIT */
#include "report/format.h"

#include "report/formats.h"

const struct format formats[] = {
    {.name = "table",
     .extension = "txt",
     .doc = "Columns for people, as wide as the terminal allows.",
     .for_people = true,
     .write = format_table},
    {.name = "csv",
     .extension = "csv",
     .doc = "RFC 4180 with LF line ends; lists are joined by \"; \"; a text that a spreadsheet "
	    "would run as a formula gets an apostrophe in front.",
     .write = format_csv},
    {.name = "tsv",
     .extension = "tsv",
     .doc = "As csv with tabs; tabs and line ends inside a text become blanks.",
     .write = format_tsv},
    {.name = "json",
     .extension = "json",
     .doc = "One object: what was run, and the rows.",
     .write = format_json},
    {.name = "jsonl",
     .extension = "jsonl",
     .doc = "One JSON object a line: first what was run, then the rows.",
     .write = format_jsonl},
    {.name = "html",
     .extension = "html",
     .doc = "One page to send: ranked table, weights to move, spider plots, every number and its "
	    "source.",
     .for_people = true,
     .page = true,
     .write = format_html},
    {.name = "markdown",
     .extension = "md",
     .doc = "A table as GitHub shows it.",
     .for_people = true,
     .write = format_markdown},
    {.name = "matrix",
     .extension = "",
     .doc = "A ranking as solvents by binders with the scores in the cells, for people.",
     .for_people = true,
     .matrix = true,
     .write = format_matrix},
    {.name = "matrix-csv",
     .extension = "",
     .doc = "The same as CSV, ids as heads; empty where a combination is rejected.",
     .matrix = true,
     .write = format_matrix_csv},
    {.name = "xlsx",
     .extension = "xlsx",
     .doc = "A workbook: the rows, what was run, the rejected ones with the reason, the sources "
	    "and what the columns mean. Needs libxlsxwriter.",
     .whole = true,
     .binary = true,
     .lack = xlsx_lack,
     .write = format_xlsx},
};

const size_t format_count = sizeof formats / sizeof formats[0];

const struct format *format_find(struct str name)
{
	for (size_t i = 0; i < format_count; i++)
		if (str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}

const char *format_lack(const struct format *format)
{
	return format->lack ? format->lack() : NULL;
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
