#!/bin/sh
# SPDX-License-Identifier: MIT
# Progress only on a terminal, and a stop by the user leaves no half-written file.
#
#     tests/program/manners.sh PROGRAM
set -eu
screen=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

make_many() { # ROWS
	awk -v rows="$1" 'BEGIN {
		print "id,name,boiling_point,density,donor_number"
		for (i = 0; i < rows; i++)
			printf "made-up-%d,Made up %d,%d,0.9,%d\n", i, i, 80 + i % 150, i % 20
	}' >many.csv
}

# Few rows to write and all binders, so that scoring is what takes the time.
many="--se LPSCl --add many.csv --top 50 --format csv"
make_many 20000

# Piped: nothing but the product.
# shellcheck disable=SC2086 # words
"$screen" $many >out 2>err
[ ! -s err ] || { echo "piped, but it says:"; cat err; exit 1; }

if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	# Enough work for it to show, after half a second of scoring, whatever the build.
	for rows in 20000 80000 320000 1280000; do
		make_many $rows
		TERM=xterm script -qec "$screen $many -o all.csv" shown >/dev/null </dev/null
		if grep -q "screen: scoring, [0-9]*%" shown; then break; fi
	done
	grep -q "screen: scoring, [0-9]*%" shown || { echo "no progress on a terminal"; exit 1; }
	for how in "-q" "--quiet"; do
		TERM=xterm script -qec "$screen $many -o all.csv $how" shown \
			>/dev/null </dev/null
		if grep -q "scoring" shown; then echo "progress with $how"; exit 1; fi
	done
	TERM=dumb script -qec "$screen $many -o all.csv" shown >/dev/null </dev/null
	if grep -q "scoring" shown; then echo "progress on a dumb terminal"; exit 1; fi
else
	echo "no script(1) here: progress is not looked at"
fi

# Ctrl-C at any time: no file, or a complete one; never a temporary one.
# shellcheck disable=SC2086
"$screen" $many --output complete.csv
mkdir stopped
for delay in 0.05 0.3 0.6 0.9 1.2 1.5; do
	# An interactive shell's child: one in the background would ignore the signal.
	# shellcheck disable=SC2086
	timeout -s INT "$delay" "$screen" $many --output stopped/out.csv || :
	if [ -e stopped/out.csv ]; then
		cmp -s complete.csv stopped/out.csv ||
			{ echo "half a file after $delay s"; exit 1; }
		rm stopped/out.csv
	fi
	[ -z "$(ls -A stopped)" ] || { echo "left behind after $delay s:"; ls -A stopped; exit 1; }
done
echo good
