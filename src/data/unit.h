/* SPDX-License-Identifier: MIT */
/*
 * Units: what may stand in brackets in a header, `boiling_point[K]`, and how it becomes the
 * canonical unit of the property. One const table; conversion is value * factor + offset.
 */
#ifndef SLURRYSCREEN_DATA_UNIT_H
#define SLURRYSCREEN_DATA_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct unit {
	const char *symbol;    /* ASCII: "degC", "kPa", "MPa^0.5" */
	const char *canonical; /* symbol of the unit it converts to */
	double factor;
	double offset;
	const char *spellings; /* others, joined by '|': "°C|C|celsius" */
};

extern const struct unit units[];
extern const size_t unit_count;

/* NULL if the spelling is unknown. */
const struct unit *unit_find(struct str spelling);

/* value in `from`, in the canonical unit `to`; false if the two do not convert. */
bool unit_convert(const struct unit *from, const char *to, double value, double *converted);

#endif
