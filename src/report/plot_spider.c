/* SPDX-License-Identifier: MIT */
/* Combinations as a spider plot: evaluated here, drawn by svg_spider. */
#include <assert.h>

#include "engine/rank_parts.h"
#include "report/plot_parts.h"
#include "report/svg_spider.h"

enum { SCORE_DIGITS = 0, VALUE_DIGITS = 2 };

struct plan {
	const struct plot_spider_request *request;
	const struct plot_page *page;
	struct arena *arena;
	const size_t *criteria; /* the axes */
	size_t axes;
	bool one_se;
	bool one_binder;
	bool one_liquid;
};

static const struct combo *first_combo(const struct plan *plan)
{
	return &plan->request->combos[0];
}

static bool same_liquid(const struct mixture *a, const struct mixture *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->parts[i].row != b->parts[i].row || a->parts[i].volume != b->parts[i].volume)
			return false;
	return true;
}

static struct plan make_plan(const struct plot_spider_request *request,
			     const struct plot_page *page, struct arena *arena)
{
	const struct model *model = request->evaluator->model;
	struct plan plan = {request, page, arena, NULL, 0, true, true, true};
	size_t *criteria = ARENA_NEW(arena, model->criterion_count, size_t);

	for (size_t i = 0; i < model->criterion_count; i++)
		if (criterion_counts(&model->criteria[i], &request->combos[0]))
			criteria[plan.axes++] = i;
	plan.criteria = criteria;
	for (size_t i = 1; i < request->count; i++) {
		const struct combo *combo = &request->combos[i];

		plan.one_se &= combo->se == request->combos[0].se;
		plan.one_binder &= combo->binder == request->combos[0].binder;
		plan.one_liquid &= same_liquid(&combo->solvent, &request->combos[0].solvent);
	}
	return plan;
}

static struct str full_name(const struct material *material)
{
	return material->name.length > 0 ? material->name : material->id;
}

/* What tells a combination from the others, with names as `naming` gives them. */
static struct str series_text(const struct plan *plan, const struct combo *combo,
			      struct str (*naming)(const struct material *material))
{
	static const enum role roles[] = {ROLE_SOLVENT, ROLE_BINDER, ROLE_SE};
	/* All of one alone: the liquid. */
	const bool shown[] = {!plan->one_liquid || (plan->one_se && plan->one_binder),
			      !plan->one_binder, !plan->one_se};
	struct text text;

	text_init(&text, plan->arena);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const struct material *material =
		    rank_material(plan->request->evaluator->db, combo, roles[i], plan->arena);

		if (shown[i])
			text_addf(
			    &text, "%s" STR_FORMAT, text.length > 0 ? ", " : "",
			    STR_ARGS(material ? naming(material) : STR_LITERAL("no solvent")));
	}
	return text_str(&text);
}

static const struct num *axis_values(const struct plan *plan, const struct evaluation *evaluation)
{
	struct num *values = ARENA_NEW(plan->arena, plan->axes, struct num);

	for (size_t i = 0; i < plan->axes; i++) {
		const struct criterion_result *result = &evaluation->criteria[plan->criteria[i]];

		values[i] = result->active ? result->value : num_missing();
	}
	return values;
}

static const struct evaluation *evaluate_one(const struct plan *plan, const struct combo *combo)
{
	const struct evaluator *evaluator = plan->request->evaluator;
	struct evaluation *evaluation = evaluation_new(evaluator->model, plan->arena);

	evaluate(evaluator, combo, evaluation);
	return evaluation;
}

static struct svg_spider_series make_series(const struct plan *plan, const struct combo *combo)
{
	const struct evaluation *evaluation = evaluate_one(plan, combo);

	return (struct svg_spider_series){
	    .name = series_text(plan, combo, full_name),
	    .tag = series_text(plan, combo, rank_brief_name),
	    .score = plot_number(evaluation->score.value, SCORE_DIGITS, plan->arena),
	    .range = plot_range(evaluation->score, SCORE_DIGITS, plan->arena),
	    .verdict = evaluation_verdict(plan->request->evaluator->model, evaluation),
	    .values = axis_values(plan, evaluation),
	};
}

/* The combination with the reference instead of its liquid; false where it has none, or is it. */
static bool make_reference(const struct plan *plan, const struct combo *combo,
			   struct combo *reference)
{
	struct part *part;

