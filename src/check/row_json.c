/* SPDX-License-Identifier: MIT */
/* A whole database in one JSON file: a list of objects a table. */
#include "check/row.h"

#include "base/number.h"
#include "read/json.h"

struct json_visit {
	const struct source *source;
	const struct row_options *options;
	const struct check_arenas *arenas;
	const struct row_visitor *visitor;
	struct check_column *columns;
	size_t count;
	size_t capacity;
	const struct json **members; /* of the row that is being read, one a column */
};

static size_t column_of(const struct json_visit *visit, struct str key)
{
	size_t i = 0;

	while (i < visit->count && !str_equal(visit->columns[i].key, key))
		i++;
	return i;
}

static void learn_column(struct json_visit *visit, const struct json *member)
{
	struct str key;
	struct str unit;

	row_split_head(member->key, &key, &unit);
	if (column_of(visit, key) < visit->count)
		return;
	visit->columns = arena_extend(visit->arenas->arena, visit->columns, visit->count,
				      &visit->capacity, sizeof *visit->columns);
	visit->columns[visit->count++] = (struct check_column){
	    key, member->key_place, NULL, unit.length > 0 ? unit_find(unit) : NULL};
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
		struct str key;
		struct str unit;
		size_t i;

		row_split_head(member->key, &key, &unit);
		i = column_of(visit, key);
		row.cells[i].text = text_of(visit->arenas->row, member);
		row.cells[i].place = member->place;
	}
	for (size_t i = 0; i < head->count; i++)
		row_read_cell(&row.cells[i], &head->columns[i], visit->options->decimal_comma);
	visit->visitor->row(visit->visitor->context, &row);
	arena_clear(visit->arenas->row);
}

static void read_table(struct json_visit *visit, const struct json *list, struct file_type type)
{
	struct check_head *head = ARENA_NEW(visit->arenas->arena, 1, struct check_head);
	size_t number = 0;

	visit->columns = NULL;
	visit->count = visit->capacity = 0;
	for (const struct json *row = list->child; row; row = row->next)
		for (const struct json *member = row->child; member; member = member->next)
			learn_column(visit, member);
	*head = (struct check_head){.source = visit->source,
				    .type = type,
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

/* A file that is one list says by its keys what it is. */
static struct file_type recognise(const struct json_visit *visit, const struct json *list)
{
	const struct json *const row = list->child;
	struct str *keys;
	size_t count = 0;

	if (visit->options->table)
		return row_type_find(str_from(visit->options->table));
	if (!row || row->type != JSON_OBJECT)
		return (struct file_type){FILE_UNKNOWN, 0};
	keys = ARENA_NEW(visit->arenas->scratch, row->count, struct str);
	for (const struct json *member = row->child; member; member = member->next)
		keys[count++] = member->key;
	return file_recognise(keys, count);
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
		read_table(&visit, root, recognise(&visit, root));
	if (root->type != JSON_OBJECT)
		return;
	for (const struct json *member = root->child; member; member = member->next) {
		const struct file_type type = row_type_find(member->key);

		if (type.kind != FILE_UNKNOWN && member->type == JSON_ARRAY)
			read_table(&visit, member, type);
	}
}
