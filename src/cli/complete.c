/* SPDX-License-Identifier: MIT */
#include "cli/complete.h"

#include <string.h>

#include "base/diag.h"
#include "cli/docs.h"
#include "cli/list.h"
#include "model/builtin.h"

static bool begins(struct str word, struct str front)
{
	return word.length >= front.length &&
	       str_equal_fold(str_part(word, 0, front.length), front);
}

bool complete_fits(const struct completing *completing, struct str word)
{
	return begins(word, completing->typed);
}

void complete_add(struct completing *completing, struct str word, struct str doc)
{
	if (!complete_fits(completing, word))
		return;
	text_add(completing->out, completing->kept);
	text_add(completing->out, word);
	text_add_char(completing->out, '\t');
	text_add_visible(completing->out, doc);
	text_add_char(completing->out, '\n');
}

void complete_add_directive(struct completing *completing, const char *directive)
{
	text_addf(completing->out, "%s\n", directive);
}

void complete_keep(struct completing *completing, size_t length)
{
	struct text kept;

	text_init(&kept, session_scratch(completing->cli->session));
	text_add(&kept, completing->kept);
	text_add(&kept, str_part(completing->typed, 0, length));
	completing->kept = text_str(&kept);
	completing->typed = str_part(completing->typed, length, completing->typed.length);
}

/* ---- Materials ---- */

/* No shell quotes it, and no list is split in it. */
static bool is_plain(struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (!ascii_is_alpha(word.at[i]) && !ascii_is_digit(word.at[i]) &&
		    !memchr("-._+", word.at[i], 4) && (unsigned char)word.at[i] < 0x80)
			return false;
	return word.length > 0;
}

/*
 * The first of id, name, aliases, formula and CAS number that begins with what is typed, as it is
 * typed if there is one: a shell may see a difference between li and Li.
 */
static struct str name_typed(const struct completing *completing, const struct material *material,
			     bool as_typed)
{
	const struct str_list aliases = material->aliases;
	const struct str typed = completing->typed;

	for (size_t i = 0; i < aliases.count + 4; i++) {
		const struct str word = i == 0                   ? material->id
					: i == 1                 ? material->name
					: i < aliases.count + 2  ? aliases.at[i - 2]
					: i == aliases.count + 2 ? material->formula
								 : material->cas;

		if (is_plain(word) && begins(word, typed) &&
		    (!as_typed || str_equal(str_part(word, 0, typed.length), typed)))
			return word;
	}
	return (struct str){NULL, 0};
}

static void add_material(struct completing *completing, const struct material *material)
{
	struct str word = name_typed(completing, material, true);

	if (word.length == 0)
		word = name_typed(completing, material, false);
	if (word.length > 0)
		complete_add(completing, word, material->name);
}

static void add_materials(struct completing *completing, enum table_id table)
{
	const struct table *rows = &complete_db(completing)->tables[table];

	for (size_t i = 0; i < rows->count; i++)
		add_material(completing, &rows->materials[i]);
}

static void add_electrolytes(struct completing *completing)
{
	add_materials(completing, TABLE_ELECTROLYTES);
}

static void add_binders(struct completing *completing)
{
	add_materials(completing, TABLE_BINDERS);
}

static void add_solvents(struct completing *completing)
{
	add_materials(completing, TABLE_SOLVENTS);
}

static void add_salts(struct completing *completing)
{
	add_materials(completing, TABLE_SALTS);
}

static void add_all_materials(struct completing *completing)
{
	for (int table = 0; table < TABLE_CLASSES; table++)
		add_materials(completing, (enum table_id)table);
}

/* ---- Rules ---- */

static void add_criteria(struct completing *completing)
{
	const struct model *model = complete_model(completing);
	struct text word;

	for (size_t i = 0; model && i < model->criterion_count; i++) {
		text_init(&word, session_scratch(completing->cli->session));
		text_addf(&word, STR_FORMAT "=", STR_ARGS(model->criteria[i].id));
		complete_add(completing, text_str(&word), model->criteria[i].label);
	}
	complete_add_directive(completing, ":nospace");
}

static void add_verdicts(struct completing *completing)
{
	const struct model *model = complete_model(completing);

	for (size_t i = 0; model && i < model->verdict_count; i++)
		complete_add(completing, model->verdicts[i].word, STR_LITERAL("verdict"));
}

static void add_models(struct completing *completing)
{
	for (size_t i = 0; i < builtin_model_count(); i++)
		complete_add(completing, builtin_model_at(i).name, STR_LITERAL("built-in model"));
	complete_add_directive(completing, ":file");
}

/* ---- The program's own tables ---- */

static void add_tables(struct completing *completing)
{
	for (int i = 0; i < TABLE_COUNT; i++)
		complete_add(completing, str_from(table_infos[i].key),
			     str_from(table_infos[i].doc));
	for (size_t i = 0; i < list_topic_count; i++)
		if (list_topics[i].narrows || str_is(str_from(list_topics[i].name), "sources"))
			complete_add(completing, str_from(list_topics[i].name),
				     str_from(list_topics[i].doc));
	complete_add(completing, STR_LITERAL("values"), STR_LITERAL("the ledger of numbers"));
}

