/* SPDX-License-Identifier: MIT */
/*
 * A whole database as one JSON file: {"format": "slurryscreen-data/1", "solvents": [{...}], ...}.
 * Each list becomes a header and rows of cells, which then go the way of CSV.
 */
#include "data/load_parts.h"

static const char format_key[] = "format";
static const char format_word[] = "slurryscreen-data/1";

static struct csv_cell cell_of(struct str text, struct place place)
{
	return (struct csv_cell){
	    .text = text, .offset = place.offset, .length = place.length, .quoted = true};
}

static bool is_remark(struct str key)
{
	return str_is(key, format_key) || str_is(key, "doc") || str_is(key, "version");
}

static bool check_format(struct load *load, const struct json *root)
{
	const struct json *format = json_member(root, format_key);

	if (format && format->type == JSON_STRING && str_is(format->string, format_word))
		return true;
	DIAG_REPORT(load->sink, JSON_FORMAT, format ? format->place : root->place,
		    STR_ARGS(format ? format->string : STR_LITERAL("")));
	diag_hint(load->sink, "the file starts with {\"%s\": \"%s\", ...", format_key, format_word);
	return false;
}

static void report_member(struct load *load, const struct json *member)
{
	struct str keys[TABLE_COUNT + FACT_KIND_COUNT + 2];
	size_t count = 0;
	size_t nearest;

	for (int t = 0; t < TABLE_COUNT; t++)
		keys[count++] = str_from(table_infos[t].key);
	for (int kind = 0; kind < FACT_KIND_COUNT; kind++)
		keys[count++] = str_from(fact_files[kind].key);
	keys[count++] = STR_LITERAL("values");
	keys[count++] = STR_LITERAL("sources");
	nearest = str_nearest(member->key, keys, count);
	DIAG_REPORT(load->sink, JSON_MEMBER, member->key_place, STR_ARGS(member->key));
	if (nearest != SIZE_MAX)
		diag_hint(load->sink, "did you mean %.*s?", STR_ARGS(keys[nearest]));
}

static void report_shape(struct load *load, const struct json *node, const char *expected)
{
	DIAG_REPORT(load->sink, JSON_SHAPE, node->place, json_type_phrase(node->type), expected);
}

bool json_check(struct load *load, const struct json *root)
{
	if (root->type == JSON_ARRAY)
		return true;
	if (root->type != JSON_OBJECT) {
		report_shape(load, root, "a database");
		return false;
	}
	if (!check_format(load, root))
		return false;
	for (const struct json *member = root->child; member; member = member->next)
		if (!is_remark(member->key) && file_type_named(member->key).kind == FILE_UNKNOWN)
			report_member(load, member);
	return true;
}

/* The columns of a list: all keys of its objects, in the order of their first use. */
struct columns {
	struct csv_cell *cells;
	size_t count;
	size_t room;
	struct hash_index index;
};

static size_t find_column(const struct columns *columns, struct str key)
{
	const uint64_t hash = str_hash(key);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&columns->index, hash, &cursor, &at))
		if (str_equal(columns->cells[at].text, key))
			return at;
	return SIZE_MAX;
}

static struct columns collect_columns(struct load *load, const struct json *list)
{
	struct columns columns = {NULL, 0, 0, {NULL, NULL, 0, 0}};

	hash_index_init(&columns.index, load->scratch, 0);
	for (const struct json *item = list->child; item; item = item->next)
		for (const struct json *member = item->child; item->type == JSON_OBJECT && member;
		     member = member->next) {
			if (find_column(&columns, member->key) != SIZE_MAX)
				continue;
			columns.cells = arena_extend(load->scratch, columns.cells, columns.count,
						     &columns.room, sizeof *columns.cells);
			hash_index_add(&columns.index, str_hash(member->key),
				       (uint32_t)columns.count);
			columns.cells[columns.count++] = cell_of(member->key, member->key_place);
		}
	return columns;
}

/* A list of simple values, joined by ';' as a CSV cell has it. */
static struct str join_list(struct load *load, const struct json *list)
{
	struct text text;

