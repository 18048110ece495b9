/* SPDX-License-Identifier: MIT */
/* The ten best solvents for an electrolyte and a binder. */
#include <stdio.h>
#include <stdlib.h>

#include <slurryscreen/slurryscreen.h>

int main(void)
{
	struct slurry *slurry = slurry_open();
	struct slurry_result *result;

	if (!slurry || slurry_screen(slurry, "Li6PS5Cl", "NBR", NULL, &result) != SLURRY_OK)
		return EXIT_FAILURE;
	for (size_t i = 0; i < slurry_result_count(result) && i < 10; i++)
		printf("%2zu  %-24s %3.0f  %s\n", slurry_row_rank(result, i),
		       slurry_row_solvent(result, i), slurry_row_score(result, i),
		       slurry_row_verdict(result, i));
	slurry_close(slurry);
	return EXIT_SUCCESS;
}
