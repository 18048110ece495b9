/* SPDX-License-Identifier: MIT */
#include "check/check_model.h"

#include <math.h>

#include "check/combos.h"
#include "model/model.h"
#include "read/json.h"

/* A criterion whose best value is below this only takes points from everybody. */
static const double reachable_least = 0.3;

bool check_is_model(const struct source *source)
{
	return str_contains(source->text, STR_LITERAL("\"slurryscreen-model/"));
}

struct model_check {
	const struct json *root;
	const struct model *model;
	const struct db *db;
	struct provenance *provenance;
	struct diag_sink *sink;
	struct seen named; /* properties that were looked at */
};

/* The id of the n-th object of a list, as a place to point at. */
static struct place place_of(const struct model_check *check, const char *list, size_t index)
{
	const struct json *const all = json_member(check->root, list);
	const struct json *item = all ? all->child : NULL;
	const struct json *id;

	while (item && index-- > 0)
		item = item->next;
	id = item ? json_member(item, "id") : NULL;
	return id ? id->place : check->root->place;
}

/* ---- properties and sources, as the text names them ---- */

static bool is_empty_column(const struct model_check *check, enum table_id table, size_t property)
{
	for (size_t row = 0; row < check->db->tables[table].count; row++)
		if (!isnan(db_cell(check->db, table, row, property)))
			return false;
	return true;
}

/* "solvent.logp": the role's table must have a value somewhere. */
static void check_property(struct model_check *check, const struct json *node)
{
	struct str rest = node->string;
	enum table_id table;
	size_t property;
	struct str role;

	if (!str_contains(node->string, STR_LITERAL(".")) || !str_next(&rest, '.', &role))
		return;
	table = table_find(role);
	if (table >= TABLE_CLASSES)
		return;
	property = prop_find(&check->db->properties, table, rest);
	if (property == SIZE_MAX || !is_empty_column(check, table, property) ||
	    seen_add(&check->named, seen_hash((unsigned)table, rest), 0))
		return;
	DIAG_REPORT(check->sink, PROPERTY_EMPTY, node->place, table_infos[table].singular,
		    check->db->properties.rows[property].key);
}

static void check_source(struct model_check *check, const struct json *node)
{
	const struct check_cell cell = {.text = node->string, .place = node->place};

	if (node->string.length > 0)
		provenance_check_source(check->provenance, &cell);
}

/* Depth is bounded by the reader's limit. */
static void walk(struct model_check *check, const struct json *node)
{
	for (const struct json *child = node->child; child; child = child->next) {
		if (child->type != JSON_STRING)
			walk(check, child);
		else if (str_is(child->key, "source"))
			check_source(check, child);
		else
			check_property(check, child);
	}
}

/* ---- gates ---- */

static bool asks_for_a_setting(const struct condition *condition)
{
	return condition->setting != SETTING_NONE ||
	       (condition->inner && asks_for_a_setting(condition->inner));
}

static bool depends_on_settings(const struct gate *gate)
{
	for (size_t i = 0; i < gate->any_count; i++)
		for (size_t k = 0; k < gate->any[i].count; k++)
			if (asks_for_a_setting(&gate->any[i].at[k]))
				return true;
	return false;
}

struct gate_count {
	const struct gate *gate;
	size_t fired;
	size_t tried;
};

static bool fires(const struct gate *gate, const struct measure_context *context)
{
	for (size_t i = 0; i < gate->any_count; i++)
		if (conditions_hold(gate->any[i].at, gate->any[i].count, context, NULL) ==
		    TRUTH_YES)
			return true;
	return false;
}

static void count_gate(void *state, const struct measure_context *context)
{
	struct gate_count *count = state;

	count->tried++;
	count->fired += fires(count->gate, context);
}

static void check_gate(struct model_check *check, size_t index)
{
	const struct gate *const gate = &check->model->gates[index];
	const struct place place = place_of(check, "gates", index);
	struct gate_count count = {gate, 0, 0};

	/* A gate without conditions looks at a criterion. */
	if (gate->any_count == 0 || depends_on_settings(gate))
		return;
	combos_visit(check->db, gate->roles, count_gate, &count);
	if (count.tried == 0)
		return;
	if (count.fired == 0)
		DIAG_REPORT(check->sink, GATE_NEVER, place, STR_ARGS(gate->id));
	else if (count.fired == count.tried)
		DIAG_REPORT(check->sink, GATE_ALWAYS, place, STR_ARGS(gate->id));
}

