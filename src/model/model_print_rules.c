/* SPDX-License-Identifier: MIT */
/* Measures, conditions and questions to the facts as JSON; flat, for they stand on one line. */
#include <math.h>

#include "model/grammar.h"
#include "model/model_printer.h"

static const struct property *property_of(const struct printer *printer, size_t property)
{
	return &printer->db->properties.rows[property];
}

static void print_name(struct printer *printer, enum role role, const char *key)
{
	struct text name;

	text_init(&name, printer->out->arena);
	text_addf(&name, "%s.%s", model_words_role[role], key);
	printer_str(printer, text_str(&name));
}

void print_operand(struct printer *printer, const struct operand *operand)
{
	print_name(printer, operand->role, property_of(printer, operand->property)->key);
}

/* The three words and which rows are heard. */
static void print_fact(struct printer *printer, const struct fact_query *query)
{
	printer_key(printer, "fact");
	printer_open_flat(printer, '[');
	printer_word(printer, fact_files[query->kind].key);
	printer_word(printer, query->others ? "other" : model_words_role[query->subject]);
	printer_word(printer, model_words_role[ROLE_SOLVENT]);
	printer_close(printer);
}

static void print_heard(struct printer *printer, const struct fact_query *query)
{
	printer_put_bits(printer, "grades", fact_grades, query->grades);
	printer_put_number(printer, "until", query->until);
}

static void print_rows(struct printer *printer, const struct code_map *map)
{
	printer_key(printer, "codes");
	printer_open_flat(printer, '{');
	for (size_t i = 0; i < map->count; i++) {
		printer_key_str(printer, map->rows[i].prefix);
		printer_number(printer, map->rows[i].low);
	}
	printer_close(printer);
}

static void print_ranges(struct printer *printer, const struct code_map *map)
{
	printer_key(printer, "codes");
	printer_open_flat(printer, '{');
	for (size_t i = 0; i < map->count; i++) {
		printer_key_str(printer, map->rows[i].prefix);
		printer_open_flat(printer, '[');
		printer_number(printer, map->rows[i].low);
		printer_number(printer, map->rows[i].high);
		printer_close(printer);
	}
	printer_close(printer);
}

static void print_worst(struct printer *printer, const struct code_map *map)
{
	print_rows(printer, map);
	printer_put_number(printer, "none", map->none);
	if (map->step_count > 0) {
		printer_key(printer, "steps");
		printer_open_flat(printer, '[');
		for (size_t i = 0; i < map->step_count; i++)
			printer_number(printer, map->steps[i]);
		printer_close(printer);
	}
	if (!map->worse_of)
		return;
	printer_key(printer, "worse_when");
	printer_open_flat(printer, '{');
	printer_key(printer, "below");
	printer_open_flat(printer, '[');
	print_measure(printer, map->worse_of);
	printer_number(printer, map->worse_below);
	printer_close(printer);
	printer_put_curve(printer, "map", map->worse_map);
	printer_close(printer);
}

static void print_anchor(struct printer *printer, const struct red_rule *red)
{
	if (!red->anchor)
		return;
	printer_key(printer, "anchor");
	printer_open_flat(printer, '{');
	print_fact(printer, red->anchor);
	print_heard(printer, red->anchor);
	printer_put_number(printer, "no", red->anchor_no);
	printer_put_number(printer, "yes", red->anchor_yes);
	printer_close(printer);
}

static void print_red(struct printer *printer, const struct measure *measure)
{
	const struct red_rule *red = measure->red;
	const struct property *trust = property_of(printer, red->trust);

	printer_key(printer, "red");
	printer_open_flat(printer, '[');
	print_name(printer, ROLE_SOLVENT, property_of(printer, red->solvent[0])->group);
	print_name(printer, ROLE_BINDER, property_of(printer, red->binder[0])->group);
	print_measure(printer, measure->args[0]);
	printer_close(printer);
	printer_key(printer, "ra");
	printer_open_flat(printer, '[');
	printer_number(printer, red->ra_typical);
	printer_number(printer, red->ra_estimated);
	printer_close(printer);
	printer_key(printer, "trust");
	print_name(printer, ROLE_BINDER, trust->key);
	printer_key(printer, "radius");
	printer_open_flat(printer, '{');
	for (size_t i = 0; trust->words[i]; i++)
		printer_put_number(printer, trust->words[i], red->trust_relative[i]);
	printer_close(printer);
	if (red->parts != SIZE_MAX) {
		printer_key(printer, "parts");
		print_name(printer, ROLE_BINDER, property_of(printer, red->parts)->key);
	}
	print_anchor(printer, red);
}

