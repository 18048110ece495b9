/* SPDX-License-Identifier: MIT */
#include "engine/rank.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/eval_term.h"
#include "engine/filter.h"
#include "engine/shortlist.h"

/* What is computed once for a material of one side and serves all its combinations. */
struct half {
	struct partial partial;
	double factor;
	uint64_t rejecting; /* gates that fired */
	enum filter_answer filter;
	/* Cannot enter the shortlist, whatever the other side: partial is unfinished. */
	bool hopeless;
};

/* The gates and criteria that depend on the same sides, in the model's order. */
struct group {
	size_t gates[MODEL_GATES_MAX];
	size_t gate_count;
	size_t *criteria;
	size_t criterion_count;
	double weights;  /* of the criteria */
	bool facts_fire; /* each list of each gate asks for a fact: none, and no gate fires */
};

struct run {
	struct rank_request request; /* with everything spelled out */
	struct evaluator evaluator;
	struct arena *arena;
	struct ranking *ranking;
	struct ranking_row *rows; /* of the ranking, while it grows */
	size_t row_capacity;
	struct evaluation *work;
	struct group groups[COLLAPSE_GROUPS];
	uint32_t se; /* index */
	struct half *binders;
	struct shortlist ranked;
	struct shortlist rejected;
};

static bool asks_for_fact(const struct condition_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->at[i].op == CONDITION_FACT)
			return true;
	return false;
}

static bool only_facts_fire(const struct gate *gate)
{
	for (size_t i = 0; i < gate->any_count; i++)
		if (!asks_for_fact(&gate->any[i]))
			return false;
	return gate->any_count > 0;
}

static void make_groups(struct run *run, struct arena *scratch)
{
	const struct model *model = run->evaluator.model;

	for (size_t g = 0; g < COLLAPSE_GROUPS; g++) {
		run->groups[g].criteria = ARENA_NEW(scratch, model->criterion_count + 1, size_t);
		run->groups[g].facts_fire = true;
	}
	for (size_t i = 0; i < model->gate_count; i++) {
		struct group *group = &run->groups[collapse_group(model->gates[i].roles)];

		assert(i < MODEL_GATES_MAX); /* the reader refuses more */
		group->gates[group->gate_count++] = i;
		group->facts_fire = group->facts_fire && only_facts_fire(&model->gates[i]);
	}
	for (size_t i = 0; i < model->criterion_count; i++) {
		struct group *group = &run->groups[collapse_group(model->criteria[i].roles)];

		assert(group->criteria);
		group->criteria[group->criterion_count++] = i;
		group->weights += model->criteria[i].weight;
	}
}

static double criterion_value(struct run *run, size_t criterion, const struct combo *combo)
{
	const struct criterion *c = &run->evaluator.model->criteria[criterion];

	for (size_t t = 0; t < c->term_count; t++)
		term_evaluate(&run->evaluator, &run->evaluator.model->terms[c->first_term + t],
			      combo, &run->work->terms[c->first_term + t]);
	criterion_evaluate(&run->evaluator, c, combo, run->work->terms,
			   &run->work->criteria[criterion]);
	return run->work->criteria[criterion].active ? run->work->criteria[criterion].value.value
						     : DB_UNKNOWN;
}

/* As smallest_factor(), of the gates of one group, one at a time. */
static double factor_of(const struct run *run, const struct gate *gate,
			const struct gate_result *result)
{
	const bool possible =
	    result->status == GATE_UNCHECKED && run->evaluator.options.missing == MISSING_WORST;

	return gate->verdict == GATE_WARN && (result->status == GATE_FIRED || possible)
		   ? gate->factor
		   : 1.0;
}

static void half_gates(struct run *run, const struct combo *combo, enum collapse_group which,
		       struct half *half)
{
	const struct group *group = &run->groups[which];

	for (size_t i = 0; i < group->gate_count; i++) {
		const size_t g = group->gates[i];
		const struct gate *gate = &run->evaluator.model->gates[g];
		struct gate_result result;

		gate_evaluate(&run->evaluator, gate, combo, &result);
		half->factor = fmin(half->factor, factor_of(run, gate, &result));
		if (gate->verdict == GATE_REJECT && result.status == GATE_FIRED)
			half->rejecting |= (uint64_t)1 << g;
	}
}

/*
 * What a solvent could score at most: every criterion not yet looked at counts 1. (One that turns
 * out not to count at all leaves a lower mean.)
 */
