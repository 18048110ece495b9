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
