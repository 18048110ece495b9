/* SPDX-License-Identifier: MIT */
/* Examples of FIPS 180-4 and of the NIST test vectors. */
#include "check.h"

#include "base/sha256.h"

static void check_hash(struct str text, const char *expected)
{
	struct sha256 sha;
	char hex[SHA256_HEX_SIZE];

	sha256_init(&sha);
	sha256_add(&sha, text);
	sha256_finish(&sha, hex);
	assert_string_equal(hex, expected);
}

static void known_texts_have_known_hashes(void **state)
{
	(void)state;
	check_hash(STR_LITERAL(""),
		   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	check_hash(STR_LITERAL("abc"),
		   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	check_hash(STR_LITERAL("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
		   "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void pieces_make_no_difference(void **state)
{
	static const char million_a[] =
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
	char a[1000];
	struct sha256 sha;
	char hex[SHA256_HEX_SIZE];
	size_t left = 1000000;

	(void)state;
	memset(a, 'a', sizeof a);
	sha256_init(&sha);
	for (size_t piece = 1; left > 0; piece = piece % 131 + 1) {
		const size_t take = piece < left ? piece : left;

		sha256_add(&sha, (struct str){a, take});
		left -= take;
	}
	sha256_finish(&sha, hex);
	assert_string_equal(hex, million_a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(known_texts_have_known_hashes),
	    cmocka_unit_test(pieces_make_no_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
