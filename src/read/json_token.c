/* SPDX-License-Identifier: MIT */
#include "read/json_token.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"

static char byte_at(const struct json_token *token, size_t i)
{
	return i < token->source->text.length ? token->source->text.at[i] : '\0';
}

char json_token_byte(const struct json_token *token)
{
	return byte_at(token, token->at);
}

bool json_token_refuse(struct json_token *token, size_t offset, size_t length, const char *reason)
{
	DIAG_REPORT(token->sink, JSON_SYNTAX, ((struct place){token->source, offset, length}),
		    reason);
	return false;
}

/* The value of four hexadecimal digits at i, or -1. */
static long hex_at(const struct json_token *token, size_t i)
{
	long value = 0;

	for (size_t k = i; k < i + 4; k++) {
		const char c = ascii_to_lower(byte_at(token, k));

		if (ascii_is_digit(c))
			value = 16 * value + (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = 16 * value + (c - 'a' + 10);
		else
			return -1;
	}
	return value;
}

static bool is_high_surrogate(long code)
{
	return code >= 0xD800 && code <= 0xDBFF;
}

static bool is_low_surrogate(long code)
{
	return code >= 0xDC00 && code <= 0xDFFF;
}

enum { UNICODE_ESCAPE = 6 }; /* bytes of \uXXXX */

/* Past \uXXXX, or a pair of them. */
static bool pass_unicode_escape(struct json_token *token)
{
	const size_t at = token->at;
	const long code = hex_at(token, at + 2);

	if (code < 0)
		return json_token_refuse(token, at, 2,
					 "expected four hexadecimal digits after \\u");
	if (code == 0)
		return json_token_refuse(token, at, UNICODE_ESCAPE, "NUL in a string");
	token->at += UNICODE_ESCAPE;
	if (is_low_surrogate(code))
		return json_token_refuse(token, at, UNICODE_ESCAPE,
					 "second half of a surrogate pair without the first");
	if (!is_high_surrogate(code))
		return true;
	if (byte_at(token, token->at) != '\\' || byte_at(token, token->at + 1) != 'u' ||
	    !is_low_surrogate(hex_at(token, token->at + 2)))
		return json_token_refuse(token, at, UNICODE_ESCAPE,
					 "first half of a surrogate pair without the second");
	token->at += UNICODE_ESCAPE;
	return true;
}

static bool pass_escape(struct json_token *token)
{
	const char c = byte_at(token, token->at + 1);

	if (c == 'u')
		return pass_unicode_escape(token);
	if (c == '\0' || !strchr("\"\\/bfnrt", c))
		return json_token_refuse(token, token->at, 2, "unknown escape in a string");
	token->at += 2;
	return true;
}

static bool refuse_byte(struct json_token *token, const char *what)
{
	char reason[64];

	(void)snprintf(reason, sizeof reason, "%s 0x%02x%s", what,
		       (unsigned)(unsigned char)json_token_byte(token),
		       (unsigned char)json_token_byte(token) < 0x80 ? " in a string"
								    : " is not UTF-8");
	return json_token_refuse(token, token->at, 1, reason);
}

/* Past one character within a string. */
static bool pass_character(struct json_token *token)
{
	const unsigned char c = (unsigned char)json_token_byte(token);
	size_t length;

	if (c == '\\')
		return pass_escape(token);
	if (c < 0x20)
		return refuse_byte(token, "control character");
	length = c < 0x80 ? 1 : utf8_sequence(str_part(token->source->text, token->at, 4));
	if (length == 0)
		return refuse_byte(token, "byte");
	token->at += length;
	return true;
}

bool json_token_string(struct json_token *token)
{
	const struct str text = token->source->text;
	const size_t start = token->at++;

	while (token->at < text.length && text.at[token->at] != '"')
		if (!pass_character(token))
			return false;
	if (token->at == text.length)
		return json_token_refuse(token, start, 1, "this string is never closed");
	token->at++;
	return true;
}

static void pass_digits(struct json_token *token)
{
	while (ascii_is_digit(json_token_byte(token)))
		token->at++;
}

/* Past digits, of which there must be one. */
static bool need_digits(struct json_token *token, const char *reason)
{
	if (!ascii_is_digit(json_token_byte(token)))
		return json_token_refuse(token, token->at, 1, reason);
	pass_digits(token);
	return true;
}

static bool pass_integer(struct json_token *token)
{
	if (json_token_byte(token) == '-')
		token->at++;
	if (json_token_byte(token) == '0' && ascii_is_digit(byte_at(token, token->at + 1)))
		return json_token_refuse(token, token->at, 1, "number with a leading zero");
	return need_digits(token, "expected a digit after '-'");
}

static bool pass_exponent(struct json_token *token)
{
	token->at++;
	if (json_token_byte(token) == '-' || json_token_byte(token) == '+')
		token->at++;
	return need_digits(token, "expected a digit in the exponent");
}

static bool pass_number(struct json_token *token)
{
	const size_t start = token->at;
	double value;

	if (!pass_integer(token))
		return false;
	if (json_token_byte(token) == '.') {
		token->at++;
		if (!need_digits(token, "expected a digit after the decimal point"))
			return false;
	}
	if (ascii_to_lower(json_token_byte(token)) == 'e' && !pass_exponent(token))
		return false;
	if (number_read(str_part(token->source->text, start, token->at - start), &value, NULL) !=
	    NUMBER_OK)
		return json_token_refuse(token, start, token->at - start,
					 "number beyond the range of a double");
	return true;
}

static bool is_word_byte(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c) || c == '_';
}

static struct str word_at_hand(const struct json_token *token)
{
	const struct str text = token->source->text;
	size_t length = 0;

	while (is_word_byte(byte_at(token, token->at + length)))
		length++;
	return str_part(text, token->at, length);
}

/* What people write for a value that is none in JSON, and what to write instead. */
static void hint_for(struct json_token *token, struct str word)
{
	static const char *const words[] = {"true", "false", "null"};
	const char c = json_token_byte(token);

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_equal_fold(word, str_from(words[i])))
			diag_hint(token->sink, "write %s", words[i]);
	if (str_equal_fold(word, STR_LITERAL("nan")) || str_equal_fold(word, STR_LITERAL("none")) ||
	    str_equal_fold(word, STR_LITERAL("infinity")))
		diag_hint(token->sink,
			  "JSON has neither NaN nor infinity; null stands for no value");
	if (c == '\'')
		diag_hint(token->sink, "strings take double quotes");
	if (c == '+' || c == '.')
		diag_hint(token->sink, "a number starts with a digit or '-'");
	if (c == '/' || c == '#')
		diag_hint(token->sink, "JSON has no comments");
}

static bool pass_word(struct json_token *token)
{
	const struct str word = word_at_hand(token);

	if (str_is(word, "true") || str_is(word, "false") || str_is(word, "null")) {
		token->at += word.length;
		return true;
	}
	(void)json_token_refuse(token, token->at, word.length > 0 ? word.length : 1,
				"expected a value");
	hint_for(token, word);
	return false;
}

bool json_token_scalar(struct json_token *token)
{
	const char c = json_token_byte(token);

	if (c == '"')
		return json_token_string(token);
	if (c == '-' || ascii_is_digit(c))
		return pass_number(token);
	return pass_word(token);
}
