/* SPDX-License-Identifier: MIT */
/*
 * SARIF 2.1.0 (OASIS Standard, 2020): one run, one rule a slug, one result a finding. Columns count
 * code points. Waived findings are suppressed results, so that nothing is lost.
 */
#include "read/json.h"
#include "report/findings_parts.h"

static const char schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

static void add_message(struct text *out, const char *key, struct str value)
{
	text_addf(out, "\"%s\": {\"text\": ", key);
	json_write_string(out, value);
	text_add_char(out, '}');
}

static void add_rule(struct text *out, const struct findings *findings, int id)
{
	const struct diag_rule *const rule = &diag_rules[id];

	text_addf(out, "%s\n          {\"id\": \"%s\", ", id > 0 ? "," : "", rule->slug);
	add_message(out, "shortDescription", str_from(rule->doc));
	text_add(out, STR_LITERAL(", "));
	add_message(out, "help", str_from(rule->doc));
	text_addf(out, ", \"helpUri\": \"" STR_FORMAT "/blob/main/docs/diagnostics.md\"",
		  STR_ARGS(findings->home));
	text_addf(out, ", \"defaultConfiguration\": {\"level\": \"%s\"}}",
		  findings_severity_word(rule->severity));
}

static void add_driver(struct text *out, const struct findings *findings)
{
	text_addf(out,
		  "      \"tool\": {\"driver\": {\n        \"name\": \"" STR_FORMAT
		  "\", \"version\": \"" STR_FORMAT "\", \"informationUri\": \"" STR_FORMAT
		  "\",\n        \"rules\": [",
		  STR_ARGS(findings->program), STR_ARGS(findings->version),
		  STR_ARGS(findings->home));
	for (int id = 0; id < DIAG_COUNT; id++)
		add_rule(out, findings, id);
	text_add(out, STR_LITERAL("\n        ]}},\n"));
}

static bool is_plain_in_uri(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || c == '.' || c == '_' ||
	       c == '~' || c == '/';
}

/* A relative path stays one; an absolute one gets the scheme. */
static void add_uri(struct text *out, const char *name)
{
	if (name[0] == '/')
		text_add(out, STR_LITERAL("file://"));
	for (; *name; name++) {
		if (is_plain_in_uri(*name))
			text_add_char(out, *name);
		else
			text_addf(out, "%%%02X", (unsigned)(unsigned char)*name);
	}
}

static void add_location(struct text *out, const struct finding *finding)
{
	if (!finding->place.source) {
		text_add(out, STR_LITERAL("\"locations\": []"));
		return;
	}
	text_add(out, STR_LITERAL("\"locations\": [{\"physicalLocation\": {"
				  "\"artifactLocation\": {\"uri\": \""));
	add_uri(out, finding->place.source->name);
	text_addf(out,
		  "\"}, \"region\": {\"startLine\": %zu, \"startColumn\": %zu, \"endLine\": %zu, "
		  "\"endColumn\": %zu}}}]",
		  finding->from.line, finding->from.column, finding->to.line, finding->to.column);
}

static void add_text_of(struct text *out, const struct finding *finding)
{
	text_add(out, STR_LITERAL("\"message\": {\"text\": "));
	if (finding->hint) {
		struct text whole;

		text_init(&whole, out->arena);
		text_addf(&whole, "%s\n%s", finding->message, finding->hint);
		json_write_string(out, text_str(&whole));
	} else {
		json_write_string(out, str_from(finding->message));
	}
	text_add_char(out, '}');
}

static void add_result(struct text *out, const struct finding *finding, bool first)
{
	text_addf(out, "%s\n        {\"ruleId\": \"%s\", \"ruleIndex\": %d, \"level\": \"%s\", ",
		  first ? "" : ",", diag_rules[finding->id].slug, (int)finding->id,
		  findings_severity_word(finding->severity));
	add_text_of(out, finding);
	text_add(out, STR_LITERAL(", "));
	add_location(out, finding);
	if (finding->waived) {
		text_add(out, STR_LITERAL(", \"suppressions\": [{\"kind\": \"external\", "
					  "\"justification\": "));
		json_write_string(out, str_from(finding->hint));
		text_add(out, STR_LITERAL("}]"));
	}
	text_add_char(out, '}');
}

static void add_artifacts(struct text *out, const struct findings *findings)
{
	text_add(out, STR_LITERAL("      \"artifacts\": ["));
	for (size_t i = 0; i < findings->file_count; i++) {
		text_addf(out, "%s\n        {\"location\": {\"uri\": \"", i > 0 ? "," : "");
		add_uri(out, findings->files[i].name);
		text_add(out, STR_LITERAL("\"}}"));
	}
	text_add(out, STR_LITERAL("\n      ],\n"));
}

bool findings_write_sarif(const struct findings *findings, const struct findings_options *options,
			  struct arena *scratch, FILE *out)
{
	struct text text;

	(void)options;
	text_init(&text, scratch);
	text_addf(&text,
		  "{\n  \"$schema\": \"%s\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n",
		  schema);
	add_driver(&text, findings);
	text_addf(&text,
		  "      \"columnKind\": \"unicodeCodePoints\",\n"
		  "      \"invocations\": [{\"executionSuccessful\": true, \"exitCode\": %d}],\n",
		  findings_fail(findings) ? 1 : 0);
	add_artifacts(&text, findings);
	text_add(&text, STR_LITERAL("      \"results\": ["));
	for (size_t i = 0; i < findings->count; i++)
		add_result(&text, &findings->items[i], i == 0);
	text_add(&text, STR_LITERAL("\n      ]\n    }\n  ]\n}\n"));
	return findings_flush(&text, out);
}
