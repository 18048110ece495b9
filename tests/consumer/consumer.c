/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include <slurryscreen/slurryscreen.h>

int main(void)
{
	struct slurry *slurry = slurry_open();
	struct slurry_result *result = NULL;

	if (slurry && slurry_screen(slurry, "Li6PS5Cl", "NBR", "anisole", &result) == SLURRY_OK)
		printf("%s %s\n", slurry_row_solvent(result, 0), slurry_row_verdict(result, 0));
	slurry_close(slurry);
	return result ? 0 : 1;
}
