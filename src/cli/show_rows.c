/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/number.h"
#include "cli/fields.h"
#include "cli/materials.h"
#include "cli/show.h"
#include "data/unit.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* The ledger writes more digits than the table, never others: half a unit of the last one. */
static const double rounding = 0.005;

static const char *const status_words[] = {
    [LEDGER_PREFERRED] = "used",
    [LEDGER_ALTERNATIVE] = "alternative",
    [LEDGER_REJECTED] = "rejected",
};

static struct show_row *add_row(struct show_rows *rows, const struct show_context *context)
{
	rows->at =
	    arena_extend(context->arena, rows->at, rows->count, &rows->capacity, sizeof *rows->at);
	rows->at[rows->count] = (struct show_row){.low = (double)NAN, .high = (double)NAN};
	return &rows->at[rows->count++];
}

static struct value ledger_value(const struct ledger_line *line)
{
	if (isfinite(line->value))
		return value_number(line->value);
	return value_text(line->value_text);
}

static void take_line(struct show_row *row, const struct show_context *context,
		      const struct ledger_line *line)
{
	row->source = line->source;
	row->citation = citation_find(context->citations, line->source);
	row->note = line->note;
}

static enum num_kind kind_of(const char *word)
{
	int kind = 0;

	while (kind + 1 < NUM_KIND_COUNT &&
	       !str_is(str_from(num_kind_word((enum num_kind)kind)), word))
		kind++;
	return (enum num_kind)kind;
}

/* Within the typical uncertainty of the one in use. */
static bool agrees(const struct show_row *used, const struct ledger_line *line)
{
	struct num n;

	if (used->value.kind != VALUE_NUMBER || !isfinite(line->value))
		return false;
	n = prop_typical(used->property, used->value.number, kind_of(used->kind));
	return line->value >= n.low && line->value <= n.high;
}

static const char *choice_of(const struct show_row *used, const struct ledger_line *line)
{
	if (line->status == LEDGER_REJECTED)
		return "see note";
	if (used->kind && line->kind > kind_of(used->kind))
		return "weaker kind";
	if (agrees(used, line))
		return "agrees";
	if (used->value.kind == VALUE_NUMBER && isfinite(line->value))
		return "differs";
	return "not preferred";
}

/* A competing value, as its source gives it. */
static void add_competing(struct show_rows *rows, const struct show_context *context, size_t first,
			  const struct ledger_line *line)
{
	struct show_row *row = add_row(rows, context);
	const struct show_row *used = &rows->at[first];

	row->material = used->material;
	row->table = used->table;
	row->property = used->property;
	row->value = ledger_value(line);
	row->low = line->low;
	row->high = line->high;
	row->unit = line->unit;
	row->kind = num_kind_word(line->kind);
	row->status = status_words[line->status];
	row->choice = choice_of(used, line);
	take_line(row, context, line);
}

/* An added file may have replaced the value that the ledger speaks of. */
static bool is_of_ledger(const struct show_row *row, const struct ledger_line *line)
{
	double ledger = line->value;
	const struct unit *unit = unit_find(line->unit);

	if (row->value.kind != VALUE_NUMBER || !isfinite(ledger))
		return true;
	if (unit && !unit_convert(unit, row->property->unit, line->value, &ledger))
		ledger = line->value;
	return fabs(row->value.number - ledger) <= rounding * fmax(fabs(ledger), 1);
}

/* The cell of the table: what the rules use. */
static void fill_used(struct show_row *row, const struct show_context *context,
		      const struct material_row *at, size_t property)
{
	const struct num n = db_num(context->db, at->table, at->row, property);

	row->material = &context->db->tables[at->table].materials[at->row];
	row->table = at->table;
	row->property = &context->db->properties.rows[property];
	row->value = material_cell(at, property, context->arena);
	row->unit = str_from(row->property->unit);
	row->status = "unknown";
	if (row->value.kind == VALUE_NULL)
		return;
	row->status = status_words[LEDGER_PREFERRED];
	row->kind = num_kind_word(db_kind(context->db, at->table, at->row, property));
	if (row->property->kind == PROP_NUMBER && num_has_value(n)) {
		row->low = n.low;
		row->high = n.high;
	}
}

