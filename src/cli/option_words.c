/* SPDX-License-Identifier: MIT */
#include "cli/option_words.h"

#include "cli/options.h"
#include "cli/plot.h"
#include "engine/eval.h"
#include "mix/blend.h"
#include "model/builtin.h"
#include "report/findings.h"
#include "report/format.h"
#include "report/plot.h"

const char *const option_group_titles[OPTION_GROUP_COUNT] = {
    [GROUP_COMBINATION] = "What to screen",
    [GROUP_RULES] = "Rules",
    [GROUP_DATA] = "Data",
    [GROUP_OUTPUT] = "Output",
    [GROUP_OTHER] = "Other",
};

struct str option_format_word(size_t index)
{
	return str_from(index < format_count ? formats[index].name : NULL);
}

struct str option_findings_word(size_t index)
{
	return str_from(index < findings_format_count ? findings_formats[index].name : NULL);
}

struct str option_schema_word(size_t index)
{
	static const char *const words[SCHEMA_COUNT] = {[SCHEMA_JSON] = "json-schema",
							[SCHEMA_TABLE] = "table-schema",
							[SCHEMA_PACKAGE] = "datapackage"};

	return str_from(index < SCHEMA_COUNT ? words[index] : NULL);
}

struct str option_kind_word(size_t index)
{
	return str_from(index < plot_kind_count ? plot_kinds[index].name : NULL);
}

struct str option_layout_word(size_t index)
{
	static const char *const words[] = {[PLOT_OVERLAY] = "overlay", [PLOT_GRID] = "grid"};

	return str_from(index < sizeof words / sizeof *words ? words[index] : NULL);
}

struct str option_missing_word(size_t index)
{
	return str_from(index < MISSING_POLICY_COUNT ? missing_policy_words[index] : NULL);
}

struct str option_route_word(size_t index)
{
	return index < builtin_model_count() ? builtin_model_at(index).name : STR_LITERAL("");
}

struct str option_color_word(size_t index)
{
	static const char *const words[COLOR_COUNT] = {
	    [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

	return str_from(index < COLOR_COUNT ? words[index] : NULL);
}

struct str option_sort_word(size_t index)
{
	return str_from(index < BLEND_SORT_COUNT ? blend_sort_words[index] : NULL);
}
