/* SPDX-License-Identifier: MIT */
/* A film as it dries: what is left of it above, whether it still dissolves the binder below. */
#include <assert.h>
#include <math.h>

#include "engine/eval_term.h"
#include "engine/rank_parts.h"
#include "mix/window.h"
#include "report/plot_parts.h"
#include "report/svg_chart.h"
#include "report/svg_palette.h"

/* Millimetres. */
static const double field_height = 30;
static const double spare = 4;
static const double label_least = 3.5; /* a layer this thick bears its name */

/* RED beyond this is as good as insoluble; a larger one stands at the edge. */
static const double red_most = 2.0;

/* Neighbours differ in grey, too. */
static const double layer_opacities[] = {0.42, 0.2};

/* Points of the drawn path; the report has fewer, for a table. */
enum { PATH_STEPS = 101 };

struct film_step {
	double left;
	double volumes[EVAPORATE_PARTS_MAX];
	struct num red;
};

/* A drying film, finely. */
struct film {
	const struct drying *drying;
	struct film_step *steps;
	bool red; /* known along the whole path */
};

static struct svg_scale left_scale(double from, double to)
{
	return (struct svg_scale){1, 0, from, to};
}

static struct num red_of(const struct drying *drying, const double *volumes)
{
	const struct evaluator *evaluator = drying->request->evaluator;
	const struct measure *measure = window_measure(evaluator->model);
	struct part parts[EVAPORATE_PARTS_MAX];
	struct combo combo = drying->request->combo;
	struct measure_context context;

	for (size_t i = 0; i < drying->part_count; i++)
		parts[i] = (struct part){drying->parts[i].row, volumes[i]};
	combo.solvent = (struct mixture){parts, drying->part_count};
	context = evaluator_context(evaluator, &combo);
	return measure ? measure_num(measure, &context) : num_missing();
}

/* The very end is the limit: the last part by itself. */
static struct film make_film(const struct drying *drying, struct arena *arena)
{
	struct film film = {drying, ARENA_NEW(arena, PATH_STEPS, struct film_step), true};
	struct evaporate_part parts[EVAPORATE_PARTS_MAX];

	for (size_t i = 0; i < drying->part_count; i++)
		parts[i] = (struct evaporate_part){drying->request->combo.solvent.parts[i].volume,
						   drying->parts[i].molar_volume.value,
						   drying->parts[i].vapor_pressure.value};
	for (size_t i = 0; i < PATH_STEPS; i++) {
		struct film_step *step = &film.steps[i];

		step->left = 1 - (double)i / (PATH_STEPS - 1);
		if (i + 1 < PATH_STEPS)
			evaporate_at(parts, drying->part_count, step->left, step->volumes);
		else
			step->volumes[drying->last] = 1;
		step->red = red_of(drying, step->volumes);
		film.red = film.red && num_has_value(step->red);
	}
	return film;
}

/* Lower edge of a part's layer. */
static double below(const struct film_step *step, size_t part)
{
	double sum = 0;

	for (size_t i = 0; i < part; i++)
		sum += step->volumes[i];
	return sum;
}

static void draw_layer(struct svg *svg, const struct film *film, const struct svg_chart *chart,
		       size_t part, struct arena *arena)
{
	const char *colour = svg_series_styles[part % SVG_SERIES_MAX].colour;
	const struct svg_style style = {.fill = colour,
					.fill_opacity = layer_opacities[part % 2],
					.stroke = colour,
					.width = 0.2};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < PATH_STEPS; i++) {
		const struct film_step *step = &film->steps[i];

		(i == 0 ? svg_path_move
			: svg_path_go)(&path, svg_chart_at(chart, step->left, below(step, part)));
	}
	for (size_t i = PATH_STEPS; i-- > 0;) {
		const struct film_step *step = &film->steps[i];

		svg_path_go(&path, svg_chart_at(chart, step->left, below(step, part + 1)));
	}
	svg_path_close(&path);
	svg_path_draw(svg, &style, &path);
}

