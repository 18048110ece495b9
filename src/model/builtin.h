/* SPDX-License-Identifier: MIT */
/* The models folded into the program: the texts of data/models, one row a file. */
#ifndef SLURRYSCREEN_MODEL_BUILTIN_H
#define SLURRYSCREEN_MODEL_BUILTIN_H

#include "base/source.h"

struct builtin_model {
	const char *name;     /* "slurry": as --model and --route name it */
	struct source source; /* name "data/models/slurry.json" and the text */
};

extern const struct builtin_model builtin_models[];
extern const size_t builtin_model_count;

#endif
