/* SPDX-License-Identifier: MIT */
#include "cli/command.h"

#define COMBINATION                                                                                \
	(OPTION_BIT(OPTION_SE) | OPTION_BIT(OPTION_BINDER) | OPTION_BIT(OPTION_SOLVENT) |          \
	 OPTION_BIT(OPTION_SALT))
#define RULES                                                                                      \
	(OPTION_BIT(OPTION_ROUTE) | OPTION_BIT(OPTION_MODEL) | OPTION_BIT(OPTION_WEIGHT) |         \
	 OPTION_BIT(OPTION_MISSING) | OPTION_BIT(OPTION_NO_MEASURED) |                             \
	 OPTION_BIT(OPTION_MAX_TEMPERATURE))
#define DATA (OPTION_BIT(OPTION_ADD) | OPTION_BIT(OPTION_DATA))
#define OUTPUT                                                                                     \
	(OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_EXCEL) |        \
	 OPTION_BIT(OPTION_DECIMAL_COMMA) | OPTION_BIT(OPTION_WIDTH) | OPTION_BIT(OPTION_COLOR) |  \
	 OPTION_BIT(OPTION_ASCII) | OPTION_BIT(OPTION_NO_PROGRESS))

static const char *const rank_examples[] = {
    "screen --se Li6PS5Cl --binder NBR",
    "screen --se LPSCl --binder NBR,SEBS --where 'flash_point>=23' --top 10",
    "screen --se LGPS --binder NBR --solvent anisole,NMP --format csv",
    "screen --se Li6PS5Cl --binder NBR --weight safety=x2 --output safe.json",
    "screen --se LPSCl --binder NBR,SEBS --solvent anisole,n-decane --format matrix",
    "screen --se Li6PS5Cl --binder NBR --top 10 --robust --draws 1000",
    NULL,
};

static const char *const explain_examples[] = {
    "screen explain --se Li6PS5Cl --binder NBR --solvent anisole",
    "screen explain --se LPSCl --binder NBR --solvent DBM:xylene=80:20 --salt LiTFSI",
    "screen explain --se Li6PS5Cl --binder NBR --solvent NMP --format markdown",
    NULL,
};

static const char *const compare_examples[] = {
    "screen compare --se Li6PS5Cl --binder NBR anisole p-xylene",
    "screen compare --se Li6PS5Cl NBR/anisole SEBS/p-xylene --draws 1000",
    NULL,
};

static const char *const blend_examples[] = {
    "screen blend --se Li6PS5Cl --binder NBR",
    "screen blend --se Li6PS5Cl --binder NBR --sort gain --top 10",
    "screen blend --se Li6PS5Cl --binder NBR --salt LiTFSI --of DBM,HB,anisole",
    "screen blend --se LPSCl --binder NBR --solvent DBM:HB=80:20 --dry --at 80",
    NULL,
};

static const char *const routes_examples[] = {
    "screen routes --se Li6PS5Cl --binder NBR,PTFE,PVdF",
    "screen routes --se Li3PS4 --format json",
    NULL,
};

static const char *const backtest_examples[] = {
    "screen backtest",
    "screen backtest exposure",
    "screen backtest --systems --format csv",
    NULL,
};

static const char *const plot_examples[] = {
    "screen plot --se LPSCl --binder NBR --solvent anisole,p-xylene -o spider.svg",
    "screen plot --se Li6PS5Cl --binder NBR --layout grid --top 6 --width-mm 170",
    "screen plot --kind curves --se Li6PS5Cl --output curves.svg",
    "screen plot --kind ternary --binder NBR --solvent DBM:hexyl-butyrate=80:20",
    NULL,
};

static const char *const list_examples[] = {
    "screen list",
    "screen list solvents --format csv",
    "screen list exposure --se Li6PS5Cl",
    "screen list conflicts --top 5",
    NULL,
};

static const char *const show_examples[] = {
    "screen show anisole",
    "screen show 100-66-3 NBR --format json",
    NULL,
};

static const char *const validate_examples[] = {
    "screen validate --quiet",
    "screen template solvents --output new.csv && screen validate new.csv",
    "screen template solvents | screen validate - --format sarif -o found.sarif",
    "screen template solvents | screen validate - --fix repaired.csv",
    NULL,
};

