/* SPDX-License-Identifier: MIT */
/* Model files that are right: what they become, and what they are printed as. */
#include "check.h"

#include <dirent.h>

#include "model/grammar.h"
#include "model_fixture.h"

static int set_up(void **state)
{
	static struct model_fixture fixture;

	model_fixture_open(&fixture);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	model_fixture_close(*state);
	return 0;
}

static const struct model *sound(struct model_fixture *fixture, struct str text)
{
	const struct model *model = model_fixture_read(fixture, text);

	check_text(model_fixture_messages(fixture), "");
	assert_non_null(model);
	return model;
}

static const struct model *sound_around(struct model_fixture *fixture, enum model_slot slot,
					const char *piece)
{
	return sound(fixture, model_fixture_around(fixture, slot, piece));
}

static struct str printed(struct model_fixture *fixture, const struct model *model)
{
	struct text text;

	text_init(&text, &fixture->arena);
	model_print(model, &fixture->db, &text);
	return text_str(&text);
}

/* The measure of SLOT_MEASURE, as it is printed. */
static struct str printed_measure(struct model_fixture *fixture, const char *piece)
{
	struct str text = printed(fixture, sound_around(fixture, SLOT_MEASURE, piece));
	struct str line;

	while (str_next(&text, '\n', &line))
		if (str_starts(line, "\"measure\": "))
			return str_part(line, 11, line.length - 12);
	return (struct str){NULL, 0};
}

static const char models[] = SLURRYSCREEN_SOURCE_DIR "/data/models";

static struct source shipped(struct model_fixture *fixture, const char *file)
{
	struct source source;
	struct text path;

	text_init(&path, &fixture->arena);
	text_addf(&path, "%s/%s", models, file);
	assert_int_equal(source_read_file(&fixture->arena, path.at, &source), SOURCE_OK);
	return source;
}

static void test_shipped_model_reads(void **state)
{
	struct model_fixture *fixture = *state;
	struct source source = shipped(fixture, "slurry.json");
	const struct model *model = sound(fixture, source.text);

	check_text(model->name, "slurry");
	check_size(model->criterion_count, 7);
	check_size(model->verdict_count, 4);
	check_text(model->criteria[0].id, "compatibility");
	check_true(model->family != SIZE_MAX);
}

static void check_prints_the_same(struct model_fixture *fixture, struct str text)
{
	struct str once = printed(fixture, sound(fixture, text));

	check_str(printed(fixture, sound(fixture, once)), once);
}

static void test_printed_models_print_the_same(void **state)
{
	struct model_fixture *fixture = *state;
	DIR *folder = opendir(models);
	const struct dirent *entry;
	size_t count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		if (!str_contains(str_from(entry->d_name), STR_LITERAL(".json")))
			continue;
		check_prints_the_same(fixture, shipped(fixture, entry->d_name).text);
		count++;
	}
	(void)closedir(folder);
	check_true(count > 0);
}

static void test_defaults(void **state)
{
	struct model_fixture *fixture = *state;
	const struct model *model =
	    sound_around(fixture, SLOT_GATE,
			 "{'id': 'g', 'verdict': 'reject', 'why': 'w', 'of': 'part', "
			 "'any': [[{'given': 'salt'}]]}");
	const struct criterion *criterion = &model->criteria[0];
	const struct term *term = &model->terms[0];

	check_text(model->route, "m");
	check_double(model->floor, 0.01, 0.0);
	check_int(model->solvent, SOLVENT_NEEDED);
	check_true(model->family == SIZE_MAX);
	check_double(model->gates[0].factor, 1.0, 0.0);
	check_double(model->gates[0].from, 0.01, 0.0);
	check_int(criterion->combine, COMBINE_GEOMETRIC);
	check_text(criterion->label, "c");
	check_true(!criterion->limit && !criterion->measured && criterion->needs == ROLE_COUNT);
	check_double(term->weight, 1.0, 0.0);
	check_double(term->missing, 0.3, 0.0);
	check_int(term->mix, TERM_MIX_MEASURE);
	check_double(term->reading.none, (double)NAN, 0.0);
	check_double(term->reading.spread, 0.0, 0.0);
	check_true(!term->cap && term->when.count == 0 && !term->inferred);
}

