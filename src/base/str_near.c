/* SPDX-License-Identifier: MIT */
/* How far two words are apart: optimal string alignment distance, over what differs only. */
#include "base/str.h"

#include <string.h>

static bool same(char a, char b, bool fold)
{
	return fold ? ascii_to_lower(a) == ascii_to_lower(b) : a == b;
}

static void drop_common_ends(struct str *a, struct str *b, bool fold)
{
	while (a->length > 0 && b->length > 0 && same(a->at[0], b->at[0], fold)) {
		*a = str_part(*a, 1, a->length);
		*b = str_part(*b, 1, b->length);
	}
	while (a->length > 0 && b->length > 0 &&
	       same(a->at[a->length - 1], b->at[b->length - 1], fold)) {
		a->length--;
		b->length--;
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Three rows of the table are enough: neighbours swapped look back two. */
struct rows {
	size_t before[STR_DISTANCE_MAX + 1];
	size_t above[STR_DISTANCE_MAX + 1];
	size_t here[STR_DISTANCE_MAX + 1];
};

/* Row i of the table; returns its least entry. */
static size_t fill_row(struct rows *rows, struct str a, struct str b, size_t i, bool fold)
{
	size_t row_least = rows->here[0] = i;

	for (size_t j = 1; j <= b.length; j++) {
		const bool equal = same(a.at[i - 1], b.at[j - 1], fold);
		size_t edits = least(rows->above[j], rows->here[j - 1]) + 1;

		edits = least(edits, rows->above[j - 1] + !equal);
		if (i > 1 && j > 1 && same(a.at[i - 1], b.at[j - 2], fold) &&
		    same(a.at[i - 2], b.at[j - 1], fold))
			edits = least(edits, rows->before[j - 2] + 1);
		rows->here[j] = edits;
		row_least = least(row_least, edits);
	}
	return row_least;
}

static size_t distance(struct str a, struct str b, size_t limit, bool fold)
{
	struct rows rows;
	size_t apart;

	drop_common_ends(&a, &b, fold);
	apart = a.length > b.length ? a.length - b.length : b.length - a.length;
	if (apart > limit || a.length > STR_DISTANCE_MAX || b.length > STR_DISTANCE_MAX)
		return limit + 1;
	memset(&rows, 0, sizeof rows);
	for (size_t j = 0; j <= b.length; j++)
		rows.here[j] = j;
	for (size_t i = 1; i <= a.length; i++) {
		memcpy(rows.before, rows.above, sizeof rows.above);
		memcpy(rows.above, rows.here, sizeof rows.here);
		/* A swap may still reach back from the next row, hence one edit of grace. */
		if (fill_row(&rows, a, b, i, fold) > limit + 1)
			return limit + 1;
	}
	return least(rows.here[b.length], limit + 1);
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
	return distance(a, b, limit, false);
}

size_t str_nearest(struct str s, const struct str *candidates, size_t count)
{
	size_t nearest = SIZE_MAX;
	size_t nearest_distance = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		const size_t longer =
		    candidates[i].length > s.length ? candidates[i].length : s.length;
		const size_t limit = longer / 3;
		const size_t edits = distance(s, candidates[i], limit, true);

		if (edits <= limit && edits < nearest_distance) {
			nearest = i;
			nearest_distance = edits;
		}
	}
	return nearest;
}
