/* SPDX-License-Identifier: MIT */
/* Inside the check room: a model file against the database. The reader checks its form. */
#ifndef SLURRYSCREEN_CHECK_CHECK_MODEL_H
#define SLURRYSCREEN_CHECK_CHECK_MODEL_H

#include "check/provenance.h"

bool check_is_model(const struct source *source);

/* Gates that never or always fire, properties that nobody has, criteria that no data can reach. */
void check_model(const struct source *source, const struct db *db, struct provenance *provenance,
		 const struct check_arenas *arenas, struct diag_sink *sink);

#endif
