/* SPDX-License-Identifier: MIT */
/* Numbers: what is read agrees with strtod, and what is written reads back to the same bits. */
#include "fuzz.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

static uint64_t bits_of(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	return bits;
}

static void check_writing(double value)
{
	char buffer[NUMBER_TEXT_MAX];
	const struct str text = number_write(buffer, value);
	double back = 0;

	FUZZ_CHECK(text.length < NUMBER_TEXT_MAX && buffer[text.length] == '\0');
	if (!isfinite(value))
		return;
	FUZZ_CHECK(number_read(text, &back, NULL) == NUMBER_OK);
	FUZZ_CHECK(bits_of(back) == bits_of(value));
	for (int decimals = 0; decimals <= 9; decimals++) {
		const struct str fixed = number_write_fixed(buffer, value, decimals);

		FUZZ_CHECK(fixed.length < NUMBER_TEXT_MAX);
		FUZZ_CHECK(number_read(fixed, &back, NULL) == NUMBER_OK);
		/* Half a unit, and the roundings of the text, of reading it back, of this sum. */
		FUZZ_CHECK(fabs(back - value) <=
			   0.5 * pow(10, -decimals) + 4 * DBL_EPSILON * fabs(value));
	}
}

static void check_reading(struct str text)
{
	double value = 0;
	size_t used = 0;
	const enum number_result result = number_read(text, &value, &used);
	char *end = NULL;
	const double expected = strtod(text.at, &end);

	FUZZ_CHECK(used <= text.length);
	FUZZ_CHECK((result == NUMBER_EMPTY) == (text.length == 0));
	if (result == NUMBER_OK) {
		FUZZ_CHECK(used == text.length && end == text.at + text.length);
		FUZZ_CHECK(bits_of(value) == bits_of(expected));
		check_writing(value);
	}
	if (result == NUMBER_RANGE && used == text.length && !memchr(text.at, ',', text.length))
		FUZZ_CHECK(isinf(expected));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	double value;

	arena_init(&arena, NULL);
	check_reading(fuzz_source(&arena, data, size).text);
	if (size >= sizeof value) {
		memcpy(&value, data, sizeof value);
		check_writing(value);
	}
	arena_release(&arena);
	return 0;
}
