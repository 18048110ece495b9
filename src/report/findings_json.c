/* SPDX-License-Identifier: MIT */
/* One record a run, also when all is well; docs/ci.md describes it. */
#include "read/json.h"
#include "report/findings_parts.h"

static void add_member(struct text *out, const char *key, struct str value)
{
	json_write_string(out, str_from(key));
	text_add(out, STR_LITERAL(": "));
	json_write_string(out, value);
}

static void add_next(struct text *out, bool first)
{
	text_add(out, first ? STR_LITERAL("\n") : STR_LITERAL(",\n"));
}

static const char *status_word(const struct findings *findings)
{
	if (findings->severities[DIAG_ERROR] > 0)
		return "errors";
	return findings->severities[DIAG_WARNING] > 0 ? "warnings" : "clean";
}

static void add_counts(struct text *out, const size_t severities[3])
{
	text_addf(out, "\"errors\": %zu, \"warnings\": %zu, \"notes\": %zu", severities[DIAG_ERROR],
		  severities[DIAG_WARNING], severities[DIAG_NOTE]);
}

static void add_head(struct text *out, const struct findings *findings)
{
	text_add(out,
		 STR_LITERAL("{\n  \"format\": \"slurryscreen-findings/1\",\n  \"program\": "));
	text_addf(out, "\"" STR_FORMAT " " STR_FORMAT "\",\n", STR_ARGS(findings->program),
		  STR_ARGS(findings->version));
	text_addf(out, "  \"status\": \"%s\",\n  \"failed\": %s,\n  \"counts\": {",
		  status_word(findings), findings_fail(findings) ? "true" : "false");
	add_counts(out, findings->severities);
	text_addf(out, ", \"not_shown\": %zu},\n", findings->not_shown);
}

static void add_files(struct text *out, const struct findings *findings, struct arena *scratch)
{
	text_add(out, STR_LITERAL("  \"files\": ["));
	for (size_t i = 0; i < findings->file_count; i++) {
		const struct finding_file *const file = &findings->files[i];

		add_next(out, i == 0);
		text_add(out, STR_LITERAL("    {"));
		add_member(out, "name", str_from(findings_plain(scratch, str_from(file->name))));
		text_add(out, STR_LITERAL(", \"kind\": "));
		if (file->kind)
			json_write_string(out, str_from(file->kind));
		else
			text_add(out, STR_LITERAL("null"));
		text_addf(out, ", \"rows\": %zu, ", file->rows);
		add_counts(out, file->severities);
		text_add_char(out, '}');
	}
	text_add(out, STR_LITERAL("\n  ],\n"));
}

static void add_checks(struct text *out, const struct findings *findings)
{
	text_add(out, STR_LITERAL("  \"checks\": ["));
	for (size_t i = 0; i < findings->rule_count; i++) {
		const struct finding_rule *const rule = &findings->rules[i];

		add_next(out, i == 0);
		text_addf(out,
			  "    {\"slug\": \"%s\", \"applied\": %zu, \"found\": %zu, "
			  "\"passed\": %s}",
			  diag_rules[rule->id].slug, rule->applied, rule->found,
			  rule->found == 0 ? "true" : "false");
	}
	text_add(out, STR_LITERAL("\n  ],\n"));
}

static void add_place(struct text *out, const struct finding *finding)
{
	if (!finding->place.source) {
		text_add(out, STR_LITERAL("\"file\": null"));
		return;
	}
	add_member(out, "file", str_from(finding->file));
	text_addf(out, ", \"line\": %zu, \"column\": %zu, \"end_line\": %zu, \"end_column\": %zu",
		  finding->from.line, finding->from.column, finding->to.line, finding->to.column);
}

static void add_findings(struct text *out, const struct findings *findings)
{
	text_add(out, STR_LITERAL("  \"findings\": ["));
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *const finding = &findings->items[i];

		add_next(out, i == 0);
		text_addf(out, "    {\"slug\": \"%s\", \"severity\": \"%s\", \"waived\": %s, ",
			  diag_rules[finding->id].slug, findings_severity_word(finding->severity),
			  finding->waived ? "true" : "false");
		add_place(out, finding);
		text_add(out, STR_LITERAL(", "));
		add_member(out, "message", str_from(finding->message));
		text_add(out, STR_LITERAL(", \"hint\": "));
		if (finding->hint)
			json_write_string(out, str_from(finding->hint));
		else
			text_add(out, STR_LITERAL("null"));
		text_add_char(out, '}');
	}
	text_add(out, STR_LITERAL("\n  ],\n"));
}

static void add_repairs(struct text *out, const struct findings *findings, struct arena *scratch)
{
	text_add(out, STR_LITERAL("  \"repairs\": ["));
	for (size_t i = 0; i < findings->repair_count; i++) {
		const struct finding_repair *const repair = &findings->repairs[i];

		add_next(out, i == 0);
		text_add(out, STR_LITERAL("    {"));
		add_member(out, "file", str_from(findings_plain(scratch, str_from(repair->file))));
		text_addf(out, ", \"line\": %zu, \"column\": %zu, ", repair->at.line,
			  repair->at.column);
		add_member(out, "what", str_from(repair->what));
		text_add(out, STR_LITERAL(", "));
		add_member(out, "before", repair->before);
		text_add(out, STR_LITERAL(", "));
		add_member(out, "after", repair->after);
		text_add_char(out, '}');
	}
	text_add(out, STR_LITERAL("\n  ]\n}\n"));
}

bool findings_write_json(const struct findings *findings, const struct findings_options *options,
			 struct arena *scratch, FILE *out)
{
	struct text text;

	(void)options;
	text_init(&text, scratch);
	add_head(&text, findings);
	add_files(&text, findings, scratch);
	add_checks(&text, findings);
	add_findings(&text, findings);
	add_repairs(&text, findings, scratch);
	return findings_flush(&text, out);
}
