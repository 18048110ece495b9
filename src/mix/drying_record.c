/* SPDX-License-Identifier: MIT */
/* A drying film as a report: a row a step, a column a part. */
#include <math.h>
#include <string.h>

#include "engine/rank_parts.h"
#include "mix/blend_record.h"
#include "mix/drying_parts.h"

static const struct drying *drying_of(const struct field *field)
{
	return field->context;
}

static const struct db *db_of(const struct drying *drying)
{
	return drying->request->evaluator->db;
}

static const struct material *solvent(const struct drying *drying, size_t part)
{
	return &db_of(drying)->tables[TABLE_SOLVENTS].materials[drying->parts[part].row];
}

static const struct drying_step *step_of(const void *row)
{
	return row;
}

/* ---- Steps ------------------------------------------------------------------------------- */

static struct value get_left(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_number(step_of(row)->left);
}

/* index: the part in the order of the fresh blend. */
static struct value get_share(const struct field *field, const void *row, struct arena *arena)
{
	const struct mixture *liquid = &step_of(row)->liquid;
	const uint32_t wanted = drying_of(field)->parts[field->index].row;

	(void)arena;
	for (size_t i = 0; i < liquid->count; i++)
		if (liquid->parts[i].row == wanted)
			return value_number(liquid->parts[i].volume);
	return value_number(0.0);
}

static struct value get_parts(const struct field *field, const void *row, struct arena *arena)
{
	return rank_parts_list(db_of(drying_of(field)), &step_of(row)->liquid, arena);
}

enum { FRACTIONS_VOLUME, FRACTIONS_MASS };

static struct value get_fractions(const struct field *field, const void *row, struct arena *arena)
{
	return rank_fractions_list(db_of(drying_of(field)), &step_of(row)->liquid,
				   field->index == FRACTIONS_MASS, arena);
}

static struct value get_red(const struct field *field, const void *row, struct arena *arena)
{
	const struct num red = step_of(row)->red;

	(void)field;
	(void)arena;
	return num_has_value(red) ? value_num(red) : value_null();
}

/* index: the criterion. */
static struct value get_criterion(const struct field *field, const void *row, struct arena *arena)
{
	const struct criterion_result *result = &step_of(row)->evaluation->criteria[field->index];

	(void)arena;
	return result->active ? value_num(result->value) : value_null();
}

static bool at_step(const struct drying *drying, const struct drying_step *step, double event)
{
	const struct drying_step *end = drying->steps + drying->step_count;

	return !isnan(event) && step->left <= event &&
	       (step == drying->steps || step[-1].left > event) && step < end;
}

/* What has happened since the step before. */
static struct value get_event(const struct field *field, const void *row, struct arena *arena)
{
	const struct drying *drying = drying_of(field);
	const struct drying_step *step = step_of(row);
	struct text text;

	text_init(&text, arena);
	if (step == drying->steps && num_has_value(step->red) && !drying->dissolved)
		text_add(&text, STR_LITERAL("not dissolved"));
	if (at_step(drying, step, drying->falls_out))
		text_add(&text, STR_LITERAL("binder out"));
	if (at_step(drying, step, drying->alone))
		text_addf(&text, "%s%s alone", text.length > 0 ? ", " : "",
			  drying->harsher_stays ? "harsher" : "last");
	return text.length > 0 ? value_text(text_str(&text)) : value_null();
}

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

static const struct field left_field = {
    .key = "left",
    .label = "left",
    .unit = "",
    .kind = VALUE_NUMBER,
    .digits = 2,
    .where = BOTH,
    .show = SHOW_PERCENT,
    .doc = "Share of the liquid's volume at the start; 0: what stays last, by itself.",
    .get = get_left,
};

static const struct field step_fields[] = {
    {.key = "parts",
     .label = "parts",
     .unit = "",
     .kind = VALUE_LIST,
     .digits = -1,
     .where = FIELD_MACHINE,
     .type = &rank_part_type,
     .doc = "Parts of the liquid that is left.",
     .get = get_parts},
    {.key = "fractions",
     .label = "volume fractions",
     .unit = "",
     .kind = VALUE_LIST,
     .digits = 3,
     .where = FIELD_FLAT,
     .doc = "Volume fractions of the parts.",
     .get = get_fractions,
     .index = FRACTIONS_VOLUME},
    {.key = "mass_fractions",
     .label = "mass fractions",
     .unit = "",
     .kind = VALUE_LIST,
     .digits = 3,
     .where = FIELD_FLAT,
     .doc = "Mass fractions of the parts; empty where a density is unknown.",
     .get = get_fractions,
     .index = FRACTIONS_MASS},
    {.key = "red",
     .label = "RED",
     .unit = "",
     .kind = VALUE_NUM,
     .digits = 2,
     .where = BOTH,
     .show = SHOW_SCORE,
     .doc = "Relative energy difference to the binder: above 1 it falls out.",
     .get = get_red},
    {.key = "event",
     .label = "",
     .unit = "",
     .kind = VALUE_TEXT,
     .digits = -1,
     .where = BOTH,
     .doc = "What has happened since the step before.",
     .get = get_event},
};

