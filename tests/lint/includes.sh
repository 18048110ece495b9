#!/bin/sh
# SPDX-License-Identifier: MIT
# Includes run downward: a file includes only from its own room or from one above it in src/ORDER.
# libcsv, cJSON and libxlsxwriter stay in the one room that wraps them.
#
#     tests/lint/includes.sh ROOT
set -eu
cd "$1"

find src tools include -name '*.[ch]' | LC_ALL=C sort | LC_ALL=C xargs awk '
	function fail(text) {
		printf "%s:%d: %s\n", FILENAME, FNR, text
		failed = 1
	}
	function room_of(path,   parts) {
		split(path, parts, "/")
		return parts[1]
	}
	BEGIN {
		while ((getline line < "src/ORDER") > 0)
			if (line != "")
				rank[line] = ++count
		if (!count) {
			print "src/ORDER: no rooms"
			exit failed = 1
		}
		# The public header belongs to the room that implements it; the program that makes
		# the data image is linked with the first three rooms only.
		rank["slurryscreen"] = rank["api"]
		only["csv.h"] = only["cjson/cJSON.h"] = "read"
		only["xlsxwriter.h"] = "report"
		generated["version.h"] = generated["image_text.h"] = generated["page.h"] = 1
	}
	FNR == 1 {
		if (FILENAME ~ /^src\//)
			own = room_of(substr(FILENAME, 5))
		else
			own = FILENAME ~ /^tools\// ? "data" : "slurryscreen"
		if (!(own in rank))
			fail("room " own " is not in src/ORDER")
	}
	/^[ \t]*#[ \t]*include[ \t]*</ {
		sub(/^[^<]*</, "")
		sub(/>.*/, "")
		if ($0 in only && only[$0] != own)
			fail("<" $0 "> belongs to the room " only[$0] " alone")
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		sub(/^[^"]*"/, "")
		sub(/".*/, "")
		if ($0 in generated)
			next
		target = room_of($0)
		if ($0 !~ /\// || !(target in rank))
			fail("\"" $0 "\" is not ROOM/FILE with a room of src/ORDER")
		else if (rank[target] > rank[own])
			fail(own " includes " $0 ", which is below it in src/ORDER")
	}
	END { exit failed }'
