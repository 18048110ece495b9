/* SPDX-License-Identifier: MIT */
#include "model/gate_text.h"

#include <math.h>

#include "model/grammar.h"
#include "model/measure_leaf.h"

/* What stands between a reason and its first value, and would stand idle without it. */
static const char separators[] = " :,(";

static size_t find_char(struct str s, char c)
{
	size_t i = 0;

	while (i < s.length && s.at[i] != c)
		i++;
	return i;
}

bool gate_text_next(struct str *rest, struct str *plain, struct str *name)
{
	size_t open = find_char(*rest, '{');
	struct str after;

	*plain = str_part(*rest, 0, open);
	if (open >= rest->length)
		return false;
	after = str_part(*rest, open + 1, rest->length);
	*name = str_part(after, 0, find_char(after, '}'));
	*rest = str_part(after, name->length + 1, after.length);
	return true;
}

bool gate_text_operand(const struct prop_set *set, struct str name, struct operand *operand)
{
	size_t dot = find_char(name, '.');
	struct str role = str_part(name, 0, dot);
	struct str key = str_part(name, dot + 1, name.length);

	for (size_t i = 0; model_words_role[i]; i++)
		if (str_is(role, model_words_role[i])) {
			operand->role = (enum role)i;
			operand->property = prop_find(set, role_table(operand->role), key);
			return operand->property != SIZE_MAX;
		}
	return false;
}

static void add_number(struct text *text, const struct property *property, double value)
{
	text_addf(text, "%.*f%s%s", property->digits, value, property->unit[0] ? " " : "",
		  property->unit);
}

static void add_codes(struct text *text, struct str_list codes)
{
	for (size_t i = 0; i < codes.count; i++) {
		text_add(text, i > 0 ? STR_LITERAL(", ") : STR_LITERAL(""));
		text_add(text, codes.at[i]);
	}
}

static void add_cell(struct text *text, const struct db *db, const struct operand *operand,
		     uint32_t row)
{
	const struct property *property = &db->properties.rows[operand->property];
	enum table_id table = role_table(operand->role);
	double cell = row == DB_NO_ROW ? DB_UNKNOWN : db_cell(db, table, row, operand->property);

	if (isnan(cell))
		text_add(text, STR_LITERAL("not known"));
	else if (isinf(cell))
		text_add(text, STR_LITERAL("none"));
	else if (property->kind == PROP_NUMBER)
		add_number(text, property, cell);
	else if (property->kind == PROP_CODES)
		add_codes(text, db_codes(db, table, row, operand->property));
	else
		text_add(text, db_word(db, table, row, operand->property));
}

struct str gate_text(const struct gate *gate, const struct db *db, const struct combo *combo,
		     uint32_t part, struct arena *arena)
{
	struct str rest = gate->why;
	struct str plain;
	struct str name;
	struct text text;
	struct operand operand;

	if (find_char(gate->why, '{') == gate->why.length)
		return gate->why;
	text_init(&text, arena);
	while (gate_text_next(&rest, &plain, &name)) {
		text_add(&text, plain);
		if (!gate_text_operand(&db->properties, name, &operand))
			continue;
		add_cell(&text, db, &operand,
			 operand.role == ROLE_SOLVENT && part != DB_NO_ROW
			     ? part
			     : combo_row(combo, operand.role));
	}
	text_add(&text, plain);
	return text_str(&text);
}

struct str gate_text_short(const struct gate *gate)
{
	size_t length = find_char(gate->why, '{');

	if (length == gate->why.length)
		return gate->why;
	while (length > 0 &&
	       find_char(str_from(separators), gate->why.at[length - 1]) < sizeof separators - 1)
		length--;
	return str_part(gate->why, 0, length);
}
