/* SPDX-License-Identifier: MIT */
/* Scores as points with their intervals, best first; the lines are where verdicts begin. */
#include <math.h>

#include "engine/rank_parts.h"
#include "report/plot_parts.h"
#include "report/svg_chart.h"
#include "report/svg_palette.h"

/* Millimetres. */
static const double row = 3.8;
static const double name_share = 0.42; /* of the width, at most */
static const double long_share = 0.58; /* where a row has several names */
static const double bar = 1.1;
static const double mark_size = 1.7;
static const double word_gap = 0.8; /* between words over the field */

struct interval_plot {
	const struct ranking *ranking;
	const struct model *model;
	struct arena *arena;
	struct svg_chart chart;
	bool one_se;
	bool one_binder;
};

/* A verdict's style: the best is the first of the palette. Rejected rows are grey. */
static const struct svg_series_style rejected_style = {"#888", NULL, SVG_MARK_STAR};

static const struct svg_series_style *style_of(const struct evaluation *evaluation)
{
	static const size_t order[] = {0, 4, 3, 1}; /* blue, sky, orange, vermillion */
	const size_t last = sizeof order / sizeof *order - 1;

	if (evaluation->rejected)
		return &rejected_style;
	return &svg_series_styles[order[evaluation->verdict < last ? evaluation->verdict : last]];
}

static struct str row_name(const struct interval_plot *plot, const struct ranking_row *ranked)
{
	const struct db *db = plot->ranking->request->evaluator->db;
	const struct combo *combo = &ranked->evaluation->combo;
	struct text name;

	text_init(&name, plot->arena);
	if (combo->solvent.count > 0 || plot->one_binder) /* a dry row goes by its binder */
		text_add(&name, plot_liquid_name(db, &combo->solvent, plot->arena));
	if (!plot->one_binder && combo->binder != DB_NO_ROW)
		text_addf(&name, "%s" STR_FORMAT, name.length > 0 ? ", " : "",
			  STR_ARGS(plot_name(db, ROLE_BINDER, combo->binder)));
	if (!plot->one_se)
		text_addf(&name, ", " STR_FORMAT,
			  STR_ARGS(rank_brief_name(
			      &db->tables[role_table(ROLE_SE)].materials[combo->se])));
	return text_str(&name);
}

static double names_width(const struct interval_plot *plot)
{
	double width = 0;

	for (size_t i = 0; i < plot->ranking->row_count; i++)
		width = fmax(
		    width, svg_text_width(row_name(plot, &plot->ranking->rows[i]), SVG_TEXT_SIZE));
	return width;
}

/* The middle of a verdict's zone; the verdicts are in falling order. */
static double zone_middle(const struct interval_plot *plot, size_t i)
{
	const struct verdict *verdicts = plot->model->verdicts;
	const double from = svg_scale_at(&plot->chart.x, verdicts[i].at);
	const double to = svg_scale_at(&plot->chart.x, i > 0 ? verdicts[i - 1].at : 100);

	return (from + to) / 2;
}

/* Whether the words, each in the middle of its zone, leave room for each other. */
static bool has_room_for_words(const struct interval_plot *plot)
{
	double end = plot->chart.x.to + SVG_MARGIN + 1;

	for (size_t i = 0; i < plot->model->verdict_count; i++) {
		const double half =
		    svg_text_width(plot->model->verdicts[i].word, SVG_SMALL_SIZE) / 2;
		const double middle = zone_middle(plot, i);

		if (middle + half > end)
			return false;
		end = middle - half - word_gap;
	}
	return true;
}

/* Where verdicts begin, with their words above if there is room. */
static void draw_verdicts(struct svg *svg, const struct interval_plot *plot)
{
	const struct svg_font font = {
	    .size = SVG_SMALL_SIZE, .fill = svg_dim, .anchor = SVG_MIDDLE};
	const struct svg_style line = {.stroke = svg_faint, .width = 0.2, .dash = "0.8 0.8"};
	const bool words = has_room_for_words(plot);

	for (size_t i = 0; i < plot->model->verdict_count; i++) {
		const struct verdict *verdict = &plot->model->verdicts[i];
		const double from = svg_scale_at(&plot->chart.x, verdict->at);

		if (verdict->at > 0)
			svg_line(svg, &line, (struct svg_point){from, plot->chart.y.from},
				 (struct svg_point){from, plot->chart.y.to});
		if (words)
			svg_label(svg, &font,
				  (struct svg_point){zone_middle(plot, i), plot->chart.y.to - 0.8},
				  verdict->word);
	}
}

