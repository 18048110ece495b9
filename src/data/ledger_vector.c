/* SPDX-License-Identifier: MIT */
/*
 * Competing vectors (Hansen parameters) of the ledger: three lines of one source are a whole,
 * because a triple mixed from two sources is nobody's.
 */
#include <math.h>
#include <stdlib.h>

#include "data/load_parts.h"

enum { AXES = 3 };
/* Lines of one source that make a competing vector. */
struct triple {
	const struct ledger_line *axes[AXES];
};

struct triples {
	struct triple *items;
	size_t count;
	size_t room;
};

static struct triple *triple_for(struct load *load, struct triples *triples, struct str source,
				 int axis)
{
	for (size_t i = 0; i < triples->count; i++) {
		struct triple *triple = &triples->items[i];
		const struct ledger_line *any = triple->axes[0]   ? triple->axes[0]
						: triple->axes[1] ? triple->axes[1]
								  : triple->axes[2];

		if (!triple->axes[axis] && str_equal(any->source, source))
			return triple;
	}
	triples->items = arena_extend(load->scratch, triples->items, triples->count, &triples->room,
				      sizeof *triples->items);
	triples->items[triples->count] = (struct triple){{NULL, NULL, NULL}};
	return &triples->items[triples->count++];
}

static void add_vector(struct load *load, struct table_build *build, uint32_t row,
		       const struct triple *triple)
{
	struct vector_note note = {.row = row, .kind = NUM_MEASURED};

	for (int i = 0; i < AXES; i++) {
		note.at[i] = triple->axes[i]->value;
		note.kind =
		    (uint8_t)num_weaker_kind((enum num_kind)note.kind, triple->axes[i]->kind);
	}
	build->vectors = arena_extend(load->arena, build->vectors, build->vector_count,
				      &build->vector_room, sizeof *build->vectors);
	build->vectors[build->vector_count++] = note;
}

static void report_incomplete(struct load *load, const struct triple *triple, const char *group)
{
	for (int i = 0; i < AXES; i++)
		if (triple->axes[i]) {
			DIAG_REPORT(load->sink, LEDGER_VECTOR, triple->axes[i]->place, group,
				    STR_ARGS(triple->axes[i]->material));
			return;
		}
}

/* The competing vectors of one material; its lines are sorted by property, then as in the file. */
void ledger_fold_vectors(struct load *load, const struct ledger_line *lines, size_t count)
{
	struct triples triples = {NULL, 0, 0};
	const char *group = NULL;
	uint32_t row;
	const enum table_id table = load_find_material(load, lines[0].material, &row);

	if (table == TABLE_COUNT)
		return;
	for (size_t i = 0; i < count; i++) {
		const size_t property = prop_find(&load->properties, table, lines[i].property);
		const struct property *rule =
		    property == SIZE_MAX ? NULL : &load->properties.rows[property];

		if (!rule || !rule->group || lines[i].status != LEDGER_ALTERNATIVE ||
		    !isfinite(lines[i].value))
			continue;
		group = rule->group;
		triple_for(load, &triples, lines[i].source, rule->axis)->axes[rule->axis] =
		    &lines[i];
	}
	for (size_t i = 0; i < triples.count; i++) {
		const struct triple *triple = &triples.items[i];

		if (triple->axes[0] && triple->axes[1] && triple->axes[2])
			add_vector(load, &load->tables[table], row, triple);
		else
			report_incomplete(load, triple, group);
	}
}

/* A vector and its place among the others, because qsort() is not stable. */
struct ordered_vector {
	struct vector_note note;
	size_t order;
};

static int compare_vectors(const void *a, const void *b)
{
	const struct ordered_vector *x = a;
	const struct ordered_vector *y = b;

	if (x->note.row != y->note.row)
		return x->note.row < y->note.row ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

void vectors_settle(struct load *load, struct table_build *build)
{
	struct ordered_vector *sorted =
	    ARENA_NEW(load->scratch, build->vector_count, struct ordered_vector);

	for (size_t i = 0; i < build->vector_count; i++)
		sorted[i] = (struct ordered_vector){build->vectors[i], i};
	qsort(sorted, build->vector_count, sizeof *sorted, compare_vectors);
	for (size_t i = 0; i < build->vector_count; i++)
		build->vectors[i] = sorted[i].note;
}
