/* SPDX-License-Identifier: MIT */
#include "check/check_model.h"

#include "model/model.h"

bool check_is_model(const struct source *source)
{
	return str_contains(source->text, STR_LITERAL("\"slurryscreen-model/"));
}

void check_model(const struct source *source, const struct db *db, struct provenance *provenance,
		 const struct check_arenas *arenas, struct diag_sink *sink)
{
	(void)provenance;
	(void)model_read(source, db, arenas->arena, sink);
}
