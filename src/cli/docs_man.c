/* SPDX-License-Identifier: MIT */
/*
 * Man pages, made from the reference pages: the few forms of Markdown that those use, as macros of
 * the package man. A table becomes a list: its first column the term, its last the explanation,
 * what is between stands in parentheses.
 */
#include <string.h>

#include "cli/docs.h"
#include "version.h"

enum {
	CELLS_MAX = 8,
	LITERAL_MAX = 68, /* columns, of the 80 of a terminal less what man indents */
};

struct man {
	struct text *out;
	bool literal;   /* between two lines of ``` */
	bool paragraph; /* an empty line went before */
	bool opened;    /* nothing but a heading went before */
	bool table;     /* the line before was a row */
	struct str heads[CELLS_MAX];
};

/* ---- Text ---- */

static void add_char(struct man *man, char c, bool code)
{
	if (c == '\\')
		text_add(man->out, STR_LITERAL("\\e"));
	else if (c == '-' && code)
		text_add(man->out, STR_LITERAL("\\-"));
	else
		text_add_char(man->out, c);
}

/* The bytes of "](address)" at the front of s; 0 if there is none. A man page keeps the words. */
static size_t link_end(struct str s)
{
	const char *end =
	    s.length > 2 && s.at[0] == ']' && s.at[1] == '(' ? memchr(s.at, ')', s.length) : NULL;

	return end ? (size_t)(end - s.at) + 1 : 0;
}

static bool begins_link(struct str s)
{
	const char *end = s.length > 0 && s.at[0] == '[' ? memchr(s.at, ']', s.length) : NULL;

	return end && link_end(str_part(s, (size_t)(end - s.at), s.length)) > 0;
}

/* `code` is bold; a dash there, and a double one anywhere, is an option's and no hyphen. */
static void add_inline(struct man *man, struct str s)
{
	bool code = false;

	for (size_t i = 0; i < s.length; i++) {
		const bool option = s.at[i] == '-' && ((i + 1 < s.length && s.at[i + 1] == '-') ||
						       (i > 0 && s.at[i - 1] == '-'));
		const struct str rest = str_part(s, i, s.length);
		const size_t skipped = link_end(rest);

		if (skipped > 0)
			i += skipped - 1;
		else if (s.at[i] == '`') {
			code = !code;
			text_add(man->out, code ? STR_LITERAL("\\fB") : STR_LITERAL("\\fR"));
		} else if (!begins_link(rest) && !str_starts(rest, "\\|"))
			add_char(man, s.at[i], code || option);
	}
}

/* A line that begins with one of these would be a request. */
static void add_line(struct man *man, struct str s)
{
	if (s.length > 0 && (s.at[0] == '.' || s.at[0] == '\''))
		text_add(man->out, STR_LITERAL("\\&"));
	add_inline(man, s);
	text_add_char(man->out, '\n');
}

/* Where a command that is too long for a terminal of 80 columns goes on in the next line. */
static size_t command_end(struct str s, size_t most)
{
	size_t end = s.length;

	for (size_t i = 1; s.length > most && i + 1 < s.length && i + 2 <= most; i++)
		if (s.at[i] == ' ' && s.at[i + 1] == '-')
			end = i;
	return end;
}

static void add_command(struct man *man, struct str s)
{
	size_t most = LITERAL_MAX;

	while (s.length > 0) {
		const size_t end = command_end(s, most);

		if (most < LITERAL_MAX)
			text_add(man->out, STR_LITERAL("    "));
		for (size_t i = 0; i < end; i++)
			add_char(man, s.at[i], true);
		text_add(man->out, end < s.length ? STR_LITERAL(" \\e\n") : STR_LITERAL("\n"));
		s = str_part(s, end + 1, s.length);
		most = LITERAL_MAX - 4;
	}
}

static void add_literal(struct man *man, struct str s)
{
	if (str_starts(s, "screen ")) {
		add_command(man, s);
		return;
	}
	if (s.length > 0 && (s.at[0] == '.' || s.at[0] == '\''))
		text_add(man->out, STR_LITERAL("\\&"));
	for (size_t i = 0; i < s.length; i++)
		add_char(man, s.at[i], true);
	text_add_char(man->out, '\n');
}

/* ---- Tables ---- */

