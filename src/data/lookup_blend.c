/* SPDX-License-Identifier: MIT */
/* A blend as people write it: a:b=80:20, a:b, a:b=1:2 wt%. */
#include "data/lookup.h"

#include <math.h>

#include "base/number.h"
#include "data/mixture.h"

struct blend {
	struct material_ref refs[MIXTURE_PARTS_MAX];
	double shares[MIXTURE_PARTS_MAX];
	size_t count;
};

static struct blend_text malformed(void)
{
	return (struct blend_text){.names = {.status = LOOKUP_UNKNOWN}};
}

/* Position of the last c in text, or its length. */
static size_t find_last(struct str text, char c)
{
	size_t i = text.length;

	while (i > 0 && text.at[i - 1] != c)
		i--;
	return i > 0 ? i - 1 : text.length;
}

static bool ends_with(struct str s, const char *end)
{
	const struct str tail = str_from(end);

	return s.length >= tail.length &&
	       str_equal_fold(str_part(s, s.length - tail.length, tail.length), tail);
}

/* Takes a unit off the end of the shares. */
static struct str take_unit(struct str shares, bool *by_mass)
{
	static const struct {
		const char *unit;
		bool by_mass;
	} units_known[] = {{"wt%", true}, {"vol%", false}, {"%", false}};

	*by_mass = false;
	for (size_t i = 0; i < sizeof units_known / sizeof units_known[0]; i++)
		if (ends_with(shares, units_known[i].unit)) {
			const size_t length = str_from(units_known[i].unit).length;

			*by_mass = units_known[i].by_mass;
			return str_trim(str_part(shares, 0, shares.length - length));
		}
	return shares;
}

static bool read_shares(struct str text, double *shares, size_t count)
{
	struct str item;
	size_t seen = 0;

	while (str_next(&text, ':', &item)) {
		if (seen == count || number_read(item, &shares[seen], NULL) != NUMBER_OK ||
		    shares[seen] < 0)
			return false;
		seen++;
	}
	return seen == count;
}

/*
 * Looks up the names; those written twice are one part. map: the part of each name. *names: how
 * many there are, or more than MIXTURE_PARTS_MAX.
 */
static bool read_names(const struct lookup *lookup, struct str text, struct blend *blend,
		       size_t map[MIXTURE_PARTS_MAX], size_t *names, struct arena *arena,
		       struct lookup_result *trouble)
{
	struct str item;

	*names = 0;
	*trouble = malformed().names;
	while (str_next(&text, ':', &item)) {
		struct lookup_result result;
		size_t at = 0;

		if (*names == MIXTURE_PARTS_MAX) {
			(*names)++;
			return false;
		}
		if (item.length == 0)
			return false;
		result = lookup_one(lookup, 1u << TABLE_SOLVENTS, item, arena);
		if (result.status != LOOKUP_OK) {
			*trouble = result;
			return false;
		}
		while (at < blend->count && blend->refs[at].row != result.found[0].row)
			at++;
		if (at == blend->count)
			blend->refs[blend->count++] = result.found[0];
		map[(*names)++] = at;
	}
	return *names > 0;
}

static struct blend_text finish(const struct blend *blend, bool by_mass, struct arena *arena)
{
	struct material_ref *refs = ARENA_NEW(arena, blend->count, struct material_ref);
	double *fractions = ARENA_NEW(arena, blend->count, double);
	double sum = 0;

	for (size_t i = 0; i < blend->count; i++)
		sum += blend->shares[i];
	if (sum <= 0 || isinf(sum))
		return malformed();
	for (size_t i = 0; i < blend->count; i++) {
		refs[i] = blend->refs[i];
		fractions[i] = blend->shares[i] / sum;
	}
	return (struct blend_text){
	    .names = {.status = LOOKUP_OK, .found = refs, .count = blend->count},
	    .fractions = fractions,
	    .by_mass = by_mass,
	};
}

struct blend_text lookup_blend(const struct lookup *lookup, struct str text, struct arena *arena)
{
	const size_t equals = find_last(text, '=');
	const struct lookup_result whole = lookup_one(lookup, 1u << TABLE_SOLVENTS, text, arena);
	struct blend blend = {.count = 0};
	struct blend_text result = {.by_mass = false};
	double shares[MIXTURE_PARTS_MAX];
	size_t map[MIXTURE_PARTS_MAX];
	size_t names;

	if (whole.status != LOOKUP_UNKNOWN) {
		blend = (struct blend){{whole.found[0]}, {1}, 1};
		if (whole.status == LOOKUP_OK)
			return finish(&blend, false, arena);
		result.names = whole;
		return result;
	}
	if (!read_names(lookup, str_part(text, 0, equals), &blend, map, &names, arena,
			&result.names)) {
		result.too_many = names > MIXTURE_PARTS_MAX;
		return result;
	}
	if (equals == text.length) {
		for (size_t i = 0; i < blend.count; i++)
			blend.shares[i] = blend.count == 1 ? 1 : (double)NAN;
		return finish(&blend, false, arena);
	}
	if (!read_shares(
		take_unit(str_trim(str_part(text, equals + 1, text.length)), &result.by_mass),
		shares, names))
		return malformed();
	for (size_t i = 0; i < names; i++)
		blend.shares[map[i]] += shares[i];
	return finish(&blend, result.by_mass, arena);
}
