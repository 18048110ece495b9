/* SPDX-License-Identifier: MIT */
/* Inside the engine: which fields of a step each table of the explanation shows. */
#ifndef SLURRYSCREEN_ENGINE_EXPLAIN_FIELDS_H
#define SLURRYSCREEN_ENGINE_EXPLAIN_FIELDS_H

#include "engine/explain_step.h"

extern const struct record_type explain_step_type; /* all of them, for flat formats */
extern const struct record_type explain_criteria_type;
extern const struct record_type explain_cell_type;
extern const struct record_type explain_row_type;
extern const struct record_type explain_gate_type;
extern const struct record_type explain_precedent_type;
extern const struct record_type explain_change_type;
extern const struct record_type explain_source_type;

#endif
