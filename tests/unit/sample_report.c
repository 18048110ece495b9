/* SPDX-License-Identifier: MIT */
#include "sample_report.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static const struct sample_row *row_of(const void *row)
{
	return row;
}

static struct value get_rank(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_number(row_of(row)->rank);
}

static struct value get_text(const struct field *field, const void *row, struct arena *arena)
{
	const char *const texts[] = {row_of(row)->id, row_of(row)->name, row_of(row)->cas,
				     row_of(row)->verdict};

	(void)arena;
	return value_word(texts[field->index]);
}

static struct value get_null(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)row;
	(void)arena;
	return value_null();
}

static struct value get_same(const struct field *field, const void *row, struct arena *arena)
{
	(void)arena;
	return value_record(field->type, row);
}

static struct value get_num(const struct field *field, const void *row, struct arena *arena)
{
	const struct num nums[] = {row_of(row)->score, row_of(row)->comp, row_of(row)->solu};

	(void)arena;
	return value_num(nums[field->index]);
}

static struct value get_score(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_number(row_of(row)->score.value);
}

static struct value get_boiling(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_number(row_of(row)->boiling_point);
}

static struct value get_reference(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_flag(row_of(row)->reference);
}

static struct value get_remarks(const struct field *field, const void *row, struct arena *arena)
{
	const char *const *remarks = row_of(row)->remarks;
	size_t count = 0;
	struct value *items;

	(void)field;
	while (remarks && remarks[count])
		count++;
	items = ARENA_NEW(arena, count, struct value);
	for (size_t i = 0; i < count; i++)
		items[i] = value_word(remarks[i]);
	return value_list(items, count);
}

enum { BOTH = FIELD_MACHINE | FIELD_PEOPLE };

static const struct field solvent_fields[] = {
    {.key = "id",
     .label = "id",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .get = get_text,
     .index = 0},
    {.key = "name",
     .label = "solvent",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = BOTH,
     .get = get_text,
     .index = 1},
    {.key = "cas",
     .label = "CAS",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .get = get_text,
     .index = 2},
};
static const struct record_type solvent_type = {"solvent", "A solvent.", solvent_fields,
						COUNT_OF(solvent_fields)};

static const struct field salt_fields[] = {
    {.key = "id",
     .label = "id",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .get = get_text,
     .index = 0},
};
static const struct record_type salt_type = {"salt", "A salt.", salt_fields, COUNT_OF(salt_fields)};

static const struct field criteria_fields[] = {
    {.key = "comp",
     .label = "compatibility",
     .short_label = "comp",
     .unit = "",
     .kind = VALUE_NUM,
     .digits = 2,
     .where = BOTH,
     .show = SHOW_BAR,
     .priority = 2,
     .get = get_num,
     .index = 1},
    {.key = "salt",
     .label = "solubility",
     .short_label = "solu",
     .unit = "",
     .kind = VALUE_NUM,
     .digits = 2,
     .where = BOTH,
     .show = SHOW_BAR,
     .priority = 3,
     .get = get_num,
     .index = 2},
};
static const struct record_type criteria_type = {"criteria", "Criteria.", criteria_fields,
						 COUNT_OF(criteria_fields)};

static const struct field sample_fields[] = {
    {.key = "rank",
     .label = "#",
     .unit = "",
     .kind = VALUE_NUMBER,
     .where = BOTH,
     .show = SHOW_RANK,
     .get = get_rank},
    {.key = "mark",
     .label = "",
     .unit = "",
     .kind = VALUE_FLAG,
     .where = FIELD_PEOPLE,
     .show = SHOW_MARK,
     .get = get_reference},
    {.key = "solvent",
     .label = "solvent",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .type = &solvent_type,
     .get = get_same},
    {.key = "salt",
     .label = "salt",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .type = &salt_type,
     .get = get_null},
    {.key = "score",
     .label = "score",
     .unit = "",
     .kind = VALUE_NUMBER,
     .where = FIELD_MACHINE,
     .get = get_score},
    {.key = "shown",
     .label = "score",
     .unit = "",
     .kind = VALUE_NUM,
     .where = FIELD_PEOPLE,
     .show = SHOW_SCORE,
     .get = get_num,
     .index = 0},
    {.key = "verdict",
     .label = "verdict",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = BOTH,
     .show = SHOW_VERDICT,
     .priority = 1,
     .get = get_text,
     .index = 3},
    {.key = "criteria",
     .label = "criteria",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = BOTH,
     .type = &criteria_type,
     .inline_flat = true,
     .get = get_same},
    {.key = "boiling_point",
     .label = "boiling point",
     .short_label = "Tb",
     .unit = "degC",
     .kind = VALUE_NUMBER,
     .digits = 1,
     .where = BOTH,
     .priority = PRIORITY_EXTRA,
     .get = get_boiling},
    {.key = "remarks",
     .label = "remarks",
     .unit = "",
     .kind = VALUE_LIST,
     .where = BOTH,
     .priority = PRIORITY_EXTRA + 1,
     .get = get_remarks},
    {.key = "reference",
     .label = "reference",
     .unit = "",
     .kind = VALUE_FLAG,
     .where = FIELD_MACHINE,
     .get = get_reference},
};
const struct record_type sample_type = {"row", "A row.", sample_fields, COUNT_OF(sample_fields)};

