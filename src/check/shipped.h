/* SPDX-License-Identifier: MIT */
/* The text of the data files that the program was built with, to be checked as any other. */
#ifndef SLURRYSCREEN_CHECK_SHIPPED_H
#define SLURRYSCREEN_CHECK_SHIPPED_H

#include "base/source.h"

/* Tables and models; names are those in the repository. In arena. */
struct source *shipped_sources(struct arena *arena, size_t *count);

#endif
