/* SPDX-License-Identifier: MIT */
/*
 * Every complaint of the program, one row each:
 *   DIAG(ID, "slug", SEVERITY, "text with printf particulars", "one sentence for the manual")
 * Included several times, so there is no guard. Rows are grouped by the stage that reports them.
 */
/* clang-format off */

/* reading text */
DIAG(ENCODING, "encoding", DIAG_ERROR,
     "byte 0x%02x is not UTF-8, row not used",
     "The file is not UTF-8 (often Latin-1 from a spreadsheet); save it as UTF-8.")
DIAG(NUL_BYTE, "nul-byte", DIAG_ERROR,
     "NUL byte in the text, row not used",
     "A NUL byte cannot be part of a text file; the file may be UTF-16 or damaged.")
DIAG(BOM, "byte-order-mark", DIAG_NOTE,
     "byte order mark skipped",
     "Spreadsheets write a byte order mark before UTF-8 text; it is ignored.")
DIAG(TOO_LARGE, "too-large", DIAG_ERROR,
     "%s of %zu bytes is over the limit of %zu, not used",
     "A cell, row or file is larger than any sensible table of materials.")
DIAG(CSV_OPEN_QUOTE, "csv-open-quote", DIAG_ERROR,
     "quote opened here is never closed, rest of the file not used",
     "A quoted cell has no closing quote; everything after it would be one cell.")
DIAG(CSV_STRAY_QUOTE, "csv-stray-quote", DIAG_ERROR,
     "quote inside a cell, row not used",
     "A quote may only enclose a whole cell; inside a quoted cell it is doubled.")
DIAG(CSV_AFTER_QUOTE, "csv-after-quote", DIAG_ERROR,
     "text after the closing quote, row not used",
     "After a closing quote only a separator or the line end may follow.")
DIAG(CSV_TOO_WIDE, "csv-too-wide", DIAG_ERROR,
     "row has more than %zu cells, row not used",
     "A row holds far more cells than any table of materials has columns.")
DIAG(CSV_STRAY_CR, "csv-stray-cr", DIAG_WARNING,
     "carriage return without line feed ends the row",
     "A lone carriage return ends a row, as on old Macs; in a cell it must be quoted.")
DIAG(CSV_EMPTY_FILE, "csv-empty", DIAG_ERROR,
     "no header row, file not used",
     "The file holds no header row.")
DIAG(JSON_SYNTAX, "json-syntax", DIAG_ERROR,
     "%s, file not used",
     "The text is not JSON (RFC 8259).")
DIAG(JSON_DEPTH, "json-depth", DIAG_ERROR,
     "nested deeper than %d levels, file not used",
     "The JSON text is nested deeper than any file of this program needs.")
DIAG(JSON_LIBRARY, "json-library", DIAG_ERROR,
     "the JSON library gave up here, file not used",
     "Memory is out, or the library refuses what this program takes for JSON; please report it.")
DIAG(JSON_DUPLICATE_KEY, "json-duplicate-key", DIAG_ERROR,
     "key \"%s\" stands twice in this object, file not used",
     "Programs differ in which of two equal keys they read, so it is refused.")

/* loading tables */
DIAG(TABLE_UNKNOWN, "unknown-table", DIAG_ERROR,
     "columns fit no table, file not used",
     "The header row has too few known columns to tell what the file is; check their spelling.")
DIAG(COLUMN_UNKNOWN, "unknown-column", DIAG_WARNING,
     "column %.*s is not known, not used",
     "The table has no such column; a model file can declare further numeric properties.")
DIAG(COLUMN_SPELLING, "column-spelling", DIAG_WARNING,
     "column %.*s is read as %s",
     "The column differs from a known one only in case, blanks or dashes.")
DIAG(COLUMN_DUPLICATE, "duplicate-column", DIAG_ERROR,
     "column %.*s stands twice, second one not used",
     "Two columns of a table have the same name.")
DIAG(COLUMN_MISSING, "missing-column", DIAG_ERROR,
     "no column %s, file not used",
     "A column without which the rows say nothing is missing.")
DIAG(UNIT_UNKNOWN, "unknown-unit", DIAG_ERROR,
     "unit %.*s of column %s is not known, column not used",
     "The unit in brackets is not among those that the program converts.")
DIAG(UNIT_MISMATCH, "unit-mismatch", DIAG_ERROR,
     "%.*s does not convert to the unit of column %s (%s), column not used",
     "The unit in brackets measures something else than the column.")
DIAG(ROW_RAGGED, "ragged-row", DIAG_ERROR,
     "%zu cells where the header has %zu, row not used",
     "A row has more or fewer cells than the header; often a comma that needs quotes.")
DIAG(ID_MISSING, "missing-id", DIAG_ERROR,
     "no id, row not used",
     "Every material needs an id, or a name to make one from.")
