/* SPDX-License-Identifier: MIT */
/*
 * Workflow commands of GitHub Actions. A step shows at most ten annotations of a kind; the rest is
 * counted in a plain closing line.
 */
#include "report/findings_parts.h"

enum { ANNOTATIONS_MAX = 10 };

static const char *const commands[] = {
    [DIAG_NOTE] = "notice", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

/* Data escapes '%', CR and LF; properties also ':' and ','. */
static void add_escaped(struct text *out, const char *s, bool property)
{
	for (; *s; s++) {
		if (*s == '%' || *s == '\r' || *s == '\n' || (property && (*s == ':' || *s == ',')))
			text_addf(out, "%%%02X", (unsigned)(unsigned char)*s);
		else
			text_add_char(out, *s);
	}
}

static void add_annotation(struct text *out, const struct finding *finding)
{
	text_addf(out, "::%s title=%s", commands[finding->severity], diag_rules[finding->id].slug);
	if (finding->place.source) {
		text_add(out, STR_LITERAL(",file="));
		add_escaped(out, finding->file, true);
		text_addf(out, ",line=%zu,endLine=%zu,col=%zu,endColumn=%zu", finding->from.line,
			  finding->to.line, finding->from.column, finding->to.column);
	}
	text_add(out, STR_LITERAL("::"));
	add_escaped(out, finding->message, false);
	if (finding->hint) {
		text_add(out, STR_LITERAL("%0A"));
		add_escaped(out, finding->hint, false);
	}
	text_add_char(out, '\n');
}

/* "screen: 27 more errors and 3 more notices are not shown as annotations" */
static void add_rest(struct text *out, const struct findings *findings, const size_t shown[3])
{
	static const enum diag_severity order[] = {DIAG_ERROR, DIAG_WARNING, DIAG_NOTE};
	size_t named = 0;

	for (size_t i = 0; i < 3; i++) {
		const size_t more = findings->severities[order[i]] - shown[order[i]];

		if (more == 0)
			continue;
		text_addf(out, "%s%zu more %s%s", named++ > 0 ? ", " : "screen: ", more,
			  commands[order[i]], more == 1 ? "" : "s");
	}
	if (named > 0)
		text_addf(out, " not shown: GitHub shows %d annotations of a kind\n",
			  ANNOTATIONS_MAX);
}

bool findings_write_github(const struct findings *findings, const struct findings_options *options,
			   struct arena *scratch, FILE *out)
{
	size_t shown[3] = {0, 0, 0};
	struct text text;

	(void)options;
	text_init(&text, scratch);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *const finding = &findings->items[i];

		if (shown[finding->severity] == ANNOTATIONS_MAX)
			continue;
		shown[finding->severity]++;
		add_annotation(&text, finding);
	}
	add_rest(&text, findings, shown);
	return findings_flush(&text, out);
}