/* The name in the layer, at whichever end it is thicker; nothing if it is thin everywhere. */
static void label_layer(struct svg *svg, const struct film *film, const struct svg_chart *chart,
			size_t part, struct arena *arena)
{
	const struct film_step *first = &film->steps[0];
	/* Not the very end, where layers are steep. */
	const struct film_step *last = &film->steps[PATH_STEPS * 3 / 4];
	const uint32_t row = film->drying->parts[part].row;
	const bool early = first->volumes[part] >= last->volumes[part];
	const struct film_step *step = early ? first : last;
	const double height = fabs(chart->y.to - chart->y.from);
	struct svg_font font = {.size = SVG_TEXT_SIZE, .fill = svg_ink};
	struct svg_point at;

	if (step->volumes[part] * height < label_least)
		return;
	font.anchor = early ? SVG_START : SVG_END;
	at = svg_chart_at(chart, early ? 1 : 0.06, below(step, part) + step->volumes[part] / 2);
	at.x += early ? 1.5 : 0;
	at.y += font.size * 0.35;
	svg_label(svg, &font, at,
		  svg_fit(plot_solvent_name(film->drying->request->evaluator->db, row), font.size,
			  fabs(chart->x.to - chart->x.from) * 0.6, arena));
}

static void draw_composition(struct svg *svg, const struct film *film,
			     const struct svg_chart *chart, struct arena *arena)
{
	svg_chart_draw(svg, chart, arena);
	for (size_t i = 0; i < film->drying->part_count; i++)
		draw_layer(svg, film, chart, i, arena);
	for (size_t i = 0; i < film->drying->part_count; i++)
		label_layer(svg, film, chart, i, arena);
}

/* ---- RED ---- */

static double red_top(const struct film *film)
{
	double top = 1.2;

	for (size_t i = 0; i < PATH_STEPS; i++)
		top = fmax(top, film->steps[i].red.high);
	return fmin(ceil(top * 5) / 5, red_most);
}

static void draw_red_band(struct svg *svg, const struct film *film, const struct svg_chart *chart,
			  struct arena *arena)
{
	const struct svg_style band = {.fill = svg_series_styles[0].colour, .fill_opacity = 0.16};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < PATH_STEPS; i++)
		(i == 0 ? svg_path_move : svg_path_go)(
		    &path, svg_chart_at(chart, film->steps[i].left, film->steps[i].red.high));
	for (size_t i = PATH_STEPS; i-- > 0;)
		svg_path_go(&path,
			    svg_chart_at(chart, film->steps[i].left, film->steps[i].red.low));
	svg_path_close(&path);
	svg_path_draw(svg, &band, &path);
}

static void draw_red_line(struct svg *svg, const struct film *film, const struct svg_chart *chart,
			  struct arena *arena)
{
	const struct svg_style line = {.stroke = svg_series_styles[0].colour, .width = 0.5};
	struct svg_path path;

	svg_path_begin(&path, arena);
	for (size_t i = 0; i < PATH_STEPS; i++)
		(i == 0 ? svg_path_move : svg_path_go)(
		    &path, svg_chart_at(chart, film->steps[i].left, film->steps[i].red.value));
	svg_path_draw(svg, &line, &path);
}

static void draw_red(struct svg *svg, const struct film *film, const struct svg_chart *chart,
		     struct arena *arena)
{
	const struct svg_style limit = {
	    .stroke = svg_series_styles[1].colour, .width = 0.4, .dash = "1.6 1"};
	const struct svg_font font = {.size = SVG_SMALL_SIZE, .fill = svg_series_styles[1].colour};
	struct svg_point label = svg_chart_at(chart, 1, 1);

	svg_chart_draw(svg, chart, arena);
	draw_red_band(svg, film, chart, arena);
	svg_line(svg, &limit, svg_chart_at(chart, 1, 1), svg_chart_at(chart, 0, 1));
	draw_red_line(svg, film, chart, arena);
	label.x += 1.5;
	label.y -= 0.8;
	svg_label(svg, &font, label, STR_LITERAL("above: the binder falls out"));
	if (!isnan(film->drying->falls_out)) {
		const struct svg_point at = svg_chart_at(chart, film->drying->falls_out, 1);

		svg_draw_mark(svg, &svg_series_styles[1], at, 1.6, false, arena);
	}
}

