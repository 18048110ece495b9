/* SPDX-License-Identifier: MIT */
#include "mix/blend_record.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "engine/rank_parts.h"

/* What is nice to have goes before the names are cut. */
enum {
	PRIORITY_GAIN = 1,
	PRIORITY_TURBID,
	PRIORITY_LAYERS,
	PRIORITY_GAP = PRIORITY_EXTRA,
	PRIORITY_WINDOW,
	PRIORITY_VERDICT,
	PRIORITY_MASS,
	PRIORITY_BEST,
};

static const struct blend_row *row_of(const void *row)
{
	return row;
}

static const struct db *db_of(const struct field *field)
{
	return ((const struct evaluator *)field->context)->db;
}

static const struct mixture *liquid_of(const void *row)
{
	return &row_of(row)->ranking.evaluation->combo.solvent;
}

static struct str part_id(const struct field *field, const void *row, size_t part)
{
	return db_of(field)->tables[TABLE_SOLVENTS].materials[liquid_of(row)->parts[part].row].id;
}

/* ---- Parts ------------------------------------------------------------------------------- */

static struct value get_alone(const struct field *field, const void *row, struct arena *arena)
{
	const size_t count = liquid_of(row)->count;
	struct value *items = ARENA_NEW(arena, count, struct value);

	(void)field;
	for (size_t i = 0; i < count; i++)
		items[i] = value_number(row_of(row)->alone[i].value);
	return value_list(items, count);
}

static struct value get_alone_rejected(const struct field *field, const void *row,
				       struct arena *arena)
{
	const size_t count = liquid_of(row)->count;
	struct value *items = ARENA_NEW(arena, count, struct value);
	size_t rejected = 0;

	for (size_t i = 0; i < count; i++)
		if (row_of(row)->alone_rejected[i])
			items[rejected++] = value_text(part_id(field, row, i));
	return value_list(items, rejected);
}

/* "Dibromomethane + HB" */
static struct value get_names(const struct field *field, const void *row, struct arena *arena)
{
	const struct mixture *liquid = liquid_of(row);
	struct text text;

	text_init(&text, arena);
	for (size_t i = 0; i < liquid->count; i++) {
		const struct material *material =
		    &db_of(field)->tables[TABLE_SOLVENTS].materials[liquid->parts[i].row];

		text_addf(&text, "%s" STR_FORMAT, i > 0 ? " + " : "",
			  STR_ARGS(rank_short_name(material)));
	}
	return value_text(text_str(&text));
}

enum { SHARES_VOLUME, SHARES_MASS };

/* "80:20" */
static struct value get_shares(const struct field *field, const void *row, struct arena *arena)
{
	const struct mixture *liquid = liquid_of(row);
	double shares[BLEND_PARTS_MAX] = {0};
	char buffer[NUMBER_TEXT_MAX];
	struct text text;

	if (field->index == SHARES_MASS && !mixture_mass_fractions(db_of(field), liquid, shares))
		return value_null();
	text_init(&text, arena);
	for (size_t i = 0; i < liquid->count; i++) {
		if (field->index == SHARES_VOLUME)
			shares[i] = liquid->parts[i].volume;
		if (i > 0)
			text_add_char(&text, ':');
		text_add(&text, number_write_fixed(buffer, 100.0 * shares[i], 0));
	}
	return value_text(text_str(&text));
}

enum { GAIN_PART, GAIN_BEST };

static struct value get_gain(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_number(field->index == GAIN_PART ? row_of(row)->gain_part
						      : row_of(row)->gain_best);
}

/* ---- Window ------------------------------------------------------------------------------ */

static double shown_if(bool known, double x)
{
	return known && isfinite(x) ? x : DB_UNKNOWN;
}

enum { WINDOW_FROM, WINDOW_TO, WINDOW_TURBID, WINDOW_TURBID_LOW, WINDOW_TURBID_HIGH };

static struct value get_window(const struct field *field, const void *row, struct arena *arena)
{
	const struct window *window = &row_of(row)->window;
	const double numbers[] = {
	    [WINDOW_FROM] = window->from,
	    [WINDOW_TO] = window->to,
	    [WINDOW_TURBID] = window->turbid,
	    [WINDOW_TURBID_LOW] = window->turbid_low,
	    [WINDOW_TURBID_HIGH] = window->turbid_high,
	};

	(void)arena;
	return value_number(shown_if(window->known, numbers[field->index]));
}

static struct value get_turbid_part(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return row_of(row)->window.known
		   ? value_text(part_id(field, row, row_of(row)->window.cloudy))
		   : value_null();
}

static void add_percent(struct text *text, double share)
{
	char buffer[NUMBER_TEXT_MAX];

	text_add(text, number_write_fixed(buffer, 100.0 * share, 0));
}

