/* SPDX-License-Identifier: MIT */
#include "mix/blend.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "engine/eval_term.h"
#include "engine/filter.h"
#include "mix/blend_list.h"
#include "mix/lanes.h"

const char *const blend_sort_words[BLEND_SORT_COUNT] = {
    [BLEND_BY_SCORE] = "score", [BLEND_BY_GAIN] = "gain"};

struct search {
	struct blend_request request;
	struct evaluator evaluator;
	struct blend_search *result;
	struct arena *arena;
	struct arena *scratch;
	struct combo combo; /* without a liquid */
	const struct plan *plan;
	uint32_t *order; /* indices of the plan's solvents, the best by itself first */
	size_t order_count;
	struct lanes *lanes;
	struct blend_list best;
};

/* ---- Candidates -------------------------------------------------------------------------- */

struct named_row {
	struct str id;
	uint32_t row;
};

static int by_id(const void *a, const void *b)
{
	const struct named_row *x = a;
	const struct named_row *y = b;

	return str_compare(x->id, y->id);
}

static bool passes(struct search *search, uint32_t row)
{
	struct part part = {row, 1.0};
	struct combo combo = search->combo;

	combo.solvent = (struct mixture){&part, 1};
	switch (filters_pass(search->evaluator.db, search->request.filters,
			     search->request.filter_count, ROLE_SOLVENT, &combo)) {
	case FILTER_IN:
		return true;
	case FILTER_OUT:
		search->result->filtered++;
		break;
	case FILTER_UNKNOWN:
		search->result->unknown++;
		break;
	}
	return false;
}

/* The solvents asked for, each once, by id: the same order whatever the files' order. */
static const uint32_t *listed_rows(struct search *search, size_t *count)
{
	const struct blend_request *request = &search->request;
	const struct table *solvents = &search->evaluator.db->tables[TABLE_SOLVENTS];
	const size_t listed = request->solvent_count ? request->solvent_count : solvents->count;
	struct named_row *rows = ARENA_NEW(search->scratch, listed, struct named_row);
	uint32_t *kept = ARENA_NEW(search->arena, listed, uint32_t);

	for (size_t i = 0; i < listed; i++) {
		rows[i].row = request->solvent_count ? request->solvents[i] : (uint32_t)i;
		rows[i].id = solvents->materials[rows[i].row].id;
	}
	qsort(rows, listed, sizeof rows[0], by_id);
	*count = 0;
	for (size_t i = 0; i < listed; i++)
		if ((i == 0 || rows[i].row != rows[i - 1].row) && passes(search, rows[i].row))
			kept[(*count)++] = rows[i].row;
	return kept;
}

struct scored {
	double score;
	uint32_t index;
};

