/* SPDX-License-Identifier: MIT */
/* The cells of the database behind the terms, with where they come from; the sources in full. */
#include <math.h>

#include "engine/explain_step.h"

/* The ledger writes more digits than the table, never others: half a unit of the last one. */
static const double rounding = 0.005;

struct str explain_property_label(const struct explain_build *build, size_t property)
{
	return str_from(build->evaluator->db->properties.rows[property].label);
}

struct str explain_material_name(const struct explain_build *build, enum table_id table,
				 uint32_t row)
{
	return build->evaluator->db->tables[table].materials[row].id;
}

static struct str codes_text(const struct explain_build *build, struct str_list codes)
{
	struct text text;

	text_init(&text, build->arena);
	for (size_t i = 0; i < codes.count; i++)
		text_addf(&text, "%s" STR_FORMAT, i > 0 ? "; " : "", STR_ARGS(codes.at[i]));
	return codes.count > 0 ? text_str(&text) : STR_LITERAL("none");
}

struct str explain_cell(const struct explain_build *build, const struct explain_input *input)
{
	const struct db *db = build->evaluator->db;
	const struct property *property = &db->properties.rows[input->property];
	const double cell = db_cell(db, input->table, input->row, input->property);

	if (isnan(cell))
		return STR_LITERAL("unknown");
	if (isinf(cell))
		return STR_LITERAL("none");
	if (property->kind == PROP_NUMBER)
		return explain_number(build, cell, property->digits, property->unit);
	if (property->kind == PROP_CODES)
		return codes_text(build, db_codes(db, input->table, input->row, input->property));
	return db_word(db, input->table, input->row, input->property);
}

/* An added file may have replaced the value that the ledger speaks of. */
static bool is_of_ledger(double cell, const struct ledger_line *line)
{
	if (!isfinite(line->value) || !isfinite(cell))
		return true;
	return fabs(cell - line->value) <= rounding * fmax(fabs(line->value), 1);
}

static const struct ledger_line *preferred_line(const struct explain_build *build,
						const struct explain_input *input)
{
	const struct db *db = build->evaluator->db;
	const struct property *property = &db->properties.rows[input->property];
	size_t count;
	const struct ledger_line *lines =
	    ledger_find(build->ledger, db->tables[input->table].materials[input->row].id,
			str_from(property->key), &count);

	for (size_t i = 0; i < count; i++)
		if (lines[i].status == LEDGER_PREFERRED &&
		    (property->kind != PROP_NUMBER ||
		     is_of_ledger(db_cell(db, input->table, input->row, input->property),
				  &lines[i])))
			return &lines[i];
	return NULL;
}

/* Classes say their source in columns of their own. */
static struct str class_text(const struct explain_build *build, const struct explain_input *input,
			     const char *key)
{
	const struct db *db = build->evaluator->db;
	const size_t property = prop_find(&db->properties, TABLE_CLASSES, str_from(key));

	if (input->table != TABLE_CLASSES || property == SIZE_MAX)
		return (struct str){NULL, 0};
	return db_word(db, TABLE_CLASSES, input->row, property);
}

static struct str cell_note(const struct explain_build *build, const struct explain_input *input,
			    const struct ledger_line *line)
{
	struct str note = line ? line->note : class_text(build, input, "note");
	struct text text;

	text_init(&text, build->arena);
	if (input->stand_in && input->instead_of != SIZE_MAX)
		text_addf(&text, "stands in: %s is unknown",
			  build->evaluator->db->properties.rows[input->instead_of].label);
	else if (input->stand_in)
		text_addf(&text, "stands in");
	if (!line && !input->unknown && input->table != TABLE_CLASSES &&
	    build->evaluator->db->properties.rows[input->property].kind == PROP_NUMBER &&
	    build->evaluator->db->overlay_count > 0)
		note = STR_LITERAL("your own, from an added file");
	if (text.length > 0 && note.length > 0)
		text_add(&text, STR_LITERAL("; "));
	text_add(&text, note);
	return text_str(&text);
}

static void fill_number(const struct explain_build *build, struct explain_step *step,
			const struct explain_input *input)
{
	const struct property *property = &build->evaluator->db->properties.rows[input->property];
	const struct num n =
	    db_num(build->evaluator->db, input->table, input->row, input->property);

	step->unit = str_from(property->unit);
	if (!num_has_value(n))
		return;
	step->value = value_number(n.value);
	step->low = n.low;
	step->high = n.high;
	step->range = explain_range(build, n.low, n.high, property->digits);
}

static void add_cell(struct explain_build *build, const struct explain_input *input)
{
	const struct db *db = build->evaluator->db;
	const struct property *property = &db->properties.rows[input->property];
	const struct ledger_line *line = preferred_line(build, input);
	struct explain_step *step = explain_step_add(build, STEP_INPUT);

	step->id = str_from(property->key);
	step->what = str_from(property->label);
	step->of = explain_material_name(build, input->table, input->row);
	step->shown = explain_cell(build, input);
	if (!input->unknown) {
		step->value = value_text(step->shown);
		step->known =
		    str_from(num_kind_word(db_kind(db, input->table, input->row, input->property)));
	}
	if (property->kind == PROP_NUMBER)
		fill_number(build, step, input);
	step->status = str_from(num_state_word(input->unknown    ? NUM_MISSING
					       : input->stand_in ? NUM_INFERRED
								 : NUM_KNOWN));
	step->why = cell_note(build, input, line);
	explain_step_cite(build, step, line ? line->source : class_text(build, input, "source"));
}

static bool same_cell(const struct explain_input *a, const struct explain_input *b)
{
	return a->table == b->table && a->row == b->row && a->property == b->property;
}

void explain_add_cells(struct explain_build *build)
{
	struct explain_inputs inputs = {.arena = build->arena};
	size_t *steps;

	for (size_t t = 0; t < build->evaluator->model->term_count; t++)
		if (build->evaluation->criteria[build->evaluator->model->terms[t].criterion].active)
			explain_add_term(&inputs, build->evaluator, build->evaluation, t);
	steps = ARENA_NEW(build->arena, inputs.count + 1, size_t);
	for (size_t i = 0; i < inputs.count; i++) {
		struct str path =
		    model_term_path(build->evaluator->model, inputs.items[i].term, build->arena);
		size_t k = 0;

		while (k < i && !same_cell(&inputs.items[k], &inputs.items[i]))
			k++;
		steps[i] = k < i ? steps[k] : build->count;
		if (k == i)
			add_cell(build, &inputs.items[i]);
		else
			path = explain_text(build, STR_FORMAT "; " STR_FORMAT,
					    STR_ARGS(build->steps[steps[i]].term), STR_ARGS(path));
		build->steps[steps[i]].term = path;
		if (!inputs.items[i].stand_in && !inputs.items[i].unknown)
			build->steps[steps[i]].status = str_from(num_state_word(NUM_KNOWN));
	}
}

static bool named_before(const struct explain_build *build, size_t first, struct str source)
{
	for (size_t i = first; i < build->count; i++)
		if (str_equal(build->steps[i].id, source))
			return true;
	return false;
}

void explain_add_sources(struct explain_build *build)
{
	const size_t first = build->count;

	for (size_t i = 0; i < first; i++) {
		const struct str source = build->steps[i].source;
		const struct citation *citation = build->steps[i].citation;
		struct explain_step *step;

		if (!citation || named_before(build, first, source))
			continue;
		step = explain_step_add(build, STEP_SOURCE);
		step->id = source;
		step->what = citation->citation;
		explain_step_cite(build, step, source);
	}
}