static void test_label_and_short_label(void **state)
{
	struct model_fixture *fixture = *state;
	const struct model *model =
	    sound_around(fixture, SLOT_CRITERION,
			 "{'id': 'cleanliness', 'weight': 1, 'terms': [{'id': 'tidy', "
			 "'measure': 'solvent.logp', 'curve': [[0, 0], [1, 1]]}]}");

	check_text(model->criteria[0].short_label, "clea");
	check_text(model->criteria[0].label, "cleanliness");
	check_text(model->terms[0].label, "tidy");
}

static void test_roles(void **state)
{
	struct model_fixture *fixture = *state;
	struct source source = shipped(fixture, "slurry.json");
	const struct model *model = sound(fixture, source.text);
	const role_set se = 1u << ROLE_SE;
	const role_set binder = 1u << ROLE_BINDER;
	const role_set solvent = 1u << ROLE_SOLVENT;
	const role_set salt = 1u << ROLE_SALT;

	check_int(model->criteria[0].roles, se | solvent);
	check_int(model->criteria[1].roles, binder | solvent);
	check_int(model->criteria[2].roles, solvent);
	check_int(model->criteria[3].roles, solvent);
	check_int(model->criteria[5].roles, binder | salt);
	check_int(model->criteria[6].roles, salt | solvent);
	check_int(model->terms[0].roles, se | solvent);
	check_int(model->terms[1].roles, solvent);
	check_int(model->gates[0].roles, se | solvent);
}

