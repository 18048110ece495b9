/* SPDX-License-Identifier: MIT */
/*
 * JSON: one object with the head's fields and the rows, indented by two blanks; what is short
 * stands on one line. JSON lines: the same objects compact, the head first. Numbers are the
 * shortest text that reads back to the same double; what is not finite is null.
 */
#include "read/json.h"

#include <math.h>

#include "base/number.h"
#include "report/formats.h"

enum {
	JSON_LINE_MAX = 100, /* an object or array that fits in is written on one line */
	JSON_INDENT = 2,
};

/* Where JSON goes; spaced: a blank after each colon and comma. */
struct json_out {
	struct text *text;
	bool spaced;
};

static void add_value(const struct json_out *json, struct value value);

static void add_number(struct text *text, double number)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, isfinite(number) ? number_write(buffer, number) : str_from("null"));
}

/* Names come checked; a command line may hold any bytes: what is not UTF-8 becomes visible. */
static void add_string(struct text *text, struct str s)
{
	struct text clean;

	if (utf8_check(s) < s.length) {
		text_init(&clean, text->arena);
		text_add_visible(&clean, s);
		s = text_str(&clean);
	}
	json_write_string(text, s);
}

static void add_key(const struct json_out *json, const char *key)
{
	json_write_string(json->text, str_from(key));
	text_add(json->text, str_from(json->spaced ? ": " : ":"));
}

static void add_comma(const struct json_out *json)
{
	text_add(json->text, str_from(json->spaced ? ", " : ","));
}

static void add_members(const struct json_out *json, struct value record, bool first)
{
	for (size_t i = 0; i < record.type->count; i++) {
		const struct field *field = &record.type->fields[i];

		if (!(field->where & FIELD_MACHINE))
			continue;
		if (!first)
			add_comma(json);
		first = false;
		add_key(json, field->key);
		add_value(json, field_get(field, record.row, json->text->arena));
	}
}

static void add_record(const struct json_out *json, struct value record)
{
	text_add_char(json->text, '{');
	add_members(json, record, true);
	text_add_char(json->text, '}');
}

static void add_num(const struct json_out *json, struct num num)
{
	text_add_char(json->text, '{');
	add_key(json, "value");
	add_number(json->text, num.value);
	add_comma(json);
	add_key(json, "low");
	add_number(json->text, num.low);
	add_comma(json);
	add_key(json, "high");
	add_number(json->text, num.high);
	add_comma(json);
	add_key(json, "state");
	json_write_string(json->text, str_from(num_state_word(num.state)));
	text_add_char(json->text, '}');
}

static void add_list(const struct json_out *json, struct value list)
{
	text_add_char(json->text, '[');
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			add_comma(json);
		add_value(json, list.items[i]);
	}
	text_add_char(json->text, ']');
}

/* On one line. */
static void add_value(const struct json_out *json, struct value value)
{
	switch (value.kind) {
	case VALUE_NULL:
		text_add(json->text, STR_LITERAL("null"));
		break;
	case VALUE_TEXT:
		add_string(json->text, value.text);
		break;
	case VALUE_NUMBER:
		add_number(json->text, value.number);
		break;
	case VALUE_FLAG:
		text_add(json->text, str_from(value.flag ? "true" : "false"));
		break;
	case VALUE_NUM:
		add_num(json, value.num);
		break;
	case VALUE_RECORD:
		add_record(json, value);
		break;
	case VALUE_LIST:
		add_list(json, value);
		break;
	}
}

static void new_line(struct text *text, size_t indent)
{
	text_add_char(text, '\n');
	for (size_t i = 0; i < indent; i++)
		text_add_char(text, ' ');
}

static void add_pretty(struct text *text, struct value value, size_t indent);

static void add_pretty_members(struct text *text, struct value record, size_t indent, bool first)
{
	const struct json_out json = {text, true};

	for (size_t i = 0; i < record.type->count; i++) {
		const struct field *field = &record.type->fields[i];

		if (!(field->where & FIELD_MACHINE))
			continue;
		if (!first)
			text_add_char(text, ',');
		first = false;
		new_line(text, indent);
		add_key(&json, field->key);
		add_pretty(text, field_get(field, record.row, text->arena), indent);
	}
}

