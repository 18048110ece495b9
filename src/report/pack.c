/* SPDX-License-Identifier: MIT */
#include "report/pack.h"

#include "base/hash_index.h"
#include "report/formats.h"
#include "report/json_parts.h"

enum {
	FIRST_TYPE = 3, /* numbers of types begin here; below: list, number, interval */
	PACK_FIELDS = FIELD_MACHINE | FIELD_PAGE,
};

/*
 * While packing, an entry is written as this, its number and a semicolon: JSON holds no controls.
 * Only when all is packed is it known which entries are used twice, and which can be written where
 * they are used.
 */
enum { ENTRY_MARK = '\x01', ENTRY_END = ';' };

/* Texts, each once, by their number. */
struct texts {
	struct arena *arena;
	struct hash_index index;
	struct str *at;
	size_t count;
	size_t capacity;
};

struct packer {
	struct texts types;
	struct texts entries;
	size_t *uses;    /* of the entries; once all is packed */
	size_t *numbers; /* in the pool, of those used more than once */
};

static void texts_init(struct texts *texts, struct arena *arena)
{
	*texts = (struct texts){.arena = arena};
	hash_index_init(&texts->index, arena, 0);
}

static size_t texts_number(struct texts *texts, struct str s)
{
	const uint64_t hash = str_hash(s);
	size_t cursor = 0;
	uint32_t found;

	while (hash_index_next(&texts->index, hash, &cursor, &found))
		if (str_equal(texts->at[found], s))
			return found;
	texts->at = arena_extend(texts->arena, texts->at, texts->count, &texts->capacity,
				 sizeof *texts->at);
	texts->at[texts->count] = str_copy(texts->arena, s);
	hash_index_add(&texts->index, hash, (uint32_t)texts->count);
	return texts->count++;
}

static void add_entry(struct packer *packer, struct text *text, struct str packed)
{
	text_addf(text, "%c%zu%c", ENTRY_MARK, texts_number(&packer->entries, packed), ENTRY_END);
}

/* JSON in which no parser of HTML or of old JavaScript finds an end: only strings hold these. */
static void add_string(struct text *text, struct str s)
{
	struct text json;
	struct str rest;

	text_init(&json, text->arena);
	json_add_string(&json, s);
	for (rest = text_str(&json); rest.length > 0;) {
		const size_t length = rest.at[0] == '<' ? 1 : utf8_sequence(rest);
		const struct str sign = str_part(rest, 0, length > 0 ? length : 1);

		if (str_is(sign, "<"))
			text_add(text, STR_LITERAL("\\u003c"));
		else if (str_is(sign, "\xE2\x80\xA8") || str_is(sign, "\xE2\x80\xA9"))
			text_addf(text, "\\u202%c", (unsigned char)sign.at[2] == 0xA8 ? '8' : '9');
		else
			text_add(text, sign);
		rest = str_part(rest, sign.length, rest.length);
	}
}

static void add_text(struct packer *packer, struct text *text, struct str s)
{
	struct text json;

	text_init(&json, text->arena);
	add_string(&json, s);
	add_entry(packer, text, text_str(&json));
}

static void add_number(struct text *text, double number)
{
	text_add_char(text, ',');
	json_add_scalar(text, value_number(number));
}

static void add_value(struct packer *packer, struct text *text, struct value value);

static void add_num(struct text *text, struct num num)
{
	const bool exact = num.low >= num.value && num.high <= num.value;
	const bool known = num.state == NUM_KNOWN;

	text_add(text, STR_LITERAL("[2"));
	add_number(text, num.value);
	if (!exact || !known) {
		add_number(text, num.low);
		add_number(text, num.high);
	}
	if (!known)
		text_addf(text, ",\"%s\"", num_state_word(num.state));
	text_add_char(text, ']');
}

/* By what they hold: a type may be made anew for each row. */
static size_t type_number(struct packer *packer, const struct record_type *type,
			  struct arena *arena)
{
	struct text keys;

	text_init(&keys, arena);
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].where & PACK_FIELDS)
			text_addf(&keys, "%s\"%s\"", keys.length > 0 ? "," : "",
				  type->fields[i].key);
	return FIRST_TYPE + texts_number(&packer->types, text_str(&keys));
}

static void add_record(struct packer *packer, struct text *text, struct value record)
{
	const struct record_type *type = record.type;
	size_t nulls = 0;
	struct text packed;

	text_init(&packed, text->arena);
	text_addf(&packed, "[%zu", type_number(packer, type, text->arena));
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		struct value value;

		if (!(field->where & PACK_FIELDS))
			continue;
		value = field_get(field, record.row, text->arena);
		if (value.kind == VALUE_NULL) {
			nulls++;
			continue;
		}
		for (; nulls > 0; nulls--)
			text_add(&packed, STR_LITERAL(",null"));
		text_add_char(&packed, ',');
		add_value(packer, &packed, value);
	}
	text_add_char(&packed, ']');
	text_add(text, text_str(&packed));
}

static void add_list(struct packer *packer, struct text *text, struct value list)
{
	text_add(text, STR_LITERAL("[0"));
	for (size_t i = 0; i < list.count; i++) {
		text_add_char(text, ',');
		add_value(packer, text, list.items[i]);
	}
	text_add_char(text, ']');
}

