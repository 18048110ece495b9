/* SPDX-License-Identifier: MIT */
#include "read/json_scan.h"

#include <string.h>

#include "base/number.h"
#include "read/json.h"
#include "read/json_token.h"

/* An array or object that is open. */
struct level {
	bool object;
	size_t mark;
};

enum expect {
	EXPECT_VALUE,
	EXPECT_ITEM_OR_END, /* just after '[' */
	EXPECT_KEY_OR_END,  /* just after '{' */
	EXPECT_KEY,         /* after a comma in an object */
	EXPECT_ITEM,        /* after a comma in an array */
	EXPECT_COMMA_OR_END,
	EXPECT_NOTHING,
};

struct scan {
	struct json_token token; /* the text, and where the scan stands in it */
	struct arena *arena;
	struct json_marks *marks;
	struct level levels[JSON_DEPTH_LIMIT];
	size_t depth;
	enum expect expect;
	size_t last_end; /* where the last token ended */
};

static void skip_blanks(struct scan *scan)
{
	const struct str text = scan->token.source->text;
	size_t at = scan->token.at;

	while (at < text.length && (text.at[at] == ' ' || text.at[at] == '\t' ||
				    text.at[at] == '\n' || text.at[at] == '\r'))
		at++;
	scan->token.at = at;
}

/* Records a mark that starts here; returns its index. */
static size_t mark_start(struct scan *scan)
{
	struct json_marks *marks = scan->marks;

	marks->items = arena_extend(scan->arena, marks->items, marks->count, &marks->capacity,
				    sizeof *marks->items);
	marks->items[marks->count] = (struct json_mark){.offset = scan->token.at};
	return marks->count++;
}

static void mark_end(struct scan *scan, size_t mark)
{
	struct json_mark *it = &scan->marks->items[mark];

	it->length = scan->token.at - it->offset;
	scan->last_end = scan->token.at;
}

static void expect_after_value(struct scan *scan)
{
	scan->expect = scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static bool open_level(struct scan *scan, bool object)
{
	if (scan->depth == JSON_DEPTH_LIMIT) {
		DIAG_REPORT(scan->token.sink, JSON_DEPTH,
			    ((struct place){scan->token.source, scan->token.at, 1}),
			    (int)JSON_DEPTH_LIMIT);
		return false;
	}
	scan->levels[scan->depth++] = (struct level){object, mark_start(scan)};
	scan->marks->values++;
	scan->token.at++;
	scan->expect = object ? EXPECT_KEY_OR_END : EXPECT_ITEM_OR_END;
	return true;
}

static bool close_level(struct scan *scan)
{
	scan->depth--;
	scan->token.at++;
	mark_end(scan, scan->levels[scan->depth].mark);
	expect_after_value(scan);
	return true;
}

static bool scan_scalar(struct scan *scan)
{
	const size_t mark = mark_start(scan);

	scan->marks->values++;
	if (!json_token_scalar(&scan->token))
		return false;
	mark_end(scan, mark);
	expect_after_value(scan);
	return true;
}

static bool scan_value(struct scan *scan, char c)
{
	if (c == '{' || c == '[')
		return open_level(scan, c == '{');
	return scan_scalar(scan);
}

/* A key and its colon. */
static bool scan_key(struct scan *scan)
{
	const size_t mark = mark_start(scan);

	if (!json_token_string(&scan->token))
		return false;
	mark_end(scan, mark);
	skip_blanks(scan);
	if (json_token_byte(&scan->token) != ':')
		return json_token_refuse(&scan->token, scan->last_end, 0,
					 "expected ':' after this key");
	scan->token.at++;
	scan->expect = EXPECT_VALUE;
	return true;
}

/* After a value within an array or object. */
static bool scan_comma_or_end(struct scan *scan, char c)
{
	const bool object = scan->levels[scan->depth - 1].object;

	if (c == (object ? '}' : ']'))
		return close_level(scan);
	if (c != ',')
		return json_token_refuse(&scan->token, scan->last_end, 0,
					 object ? "expected ',' or '}' after this value"
						: "expected ',' or ']' after this value");
	scan->token.at++;
	scan->expect = object ? EXPECT_KEY : EXPECT_ITEM;
	return true;
}

static bool refuse_here(struct scan *scan, const char *reason)
{
	return json_token_refuse(&scan->token, scan->token.at, 1, reason);
}

/* One step on from a byte that is not blank. */
static bool scan_step(struct scan *scan, char c)
{
	switch (scan->expect) {
	case EXPECT_VALUE:
		return scan_value(scan, c);
	case EXPECT_ITEM:
		return c == ']' ? refuse_here(scan, "expected a value after ','")
				: scan_value(scan, c);
	case EXPECT_ITEM_OR_END:
		return c == ']' ? close_level(scan) : scan_value(scan, c);
	case EXPECT_KEY_OR_END:
		if (c == '}')
			return close_level(scan);
		return c == '"' ? scan_key(scan)
				: refuse_here(scan, "expected a key in double quotes or '}'");
	case EXPECT_KEY:
		return c == '"' ? scan_key(scan)
				: refuse_here(scan, "expected a key in double quotes after ','");
	case EXPECT_COMMA_OR_END:
		return scan_comma_or_end(scan, c);
	case EXPECT_NOTHING:
		return refuse_here(scan, "expected the end of the text");
	}
	return false;
}

/* The text ends; was that to be expected? */
static bool scan_end(struct scan *scan)
{
	const struct level *level = scan->depth > 0 ? &scan->levels[scan->depth - 1] : NULL;

	if (scan->expect == EXPECT_NOTHING)
		return true;
	if (!level)
		return json_token_refuse(&scan->token, scan->token.at, 0,
					 "expected a value, but the text is empty");
	return json_token_refuse(&scan->token, scan->marks->items[level->mark].offset, 1,
				 level->object ? "this '{' is never closed"
					       : "this '[' is never closed");
}

bool json_scan(const struct source *source, size_t start, struct arena *arena,
	       struct diag_sink *sink, struct json_marks *marks)
{
	struct scan scan = {
	    .token = {source, sink, start},
	    .arena = arena,
	    .marks = marks,
	    .last_end = start,
	};

	for (;;) {
		skip_blanks(&scan);
		if (scan.token.at == source->text.length)
			return scan_end(&scan);
		if (!scan_step(&scan, source->text.at[scan.token.at]))
			return false;
	}
}
