/* SPDX-License-Identifier: MIT */
/* Lines of the ledger against each other, and against the database that is there already. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "check/provenance_parts.h"

static int compare_lines(const void *a, const void *b)
{
	const struct line *x = a;
	const struct line *y = b;

	if (x->cell != y->cell)
		return x->cell < y->cell ? -1 : 1;
	if (x->status != y->status)
		return x->status < y->status ? -1 : 1;
	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/*
 * Intervals hold 80 to 90 % of values, so many a pair misses each other by chance. This much wider,
 * only real disagreements are left.
 */
static const double disagree_stretch = 1.6;
/* Where a property has no typical uncertainty: a share of the value, and of the usual range. */
static const double spread_of_value = 0.15;
static const double spread_of_range = 0.02;

static double spread_of(const struct property *property, struct num n)
{
	const double range = property->usual_high - property->usual_low;
	const double spread = (n.high - n.low) / 2.0;

	if (spread > 0.0)
		return spread;
	return fmax(spread_of_value * fabs(n.value),
		    isfinite(range) ? spread_of_range * range : 0.0);
}

static bool excludes(const struct provenance *provenance, const struct line *a,
		     const struct line *b)
{
	const struct property *const property = &provenance->properties.rows[a->property];

	return num_has_value(a->value) && num_has_value(b->value) &&
	       fabs(a->value.value - b->value.value) >
		   disagree_stretch *
		       (spread_of(property, a->value) + spread_of(property, b->value));
}

static const char *words(struct arena *arena, const struct line *line, const char *unit)
{
	char digits[NUMBER_TEXT_MAX];
	struct text text;

	text_init(&text, arena);
	text_add(&text, number_write(digits, line->value.value));
	if (*unit)
		text_addf(&text, " %s", unit);
	return text.at;
}

/* For the message only: a quoted one with its quotes off. */
static struct str material_of(const struct line *line)
{
	const struct str cell =
	    str_part(line->source->text, line->material_offset, line->material_length);

	if (cell.length > 1 && cell.at[0] == '"')
		return str_part(cell, 1, cell.length - 2);
	return cell;
}

static void report(struct provenance *provenance, const struct line *first,
		   const struct line *other)
{
	const struct property *const property = &provenance->properties.rows[other->property];
	struct arena *const arena = provenance->arenas.row;
	const struct waive *waive;

	DIAG_REPORT(provenance->sink, VALUES_DISAGREE,
		    ((struct place){other->source, other->offset, other->length}), property->label,
		    STR_ARGS(material_of(other)), words(arena, first, property->unit),
		    words(arena, other, property->unit));
	waive = provenance_find_waive(provenance, other->cell, DIAG_VALUES_DISAGREE);
	if (waive && provenance->sink->last_kept)
		provenance_waive(provenance->sink,
				 &provenance->sink->items[provenance->sink->count - 1],
				 waive->reason);
	arena_clear(arena);
}

/* Those of one cell: the first is the preferred one, if there is one. */
static void check_cell_lines(struct provenance *provenance, const struct line *lines, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (lines[i].status != LINE_REJECTED && lines[0].status != LINE_REJECTED &&
		    excludes(provenance, &lines[0], &lines[i]))
			report(provenance, &lines[0], &lines[i]);
}

void provenance_check_lines(struct provenance *provenance)
{
	size_t start = 0;

	if (provenance->line_count == 0)
		return;
	qsort(provenance->lines, provenance->line_count, sizeof *provenance->lines, compare_lines);
	for (size_t i = 1; i <= provenance->line_count; i++) {
		if (i < provenance->line_count &&
		    provenance->lines[i].cell == provenance->lines[start].cell)
			continue;
		check_cell_lines(provenance, &provenance->lines[start], i - start);
		start = i;
	}
}

void provenance_check_unused(struct provenance *provenance)
{
	if (!provenance->has_ledger)
		return;
	for (size_t i = 0; i < provenance->key_count; i++) {
		const struct source_key *const key = &provenance->keys[i];

		if (!seen_find(&provenance->index, key->used))
			DIAG_REPORT(provenance->sink, SOURCE_UNUSED, key->place,
				    STR_ARGS(key->key));
	}
}

/* ---- what the database itself knows ---- */

static bool any_head(void *context, const struct check_head *head)
{
	(void)context;
	(void)head;
	return true;
}

static void known_source(void *context, const struct check_row *row)
{
	struct provenance *provenance = context;
	const struct check_cell *const key = provenance_cell(row, "key");

	if (key)
		(void)seen_add(&provenance->index,
			       provenance_hash(PROVENANCE_SOURCE, key->text, STR_LITERAL("")), 0);
}

/* Only that there is a line, and what it waives: the values have been checked with the database. */
static void known_line(void *context, const struct check_row *row)
{
	struct provenance *provenance = context;
	const struct check_cell *const material = provenance_cell(row, "material");
	const struct check_cell *const property = provenance_cell(row, "property");
	const struct check_cell *const waive = provenance_cell(row, "waive");

	if (!material || !property)
		return;
	(void)seen_add(&provenance->index,
		       provenance_hash(PROVENANCE_CELL, material->text, property->text), 0);
	if (waive)
		provenance_take_waive(provenance, waive, material->text, property->text);
}

static void read_known(struct provenance *provenance, const char *name, struct str text,
		       void (*row)(void *, const struct check_row *))
{
	const struct row_visitor visitor = {any_head, row, provenance};
	const struct row_options options = {name, ',', false, &provenance->properties};
	struct source *source;

	if (text.length == 0)
		return;
	source = ARENA_NEW(provenance->arenas.arena, 1, struct source);
	*source = source_from_text(name, text);
	rows_read_csv(source, &options, &provenance->arenas, &visitor);
}

void provenance_know_sources(struct provenance *provenance)
{
	if (provenance->known)
		read_known(provenance, "sources", provenance->known->texts.sources, known_source);
}

void provenance_know_lines(struct provenance *provenance)
{
	if (provenance->known && !provenance->has_ledger)
		read_known(provenance, "values", provenance->known->texts.ledger, known_line);
}
