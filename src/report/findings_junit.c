/* SPDX-License-Identifier: MIT */
/*
 * JUnit XML: a suite a file, a case a finding, and one case for the file where there is none. What
 * fails the run is a failure; what does not, a case with output.
 */
#include <string.h>

#include "report/findings_parts.h"

static void add_escaped(struct text *out, struct arena *scratch, const char *s)
{
	struct str rest = str_from(s);
	struct str line;
	bool first = true;

	while (str_next(&rest, '\n', &line)) {
		if (!first)
			text_add(out, STR_LITERAL("&#10;"));
		first = false;
		for (const char *c = findings_plain(scratch, line); *c; c++) {
			if (*c == '<')
				text_add(out, STR_LITERAL("&lt;"));
			else if (*c == '>')
				text_add(out, STR_LITERAL("&gt;"));
			else if (*c == '&')
				text_add(out, STR_LITERAL("&amp;"));
			else if (*c == '"')
				text_add(out, STR_LITERAL("&quot;"));
			else
				text_add_char(out, *c);
		}
	}
}

static bool is_failure(const struct findings *findings, const struct finding *finding)
{
	return finding->severity == DIAG_ERROR ||
	       (findings->strict && finding->severity == DIAG_WARNING);
}

static bool is_in(const struct finding *finding, const char *file)
{
	return strcmp(finding->file, file) == 0;
}

static void add_case(struct text *out, struct arena *scratch, const struct findings *findings,
		     const struct finding *finding)
{
	const bool failure = is_failure(findings, finding);

	text_add(out, STR_LITERAL("    <testcase classname=\""));
	add_escaped(out, scratch, finding->file);
	text_addf(out, "\" name=\"%s %zu:%zu\">\n      ", diag_rules[finding->id].slug,
		  finding->from.line, finding->from.column);
	if (failure) {
		text_addf(out, "<failure type=\"%s\" message=\"",
			  findings_severity_word(finding->severity));
		add_escaped(out, scratch, finding->message);
		text_add(out, STR_LITERAL("\">"));
	} else {
		text_addf(out, "<system-out>%s: ", findings_severity_word(finding->severity));
	}
	add_escaped(out, scratch, finding->file);
	text_addf(out, ":%zu:%zu: ", finding->from.line, finding->from.column);
	add_escaped(out, scratch, finding->message);
	if (finding->hint) {
		text_add(out, STR_LITERAL("&#10;hint: "));
		add_escaped(out, scratch, finding->hint);
	}
	text_addf(out, "</%s>\n    </testcase>\n", failure ? "failure" : "system-out");
}

static void add_suite(struct text *out, struct arena *scratch, const struct findings *findings,
		      const char *file)
{
	const char *const name = *file ? file : "(run)";
	size_t failures = 0;
	size_t cases = 0;

	for (size_t i = 0; i < findings->count; i++)
		if (is_in(&findings->items[i], file)) {
			cases++;
			failures += is_failure(findings, &findings->items[i]);
		}
	text_add(out, STR_LITERAL("  <testsuite name=\""));
	add_escaped(out, scratch, name);
	text_addf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", cases ? cases : 1,
		  failures);
	for (size_t i = 0; i < findings->count; i++)
		if (is_in(&findings->items[i], file))
			add_case(out, scratch, findings, &findings->items[i]);
	if (cases == 0) {
		text_add(out, STR_LITERAL("    <testcase classname=\""));
		add_escaped(out, scratch, name);
		text_add(out, STR_LITERAL("\" name=\"validate\"/>\n"));
	}
	text_add(out, STR_LITERAL("  </testsuite>\n"));
}

bool findings_write_junit(const struct findings *findings, const struct findings_options *options,
			  struct arena *scratch, FILE *out)
{
	struct text text;
	bool nowhere = false;

	(void)options;
	text_init(&text, scratch);
	text_add(&text, STR_LITERAL("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				    "<testsuites name=\"screen validate\">\n"));
	for (size_t i = 0; i < findings->count; i++)
		nowhere |= !findings->items[i].place.source;
	if (nowhere)
		add_suite(&text, scratch, findings, "");
	for (size_t i = 0; i < findings->file_count; i++)
		add_suite(&text, scratch, findings,
			  findings_plain(scratch, str_from(findings->files[i].name)));
	text_add(&text, STR_LITERAL("</testsuites>\n"));
	return findings_flush(&text, out);
}