#define KNOWN(v, l, h)                                                                             \
	{                                                                                          \
		(v), (l), (h), NUM_KNOWN, NUM_MEASURED                                             \
	}
#define INFERRED(v, l, h)                                                                          \
	{                                                                                          \
		(v), (l), (h), NUM_INFERRED, NUM_ESTIMATED                                         \
	}
#define MISSING(v)                                                                                 \
	{                                                                                          \
		(v), 0, 1, NUM_MISSING, NUM_UNCITED                                                \
	}

/* By bytes, because linters rightly flag it in a literal. */
const char sample_override[] = {(char)0xE2, (char)0x80, (char)0xAE, 'g', 'n', 'p', '\0'};

static const char *const many_remarks[] = {"peroxide-former", "takes-up-water", NULL};
static const char *const rejected_remarks[] = {"strong-donor", NULL};

const struct sample_row sample_rows[] = {
    {1, "p-xylene", "p-Xylene", "106-42-3", 138.35, KNOWN(78.4, 60.6, 85.2), "recommended",
     KNOWN(1, 0.9, 1), KNOWN(0.93, 0.5, 1), NULL, false},
    {2, "dibutyl-ether", "Di-n-butyl ether of a rather long name", "142-96-1", 142,
     KNOWN(54.5, 8, 71), "usable", INFERRED(0.5, 0.25, 0.75), KNOWN(0.0625, 0, 0.2), many_remarks,
     false},
    {3, "novel", "Novel éther", "75-09-2", (double)NAN, KNOWN(30, 0, 100), "marginal", MISSING(0.3),
     KNOWN(0.701, 0.6, 0.8), NULL, false},
    {(double)NAN, "nmp", "N-Methyl-2-pyrrolidone", "872-50-4", -24.4, KNOWN(4.5, 3, 5), "rejected",
     KNOWN(0, 0, 0), KNOWN(0.85, 0.8, 0.9), rejected_remarks, true},
};
const size_t sample_row_count = COUNT_OF(sample_rows);

/* ---- The report -------------------------------------------------------------------------- */

static struct value get_word(const struct field *field, const void *row, struct arena *arena)
{
	(void)row;
	(void)arena;
	return value_word(field->context);
}

static struct value get_one(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)row;
	(void)arena;
	return value_number(0.1);
}

static const struct field model_fields[] = {
    {.key = "name",
     .label = "name",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .get = get_word,
     .context = "slurry"},
    {.key = "weight",
     .label = "weight",
     .unit = "",
     .kind = VALUE_NUMBER,
     .where = FIELD_MACHINE,
     .get = get_one},
};
static const struct record_type model_type = {"model", "A model.", model_fields,
					      COUNT_OF(model_fields)};

static const struct field head_fields[] = {
    {.key = "program",
     .label = "program",
     .unit = "",
     .kind = VALUE_TEXT,
     .where = FIELD_MACHINE,
     .get = get_word,
     .context = "slurryscreen 0"},
    {.key = "model",
     .label = "model",
     .unit = "",
     .kind = VALUE_RECORD,
     .where = FIELD_MACHINE,
     .type = &model_type,
     .get = get_same},
};
static const struct record_type head_type = {"run", "A run.", head_fields, COUNT_OF(head_fields)};

static const char title_line[] = "Li6PS5Cl with NBR: 4 screened, 1 rejected";
static const char long_note[] =
    "    1  strong-donor  decomposes the electrolyte, and this line is too long for 80";
static const char short_note[] = "Same again:  screen";

static const struct str title[] = {{title_line, sizeof title_line - 1}};
static const struct str notes[] = {
    {long_note, sizeof long_note - 1},
    {short_note, sizeof short_note - 1},
};

struct report sample_report(const struct sample_row *rows, size_t count, struct arena *arena)
{
	const void **pointers = ARENA_NEW(arena, count, const void *);

	for (size_t i = 0; i < count; i++)
		pointers[i] = &rows[i];
	return (struct report){
	    .format = "sample/1",
	    .rows_key = "results",
	    .type = &sample_type,
	    .rows = pointers,
	    .row_count = count,
	    .head = value_record(&head_type, rows),
	    .title = title,
	    .title_count = COUNT_OF(title),
	    .notes = notes,
	    .note_count = COUNT_OF(notes),
	    .rule_before = 3,
	};
}

struct str format_to_text(const char *format, const struct report *report,
			  const struct format_options *options, struct arena *arena)
{
	const struct format *found = format_find(str_from(format));
	FILE *file = tmpfile();
	char *bytes;
	long size;

	assert_non_null(found);
	assert_non_null(file);
	assert_true(found->write(report, options, arena, file));
	size = ftell(file);
	assert_true(size >= 0);
	rewind(file);
	bytes = ARENA_NEW(arena, (size_t)size + 1, char);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	assert_int_equal(fclose(file), 0);
	return (struct str){bytes, (size_t)size};
}
