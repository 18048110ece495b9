/* SPDX-License-Identifier: MIT */
/* Strings, numbers and words of JSON, strictly. For json_scan.c only. */
#ifndef SLURRYSCREEN_READ_JSON_TOKEN_H
#define SLURRYSCREEN_READ_JSON_TOKEN_H

#include "base/diag.h"
#include "base/source.h"

/* A place in a text that moves on past tokens. */
struct json_token {
	const struct source *source;
	struct diag_sink *sink;
	size_t at;
};

/* The byte at hand, or NUL at the end of the text. */
char json_token_byte(const struct json_token *token);

/* Reports why the text is not JSON. Always false. */
bool json_token_refuse(struct json_token *token, size_t offset, size_t length, const char *reason);

/* Past the string whose opening quote is at hand. */
bool json_token_string(struct json_token *token);

/* Past a string, number, true, false or null. */
bool json_token_scalar(struct json_token *token);

#endif
