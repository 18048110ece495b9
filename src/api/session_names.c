/* SPDX-License-Identifier: MIT */
/* Names that people type, with what to say when they are not found. */
#include <math.h>

#include "api/session.h"
#include "api/session_parts.h"

/* Candidates listed for an ambiguous name. */
enum { CANDIDATES_SHOWN = 12 };

static const struct lookup *names_of(struct session *session)
{
	if (!session->lookup)
		session->lookup = lookup_build(session->db, SESSION_ALL_TABLES, &session->arena);
	return session->lookup;
}

/* "solvent", "binder or salt", "material". */
static struct str tables_phrase(struct session *session, unsigned tables)
{
	struct text phrase;

	if (tables == SESSION_ALL_TABLES)
		return STR_LITERAL("material");
	text_init(&phrase, &session->scratch);
	for (size_t i = 0; i < TABLE_COUNT; i++)
		if (tables & 1U << i)
			text_addf(&phrase, "%s%s", phrase.length > 0 ? " or " : "",
				  table_infos[i].singular);
	return text_str(&phrase);
}

/* The first table of a set. */
static const struct table_info *first_table(unsigned tables)
{
	size_t i = 0;

	while (i + 1 < TABLE_COUNT && !(tables & 1U << i))
		i++;
	return &table_infos[i];
}

static enum session_status unknown_name(struct session *session, unsigned tables,
					const struct lookup_result *result)
{
	const struct str phrase = tables_phrase(session, tables);

	if (result->word.length == 0)
		(void)session_fail(session, SESSION_USAGE, "an empty name is no " STR_FORMAT,
				   STR_ARGS(phrase));
	else
		(void)session_fail(session, SESSION_USAGE,
				   "no " STR_FORMAT " is called '" STR_FORMAT "'", STR_ARGS(phrase),
				   STR_ARGS(result->word));
	if (result->suggestion.length > 0)
		session_advise(session, "did you mean '" STR_FORMAT "'?",
			       STR_ARGS(result->suggestion));
	session_advise(session, "'screen list %s' shows all of them", first_table(tables)->key);
	return SESSION_USAGE;
}

static enum session_status ambiguous_name(struct session *session,
					  const struct lookup_result *result)
{
	(void)session_fail(session, SESSION_USAGE,
			   "'" STR_FORMAT "' is a name of %zu materials; say which one by its id",
			   STR_ARGS(result->word), result->count);
	for (size_t i = 0; i < result->count && i < CANDIDATES_SHOWN; i++) {
		const struct material_ref ref = result->found[i];
		const struct material *material =
		    &session->db->tables[ref.table].materials[ref.row];

		session_advise(session, STR_FORMAT " (%s " STR_FORMAT ")", STR_ARGS(material->id),
			       table_infos[ref.table].singular, STR_ARGS(material->name));
	}
	if (result->count > CANDIDATES_SHOWN)
		session_advise(session, "and %zu more", result->count - CANDIDATES_SHOWN);
	return SESSION_USAGE;
}

static enum session_status judge(struct session *session, unsigned tables,
				 const struct lookup_result *result)
{
	switch (result->status) {
	case LOOKUP_OK:
		return SESSION_OK;
	case LOOKUP_UNKNOWN:
		return unknown_name(session, tables, result);
	case LOOKUP_AMBIGUOUS:
		break;
	}
	return ambiguous_name(session, result);
}

enum session_status session_find(struct session *session, unsigned tables, struct str names,
				 struct material_ref const **found, size_t *count)
{
	const struct lookup_result result =
	    lookup_list(names_of(session), tables, names, &session->arena);

	*found = result.found;
	*count = result.count;
	return judge(session, tables, &result);
}

enum session_status session_find_one(struct session *session, unsigned tables, struct str name,
				     struct material_ref *found)
{
	const struct lookup_result result =
	    lookup_one(names_of(session), tables, name, &session->arena);
	const enum session_status status = judge(session, tables, &result);