static void add_property(struct show_rows *rows, const struct show_context *context,
			 const struct material_row *at, size_t property)
{
	const size_t first = rows->count;
	struct show_row *used = add_row(rows, context);
	const struct ledger_line *lines;
	size_t count;

	fill_used(used, context, at, property);
	lines =
	    ledger_find(context->ledger, used->material->id, str_from(used->property->key), &count);
	for (size_t i = 0; i < count; i++) {
		used = &rows->at[first]; /* the array may have moved */
		if (lines[i].status == LEDGER_PREFERRED && is_of_ledger(used, &lines[i]))
			take_line(used, context, &lines[i]);
		else if (lines[i].status != LEDGER_PREFERRED)
			add_competing(rows, context, first, &lines[i]);
	}
}

void show_add_material(struct show_rows *rows, const struct show_context *context,
		       struct material_ref ref)
{
	const struct material_row at = {context->db, ref.table, ref.row};

	for (size_t i = 0; i < context->db->properties.count; i++)
		if (prop_in_table(&context->db->properties.rows[i], ref.table))
			add_property(rows, context, &at, i);
}

bool show_is_rejected(const struct show_row *row)
{
	return row->status == status_words[LEDGER_REJECTED];
}

/* ---- fields ---- */

static struct value get_material(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_text(((const struct show_row *)row)->material->id);
}

static struct value get_table(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(table_infos[((const struct show_row *)row)->table].key);
}

static struct value get_property_key(const struct field *field, const void *row,
				     struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(((const struct show_row *)row)->property->key);
}

/* A competing value stands under the one in use and says what it is instead of the name. */
static struct value get_property_label(const struct field *field, const void *row,
				       struct arena *arena)
{
	const struct show_row *show = row;

	(void)field;
	(void)arena;
	if (show->status == status_words[LEDGER_ALTERNATIVE])
		return value_word("  also");
	if (show_is_rejected(show))
		return value_word("  rejected");
	return value_word(show->property->label);
}

static void add_rounded(struct text *text, const struct property *property, double number)
{
	char buffer[NUMBER_TEXT_MAX];

	if (property->digits >= 0)
		text_add(text, number_write_fixed(buffer, number, property->digits));
	else
		text_add(text, number_write(buffer, number));
}

static struct value get_rounded(const struct field *field, const void *row, struct arena *arena)
{
	const struct show_row *show = row;
	struct text text;

	(void)field;
	if (show->value.kind != VALUE_NUMBER)
		return show->value;
	text_init(&text, arena);
	add_rounded(&text, show->property, show->value.number);
	return value_text(text_str(&text));
}

/* As far up as down, but for rounding. */
static bool is_symmetric(const struct show_row *show)
{
	const double down = show->value.number - show->low;
	const double up = show->high - show->value.number;

	return show->value.kind == VALUE_NUMBER && fabs(up - down) <= 1e-9 * fmax(up, down);
}

static struct value get_range(const struct field *field, const void *row, struct arena *arena)
{
	const struct show_row *show = row;
	struct text text;

	(void)field;
	if (isnan(show->low) || isnan(show->high) || !(show->low < show->high))
		return value_null();
	text_init(&text, arena);
	if (is_symmetric(show)) {
		text_add(&text, STR_LITERAL("+-"));
		add_rounded(&text, show->property, (show->high - show->low) / 2);
	} else {
		add_rounded(&text, show->property, show->low);
		text_add(&text, STR_LITERAL(" to "));
		add_rounded(&text, show->property, show->high);
	}
	return value_text(text_str(&text));
}

static struct value get_citation(const struct field *field, const void *row, struct arena *arena)
{
	const struct citation *citation = ((const struct show_row *)row)->citation;

	(void)field;
	(void)arena;
	return citation ? value_text(citation->citation) : value_null();
}