enum { STEP_FIELDS = sizeof step_fields / sizeof step_fields[0] };

static struct field share_field(const struct drying *drying, size_t part, struct arena *arena)
{
	const struct material *material = solvent(drying, part);

	return (struct field){
	    .key = str_copy(arena, material->id).at,
	    .label = str_copy(arena, rank_short_name(material)).at,
	    .unit = "",
	    .kind = VALUE_NUMBER,
	    .digits = 2,
	    .where = FIELD_PEOPLE,
	    .show = SHOW_PERCENT,
	    .doc = "Volume fraction in the liquid that is left.",
	    .get = get_share,
	    .index = part,
	};
}

static struct field criterion_field(const struct drying *drying, struct arena *arena)
{
	const struct criterion *criterion =
	    &drying->request->evaluator->model->criteria[drying->criterion];

	return (struct field){
	    .key = str_copy(arena, criterion->id).at,
	    .label = str_copy(arena, criterion->id).at,
	    .short_label = str_copy(arena, criterion->short_label).at,
	    .unit = "",
	    .kind = VALUE_NUM,
	    .digits = 2,
	    .where = BOTH,
	    .show = SHOW_BAR,
	    .doc = "This criterion of the liquid that is left, 0 to 1.",
	    .get = get_criterion,
	    .index = drying->criterion,
	};
}

static const struct record_type *step_type(const struct drying *drying, struct arena *arena)
{
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, STEP_FIELDS + drying->part_count + 2, struct field);
	size_t count = 0;

	fields[count++] = left_field;
	for (size_t i = 0; i < drying->part_count; i++)
		fields[count++] = share_field(drying, i, arena);
	for (size_t i = 0; i < STEP_FIELDS; i++) {
		if (step_fields[i].get == get_event && drying->criterion != SIZE_MAX)
			fields[count++] = criterion_field(drying, arena);
		fields[count++] = step_fields[i];
	}
	for (size_t i = 0; i < count; i++)
		fields[i].context = drying;
	*type =
	    (struct record_type){"drying-step", "A film at one stage of drying.", fields, count};
	return type;
}

/* ---- Head -------------------------------------------------------------------------------- */

struct drying_head {
	struct run_head run; /* first: the fields of a run read it */
	const struct drying *drying;
};

enum {
	HEAD_TEMPERATURE,
	HEAD_LAST,
	HEAD_HARSHER,
	HEAD_HARSHER_STAYS,
	HEAD_DISSOLVED,
	HEAD_FALLS_OUT,
	HEAD_ALONE,
};

static struct value get_head(const struct field *field, const void *row, struct arena *arena)
{
	const struct drying *drying = ((const struct drying_head *)row)->drying;

	(void)arena;
	switch (field->index) {
	case HEAD_TEMPERATURE:
		return value_number(drying->request->temperature);
	case HEAD_LAST:
		return value_text(solvent(drying, drying->last)->id);
	case HEAD_HARSHER:
		return value_text(solvent(drying, drying->harsher)->id);
	case HEAD_HARSHER_STAYS:
		return value_flag(drying->harsher_stays);
	case HEAD_DISSOLVED:
		return num_has_value(drying->steps[0].red) ? value_flag(drying->dissolved)
							   : value_null();
	case HEAD_FALLS_OUT:
		return value_number(drying->falls_out);
	default:
		return value_number(drying->alone);
	}
}

enum { PART_ID, PART_VAPOR, PART_ALONE };

static struct value get_part(const struct field *field, const void *row, struct arena *arena)
{
	const struct drying_part *part = row;

	(void)arena;
	switch (field->index) {
	case PART_ID:
		return value_text(
		    db_of(drying_of(field))->tables[TABLE_SOLVENTS].materials[part->row].id);
	case PART_VAPOR:
		return value_num(part->vapor_pressure);
	default:
		return value_number(part->alone);
	}
}

