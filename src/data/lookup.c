/* SPDX-License-Identifier: MIT */
#include "data/lookup.h"

#include <assert.h>

#include "base/hash_index.h"

/* A name of a material. Formulas are listened to only if nothing else has that name. */
struct entry {
	struct str shown;
	uint32_t row;
	uint8_t table;
	bool is_formula;
};

struct lookup {
	const struct db *db;
	struct entry *entries;
	struct str *folded; /* the names of the entries as they are compared */
	size_t count;
	size_t capacity;
	size_t folded_capacity;
	size_t first[TABLE_COUNT + 1]; /* entries of a table stand together */
	struct hash_index index;       /* of folded names to entries */
};

/* Most ids are in folded form already: no copy for them. */
static bool is_folded(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		const char c = name.at[i];

		if ((unsigned char)c <= ' ' || (unsigned char)c >= 0x7F || c == '_' ||
		    (c >= 'A' && c <= 'Z'))
			return false;
	}
	return true;
}

static struct str fold(struct arena *arena, struct str name)
{
	return is_folded(name) ? name : str_fold_name(arena, name);
}

static void add_name(struct lookup *lookup, struct arena *arena, struct material_ref ref,
		     struct str name, bool is_formula)
{
	const struct entry entry = {name, ref.row, (uint8_t)ref.table, is_formula};
	const struct str folded = fold(arena, name);

	if (folded.length == 0 || lookup->count == UINT32_MAX - 1)
		return;
	lookup->entries = arena_extend(arena, lookup->entries, lookup->count, &lookup->capacity,
				       sizeof *lookup->entries);
	lookup->folded = arena_extend(arena, lookup->folded, lookup->count,
				      &lookup->folded_capacity, sizeof *lookup->folded);
	lookup->entries[lookup->count] = entry;
	lookup->folded[lookup->count] = folded;
	hash_index_add(&lookup->index, str_hash(folded), (uint32_t)lookup->count);
	lookup->count++;
}

static bool has_formula_names(enum table_id table)
{
	return table == TABLE_ELECTROLYTES || table == TABLE_SALTS;
}

static void add_material(struct lookup *lookup, struct arena *arena, struct material_ref ref)
{
	const struct material *material = &lookup->db->tables[ref.table].materials[ref.row];

	add_name(lookup, arena, ref, material->id, false);
	if (material->name.at != material->id.at)
		add_name(lookup, arena, ref, material->name, false);
	for (size_t i = 0; i < material->aliases.count; i++)
		add_name(lookup, arena, ref, material->aliases.at[i], false);
	add_name(lookup, arena, ref, material->cas, false);
	if (has_formula_names(ref.table))
		add_name(lookup, arena, ref, material->formula, true);
}

const struct lookup *lookup_build(const struct db *db, unsigned tables, struct arena *arena)
{
	struct lookup *lookup = ARENA_NEW(arena, 1, struct lookup);
	size_t expected = 0;

	for (int t = 0; t < TABLE_COUNT; t++)
		if ((tables >> t & 1u) != 0)
			expected += db->tables[t].count;
	lookup->db = db;
	hash_index_init(&lookup->index, arena, 2 * expected);
	for (int t = 0; t < TABLE_COUNT; t++) {
		for (size_t row = 0; (tables >> t & 1u) != 0 && row < db->tables[t].count; row++)
			add_material(lookup, arena,
				     (struct material_ref){(enum table_id)t, (uint32_t)row});
		lookup->first[t + 1] = lookup->count;
	}
	return lookup;
}

struct str lookup_id(const struct lookup *lookup, struct material_ref ref)
{
	return lookup->db->tables[ref.table].materials[ref.row].id;
}

struct matches {
	struct material_ref *refs;
	size_t count;
	size_t capacity;
};

static void add_match(struct matches *matches, struct arena *arena, struct material_ref ref)
{
	for (size_t i = 0; i < matches->count; i++)
		if (matches->refs[i].table == ref.table && matches->refs[i].row == ref.row)
			return;
	matches->refs = arena_extend(arena, matches->refs, matches->count, &matches->capacity,
				     sizeof *matches->refs);
	matches->refs[matches->count++] = ref;
}

/* Ways to be called something, the surest first. */
enum how { BY_ID, BY_NAME, BY_FORMULA };

/* id: the exact one, unique within a table. */
static bool is_called(const struct lookup *lookup, uint32_t at, enum how how, struct str name,
		      struct str folded)
{
	const struct entry *entry = &lookup->entries[at];

	if (how == BY_ID)
		return str_equal(lookup->db->tables[entry->table].materials[entry->row].id, name);
	return entry->is_formula == (how == BY_FORMULA) && str_equal(lookup->folded[at], folded);
}

static bool find_by(const struct lookup *lookup, unsigned tables, enum how how, struct str name,
		    struct arena *arena, struct matches *matches)
{
	const struct str folded = fold(arena, name);
	const uint64_t hash = str_hash(folded);
	size_t cursor = 0;
	uint32_t at;

	while (hash_index_next(&lookup->index, hash, &cursor, &at)) {
		const struct entry *entry = &lookup->entries[at];

		if ((tables >> entry->table & 1u) != 0 && is_called(lookup, at, how, name, folded))
			add_match(matches, arena,
				  (struct material_ref){(enum table_id)entry->table, entry->row});
	}
	return matches->count > 0;
}

static struct matches find(const struct lookup *lookup, unsigned tables, struct str name,
			   struct arena *arena)
{
	struct matches matches = {NULL, 0, 0};

	for (enum how how = BY_ID; how <= BY_FORMULA; how++)
		if (find_by(lookup, tables, how, name, arena, &matches))
			break;
	return matches;
}

