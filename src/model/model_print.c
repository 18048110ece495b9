/* SPDX-License-Identifier: MIT */
/* A model as JSON in a normal form: every default written out, always in the same order. */
#include <math.h>

#include "model/grammar.h"
#include "model/model_printer.h"

static void print_reading(struct printer *printer, const struct reading *reading,
			  const struct reading *instead, size_t instead_count);

static void print_words(struct printer *printer, const struct reading *reading)
{
	printer_key(printer, "words");
	printer_open_flat(printer, '{');
	for (size_t i = 0; i < reading->word_count; i++) {
		printer_key_str(printer, reading->words[i].word);
		printer_number(printer, reading->words[i].value);
	}
	printer_close(printer);
	printer_key(printer, "step");
	printer_flag(printer, reading->step);
}

static void print_cases(struct printer *printer, const struct reading *reading)
{
	printer_key(printer, "cases");
	printer_open(printer, '[');
	for (size_t i = 0; i < reading->case_count; i++) {
		printer_open_flat(printer, '{');
		printer_key(printer, "when");
		print_conditions(printer, &reading->cases[i].when);
		printer_put_number(printer, "value", reading->cases[i].value);
		printer_close(printer);
	}
	printer_close(printer);
}

static bool same_operand(const struct stand_in *a, const struct stand_in *b)
{
	return a->missing.role == b->missing.role && a->missing.property == b->missing.property;
}

/* Those for one property; returns how many. One stands alone, several in a list. */
static size_t print_stand_in(struct printer *printer, const struct stand_in *stand_in, size_t left)
{
	size_t count = 1;
	struct text name;

	while (count < left && same_operand(stand_in, &stand_in[count]))
		count++;
	text_init(&name, printer->out->arena);
	text_addf(&name, "%s.%s", model_words_role[stand_in->missing.role],
		  printer->db->properties.rows[stand_in->missing.property].key);
	printer_key_str(printer, text_str(&name));
	if (count > 1)
		printer_open_flat(printer, '[');
	for (size_t i = 0; i < count; i++)
		print_measure(printer, stand_in[i].instead);
	if (count > 1)
		printer_close(printer);
	return count;
}

static void print_else(struct printer *printer, const struct reading *reading,
		       const struct reading *instead, size_t instead_count)
{
	if (reading->stand_in_count == 0 && instead_count == 0)
		return;
	printer_key(printer, "else");
	printer_open(printer, '{');
	for (size_t i = 0; i < reading->stand_in_count;)
		i += print_stand_in(printer, &reading->stand_ins[i], reading->stand_in_count - i);
	if (instead_count > 0) {
		printer_key(printer, "measure");
		printer_open(printer, '[');
		for (size_t i = 0; i < instead_count; i++) {
			printer_open(printer, '{');
			print_reading(printer, &instead[i], NULL, 0);
			printer_close(printer);
		}
		printer_close(printer);
	}
	printer_close(printer);
}

static void print_reading(struct printer *printer, const struct reading *reading,
			  const struct reading *instead, size_t instead_count)
{
	if (reading->measure) {
		printer_key(printer, "measure");
		print_measure(printer, reading->measure);
	}
	printer_put_curve(printer, "curve", reading->curve);
	if (reading->word_count > 0)
		print_words(printer, reading);
	if (reading->case_count > 0)
		print_cases(printer, reading);
	printer_put_number(printer, "none", reading->none);
	printer_put_number(printer, "spread", reading->spread);
	print_else(printer, reading, instead, instead_count);
}

static void print_term(struct printer *printer, const struct term *term)
{
	printer_open(printer, '{');
	printer_put_text(printer, "id", term->id);
	printer_put_text(printer, "label", term->label);
	printer_put_number(printer, "weight", term->weight);
	printer_put_number(printer, "missing", term->missing);
	printer_key(printer, "inferred");
	printer_flag(printer, term->inferred);
	printer_key(printer, "when");
	print_conditions(printer, &term->when);
	print_reading(printer, &term->reading, term->instead, term->instead_count);
	if (term->cap) {
		printer_key(printer, "at_most");
		print_measure(printer, term->cap);
	}
	printer_put_word(printer, "mix", model_words_term_mix[term->mix]);
	if (term->mix == TERM_MIX_WORST)
		printer_put_number(printer, "mix_from", term->mix_from);
	printer_put_text(printer, "source", term->source);
	printer_put_text(printer, "basis", term->basis);
	printer_close(printer);
}

static void print_criterion(struct printer *printer, const struct model *model,
			    const struct criterion *criterion)
{
	printer_open(printer, '{');
	printer_put_text(printer, "id", criterion->id);
	printer_put_text(printer, "label", criterion->label);
	printer_put_text(printer, "short", criterion->short_label);
	printer_put_number(printer, "weight", criterion->weight);
	printer_put_word(printer, "combine", model_words_combine[criterion->combine]);
	printer_put_curve(printer, "limit", criterion->limit);
	if (criterion->needs != ROLE_COUNT)
		printer_put_word(printer, "needs", model_words_role[criterion->needs]);
	if (criterion->measured) {
		printer_key(printer, "measured");
		print_measured(printer, criterion->measured);
	}
	printer_put_text(printer, "doc", criterion->doc);
	if (criterion->in_sample.count > 0) {
		printer_key(printer, "in_sample");
		printer_open_flat(printer, '[');
		for (size_t i = 0; i < criterion->in_sample.count; i++)
			printer_str(printer, criterion->in_sample.at[i]);
		printer_close(printer);
	}
	printer_key(printer, "terms");
	printer_open(printer, '[');
	for (size_t i = 0; i < criterion->term_count; i++)
		print_term(printer, &model->terms[criterion->first_term + i]);
	printer_close(printer);
	printer_close(printer);
}

