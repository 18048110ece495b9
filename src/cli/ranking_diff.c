/* SPDX-License-Identifier: MIT */
#include "cli/ranking_diff.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash_index.h"
#include "cli/ranking_cause.h"

/* Scores are rounded to 1e-9 by the program. */
static const double score_same = 1e-9;

struct keyed_row {
	struct str key;
	const struct json *row;
	bool paired;
};

struct side {
	const struct json *document;
	struct keyed_row *rows;
	size_t count;
	struct hash_index index;
};

struct differ {
	struct arena *arena;
	struct side before;
	struct side after;
	struct ranking_difference *items;
	size_t count;
	size_t capacity;
	struct ranking_diff result;
};

static const char *const change_words[] = {[CHANGE_VERDICT] = "verdict",
					   [CHANGE_GONE] = "gone",
					   [CHANGE_NEW] = "new",
					   [CHANGE_MOVED] = "moved"};

const struct json *ranking_rows(const struct json *document)
{
	const struct json *const format = json_member(document, "format");
	const struct json *const rows = json_member(document, "results");

	if (!format || format->type != JSON_STRING ||
	    !str_starts(format->string, "slurryscreen-ranking/") || !rows ||
	    rows->type != JSON_ARRAY)
		return NULL;
	return rows;
}

static struct str id_of(const struct json *row, const char *role)
{
	const struct json *const id = json_member(json_member(row, role), "id");

	return id && id->type == JSON_STRING ? id->string : STR_LITERAL("");
}

/* The solvent, or the parts of a blend with their fractions. */
static struct str solvent_of(const struct json *row, struct arena *arena)
{
	const struct json *const parts = json_member(row, "parts");
	struct text text;

	if (!parts || parts->count < 2)
		return id_of(row, "solvent");
	text_init(&text, arena);
	for (const struct json *part = parts->child; part; part = part->next) {
		const struct json *const id = json_member(part, "id");
		const struct json *const fraction = json_member(part, "fraction");

		text_addf(&text, "%s" STR_FORMAT, text.length > 0 ? ":" : "",
			  STR_ARGS(id ? id->string : STR_LITERAL("")));
		if (fraction && fraction->type == JSON_NUMBER)
			text_addf(&text, " %.3g", fraction->number);
	}
	return text_str(&text);
}

static struct str key_of(const struct json *row, struct arena *arena)
{
	struct text key;

	text_init(&key, arena);
	text_addf(&key, STR_FORMAT "\n" STR_FORMAT "\n" STR_FORMAT "\n" STR_FORMAT,
		  STR_ARGS(id_of(row, "se")), STR_ARGS(id_of(row, "binder")),
		  STR_ARGS(solvent_of(row, arena)), STR_ARGS(id_of(row, "salt")));
	return text_str(&key);
}

static struct side read_side(const struct json *document, struct arena *arena)
{
	const struct json *const rows = ranking_rows(document);
	struct side side = {document, NULL, 0, {0}};

	side.rows = ARENA_NEW(arena, rows->count, struct keyed_row);
	hash_index_init(&side.index, arena, rows->count);
	for (const struct json *row = rows->child; row; row = row->next) {
		side.rows[side.count] = (struct keyed_row){key_of(row, arena), row, false};
		hash_index_add(&side.index, str_hash(side.rows[side.count].key),
			       (uint32_t)side.count);
		side.count++;
	}
	return side;
}

static struct keyed_row *find(struct side *side, struct str key)
{
	const uint64_t hash = str_hash(key);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&side->index, hash, &cursor, &at))
		if (str_equal(side->rows[at].key, key))
			return &side->rows[at];
	return NULL;
}

static double number_of(const struct json *row, const char *key)
{
	const struct json *const member = row ? json_member(row, key) : NULL;

	return member && member->type == JSON_NUMBER ? member->number : (double)NAN;
}

static struct str text_of(const struct json *row, const char *key)
{
	const struct json *const member = row ? json_member(row, key) : NULL;

	return member && member->type == JSON_STRING ? member->string : STR_LITERAL("");
}

static void add(struct differ *differ, enum ranking_change change, const struct json *before,
		const struct json *after)
{
	const struct json *const row = after ? after : before;
	const struct ranking_side sides[] = {{differ->before.document, before},
					     {differ->after.document, after}};
	struct ranking_difference difference = {change_words[change],
						id_of(row, "se"),
						id_of(row, "binder"),
						solvent_of(row, differ->arena),
						number_of(before, "rank"),
						number_of(after, "rank"),
						number_of(before, "score"),
						number_of(after, "score"),
						text_of(before, "verdict"),
						text_of(after, "verdict"),
						STR_LITERAL("")};

	if (before && after) {
		difference.cause = ranking_cause(&sides[0], &sides[1], differ->arena);
		if (difference.cause.length == 0)
			difference.cause =
			    fabs(difference.old_score - difference.new_score) <= score_same
				? STR_LITERAL("others moved")
				: STR_LITERAL("limit or interval");
	}
	differ->items = arena_extend(differ->arena, differ->items, differ->count, &differ->capacity,
				     sizeof *differ->items);
	differ->items[differ->count++] = difference;
	differ->result.changes[change]++;
}

static bool same_number(double a, double b, double tolerance)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) <= tolerance;
}

/* What has become of a row that both have, or nothing. */
static bool has_moved(const struct json *before, const struct json *after)
{
	return !same_number(number_of(before, "rank"), number_of(after, "rank"), 0.5) ||
	       !same_number(number_of(before, "score"), number_of(after, "score"), score_same);
}

static bool is_of(const struct keyed_row *row, const struct keyed_row *old,
		  enum ranking_change change)
{
	if (!old)
		return change == CHANGE_NEW;
	if (!str_equal(text_of(old->row, "verdict"), text_of(row->row, "verdict")))
		return change == CHANGE_VERDICT;
	return change == CHANGE_MOVED && has_moved(old->row, row->row);
}

static void add_of_kind(struct differ *differ, enum ranking_change change)
{
	for (size_t i = 0; i < differ->after.count; i++) {
		const struct keyed_row *const row = &differ->after.rows[i];
		struct keyed_row *const old = find(&differ->before, row->key);

		if (old)
			old->paired = true;
		if (is_of(row, old, change))
			add(differ, change, old ? old->row : NULL, row->row);
	}
}

static void add_gone(struct differ *differ)
{
	for (size_t i = 0; i < differ->before.count; i++)
		if (!differ->before.rows[i].paired)
			add(differ, CHANGE_GONE, differ->before.rows[i].row, NULL);
}

struct ranking_diff ranking_diff(const struct json *before, const struct json *after,
				 struct arena *arena)
{
	struct differ differ = {
	    .arena = arena, .before = read_side(before, arena), .after = read_side(after, arena)};

	add_of_kind(&differ, CHANGE_VERDICT);
	add_gone(&differ);
	add_of_kind(&differ, CHANGE_NEW);
	add_of_kind(&differ, CHANGE_MOVED);
	differ.result.rows = differ.items;
	differ.result.count = differ.count;
	differ.result.same =
	    differ.after.count - (differ.count - differ.result.changes[CHANGE_GONE]);
	return differ.result;
}
