/* SPDX-License-Identifier: MIT */
/* The words of options that are choices; each function gives an empty text beyond the last. */
#ifndef SLURRYSCREEN_CLI_OPTION_WORDS_H
#define SLURRYSCREEN_CLI_OPTION_WORDS_H

#include "base/str.h"

struct str option_word_format(size_t index);
struct str option_word_findings(size_t index);
struct str option_word_schema(size_t index);
struct str option_word_kind(size_t index);
struct str option_word_layout(size_t index);
struct str option_word_missing(size_t index);
struct str option_word_route(size_t index);
struct str option_word_color(size_t index);

#endif
