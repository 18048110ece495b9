/* SPDX-License-Identifier: MIT */
/* What a score rests on, as fields of a ranking's row: the coverage and its shares by kind. */
#include "engine/eval_term.h"
#include "engine/rank_parts.h"

/* Indices of the shares: the kinds of numbers, then the whole, then these. */
enum {
	COVERAGE_INFERRED = RANK_COVERAGE_ALL + 1,
	COVERAGE_MISSING,
};

static double coverage_of(const struct evaluation *evaluation, size_t index)
{
	switch (index) {
	case RANK_COVERAGE_ALL:
		return evaluation->coverage;
	case COVERAGE_INFERRED:
		return evaluation->coverage_inferred;
	case COVERAGE_MISSING:
		return evaluation->coverage_missing;
	default:
		return evaluation->coverage_kinds[index];
	}
}

struct value rank_get_coverage(const struct field *field, const void *row, struct arena *arena)
{
	const struct ranking_row *ranked = row;

	(void)arena;
	return value_number(eval_round(coverage_of(ranked->evaluation, field->index)));
}

static const char *joined_key(struct arena *arena, const char *front, const char *end)
{
	struct text text;

	text_init(&text, arena);
	text_addf(&text, "%s%s", front, end);
	return text.at;
}

/* One field a kind of number, then inferred and missing. */
size_t rank_add_coverages(struct field *fields, struct arena *arena)
{
	size_t count = 0;

	for (size_t i = 0; i <= COVERAGE_MISSING; i++) {
		const char *word = i < NUM_KIND_COUNT       ? num_kind_word((enum num_kind)i)
				   : i == COVERAGE_INFERRED ? "inferred"
							    : "missing";

		if (i == RANK_COVERAGE_ALL)
			continue;
		fields[count++] = (struct field){
		    .key = joined_key(arena, "coverage_", word),
		    .label = joined_key(arena, "share ", word),
		    .unit = "",
		    .kind = VALUE_NUMBER,
		    .digits = 2,
		    .where = FIELD_MACHINE,
		    .doc = "Share of the weights whose weakest input is of this kind.",
		    .get = rank_get_coverage,
		    .index = i,
		};
	}
	return count;
}
