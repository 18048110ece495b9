/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "data/prop.h"

static struct prop_set set(void)
{
	return (struct prop_set){properties, property_count};
}

static const struct property *find(enum table_id table, const char *key)
{
	const struct prop_set built_in = set();
	const size_t at = prop_find(&built_in, table, str_from(key));

	if (at == SIZE_MAX)
		fail_msg("no property %s", key);
	return &properties[at];
}

static void check_sentence(const char *doc)
{
	const struct str s = str_from(doc);

	check_true(s.length > 10);
	check_true(s.at[0] >= 'A' && s.at[0] <= 'Z');
	check_true(s.at[s.length - 1] == '.');
	check_false(str_contains(s, STR_LITERAL(". ")));
}

static void keys_are_unique_in_a_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < property_count; i++) {
		for (size_t k = 0; k < i; k++)
			if ((properties[i].tables & properties[k].tables) != 0)
				assert_string_not_equal(properties[i].key, properties[k].key);
		for (int identity = 0; identity < IDENTITY_COUNT; identity++)
			assert_string_not_equal(properties[i].key, identity_infos[identity].key);
	}
}

static void rows_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < property_count; i++) {
		const struct property *p = &properties[i];

		check_sentence(p->doc);
		assert_non_null(p->label);
		assert_non_null(p->unit);
		assert_non_null(p->reference);
		check_true(p->tables != 0 && p->tables < 1u << TABLE_COUNT);
		check_true(p->kind != PROP_CHOICE || (p->words && p->words[0] && p->words[1]));
		check_true(p->digits >= 0 && p->digits <= 9);
		check_true(p->axis >= 0 && p->axis < 3);
		if (p->kind != PROP_NUMBER)
			continue;
		check_true(p->hard_low <= p->usual_low);
		check_true(p->usual_low < p->usual_high);
		check_true(p->usual_high <= p->hard_high);
	}
}

static void mixing_rules_are_complete(void **state)
{
	const struct prop_set built_in = set();

	(void)state;
	for (size_t i = 0; i < property_count; i++) {
		const struct property *p = &properties[i];

		if (p->mix == MIX_POWER)
			check_true(p->mix_exponent != 0);
		if (p->mix == MIX_MOLE || p->mix == MIX_RAOULT)
			check_true(prop_find(&built_in, TABLE_SOLVENTS, str_from(p->mix_by)) !=
				   SIZE_MAX);
		if (p->mix == MIX_UNION)
			check_true(p->kind == PROP_CODES || p->kind == PROP_FLAG);
	}
}

static void tables_are_sound(void **state)
{
	(void)state;
	for (int t = 0; t < TABLE_COUNT; t++) {
		check_sentence(table_infos[t].doc);
		check_int(table_find(str_from(table_infos[t].key)), t);
		check_int(table_find(str_from(table_infos[t].singular)), t);
		check_int(table_find(str_from(table_infos[t].role)), t);
	}
	check_int(table_find(STR_LITERAL("metals")), TABLE_COUNT);
	for (int i = 0; i < IDENTITY_COUNT; i++)
		check_sentence(identity_infos[i].doc);
}

static void class_is_another_thing_in_another_table(void **state)
{
	const struct prop_set built_in = set();

	(void)state;
	check_int(find(TABLE_SOLVENTS, "class")->kind, PROP_CLASS);
	check_int(find(TABLE_BINDERS, "class")->kind, PROP_TEXT);
	check_size(prop_find(&built_in, TABLE_CLASSES, STR_LITERAL("class")), SIZE_MAX);
	check_size(prop_find(&built_in, TABLE_SALTS, STR_LITERAL("hansen_d")), SIZE_MAX);
}

static void uncertainties_are_those_of_the_method(void **state)
{
	static const struct {
		const char *key;
		double value;
		enum num_kind kind;
		double low;
		double high;
	} cases[] = {
	    {"donor_number", 17, NUM_COMPILED, 15.5, 18.5},
	    {"donor_number", 17, NUM_UNCITED, 14.5, 19.5},
	    {"polarity_index", 2.4, NUM_COMPILED, 2.0, 2.8},
	    {"permittivity", 10, NUM_MEASURED, 9.5, 10.5},
	    {"permittivity", 1.01, NUM_MEASURED, 1, 1.0605}, /* not below 1 */
	    {"permittivity", 2, NUM_MEASURED, 1.9, 2.1},
	    {"hansen_d", 18, NUM_COMPILED, 17.6, 18.4},
	    {"hansen_p", 3, NUM_ESTIMATED, 1.5, 4.5},
	    {"hansen_h", 0.5, NUM_COMPILED, 0, 1.3},
	    {"vapor_pressure", 1, NUM_MEASURED, 0.9, 1.1},
	    {"vapor_pressure", 1, NUM_ESTIMATED, 0.630957344480193, 1.58489319246111},
	    {"boiling_point", 100, NUM_UNCITED, 99, 101},
	    {"flash_point", 10, NUM_ESTIMATED, -5, 25},
	    {"logp", 1, NUM_CALCULATED, 0.7, 1.3},
	    {"logp", 1, NUM_ESTIMATED, 0.4, 1.6},
	    {"molar_mass", 92, NUM_CALCULATED, 92, 92},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct num n =
		    prop_typical(find(TABLE_SOLVENTS, cases[i].key), cases[i].value, cases[i].kind);

		check_double(n.low, cases[i].low, 1e-9);
		check_double(n.high, cases[i].high, 1e-9);
		check_double(n.value, cases[i].value, 0);
		check_int(n.kind, cases[i].kind);
	}
}

static void words_have_an_order(void **state)
{
	(void)state;
	check_size(prop_word(find(TABLE_BINDERS, "adhesion"), STR_LITERAL("low")), 0);
	check_size(prop_word(find(TABLE_BINDERS, "adhesion"), STR_LITERAL("high")), 2);
	check_size(prop_word(find(TABLE_BINDERS, "adhesion"), STR_LITERAL("strong")), SIZE_MAX);
	check_size(prop_word(find(TABLE_SOLVENTS, "logp"), STR_LITERAL("low")), SIZE_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_unique_in_a_table),
	    cmocka_unit_test(rows_are_sound),
	    cmocka_unit_test(mixing_rules_are_complete),
	    cmocka_unit_test(tables_are_sound),
	    cmocka_unit_test(class_is_another_thing_in_another_table),
	    cmocka_unit_test(uncertainties_are_those_of_the_method),
	    cmocka_unit_test(words_have_an_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