static struct value get_doi(const struct field *field, const void *row, struct arena *arena)
{
	const struct citation *citation = ((const struct show_row *)row)->citation;

	(void)field;
	(void)arena;
	return citation && citation->doi.length > 0 ? value_text(citation->doi) : value_null();
}

#define MACHINE_FIELD(key_, kind_, get_, doc_)                                                     \
	{                                                                                          \
		.key = (key_), .label = (key_), .unit = "", .kind = (kind_), .digits = -1,         \
		.where = FIELD_MACHINE, .doc = (doc_), .get = (get_)                               \
	}
#define PEOPLE_FIELD(key_, label_, get_, priority_, doc_)                                          \
	{                                                                                          \
		.key = (key_), .label = (label_), .unit = "", .kind = VALUE_TEXT, .digits = -1,    \
		.where = FIELD_PEOPLE, .priority = (priority_), .doc = (doc_), .get = (get_)       \
	}

static struct value get_value(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return ((const struct show_row *)row)->value;
}

static struct value get_status(const struct field *field, const void *row, struct arena *arena)
{
	(void)field;
	(void)arena;
	return value_word(((const struct show_row *)row)->status);
}

static const struct field show_fields[] = {
    FIELD_GETTER("material", "material", VALUE_TEXT, get_material, 0, "Id of the material."),
    MACHINE_FIELD("table", VALUE_TEXT, get_table, "The table that it stands in."),
    MACHINE_FIELD("property", VALUE_TEXT, get_property_key, "Key of the property."),
    PEOPLE_FIELD("label", "property", get_property_label, 0, "Name of the property."),
    MACHINE_FIELD("value", VALUE_NUMBER, get_value, "A number, text or list; none: absent."),
    PEOPLE_FIELD("rounded", "value", get_rounded, 0, "The value, rounded."),
    PEOPLE_FIELD("range", "range", get_range, 0, "Where it may lie."),
    FIELD_TEXT("unit", "unit", str, struct show_row, unit, 0, "Of value, low and high."),
    {.key = "low",
     .label = "low",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = -1,
     .where = FIELD_MACHINE,
     .doc = "Low end of the interval.",
     .get = field_of_double,
     .index = offsetof(struct show_row, low)},
    {.key = "high",
     .label = "high",
     .unit = "",
     .kind = VALUE_NUMBER,
     .digits = -1,
     .where = FIELD_MACHINE,
     .doc = "High end of the interval.",
     .get = field_of_double,
     .index = offsetof(struct show_row, high)},
    FIELD_TEXT("kind", "kind", chars, struct show_row, kind, 1, "How the value came about."),
    MACHINE_FIELD("status", VALUE_TEXT, get_status, "used, alternative, rejected or unknown."),
    FIELD_TEXT("source", "source", str, struct show_row, source, 1, "Key of the source."),
    FIELD_TEXT(
	"choice", "choice", chars, struct show_row, choice, PRIORITY_EXTRA + 1,
	"Why a competing value is not the one in use: agrees within its uncertainty; differs, "
	"and the interval in use spans both; weaker kind; see note."),
    FIELD_TEXT("note", "note", str, struct show_row, note, PRIORITY_EXTRA, "Remark of the ledger."),
    MACHINE_FIELD("citation", VALUE_TEXT, get_citation, "The source in full."),
    MACHINE_FIELD("doi", VALUE_TEXT, get_doi, "Digital object identifier of the source."),
};

const struct record_type *show_record_type(bool with_material, struct arena *arena)
{
	struct field *fields = ARENA_NEW(arena, COUNT_OF(show_fields), struct field);
	struct record_type *type = ARENA_NEW(arena, 1, struct record_type);

	for (size_t i = 0; i < COUNT_OF(show_fields); i++)
		fields[i] = show_fields[i];
	if (!with_material)
		fields[0].where = FIELD_MACHINE;
	*type = (struct record_type){"value", "What is known about a property of a material.",
				     fields, COUNT_OF(show_fields)};
	return type;
}
