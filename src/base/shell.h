/* SPDX-License-Identifier: MIT */
/* Words for a POSIX shell: how a command line is written down so that it can be pasted. */
#ifndef SLURRYSCREEN_BASE_SHELL_H
#define SLURRYSCREEN_BASE_SHELL_H

#include "base/str.h"

/* The word plain if nothing in it is special to a shell, else in single quotes. */
void shell_add_word(struct text *line, struct str word);

#endif
