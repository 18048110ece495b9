/* SPDX-License-Identifier: MIT */
/* Model files that are wrong: every mistake is told with its place. Cases: model_mistakes.txt. */
#include "check.h"

#include "model_fixture.h"

static const char *const slot_words[SLOT_COUNT] = {
    "file",      "head",      "verdicts", "caps", "gate",
    "condition", "criterion", "measured", "term", "measure",
};

/* "declared" is a head of which only the declared properties are read. */
static const char declared_word[] = "declared";

struct mistake {
	struct str slot;
	struct str piece;
	struct str expected;
};

/* A line with its end; false at the end of the text. */
static bool next_line(struct str *rest, struct str *line)
{
	size_t length = 0;

	while (length < rest->length && rest->at[length] != '\n')
		length++;
	*line = str_part(*rest, 0, length + 1);
	*rest = str_part(*rest, line->length, rest->length);
	return line->length > 0;
}

static bool next_mistake(struct str *rest, struct mistake *mistake)
{
	struct str line;

	do {
		if (!next_line(rest, &line))
			return false;
	} while (line.length == 1 || line.at[0] == '#');
	mistake->piece = str_part(line, 0, line.length - 1);
	str_next(&mistake->piece, ' ', &mistake->slot);
	mistake->expected = str_part(*rest, 0, 0);
	while (next_line(rest, &line) && line.length > 1)
		mistake->expected.length += line.length;
	return true;
}

static enum model_slot slot_of(struct str word)
{
	for (int i = 0; i < SLOT_COUNT; i++)
		if (str_is(word, slot_words[i]))
			return (enum model_slot)i;
	check_text(word, declared_word);
	return SLOT_HEAD;
}

static void make(struct model_fixture *fixture, const struct mistake *mistake)
{
	struct str piece = str_copy(&fixture->arena, mistake->piece);
	struct str text = model_fixture_around(fixture, slot_of(mistake->slot), piece.at);

	if (!str_is(mistake->slot, declared_word)) {
		assert_null(model_fixture_read(fixture, text));
		return;
	}
	diag_sink_init(&fixture->sink, &fixture->arena);
	fixture->source = source_from_text("model.json", text);
	(void)model_declared_properties(&fixture->source, &fixture->arena, &fixture->sink);
}

static struct str read_cases(struct arena *arena)
{
	struct source source;

	assert_int_equal(source_read_file(arena,
					  SLURRYSCREEN_SOURCE_DIR "/tests/unit/model_mistakes.txt",
					  &source),
			 SOURCE_OK);
	return source.text;
}

static void test_mistakes(void **state)
{
	size_t seen[DIAG_COUNT] = {0};
	struct arena arena;
	struct str rest;
	struct mistake mistake;

	(void)state;
	arena_init(&arena, NULL);
	rest = read_cases(&arena);
	while (next_mistake(&rest, &mistake)) {
		struct model_fixture fixture;

		model_fixture_open(&fixture);
		make(&fixture, &mistake);
		check_str(model_fixture_messages(&fixture), mistake.expected);
		for (int i = 0; i < DIAG_COUNT; i++)
			seen[i] += fixture.sink.total[i];
		model_fixture_close(&fixture);
	}
	for (int i = 0; i < DIAG_COUNT; i++)
		if (str_starts(str_from(diag_rules[i].slug), "model-") && seen[i] == 0)
			fail_msg("no case makes %s", diag_rules[i].slug);
	arena_release(&arena);
}

/* Caps name criteria: a model with many mistakes is read to its end. */
static void test_all_mistakes_are_told_at_once(void **state)
{
	struct model_fixture fixture;
	struct str text;

	(void)state;
	model_fixture_open(&fixture);
	text = model_fixture_quotes(
	    &fixture, "{'format': 'x', 'name': 'm',\n"
		      "'verdicts': [{'word': 'good', 'at': 5}],\n"
		      "'gates': [{'id': 'g', 'verdict': 'warn', 'any': [[{'given': 'x'}]]}],\n"
		      "'missing_caps': [{'in': ['x'], 'at_most': 'good'}],\n"
		      "'criteria': [{'id': 'c', 'weight': 1,\n"
		      "'terms': [{'id': 't', 'measure': 'x'}]}]}\n");
	assert_null(model_fixture_read(&fixture, text));
	check_size(fixture.sink.severities[DIAG_ERROR], 6);
	model_fixture_close(&fixture);
}

/* A mistake that was there before does not make a sound model unsound. */
static void test_earlier_mistakes_do_not_count(void **state)
{
	struct model_fixture fixture;
	struct str text;

	(void)state;
	model_fixture_open(&fixture);
	text = model_fixture_around(&fixture, SLOT_HEAD, "");
	fixture.source = source_from_text("model.json", text);
	DIAG_REPORT(&fixture.sink, MODEL_WEIGHTS, (struct place){0}, "thing");
	assert_non_null(model_read(&fixture.source, &fixture.db, &fixture.arena, &fixture.sink));
	model_fixture_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_all_mistakes_are_told_at_once),
	    cmocka_unit_test(test_earlier_mistakes_do_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
