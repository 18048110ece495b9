/* SPDX-License-Identifier: MIT */
/* Texts folded into the program: the models by name, and the other files of data/. */
#ifndef SLURRYSCREEN_MODEL_BUILTIN_H
#define SLURRYSCREEN_MODEL_BUILTIN_H

#include "base/source.h"
#include "base/str.h"

struct builtin_model {
	struct str name;      /* "slurry": as --model and --route have it */
	struct source source; /* its name is the file's in data/ */
};

size_t builtin_model_count(void);
/* In the order of the names; index < builtin_model_count(). */
struct builtin_model builtin_model_at(size_t index);
/* false: no model is called so. */
bool builtin_model_find(struct str name, struct builtin_model *model);

/* A file of data/ by its path there, such as "classes.csv". false: there is none. */
bool builtin_file_find(const char *path, struct source *source);

/* The one that is used when none is asked for. */
#define BUILTIN_MODEL_DEFAULT "slurry"

#endif
