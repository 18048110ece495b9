/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "check/provenance_parts.h"
#include "read/csv.h"

void provenance_init(struct provenance *provenance, const struct check_arenas *arenas,
		     const struct db *known, const struct prop_set *set, struct diag_sink *sink)
{
	*provenance = (struct provenance){
	    .arenas = *arenas, .sink = sink, .known = known, .properties = *set};
	seen_init(&provenance->index, arenas->arena);
}

uint64_t provenance_hash(enum provenance_kind kind, struct str a, struct str b)
{
	const uint64_t first = seen_hash((unsigned)kind, a);

	return b.length > 0 ? first * UINT64_C(0x9e3779b97f4a7c15) ^ seen_hash((unsigned)kind, b)
			    : first;
}

const struct check_cell *provenance_cell(const struct check_row *row, const char *key)
{
	for (size_t i = 0; i < row->head->count; i++)
		if (str_is(row->head->columns[i].key, key))
			return row->cells[i].text.length > 0 ? &row->cells[i] : NULL;
	return NULL;
}

static struct str text_of(const struct check_cell *cell)
{
	return cell ? cell->text : STR_LITERAL("");
}

/* ---- sources ---- */

/* 10.NNNN/suffix, https://www.doi.org/the-identifier/resources/handbook/2_numbering */
static bool is_doi(struct str doi)
{
	size_t i = 3;

	if (!str_starts(doi, "10."))
		return false;
	while (i < doi.length && (ascii_is_digit(doi.at[i]) || doi.at[i] == '.'))
		i++;
	if (i < 7 || i + 1 >= doi.length || doi.at[i] != '/')
		return false;
	for (; i < doi.length; i++)
		if (ascii_is_space(doi.at[i]) || (unsigned char)doi.at[i] < 0x20)
			return false;
	return doi.at[doi.length - 1] != '.' && doi.at[doi.length - 1] != ',';
}

static void check_doi(struct provenance *provenance, const struct check_cell *cell)
{
	const char *const marker = "10.";
	struct str doi = cell->text;

	if (is_doi(doi))
		return;
	DIAG_REPORT(provenance->sink, DOI_FORM, cell->place, STR_ARGS(doi));
	for (; doi.length > 3; doi = str_part(doi, 1, doi.length))
		if (str_starts(doi, marker) && is_doi(doi)) {
			diag_hint(provenance->sink, "write " STR_FORMAT, STR_ARGS(doi));
			return;
		}
}

/* A key that a table of sources defines; a second one is reported. */
static void add_key(struct provenance *provenance, const struct check_cell *key)
{
	const uint64_t hash = provenance_hash(PROVENANCE_SOURCE, key->text, STR_LITERAL(""));

	if (seen_add(&provenance->index, hash, 0)) {
		DIAG_REPORT(provenance->sink, SOURCE_DUPLICATE, key->place, STR_ARGS(key->text));
		return;
	}
	provenance->keys =
	    arena_extend(provenance->arenas.arena, provenance->keys, provenance->key_count,
			 &provenance->key_capacity, sizeof *provenance->keys);
	provenance->keys[provenance->key_count++] =
	    (struct source_key){provenance_hash(PROVENANCE_USED, key->text, STR_LITERAL("")),
				key->place, str_copy(provenance->arenas.arena, key->text)};
}

void provenance_take_source(struct provenance *provenance, const struct check_row *row)
{
	const struct check_cell *const key = provenance_cell(row, "key");
	const struct check_cell *const doi = provenance_cell(row, "doi");

	if (key)
		add_key(provenance, key);
	if (doi)
		check_doi(provenance, doi);
}

void provenance_check_source(struct provenance *provenance, const struct check_cell *cell)
{
	struct str rest = cell->text;
	struct str key;

	while (str_next(&rest, ';', &key)) {
		if (key.length == 0)
			continue;
		(void)seen_add(&provenance->index,
			       provenance_hash(PROVENANCE_USED, key, STR_LITERAL("")), 0);
		if (!seen_find(&provenance->index,
			       provenance_hash(PROVENANCE_SOURCE, key, STR_LITERAL(""))))
			DIAG_REPORT(provenance->sink, SOURCE_UNKNOWN, cell->place, STR_ARGS(key));
	}
}

