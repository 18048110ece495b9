/* SPDX-License-Identifier: MIT */
/* Why a row of a ranking has another score than before. */
#ifndef SLURRYSCREEN_CLI_RANKING_CAUSE_H
#define SLURRYSCREEN_CLI_RANKING_CAUSE_H

#include "base/str.h"
#include "read/json.h"

/* What a comparison knows of one row: the document that it stands in, and the row. */
struct ranking_side {
	const struct json *document;
	const struct json *row;
};

/* In arena; empty if nothing of the row itself has changed. */
struct str ranking_cause(const struct ranking_side *before, const struct ranking_side *after,
			 struct arena *arena);

#endif
