/* SPDX-License-Identifier: MIT */
/* How firm a place is, as fields of a ranking's row. */
#include "engine/rank_parts.h"
#include "engine/robust.h"

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

enum { ROBUST_FIRST, ROBUST_TOP_THREE, ROBUST_LOW, ROBUST_HIGH, ROBUST_RANGE };

static struct value get_robust(const struct field *field, const void *row, struct arena *arena)
{
	const struct robust_row *robust = ((const struct ranking_row *)row)->robust;
	struct text text;

	if (!robust)
		return value_null();
	switch (field->index) {
	case ROBUST_FIRST:
		return value_number(robust->first);
	case ROBUST_TOP_THREE:
		return value_number(robust->top_three);
	case ROBUST_LOW:
		return value_number((double)robust->rank_low);
	case ROBUST_HIGH:
		return value_number((double)robust->rank_high);
	default:
		text_init(&text, arena);
		text_addf(&text, "%zu-%zu", robust->rank_low, robust->rank_high);
		return value_text(text_str(&text));
	}
}

#define ROBUST_FIELD(key_, label_, kind_, where_, show_, priority_, what_, doc_)                   \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = (kind_), .digits = 0,        \
		.where = (where_), .show = (show_), .priority = (priority_), .doc = (doc_),        \
		.get = get_robust, .index = (what_)                                                \
	}

const struct field rank_robust_fields[RANK_ROBUST_FIELDS] = {
    ROBUST_FIELD("p_first", "first", VALUE_NUMBER, BOTH, SHOW_PERCENT, 0, ROBUST_FIRST,
		 "Share of the draws over weights and values in which it comes first."),
    ROBUST_FIELD("p_top3", "top 3", VALUE_NUMBER, BOTH, SHOW_PERCENT, PRIORITY_CRITERIA,
		 ROBUST_TOP_THREE, "Share of the draws in which it is among the first three."),
    ROBUST_FIELD("rank_low", "rank, low", VALUE_NUMBER, FIELD_MACHINE, SHOW_PLAIN,
		 PRIORITY_CRITERIA, ROBUST_LOW, "5 % quantile of its rank over the draws."),
    ROBUST_FIELD("rank_high", "rank, high", VALUE_NUMBER, FIELD_MACHINE, SHOW_PLAIN,
		 PRIORITY_CRITERIA, ROBUST_HIGH, "95 % quantile of its rank over the draws."),
    ROBUST_FIELD("rank_range", "ranks", VALUE_TEXT, FIELD_PEOPLE, SHOW_PLAIN, PRIORITY_CRITERIA,
		 ROBUST_RANGE, "5 to 95 % range of its rank over the draws."),
};
