/* SPDX-License-Identifier: MIT */
/* A database that holds just what reading a model asks for, and models as short texts. */
#ifndef SLURRYSCREEN_TESTS_MODEL_FIXTURE_H
#define SLURRYSCREEN_TESTS_MODEL_FIXTURE_H

#include "model/model.h"

struct model_fixture {
	struct arena arena;
	struct diag_sink sink;
	struct db db; /* the built-in properties and some classes */
	struct source source;
};

void model_fixture_open(struct model_fixture *fixture);
void model_fixture_close(struct model_fixture *fixture);

/* Forgets the diagnostics. NULL if the model has mistakes. */
const struct model *model_fixture_read(struct model_fixture *fixture, struct str text);

/* With " for ', which keeps models in C readable. */
struct str model_fixture_quotes(struct model_fixture *fixture, const char *text);

/* Sorted, a line each: "line:column: message [slug]" and "; hint". */
struct str model_fixture_messages(struct model_fixture *fixture);

/* A sound model around a piece of one, which stands alone on line 2. */
enum model_slot {
	SLOT_FILE,      /* all of it */
	SLOT_HEAD,      /* members of the model, with a comma after the last */
	SLOT_VERDICTS,  /* the list of verdicts */
	SLOT_CAPS,      /* members of "missing_caps" */
	SLOT_GATE,      /* one gate */
	SLOT_CONDITION, /* one condition of a gate */
	SLOT_CRITERION, /* one criterion */
	SLOT_MEASURED,  /* a criterion's "measured" */
	SLOT_TERM,      /* one term */
	SLOT_MEASURE,   /* the measure of a term with a curve */
	SLOT_COUNT
};

struct str model_fixture_around(struct model_fixture *fixture, enum model_slot slot,
				const char *piece);

#endif
