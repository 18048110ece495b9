/* SPDX-License-Identifier: MIT */
#include "db_json.h"

#include "base/number.h"
#include "data/ledger.h"
#include "read/json.h"

struct exporter {
	const struct db *db;
	const struct ledger *ledger;
	struct text *out;
	bool first_in_list;
	bool first_in_object;
};

static void put(struct exporter *e, const char *literal)
{
	text_add(e->out, str_from(literal));
}

static void open_list(struct exporter *e, const char *key)
{
	text_addf(e->out, ",\n\"%s\": [", key);
	e->first_in_list = true;
}

static void close_list(struct exporter *e)
{
	put(e, e->first_in_list ? "]" : "\n]");
}

static void open_object(struct exporter *e)
{
	put(e, e->first_in_list ? "\n{" : ",\n{");
	e->first_in_list = false;
	e->first_in_object = true;
}

static void put_key(struct exporter *e, const char *key, const char *suffix)
{
	text_addf(e->out, "%s\"%s%s\": ", e->first_in_object ? "" : ", ", key, suffix);
	e->first_in_object = false;
}

static void put_text(struct exporter *e, const char *key, struct str value)
{
	if (value.length == 0)
		return;
	put_key(e, key, "");
	json_write_string(e->out, value);
}

static void put_number(struct exporter *e, const char *key, const char *suffix, double value)
{
	char buffer[NUMBER_TEXT_MAX];

	put_key(e, key, suffix);
	text_add(e->out, number_write(buffer, value));
}

/* A number as a number if that is written the same way, else as it is. */
static void put_as_written(struct exporter *e, const char *key, struct str value)
{
	char buffer[NUMBER_TEXT_MAX];
	double number;

	if (number_read(value, &number, NULL) == NUMBER_OK &&
	    str_equal(number_write(buffer, number), value))
		put_number(e, key, "", number);
	else
		put_text(e, key, value);
}

static void put_items(struct exporter *e, const char *key, struct str_list list)
{
	if (list.count == 0)
		return;
	put_key(e, key, "");
	for (size_t i = 0; i < list.count; i++) {
		put(e, i == 0 ? "[" : ", ");
		json_write_string(e->out, list.at[i]);
	}
	put(e, "]");
}

/* Intervals that the ledger does not give again when it is folded. */
static void put_interval(struct exporter *e, enum table_id table, size_t row, size_t property)
{
	const struct table *t = &e->db->tables[table];
	const struct cell_note *note = db_note(e->db, table, row, property);
	const char *key = e->db->properties.rows[property].key;
	size_t lines;

	if (!note)
		return;
	/* The ledger knows no classes, but solvents of the same name. */
	(void)ledger_find(e->ledger, t->materials[row].id, str_from(key), &lines);
	if (lines > 0 && table != TABLE_CLASSES)
		return;
	if (isfinite(note->low))
		put_number(e, key, "_low", note->low);
	if (isfinite(note->high))
		put_number(e, key, "_high", note->high);
}

static void put_cell(struct exporter *e, enum table_id table, size_t row, size_t property)
{
	const struct property *rule = &e->db->properties.rows[property];
	const double value = db_cell(e->db, table, row, property);

	if (isnan(value))
		return;
	if (isinf(value)) {
		put_text(e, rule->key, STR_LITERAL("none"));
	} else if (rule->kind == PROP_NUMBER) {
		put_number(e, rule->key, "", value);
		put_interval(e, table, row, property);
	} else if (rule->kind == PROP_CODES) {
		put_items(e, rule->key, db_codes(e->db, table, row, property));
	} else {
		put_text(e, rule->key, db_word(e->db, table, row, property));
	}
}

static void put_material(struct exporter *e, enum table_id table, size_t row)
{
	const struct material *material = &e->db->tables[table].materials[row];

	open_object(e);
	put_text(e, table_infos[table].id_key, material->id);
	if (!str_equal(material->name, material->id))
		put_text(e, identity_infos[IDENTITY_NAME].key, material->name);
	put_items(e, identity_infos[IDENTITY_ALIASES].key, material->aliases);
	put_text(e, identity_infos[IDENTITY_CAS].key, material->cas);
	put_text(e, identity_infos[IDENTITY_FORMULA].key, material->formula);
	for (size_t i = 0; i < e->db->properties.count; i++)
		if (prop_in_table(&e->db->properties.rows[i], table))
			put_cell(e, table, row, i);
	put(e, "}");
}

static void put_facts(struct exporter *e, enum fact_kind kind)
{
	const struct fact_file *file = &fact_files[kind];

	open_list(e, file->key);
	for (size_t i = 0; i < e->db->fact_count; i++) {
		const struct fact *fact = &e->db->facts[i];

		if (fact->kind != kind)
			continue;
		open_object(e);
		for (size_t k = 0; k < file->column_count; k++) {
			if (file->columns[k].kind == FACT_ID) /* it may have been made */
				put_text(e, file->columns[k].key, fact->id);
			else
				put_as_written(e, file->columns[k].key, fact->cells[k]);
		}
		put(e, "}");
	}
	close_list(e);
}

static void put_end(struct exporter *e, const char *key, double value)
{
	if (isfinite(value))
		put_number(e, key, "", value);
}

static void put_ledger(struct exporter *e)
{
	open_list(e, "values");
	for (size_t i = 0; i < e->ledger->count; i++) {
		const struct ledger_line *line = &e->ledger->lines[i];

		open_object(e);
		put_text(e, "material", line->material);
		put_text(e, "property", line->property);
		put_as_written(e, "value", line->value_text);
		put_end(e, "low", line->low);
		put_end(e, "high", line->high);
		put_text(e, "unit", line->unit);
		put_end(e, "temperature", line->temperature);
		put_text(e, "kind", str_from(num_kind_word(line->kind)));
		put_text(e, "status", str_from(ledger_status_words[line->status]));
		put_text(e, "source", line->source);
		put_text(e, "note", line->note);
		put_text(e, "waive", line->waive);
		put(e, "}");
	}
	close_list(e);
}

static void put_sources(struct exporter *e, const struct citations *citations)
{
	open_list(e, "sources");
	for (size_t i = 0; i < citations->count; i++) {
		const struct citation *row = &citations->rows[i];

		open_object(e);
		put_text(e, "key", row->key);
		put_text(e, "citation", row->citation);
		put_text(e, "doi", row->doi);
		put_text(e, "url", row->url);
		put_text(e, "licence", row->licence);
		put_text(e, "access", row->access);
		put(e, "}");
	}
	close_list(e);
}

void db_write_json(const struct db *db, struct arena *scratch, struct diag_sink *sink,
		   struct text *out)
{
	struct exporter e = {
	    .db = db,
	    .ledger = ledger_read(db, scratch, sink),
	    .out = out,
	};

	put(&e, "{\"format\": \"slurryscreen-data/1\"");
	for (int t = 0; t < TABLE_COUNT; t++) {
		open_list(&e, table_infos[t].key);
		for (size_t row = 0; row < db->tables[t].count; row++)
			put_material(&e, (enum table_id)t, row);
		close_list(&e);
	}
	put_ledger(&e);
	put_sources(&e, citations_read(db, scratch, sink));
	for (int kind = 0; kind < FACT_KIND_COUNT; kind++)
		put_facts(&e, (enum fact_kind)kind);
	put(&e, "}\n");
}
