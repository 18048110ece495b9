/* SPDX-License-Identifier: MIT */
/* What provenance*.c and waive.c share. */
#ifndef SLURRYSCREEN_CHECK_PROVENANCE_PARTS_H
#define SLURRYSCREEN_CHECK_PROVENANCE_PARTS_H

#include "check/provenance.h"

enum provenance_kind {
	PROVENANCE_SOURCE, /* key */
	PROVENANCE_USED,   /* key */
	PROVENANCE_CELL,   /* material, property */
	PROVENANCE_WAIVED, /* material */
};

uint64_t provenance_hash(enum provenance_kind kind, struct str a, struct str b);
/* The waive column of a ledger line. */
void provenance_take_waive(struct provenance *provenance, const struct check_cell *cell,
			   struct str material, struct str property);
const struct waive *provenance_find_waive(const struct provenance *provenance, uint64_t cell,
					  enum diag_id finding);
/* Makes a note of a finding. */
void provenance_waive(struct diag_sink *sink, struct diag *diag, struct str reason);
/* The cell of that column if it is filled. */
const struct check_cell *provenance_cell(const struct check_row *row, const char *key);

#endif