	if (status == SESSION_OK)
		*found = result.found[0];
	return status;
}

struct mixture_list {
	struct mixture *at;
	size_t count;
	size_t capacity;
};

static void mixture_list_add(struct session *session, struct mixture_list *list,
			     const struct part *parts, size_t count)
{
	list->at =
	    arena_extend(&session->arena, list->at, list->count, &list->capacity, sizeof *list->at);
	list->at[list->count++] = (struct mixture){parts, count};
}

static void add_pure(struct session *session, struct mixture_list *list,
		     const struct lookup_result *result)
{
	struct part *parts = ARENA_NEW(&session->arena, result->count, struct part);

	for (size_t i = 0; i < result->count; i++) {
		parts[i] = (struct part){result->found[i].row, 1};
		mixture_list_add(session, list, &parts[i], 1);
	}
}

static enum session_status bad_blend(struct session *session, struct str text, const char *what)
{
	(void)session_fail(session, SESSION_USAGE, "%s in the blend '" STR_FORMAT "'", what,
			   STR_ARGS(text));
	session_advise(session, "such as dibromomethane:hexyl-butyrate=80:20, volume parts; "
				"80:20wt%% for mass");
	return SESSION_USAGE;
}

/* The parts of a blend that there are; false where masses cannot be turned into volumes. */
static bool blend_parts(struct session *session, const struct blend_text *blend, struct part *parts,
			size_t *count)
{
	double *masses = ARENA_NEW(&session->scratch, blend->names.count, double);

	*count = 0;
	for (size_t i = 0; i < blend->names.count; i++) {
		if (!(blend->fractions[i] > 0))
			continue;
		masses[*count] = blend->fractions[i];
		parts[(*count)++] = (struct part){blend->names.found[i].row, blend->fractions[i]};
	}
	if (*count == 1)
		parts[0].volume = 1;
	return !blend->by_mass || *count == 1 ||
	       mixture_from_masses(session->db, masses, parts, *count);
}

_Static_assert(MIXTURE_PARTS_MAX == 16, "a message below says so");

static enum session_status add_blend(struct session *session, struct mixture_list *list,
				     struct str text)
{
	const struct blend_text blend = lookup_blend(names_of(session), text, &session->arena);
	struct part *parts;
	size_t count;

	if (blend.too_many)
		return bad_blend(session, text, "there are more than 16 names");
	if (blend.names.status == LOOKUP_UNKNOWN && blend.names.word.length == 0)
		return bad_blend(session, text, "the fractions are malformed");
	if (blend.names.status != LOOKUP_OK)
		return judge(session, 1U << TABLE_SOLVENTS, &blend.names);
	if (blend.names.count == 0 || !blend.fractions || isnan(blend.fractions[0]))
		return bad_blend(session, text, "no fractions are given");
	parts = ARENA_NEW(&session->arena, blend.names.count, struct part);
	if (!blend_parts(session, &blend, parts, &count))
		return bad_blend(session, text, "a density is unknown");
	mixture_list_add(session, list, parts, count);
	return SESSION_OK;
}

/* Names, or, where they are not found as such, a blend. */
static enum session_status add_names(struct session *session, struct mixture_list *list,
				     struct str names)
{
	const unsigned tables = 1U << TABLE_SOLVENTS;
	const struct lookup_result result =
	    lookup_list(names_of(session), tables, names, &session->arena);

	if (result.status == LOOKUP_OK) {
		add_pure(session, list, &result);
		return SESSION_OK;
	}
	if (str_contains(names, STR_LITERAL(":")))
		return add_blend(session, list, names);
	return judge(session, tables, &result);
}

static size_t find_char(struct str text, size_t from, char wanted)
{
	while (from < text.length && text.at[from] != wanted)
		from++;
	return from;
}

