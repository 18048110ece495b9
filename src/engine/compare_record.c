/* SPDX-License-Identifier: MIT */
#include "engine/compare_record.h"

#include <math.h>
#include <stdlib.h>

#include "base/fields.h"
#include "engine/eval_term.h"
#include "engine/explain.h"
#include "engine/rank_parts.h"
#include "engine/robust.h"

/* Points below which a difference is not worth a line for people. */
static const double worth_a_line = 0.05;
/* Columns of costs have heads of at most this length: short names, else letters. */
enum { NAME_SHOWN = 16 };

struct compare {
	const struct compare_request *request;
	struct arena *arena;
	struct ranking_row *rows; /* best first, then the rejected ones */
	struct str *names;        /* one a row */
	size_t ranked;
};

static struct str *one_line(struct arena *arena, const char *text)
{
	struct str *line = ARENA_NEW(arena, 1, struct str);

	*line = str_from(text);
	return line;
}

/* ---- rows ---- */

static int better_first(const void *a, const void *b)
{
	const struct ranking_row *x = a;
	const struct ranking_row *y = b;
	const struct evaluation *m = x->evaluation;
	const struct evaluation *n = y->evaluation;

	if (m->rejected != n->rejected)
		return m->rejected ? 1 : -1;
	if (m->score.value != n->score.value)
		return m->score.value > n->score.value ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank; /* as typed */
}

static void add_robust(struct compare *compare, struct arena *scratch)
{
	const struct compare_request *request = compare->request;
	const struct evaluation **drawn =
	    ARENA_NEW(scratch, compare->ranked + 1, const struct evaluation *);
	const struct robust_row *results;

	for (size_t i = 0; i < compare->ranked; i++)
		drawn[i] = compare->rows[i].evaluation;
	results = robust_run(request->evaluator->model, drawn, compare->ranked, &request->draws,
			     compare->arena, scratch);
	for (size_t i = 0; i < compare->ranked; i++)
		compare->rows[i].robust = &results[i];
}

static void make_rows(struct compare *compare, struct arena *scratch)
{
	const struct compare_request *request = compare->request;

	compare->rows = ARENA_NEW(compare->arena, request->count, struct ranking_row);
	for (size_t i = 0; i < request->count; i++) {
		struct evaluation *evaluation =
		    evaluation_new(request->evaluator->model, compare->arena);

		evaluate(request->evaluator, &request->combos[i], evaluation);
		compare->rows[i] = (struct ranking_row){.rank = i, .evaluation = evaluation};
		compare->rows[i].precedent_count =
		    rank_precedents(request->evaluator, &request->combos[i],
				    &compare->rows[i].precedents, compare->arena);
	}
	qsort(compare->rows, request->count, sizeof *compare->rows, better_first);
	for (size_t i = 0; i < request->count; i++) {
		struct ranking_row *row = &compare->rows[i];

		row->rank = row->evaluation->rejected ? 0 : i + 1;
		row->like_best = row->rank > 0 && row->evaluation->score.high >=
						      compare->rows[0].evaluation->score.low;
		compare->ranked += row->rank > 0;
	}
	if (compare->ranked > 0)
		add_robust(compare, scratch);
}

/* Which roles differ between the rows: people see these columns. */
static struct rank_request shown_roles(const struct compare *compare)
{
	struct rank_request request = {.se_count = 1, .binder_count = 1, .robust = true};
	const struct combo *first = &compare->request->combos[0];

	for (size_t i = 1; i < compare->request->count; i++) {
		request.se_count += compare->request->combos[i].se != first->se;
		request.binder_count += compare->request->combos[i].binder != first->binder;
	}
	return request;
}

static void add_part(struct str *name, struct arena *arena, const struct material *material)
{
	struct text text;

	if (!material)
		return;
	text_init(&text, arena);
	if (name->length > 0)
		text_addf(&text, STR_FORMAT "/", STR_ARGS(*name));
	text_add(&text, rank_short_name(material));
	*name = text_str(&text);
}