	if (plan->request->reference == DB_NO_ROW || combo->solvent.count == 0 ||
	    (combo->solvent.count == 1 && combo->solvent.parts[0].row == plan->request->reference))
		return false;
	part = ARENA_NEW(plan->arena, 1, struct part);
	*part = (struct part){plan->request->reference, 1.0};
	*reference = *combo;
	reference->solvent = (struct mixture){part, 1};
	return true;
}

static bool is_reference(const struct plan *plan, const struct combo *combo)
{
	return combo->solvent.count == 1 && combo->solvent.parts[0].row == plan->request->reference;
}

static struct str reference_tag(const struct plan *plan)
{
	return rank_brief_name(&plan->request->evaluator->db->tables[TABLE_SOLVENTS]
				    .materials[plan->request->reference]);
}

static struct str reference_name(const struct plan *plan)
{
	struct text name;

	text_init(&name, plan->arena);
	text_add(&name, reference_tag(plan));
	if (plan->request->layout == PLOT_OVERLAY)
		text_add(&name, STR_LITERAL(", reference"));
	return text_str(&name);
}

static const struct svg_spider_series *overlay_reference(const struct plan *plan)
{
	const struct plot_spider_request *request = plan->request;
	struct svg_spider_series *series;
	struct combo combo;

	for (size_t i = 0; i < request->count; i++)
		if (is_reference(plan, &request->combos[i]))
			return NULL;
	if (!plan->one_se || !plan->one_binder || !make_reference(plan, first_combo(plan), &combo))
		return NULL;
	series = ARENA_NEW(plan->arena, 1, struct svg_spider_series);
	*series = make_series(plan, &combo);
	series->name = reference_name(plan);
	series->tag = reference_tag(plan);
	return series;
}

/* ---- texts ---- */

static struct str title(const struct plan *plan)
{
	const struct evaluator *evaluator = plan->request->evaluator;
	const struct combo *combo = first_combo(plan);
	struct text text;

	text_init(&text, plan->arena);
	if (plan->one_liquid && combo->solvent.count > 0 && !(plan->one_se && plan->one_binder))
		text_add(&text,
			 full_name(rank_liquid(evaluator->db, &combo->solvent, plan->arena)));
	if (plan->one_se)
		text_addf(&text, "%s" STR_FORMAT, text.length > 0 ? " for " : "",
			  STR_ARGS(plot_name(evaluator->db, ROLE_SE, combo->se)));
	if (plan->one_binder && combo->binder != DB_NO_ROW)
		text_addf(&text, "%s" STR_FORMAT, text.length > 0 ? " with " : "",
			  STR_ARGS(plot_name(evaluator->db, ROLE_BINDER, combo->binder)));
	if (combo->salt != DB_NO_ROW)
		text_addf(&text, " and " STR_FORMAT,
			  STR_ARGS(plot_name(evaluator->db, ROLE_SALT, combo->salt)));
	text_addf(&text, "%s" STR_FORMAT " route", text.length > 0 ? ", " : "",
		  STR_ARGS(evaluator->model->route));
	return text_str(&text);
}

/* "No data: Anisole: drying; Xylene: safety." Nothing if all is known. */
static void note_gaps(const struct plan *plan, const struct svg_spider *spider, struct lines *notes)
{
	struct text text;
	size_t gaps = 0;

	text_init(&text, plan->arena);
	for (size_t i = 0; i < spider->series_count; i++) {
		bool first = true;

		for (size_t k = 0; k < spider->axis_count; k++) {
			if (num_has_value(spider->series[i].values[k]))
				continue;
			if (first)
				text_addf(&text, "%s" STR_FORMAT ": ", gaps > 0 ? "; " : "",
					  STR_ARGS(spider->series[i].name));
			text_addf(&text, "%s" STR_FORMAT, first ? "" : ", ",
				  STR_ARGS(spider->axes[k]));
			first = false;
			gaps++;
		}
	}
	if (gaps > 0)
		lines_addf(notes, "A gap is what nobody knows. " STR_FORMAT ".",
			   STR_ARGS(text_str(&text)));
}

static bool has_inferred(const struct svg_spider *spider)
{
	for (size_t i = 0; i < spider->series_count; i++)
		for (size_t k = 0; k < spider->axis_count; k++)
			if (spider->series[i].values[k].state == NUM_INFERRED)
				return true;
	return false;
}

