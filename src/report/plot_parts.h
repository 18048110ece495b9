/* SPDX-License-Identifier: MIT */
/* What the files behind plot.h share. */
#ifndef SLURRYSCREEN_REPORT_PLOT_PARTS_H
#define SLURRYSCREEN_REPORT_PLOT_PARTS_H

#include "base/lines.h"
#include "report/plot.h"
#include "report/svg_frame.h"

/* The name of a material, or the empty text for DB_NO_ROW. */
struct str plot_name(const struct db *db, enum role role, uint32_t row);
/* As a caption has it: a short name if the full one is long. */
struct str plot_liquid_name(const struct db *db, const struct mixture *liquid, struct arena *arena);
struct str plot_solvent_name(const struct db *db, uint32_t row);

void plot_add_number(struct text *text, double value, int digits);
struct str plot_number(double value, int digits, struct arena *arena);
/* "61–85"; empty if there is no width. */
struct str plot_range(struct num n, int digits, struct arena *arena);

/* Adds how to make the picture again, and by what, to what it shows. */
struct str plot_desc(const struct plot_page *page, const struct text *shown);

/* The last of the notes: program and model. */
void plot_note_origin(struct lines *notes, const struct plot_page *page);

#endif
