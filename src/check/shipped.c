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
