/* SPDX-License-Identifier: MIT */
#include "base/shell.h"

#include <string.h>

static const char plain_signs[] = "-_./:,=%+@";

static bool is_plain(struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (!ascii_is_digit(word.at[i]) && !ascii_is_alpha(word.at[i]) &&
		    !memchr(plain_signs, word.at[i], sizeof plain_signs - 1))
			return false;
	return word.length > 0;
}

void shell_add_word(struct text *line, struct str word)
{
	if (is_plain(word)) {
		text_add(line, word);
		return;
	}
	text_add_char(line, '\'');
	for (size_t i = 0; i < word.length; i++) {
		if (word.at[i] == '\'')
			text_add(line, STR_LITERAL("'\\''"));
		else
			text_add_char(line, word.at[i]);
	}
	text_add_char(line, '\'');
}
