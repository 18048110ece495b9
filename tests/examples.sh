#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every example of the commands' help, as written, in an empty folder.
#
#     tests/examples.sh PROGRAM
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here"
ln -s "$1" "$work/bin/screen"
PATH=$work/bin:$PATH
cd "$work/here"

screen docs examples >"$work/examples"
status=0
while read -r line; do
	if ! sh -c "$line" >"$work/out" 2>"$work/err"; then
		echo "fails: $line" >&2
		cat "$work/err" >&2
		status=1
	elif [ ! -s "$work/out" ] && [ -z "$(ls)" ]; then
		echo "prints nothing and writes nothing: $line" >&2
		status=1
	fi
	rm -f -- *
done <"$work/examples"
exit $status
