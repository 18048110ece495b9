/* SPDX-License-Identifier: MIT */
#include "engine/rank_parts.h"

static struct value get_criterion(const struct field *field, const void *row, struct arena *arena)
{
	const struct criterion_result *result =
	    &((const struct ranking_row *)row)->evaluation->criteria[field->index];
	struct num value = result->value;

	(void)arena;
	if (value.state == NUM_NONE) /* no hazard, no flash point: that is knowledge */
		value.state = NUM_KNOWN;
	return result->active ? value_num(value) : value_null();
}

/* How many criteria weigh more, or the same and come before. */
static int place_by_weight(const struct model *model, size_t criterion)
{
	const double weight = model->criteria[criterion].weight;
	int place = 0;

	for (size_t i = 0; i < model->criterion_count; i++) {
		const double other = model->criteria[i].weight;

		place += i < criterion ? other >= weight : other > weight;
	}
	return place;
}

const struct record_type *rank_criteria_type(const struct model *model, struct arena *arena)
{
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(arena, model->criterion_count, struct field);

	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion *criterion = &model->criteria[i];
		const char *key = str_copy(arena, criterion->id).at;
		const int priority = PRIORITY_CRITERIA + place_by_weight(model, i);

		fields[i] = (struct field){
		    .key = key,
		    .label = key,
		    .short_label = str_copy(arena, criterion->short_label).at,
		    .unit = "",
		    .kind = VALUE_NUM,
		    .digits = 2,
		    .where = FIELD_MACHINE | FIELD_PEOPLE,
		    .show = SHOW_BAR,
		    .priority = priority < PRIORITY_EXTRA ? priority : PRIORITY_EXTRA - 1,
		    .doc = str_copy(arena, criterion->label).at,
		    .get = get_criterion,
		    .index = i,
		};
	}
	*type = (struct record_type){"criteria", "The criteria of the model.", fields,
				     model->criterion_count};
	return type;
}