/* "5", "19.5:3": what a comma inside of fractions leaves. */
static bool begins_with_share(struct str text)
{
	const struct str item = str_trim(str_part(text, 0, find_char(text, 0, ',')));
	size_t i = 0;

	while (i < item.length &&
	       (ascii_is_digit(item.at[i]) || item.at[i] == '.' || item.at[i] == ':'))
		i++;
	return i > 0 && (i == item.length || str_is(str_part(item, i, item.length), "wt%"));
}

/* "1,2-dichloroethane:anisole=1:1": the comma is a name's. */
static bool begins_with_name(struct session *session, struct str text)
{
	for (size_t i = 1; i <= text.length; i++) {
		if (i < text.length && text.at[i] != ',' && text.at[i] != ':')
			continue;
		if (lookup_one(names_of(session), 1U << TABLE_SOLVENTS,
			       str_trim(str_part(text, 0, i)), &session->arena)
			.status != LOOKUP_UNKNOWN)
			return true;
	}
	return false;
}

static enum session_status comma_in_fractions(struct session *session, struct str blend,
					      struct str after)
{
	(void)session_fail(session, SESSION_USAGE,
			   "a comma in the fractions of the blend '" STR_FORMAT "," STR_FORMAT "'",
			   STR_ARGS(blend), STR_ARGS(str_part(after, 0, find_char(after, 0, ','))));
	session_advise(session, "a comma begins the next solvent; a fraction takes a point, 80.5");
	return SESSION_USAGE;
}

/* Whether a name of the blend is misspelt so little that the right one is known. */
static bool suggests(struct session *session, struct str text)
{
	return lookup_blend(names_of(session), text, &session->arena).names.suggestion.length > 0;
}

/*
 * The text ends in the fractions of a blend. Names may go before it, and its first name may have
 * commas: the longest text that is a blend counts as one.
 */
static enum session_status add_up_to_blend(struct session *session, struct mixture_list *list,
					   struct str text)
{
	enum session_status status = SESSION_OK;
	size_t start = 0;
	size_t last = 0;

	for (; start < text.length; start = find_char(text, start, ',') + 1) {
		const struct blend_text blend = lookup_blend(
		    names_of(session), str_part(text, start, text.length), &session->arena);

		last = start;
		if (blend.names.status == LOOKUP_OK)
			break;
	}
	if (last > 1 && start < text.length)
		status = add_names(session, list, str_part(text, 0, last - 1));
	if (start >= text.length && !suggests(session, str_part(text, last, text.length)) &&
	    suggests(session, text))
		last = 0; /* a misspelt name with a comma */
	return status == SESSION_OK ? add_blend(session, list, str_part(text, last, text.length))
				    : status;
}

/* Solvents and blends between commas. */
static enum session_status add_liquids(struct session *session, struct mixture_list *list,
				       struct str text)
{
	enum session_status status = SESSION_OK;

	while (status == SESSION_OK) {
		const size_t equals = find_char(text, 0, '=');
		const size_t end = find_char(text, equals, ',');
		const struct str front = str_trim(str_part(text, 0, end));
		const struct str after = str_part(text, end + 1, text.length);

		if (equals < end && end < text.length && begins_with_share(after) &&
		    !begins_with_name(session, after))
			return comma_in_fractions(session, front, after);
		if (equals < text.length)
			status = add_up_to_blend(session, list, front);
		else if (front.length > 0)
			status = add_names(session, list, front);
		if (end >= text.length)
			break;
		text = after;
	}
	return status;
}

enum session_status session_find_liquids(struct session *session, struct str names,
					 struct mixture const **found, size_t *count)
{
	struct mixture_list list = {0};
	enum session_status status = SESSION_OK;
	struct str rest = names;
	struct str item;

	if (!str_contains(names, STR_LITERAL(":")))
		status = add_names(session, &list, names);
	else
		while (status == SESSION_OK && str_next(&rest, ';', &item))
			status = add_liquids(session, &list, item);
	*found = list.at;
	*count = list.count;
	return status;
}