static void add_templates(struct completing *completing)
{
	add_tables(completing);
	complete_add(completing, STR_LITERAL("model"), STR_LITERAL("the rules of a route"));
}

static void add_diagnostics(struct completing *completing)
{
	static const char *const fronts[] = {"no-", "error="};

	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
		if (str_starts(completing->typed, fronts[i]))
			complete_keep(completing, str_from(fronts[i]).length);
	for (size_t i = 0; i < DIAG_COUNT; i++)
		complete_add(completing, str_from(diag_rules[i].slug), str_from(diag_rules[i].doc));
}

static void add_topics(struct completing *completing)
{
	for (size_t i = 0; i < list_topic_count; i++)
		complete_add(completing, str_from(list_topics[i].name),
			     str_from(list_topics[i].doc));
}

static void add_commands(struct completing *completing)
{
	for (size_t i = 0; i < command_count; i++)
		if (!commands[i].hidden)
			complete_add(completing, str_from(commands[i].name),
				     str_from(commands[i].doc));
}

static void add_pages(struct completing *completing)
{
	for (size_t i = 0; i < docs_page_count; i++)
		complete_add(completing, str_from(docs_pages[i].name), STR_LITERAL("page"));
}

static void add_files(struct completing *completing)
{
	complete_add_directive(completing, ":file");
}

static void add_folders(struct completing *completing)
{
	complete_add_directive(completing, ":folder");
}

/* ---- Kinds ---- */

static void (*const adders[COMPLETION_COUNT])(struct completing *completing) = {
    [COMPLETE_ELECTROLYTES] = add_electrolytes,
    [COMPLETE_BINDERS] = add_binders,
    [COMPLETE_SOLVENTS] = add_solvents,
    [COMPLETE_SALTS] = add_salts,
    [COMPLETE_MATERIALS] = add_all_materials,
    [COMPLETE_TESTS] = complete_where,
    [COMPLETE_CRITERIA] = add_criteria,
    [COMPLETE_MODELS] = add_models,
    [COMPLETE_TABLES] = add_tables,
    [COMPLETE_TEMPLATES] = add_templates,
    [COMPLETE_DIAGNOSTICS] = add_diagnostics,
    [COMPLETE_VERDICTS] = add_verdicts,
    [COMPLETE_TOPICS] = add_topics,
    [COMPLETE_COMMANDS] = add_commands,
    [COMPLETE_PAGES] = add_pages,
    [COMPLETE_FILES] = add_files,
    [COMPLETE_FOLDERS] = add_folders,
};

/*
 * Items of a list stand between commas or semicolons, parts of a blend between colons, and the
 * solvent of a combination behind a stroke.
 */
static void keep_items(struct completing *completing)
{
	size_t start = completing->typed.length;

	while (start > 0 && !memchr(",;:/", completing->typed.at[start - 1], 4))
		start--;
	complete_keep(completing, start);
}

/* Behind A:B= stand numbers, up to the end of the blend. */
static bool in_fractions(struct str typed)
{
	size_t i = typed.length;

	while (i > 0 && !memchr(",;=", typed.at[i - 1], 3))
		i--;
	return i > 0 && typed.at[i - 1] == '=';
}

/* Whose values are lists of items that are completed one by one. */
static bool has_items(enum completion kind)
{
	switch (kind) {
	case COMPLETE_NOTHING:
	case COMPLETE_MATERIALS:
	case COMPLETE_TESTS:
	case COMPLETE_MODELS:
	case COMPLETE_TABLES:
	case COMPLETE_TEMPLATES:
	case COMPLETE_VERDICTS:
	case COMPLETE_TOPICS:
	case COMPLETE_COMMANDS:
	case COMPLETE_PAGES:
	case COMPLETE_FILES:
	case COMPLETE_FOLDERS:
	case COMPLETION_COUNT:
		break;
	case COMPLETE_ELECTROLYTES:
	case COMPLETE_BINDERS:
	case COMPLETE_SOLVENTS:
	case COMPLETE_SALTS:
	case COMPLETE_CRITERIA:
	case COMPLETE_DIAGNOSTICS:
		return true;
	}
	return false;
}

void complete_kind(struct completing *completing, enum completion kind, bool list)
{
	void (*const add)(struct completing *) = adders[kind];

	if (!add)
		return;
	if (list && has_items(kind)) {
		if (kind == COMPLETE_SOLVENTS && in_fractions(completing->typed))
			return;
		keep_items(completing);
	}
	add(completing);
}

void complete_choice(struct completing *completing, const struct option *option)
{
	for (size_t i = 0; option->word(i).length > 0; i++)
		complete_add(completing, option->word(i), (struct str){NULL, 0});
}
