/* SPDX-License-Identifier: MIT */
#include "engine/eval_term.h"
#include "engine/rank_parts.h"
#include "model/gate_text.h"

/* A list that grows. */
struct items {
	struct arena *arena;
	struct value *at;
	size_t count;
	size_t capacity;
};

static void add_item(struct items *items, struct value value)
{
	items->at = arena_extend(items->arena, items->at, items->count, &items->capacity,
				 sizeof items->at[0]);
	items->at[items->count++] = value;
}

static struct value items_list(const struct items *items)
{
	return value_list(items->at, items->count);
}

struct value rank_terms_list(const struct model *model, const struct evaluation *evaluation,
			     enum num_state state, struct arena *arena)
{
	struct items items = {.arena = arena};

	for (size_t i = 0; i < model->term_count; i++) {
		const struct term *term = &model->terms[i];

		if (!evaluation->criteria[term->criterion].active || !evaluation->terms[i].active ||
		    term->weight <= 0.0 || evaluation->terms[i].desirability.state != state)
			continue;
		add_item(&items, value_text(model_term_path(model, i, arena)));
	}
	return items_list(&items);
}

struct value rank_unchecked_list(const struct model *model, const struct evaluation *evaluation,
				 struct arena *arena)
{
	struct items items = {.arena = arena};

	for (size_t i = 0; i < model->gate_count; i++)
		if (evaluation->gates[i].status == GATE_UNCHECKED)
			add_item(&items, value_text(model->gates[i].id));
	return items_list(&items);
}

struct gate_row {
	const struct gate *gate;
	const struct gate_result *result;
	const struct evaluator *evaluator;
	const struct combo *combo;
};

enum { GATE_ID, GATE_BY, GATE_WHY, GATE_SOURCE };

static struct value get_gate(const struct field *field, const void *row, struct arena *arena)
{
	const struct gate_row *fired = row;

	switch (field->index) {
	case GATE_ID:
		return value_text(fired->gate->id);
	case GATE_BY:
		return value_word(fired->result->by_measurement ? "measurement" : "inference");
	case GATE_WHY:
		return value_text(gate_text(fired->gate, fired->evaluator->db, fired->combo,
					    fired->result->part, arena));
	default:
		return fired->gate->source.length > 0 ? value_text(fired->gate->source)
						      : value_null();
	}
}

#define GATE_FIELD(field_key, head, what, sentence)                                                \
	{                                                                                          \
		.key = field_key, .label = head, .unit = "", .kind = VALUE_TEXT, .digits = -1,     \
		.where = FIELD_MACHINE, .doc = sentence, .get = get_gate, .index = what            \
	}

static const struct field rejection_fields[] = {
    GATE_FIELD("gate", "gate", GATE_ID, "Gate of the model."),
    GATE_FIELD("by", "by", GATE_BY,
	       "measurement: a fact about exactly these materials; inference: a rule."),
    GATE_FIELD("why", "why", GATE_WHY, "Reason."),
    GATE_FIELD("source", "source", GATE_SOURCE, "Key of the source, or null."),
};
const struct record_type rank_rejection_type = {
    "rejection", "A gate that rejects.", rejection_fields,
    sizeof rejection_fields / sizeof rejection_fields[0]};

static const struct field warning_fields[] = {
    GATE_FIELD("gate", "gate", GATE_ID, "Gate of the model."),
    GATE_FIELD("why", "why", GATE_WHY, "Reason."),
    GATE_FIELD("source", "source", GATE_SOURCE, "Key of the source, or null."),
};
const struct record_type rank_warning_type = {"warning", "A gate that warns.", warning_fields,
					      sizeof warning_fields / sizeof warning_fields[0]};

struct value rank_fired_list(const struct evaluator *evaluator, const struct evaluation *evaluation,
			     enum gate_verdict verdict, struct arena *arena)
{
	const struct record_type *type =
	    verdict == GATE_REJECT ? &rank_rejection_type : &rank_warning_type;
	const struct model *model = evaluator->model;
	struct items items = {.arena = arena};

	for (size_t i = 0; i < model->gate_count; i++) {
		struct gate_row *row;

		if (evaluation->gates[i].status != GATE_FIRED || model->gates[i].verdict != verdict)
			continue;
		row = ARENA_NEW(arena, 1, struct gate_row);
		*row = (struct gate_row){&model->gates[i], &evaluation->gates[i], evaluator,
					 &evaluation->combo};
		add_item(&items, value_record(type, row));
	}
	return items_list(&items);
}

/* Rows that one criterion hears; more are not looked at. */

static void add_own(struct items *items, const struct fact *fact)
{
	struct text text;

	if (!fact || !fact->own)
		return;
	text_init(&text, items->arena);
	text_addf(&text, "own row " STR_FORMAT, STR_ARGS(fact->id));
	for (size_t i = 0; i < items->count; i++)
		if (items->at[i].kind == VALUE_TEXT &&
		    str_equal(items->at[i].text, text_str(&text)))
			return;
	add_item(items, value_text(text_str(&text)));
}

struct value rank_remarks_list(const struct evaluator *evaluator,
			       const struct evaluation *evaluation, struct arena *arena)
{
	const struct model *model = evaluator->model;
	const struct value fired = rank_fired_list(
	    evaluator, evaluation, evaluation->rejected ? GATE_REJECT : GATE_WARN, arena);
	struct items items = {.arena = arena};

	for (size_t i = 0; i < fired.count; i++)
		add_item(&items, fired.items[i]);
	for (size_t i = 0; i < model->gate_count; i++)
		add_own(&items, evaluation->gates[i].witness);
	for (size_t i = 0; i < model->criterion_count; i++) {
		struct heard_row rows[HEARD_ROWS_MAX];
		const size_t count = criterion_heard(evaluator, &model->criteria[i],
						     &evaluation->combo, rows, HEARD_ROWS_MAX);

		for (size_t k = 0; k < count; k++)
			add_own(&items, rows[k].fact);
	}
	return items_list(&items);
}
