/* SPDX-License-Identifier: MIT */
/* What the files behind rank_record.h share. */
#ifndef SLURRYSCREEN_ENGINE_RANK_PARTS_H
#define SLURRYSCREEN_ENGINE_RANK_PARTS_H

#include "base/lines.h"
#include "engine/rank_record.h"

/* id, name, for solvents CAS; rows are struct material. People see a name. */
extern const struct record_type rank_material_types[ROLE_COUNT];

/* The material of a role in a combination, or NULL; of a blend see rank_liquid(). */
const struct material *rank_material(const struct db *db, const struct combo *combo, enum role role,
				     struct arena *arena);

/*
 * Id and name of a liquid: the solvent's own, or for a blend "a:b=80:20" (as --solvent takes it)
 * and "A + B 80:20", with the brief names of its parts as the alias. No CAS for a blend. NULL for
 * no liquid.
 */
const struct material *rank_liquid(const struct db *db, const struct mixture *mixture,
				   struct arena *arena);

/* What people call it: the name, or the first alias if the name is long and that is shorter. */
struct str rank_short_name(const struct material *material);
/* The same for labels in pictures: of what is not short at all, the first alias. */
struct str rank_brief_name(const struct material *material);

/* The parts of a liquid with their fractions by volume and mass. */
extern const struct record_type rank_part_type;
struct value rank_parts_list(const struct db *db, const struct mixture *mixture,
			     struct arena *arena);
/* The same fractions as a list of numbers; empty if a density is unknown. */
struct value rank_fractions_list(const struct db *db, const struct mixture *mixture, bool by_mass,
				 struct arena *arena);

/* Texts "criterion.term" of the terms that count and are in this state. */
struct value rank_terms_list(const struct model *model, const struct evaluation *evaluation,
			     enum num_state state, struct arena *arena);
/* Texts: the gates that could not be checked. */
struct value rank_unchecked_list(const struct model *model, const struct evaluation *evaluation,
				 struct arena *arena);
/* Records: the gates of this verdict that fired. */
extern const struct record_type rank_rejection_type;
extern const struct record_type rank_warning_type;
struct value rank_fired_list(const struct evaluator *evaluator, const struct evaluation *evaluation,
			     enum gate_verdict verdict, struct arena *arena);

/* For people: what rejects, else what warns; then the rows of their own that override others. */
struct value rank_remarks_list(const struct evaluator *evaluator,
			       const struct evaluation *evaluation, struct arena *arena);

/* Columns of the heaviest criterion stay longest: this priority and up, by weight. */
enum { PRIORITY_CRITERIA = 2 };

/* One VALUE_NUM a criterion of the model; rows are struct ranking_row. */
const struct record_type *rank_criteria_type(const struct model *model, struct arena *arena);

/* The weight of a criterion among those that count, 0 to 1. */
double rank_weight(const struct model *model, size_t criterion, role_set given);
bool rank_criterion_counts(const struct criterion *criterion, role_set given);
role_set run_head_given(const struct run_head *head);

/* The coverage of a struct ranking_row (field.index), and a field for each of its shares. */
enum { RANK_COVERAGE_ALL = NUM_KIND_COUNT, RANK_COVERAGE_FIELDS = NUM_KIND_COUNT + 2 };
struct value rank_get_coverage(const struct field *field, const void *row, struct arena *arena);
/* One field a kind of number, then inferred and missing; their number. */
size_t rank_add_coverages(struct field *fields, struct arena *arena);

/* Fields of struct ranking_row for how firm its place is; null without ranking_row.robust. */
enum { RANK_ROBUST_FIELDS = 5 };
extern const struct field rank_robust_fields[RANK_ROBUST_FIELDS];

/* rank_record_type() for people who asked for exactly this; request may be NULL. */
const struct record_type *rank_type_for(const struct evaluator *evaluator,
					const struct rank_request *request, struct arena *arena);

/* "Data    slurryscreen 0.1.0, database 1a2b3c4d5e6f with my.csv (0f1e...); model slurry". */
void rank_add_data_line(struct lines *lines, const struct run_head *head);

/* head->row_command with the options that name these materials. */
struct str rank_row_command(const struct run_head *head, const struct combo *combo,
			    struct arena *arena);

/* Notes and commands of any report: weights, data, model, and what gives the same again. */
void rank_add_data(struct report *report, const struct run_head *head, struct arena *arena);

/* Solvents by binders, with notes of their own. */
const struct pivot *rank_pivot(const struct ranking *ranking, const struct run_head *head,
			       struct arena *arena);

/* Title and notes of a report. */
void rank_add_lines(struct report *report, const struct ranking *ranking,
		    const struct run_head *head, struct arena *arena);

#endif