static int by_score(const void *a, const void *b)
{
	const struct scored *x = a;
	const struct scored *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* Good ones first: the list of the best fills early, and the bound then leaves out more. */
static void order_candidates(struct search *search)
{
	const struct plan *plan = search->plan;
	const double smallest = 1.0 / (double)search->request.steps;
	struct scored *kept = ARENA_NEW(search->scratch, plan->count, struct scored);
	size_t count = 0;

	for (uint32_t i = 0; i < plan->count; i++) {
		if (plan_part_rejected(plan, i, smallest))
			search->result->rejected++;
		else
			kept[count++] = (struct scored){plan->alone[i].value, i};
	}
	qsort(kept, count, sizeof kept[0], by_score);
	search->order = ARENA_NEW(search->scratch, count, uint32_t);
	for (size_t i = 0; i < count; i++)
		search->order[i] = kept[i].index;
	search->order_count = search->result->candidates = count;
}

/* ---- Search ------------------------------------------------------------------------------ */

static size_t set_count(size_t candidates, size_t parts)
{
	if (candidates < parts)
		return 0;
	return parts == 2 ? candidates * (candidates - 1) / 2
			  : candidates * (candidates - 1) * (candidates - 2) / 6;
}

static void swap_if_after(uint32_t *a, uint32_t *b)
{
	const uint32_t keep = *a;

	if (*a > *b) {
		*a = *b;
		*b = keep;
	}
}

/* The score of the better part by itself, rejected or not. */
static double better_part(const struct search *search, const uint32_t *parts)
{
	double better = 0.0;

	for (size_t i = 0; i < search->request.parts; i++)
		better = fmax(better, search->plan->alone[parts[i]].value);
	return better;
}

static bool stays_one_phase(const struct search *search, const uint32_t *members)
{
	struct part parts[BLEND_PARTS_MAX];
	struct pair_facts facts;

	for (size_t i = 0; i < search->request.parts; i++)
		parts[i] = (struct part){search->plan->rows[members[i]], 1.0};
	facts =
	    pair_facts_of(search->evaluator.db, &(struct mixture){parts, search->request.parts});
	return facts.distance <= facts.distance_max;
}

/* The set in the order of ids, its best composition to the list. */
static void try_set(struct search *search, const uint32_t *members)
{
	const size_t count = search->request.parts;
	const double less =
	    search->request.sort == BLEND_BY_GAIN ? better_part(search, members) : 0.0;
	const double at_least =
	    search->request.exhaustive ? -1.0 : blend_list_entry(&search->best) + less;
	struct lanes *lanes = search->lanes;
	struct blend_item item = {.lane = 0};
	double score = -1.0;

	if (search->request.miscible && !stays_one_phase(search, members)) {
		search->result->layered++;
		return;
	}
	for (size_t i = 0; i < count; i++)
		item.parts[i] = members[i];
	swap_if_after(&item.parts[0], &item.parts[1]);
	if (count == 3) {
		swap_if_after(&item.parts[1], &item.parts[2]);
		swap_if_after(&item.parts[0], &item.parts[1]);
	}
	if (!lanes_run(lanes, item.parts, at_least))
		return;
	for (size_t k = 0; k < lanes->grid.count; k++)
		if (lanes->scores[k] > score) {
			score = lanes->scores[k];
			item.lane = (uint32_t)k;
		}
	item.key = less > 0.0 ? eval_round(score - less) : score;
	if (score >= 0.0)
		blend_list_add(&search->best, item);
}

static void tell(const struct search *search, size_t done)
{
	watcher_tell(&search->request.watcher, done, search->result->sets);
}

static void try_all(struct search *search)
{
	const uint32_t *order = search->order;
	uint32_t set[BLEND_PARTS_MAX];
	size_t done = 0;

	for (size_t j = 1; j < search->order_count; j++) {
		set[0] = order[j];
		for (size_t i = 0; i < j; i++) {
			set[1] = order[i];
			for (size_t h = 0; search->request.parts == 3 && h < i; h++) {
				set[2] = order[h];
				try_set(search, set);
			}
			if (search->request.parts == 2)
				try_set(search, set);
			done += search->request.parts == 3 ? i : 1;
		}
		tell(search, done);
	}
}

/* ---- Rows -------------------------------------------------------------------------------- */

static struct mixture mixture_of(struct search *search, const struct blend_item *item)
{
	const struct grid *grid = &search->lanes->grid;
	struct part *parts = ARENA_NEW(search->arena, grid->parts, struct part);

	for (size_t i = 0; i < grid->parts; i++)
		parts[i] =
		    (struct part){search->plan->rows[item->parts[i]], grid->volumes[i][item->lane]};
	return (struct mixture){parts, grid->parts};
}

static void compare_with_parts(const struct search *search, const struct blend_item *item,
			       struct blend_row *row)
{
	const double score = row->ranking.evaluation->score.value;

	for (size_t i = 0; i < search->request.parts; i++) {
		row->alone[i] = search->plan->alone[item->parts[i]];
		row->alone_rejected[i] = search->plan->alone_rejected[item->parts[i]];
	}
	row->gain_part = eval_round(score - better_part(search, item->parts));
	row->gain_best = search->result->best_single == DB_NO_ROW
			     ? DB_UNKNOWN
			     : eval_round(score - search->result->best_single_score);
}

static void fill_row(struct search *search, const struct blend_item *item, struct blend_row *row)
{
	const struct evaluator *evaluator = search->request.evaluator;
	struct evaluation *evaluation = evaluation_new(evaluator->model, search->arena);
	struct combo combo = search->combo;
	struct measure_context context;

	combo.solvent = mixture_of(search, item);
	evaluate(&search->evaluator, &combo, evaluation);
	row->ranking.evaluation = evaluation;
	row->ranking.precedent_count =
	    rank_precedents(evaluator, &evaluation->combo, &row->ranking.precedents, search->arena);
	compare_with_parts(search, item, row);
	row->facts = pair_facts_of(evaluator->db, &combo.solvent);
	context = evaluator_context(evaluator, &evaluation->combo);
	if (search->request.parts == 2)
		row->window = window_of(window_measure(evaluator->model), &context);
}

static void number_rows(struct blend_row *rows, size_t count)
{
	struct num best = {0};

	for (size_t i = 0; i < count; i++)
		if (i == 0 || rows[i].ranking.evaluation->score.value > best.value)
			best = rows[i].ranking.evaluation->score;
	for (size_t i = 0; i < count; i++) {
		rows[i].ranking.rank = i + 1;
		rows[i].ranking.like_best = rows[i].ranking.evaluation->score.high >= best.low;
	}
}

static void make_rows(struct search *search)
{
	struct blend_row *rows = ARENA_NEW(search->arena, search->best.count, struct blend_row);

	blend_list_sort(&search->best);
	for (size_t i = 0; i < search->best.count; i++)
		fill_row(search, &search->best.items[i], &rows[i]);
	number_rows(rows, search->best.count);
	search->result->rows = rows;
	search->result->row_count = search->best.count;
}

/* The best solvent by itself, of all there are. */
static void find_best_single(struct search *search)
{
	const struct rank_request request = {
	    .evaluator = search->request.evaluator,
	    .ses = &search->request.se,
	    .se_count = 1,
	    .binders = &search->request.binder,
	    .binder_count = search->request.binder == DB_NO_ROW ? 0 : 1,
	    .salt = search->request.salt,
	    .filters = search->request.filters,
	    .filter_count = search->request.filter_count,
	    .top = 1,
	    .reference = DB_NO_ROW,
	};
	const struct ranking *ranking = rank_run(&request, search->arena, search->scratch);

	search->result->best_single = DB_NO_ROW;
	if (ranking->ranked_rows == 0 || ranking->rows[0].evaluation->combo.solvent.count != 1)
		return;
	search->result->best_single = ranking->rows[0].evaluation->combo.solvent.parts[0].row;
	search->result->best_single_score = ranking->rows[0].evaluation->score.value;
}

static void prepare(struct search *search)
{
	const struct blend_request *request = &search->request;
	const uint32_t *rows;
	size_t count;

	search->combo = (struct combo){request->se, request->binder, request->salt, {NULL, 0}};
	search->evaluator.mentioned = evaluator_mentioned(search->evaluator.db, search->arena);
	rows = listed_rows(search, &count);
	search->plan = plan_new(&search->evaluator, &search->combo, rows, count, search->arena);
	order_candidates(search);
	search->lanes = lanes_new(
	    search->plan, grid_new(request->parts, request->steps, search->arena), search->arena);
	blend_list_init(&search->best, request->parts, request->top, search->arena);
	search->result->too_many =
	    request->parts == 3 && search->order_count > BLEND_TRIPLE_CANDIDATES_MAX;
}

const struct blend_search *blend_run(const struct blend_request *request, struct arena *arena,
				     struct arena *scratch)
{
	struct blend_request *copy = ARENA_NEW(arena, 1, struct blend_request);
	struct search search = {.request = *request,
				.evaluator = *request->evaluator,
				.arena = arena,
				.scratch = scratch};

	assert(request->parts >= 2 && request->parts <= BLEND_PARTS_MAX);
	*copy = *request;
	search.result = ARENA_NEW(arena, 1, struct blend_search);
	search.result->request = copy;
	prepare(&search);
	if (search.result->too_many)
		return search.result;
	search.result->sets = set_count(search.order_count, request->parts);
	search.result->blends = search.result->sets * search.lanes->grid.count;
	try_all(&search);
	search.result->evaluated = search.lanes->evaluated;
	find_best_single(&search);
	make_rows(&search);
	return search.result;
}
