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
     "A spreadsheet has taken a CAS number for a date (75-09-2 became 1975-09-02); format the "
     "column as text first, then write the number again.")
DIAG(CAS_FORMAT, "cas-format", DIAG_ERROR,
     "\"%.*s\" is no CAS number",
     "A CAS number is two to seven digits, two digits and a check digit, joined by hyphens.")
DIAG(CAS_CHECK_DIGIT, "cas-check-digit", DIAG_ERROR,
     "CAS number %.*s is mistyped: its digits ask for the check digit %c",
     "The last digit of a CAS number follows from the others; here it does not.")
DIAG(DUPLICATE_CAS, "duplicate-cas", DIAG_ERROR,
     "CAS number %.*s stands twice, also in %s",
     "Two solvents or two salts have the same CAS number, so one of them has a wrong one or they "
     "are the same.")
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
     "Flash points of pure liquids lie near 0.73 times the boiling point in kelvin, and always "
     "below the boiling point.")
DIAG(VAPOR_PRESSURE_BOILING, "vapor-pressure-boiling", DIAG_WARNING,
     "vapour pressure %g kPa does not go with the boiling point %g degC: expected near %.3g kPa",
     "Vapour pressure at 25 degC and boiling point disagree (Clausius-Clapeyron with "
     "Kistiakowsky's enthalpy of vaporisation); "
     "often a pressure in mmHg or a temperature in kelvin.")
DIAG(DENSITY_VOLUME, "density-volume", DIAG_WARNING,
     "density %g times molar volume %g is %.4g g/mol, the molar mass is %g",
     "Density times molar volume must be the molar mass.")
DIAG(DENSITY_FORMULA, "density-formula", DIAG_WARNING,
     "density %g g/cm3 does not go with the formula: its atoms ask for about %.2f",
     "The density is far from what the sizes of the atoms give (Girolami's rule).")
DIAG(VISCOSITY_BOILING, "viscosity-boiling", DIAG_WARNING,
     "viscosity %g mPa.s does not go with the boiling point %g degC: expected near %.2g mPa.s",
     "Liquids of one boiling point have similar viscosities, higher ones where hydrogen bonds hold "
     "them together.")
DIAG(PERMITTIVITY_DIPOLE, "permittivity-dipole", DIAG_WARNING,
     "permittivity %g does not go with the dipole moment %g D: expected near %.2g",
     "Onsager's equation gives the permittivity from dipole moment and molar volume, within a "
     "factor of two for most liquids; hydrogen bonds add to it.")
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
     "Most values of a column are off by the factor of a unit: the head names the wrong unit, or "
     "none.")

/* checking: where values come from */
DIAG(LEDGER_NONE, "ledger-none", DIAG_WARNING,
     "values without a line in a ledger: %zu",
     "A table came without its ledger (values.csv), so its values have no source; "
     "--require-sources reports each of them as an error.")
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
     "Two values of one property that are not rejected exclude each other; reject one, or say in "
     "the waive column why both stand.")
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
     "No combination that the database allows fulfils the gate's conditions: it may ask for a word "
     "or a range that does not occur.")
DIAG(GATE_ALWAYS, "gate-always", DIAG_WARNING,
     "gate \"%.*s\" fires for every combination of the database",
     "A gate that always fires decides nothing.")
DIAG(PROPERTY_EMPTY, "property-empty", DIAG_WARNING,
     "no %s of the database has %s, which the rules ask for",
     "A rule reads a property that is empty for every material, so it always falls back.")
DIAG(CRITERION_UNREACHABLE, "criterion-unreachable", DIAG_WARNING,
     "criterion \"%.*s\" never exceeds %.2f for any combination of the database",
     "No data can reach a good value of the criterion, so it only takes points from everybody.")

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
     "An object of the model holds a key that the grammar does not know there; a misspelt key "
     "would silently change the rules.")
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
     "No table of materials has a column of that name; a model may declare numeric ones of its "
     "own.")
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
