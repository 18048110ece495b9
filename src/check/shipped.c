/* SPDX-License-Identifier: MIT */
#include "check/shipped.h"

#include "image_text.h"

struct shipped_text {
	const char *name;
	const char *start;
	const char *end;
};

#define SHIPPED_ROW(path, name) {"data/" path, image_text_##name, image_text_##name##_end},
static const struct shipped_text shipped_texts[] = {IMAGE_TEXTS(SHIPPED_ROW)};

struct source *shipped_sources(struct arena *arena, size_t *count)
{
	struct source *sources;

	*count = sizeof shipped_texts / sizeof *shipped_texts;
	sources = ARENA_NEW(arena, *count, struct source);
	for (size_t i = 0; i < *count; i++) {
		const struct shipped_text *const text = &shipped_texts[i];

		sources[i] = source_from_text(
		    text->name, (struct str){text->start, (size_t)(text->end - text->start)});
	}
	return sources;
}

struct str shipped_text(struct arena *arena, const char *key)
{
	struct text name;

	text_init(&name, arena);
	text_addf(&name, "data/%s.csv", key);
	for (size_t i = 0; i < sizeof shipped_texts / sizeof *shipped_texts; i++)
		if (str_is(text_str(&name), shipped_texts[i].name))
			return (struct str){
			    shipped_texts[i].start,
			    (size_t)(shipped_texts[i].end - shipped_texts[i].start)};
	return STR_LITERAL("");
}

struct str shipped_head(struct arena *arena, const char *key)
{
	struct str rest = shipped_text(arena, key);
	struct str head = {NULL, 0};

	(void)str_next(&rest, '\n', &head);
	return head;
}