static double bound(const struct run *run, const struct partial *solvent, double weights_left,
		    double factor)
{
	struct partial parts[COLLAPSE_GROUPS] = {*solvent, PARTIAL_EMPTY, PARTIAL_EMPTY};

	parts[COLLAPSE_SOLVENT].weights += weights_left;
	parts[COLLAPSE_BINDER].weights = run->groups[COLLAPSE_BINDER].weights;
	parts[COLLAPSE_PAIR].weights = run->groups[COLLAPSE_PAIR].weights;
	return eval_round(partial_score(parts, factor));
}

static void add_group(struct run *run, const struct combo *combo, enum collapse_group which,
		      struct partial *partial)
{
	const struct group *group = &run->groups[which];

	*partial = (struct partial)PARTIAL_EMPTY;
	for (size_t i = 0; i < group->criterion_count; i++) {
		const double value = criterion_value(run, group->criteria[i], combo);

		if (!isnan(value))
			partial_add(partial, run->evaluator.model, group->criteria[i], value);
	}
}

/* As add_group(), but gives up as soon as the shortlist is out of reach. */
static void add_solvent(struct run *run, const struct combo *combo, struct half *half)
{
	const struct model *model = run->evaluator.model;
	const struct group *group = &run->groups[COLLAPSE_SOLVENT];
	double left = group->weights;

	half->partial = (struct partial)PARTIAL_EMPTY;
	for (size_t i = 0; i < group->criterion_count; i++) {
		const size_t c = group->criteria[i];
		const double value = criterion_value(run, c, combo);

		left -= model->criteria[c].weight;
		if (!isnan(value))
			partial_add(&half->partial, model, c, value);
		if (!shortlist_may_enter(&run->ranked,
					 bound(run, &half->partial, left, half->factor))) {
			half->hopeless = true;
			return;
		}
	}
}

static struct combo combo_of(const struct run *run, uint32_t binder, uint32_t solvent)
{
	const struct rank_request *request = &run->request;

	return (struct combo){
	    .se = request->ses[run->se],
	    .binder = request->binder_count ? request->binders[binder] : DB_NO_ROW,
	    .salt = request->salt,
	    .solvent =
		request->solvent_count ? request->solvents[solvent] : (struct mixture){NULL, 0},
	};
}

static struct half collapse_solvent(struct run *run, uint32_t solvent)
{
	struct combo combo = combo_of(run, 0, solvent);
	struct half half = {.factor = 1.0};

	combo.binder = DB_NO_ROW;
	half.filter = filters_pass(run->evaluator.db, run->request.filters,
				   run->request.filter_count, ROLE_SOLVENT, &combo);
	if (half.filter != FILTER_IN)
		return half;
	half_gates(run, &combo, COLLAPSE_SOLVENT, &half);
	if (!half.rejecting)
		add_solvent(run, &combo, &half);
	return half;
}

static struct half collapse_binder(struct run *run, uint32_t binder)
{
	struct combo combo = combo_of(run, binder, 0);
	struct half half = {.factor = 1.0};

	combo.solvent = (struct mixture){NULL, 0};
	half.filter = filters_pass(run->evaluator.db, run->request.filters,
				   run->request.filter_count, ROLE_BINDER, &combo);
	half_gates(run, &combo, COLLAPSE_BINDER, &half);
	add_group(run, &combo, COLLAPSE_BINDER, &half.partial);
	return half;
}

static void count_rejection(struct run *run, uint64_t rejecting)
{
	run->ranking->rejected++;
	for (size_t i = 0; rejecting; i++, rejecting >>= 1)
		if (rejecting & 1u)
			run->ranking->gate_counts[i]++;
}

static bool filtered_out(struct run *run, const struct half *solvent, const struct half *binder)
{
	bool out = solvent->filter == FILTER_OUT || binder->filter == FILTER_OUT;
	bool unknown = solvent->filter == FILTER_UNKNOWN || binder->filter == FILTER_UNKNOWN;

	run->ranking->filtered += out;
	run->ranking->unknown += !out && unknown;
	return out || unknown;
}

/* The score, if the pair's own criteria, counted as 1, do not keep it off the shortlist. */
static bool pair_score(struct run *run, const struct half *solvent, const struct half *binder,
		       const struct half *pair, const struct combo *combo, double *score)
{
	struct partial parts[COLLAPSE_GROUPS] = {solvent->partial, binder->partial, PARTIAL_EMPTY};
	const double factor = fmin(fmin(solvent->factor, binder->factor), pair->factor);

	parts[COLLAPSE_PAIR].weights = run->groups[COLLAPSE_PAIR].weights;
	if (!shortlist_may_enter(&run->ranked, eval_round(partial_score(parts, factor))))
		return false;
	add_group(run, combo, COLLAPSE_PAIR, &parts[COLLAPSE_PAIR]);
	*score = eval_round(partial_score(parts, factor));
	return true;
}

