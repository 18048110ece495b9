/* SPDX-License-Identifier: MIT */
/* Questions to nodes, and the one thing that is written as JSON from here: a string. */
#include "read/json.h"

#include <string.h>

const struct json *json_member(const struct json *object, const char *key)
{
	if (!object || object->type != JSON_OBJECT)
		return NULL;
	for (const struct json *member = object->child; member; member = member->next)
		if (str_is(member->key, key))
			return member;
	return NULL;
}

const char *json_type_phrase(enum json_type type)
{
	static const char *const phrases[] = {
	    [JSON_NULL] = "null",        [JSON_FALSE] = "false",     [JSON_TRUE] = "true",
	    [JSON_NUMBER] = "a number",  [JSON_STRING] = "a string", [JSON_ARRAY] = "an array",
	    [JSON_OBJECT] = "an object",
	};

	return phrases[type];
}

/* The letter of a short escape, or NUL. */
static char short_escape(char c)
{
	static const char from[] = "\"\\\b\f\n\r\t";
	static const char to[] = "\"\\bfnrt";
	const char *found = c != '\0' ? strchr(from, c) : NULL;

	return found ? to[found - from] : '\0';
}

static void write_ascii(struct text *text, char c)
{
	const char escape = short_escape(c);

	if (escape != '\0')
		text_addf(text, "\\%c", escape);
	else if ((unsigned char)c < 0x20 || c == 0x7F)
		text_addf(text, "\\u%04x", (unsigned)(unsigned char)c);
	else
		text_add_char(text, c);
}

void json_write_string(struct text *text, struct str s)
{
	text_add_char(text, '"');
	while (s.length > 0) {
		const size_t length = utf8_sequence(s);

		if (length == 0) /* what is not UTF-8 would spoil the whole file */
			text_add(text, STR_LITERAL("\\ufffd"));
		else if (length == 1)
			write_ascii(text, s.at[0]);
		else
			text_add(text, str_part(s, 0, length));
		s = str_part(s, length > 0 ? length : 1, s.length);
	}
	text_add_char(text, '"');
}
