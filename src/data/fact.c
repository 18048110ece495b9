/* SPDX-License-Identifier: MIT */
#include "data/fact.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

const char *const fact_grades[] = {"primary", "review", "abstract", "handbook", "web", "secondary",
				   "digest",  "chi",    "patent",   "uncited",  NULL};

static const char id_doc[] = "Short name of the row; made from the table and row if empty.";
static const char grade_doc[] = "What the row rests on, from a paper that was read to hearsay.";
static const char source_doc[] = "Key of the source.";

static const struct fact_column solubility_columns[] = {
    {"id", "id", "", FACT_ID, false, NULL, id_doc},
    {"solute", "solute", "", FACT_SUBJECT, true, NULL, "Binder or salt."},
    {"solvent", "solvent", "", FACT_SOLVENTS, true, NULL, "Solvent, or a blend in volume parts."},
    {"outcome", "outcome", "", FACT_OUTCOME, true, NULL, "Whether it dissolves."},
    {"grade", "grade", "", FACT_GRADE, true, NULL, grade_doc},
    {"temperature", "temperature", "degC", FACT_TEMPERATURE, false, NULL,
     "Temperature of the observation."},
    {"source", "source", "", FACT_SOURCE, false, NULL, source_doc},
    {"note", "note", "", FACT_TEXT, false, NULL, "Remark."},
};

static const char *const no_yes[] = {"no", "yes", NULL};

static const struct fact_column exposure_columns[] = {
    {"id", "id", "", FACT_ID, false, NULL, id_doc},
    {"electrolyte", "electrolyte", "", FACT_SUBJECT, true, NULL,
     "Electrolyte that was in contact with the liquid."},
    {"solvent", "solvent", "", FACT_SOLVENTS, true, NULL, "Solvent, or a blend in volume parts."},
    {"outcome", "outcome", "", FACT_OUTCOME, true, NULL, "What became of the electrolyte."},
    {"retention", "retention", "", FACT_VALUE, false, NULL,
     "Conductivity after the contact over that before, both at 25 degC."},
    {"conductivity_before", "before", "mS/cm", FACT_NUMBER, false, NULL,
     "Conductivity before the contact."},
    {"conductivity_after", "after", "mS/cm", FACT_NUMBER, false, NULL,
     "Conductivity after the contact."},
    {"temperature", "temperature", "degC", FACT_TEMPERATURE, false, NULL,
     "Temperature of the contact or of the reaction."},
    {"time", "time", "h", FACT_NUMBER, false, NULL, "Duration of the contact."},
    {"drying", "drying", "", FACT_TEXT, false, NULL, "How it was dried."},
    {"in_composite", "in composite", "", FACT_CHOICE, false, no_yes,
     "Whether active material was there too."},
    {"grade", "grade", "", FACT_GRADE, true, NULL, grade_doc},
    {"source", "source", "", FACT_SOURCE, false, NULL, source_doc},
    {"note", "note", "", FACT_TEXT, false, NULL, "Remark."},
};

static const char *const routes[] = {"slurry", "solution", "precursor", "dry", NULL};

static const struct fact_column system_columns[] = {
    {"id", "id", "", FACT_ID, false, NULL, id_doc},
    {"electrolyte", "electrolyte", "", FACT_SUBJECT, true, NULL,
     "Electrolyte of the sheet; `sulfide` if not told."},
    {"active_material", "active material", "", FACT_TEXT, false, NULL,
     "Active material of the electrode."},
    {"solvent", "solvent", "", FACT_SOLVENTS, false, NULL,
     "Solvent, or a blend in volume parts; empty if dry."},
    {"binder", "binder", "", FACT_BINDER, false, NULL, "Binder."},
    {"salt", "salt", "", FACT_SALT, false, NULL, "Lithium salt in the binder."},
    {"route", "route", "", FACT_CHOICE, true, routes, "How the sheet was made."},
    {"outcome", "outcome", "", FACT_OUTCOME, true, NULL, "Whether the recipe worked."},
    {"binder_wt_percent", "binder share", "wt%", FACT_NUMBER, false, NULL,
     "Share of the binder in the sheet."},
    {"heat_step", "heat step", "", FACT_TEXT, false, NULL, "What was heated, and why."},
    {"temperature", "temperature", "degC", FACT_TEMPERATURE, false, NULL,
     "Temperature of the heat step."},
    {"metric", "metric", "", FACT_TEXT, false, NULL, "What was measured on the sheet."},
    {"value", "value", "", FACT_VALUE, false, NULL, "Number that was measured on the sheet."},
    {"unit", "unit", "", FACT_TEXT, false, NULL, "Unit of the number."},
    {"table1", "Table 1", "", FACT_TEXT, false, NULL,
     "Reference number in Table 1 of the review, if it stands there."},
    {"grade", "grade", "", FACT_GRADE, true, NULL, grade_doc},
    {"source", "source", "", FACT_SOURCE, false, NULL, source_doc},
    {"note", "note", "", FACT_TEXT, false, NULL, "Remark."},
};

static const char *const solubility_outcomes[] = {"yes", "no", "swells", NULL};
static const char *const exposure_outcomes[] = {
    "compatible", "marginal", "incompatible", "dissolves", "precursor", "inert", NULL};
static const char *const system_outcomes[] = {"compatible", "marginal", "incompatible", NULL};

const struct fact_file fact_files[FACT_KIND_COUNT] = {
    [FACT_SOLUBILITY] = {"solubility", "solubility", 1u << TABLE_BINDERS | 1u << TABLE_SALTS,
			 solubility_outcomes, solubility_columns, COUNT(solubility_columns),
			 "Which binder or salt dissolves in which solvent."},
    [FACT_EXPOSURE] = {"exposure", "exposure", 1u << TABLE_ELECTROLYTES, exposure_outcomes,
		       exposure_columns, COUNT(exposure_columns),
		       "What a solvent does to an electrolyte."},
    [FACT_SYSTEM] = {"systems", "recipe", 1u << TABLE_ELECTROLYTES, system_outcomes, system_columns,
		     COUNT(system_columns),
		     "Published sheets: electrolyte, solvent, binder, salt, and how they did."},
};

size_t fact_column_find(enum fact_kind kind, struct str key)
{
	const struct fact_file *file = &fact_files[kind];

	for (size_t i = 0; i < file->column_count; i++)
		if (str_is(key, file->columns[i].key))
			return i;
	return SIZE_MAX;
}

struct str fact_cell(const struct fact *fact, enum fact_column_kind kind)
{
	const struct fact_file *file = &fact_files[fact->kind];

	for (size_t i = 0; i < file->column_count; i++)
		if (file->columns[i].kind == kind)
			return fact->cells[i];
	return (struct str){NULL, 0};
}

const char *fact_outcome_word(const struct fact *fact)
{
	return fact_files[fact->kind].outcomes[fact->outcome];
}

const char *fact_grade_word(const struct fact *fact)
{
	return fact_grades[fact->grade];
}

size_t fact_word(const char *const *words, struct str word)
{
	for (size_t i = 0; words[i]; i++)
		if (str_is(word, words[i]))
			return i;
	return SIZE_MAX;
}