static void add_pretty_items(struct text *text, struct value list, size_t indent)
{
	for (size_t i = 0; i < list.count; i++) {
		if (i > 0)
			text_add_char(text, ',');
		new_line(text, indent);
		add_pretty(text, list.items[i], indent);
	}
}

/* Columns used since the last line end. */
static size_t column_of(const struct text *text)
{
	size_t start = text->length;

	while (start > 0 && text->at[start - 1] != '\n')
		start--;
	return text->length - start;
}

/* On one line if it fits, else one line a member or item; indent is that of value's own line. */
static void add_pretty(struct text *text, struct value value, size_t indent)
{
	const struct json_out json = {text, true};
	const size_t start = text->length;

	add_value(&json, value);
	if ((value.kind != VALUE_RECORD && value.kind != VALUE_LIST) ||
	    column_of(text) <= JSON_LINE_MAX)
		return;
	text->length = start; /* too long: once more */
	text_add_char(text, value.kind == VALUE_RECORD ? '{' : '[');
	if (value.kind == VALUE_RECORD)
		add_pretty_members(text, value, indent + JSON_INDENT, true);
	else
		add_pretty_items(text, value, indent + JSON_INDENT);
	new_line(text, indent);
	text_add_char(text, value.kind == VALUE_RECORD ? '}' : ']');
}

static void put_json_head(const struct report *report, struct arena *arena, FILE *out)
{
	struct text text;
	const struct json_out json = {&text, true};

	text_init(&text, arena);
	text_add_char(&text, '{');
	new_line(&text, JSON_INDENT);
	add_key(&json, "format");
	add_string(&text, str_from(report->format));
	if (report->head.kind == VALUE_RECORD)
		add_pretty_members(&text, report->head, JSON_INDENT, false);
	text_add_char(&text, ',');
	new_line(&text, JSON_INDENT);
	add_key(&json, report->rows_key);
	text_add_char(&text, '[');
	stream_put(out, text_str(&text));
}

static void put_json_row(const struct report *report, size_t row, struct arena *arena, FILE *out)
{
	struct text text;

	text_init(&text, arena);
	if (row > 0)
		text_add_char(&text, ',');
	new_line(&text, (size_t)2 * JSON_INDENT);
	add_pretty(&text, value_record(report->type, report->rows[row]), (size_t)2 * JSON_INDENT);
	stream_put(out, text_str(&text));
}

bool format_json(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out)
{
	struct arena *row_arena = row_arena_new(scratch);

	(void)options;
	put_json_head(report, scratch, out);
	for (size_t i = 0; i < report->row_count; i++) {
		put_json_row(report, i, row_arena, out);
		arena_clear(row_arena);
	}
	stream_put(out, str_from(report->row_count > 0 ? "\n  ]\n}\n" : "]\n}\n"));
	return stream_end(out);
}

static void put_line(const struct report *report, struct value record, bool head,
		     struct arena *arena, FILE *out)
{
	struct text text;
	const struct json_out json = {&text, false};

	text_init(&text, arena);
	text_add_char(&text, '{');
	if (head) {
		add_key(&json, "format");
		add_string(&text, str_from(report->format));
	}
	if (record.kind == VALUE_RECORD)
		add_members(&json, record, !head);
	text_add(&text, STR_LITERAL("}\n"));
	stream_put(out, text_str(&text));
}

bool format_jsonl(const struct report *report, const struct format_options *options,
		  struct arena *scratch, FILE *out)
{
	struct arena *row_arena = row_arena_new(scratch);

	(void)options;
	put_line(report, report->head, true, scratch, out);
	for (size_t i = 0; i < report->row_count; i++) {
		put_line(report, value_record(report->type, report->rows[i]), false, row_arena,
			 out);
		arena_clear(row_arena);
	}
	return stream_end(out);
}
