/* SPDX-License-Identifier: MIT */
/* The form in which names are compared: what people type differently for one and the same thing. */
#include "base/str.h"

/* Code points from first to last become the ASCII text `to`, or digits counted up from it. */
struct fold {
	uint32_t first;
	uint32_t last;
	const char *to;
};

/* clang-format off: one row a line */
static const struct fold folds[] = {
    {'_', '_', " "},           {0x00A0, 0x00A0, " "}, /* no-break space */
    {0x00B2, 0x00B3, "2"},                            /* superscript two, three */
    {0x00B9, 0x00B9, "1"},                            /* superscript one */
    {0x00DF, 0x00DF, "beta"},                         /* sharp s, typed for a missing Greek beta */
    {0x0391, 0x0391, "alpha"},                        /* capitals */
    {0x0392, 0x0392, "beta"},  {0x0393, 0x0393, "gamma"},
    {0x03B1, 0x03B1, "alpha"}, {0x03B2, 0x03B2, "beta"},
    {0x03B3, 0x03B3, "gamma"}, {0x00AD, 0x00AD, ""}, /* soft hyphen: only a place to break a line */
    {0x2000, 0x200A, " "},                           /* spaces of all widths */
    {0x200B, 0x200D, ""},                            /* of no width */
    {0x2010, 0x2015, "-"},                           /* hyphen to horizontal bar */
    {0x2070, 0x2070, "0"},                           /* superscripts */
    {0x2074, 0x2079, "4"},     {0x2080, 0x2089, "0"}, /* subscripts */
    {0x202F, 0x202F, " "},                            /* narrow no-break space */
    {0x205F, 0x2060, " "},     {0x2212, 0x2212, "-"}, /* minus */
    {0x3000, 0x3000, " "},                            /* ideographic space */
    {0xFE58, 0xFE58, "-"},                            /* small and full-width dashes */
    {0xFE63, 0xFE63, "-"},     {0xFEFF, 0xFEFF, ""},
    {0xFF0D, 0xFF0D, "-"},
};
/* clang-format on */

static const struct fold *fold_of(uint32_t code)
{
	for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++)
		if (code >= folds[i].first && code <= folds[i].last)
			return &folds[i];
	return NULL;
}

/* A run of blanks is one dash, and none at the ends. */
static void add_folded(struct text *text, bool *gap, char c)
{
	if (ascii_is_space(c)) {
		*gap = true;
		return;
	}
	if (*gap && text->length > 0)
		text_add_char(text, '-');
	*gap = false;
	text_add_char(text, ascii_to_lower(c));
}

static void add_fold(struct text *text, bool *gap, const struct fold *fold, uint32_t code)
{
	if (ascii_is_digit(fold->to[0])) {
		add_folded(text, gap, (char)((uint32_t)fold->to[0] + (code - fold->first)));
		return;
	}
	for (const char *c = fold->to; *c; c++)
		add_folded(text, gap, *c);
}

/* The same for ASCII, which most names are: an index of all names is made at each start. */
static struct str fold_ascii(struct arena *arena, struct str name)
{
	char *folded = arena_alloc(arena, name.length + 1, 1);
	size_t length = 0;
	bool gap = false;

	for (size_t i = 0; i < name.length; i++) {
		const char c = name.at[i];

		if (ascii_is_space(c) || c == '_') {
			gap = length > 0;
			continue;
		}
		if (gap)
			folded[length++] = '-';
		gap = false;
		folded[length++] = ascii_to_lower(c);
	}
	return (struct str){folded, length};
}

struct str str_fold_name(struct arena *arena, struct str name)
{
	struct text text;
	bool gap = false;

	if (str_is_ascii(name))
		return fold_ascii(arena, name);
	text_init(&text, arena);
	while (name.length > 0) {
		uint32_t code = 0;
		const size_t bytes = utf8_decode(name, &code);
		const size_t taken = bytes > 0 ? bytes : 1;
		const struct fold *fold = bytes > 0 ? fold_of(code) : NULL;

		if (fold) {
			add_fold(&text, &gap, fold, code);
		} else {
			for (size_t i = 0; i < taken; i++)
				add_folded(&text, &gap, name.at[i]);
		}
		name = str_part(name, taken, name.length);
	}
	return text_str(&text);
}