/* ---- lines ---- */

/* The property of that key in whatever table of materials has it first. */
static size_t find_property(const struct provenance *provenance, struct str key)
{
	for (size_t i = 0; i < provenance->properties.count; i++)
		if (str_is(key, provenance->properties.rows[i].key))
			return i;
	return SIZE_MAX;
}

static enum num_kind kind_of(struct str word)
{
	for (int kind = 0; kind < NUM_KIND_COUNT; kind++)
		if (str_is(word, num_kind_word((enum num_kind)kind)))
			return (enum num_kind)kind;
	return NUM_UNCITED;
}

static enum line_status status_of(struct str word)
{
	if (str_is(word, "rejected"))
		return LINE_REJECTED;
	return str_is(word, "alternative") ? LINE_ALTERNATIVE : LINE_PREFERRED;
}

/* In the canonical unit; NaN if it is none. */
static double read_in_unit(const struct property *property, struct str text, struct str unit)
{
	const struct unit *const from = unit.length > 0 ? unit_find(unit) : NULL;
	double value;

	if (number_read(text, &value, NULL) != NUMBER_OK)
		return (double)NAN;
	if (from && !unit_convert(from, property->unit, value, &value))
		return (double)NAN;
	return value;
}

static struct num value_of(const struct check_row *row, const struct property *property,
			   enum num_kind kind)
{
	const struct str unit = text_of(provenance_cell(row, "unit"));
	const double value = read_in_unit(property, text_of(provenance_cell(row, "value")), unit);
	const double low = read_in_unit(property, text_of(provenance_cell(row, "low")), unit);
	const double high = read_in_unit(property, text_of(provenance_cell(row, "high")), unit);

	if (isnan(value))
		return num_missing();
	if (isnan(low) && isnan(high))
		return prop_typical(property, value, kind);
	return num_between(value, isnan(low) ? value : low, isnan(high) ? value : high, kind);
}

static void add_line(struct provenance *provenance, const struct check_row *row, uint64_t cell,
		     size_t property)
{
	const struct check_cell *const value = provenance_cell(row, "value");
	const struct check_cell *const material = provenance_cell(row, "material");
	const struct property *const of = &provenance->properties.rows[property];
	const enum num_kind kind = kind_of(text_of(provenance_cell(row, "kind")));

	/* At another temperature it is another quantity. */
	if (!value || of->kind != PROP_NUMBER || provenance_cell(row, "temperature"))
		return;
	provenance->lines =
	    arena_extend(provenance->arenas.arena, provenance->lines, provenance->line_count,
			 &provenance->line_capacity, sizeof *provenance->lines);
	provenance->lines[provenance->line_count++] =
	    (struct line){cell,
			  row->head->source,
			  value->place.offset,
			  (uint32_t)value->place.length,
			  material ? (uint32_t)material->place.length : 0,
			  material ? material->place.offset : 0,
			  (uint16_t)property,
			  (uint8_t)status_of(text_of(provenance_cell(row, "status"))),
			  (uint8_t)kind,
			  value_of(row, of, kind)};
}

void provenance_take_line(struct provenance *provenance, const struct check_row *row)
{
	const struct str material = text_of(provenance_cell(row, "material"));
	const struct str property = text_of(provenance_cell(row, "property"));
	const struct check_cell *const source = provenance_cell(row, "source");
	const struct check_cell *const waive = provenance_cell(row, "waive");
	const uint64_t cell = provenance_hash(PROVENANCE_CELL, material, property);
	const size_t found = find_property(provenance, property);

	provenance->has_ledger = true;
	(void)seen_add(&provenance->index, cell, 0);
	if (source)
		provenance_check_source(provenance, source);
	if (found != SIZE_MAX)
		add_line(provenance, row, cell, found);
	if (waive)
		provenance_take_waive(provenance, waive, material, property);
}

bool provenance_has_line(const struct provenance *provenance, struct str material,
			 struct str property)
{
	return seen_find(&provenance->index,
			 provenance_hash(PROVENANCE_CELL, material, property)) != NULL;
}
