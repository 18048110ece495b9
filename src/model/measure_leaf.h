/* SPDX-License-Identifier: MIT */
/* Inside the model room: the leaves of measures, what reads the database and the facts. */
#ifndef SLURRYSCREEN_MODEL_MEASURE_LEAF_H
#define SLURRYSCREEN_MODEL_MEASURE_LEAF_H

#include "model/measure.h"

/* The same combination with one part of its liquid alone. Lives in the caller's frame. */
struct one_part {
	struct part part;
	struct combo combo;
	struct measure_context context;
};

const struct measure_context *one_part_context(struct one_part *one,
					       const struct measure_context *context, size_t part);

/* Row of the role's table; DB_NO_ROW if there is none or the liquid has several parts. */
uint32_t combo_row(const struct combo *combo, enum role role);

struct num measure_value(const struct operand *operand, const struct measure_context *context);
struct num measure_count(const struct operand *operand, const struct measure_context *context);
struct num measure_class(const struct operand *operand, const struct measure_context *context);
struct num measure_worst(const struct measure *measure, const struct measure_context *context);
struct num measure_ranges(const struct measure *measure, const struct measure_context *context);
struct num measure_red(const struct measure *measure, const struct measure_context *context);
struct num measure_fact(const struct fact_query *query, const struct measure_context *context);

#endif
