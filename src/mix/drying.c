/* SPDX-License-Identifier: MIT */
#include "mix/drying.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/eval_term.h"
#include "mix/window.h"
#include "model/measure_leaf.h"

/* Shares left at which the path is told; the last one is the limit. */
static const double shares[DRYING_STEPS] = {1.0, 0.9, 0.8, 0.7,  0.6,  0.5,  0.4,
					    0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.0};

/* A part below this volume fraction is told as gone. */
static const double part_gone = 1e-12;

/* The criterion must fall by so much before the harsher part is complained about. */
static const double harsher_by = 0.05;

/*
 * A value at 25 degC carried to another temperature. The enthalpy of vaporisation falls as it gets
 * hotter, which the straight line leaves out: between its two points it is up to 15 % too low.
 */
static const double carried_within = 0.15;

static struct num carried(struct num at_room, double boiling_point, double temperature)
{
	struct num n = at_room;

	n.value = vapor_pressure_at(at_room.value, boiling_point, temperature);
	n.low = fmin(n.value, vapor_pressure_at(at_room.low, boiling_point, temperature)) *
		(1.0 - carried_within);
	n.high = fmax(n.value, vapor_pressure_at(at_room.high, boiling_point, temperature)) /
		 (1.0 - carried_within);
	n.kind = num_weaker_kind(at_room.kind, NUM_ESTIMATED);
	return isfinite(n.value) && n.value > 0.0 ? n : num_missing();
}

/* From the boiling point alone, +- a quarter of a decade, as in the model's stand-in. */
static struct num from_boiling(struct num boiling)
{
	const double spread = 1.7782794100389228; /* 10^0.25 */
	double value;

	if (!num_has_value(boiling))
		return num_missing();
	value = vapor_pressure_from_boiling(boiling.value);
	if (!isfinite(value))
		return num_missing();
	return num_as_inferred(num_between(value, value / spread, value * spread, NUM_ESTIMATED));
}

struct num drying_vapor_pressure(const struct db *db, uint32_t solvent, double temperature)
{
	const struct num boiling = solvent_num(db, solvent, SOLVENT_BOILING_POINT);
	struct num at_room = solvent_num(db, solvent, SOLVENT_VAPOR_PRESSURE);

	if (!num_has_value(at_room) || !(at_room.value > 0.0))
		at_room = from_boiling(boiling);
	if (temperature == DRYING_ROOM || !num_has_value(at_room))
		return at_room;
	if (!num_has_value(boiling))
		return num_missing();
	return carried(at_room, boiling.value, temperature);
}

/* ---- Parts ------------------------------------------------------------------------------- */

/* What the model asks of electrolyte and solvent, whatever the binder. */
static size_t electrolyte_criterion(const struct model *model)
{
	const role_set wanted = 1u << ROLE_SE | 1u << ROLE_SOLVENT;

	for (size_t i = 0; i < model->criterion_count; i++)
		if ((model->criteria[i].roles & wanted) == wanted &&
		    (model->criteria[i].roles >> ROLE_BINDER & 1u) == 0)
			return i;
	return SIZE_MAX;
}

static double criterion_of(const struct drying *drying, const struct evaluation *evaluation)
{
	if (drying->criterion == SIZE_MAX || !evaluation->criteria[drying->criterion].active)
		return DB_UNKNOWN;
	return evaluation->criteria[drying->criterion].value.value;
}

static const struct evaluation *evaluate_liquid(const struct drying *drying,
						const struct mixture *liquid, struct arena *arena)
{
	const struct evaluator *evaluator = drying->request->evaluator;
	struct evaluation *evaluation = evaluation_new(evaluator->model, arena);
	struct combo combo = drying->request->combo;

	combo.solvent = *liquid;
	evaluate(evaluator, &combo, evaluation);
	return evaluation;
}

static struct mixture pure(uint32_t row, struct arena *arena)
{
	struct part *part = ARENA_NEW(arena, 1, struct part);

	*part = (struct part){row, 1.0};
	return (struct mixture){part, 1};
}

/* kPa: what is less leaves no film in any time, and a tau for it would overflow. */
static const double vapor_least = 1e-30;

static bool read_part(struct drying *drying, size_t i, struct evaporate_part *film,
		      struct arena *arena)
{
	const struct part *part = &drying->request->combo.solvent.parts[i];
	const struct db *db = drying->request->evaluator->db;
	const struct mixture alone = pure(part->row, arena);
	const struct num volume = solvent_num(db, part->row, SOLVENT_MOLAR_VOLUME);
	struct drying_part *made = &drying->parts[i];

	made->row = part->row;
	made->vapor_pressure = drying_vapor_pressure(db, part->row, drying->request->temperature);
	made->molar_volume = volume;
	made->alone = criterion_of(drying, evaluate_liquid(drying, &alone, arena));
	*film = (struct evaporate_part){part->volume, volume.value,
					fmax(made->vapor_pressure.value, vapor_least)};
	if (num_has_value(made->vapor_pressure) && num_has_value(volume) && volume.value > 0.0)
		return true;
	drying->unknown = part->row;
	return false;
}

static bool read_parts(struct drying *drying, struct evaporate_part *film, struct arena *arena)
{
	bool known = true;

	drying->part_count = drying->request->combo.solvent.count;
	for (size_t i = 0; i < drying->part_count; i++)
		known = read_part(drying, i, &film[i], arena) && known;
	return known;
}

/* ---- Path -------------------------------------------------------------------------------- */

