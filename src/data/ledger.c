/* SPDX-License-Identifier: MIT */
/* The ledger and the sources of a database: built-in text and loaded lines together. */
#include "data/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "data/load_parts.h"

const char *const ledger_status_words[] = {
    [LEDGER_PREFERRED] = "preferred",
    [LEDGER_ALTERNATIVE] = "alternative",
    [LEDGER_REJECTED] = "rejected",
    [LEDGER_REJECTED + 1] = NULL,
};

/* A line and its place among the others, because qsort() is not stable. */
struct ordered_line {
	struct ledger_line line;
	size_t order;
};

static int compare_lines(const void *a, const void *b)
{
	const struct ordered_line *x = a;
	const struct ordered_line *y = b;
	int by = str_compare(x->line.material, y->line.material);

	if (by == 0)
		by = str_compare(x->line.property, y->line.property);
	if (by != 0)
		return by;
	return x->order < y->order ? -1 : x->order > y->order;
}

void ledger_sort(struct ledger_line *lines, size_t count, struct arena *scratch)
{
	struct ordered_line *sorted = ARENA_NEW(scratch, count, struct ordered_line);

	for (size_t i = 0; i < count; i++)
		sorted[i] = (struct ordered_line){lines[i], i};
	qsort(sorted, count, sizeof *sorted, compare_lines);
	for (size_t i = 0; i < count; i++)
		lines[i] = sorted[i].line;
}

static int compare_citations(const void *a, const void *b)
{
	const struct citation *x = a;
	const struct citation *y = b;
	const int by = str_compare(x->key, y->key);

	/* Of equal keys the first in the text. */
	return by != 0                             ? by
	       : x->place.offset < y->place.offset ? -1
						   : x->place.offset > y->place.offset;
}

const struct ledger *ledger_finish(struct load *load, const struct ledger *more)
{
	const size_t more_count = more ? more->count : 0;
	const size_t count = load->line_count + more_count;
	struct ledger *ledger;
	struct ledger_line *lines;

	if (count == 0)
		return NULL;
	ledger = ARENA_NEW(load->arena, 1, struct ledger);
	lines = ARENA_NEW(load->arena, count, struct ledger_line);
	if (more_count > 0)
		memcpy(lines, more->lines, more_count * sizeof *lines);
	if (load->line_count > 0)
		memcpy(lines + more_count, load->lines, load->line_count * sizeof *lines);
	ledger_sort(lines, count, load->scratch);
	*ledger = (struct ledger){lines, count};
	return ledger;
}

const struct citations *citations_finish(struct load *load, const struct citations *more)
{
	const size_t more_count = more ? more->count : 0;
	const size_t count = load->citation_count + more_count;
	struct citations *citations;
	struct citation *rows;

	if (count == 0)
		return NULL;
	citations = ARENA_NEW(load->arena, 1, struct citations);
	rows = ARENA_NEW(load->arena, count, struct citation);
	if (more_count > 0)
		memcpy(rows, more->rows, more_count * sizeof *rows);
	if (load->citation_count > 0)
		memcpy(rows + more_count, load->citations, load->citation_count * sizeof *rows);
	qsort(rows, count, sizeof *rows, compare_citations);
	*citations = (struct citations){rows, count};
	return citations;
}

struct text_reading {
	struct load *load;
	struct file_type type;
	struct plain_reader *reader;
};

static bool on_row(void *context, const struct csv_row *row)
{
	struct text_reading *reading = context;

	if (row->number == 0)
		reading->reader = plain_reader_new(reading->load, reading->type, row);
	else
		plain_reader_row(reading->reader, row);
	return reading->reader != NULL;
}

/* Reads an embedded text; its lines are in the load that is returned. */
static struct load *read_text(const struct db *db, struct str text, const char *name,
			      enum file_kind kind, struct arena *arena, struct diag_sink *sink)
{
	static const struct load_options options = {.separator = ','};
	struct load *load = ARENA_NEW(arena, 1, struct load);
	struct source *source = ARENA_NEW(arena, 1, struct source);
	struct text_reading reading = {.load = load, .type = {kind, 0}};

	*source = source_from_text(name, text);
	*load = (struct load){
	    .options = &options,
	    .properties = db->properties,
	    .arena = arena,
	    .scratch = arena,
	    .sink = sink,
	    .source = source,
	};
	if (text.length > 0)
		csv_read(source, options.separator, arena, sink, on_row, &reading);
	return load;
}

const struct ledger *ledger_read(const struct db *db, struct arena *arena, struct diag_sink *sink)
{
	static const struct ledger empty = {NULL, 0};
	struct load *load = read_text(db, db->texts.ledger, "values.csv", FILE_LEDGER, arena, sink);
	const struct ledger *ledger = ledger_finish(load, db->texts.loaded_ledger);

	return ledger ? ledger : &empty;
}

const struct citations *citations_read(const struct db *db, struct arena *arena,
				       struct diag_sink *sink)
{
	static const struct citations empty = {NULL, 0};
	struct load *load =
	    read_text(db, db->texts.sources, "sources.csv", FILE_SOURCES, arena, sink);
	const struct citations *citations = citations_finish(load, db->texts.loaded_sources);

	return citations ? citations : &empty;
}

/* Is the line before the cell (below 0), of it (0), or after? */
static int compare_cell(const struct ledger_line *line, struct str material, struct str property)
{
	const int by = str_compare(line->material, material);

	return by != 0 ? by : str_compare(line->property, property);
}

const struct ledger_line *ledger_find(const struct ledger *ledger, struct str material,
				      struct str property, size_t *count)
{
	size_t low = 0;
	size_t high = ledger->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (compare_cell(&ledger->lines[middle], material, property) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < ledger->count &&
	       compare_cell(&ledger->lines[low + *count], material, property) == 0)
		++*count;
	return *count > 0 ? ledger->lines + low : NULL;
}

const struct citation *citation_find(const struct citations *citations, struct str key)
{
	size_t low = 0;
	size_t high = citations->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (str_compare(citations->rows[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < citations->count && str_equal(citations->rows[low].key, key)
		   ? &citations->rows[low]
		   : NULL;
}