/* "0-89": volume per cent of the second part. */
static struct value get_window_text(const struct field *field, const void *row, struct arena *arena)
{
	const struct window *window = &row_of(row)->window;
	struct text text;

	(void)field;
	if (!window->known)
		return value_null();
	if (isnan(window->from))
		return value_text(STR_LITERAL("nowhere"));
	text_init(&text, arena);
	add_percent(&text, window->from);
	text_add_char(&text, '-');
	add_percent(&text, window->to);
	return value_text(text_str(&text));
}

static void add_turbid(struct text *text, double share)
{
	if (share <= 1.0)
		add_percent(text, share);
	else
		text_add(text, STR_LITERAL("never"));
}

/* "89 (81-never)": volume per cent of the part that makes it turbid. */
static struct value get_turbid_text(const struct field *field, const void *row, struct arena *arena)
{
	const struct window *window = &row_of(row)->window;
	struct text text;

	(void)field;
	if (!window->known)
		return value_null();
	text_init(&text, arena);
	add_turbid(&text, window->turbid);
	if (window->turbid_low != window->turbid_high) {
		text_add(&text, STR_LITERAL(" ("));
		add_turbid(&text, window->turbid_low);
		text_add_char(&text, '-');
		add_turbid(&text, window->turbid_high);
		text_add_char(&text, ')');
	}
	return value_text(text_str(&text));
}

/* ---- What no score says ------------------------------------------------------------------ */

enum { FACT_GAP, FACT_DISTANCE, FACT_DISTANCE_MAX };

static struct value get_fact(const struct field *field, const void *row, struct arena *arena)
{
	const struct pair_facts *facts = &row_of(row)->facts;

	(void)arena;
	if (field->index == FACT_GAP)
		return value_number(facts->boiling_gap);
	return value_number(field->index == FACT_DISTANCE ? facts->distance : facts->distance_max);
}

enum { LAYERS_WORD, LAYERS_SHOWN };

static struct value get_layers(const struct field *field, const void *row, struct arena *arena)
{
	const struct pair_facts *facts = &row_of(row)->facts;

	(void)arena;
	if (facts->doubt)
		return value_text(STR_LITERAL("doubtful"));
	if (isnan(facts->distance))
		return value_text(STR_LITERAL("unknown"));
	return field->index == LAYERS_WORD ? value_text(STR_LITERAL("likely")) : value_null();
}

/* ---- The row ----------------------------------------------------------------------------- */

#define BLEND_FIELD(key_, label_, unit_, kind_, digits_, where_, priority_, get_, index_, doc_)    \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = (unit_), .kind = (kind_),                \
		.digits = (digits_), .where = (where_), .priority = (priority_), .doc = (doc_),    \
		.get = (get_), .index = (index_)                                                   \
	}

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

