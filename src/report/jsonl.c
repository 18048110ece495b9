/* SPDX-License-Identifier: MIT */
/* JSON lines: one compact object a line, the head first. */
#include "report/formats.h"
#include "report/json_parts.h"

static void add_value(struct text *text, struct value value);

static void add_members(struct text *text, struct value value, bool first)
{
	size_t count;
	const struct json_pair *members = json_pairs(value, &count, text->arena);

	for (size_t i = 0; i < count; i++) {
		if (!first || i > 0)
			text_add_char(text, ',');
		if (members[i].key) {
			json_add_string(text, str_from(members[i].key));
			text_add_char(text, ':');
		}
		add_value(text, members[i].value);
	}
}

static void add_value(struct text *text, struct value value)
{
	if (!json_is_compound(value)) {
		json_add_scalar(text, value);
		return;
	}
	text_add_char(text, value.kind == VALUE_LIST ? '[' : '{');
	add_members(text, value, true);
	text_add_char(text, value.kind == VALUE_LIST ? ']' : '}');
}

static void put_head(const struct report *report, struct arena *arena, FILE *out)
{
	struct text text;

	text_init(&text, arena);
	text_add(&text, STR_LITERAL("{\"format\":"));
	json_add_string(&text, str_from(report->format));
	if (report->head.kind == VALUE_RECORD)
		add_members(&text, report->head, false);
	text_add(&text, STR_LITERAL("}\n"));
	stream_put(out, text_str(&text));
}

static void put_row(const struct report *report, size_t row, struct arena *arena, FILE *out)
{
	struct text text;

	text_init(&text, arena);
	add_value(&text, value_record(report->type, report->rows[row]));
	text_add_char(&text, '\n');
	stream_put(out, text_str(&text));
}

bool format_jsonl(const struct report *report, const struct format_options *options,
		  struct arena *scratch, FILE *out)
{
	struct arena *row_arena = row_arena_new(scratch);

	(void)options;
	put_head(report, scratch, out);
	for (size_t i = 0; i < report->row_count; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		put_row(report, i, row_arena, out);
		arena_clear(row_arena);
	}
	return stream_end(out);
}
