/* SPDX-License-Identifier: MIT */
#include "cli/where.h"

#include <assert.h>

#include "base/number.h"
#include "data/unit.h"

/* Longer words first, so that "<=" is not read as "<". */
const struct where_op where_ops[] = {
    {"!=", FILTER_UNEQUAL, "is not"},
    {"<=", FILTER_AT_MOST, "at most"},
    {">=", FILTER_AT_LEAST, "at least"},
    {"==", FILTER_EQUAL, "is"},
    {"=", FILTER_EQUAL, "is"},
    {"<", FILTER_LESS, "less than"},
    {">", FILTER_MORE, "more than"},
    {"~", FILTER_HAS, "has a code that starts with, or contains the text"},
};
const size_t where_op_count = sizeof where_ops / sizeof *where_ops;

/* In the order in which a property without a role is looked for. */
static const enum role search_order[] = {ROLE_SOLVENT, ROLE_BINDER, ROLE_SE, ROLE_SALT};
enum { SEARCHED = sizeof search_order / sizeof *search_order };

struct test {
	struct session *session;
	struct str text;  /* the whole */
	struct str key;   /* before the operator, without the role */
	struct str value; /* after it */
	enum role role;
	const struct property *property;
};

static enum session_status bad_test(const struct test *test, const char *what)
{
	(void)session_fail(test->session, SESSION_USAGE, "--where '" STR_FORMAT "': %s",
			   STR_ARGS(test->text), what);
	session_advise(
	    test->session,
	    "such as flash_point>=60, se.family=argyrodite, boiling_point<420K, ghs~H35");
	return SESSION_USAGE;
}

const struct where_op *where_find_op(struct str text, size_t *at)
{
	for (size_t i = 0; i < text.length; i++)
		for (size_t k = 0; k < where_op_count; k++)
			if (str_starts(str_part(text, i, 2), where_ops[k].word)) {
				*at = i;
				return &where_ops[k];
			}
	return NULL;
}

/* Takes "role." off the key. false: there is a point, but no such role before it. */
static bool take_role(struct str *key, enum role *role, bool *given)
{
	struct str rest = *key;
	enum table_id table;
	struct str word;

	*given = str_contains(*key, STR_LITERAL("."));
	if (!*given)
		return true;
	(void)str_next(&rest, '.', &word);
	table = table_find(word);
	for (int i = 0; i < ROLE_COUNT; i++)
		if (role_table((enum role)i) == table) {
			*role = (enum role)i;
			*key = str_trim(rest);
			return true;
		}
	return false;
}

/* Of the role that is given, else of the first that has it. SIZE_MAX if there is none. */
static size_t property_of(const struct prop_set *set, struct str key, bool given, enum role *role)
{
	size_t found = SIZE_MAX;

	if (given)
		return prop_find(set, role_table(*role), key);
	for (size_t i = 0; found == SIZE_MAX && i < SEARCHED; i++) {
		*role = search_order[i];
		found = prop_find(set, role_table(*role), key);
	}
	return found;
}

size_t where_find_property(const struct prop_set *set, struct str key, enum role *role)
{
	bool given;

	*role = ROLE_SOLVENT;
	return take_role(&key, role, &given) ? property_of(set, key, given, role) : SIZE_MAX;
}

static enum session_status unknown_property(const struct test *test, bool role_given)
{
	const struct prop_set *set = &session_db(test->session)->properties;
	struct str *names = ARENA_NEW(session_scratch(test->session), set->count, struct str);
	const enum table_id table = role_table(test->role);
	size_t count = 0;
	size_t near;

	for (size_t i = 0; i < set->count; i++)
		if (!role_given || prop_in_table(&set->rows[i], table))
			names[count++] = str_from(set->rows[i].key);
	if (role_given)
		(void)session_fail(test->session, SESSION_USAGE,
				   "--where: a %s has no property '" STR_FORMAT "'",
				   table_infos[table].singular, STR_ARGS(test->key));
	else
		(void)session_fail(test->session, SESSION_USAGE,
				   "--where: no property is called '" STR_FORMAT "'",
				   STR_ARGS(test->key));
	near = str_nearest(test->key, names, count);
	if (near < count)
		session_advise(test->session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(names[near]));
	session_advise(test->session, "'screen list properties' shows all of them");
	return SESSION_USAGE;
}

static enum session_status find_property(struct test *test, struct filter *filter)
{
	const struct prop_set *set = &session_db(test->session)->properties;
	size_t found;
	bool given;

	if (!take_role(&test->key, &test->role, &given))
		return bad_test(test, "before the point stands solvent, binder, se or salt");
	found = property_of(set, test->key, given, &test->role);
	if (found == SIZE_MAX)
		return unknown_property(test, given);
	test->property = &set->rows[found];
	filter->role = test->role;
	filter->property = found;
	return SESSION_OK;
}

static enum session_status unknown_unit(const struct test *test, struct str unit)
{
	struct text known;

	text_init(&known, session_scratch(test->session));
	for (size_t i = 0; i < unit_count; i++)
		if (str_is(str_from(units[i].canonical), test->property->unit))
			text_addf(&known, "%s%s", known.length > 0 ? ", " : "", units[i].symbol);
	(void)session_fail(test->session, SESSION_USAGE,
			   "--where: '" STR_FORMAT "' is no unit of %s", STR_ARGS(unit),
			   test->property->key);
	if (known.length > 0)
		session_advise(test->session, "%s is given in %s; without a unit: %s",
			       test->property->key, known.at, test->property->unit);
	else
		session_advise(test->session, "%s has no unit", test->property->key);
	return SESSION_USAGE;
}