/* ---- criteria ---- */

struct best_value {
	const struct reading *reading;
	double best; /* NaN: nothing known anywhere */
};

static double case_of(const struct reading *reading, const struct measure_context *context)
{
	for (size_t i = 0; i < reading->case_count; i++)
		if (conditions_hold(reading->cases[i].when.at, reading->cases[i].when.count,
				    context, NULL) == TRUTH_YES)
			return reading->cases[i].value;
	return (double)NAN;
}

static double word_of(const struct reading *reading, double cell)
{
	for (size_t i = 0; i < reading->word_count; i++)
		if (fabs(reading->words[i].cell - cell) < 0.5)
			return reading->words[i].value;
	return (double)NAN;
}

static double desirability(const struct reading *reading, const struct measure_context *context)
{
	struct num n;

	if (!reading->measure)
		return case_of(reading, context);
	n = measure_num(reading->measure, context);
	if (n.state == NUM_NONE)
		return reading->none;
	if (!num_has_value(n))
		return (double)NAN;
	if (reading->words)
		return word_of(reading, n.value);
	return reading->curve ? curve_at(reading->curve, n.value) : n.value;
}

static void take_best(void *state, const struct measure_context *context)
{
	struct best_value *best = state;
	struct measure_context with_stand_ins = *context;

	with_stand_ins.stand_ins = best->reading->stand_ins;
	with_stand_ins.stand_in_count = best->reading->stand_in_count;
	with_stand_ins.use_stand_ins = true;
	best->best = fmax(best->best, desirability(best->reading, &with_stand_ins));
}

/* The best that any combination has; what is known of none counts as the model says. */
static double best_of_term(const struct model_check *check, const struct term *term)
{
	struct best_value best = {&term->reading, (double)NAN};

	combos_visit(check->db, term->roles, take_best, &best);
	for (size_t i = 0; i < term->instead_count; i++) {
		best.reading = &term->instead[i];
		combos_visit(check->db, term->roles, take_best, &best);
	}
	return isnan(best.best) ? term->missing : best.best;
}

/* Not lower than what the criterion reaches: its terms' best need not come together. */
static double best_of_criterion(const struct model_check *check, const struct criterion *criterion)
{
	double weights = 0.0;
	double logs = 0.0;
	double sum = 0.0;
	double least = 1.0;

	for (size_t i = 0; i < criterion->term_count; i++) {
		const struct term *const term = &check->model->terms[criterion->first_term + i];
		const double best = best_of_term(check, term);

		weights += term->weight;
		sum += term->weight * best;
		logs += term->weight * log(fmax(best, check->model->floor));
		least = fmin(least, best);
	}
	if (!(weights > 0.0) || criterion->combine == COMBINE_MINIMUM)
		return least;
	return criterion->combine == COMBINE_ARITHMETIC ? sum / weights : exp(logs / weights);
}

static void check_criterion(struct model_check *check, size_t index)
{
	const struct criterion *const criterion = &check->model->criteria[index];
	double best;

	/* Facts may lift a criterion above what its rules can reach. */
	if (criterion->term_count == 0 || criterion->measured)
		return;
	best = best_of_criterion(check, criterion);
	if (best < reachable_least)
		DIAG_REPORT(check->sink, CRITERION_UNREACHABLE, place_of(check, "criteria", index),
			    STR_ARGS(criterion->id), best);
}

void check_model(const struct source *source, const struct db *db, struct provenance *provenance,
		 const struct check_arenas *arenas, struct diag_sink *sink)
{
	struct model_check check = {.db = db, .provenance = provenance, .sink = sink};
	struct diag_sink dropped;

	check.model = model_read(source, db, arenas->arena, sink);
	if (!check.model)
		return;
	diag_sink_init(&dropped, arenas->arena);
	dropped.limit_per_rule = 1;
	check.root = json_read(source, arenas->arena, &dropped);
	if (!check.root)
		return;
	seen_init(&check.named, arenas->arena);
	walk(&check, check.root);
	for (size_t i = 0; i < check.model->gate_count; i++)
		check_gate(&check, i);
	for (size_t i = 0; i < check.model->criterion_count; i++)
		check_criterion(&check, i);
}
