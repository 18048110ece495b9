/* SPDX-License-Identifier: MIT */
/* Inside of the slow scorer: what its files share. See slow_score.h. */
#ifndef SLURRYSCREEN_TESTS_SLOW_VIEW_H
#define SLURRYSCREEN_TESTS_SLOW_VIEW_H

#include <math.h>

#include "slow_score.h"

/* A value, or nothing: NaN. Known to be absent: infinity. */
#define slow_absent HUGE_VAL

struct view {
	const struct evaluator *evaluator;
	const struct combo *combo;
	const struct reading *reading; /* whose stand-ins may be used; NULL: none */
};

/* The same with one part of the liquid alone. */
struct alone {
	struct part part;
	struct combo combo;
	struct view view;
};

double slow_nothing(void);
bool slow_has(double x);
double slow_draw_line(const struct curve *curve, double x);
const struct view *slow_alone(struct alone *a, const struct view *view, size_t part);
uint32_t slow_row_of(const struct view *view, enum role role);
const struct property *slow_property_of(const struct view *view, size_t property);
double slow_mix_power(const struct view *view, const double *values, double exponent);
double slow_mixed(const struct view *view, size_t property, const double *values);
double slow_value(const struct view *view, const struct operand *operand);
bool slow_starts(struct str code, struct str prefix);
double slow_worst_code(const struct view *view, const struct measure *m);
double slow_middle_of_range(const struct view *view, const struct measure *m);
double slow_of_class(const struct view *view, size_t property);
double slow_count_codes(const struct view *view, const struct operand *operand);
size_t slow_hear(const struct view *view, const struct fact_query *query,
		 const struct fact **heard);
const struct fact **slow_fact_room(const struct view *view);
enum truth slow_fact_says(const struct view *view, const struct fact_query *query);
double slow_mean_fact_number(const struct view *view, const struct fact_query *query);
double slow_red(const struct view *view, const struct measure *m);
double slow_measure(const struct view *view, const struct measure *m);
enum truth slow_holds(const struct view *view, const struct condition *c);
enum truth slow_all_hold(const struct view *view, const struct condition_list *list);

enum truth slow_gate_says(const struct view *view, const struct gate *gate);

#endif
