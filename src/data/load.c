/* SPDX-License-Identifier: MIT */
#include "data/load.h"

#include <string.h>

#include "data/load_parts.h"

/* A source and what it turned out to be. */
struct input {
	const struct source *source;
	const struct json *root; /* NULL: CSV */
	struct file_type type;   /* of a CSV file */
	bool usable;
};

static bool looks_like_json(struct str text)
{
	size_t i = source_bom_length(text);

	while (i < text.length && ascii_is_space(text.at[i]))
		i++;
	return i < text.length && (text.at[i] == '{' || text.at[i] == '[');
}

struct recognition {
	struct load *load;
	struct file_type type;
};

static bool recognise_header(void *context, const struct csv_row *row)
{
	struct recognition *recognition = context;
	struct load *load = recognition->load;
	struct str *names = ARENA_NEW(load->scratch, row->count, struct str);

	for (size_t i = 0; i < row->count; i++)
		names[i] = row->cells[i].text;
	recognition->type = file_recognise(&load->properties, names, row->count);
	return false;
}

/* No header row is longer; the rest of the file need not be looked at to know what it is. */
enum { HEADER_MAX = 1 << 16 };

static struct file_type recognise_csv(struct load *load, const struct source *source)
{
	struct recognition recognition = {load, {FILE_UNKNOWN, 0}};
	const struct str start = str_copy(load->scratch, str_part(source->text, 0, HEADER_MAX));
	const struct source head = source_from_text(source->name, start);
	struct diag_sink unheard; /* the whole file is read later, with the real sink */

	if (load->options->table)
		return file_type_named(str_from(load->options->table));
	diag_sink_init(&unheard, load->scratch);
	csv_read(&head, load->options->separator, load->scratch, &unheard, recognise_header,
		 &recognition);
	return recognition.type;
}

static struct input look_at(struct load *load, const struct source *source)
{
	struct input input = {.source = source, .usable = true};

	load->source = source;
	if (looks_like_json(source->text)) {
		input.root = json_read(source, load->scratch, load->sink);
		input.usable = input.root && json_check(load, input.root);
		load->has_ledger |= input.usable && json_has(input.root, FILE_LEDGER);
	} else {
		input.type = recognise_csv(load, source);
		load->has_ledger |= input.type.kind == FILE_LEDGER;
	}
	return input;
}

struct csv_reading {
	struct load *load;
	struct file_type type;
	struct material_reader *materials;
	struct plain_reader *plain;
};

/* At most so many rows are in the file; at least a separator or line end a cell. */
static size_t count_rows(struct str text, size_t columns)
{
	const char *at = text.at;
	const char *const end = text.at + text.length;
	const size_t most = text.length / (columns > 0 ? columns : 1) + 1;
	size_t lines = 1;

	while (lines < most && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		lines++;
	}
	return lines < most ? lines : most;
}

static bool start_csv(struct csv_reading *reading, const struct csv_row *header)
{
	struct load *load = reading->load;
	const size_t rows = count_rows(load->source->text, header->count);

	switch (reading->type.kind) {
	case FILE_MATERIALS:
		reading->materials =
		    material_reader_new(load, (enum table_id)reading->type.which, header, rows);
		return reading->materials != NULL;
	case FILE_FACTS:
	case FILE_LEDGER:
	case FILE_SOURCES:
		reading->plain = plain_reader_new(load, reading->type, header);
		return reading->plain != NULL;
	case FILE_UNKNOWN:
		break;
	}
	DIAG_REPORT(load->sink, TABLE_UNKNOWN, ((struct place){load->source, header->offset, 0}));
	diag_hint(load->sink, "tables of materials have a column id or name, and a property");
	return false;
}

static bool on_row(void *context, const struct csv_row *row)
{
	struct csv_reading *reading = context;

	if (row->number == 0)
		return start_csv(reading, row);
	if (reading->materials)
		material_reader_row(reading->materials, row);
	else
		plain_reader_row(reading->plain, row);
	return true;
}