#define HEAD_FIELD(key_, label_, unit_, kind_, get_, index_, doc_)                                 \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = (unit_), .kind = (kind_), .digits = -1,  \
		.where = FIELD_MACHINE, .doc = (doc_), .get = (get_), .index = (index_)            \
	}

static const struct field part_fields[] = {
    HEAD_FIELD("id", "id", "", VALUE_TEXT, get_part, PART_ID, "Solvent."),
    HEAD_FIELD("vapor_pressure", "vapour pressure", "kPa", VALUE_NUM, get_part, PART_VAPOR,
	       "Of the pure part at the film's temperature."),
    HEAD_FIELD("alone", "alone", "", VALUE_NUMBER, get_part, PART_ALONE,
	       "The electrolyte's criterion of this part by itself."),
};

static struct value get_head_parts(const struct field *field, const void *row, struct arena *arena)
{
	const struct drying *drying = ((const struct drying_head *)row)->drying;
	struct value *items = ARENA_NEW(arena, drying->part_count, struct value);

	for (size_t i = 0; i < drying->part_count; i++)
		items[i] = value_record(field->type, &drying->parts[i]);
	return value_list(items, drying->part_count);
}

static const struct field film_fields[] = {
    HEAD_FIELD("temperature", "temperature", "degC", VALUE_NUMBER, get_head, HEAD_TEMPERATURE,
	       "Of the film."),
    HEAD_FIELD("film_parts", "parts", "", VALUE_LIST, get_head_parts, 0, "The parts of the blend."),
    HEAD_FIELD("last", "last", "", VALUE_TEXT, get_head, HEAD_LAST, "The part that leaves last."),
    HEAD_FIELD("harsher", "harsher", "", VALUE_TEXT, get_head, HEAD_HARSHER,
	       "The part that is worst for the electrolyte by itself."),
    HEAD_FIELD("harsher_stays", "harsher stays", "", VALUE_FLAG, get_head, HEAD_HARSHER_STAYS,
	       "The harsher part leaves last and is worse than the fresh blend."),
    HEAD_FIELD("dissolved", "dissolved", "", VALUE_FLAG, get_head, HEAD_DISSOLVED,
	       "The fresh blend dissolves the binder."),
    HEAD_FIELD("falls_out", "falls out", "", VALUE_NUMBER, get_head, HEAD_FALLS_OUT,
	       "Share left when RED rises through 1; null: it does not."),
    HEAD_FIELD("alone", "alone", "", VALUE_NUMBER, get_head, HEAD_ALONE,
	       "Share left when the last part is 95 vol% of the liquid; null: from the start."),
};

enum { FILM_FIELDS = sizeof film_fields / sizeof film_fields[0] };

static const struct record_type *part_type(const struct drying *drying, struct arena *arena)
{
	const size_t count = sizeof part_fields / sizeof part_fields[0];
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, count, struct field);

	memcpy(fields, part_fields, sizeof part_fields);
	for (size_t i = 0; i < count; i++)
		fields[i].context = drying;
	*type = (struct record_type){"film-part", "A part of a film.", fields, count};
	return type;
}

/* The head of a run with the film's summary behind it. */
static struct value head_value(const struct drying *drying, const struct run_head *head,
			       struct arena *arena)
{
	const struct record_type *run = run_head_value(head, arena).type;
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, run->count + FILM_FIELDS, struct field);
	struct drying_head *row = ARENA_NEW(arena, 1, struct drying_head);

	*row = (struct drying_head){*head, drying};
	memcpy(fields, run->fields, run->count * sizeof fields[0]);
	memcpy(fields + run->count, film_fields, sizeof film_fields);
	for (size_t i = run->count; i < run->count + FILM_FIELDS; i++)
		if (fields[i].get == get_head_parts)
			fields[i].type = part_type(drying, arena);
	*type = (struct record_type){"film", "What was run, and how the film dries.", fields,
				     run->count + FILM_FIELDS};
	return value_record(type, row);
}

struct report drying_report(const struct drying *drying, const struct run_head *head,
			    struct arena *arena)
{
	const void **rows = ARENA_NEW(arena, drying->step_count, const void *);
	struct report report = {
	    .format = "slurryscreen-film/1",
	    .rows_key = "steps",
	    .type = step_type(drying, arena),
	    .rows = rows,
	    .row_count = drying->step_count,
	    .head = head_value(drying, head, arena),
	    .rule_before = SIZE_MAX,
	};

	for (size_t i = 0; i < drying->step_count; i++)
		rows[i] = &drying->steps[i];
	drying_add_lines(&report, drying, head, arena);
	return report;
}