/* The cells of "| a | b |"; an escaped bar is no border. */
static size_t split_row(struct str row, struct str cells[CELLS_MAX])
{
	size_t count = 0;
	size_t start = 1;

	for (size_t i = 1; i < row.length && count < CELLS_MAX; i++)
		if (row.at[i] == '|' && row.at[i - 1] != '\\') {
			cells[count++] = str_trim(str_part(row, start, i - start));
			start = i + 1;
		}
	return count;
}

/* "(unit: K; usual: 1 to 5)": the columns between the first and the last that hold something. */
static void add_between(struct man *man, const struct str *cells, size_t count)
{
	bool any = false;

	for (size_t i = 1; i + 1 < count; i++) {
		if (cells[i].length == 0)
			continue;
		text_add(man->out, any ? STR_LITERAL("; ") : STR_LITERAL("("));
		add_inline(man, man->heads[i]);
		text_add(man->out, STR_LITERAL(": "));
		add_inline(man, cells[i]);
		any = true;
	}
	if (any)
		text_add(man->out, STR_LITERAL(")\n"));
}

static void add_row(struct man *man, struct str row)
{
	struct str cells[CELLS_MAX];
	const size_t count = split_row(row, cells);

	if (!man->table) {
		memcpy(man->heads, cells, count * sizeof cells[0]);
		return;
	}
	if (count == 0 || str_starts(cells[0], "--"))
		return;
	man->opened = false;
	text_add(man->out, STR_LITERAL(".TP\n"));
	if (str_starts(cells[0], "`"))
		add_line(man, cells[0]);
	else {
		text_add(man->out, STR_LITERAL("\\fB"));
		add_inline(man, cells[0]);
		text_add(man->out, STR_LITERAL("\\fR\n"));
	}
	if (count > 1)
		add_line(man, cells[count - 1].length > 0 ? cells[count - 1] : STR_LITERAL("\\&"));
	add_between(man, cells, count);
}

/* ---- Lines ---- */

static char ascii_to_upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/*
 * A title is a section, in capitals as in every man page (options aside). One that begins without a
 * capital, such as a command, a table or a key, is a part of the section before.
 */
static void add_heading(struct man *man, bool section, struct str title)
{
	const bool capitals = section && ascii_to_lower(title.at[0]) != title.at[0];
	bool option = false;

	text_add(man->out, capitals ? STR_LITERAL(".SH \"") : STR_LITERAL(".SS \""));
	for (size_t i = 0; i < title.length; i++) {
		const char c = title.at[i];

		option = c != ' ' && (option || c == '-');
		if (c != '`' && c != '"')
			add_char(man, capitals && !option ? ascii_to_upper(c) : c, option);
	}
	text_add(man->out, STR_LITERAL("\"\n"));
	man->opened = true;
}

/* A new paragraph, if there is one before it. */
static void part(struct man *man)
{
	if (man->paragraph && !man->opened)
		text_add(man->out, STR_LITERAL(".PP\n"));
	man->paragraph = false;
	man->opened = false;
}

static void add_fence(struct man *man)
{
	man->literal = !man->literal;
	if (man->literal)
		part(man);
	text_add(man->out, man->literal ? STR_LITERAL(".RS 4\n.nf\n") : STR_LITERAL(".fi\n.RE\n"));
}

static void add_markdown_line(struct man *man, struct str line)
{
	const bool row = str_starts(line, "|");

	if (str_starts(line, "```"))
		add_fence(man);
	else if (man->literal)
		add_literal(man, line);
	else if (row)
		add_row(man, line);
	else if (str_starts(line, "### "))
		add_heading(man, false, str_part(line, 4, line.length));
	else if (str_starts(line, "## "))
		add_heading(man, true, str_part(line, 3, line.length));
	else if (str_trim(line).length == 0)
		man->paragraph = true;
	else if (!str_starts(line, "# ") && !str_starts(line, "<!--")) {
		if (str_starts(line, "* ") || str_starts(line, "- ")) {
			text_add(man->out, STR_LITERAL(".IP \\(bu 2\n"));
			line = str_part(line, 2, line.length);
			man->paragraph = false;
		}
		part(man);
		add_line(man, line);
	}
	man->table = row;
}

static void add_markdown(struct text *out, void (*add)(struct text *out, struct arena *arena),
			 struct arena *arena)
{
	struct man man = {.out = out, .opened = true};
	struct text page;
	struct str rest;
	struct str line;