/* What sets a row apart: "anisole", "NBR/anisole", "Li6PS5Cl/NBR/anisole". */
static void name_rows(struct compare *compare)
{
	const struct rank_request roles = shown_roles(compare);
	const struct db *db = compare->request->evaluator->db;

	compare->names = ARENA_NEW(compare->arena, compare->request->count, struct str);
	for (size_t i = 0; i < compare->request->count; i++) {
		const struct combo *combo = &compare->rows[i].evaluation->combo;
		struct str *name = &compare->names[i];

		if (roles.se_count > 1)
			add_part(name, compare->arena,
				 rank_material(db, combo, ROLE_SE, compare->arena));
		if (roles.binder_count > 1)
			add_part(name, compare->arena,
				 rank_material(db, combo, ROLE_BINDER, compare->arena));
		add_part(name, compare->arena,
			 rank_material(db, combo, ROLE_SOLVENT, compare->arena));
	}
}

/* ---- what makes the difference ---- */

/* One cause of losses, with what it costs each row. */
struct cause {
	enum loss_kind kind;
	size_t criterion;
	size_t term;
	struct str id;
	struct str label;
	double *points; /* one a row */
	double spread;
};

struct causes {
	struct cause *at;
	size_t count;
	size_t capacity;
};

static bool is_cause(const struct cause *cause, const struct loss *loss)
{
	return cause->kind == loss->kind && cause->criterion == loss->criterion &&
	       cause->term == loss->term;
}

static struct str cause_text(const struct compare *compare, const struct loss *loss, bool id)
{
	const struct model *model = compare->request->evaluator->model;
	const struct str criterion = loss->criterion == SIZE_MAX
					 ? (struct str){NULL, 0}
					 : model->criteria[loss->criterion].id;
	struct text text;

	text_init(&text, compare->arena);
	switch (loss->kind) {
	case LOSS_TERM:
		if (!id)
			return model->terms[loss->term].label;
		text_addf(&text, STR_FORMAT "." STR_FORMAT, STR_ARGS(criterion),
			  STR_ARGS(model->terms[loss->term].id));
		break;
	case LOSS_MEASURED:
		text_addf(&text, id ? STR_FORMAT ".measured" : "measured rows of " STR_FORMAT,
			  STR_ARGS(criterion));
		break;
	case LOSS_FACTOR:
		text_addf(&text, id ? "factor" : "factor of a warning");
		break;
	case LOSS_LIMIT:
		text_addf(&text, id ? STR_FORMAT ".limit" : "limit that " STR_FORMAT " sets",
			  STR_ARGS(criterion));
		break;
	}
	return text_str(&text);
}

static struct cause *find_cause(struct compare *compare, struct causes *causes,
				const struct loss *loss)
{
	struct cause *cause;

	for (size_t i = 0; i < causes->count; i++)
		if (is_cause(&causes->at[i], loss))
			return &causes->at[i];
	causes->at = arena_extend(compare->arena, causes->at, causes->count, &causes->capacity,
				  sizeof *causes->at);
	cause = &causes->at[causes->count++];
	*cause = (struct cause){
	    .kind = loss->kind,
	    .criterion = loss->criterion,
	    .term = loss->term,
	    .id = cause_text(compare, loss, true),
	    .label = cause_text(compare, loss, false),
	    .points = ARENA_NEW(compare->arena, compare->request->count, double),
	};
	return cause;
}

static int wider_first(const void *a, const void *b)
{
	const struct cause *x = a;
	const struct cause *y = b;

	if (x->spread != y->spread)
		return x->spread > y->spread ? -1 : 1;
	return str_compare(x->id, y->id);
}

static void find_causes(struct compare *compare, struct causes *causes)
{
	const struct model *model = compare->request->evaluator->model;
	const size_t count = compare->request->count;

	for (size_t i = 0; i < count; i++) {
		const struct loss *losses;
		const size_t losses_count =
		    explain_losses(model, compare->rows[i].evaluation, &losses, compare->arena);

		for (size_t k = 0; k < losses_count; k++)
			find_cause(compare, causes, &losses[k])->points[i] =
			    eval_round(losses[k].points);
	}
	for (size_t i = 0; i < causes->count; i++) {
		struct cause *cause = &causes->at[i];
		double least = cause->points[0];
		double most = least;

		for (size_t k = 1; k < count; k++) {
			least = fmin(least, cause->points[k]);
			most = fmax(most, cause->points[k]);
		}
		cause->spread = eval_round(most - least);
	}
	if (causes->count > 0)
		qsort(causes->at, causes->count, sizeof *causes->at, wider_first);
}

static struct value get_points(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_number(((const struct cause *)row)->points[field->index]);
}

