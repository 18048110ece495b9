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

/* checking: who a row is about */
DIAG(CAS_DATE, "cas-date", DIAG_ERROR,
     "CAS number %.*s is %s, made by a spreadsheet",
     "A spreadsheet has taken a CAS number for a date (75-09-2 became 1975-09-02); format the column "
     "as text first, then write the number again.")
DIAG(CAS_FORMAT, "cas-format", DIAG_ERROR,
     "\"%.*s\" is no CAS number",
     "A CAS number is two to seven digits, two digits and a check digit, joined by hyphens.")
DIAG(CAS_CHECK_DIGIT, "cas-check-digit", DIAG_ERROR,
     "CAS number %.*s is mistyped: its digits ask for the check digit %c",
     "The last digit of a CAS number follows from the others; here it does not.")
DIAG(DUPLICATE_CAS, "duplicate-cas", DIAG_ERROR,
     "CAS number %.*s stands twice, also in %s",
     "Two solvents or two salts have the same CAS number, so one of them has a wrong one or they are "
     "the same.")
DIAG(CAS_OTHER, "cas-other", DIAG_ERROR,
     "CAS number %.*s is that of %.*s, %.*s, but the formula here is %.*s",
     "The database knows the CAS number as that of another substance.")
DIAG(DUPLICATE_NAME, "duplicate-name", DIAG_WARNING,
     "%s \"%.*s\" stands twice, also in %s",
     "Two entries have the same name or alias, so the name finds neither of them.")
DIAG(SAME_MATERIAL, "same-material", DIAG_NOTE,
     "\"%.*s\" is %.*s of the database under another id",
     "The database has this material; give it the same id to replace values field by field.")
DIAG(DUPLICATE_SMILES, "duplicate-smiles", DIAG_WARNING,
     "SMILES %.*s stands twice, also in %s",
     "Two entries have the same structure.")

/* checking: what a row says that it is made of */
DIAG(FORMULA_UNREAD, "formula-unread", DIAG_NOTE,
     "formula %.*s cannot be read, rules that need it were passed over",
     "The formula holds something else than elements, counts and parentheses.")
DIAG(SMILES_UNREAD, "smiles-unread", DIAG_NOTE,
     "SMILES %.*s has %s, rules that need it were passed over",
     "The atom counter reads OpenSMILES without wildcards and extensions.")
DIAG(SMILES_SYNTAX, "smiles-syntax", DIAG_WARNING,
     "SMILES %.*s has %s",
     "The SMILES text cannot stand for a molecule; part of it may have been lost.")
DIAG(SMILES_FORMULA, "smiles-formula", DIAG_WARNING,
     "SMILES %.*s is %.*s, the formula %.*s: they differ in %s",
     "Structure and formula of the row are not of the same substance.")
DIAG(MOLAR_MASS_FORMULA, "molar-mass-formula", DIAG_WARNING,
     "molar mass %.*s is not that of the %s: %.*s has %.3f g/mol",
     "Molar mass and formula do not agree within the uncertainty of atomic weights.")
DIAG(CLASS_FORMULA, "class-formula", DIAG_WARNING,
     "class \"%.*s\" does not fit the formula %.*s, which %s %s",
     "The formula lacks an element of the functional class, or has one that the class excludes.")
DIAG(HALOGENS_FORMULA, "halogens-formula", DIAG_WARNING,
     "halogens %.*s, but the formula %.*s has %g Cl and Br atoms",
     "The number of chlorine and bromine atoms is not that of the formula.")

/* checking: whether numbers go together */
DIAG(KNOWN_VALUE, "known-value", DIAG_WARNING,
     "%s %.*s: the database has %s for %.*s",
     "The value is that of the database in another unit or with the decimal point elsewhere.")
DIAG(MELTING_BOILING, "melting-boiling", DIAG_WARNING,
     "melting point %g degC is not below the boiling point %g degC",
     "A liquid melts below its boiling point.")
DIAG(FLASH_BOILING, "flash-boiling", DIAG_WARNING,
     "flash point %g degC does not go with the boiling point %g degC: expected near %.0f degC",
     "Flash points of pure liquids lie near 0.73 times the boiling point in kelvin, and always below "
     "the boiling point.")
DIAG(VAPOR_PRESSURE_BOILING, "vapor-pressure-boiling", DIAG_WARNING,
     "vapour pressure %g kPa does not go with the boiling point %g degC: expected near %.3g kPa",
     "Vapour pressure at 25 degC and boiling point disagree (Clausius-Clapeyron with Kistiakowsky's "
     "enthalpy of vaporisation); often a pressure in mmHg or a temperature in kelvin.")
