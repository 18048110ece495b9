/* SPDX-License-Identifier: MIT */
#include "report/pack.h"

#include "base/hash_index.h"
#include "report/formats.h"
#include "report/json_parts.h"

enum {
	SHORT_TEXT = 12, /* bytes: shorter ones are not worth an entry */
	FIRST_TYPE = 2,  /* numbers of types begin here; below: list, number */
	PACK_FIELDS = FIELD_MACHINE | FIELD_PAGE,
};

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
	struct texts pool;
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

static void add_pooled(struct packer *packer, struct text *text, struct str packed)
{
	text_addf(text, "[-%zu]", texts_number(&packer->pool, packed) + 1);
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

	if (s.length < SHORT_TEXT) {
		add_string(text, s);
		return;
	}
	text_init(&json, text->arena);
	add_string(&json, s);
	add_pooled(packer, text, text_str(&json));
}

static void add_value(struct packer *packer, struct text *text, struct value value);

static void add_num(struct text *text, struct num num)
{
	const double numbers[] = {num.value, num.low, num.high};
	const bool exact = num.low >= num.value && num.high <= num.value;
	const bool known = num.state == NUM_KNOWN;

	text_add(text, STR_LITERAL("[1"));
	for (size_t i = 0; i < (exact && known ? 1 : 3); i++) {
		text_add_char(text, ',');
		json_add_scalar(text, value_number(numbers[i]));
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

/* Records inside others are pooled: materials, sources, cells that many rows share. */
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
	case VALUE_LIST:
		add_list(packer, text, value);
		return;
	case VALUE_RECORD:
		text_init(&packed, text->arena);
		add_record(packer, &packed, value);
		add_pooled(packer, text, text_str(&packed));
		return;
	case VALUE_NULL:
	case VALUE_NUMBER:
	case VALUE_FLAG:
		json_add_scalar(text, value);
		return;
	}
}

static void put_rows(struct packer *packer, const struct report *report, struct arena *scratch,
		     FILE *out)
{
	struct arena *row_arena = row_arena_new(scratch);

	stream_put(out, STR_LITERAL("{\"rows\":["));
	for (size_t i = 0; i < report->row_count; i++) {
		struct text text;

		watcher_tell(&report->watcher, i, report->row_count);
		text_init(&text, row_arena);
		if (i > 0)
			text_add(&text, STR_LITERAL(",\n"));
		add_record(packer, &text, value_record(report->type, report->rows[i]));
		stream_put(out, text_str(&text));
		arena_clear(row_arena);
	}
	stream_put(out, STR_LITERAL("]"));
}

static void put_texts(const struct texts *texts, const char *key, const char *open,
		      const char *close, FILE *out)
{
	stream_put(out, str_from(key));
	for (size_t i = 0; i < texts->count; i++) {
		stream_put(out, str_from(i > 0 ? ",\n" : ""));
		stream_put(out, str_from(open));
		stream_put(out, texts->at[i]);
		stream_put(out, str_from(close));
	}
	stream_put(out, STR_LITERAL("]"));
}

static void put_head(struct packer *packer, const struct report *report, struct arena *scratch,
		     FILE *out)
{
	struct text text;

	text_init(&text, scratch);
	text_add(&text, STR_LITERAL(",\n\"head\":"));
	add_value(packer, &text, report->head);
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
	struct packer packer;

	texts_init(&packer.types, scratch);
	texts_init(&packer.pool, scratch);
	put_rows(&packer, report, scratch, out);
	put_head(&packer, report, scratch, out);
	put_texts(&packer.types, ",\n\"types\":[", "[", "]", out);
	put_texts(&packer.pool, ",\n\"pool\":[", "", "", out);
	stream_put(out, STR_LITERAL("}"));
}