/* Classes come first, because solvents refer to them. */
static bool is_classes(struct file_type type)
{
	return type.kind == FILE_MATERIALS && type.which == TABLE_CLASSES;
}

static bool is_no_classes(struct file_type type)
{
	return !is_classes(type);
}

static void read_inputs(struct load *load, const struct input *inputs, size_t count,
			bool (*wanted)(struct file_type type))
{
	for (size_t i = 0; i < count; i++) {
		struct csv_reading reading = {.load = load, .type = inputs[i].type};

		load->source = inputs[i].source;
		load->origin = load->base ? (uint32_t)(load->base->overlay_count + i + 1) : 0;
		if (!inputs[i].usable)
			continue;
		if (inputs[i].root)
			json_read_members(load, inputs[i].root, wanted);
		else if (wanted(inputs[i].type))
			csv_read(load->source, load->options->separator, load->scratch, load->sink,
				 on_row, &reading);
	}
}

static void add_overlays(struct load *load, struct db *db, const struct source *sources,
			 size_t count)
{
	const size_t old_count = load->base->overlay_count;
	struct overlay *overlays = ARENA_NEW(load->arena, old_count + count, struct overlay);

	if (old_count > 0)
		memcpy(overlays, load->base->overlays, old_count * sizeof *overlays);
	for (size_t i = 0; i < count; i++)
		overlays[old_count + i] = (struct overlay){sources[i].name, &sources[i]};
	db->overlays = overlays;
	db->overlay_count = old_count + count;
}

static const struct db *finish(struct load *load, const struct source *sources, size_t count)
{
	struct db *db = ARENA_NEW(load->arena, 1, struct db);

	if (load->base) {
		*db = *load->base;
		add_overlays(load, db, sources, count);
	} else {
		*db = (struct db){.version = "", .sources = sources, .source_count = count};
	}
	db->properties = load->properties;
	ledger_fold(load);
	for (int t = 0; t < TABLE_COUNT; t++)
		db->tables[t] = table_finish(load, (enum table_id)t);
	db->facts = facts_finish(load, db, &db->fact_count);
	db->texts.loaded_ledger = ledger_finish(load, db->texts.loaded_ledger);
	db->texts.loaded_sources = citations_finish(load, db->texts.loaded_sources);
	return db;
}

/* What the caller left open. */
static struct load_options complete(const struct load_options *options)
{
	struct load_options all = options ? *options : (struct load_options){.separator = ','};

	if (all.separator == '\0')
		all.separator = all.decimal_comma ? ';' : ',';
	return all;
}

static const struct db *load_over(const struct db *base, const struct source *sources, size_t count,
				  const struct load_options *options, struct arena *arena,
				  struct arena *scratch, struct diag_sink *sink)
{
	const struct load_options all = complete(options);
	struct input *inputs = ARENA_NEW(scratch, count, struct input);
	struct load *load = ARENA_NEW(scratch, 1, struct load);

	*load = (struct load){
	    .base = base,
	    .options = &all,
	    .properties = {properties, property_count},
	    .arena = arena,
	    .scratch = scratch,
	    .sink = sink,
	};
	if (base)
		load->properties = base->properties;
	if (all.properties)
		load->properties = *all.properties;
	for (size_t i = 0; i < count; i++)
		inputs[i] = look_at(load, &sources[i]);
	read_inputs(load, inputs, count, is_classes);
	read_inputs(load, inputs, count, is_no_classes);
	return finish(load, sources, count);
}

const struct db *db_load(const struct source *sources, size_t count,
			 const struct load_options *options, struct arena *arena,
			 struct arena *scratch, struct diag_sink *sink)
{
	return load_over(NULL, sources, count, options, arena, scratch, sink);
}

const struct db *db_overlay(const struct db *base, const struct source *sources, size_t count,
			    const struct load_options *options, struct arena *arena,
			    struct arena *scratch, struct diag_sink *sink)
{
	return load_over(base, sources, count, options, arena, scratch, sink);
}