static void print_args(struct printer *printer, const struct measure *measure)
{
	printer_key(printer, measure_types[measure->op].word);
	if (measure_types[measure->op].args_max == 1 && measure->op != MEASURE_FIRST) {
		print_measure(printer, measure->args[0]);
		return;
	}
	printer_open_flat(printer, '[');
	for (size_t i = 0; i < measure->arg_count; i++)
		print_measure(printer, measure->args[i]);
	printer_close(printer);
}

static void print_codes(struct printer *printer, const struct measure *measure)
{
	printer_key(printer, measure_types[measure->op].word);
	print_operand(printer, &measure->operand);
	if (measure->op == MEASURE_RANGES)
		print_ranges(printer, measure->codes);
	else if (measure->op == MEASURE_WORST)
		print_worst(printer, measure->codes);
}

static void print_number_of_fact(struct printer *printer, const struct fact_query *query)
{
	print_fact(printer, query);
	printer_put_word(printer, "number", fact_files[query->kind].columns[query->number].key);
	printer_put_bits(printer, "in", fact_files[query->kind].outcomes, query->outcomes);
	printer_put_flag(printer, "geometric", query->geometric);
	print_heard(printer, query);
}

static void print_word(struct printer *printer, const struct measure *measure)
{
	const char *word = measure_types[measure->op].word;

	switch (measure->op) {
	case MEASURE_NUMBER:
		printer_put_number(printer, word, measure->number);
		break;
	case MEASURE_PRODUCT:
	case MEASURE_RATIO:
	case MEASURE_DIFFERENCE:
	case MEASURE_HYPOT:
	case MEASURE_FIRST:
	case MEASURE_LOG10:
	case MEASURE_VAPOR:
		print_args(printer, measure);
		break;
	case MEASURE_LINEAR:
		print_args(printer, measure);
		printer_put_number(printer, "factor", measure->factor);
		printer_put_number(printer, "offset", measure->offset);
		break;
	case MEASURE_CURVE:
		printer_put_curve(printer, word, measure->curve);
		printer_key(printer, "of");
		print_measure(printer, measure->args[0]);
		break;
	case MEASURE_VALUE:
	case MEASURE_COUNT:
	case MEASURE_WORST:
	case MEASURE_RANGES:
		print_codes(printer, measure);
		break;
	case MEASURE_RED:
		print_red(printer, measure);
		break;
	case MEASURE_CLASS:
		printer_put_word(printer, word,
				 property_of(printer, measure->operand.property)->key);
		break;
	case MEASURE_FACT:
		print_number_of_fact(printer, measure->fact);
		break;
	case MEASURE_OP_COUNT:
		break;
	}
}

static bool is_plain(const struct measure *measure)
{
	return measure->mix == MEASURE_MIX_NONE && !measure->in_sample &&
	       !(measure->spread > 0.0) && !(measure->decades > 0.0);
}

void print_measure(struct printer *printer, const struct measure *measure)
{
	if (measure->op == MEASURE_NUMBER && is_plain(measure)) {
		printer_number(printer, measure->number);
		return;
	}
	if (measure->op == MEASURE_VALUE && is_plain(measure)) {
		print_operand(printer, &measure->operand);
		return;
	}
	printer_open_flat(printer, '{');
	print_word(printer, measure);
	if (measure->mix == MEASURE_MIX_POWER)
		printer_put_word(printer, "mix", "power");
	if (measure->spread > 0.0)
		printer_put_number(printer, "spread", measure->spread);
	if (measure->decades > 0.0)
		printer_put_number(printer, "decades", measure->decades);
	printer_put_flag(printer, "in_sample", measure->in_sample);
	printer_close(printer);
}

static void print_words(struct printer *printer, const struct condition *condition)
{
	printer_open_flat(printer, '[');
	print_operand(printer, &condition->operand);
	for (size_t i = 0; i < condition->word_count; i++)
		printer_str(printer, condition->words[i]);
	printer_close(printer);
}

