/* SPDX-License-Identifier: MIT */
/* The words that options of a choice take, most from tables elsewhere; empty beyond the last. */
#ifndef SLURRYSCREEN_CLI_OPTION_WORDS_H
#define SLURRYSCREEN_CLI_OPTION_WORDS_H

#include "base/str.h"

struct str option_format_word(size_t index);
struct str option_findings_word(size_t index);
struct str option_schema_word(size_t index);
struct str option_kind_word(size_t index);
struct str option_layout_word(size_t index);
struct str option_missing_word(size_t index);
struct str option_route_word(size_t index);
struct str option_color_word(size_t index);
struct str option_sort_word(size_t index);

#endif
