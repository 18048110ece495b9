/* SPDX-License-Identifier: MIT */
#include "report/findings.h"

#include "report/findings_parts.h"

const struct findings_format findings_formats[] = {
    {"text", "as compilers print it, for people", findings_write_text},
    {"json", "one record, slurryscreen-findings/1", findings_write_json},
    {"sarif", "SARIF 2.1.0, for code scanning", findings_write_sarif},
    {"github", "workflow commands of GitHub Actions", findings_write_github},
    {"junit", "JUnit XML, for test reports", findings_write_junit},
};
const size_t findings_format_count = sizeof findings_formats / sizeof *findings_formats;

const char *findings_severity_word(enum diag_severity severity)
{
	static const char *const words[] = {
	    [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

	return words[severity];
}

const char *findings_plain(struct arena *arena, struct str s)
{
	struct text text;

	text_init(&text, arena);
	text_add_visible(&text, s);
	return text.at;
}

const char *findings_plain_lines(struct arena *arena, const char *s)
{
	struct str rest = str_from(s);
	struct text text;
	struct str line;

	text_init(&text, arena);
	while (str_next(&rest, '\n', &line)) {
		if (text.length > 0)
			text_add_char(&text, '\n');
		text_add_visible(&text, line);
	}
	return text.at;
}

bool findings_flush(const struct text *text, FILE *out)
{
	return fwrite(text->at, 1, text->length, out) == text->length;
}

void findings_add_count(struct text *out, size_t count, const char *what)
{
	text_addf(out, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

static enum diag_severity level_severity(enum diag_severity severity, enum finding_level level)
{
	if (level == FINDING_ERROR)
		return DIAG_ERROR;
	if (level == FINDING_ON && severity == DIAG_NOTE)
		return DIAG_WARNING;
	return severity;
}

static bool is_waived(const struct diag *diag)
{
	return diag->severity == DIAG_NOTE && diag_rules[diag->id].severity != DIAG_NOTE;
}

struct collector {
	struct arena *arena;
	struct source_cursor cursor;
};

static void locate(struct collector *collector, struct finding *finding)
{
	const struct place place = finding->place;
	struct source_cursor end;

	if (!place.source)
		return;
	if (collector->cursor.source != place.source)
		source_cursor_init(&collector->cursor, place.source);
	finding->from = source_cursor_move(&collector->cursor, place.offset);
	end = collector->cursor;
	finding->to = source_cursor_move(&end, place.offset + place.length);
}

static struct finding finding_from(struct collector *collector, const struct diag *diag,
				   enum finding_level level)
{
	const bool waived = is_waived(diag);
	struct finding finding = {
	    diag->id, waived ? DIAG_NOTE : level_severity(diag->severity, level),
	    waived,   diag->place,
	    "",       {0, 0},
	    {0, 0},   findings_plain(collector->arena, str_from(diag->message)),
	    NULL};

	if (diag->hint)
		finding.hint = findings_plain_lines(collector->arena, diag->hint);
	if (diag->place.source)
		finding.file = findings_plain(collector->arena, str_from(diag->place.source->name));
	locate(collector, &finding);
	return finding;
}

/* All that were found of a rule, waived ones apart, whether kept or not. */
static void count_rule(struct findings *findings, const struct diag_sink *sink, enum diag_id id,
		       enum finding_level level)
{
	size_t waived = 0;

	for (size_t i = 0; i < sink->count; i++)
		waived += sink->items[i].id == id && is_waived(&sink->items[i]);
	findings->found[id] = sink->total[id];
	findings->severities[DIAG_NOTE] += waived;
	findings->severities[level_severity(diag_rules[id].severity, level)] +=
	    sink->total[id] - waived;
}

struct findings findings_collect(const struct diag_sink *sink, const enum finding_level *levels,
				 size_t max, struct arena *arena)
{
	const struct diag *const sorted = diag_sorted(sink, arena);
	struct finding *items = ARENA_NEW(arena, sink->count, struct finding);
	struct collector collector = {arena, {0}};
	struct findings findings = {.items = items};
	size_t all = 0;

	for (int id = 0; id < DIAG_COUNT; id++)
		if (levels[id] != FINDING_OFF && sink->total[id] > 0) {
			count_rule(&findings, sink, (enum diag_id)id, levels[id]);
			all += sink->total[id];
		}
	for (size_t i = 0; i < sink->count && findings.count < max; i++)
		if (levels[sorted[i].id] != FINDING_OFF)
			items[findings.count++] =
			    finding_from(&collector, &sorted[i], levels[sorted[i].id]);
	findings.not_shown = all - findings.count;
	return findings;
}

bool findings_fail(const struct findings *findings)
{
	return findings->severities[DIAG_ERROR] > 0 ||
	       (findings->strict && findings->severities[DIAG_WARNING] > 0);
}
