/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "report/flat.h"
#include "sample_ranking.h"
#include "sample_report.h"

static struct arena arena;

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena, NULL);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct report report_of(size_t binders, bool salt)
{
	const struct ranking *ranking = sample_ranking(binders, salt, &arena);
	const struct run_head head = sample_head(ranking);

	return rank_report(ranking, &head, &arena);
}

static struct str written(const char *format, const struct report *report, int width)
{
	struct format_options options = format_options_default();

	options.width = width;
	return format_to_text(format, report, &options, &arena);
}

/* One row as a compact JSON object. */
static struct str row_json(size_t row, bool salt)
{
	const struct report report = report_of(1, salt);
	struct str all = written("jsonl", &report, 80);
	struct str line = {NULL, 0};

	for (size_t i = 0; i <= row + 1; i++)
		check_true(str_next(&all, '\n', &line));
	return line;
}

static void test_pure_solvent(void **state)
{
	(void)state;
	check_text(
	    row_json(0, false),
	    "{\"rank\":1,\"se\":{\"id\":\"li6ps5cl\",\"name\":\"Li6PS5Cl\"},"
	    "\"binder\":{\"id\":\"nbr\",\"name\":\"Nitrile butadiene rubber, about 33 wt% "
	    "acrylonitrile\"},"
	    "\"solvent\":{\"id\":\"p-xylene\",\"name\":\"p-Xylene\",\"cas\":\"106-42-3\"},"
	    "\"salt\":null,"
	    "\"parts\":[{\"id\":\"p-xylene\",\"fraction\":1,\"mass_fraction\":1}],"
	    "\"route\":\"slurry\",\"score\":78.4,\"score_low\":68.4,\"score_high\":83.4,"
	    "\"verdict\":\"usable\",\"coverage\":0.625,"
	    "\"criteria\":{"
	    "\"compatibility\":{\"value\":0.5,\"low\":0.4,\"high\":0.55,\"state\":\"measured\"},"
	    "\"solubility\":{\"value\":0.5,\"low\":0.4,\"high\":0.55,\"state\":\"measured\"},"
	    "\"salt\":null},"
	    "\"inferred\":[],\"missing\":[],\"unchecked\":[],\"rejected_by\":[],\"warnings\":[],"
	    "\"precedents\":[\"sys-a\",\"exp-b\"],\"reference\":false,\"like_best\":true,"
	    "\"coverage_measured\":0.625,\"coverage_compiled\":0,\"coverage_calculated\":0,"
	    "\"coverage_estimated\":0,\"coverage_fitted\":0,\"coverage_judgement\":0,"
	    "\"coverage_uncited\":0,\"coverage_inferred\":0.25,\"coverage_missing\":0.125}");
}

static void check_has(struct str text, const char *part)
{
	if (!str_contains(text, str_from(part)))
		print_error("%s\nis not in\n" STR_FORMAT "\n", part, STR_ARGS(text));
	check_true(str_contains(text, str_from(part)));
}

/* 0.2 * 2.48 : 0.8 * 0.85 by mass */
static void test_blend(void **state)
{
	const struct str row = row_json(1, true);

	(void)state;
	check_has(row, "\"solvent\":{\"id\":\"dibromomethane:hexyl-butyrate=20:80\","
		       "\"name\":\"Dibromomethane + Hexyl butyrate 20:80\",\"cas\":null}");
	check_has(row, "{\"id\":\"dibromomethane\",\"fraction\":0.2,"
		       "\"mass_fraction\":0.42176870748299");
	check_has(row, "\"salt\":{\"id\":\"litfsi\",\"name\":\"LiTFSI\"}");
	check_has(row, "\"inferred\":[\"compatibility.donor\"],\"missing\":[\"solubility.red\"],"
		       "\"unchecked\":[\"solid\"],\"rejected_by\":[],"
		       "\"warnings\":[{\"gate\":\"cmr\",\"why\":\"may cause cancer\","
		       "\"source\":null}]");
}

static void test_rejected(void **state)
{
	const struct str row = row_json(2, false);

	(void)state;
	check_has(row, "{\"rank\":null,");
	check_has(row, "\"score\":4.5,");
	check_has(row, "\"verdict\":\"rejected\"");
	check_has(row, "\"rejected_by\":[{\"gate\":\"strong-donor\",\"by\":\"measurement\","
		       "\"why\":\"decomposes the electrolyte\",\"source\":\"kim2022\"}]");
	check_has(row, "\"reference\":true,\"like_best\":false");
}

/* Weights are those of the criteria that count; hashes are asked for. */
static void test_head(void **state)
{
	const struct report without = report_of(1, false);
	const struct report with = report_of(1, true);

	(void)state;
	check_has(written("jsonl", &without, 80),
		  "{\"format\":\"slurryscreen-ranking/1\",\"program\":\"slurryscreen 0.1.0\","
		  "\"command\":\"screen --se li6ps5cl --binder nbr\","
		  "\"model\":{\"name\":\"slurry\",\"route\":\"slurry\","
		  "\"weights\":{\"compatibility\":0.75,\"solubility\":0.25,\"salt\":0}},"
		  "\"database\":{\"version\":\"0.1.0\",\"sha256\":\""
		  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\","
		  "\"overlays\":[{\"file\":\"mine.csv\",\"sha256\":\""
		  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]}}\n");
	check_has(written("jsonl", &with, 80),
		  "\"weights\":{\"compatibility\":0.375,\"solubility\":0.125,\"salt\":0.5}");
}

