/* SPDX-License-Identifier: MIT */
#include "model/model.h"

#include <assert.h>
#include <string.h>

size_t model_find_criterion(const struct model *model, struct str id)
{
	for (size_t i = 0; i < model->criterion_count; i++)
		if (str_equal(id, model->criteria[i].id))
			return i;
	return SIZE_MAX;
}

size_t model_find_term(const struct model *model, size_t criterion, struct str id)
{
	const struct criterion *of = &model->criteria[criterion];

	for (size_t i = of->first_term; i < of->first_term + of->term_count; i++)
		if (str_equal(id, model->terms[i].id))
			return i;
	return SIZE_MAX;
}

struct str model_term_path(const struct model *model, size_t term, struct arena *arena)
{
	const struct term *t = &model->terms[term];
	struct text text;

	text_init(&text, arena);
	text_addf(&text, STR_FORMAT "." STR_FORMAT, STR_ARGS(model->criteria[t->criterion].id),
		  STR_ARGS(t->id));
	return text_str(&text);
}

const struct model *model_with_weight(const struct model *model, size_t criterion, double weight,
				      struct arena *arena)
{
	struct model *copy = ARENA_NEW(arena, 1, struct model);
	struct criterion *criteria = ARENA_NEW(arena, model->criterion_count, struct criterion);

	assert(criterion < model->criterion_count);
	assert(weight >= 0.0 && weight <= MODEL_WEIGHT_MAX);
	memcpy(criteria, model->criteria, model->criterion_count * sizeof *criteria);
	criteria[criterion].weight = weight;
	*copy = *model;
	copy->criteria = criteria;
	return copy;
}
