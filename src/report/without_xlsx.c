/* SPDX-License-Identifier: MIT */
/* Compiled instead of xlsx*.c where libxlsxwriter was not found. */
#include "report/formats.h"

const char *xlsx_lack(void)
{
	return "this program was built without libxlsxwriter";
}

/* Nobody asks for it who has looked at what it lacks. */
bool format_xlsx(const struct report *report, const struct format_options *options,
		 struct arena *scratch, FILE *out)
{
	(void)report;
	(void)options;
	(void)scratch;
	(void)out;
	return false;
}