/* "60", "140 F", "420K"; "none": known to be absent. */
static enum session_status read_number(const struct test *test, struct filter *filter)
{
	size_t used = 0;
	double number = 0;
	const struct unit *unit;
	struct str rest;

	if (str_is(test->value, "none")) {
		filter->number = DB_ABSENT;
		filter->word = STR_LITERAL("none");
		return SESSION_OK;
	}
	switch (number_read(test->value, &number, &used)) {
	case NUMBER_OK:
		filter->number = number;
		return SESSION_OK;
	case NUMBER_TRAILING:
		break;
	case NUMBER_COMMA:
		return bad_test(test, "write the number with a decimal point");
	case NUMBER_EMPTY:
	case NUMBER_SYNTAX:
		return bad_test(test, "the value is no number");
	case NUMBER_RANGE:
		return bad_test(test, "the number is beyond all range");
	}
	rest = str_trim(str_part(test->value, used, test->value.length));
	unit = unit_find(rest);
	if (!unit || !unit_convert(unit, test->property->unit, number, &filter->number))
		return unknown_unit(test, rest);
	return SESSION_OK;
}

static enum session_status unknown_word(const struct test *test, const struct str *words,
					size_t count)
{
	struct text list;
	const size_t near = str_nearest(test->value, words, count);

	text_init(&list, session_scratch(test->session));
	for (size_t i = 0; i < count; i++)
		text_addf(&list, "%s" STR_FORMAT, i > 0 ? ", " : "", STR_ARGS(words[i]));
	(void)session_fail(test->session, SESSION_USAGE,
			   "--where: '" STR_FORMAT "' is no word for %s", STR_ARGS(test->value),
			   test->property->key);
	if (near < count)
		session_advise(test->session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(words[near]));
	session_advise(test->session, "%s is one of: %s", test->property->key, list.at);
	return SESSION_USAGE;
}

struct str_list where_words(const struct db *db, const struct property *property,
			    struct arena *arena)
{
	const struct table *classes = &db->tables[TABLE_CLASSES];
	size_t count = 0;
	struct str *words;

	while (property->words && property->words[count])
		count++;
	words = ARENA_NEW(arena, count + classes->count + 2, struct str);
	for (size_t i = 0; i < count; i++)
		words[i] = str_from(property->words[i]);
	if (property->kind == PROP_FLAG) {
		words[count++] = STR_LITERAL("no");
		words[count++] = STR_LITERAL("yes");
	}
	for (size_t i = 0; property->kind == PROP_CLASS && i < classes->count; i++)
		words[count++] = classes->materials[i].id;
	return (struct str_list){words, count};
}

/* One of words; the number is its index. */
static enum session_status read_word(const struct test *test, struct filter *filter)
{
	const struct str_list words =
	    where_words(session_db(test->session), test->property, session_arena(test->session));

	for (size_t i = 0; i < words.count; i++)
		if (str_equal_fold(words.at[i], test->value)) {
			filter->word = words.at[i];
			filter->number = (double)i;
			return SESSION_OK;
		}
	return unknown_word(test, words.at, words.count);
}

static enum session_status read_text(const struct test *test, struct filter *filter)
{
	filter->word = str_copy(session_arena(test->session), test->value);
	return SESSION_OK;
}

struct value_reader {
	unsigned ops; /* bits that make sense */
	const char *allowed;
	enum session_status (*read)(const struct test *test, struct filter *filter);
};

#define OP(op) (1U << FILTER_##op)
#define SAME_OPS (OP(EQUAL) | OP(UNEQUAL))
#define ORDER_OPS (OP(LESS) | OP(AT_MOST) | OP(MORE) | OP(AT_LEAST))

static const struct value_reader readers[] = {
    [PROP_NUMBER] = {SAME_OPS | ORDER_OPS, "a number is compared by = != < <= > >=", read_number},
    [PROP_TEXT] = {SAME_OPS | OP(HAS), "a text is compared by = != ~", read_text},
    [PROP_CHOICE] = {SAME_OPS, "a choice is compared by = !=", read_word},
    [PROP_FLAG] = {SAME_OPS, "yes and no are compared by = !=", read_word},
    [PROP_CODES] = {SAME_OPS | OP(HAS), "codes are compared by = != ~", read_text},
    [PROP_CLASS] = {SAME_OPS, "classes are compared by = !=", read_word},
};

bool where_takes(const struct property *property, enum filter_op op)
{
	return (readers[property->kind].ops & 1U << op) != 0;
}

enum session_status where_parse(struct session *session, struct str test_text,
				struct filter *filter)
{
	struct test test = {.session = session, .text = test_text, .role = ROLE_SOLVENT};
	const struct where_op *op;
	enum session_status status;
	size_t at = 0;

	*filter = (struct filter){0};
	op = where_find_op(test_text, &at);
	if (!op)
		return bad_test(&test, "no operator (= != < <= > >= ~)");
	test.key = str_trim(str_part(test_text, 0, at));
	test.value =
	    str_trim(str_part(test_text, at + str_from(op->word).length, test_text.length));
	if (test.key.length == 0)
		return bad_test(&test, "no property before the operator");
	if (test.value.length == 0)
		return bad_test(&test, "no value after the operator");
	filter->op = op->op;
	status = find_property(&test, filter);
	if (status != SESSION_OK)
		return status;
	assert(test.property);
	if (!where_takes(test.property, op->op))
		return bad_test(&test, readers[test.property->kind].allowed);
	return readers[test.property->kind].read(&test, filter);
}