/* A key of its own for each row: the id of the liquid may stand twice. */
static const char *points_key(const struct compare *compare, size_t row)
{
	struct text text;

	text_init(&text, compare->arena);
	text_addf(&text, "points_%zu", row + 1);
	return text.at;
}

static const char *short_head(const struct compare *compare, size_t row)
{
	struct text text;

	if (compare->names[row].length <= NAME_SHOWN)
		return str_copy(compare->arena, compare->names[row]).at;
	text_init(&text, compare->arena);
	text_addf(&text, "row %zu", row + 1);
	return text.at;
}

static const struct record_type *cause_type(const struct compare *compare)
{
	static const struct field front[] = {
	    FIELD_TEXT("cause", "cause", str, struct cause, id, 1,
		       "criterion.term, or what else costs points."),
	    FIELD_WRAP("label", "what costs points", str, struct cause, label, 0, "In words."),
	};
	static const struct field end = FIELD_NUMBER(
	    "spread", "spread", double, struct cause, spread, 0,
	    "Points between the row that loses most to it and the one that loses least.");
	const size_t count = compare->request->count;
	struct record_type *type = ARENA_NEW(compare->arena, 1, struct record_type);
	struct field *fields = ARENA_NEW(compare->arena, count + 3, struct field);

	fields[0] = front[0];
	fields[0].where = FIELD_MACHINE;
	fields[1] = front[1];
	for (size_t i = 0; i < count; i++)
		fields[2 + i] = (struct field){
		    .key = points_key(compare, i),
		    .label = str_copy(compare->arena, compare->names[i]).at,
		    .short_label = short_head(compare, i),
		    .unit = "",
		    .kind = VALUE_NUMBER,
		    .digits = 1,
		    .where = FIELD_MACHINE | FIELD_PEOPLE,
		    .doc = "Points of 100 that the row of this rank loses to it.",
		    .get = get_points,
		    .index = i,
		};
	fields[count + 2] = end;
	fields[count + 2].digits = 1;
	*type = (struct record_type){"compare-cause", "What costs points, row by row.", fields,
				     count + 3};
	return type;
}

static void make_causes(struct compare *compare, struct report *part)
{
	struct causes causes = {0};
	const void **rows;

	find_causes(compare, &causes);
	rows = ARENA_NEW(compare->arena, causes.count + 1, const void *);
	for (size_t i = 0; i < causes.count; i++)
		if (causes.at[i].spread >= worth_a_line)
			rows[part->row_count++] = &causes.at[i];
	part->type = cause_type(compare);
	part->rows = rows;
	if (part->row_count == 0) {
		part->notes =
		    one_line(compare->arena, "Nothing: the same costs each of them as much.");
		part->note_count = 1;
	}
}

/* ---- does the order hold ---- */

struct pair {
	struct str better;
	struct str worse;
	double points;
	double share;
	bool apart; /* their intervals do not overlap */
};

static const struct field pair_fields[] = {
    FIELD_WRAP("better", "better", str, struct pair, better, 0, "The row before."),
    FIELD_WRAP("worse", "worse", str, struct pair, worse, 0, "The row after it."),
    {.key = "points",
     .label = "points",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .doc = "By which it is better.",
     .get = field_of_double,
     .index = offsetof(struct pair, points)},
    {.key = "holds",
     .label = "holds",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = 2,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .show = SHOW_PERCENT,
     .doc = "Share of the draws in which the first scores at least as much.",
     .get = field_of_double,
     .index = offsetof(struct pair, share)},
    {.key = "apart",
     .label = "apart",
     .unit = "",
     .kind = VALUE_FLAG,
     .digits = -1,
     .where = FIELD_MACHINE | FIELD_PEOPLE,
     .doc = "The intervals of the two do not overlap.",
     .get = field_of_flag,
     .index = offsetof(struct pair, apart)},
};

static const struct record_type pair_type = {"compare-pair", "Two rows, one after the other.",
					     pair_fields, sizeof pair_fields / sizeof *pair_fields};