DIAG(DENSITY_VOLUME, "density-volume", DIAG_WARNING,
     "density %g times molar volume %g is %.4g g/mol, the molar mass is %g",
     "Density times molar volume must be the molar mass.")
DIAG(DENSITY_FORMULA, "density-formula", DIAG_WARNING,
     "density %g g/cm3 does not go with the formula: its atoms ask for about %.2f",
     "The density is far from what the sizes of the atoms give (Girolami's rule).")
DIAG(HAZARD_FLASH, "hazard-flash", DIAG_WARNING,
     "%s does not go with the %s",
     "A hazard statement on flammability contradicts the flash point (CLP: H224 and H225 below 23 "
     "degC, H226 from 23 to 60 degC).")
DIAG(HANSEN_OUTLIER, "hansen-outlier", DIAG_WARNING,
     "%s %g MPa^0.5 is far from what %s: %.1f to %.1f",
     "One Hansen parameter lies far outside what the functional class and the others allow.")
DIAG(CLASS_OUTLIER, "class-outlier", DIAG_WARNING,
     "%s %g is far from that of class \"%.*s\": %g to %g",
     "The value lies far outside what the functional class is known for.")
DIAG(COLUMN_UNIT, "column-unit", DIAG_WARNING,
     "the values of %s look like %s, not %s",
     "Most values of a column are off by the factor of a unit: the head names the wrong unit, or none.")

/* checking: where values come from */
DIAG(LEDGER_NONE, "ledger-none", DIAG_WARNING,
     "%zu values have no line in a ledger",
     "A table came without its ledger (values.csv), so its values have no source; --require-sources "
     "reports each of them as an error.")
DIAG(LEDGER_MISSING, "ledger-missing", DIAG_WARNING,
     "%s %.*s of %.*s has no line in the ledger",
     "Every value should have a line in the ledger that says where it comes from; in the built-in "
     "data, and with --require-sources, it must.")
DIAG(SOURCE_UNKNOWN, "source-unknown", DIAG_ERROR,
     "source \"%.*s\" is not in the table of sources",
     "A line names a source by a key that sources.csv does not define.")
DIAG(SOURCE_UNUSED, "source-unused", DIAG_NOTE,
     "source \"%.*s\" is named nowhere",
     "A row of sources.csv has a key that no line of the same run uses.")
DIAG(SOURCE_DUPLICATE, "source-duplicate", DIAG_ERROR,
     "source \"%.*s\" stands twice",
     "Two rows of sources.csv have the same key.")
DIAG(DOI_FORM, "doi-form", DIAG_WARNING,
     "\"%.*s\" is no DOI",
     "A DOI is 10., four to nine digits, a slash and a suffix, without https://doi.org/ before it.")
DIAG(VALUES_DISAGREE, "values-disagree", DIAG_WARNING,
     "%s of %.*s: %s and %s differ by more than their uncertainties",
     "Two values of one property that are not rejected exclude each other; reject one, or say in the "
     "waive column why both stand.")
DIAG(WAIVE_UNKNOWN, "waive-unknown", DIAG_WARNING,
     "waive \"%.*s\" names no check, or gives no reason",
     "The waive column takes the slug of a check, a colon and the reason why it is accepted here.")

/* checking: the text of tables and files */
DIAG(SEPARATOR, "csv-separator", DIAG_NOTE,
     "cells are separated by %s",
     "The file is read with the separator that its first line shows; the loader expects commas.")

/* checking: models against the database */
DIAG(GATE_NEVER, "gate-never", DIAG_WARNING,
     "gate \"%.*s\" fires for no combination of the database",
     "No combination that the database allows fulfils the gate's conditions: it may ask for a word or "
     "a range that does not occur.")
DIAG(GATE_ALWAYS, "gate-always", DIAG_WARNING,
     "gate \"%.*s\" fires for every combination of the database",
     "A gate that always fires decides nothing.")
DIAG(PROPERTY_EMPTY, "property-empty", DIAG_WARNING,
     "no %s of the database has %s, which the rules ask for",
     "A rule reads a property that is empty for every material, so it always falls back.")
DIAG(CRITERION_UNREACHABLE, "criterion-unreachable", DIAG_WARNING,
     "criterion \"%.*s\" never exceeds %.2f for any combination of the database",
     "No data can reach a good value of the criterion, so it only takes points from everybody.")
DIAG(CRITERION_CONSTANT, "criterion-constant", DIAG_NOTE,
     "criterion \"%.*s\" is %.2f for every combination of the database",
     "The criterion does not tell combinations apart.")
