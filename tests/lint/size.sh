#!/bin/sh
# SPDX-License-Identifier: MIT
# Files of 500 lines at most.
#
#     tests/lint/size.sh ROOT
set -eu
cd "$1"

find src include tools tests scripts cmake .ci CMakeLists.txt -type f \
	\( -name '*.[ch]' -o -name '*.sh' -o -name '*.cmake' -o -name CMakeLists.txt \
	-o -path 'scripts/*' -o -path '.ci/*' \) | LC_ALL=C sort | xargs awk '
	function check() {
		if (lines > 500) {
			printf "%s:501: %d lines, at most 500\n", name, lines
			failed = 1
		}
	}
	FNR == 1 { check(); name = FILENAME }
	{ lines = FNR }
	END { check(); exit failed }'
