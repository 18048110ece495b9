/* SPDX-License-Identifier: MIT */
/* What the files behind drying_report() share. */
#ifndef SLURRYSCREEN_MIX_DRYING_PARTS_H
#define SLURRYSCREEN_MIX_DRYING_PARTS_H

#include "mix/blend_record.h"

/* Title and notes. */
void drying_add_lines(struct report *report, const struct drying *drying,
		      const struct run_head *head, struct arena *arena);

#endif
