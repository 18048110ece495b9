/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <string.h>

static unsigned byte_at(struct str s, size_t i)
{
	return (unsigned char)s.at[i];
}

/* Lowest code point that may be written in so many bytes: a needlessly long form is malformed. */
static const uint32_t least_code[] = {0, 0, 0x80, 0x800, 0x10000};

static size_t length_by_lead(unsigned lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

size_t utf8_decode(struct str s, uint32_t *code)
{
	uint32_t point;
	size_t length;

	if (s.length == 0)
		return 0;
	length = length_by_lead(byte_at(s, 0));
	if (length == 0 || length > s.length)
		return 0;
	point = length == 1 ? byte_at(s, 0) : byte_at(s, 0) & (0x7FU >> length);
	for (size_t i = 1; i < length; i++) {
		if ((byte_at(s, i) & 0xC0U) != 0x80U)
			return 0;
		point = point << 6 | (byte_at(s, i) & 0x3FU);
	}
	if (point < least_code[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		return 0;
	*code = point;
	return length;
}

size_t utf8_sequence(struct str s)
{
	uint32_t code;

	return utf8_decode(s, &code);
}

size_t utf8_check(struct str s)
{
	size_t i = 0;

	while (i < s.length) {
		uint64_t eight;
		size_t length;

		/* Most text is ASCII: eight bytes at a time. */
		while (s.length - i >= sizeof eight) {
			memcpy(&eight, s.at + i, sizeof eight);
			if (eight & UINT64_C(0x8080808080808080))
				break;
			i += sizeof eight;
		}
		if (i == s.length)
			break;
		length = utf8_sequence(str_part(s, i, 4));
		if (length == 0)
			return i;
		i += length;
	}
	return s.length;
}

struct range {
	uint32_t first;
	uint32_t last;
};

/* Combining marks, joiners and variation selectors: blocks that names of substances may hold. */
static const struct range no_width[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x06D6, 0x06DC},   {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},   {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
    {0x302A, 0x302D},   {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    {0xE0100, 0xE01EF},
};

/* East Asian Width W and F (Unicode Standard Annex 11), by block. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x2329, 0x232A},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
};

static bool in_ranges(const struct range *ranges, size_t count, uint32_t code)
{
	for (size_t i = 0; i < count; i++)
		if (code >= ranges[i].first && code <= ranges[i].last)
			return true;
	return false;
}

static size_t code_width(uint32_t code)
{
	if (code < 0x300)
		return 1;
	if (in_ranges(no_width, sizeof no_width / sizeof no_width[0], code))
		return 0;
	return in_ranges(wide, sizeof wide / sizeof wide[0], code) ? 2 : 1;
}

size_t utf8_width(struct str s)
{
	size_t width = 0;

	while (s.length > 0) {
		uint32_t code = 0; /* a malformed byte takes one column */
		const size_t length = utf8_decode(s, &code);

		width += code_width(code);
		s = str_part(s, length > 0 ? length : 1, s.length);
	}
	return width;
}
