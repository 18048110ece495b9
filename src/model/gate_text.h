/* SPDX-License-Identifier: MIT */
/*
 * The reason that a gate gives, with values of the materials in it. A model file writes
 * "works only after a heat step: {binder.heat_step}"; C code names no property.
 */
#ifndef SLURRYSCREEN_MODEL_GATE_TEXT_H
#define SLURRYSCREEN_MODEL_GATE_TEXT_H

#include "model/model.h"

/*
 * Takes the text up to the next {name} off *rest, and the name. false: no name is left, *plain is
 * the end of the text.
 */
bool gate_text_next(struct str *rest, struct str *plain, struct str *name);

/* The property behind "binder.heat_step"; false if there is none. */
bool gate_text_operand(const struct prop_set *set, struct str name, struct operand *operand);

/* The reason for this combination; part: the solvent that fired the gate, or DB_NO_ROW. */
struct str gate_text(const struct gate *gate, const struct db *db, const struct combo *combo,
		     uint32_t part, struct arena *arena);

/* The reason as such: up to the first value, as a heading over several combinations. */
struct str gate_text_short(const struct gate *gate);

#endif
