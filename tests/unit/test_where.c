/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "cli/where.h"

struct parsing {
	const char *test;
	struct filter filter;
};

static enum session_status parse(struct session *session, void *context)
{
	struct parsing *parsing = context;

	return where_parse(session, str_from(parsing->test), &parsing->filter);
}

static int open_session(void **state)
{
	*state = session_open(NULL);
	return *state ? 0 : -1;
}

static int close_session(void **state)
{
	session_close(*state);
	return 0;
}

static const struct {
	const char *test;
	enum role role;
	const char *property;
	enum filter_op op;
	double number;
	const char *word; /* NULL: not looked at */
} tests_read[] = {
    {"flash_point>=60", ROLE_SOLVENT, "flash_point", FILTER_AT_LEAST, 60, NULL},
    {"solvent.flash_point >= 60", ROLE_SOLVENT, "flash_point", FILTER_AT_LEAST, 60, NULL},
    {"flash_point<60 degC", ROLE_SOLVENT, "flash_point", FILTER_LESS, 60, NULL},
    {"boiling_point<373.15K", ROLE_SOLVENT, "boiling_point", FILTER_LESS, 100, NULL},
    {"boiling_point>212degF", ROLE_SOLVENT, "boiling_point", FILTER_MORE, 100, NULL},
    {"flash_point>-20", ROLE_SOLVENT, "flash_point", FILTER_MORE, -20, NULL},
    {"vapor_pressure<=1000Pa", ROLE_SOLVENT, "vapor_pressure", FILTER_AT_MOST, 1, NULL},
    {"flash_point=none", ROLE_SOLVENT, "flash_point", FILTER_EQUAL, HUGE_VAL, "none"},
    {"logp!=1e0", ROLE_SOLVENT, "logp", FILTER_UNEQUAL, 1, NULL},
    {"ghs~H350", ROLE_SOLVENT, "ghs", FILTER_HAS, 0, "H350"},
    {"protic=no", ROLE_SOLVENT, "protic", FILTER_EQUAL, 0, "no"},
    {"protic!=YES", ROLE_SOLVENT, "protic", FILTER_UNEQUAL, 1, "yes"},
    {"tg<0", ROLE_BINDER, "tg", FILTER_LESS, 0, NULL},
    {"adhesion=high", ROLE_BINDER, "adhesion", FILTER_EQUAL, 2, "high"},
    {"binder.hansen_d>18", ROLE_BINDER, "hansen_d", FILTER_MORE, 18, NULL},
    {"hansen_d>18", ROLE_SOLVENT, "hansen_d", FILTER_MORE, 18, NULL},
    {"se.density<2", ROLE_SE, "density", FILTER_LESS, 2, NULL},
    {"electrolyte.density<2", ROLE_SE, "density", FILTER_LESS, 2, NULL},
    {"salt.molar_mass<200", ROLE_SALT, "molar_mass", FILTER_LESS, 200, NULL},
};

static void tests_are_read(void **state)
{
	for (size_t i = 0; i < COUNT_OF(tests_read); i++) {
		struct parsing parsing = {.test = tests_read[i].test};
		const struct prop_set *set;

		print_message("  %s\n", parsing.test);
		check_int(session_run(*state, parse, &parsing), SESSION_OK);
		set = &session_db(*state)->properties;
		check_int(parsing.filter.role, tests_read[i].role);
		check_text(str_from(set->rows[parsing.filter.property].key),
			   tests_read[i].property);
		check_int(parsing.filter.op, tests_read[i].op);
		check_double(parsing.filter.number, tests_read[i].number, 1e-9);
		if (tests_read[i].word)
			check_text(parsing.filter.word, tests_read[i].word);
	}
}

static const struct {
	const char *test;
	const char *problem;
	const char *advice; /* begins so */
} mistakes[] = {
    {"flash_point", "--where 'flash_point': no operator (= != < <= > >= ~)", "such as"},
    {">=60", "--where '>=60': no property before the operator", "such as"},
    {"flash_point>=", "--where 'flash_point>=': no value after the operator", "such as"},
    {"flashpoint>=60", "--where: no property is called 'flashpoint'",
     "did you mean 'flash_point'?\n"},
    {"binder.flash_point>=60", "--where: a binder has no property 'flash_point'",
     "'screen list properties'"},
    {"foo.tg>1", "--where 'foo.tg>1': before the point stands solvent, binder, se or salt",
     "such as"},
    {"flash_point>=60x", "--where: 'x' is no unit of flash_point", "flash_point is given in "},
    {"flash_point>=60kPa", "--where: 'kPa' is no unit of flash_point", "flash_point is given in "},
    {"logp>1K", "--where: 'K' is no unit of logp", "logp has no unit"},
    {"flash_point>=60,5", "--where 'flash_point>=60,5': write the number with a decimal point",
     "such as"},
    {"flash_point>=high", "--where 'flash_point>=high': the value is no number", "such as"},
    {"flash_point>=1e999", "--where 'flash_point>=1e999': the number is beyond all range",
     "such as"},
    {"flash_point~6", "--where 'flash_point~6': a number is compared by = != < <= > >=", "such as"},
    {"protic=maybe", "--where: 'maybe' is no word for protic", "protic is one of: no, yes"},
    {"adhesion=hihg", "--where: 'hihg' is no word for adhesion", "did you mean 'high'?\n"},
    {"ghs>H350", "--where 'ghs>H350': codes are compared by = != ~", "such as"},
};

static void mistakes_are_named(void **state)
{
	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		struct parsing parsing = {.test = mistakes[i].test};

		print_message("  %s\n", parsing.test);
		check_int(session_run(*state, parse, &parsing), SESSION_USAGE);
		check_text(session_problem(*state), mistakes[i].problem);
		check_true(str_starts(session_advice(*state), mistakes[i].advice));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(tests_are_read, open_session, close_session),
	    cmocka_unit_test_setup_teardown(mistakes_are_named, open_session, close_session),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
