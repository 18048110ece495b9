/* SPDX-License-Identifier: MIT */
#include "xml_check.h"

enum { DEPTH_MAX = 32 };

struct scan {
	struct str text;
	size_t at;
	struct str open[DEPTH_MAX];
	size_t depth;
	size_t roots;
};

static bool is_name(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || c == '_' || c == ':';
}

static char peek(const struct scan *scan)
{
	return scan->at < scan->text.length ? scan->text.at[scan->at] : '\0';
}

static bool take(struct scan *scan, char c)
{
	if (scan->at >= scan->text.length || scan->text.at[scan->at] != c)
		return false;
	scan->at++;
	return true;
}

static struct str take_name(struct scan *scan)
{
	const size_t start = scan->at;

	while (scan->at < scan->text.length && is_name(scan->text.at[scan->at]))
		scan->at++;
	return str_part(scan->text, start, scan->at - start);
}

static bool take_entity(struct scan *scan)
{
	static const char *const entities[] = {"&amp;",  "&lt;",   "&gt;",
					       "&quot;", "&apos;", "&#39;"};
	const struct str rest = str_part(scan->text, scan->at, scan->text.length);

	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (str_starts(rest, entities[i])) {
			scan->at += str_from(entities[i]).length;
			return true;
		}
	return false;
}

/* One character of content or of an attribute's value. */
static bool take_character(struct scan *scan)
{
	const struct str rest = str_part(scan->text, scan->at, scan->text.length);
	uint32_t code = 0;
	const size_t length = utf8_decode(rest, &code);

	if (code == '&')
		return take_entity(scan);
	if (length == 0 || code == '<' || code == 0xFFFE || code == 0xFFFF ||
	    (code < 0x20 && code != '\n' && code != '\t' && code != '\r'))
		return false;
	scan->at += length;
	return true;
}

static bool take_attribute(struct scan *scan)
{
	if (take_name(scan).length == 0 || !take(scan, '=') || !take(scan, '"'))
		return false;
	while (peek(scan) != '"')
		if (!take_character(scan))
			return false;
	return take(scan, '"');
}

static bool take_end_tag(struct scan *scan)
{
	const struct str name = take_name(scan);

	if (scan->depth == 0 || !str_equal(name, scan->open[scan->depth - 1]) || !take(scan, '>'))
		return false;
	scan->depth--;
	return true;
}

static bool take_tag(struct scan *scan)
{
	struct str name;

	if (take(scan, '/'))
		return take_end_tag(scan);
	name = take_name(scan);
	if (name.length == 0 || (scan->depth == 0 && scan->roots++ > 0))
		return false;
	while (take(scan, ' '))
		if (!take_attribute(scan))
			return false;
	if (take(scan, '/'))
		return take(scan, '>');
	if (scan->depth == DEPTH_MAX)
		return false;
	scan->open[scan->depth++] = name;
	return take(scan, '>');
}

size_t xml_check(struct str text)
{
	struct scan scan = {.text = text};

	while (scan.at < text.length) {
		const size_t start = scan.at;
		const bool inside = scan.depth > 0 || ascii_is_space(peek(&scan));

		if (take(&scan, '<') ? take_tag(&scan) : inside && take_character(&scan))
			continue;
		return start;
	}
	/* An element that is still open is as bad as a wrong byte. */
	if (scan.depth > 0 && text.length > 0)
		return text.length - 1;
	return text.length;
}
