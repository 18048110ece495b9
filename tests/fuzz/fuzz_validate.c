/* SPDX-License-Identifier: MIT */
/*
 * Checks and repairs: whatever the bytes are, findings stand in the text, a repair changes no value
 * that could be read before, and a repaired file needs no second repair.
 */
#include "fuzz.h"

#include <math.h>

#include "check/check.h"
#include "check/fix.h"
#include "data/load.h"
#include "read/csv.h"

struct fuzzed {
	struct arena arena;
	struct arena scratch;
	struct arena row;
	struct db known; /* the built-in one without its ledger: that takes long to read */
	bool decimal_comma;
};

static struct check_arenas arenas_of(struct fuzzed *fuzzed)
{
	return (struct check_arenas){&fuzzed->arena, &fuzzed->scratch, &fuzzed->row};
}

static void check(struct fuzzed *fuzzed, const struct source *source)
{
	const struct check_options options = {.decimal_comma = fuzzed->decimal_comma,
					      .known = &fuzzed->known,
					      .base = &fuzzed->known};
	const struct check_arenas arenas = arenas_of(fuzzed);
	struct diag_sink sink;

	diag_sink_init(&sink, &fuzzed->arena);
	(void)check_run(source, 1, &options, &arenas, &sink);
	for (size_t i = 0; i < sink.count; i++) {
		const struct place place = sink.items[i].place;

		FUZZ_CHECK(place.source == source && place.offset <= source->text.length);
		FUZZ_CHECK(place.length <= source->text.length - place.offset);
	}
	fuzz_print(&sink, &fuzzed->scratch);
}

static struct fix find_repairs(struct fuzzed *fuzzed, const struct source *source,
			       bool decimal_comma)
{
	const struct prop_set set = {properties, property_count};
	const struct row_options options = {NULL, 0, decimal_comma, &set};
	const struct check_arenas arenas = arenas_of(fuzzed);

	return fix_find(source, &options, &arenas);
}

static const struct db *load(struct fuzzed *fuzzed, const struct source *source, char separator,
			     bool decimal_comma)
{
	const struct load_options options = {.separator = separator,
					     .decimal_comma = decimal_comma};
	struct diag_sink dropped;

	diag_sink_init(&dropped, &fuzzed->arena);
	return db_load(source, 1, &options, &fuzzed->arena, &fuzzed->scratch, &dropped);
}

static bool any_row(void *context, const struct csv_row *row)
{
	(void)context;
	(void)row;
	return true;
}

/* Rows that cannot be read stay as they are, and what separates their cells is anybody's guess. */
static bool is_clean_csv(struct fuzzed *fuzzed, const struct source *source)
{
	struct diag_sink sink;

	diag_sink_init(&sink, &fuzzed->arena);
	csv_read(source, row_separator(source->text), &fuzzed->scratch, &sink, any_row, NULL);
	return !diag_has_errors(&sink);
}

/* Rounded to three digits at the least, temperatures to a tenth. */
static void check_cell(double before, double after)
{
	if (isfinite(before))
		FUZZ_CHECK(fabs(after - before) <= 0.0051 * fabs(before) + 0.051);
}

static void check_values(const struct db *before, const struct db *after)
{
	for (unsigned t = 0; t < TABLE_COUNT; t++) {
		FUZZ_CHECK(after->tables[t].count >= before->tables[t].count);
		for (size_t row = 0; row < before->tables[t].count; row++)
			for (size_t i = 0; i < property_count; i++)
				if (properties[i].kind == PROP_NUMBER)
					check_cell(db_cell(before, t, row, i),
						   db_cell(after, t, row, i));
	}
}

static void repair(struct fuzzed *fuzzed, const struct source *source)
{
	const struct fix fix = find_repairs(fuzzed, source, fuzzed->decimal_comma);
	const struct source fixed =
	    source_from_text("fixed", fix_apply(source, &fix, &fuzzed->arena));
	size_t end = 0;

	for (size_t i = 0; i < fix.count; i++) {
		FUZZ_CHECK(fix.edits[i].place.offset >= end);
		end = fix.edits[i].place.offset + fix.edits[i].place.length;
	}
	FUZZ_CHECK(end <= source->text.length);
	if (row_looks_like_json(source->text))
		return;
	if (is_clean_csv(fuzzed, source))
		FUZZ_CHECK(find_repairs(fuzzed, &fixed, false).count == 0);
	check_values(load(fuzzed, source, row_separator(source->text), fuzzed->decimal_comma),
		     load(fuzzed, &fixed, ',', false));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzzed fuzzed = {.known = *db_builtin()};

	fuzzed.known.texts = (struct db_texts){0};
	arena_init(&fuzzed.arena, NULL);
	arena_init(&fuzzed.scratch, NULL);
	arena_init(&fuzzed.row, NULL);
	for (int i = 0; i < 2; i++) {
		const struct source source = fuzz_source(&fuzzed.arena, data, size);

		check(&fuzzed, &source);
		repair(&fuzzed, &source);
		arena_clear(&fuzzed.row);
		arena_clear(&fuzzed.scratch);
		arena_clear(&fuzzed.arena);
		fuzzed.decimal_comma = true;
	}
	arena_release(&fuzzed.row);
	arena_release(&fuzzed.scratch);
	arena_release(&fuzzed.arena);
	return 0;
}
