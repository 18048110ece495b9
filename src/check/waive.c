/* SPDX-License-Identifier: MIT */
/* "slug: reason" in the ledger: the finding stays, as a note. */
#include <stdlib.h>
#include <string.h>

#include "check/provenance.h"
#include "check/provenance_parts.h"

static void add_waive(struct provenance *provenance, struct waive waive)
{
	const uint64_t *first;
	size_t at;

	provenance->waives =
	    arena_extend(provenance->arenas.arena, provenance->waives, provenance->waive_count,
			 &provenance->waive_capacity, sizeof *provenance->waives);
	at = provenance->waive_count++;
	waive.last = at;
	provenance->waives[at] = waive;
	first = seen_add(&provenance->index, waive.material, at);
	if (!first)
		return;
	provenance->waives[provenance->waives[*first].last].next = at;
	provenance->waives[*first].last = at;
}

/* Slugs, separated by blanks, commas or ';', up to the colon; false if one is not known. */
static bool take_slugs(struct provenance *provenance, struct str slugs, struct waive waive)
{
	bool known = false;

	while (slugs.length > 0) {
		size_t length = 0;

		while (length < slugs.length && !memchr(" ,;", slugs.at[length], 3))
			length++;
		if (length > 0) {
			waive.finding = diag_find(str_part(slugs, 0, length));
			if (waive.finding == DIAG_COUNT)
				return false;
			add_waive(provenance, waive);
			known = true;
		}
		slugs = str_part(slugs, length + 1, slugs.length);
	}
	return known;
}

void provenance_take_waive(struct provenance *provenance, const struct check_cell *cell,
			   struct str material, struct str property)
{
	struct str rest = cell->text;
	struct str slugs;

	if (!str_next(&rest, ':', &slugs))
		return;
	rest = str_trim(rest);
	if (rest.length == 0 ||
	    !take_slugs(
		provenance, slugs,
		(struct waive){provenance_hash(PROVENANCE_WAIVED, material, STR_LITERAL("")),
			       provenance_hash(PROVENANCE_CELL, material, property), DIAG_COUNT,
			       str_copy(provenance->arenas.arena, rest), SIZE_MAX, 0}))
		DIAG_REPORT(provenance->sink, WAIVE_UNKNOWN, cell->place, STR_ARGS(cell->text));
}

static void add_span(struct provenance *provenance, struct place place, const struct waive *waive)
{
	provenance->spans =
	    arena_extend(provenance->arenas.arena, provenance->spans, provenance->span_count,
			 &provenance->span_capacity, sizeof *provenance->spans);
	provenance->spans[provenance->span_count++] =
	    (struct waive_span){place.source, place.offset, place.length, waive};
}

/* These say something about one cell; the rest about how several of a row go together. */
static bool is_about_one_cell(enum diag_id finding)
{
	return finding == DIAG_VALUE_USUAL || finding == DIAG_VALUE_RANGE;
}

static void note_waive(struct provenance *provenance, const struct check_row *row,
		       struct str material, const struct waive *waive)
{
	if (!is_about_one_cell(waive->finding)) {
		add_span(provenance, row->place, waive);
		return;
	}
	for (size_t i = 0; i < row->head->count; i++)
		if (provenance_hash(PROVENANCE_CELL, material, row->head->columns[i].key) ==
		    waive->cell)
			add_span(provenance, row->cells[i].place, waive);
}

void provenance_note_row(struct provenance *provenance, const struct check_row *row,
			 struct str material)
{
	const uint64_t *const first = seen_find(
	    &provenance->index, provenance_hash(PROVENANCE_WAIVED, material, STR_LITERAL("")));

	if (!first)
		return;
	for (size_t i = *first; i != SIZE_MAX; i = provenance->waives[i].next)
		note_waive(provenance, row, material, &provenance->waives[i]);
}

void provenance_waive(struct diag_sink *sink, struct diag *diag, struct str reason)
{
	struct text hint;

	if (diag->severity == DIAG_NOTE)
		return;
	sink->severities[diag->severity]--;
	sink->severities[DIAG_NOTE]++;
	diag->severity = DIAG_NOTE;
	text_init(&hint, sink->arena);
	text_addf(&hint, "waived in the ledger: " STR_FORMAT, STR_ARGS(reason));
	diag->hint = hint.at;
}

const struct waive *provenance_find_waive(const struct provenance *provenance, uint64_t cell,
					  enum diag_id finding)
{
	for (size_t i = 0; i < provenance->waive_count; i++)
		if (provenance->waives[i].cell == cell && provenance->waives[i].finding == finding)
			return &provenance->waives[i];
	return NULL;
}

static int compare_places(const struct source *x, size_t x_offset, const struct source *y,
			  size_t y_offset)
{
	const int by_name = x == y ? 0 : strcmp(x->name, y->name);

	return by_name != 0 ? by_name : x_offset < y_offset ? -1 : x_offset > y_offset;
}

static int compare_spans(const void *a, const void *b)
{
	const struct waive_span *x = a;
	const struct waive_span *y = b;

	return compare_places(x->source, x->offset, y->source, y->offset);
}

static bool covers(const struct waive_span *span, const struct diag *diag)
{
	return span->source == diag->place.source && span->waive->finding == diag->id &&
	       diag->place.offset >= span->offset &&
	       diag->place.offset < span->offset + span->length;
}

/* Spans before the first that begins after the place. */
static size_t spans_up_to(const struct provenance *provenance, struct place place)
{
	size_t low = 0;
	size_t high = provenance->span_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const struct waive_span *const span = &provenance->spans[middle];

		if (compare_places(span->source, span->offset, place.source, place.offset) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A row has few waives: what covers a place begins among the last so many before it. */
enum { SPANS_OF_A_ROW = 256 };

static const struct waive_span *span_for(const struct provenance *provenance,
					 const struct diag *diag)
{
	const size_t end = diag->place.source ? spans_up_to(provenance, diag->place) : 0;

	for (size_t i = end; i > 0 && end - i < SPANS_OF_A_ROW; i--)
		if (covers(&provenance->spans[i - 1], diag))
			return &provenance->spans[i - 1];
	return NULL;
}

void provenance_apply_waives(struct provenance *provenance)
{
	struct diag_sink *const sink = provenance->sink;

	if (provenance->span_count == 0)
		return;
	qsort(provenance->spans, provenance->span_count, sizeof *provenance->spans, compare_spans);
	for (size_t i = 0; i < sink->count; i++) {
		const struct waive_span *const span = span_for(provenance, &sink->items[i]);

		if (span)
			provenance_waive(sink, &sink->items[i], span->waive->reason);
	}
}