static void add_value(struct packer *packer, struct text *text, struct value value)
{
	struct text packed;

	switch (value.kind) {
	case VALUE_TEXT:
		add_text(packer, text, value.text);
		return;
	case VALUE_NUM:
		add_num(text, value.num);
		return;
	case VALUE_NUMBER:
		text_add(text, STR_LITERAL("[1"));
		add_number(text, value.number);
		text_add_char(text, ']');
		return;
	case VALUE_LIST:
		add_list(packer, text, value);
		return;
	case VALUE_RECORD:
		text_init(&packed, text->arena);
		add_record(packer, &packed, value);
		add_entry(packer, text, text_str(&packed));
		return;
	case VALUE_NULL:
	case VALUE_FLAG:
		json_add_scalar(text, value);
		return;
	}
}

/* ---- From entries to the pool ------------------------------------------------------------ */

/* The text up to the next entry, which is taken off with it; false: there is no entry. */
static bool next_entry(struct str *rest, struct str *before, size_t *entry)
{
	size_t at = 0;

	while (at < rest->length && rest->at[at] != ENTRY_MARK)
		at++;
	*before = str_part(*rest, 0, at);
	*entry = 0;
	if (at == rest->length)
		return false;
	for (at++; rest->at[at] != ENTRY_END; at++)
		*entry = *entry * 10 + (size_t)(rest->at[at] - '0');
	*rest = str_part(*rest, at + 1, rest->length);
	return true;
}

static void count_uses(struct packer *packer, struct str packed)
{
	struct str before;
	size_t entry;

	while (next_entry(&packed, &before, &entry))
		packer->uses[entry]++;
}

static void put_packed(const struct packer *packer, struct str packed, FILE *out)
{
	struct str before;
	size_t entry;

	while (next_entry(&packed, &before, &entry)) {
		stream_put(out, before);
		if (packer->uses[entry] > 1)
			(void)fprintf(out, "%zu", packer->numbers[entry]);
		else
			put_packed(packer, packer->entries.at[entry], out);
	}
	stream_put(out, before);
}

/* An entry comes behind those that it holds. */
static void make_pool(struct packer *packer, const struct str *texts, size_t count,
		      struct arena *scratch)
{
	const size_t entries = packer->entries.count;
	size_t number = 0;

	packer->uses = ARENA_NEW(scratch, entries, size_t);
	packer->numbers = ARENA_NEW(scratch, entries, size_t);
	for (size_t i = 0; i < count; i++)
		count_uses(packer, texts[i]);
	for (size_t i = 0; i < entries; i++)
		count_uses(packer, packer->entries.at[i]);
	for (size_t i = 0; i < entries; i++)
		if (packer->uses[i] > 1)
			packer->numbers[i] = number++;
}

/* ---- The block --------------------------------------------------------------------------- */

static struct str packed_row(struct packer *packer, const struct report *report, size_t row,
			     struct arena *scratch, struct arena *row_arena)
{
	struct text text;

	text_init(&text, row_arena);
	add_record(packer, &text, value_record(report->type, report->rows[row]));
	return str_copy(scratch, text_str(&text));
}

/* The rows, then the head. */
static struct str *pack_all(struct packer *packer, const struct report *report,
			    struct arena *scratch)
{
	struct str *texts = ARENA_NEW(scratch, report->row_count + 1, struct str);
	struct arena *row_arena = row_arena_new(scratch);
	struct text head;

	for (size_t i = 0; i < report->row_count; i++) {
		watcher_tell(&report->watcher, i, report->row_count);
		texts[i] = packed_row(packer, report, i, scratch, row_arena);
		arena_clear(row_arena);
	}
	text_init(&head, scratch);
	add_value(packer, &head, report->head);
	texts[report->row_count] = text_str(&head);
	return texts;
}

static void put_pool(const struct packer *packer, FILE *out)
{
	bool first = true;

	stream_put(out, STR_LITERAL(",\n\"pool\":["));
	for (size_t i = 0; i < packer->entries.count; i++) {
		if (packer->uses[i] < 2)
			continue;
		stream_put(out, str_from(first ? "" : ",\n"));
		put_packed(packer, packer->entries.at[i], out);
		first = false;
	}
	stream_put(out, STR_LITERAL("]"));
}

static void put_types(const struct packer *packer, FILE *out)
{
	stream_put(out, STR_LITERAL(",\n\"types\":["));
	for (size_t i = 0; i < packer->types.count; i++) {
		stream_put(out, str_from(i > 0 ? ",\n[" : "["));
		stream_put(out, packer->types.at[i]);
		stream_put(out, STR_LITERAL("]"));
	}
	stream_put(out, STR_LITERAL("]"));
}

static void put_titles(const struct report *report, struct arena *scratch, FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	text_add(&text, STR_LITERAL(",\n\"title\":["));
	for (size_t i = 0; i < report->title_count; i++) {
		text_add(&text, str_from(i > 0 ? "," : ""));
		add_string(&text, report->title[i]);
	}
	text_add(&text, STR_LITERAL("],\n\"format\":"));
	add_string(&text, str_from(report->format));
	stream_put(out, text_str(&text));
}

void pack_put(const struct report *report, struct arena *scratch, FILE *out)
{
	struct packer packer = {.uses = NULL};
	struct str *texts;

	texts_init(&packer.types, scratch);
	texts_init(&packer.entries, scratch);
	texts = pack_all(&packer, report, scratch);
	make_pool(&packer, texts, report->row_count + 1, scratch);
	stream_put(out, STR_LITERAL("{\"rows\":["));
	for (size_t i = 0; i < report->row_count; i++) {
		stream_put(out, str_from(i > 0 ? ",\n" : ""));
		put_packed(&packer, texts[i], out);
	}
	stream_put(out, STR_LITERAL("],\n\"head\":"));
	put_packed(&packer, texts[report->row_count], out);
	put_titles(report, scratch, out);
	put_types(&packer, out);
	put_pool(&packer, out);
	stream_put(out, STR_LITERAL("}"));
}