static void make_pairs(struct compare *compare, struct report *part)
{
	const struct compare_request *request = compare->request;
	struct pair *pairs = ARENA_NEW(compare->arena, compare->ranked + 1, struct pair);
	const void **rows = ARENA_NEW(compare->arena, compare->ranked + 1, const void *);

	for (size_t i = 0; i + 1 < compare->ranked; i++) {
		const struct evaluation *a = compare->rows[i].evaluation;
		const struct evaluation *b = compare->rows[i + 1].evaluation;

		pairs[i] = (struct pair){
		    .better = compare->names[i],
		    .worse = compare->names[i + 1],
		    .points = eval_round(a->score.value - b->score.value),
		    .share = robust_share(request->evaluator->model, a, b, &request->draws),
		    .apart = a->score.low > b->score.high,
		};
		rows[part->row_count++] = &pairs[i];
	}
	part->type = &pair_type;
	part->rows = rows;
	if (part->row_count == 0)
		part->notes = one_line(compare->arena, "There is none: fewer than two are ranked.");
}

/* ---- the whole ---- */

static void make_scores(const struct compare *compare, struct report *report)
{
	struct rank_request *roles = ARENA_NEW(compare->arena, 1, struct rank_request);
	const void **rows = ARENA_NEW(compare->arena, compare->request->count, const void *);

	*roles = shown_roles(compare);
	for (size_t i = 0; i < compare->request->count; i++)
		rows[i] = &compare->rows[i];
	report->type = rank_type_for(compare->request->evaluator, roles, compare->arena);
	report->rows = rows;
	report->row_count = compare->request->count;
	report->rule_before =
	    compare->ranked < compare->request->count ? compare->ranked : SIZE_MAX;
}

static struct str *draws_line(const struct compare *compare)
{
	struct text text;

	text_init(&text, compare->arena);
	text_addf(&text,
		  "Order   share of %zu draws (seed %llu) in which each weight moves by up to half "
		  "and each criterion within its interval",
		  compare->request->draws.count, (unsigned long long)compare->request->draws.seed);
	return one_line(compare->arena, text.at);
}

static struct str *title_line(const struct compare *compare)
{
	const struct rank_request roles = shown_roles(compare);
	const struct db *db = compare->request->evaluator->db;
	const struct combo *combo = &compare->request->combos[0];
	const struct material *se = rank_material(db, combo, ROLE_SE, compare->arena);
	const struct material *binder = rank_material(db, combo, ROLE_BINDER, compare->arena);
	struct text text;

	text_init(&text, compare->arena);
	text_addf(&text, "%zu combinations side by side", compare->request->count);
	if (roles.se_count == 1)
		text_addf(&text, ", " STR_FORMAT, STR_ARGS(rank_short_name(se)));
	if (roles.binder_count == 1 && binder)
		text_addf(&text, " with " STR_FORMAT, STR_ARGS(rank_short_name(binder)));
	return one_line(compare->arena, text.at);
}

enum { PART_SCORES, PART_CAUSES, PART_PAIRS, PART_COUNT };

struct report compare_report(const struct compare_request *request, const struct run_head *head,
			     struct arena *arena, struct arena *scratch)
{
	struct compare compare = {.request = request, .arena = arena};
	struct report *parts = ARENA_NEW(arena, PART_COUNT, struct report);
	struct report report = {.format = "slurryscreen-comparison/1",
				.rows_key = "results",
				.title_count = 1,
				.parts = parts,
				.part_count = PART_COUNT,
				.rule_before = SIZE_MAX};
	struct run_head full = *head;

	make_rows(&compare, scratch);
	name_rows(&compare);
	make_scores(&compare, &report);
	report.title = title_line(&compare);
	parts[PART_SCORES] = (struct report){.rows_key = "results", .rule_before = SIZE_MAX};
	parts[PART_CAUSES] = (struct report){.rows_key = "causes",
					     .title = one_line(arena, "What makes the difference"),
					     .title_count = 1,
					     .rule_before = SIZE_MAX};
	parts[PART_PAIRS] = (struct report){.rows_key = "order",
					    .title = one_line(arena, "Does the order hold?"),
					    .title_count = 1,
					    .notes = draws_line(&compare),
					    .note_count = 1,
					    .rule_before = SIZE_MAX};
	make_scores(&compare, &parts[PART_SCORES]);
	make_causes(&compare, &parts[PART_CAUSES]);
	make_pairs(&compare, &parts[PART_PAIRS]);
	full.salt = request->combos[0].salt != DB_NO_ROW;
	report.head = run_head_value(&full, arena);
	rank_add_data(&report, &full, arena);
	return report;
}
