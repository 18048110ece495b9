#!/bin/sh
# SPDX-License-Identifier: MIT
# The version stands in CMakeLists.txt; CITATION.cff, which no build can generate, must agree.
#
#     tests/lint/version.sh ROOT
set -eu
cd "$1"

version=$(sed -n 's/^[[:space:]]*VERSION \([0-9.]*\)$/\1/p' CMakeLists.txt)
grep -qx "version: $version" CITATION.cff || {
	echo "CITATION.cff:1: version is not $version, as in CMakeLists.txt"
	exit 1
}
