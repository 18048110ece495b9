/* SPDX-License-Identifier: MIT */
/* The text of the data files that the program was built with, to be checked as any other. */
#ifndef SLURRYSCREEN_CHECK_SHIPPED_H
#define SLURRYSCREEN_CHECK_SHIPPED_H

#include "base/source.h"

/* Tables and models; names are those in the repository. In arena. */
struct source *shipped_sources(struct arena *arena, size_t *count);

/* The text of data/KEY.csv; empty if there is none. */
struct str shipped_text(struct arena *arena, const char *key);
/* Its first line. */
struct str shipped_head(struct arena *arena, const char *key);

#endif