/* clang-format off */
static const struct field blend_fields[] = {
    BLEND_FIELD("alone", "parts alone", "", VALUE_LIST, 0, FIELD_MACHINE, 0, get_alone, 0,
		"Scores of the parts by themselves, in the order of parts."),
    BLEND_FIELD("alone_rejected", "rejected alone", "", VALUE_LIST, -1, FIELD_MACHINE, 0,
		get_alone_rejected, 0, "Parts that are rejected by themselves."),
    BLEND_FIELD("gain_part", "gain", "", VALUE_NUMBER, 1, BOTH, PRIORITY_GAIN, get_gain, GAIN_PART,
		"Score less that of the better part by itself, be it rejected or not."),
    BLEND_FIELD("gain_best", "over best", "", VALUE_NUMBER, 1, BOTH, PRIORITY_BEST, get_gain,
		GAIN_BEST, "Score less that of the best single solvent."),
    BLEND_FIELD("dissolves_from", "dissolves from", "", VALUE_NUMBER, 3, FIELD_MACHINE, 0,
		get_window, WINDOW_FROM,
		"Volume fraction of the second part from which RED is at most 1; null: nowhere, or "
		"unknown (then turbid_part is null)."),
    BLEND_FIELD("dissolves_to", "dissolves to", "", VALUE_NUMBER, 3, FIELD_MACHINE, 0, get_window,
		WINDOW_TO, "Volume fraction of the second part up to which RED is at most 1."),
    BLEND_FIELD("turbid_part", "turbid by", "", VALUE_TEXT, -1, FIELD_MACHINE, 0, get_turbid_part,
		0, "The part whose growth turns the binder's solution turbid; null for triples."),
    BLEND_FIELD("turbid", "turbid from", "", VALUE_NUMBER, 3, FIELD_MACHINE, 0, get_window,
		WINDOW_TURBID, "Its volume fraction at RED 1; null: never."),
    BLEND_FIELD("turbid_low", "turbid from, low", "", VALUE_NUMBER, 3, FIELD_MACHINE, 0, get_window,
		WINDOW_TURBID_LOW, "The same for the smallest radius of the sphere; null: never."),
    BLEND_FIELD("turbid_high", "turbid from, high", "", VALUE_NUMBER, 3, FIELD_MACHINE, 0,
		get_window, WINDOW_TURBID_HIGH, "The same for the largest radius; null: never."),
    BLEND_FIELD("dissolves_shown", "dissolves", "vol%", VALUE_TEXT, -1, FIELD_PEOPLE,
		PRIORITY_WINDOW, get_window_text, 0,
		"Volume per cent of the second part between which the binder stays dissolved."),
    {.key = "turbid_shown", .label = "turbid", .unit = "vol%", .kind = VALUE_TEXT, .digits = -1,
     .where = FIELD_PEOPLE, .show = SHOW_WRAP, .priority = PRIORITY_TURBID, .get = get_turbid_text,
     .doc = "Volume per cent of the poorer part from which the solution is turbid."},
    BLEND_FIELD("boiling_gap", "gap", "K", VALUE_NUMBER, 0, BOTH, PRIORITY_GAP, get_fact, FACT_GAP,
		"Highest less lowest boiling point of the parts."),
    BLEND_FIELD("hansen_distance", "Ra of the parts", "MPa^0.5", VALUE_NUMBER, 1, FIELD_MACHINE, 0,
		get_fact, FACT_DISTANCE, "Hansen distance of the two parts most at odds."),
    BLEND_FIELD("hansen_distance_max", "Ra, most", "MPa^0.5", VALUE_NUMBER, 1, FIELD_MACHINE, 0,
		get_fact, FACT_DISTANCE_MAX,
		"Beyond it regular solutions of these molar volumes part into layers."),
    BLEND_FIELD("miscible", "miscible", "", VALUE_TEXT, -1, FIELD_MACHINE, 0, get_layers,
		LAYERS_WORD, "likely, doubtful or unknown, by that rule: a judgement."),
    BLEND_FIELD("layers_shown", "miscible", "", VALUE_TEXT, -1, FIELD_PEOPLE, PRIORITY_LAYERS,
		get_layers, LAYERS_SHOWN, "Where the parts may not mix."),
    BLEND_FIELD("masses_shown", "parts", "wt%", VALUE_TEXT, -1, FIELD_PEOPLE, PRIORITY_MASS,
		get_shares, SHARES_MASS, "Mass fractions of the parts."),
};
/* clang-format on */

enum { BLEND_FIELDS = sizeof blend_fields / sizeof blend_fields[0] };

/* Stand where a ranking's row has its solvent. */
/* clang-format off */
static const struct field name_fields[] = {
    {.key = "blend_shown", .label = "blend", .unit = "", .kind = VALUE_TEXT, .digits = -1,
     .where = FIELD_PEOPLE, .show = SHOW_WRAP, .get = get_names, .doc = "The parts, by name."},
    BLEND_FIELD("volumes_shown", "parts", "vol%", VALUE_TEXT, -1, FIELD_PEOPLE, 0, get_shares,
		SHARES_VOLUME, "Volume fractions of the parts."),
};
/* clang-format on */

enum { NAME_FIELDS = sizeof name_fields / sizeof name_fields[0] };

/* What people see of the ranking's fields; criteria are explain's business. */
static bool people_see(const struct field *field)
{
	static const char *const keys[] = {"rank", "score_shown", "verdict"};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(field->key, keys[i]) == 0)
			return true;
	return false;
}

static size_t add_fields(struct field *fields, size_t count, const struct field *more,
			 size_t more_count, const void *context)
{
	memcpy(fields + count, more, more_count * sizeof fields[0]);
	for (size_t i = 0; i < more_count; i++)
		fields[count + i].context = context;
	return count + more_count;
}

const struct record_type *blend_record_type(const struct evaluator *evaluator, struct arena *arena)
{
	const struct record_type *ranking = rank_record_type(evaluator, arena);
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);
	struct field *fields =
	    ARENA_NEW(arena, ranking->count + NAME_FIELDS + BLEND_FIELDS, struct field);
	size_t count = 0;

	for (size_t i = 0; i < ranking->count; i++) {
		struct field *field = &fields[count++];

		*field = ranking->fields[i];
		if (!people_see(field))
			field->where &= ~(unsigned)FIELD_PEOPLE;
		if (strcmp(field->key, "verdict") == 0)
			field->priority = PRIORITY_VERDICT;
		if (strcmp(field->key, "rank") == 0)
			count = add_fields(fields, count, name_fields, NAME_FIELDS, evaluator);
	}
	count = add_fields(fields, count, blend_fields, BLEND_FIELDS, evaluator);
	*type = (struct record_type){"blend", "The best composition of one set of solvents.",
				     fields, count};
	return type;
}
