#!/bin/sh
# SPDX-License-Identifier: MIT
# Tabs (8 wide) indent, lines have at most 100 columns, no blanks at the end of a line.
#
#     tests/lint/style.sh ROOT
set -eu
cd "$1"

find src include tools tests scripts .ci -type f \
	\( -name '*.[ch]' -o -name '*.sh' -o -path 'scripts/*' -o -path '.ci/*' \) |
	LC_ALL=C sort | LC_ALL=C xargs awk '
	function fail(text) {
		printf "%s:%d: %s\n", FILENAME, FNR, text
		failed = 1
	}
	# Code points count one column each: bytes that continue one are taken out first.
	function width(line,   parts, n, i, columns) {
		gsub(/[\200-\277]/, "", line)
		n = split(line, parts, "\t")
		for (i = 1; i < n; i++)
			columns += 8 * int(length(parts[i]) / 8 + 1)
		return columns + length(parts[n])
	}
	/^\t*        / || /^ +\t/ { fail("blanks where a tab should indent") }
	/[ \t\r]$/ { fail("blanks at the end of the line") }
	length($0) > 40 && width($0) > 100 { fail(width($0) " columns, at most 100") }
	END { exit failed }'
