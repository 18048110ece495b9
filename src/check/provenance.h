/* SPDX-License-Identifier: MIT */
/*
 * Inside the check room: where values come from. Ledger lines and source keys of all files of a run
 * are read before the tables; tables then ask whether a value has a line, and whether a finding is
 * waived. 64 bytes a line are kept, no text.
 */
#ifndef SLURRYSCREEN_CHECK_PROVENANCE_H
#define SLURRYSCREEN_CHECK_PROVENANCE_H

#include "base/diag.h"
#include "base/num.h"
#include "check/row.h"
#include "check/seen.h"
#include "data/db.h"

enum line_status { LINE_PREFERRED, LINE_ALTERNATIVE, LINE_REJECTED };

/* One number of the ledger. */
struct line {
	uint64_t cell; /* hash of material and property */
	const struct source *source;
	size_t offset; /* of the value */
	uint32_t length;
	uint32_t material_length;
	size_t material_offset;
	uint16_t property; /* in the property set; UINT16_MAX: not known */
	uint8_t status;
	uint8_t kind;
	struct num value;
};

/* A check that a line of the ledger knowingly violates. */
struct waive {
	uint64_t material;
	uint64_t cell;
	enum diag_id finding;
	struct str reason;
	size_t next; /* of the same material; SIZE_MAX: none */
	size_t last; /* of the same material, in the first one */
};

/* Where in a table a waived finding may stand. */
struct waive_span {
	const struct source *source;
	size_t offset;
	size_t length;
	const struct waive *waive;
};

/* A key that a table of sources of the run defines. */
struct source_key {
	uint64_t used; /* hash under which it is found if something names it */
	struct place place;
	struct str key;
};

struct provenance {
	struct check_arenas arenas;
	struct diag_sink *sink;
	const struct db *known;
	struct prop_set properties;
	/* Source keys, cells with a line, materials with a waive (where: the first one). */
	struct seen index;
	struct line *lines;
	size_t line_count;
	size_t line_capacity;
	struct waive *waives;
	size_t waive_count;
	size_t waive_capacity;
	struct waive_span *spans;
	size_t span_count;
	size_t span_capacity;
	bool has_ledger; /* one of the files is one */
	struct source_key *keys;
	size_t key_count;
	size_t key_capacity;
};

void provenance_init(struct provenance *provenance, const struct check_arenas *arenas,
		     const struct db *known, const struct prop_set *set, struct diag_sink *sink);

/* ---- first: rows of sources.csv, then of values.csv; reports what is wrong with them ---- */

void provenance_take_source(struct provenance *provenance, const struct check_row *row);
void provenance_take_line(struct provenance *provenance, const struct check_row *row);
/* Keys of the database itself count, too; before the lines. */
void provenance_know_sources(struct provenance *provenance);
/* Lines of the database itself, if the run has no ledger; after the lines. */
void provenance_know_lines(struct provenance *provenance);

/* ---- then: questions of the tables ---- */

/* Reports a source key that nobody defines; a cell may hold several, joined by ';'. */
void provenance_check_source(struct provenance *provenance, const struct check_cell *cell);
bool provenance_has_line(const struct provenance *provenance, struct str material,
			 struct str property);
/* Remembers where findings about this row may be waived. */
void provenance_note_row(struct provenance *provenance, const struct check_row *row,
			 struct str material);

/* ---- last ---- */

/* Values of one cell that exclude each other. */
void provenance_check_lines(struct provenance *provenance);
/* Source keys of the run's own table of sources that nothing has named. */
void provenance_check_unused(struct provenance *provenance);
/* Turns findings that are waived into notes. */
void provenance_apply_waives(struct provenance *provenance);

#endif
