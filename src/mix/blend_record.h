/* SPDX-License-Identifier: MIT */
/* Blends and drying films as records and reports. */
#ifndef SLURRYSCREEN_MIX_BLEND_RECORD_H
#define SLURRYSCREEN_MIX_BLEND_RECORD_H

#include "engine/rank_record.h"
#include "mix/blend.h"
#include "mix/drying.h"

/* The fields of a ranking row and those of a blend; rows are struct blend_row. */
const struct record_type *blend_record_type(const struct evaluator *evaluator, struct arena *arena);

struct report blend_report(const struct blend_search *search, const struct run_head *head,
			   struct arena *arena);

/* What is left of a film, step by step; the head tells parts and what goes wrong. */
struct report drying_report(const struct drying *drying, const struct run_head *head,
			    struct arena *arena);

/* "Li6PS5Cl with NBR and LiTFSI, slurry route": the start of a title. */
void blend_add_combination(struct text *text, const struct evaluator *evaluator,
			   const struct combo *combo);

#endif
