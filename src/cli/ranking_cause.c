/* SPDX-License-Identifier: MIT */
/*
 * The total is the geometric mean of the criteria, so ln(score) is a sum over them, and each change
 * has its share: of the value, weight * ln(new/old); of the weight, (new - old) * ln(value).
 */
#include "cli/ranking_cause.h"

#include <math.h>

#include "base/number.h"

/* Inside the mean, criteria are held at this or above: the models' floor. */
static const double floor_value = 0.01;
/* Shares of ln(score) below this are rounding. */
static const double share_least = 1e-6;

struct cause {
	double share;
	struct str criterion;
	bool weight;
	double before;
	double after;
};

static double number_at(const struct json *object, const char *key)
{
	const struct json *const member = json_member(object, key);

	return member && member->type == JSON_NUMBER ? member->number : (double)NAN;
}

static double criterion_value(const struct ranking_side *side, struct str id)
{
	const struct json *const criteria = json_member(side->row, "criteria");

	return number_at(json_member(criteria, id.at), "value");
}

static double criterion_weight(const struct ranking_side *side, struct str id)
{
	const struct json *const model = json_member(side->document, "model");
	const double weight = number_at(json_member(model, "weights"), id.at);

	return isnan(weight) ? 0.0 : weight;
}

static double log_of(double value)
{
	return log(fmax(value, floor_value));
}

static void weigh(struct cause *strongest, struct cause candidate)
{
	if (fabs(candidate.share) > fabs(strongest->share))
		*strongest = candidate;
}

static void weigh_criterion(struct cause *strongest, const struct ranking_side *before,
			    const struct ranking_side *after, struct str id)
{
	const double old_value = criterion_value(before, id);
	const double new_value = criterion_value(after, id);
	const double old_weight = criterion_weight(before, id);
	const double new_weight = criterion_weight(after, id);

	if (isnan(old_value) || isnan(new_value))
		return;
	weigh(strongest, (struct cause){(old_weight + new_weight) / 2 *
					    (log_of(new_value) - log_of(old_value)),
					id, false, old_value, new_value});
	weigh(strongest, (struct cause){(new_weight - old_weight) *
					    (log_of(new_value) + log_of(old_value)) / 2,
					id, true, old_weight, new_weight});
}

/* Whether a list of gates has this one. */
static bool has_gate(const struct json *list, struct str gate)
{
	for (const struct json *item = list ? list->child : NULL; item; item = item->next) {
		const struct json *const id = json_member(item, "gate");

		if (id && str_equal(id->string, gate))
			return true;
	}
	return false;
}

/* Gates that one list has and the other lacks. */
static void add_gates(struct text *text, const struct json *have, const struct json *lack,
		      const char *phrase)
{
	for (const struct json *item = have ? have->child : NULL; item; item = item->next) {
		const struct json *const id = json_member(item, "gate");

		if (id && !has_gate(lack, id->string))
			text_addf(text, "%s%s " STR_FORMAT, text->length > 0 ? "; " : "", phrase,
				  STR_ARGS(id->string));
	}
}

static void add_all_gates(struct text *text, const struct ranking_side *before,
			  const struct ranking_side *after)
{
	static const char *const lists[] = {"rejected_by", "warnings"};
	static const char *const phrases[][2] = {{"now rejected by", "no longer rejected by"},
						 {"now warned by", "no longer warned by"}};

	for (size_t i = 0; i < 2; i++) {
		const struct json *const old_list = json_member(before->row, lists[i]);
		const struct json *const new_list = json_member(after->row, lists[i]);

		add_gates(text, new_list, old_list, phrases[i][0]);
		add_gates(text, old_list, new_list, phrases[i][1]);
	}
}

static void add_strongest(struct text *text, const struct cause *cause)
{
	char before[NUMBER_TEXT_MAX];
	char after[NUMBER_TEXT_MAX];

	if (text->length > 0)
		text_add(text, STR_LITERAL("; "));
	text_addf(text, "%s" STR_FORMAT " " STR_FORMAT " -> " STR_FORMAT,
		  cause->weight ? "weight of " : "", STR_ARGS(cause->criterion),
		  STR_ARGS(number_write_fixed(before, cause->before, 3)),
		  STR_ARGS(number_write_fixed(after, cause->after, 3)));
}

struct str ranking_cause(const struct ranking_side *before, const struct ranking_side *after,
			 struct arena *arena)
{
	const struct json *const criteria = json_member(after->row, "criteria");
	struct cause strongest = {0.0, {NULL, 0}, false, 0.0, 0.0};
	struct text text;

	text_init(&text, arena);
	add_all_gates(&text, before, after);
	for (const struct json *item = criteria ? criteria->child : NULL; item; item = item->next)
		weigh_criterion(&strongest, before, after, item->key);
	if (fabs(strongest.share) > share_least)
		add_strongest(&text, &strongest);
	return text_str(&text);
}