/* The liquid when `left` of it is left; at the limit the other parts stay with nothing. */
static struct mixture liquid_at(const struct drying *drying, const struct evaporate_part *film,
				double left, struct part *parts)
{
	double volumes[EVAPORATE_PARTS_MAX];

	evaporate_at(film, drying->part_count, left, volumes);
	for (size_t i = 0; i < drying->part_count; i++) {
		if (left <= 0.0)
			volumes[i] = i == drying->last ? 1.0 : 0.0;
		parts[i] =
		    (struct part){drying->parts[i].row, volumes[i] < part_gone ? 0.0 : volumes[i]};
	}
	return (struct mixture){parts, drying->part_count};
}

static struct num red_of(const struct drying *drying, const struct mixture *liquid)
{
	const struct evaluator *evaluator = drying->request->evaluator;
	const struct measure *measure = window_measure(evaluator->model);
	struct combo combo = drying->request->combo;
	struct measure_context context;

	combo.solvent = *liquid;
	context = evaluator_context(evaluator, &combo);
	return measure ? measure_num(measure, &context) : num_missing();
}

static double red_at(const struct drying *drying, const struct evaporate_part *film, double left)
{
	struct part parts[EVAPORATE_PARTS_MAX];
	const struct mixture liquid = liquid_at(drying, film, left, parts);

	return red_of(drying, &liquid).value;
}

/* What is gone is no part: the rest is the liquid that people would name. */
static struct mixture without_gone(const struct mixture *liquid, struct arena *arena)
{
	struct part *parts = ARENA_NEW(arena, liquid->count, struct part);
	size_t count = 0;

	for (size_t i = 0; i < liquid->count; i++)
		if (liquid->parts[i].volume > 0.0)
			parts[count++] = liquid->parts[i];
	return (struct mixture){parts, count};
}

static void walk(struct drying *drying, const struct evaporate_part *film, struct arena *arena)
{
	for (size_t i = 0; i < DRYING_STEPS; i++) {
		struct drying_step *step = &drying->steps[i];
		struct mixture present;

		step->left = shares[i];
		step->liquid = liquid_at(drying, film, shares[i],
					 ARENA_NEW(arena, drying->part_count, struct part));
		/* Of the blend to the limit: what was measured on its ends still counts. */
		step->red = red_of(drying, &step->liquid);
		if (step->left <= 0.0)
			step->liquid = pure(drying->parts[drying->last].row, arena);
		present = without_gone(&step->liquid, arena);
		step->evaluation = evaluate_liquid(drying, &present, arena);
	}
	drying->step_count = DRYING_STEPS;
}

/* ---- What goes wrong --------------------------------------------------------------------- */

enum { HALVINGS = 60 };

/* Between two shares, the upper one dissolved, the lower one not. */
static double find_fall(const struct drying *drying, const struct evaporate_part *film,
			double dissolved, double out)
{
	for (int i = 0; i < HALVINGS; i++) {
		double middle = 0.5 * (dissolved + out);

		if (red_at(drying, film, middle) <= 1.0)
			dissolved = middle;
		else
			out = middle;
	}
	return out;
}

static void find_binder(struct drying *drying, const struct evaporate_part *film)
{
	const struct drying_step *steps = drying->steps;

	drying->falls_out = DB_UNKNOWN;
	drying->dissolved = steps[0].red.value <= 1.0;
	for (size_t i = 0; i + 1 < drying->step_count && isnan(drying->falls_out); i++)
		if (steps[i].red.value <= 1.0 && steps[i + 1].red.value > 1.0)
			drying->falls_out =
			    find_fall(drying, film, steps[i].left, steps[i + 1].left);
}

static double last_share(const struct drying *drying, const struct evaporate_part *film,
			 double left)
{
	double volumes[EVAPORATE_PARTS_MAX];

	evaporate_at(film, drying->part_count, left, volumes);
	return volumes[drying->last];
}

/* The last part's fraction only rises while the film dries. */
static void find_alone(struct drying *drying, const struct evaporate_part *film)
{
	double before = 1.0;
	double after = 0.0;

	drying->alone = DB_UNKNOWN;
	if (film[drying->last].volume >= DRYING_ALONE)
		return;
	for (int i = 0; i < HALVINGS; i++) {
		double middle = 0.5 * (before + after);

		if (last_share(drying, film, middle) < DRYING_ALONE)
			before = middle;
		else
			after = middle;
	}
	drying->alone = after;
}

static void find_harsher(struct drying *drying)
{
	const double fresh = criterion_of(drying, drying->steps[0].evaluation);
	size_t harsher = 0;

	for (size_t i = 1; i < drying->part_count; i++)
		if (drying->parts[i].alone < drying->parts[harsher].alone)
			harsher = i;
	drying->harsher = harsher;
	drying->harsher_stays =
	    harsher == drying->last && drying->parts[harsher].alone < fresh - harsher_by;
}

const struct drying *drying_run(const struct drying_request *request, struct arena *arena)
{
	struct drying *drying = ARENA_NEW(arena, 1, struct drying);
	struct drying_request *copy = ARENA_NEW(arena, 1, struct drying_request);
	struct evaporate_part film[EVAPORATE_PARTS_MAX];

	assert(request->combo.solvent.count > 1 &&
	       request->combo.solvent.count <= EVAPORATE_PARTS_MAX);
	*copy = *request;
	drying->request = copy;
	drying->unknown = DB_NO_ROW;
	drying->criterion = electrolyte_criterion(request->evaluator->model);
	drying->known = read_parts(drying, film, arena);
	if (!drying->known)
		return drying;
	drying->last = evaporate_last(film, drying->part_count);
	drying->parts[drying->last].last = true;
	walk(drying, film, arena);
	find_binder(drying, film);
	find_alone(drying, film);
	find_harsher(drying);
	return drying;
}