/* The nearest name; of names equally near the one of the first table. */
static struct str suggest(const struct lookup *lookup, unsigned tables, struct str name,
			  struct arena *arena)
{
	const struct str folded = fold(arena, name);
	struct str nearest = {NULL, 0};
	size_t edits = SIZE_MAX;

	for (int t = 0; t < TABLE_COUNT; t++) {
		const size_t first = lookup->first[t];
		const size_t count = lookup->first[t + 1] - first;
		size_t at = SIZE_MAX;
		size_t away;

		if ((tables >> t & 1u) != 0 && count > 0)
			at = str_nearest(folded, lookup->folded + first, count);
		if (at == SIZE_MAX)
			continue;
		away = str_distance(folded, lookup->folded[first + at], STR_DISTANCE_MAX);
		if (away < edits) {
			nearest = lookup->entries[first + at].shown;
			edits = away;
		}
	}
	return nearest;
}

static struct lookup_result unknown(const struct lookup *lookup, unsigned tables, struct str word,
				    struct arena *arena)
{
	return (struct lookup_result){
	    .status = LOOKUP_UNKNOWN,
	    .word = word,
	    .suggestion = suggest(lookup, tables, word, arena),
	};
}

struct lookup_result lookup_one(const struct lookup *lookup, unsigned tables, struct str name,
				struct arena *arena)
{
	const struct str word = str_trim(name);
	const struct matches matches = find(lookup, tables, word, arena);

	if (matches.count == 0)
		return unknown(lookup, tables, word, arena);
	return (struct lookup_result){
	    .status = matches.count == 1 ? LOOKUP_OK : LOOKUP_AMBIGUOUS,
	    .found = matches.refs,
	    .count = matches.count,
	    .word = word,
	};
}

/* A list of names that is being taken apart. */
struct splitting {
	const struct lookup *lookup;
	unsigned tables;
	struct arena *arena;
	struct matches all;
	struct lookup_result trouble; /* status LOOKUP_OK: none */
};

/* Names have fewer commas than this: 2,2,4,4,6,8,8-heptamethylnonane has six. */
enum { COMMAS_MAX = 12 };

/* The length of text up to its n-th comma (from 1), or of all of it; false if there are fewer. */
static bool length_to_comma(struct str text, size_t n, size_t *length)
{
	size_t seen = 0;

	for (size_t i = 0; i < text.length; i++) {
		seen += text.at[i] == ',';
		if (seen == n) {
			*length = i;
			return true;
		}
	}
	*length = text.length;
	return seen + 1 == n;
}

/* The longest known name at the start of text; its length, 0 if there is none. */
static size_t match_at(struct splitting *split, struct str text, struct matches *matches)
{
	for (size_t n = COMMAS_MAX; n > 0; n--) {
		size_t length;

		if (!length_to_comma(text, n, &length))
			continue;
		*matches = find(split->lookup, split->tables, str_trim(str_part(text, 0, length)),
				split->arena);
		if (matches->count > 0)
			return length;
	}
	return 0;
}

/* Text without its first piece and the comma after it. */
static struct str after(struct str text, size_t length)
{
	return str_part(text, length + 1 < text.length ? length + 1 : text.length, text.length);
}

/* At the start of text nothing is known: up to where a name is known again, that is the word. */
static struct str unknown_word(struct splitting *split, struct str text)
{
	struct str rest = text;
	struct matches matches;
	size_t length = 0;

	do {
		size_t piece;

		(void)length_to_comma(rest, 1, &piece);
		length = (size_t)(rest.at - text.at) + piece;
		rest = after(rest, piece);
	} while (rest.length > 0 && match_at(split, rest, &matches) == 0);
	return str_trim(str_part(text, 0, length));
}

static void split_at_commas(struct splitting *split, struct str text)
{
	while (split->trouble.status == LOOKUP_OK && text.length > 0) {
		struct matches matches;
		size_t length;

		(void)length_to_comma(text, 1, &length);
		if (str_trim(str_part(text, 0, length)).length > 0) {
			length = match_at(split, text, &matches);
			if (length == 0)
				split->trouble = unknown(split->lookup, split->tables,
							 unknown_word(split, text), split->arena);
			else if (matches.count > 1)
				split->trouble = (struct lookup_result){
				    .status = LOOKUP_AMBIGUOUS,
				    .found = matches.refs,
				    .count = matches.count,
				    .word = str_trim(str_part(text, 0, length)),
				};
			else
				add_match(&split->all, split->arena, matches.refs[0]);
		}
		text = after(text, length);
	}
}

struct lookup_result lookup_list(const struct lookup *lookup, unsigned tables, struct str names,
				 struct arena *arena)
{
	struct splitting split = {.lookup = lookup, .tables = tables, .arena = arena};
	const struct matches whole = find(lookup, tables, str_trim(names), arena);
	struct str rest = names;
	struct str item;

	if (whole.count > 0)
		return lookup_one(lookup, tables, names, arena);
	while (split.trouble.status == LOOKUP_OK && str_next(&rest, ';', &item)) {
		const struct matches matches = find(lookup, tables, item, arena);

		if (matches.count == 1)
			add_match(&split.all, arena, matches.refs[0]);
		else
			split_at_commas(&split, item);
	}
	if (split.trouble.status != LOOKUP_OK)
		return split.trouble;
	if (split.all.count == 0)
		return unknown(lookup, tables, str_trim(names), arena);
	return (struct lookup_result){
	    .status = LOOKUP_OK,
	    .found = split.all.refs,
	    .count = split.all.count,
	};
}
