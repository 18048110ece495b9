/* SPDX-License-Identifier: MIT */
/* Inside of a session; only for src/api/session*.c. */
#ifndef SLURRYSCREEN_API_SESSION_PARTS_H
#define SLURRYSCREEN_API_SESSION_PARTS_H

#include "api/session.h"

struct source_list {
	struct source *at;
	size_t count;
	size_t capacity;
};

struct weight_list {
	struct session_weight *at;
	size_t count;
	size_t capacity;
};

/* What the caller has asked for. */
struct session_inputs {
	struct source_list data; /* count 0: built in */
	struct str data_path;
	struct source_list added;
	struct source model;
	struct str model_name; /* as asked for; empty: the default one */
	struct weight_list weights;
	bool decimal_comma; /* of added files */
};

struct session {
	const struct arena_system *system;
	struct arena arena;
	struct arena scratch;
	struct arena *guarded; /* one more, while a run lasts */
	jmp_buf *recovery;     /* of the run that lasts; NULL: none */
	struct diag_sink sink;
	struct text problem;
	struct text advice;
	bool out_of_memory;
	struct session_inputs inputs;
	bool stale;   /* inputs have changed since database and model were made */
	bool reweigh; /* only weights have */
	const struct db *db;
	const struct model *read;    /* as its file has it; NULL: not usable */
	const struct model *model;   /* with the weights asked for */
	const struct lookup *lookup; /* NULL: not yet made for db */
};

#endif
