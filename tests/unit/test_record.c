/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "arena_tests.h"
#include "base/record.h"
#include "report/flat.h"
#include "sample_report.h"

static struct str flat_text(struct value value)
{
	struct text text;

	text_init(&text, &arena);
	flat_add_text(&text, value);
	return text_str(&text);
}

static void test_null_stands_for_nothing(void **state)
{
	(void)state;
	check_int(value_word(NULL).kind, VALUE_NULL);
	check_int(value_number((double)NAN).kind, VALUE_NULL);
	check_int(value_number(0).kind, VALUE_NUMBER);
	check_int(value_text((struct str){NULL, 0}).kind, VALUE_TEXT);
}

static void test_texts_of_values(void **state)
{
	const struct value items[] = {value_word("a"), value_null(), value_number(0.1)};

	(void)state;
	check_text(flat_text(value_null()), "");
	check_text(flat_text(value_number(1e300)), "1e+300");
	check_text(flat_text(value_number((double)INFINITY)), "");
	check_text(flat_text(value_flag(true)), "true");
	check_text(flat_text(value_num(num_missing())), "");
	check_text(flat_text(value_list(items, COUNT_OF(items))), "a; ; 0.1");
	check_text(flat_text(value_list(NULL, 0)), "");
}

static void test_list_of_records_by_first_field(void **state)
{
	const struct value items[] = {value_record(&sample_type, &sample_rows[0]),
				      value_record(&sample_type, &sample_rows[1])};

	(void)state;
	check_text(flat_text(value_list(items, COUNT_OF(items))), "1; 2");
}

static void check_keys(unsigned where, const char *expected)
{
	const struct flat_columns columns = flat_columns_of(&sample_type, where, &arena);
	struct text keys;

	text_init(&keys, &arena);
	for (size_t i = 0; i < columns.count; i++)
		text_addf(&keys, "%s" STR_FORMAT, i > 0 ? " " : "", STR_ARGS(columns.at[i].key));
	check_text(text_str(&keys), expected);
}

/* The material "salt" and the criterion "salt" want the same key. */
static void test_flat_keys(void **state)
{
	(void)state;
	check_keys(FIELD_MACHINE,
		   "rank solvent solvent_name solvent_cas salt score verdict "
		   "comp comp_low comp_high comp_state "
		   "criteria_salt criteria_salt_low criteria_salt_high criteria_salt_state "
		   "boiling_point remarks reference");
	check_keys(FIELD_PEOPLE, "rank mark solvent_name shown verdict comp salt boiling_point "
				 "remarks");
}

static const struct flat_column *column_at(const struct flat_columns *columns, const char *key)
{
	for (size_t i = 0; i < columns->count; i++)
		if (str_is(columns->at[i].key, key))
			return &columns->at[i];
	fail_msg("no column %s", key);
	return NULL;
}

static void test_flat_values(void **state)
{
	const struct flat_columns columns = flat_columns_of(&sample_type, FIELD_MACHINE, &arena);
	const struct sample_row *row = &sample_rows[1];
	struct value value;

	(void)state;
	value = flat_get(column_at(&columns, "solvent_cas"), row, &arena);
	check_text(value.text, "142-96-1");
	value = flat_get(column_at(&columns, "comp_low"), row, &arena);
	check_double(value.number, 0.25, 0);
	value = flat_get(column_at(&columns, "comp_state"), row, &arena);
	check_text(value.text, "inferred");
	value = flat_get(column_at(&columns, "salt"), row, &arena); /* in a record that is null */
	check_int(value.kind, VALUE_NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_null_stands_for_nothing, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_texts_of_values, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_list_of_records_by_first_field, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_flat_keys, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_flat_values, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