/* The columns do not depend on what is asked for. */
static void test_flat_keys(void **state)
{
	const struct report report = report_of(2, false);
	struct str all = written("csv", &report, 80);
	struct str head = {NULL, 0};

	(void)state;
	check_true(str_next(&all, '\n', &head));
	check_text(head,
		   "rank,se,se_name,binder,binder_name,solvent,solvent_name,solvent_cas,salt,"
		   "salt_name,parts,fractions,mass_fractions,route,"
		   "score,score_low,score_high,verdict,coverage,"
		   "compatibility,compatibility_low,compatibility_high,compatibility_state,"
		   "solubility,solubility_low,solubility_high,solubility_state,"
		   "criteria_salt,criteria_salt_low,criteria_salt_high,criteria_salt_state,"
		   "inferred,missing,unchecked,rejected_by,warnings,precedents,reference,like_best,"
		   "coverage_measured,coverage_compiled,coverage_calculated,coverage_estimated,"
		   "coverage_fitted,coverage_judgement,coverage_uncited,coverage_inferred,"
		   "coverage_missing");
}

static void test_table(void **state)
{
	const struct report report = report_of(1, false);

	(void)state;
	check_text(
	    written("table", &report, 80),
	    "Li6PS5Cl with NBR, slurry route: 7 solvents screened, 4 ranked, 3 rejected\n"
	    "\n"
	    "#   solvent                            score      verdict   known  comp   solu\n"
	    "--------------------------------------------------------------------------------\n"
	    "1   p-Xylene                           78  68-83  usable      63%  ##+..  ##+..\n"
	    "2 = Dibromomethane + Hexyl butyrat...  61  51-66  usable      63%  ##+..~ ##+..?\n"
	    "--------------------------------------------------------------------------------\n"
	    "  * N-Methyl-2-pyrrolidone              5  -6-10  rejected    63%  ##+..  ##+..\n"
	    "\n"
	    "3 rejected (one may fail several gates):\n"
	    "      2  solid         solid at 20 degC\n"
	    "      1  strong-donor  decomposes the electrolyte\n"
	    "2 left out by --where.\n"
	    "1 left out because a property that --where asks for is unknown.\n"
	    "\n"
	    "Score   0 to 100, and the interval in which it may lie; that of 2 of the 2\n"
	    "        ranked rows shown overlaps the best one's (=)\n"
	    "Bars    0 to 1, and weights: comp compatibility with the electrolyte 75%, solu\n"
	    "        solubility of the binder 25%\n"
	    "Marks   ~ inferred from a stand-in, ? nothing known, = cannot be told from the\n"
	    "        best row, * the reference solvent\n"
	    "Shown   the best 2 of 4; --top N shows more\n"
	    "Data    slurryscreen 0.1.0, database 0123456789ab with mine.csv (ba7816bf8f01);\n"
	    "        model slurry\n"
	    "Why     screen explain --se li6ps5cl --binder nbr --solvent p-xylene\n"
	    "Again   screen --se li6ps5cl --binder nbr\n");
}

static void test_binder_shown_only_if_there_are_several(void **state)
{
	const struct report one = report_of(1, true);
	const struct report two = report_of(2, true);

	(void)state;
	check_false(str_contains(written("table", &one, 140), STR_LITERAL("binder  ")));
	check_has(written("table", &two, 140), "#   binder  solvent ");
	check_has(written("table", &two, 140), "1   NBR     p-Xylene ");
	check_has(written("table", &two, 140),
		  "Li6PS5Cl with NBR, SEBS and LiTFSI, slurry route: 7 combinations screened");
}

/* What a shell would read otherwise is quoted. */
static void test_explain_can_be_pasted(void **state)
{
	const struct ranking *ranking = sample_ranking(1, false, &arena);
	struct part odd = {4, 1};
	struct run_head head = sample_head(ranking);
	struct evaluation evaluation = *ranking->rows[0].evaluation;
	struct ranking_row row = ranking->rows[0];
	struct ranking changed = *ranking;
	struct report report;

	(void)state;
	evaluation.combo.solvent.parts = &odd;
	row.evaluation = &evaluation;
	changed.rows = &row;
	changed.row_count = changed.ranked_rows = 1;
	report = rank_report(&changed, &head, &arena);
	check_has(written("table", &report, 100), " --solvent 'it'\\''s odd'\n");
	head.next.length = 0;
	report = rank_report(&changed, &head, &arena);
	check_false(str_contains(written("table", &report, 100), STR_LITERAL("Why  ")));
}

static void test_every_field_has_words(void **state)
{
	const struct report report = report_of(1, false);

	(void)state;
	for (size_t i = 0; i < report.type->count; i++) {
		const struct field *field = &report.type->fields[i];

		assert_non_null(field->label);
		assert_non_null(field->unit);
		assert_non_null(field->doc);
		check_true(field->doc[strlen(field->doc) - 1] == '.');
		for (size_t k = 0; k < i; k++)
			check_true(strcmp(report.type->fields[k].key, field->key) != 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_pure_solvent, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_blend, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_rejected, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_head, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_flat_keys, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_table, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_binder_shown_only_if_there_are_several, set_up,
					    tear_down),
	    cmocka_unit_test_setup_teardown(test_explain_can_be_pasted, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_every_field_has_words, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
