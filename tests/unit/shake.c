/* SPDX-License-Identifier: MIT */
#include "shake.h"

#include <math.h>

size_t shake_pick(struct random *random, size_t count)
{
	return (size_t)(random_unit(random) * (double)count);
}

void shake_cells(struct db_copy *copy, struct random *random)
{
	for (int i = 0; i < 2000; i++) {
		enum table_id table = (enum table_id)shake_pick(random, TABLE_SALTS);
		uint32_t row = (uint32_t)shake_pick(random, copy->db.tables[table].count);
		size_t property = shake_pick(random, copy->db.properties.count);
		const struct property *p = &copy->db.properties.rows[property];
		double now = copy->values[table][property][row];

		if (!prop_in_table(p, table))
			continue;
		if (random_unit(random) < 0.5)
			db_copy_erase(copy, table, row, property);
		else if (p->kind == PROP_NUMBER && isfinite(now))
			db_copy_set(copy, table, row, property, now * (0.5 + random_unit(random)));
	}
}

const struct model *shake_model(const struct model *model, struct random *random,
				struct arena *arena)
{
	struct model *shaken = ARENA_NEW(arena, 1, struct model);
	struct criterion *criteria = ARENA_NEW(arena, model->criterion_count, struct criterion);
	struct term *terms = ARENA_NEW(arena, model->term_count, struct term);

	*shaken = *model;
	for (size_t i = 0; i < model->criterion_count; i++) {
		criteria[i] = model->criteria[i];
		criteria[i].weight = random_unit(random);
		criteria[i].combine = (enum combine)shake_pick(random, 3);
		if (random_unit(random) < 0.3)
			criteria[i].limit = NULL;
	}
	for (size_t i = 0; i < model->term_count; i++) {
		terms[i] = model->terms[i];
		terms[i].weight *= random_unit(random) < 0.1 ? 0.0 : random_unit(random);
	}
	shaken->criteria = criteria;
	shaken->terms = terms;
	return shaken;
}