/* ---- texts ---- */

static void note_findings(const struct film *film, struct lines *notes)
{
	const struct drying *drying = film->drying;
	const struct db *db = drying->request->evaluator->db;
	const struct str last = plot_solvent_name(db, drying->parts[drying->last].row);

	lines_addf(notes,
		   "Ideal liquid: parts leave by Raoult's law at one transfer coefficient. Last to "
		   "leave: " STR_FORMAT ".",
		   STR_ARGS(last));
	if (!isnan(drying->falls_out))
		lines_addf(notes,
			   "RED rises through 1 when " STR_FORMAT " %% of the liquid is left.",
			   STR_ARGS(plot_number(100 * drying->falls_out, 0, notes->arena)));
	if (drying->harsher_stays)
		lines_addf(notes, STR_FORMAT " is also the part that is harder on the electrolyte.",
			   STR_ARGS(last));
	if (!film->red)
		lines_addf(notes, "RED is unknown for this binder or blend.");
}

static struct svg_frame make_frame(const struct film *film, const struct plot_page *page,
				   struct arena *arena)
{
	const struct drying_request *request = film->drying->request;
	struct lines notes = {.arena = arena};
	struct text subtitle;
	struct text shown;

	text_init(&subtitle, arena);
	text_addf(&subtitle, "Film with " STR_FORMAT " drying at ",
		  STR_ARGS(plot_name(request->evaluator->db, ROLE_BINDER, request->combo.binder)));
	plot_add_number(&subtitle, request->temperature, 0);
	text_add(&subtitle, STR_LITERAL("\u00a0°C"));
	note_findings(film, &notes);
	text_init(&shown, arena);
	text_add(&shown, STR_LITERAL("Composition of a drying film, and RED of its liquid."));
	for (size_t i = 0; i < notes.count; i++)
		text_addf(&shown, " " STR_FORMAT, STR_ARGS(notes.at[i]));
	plot_note_origin(&notes, page);
	return (struct svg_frame){
	    .width = page->width,
	    .title = rank_liquid(request->evaluator->db, &request->combo.solvent, arena)->name,
	    .subtitle = text_str(&subtitle),
	    .notes = notes.at,
	    .note_count = notes.count,
	    .desc = plot_desc(page, &shown)};
}

struct str plot_drying(const struct drying *drying, const struct plot_page *page,
		       struct arena *arena)
{
	const struct film film = make_film(drying, arena);
	const struct svg_frame frame = make_frame(&film, page, arena);
	const double height = fmax(field_height, page->width * 0.25);
	const double from = SVG_MARGIN + 9;
	struct svg_chart composition = {
	    .x = left_scale(from, page->width - SVG_MARGIN - 1),
	    .x_ticks = {.step = 0.2, .first = 0, .count = 6, .digits = 1},
	    .y_ticks = {.step = 0.5, .first = 0, .count = 3, .digits = 1},
	    .y_label = STR_LITERAL("volume fraction"),
	};
	struct svg_chart reds = composition;
	struct svg svg;
	double y = svg_frame_begin(&svg, &frame, arena) + 2;

	assert(drying->known);
	composition.y = (struct svg_scale){0, 1, y + height, y};
	composition.x_label = film.red ? STR_LITERAL("") : STR_LITERAL("share of the liquid left");
	draw_composition(&svg, &film, &composition, arena);
	y += height + svg_chart_below(&composition);
	if (film.red) {
		y += spare / 2;
		reds.y = (struct svg_scale){0, red_top(&film), y + height * 0.8, y};
		reds.y_ticks = svg_ticks(0, reds.y.high, 5);
		reds.y_label = STR_LITERAL("RED");
		reds.x_label = STR_LITERAL("share of the liquid left");
		draw_red(&svg, &film, &reds, arena);
		y += height * 0.8 + svg_chart_below(&reds);
	}
	return svg_frame_end(&svg, &frame, y + 2);
}
