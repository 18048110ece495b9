/* SPDX-License-Identifier: MIT */
/* The models of all routes against the session's database. */
#include "api/session_parts.h"
#include "model/builtin.h"

size_t session_route_models(struct session *session, const struct model *const **models)
{
	const size_t count = builtin_model_count();
	const struct model **read = ARENA_NEW(&session->arena, count, const struct model *);
	struct source *sources = ARENA_NEW(&session->arena, count, struct source);
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct model *model;

		sources[i] = builtin_model_at(i).source;
		model = model_read(&sources[i], session->db, &session->arena, &session->sink);
		if (model && session->model && str_equal(model->route, session->model->route))
			model = session->model;
		if (model)
			read[found++] = model;
	}
	*models = read;
	return found;
}
