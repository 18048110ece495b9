/* SPDX-License-Identifier: MIT */
/*
 * Pictures of what the engine says: from combinations, a model and its curves, a blend or a drying
 * film to an SVG as text. Pure: the same question gives the same bytes.
 */
#ifndef SLURRYSCREEN_REPORT_PLOT_H
#define SLURRYSCREEN_REPORT_PLOT_H

#include "engine/curves.h"
#include "engine/rank_record.h"
#include "mix/drying.h"

/* What every picture is asked. */
struct plot_page {
	double width; /* mm */
	const struct run_head *head;
};

enum plot_layout { PLOT_OVERLAY, PLOT_GRID };

struct plot_spider_request {
	const struct evaluator *evaluator;
	const struct combo *combos;
	size_t count;       /* an overlay takes at most SVG_SERIES_MAX */
	uint32_t reference; /* solvent, or DB_NO_ROW */
	enum plot_layout layout;
};

/*
 * One line a combination, one axis a criterion. The reference is drawn where it means something: in
 * an overlay, if all combinations have the electrolyte and the binder in common.
 */
struct str plot_spider(const struct plot_spider_request *request, const struct plot_page *page,
		       struct arena *arena);

struct plot_curves_request {
	const struct model *model;
	const struct curve_view *views;
	size_t count; /* at least 1 */
	struct str title;
};

/* Small multiples: curves with ticks where the database has values. */
struct str plot_curves(const struct plot_curves_request *request, const struct plot_page *page,
		       struct arena *arena);

/* "compatibility-donor": the name of a file of its own. */
struct str plot_curve_id(const struct model *model, const struct curve_view *view,
			 struct arena *arena);

/* Scores with their intervals, best first. */
struct str plot_ranking(const struct ranking *ranking, const struct plot_page *page,
			struct arena *arena);

/* combo->solvent has two parts. */
struct str plot_ternary(const struct evaluator *evaluator, const struct combo *combo,
			const struct plot_page *page, struct arena *arena);

/* drying->known */
struct str plot_drying(const struct drying *drying, const struct plot_page *page,
		       struct arena *arena);

#endif
