/* SPDX-License-Identifier: MIT */
#include "engine/robust.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "engine/eval_term.h"

const double robust_weight_change = 0.5;

/* The weights of one draw: the first numbers of the stream, the same for every row. */
static void draw_weights(const struct model *model, struct random *random,
			 double weights[MODEL_CRITERIA_MAX])
{
	assert(model->criterion_count <= MODEL_CRITERIA_MAX); /* the reader refuses more */
	for (size_t i = 0; i < model->criterion_count; i++)
		weights[i] = model->criteria[i].weight *
			     (1.0 + robust_weight_change * (2.0 * random_unit(random) - 1.0));
}

static double drawn_score(const struct model *model, const struct evaluation *row,
			  const double weights[MODEL_CRITERIA_MAX], struct random *random)
{
	double sum = 0.0;
	double total = 0.0;
	double limit = 100.0;

	for (size_t i = 0; i < model->criterion_count; i++) {
		const struct criterion_result *criterion = &row->criteria[i];
		double value;

		if (!criterion->active)
			continue;
		value = random_triangular(random, criterion->value.low, criterion->value.value,
					  criterion->value.high);
		sum += weights[i] * log(fmax(value, model->floor));
		total += weights[i];
		if (model->criteria[i].limit)
			limit = fmin(limit, curve_at(model->criteria[i].limit, value));
	}
	return total > 0.0 ? fmin(row->factor * 100.0 * exp(sum / total), limit) : 0.0;
}

struct drawn {
	double score;
	size_t row;
};

static int higher_first(const void *a, const void *b)
{
	const struct drawn *x = a;
	const struct drawn *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void draw_all(const struct model *model, const struct evaluation *const *rows, size_t count,
		     uint64_t seed, size_t draw, struct drawn *drawn)
{
	struct random random = random_stream(seed, draw);
	double weights[MODEL_CRITERIA_MAX];

	draw_weights(model, &random, weights);
	for (size_t i = 0; i < count; i++)
		drawn[i] = (struct drawn){drawn_score(model, rows[i], weights, &random), i};
}

/* The smallest rank that so many of the draws do not exceed. */
static size_t rank_quantile(const uint32_t *ranks, size_t count, size_t draws, double quantile)
{
	double wanted = quantile * (double)draws;
	double seen = 0.0;

	for (size_t rank = 0; rank < count; rank++) {
		seen += (double)ranks[rank];
		if (seen >= wanted)
			return rank + 1;
	}
	return count;
}

/* Rows drawn between two calls: some milliseconds. */
enum { ROWS_A_CALL = 8192 };

static void tell(const struct robust_draws *draws, size_t done, size_t rows)
{
	if (done % (ROWS_A_CALL / (rows + 1) + 1) == 0)
		watcher_tell(&draws->watcher, done, draws->count);
}

const struct robust_row *robust_run(const struct model *model, const struct evaluation *const *rows,
				    size_t count, const struct robust_draws *draws,
				    struct arena *arena, struct arena *scratch)
{
	struct robust_row *results = ARENA_NEW(arena, count + 1, struct robust_row);
	struct drawn *drawn = ARENA_NEW(scratch, count + 1, struct drawn);
	uint32_t *ranks = ARENA_NEW(scratch, count * count + 1, uint32_t);

	assert(count <= ROBUST_ROWS_MAX);
	for (size_t draw = 0; draw < draws->count; draw++) {
		tell(draws, draw, count);
		draw_all(model, rows, count, draws->seed, draw, drawn);
		for (size_t i = 0; i < count; i++)
			results[i].score_mean += drawn[i].score;
		qsort(drawn, count, sizeof(*drawn), higher_first);
		for (size_t rank = 0; rank < count; rank++)
			ranks[drawn[rank].row * count + rank]++;
	}
	for (size_t i = 0; i < count; i++) {
		const uint32_t *own = &ranks[i * count];
		double all = (double)draws->count;

		results[i].first = (double)own[0] / all;
		for (size_t rank = 0; rank < count && rank < 3; rank++)
			results[i].top_three += (double)own[rank] / all;
		results[i].rank_low = rank_quantile(own, count, draws->count, 0.05);
		results[i].rank_high = rank_quantile(own, count, draws->count, 0.95);
		results[i].score_mean /= all;
	}
	return results;
}

const struct ranking *robust_ranking(const struct ranking *ranking, size_t top,
				     const struct robust_draws *draws, struct arena *arena,
				     struct arena *scratch)
{
	const struct model *model = ranking->request->evaluator->model;
	const size_t count =
	    ranking->ranked_rows < ROBUST_ROWS_MAX ? ranking->ranked_rows : ROBUST_ROWS_MAX;
	const struct evaluation **drawn = ARENA_NEW(scratch, count + 1, const struct evaluation *);
	struct ranking_row *rows = ARENA_NEW(arena, ranking->row_count + 1, struct ranking_row);
	struct ranking *firm = ARENA_NEW(arena, 1, struct ranking);
	const struct robust_row *results;

	*firm = *ranking;
	firm->rows = rows;
	firm->row_count = 0;
	firm->draws = draws->count;
	firm->seed = draws->seed;
	for (size_t i = 0; i < count; i++)
		drawn[i] = ranking->rows[i].evaluation;
	results = robust_run(model, drawn, count, draws, arena, scratch);
	for (size_t i = 0; i < ranking->row_count; i++) {
		if (i >= top && i < ranking->ranked_rows)
			continue;
		rows[firm->row_count] = ranking->rows[i];
		rows[firm->row_count++].robust = i < count ? &results[i] : NULL;
	}
	firm->ranked_rows = ranking->ranked_rows < top ? ranking->ranked_rows : top;
	return firm;
}

double robust_share(const struct model *model, const struct evaluation *a,
		    const struct evaluation *b, const struct robust_draws *draws)
{
	const struct evaluation *const rows[2] = {a, b};
	size_t holds = 0;

	for (size_t draw = 0; draw < draws->count; draw++) {
		struct drawn drawn[2];

		tell(draws, draw, 2);
		draw_all(model, rows, 2, draws->seed, draw, drawn);
		holds += drawn[0].score >= drawn[1].score;
	}
	return (double)holds / (double)draws->count;
}