static void draw_row(struct svg *svg, const struct interval_plot *plot, size_t i)
{
	const struct ranking_row *ranked = &plot->ranking->rows[i];
	const struct num *score = &ranked->evaluation->score;
	const struct svg_series_style *style = style_of(ranked->evaluation);
	const struct svg_series_style *name_style = ranked->reference ? &svg_reference_style : NULL;
	const struct svg_style interval = {.fill = style->colour, .fill_opacity = 0.35};
	const struct svg_font name = {.size = SVG_TEXT_SIZE,
				      .fill = name_style ? name_style->colour : svg_ink,
				      .anchor = SVG_END};
	const struct svg_scale *x = &plot->chart.x;
	const double y = plot->chart.y.to + row * ((double)i + 0.75);
	const double room = plot->chart.x.from - SVG_MARGIN - 1.5;

	svg_label(svg, &name, (struct svg_point){x->from - 1.5, y + name.size * 0.35},
		  svg_fit(row_name(plot, ranked), name.size, room, plot->arena));
	svg_rect(svg, &interval, (struct svg_point){svg_scale_at(x, score->low), y - bar / 2},
		 svg_scale_at(x, score->high) - svg_scale_at(x, score->low), bar);
	svg_draw_mark(svg, style, (struct svg_point){svg_scale_at(x, score->value), y}, mark_size,
		      false, plot->arena);
}

/* "NBR", "3 binders", or nothing where there is none to speak of. */
static void add_role(struct text *text, const char *before, const struct interval_plot *plot,
		     enum role role, const uint32_t *rows, size_t count)
{
	const struct db *db = plot->ranking->request->evaluator->db;

	if (count == 0)
		return;
	text_addf(text, "%s", text->length > 0 ? before : "");
	if (count == 1)
		text_add(text, plot_name(db, role, rows[0]));
	else
		text_addf(text, "%zu %s", count, role == ROLE_SE ? "electrolytes" : "binders");
}

static struct str title(const struct interval_plot *plot)
{
	const struct rank_request *request = plot->ranking->request;
	struct text text;

	text_init(&text, plot->arena);
	add_role(&text, "", plot, ROLE_SE, request->ses, request->se_count);
	add_role(&text, " with ", plot, ROLE_BINDER, request->binders, request->binder_count);
	text_addf(&text, "%s" STR_FORMAT " route", text.length > 0 ? ", " : "",
		  STR_ARGS(plot->model->route));
	return text_str(&text);
}

/* Without the reference, where it is only added. */
static size_t rows_asked(const struct ranking *ranking)
{
	size_t count = 0;

	for (size_t i = 0; i < ranking->row_count; i++)
		count += !ranking->rows[i].extra;
	return count;
}

/* What the marks of the rows mean. */
static void note_marks(const struct interval_plot *plot, struct lines *notes)
{
	static const char *const words[] = {
	    [SVG_MARK_CIRCLE] = "circle", [SVG_MARK_SQUARE] = "square",
	    [SVG_MARK_UP] = "triangle",   [SVG_MARK_DIAMOND] = "diamond",
	    [SVG_MARK_DOWN] = "triangle", [SVG_MARK_STAR] = "star",
	};
	bool seen[sizeof words / sizeof *words] = {false};
	struct text text;

	text_init(&text, plot->arena);
	for (size_t i = 0; i < plot->ranking->row_count; i++) {
		const struct evaluation *evaluation = plot->ranking->rows[i].evaluation;
		const enum svg_mark mark = style_of(evaluation)->mark;

		if (seen[mark])
			continue;
		seen[mark] = true;
		text_addf(&text, "%s%s " STR_FORMAT, text.length > 0 ? ", " : "", words[mark],
			  STR_ARGS(evaluation_verdict(plot->model, evaluation)));
	}
	lines_addf(notes, "Marks: " STR_FORMAT ".", STR_ARGS(text_str(&text)));
}

