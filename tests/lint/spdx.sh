#!/bin/sh
# SPDX-License-Identifier: MIT
# Every source file states its licence in its first three lines.
#
#     tests/lint/spdx.sh ROOT
set -eu
cd "$1"

find src include tools tests scripts cmake .ci CMakeLists.txt -type f \
	\( -name '*.[chS]' -o -name '*.h.in' -o -name '*.sh' -o -name '*.cmake' \
	-o -name CMakeLists.txt -o -path 'scripts/*' -o -path '.ci/*' \) | LC_ALL=C sort |
	xargs awk '
	function check() {
		if (name != "" && !found) {
			printf "%s:1: no SPDX-License-Identifier in the first three lines\n", name
			failed = 1
		}
	}
	FNR == 1 { check(); name = FILENAME; found = 0 }
	FNR <= 3 && /SPDX-License-Identifier: [A-Za-z]/ { found = 1 }
	END { check(); exit failed }'
