/* SPDX-License-Identifier: MIT */
#include "model/model_printer.h"

#include <assert.h>
#include <math.h>

#include "base/number.h"
#include "read/json.h"

static void new_line(struct printer *printer)
{
	text_add_char(printer->out, '\n');
	for (size_t i = 0; i < printer->depth; i++)
		text_add(printer->out, STR_LITERAL("  "));
}

/* Before an item or a key: the comma and the space that the level wants. */
static void begin_item(struct printer *printer)
{
	struct printer_level *level;

	if (printer->after_key || printer->depth == 0) {
		printer->after_key = false;
		return;
	}
	level = &printer->levels[printer->depth - 1];
	if (level->filled)
		text_add_char(printer->out, ',');
	if (!level->flat)
		new_line(printer);
	else if (level->filled)
		text_add_char(printer->out, ' ');
	level->filled = true;
}

static void open_level(struct printer *printer, char bracket, bool flat)
{
	bool inside_flat = printer->depth > 0 && printer->levels[printer->depth - 1].flat;

	assert(printer->depth < PRINTER_DEPTH_MAX);
	begin_item(printer);
	text_add_char(printer->out, bracket);
	printer->levels[printer->depth++] = (struct printer_level){
	    .end = bracket == '{' ? '}' : ']',
	    .flat = flat || inside_flat,
	};
}

void printer_open(struct printer *printer, char bracket)
{
	open_level(printer, bracket, false);
}

void printer_open_flat(struct printer *printer, char bracket)
{
	open_level(printer, bracket, true);
}

void printer_close(struct printer *printer)
{
	struct printer_level level;

	assert(printer->depth > 0);
	level = printer->levels[--printer->depth];
	if (level.filled && !level.flat)
		new_line(printer);
	text_add_char(printer->out, level.end);
}

void printer_key_str(struct printer *printer, struct str key)
{
	begin_item(printer);
	json_write_string(printer->out, key);
	text_add(printer->out, STR_LITERAL(": "));
	printer->after_key = true;
}

void printer_key(struct printer *printer, const char *key)
{
	printer_key_str(printer, str_from(key));
}

void printer_str(struct printer *printer, struct str s)
{
	begin_item(printer);
	json_write_string(printer->out, s);
}

void printer_word(struct printer *printer, const char *word)
{
	printer_str(printer, str_from(word));
}

void printer_number(struct printer *printer, double number)
{
	char buffer[NUMBER_TEXT_MAX];

	begin_item(printer);
	text_add(printer->out, number_write(buffer, number));
}

void printer_flag(struct printer *printer, bool flag)
{
	begin_item(printer);
	text_add(printer->out, flag ? STR_LITERAL("true") : STR_LITERAL("false"));
}

void printer_put_text(struct printer *printer, const char *key, struct str s)
{
	if (s.length == 0)
		return;
	printer_key(printer, key);
	printer_str(printer, s);
}

void printer_put_word(struct printer *printer, const char *key, const char *word)
{
	printer_key(printer, key);
	printer_word(printer, word);
}

void printer_put_number(struct printer *printer, const char *key, double number)
{
	if (isnan(number))
		return;
	printer_key(printer, key);
	printer_number(printer, number);
}

void printer_put_flag(struct printer *printer, const char *key, bool flag)
{
	if (!flag)
		return;
	printer_key(printer, key);
	printer_flag(printer, flag);
}

void printer_put_curve(struct printer *printer, const char *key, const struct curve *curve)
{
	if (!curve)
		return;
	printer_key(printer, key);
	printer_open_flat(printer, '[');
	for (size_t i = 0; i < curve->count; i++) {
		printer_open_flat(printer, '[');
		printer_number(printer, curve->points[i].x);
		printer_number(printer, curve->points[i].y);
		printer_close(printer);
	}
	printer_close(printer);
}

void printer_put_bits(struct printer *printer, const char *key, const char *const *words,
		      unsigned bits)
{
	if (bits == 0)
		return;
	printer_key(printer, key);
	printer_open_flat(printer, '[');
	for (size_t i = 0; words[i]; i++)
		if ((bits >> i & 1u) != 0)
			printer_word(printer, words[i]);
	printer_close(printer);
}