static void print_firing(struct printer *printer, const struct model *model,
			 const struct gate *gate)
{
	if (gate->criterion != SIZE_MAX) {
		printer_put_text(printer, "criterion", model->criteria[gate->criterion].id);
		printer_put_number(printer, "below", gate->below);
		return;
	}
	printer_key(printer, "any");
	printer_open(printer, '[');
	for (size_t i = 0; i < gate->any_count; i++)
		print_conditions(printer, &gate->any[i]);
	printer_close(printer);
}

static void print_gate(struct printer *printer, const struct model *model, const struct gate *gate)
{
	printer_open(printer, '{');
	printer_put_text(printer, "id", gate->id);
	printer_put_word(printer, "verdict", model_words_verdict[gate->verdict]);
	if (gate->verdict == GATE_WARN)
		printer_put_number(printer, "factor", gate->factor);
	printer_put_word(printer, "of", model_words_of[gate->each_part]);
	if (gate->each_part)
		printer_put_number(printer, "from", gate->from);
	print_firing(printer, model, gate);
	printer_put_text(printer, "why", gate->why);
	printer_put_text(printer, "source", gate->source);
	printer_put_text(printer, "basis", gate->basis);
	printer_close(printer);
}

static void print_cap(struct printer *printer, const struct model *model,
		      const struct missing_cap *cap)
{
	printer_open_flat(printer, '{');
	printer_key(printer, "in");
	printer_open_flat(printer, '[');
	for (size_t i = 0; i < cap->criterion_count; i++)
		printer_str(printer, model->criteria[cap->criteria[i]].id);
	for (size_t i = 0; i < cap->term_count; i++)
		printer_str(printer, model_term_path(model, cap->terms[i], printer->out->arena));
	printer_close(printer);
	printer_put_text(printer, "at_most", model->verdicts[cap->at_most].word);
	printer_close(printer);
}

static void print_verdict(struct printer *printer, const struct verdict *verdict)
{
	printer_open_flat(printer, '{');
	printer_put_text(printer, "word", verdict->word);
	printer_put_number(printer, "at", verdict->at);
	printer_put_number(printer, "low_at", verdict->low_at);
	printer_close(printer);
}

static const char *table_role(const struct property *property)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (prop_in_table(property, role_table((enum role)role)))
			return model_words_role[role];
	return model_words_role[ROLE_SOLVENT];
}

static void print_property(struct printer *printer, const struct property *property)
{
	printer_open_flat(printer, '{');
	printer_put_word(printer, "key", property->key);
	printer_put_word(printer, "table", table_role(property));
	printer_put_text(printer, "unit", str_from(property->unit));
	if (isfinite(property->hard_low))
		printer_put_number(printer, "min", property->hard_low);
	if (isfinite(property->hard_high))
		printer_put_number(printer, "max", property->hard_high);
	printer_put_number(printer, "digits", (double)property->digits);
	printer_put_text(printer, "label", str_from(property->label));
	printer_put_text(printer, "doc", str_from(property->doc));
	printer_close(printer);
}

static void print_head(struct printer *printer, const struct model *model)
{
	printer_put_word(printer, "format", model_format);
	printer_put_text(printer, "name", model->name);
	printer_put_text(printer, "route", model->route);
	printer_put_text(printer, "doc", model->doc);
	printer_put_number(printer, "floor", model->floor);
	printer_put_word(printer, "solvent", model_words_solvent[model->solvent]);
	if (model->family != SIZE_MAX) {
		struct operand family = {ROLE_SE, model->family};

		printer_key(printer, "family");
		print_operand(printer, &family);
	}
	printer_key(printer, "properties");
	printer_open(printer, '[');
	for (size_t i = property_count; i < model->properties.count; i++)
		print_property(printer, &model->properties.rows[i]);
	printer_close(printer);
}

void model_print(const struct model *model, const struct db *db, struct text *out)
{
	struct printer printer = {.out = out, .db = db};

	printer_open(&printer, '{');
	print_head(&printer, model);
	printer_key(&printer, "verdicts");
	printer_open(&printer, '[');
	for (size_t i = 0; i < model->verdict_count; i++)
		print_verdict(&printer, &model->verdicts[i]);
	printer_close(&printer);
	printer_key(&printer, "missing_caps");
	printer_open(&printer, '[');
	for (size_t i = 0; i < model->missing_cap_count; i++)
		print_cap(&printer, model, &model->missing_caps[i]);
	printer_close(&printer);
	printer_key(&printer, "gates");
	printer_open(&printer, '[');
	for (size_t i = 0; i < model->gate_count; i++)
		print_gate(&printer, model, &model->gates[i]);
	printer_close(&printer);
	printer_key(&printer, "criteria");
	printer_open(&printer, '[');
	for (size_t i = 0; i < model->criterion_count; i++)
		print_criterion(&printer, model, &model->criteria[i]);
	printer_close(&printer);
	printer_close(&printer);
	text_add_char(out, '\n');
}
