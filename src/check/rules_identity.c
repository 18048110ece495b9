/* SPDX-License-Identifier: MIT */
/* Who a row is about: CAS numbers, and what must not stand twice. */
#include "check/cas.h"
#include "check/rule.h"

static void offer_candidates(struct rule_case *c, const struct cas_reading *reading)
{
	if (reading->candidates == 1)
		diag_hint(c->check->sink, "write %s: the one number with a right check digit",
			  reading->repaired[0]);
	else if (reading->candidates > 1)
		diag_hint(c->check->sink, "%s or %s has a right check digit", reading->repaired[0],
			  reading->repaired[1]);
	else
		diag_hint(c->check->sink,
			  "no CAS number with a right check digit gives this; look it up");
}

/* The number that the database has for this very material. */
static void offer_known(struct rule_case *c)
{
	const struct material *known;

	if (c->twin == DB_NO_ROW)
		return;
	known = rule_known(c->check, c->table, c->twin);
	if (known->cas.length > 0)
		diag_hint(c->check->sink, "the database has " STR_FORMAT " for " STR_FORMAT,
			  STR_ARGS(known->cas), STR_ARGS(known->id));
}

void rule_cas_date(struct rule_case *c)
{
	const struct cas_reading reading = cas_read(c->cell[0]->text);

	if (reading.status != CAS_DATE && reading.status != CAS_SERIAL)
		return;
	DIAG_REPORT(c->check->sink, CAS_DATE, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    reading.status == CAS_DATE ? "a date" : "the serial number of a date");
	offer_candidates(c, &reading);
	offer_known(c);
	rule_suspect(c, 0);
}

void rule_cas_format(struct rule_case *c)
{
	const struct cas_reading reading = cas_read(c->cell[0]->text);

	if (c->cell[0]->state == CELL_NONE ||
	    (reading.status != CAS_MALFORMED && reading.status != CAS_DRESSED))
		return;
	DIAG_REPORT(c->check->sink, CAS_FORMAT, c->cell[0]->place, STR_ARGS(c->cell[0]->text));
	if (reading.candidates > 0)
		offer_candidates(c, &reading);
	offer_known(c);
	rule_suspect(c, 0);
}

void rule_cas_check_digit(struct rule_case *c)
{
	const struct cas_reading reading = cas_read(c->cell[0]->text);

	if (reading.status != CAS_CHECK_DIGIT)
		return;
	DIAG_REPORT(c->check->sink, CAS_CHECK_DIGIT, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    reading.digit);
	diag_hint(c->check->sink, "one of the digits is wrong, or two have changed places");
	offer_known(c);
	rule_suspect(c, 0);
}

static struct origin here(const struct rule_case *c, size_t offset)
{
	return (struct origin){false, c->table, 0, (uint32_t)c->check->file, offset};
}

/* Remembers it; false if it stood somewhere before, which is then in *first. */
static bool is_new(struct rule_case *c, enum seen_kind kind, struct str text, size_t offset,
		   struct origin *first)
{
	const uint64_t *before = seen_add(&c->check->names, rule_hash(kind, false, c->table, text),
					  origin_pack(here(c, offset)));

	if (before)
		*first = origin_unpack(*before);
	return !before;
}

/*
 * Files may be laid over each other: a row with the id of one in another file replaces its values,
 * and says again who it is. True from the second time that text stands beside the id of this row.
 */
static bool stood_with_id(struct rule_case *c, enum seen_kind kind, struct str text)
{
	const struct check_cell *const id = rule_identity(c->row, IDENTITY_ID);
	struct origin first;
	struct text both;

	if (c->check->file_count < 2 || !id)
		return false;
	text_init(&both, c->check->arenas.row);
	text_addf(&both, "%d\n" STR_FORMAT "\n" STR_FORMAT, (int)kind, STR_ARGS(id->text),
		  STR_ARGS(text));
	return !is_new(c, SEEN_OF_ID, text_str(&both), c->row->place.offset, &first) &&
	       first.file != c->check->file;
}

/* "line 12", or "line 12 of solvents.csv" from another file. */
static const char *where(struct rule_case *c, struct origin first)
{
	const size_t line = origin_line(c->check, first);
	struct text text;

	text_init(&text, c->check->arenas.row);
	text_addf(&text, "line %zu", line);
	if (first.file != c->check->file)
		text_addf(&text, " of %s", c->check->files[first.file].source->name);
	return text.at;
}

