/* SPDX-License-Identifier: MIT */
/* Inside of the public library; only for src/api/slurry*.c. */
#ifndef SLURRYSCREEN_API_SLURRY_PARTS_H
#define SLURRYSCREEN_API_SLURRY_PARTS_H

#include "api/session.h"
#include "engine/rank.h"
#include "slurryscreen/slurryscreen.h"

struct slurry {
	struct session *session;
	struct slurry_result *results; /* that are not freed yet */
};

struct result_row {
	const struct ranking_row *row;
	const char *se;
	const char *binder;
	const char *solvent;
	const char *verdict;
};

struct slurry_result {
	struct slurry *slurry;
	struct slurry_result *next;
	struct arena arena; /* holds all that follows */
	struct evaluator evaluator;
	struct rank_request request;
	const struct ranking *ranking;
	struct result_row *rows;
	struct str command;
};

enum slurry_status slurry_status_of(enum session_status status);

/* Notes that a stream could not be written, by errno. SESSION_FAILED. */
enum session_status slurry_cannot_write(struct session *session);

#endif