DIAG(ID_CHARACTERS, "id-characters", DIAG_ERROR,
     "control character in the id, row not used",
     "An id is text in one line without control characters.")
DIAG(ID_DUPLICATE, "duplicate-id", DIAG_ERROR,
     "%.*s stands twice in this file, second row not used",
     "Two rows of a file have the same id, so nobody can tell which one holds.")
DIAG(CELL_BLANKS, "cell-blanks", DIAG_WARNING,
     "blanks around the value, ignored",
     "Blanks before or after a value are dropped.")
DIAG(NUMBER_SYNTAX, "number-syntax", DIAG_ERROR,
     "%s: \"%.*s\" is not a number, value not used",
     "Numbers are plain decimals with a point, such as 110.6 or 1.2e-5.")
DIAG(NUMBER_COMMA, "decimal-comma", DIAG_ERROR,
     "%s: decimal comma in \"%.*s\", value not used",
     "Numbers have a decimal point; tables with decimal commas are read with --decimal-comma.")
DIAG(NUMBER_UNIT, "number-unit", DIAG_ERROR,
     "%s: \"%.*s\" has text after the number, value not used",
     "A cell holds a number only; the unit goes into the header, as in boiling_point[K].")
DIAG(NUMBER_LIMIT, "number-limit", DIAG_ERROR,
     "%s: \"%.*s\" is a limit or rough, value not used",
     "A limit such as <0.1 is no value; give a number, or its range in the low and high columns.")
DIAG(NUMBER_PLACEHOLDER, "number-placeholder", DIAG_ERROR,
     "%s: \"%.*s\" stands for no value, value not used",
     "An unknown value is an empty cell; `none` says that there is known to be none.")
DIAG(NUMBER_HUGE, "number-huge", DIAG_ERROR,
     "%s: \"%.*s\" is beyond all numbers, value not used",
     "The number is larger than a double can hold.")
DIAG(VALUE_RANGE, "value-range", DIAG_ERROR,
     "%s %s is outside %s to %s, value not used",
     "The value is physically impossible; often the wrong unit or a slipped decimal point.")
DIAG(VALUE_USUAL, "value-usual", DIAG_WARNING,
     "%s %s is unusual: outside %s to %s",
     "The value is possible but unlike those of known materials; check unit and decimal point.")
DIAG(INTERVAL, "interval", DIAG_ERROR,
     "%s: low and high do not enclose the value, interval not used",
     "The value must lie between its low and high columns; without a value they mean nothing.")
DIAG(WORD_UNKNOWN, "unknown-word", DIAG_ERROR,
     "%s: \"%.*s\" is not one of its words, value not used",
     "The column takes one of a few words only.")
DIAG(CLASS_UNKNOWN, "unknown-class", DIAG_ERROR,
     "%s: \"%.*s\" is not a class of the classes table, value not used",
     "The functional class of a solvent must be a row of the classes table.")
DIAG(CODE_UNKNOWN, "unknown-code", DIAG_WARNING,
     "%s: code \"%.*s\" is not known, kept",
     "No rule of the built-in models knows the code; check its spelling.")
DIAG(NAME_TAKEN, "name-taken", DIAG_WARNING,
     "%s %.*s of %.*s is also that of %.*s",
     "Two entries share a name or CAS number; to replace an entry, use its id.")
DIAG(JSON_FORMAT, "json-format", DIAG_ERROR,
     "format \"%.*s\" is not slurryscreen-data/1, file not used",
     "A database as JSON names its format, which this program does not know.")
DIAG(JSON_SHAPE, "json-shape", DIAG_ERROR,
     "%s where %s is expected, not used",
     "The JSON file is a database as the manual describes it: lists of objects with simple values.")
DIAG(JSON_MEMBER, "json-member", DIAG_WARNING,
     "member \"%.*s\" is not known, not used",
     "A database as JSON has members named like the tables.")

/* ledger */
DIAG(LEDGER_MATERIAL, "ledger-material", DIAG_ERROR,
     "material %.*s is in no table, line not used",
     "The ledger speaks of a material that does not exist; check its id.")
DIAG(LEDGER_PROPERTY, "ledger-property", DIAG_ERROR,
     "property %.*s is not one of the %s, line not used",
     "The ledger speaks of a property that the material's table does not have.")
DIAG(LEDGER_VALUE, "ledger-value", DIAG_ERROR,
     "preferred value %.*s of %.*s %.*s is not the table's, %.*s",
     "The preferred line of the ledger must round to the value in the table.")
DIAG(LEDGER_TWICE, "ledger-twice", DIAG_ERROR,
     "%.*s %.*s has a preferred value already, line not used",
     "At most one line of a cell is preferred; the others are alternative or rejected.")
DIAG(LEDGER_VECTOR, "ledger-vector", DIAG_WARNING,
     "alternative %s vector of %.*s is incomplete, not used",
     "Competing Hansen parameters count as wholes: three lines of one source.")