static void make_notes(const struct plan *plan, struct svg_spider *spider)
{
	const bool grid = plan->request->layout == PLOT_GRID;
	struct lines notes = {.arena = plan->arena};
	struct text axes;

	if (grid && spider->reference)
		lines_addf(&notes, "Dashed: " STR_FORMAT ", the reference.",
			   STR_ARGS(spider->reference->name));
	if (has_inferred(spider))
		lines_addf(&notes, "Hollow marks rest on an inference, not on data of the "
				   "material itself.");
	note_gaps(plan, spider, &notes);
	if (grid && svg_spider_grid_is_short(spider)) {
		text_init(&axes, plan->arena);
		for (size_t i = 0; i < spider->axis_count; i++)
			text_addf(&axes, "%s" STR_FORMAT ": " STR_FORMAT, i > 0 ? "; " : "",
				  STR_ARGS(spider->short_axes[i]), STR_ARGS(spider->axes[i]));
		lines_addf(&notes, STR_FORMAT ".", STR_ARGS(text_str(&axes)));
	}
	plot_note_origin(&notes, plan->page);
	spider->frame.notes = notes.at;
	spider->frame.note_count = notes.count;
}

static void describe_series(struct text *text, const struct svg_spider *spider,
			    const struct svg_spider_series *series)
{
	text_addf(text, " " STR_FORMAT ": score " STR_FORMAT ", " STR_FORMAT,
		  STR_ARGS(series->name), STR_ARGS(series->score), STR_ARGS(series->verdict));
	for (size_t k = 0; k < spider->axis_count; k++) {
		const struct num *n = &series->values[k];

		text_addf(text, "; " STR_FORMAT " ", STR_ARGS(spider->axes[k]));
		if (!num_has_value(*n)) {
			text_add(text, STR_LITERAL("unknown"));
			continue;
		}
		plot_add_number(text, n->value, VALUE_DIGITS);
		text_add(text, STR_LITERAL(" ("));
		plot_add_number(text, n->low, VALUE_DIGITS);
		text_add(text, STR_LITERAL(" to "));
		plot_add_number(text, n->high, VALUE_DIGITS);
		text_add(text, STR_LITERAL(")"));
	}
	text_add_char(text, '.');
}

static struct str describe(const struct plan *plan, const struct svg_spider *spider)
{
	struct text text;

	text_init(&text, plan->arena);
	text_addf(&text, "Spider plot of %zu criteria, 0 in the centre to 1 at the rim.",
		  spider->axis_count);
	for (size_t i = 0; i < spider->series_count; i++)
		describe_series(&text, spider, &spider->series[i]);
	if (spider->reference) {
		text_add(&text, STR_LITERAL(" Reference, dashed:"));
		describe_series(&text, spider, spider->reference);
	}
	return plot_desc(plan->page, &text);
}

static void make_axes(const struct plan *plan, struct svg_spider *spider)
{
	const struct model *model = plan->request->evaluator->model;
	struct str *axes = ARENA_NEW(plan->arena, plan->axes, struct str);
	struct str *short_axes = ARENA_NEW(plan->arena, plan->axes, struct str);

	for (size_t i = 0; i < plan->axes; i++) {
		axes[i] = model->criteria[plan->criteria[i]].label;
		short_axes[i] = model->criteria[plan->criteria[i]].short_label;
	}
	spider->axes = axes;
	spider->short_axes = short_axes;
	spider->axis_count = plan->axes;
}

static void make_all_series(const struct plan *plan, struct svg_spider *spider)
{
	const struct plot_spider_request *request = plan->request;
	struct svg_spider_series *series =
	    ARENA_NEW(plan->arena, request->count, struct svg_spider_series);

	for (size_t i = 0; i < request->count; i++) {
		struct combo reference;

		series[i] = make_series(plan, &request->combos[i]);
		if (request->layout == PLOT_GRID &&
		    make_reference(plan, &request->combos[i], &reference))
			series[i].reference = axis_values(plan, evaluate_one(plan, &reference));
	}
	spider->series = series;
	spider->series_count = request->count;
	spider->reference = overlay_reference(plan);
}

struct str plot_spider(const struct plot_spider_request *request, const struct plot_page *page,
		       struct arena *arena)
{
	const struct plan plan = make_plan(request, page, arena);
	struct svg_spider spider = {.frame = {.width = page->width, .title = title(&plan)}};

	assert(plan.axes > 0 && request->count > 0);
	spider.frame.subtitle =
	    STR_LITERAL("Desirability from 0 (centre) to 1 (rim); band: what the data allow");
	make_axes(&plan, &spider);
	make_all_series(&plan, &spider);
	make_notes(&plan, &spider);
	spider.frame.desc = describe(&plan, &spider);
	return request->layout == PLOT_GRID ? svg_spider_grid(&spider, arena)
					    : svg_spider_overlay(&spider, arena);
}
