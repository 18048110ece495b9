/* SPDX-License-Identifier: MIT */
/*
 * Inside the model room: writing a model as JSON. Objects and lists are laid out over lines or
 * flat; what is inside something flat is flat.
 */
#ifndef SLURRYSCREEN_MODEL_MODEL_PRINTER_H
#define SLURRYSCREEN_MODEL_MODEL_PRINTER_H

#include "model/model.h"

enum { PRINTER_DEPTH_MAX = 128 }; /* twice what a file may have */

struct printer_level {
	char end; /* '}' or ']' */
	bool flat;
	bool filled; /* something stands in it */
};

struct printer {
	struct text *out;
	const struct db *db;
	struct printer_level levels[PRINTER_DEPTH_MAX];
	size_t depth;
	bool after_key;
};

void printer_open(struct printer *printer, char bracket);      /* over lines */
void printer_open_flat(struct printer *printer, char bracket); /* on one */
void printer_close(struct printer *printer);
void printer_key(struct printer *printer, const char *key);
void printer_key_str(struct printer *printer, struct str key);
void printer_str(struct printer *printer, struct str s);
void printer_word(struct printer *printer, const char *word);
void printer_number(struct printer *printer, double number);
void printer_flag(struct printer *printer, bool flag);

/* A key and its value; what is not there is left out. */
void printer_put_text(struct printer *printer, const char *key, struct str s); /* not if empty */
void printer_put_word(struct printer *printer, const char *key, const char *word);
void printer_put_number(struct printer *printer, const char *key, double number); /* not if NaN */
void printer_put_flag(struct printer *printer, const char *key, bool flag);       /* only if true */
void printer_put_curve(struct printer *printer, const char *key, const struct curve *curve);
/* The words whose bit is set; not if none is. */
void printer_put_bits(struct printer *printer, const char *key, const char *const *words,
		      unsigned bits);

void print_operand(struct printer *printer, const struct operand *operand);
void print_measure(struct printer *printer, const struct measure *measure);
void print_conditions(struct printer *printer, const struct condition_list *list);
void print_measured(struct printer *printer, const struct measured *measured);

#endif