static void test_measures_print_plainly(void **state)
{
	static const struct {
		const char *piece;
		const char *printed;
	} rows[] = {
	    {"'solvent.logp'", "\"solvent.logp\""},
	    {"{'value': 'solvent.logp'}", "\"solvent.logp\""},
	    {"{'value': 'solvent.logp', 'spread': 0.5}",
	     "{\"value\": \"solvent.logp\", \"spread\": 0.5}"},
	    {"{'ratio': [1, {'number': 2e0}]}", "{\"ratio\": [1, 2]}"},
	    {"{'number': 2, 'decades': 0.5}", "{\"number\": 2, \"decades\": 0.5}"},
	    {"{'first': ['solvent.logp']}", "{\"first\": [\"solvent.logp\"]}"},
	    {"{'log10': 'solvent.logp', 'mix': 'power'}",
	     "{\"log10\": \"solvent.logp\", \"mix\": \"power\"}"},
	    {"{'linear': 'solvent.logp', 'factor': 2}",
	     "{\"linear\": \"solvent.logp\", \"factor\": 2, \"offset\": 0}"},
	    {"{'count': 'solvent.ghs', 'mix': 'none'}", "{\"count\": \"solvent.ghs\"}"},
	    {"{'class': 'donor_number'}", "{\"class\": \"donor_number\"}"},
	    {"{'vapor': {'class': 'permittivity'}}", "{\"vapor\": {\"class\": \"permittivity\"}}"},
	    {"{'curve': [[1, -2]], 'of': 3}", "{\"curve\": [[1, -2]], \"of\": 3}"},
	    {"{'fact': ['exposure', 'se', 'solvent'], 'number': 'retention', 'grades': ['web'], "
	     "'in': ['marginal'], 'until': 60}",
	     "{\"fact\": [\"exposure\", \"se\", \"solvent\"], \"number\": \"retention\", "
	     "\"in\": [\"marginal\"], \"grades\": [\"web\"], \"until\": 60}"},
	    {"{'ranges': 'solvent.ghs', 'codes': {'H2': [1, 2]}}",
	     "{\"ranges\": \"solvent.ghs\", \"codes\": {\"H2\": [1, 2]}}"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_text(printed_measure(*state, rows[i].piece), rows[i].printed);
}

static void test_grades_but_patents_are_heard(void **state)
{
	struct model_fixture *fixture = *state;
	const struct model *model =
	    sound_around(fixture, SLOT_CONDITION,
			 "{'fact': ['exposure', 'other', 'solvent'], 'every': ['inert'], "
			 "'once': ['web'], 'unless': ['dissolves']}");
	const struct fact_query *query = model->gates[0].any[0].at[0].fact;

	for (size_t i = 0; fact_grades[i]; i++)
		check_int(query->grades >> i & 1u, strcmp(fact_grades[i], "patent") != 0);
	check_true(query->every && query->others);
	check_int(query->outcomes,
		  1u << fact_word(fact_files[FACT_EXPOSURE].outcomes, STR_LITERAL("inert")));
	check_int(query->grades_once, 1u << fact_word(fact_grades, STR_LITERAL("web")));
	check_double(query->until, (double)NAN, 0.0);
}

static void test_words_are_in_the_order_of_the_property(void **state)
{
	struct model_fixture *fixture = *state;
	const struct model *model = sound_around(
	    fixture, SLOT_TERM,
	    "{'id': 't', 'measure': 'binder.adhesion', 'words': {'high': 1, 'low': 0.1, "
	    "'medium': 0.5}}");
	const struct reading *reading = &model->terms[0].reading;

	check_size(reading->word_count, 3);
	check_text(reading->words[0].word, "low");
	check_double(reading->words[2].value, 1.0, 0.0);
	check_double(reading->words[2].cell, 2.0, 0.0);
}

static void test_stand_ins_keep_their_order(void **state)
{
	struct model_fixture *fixture = *state;
	const struct model *model =
	    sound_around(fixture, SLOT_TERM,
			 "{'id': 't', 'measure': 'solvent.flash_point', 'curve': [[0, 1]], "
			 "'else': {'solvent.flash_point': [{'class': 'permittivity'}, "
			 "{'linear': 'solvent.boiling_point'}], 'solvent.boiling_point': 100, "
			 "'measure': [{'measure': 'solvent.logp', 'curve': [[0, 1]]}]}}");
	const struct term *term = &model->terms[0];

	check_size(term->reading.stand_in_count, 3);
	check_int(term->reading.stand_ins[0].instead->op, MEASURE_CLASS);
	check_int(term->reading.stand_ins[1].instead->op, MEASURE_LINEAR);
	check_int(term->reading.stand_ins[2].instead->op, MEASURE_NUMBER);
	check_size(term->instead_count, 1);
}

/* +- in log10 holds on either side of 0: the interval keeps its value. */
static void test_decades_widen_what_is_below_zero(void **state)
{
	static const struct measure measures[] = {
	    {.op = MEASURE_NUMBER, .number = -2.0, .decades = 1.0},
	    {.op = MEASURE_NUMBER, .number = 2.0, .decades = 1.0},
	};
	const struct combo combo = {DB_NO_ROW, DB_NO_ROW, DB_NO_ROW, {NULL, 0}};
	const struct measure_context context = {.combo = &combo};
	struct num n;

	(void)state;
	n = measure_num(&measures[0], &context);
	check_double(n.low, -20.0, 1e-9);
	check_double(n.high, -0.2, 1e-9);
	n = measure_num(&measures[1], &context);
	check_double(n.low, 0.2, 1e-9);
	check_double(n.high, 20.0, 1e-9);
}

/* `count` gates or criteria, each with an id of its own. */
static struct str many(struct model_fixture *fixture, const char *piece, int count)
{
	struct text text;

	text_init(&text, &fixture->arena);
	for (int i = 0; i < count; i++)
		text_addf(&text, "%s{'id': 'x%d', %s}", i ? ", " : "", i, piece);
	return text_str(&text);
}

/* Arrays of the engine have room for so many, and not one more. */
static void test_too_many_gates_or_criteria(void **state)
{
	static const char gate[] = "'verdict': 'warn', 'why': 'w', 'any': [[{'given': 'salt'}]]";
	static const char criterion[] = "'weight': 1, 'combine': 'minimum', 'terms': [{'id': 't', "
					"'measure': 'solvent.logp', 'curve': [[0, 0], [1, 1]]}]";
	struct model_fixture *fixture = *state;

	for (int i = 0; i < 2; i++) {
		const enum model_slot slot = i ? SLOT_CRITERION : SLOT_GATE;
		const char *piece = i ? criterion : gate;
		const int most = 64;

		assert_non_null(sound_around(fixture, slot, many(fixture, piece, most).at));
		assert_null(model_fixture_read(
		    fixture,
		    model_fixture_around(
			fixture, slot,
			model_fixture_quotes(fixture, many(fixture, piece, most + 1).at).at)));
		assert_non_null(strstr(model_fixture_messages(fixture).at,
				       i ? "\"criteria\" takes at most 64 criteria, 65 given"
					 : "\"gates\" takes at most 64 gates, 65 given"));
	}
}

static void test_weight_is_set_in_a_copy(void **state)
{
	struct model_fixture *fixture = *state;
	struct source source = shipped(fixture, "slurry.json");
	const struct model *model = sound(fixture, source.text);
	size_t drying = model_find_criterion(model, STR_LITERAL("drying"));
	const struct model *other = model_with_weight(model, drying, 7.0, &fixture->arena);

	check_double(model->criteria[drying].weight, 0.15, 0.0);
	check_double(other->criteria[drying].weight, 7.0, 0.0);
	check_double(other->criteria[0].weight, 0.3, 0.0);
	check_true(model_find_criterion(model, STR_LITERAL("dryin")) == SIZE_MAX);
	check_true(model_find_term(model, drying, STR_LITERAL("donor")) == SIZE_MAX);
	check_size(model_find_term(model, drying, STR_LITERAL("boiling-point")), 5);
}

static void test_declared_property(void **state)
{
	struct model_fixture *fixture = *state;
	struct str text = model_fixture_around(
	    fixture, SLOT_HEAD,
	    "'properties': [{'key': 'price', 'unit': 'EUR/kg', 'min': 0, 'digits': 1}, "
	    "{'key': 'stock', 'table': 'binder', 'doc': 'Kilograms left.'}],"
	    "'gates': [{'id': 'dear', 'verdict': 'warn', 'why': 'w', 'any': "
	    "[[{'above': ['solvent.price', 10]}, {'known': 'binder.stock'}]]}],");
	const struct model *model;
	struct str once;

	fixture->source = source_from_text("model.json", text);
	fixture->db.properties =
	    model_declared_properties(&fixture->source, &fixture->arena, &fixture->sink);
	check_size(fixture->db.properties.count, property_count + 2);
	check_text(str_from(fixture->db.properties.rows[property_count].unit), "EUR/kg");
	check_text(str_from(fixture->db.properties.rows[property_count].label), "price");
	check_true(prop_in_table(&fixture->db.properties.rows[property_count + 1], TABLE_BINDERS));
	model = sound(fixture, text);
	once = printed(fixture, model);
	check_true(str_contains(once, STR_LITERAL("\"key\": \"price\"")));
	check_prints_the_same(fixture, text);
}

static void check_rows(const struct model_object *object)
{
	check_true(object->phrase && object->count > 0 && object->doc);
	for (size_t i = 0; i < object->count; i++) {
		const struct model_key *key = &object->keys[i];
		size_t doc = strlen(key->doc);

		check_size(model_key_find(object, str_from(key->key)), i);
		check_true(doc > 0 && key->doc[doc - 1] == '.');
		check_int(key->kind == MODEL_WORD, key->words != NULL);
		check_true(key->low <= key->high);
		if (key->kind == MODEL_NUMBER && !key->required && !isnan(key->otherwise))
			check_true(key->otherwise >= key->low && key->otherwise <= key->high);
	}
}

static void test_grammar_tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < MODEL_OBJECT_COUNT; i++)
		check_rows(&model_objects[i]);
	for (size_t i = 0; i < MEASURE_OP_COUNT; i++) {
		check_rows(&model_measures[i]);
		check_text(str_from(model_measures[i].keys[0].key), measure_types[i].word);
	}
	for (size_t i = 0; i < CONDITION_OP_COUNT; i++) {
		check_rows(&model_conditions[i]);
		check_text(str_from(model_conditions[i].keys[0].key), condition_types[i].word);
	}
	for (size_t i = 0; i < MODEL_KEY_KIND_COUNT; i++)
		check_true(model_key_types[i].phrase && model_key_types[i].json_types);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_shipped_model_reads, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_printed_models_print_the_same, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_label_and_short_label, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_roles, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_measures_print_plainly, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_grades_but_patents_are_heard, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_words_are_in_the_order_of_the_property, set_up,
					    tear_down),
	    cmocka_unit_test_setup_teardown(test_stand_ins_keep_their_order, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_weight_is_set_in_a_copy, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_too_many_gates_or_criteria, set_up, tear_down),
	    cmocka_unit_test(test_decades_widen_what_is_below_zero),
	    cmocka_unit_test_setup_teardown(test_declared_property, set_up, tear_down),
	    cmocka_unit_test(test_grammar_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
