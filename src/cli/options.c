/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "cli/option_words.h"
#include "engine/robust.h"
#include "report/svg_frame.h"

/* More rows than anybody has; keeps the number exact in a double. */
#define COUNT_MAX 1e9

#define FLAG(name_, group_, doc_)                                                                  \
	{                                                                                          \
		.name = (name_), .type = OPTION_FLAG, .group = (group_), .doc = (doc_)             \
	}

const struct option options[OPTION_COUNT_ALL] = {
    [OPTION_SE] =
	{
	    .name = "se",
	    .completion = COMPLETE_ELECTROLYTES,
	    .placeholder = "NAME",
	    .type = OPTION_LIST,
	    .group = GROUP_COMBINATION,
	    .doc = "sulfide electrolyte: id, name, alias, formula or CAS number; names may be "
		   "repeated or joined by commas",
	},
    [OPTION_BINDER] =
	{
	    .name = "binder",
	    .completion = COMPLETE_BINDERS,
	    .placeholder = "NAME",
	    .type = OPTION_LIST,
	    .group = GROUP_COMBINATION,
	    .doc = "binder; left out: all of them",
	},
    [OPTION_SOLVENT] =
	{
	    .name = "solvent",
	    .completion = COMPLETE_SOLVENTS,
	    .placeholder = "NAME",
	    .type = OPTION_LIST,
	    .group = GROUP_COMBINATION,
	    .doc = "solvent, or a blend in volume parts such as DBM:xylene=80:20; several are "
		   "joined by commas or repeated; left out: all of them",
	},
    [OPTION_SALT] =
	{
	    .name = "salt",
	    .completion = COMPLETE_SALTS,
	    .placeholder = "NAME",
	    .type = OPTION_TEXT,
	    .group = GROUP_COMBINATION,
	    .doc = "lithium salt that the solvent must dissolve as well",
	},
    [OPTION_OF] =
	{
	    .name = "of",
	    .completion = COMPLETE_SOLVENTS,
	    .placeholder = "NAME",
	    .type = OPTION_LIST,
	    .group = GROUP_COMBINATION,
	    .doc = "solvents that may be parts of a blend; left out: all of them",
	},
    [OPTION_PARTS] =
	{
	    .name = "parts",
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_COMBINATION,
	    .low = 2,
	    .high = 3,
	    .fallback = "2",
	    .doc = "parts of a blend; 3 among at most 40 solvents that pass the gates",
	},
    [OPTION_STEP] =
	{
	    .name = "step",
	    .placeholder = "N",
	    .type = OPTION_NUMBER,
	    .group = GROUP_COMBINATION,
	    .low = 0.01,
	    .high = 0.5,
	    .fallback = "0.05",
	    .doc = "volume fractions of a blend are whole multiples of it",
	},
    [OPTION_DRY] =
	{
	    .name = "dry",
	    .completion = COMPLETE_SOLVENTS,
	    .type = OPTION_FLAG,
	    .group = GROUP_COMBINATION,
	    .doc = "follow a film of the blend of --solvent, or of the best one, as it dries",
	},
    [OPTION_AT] =
	{
	    .name = "at",
	    .placeholder = "T",
	    .type = OPTION_NUMBER,
	    .group = GROUP_COMBINATION,
	    .low = -50,
	    .high = 300,
	    .fallback = "25",
	    .doc = "temperature of the drying film in degC",
	},
    [OPTION_WHERE] =
	{
	    .name = "where",
	    .completion = COMPLETE_TESTS,
	    .placeholder = "TEST",
	    .type = OPTION_LIST,
	    .group = GROUP_COMBINATION,
	    .doc = "keep only materials that pass: [role.]property, one of = != < <= > >= ~, a "
		   "value with or without a unit; repeated tests must all hold",
	},
    [OPTION_TOP] =
	{
	    .name = "top",
	    .letter = 'n',
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .low = 1,
	    .high = COUNT_MAX,
	    .doc = "best rows to show; left out: 20 in formats for people, all in formats for "
		   "machines",
	},
    [OPTION_FIRST] =
	{
	    .name = "top",
	    .letter = 'n',
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .low = 1,
	    .high = COUNT_MAX,
	    .doc = "rows to show, from the first on; left out: all",
	},
    [OPTION_SORT] =
	{
	    .name = "sort",
	    .placeholder = "KEY",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_sort_word,
	    .fallback = "score",
	    .doc = "what comes first: the best score, or the largest gain over the better part",
	},
    [OPTION_MISCIBLE] =
	FLAG("miscible", GROUP_COMBINATION, "without blends whose parts may part into layers"),
    [OPTION_ALL] =
	FLAG("all", GROUP_OUTPUT, "show the rejected combinations as well, after the ranked ones"),
    [OPTION_REFERENCE] =
	{
	    .name = "reference",
	    .completion = COMPLETE_SOLVENTS,
	    .placeholder = "NAME",
	    .type = OPTION_TEXT,
	    .group = GROUP_OUTPUT,
	    .fallback = "nmp",
	    .doc = "solvent shown as the reference line; none: no such line",
	},
    [OPTION_ROBUST] =
	FLAG("robust", GROUP_OUTPUT,
	     "add how firm the order is: share of the draws in which a row comes first or "
	     "among three, and its 5 to 95 % range of ranks"),
    [OPTION_DRAWS] =
	{
	    .name = "draws",
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .low = 1,
	    .high = ROBUST_DRAWS_MAX,
	    .fallback = "10000",
	    .doc = "draws over weights (by up to half) and values (within their intervals)",
	},
    [OPTION_SEED] =
	{
	    .name = "seed",
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .high = COUNT_MAX,
	    .fallback = "1",
	    .doc = "which draws: the same seed gives the same bytes",
	},
    [OPTION_SAVE] =
	{
	    .name = "save",
	    .placeholder = "FILE",
	    .type = OPTION_FILE,
	    .group = GROUP_OUTPUT,
	    .presentation = true,
	    .doc = "keep what was run there, for --from",
	},
    [OPTION_FROM] =
	{
	    .name = "from",
	    .placeholder = "FILE",
	    .type = OPTION_FILE,
	    .group = GROUP_COMBINATION,
	    .presentation = true,
	    .doc = "run again what --save kept; further options are added to it",
	},
    [OPTION_ROUTE] =
	{
	    .name = "route",
	    .placeholder = "ROUTE",
	    .type = OPTION_CHOICE,
	    .group = GROUP_RULES,
	    .word = option_route_word,
	    .doc = "process whose rules are used",
	},
    [OPTION_MODEL] =
	{
	    .name = "model",
	    .completion = COMPLETE_MODELS,
	    .placeholder = "FILE|NAME",
	    .type = OPTION_FILE,
	    .group = GROUP_RULES,
	    .doc = "model file, or the name of a built-in model; not together with --route",
	},
    [OPTION_WEIGHT] =
	{
	    .name = "weight",
	    .completion = COMPLETE_CRITERIA,
	    .placeholder = "K=N",
	    .type = OPTION_LIST,
	    .group = GROUP_RULES,
	    .doc = "weight of a criterion: drying=0.3 sets it, safety=x2 doubles it; then all "
		   "are normalised",
	},
    [OPTION_MISSING] =
	{
	    .name = "missing",
	    .placeholder = "POLICY",
	    .type = OPTION_CHOICE,
	    .group = GROUP_RULES,
	    .word = option_missing_word,
	    .fallback = "assume",
	    .doc = "what an unknown term counts: 0, the model's value for it, or 1",
	},
    [OPTION_NO_MEASURED] = FLAG("no-measured", GROUP_RULES,
				"rules only: measured exposures and solubilities do not count"),
    [OPTION_MAX_TEMPERATURE] =
	{
	    .name = "max-temperature",
	    .placeholder = "DEGC",
	    .type = OPTION_NUMBER,
	    .group = GROUP_RULES,
	    .low = -273.15,
	    .high = 10000,
	    .doc = "reject what needs more heat than that, in degC: heat steps of binders, "
		   "recovery of the electrolyte",
	},
    [OPTION_SYSTEMS] =
	FLAG("systems", GROUP_COMBINATION, "every published recipe through the rules of its route"),
    [OPTION_ADD] =
	{
	    .name = "add",
	    .completion = COMPLETE_FILES,
	    .placeholder = "FILE",
	    .type = OPTION_LIST,
	    .group = GROUP_DATA,
	    .doc = "CSV or JSON laid over the database; - is standard input; may be repeated",
	},
    [OPTION_DATA] =
	{
	    .name = "data",
	    .completion = COMPLETE_FOLDERS,
	    .placeholder = "DIR",
	    .type = OPTION_FILE,
	    .group = GROUP_DATA,
	    .doc = "folder with tables, or whole-database JSON file, instead of the built-in "
		   "database; classes stay built in if it has none",
	},
    [OPTION_FORMAT] =
	{
	    .name = "format",
	    .letter = 'f',
	    .placeholder = "FORMAT",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_format_word,
	    .doc = "output format; left out: by the ending of --output, else table",
	},
    [OPTION_OUTPUT] =
	{
	    .name = "output",
	    .letter = 'o',
	    .placeholder = "FILE",
	    .type = OPTION_FILE,
	    .group = GROUP_OUTPUT,
	    .presentation = true,
	    .doc = "write there instead of standard output; replaced only when complete",
	},
    [OPTION_EXCEL] =
	FLAG("excel", GROUP_OUTPUT,
	     "CSV with the byte order mark that spreadsheets want; implies --format csv"),
    [OPTION_DECIMAL_COMMA] =
	FLAG("decimal-comma", GROUP_OUTPUT,
	     "CSV with ; between cells and decimal commas, written and read (--add)"),
    [OPTION_WIDTH] =
	{
	    .name = "width",
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .low = 40,
	    .high = 1000,
	    .presentation = true,
	    .doc = "columns of the table; left out: the terminal's, else COLUMNS, else 80",
	},
    [OPTION_COLOR] =
	{
	    .name = "color",
	    .placeholder = "WHEN",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_color_word,
	    .fallback = "auto",
	    .presentation = true,
	    .doc = "colours; auto: on a terminal, unless NO_COLOR is set",
	},
    [OPTION_ASCII] =
	{
	    .name = "ascii",
	    .type = OPTION_FLAG,
	    .group = GROUP_OUTPUT,
	    .presentation = true,
	    .doc = "bars and dashes in plain ASCII, as in a locale without UTF-8",
	},
    [OPTION_FINDINGS_FORMAT] =
	{
	    .name = "format",
	    .letter = 'f',
	    .placeholder = "FORMAT",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_findings_word,
	    .fallback = "text",
	    .doc = "output format",
	},
    [OPTION_SCHEMA_FORMAT] =
	{
	    .name = "format",
	    .letter = 'f',
	    .placeholder = "FORMAT",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_schema_word,
	    .fallback = "json-schema",
	    .doc = "kind of schema: JSON Schema 2020-12, Frictionless Table Schema of one table, "
		   "Data Package of all tables",
	},
    [OPTION_KIND] =
	{
	    .name = "kind",
	    .placeholder = "KIND",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_kind_word,
	    .fallback = "spider",
	    .doc = "what to draw",
	},
    [OPTION_LAYOUT] =
	{
	    .name = "layout",
	    .placeholder = "LAYOUT",
	    .type = OPTION_CHOICE,
	    .group = GROUP_OUTPUT,
	    .word = option_layout_word,
	    .fallback = "overlay",
	    .doc = "spiders: all in one web, six at most, or each in a web of its own",
	},
    [OPTION_WIDTH_MM] =
	{
	    .name = "width-mm",
	    .placeholder = "N",
	    .type = OPTION_NUMBER,
	    .group = GROUP_OUTPUT,
	    .low = SVG_WIDTH_MIN,
	    .high = SVG_WIDTH_MAX,
	    .doc = "width of the picture; left out: 85, a column of a journal, or what the kind "
		   "needs",
	},
    [OPTION_OUTPUT_DIR] =
	{
	    .name = "output-dir",
	    .placeholder = "DIR",
	    .type = OPTION_FILE,
	    .group = GROUP_OUTPUT,
	    .presentation = true,
	    .doc = "curves: one file a curve in that folder, which must exist",
	},
    [OPTION_TABLE] =
	{
	    .name = "table",
	    .completion = COMPLETE_TABLES,
	    .placeholder = "TABLE",
	    .type = OPTION_TEXT,
	    .group = GROUP_DATA,
	    .doc = "what the CSV files are: solvents, binders, electrolytes, salts, classes, "
		   "solubility, exposure, systems, values or sources; left out: by their columns",
	},
    [OPTION_STRICT] = FLAG("strict", GROUP_RULES, "warnings fail as errors do"),
    [OPTION_REQUIRE_SOURCES] =
	FLAG("require-sources", GROUP_RULES, "a value without a line in a ledger is an error"),
    [OPTION_WARN] =
	{
	    .name = "warn",
	    .completion = COMPLETE_DIAGNOSTICS,
	    .letter = 'W',
	    .placeholder = "SLUG",
	    .type = OPTION_LIST,
	    .group = GROUP_RULES,
	    .doc = "SLUG makes a note a warning, no-SLUG leaves a check out, error=SLUG makes it "
		   "an error; may be repeated",
	},
    [OPTION_MAX_FINDINGS] =
	{
	    .name = "max-findings",
	    .placeholder = "N",
	    .type = OPTION_COUNT,
	    .group = GROUP_OUTPUT,
	    .high = COUNT_MAX,
	    .doc = "findings to show; the rest is counted; left out: 1000 of a kind",
	},
    [OPTION_QUIET] =
	{
	    .name = "quiet",
	    .letter = 'q',
	    .type = OPTION_FLAG,
	    .group = GROUP_OUTPUT,
	    .doc = "text: no closing line, and nothing at all if nothing is found",
	},
    [OPTION_NO_PROGRESS] =
	{
	    .name = "quiet",
	    .letter = 'q',
	    .type = OPTION_FLAG,
	    .group = GROUP_OUTPUT,
	    .presentation = true,
	    .doc = "no progress on a terminal while it works",
	},
    [OPTION_FIX] =
	{
	    .name = "fix",
	    .placeholder = "FILE",
	    .type = OPTION_FILE,
	    .group = GROUP_OUTPUT,
	    .doc = "write a repaired copy there: what has one right answer is put right, and each "
		   "repair is listed",
	},
    [OPTION_IN_PLACE] =
	FLAG("in-place", GROUP_OUTPUT, "as --fix, but the files themselves are replaced"),
    [OPTION_FAIL_BELOW] =
	{
	    .name = "fail-below",
	    .completion = COMPLETE_VERDICTS,
	    .placeholder = "VERDICT",
	    .type = OPTION_TEXT,
	    .group = GROUP_OUTPUT,
	    .doc = "exit with status 1 if a combination of the solvents named has a lower verdict "
		   "or is rejected",
	},
    [OPTION_HELP] =
	{
	    .name = "help",
	    .letter = 'h',
	    .type = OPTION_FLAG,
	    .group = GROUP_OTHER,
	    .presentation = true,
	    .doc = "show the help of the command",
	},
    [OPTION_VERSION] =
	{
	    .name = "version",
	    .letter = 'V',
	    .type = OPTION_FLAG,
	    .group = GROUP_OTHER,
	    .presentation = true,
	    .doc = "show the versions of program and database",
	},
};
