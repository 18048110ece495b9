/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

const struct diag_rule diag_rules[DIAG_COUNT] = {
#define DIAG(id, slug, severity, text, doc) [DIAG_##id] = {slug, severity, text, doc},
#include "base/diag_list.h"
#undef DIAG
};

enum diag_id diag_find(struct str slug)
{
	int id = 0;

	while (id < DIAG_COUNT && !str_is(slug, diag_rules[id].slug))
		id++;
	return (enum diag_id)id;
}

void diag_sink_init(struct diag_sink *sink, struct arena *arena)
{
	*sink = (struct diag_sink){.arena = arena};
}

/* Cuts what is too long to be read, between code points. */
static void cut(struct text *text)
{
	size_t length = DIAG_TEXT_MAX;

	if (text->length <= DIAG_TEXT_MAX)
		return;
	while (length > DIAG_TEXT_MAX - 4 && ((unsigned char)text->at[length] & 0xC0U) == 0x80U)
		length--;
	text->length = length;
	text_add(text, STR_LITERAL("..."));
}

void diag_add(struct diag_sink *sink, enum diag_id id, const char *format, struct place place, ...)
{
	const size_t limit = sink->limit_per_rule ? sink->limit_per_rule : DIAG_KEEP_DEFAULT;
	const enum diag_severity severity = diag_rules[id].severity;
	struct text message;
	va_list args;

	sink->last_kept = sink->total[id] < limit;
	sink->total[id]++;
	sink->severities[severity]++;
	if (!sink->last_kept)
		return;
	text_init(&message, sink->arena);
	va_start(args, place);
	text_addv(&message, format, args);
	va_end(args);
	cut(&message);
	sink->items = arena_extend(sink->arena, sink->items, sink->count, &sink->capacity,
				   sizeof *sink->items);
	sink->items[sink->count] =
	    (struct diag){id, severity, place, message.at, NULL, sink->count};
	sink->count++;
}

void diag_hint(struct diag_sink *sink, const char *format, ...)
{
	struct diag *last;
	struct text hint;
	va_list args;

	if (!sink->last_kept)
		return;
	last = &sink->items[sink->count - 1];
	text_init(&hint, sink->arena);
	if (last->hint)
		text_addf(&hint, "%s\n", last->hint);
	va_start(args, format);
	text_addv(&hint, format, args);
	va_end(args);
	cut(&hint);
	last->hint = hint.at;
}

bool diag_has_errors(const struct diag_sink *sink)
{
	return sink->severities[DIAG_ERROR] > 0;
}

/* Those without a source first; then by file, place, discovery. */
static int compare(const void *a, const void *b)
{
	const struct diag *x = a;
	const struct diag *y = b;
	const char *const x_name = x->place.source ? x->place.source->name : "";
	const char *const y_name = y->place.source ? y->place.source->name : "";
	const int by_name = strcmp(x_name, y_name);

	if (by_name != 0)
		return by_name;
	if (x->place.offset != y->place.offset)
		return x->place.offset < y->place.offset ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

const struct diag *diag_sorted(const struct diag_sink *sink, struct arena *arena)
{
	struct diag *sorted = ARENA_NEW(arena, sink->count, struct diag);

	if (sink->count > 0) {
		memcpy(sorted, sink->items, sink->count * sizeof *sorted);
		qsort(sorted, sink->count, sizeof *sorted, compare);
	}
	return sorted;
}
