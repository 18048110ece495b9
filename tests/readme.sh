#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every command of the README as written:
#
#     tests/readme.sh PROGRAM README
#
# A command is a line in a fenced `sh` block that starts with "screen " (a backslash at its end
# continues it); lines that start with anything else, such as scripts/screen, are left alone. They
# run in the order of the text in one temporary folder that shows the repository's own folders, and
# must end with status 0, or with the N of a comment at the end of the line: "# exit status N".
set -eu
unset CDPATH

[ $# -eq 2 ] || { echo "usage: tests/readme.sh PROGRAM README" >&2; exit 2; }
program=$1
readme=$2
[ -e "$readme" ] || { echo "no README yet"; exit 77; }
root=$(cd "$(dirname "$readme")" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
mkdir "$work/bin" "$work/here"
ln -s "$program" "$work/bin/screen"
for folder in data docs examples; do
	[ ! -d "$root/$folder" ] || ln -s "$root/$folder" "$work/here/$folder"
done
unset NO_COLOR COLUMNS
LC_ALL=C PATH=$work/bin:$PATH
export LC_ALL PATH

awk '
	/^ *```/ { if (!inside) inside = ($0 ~ /^ *```sh *$/) ? 1 : 2; else inside = 0; next }
	inside != 1 { next }
	{
		sub(/^ +/, "")
		line = line $0
		if (sub(/\\$/, " ", line)) next
		if (line ~ /^screen( |$)/) print line
		line = ""
	}' "$readme" >"$work/commands"

count=0
failed=0
while IFS= read -r line; do
	case $line in
	*"# exit status "[0-9]*) expected=${line##*"# exit status "} ;;
	*) expected=0 ;;
	esac
	status=0
	(cd "$work/here" && exec sh -c "$line") >"$work/out" 2>"$work/err" </dev/null || status=$?
	count=$((count + 1))
	if [ "$status" != "$expected" ]; then
		failed=$((failed + 1))
		echo "FAILED: exit status $status, expected $expected: $line"
		sed 's/^/    /' "$work/err"
	fi
done <"$work/commands"

echo "$count commands, $failed failed"
[ "$failed" -eq 0 ] && [ "$count" -gt 0 ]
