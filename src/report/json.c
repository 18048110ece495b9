/* SPDX-License-Identifier: MIT */
/*
 * JSON: one object with the head's fields and the rows, indented by two blanks. An object or array
 * that is short stands on one line.
 */
#include "report/formats.h"
#include "report/json_parts.h"

enum {
	JSON_LINE_MAX = 100, /* columns */
	JSON_INDENT = 2,
};

static void new_line(struct text *text, size_t indent)
{
	text_add_char(text, '\n');
	for (size_t i = 0; i < indent; i++)
		text_add_char(text, ' ');
}

static struct str pretty(struct value value, size_t indent, size_t column, struct arena *arena);

/* A member with its key, as it looks on a line of its own. */
static struct str pretty_member(const struct json_pair *member, size_t indent, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	if (member->key) {
		json_add_string(&text, str_from(member->key));
		text_add(&text, STR_LITERAL(": "));
	}
	text_add(&text, pretty(member->value, indent, indent + text.length, arena));
	return text_str(&text);
}

/* Do all of them fit on the rest of a line, with ", " between them? */
static bool fit_on_line(const struct str *members, size_t count, size_t column)
{
	size_t length = column + 2; /* brackets */

	for (size_t i = 0; i < count; i++) {
		length += members[i].length + (i > 0 ? 2 : 0);
		if (length > JSON_LINE_MAX || str_contains(members[i], STR_LITERAL("\n")))
			return false;
	}
	return true;
}

static struct str pretty_compound(struct value value, size_t indent, size_t column,
				  struct arena *arena)
{
	const bool is_list = value.kind == VALUE_LIST;
	size_t count;
	const struct json_pair *members = json_pairs(value, &count, arena);
	struct str *texts = ARENA_NEW(arena, count, struct str);
	struct text text;
	bool one_line;

	for (size_t i = 0; i < count; i++)
		texts[i] = pretty_member(&members[i], indent + JSON_INDENT, arena);
	one_line = fit_on_line(texts, count, column);
	text_init(&text, arena);
	text_add_char(&text, is_list ? '[' : '{');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			text_add(&text, str_from(one_line ? ", " : ","));
		if (!one_line)
			new_line(&text, indent + JSON_INDENT);
		text_add(&text, texts[i]);
	}
	if (!one_line)
		new_line(&text, indent);
	text_add_char(&text, is_list ? ']' : '}');
	return text_str(&text);
}

/* indent: of the line on which value begins; column: where on it. */
static struct str pretty(struct value value, size_t indent, size_t column, struct arena *arena)
{
	struct text text;

	if (json_is_compound(value))
		return pretty_compound(value, indent, column, arena);
	text_init(&text, arena);
	json_add_scalar(&text, value);
	return text_str(&text);
}

static void put_head(const struct report *report, struct arena *arena, FILE *out)
{
	const struct json_pair *members = NULL;
	size_t count = 0;
	struct text text;

	if (report->head.kind == VALUE_RECORD)
		members = json_pairs(report->head, &count, arena);
	text_init(&text, arena);
	text_add(&text, STR_LITERAL("{\n  \"format\": "));
	json_add_string(&text, str_from(report->format));
	for (size_t i = 0; i < count; i++) {
		text_add_char(&text, ',');
		new_line(&text, JSON_INDENT);
		text_add(&text, pretty_member(&members[i], JSON_INDENT, arena));
	}
	stream_put(out, text_str(&text));
}

static void put_row(const struct report *report, size_t row, struct arena *arena, FILE *out)
{
	const size_t indent = (size_t)2 * JSON_INDENT;
	struct text text;

	text_init(&text, arena);
	if (row > 0)
		text_add_char(&text, ',');
	new_line(&text, indent);
	text_add(&text,
		 pretty(value_record(report->type, report->rows[row]), indent, indent, arena));
	stream_put(out, text_str(&text));
}

/* ,"rows_key": [...] */
static void put_rows(const struct report *report, struct arena *scratch, FILE *out)
{
	struct arena *row_arena = row_arena_new(scratch);
	struct text text;

	text_init(&text, scratch);
	text_add_char(&text, ',');
	new_line(&text, JSON_INDENT);
	json_add_string(&text, str_from(report->rows_key));
	text_add(&text, STR_LITERAL(": ["));
	stream_put(out, text_str(&text));
	for (size_t i = 0; i < report->row_count; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		put_row(report, i, row_arena, out);
		arena_clear(row_arena);
	}
	stream_put(out, str_from(report->row_count > 0 ? "\n  ]" : "]"));
}

bool format_json(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out)
{
	(void)options;
	put_head(report, scratch, out);
	if (report->part_count == 0)
		put_rows(report, scratch, out);
	for (size_t i = 0; i < report->part_count; i++)
		put_rows(&report->parts[i], scratch, out);
	stream_put(out, STR_LITERAL("\n}\n"));
	return stream_end(out);
}