	text_init(&page, arena);
	add(&page, arena);
	rest = text_str(&page);
	while (rest.length > 0) { /* str_next() would trim what is literal */
		const char *end = memchr(rest.at, '\n', rest.length);
		const size_t length = end ? (size_t)(end - rest.at) : rest.length;

		line = str_part(rest, 0, length);
		add_markdown_line(&man, line);
		rest = str_part(rest, length + 1, rest.length);
	}
}

/* ---- Pages ---- */

static void add_title(struct text *out, const char *name, int section, const char *doc)
{
	text_addf(out, ".\\\" Made from the program's tables.\n.TH ");
	for (size_t i = 0; name[i]; i++)
		text_add_char(out, ascii_to_upper(name[i]));
	text_addf(out,
		  " %d \"\" \"slurryscreen %s\" \"slurryscreen\"\n"
		  ".SH NAME\n%s \\- %s\n",
		  section, SLURRYSCREEN_VERSION, name, doc);
}

static void add_see_also(struct text *out, const char *text)
{
	text_addf(out, ".SH \"SEE ALSO\"\n%s\n", text);
}

void docs_add_man_program(struct text *out, struct arena *arena)
{
	add_title(out, "slurryscreen", 1, "rank solvents and binders for a sulfide electrolyte");
	text_addf(
	    out,
	    ".SH SYNOPSIS\n"
	    ".B slurryscreen\n\\fB\\-\\-se\\fR \\fINAME\\fR [\\fIOPTION\\fR...]\n.br\n"
	    ".B slurryscreen\n\\fICOMMAND\\fR [\\fIOPTION\\fR...]\n"
	    ".SH DESCRIPTION\n"
	    "Ranks combinations of solvent, binder and sulfide solid electrolyte for casting "
	    "the sheets of all\\-solid\\-state batteries, from a sourced database that is "
	    "built into the program, and says for every score where it comes from and how "
	    "sure it is.\n.PP\n"
	    "The short name of the program is \\fBscreen\\fR, which this page uses; it is left "
	    "out where GNU screen has it.\n.SH COMMANDS\n");
	add_markdown(out, docs_add_commands, arena);
	text_addf(
	    out, ".SH ENVIRONMENT\n"
		 ".TP\n\\fBNO_COLOR\\fR\nNot empty: no colours, unless \\-\\-color asks for them.\n"
		 ".TP\n\\fBCOLUMNS\\fR\nWidth of tables where the output is no terminal.\n"
		 ".TP\n\\fBLC_ALL\\fR, \\fBLC_CTYPE\\fR, \\fBLANG\\fR\n"
		 "Bars and dashes are plain ASCII unless the locale is one of UTF\\-8.\n"
		 ".TP\n\\fBTERM\\fR\n\\fBdumb\\fR: no colours, and no progress.\n");
	add_see_also(out, ".BR slurryscreen\\-data (5),\n.BR slurryscreen\\-model (5)");
}

void docs_add_man_data(struct text *out, struct arena *arena)
{
	add_title(out, "slurryscreen-data", 5, "tables of materials for slurryscreen");
	text_addf(
	    out,
	    ".SH DESCRIPTION\n"
	    "CSV files in UTF\\-8 with a head, one row a material, or one JSON file with the "
	    "same tables. With \\fB\\-\\-add\\fR they are laid over the built\\-in database: a "
	    "row with a known id replaces field by field, a new one adds. With "
	    "\\fB\\-\\-data\\fR they replace it. \\fBslurryscreen template\\fR \\fITABLE\\fR "
	    "writes a file to be filled in, \\fBslurryscreen validate\\fR \\fIFILE\\fR checks "
	    "one.\n.SH COLUMNS\n");
	add_markdown(out, docs_add_properties, arena);
	add_see_also(out, ".BR slurryscreen (1),\n.BR slurryscreen\\-model (5)");
}

void docs_add_man_model(struct text *out, struct arena *arena)
{
	add_title(out, "slurryscreen-model", 5, "rules for slurryscreen");
	text_addf(out, ".SH DESCRIPTION\n");
	add_markdown(out, docs_add_model_files, arena);
	add_see_also(out, ".BR slurryscreen (1),\n.BR slurryscreen\\-data (5)");
}
