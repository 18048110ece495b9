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
