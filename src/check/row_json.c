/* SPDX-License-Identifier: MIT */
/* A whole database in one JSON file: a list of objects a table. */
#include "check/row.h"

#include "base/hash_index.h"
#include "read/json.h"

struct json_visit {
	const struct source *source;
	const struct row_options *options;
	const struct check_arenas *arenas;
	const struct row_visitor *visitor;
	struct check_column *columns;
	size_t count;
	size_t capacity;
	struct hash_index index; /* of their keys: an object may have any number of members */
};

/* visit->count if there is none. */
static size_t column_of(const struct json_visit *visit, struct str key)
{
	const uint64_t hash = str_hash(key);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&visit->index, hash, &cursor, &at))
		if (str_equal(visit->columns[at].key, key))
			return at;
	return visit->count;
}

static void learn_column(struct json_visit *visit, const struct json *member)
{
	const struct check_column column =
	    row_read_head(visit->arenas->row, member->key, member->key_place);

	if (column_of(visit, column.key) < visit->count)
		return;
	visit->columns = arena_extend(visit->arenas->arena, visit->columns, visit->count,
				      &visit->capacity, sizeof *visit->columns);
	hash_index_add(&visit->index, str_hash(column.key), (uint32_t)visit->count);
	visit->columns[visit->count] = column;
	visit->columns[visit->count++].key = str_copy(visit->arenas->arena, column.key);
}

/* Items of a list joined as in a CSV cell. */
static struct str join(struct arena *arena, const struct json *list)
{
	struct text text;

	text_init(&text, arena);
	for (const struct json *item = list->child; item; item = item->next) {
		if (text.length > 0)
			text_add_char(&text, ';');
		text_add(&text, item->string);
	}
	return text_str(&text);
}

static struct str text_of(struct arena *arena, const struct json *value)
{
	switch (value->type) {
	case JSON_TRUE:
		return STR_LITERAL("yes");
	case JSON_FALSE:
		return STR_LITERAL("no");
	case JSON_ARRAY:
		return join(arena, value);
	case JSON_NUMBER:
	case JSON_STRING:
		return str_trim(value->string);
	case JSON_NULL:
	case JSON_OBJECT:
		break;
	}
	return STR_LITERAL("");
}

static void read_row(struct json_visit *visit, const struct check_head *head,
		     const struct json *object, size_t number)
{
	struct check_row row = {head, NULL, object->place, number};

	row.cells = ARENA_NEW(visit->arenas->row, head->count, struct check_cell);
	for (size_t i = 0; i < head->count; i++)
		row.cells[i].place = object->place;
	for (const struct json *member = object->child; member; member = member->next) {
		const size_t i = column_of(
		    visit, row_read_head(visit->arenas->row, member->key, member->key_place).key);

		row.cells[i].text = text_of(visit->arenas->row, member);
		row.cells[i].place = member->place;
	}
	for (size_t i = 0; i < head->count; i++)
		row_read_cell(&row.cells[i], &head->columns[i], visit->options->decimal_comma);
	visit->visitor->row(visit->visitor->context, &row);
	arena_clear(visit->arenas->row);
}

static void learn_columns(struct json_visit *visit, const struct json *list)
{
	visit->columns = NULL;
	visit->count = visit->capacity = 0;
	hash_index_init(&visit->index, visit->arenas->arena, 0);
	for (const struct json *row = list->child; row; row = row->next) {
		for (const struct json *member = row->child; member; member = member->next)
			learn_column(visit, member);
		arena_clear(visit->arenas->row);
	}
}

/* A file that is one list says by its keys what it is. */
static struct file_type recognise(const struct json_visit *visit)
{
	struct str *keys = ARENA_NEW(visit->arenas->scratch, visit->count, struct str);

	for (size_t i = 0; i < visit->count; i++)
		keys[i] = visit->columns[i].key;
	return file_recognise(visit->options->properties, keys, visit->count);
}

/* key: of the list; NULL if the list is the whole file. */
static void read_table(struct json_visit *visit, const struct json *list, const struct str *key)
{
	struct check_head *head = ARENA_NEW(visit->arenas->arena, 1, struct check_head);
	size_t number = 0;

	learn_columns(visit, list);
	*head = (struct check_head){.source = visit->source,
				    .type = key ? file_type_named(*key) : recognise(visit),
				    .columns = visit->columns,
				    .count = visit->count};
	if (visit->count == 0)
		return;
	rows_bind_head(head, visit->columns, visit->options->properties);
	if (!visit->visitor->head(visit->visitor->context, head))
		return;
	for (const struct json *row = list->child; row; row = row->next)
		if (row->type == JSON_OBJECT)
			read_row(visit, head, row, ++number);
}

void rows_read_json(const struct source *source, const struct row_options *options,
		    const struct check_arenas *arenas, const struct row_visitor *visitor)
{
	struct json_visit visit = {
	    .source = source, .options = options, .arenas = arenas, .visitor = visitor};
	struct diag_sink dropped;
	const struct json *root;

	diag_sink_init(&dropped, arenas->scratch);
	dropped.limit_per_rule = 1;
	root = json_read(source, arenas->scratch, &dropped);
	if (!root)
		return;
	if (root->type == JSON_ARRAY)
		read_table(&visit, root, NULL);
	if (root->type != JSON_OBJECT)
		return;
	for (const struct json *member = root->child; member; member = member->next)
		if (member->type == JSON_ARRAY && file_type_named(member->key).kind != FILE_UNKNOWN)
			read_table(&visit, member, &member->key);
}
