/* SPDX-License-Identifier: MIT */
/* Model files: read, or refused with a reason; what is printed of one reads back to the same. */
#include "fuzz.h"

#include "model/model.h"

/* The model in text with what it declares, or NULL; *db is the database that it was read against.
 */
static const struct model *read_model(const struct source *source, struct db *db,
				      struct arena *arena, struct diag_sink *sink)
{
	const struct model *model;
	bool sound;

	*db = *db_builtin();
	diag_sink_init(sink, arena);
	db->properties = model_declared_properties(source, arena, sink);
	FUZZ_CHECK(db->properties.count >= property_count);
	sound = !diag_has_errors(sink);
	model = model_read(source, db, arena, sink);
	FUZZ_CHECK(model || diag_has_errors(sink));
	FUZZ_CHECK(!model || sound == !diag_has_errors(sink));
	return sound ? model : NULL;
}

static struct str print_model(const struct model *model, const struct db *db, struct arena *arena)
{
	struct text text;

	text_init(&text, arena);
	model_print(model, db, &text);
	return text_str(&text);
}

static void check_printed(const struct model *model, const struct db *db, struct arena *arena)
{
	struct str once = print_model(model, db, arena);
	struct source source = source_from_text("printed", once);
	struct diag_sink sink;
	struct db again;
	const struct model *back = read_model(&source, &again, arena, &sink);

	if (!back)
		diag_print(&sink, arena, stderr, false);
	FUZZ_CHECK(back);
	FUZZ_CHECK(again.properties.count == db->properties.count);
	FUZZ_CHECK(str_equal(once, print_model(back, &again, arena)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct source source;
	struct diag_sink sink;
	struct db db;
	const struct model *model;

	arena_init(&arena, NULL);
	source = fuzz_source(&arena, data, size);
	model = read_model(&source, &db, &arena, &sink);
	if (model)
		check_printed(model, &db, &arena);
	fuzz_print(&sink, &arena);
	arena_release(&arena);
	return 0;
}
