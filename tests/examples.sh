#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every example of the commands' help, as written, in a folder that holds the files they name.
#
#     tests/examples.sh PROGRAM
set -eu

data=$(cd "$(dirname "$0")/../data" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/files" "$work/here"
ln -s "$1" "$work/bin/screen"
PATH=$work/bin:$PATH

# What a reader of the help has at hand: tables, new entries, an export with a fault that has one
# right answer (a CAS number that became a date), two saved rankings.
cd "$work/files"
cp "$data/solvents.csv" "$data/values.csv" .
printf 'id,name,cas,boiling_point\nmy-oil,My oil,,150\n' >new-solvents.csv
printf 'id,name,cas,boiling_point\nmy-sulfide,My sulfide,1975-09-02,150\n' >export.csv
screen --se Li6PS5Cl --binder NBR --format json --output old.json
screen --se Li6PS5Cl --binder NBR --weight safety=x2 --format json --output new.json

cd "$work/here"
screen docs examples >"$work/examples"
status=0
while read -r line; do
	cp "$work"/files/* .
	case $line in
	*export.csv*) expected=1 ;; # there is something to repair
	*) expected=0 ;;
	esac
	is=0
	sh -c "$line" >"$work/out" 2>"$work/err" || is=$?
	if [ $is != $expected ]; then
		echo "status $is, not $expected: $line" >&2
		cat "$work/err" >&2
		status=1
	elif [ ! -s "$work/out" ] && [ "$(ls)" = "$(ls "$work/files")" ]; then
		echo "prints nothing and writes nothing: $line" >&2
		status=1
	fi
	rm -f -- *
done <"$work/examples"
exit $status
