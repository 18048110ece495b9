/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "model_fixture.h"

static const char *const class_names[] = {
    "alkane",      "cycloalkane",
    "alkene",      "terpene",
    "aromatic",    "styrenic",
    "aryl halide", "alkyl halide",
    "perfluoro",   "fluoroether",
    "siloxane",    "aryl ether",
    "alkyl ether", "cyclic ether",
    "glyme",       "acetal",
    "ester",       "lactone",
    "ketone",      "nitrile",
    "carbonate",   "cyclic carbonate",
    "amide",       "urea",
    "lactam",      "sulfoxide",
    "sulfone",     "phosphoryl",
    "amine",       "N-H",
    "thioether",   "thiophene",
    "disulfide",   "nitro",
    "CS2",         "alcohol",
    "acid",        "water",
    "thiol",
};

enum { CLASS_COUNT = sizeof class_names / sizeof class_names[0] };

void model_fixture_open(struct model_fixture *fixture)
{
	struct material *classes;

	memset(fixture, 0, sizeof *fixture);
	arena_init(&fixture->arena, NULL);
	diag_sink_init(&fixture->sink, &fixture->arena);
	classes = ARENA_NEW(&fixture->arena, CLASS_COUNT, struct material);
	for (size_t i = 0; i < CLASS_COUNT; i++)
		classes[i].id = classes[i].name = str_from(class_names[i]);
	fixture->db.properties = (struct prop_set){properties, property_count};
	fixture->db.tables[TABLE_CLASSES].materials = classes;
	fixture->db.tables[TABLE_CLASSES].count = CLASS_COUNT;
}

void model_fixture_close(struct model_fixture *fixture)
{
	arena_release(&fixture->arena);
}

const struct model *model_fixture_read(struct model_fixture *fixture, struct str text)
{
	diag_sink_init(&fixture->sink, &fixture->arena);
	fixture->source = source_from_text("model.json", str_copy(&fixture->arena, text));
	return model_read(&fixture->source, &fixture->db, &fixture->arena, &fixture->sink);
}

struct str model_fixture_quotes(struct model_fixture *fixture, const char *text)
{
	char *copy = arena_copy_text(&fixture->arena, text, strlen(text));

	for (char *c = copy; *c; c++)
		if (*c == '\'')
			*c = '"';
	return str_from(copy);
}

struct str model_fixture_messages(struct model_fixture *fixture)
{
	const struct diag *items = diag_sorted(&fixture->sink, &fixture->arena);
	struct text text;

	text_init(&text, &fixture->arena);
	for (size_t i = 0; i < fixture->sink.count; i++) {
		struct line_column at = source_locate(items[i].place.source, items[i].place.offset);

		text_addf(&text, "%zu:%zu: %s [%s]", at.line, at.column, items[i].message,
			  diag_rules[items[i].id].slug);
		if (items[i].hint)
			text_addf(&text, "; %s", items[i].hint);
		text_add_char(&text, '\n');
	}
	return text_str(&text);
}

#define VERDICTS "[{'word': 'good', 'at': 50}, {'word': 'bad', 'at': 0}]"
#define HEAD "{'format': 'slurryscreen-model/1', 'name': 'm', 'verdicts': " VERDICTS ","
#define TERM "{'id': 't', 'measure': 'solvent.logp', 'curve': [[0, 0], [1, 1]]}"
#define CRITERION "{'id': 'c', 'weight': 1, 'terms': [" TERM "]}"
#define CRITERIA "'criteria': [" CRITERION "]}"

static const struct slot_text {
	const char *before;
	const char *after;
} slots[SLOT_COUNT] = {
    [SLOT_FILE] = {"", ""},
    [SLOT_HEAD] = {HEAD "\n", "\n" CRITERIA},
    [SLOT_VERDICTS] = {"{'format': 'slurryscreen-model/1', 'name': 'm', 'verdicts':\n",
		       ",\n" CRITERIA},
    [SLOT_CAPS] = {HEAD "'missing_caps': [\n", "\n], " CRITERIA},
    [SLOT_GATE] = {HEAD "'gates': [\n", "\n], " CRITERIA},
    [SLOT_CONDITION] = {HEAD "'gates': [{'id': 'g', 'verdict': 'warn', 'why': 'w', 'any': [[\n",
			"\n]]}], " CRITERIA},
    [SLOT_CRITERION] = {HEAD "'criteria': [\n", "\n]}"},
    [SLOT_MEASURED] = {HEAD "'criteria': [{'id': 'c', 'weight': 1, 'measured':\n",
		       ",\n 'terms': [" TERM "]}]}"},
    [SLOT_TERM] = {HEAD "'criteria': [{'id': 'c', 'weight': 1, 'terms': [\n", "\n]}]}"},
    [SLOT_MEASURE] = {HEAD "'criteria': [{'id': 'c', 'weight': 1, 'terms': [{'id': 't', "
			   "'curve': [[0, 0], [1, 1]], 'measure':\n",
		      "\n}]}]}"},
};

struct str model_fixture_around(struct model_fixture *fixture, enum model_slot slot,
				const char *piece)
{
	struct text text;

	text_init(&text, &fixture->arena);
	text_add(&text, str_from(slots[slot].before));
	text_add(&text, str_from(piece));
	text_add(&text, str_from(slots[slot].after));
	return model_fixture_quotes(fixture, text.at);
}