static void print_comparison(struct printer *printer, const struct condition *condition)
{
	printer_open_flat(printer, '[');
	print_measure(printer, condition->measure);
	if (condition->setting != SETTING_NONE)
		printer_word(printer, setting_infos[condition->setting].word);
	else
		printer_number(printer, condition->limit);
	printer_close(printer);
}

static void print_question(struct printer *printer, const struct fact_query *query)
{
	const char *const *outcomes = fact_files[query->kind].outcomes;

	print_fact(printer, query);
	printer_put_bits(printer, query->every ? "every" : "in", outcomes, query->outcomes);
	print_heard(printer, query);
	printer_put_bits(printer, "once", fact_grades, query->grades_once);
	printer_put_bits(printer, "unless", outcomes, query->against);
}

static void print_condition(struct printer *printer, const struct condition *condition);

static void print_what(struct printer *printer, const struct condition *condition)
{
	if (condition->op == CONDITION_FACT) {
		print_question(printer, condition->fact);
		return;
	}
	printer_key(printer, condition_types[condition->op].word);
	switch (condition->op) {
	case CONDITION_IS:
	case CONDITION_HAS:
		print_words(printer, condition);
		break;
	case CONDITION_AT_LEAST:
	case CONDITION_ABOVE:
	case CONDITION_AT_MOST:
	case CONDITION_BELOW:
		print_comparison(printer, condition);
		break;
	case CONDITION_KNOWN:
		print_operand(printer, &condition->operand);
		break;
	case CONDITION_GIVEN:
		printer_word(printer, model_words_role[condition->operand.role]);
		break;
	case CONDITION_NOT:
		print_condition(printer, condition->inner);
		break;
	case CONDITION_FACT:
	case CONDITION_OP_COUNT:
		break;
	}
}

static void print_condition(struct printer *printer, const struct condition *condition)
{
	printer_open_flat(printer, '{');
	print_what(printer, condition);
	printer_put_flag(printer, "closed", condition->closed);
	printer_close(printer);
}

void print_conditions(struct printer *printer, const struct condition_list *list)
{
	printer_open_flat(printer, '[');
	for (size_t i = 0; i < list->count; i++)
		print_condition(printer, &list->at[i]);
	printer_close(printer);
}

static void print_tiers(struct printer *printer, const struct measured *measured)
{
	if (measured->tier_count == 0)
		return;
	printer_key(printer, "tiers");
	printer_open_flat(printer, '[');
	for (size_t i = 0; i < measured->tier_count; i++) {
		printer_open_flat(printer, '[');
		for (size_t k = 0; fact_grades[k]; k++)
			if ((measured->tiers[i] >> k & 1u) != 0)
				printer_word(printer, fact_grades[k]);
		printer_close(printer);
	}
	printer_close(printer);
}

static void print_maps(struct printer *printer, const struct measured *measured)
{
	const char *const *outcomes = fact_files[measured->query.kind].outcomes;

	printer_key(printer, "grades");
	printer_open_flat(printer, '{');
	for (size_t i = 0; fact_grades[i]; i++)
		printer_put_number(printer, fact_grades[i], measured->grade_weights[i]);
	printer_close(printer);
	print_tiers(printer, measured);
	printer_key(printer, "words");
	printer_open_flat(printer, '{');
	for (size_t i = 0; outcomes[i]; i++)
		printer_put_number(printer, outcomes[i], measured->outcome_values[i]);
	printer_close(printer);
}

void print_measured(struct printer *printer, const struct measured *measured)
{
	printer_open(printer, '{');
	print_fact(printer, &measured->query);
	printer_put_number(printer, "until", measured->query.until);
	print_maps(printer, measured);
	if (measured->curve) {
		printer_put_word(printer, "number",
				 fact_files[measured->query.kind].columns[measured->number].key);
		printer_put_number(printer, "spread", measured->number_spread);
		printer_put_curve(printer, "curve", measured->curve);
	}
	if (!isnan(measured->part_value)) {
		printer_key(printer, "part");
		printer_open_flat(printer, '{');
		printer_put_number(printer, "from", measured->part_from);
		printer_put_number(printer, "value", measured->part_value);
		printer_close(printer);
	}
	printer_close(printer);
}
