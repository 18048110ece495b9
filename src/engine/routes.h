/* SPDX-License-Identifier: MIT */
/* What is possible with these materials by each route, best first. */
#ifndef SLURRYSCREEN_ENGINE_ROUTES_H
#define SLURRYSCREEN_ENGINE_ROUTES_H

#include "base/record.h"
#include "engine/rank.h"

struct route_result {
	const struct evaluator *evaluator; /* with the route's model */
	const struct ranking *ranking;
	const struct evaluation *best; /* NULL: nothing is possible */
	size_t gate; /* then: the gate that rejects most; SIZE_MAX if nothing was screened */
};

/*
 * One result a model, by score; impossible ones last. request: its evaluator's model is not read,
 * top and what concerns the reference neither. Where a route can do without a liquid, that counts
 * as one of the choices.
 */
const struct route_result *routes_compare(const struct rank_request *request,
					  const struct model *const *models, size_t count,
					  struct arena *arena, struct arena *scratch);

/* The rows are struct route_result. salt: there is one, so people see it. */
const struct record_type *route_record_type(bool salt, struct arena *arena);

#endif