/* facts */
DIAG(FACT_EMPTY, "fact-empty", DIAG_ERROR,
     "no %s, row not used",
     "A row of facts lacks something without which it says nothing.")
DIAG(FACT_NAME, "fact-name", DIAG_ERROR,
     "%s \"%.*s\" is not in the database, row not used",
     "A fact names a material that is in no table.")
DIAG(FACT_AMBIGUOUS, "fact-ambiguous", DIAG_ERROR,
     "%s \"%.*s\" may be %.*s or %.*s, row not used",
     "A fact names a material by a name that several share; use its id.")
DIAG(FACT_BLEND, "fact-blend", DIAG_ERROR,
     "\"%.*s\" is no blend, row not used",
     "Blends are written a:b=80:20 in volume parts, or a:b where the parts are not published.")
DIAG(FACT_ID, "fact-id", DIAG_ERROR,
     "fact %.*s stands twice in this file, second row not used",
     "Two facts have the same id.")

/* model files */
DIAG(MODEL_FORMAT, "model-format", DIAG_ERROR,
     "format \"%.*s\" is not known, model not used",
     "The file says that it is something else than a model this program reads.")
DIAG(MODEL_TYPE, "model-type", DIAG_ERROR,
     "%s must be %s, not %s, model not used",
     "The value of a key is of another kind than the grammar asks for.")
DIAG(MODEL_UNKNOWN_KEY, "model-unknown-key", DIAG_ERROR,
     "unknown key \"%.*s\" in %s, model not used",
     "An object of the model holds a key that the grammar does not know there; a misspelt key would "
     "silently change the rules.")
DIAG(MODEL_MISSING_KEY, "model-missing-key", DIAG_ERROR,
     "%s lacks \"%s\", model not used",
     "An object of the model lacks something that it cannot do without.")
DIAG(MODEL_RANGE, "model-range", DIAG_ERROR,
     "%s is %.*s, must be %s, model not used",
     "A number of the model is outside what makes sense there.")
DIAG(MODEL_EMPTY, "model-empty", DIAG_ERROR,
     "%s is empty, model not used",
     "A list or object of the model holds nothing, so the rule could never be used.")
DIAG(MODEL_COUNT, "model-count", DIAG_ERROR,
     "%s takes %s, %zu given, model not used",
     "A list of the model has too few or too many items.")
DIAG(MODEL_ORDER, "model-order", DIAG_ERROR,
     "%.*s after %.*s: %s must %s, model not used",
     "Numbers of the model that must rise or fall strictly do not.")
DIAG(MODEL_ID, "model-id", DIAG_ERROR,
     "\"%.*s\" is no id (lower-case letters, digits, '-' and '_', a letter first), model not used",
     "Ids become keys and columns of results, so they are kept plain.")
DIAG(MODEL_DUPLICATE, "model-duplicate", DIAG_ERROR,
     "%s \"%.*s\" stands twice, model not used",
     "Two things of one kind have the same name.")
DIAG(MODEL_UNKNOWN_WORD, "model-unknown-word", DIAG_ERROR,
     "\"%.*s\" is not %s, model not used",
     "A word of the model is not one of those that are known there.")
DIAG(MODEL_UNKNOWN_PROPERTY, "model-unknown-property", DIAG_ERROR,
     "unknown property \"%.*s\", model not used",
     "No table of materials has a column of that name; a model may declare numeric ones of its own.")
DIAG(MODEL_PROPERTY_KIND, "model-property-kind", DIAG_ERROR,
     "%.*s holds %s, %s needs %s, model not used",
     "A rule asks a property for something that it does not hold.")
DIAG(MODEL_ONE_OF, "model-one-of", DIAG_ERROR,
     "%s needs one of %s, model not used",
     "An object of the model says none of the things of which it must say one.")
DIAG(MODEL_BOTH, "model-both", DIAG_ERROR,
     "%s has both \"%s\" and \"%s\", model not used",
     "An object of the model says two things that exclude each other.")
DIAG(MODEL_NEEDS, "model-needs", DIAG_ERROR,
     "\"%s\" needs %s, model not used",
     "A key of the model means nothing without another.")
DIAG(MODEL_NOT_DESIRABILITY, "model-not-desirability", DIAG_ERROR,
     "%s is no desirability (\"worst\", or a \"curve\" within 0 and 1), model not used",
     "A measure is used as a desirability, but nothing keeps it between 0 and 1.")
DIAG(MODEL_UNUSED, "model-unused", DIAG_ERROR,
     "nothing here uses %.*s, model not used",
     "A stand-in is given for a property that neither the measure nor another stand-in asks for.")
DIAG(MODEL_WEIGHTS, "model-weights", DIAG_ERROR,
     "no %s has a weight above 0, model not used",
     "A weighted mean needs a weight.")