static bool will_be_kept(const struct rule_case *c, enum diag_id id)
{
	const struct diag_sink *sink = c->check->sink;

	return sink->total[id] <
	       (sink->limit_per_rule ? sink->limit_per_rule : (size_t)DIAG_KEEP_DEFAULT);
}

/* Looking for the line costs time: only for what is shown. */
static const char *where_if_kept(struct rule_case *c, enum diag_id id, struct origin first)
{
	return will_be_kept(c, id) ? where(c, first) : "";
}

/* Where the cell's text stood before, or NULL; then it is remembered. */
static const char *stood(struct rule_case *c, enum seen_kind kind)
{
	const struct check_cell *cell = c->cell[0];
	struct origin first;

	if (cell->state == CELL_NONE || stood_with_id(c, kind, cell->text) ||
	    is_new(c, kind, cell->text, cell->place.offset, &first))
		return NULL;
	return where_if_kept(c, c->rule->finding, first);
}

void rule_duplicate_cas(struct rule_case *c)
{
	const char *const before = stood(c, SEEN_CAS);

	if (!before)
		return;
	DIAG_REPORT(c->check->sink, DUPLICATE_CAS, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    before);
	rule_suspect(c, 0);
}

void rule_duplicate_smiles(struct rule_case *c)
{
	const char *const before = stood(c, SEEN_SMILES);

	if (!before)
		return;
	DIAG_REPORT(c->check->sink, DUPLICATE_SMILES, c->cell[0]->place, STR_ARGS(c->cell[0]->text),
		    before);
	rule_suspect(c, 0);
}

/* The names of a cell: one, or a list joined by ';'. */
static bool is_list(const struct rule_case *c)
{
	return str_is(c->column[0]->key, identity_infos[IDENTITY_ALIASES].key);
}

static bool next_name(const struct rule_case *c, struct str *rest, struct str *name)
{
	if (is_list(c))
		return str_next(rest, ';', name);
	*name = *rest;
	rest->length = 0;
	return name->length > 0;
}

void rule_duplicate_name(struct rule_case *c)
{
	struct str rest = c->cell[0]->text;
	struct origin first;
	struct str name;

	while (next_name(c, &rest, &name)) {
		const struct str folded = str_fold_name(c->check->arenas.row, name);
		const struct place row = c->row->place;

		if (folded.length == 0 || stood_with_id(c, SEEN_NAME, folded) ||
		    is_new(c, SEEN_NAME, folded, c->cell[0]->place.offset, &first))
			continue;
		/* An alias that repeats the name of its own row does no harm. */
		if (first.file == c->check->file && first.offset >= row.offset &&
		    first.offset < row.offset + row.length)
			continue;
		DIAG_REPORT(c->check->sink, DUPLICATE_NAME, c->cell[0]->place,
			    is_list(c) ? "alias" : "name", STR_ARGS(name),
			    where_if_kept(c, DIAG_DUPLICATE_NAME, first));
		rule_suspect(c, 0);
		return;
	}
}

/* What the row is called in messages. */
static struct str row_id(const struct rule_case *c)
{
	const struct check_cell *const id = rule_identity(c->row, IDENTITY_ID);
	const struct check_cell *const name = rule_identity(c->row, IDENTITY_NAME);

	return id ? id->text : name ? name->text : STR_LITERAL("this row");
}

void rule_name_taken(struct rule_case *c)
{
	struct str rest = c->cell[0]->text;
	struct str name;

	if (!c->check->known)
		return;
	while (next_name(c, &rest, &name)) {
		const uint32_t known = rule_find_known(c->check, SEEN_NAME, c->table,
						       str_fold_name(c->check->arenas.row, name));

		if (known == DB_NO_ROW || known == c->twin)
			continue;
		DIAG_REPORT(c->check->sink, NAME_TAKEN, c->cell[0]->place,
			    is_list(c) ? "alias" : "name", STR_ARGS(name), STR_ARGS(row_id(c)),
			    STR_ARGS(rule_known(c->check, c->table, known)->id));
		rule_suspect(c, 0);
		return;
	}
}

void rule_same_material(struct rule_case *c)
{
	const struct material *known;

	if (c->twin == DB_NO_ROW)
		return;
	known = rule_known(c->check, c->table, c->twin);
	if (!str_equal(known->id, c->cell[0]->text))
		DIAG_REPORT(c->check->sink, SAME_MATERIAL, c->cell[0]->place,
			    STR_ARGS(c->cell[0]->text), STR_ARGS(known->id));
}
