/* SPDX-License-Identifier: MIT */
/* A half-written --where: role, property, and behind the operator what a cell may hold. */
#include "cli/complete.h"
#include "cli/where.h"

static void add_joined(struct completing *completing, const char *word, const char *end,
		       struct str doc)
{
	struct text joined;

	text_init(&joined, session_scratch(completing->cli->session));
	text_addf(&joined, "%s%s", word, end);
	complete_add(completing, text_str(&joined), doc);
}

static struct str doc_of(struct completing *completing, const struct property *property)
{
	struct text doc;

	text_init(&doc, session_scratch(completing->cli->session));
	text_addf(&doc, "%s%s%s", property->label, property->unit[0] ? ", " : "", property->unit);
	return text_str(&doc);
}

/* The tests that it can be put to; of an operator's spellings the last one. */
static void add_tests(struct completing *completing, const struct property *property)
{
	for (size_t i = 0; i < where_op_count; i++)
		if (where_takes(property, where_ops[i].op) &&
		    (i + 1 == where_op_count || where_ops[i + 1].op != where_ops[i].op))
			add_joined(completing, property->key, where_ops[i].word,
				   str_from(where_ops[i].doc));
}

/* Whether the table has it, or with TABLE_COUNT any that plays a role. */
static bool is_testable(const struct property *property, enum table_id table)
{
	bool found = false;

	for (int i = 0; i < TABLE_CLASSES; i++)
		if (table == TABLE_COUNT || table == (enum table_id)i)
			found |= prop_in_table(property, (enum table_id)i);
	return found;
}

/*
 * Behind a role and a dot the properties that it has; without, all of them, and the roles. If there
 * is only one, the operators follow it.
 */
static void add_properties(struct completing *completing)
{
	const struct prop_set *set = &complete_db(completing)->properties;
	enum table_id table = TABLE_COUNT;
	struct str rest = completing->typed;
	const struct property *only = NULL;
	size_t count = 0;
	struct str role;

	if (str_contains(completing->typed, STR_LITERAL(".")) && str_next(&rest, '.', &role)) {
		table = table_find(role);
		complete_keep(completing, role.length + 1);
	}
	for (size_t i = 0; i < set->count; i++)
		if (is_testable(&set->rows[i], table) &&
		    complete_fits(completing, str_from(set->rows[i].key))) {
			only = &set->rows[i];
			count++;
		}
	if (count == 1)
		add_tests(completing, only);
	for (size_t i = 0; count > 1 && i < set->count; i++)
		if (is_testable(&set->rows[i], table))
			complete_add(completing, str_from(set->rows[i].key),
				     doc_of(completing, &set->rows[i]));
	for (int i = 0; table == TABLE_COUNT && i < TABLE_CLASSES; i++)
		add_joined(completing, table_infos[i].role, ".", str_from(table_infos[i].doc));
	complete_add_directive(completing, ":nospace");
}

static bool is_among(struct str word, struct str_list words)
{
	for (size_t i = 0; i < words.count; i++)
		if (str_equal_fold(words.at[i], word))
			return true;
	return false;
}

/* Codes that the database has and that are not among the words already. */
static struct str_list codes_found(struct completing *completing, enum table_id table,
				   size_t property, struct str_list words)
{
	const struct db *db = complete_db(completing);
	struct arena *arena = session_arena(completing->cli->session);
	struct str *all = NULL;
	size_t capacity = 0;
	size_t count = 0;

	for (size_t row = 0; row < db->tables[table].count; row++) {
		const struct str_list codes = db_codes(db, table, row, property);

		for (size_t i = 0; i < codes.count; i++) {
			if (is_among(codes.at[i], words) ||
			    is_among(codes.at[i], (struct str_list){all, count}))
				continue;
			all = arena_extend(arena, all, count, &capacity, sizeof *all);
			all[count++] = codes.at[i];
		}
	}
	return (struct str_list){all, count};
}

static void add_words(struct completing *completing, struct str_list words, struct str doc)
{
	for (size_t i = 0; i < words.count; i++)
		complete_add(completing, words.at[i], doc);
}

void complete_where(struct completing *completing)
{
	const struct db *db = complete_db(completing);
	const struct where_op *op;
	struct str_list words;
	enum role role;
	size_t property;
	size_t at = 0;
	struct str doc;

	op = where_find_op(completing->typed, &at);
	if (!op) {
		add_properties(completing);
		return;
	}
	property = where_find_property(&db->properties,
				       str_trim(str_part(completing->typed, 0, at)), &role);
	if (property == SIZE_MAX)
		return;
	complete_keep(completing, at + str_from(op->word).length);
	doc = str_from(db->properties.rows[property].label);
	words = where_words(db, &db->properties.rows[property],
			    session_arena(completing->cli->session));
	add_words(completing, words, doc);
	add_words(completing, codes_found(completing, role_table(role), property, words), doc);
}
