#!/bin/sh
# SPDX-License-Identifier: MIT
# Words that must not stand where they stand:
#   - an absolute path into somebody's home, work or temporary folder;
#   - `typedef struct`;
#   - in the library (src without src/cli): a call of what only a program may do.
#
#     tests/lint/words.sh ROOT
set -eu
cd "$1"

find src include tools tests scripts cmake docs data .ci ./*.txt ./*.md ./*.json ./*.cff \
	-type f ! -path 'data/*.csv' ! -path 'tests/lint/words.sh' ! -path 'tests/fuzz/corpus/*' \
	2>/dev/null | LC_ALL=C sort | LC_ALL=C xargs awk '
	function fail(text) {
		printf "%s:%d: %s\n", FILENAME, FNR, text
		failed = 1
	}
	# The line without comments and without what stands in quotes.
	function code(line,   at) {
		if (comment) {
			at = index(line, "*/")
			if (!at)
				return ""
			line = substr(line, at + 2)
			comment = 0
		}
		gsub(/\\./, "", line)
		gsub(/"[^"]*"/, "\"\"", line)
		gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, " ", line)
		sub(/\/\/.*/, "", line)
		at = index(line, "/*")
		if (at) {
			comment = 1
			line = substr(line, 1, at - 1)
		}
		return line
	}
	BEGIN {
		forbidden = "(^|[^A-Za-z0-9_])(setlocale|getenv|exit|_exit|system|time|clock" \
			"|printf|vprintf|puts|putchar) *[(]"
	}
	FNR == 1 {
		comment = 0
		is_c = FILENAME ~ /\.[ch]$/
		in_library = FILENAME ~ /^src\// && FILENAME !~ /^src\/cli\//
	}
	/(^|[^A-Za-z0-9_.}-])\/(home|root|work|Users)\/[A-Za-z0-9]/ ||
	/(^|[^A-Za-z0-9_.}-])\/tmp\/[A-Za-z0-9]/ && !/XXXXXX/ {
		fail("an absolute path of one machine")
	}
	is_c {
		line = code($0)
		if (line ~ /(^|[^A-Za-z0-9_])typedef +struct/)
			fail("typedef of a struct")
		if (in_library && match(line, forbidden))
			fail("only a program may call " substr(line, RSTART, RLENGTH - 1) "()")
		if (in_library && line ~ /(^|[^A-Za-z0-9_])(stdout|stderr|stdin)([^A-Za-z0-9_]|$)/)
			fail("the library prints only to a FILE that it was given")
	}
	END { exit failed }'
