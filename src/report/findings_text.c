/* SPDX-License-Identifier: MIT */
/*
 * As compilers print it. One fault that stands many times is one message with a count: findings of
 * one file and slug whose messages begin alike, up to the first digit or quote.
 */
#include <string.h>

#include "report/findings_parts.h"

/* So many of a kind are printed one by one. */
enum { GROUP_MAX = 3 };
/* Places that the closing line of a group names. */
enum { GROUP_PLACES = 12 };

static size_t stem_length(const char *message)
{
	return strcspn(message, "0123456789\"'");
}

static bool is_alike(const struct finding *a, const struct finding *b)
{
	const size_t length = stem_length(a->message);

	if (a->id != b->id || a->severity != b->severity || strcmp(a->file, b->file) != 0)
		return false;
	/* What is waived has been read by somebody. */
	return (a->waived && b->waived) ||
	       (stem_length(b->message) == length && strncmp(a->message, b->message, length) == 0);
}

struct grouping {
	const struct findings *findings;
	size_t *leader; /* of each finding: the first that is like it */
	size_t *size;   /* of each leader's group */
};

/* Hashed by slug: only leaders of one slug are compared. */
static void group(struct grouping *grouping, struct arena *scratch)
{
	const struct findings *const findings = grouping->findings;
	size_t *previous = ARENA_NEW(scratch, findings->count, size_t);
	size_t last[DIAG_COUNT];

	memset(last, 0xff, sizeof last);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *const finding = &findings->items[i];
		size_t leader = last[finding->id];

		while (leader != SIZE_MAX && !is_alike(&findings->items[leader], finding))
			leader = previous[leader];
		if (leader == SIZE_MAX) {
			leader = i;
			previous[i] = last[finding->id];
			last[finding->id] = i;
		}
		grouping->leader[i] = leader;
		grouping->size[leader]++;
	}
}

/* "and 497 more like this, at 14:23, 17:23, ..." */
static const char *group_hint(const struct grouping *grouping, size_t leader, struct arena *scratch)
{
	const struct findings *const findings = grouping->findings;
	size_t named = 0;
	struct text hint;

	text_init(&hint, scratch);
	if (findings->items[leader].hint)
		text_addf(&hint, "%s\n", findings->items[leader].hint);
	text_addf(&hint, "and %zu more like this, at", grouping->size[leader] - 1);
	for (size_t i = leader + 1; i < findings->count && named < GROUP_PLACES; i++)
		if (grouping->leader[i] == leader)
			text_addf(&hint, "%s %zu:%zu", named++ > 0 ? "," : "",
				  findings->items[i].from.line, findings->items[i].from.column);
	if (grouping->size[leader] - 1 > named)
		text_add(&hint, STR_LITERAL(", ..."));
	return hint.at;
}

/* A sink that holds what is to be printed, in this order. */
static struct diag_sink sink_of(const struct grouping *grouping, struct arena *scratch)
{
	const struct findings *const findings = grouping->findings;
	struct diag_sink sink;

	diag_sink_init(&sink, scratch);
	sink.limit_per_rule = SIZE_MAX;
	sink.items = ARENA_NEW(scratch, findings->count, struct diag);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *const finding = &findings->items[i];
		const size_t leader = grouping->leader[i];
		const bool many = grouping->size[leader] > GROUP_MAX;

		if (many && leader != i)
			continue;
		sink.items[sink.count] =
		    (struct diag){finding->id,
				  finding->severity,
				  finding->place,
				  finding->message,
				  many ? group_hint(grouping, leader, scratch) : finding->hint,
				  sink.count};
		sink.count++;
	}
	return sink;
}

static void add_repairs(struct text *text, const struct findings *findings)
{
	for (size_t i = 0; i < findings->repair_count; i++) {
		const struct finding_repair *const repair = &findings->repairs[i];

		text_addf(text, "%s:%zu:%zu: repaired: %s: \"", repair->file, repair->at.line,
			  repair->at.column, repair->what);
		text_add_visible(text, repair->before);
		text_add(text, STR_LITERAL("\" -> \""));
		text_add_visible(text, repair->after);
		text_add(text, STR_LITERAL("\"\n"));
	}
	if (findings->repaired)
		text_addf(text, "screen: %zu repair%s written\n", findings->repair_count,
			  findings->repair_count == 1 ? "" : "s");
}

static void add_summary(struct text *text, const struct findings *findings)
{
	size_t rows = 0;

	for (size_t i = 0; i < findings->file_count; i++)
		rows += findings->files[i].rows;
	text_add(text, STR_LITERAL("screen: "));
	findings_add_count(text, findings->severities[DIAG_ERROR], "error");
	text_add(text, STR_LITERAL(", "));
	findings_add_count(text, findings->severities[DIAG_WARNING], "warning");
	text_add(text, STR_LITERAL(", "));
	findings_add_count(text, findings->severities[DIAG_NOTE], "note");
	text_add(text, STR_LITERAL(" in "));
	findings_add_count(text, findings->file_count, "file");
	text_add(text, STR_LITERAL(" with "));
	findings_add_count(text, rows, "row");
	if (findings->not_shown > 0)
		text_addf(text, "; %zu not shown", findings->not_shown);
	text_add_char(text, '\n');
}

bool findings_write_text(const struct findings *findings, const struct findings_options *options,
			 struct arena *scratch, FILE *out)
{
	struct grouping grouping = {findings, ARENA_NEW(scratch, findings->count, size_t),
				    ARENA_NEW(scratch, findings->count, size_t)};
	struct diag_sink sink;
	struct text text;

	group(&grouping, scratch);
	sink = sink_of(&grouping, scratch);
	diag_print(&sink, scratch, out, options->colour);
	text_init(&text, scratch);
	add_repairs(&text, findings);
	if (!options->quiet)
		add_summary(&text, findings);
	return findings_flush(&text, out) && !ferror(out);
}
