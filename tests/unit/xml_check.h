/* SPDX-License-Identifier: MIT */
/*
 * Is it well-formed? For pictures and pages that the program writes: elements, attributes in double
 * quotes, the five entities and decimal references, characters that XML 1.0 allows. No comments,
 * declarations, CDATA or processing instructions, which the program does not write.
 */
#ifndef SLURRYSCREEN_TESTS_XML_CHECK_H
#define SLURRYSCREEN_TESTS_XML_CHECK_H

#include "base/str.h"

/* Bytes that are good: text.length if all is well-formed. */
size_t xml_check(struct str text);

#endif