/* False for most rows of a large table: facts count, and none names this solvent. */
static bool may_have_facts(const struct run *run, const struct combo *combo)
{
	return !run->evaluator.options.use_measured || combo->solvent.count != 1 ||
	       run->evaluator.mentioned[combo->solvent.parts[0].row];
}

static void consider(struct run *run, uint32_t binder, uint32_t solvent,
		     const struct half *by_solvent)
{
	const struct half *by_binder = &run->binders[binder];
	struct candidate candidate = {0.0, run->se, binder, solvent};
	struct combo combo = combo_of(run, binder, solvent);
	struct half pair = {.factor = 1.0};
	uint64_t rejecting;

	if (filtered_out(run, by_solvent, by_binder))
		return;
	run->ranking->screened++;
	if (!run->groups[COLLAPSE_PAIR].facts_fire || may_have_facts(run, &combo))
		half_gates(run, &combo, COLLAPSE_PAIR, &pair);
	rejecting = by_solvent->rejecting | by_binder->rejecting | pair.rejecting;
	if (rejecting) {
		count_rejection(run, rejecting);
		shortlist_add(&run->rejected, candidate);
		return;
	}
	run->ranking->ranked++;
	if (!by_solvent->hopeless &&
	    pair_score(run, by_solvent, by_binder, &pair, &combo, &candidate.score))
		shortlist_add(&run->ranked, candidate);
}

/* Every so many steps of work; a call costs less than they do. */
enum { STEPS_A_CALL = 512 };

static void tell(const struct run *run, size_t done, size_t total)
{
	if (done % STEPS_A_CALL == 0)
		watcher_tell(&run->request.watcher, done, total);
}

/* Without a liquid there is one combination, unless the model cannot do without one. */
static uint32_t liquid_count(const struct run *run)
{
	if (run->request.solvent_count > 0)
		return (uint32_t)run->request.solvent_count;
	return run->evaluator.model->solvent == SOLVENT_NEEDED ? 0 : 1;
}

static void screen_electrolyte(struct run *run)
{
	const struct rank_request *request = &run->request;
	uint32_t solvents = liquid_count(run);
	uint32_t binders = (uint32_t)(request->binder_count ? request->binder_count : 1);
	struct combo alone = combo_of(run, 0, 0);

	switch (filters_pass(run->evaluator.db, request->filters, request->filter_count, ROLE_SE,
			     &alone)) {
	case FILTER_OUT:
		run->ranking->filtered += (size_t)solvents * binders;
		return;
	case FILTER_UNKNOWN:
		run->ranking->unknown += (size_t)solvents * binders;
		return;
	case FILTER_IN:
		break;
	}
	for (uint32_t b = 0; b < binders; b++)
		run->binders[b] = collapse_binder(run, b);
	for (uint32_t s = 0; s < solvents; s++) {
		const struct half by_solvent = collapse_solvent(run, s);

		tell(run, (size_t)run->se * solvents + s, request->se_count * solvents);
		for (uint32_t b = 0; b < binders; b++)
			consider(run, b, s, &by_solvent);
	}
}

static const uint32_t *all_rows(size_t count, struct arena *arena)
{
	uint32_t *rows = ARENA_NEW(arena, count + 1, uint32_t);

	for (size_t i = 0; i < count; i++)
		rows[i] = (uint32_t)i;
	return rows;
}

static const struct mixture *pure_solvents(size_t count, struct arena *arena)
{
	struct mixture *mixtures = ARENA_NEW(arena, count + 1, struct mixture);
	struct part *parts = ARENA_NEW(arena, count + 1, struct part);

	for (size_t i = 0; i < count; i++) {
		parts[i] = (struct part){(uint32_t)i, 1.0};
		mixtures[i] = (struct mixture){&parts[i], 1};
	}
	return mixtures;
}