static const char *const template_examples[] = {
    "screen template solvents",
    "screen template exposure --output my-exposures.csv",
    "screen template model --output mine.json && screen --se LPSCl --model mine.json",
    NULL,
};

static const char *const schema_examples[] = {
    "screen schema",
    "screen schema solvents --format table-schema",
    NULL,
};

static const char *const diff_examples[] = {
    "screen --se LGPS --format json -o old.json && screen diff old.json old.json",
    NULL,
};

static const char *const help_examples[] = {"screen help rank", NULL};

static const char *const docs_examples[] = {"screen docs commands", NULL};

static const char *const complete_examples[] = {"screen complete -- rank --se Li", NULL};

const struct command commands[] = {
    {
	.name = "rank",
	.usage = "--se NAME [--binder NAME] [--solvent NAME] [OPTION...]",
	.doc = "Rank combinations of electrolyte, binder and solvent.",
	.details =
	    "Every combination of what is given is scored; what is left out stands for all that "
	    "the database has. Rejected combinations are counted under the table.",
	.options = COMBINATION | RULES | DATA | OUTPUT | OPTION_BIT(OPTION_WHERE) |
		   OPTION_BIT(OPTION_TOP) | OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_REFERENCE) |
		   OPTION_BIT(OPTION_FAIL_BELOW) | OPTION_BIT(OPTION_ROBUST) |
		   OPTION_BIT(OPTION_DRAWS) | OPTION_BIT(OPTION_SEED) | OPTION_BIT(OPTION_SAVE) |
		   OPTION_BIT(OPTION_FROM),
	.examples = rank_examples,
	.run = cmd_rank,
    },
    {
	.name = "blend",
	.usage = "--se NAME --binder NAME [--of NAME,NAME...] [OPTION...]",
	.doc = "Find blends of solvents that are better than each of them, or follow one drying.",
	.details =
	    "Every pair of solvents (or triple, with --parts 3) is looked through in steps of "
	    "volume; of each the best composition is kept, and the best 20 of those are shown in "
	    "every format unless --top says otherwise. With them: the gain over the parts, the "
	    "range in which the binder stays dissolved and from where the solution is turbid, the "
	    "gap between the boiling points, and whether the parts may not mix.\n\n"
	    "--dry follows a film instead: what is left of each part, whether the binder falls "
	    "out before the end, and which part stays alone with the electrolyte.",
	.options = COMBINATION | RULES | DATA | OUTPUT | OPTION_BIT(OPTION_WHERE) |
		   OPTION_BIT(OPTION_TOP) | OPTION_BIT(OPTION_SORT) | OPTION_BIT(OPTION_MISCIBLE) |
		   OPTION_BIT(OPTION_OF) | OPTION_BIT(OPTION_PARTS) | OPTION_BIT(OPTION_STEP) |
		   OPTION_BIT(OPTION_DRY) | OPTION_BIT(OPTION_AT),
	.examples = blend_examples,
	.run = cmd_blend,
    },
    {
	.name = "routes",
	.usage = "--se NAME [--binder NAME] [--solvent NAME] [OPTION...]",
	.doc = "Compare what is possible by each route: slurry, solution, precursor, dry.",
	.details = "One row a route: its best combination of what is given, or why there is none.",
	.options = COMBINATION | DATA | OUTPUT | OPTION_BIT(OPTION_MISSING) |
		   OPTION_BIT(OPTION_NO_MEASURED) | OPTION_BIT(OPTION_MAX_TEMPERATURE) |
		   OPTION_BIT(OPTION_WHERE),
	.examples = routes_examples,
	.run = cmd_routes,
    },
    {
	.name = "backtest",
	.usage = "[figures|exposure|solubility|systems] [OPTION...]",
	.doc = "Test the rules against what was observed, with all observations switched off.",
	.details =
	    "figures (the default): how often the rules are right, how far good and bad solvents "
	    "are apart, and every miss. exposure, solubility: each pair that was judged. systems, "
	    "or --systems: each published recipe through the rules of its route.",
	.options = DATA | OUTPUT | OPTION_BIT(OPTION_MODEL) | OPTION_BIT(OPTION_MISSING) |
		   OPTION_BIT(OPTION_SYSTEMS),
	.operands_max = 1,
	.examples = backtest_examples,
	.run = cmd_backtest,
    },
    {
	.name = "explain",
	.usage = "--se NAME --binder NAME --solvent NAME [OPTION...]",
	.doc = "Show every number behind one score, with its source, and what would change it.",
	.details = "Criteria and terms with what they read, what it is worth and what it costs; "
		   "the cells of the database behind them; measured rows; every gate; what others "
		   "have done; and what to measure next. Text and Markdown are in sections, JSON "
		   "holds the same as lists; CSV is the flat list of steps.",
	.options = COMBINATION | RULES | DATA | OUTPUT,
	.examples = explain_examples,
	.run = cmd_explain,
    },
    {
	.name = "compare",
	.usage = "--se NAME [--binder NAME] A B [C...] [OPTION...]",
	.doc = "Set combinations side by side: what makes the difference, and does the order hold.",
	.details = "A, B, C are solvents or blends, or BINDER/SOLVENT, or "
		   "ELECTROLYTE/BINDER/SOLVENT; what they leave out is taken from --se and "
		   "--binder. The order is tried in seeded draws: each weight moves by up to half "
		   "of itself, each criterion within its interval.",
	.options = OPTION_BIT(OPTION_SE) | OPTION_BIT(OPTION_BINDER) | OPTION_BIT(OPTION_SALT) |
		   RULES | DATA | OUTPUT | OPTION_BIT(OPTION_DRAWS) | OPTION_BIT(OPTION_SEED),
	.operands_min = 2,
	.operands_max = 20,
	.operands = COMPLETE_SOLVENTS,
	.examples = compare_examples,
	.run = cmd_compare,
    },
    {
	.name = "plot",
	.usage = "--se NAME [--binder NAME] [--kind KIND] [OPTION...]",
	.doc = "Draw scores, curves, blends or a drying film as an SVG picture.",
	.details =
	    "spider: one axis a criterion, one line a solvent, the reference dashed; without "
	    "--solvent the best ones. ranking: scores with their intervals. curves: every curve of "
	    "the model with the values of the database. ternary: two solvents and the binder. "
	    "drying: a blend as it dries.\n"
	    "The picture is as wide as --width-mm says, and text in it stays text. "
	    "docs/pictures.md tells how to make PNG or PDF of it.",
	.options = COMBINATION | RULES | DATA | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_TOP) |
		   OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_REFERENCE) | OPTION_BIT(OPTION_AT) |
		   OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_LAYOUT) |
		   OPTION_BIT(OPTION_WIDTH_MM) | OPTION_BIT(OPTION_OUTPUT) |
		   OPTION_BIT(OPTION_OUTPUT_DIR) | OPTION_BIT(OPTION_COLOR),
	.examples = plot_examples,
	.run = cmd_plot,
    },
    {
	.name = "list",
	.usage = "[TOPIC] [OPTION...]",
	.doc = "List what is in the database, the rules and the program.",
	.details = "Without a topic: the topics. --se, --binder, --solvent and --salt narrow "
		   "exposure, solubility and systems.",
	.options = COMBINATION | DATA | OUTPUT | OPTION_BIT(OPTION_ROUTE) |
		   OPTION_BIT(OPTION_MODEL) | OPTION_BIT(OPTION_FIRST),
	.operands_max = 1,
	.operands = COMPLETE_TOPICS,
	.examples = list_examples,
	.run = cmd_list,
    },
    {
	.name = "show",
	.usage = "NAME... [OPTION...]",
	.doc = "Show every property of a material with interval, unit, kind and source.",
	.details = "NAME is an id, name, alias, formula or CAS number of any table. Values of "
		   "other sources follow the one in use, with the reason for the choice.",
	.options = DATA | OUTPUT,
	.operands_min = 1,
	.operands_max = SIZE_MAX,
	.operands = COMPLETE_MATERIALS,
	.examples = show_examples,
	.run = cmd_show,
    },
    {
	.name = "validate",
	.usage = "[FILE...] [OPTION...]",
	.doc = "Check tables, ledgers, models and whole databases, and say where what is wrong.",
	.details =
	    "FILE is CSV or JSON, - standard input; without one the built-in data is checked. "
	    "Files "
	    "are checked together, and against the database: a table and its ledger belong in one "
	    "run.\n"
	    "Exit status: 0 nothing of severity error (with --strict: nor warning), 1 findings, "
	    "2 wrong usage, 3 a file could not be read or written.",
	.options = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_TABLE) |
		   OPTION_BIT(OPTION_DECIMAL_COMMA) | OPTION_BIT(OPTION_STRICT) |
		   OPTION_BIT(OPTION_REQUIRE_SOURCES) | OPTION_BIT(OPTION_WARN) |
		   OPTION_BIT(OPTION_FINDINGS_FORMAT) | OPTION_BIT(OPTION_OUTPUT) |
		   OPTION_BIT(OPTION_MAX_FINDINGS) | OPTION_BIT(OPTION_QUIET) |
		   OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_FIX) | OPTION_BIT(OPTION_IN_PLACE),
	.operands_max = SIZE_MAX,
	.operands = COMPLETE_FILES,
	.examples = validate_examples,
	.run = cmd_validate,
    },
    {
	.name = "template",
	.usage = "TABLE|model [OPTION...]",
	.doc = "Print the head of a table with one commented example, or a model to change.",
	.details =
	    "model prints the rules of a route, or of --model, as a model file: with every value "
	    "written out, and the weights that --weight asks for. --model FILE then uses it.",
	.options = OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_ROUTE) | OPTION_BIT(OPTION_MODEL) |
		   OPTION_BIT(OPTION_WEIGHT) | DATA | OPTION_BIT(OPTION_DECIMAL_COMMA),
	.operands_min = 1,
	.operands_max = 1,
	.operands = COMPLETE_TEMPLATES,
	.examples = template_examples,
	.run = cmd_template,
    },
    {
	.name = "schema",
	.usage = "[TABLE] [OPTION...]",
	.doc = "Print the schema of the tables, made from the properties.",
	.details = "table-schema needs a table; the others describe all of them.",
	.options = OPTION_BIT(OPTION_SCHEMA_FORMAT) | OPTION_BIT(OPTION_OUTPUT),
	.operands_max = 1,
	.operands = COMPLETE_TABLES,
	.examples = schema_examples,
	.run = cmd_schema,
    },
    {
	.name = "diff",
	.usage = "OLD.json NEW.json [OPTION...]",
	.doc = "Compare two saved rankings: what moved, came, went, and why.",
	.details = "Both are written by rank --format json.",
	.options = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) |
		   OPTION_BIT(OPTION_WIDTH) | OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_ASCII) |
		   OPTION_BIT(OPTION_EXCEL) | OPTION_BIT(OPTION_DECIMAL_COMMA),
	.operands_min = 2,
	.operands_max = 2,
	.operands = COMPLETE_FILES,
	.examples = diff_examples,
	.run = cmd_diff,
    },
    {
	.name = "help",
	.usage = "[COMMAND...]",
	.doc = "Show how to use the program, or a command.",
	.operands_max = SIZE_MAX,
	.operands = COMPLETE_COMMANDS,
	.examples = help_examples,
	.run = cmd_help,
    },
    {
	.name = "docs",
	.usage = "PAGE",
	.doc = "Print a reference page in Markdown, or a man page, made from the program's tables.",
	.options = OPTION_BIT(OPTION_OUTPUT),
	.operands_min = 1,
	.operands_max = 1,
	.operands = COMPLETE_PAGES,
	.examples = docs_examples,
	.hidden = true,
	.run = cmd_docs,
    },
    {
	.name = "complete",
	.usage = "-- WORD...",
	.doc = "Print what the last word of a command line could become, for shells.",
	.details =
	    "One candidate a line, a tab and what it is. A line that begins with a colon says "
	    "what the shell may add itself: :file, :folder; or :nospace, that a value goes on.",
	.operands_max = SIZE_MAX,
	.examples = complete_examples,
	.hidden = true,
	.run = cmd_complete,
    },
};
const size_t command_count = sizeof commands / sizeof *commands;

const struct exit_status_doc exit_status_docs[] = {
    {0, "fine"},
    {1, "the input has errors; what could be done was done"},
    {2, "wrong usage, an unknown or ambiguous name"},
    {3, "a file, memory or the output failed"},
};
const size_t exit_status_count = sizeof exit_status_docs / sizeof *exit_status_docs;

const struct command *command_find(struct str name)
{
	for (size_t i = 0; i < command_count; i++)
		if (str_is(name, commands[i].name))
			return &commands[i];
	return NULL;
}

const struct command *command_default(void)
{
	return &commands[0];
}

bool command_takes(const struct command *command, enum option_id option)
{
	const uint64_t always = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION);

	return ((command->options | always) & OPTION_BIT(option)) != 0;
}