	text_init(&text, load->scratch);
	for (const struct json *item = list->child; item; item = item->next) {
		if (item->type != JSON_STRING && item->type != JSON_NUMBER) {
			report_shape(load, item, "a string");
			continue;
		}
		if (text.length > 0)
			text_add_char(&text, ';');
		text_add(&text, item->string);
	}
	return text_str(&text);
}

static struct str text_of(struct load *load, const struct json *node)
{
	switch (node->type) {
	case JSON_NUMBER:
	case JSON_STRING:
		return node->string;
	case JSON_TRUE:
		return STR_LITERAL("yes");
	case JSON_FALSE:
		return STR_LITERAL("no");
	case JSON_ARRAY:
		return join_list(load, node);
	case JSON_OBJECT:
		report_shape(load, node, "a simple value");
		break;
	case JSON_NULL:
		break;
	}
	return (struct str){NULL, 0};
}

/* A reader for one of the kinds of file. */
struct list_reader {
	struct material_reader *materials;
	struct plain_reader *plain;
};

static struct list_reader start_list(struct load *load, struct file_type type,
				     const struct csv_row *header, size_t rows)
{
	struct list_reader reader = {NULL, NULL};

	if (type.kind == FILE_MATERIALS)
		reader.materials =
		    material_reader_new(load, (enum table_id)type.which, header, rows);
	else
		reader.plain = plain_reader_new(load, type, header);
	return reader;
}

static void read_object(struct load *load, const struct list_reader *reader,
			const struct columns *columns, const struct json *object,
			struct csv_row *row)
{
	struct csv_cell *cells = ARENA_NEW(load->scratch, columns->count, struct csv_cell);

	for (size_t i = 0; i < columns->count; i++)
		cells[i] = cell_of((struct str){NULL, 0},
				   (struct place){load->source, object->place.offset, 1});
	for (const struct json *member = object->child; member; member = member->next)
		cells[find_column(columns, member->key)] =
		    cell_of(text_of(load, member), member->place);
	*row = (struct csv_row){cells, columns->count, object->place.offset, row->number + 1};
	if (reader->materials)
		material_reader_row(reader->materials, row);
	else
		plain_reader_row(reader->plain, row);
}

static void read_list(struct load *load, const struct json *list, struct file_type type)
{
	const struct columns columns = collect_columns(load, list);
	struct csv_row row = {columns.cells, columns.count, list->place.offset, 0};
	struct list_reader reader;

	if (list->count == 0)
		return;
	reader = start_list(load, type, &row, list->count);
	if (!reader.materials && !reader.plain)
		return;
	for (const struct json *item = list->child; item; item = item->next) {
		if (item->type != JSON_OBJECT)
			report_shape(load, item, "an object");
		else if (item->count > 0)
			read_object(load, &reader, &columns, item, &row);
	}
}

/* What a bare list is, by its keys. */
static struct file_type recognise_list(struct load *load, const struct json *list)
{
	const struct columns columns = collect_columns(load, list);
	struct str *keys = ARENA_NEW(load->scratch, columns.count, struct str);

	for (size_t i = 0; i < columns.count; i++)
		keys[i] = columns.cells[i].text;
	return file_recognise(&load->properties, keys, columns.count);
}

bool json_has(const struct json *root, enum file_kind kind)
{
	for (const struct json *member = root->child; member; member = member->next)
		if (root->type == JSON_OBJECT && file_type_named(member->key).kind == kind)
			return true;
	return false;
}

void json_read_members(struct load *load, const struct json *root,
		       bool (*wanted)(struct file_type type))
{
	if (root->type == JSON_ARRAY) {
		const struct file_type type = recognise_list(load, root);

		if (wanted(type) && type.kind == FILE_UNKNOWN)
			DIAG_REPORT(load->sink, TABLE_UNKNOWN, root->place);
		else if (wanted(type))
			read_list(load, root, type);
		return;
	}
	for (const struct json *member = root->child; member; member = member->next) {
		const struct file_type type = file_type_named(member->key);

		if (type.kind == FILE_UNKNOWN || !wanted(type))
			continue;
		if (member->type == JSON_ARRAY)
			read_list(load, member, type);
		else
			report_shape(load, member, "a list of objects");
	}
}