/* Nothing named means everything there is, as far as the model needs it. */
static void spell_out(struct run *run)
{
	const struct db *db = run->evaluator.db;
	struct rank_request *request = &run->request;

	if (request->se_count == 0) {
		request->se_count = db->tables[TABLE_ELECTROLYTES].count;
		request->ses = all_rows(request->se_count, run->arena);
	}
	if (request->binder_count == 0) {
		request->binder_count = db->tables[TABLE_BINDERS].count;
		request->binders = all_rows(request->binder_count, run->arena);
	}
	if (request->solvent_count == 0 && run->evaluator.model->solvent == SOLVENT_NEEDED) {
		request->solvent_count = db->tables[TABLE_SOLVENTS].count;
		request->solvents = pure_solvents(request->solvent_count, run->arena);
	}
}

static bool same_pure(const struct mixture *mixture, uint32_t row)
{
	return mixture->count == 1 && mixture->parts[0].row == row;
}

static struct ranking_row *add_row(struct run *run, const struct combo *combo, size_t rank)
{
	struct evaluation *evaluation = evaluation_new(run->evaluator.model, run->arena);
	struct ranking_row *row;

	run->rows = arena_extend(run->arena, run->rows, run->ranking->row_count, &run->row_capacity,
				 sizeof(*run->rows));
	run->ranking->rows = run->rows;
	evaluate(&run->evaluator, combo, evaluation);
	row = &run->rows[run->ranking->row_count++];
	*row = (struct ranking_row){.rank = rank, .evaluation = evaluation};
	row->reference = same_pure(&combo->solvent, run->request.reference);
	row->precedent_count =
	    rank_precedents(&run->evaluator, combo, &row->precedents, run->arena);
	return row;
}

static struct combo combo_of_candidate(struct run *run, const struct candidate *candidate)
{
	run->se = candidate->se;
	return combo_of(run, candidate->binder, candidate->solvent);
}

static bool add_shortlist(struct run *run, struct shortlist *list, bool ranked)
{
	bool has_reference = false;

	shortlist_sort(list);
	for (size_t i = 0; i < list->count; i++) {
		struct combo combo = combo_of_candidate(run, &list->items[i]);
		struct ranking_row *row = add_row(run, &combo, ranked ? i + 1 : 0);

		tell(run, i, list->count);
		has_reference = has_reference || row->reference;
		if (i == 0 && ranked)
			run->ranking->best_low = row->evaluation->score.low;
		row->like_best = ranked && row->evaluation->score.high >= run->ranking->best_low;
	}
	return has_reference;
}

/* The reference line, when it is not among the rows anyway: for one electrolyte and binder only. */
static void add_reference(struct run *run)
{
	const struct rank_request *request = &run->request;
	struct part *part;
	struct combo combo;

	if (run->evaluator.model->solvent != SOLVENT_NEEDED || !request->add_reference ||
	    request->reference == DB_NO_ROW || request->se_count != 1 ||
	    request->binder_count > 1 || request->solvent_count == 0)
		return;
	part = ARENA_NEW(run->arena, 1, struct part);
	*part = (struct part){request->reference, 1.0};
	run->se = 0;
	combo = combo_of(run, 0, 0);
	combo.solvent = (struct mixture){part, 1};
	add_row(run, &combo, 0)->extra = true;
}

const struct ranking *rank_run(const struct rank_request *request, struct arena *arena,
			       struct arena *scratch)
{
	struct run run = {.request = *request, .evaluator = *request->evaluator, .arena = arena};
	struct rank_request *spelled_out;
	bool has_reference;

	run.evaluator.mentioned = evaluator_mentioned(run.evaluator.db, arena);
	spell_out(&run);
	run.ranking = ARENA_NEW(arena, 1, struct ranking);
	run.ranking->gate_counts = ARENA_NEW(arena, run.evaluator.model->gate_count + 1, size_t);
	run.work = evaluation_new(run.evaluator.model, arena);
	make_groups(&run, scratch);
	run.binders = ARENA_NEW(scratch, run.request.binder_count + 1, struct half);
	shortlist_init(&run.ranked, &run.request, scratch, request->top, true);
	shortlist_init(&run.rejected, &run.request, scratch, request->keep_rejected ? SIZE_MAX : 0,
		       false);
	for (run.se = 0; run.se < run.request.se_count; run.se++)
		screen_electrolyte(&run);
	has_reference = add_shortlist(&run, &run.ranked, true);
	run.ranking->ranked_rows = run.ranking->row_count;
	has_reference = add_shortlist(&run, &run.rejected, false) || has_reference;
	if (!has_reference)
		add_reference(&run);
	spelled_out = ARENA_NEW(arena, 1, struct rank_request);
	*spelled_out = run.request;
	run.ranking->request = spelled_out;
	return run.ranking;
}
