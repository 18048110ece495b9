/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <string.h>

/* First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, unsigned by)
{
	return x >> by | x << (32 - by);
}

static uint32_t read_word(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void make_schedule(uint32_t w[64], const unsigned char *block)
{
	for (size_t i = 0; i < 16; i++)
		w[i] = read_word(block + 4 * i);
	for (size_t i = 16; i < 64; i++) {
		const uint32_t a = w[i - 15];
		const uint32_t b = w[i - 2];

		w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] +
		       (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
}

/* The letters are those of the standard. */
static void add_block(uint32_t state[8], const unsigned char *block)
{
	uint32_t w[64];
	uint32_t s[8];

	make_schedule(w, block);
	memcpy(s, state, sizeof s);
	for (size_t i = 0; i < 64; i++) {
		const uint32_t e = s[4];
		const uint32_t a = s[0];
		const uint32_t t1 = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
				    ((e & s[5]) ^ (~e & s[6])) + round_constants[i] + w[i];
		const uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
				    ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));

		memmove(s + 1, s, 7 * sizeof s[0]);
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (size_t i = 0; i < 8; i++)
		state[i] += s[i];
}

void sha256_init(struct sha256 *sha)
{
	/* Square roots of the first eight primes. */
	*sha = (struct sha256){
	    .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
		      0x1f83d9ab, 0x5be0cd19},
	};
}

void sha256_add(struct sha256 *sha, struct str bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	size_t left = bytes.length;

	sha->length += left;
	while (left > 0) {
		size_t take = SHA256_BLOCK_SIZE - sha->filled;

		if (sha->filled == 0 && left >= SHA256_BLOCK_SIZE) {
			add_block(sha->state, at);
			take = SHA256_BLOCK_SIZE;
		} else {
			take = left < take ? left : take;
			memcpy(sha->block + sha->filled, at, take);
			sha->filled += take;
			if (sha->filled == SHA256_BLOCK_SIZE) {
				add_block(sha->state, sha->block);
				sha->filled = 0;
			}
		}
		at += take;
		left -= take;
	}
}

void sha256_finish(struct sha256 *sha, char hex[SHA256_HEX_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	const uint64_t bits = sha->length * 8;
	char tail[8];

	sha256_add(sha, STR_LITERAL("\x80"));
	while (sha->filled != SHA256_BLOCK_SIZE - sizeof tail)
		sha256_add(sha, (struct str){"", 1});
	for (size_t i = 0; i < sizeof tail; i++)
		tail[i] = (char)(unsigned char)(bits >> (56 - 8 * i));
	sha256_add(sha, (struct str){tail, sizeof tail});
	for (size_t i = 0; i < SHA256_HEX_SIZE - 1; i++)
		hex[i] = digits[sha->state[i / 8] >> (28 - 4 * (i % 8)) & 15u];
	hex[SHA256_HEX_SIZE - 1] = '\0';
}