/* What the lines mean, where the words have no room above them. */
static void note_lines(const struct interval_plot *plot, struct lines *notes)
{
	struct text text;

	text_init(&text, plot->arena);
	for (size_t i = 0; i < plot->model->verdict_count; i++) {
		const struct verdict *verdict = &plot->model->verdicts[i];

		if (verdict->at <= 0)
			continue;
		text_addf(&text, "%s" STR_FORMAT " from ", text.length > 0 ? ", " : "",
			  STR_ARGS(verdict->word));
		plot_add_number(&text, verdict->at, 0);
	}
	if (text.length > 0 && !has_room_for_words(plot))
		lines_addf(notes, "Dashed: " STR_FORMAT ".", STR_ARGS(text_str(&text)));
}

static struct svg_frame make_frame(const struct interval_plot *plot, const struct plot_page *page)
{
	const struct ranking *ranking = plot->ranking;
	struct lines notes = {.arena = plot->arena};
	struct text shown;

	text_init(&shown, plot->arena);
	text_add(&shown, STR_LITERAL("Scores from 0 to 100 with their intervals."));
	for (size_t i = 0; i < ranking->row_count; i++) {
		const struct evaluation *evaluation = ranking->rows[i].evaluation;

		text_addf(&shown, " " STR_FORMAT ": ", STR_ARGS(row_name(plot, &ranking->rows[i])));
		plot_add_number(&shown, evaluation->score.value, 0);
		text_add(&shown, STR_LITERAL(" ("));
		plot_add_number(&shown, evaluation->score.low, 0);
		text_add(&shown, STR_LITERAL(" to "));
		plot_add_number(&shown, evaluation->score.high, 0);
		text_addf(&shown, "), " STR_FORMAT ".",
			  STR_ARGS(evaluation_verdict(plot->model, evaluation)));
	}
	note_marks(plot, &notes);
	note_lines(plot, &notes);
	lines_addf(&notes,
		   "%zu of %zu combinations, %zu of them rejected. A verdict can be lower than the "
		   "score says, where something is unknown.",
		   rows_asked(ranking), ranking->screened, ranking->rejected);
	plot_note_origin(&notes, page);
	return (struct svg_frame){
	    .width = page->width,
	    .title = title(plot),
	    .subtitle = STR_LITERAL("Score; bar: the interval that the data allow; colour and "
				    "mark: the verdict"),
	    .notes = notes.at,
	    .note_count = notes.count,
	    .desc = plot_desc(page, &shown),
	};
}

struct str plot_ranking(const struct ranking *ranking, const struct plot_page *page,
			struct arena *arena)
{
	const struct rank_request *request = ranking->request;
	struct interval_plot plot = {.ranking = ranking,
				     .model = request->evaluator->model,
				     .arena = arena,
				     .one_se = request->se_count == 1,
				     .one_binder = request->binder_count <= 1};
	const double share = plot.one_se && plot.one_binder ? name_share : long_share;
	const double names = fmin(names_width(&plot) + 1.5, page->width * share);
	struct svg_frame frame;
	struct svg svg;
	double y;

	plot.chart.x = (struct svg_scale){0, 100, SVG_MARGIN + names, page->width - SVG_MARGIN - 2};
	frame = make_frame(&plot, page);
	y = svg_frame_begin(&svg, &frame, arena) + 1.5 + SVG_SMALL_SIZE;
	plot.chart.y = (struct svg_scale){0, 1, y + row * ((double)ranking->row_count + 0.5), y};
	plot.chart.x_ticks = svg_ticks(0, 100, 6);
	plot.chart.x_label = STR_LITERAL("score");
	draw_verdicts(&svg, &plot);
	svg_chart_draw(&svg, &plot.chart, arena);
	for (size_t i = 0; i < ranking->row_count; i++)
		draw_row(&svg, &plot, i);
	return svg_frame_end(&svg, &frame, plot.chart.y.from + svg_chart_below(&plot.chart) + 2);
}
